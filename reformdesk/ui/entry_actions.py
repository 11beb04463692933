"""A verb each for what is typed: operations of core for the workspace's worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reformdesk.core import drafts, entry
from reformdesk.core.answers import Given
from reformdesk.core.changes import Changes
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import Value
from reformdesk.ui.dates import now
from reformdesk.ui.workspace import Operation


def enter(round_: Round, name: str, value: Value) -> Operation[None]:
    """Record a value."""
    return lambda workspace: (None, entry.set_value(workspace, round_, name, value, now()))


def explain(round_: Round, name: str, words: str) -> Operation[None]:
    """Record an explanation."""
    return lambda workspace: (None, entry.set_explanation(workspace, round_, name, words, now()))


def keep_draft(round_: Round, name: str, part: str, text: str) -> Operation[None]:
    """Keep what is being typed."""
    return lambda workspace: (None, drafts.keep(workspace, round_.id, name, part, text))


def drop_draft(round_: Round, name: str, part: str) -> Operation[None]:
    """Forget what was being typed."""
    return lambda workspace: (None, drafts.drop(workspace, round_.id, name, part))


def take(round_: Round, given: Mapping[str, Given], source: str) -> Operation[None]:
    """Record several answers in one step."""
    return lambda workspace: (None, entry.set_answers(workspace, round_, given, now(), source))


def restore(round_: Round, change: int) -> Operation[None]:
    """Let an answer say again what a change had made it say."""
    return lambda workspace: (None, entry.restore(workspace, round_, change, now()))


def history(round_: Round, name: str) -> Callable[[Workspace], list[entry.Change]]:
    """Read the changes of an answer, oldest first."""
    return lambda workspace: entry.history(workspace, round_.id, name)


def undo(round_id: str) -> Operation[str | None]:
    """Take the last change back; gives its indicator."""
    return _stepping(lambda workspace: entry.undo(workspace, round_id, now()))


def redo(round_id: str) -> Operation[str | None]:
    """Do again what was taken back; gives its indicator."""
    return _stepping(lambda workspace: entry.redo(workspace, round_id, now()))


def _stepping(step: Callable[[Workspace], str | None]) -> Operation[str | None]:
    def operation(workspace: Workspace) -> tuple[str | None, Changes]:
        name = step(workspace)
        return name, Changes.ANSWERS if name else Changes.NOTHING

    return operation
