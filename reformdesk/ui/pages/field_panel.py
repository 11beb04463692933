"""What belongs to one field, below the form: its past, its subordinate units, its evidence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from reformdesk.core import units
from reformdesk.ui import theme
from reformdesk.ui.models.form import FormData
from reformdesk.ui.pages.field_evidence import EvidenceTab
from reformdesk.ui.pages.field_history import HistoryTab
from reformdesk.ui.pages.field_units import UnitsTab
from reformdesk.ui.widgets.basics import button, columns, hairline, rows
from reformdesk.ui.widgets.elided import NameAgain
from reformdesk.words import Words

HISTORY, UNITS, EVIDENCE = range(3)
_HEIGHT = 240


class FieldPanel(QWidget):
    """``left`` when Esc or its button closes it."""

    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.hold(self, height=_HEIGHT)
        self._words = words
        outer = rows(self, space=0)
        outer.addWidget(hairline())
        inner = rows(space=theme.SPACE_4)
        inner.setContentsMargins(theme.SPACE_20, theme.SPACE_8, theme.SPACE_20, theme.SPACE_8)
        head = columns(space=theme.SPACE_12)
        self._name = NameAgain("strong")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("What belongs to this field"))
        for text in (self.tr("Past (Ctrl+H)"), self.tr("Units (Ctrl+D)"), self.tr("Evidence (Ctrl+E)")):
            self.tabs.addTab(text)
        head.addWidget(self._name, 1)
        head.addWidget(self.tabs)
        head.addWidget(button(self.tr("Close"), self._leave))
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

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
