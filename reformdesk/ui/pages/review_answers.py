"""In a review: the table of answers, and beside it the details of the row that the cursor is in."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reformdesk.ui import theme
from reformdesk.ui.models.grid import GridModel
from reformdesk.ui.models.review import ReviewData
from reformdesk.ui.pages.review_details import ReviewDetails
from reformdesk.ui.widgets.basics import button, columns, label, rows
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

FILES = "E"
_DETAILS_WIDTH, _WIDE_DETAILS = 380, 480
_ROOM_FOR_MORE, _ROOM_FOR_ALL, _ROOM_FOR_WORDS = 1400, 1080, 720


class ReviewAnswers(QWidget):
    """Enter on a row shows its details or hides them; while they are shown they follow the cursor.

    With ``leads_on`` Enter goes on to the signed file instead (``wants_file``).
    """

    wants_file = Signal()

    def __init__(self, table: SheetTable, model: GridModel, words: Words) -> None:
        super().__init__()
        self._data: ReviewData | None = None
        self.table, self._model = table, model
        outer = rows(self, space=theme.SPACE_8)
        self._along = QWidget()
        line = columns(self._along, space=theme.SPACE_12)
        self.summary = label(role="small", wrap=True)
        line.addWidget(self.summary, 1)
        self.details_button = button(self.tr("Details of the row (Enter)"), self.turn, flat=True)
        self.files_button = button(self.tr("Files ({key})").format(key=FILES), self.go_to_files, flat=True)
        line.addWidget(self.details_button)
        line.addWidget(self.files_button)
        outer.addWidget(self._along)
        both = columns(space=theme.SPACE_12)
        self.details = ReviewDetails(words)
        both.addWidget(table, 1)
        both.addWidget(self.details)
        self.details.hide()
        outer.addLayout(both, 1)
        self.leads_on = False
        table.opened.connect(lambda _row: self.wants_file.emit() if self.leads_on else self.turn())
        table.entered_row.connect(self._follow)

    def show_review(self, data: ReviewData) -> None:
        """Tell what came along beside the figures."""
        self._data = data
        gone = len(data.files_before - {one.sha256 for one in data.files})
        areas = {data.round.catalogue.area_of[name] for name in data.names if data.narratives_on(name)[1]}
        told = [
            (self.tr("files: {count}"), len(data.files)),
            (self.tr("new files: {count}"), sum(map(data.is_new, data.files))),
            (self.tr("files that are not there any more: {count}"), gone),
            (self.tr("figures by subordinate units: {count}"), len(data.breakdowns)),
            (self.tr("areas with words: {count}"), len(areas)),
        ]
        parts = [text.format(count=count) for text, count in told if count]
        self.summary.setText(self.tr("Came along: {what}").format(what=" · ".join(parts)))
        self._along.setVisible(bool(parts))
        self.files_button.setEnabled(bool(data.files))
        self.files_button.setToolTip("" if data.files else self.tr("No files came along."))
        self._follow(self.table.currentIndex().row())
        self._make_room()

    def turn(self) -> None:
        """Show the details of the row, or hide them."""
        self.details.setVisible(self.details.isHidden())
        self._follow(self.table.currentIndex().row())
        self._make_room()

    def go_to_files(self) -> None:
        """Go to the files of the row; where it has none, to the first row that has some."""
        data = self._data
        if data is None or not data.files:
            return
        with_files = [name for name in data.names if data.files_on(name)]
        if with_files and self._name_at(self.table.currentIndex().row()) not in with_files:
            self.table.selectRow(self._model.row_of(with_files[0]))
        if self.details.isHidden():
            self.turn()
        self.details.take_focus_to_files()

    def _follow(self, row: int) -> None:
        name = self._name_at(row)
        if self._data is not None and name and not self.details.isHidden():
            self.details.show_row(self._data, name)

    def _name_at(self, row: int) -> str:
        """Return the indicator of a row; empty for an area's heading, and where there is no row."""
        return self._model.cell(row, 0).key if 0 <= row < self._model.rowCount() else ""

    def _make_room(self) -> None:
        """Leave out what there is no room for beside the details: the earlier periods, then the words as well."""
        shown = not self.details.isHidden()
        narrow, tiny = (shown and self.width() < theme.px(room) for room in (_ROOM_FOR_ALL, _ROOM_FOR_WORDS))
        details = _DETAILS_WIDTH if self.width() < theme.px(_ROOM_FOR_MORE) else _WIDE_DETAILS
        self.details.setFixedWidth(self.width() * 9 // 16 if tiny else theme.px(details))
        last = self._model.columnCount() - 1
        for column in range(2, last + 1):
            if column != last - 1:
                self.table.setColumnHidden(column, tiny if column == last else narrow)
        # once the table has its width
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Keep the row that the cursor is in on show, whatever height the rows have now."""
        self.table.fit_rows()
        self.table.scrollTo(self.table.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self._make_room()
