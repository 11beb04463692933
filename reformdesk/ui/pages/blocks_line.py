"""One rate for each block of agencies: a small field a block, handed over once all are filled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.catalogue import Indicator
from reformdesk.core.values import Rates, write_number
from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import columns, label
from reformdesk.ui.widgets.value_field import ValueField

_FIELD_WIDTH = 96


class BlocksLine(QWidget):
    """``typed`` gives the blocks' rates as one text, a line a block, as the tables print them."""

    typed = Signal(str)

    def __init__(self, indicator: Indicator, language: str) -> None:
        super().__init__()
        self._labels = {block.id: f"- {block.name.vi}" for block in indicator.blocks}
        self._fields: dict[str, ValueField] = {}
        line = columns(self, space=theme.SPACE_8)
        for block in indicator.blocks:
            name = block.name.text(language)
            line.addWidget(label(name, role="quiet"))
            field = ValueField()
            theme.hold(field, width=_FIELD_WIDTH)
            field.edit.arrow.hide()
            field.name(name, "%")
            field.committed.connect(self._gather)
            field.moved.connect(lambda _move, field=field: self._go_on(field))
            self._fields[block.id] = field
            line.addWidget(field)
            line.addSpacing(theme.SPACE_12)
        line.addStretch(1)

    def show_rates(self, value: Rates) -> None:
        """Show stored rates; the words before them stay as the reporter wrote them."""
        for rate in value.rates:
            self._labels[rate.block] = rate.label
            self._fields[rate.block].show_value(f"{write_number(rate.rate)}%")

    def begin(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self._fields.values())).edit.setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Hand over what is being typed."""
        for field in self._fields.values():
            field.commit()

    def _go_on(self, field: ValueField) -> None:
        field.edit.focusNextChild()

    def _gather(self) -> None:
        """A rate alone says nothing of the other blocks, so that nothing is handed over before all are there."""
        texts = {block: field.edit.text().strip().rstrip("%") for block, field in self._fields.items()}
        if all(texts.values()):
            self.typed.emit("\n".join(f"{self._labels[block]}: {text}%" for block, text in texts.items()))
