"""What the rows of a form have in common: the printed number and name, what was, and how it went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from reformdesk.core.catalogue import Indicator, Kind, Row
from reformdesk.ui import theme
from reformdesk.ui.models.earlier import EarlierCell
from reformdesk.ui.widgets.basics import columns, label, rows
from reformdesk.ui.widgets.sparkline import Sparkline
from reformdesk.words import Words

NUMBER_WIDTH, EARLIER_WIDTH, FIELD_WIDTH, TOOLS_WIDTH, MOST_WIDTH = 40, 68, 176, 112, 1360
FITS = ((1250, 4), (1000, 3), (760, 2))
"""How many earlier periods fit, by the least width of the page in pixels."""
LEAST_FOR_SERIES = 900
LEAST_BESIDE = 560
"""Pixels at 100 % from which a row's name has room beside its figures; below, it stands above them."""
LEVEL_INDENT = 14


class FigureRow(QFrame):
    """The row of one indicator; who makes one puts what is now at the end of its ``line``, and all else below it."""

    def __init__(
        self, row: Row, number: str, indicator: Indicator, words: Words, earlier: int, *, stacked: bool = False
    ) -> None:
        """Lay a row out, ``stacked`` with its name above its figures."""
        super().__init__()
        self.indicator = indicator
        self._words = words
        self.setObjectName("formRow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = self.outer = rows(self, space=theme.SPACE_4)
        outer.setContentsMargins(theme.SPACE_12, 6, theme.SPACE_12, 7)
        line = columns(space=theme.SPACE_12)
        shown = number if row.level == 0 else ""
        self._number = label(shown or row.number, role="quiet")
        theme.hold(self._number, width=NUMBER_WIDTH - theme.SPACE_12)
        line.addWidget(self._number)
        self._name = label(_name(row, indicator, words.language), wrap=True)
        theme.hold(self._name, least_height=theme.CONTROL)
        self._name.setIndent(row.level * LEVEL_INDENT)
        self._name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(self._name, 1)
        if stacked:
            outer.addLayout(line)
            line = columns(space=theme.SPACE_12)
            line.addStretch(1)
        self._earlier = [_earlier_label() for _ in range(earlier)]
        for past in self._earlier:
            line.addWidget(past)
        self._sparkline = Sparkline()
        if indicator.kind not in (Kind.COUNT, Kind.DECIMAL, Kind.PERCENT):
            # shown before it is on the page, it would be a window of its own
            self._sparkline.hide()
        keep = self._sparkline.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._sparkline.setSizePolicy(keep)
        line.addWidget(self._sparkline)
        outer.addLayout(line)
        self.line = line

    def show_earlier(self, past: Sequence[EarlierCell]) -> None:
        """Show earlier answers, in the order of the columns."""
        for place, cell in zip(self._earlier, past, strict=True):
            place.setText(cell.text)
            place.setToolTip(cell.tip)
            place.setAccessibleDescription(cell.tip)

    def leave_series_out(self) -> None:
        """Give the room of the sparkline to the name."""
        keep = self._sparkline.sizePolicy()
        keep.setRetainSizeWhenHidden(False)
        self._sparkline.setSizePolicy(keep)
        self._sparkline.hide()

    def show_series(self, heights: Sequence[float | None]) -> None:
        """Draw how the figure went."""
        self._sparkline.show_series(heights)


def spanned(order: Sequence[str], ends: Sequence[str]) -> Sequence[str]:
    """Return what lies between the first and the last of ``ends``, both included."""
    places = [order.index(name) for name in ends]
    return order[min(places) : max(places) + 1] if places else ()


def period_heading(text: str, width: int, title: str = "") -> QLabel:
    """Return what heads a column of figures; ``title`` is the period's full name."""
    made = label(text, role="small", wrap=True)
    theme.hold(made, width=width)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
    made.setToolTip(title)
    return made


def _earlier_label() -> QLabel:
    made = label(role="quiet")
    theme.hold(made, width=EARLIER_WIDTH)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


def _name(row: Row, indicator: Indicator, language: str) -> str:
    return indicator.name.text(language) if language == "en" else row.name


class GroupRow(QFrame):
    """A printed row that only structures."""

    def __init__(self, row: Row, language: str) -> None:
        super().__init__()
        self.setObjectName("formRow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = columns(self, space=theme.SPACE_12)
        line.setContentsMargins(theme.SPACE_12, theme.SPACE_8, theme.SPACE_12, theme.SPACE_8)
        number = label(row.number, role="quiet")
        theme.hold(number, width=NUMBER_WIDTH - theme.SPACE_12)
        line.addWidget(number)
        name = label(row.label.text(language), role="strong", wrap=True)
        name.setIndent(row.level * LEVEL_INDENT)
        line.addWidget(name, 1)
