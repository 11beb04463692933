"""The look before something is written: what would land where, with a tick each. Nothing is overwritten unseen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from reformdesk.core.number_style import NumberStyle
from reformdesk.core.pasting import Block, Landing
from reformdesk.ui import theme
from reformdesk.ui.models.preview import NEW, NOW, Preview, PreviewModel
from reformdesk.ui.models.ticking import NAME, NOTE, NUMBER
from reformdesk.ui.widgets.basics import Strip, button, clear, columns, label, rows
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.ui.widgets.take_button import TakeButton
from reformdesk.words import Words

_SHOWN_OF_A_COLUMN = 3


class PreviewPage(QWidget):
    """``taken`` has what is to be written, ``left`` leaves all as it stands, ``relaid`` lays a block otherwise."""

    taken = Signal(object)
    left = Signal()
    relaid = Signal(object)
    leads = True

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        self._source = label(role="title", wrap=True)
        layout.addWidget(self._source)
        hint = self.tr("Nothing is written yet. Take the tick off what should stay as it is (space bar).")
        layout.addWidget(label(hint, role="quiet", wrap=True))
        self._layout_line = self._make_choices()
        layout.addWidget(self._layout_line)
        self.model = PreviewModel(words)
        self.model.counted.connect(self._count)
        self.table = SheetTable(self.model, self.tr("What would be written"))
        self.table.share({NAME: 1, NOTE: 1}, {NUMBER: 76, NOW: 150, NEW: 150})
        self.table.opened.connect(self._open)
        self.table.ticked.connect(self.model.toggle)
        layout.addWidget(self.table, 1)
        self._remarks = rows(space=theme.SPACE_4)
        layout.addLayout(self._remarks)
        buttons = columns()
        self.leave = button(self.tr("Leave all as it is"), self.left.emit)
        self.take = TakeButton(self._take)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        layout.addLayout(buttons)

    def _make_choices(self) -> FoldingLine:
        self.figures = QComboBox()
        self.figures.setAccessibleName(self.tr("The figures stand in column"))
        self.style_box = QComboBox()
        self.style_box.setAccessibleName(self.tr("Numbers are written"))
        for text, style in (
            (self.tr("ask for each"), None),
            ("1.234,5", NumberStyle.VIETNAMESE),
            ("1,234.5", NumberStyle.ENGLISH),
        ):
            self.style_box.addItem(text, style)
        self._landing: Landing | None = None
        groups = []
        for box in (self.figures, self.style_box):
            box.activated.connect(self._relay)
            groups.append(group := QWidget())
            line = columns(group, space=theme.SPACE_12)
            line.addWidget(label(box.accessibleName(), role="quiet"))
            line.addWidget(box)
            line.addStretch(1)
        return FoldingLine(*groups, near=True)

    def show_preview(self, preview: Preview) -> None:
        """Show what a source offers."""
        self._layout_line.hide()
        self._show(preview)

    def show_block(self, preview: Preview, block: Block, landing: Landing) -> None:
        """Show what a block from a clipboard offers; how it is laid can be changed."""
        self._landing = landing
        self.figures.clear()
        for place in range(block.width):
            some = [cell for cell in block.column(place) if cell][:_SHOWN_OF_A_COLUMN]
            if place not in (landing.names, landing.words):
                self.figures.addItem(f"{place + 1}: {', '.join(some)}"[:40], place)
        self.figures.setCurrentIndex(self.figures.findData(landing.figures))
        self.style_box.setCurrentIndex([None, *NumberStyle].index(landing.style))
        self._layout_line.show()
        self._show(preview)

    def begin(self) -> None:
        """Put the cursor on the rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, NEW))

    def _show(self, preview: Preview) -> None:
        self._source.setText(preview.source)
        self.model.show_preview(preview)
        self.table.fit_rows()
        clear(self._remarks)
        for remark in preview.remarks:
            self._remarks.addWidget(Strip("warning", remark))

    def _count(self) -> None:
        self.take.show_count(len(self.model.given()), self.model.replaced())

    def _relay(self) -> None:
        if self._landing is not None:
            # Qt keeps the text of an enumeration alone
            code = self.style_box.currentData()
            style = NumberStyle(code) if code else None
            self.relaid.emit(Landing(self._landing.names, self.figures.currentData(), self._landing.words, style))

    def _take(self) -> None:
        self.taken.emit(self.model.given())

    def _open(self, row: int) -> None:
        """Enter settles what a row means, where that is asked; else it takes what is ticked."""
        choices = self.model.choices(row)
        if not choices:
            if self.take.isEnabled():
                self._take()
            return
        name = self.model.proposal(row).indicator
        self.menu = QMenu(self)
        for choice in choices:
            action = self.menu.addAction(self.model.words_of(choice, name))
            action.triggered.connect(lambda _=False, choice=choice: self.model.choose(row, choice))
        below = self.table.visualRect(self.model.index(row, NEW)).bottomLeft()
        self.menu.setActiveAction(self.menu.actions()[0])
        self.menu.popup(self.table.viewport().mapToGlobal(below + QPoint(0, 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
