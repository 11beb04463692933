"""The only place where message boxes and file dialogs open.

They are named through their module, so that Python makes their classes when one is first opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QWidget

from reformdesk.errors import ReformDeskError
from reformdesk.words import Words

_LAST_FOLDER = "last_folder"


class Messages:
    """Speaks to the user in boxes, for what cannot be said beside a field."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def error(self, parent: QWidget | None, problem: ReformDeskError) -> None:
        """Say what went wrong and what to do."""
        self._box(parent, QtWidgets.QMessageBox.Icon.Warning, self.words.error(problem)).exec()

    def tell(self, parent: QWidget | None, text: str) -> None:
        """Say something that was asked for."""
        self._box(parent, QtWidgets.QMessageBox.Icon.Information, text).exec()

    def ask(self, parent: QWidget | None, text: str, yes: str, no: str) -> bool:
        """Ask a question whose answers name what happens; the safe one is ``no``."""
        box = self._box(parent, QtWidgets.QMessageBox.Icon.Question, text)
        box.setStandardButtons(QtWidgets.QMessageBox.StandardButton.NoButton)
        agreed = box.addButton(yes, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(no, QtWidgets.QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is agreed

    def _box(self, parent: QWidget | None, icon: QtWidgets.QMessageBox.Icon, text: str) -> QtWidgets.QMessageBox:
        box = QtWidgets.QMessageBox(icon, "ReformDesk", text, QtWidgets.QMessageBox.StandardButton.Ok, parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return box

    def choose_files(self, parent: QWidget | None, title: str, suffixes: Sequence[str]) -> list[Path]:
        """Let the user choose files; every name can be shown, since mail systems rename."""
        found, _ = QtWidgets.QFileDialog.getOpenFileNames(parent, title, str(self._folder()), self._filters(suffixes))
        return self._remembered([Path(name) for name in found])

    def choose_file(self, parent: QWidget | None, title: str, suffixes: Sequence[str]) -> Path | None:
        """Let the user choose one file."""
        found, _ = QtWidgets.QFileDialog.getOpenFileName(parent, title, str(self._folder()), self._filters(suffixes))
        return next(iter(self._remembered([Path(found)] if found else [])), None)

    def choose_target(self, parent: QWidget | None, title: str, name: str) -> Path | None:
        """Let the user choose where to save a file called ``name``."""
        found, _ = QtWidgets.QFileDialog.getSaveFileName(
            parent, title, str(self._folder() / name), f"*{Path(name).suffix}"
        )
        return next(iter(self._remembered([Path(found)] if found else [])), None)

    def choose_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Let the user choose a folder."""
        found = QtWidgets.QFileDialog.getExistingDirectory(parent, title, str(self._folder()))
        if found:
            QSettings().setValue(_LAST_FOLDER, found)
        return Path(found) if found else None

    def _filters(self, suffixes: Sequence[str]) -> str:
        ours = " ".join(f"*{suffix}" for suffix in suffixes)
        every = QCoreApplication.translate("Messages", "All files")
        return f"ReformDesk ({ours});;{every} (*)"

    def _folder(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(str(QSettings().value(_LAST_FOLDER, documents)))
        return folder if folder.is_dir() else Path(documents)

    def _remembered(self, found: list[Path]) -> list[Path]:
        if found:
            QSettings().setValue(_LAST_FOLDER, str(found[0].parent))
        return found
