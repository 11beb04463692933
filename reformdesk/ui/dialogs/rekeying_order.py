"""The order in which the ministry's software asks, pasted or loaded; what leads to no indicator is listed at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from reformdesk import rekeying_files
from reformdesk.core.catalogue import Catalogue
from reformdesk.core.rekeying import Order, numbered
from reformdesk.core.rekeying_order import ReadOrder, cells_in, read_order
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.grid import GridCell, GridModel
from reformdesk.ui.widgets.basics import button, columns, label, labelled, restyle, with_sign
from reformdesk.ui.widgets.sheet_table import SheetTable
from reformdesk.words import Words

_LEAST_WIDTH, _BOX_HEIGHT, _TABLE_HEIGHT = 380, 70, 50
_SIZE = (560, 560)
_PAUSE = 200
"""Milliseconds after the last letter before a list is read: it may have two thousand lines."""


class RekeyingOrderDialog(QuestionDialog):
    """:meth:`order` has what is to be kept; ``load`` asks for a file, whose rows :meth:`show_rows` is given.

    ``printed`` asks for the printed order again.
    """

    FITS = False
    GUIDE = "rekeying"
    load = Signal()
    printed = Signal()

    def __init__(self, parent: QWidget | None, catalogue: Catalogue, given: Order | None, words: Words) -> None:
        super().__init__(parent, self.tr("Order of the ministry's software"), self.tr("Use this order"), _LEAST_WIDTH)
        self.take(*_SIZE)
        self._catalogue, self._words = catalogue, words
        self._read = ReadOrder((), ())
        kept = given.listed if given is not None else ()
        self._of_others = tuple(name for name in kept if name not in catalogue.indicators)
        text = self.tr("One indicator a line: its printed number (3.1), its name, or both.")
        self.content.addWidget(label(text, role="quiet", wrap=True))
        self.box = QPlainTextEdit()
        self.box.setTabChangesFocus(True)
        theme.hold(self.box, least_height=_BOX_HEIGHT)
        self.content.addLayout(labelled(self.tr("Paste the list here"), self.box), 3)
        line = columns()
        self.load_button = button(self.tr("Load from a file…"), self.load.emit)
        line.addWidget(self.load_button)
        line.addStretch(1)
        self.content.addLayout(line)
        self.found = label(role="strong", wrap=True)
        self.content.addWidget(self.found)
        self.model = GridModel()
        self.table = SheetTable(self.model, self.tr("Lines that lead to no indicator"))
        theme.hold(self.table, least_height=_TABLE_HEIGHT)
        self.content.addWidget(self.table, 2)
        self.rest = QCheckBox(self.tr("What is not in the list comes at the end"))
        self.rest.setChecked(given is None or given.rest)
        self.content.addWidget(self.rest)
        self.add_buttons()
        self.printed_button = button(self.tr("Printed order"), self.printed.emit)
        self.printed_button.setEnabled(given is not None)
        self.printed_button.setToolTip("" if given is not None else self.tr("It is the one in use."))
        self.lead(self.printed_button)
        # Enter begins a new line of the list
        self.go.setDefault(False)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PAUSE)
        self._waiting.timeout.connect(self._look)
        self.box.setPlainText(as_text(catalogue, given.listed if given is not None else catalogue.order, words))
        self.box.textChanged.connect(self._waiting.start)
        self._look()
        self.box.selectAll()
        self.box.setFocus()

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Take a list from a file."""
        self.box.setPlainText("\n".join("\t".join(" ".join(cell.split()) for cell in row).rstrip() for row in rows))
        self._look()

    def order(self) -> Order:
        """Return the order as the list says it now; what another indicator set has is kept at the end."""
        self._look()
        return Order((*self._read.listed, *self._of_others), self.rest.isChecked())

    def _look(self) -> None:
        self._waiting.stop()
        self._read = read_order(self._catalogue, cells_in(self.box.toPlainText()))
        count, left = len(self._read.listed), len(self._catalogue.order) - len(self._read.listed)
        said = self.tr("In the list: {count} indicators. Not in it: {left}.").format(count=count, left=left)
        unmatched = self._read.unmatched
        if unmatched:
            more = self.tr("Lines that lead to no indicator: {count}.").format(count=len(unmatched))
            said = with_sign("warning", f"{said} {more}")
        restyle(self.found, tone="warning" if unmatched else "good" if count else "quiet")
        self.found.setText(said)
        lines = [[GridCell(text)] for text in rekeying_files.unmatched(unmatched, self._words)]
        self.model.show_rows([self.tr("Lines that lead to no indicator")], lines)
        self.table.share({0: 1}, {})
        self.table.setVisible(bool(unmatched))
        self.go.setEnabled(count > 0)
        self.go.setToolTip("" if count else self.tr("No line leads to an indicator yet."))


def as_text(catalogue: Catalogue, names: Sequence[str], words: Words) -> str:
    """Return an order as a list that can be read again: numbers and names."""
    known = [name for name in names if name in catalogue.indicators]
    return "\n".join(
        f"{numbered(catalogue, name)}\t{catalogue.indicators[name].name.text(words.language)}" for name in known
    )
