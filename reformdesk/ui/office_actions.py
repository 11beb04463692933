"""A verb each for Home Affairs' desk: what its pages ask for, as operations of core for the workspace's worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from reformdesk.core import (
    decisions,
    edition_draft,
    filing,
    founding,
    intake,
    judgement,
    keyring,
    merged,
    opening_evidence,
    phrases,
    pins,
    replies,
    round_correction,
    roundbook,
)
from reformdesk.core.changes import Changes
from reformdesk.core.keyring import Role
from reformdesk.core.opening_evidence import CameAlong, Viewing
from reformdesk.core.outfile import write_whole
from reformdesk.core.register import Register
from reformdesk.core.returns import Return
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.ui import actions
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.key_box import SealWith
from reformdesk.ui.workspace import Operation


def take_in(path: Path, channel: str, moment: datetime) -> Operation[list[intake.Verdict]]:
    """Take in a file, or all files under a folder, that came at a moment, at Home Affairs."""

    def operation(workspace: Workspace) -> tuple[list[intake.Verdict], Changes]:
        verdicts = [verdict for _, verdict in intake.take_all(workspace, path, channel, moment)]
        stored = any(verdict.state in (judgement.ACCEPTED, judgement.WAITING) for verdict in verdicts)
        return verdicts, Changes.SUBMISSIONS if stored else Changes.NOTHING

    return operation


def pin_key(digest: str, signer: str, author: str) -> Operation[None]:
    """Pin a key that was compared by telephone."""
    against = pins.Against.TELEPHONE.value
    return lambda workspace: (None, decisions.pin_key(workspace, digest, signer, now(), author, against))


def accept_provisionally(digest: str, author: str) -> Operation[None]:
    """Let a submission count before its key is compared."""
    return lambda workspace: (None, decisions.accept_provisionally(workspace, digest, author, now()))


def choose(digest: str, reason: str, author: str) -> Operation[None]:
    """Decide a fork."""
    return lambda workspace: (None, decisions.choose(workspace, digest, author, now(), reason))


def send_back(digest: str, returned: Return, author: str) -> Operation[None]:
    """Return a submission with words."""
    return lambda workspace: (None, decisions.send_back(workspace, digest, returned, author, now()))


def keep_phrases(listed: Sequence[str]) -> Operation[None]:
    """Keep the office's stock phrases."""
    return lambda workspace: (None, phrases.keep(workspace, listed))


def look_at(digest: str, signer: str, file: CameAlong, viewing: Viewing) -> Operation[Path]:
    """Lay a copy of a file that came with a submission where it can be looked at."""

    def operation(workspace: Workspace) -> tuple[Path, Changes]:
        content = opening_evidence.content_of(workspace, digest, signer, file.name)
        return viewing.put(file, content), Changes.NOTHING

    return operation


def save_file(digest: str, signer: str, file: CameAlong, target: Path) -> Operation[Path]:
    """Write a copy of a file that came with a submission."""

    def operation(workspace: Workspace) -> tuple[Path, Changes]:
        opening_evidence.save(target, opening_evidence.content_of(workspace, digest, signer, file.name))
        return target, Changes.NOTHING

    return operation


def revoke_key(subject: str, key: str, reason: str, author: str) -> Operation[None]:
    """Revoke a key that was lost or stolen."""
    return lambda workspace: (None, decisions.revoke_key(workspace, subject, key, reason, author, now()))


def set_aside(digest: str, signer: str, author: str) -> Operation[None]:
    """Put a submission away whose key is not the agency's."""
    return lambda workspace: (None, decisions.set_aside(workspace, digest, signer, author, now()))


def accept_history(digest: str, reason: str, author: str) -> Operation[None]:
    """Accept a submission whose history does not go on from the last one's."""
    return lambda workspace: (None, decisions.accept_history(workspace, digest, author, now(), reason))


def write_round(round_id: str, target: Path) -> Operation[Path]:
    """Write a round file once more."""

    def operation(workspace: Workspace) -> tuple[Path, Changes]:
        kept = filing.filed(workspace, "round", round_id)[-1]
        write_whole(target, filing.bytes_of(workspace, kept["digest"], kept["signer"]))
        return target, Changes.NOTHING

    return operation


def write_replies(round_id: str, chosen: SealWith, target: Path) -> Operation[Path]:
    """Write one file with the receipts and returns for everyone in a round.

    Raises ``Mendable('key-missing')`` where the desk's key is not there: none is made for a reply.
    """

    def operation(workspace: Workspace) -> tuple[Path, Changes]:
        if chosen.token is None and not actions.has_key(workspace):
            raise Mendable("key-missing", file=keyring.key_name(workspace))
        round_ = roundbook.load(workspace, round_id)
        with actions.unlocked(workspace, Role.OFFICER, round_.by_id[round_.office].name, chosen) as key:
            write_whole(target, replies.write(workspace, round_id, tuple(round_.by_id), key, now()))
        return target, Changes.NOTHING

    return operation


def open_round(plan: roundbook.RoundPlan, chosen: SealWith, drawn: Register | None = None) -> Operation[None]:
    """Open a round at Home Affairs; the desk's first time makes its key.

    A ``drawn`` register is kept with it, and the draft is used up whose indicator set it asks by.
    """

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        changes = Changes.ROUNDS
        holder = next(wire["name"] for wire in plan.agencies if wire["id"] == plan.office)
        with actions.unlocked(workspace, Role.OFFICER, holder, chosen) as key, workspace.atomic():
            if drawn is not None:
                founding.keep_register(workspace, drawn)
                changes |= _use_up_draft(workspace, plan)
            roundbook.open_round(workspace, plan, merged.earlier_answers(workspace, plan=plan), key, now())
        return None, changes

    return operation


def _use_up_draft(workspace: Workspace, plan: roundbook.RoundPlan) -> Changes:
    """Draw no more at what a round asks by from now on; a draft stays whose set another one was chosen for."""
    draft = edition_draft.current(workspace)
    is_used = draft is not None and (draft.is_same_set or plan.catalogue.get("follows") == draft.base.drawn.digest)
    return edition_draft.discard(workspace) if is_used else Changes.NOTHING


def correct_round(
    plan: roundbook.RoundPlan, note: Mapping[str, str], asked_again: Sequence[str], chosen: SealWith
) -> Operation[None]:
    """Make the next issue of an open round; raises ``Mendable('key-missing')`` where the desk's key is gone."""

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        if chosen.token is None and not actions.has_key(workspace):
            raise Mendable("key-missing", file=keyring.key_name(workspace))
        holder = next(wire["name"] for wire in plan.agencies if wire["id"] == plan.office)
        with actions.unlocked(workspace, Role.OFFICER, holder, chosen) as key:
            round_correction.correct_round(workspace, plan, note, asked_again, key, now())
        return None, Changes.ROUNDS | Changes.SUBMISSIONS

    return operation
