"""Beside a consolidated table: the chosen total, what was decided on it, and the shares behind it."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reformdesk.core.catalogue import Indicator
from reformdesk.core.charted import can_be_drawn
from reformdesk.core.consolidation import Share
from reformdesk.core.lineage import TotalLineage
from reformdesk.core.remarks import ENTERED, PROVISIONAL
from reformdesk.core.report import Cell
from reformdesk.core.values import Status, Value, write
from reformdesk.ui import theme
from reformdesk.ui.models.decided import named_by
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.models.lineage import decision_text
from reformdesk.ui.models.odd import marked
from reformdesk.ui.widgets.basics import button, clear, columns, label, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

ADJUST = "A"
_VALUE_WIDTH = 90
_MOST_LETTERS = 240
"""Of a decision beside its table; a reason may have two thousand."""


class TotalPane(QWidget):
    """Enter on a share opens its submission (``opened`` has the agency and the digest), Esc goes ``back``.

    ``adjust`` asks for another figure, ``charts`` for pictures.
    """

    opened = Signal(str, str)
    back = Signal()
    adjust = Signal()
    charts = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shares: tuple[Share, ...] = ()
        self._lines: list[list[GridCell]] = []
        self._odd: Mapping[str, str] = {}
        layout = rows(self, space=theme.SPACE_8)
        self.title = label(role="strong", wrap=True)
        self.coverage = label(role="small", wrap=True)
        head = columns(space=theme.SPACE_8)
        head.addWidget(self.title, 1)
        self.adjust_button = button(self.tr("Adjust… (A)"), self.adjust.emit)
        head.addWidget(self.adjust_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        self.printed = label(role="small", wrap=True)
        layout.addWidget(self.printed)
        layout.addWidget(self.coverage)
        self.source = label(role="small", wrap=True)
        layout.addWidget(self.source)
        self._decisions = QWidget()
        self._said = rows(self._decisions, space=theme.SPACE_4)
        layout.addWidget(self._decisions)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Shares"))
        self.table.opened.connect(self._open)
        layout.addWidget(self.table, 1)
        self.charts_button = button(self.tr("Charts…"), self.charts.emit)
        layout.addWidget(self.charts_button)
        shortcut = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.back)

    def show_total(self, cell: Cell, period: str, printed: str) -> None:
        """Show a total before what is behind it was read; ``printed`` is what its row or column says on the paper."""
        if cell.indicator is None or cell.total is None:
            return
        total = cell.total
        self.charts_button.setVisible(can_be_drawn(cell.indicator))
        name = cell.indicator.name.text(self._words.language)
        self.title.setText(name)
        self.printed.setText(self.tr("Printed: {name}").format(name=printed))
        self.printed.setVisible(printed != name)
        text = self.tr("{round}: {value}, from {coverage} agencies")
        if total.is_past:
            text = self.tr("{round}: {value}, as reported at the time")
        text = text.format(round=period, value=cell.text or self._words.answer("blank"), coverage=total.coverage)
        if total.entered:
            text += self.tr(", of which {count} entered on behalf").format(count=total.entered)
        if total.provisional:
            text += self.tr("; {count} not compared").format(count=total.provisional)
        self.coverage.setText(text)
        self.source.hide()

    def show_lineage(self, found: TotalLineage, indicator: Indicator, names: Mapping[str, str]) -> None:
        """Show what was decided on the total, and its shares."""
        clear(self._said)
        self._show_parts(found)
        named = named_by(found.round, found.decisions)
        for line in found.decisions:
            shown = label(
                shorten(decision_text(line, named, self._words, indicator), _MOST_LETTERS, placeholder="…"),
                role="small",
                tone="warning" if line.stands and line.decision.subject == indicator.id else "quiet",
                wrap=True,
            )
            self._said.addWidget(shown)
        before = self._at()
        self._shares = found.total.shares
        indicators = found.round.catalogue.indicators
        behind: dict[str, list[str]] = {}
        for part in found.parts:
            for share in part.shares:
                behind.setdefault(share.agency, []).append(self._figure(share.value, indicators[part.indicator]))
        self._lines = [
            self._line(share, indicator, names, " / ".join(behind.get(share.agency, ()))) for share in self._shares
        ]
        self._list(before)

    def _show_parts(self, found: TotalLineage) -> None:
        """Say what a rate is computed from."""
        self.source.setVisible(bool(found.parts))
        if not found.parts:
            return
        catalogue = found.round.catalogue
        (part, numerator), (whole, denominator) = (
            (catalogue.printed_number(one.indicator), self._figure(one.value, catalogue.indicators[one.indicator]))
            for one in found.parts
        )
        text = self.tr("Computed: row {part} ({numerator}) out of row {whole} ({denominator})")
        self.source.setText(text.format(part=part, numerator=numerator, whole=whole, denominator=denominator))

    def _figure(self, value: Value, indicator: Indicator) -> str:
        return self._words.answer(value.value) if isinstance(value, Status) else write(value, indicator)

    def mark(self, odd: Mapping[str, str]) -> None:
        """Mark the shares that stand out, by agency, in words."""
        if odd != self._odd:
            self._odd = odd
            self._list(self._at())

    def _at(self) -> str:
        row = self.table.currentIndex().row()
        return self._shares[row].agency if 0 <= row < len(self._shares) else ""

    def _list(self, at: str) -> None:
        lines = marked(self._lines, [share.agency for share in self._shares], self._odd)
        self.model.show_rows([self.tr("Agency"), self.tr("Share")], lines)
        self.table.share({0: 1}, {1: _VALUE_WIDTH})
        self.go_to(at)

    def _line(self, share: Share, indicator: Indicator, names: Mapping[str, str], parts: str) -> list[GridCell]:
        """Return an agency's name and share; ``parts`` are a rate's, said where one looks closer."""
        status = share.value if isinstance(share.value, Status) else None
        text = self._words.answer(status.value) if status else write(share.value, indicator).replace("\n", "; ")
        signs = [sign for sign, bears in ((PROVISIONAL, share.provisional), (ENTERED, share.entered)) if bears]
        name = names.get(share.agency, share.agency)
        return [
            GridCell(" ".join([*signs, name]), hint=share.explanation or name, key=share.agency),
            GridCell(text, right=True, tone="quiet" if status else "", hint=parts),
        ]

    def show_decisions(self, *, shown: bool) -> None:
        """Leave out who decided where there is no room; what asks for another figure tells it as well."""
        self._decisions.setVisible(shown)

    def stops(self) -> tuple[tuple[str, str], ...]:
        """Return the submissions behind the shares, in their order."""
        return tuple((share.agency, share.submission) for share in self._shares)

    def go_to(self, agency: str) -> None:
        """Put the cursor on an agency's share."""
        places = [place for place, share in enumerate(self._shares) if share.agency == agency]
        if places:
            self.table.selectRow(places[0])

    def take_focus(self) -> None:
        """Let the keys go to the shares."""
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._shares):
            self.opened.emit(self._shares[row].agency, self._shares[row].submission)
