"""A table on the white sheet: hairlines, quiet heads, no grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reformdesk.ui import theme

_ROW = 26
_PADDING = 20
"""What a cell's text does not get of its width: the style sheet's padding and Qt's own margin, with a spare pixel."""
_ANY_HEIGHT = 10_000
_FIRST_ROWS, _MORE_ROWS = 50, 15
"""Rows that are measured in one go: at first more than a screen shows, then some milliseconds' work."""
_WIDEST = "W"
_UNKNOWN = -1.0
_ENOUGH_SHARED = 200
"""For less than this, in pixels at 100 %, columns that may be left out are left out."""
_LEAST_SHARED, _LEAST_SCALE = 110, 0.6
"""What a column that shares the room wants at least, in pixels at 100 %, and how far the others give way for it."""


class Tones(QStyledItemDelegate):
    """Lets a chosen row keep the colours that have a meaning."""

    def text_in(self, index: QModelIndex | QPersistentModelIndex, _width: int) -> str:
        """Return what is written in a cell of a width in pixels."""
        return _text_of(index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Write on the tint of what is chosen as on the sheet."""
        super().initStyleOption(option, index)
        option.palette.setBrush(QPalette.ColorRole.HighlightedText, option.palette.brush(QPalette.ColorRole.Text))


def _text_of(index: QModelIndex | QPersistentModelIndex, _width: int = 0) -> str:
    return str(index.data() or "")


class SheetTable(QTableView):
    """``opened`` gives the row that was double-clicked, or chosen with Enter; ``ticked`` the one of the space bar.

    ``entered_row`` gives the row that the cursor came to, -1 for none.
    """

    opened = Signal(int)
    ticked = Signal(int)
    entered_row = Signal(int)

    def __init__(self, model: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self._fits_rows = self._ends_with_rows = False
        self._scale = 1.0
        self._fixed: dict[int, int] = {}
        self._yielding: tuple[int, ...] = ()
        self._shares: dict[int, int] = {}
        self._text_size = theme.text_size()
        self._next_row = 0
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit_some)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._open)
        for changed in (model.modelReset, model.layoutChanged):
            changed.connect(self._rows_changed)
        self.setItemDelegate(Tones(self))

    def wrap_header(self) -> None:
        """Give long headings a second line."""
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(left | Qt.TextFlag.TextWordWrap))
        self._fit_header()

    def _fit_header(self) -> None:
        """Give the heads the height of the one with most lines."""
        header = self.horizontalHeader()
        if not header.defaultAlignment() & Qt.TextFlag.TextWordWrap:
            return
        font = QFont(self.font())
        font.setPixelSize(theme.px(theme.SMALL))
        metrics, most = QFontMetrics(font), 0
        for column in range(self.model().columnCount()):
            if not self.isColumnHidden(column):
                text = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
                room = QRect(0, 0, self.columnWidth(column) - _PADDING, _ANY_HEIGHT)
                most = max(most, metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height())
        header.setFixedHeight(most + 2 * theme.SPACE_8 + theme.SPACE_4)

    def fix(self, column: int, width: int) -> None:
        """Give one column a width that the user may change, in pixels at the common text size."""
        self._fixed[column] = width
        self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(column, theme.px(width))

    def share(self, shares: Mapping[int, int], fixed: Mapping[int, int], yielding: Sequence[int] = ()) -> None:
        """Let columns share the room that the ``fixed`` ones leave, by weight: nothing scrolls sideways, words wrap.

        Of the fixed ones the ``yielding`` are left out, first the first, where words would have too little room.
        """
        for column in self._yielding:
            self.setColumnHidden(column, False)
        self._yielding = tuple(yielding)
        self._shares = dict(shares)
        self._fixed = {}
        self._scale = 1.0
        self.setWordWrap(True)
        self.horizontalHeader().setStretchLastSection(False)
        for column in shares:
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        for column, width in fixed.items():
            self.fix(column, width)
        self._share_out()
        self._fits_rows = True
        self._fit_soon()

    def _share_out(self) -> None:
        columns = [column for column in self._shares if not self.isColumnHidden(column)]
        whole = sum(self._shares[column] for column in columns)
        self._yield(len(columns))
        self._squeeze(len(columns))
        taken = sum(self.columnWidth(column) for column in self._fixed if not self.isColumnHidden(column))
        room = max(0, self.viewport().width() - taken)
        for column in columns:
            self.setColumnWidth(column, room * self._shares[column] // whole)
        self._fit_header()

    def _yield(self, sharing: int) -> None:
        """Leave out what gives its place to words."""
        kept = sum(theme.px(width) for one, width in self._fixed.items() if one not in self._yielding)
        room = self.viewport().width() - sharing * theme.px(_ENOUGH_SHARED) - kept
        for column in reversed(self._yielding):
            room -= theme.px(self._fixed[column])
            if self.isColumnHidden(column) is not (room < 0):
                self.setColumnHidden(column, room < 0)
                self._scale = _UNKNOWN

    def _squeeze(self, sharing: int) -> None:
        """Make the fixed columns narrower where those that share the rest would have next to nothing."""
        fixed = {one: theme.px(width) for one, width in self._fixed.items() if not self.isColumnHidden(one)}
        wanted, room = sharing * theme.px(_LEAST_SHARED), self.viewport().width()
        scale = max(_LEAST_SCALE, min(1.0, (room - wanted) / max(1, sum(fixed.values()))))
        if scale != self._scale:
            self._scale = scale
            for column, width in fixed.items():
                self.setColumnWidth(column, round(width * scale))

    def end_with_rows(self) -> None:
        """Be no higher than the rows need, so that what stands below follows them."""
        self._ends_with_rows = True

    def fit_rows(self) -> None:
        """Give each row the height of its wrapped texts, with room to breathe, now and whenever the table is resized.

        Measured here: Qt's own hint forgets the cells' padding and cuts the last line off. The first
        rows have their heights at once, hundreds more get theirs by and by, so that nothing waits.
        """
        self._fits_rows = True
        self._share_out()
        self._next_row = 0
        self._fit_some()

    def _rows_changed(self) -> None:
        if self._fits_rows:
            self._fit_soon()

    def _fit_soon(self) -> None:
        """Do so once the columns have followed, once for all that is asked until then."""
        self._next_row = 0
        self._fitting.start()

    def _fit_some(self) -> None:
        if self._next_row == 0:
            self._share_out()
        model = self.model()
        last = min(self._next_row + (_MORE_ROWS if self._next_row else _FIRST_ROWS), model.rowCount())
        shown = [column for column in range(model.columnCount()) if not self.isColumnHidden(column)]
        widths = {column: self.columnWidth(column) - _PADDING for column in shown}
        widest = QFontMetrics(self.font()).horizontalAdvance(_WIDEST)
        least = theme.px(_ROW)
        delegate = self.itemDelegate()
        text_in = delegate.text_in if isinstance(delegate, Tones) else _text_of
        for row in range(self._next_row, last):
            cells = [(model.index(row, column), widths[column]) for column in shown]
            heights = [self._height_of(one, text_in(one, width + _PADDING), width, widest) for one, width in cells]
            height = max(least, *heights)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
        self._next_row = last
        if self._ends_with_rows:
            whole = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
            self.setMaximumHeight(whole + 2 * self.frameWidth())
        if last < model.rowCount():
            self._fitting.start()
        elif last > _FIRST_ROWS and self.currentIndex().isValid():
            # rows above it have grown since it was gone to
            self.scrollTo(self.currentIndex())

    def _height_of(self, index: QModelIndex, text: str, width: int, widest: int) -> int:
        if len(text) * widest <= width and "\n" not in text:
            return 0
        metrics = QFontMetrics(index.data(Qt.ItemDataRole.FontRole) or self.font())
        room = QRect(0, 0, width, _ANY_HEIGHT)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
        return height + theme.SPACE_12 if height > metrics.height() else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew where rows have the height of their texts."""
        super().resizeEvent(event)
        self._share_out()
        if self._fits_rows:
            # once the stretched columns have followed
            self._fit_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._text_size != theme.text_size():
            self._text_size = theme.text_size()
            self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
            self._scale = 1.0
            for column, width in self._fixed.items():
                self.setColumnWidth(column, theme.px(width))
            self._share_out()
            if self._fits_rows:
                self._fit_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, the space bar ticks."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticked.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell where the cursor is."""
        super().currentChanged(current, previous)
        self.entered_row.emit(current.row())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
