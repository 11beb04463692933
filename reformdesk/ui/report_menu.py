"""The menu behind "Export the report": all that can be chosen, or one kind of file at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from reformdesk.ui.report_files import KINDS


def report_menu(parent: QWidget, choose: Callable[[], object], write: Callable[[str], object]) -> QMenu:
    """Return the menu; ``write`` is told how the file's name ends."""
    menu = QMenu(parent)
    text = QCoreApplication.translate("ReportMenu", "Rounds, kinds of file, folder…")
    menu.addAction(text).triggered.connect(lambda _checked=False: choose())
    menu.addSeparator()
    for name, suffixes in KINDS.items():
        menu.addAction(f"{name} ({suffixes[0]})").triggered.connect(
            lambda _checked=False, suffix=suffixes[0]: write(suffix)
        )
    return menu
