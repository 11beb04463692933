"""Drawing an edition at Home Affairs' desk: a verb each, as operations of core for the workspace's worker."""

from __future__ import annotations

from dataclasses import dataclass

from reformdesk.core import edition_checks, edition_draft, founding, round_labels, rule_trials
from reformdesk.core.catalogue import Label, Rule
from reformdesk.core.changes import Changes
from reformdesk.core.edition import Edit
from reformdesk.core.edition_draft import Draft
from reformdesk.core.rule_trials import Trial
from reformdesk.core.store import Workspace
from reformdesk.edition_words import EditionWords
from reformdesk.errors import Mendable
from reformdesk.ui.dates import now, today
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.workspace import Operation
from reformdesk.words import Words


@dataclass(frozen=True)
class Nothing:
    """No edition is being drawn; ``base`` is the one that a draft would be made from."""

    base: Label


def read(workspace: Workspace) -> EditionSight | Nothing:
    """Return what the page shows. Raises ``Mendable('no-round')`` where the desk was never set up."""
    draft = edition_draft.current(workspace)
    if draft is None:
        source = founding.foundation(workspace).indicators
        return Nothing(Label(source["name"]["vi"], source["name"].get("en", "")))
    return sight_of(workspace, draft)


def sight_of(workspace: Workspace, draft: Draft) -> EditionSight:
    """Return a draft as the page shows it: the agencies as they are once all that is foreseen has come."""
    edition = draft.edition
    labels = sorted(round_labels.labels(workspace), key=lambda one: (one.ends, one.id), reverse=True)
    return EditionSight(
        edition=edition,
        base=draft.base,
        day=max((today(), *edition.register.days())),
        can_undo=draft.can_undo,
        can_redo=draft.can_redo,
        changes=len(draft.changes()),
        problems=draft.problems(),
        rounds=tuple(labels),
    )


def begin(workspace: Workspace) -> tuple[None, Changes]:
    """Begin a draft from what the next round would start from. Raises ``Mendable``: ``draft-there``, ``no-round``."""
    base = founding.foundation(workspace)
    return None, edition_draft.begin(workspace, base.indicators, founding.agencies_over_time(workspace), now())


def record(edit: Edit) -> Operation[None]:
    """Do one more step; raises ``Mendable`` with the reason where it cannot be."""
    return lambda workspace: (None, edition_draft.record(workspace, edit, now()))


def undo(workspace: Workspace) -> tuple[None, Changes]:
    """Take the last step back."""
    return None, edition_draft.undo(workspace)


def redo(workspace: Workspace) -> tuple[None, Changes]:
    """Do the step again that was taken back last."""
    return None, edition_draft.redo(workspace)


def discard(workspace: Workspace) -> tuple[None, Changes]:
    """Draw no more."""
    return None, edition_draft.discard(workspace)


def in_use(workspace: Workspace) -> Draft:
    """Return the draft that a round is to be laid out with.

    Raises ``Mendable``: ``no-draft``, and ``draft-unsound`` where the check finds what keeps it from being used.
    """
    draft = edition_draft.required(workspace)
    if not edition_checks.can_be_handed_out(draft.edition):
        raise Mendable("draft-unsound")
    return draft


def note(workspace: Workspace, words: Words) -> str:
    """Return the change note of the draft, to be copied into a letter."""
    draft = edition_draft.current(workspace)
    if draft is None:
        return ""
    return EditionWords(words, draft.edition, draft.base).text(draft.changes())


def try_rule(workspace: Workspace, rule: Rule, round_id: str) -> Trial:
    """Try a rule on what counts in a round."""
    return rule_trials.in_workspace(workspace, rule, round_id)
