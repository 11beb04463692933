"""A verb each for the window in which figures are typed once more, as operations for the workspace's worker."""

from __future__ import annotations

from reformdesk.core import rekeyed
from reformdesk.core.changes import Changes
from reformdesk.core.rekeying import Carried, Order
from reformdesk.core.store import Workspace
from reformdesk.ui.dates import now
from reformdesk.ui.workspace import Operation


def carry(round_id: str, agency: str, key: str, done: Carried | None) -> Operation[None]:
    """Remember that a line was carried over. Nobody but the window that asks shows it: nothing is read anew for it."""

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        rekeyed.carry(workspace, round_id, agency, key, done, now())
        return None, Changes.NOTHING

    return operation


def keep_order(order: Order | None) -> Operation[None]:
    """Keep the order in which the other program asks."""

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        rekeyed.keep_order(workspace, order, now())
        return None, Changes.NOTHING

    return operation


def begin_anew(round_id: str, agency: str) -> Operation[None]:
    """Forget what was carried over of a list."""

    def operation(workspace: Workspace) -> tuple[None, Changes]:
        rekeyed.begin_anew(workspace, round_id, agency, now())
        return None, Changes.NOTHING

    return operation
