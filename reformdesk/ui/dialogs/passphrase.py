"""Asking for a passphrase: a known one, or a new one twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import label, rows

LEAST_LENGTH = 8


class PassphraseBox(QWidget):
    """One line for a known passphrase; two, with what makes it good, for a new one."""

    edited = Signal()

    def __init__(self, *, new: bool, name: str = "") -> None:
        super().__init__()
        self._new = new
        layout = rows(self, space=theme.SPACE_4)
        name = name or (self.tr("New passphrase") if new else self.tr("Passphrase"))
        self.first = self._line(name)
        layout.addWidget(label(name))
        layout.addWidget(self.first)
        self.second = self._line(self.tr("Passphrase once more"))
        self.second.setVisible(new)
        if new:
            layout.addSpacing(theme.SPACE_8)
            layout.addWidget(label(self.tr("Once more")))
            layout.addWidget(self.second)
        self._show = QCheckBox(self.tr("Show what I type"))
        self._show.toggled.connect(self._show_letters)
        layout.addWidget(self._show)
        self._hint = label(role="small", wrap=True)
        layout.addWidget(self._hint)
        self._edited()

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    @property
    def is_ready(self) -> bool:
        """Whether it can be used."""
        if not self._new:
            return bool(self.passphrase)
        return len(self.passphrase) >= LEAST_LENGTH and self.passphrase == self.second.text()

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setAccessibleName(name)
        line.textChanged.connect(self._edited)
        return line

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for line in (self.first, self.second):
            line.setEchoMode(mode)

    def _edited(self) -> None:
        self._hint.setText(self._advice())
        self._hint.setVisible(bool(self._hint.text()))
        self.edited.emit()

    def _advice(self) -> str:
        if self.passphrase and not self.passphrase.isascii():
            # typing tools cannot see password fields, so that diacritics may differ the next time
            return self.tr("Use letters without diacritics: typing tools write them differently from time to time.")
        if not self._new:
            return ""
        if len(self.passphrase) < LEAST_LENGTH:
            return self.tr("At least {count} characters. Nobody can recover it for you.").format(count=LEAST_LENGTH)
        if self.passphrase != self.second.text():
            return self.tr("The two lines differ.")
        return ""
