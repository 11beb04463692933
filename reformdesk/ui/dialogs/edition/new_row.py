"""A new row of a table: one that asks, or one that only structures."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from reformdesk.core.catalogue import Kind, Label, Layout, Nature, Reporter, Table
from reformdesk.core.edition import Edit
from reformdesk.core.indicator_edits import AddIndicator
from reformdesk.core.nesting import end_of
from reformdesk.core.table_edits import LAST, AddRow
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.edition_rows import PrintedLine
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.pages.edition.beside import choices
from reformdesk.ui.widgets.basics import fit, label, labelled

_BEHIND, _WITHIN, _END = "behind", "within", "end"
_WIDTH = 620


class NewRowDialog(QuestionDialog):
    """``behind`` is the row that the cursor was on, ``None`` in an empty table."""

    GUIDE = "edition"

    def __init__(
        self,
        parent: QWidget,
        table: Table,
        behind: PrintedLine | None,
        reporters: Mapping[Reporter, str],
        wording: EditionWording,
    ) -> None:
        super().__init__(parent, self.tr("A new row"), self.tr("Add"), _WIDTH)
        self._table, self._behind = table, behind
        self._reporters = tuple(reporters)
        self._across = table.layout is Layout.PERIODS_ACROSS
        self.heading = QCheckBox(self.tr("Only a heading: nothing is asked in this row"))
        self.heading.setVisible(self._across)
        self.content.addWidget(self.heading)
        self.number, self.name, self.english, self.unit, self.unit_english = (QLineEdit() for _ in range(5))
        for edit in (self.name, self.english):
            edit.setMaxLength(400)
        self.number.setMaxLength(40)
        self.place = choices(self.tr("Place"))
        if behind is not None and self._across:
            self.place.addItem(self.tr("behind “{row}”").format(row=_short(behind.name)), _BEHIND)
            self.place.addItem(self.tr("within “{row}”").format(row=_short(behind.name)), _WITHIN)
        self.place.addItem(self.tr("at the end"), _END)
        self.kind, self.nature, self.reporter = (choices("") for _ in range(3))
        for kind, text in wording.kinds.items():
            self.kind.addItem(text, kind)
        for nature, text in wording.natures.items():
            self.nature.addItem(text, nature)
        self.nature.setCurrentIndex(self.nature.findData(Nature.FLOW))
        for reporter, text in reporters.items():
            self.reporter.addItem(text, reporter)
        self.content.addLayout(labelled(self.tr("Name, in Vietnamese"), self.name))
        self.content.addLayout(labelled(self.tr("Name, in English"), self.english))
        first = _Pairs()
        first.add((self.tr("Number"), self.number), (self.tr("Place"), self.place))
        self.content.addLayout(first.grid)
        self.asked = QWidget()
        second = _Pairs(self.asked)
        second.add((self.tr("Kind of figure"), self.kind), (self.tr("Counted"), self.nature))
        second.add((self.tr("Unit, in Vietnamese"), self.unit), (self.tr("Unit, in English"), self.unit_english))
        second.add((self.tr("Reported by"), self.reporter))
        self.content.addWidget(self.asked)
        self.number.setVisible(self._across)
        self.add_buttons()
        self.name.textChanged.connect(lambda _: self._enable())
        self.heading.toggled.connect(self._fold)
        self._enable()
        self.name.setFocus()

    def _fold(self, heading: bool) -> None:
        self.asked.setVisible(not heading)
        fit(self)

    def _enable(self) -> None:
        self.go.setEnabled(bool(self.name.text().strip()))
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Type the name first."))

    def choose(self, reporter: Reporter) -> None:
        """Choose who reports."""
        if reporter in self._reporters:
            self.reporter.setCurrentIndex(self._reporters.index(reporter))

    def edit(self) -> Edit:
        """Return what adds the row."""
        at, level = self._place()
        name, english, number = (one.text().strip() for one in (self.name, self.english, self.number))
        if self.heading.isChecked():
            return AddRow(self._table.id, name, number, english, level, at=at)
        return AddIndicator(
            self._table.id,
            Label(name, english),
            self._reporters[self.reporter.currentIndex()],
            Kind(self.kind.currentData()),
            Nature(self.nature.currentData()),
            Label(self.unit.text().strip(), self.unit_english.text().strip()),
            number,
            level,
            at=at,
        )

    def _place(self) -> tuple[int, int]:
        """Return the place among the table's rows, and the depth."""
        chosen, behind = self.place.currentData(), self._behind
        if chosen == _END or behind is None or not self._across:
            return LAST, 0
        end = end_of([row.level for row in self._table.rows], behind.place)
        return end, behind.level + (chosen == _WITHIN)


class _Pairs:
    """Fields below their names, two side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.grid = QGridLayout(parent) if parent is not None else QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(theme.SPACE_12)
        self.grid.setVerticalSpacing(theme.SPACE_4)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

    def add(self, *pairs: tuple[str, QLineEdit | QComboBox]) -> None:
        """Add a line."""
        row = self.grid.rowCount()
        for column, (text, field) in enumerate(pairs):
            wide = 2 if len(pairs) == 1 else 1
            self.grid.addWidget(label(text), row, column, 1, wide)
            self.grid.addWidget(field, row + 1, column, 1, wide)
            field.setAccessibleName(text)


def _short(name: str) -> str:
    return name if len(name) <= _MOST_SHORT else f"{name[:_MOST_SHORT].rstrip()}…"


_MOST_SHORT = 24
