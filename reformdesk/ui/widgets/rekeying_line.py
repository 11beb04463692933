"""The line that is next to be typed, large; and what was copied of the one before it."""

from __future__ import annotations

from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from reformdesk import rekeying_files
from reformdesk.core import rekeying
from reformdesk.core.rekeying import Line, State, Typing
from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import button, columns, label, restyle, rows, with_sign
from reformdesk.words import Words

_MOST_LETTERS = 240
"""Of words that are no figure; an answer may have two thousand."""
_HEIGHT, _LOW, _PASTE_HEIGHT = 186, 130, 46
"""So that the list below stays where it is while one goes from line to line; the low one is for a small screen."""


class RekeyingLine(QWidget):
    """``taken`` asks for the figure to be copied and the line to be left."""

    taken = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.hold(self, least_height=_HEIGHT)
        layout = rows(self, margin=theme.SPACE_12, space=theme.SPACE_4)
        self._place = label(role="small")
        self._name = label(role="strong", wrap=True)
        line = columns(space=theme.SPACE_8)
        self.figure = label(role="large")
        self._unit = label(role="quiet")
        line.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBaseline)
        self.choice = label(role="strong", wrap=True)
        self.warning = label(tone="warning", wrap=True)
        layout.addWidget(self._place)
        layout.addWidget(self._name)
        layout.addLayout(line)
        layout.addWidget(self.choice)
        layout.addWidget(self.warning)
        layout.addStretch(1)
        self.take = button("", self.taken.emit, primary=True)
        layout.addWidget(self.take)

    def be_low(self, *, low: bool) -> None:
        """Leave more of a small screen to the list."""
        theme.hold(self, least_height=_LOW if low else _HEIGHT)

    def show_line(self, line: Line | None, count: int, typing: Typing, *, asked: bool) -> None:
        """Show a line of ``count``; ``asked`` says that its figure is not final and was not copied yet."""
        for one in (self.figure, self._unit, self.choice, self.warning):
            one.setVisible(line is not None)
        self.take.setEnabled(line is not None)
        if line is None:
            self._place.setText("")
            self._name.setText(self.tr("Nothing is left to be typed here."))
            self.take.setText(self.tr("Copy and go on (Space)"))
            self.take.setToolTip(self.tr("There is no line at hand."))
            return
        self.take.setToolTip("")
        self._place.setText(
            self.tr("Line {place} of {count} · No. {number}").format(place=line.place, count=count, number=line.number)
        )
        name = rekeying_files.name_of(line, self._words)
        self._name.setText(name)
        text = rekeying.typed(line.value, line.indicator, typing)
        self.figure.setText(text)
        self._unit.setText(rekeying_files.unit_of(line, self._words))
        chosen = rekeying_files.choice(line.value, self._words)
        self.choice.setText(shorten(chosen, _MOST_LETTERS, placeholder="…"))
        for one, shown in ((self.figure, line.is_figure), (self._unit, line.is_figure), (self.choice, bool(chosen))):
            one.setVisible(shown)
        self._show_warning(line, typing)
        self._show_button(line, asked=asked)
        self.take.setAccessibleName(f"{self.take.text()}: {line.number} {name}: {text or chosen}")

    def _show_warning(self, line: Line, typing: Typing) -> None:
        said = []
        if line.state is State.CHANGED:
            said.append(with_sign("warning", rekeying_files.how_far(line, typing, self._words)))
        said += [with_sign("warning", one) for one in rekeying_files.remarks(line, self._words)]
        if not line.listed:
            said.append(rekeying_files.say(self._words, "not-listed"))
        restyle(self.warning, tone="warning" if line.needs_care or line.state is State.CHANGED else "quiet")
        self.warning.setText("\n".join(said))
        self.warning.setVisible(bool(said))

    def _show_button(self, line: Line, *, asked: bool) -> None:
        if asked:
            self.take.setText(self.tr("Not final. Copy it all the same (Space)"))
        elif line.is_figure:
            self.take.setText(self.tr("Copy and go on (Space)"))
        else:
            self.take.setText(self.tr("Chosen, go on (Space)"))


class ToPaste(QFrame):
    """What lies on the clipboard, or was to be chosen, until the next line is left: it is typed in the browser now."""

    def __init__(self) -> None:
        super().__init__()
        layout = rows(self, space=0)
        layout.setContentsMargins(theme.SPACE_12, theme.SPACE_4, theme.SPACE_12, theme.SPACE_4)
        self._said = label(role="strong", wrap=True)
        # two lines, so that nothing below it moves
        theme.hold(self, least_height=_PASTE_HEIGHT)
        layout.addWidget(self._said)

    def say(self, text: str, tone: str) -> None:
        """Say something in a colour that has a meaning."""
        restyle(self, strip=tone)
        restyle(self._said, tone=tone)
        self._said.setText(text)

    def text(self) -> str:
        """Return what is said."""
        return self._said.text()
