"""A field for one figure of an indicator: what was typed is read, and where it can be read in two ways, asked about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core import values
from reformdesk.core.catalogue import Indicator, Kind
from reformdesk.core.values import Ambiguous, Status, Unreadable, Value
from reformdesk.ui import theme
from reformdesk.ui.models.form import field_text
from reformdesk.ui.widgets.basics import Strip, button, clear, label, rows
from reformdesk.ui.widgets.value_field import ValueField
from reformdesk.words import Words

_OFFERED = (Status.NOT_DONE, Status.IN_PROGRESS, Status.NOT_APPLICABLE)


class FigureBox(QWidget):
    """``changed`` follows each key; :attr:`value` is what is typed, ``None`` while it cannot be read.

    ``left`` says that Enter was pressed in the field.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, words: Words, indicator: Indicator, name: str) -> None:
        super().__init__()
        self._words = words
        self._indicator = indicator
        self.value: Value | None = None
        layout = rows(self, space=theme.SPACE_4)
        layout.addWidget(label(name))
        self.field = ValueField(mark=indicator.kind is Kind.MARK, text=indicator.kind is Kind.TEXT)
        self.field.name(name)
        self.field.offer([(one.value, words.answer(one.value)) for one in _OFFERED])
        layout.addWidget(self.field)
        self._said = rows(space=theme.SPACE_4)
        layout.addLayout(self._said)
        self.setFocusProxy(self.field)
        self.field.drafted.connect(self._drafted)
        self.field.committed.connect(self._read)
        self.field.chosen.connect(self._choose_status)
        self.field.taken_back.connect(lambda: self._read(self.field.edit.text()))
        self.field.moved.connect(lambda _: self.left.emit())

    def show_value(self, value: Value) -> None:
        """Begin with a figure."""
        self._settle(value)

    def take(self) -> None:
        """Read what is typed, if that was not done yet."""
        self.field.commit()

    def focus(self) -> None:
        """Let the keys go to the field."""
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drafted(self, text: str) -> None:
        """While someone types nothing is said, but what can be read at once counts at once."""
        self._say(None)
        reading = self._reading(text)
        self.value = None if isinstance(reading, Ambiguous | Unreadable) else reading
        self.changed.emit()

    def _reading(self, text: str) -> Value | Ambiguous | Unreadable:
        return self._words.status_named(text) or values.read(text, self._indicator)

    def _read(self, text: str) -> None:
        reading = self._reading(text)
        if isinstance(reading, Ambiguous | Unreadable):
            self.value = None
            self._say(reading)
            self.changed.emit()
        else:
            self._settle(reading)

    def _choose_status(self, code: str) -> None:
        self._settle(Status(code))

    def _settle(self, value: Value) -> None:
        self.value = value
        self._say(None)
        status = isinstance(value, Status)
        blank = value is Status.BLANK
        text = "" if blank else self._words.answer(value.value) if isinstance(value, Status) else ""
        self.field.show_value(text if status else field_text(value, self._indicator).replace("\n", "; "), words=status)
        self.changed.emit()

    def _say(self, reading: Ambiguous | Unreadable | None) -> None:
        clear(self._said)
        self.field.show_state("" if reading is None else "error" if isinstance(reading, Unreadable) else "warning")
        if isinstance(reading, Unreadable):
            self._said.addWidget(Strip("error", self._words.unreadable(reading)))
        elif reading is not None:
            strip = Strip("warning", self.tr("Which one do you mean?"))
            for choice in reading.choices:
                strip.add(button(field_text(choice, self._indicator) or "–", partial(self._settle, choice)))
            self._said.addWidget(strip)
