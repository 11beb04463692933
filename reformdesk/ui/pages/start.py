"""The start page: open what Home Affairs sent, go on where one left off, or set up Home Affairs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from reformdesk.ui import theme
from reformdesk.ui.dates import day
from reformdesk.ui.widgets.basics import button, clear, columns, hairline, label, rows
from reformdesk.ui.widgets.elided import PathLabel
from reformdesk.words import LANGUAGE_NAMES

if TYPE_CHECKING:
    from reformdesk.core.whereabouts import Found

_WIDTH = 640


class StartPage(QWidget):
    """Nothing is open yet."""

    open_file = Signal()
    open_path = Signal(object)
    set_up = Signal()
    language_chosen = Signal(str)
    wants_settings = Signal()

    def __init__(self, recent: Sequence[Path], language: str) -> None:
        super().__init__()
        self._language = language
        self.setObjectName("ground")
        outer = columns(self, margin=theme.SPACE_20)
        outer.addStretch(1)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.hold(sheet, width=_WIDTH)
        layout = rows(sheet, margin=2 * theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label("ReformDesk", role="large"))
        layout.addWidget(
            label(
                self.tr("Administrative reform reports, filled in at the agency, merged at Home Affairs"),
                role="quiet",
                wrap=True,
            )
        )
        layout.addSpacing(theme.SPACE_12)
        self.open_button = button(self.tr("Open a file…"), self.open_file.emit, primary=True)
        self._entry(
            layout,
            self.tr("Agency"),
            self.tr("Open the round file that Home Affairs sent, or your workspace. You can also drop it here."),
            self.open_button,
        )
        layout.addWidget(hairline())
        self.set_up_button = button(self.tr("Set up…"), self.set_up.emit)
        self._entry(
            layout,
            self.tr("Home Affairs"),
            self.tr("Set up the province and its agencies once; then open the first round."),
            self.set_up_button,
        )
        self._found: QVBoxLayout = rows(space=theme.SPACE_4)
        layout.addLayout(self._found)
        self._recent: QVBoxLayout = rows(space=theme.SPACE_4)
        layout.addLayout(self._recent)
        self.show_recent(recent)
        layout.addSpacing(theme.SPACE_12)
        layout.addLayout(self._languages(language))
        outer.addWidget(sheet, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)

    def show_recent(self, recent: Sequence[Path]) -> None:
        """List the workspaces that were open lately."""
        clear(self._recent)
        if not recent:
            return
        self._recent.addWidget(hairline())
        self._recent.addSpacing(theme.SPACE_8)
        self._recent.addWidget(label(self.tr("Go on with"), role="strong"))
        for path in recent:
            line = columns()
            line.addWidget(button(path.name, partial(self.open_path.emit, path), flat=True))
            line.addWidget(PathLabel(path.parent, "small"), 1)
            self._recent.addLayout(line)

    def show_found(self, found: Sequence[Found]) -> None:
        """Offer the round files that lie on this machine."""
        clear(self._found)
        if not found:
            return
        self._found.addWidget(hairline())
        self._found.addSpacing(theme.SPACE_8)
        self._found.addWidget(label(self.tr("Found on this machine"), role="strong"))
        for one in found:
            title = one.title.get(self._language) or one.title.get("vi", one.round_id)
            line = columns()
            line.addWidget(button(title, partial(self.open_path.emit, one.path), flat=True))
            due = self.tr("due {day}").format(day=day(one.deadline)) if one.deadline else ""
            words = " · ".join(part for part in (f"{one.office}, {one.province}", due, one.path.parent.name) if part)
            line.addWidget(label(words, role="small"), 1)
            self._found.addLayout(line)

    def _entry(self, layout: QVBoxLayout, title: str, text: str, action: QWidget) -> None:
        line = columns(space=theme.SPACE_20)
        words = rows(space=2)
        words.addWidget(label(title, role="strong"))
        words.addWidget(label(text, role="quiet", wrap=True))
        line.addLayout(words, 1)
        line.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(line)

    def _languages(self, language: str) -> QVBoxLayout:
        outer = rows()
        line = columns()
        self.languages = QComboBox()
        self.languages.setAccessibleName(self.tr("Language"))
        for code, name in LANGUAGE_NAMES.items():
            self.languages.addItem(name, code)
        self.languages.setCurrentIndex(self.languages.findData(language))
        self.languages.activated.connect(lambda place: self.language_chosen.emit(self.languages.itemData(place)))
        line.addWidget(label(self.tr("Language"), role="quiet"))
        line.addWidget(self.languages)
        line.addStretch(1)
        self.settings_button = button(self.tr("Settings…"), self.wants_settings.emit, flat=True)
        line.addWidget(self.settings_button)
        outer.addLayout(line)
        return outer
