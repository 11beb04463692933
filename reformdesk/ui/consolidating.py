"""The consolidated tables at Home Affairs' desk: rounds are folded one at a time, the newest shown first."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from reformdesk.core import lineage, round_labels, round_totals
from reformdesk.core.changes import Changes
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.store import Workspace
from reformdesk.ui.pages.tables import TablesPage
from reformdesk.ui.workspace import OpenWorkspace

_PREPARE_AFTER, _PAUSE = 1500, 120
"""Milliseconds: after the board is shown, and between two rounds."""


class Consolidating(QObject):
    """Reads for the page. Between two rounds the workspace's worker does whatever else was asked of it."""

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, page: TablesPage) -> None:
        super().__init__(desk)
        self._workspace = workspace
        self._page = page
        self._turn = 0
        self._warming = QTimer(self)
        self._warming.setSingleShot(True)
        self._warming.timeout.connect(self._prepare)
        page.wants_shares.connect(self._read_shares)

    def refresh(self) -> None:
        """Show the tables as they stand; an earlier request that is still under way is dropped."""
        self._warming.stop()
        self._turn += 1
        turn = self._turn
        self._workspace.read(_newest_first, lambda names: self._read_next(turn, list(names), []))

    def _read_next(self, turn: int, left: list[str], parts: list[ConsolidatedRound]) -> None:
        if turn != self._turn:
            return
        if not left:
            self._page.refresh(_in_order(parts))
            self.prepare()
            return
        if parts and self._page.is_empty:
            # whoever opens the page for the first time sees the newest round at once
            self._page.refresh(_in_order(parts), more=len(left))
        name = left.pop(0)

        def read(part: ConsolidatedRound) -> None:
            parts.append(part)
            self._read_next(turn, left, parts)

        self._workspace.read(lambda workspace: round_totals.of_round(workspace, name), read)

    def prepare(self) -> None:
        """Fold the rounds and keep their totals while nobody waits for them, one now and then."""
        self._warming.start(_PREPARE_AFTER)

    def _prepare(self) -> None:
        turn = self._turn
        self._workspace.read(_newest_first, lambda names: self._prepare_next(turn, list(names)))

    def _prepare_next(self, turn: int, left: list[str]) -> None:
        if turn != self._turn or not left:
            return
        name = left.pop(0)

        def keep(workspace: Workspace) -> tuple[None, Changes]:
            round_totals.keep(workspace, name)
            return None, Changes.NOTHING

        def kept(_: object) -> None:
            QTimer.singleShot(_PAUSE, self, lambda: self._prepare_next(turn, left))

        # where nothing can be written, what was asked for is told; this was not
        self._workspace.run(keep, kept, failed=kept)

    def _read_shares(self, round_id: str, indicator: str) -> None:
        self._workspace.read(
            lambda workspace: lineage.of_total(workspace, round_id, indicator),
            lambda found: self._page.show_shares(round_id, indicator, found),
        )

    def leave(self) -> None:
        """Read no more."""
        self._warming.stop()
        self._turn += 1


def _newest_first(workspace: Workspace) -> list[str]:
    return [one.id for one in sorted(round_labels.labels(workspace), key=lambda one: one.ends, reverse=True)]


def _in_order(parts: list[ConsolidatedRound]) -> list[ConsolidatedRound]:
    return sorted(parts, key=lambda one: one.round.period.ends)
