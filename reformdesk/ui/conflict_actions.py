"""What is decided where something waits, and what is taken back, as operations of core for the workspace's worker."""

from __future__ import annotations

from reformdesk.core import conflicts, decisions, settling
from reformdesk.core.changes import Changes
from reformdesk.core.conflicts import Step
from reformdesk.core.foreseeing import Place
from reformdesk.core.store import Workspace
from reformdesk.ui.dates import now
from reformdesk.ui.models.review_run import Run, next_unreviewed
from reformdesk.ui.workspace import Operation


def decide(place: Place, chosen: tuple[Step, str], reason: str, author: str) -> Operation[None]:
    """Decide one way on what waits."""
    return lambda workspace: (None, conflicts.decide(workspace, place, chosen, reason, author, now()))


def take_back(decision_id: str, reason: str, author: str) -> Operation[None]:
    """Take a decision back."""
    return lambda workspace: (None, decisions.take_back(workspace, decision_id, reason, author, now()))


def accept(round_id: str, digest: str, run: Run, author: str) -> Operation[Run | None]:
    """Say that a submission was looked at and is right; gives the way to the next that nobody has looked at."""

    def operation(workspace: Workspace) -> tuple[Run | None, Changes]:
        changes = settling.accept(workspace, digest, author, now())
        return next_unreviewed(workspace, round_id, run), changes

    return operation
