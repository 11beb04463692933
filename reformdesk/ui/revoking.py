"""Revoking a key at Home Affairs' desk."""

from __future__ import annotations

from getpass import getuser

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk.exchange.keys import matching_code
from reformdesk.ui import office_actions
from reformdesk.ui.dialogs.revoke import RevokeDialog
from reformdesk.ui.models.keys import KeyLine
from reformdesk.ui.workspace import OpenWorkspace


class Revoking(QObject):
    """Opens its dialog over a desk."""

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, language: str) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._language = language

    def ask(self, line: KeyLine) -> None:
        """Ask why, and whether it is meant."""
        who = line.agency.text(self._language)
        if line.is_head:
            who = self.tr("the head of {agency}").format(agency=who)
        received = None if line.office_role else line.received
        dialog = self.dialog = RevokeDialog(self._desk, who, matching_code(line.fingerprint), received)
        dialog.accepted.connect(
            lambda: self._workspace.run(
                office_actions.revoke_key(line.subject, line.fingerprint, dialog.reason.text(), getuser())
            )
        )
        dialog.open()
