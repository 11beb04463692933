"""How figures are typed into the other program: their writing, the order, what is done with the whole list."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from reformdesk.core.rekeying import Style, Typing
from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import button, columns, label, labelled, rows

_EXAMPLES = {Style.COMMA: "1234,5", Style.POINT: "1234.5", Style.GROUPED: "1.234,5"}
_STYLE, _PERCENT, _IN_FRONT, _STOPS = "rekeying/style", "rekeying/percent", "rekeying/in_front", "rekeying/stops"


class RekeyingSettings(QWidget):
    """``retyped`` says that figures are written otherwise; ``order``, ``anew`` and ``save`` ask for what has dialogs.

    What is chosen here is remembered for the next time.
    """

    retyped = Signal()
    front = Signal(bool)
    order = Signal()
    anew = Signal()
    save = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.styles = QComboBox()
        for style, example in _EXAMPLES.items():
            self.styles.addItem(example, style)
        self.percent = QCheckBox(self.tr("Rates with %"))
        self.stops = QCheckBox(self.tr("Ask before a figure that is not final"))
        self.in_front = QCheckBox(self.tr("Stay in front"))
        self.order_button = button(self.tr("Order…"), self.order.emit)
        self.save_button = button(self.tr("Save the list…"), self.save.emit)
        self.anew_button = button(self.tr("Begin anew…"), self.anew.emit)
        self._lay_out()
        kept = QSettings()
        self.styles.setCurrentIndex(max(0, self.styles.findData(str(kept.value(_STYLE, Style.COMMA.value)))))
        for tick, name, first in ((self.percent, _PERCENT, 0), (self.in_front, _IN_FRONT, 0), (self.stops, _STOPS, 1)):
            tick.setChecked(str(kept.value(name, first)) == "1")
            tick.toggled.connect(lambda _on: self._keep())
        self.styles.activated.connect(lambda _: self._keep())
        self.styles.activated.connect(lambda _: self.retyped.emit())
        self.percent.toggled.connect(lambda _: self.retyped.emit())
        self.in_front.toggled.connect(self.front)

    def _lay_out(self) -> None:
        layout = rows(self, margin=theme.SPACE_12, space=theme.SPACE_8)
        layout.addLayout(labelled(self.tr("How a figure is written"), self.styles))
        for tick in (self.percent, self.stops, self.in_front):
            layout.addWidget(tick)
        for one in (self.order_button, self.save_button, self.anew_button):
            line = columns()
            line.addWidget(one)
            line.addStretch(1)
            layout.addLayout(line)
        layout.addStretch(1)
        keys = self.tr("Space: copy, go on · Backspace: back · Delete: not carried over · digits: go to a number")
        layout.addWidget(label(keys, role="small", wrap=True))

    @property
    def typing(self) -> Typing:
        """How figures are written."""
        return Typing(Style(self.styles.currentData()), self.percent.isChecked())

    def _keep(self) -> None:
        kept = QSettings()
        kept.setValue(_STYLE, self.typing.style.value)
        for tick, name in ((self.percent, _PERCENT), (self.in_front, _IN_FRONT), (self.stops, _STOPS)):
            kept.setValue(name, int(tick.isChecked()))
