"""A verb each: what the pages ask for, as operations of core for the workspace's worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from reformdesk.core import (
    evidence,
    filing,
    inbox,
    intake,
    keyring,
    letters,
    pins,
    recovery_file,
    refounding,
    roundbook,
    submission,
    whereabouts,
)
from reformdesk.core.annexes import Annex, Letter, annex_of
from reformdesk.core.changes import Changes
from reformdesk.core.evidence import Paper
from reformdesk.core.keyring import Role
from reformdesk.core.outfile import make_folder, write_whole
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.submission import Attachment, Submission
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange import tokens
from reformdesk.exchange.keys import SealingKey
from reformdesk.exchange.payload import ReplyDocument, RoundDocument
from reformdesk.exchange.tokens import TokenCertificate
from reformdesk.exchange.verification import verify
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.finish import FinishChoice, HeadChoice, KeysHere
from reformdesk.ui.dialogs.key_box import SealWith
from reformdesk.ui.workspace import Operation


@dataclass(frozen=True)
class Exported:
    """A submission that was written, and the fingerprints of the keys that sealed it, the head's where there is one."""

    path: Path
    submission: Submission
    fingerprint: str
    key_copied: bool
    head_fingerprint: str = ""


def has_key(workspace: Workspace) -> bool:
    """Whether this desk has a key already."""
    return keyring.find(workspace) is not None


def keys_here(workspace: Workspace) -> KeysHere:
    """Return which of the desk's keys exist."""
    return KeysHere(has_key(workspace), keyring.find(workspace, Role.HEAD) is not None)


def find_tokens(_: Workspace) -> tuple[TokenCertificate, ...]:
    """Return what the tokens of this machine can sign with, by the drivers that are installed.

    Raises ``Mendable``: ``token-module-missing``, ``token-missing``, ``token-empty``, ``token-trouble``.
    """
    found: list[TokenCertificate] = []
    problem = Mendable("token-module-missing", file="PKCS#11")
    for module in tokens.known_modules():
        try:
            found += tokens.list_certificates(module)
        except Mendable as told:
            problem = told
    if not found:
        raise problem
    return tuple(found)


@contextmanager
def unlocked(workspace: Workspace, role: Role, holder: str, chosen: SealWith) -> Iterator[SealingKey]:
    """Open the key that was chosen; what goes wrong with it says at whose (``signer``): two may sign."""
    with ExitStack() as opened:
        try:
            key = opened.enter_context(_opened(workspace, role, holder, chosen))
        except Mendable as problem:
            raise Mendable(problem.code, **{**problem.params, "signer": role.value}) from problem
        yield key


@contextmanager
def _opened(workspace: Workspace, role: Role, holder: str, chosen: SealWith) -> Iterator[SealingKey]:
    """Open the key that was chosen; a key file is made the first time."""
    if chosen.token is not None:
        with tokens.open_token(chosen.token, chosen.secret) as key:
            yield key
    elif keyring.find(workspace, role) is not None:
        yield keyring.unlock(workspace, chosen.secret, role)
    else:
        yield keyring.create(workspace, holder, chosen.secret, now(), role)


@contextmanager
def _approving(workspace: Workspace, head: HeadChoice | None) -> Iterator[SealingKey | None]:
    if head is None:
        yield None
    else:
        with unlocked(workspace, Role.HEAD, head.name, head.key) as key:
            yield key


def finish(round_: Round, choice: FinishChoice) -> Operation[Exported]:
    """Seal the answers and write the file; the desk's first time makes its key."""

    def operation(workspace: Workspace) -> tuple[Exported, Changes]:
        make_folder(choice.folder)
        holder = round_.by_id[workspace.owner].name
        head = choice.head
        with (
            unlocked(workspace, Role.OFFICER, holder, choice.key) as key,
            _approving(workspace, head) as approver,
            # what could not be written was not handed in: both or neither
            workspace.atomic(),
        ):
            workspace.set_meta("officer", choice.officer)
            workspace.set_meta("head", head.name if head is not None else workspace.meta("head"))
            sealed, changes = submission.finish(
                workspace, round_, key, choice.officer, now(), approver, choice.attachments
            )
            path = choice.folder / sealed.file_name
            write_whole(path, sealed.content)
        copied = choice.key.token is not None or bool(keyring.copied_at(workspace))
        head_fingerprint = approver.fingerprint if approver is not None else ""
        return Exported(path, sealed, key.fingerprint, copied, head_fingerprint), changes

    return operation


def form_to_print(round_: Round, officer: str, *, own_key: bool) -> Callable[[Workspace], Annex]:
    """Read the form as it stands, for paper; it bears the code of the desk's ``own_key`` where that will seal it."""

    def reading(workspace: Workspace) -> Annex:
        draft = submission.draft(workspace, round_, officer, now())
        letter = letters.letters(workspace, round_.id).get(draft.revision, Letter())
        draft = replace(draft, attachments=submission.to_enclose(workspace, round_))
        return annex_of(draft, round_, letter, keyring.fingerprint(workspace) if own_key else "")

    return reading


def write_file(target: Path, content: bytes) -> Operation[Path]:
    """Write what was made for the user to a place of the user's choice."""

    def operation(_: Workspace) -> tuple[Path, Changes]:
        write_whole(target, content)
        return target, Changes.NOTHING

    return operation


def check_form(round_: Round, path: Path) -> Operation[tuple[Paper, Attachment]]:
    """Look at a signed form: who signed it, and whether it was printed from the answers as they stand."""

    def operation(workspace: Workspace) -> tuple[tuple[Paper, Attachment], Changes]:
        expected = submission.content_to_print(workspace, round_, now())
        return evidence.attach(intake.read_file(path), expected), Changes.NOTHING

    return operation


def copy_of(digest: str, target: Path) -> Operation[None]:
    """Write a kept file once more."""

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        write_whole(target, filing.bytes_of(workspace, digest))
        return None, Changes.NOTHING

    return operation


def mark_compared(office: str, key: str) -> Operation[None]:
    """Record that Home Affairs' code was compared by telephone."""
    return lambda workspace: (None, pins.mark_compared(workspace, office, key, now()))


def disown_office(office: str, key: str) -> Operation[None]:
    """Record that Home Affairs reads out another code: what this key seals is not theirs."""
    return lambda workspace: (None, pins.disown(workspace, office, key, now()))


def take_at_agency(path: Path, compared: str = "") -> Operation[str]:
    """Open a round file or a reply at an agency's desk; gives the round's id.

    ``compared`` is the fingerprint of a new key of Home Affairs whose code was compared.
    """

    def operation(workspace: Workspace) -> tuple[str, Changes]:
        blob = whereabouts.read_container(path)
        verified = verify(blob)
        match verified.document:
            case RoundDocument():
                round_, changes = roundbook.take_round(workspace, blob, path.name, now(), compared)
                return round_.id, changes
            case ReplyDocument() as document if recovery_file.is_recovery(document):
                raise refounding.refusal(workspace, recovery_file.read(blob))
            case ReplyDocument() as document:
                return document.round_id, inbox.take(workspace, blob, path.name, now(), compared)
            case _:
                raise Refused("not-a-reply", kind=verified.kind)

    return operation
