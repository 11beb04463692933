"""The one frame of every page: title bar, navigation, the work, status line."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import Strip, button, clear, columns, label, pill, restyle, rows
from reformdesk.ui.widgets.elided import SpareLabel
from reformdesk.ui.widgets.title_bar import TitleBar

WIDE_NAVIGATION, NARROW_NAVIGATION = 236, 196
_STATUS_HEIGHT = 30


class NavItem(QPushButton):
    """An entry of the navigation column; a count, a badge or a progress bar may stand in it."""

    def __init__(self, key: str, text: str, *, progress: bool = False) -> None:
        super().__init__()
        self.key = key
        self.setObjectName("navItem")
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setAccessibleName(text)
        layout = rows(self, space=theme.SPACE_4)
        layout.setContentsMargins(theme.SPACE_20, theme.SPACE_4, theme.SPACE_20, theme.SPACE_4)
        line = columns()
        self._text = label(text)
        self._count = label(role="quiet")
        self._badge = pill(tone="warning")
        self._badge.hide()
        line.addWidget(self._text, 1)
        line.addWidget(self._count)
        line.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(line)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        if not progress:
            # shown before it has its place, it would be a window of its own
            self._bar.hide()
        layout.addWidget(self._bar)
        self.setProperty("tall", progress)
        for child in (self._text, self._count, self._badge, self._bar):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(lambda on: restyle(self._text, role="strong" if on else ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the column: a button of its own would walk on to whatever comes next."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_progress(self, done: int, owed: int) -> None:
        """Show how much is answered; a tick when all is."""
        self._bar.setMaximum(max(1, owed))
        self._bar.setValue(done)
        full = done >= owed
        restyle(self._bar, full=full)
        self._count.setText("✓" if full else f"{done}/{owed}")
        self.setAccessibleDescription(f"{done}/{owed}")

    def show_badge(self, count: int) -> None:
        """Show how much waits; nothing for none."""
        self._badge.setText(str(count))
        self._badge.setVisible(count > 0)


class _Column(QScrollArea):
    """Scrolls in a low window; the arrows are the frame's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the frame."""
        event.ignore()


class Frame(QWidget):
    """Lays out a desk; ``navigated`` gives the key of the entry that was chosen, ``ready`` says that it has data."""

    navigated = Signal(str)
    ready = Signal()
    wants_backups = Signal()
    wants_settings = Signal()

    def __init__(self, navigation_width: int = WIDE_NAVIGATION) -> None:
        super().__init__()
        outer = rows(self, space=0)
        self._bar = TitleBar()
        self.title, self.subtitle, self.tools = self._bar.title, self._bar.subtitle, self._bar.tools
        outer.addWidget(self._bar)
        self._outer = outer
        self._warning: Strip | None = None
        middle = columns(space=0)
        middle.addWidget(self._navigation(navigation_width))
        self.stack = QStackedWidget()
        middle.addWidget(self.stack, 1)
        outer.addLayout(middle, 1)
        outer.addWidget(self._status_line())
        self._ordering = QTimer(self)
        self._ordering.setSingleShot(True)
        self._ordering.timeout.connect(self._order_tabs)
        self._items: dict[str, NavItem] = {}
        self._pages: dict[str, QWidget] = {}
        self._offered: dict[str, Callable[[], QWidget]] = {}
        self._next_steps: list[QWidget] = []

    def _navigation(self, width: int) -> QWidget:
        column = QWidget()
        column.setObjectName("sheet")
        column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = rows(column, space=0)
        layout.setContentsMargins(0, theme.SPACE_12, 0, theme.SPACE_12)
        self._entries: QVBoxLayout = rows(space=0)
        layout.addLayout(self._entries)
        layout.addStretch(1)
        self.below_navigation: QVBoxLayout = rows(space=theme.SPACE_8)
        self.below_navigation.setContentsMargins(theme.SPACE_20, 0, theme.SPACE_20, 0)
        layout.addLayout(self.below_navigation)
        foot = rows(space=theme.SPACE_8)
        foot.setContentsMargins(theme.SPACE_20, theme.SPACE_8, theme.SPACE_20, 0)
        self.backups_button = button(self.tr("Backups…"), self.wants_backups.emit, flat=True)
        self.settings_button = button(self.tr("Settings…"), self.wants_settings.emit, flat=True)
        foot.addWidget(self.backups_button)
        foot.addWidget(self.settings_button)
        layout.addLayout(foot)
        scroll = self._column = _Column()
        scroll.setObjectName("navigation")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(column)
        theme.hold(scroll, width=width)
        return scroll

    def _status_line(self) -> QWidget:
        line = QWidget()
        line.setObjectName("statusLine")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.hold(line, height=_STATUS_HEIGHT)
        layout = columns(line, space=theme.SPACE_20)
        layout.setContentsMargins(theme.SPACE_20, 0, theme.SPACE_20, 0)
        self.saved = label(role="small")
        self.counts = label(role="small")
        self.hints = SpareLabel()
        self.hints.setProperty("role", "small")
        for one in (self.saved, self.counts):
            one.hide()
        layout.addWidget(self.saved)
        layout.addWidget(self.counts)
        self._status: QBoxLayout = layout
        layout.addStretch(1)
        layout.addWidget(self.hints)
        return line

    def clear_navigation(self) -> None:
        """Empty the navigation column; pages stay."""
        clear(self._entries)
        self._items.clear()

    def add_item(self, key: str, text: str, *, progress: bool = False) -> NavItem:
        """Add an entry to the navigation column."""
        item = NavItem(key, text, progress=progress)
        item.clicked.connect(lambda: self.navigated.emit(key))
        self._entries.addWidget(item)
        self._items[key] = item
        # once all are there
        self._ordering.start()
        return item

    def _order_tabs(self) -> None:
        """Let Tab go as one reads: the title bar, the navigation from top to bottom, then the page."""
        places = map(self.tools.itemAt, range(self.tools.count()))
        tools = [place.widget() for place in places if place is not None]
        below = self._column.findChildren(QPushButton) + self._column.findChildren(QComboBox)
        below = [one for one in below if not isinstance(one, NavItem)]
        order = [*tools, *self._items.values(), *sorted(below, key=lambda one: one.mapTo(self._column, QPoint()).y())]
        steps = [one for one in order if one is not None and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one, following in pairwise(steps):
            QWidget.setTabOrder(one, following)

    def add_gap(self) -> None:
        """Set the following entries apart."""
        gap = QWidget()
        gap.setFixedHeight(theme.SPACE_20)
        self._entries.addWidget(gap)

    def add_page(self, key: str, page: QWidget) -> None:
        """Add a page to the work area; several entries may show one page."""
        self._pages[key] = page
        self.stack.addWidget(page)

    def offer_page(self, key: str, make: Callable[[], QWidget]) -> None:
        """Add a page that is made when it is first shown."""
        self._offered[key] = make

    @property
    def page(self) -> str:
        """The key of the page on show."""
        return next((key for key, page in self._pages.items() if page is self.stack.currentWidget()), "")

    def warn(self, text: str, *remedies: QWidget) -> None:
        """Say below the title bar what is not well with this desk, until it is closed; buttons may help."""
        if self._warning is not None:
            return
        warning = self._warning = Strip("warning", text, margin=theme.SPACE_20)
        for one in remedies:
            warning.add(one)
        warning.add(button(self.tr("Hide"), warning.hide, flat=True))
        self._outer.insertWidget(1, warning)

    def add_status(self, widget: QWidget) -> None:
        """Put something into the status line, behind what is counted."""
        self._status.insertWidget(2, widget)

    def add_strip(self, strip: Strip) -> None:
        """Put a strip below the title bar that stays for as long as the desk is open."""
        self._outer.insertWidget(1, strip)

    def show_page(self, key: str, page: str | None = None) -> None:
        """Mark the entry ``key`` and show its page (or another one); its table takes over a cursor that was inside."""
        for name, item in self._items.items():
            item.setChecked(name == key)
        wanted = page or key
        if wanted in self._offered:
            self.add_page(wanted, self._offered.pop(wanted)())
        before, shown = self.stack.currentWidget(), self._pages[wanted]
        focused = self.window().focusWidget()
        leaves = before is not None and focused is not None and before.isAncestorOf(focused)
        self.stack.setCurrentWidget(shown)
        table = getattr(shown, "table", None)
        if leaves and shown is not before and isinstance(table, QWidget) and table.isVisibleTo(shown):
            # Qt would give the focus to the first button that there is
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        # one filled button at most: a page that leads has the next step itself
        for step in self._next_steps:
            restyle(step, primary=not getattr(shown, "leads", False))

    def item(self, key: str) -> NavItem:
        """Return an entry."""
        return self._items[key]

    def say(self, title: str, subtitle: str) -> None:
        """Set whose desk this is, for what and until when."""
        self.title.say(title)
        self.subtitle.say(subtitle)

    def report(self, text: str, tone: str = "good") -> None:
        """Say in the status line what was just done; nothing for an empty text."""
        restyle(self.saved, tone=tone)
        self.saved.setText(text)
        self.saved.setVisible(bool(text))

    def count(self, text: str) -> None:
        """Say in the status line what is counted; nothing for an empty text."""
        self.counts.setText(text)
        self.counts.setVisible(bool(text))

    def add_tool(self, *tools: QWidget) -> None:
        """Put controls at the right of the title bar; a filled one is so on pages that do not lead themselves."""
        for tool in tools:
            self._bar.add_tool(tool)
        self._next_steps += [tool for tool in tools if tool.property("primary")]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the navigation column."""
        items = list(self._items.values())
        focused = next((place for place, item in enumerate(items) if item.hasFocus()), None)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if focused is None or step is None or not 0 <= focused + step < len(items):
            super().keyPressEvent(event)
            return
        items[focused + step].setFocus(Qt.FocusReason.TabFocusReason)
        self._column.ensureWidgetVisible(items[focused + step])


def bar(*pieces: QWidget | int) -> QBoxLayout:
    """Return a row of pieces; a number is a stretch."""
    made = columns()
    for piece in pieces:
        if isinstance(piece, int):
            made.addStretch(piece)
        else:
            made.addWidget(piece)
    return made
