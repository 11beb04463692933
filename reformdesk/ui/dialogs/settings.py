"""Settings: how the program looks, how large it writes, in which language it speaks. All change at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QGroupBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reformdesk.ui import theme
from reformdesk.ui.appearance import Appearance, Look
from reformdesk.ui.widgets.basics import button, columns, fit, foot, label, rows
from reformdesk.ui.widgets.fitted_dialog import FittedDialog
from reformdesk.words import LANGUAGE_NAMES

_WIDTH = 460
_Choice = TypeVar("_Choice")


class SettingsDialog(FittedDialog):
    """There is nothing to save: each choice is worn and kept as it is made."""

    GUIDE = "settings"
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget, appearance: Appearance, language: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        theme.hold(self, least_width=_WIDTH)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("Settings"), role="title"))
        names = {
            Look.SYSTEM: self.tr("As the system"),
            Look.LIGHT: self.tr("Light"),
            Look.DARK: self.tr("Dark"),
            Look.CONTRAST: self.tr("High contrast, black"),
            Look.CONTRAST_LIGHT: self.tr("High contrast, white"),
        }
        self.looks = self._choices(layout, self.tr("Appearance"), list(names.items()), appearance.look)
        for look, one in self.looks.items():
            one.clicked.connect(lambda _=False, look=look: self._choose(appearance.choose_look, look))
        sizes = [(percent, f"{percent}%") for percent in theme.TEXT_SIZES]
        self.sizes = self._choices(layout, self.tr("Size of text"), sizes, appearance.text_size, across=True)
        for percent, one in self.sizes.items():
            one.clicked.connect(lambda _=False, percent=percent: self._choose(appearance.choose_text_size, percent))
        self.languages = QComboBox()
        for code, name in LANGUAGE_NAMES.items():
            self.languages.addItem(name, code)
        self.languages.setCurrentIndex(self.languages.findData(language))
        self.languages.activated.connect(lambda place: self._speak(str(self.languages.itemData(place)), language))
        self.languages.setAccessibleName(self.tr("Language"))
        layout.addWidget(label(self.tr("Language"), role="strong"))
        layout.addWidget(self.languages)
        self.close_button = button(self.tr("Close"), self.accept, primary=True)
        self.close_button.setDefault(True)
        foot(layout, [], [self.close_button])
        self.looks[appearance.look].setFocus(Qt.FocusReason.TabFocusReason)

    def _choices(
        self,
        layout: QVBoxLayout,
        title: str,
        choices: Sequence[tuple[_Choice, str]],
        chosen: _Choice,
        *,
        across: bool = False,
    ) -> dict[_Choice, QRadioButton]:
        layout.addWidget(label(title, role="strong"))
        box = QGroupBox()
        box.setObjectName("plain")
        box.setAccessibleName(title)
        line: QBoxLayout = columns(box, space=theme.SPACE_20) if across else rows(box, space=theme.SPACE_4)
        group = QButtonGroup(self)
        made = {}
        for value, text in choices:
            one = made[value] = QRadioButton(text)
            one.setChecked(value == chosen)
            group.addButton(one)
            line.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        if across:
            line.addStretch(1)
        layout.addWidget(box)
        return made

    def _choose(self, choose: Callable[[_Choice], object], value: _Choice) -> None:
        choose(value)
        fit(self)

    def _speak(self, language: str, before: str) -> None:
        if language != before:
            self.accept()
            self.language_chosen.emit(language)
