"""The verbs of entering on behalf of an agency, as operations of core for the workspace's worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reformdesk.core import decisions, entered, intake, keyring, pasting, proposals, roundbook
from reformdesk.core.answers import Given, Offered
from reformdesk.core.changes import Changes
from reformdesk.core.entered import Draft, How, Source
from reformdesk.core.form_lines import form_lines
from reformdesk.core.keyring import Role
from reformdesk.core.merged import Received
from reformdesk.core.number_style import NumberStyle
from reformdesk.core.proposals import Fate, Proposal
from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import Mendable
from reformdesk.office import form_reading
from reformdesk.office.form_layout import Identity
from reformdesk.office.form_sheet import Loss
from reformdesk.ui import actions
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.key_box import SealWith
from reformdesk.ui.workspace import Operation


@dataclass(frozen=True)
class Filled:
    """What came of a form or a block: how many answers were put into the draft, what was not taken, what was lost."""

    taken: int
    left: tuple[Proposal, ...]
    losses: tuple[Loss, ...] = ()


def whose(path: Path) -> Callable[[Workspace], tuple[str, str]]:
    """Look for which agency of which round of this desk a workbook is the form.

    Raises ``Mendable('form-whose')`` where it does not say, or names none that is here.
    """

    def reading(workspace: Workspace) -> tuple[str, str]:
        found: Identity | None = form_reading.whose(path)
        if found is None or found.round not in roundbook.round_ids(workspace):
            raise Mendable("form-whose", file=path.name)
        if found.agency not in roundbook.load(workspace, found.round).by_id:
            raise Mendable("form-whose", file=path.name)
        return found.round, found.agency

    return reading


def take_form(path: Path, round_id: str, agency: str, language: str) -> Operation[Filled]:
    """Put what a form says into the draft, with the form itself as the source."""

    def operation(workspace: Workspace) -> tuple[Filled, Changes]:
        content = intake.read_file(path)
        round_ = roundbook.load(workspace, round_id)
        form = form_reading.read_form(path, round_, agency, language)
        with workspace.atomic():
            filled = _fill(workspace, entered.draft(workspace, round_id, agency), form.offers, form.style)
            entered.attach(workspace, round_, agency, path.name, content, now())
            kept = entered.draft(workspace, round_id, agency).source
            moment, document = kept.given_at or timestamp(now()), kept.document or path.name
            source = replace(kept, how=How.EXCEL_FORM, given_at=moment, document=document)
            entered.set_source(workspace, round_id, agency, source, now())
        return replace(filled, losses=form.losses), Changes.NOTHING

    return operation


def paste(draft: Draft, text: str, start: str) -> Operation[Filled]:
    """Put a block that was pasted at an indicator into the draft."""

    def operation(workspace: Workspace) -> tuple[Filled, Changes]:
        areas = draft.round.areas_of(draft.agency)
        lines = [line for area in areas for line in form_lines(draft.round, draft.agency, area)]
        block = pasting.parse(text)
        landing = pasting.propose(block, lines, draft.round.catalogue.indicators)
        landed = pasting.land(block, landing, lines, start)
        return _fill(workspace, draft, landed.offers, None), Changes.NOTHING

    return operation


def _fill(workspace: Workspace, draft: Draft, offers: Sequence[Offered], style: NumberStyle | None) -> Filled:
    weighed = proposals.weigh(draft.round, draft.agency, draft.answers, offers, style)
    given = proposals.accepted(weighed, {one.indicator for one in weighed})
    entered.set_answers(workspace, draft.round, draft.agency, given, now())
    left = tuple(one for one in weighed if one.indicator not in given and one.fate is not Fate.SAME)
    return Filled(len(given), left)


def enter(draft: Draft, given: Mapping[str, Given]) -> Operation[None]:
    """Keep answers in the draft."""
    return lambda workspace: (None, entered.set_answers(workspace, draft.round, draft.agency, given, now()))


def keep_source(draft: Draft, source: Source) -> Operation[None]:
    """Keep where the figures come from."""
    return lambda workspace: (
        None,
        entered.set_source(workspace, draft.round.id, draft.agency, source, now()),
    )


def attach(draft: Draft, path: Path) -> Operation[None]:
    """Let a file go along as the source."""

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        content = intake.read_file(path)
        entered.attach(workspace, draft.round, draft.agency, path.name, content, now())
        return None, Changes.NOTHING

    return operation


def detach(draft: Draft, digest: str) -> Operation[None]:
    """Take a file out again."""
    return lambda workspace: (None, entered.detach(workspace, draft.round.id, draft.agency, digest, now()))


def discard(draft: Draft) -> Operation[None]:
    """Throw a draft away."""
    return lambda workspace: (None, entered.discard(workspace, draft.round.id, draft.agency))


def seal(draft: Draft, chosen: SealWith, by: str) -> Operation[Received]:
    """Seal an entry under the officer's name; raises ``Mendable('key-missing')`` where the desk's key is gone."""

    def operation(workspace: Workspace) -> tuple[Received, Changes]:
        if chosen.token is None and not actions.has_key(workspace):
            raise Mendable("key-missing", file=keyring.key_name(workspace))
        holder = draft.round.by_id[draft.round.office].name
        with actions.unlocked(workspace, Role.OFFICER, holder, chosen) as key:
            return entered.seal_entry(workspace, draft, by, key, now())

    return operation


def withdraw(digest: str, reason: str, author: str) -> Operation[None]:
    """Give up what was entered on behalf."""
    return lambda workspace: (None, decisions.withdraw_entry(workspace, digest, reason, author, now()))


def hold_beside(pair: tuple[str, str], holds: str, reason: str, author: str) -> Operation[None]:
    """Decide between an agency's own submission and what was entered on its behalf."""
    return lambda workspace: (None, decisions.hold_beside(workspace, pair, holds, author, now(), reason))
