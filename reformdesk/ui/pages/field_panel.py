"""What belongs to one field, below the form: its past, its subordinate units, its evidence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from reformdesk.core import units
from reformdesk.ui import theme
from reformdesk.ui.models.form import FormData
from reformdesk.ui.pages.field_evidence import EvidenceTab
from reformdesk.ui.pages.field_history import HistoryTab
from reformdesk.ui.pages.field_units import UnitsTab
from reformdesk.ui.pages.form import HISTORY, UNITS
from reformdesk.ui.widgets.basics import button, columns, hairline, rows
from reformdesk.ui.widgets.elided import NameAgain
from reformdesk.ui.widgets.folding_line import FoldingLine
from reformdesk.words import Words

_HEIGHT, _LEAST_HEIGHT, _MOST_SHARE = 240, 190, 0.6
"""Pixels at 100 %, and how much of a low page it takes at most."""
_ENOUGH_OF_THE_NAME = 200
_TAB_PADDING = 28


class FieldPanel(QWidget):
    """``left`` when Esc or its button closes it."""

    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        outer = rows(self, space=0)
        outer.addWidget(hairline())
        inner = rows(space=theme.SPACE_4)
        inner.setContentsMargins(theme.SPACE_20, theme.SPACE_8, theme.SPACE_20, theme.SPACE_8)
        self._name = NameAgain("strong")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("What belongs to this field"))
        self.tabs.setDrawBase(False)
        self._tab_words = (self.tr("Past (Ctrl+H)"), self.tr("Units (Ctrl+D)"), self.tr("Evidence (Ctrl+E)"))
        for place, text in enumerate(self._tab_words):
            self.tabs.addTab(text)
            self.tabs.setTabToolTip(place, text)
        head = columns(space=theme.SPACE_12)
        head.addWidget(FoldingLine(self._name, self.tabs, enough=_ENOUGH_OF_THE_NAME), 1)
        head.addWidget(button(self.tr("Close"), self._leave), 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(head)
        self.history = HistoryTab(words)
        self.units = UnitsTab(words)
        self.evidence = EvidenceTab()
        self._stack = QStackedWidget()
        self._stack.setObjectName("sheet")
        for tab in (self.history, self.units, self.evidence):
            self._stack.addWidget(tab)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        inner.addWidget(self._stack, 1)
        outer.addLayout(inner, 1)

    def show_field(self, data: FormData, name: str) -> None:
        """Show what belongs to an indicator."""
        indicator = data.round.catalogue.indicators[name]
        language = self._words.language
        self._name.say(f"{indicator.name.text(language)} ({indicator.unit.text(language)})")
        self.tabs.setTabEnabled(UNITS, units.can_be_detailed(indicator))
        self.history.show_field(data, name)
        self.units.show_units(indicator, data.units, data.details.get(name))
        self.evidence.show_evidence(data, name)

    def open_tab(self, tab: int) -> None:
        """Show the panel at a tab and put the cursor there."""
        self.show()
        self.tabs.setCurrentIndex(tab)
        if self.tabs.currentIndex() == HISTORY:
            self.history.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.tabs.currentIndex() == UNITS:
            self.units.begin()
        else:
            self.evidence.attach_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_of(self, page: int) -> None:
        """Take the height that fits a page of this height, in pixels."""
        most = max(theme.px(_LEAST_HEIGHT), round(page * _MOST_SHARE))
        self.setFixedHeight(min(theme.px(_HEIGHT), most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys out of the tabs' words where there is no room; their tooltips keep them."""
        super().resizeEvent(event)
        metrics = self.tabs.fontMetrics()
        wanted = sum(metrics.horizontalAdvance(text) + theme.px(_TAB_PADDING) for text in self._tab_words)
        bare = wanted + theme.px(_ENOUGH_OF_THE_NAME) > self.width()
        for place, text in enumerate(self._tab_words):
            self.tabs.setTabText(place, text.partition(" (")[0] if bare else text)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
