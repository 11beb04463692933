"""The consolidated tables at Home Affairs' desk: rounds are folded one at a time, the newest shown first."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk.core import merged, roundbook
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.store import Workspace
from reformdesk.ui.pages.tables import TablesPage
from reformdesk.ui.workspace import OpenWorkspace


class Consolidating(QObject):
    """Reads for the page. Between two rounds the workspace's worker does whatever else was asked of it."""

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, page: TablesPage) -> None:
        super().__init__(desk)
        self._workspace = workspace
        self._page = page
        self._turn = 0
        page.wants_shares.connect(self._read_shares)

    def refresh(self) -> None:
        """Show the tables as they stand; an earlier request that is still under way is dropped."""
        self._turn += 1
        turn = self._turn
        self._workspace.read(_newest_first, lambda names: self._read_next(turn, list(names), []))

    def _read_next(self, turn: int, left: list[str], parts: list[ConsolidatedRound]) -> None:
        if turn != self._turn:
            return
        if not left:
            self._page.refresh(_in_order(parts))
            return
        if parts and self._page.is_empty:
            # whoever opens the page for the first time sees the newest round at once
            self._page.refresh(_in_order(parts), more=len(left))
        name = left.pop(0)

        def read(part: ConsolidatedRound) -> None:
            parts.append(part)
            self._read_next(turn, left, parts)

        self._workspace.read(lambda workspace: merged.totals(workspace, name), read)

    def _read_shares(self, round_id: str, indicator: str) -> None:
        self._workspace.read(
            lambda workspace: merged.total(workspace, round_id, indicator),
            lambda total: self._page.show_shares(round_id, indicator, total),
        )

    def leave(self) -> None:
        """Read no more."""
        self._turn += 1


def _newest_first(workspace: Workspace) -> list[str]:
    return [one.id for one in sorted(roundbook.labels(workspace), key=lambda one: one.ends, reverse=True)]


def _in_order(parts: list[ConsolidatedRound]) -> list[ConsolidatedRound]:
    return sorted(parts, key=lambda one: one.round.period.ends)
