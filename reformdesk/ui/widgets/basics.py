"""Small pieces that every page uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reformdesk.ui import theme

_Layout = TypeVar("_Layout", bound=QBoxLayout)

UNROLLED = "unrolled"
"""The name of a dialog's scroll area that is scrolled only where the screen is too low for it."""
_SCROLL_BAR = 12
_EMPTY_WIDTH, _MOST = 640, 100
_FRAME = 40
"""What the system draws around a window, in pixels."""

SIGNS = {"good": "✓", "warning": "!", "error": "✕", "waiting": "?", "returned": "↩", "partial": "◐", "missing": "○"}
ENTERED_SIGN = "✎"
"""Beside a state: Home Affairs entered it on behalf of the agency."""


def with_sign(tone: str, text: str) -> str:
    """Return what stands in a colour with the colour's sign before it: read in black and white as well."""
    return f"{SIGNS[tone]} {text}" if text and tone in SIGNS else text


def label(text: str = "", *, role: str = "", tone: str = "", wrap: bool = False) -> QLabel:
    """Return a label; ``role`` is its size and weight, ``tone`` its colour."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def pill(text: str = "", tone: str = "accent") -> QLabel:
    """Return a short text on its tint."""
    made = label(text)
    made.setProperty("pill", tone)
    return made


def button(text: str, pressed: Callable[[], object], *, primary: bool = False, flat: bool = False) -> QPushButton:
    """Return a push button; at most one on a page is ``primary``."""
    made = QPushButton(text)
    made.setProperty("primary", primary)
    if flat:
        made.setProperty("flat", True)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: pressed())
    return made


def labelled(text: str, widget: QWidget) -> QVBoxLayout:
    """Return a widget with its name above it, for the eye and for a screen reader."""
    box = rows(space=theme.SPACE_4)
    box.addWidget(label(text))
    box.addWidget(widget)
    widget.setAccessibleName(text)
    return box


def foot(layout: QBoxLayout, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
    """Put a dialog's buttons below what it says, and set them apart from it."""
    layout.addSpacing(max(0, theme.SPACE_20 - layout.spacing()))
    line = columns()
    for one in left:
        line.addWidget(one)
    line.addStretch(1)
    for one in right:
        line.addWidget(one)
    layout.addLayout(line)


def hairline() -> QFrame:
    """Return a one-pixel line."""
    made = QFrame()
    made.setObjectName("hairline")
    return made


def rows(parent: QWidget | None = None, *, margin: int = 0, space: int = theme.SPACE_8) -> QVBoxLayout:
    """Return a layout from top to bottom."""
    return _spaced(QVBoxLayout(parent) if parent is not None else QVBoxLayout(), margin, space)


def columns(parent: QWidget | None = None, *, margin: int = 0, space: int = theme.SPACE_8) -> QHBoxLayout:
    """Return a layout from left to right."""
    return _spaced(QHBoxLayout(parent) if parent is not None else QHBoxLayout(), margin, space)


def _spaced(layout: _Layout, margin: int, space: int) -> _Layout:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(space)
    return layout


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet looks at, and let it look again where they say something new.

    A widget that was not shown yet is looked at when it is. The style is told by an event: to be handed the style
    itself, Python makes classes of all that a style knows, which costs at the start.
    """
    news = any((widget.property(name) or "") != (value or "") for name, value in properties.items())
    for name, value in properties.items():
        widget.setProperty(name, value)
    if news and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))
        widget.update()


def fit(dialog: QWidget) -> None:
    """Give a dialog the height that its wrapped words need, once what was shown or hidden is laid out.

    Qt's own ``adjustSize`` stops at two thirds of the screen, which is little on an old one.
    """
    QTimer.singleShot(0, dialog, lambda: _fit(dialog))


def _fit(dialog: QWidget) -> None:
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    scroll = dialog.findChild(QScrollArea, UNROLLED)
    inner = scroll.widget() if scroll is not None else None
    if scroll is not None and inner is not None:
        # its content decides, which a scroll area by itself hides
        scroll.setMinimumWidth(inner.minimumSizeHint().width() + _SCROLL_BAR)
        layout.activate()
    room = room_for(dialog)
    if dialog.minimumWidth() > room.width():
        dialog.setMinimumWidth(room.width())
    width = max(min(dialog.width(), room.width()), layout.totalMinimumSize().width(), dialog.minimumWidth())
    wanted = _height_of(layout, width)
    content = inner.layout() if inner is not None else None
    if scroll is not None and content is not None:
        wanted += _height_of(content, width) - scroll.sizeHint().height()
    dialog.resize(width, min(max(wanted, layout.totalMinimumSize().height()), room.height()))


def room_for(dialog: QWidget) -> QSize:
    """Return how large a dialog can be: as the screen, less what the system draws around it."""
    screen = dialog.screen().availableGeometry().size()
    below = dialog.parentWidget()
    # a screen that is not there, as in a test, may be smaller than the window
    room = screen if below is None else screen.expandedTo(QSize(below.window().width(), 0))
    return room - QSize(0, _FRAME)


def _height_of(layout: QLayout, width: int) -> int:
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()


def scrolled(inner: QWidget) -> QScrollArea:
    """Let a part of a page be scrolled up and down where there is too little room for it."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    return scroll


def held_column(ground: QWidget, most_width: int, *, margin: int = 0) -> QWidget:
    """Return what is laid at the left of a ground, in lines no longer than the eye follows, in pixels at 100 %."""
    made = QWidget()
    theme.hold(made, most_width=most_width)
    line = columns(ground, margin=margin, space=0)
    line.addWidget(made, 1)
    line.addStretch(0)
    return made


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout()
        if isinstance(inner, QBoxLayout):
            clear(inner)


def chips(owner: QWidget, texts: Mapping[str, str], chosen: Callable[[], object]) -> dict[str, QPushButton]:
    """Return buttons of which one is down, by what they stand for; the one for the empty string is at first."""
    made: dict[str, QPushButton] = {}
    group = QButtonGroup(owner)
    for state, text in texts.items():
        chip = made[state] = QPushButton(text)
        chip.setCheckable(True)
        chip.setProperty("chip", True)
        chip.setChecked(state == "")
        chip.clicked.connect(chosen)
        group.addButton(chip)
    return made


class EmptyState(QWidget):
    """Says what will be here and how to begin; it leads where it has a filled button."""

    def __init__(self, title: str, text: str, *actions: QPushButton) -> None:
        super().__init__()
        self.leads = any(action.property("primary") for action in actions)
        layout = rows(self, margin=theme.SPACE_20 * 2, space=theme.SPACE_12)
        layout.addStretch(1)
        for piece in (label(title, role="title", wrap=True), label(text, role="quiet", wrap=True)):
            piece.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            # lines as long as the eye follows, however wide the page
            theme.hold(piece, most_width=_EMPTY_WIDTH)
            line = columns(space=0)
            line.addStretch(1)
            line.addWidget(piece, _MOST)
            line.addStretch(1)
            layout.addLayout(line)
        for action in actions:
            layout.addWidget(action, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)


class Counter(QWidget):
    """A figure that one should see across the room, with its label."""

    def __init__(self, text: str, tone: str) -> None:
        super().__init__()
        layout = rows(self, space=2)
        self.figure = label("0", role="large", tone=tone)
        layout.addWidget(self.figure)
        layout.addWidget(label(text, role="small"))

    def show_count(self, count: int) -> None:
        """Show a number."""
        self.figure.setText(str(count))


class Strip(QFrame):
    """A tinted sentence with its sign; buttons may stand behind it."""

    def __init__(self, tone: str, text: str, *, margin: int = theme.SPACE_12) -> None:
        super().__init__()
        self.setProperty("strip", tone)
        self._layout = columns(self, space=theme.SPACE_8)
        self._layout.setContentsMargins(margin, theme.SPACE_4, margin, theme.SPACE_4)
        sign = label(SIGNS.get(tone, ""), role="strong", tone=tone)
        if sign.text():
            self._layout.addWidget(sign)
        words = label(text, tone=tone, wrap=True)
        words.setMinimumHeight(theme.CONTROL - 2 * theme.SPACE_4)
        self._layout.addWidget(words, 1)
        self.setAccessibleName(text)

    def add(self, widget: QWidget) -> None:
        """Put a button behind the sentence."""
        self._layout.addWidget(widget)
