"""The areas of an edition and the tables in each: added, named, moved, removed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.catalogue import Area, Catalogue, Label, Layout, Table
from reformdesk.core.edition import Edit
from reformdesk.core.table_edits import (
    AddArea,
    AddTable,
    MoveTable,
    RemoveArea,
    RemoveTable,
    RetitleArea,
    RetitleTable,
)
from reformdesk.ui import theme
from reformdesk.ui.dialogs.edition.small import NamesDialog
from reformdesk.ui.models.edition_sight import EditionSight
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.pages.edition.beside import choices
from reformdesk.ui.widgets.basics import Strip, button, columns, foot, label, labelled, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable

_AREA, _TABLE = "area:", "table:"
_MOST_TINY = 12


class TablesDialog(FittedDialog):
    """Every step is asked for at once by ``edited``; what is shown follows."""

    GUIDE = "edition"
    FITS = False
    edited = Signal(object)

    def __init__(self, parent: QWidget, wording: EditionWording) -> None:
        super().__init__(parent)
        self._wording = wording
        self._catalogue: Catalogue | None = None
        self._problem: Strip | None = None
        self.setWindowTitle(self.tr("Areas and tables"))
        self.take(720, 560)
        layout = self._rows = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("Areas and tables"), role="title"))
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Areas and tables"))
        self.table.entered_row.connect(lambda _: self._enable())
        self.table.opened.connect(lambda _: self._retitle())
        layout.addWidget(self.table, 1)
        self.area_button = button(self.tr("New area…"), self._add_area)
        self.table_button = button(self.tr("New table…"), self._add_table)
        self.title_button = button(self.tr("Titles…"), self._retitle)
        self.remove_button = button(self.tr("Remove"), self._remove)
        self.up_button = button(self.tr("Up"), lambda: self._move(-1))
        self.down_button = button(self.tr("Down"), lambda: self._move(1))
        first = QWidget()
        line = columns(first)
        for one in (self.area_button, self.table_button, self.title_button):
            line.addWidget(one)
        layout.addWidget(FoldingLine(first, self.up_button, self.down_button, self.remove_button, near=True))
        self.close_button = button(self.tr("Close"), self.accept, primary=True)
        foot(layout, [], [self.close_button])

    def show_sight(self, sight: EditionSight) -> None:
        """List the areas with their tables; the cursor stays on its line."""
        self._catalogue = sight.catalogue
        before, row = self._chosen(), self.table.currentIndex().row()
        language = self._wording.language
        lines = []
        for area in sight.catalogue.areas:
            short = area.short.text(language)
            lines.append([GridCell(area.title, strong=True, key=f"{_AREA}{area.id}"), GridCell(short, tone="quiet")])
            for table in sight.catalogue.tables_of(area.id):
                title = table.label.text(language)
                count = self.tr("indicators: {count}").format(count=sum(1 for _ in table.indicators()))
                lines.append([GridCell(f"   {title}", key=f"{_TABLE}{table.id}"), GridCell(count, tone="quiet")])
        self.model.show_rows([self.tr("Area, and its tables"), ""], lines)
        self.table.share({0: 1}, {1: 180})
        if lines:
            same = self.model.row_of(before)
            self.table.selectRow(same if same >= 0 else min(max(0, row), len(lines) - 1))
        self._tell("")
        self._enable()

    def show_problem(self, problem: str) -> None:
        """Say why it did not work."""
        self._tell(problem)

    def _tell(self, problem: str) -> None:
        if self._problem is not None:
            self._rows.removeWidget(self._problem)
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None
        if problem:
            self._problem = Strip("error", problem)
            self._rows.insertWidget(2, self._problem)

    def _chosen(self) -> str:
        row = self.table.currentIndex().row()
        return self.model.cell(row, 0).key if 0 <= row < self.model.rowCount() else ""

    def _at(self) -> Area | Table | None:
        kind, _, name = self._chosen().partition(":")
        if self._catalogue is None or not name:
            return None
        things = self._catalogue.areas if f"{kind}:" == _AREA else self._catalogue.tables
        return next((one for one in things if one.id == name), None)

    def _enable(self) -> None:
        chosen = self._at()
        self.table_button.setEnabled(chosen is not None)
        for one in (self.title_button, self.remove_button):
            one.setEnabled(chosen is not None)
        for one in (self.up_button, self.down_button):
            one.setEnabled(isinstance(chosen, Table))

    def _names(self, title: str, *fields: tuple[str, str]) -> NamesDialog:
        self.names = NamesDialog(self, title, fields)
        return self.names

    def _area_fields(self, area: Area | None) -> NamesDialog:
        short, tiny = (area.short, area.tiny) if area is not None else (Label("", ""), Label("", ""))
        return self._names(
            self.tr("An area's titles"),
            (self.tr("Title as printed"), area.title if area is not None else ""),
            (self.tr("Short name, in Vietnamese"), short.vi),
            (self.tr("Short name, in English"), short.en),
            (self.tr("Head of the board's column, in Vietnamese"), tiny.vi),
            (self.tr("Head of the board's column, in English"), tiny.en),
        )

    def _add_area(self) -> None:
        dialog = self._area_fields(None)
        dialog.accepted.connect(lambda: self._ask(AddArea(*_area_names(dialog))))
        dialog.open()

    def _add_table(self) -> None:
        chosen = self._at()
        if chosen is None:
            return
        area = chosen.area if isinstance(chosen, Table) else chosen.id
        dialog = self._names(
            self.tr("A new table"),
            (self.tr("Title, in Vietnamese"), ""),
            (self.tr("Title, in English"), ""),
        )
        layout = choices(self.tr("Layout"))
        layout.addItem(self.tr("indicators down, periods across"), Layout.PERIODS_ACROSS)
        layout.addItem(self.tr("periods down, indicators across"), Layout.PERIODS_DOWN)
        dialog.content.addLayout(labelled(self.tr("Layout"), layout))
        dialog.accepted.connect(lambda: self._ask(AddTable(area, *_titles(dialog), Layout(layout.currentData()))))
        dialog.open()

    def _retitle(self) -> None:
        chosen = self._at()
        if isinstance(chosen, Area):
            dialog = self._area_fields(chosen)
            dialog.accepted.connect(lambda: self._ask(RetitleArea(chosen.id, *_area_names(dialog))))
            dialog.open()
        elif isinstance(chosen, Table):
            dialog = self._names(
                self.tr("A table's title"),
                (self.tr("Title, in Vietnamese"), chosen.title),
                (self.tr("Title, in English"), chosen.title_en),
            )
            dialog.accepted.connect(lambda: self._ask(RetitleTable(chosen.id, *_titles(dialog))))
            dialog.open()

    def _remove(self) -> None:
        chosen = self._at()
        if isinstance(chosen, Area):
            self._ask(RemoveArea(chosen.id))
        elif isinstance(chosen, Table):
            self._ask(RemoveTable(chosen.id))

    def _move(self, step: int) -> None:
        """Move a table among all tables; beyond the first or last of its area it comes to the next area."""
        chosen, catalogue = self._at(), self._catalogue
        if not isinstance(chosen, Table) or catalogue is None:
            return
        at = catalogue.tables.index(chosen) + step
        areas = [area.id for area in catalogue.areas]
        own = catalogue.tables_of(chosen.area)
        edge = own[0] if step < 0 else own[-1]
        if chosen is not edge:
            self._ask(MoveTable(chosen.id, at))
        elif 0 <= areas.index(chosen.area) + step < len(areas):
            self._ask(MoveTable(chosen.id, catalogue.tables.index(chosen), areas[areas.index(chosen.area) + step]))

    def _ask(self, edit: Edit) -> None:
        self.edited.emit(edit)


def _titles(dialog: NamesDialog) -> tuple[str, str]:
    title, english = dialog.names()[:2]
    return title, english


def _area_names(dialog: NamesDialog) -> tuple[str, Label, Label]:
    """Return an area's title, short and shortest name; what was left empty is taken from the title."""
    title, short, short_en, tiny, tiny_en = dialog.names()
    short = short or title
    return (
        title,
        Label(short, short_en),
        Label(tiny or short[:_MOST_TINY].strip(), tiny_en or short_en[:_MOST_TINY].strip()),
    )
