"""Figures that stand out, at Home Affairs' desk: listed on a page of their own, and marked where shares are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk import outlier_words
from reformdesk.core import figures, round_labels
from reformdesk.core.figures import OutliersOf
from reformdesk.ui.pages.outliers import OutliersPage
from reformdesk.ui.pages.tables import TablesPage
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words


class Outlying(QObject):
    """Reads for the page of them and for the tables. Rounds are read one at a time, others come between."""

    def __init__(
        self, desk: QWidget, workspace: OpenWorkspace, words: Words, page: OutliersPage, tables: TablesPage
    ) -> None:
        super().__init__(desk)
        self._workspace = workspace
        self._words = words
        self._page = page
        self._tables = tables
        self._turn = 0
        self.round_id = ""
        page.wanted.connect(self.open)
        tables.wants_shares.connect(lambda round_id, _: self._measure(round_id, self._mark))

    def open(self, round_id: str) -> None:
        """Measure a round and list what stands out in it."""
        self.round_id = round_id
        self._turn += 1
        turn = self._turn
        self._workspace.read(round_labels.labels, lambda labels: self._page.offer(labels, round_id))

        def show(found: OutliersOf) -> None:
            if turn == self._turn:
                self._page.show_outliers(found)

        self._measure(round_id, show)

    def count(self, round_id: str) -> None:
        """Say on the tables' page how many figures of a round stand out."""
        self._measure(round_id, lambda found: self._tables.say_odd(len(found.lines)))

    def _measure(self, round_id: str, then: Callable[[OutliersOf], object]) -> None:
        def measure(left: list[str]) -> None:
            if left:
                following = left[0]
                self._workspace.read(lambda workspace: figures.read(workspace, following), lambda _: measure(left[1:]))
            else:
                self._workspace.read(lambda workspace: figures.outliers_of(workspace, round_id), then)

        self._workspace.read(lambda workspace: [*figures.compared_with(workspace, round_id), round_id], measure)

    def _mark(self, found: OutliersOf) -> None:
        """Mark the shares of what stands out; the mark's hint says why."""
        odd: dict[str, dict[str, str]] = {}
        for one in found.lines:
            indicator = found.round.catalogue.indicators[one.indicator]
            agency = found.round.by_id[one.outlier.agency].text(self._words.language)
            said = outlier_words.sentence(one.outlier, indicator, agency, self._words)
            odd.setdefault(one.indicator, {})[one.outlier.agency] = said
        self._tables.mark_odd(found.round.id, odd)
