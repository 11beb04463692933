"""Requests on earlier figures, at an agency's desk: written from a field's past, taken back on the round's page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reformdesk.core.requests import Request
from reformdesk.errors import ReformDeskError
from reformdesk.ui import correction_actions
from reformdesk.ui.dialogs.request import RequestDialog
from reformdesk.ui.entering import Entering
from reformdesk.ui.messages import Messages
from reformdesk.ui.pages.form import FormPage
from reformdesk.ui.workspace import OpenWorkspace


class Requesting(QObject):
    """``said`` is for the status line, with its tone."""

    said = Signal(str, str)

    def __init__(self, form: FormPage, workspace: OpenWorkspace, messages: Messages, entering: Entering) -> None:
        super().__init__(form)
        self._form = form
        self._workspace = workspace
        self._messages = messages
        self._entering = entering
        self.dialog: RequestDialog | None = None

    def write(self, earlier: str) -> None:
        """Open the dialog for the field that the cursor is in."""
        data, name = self._entering.data, self._form.current
        if data is None or not name:
            return
        past = next(one for one in data.round.earlier if one.id == earlier)
        reported = past.answers.get(data.agency, {}).get(name)
        if reported is None:
            return
        indicator = data.round.catalogue.indicators[name]
        dialog = self.dialog = RequestDialog(self._form.window(), self._messages.words, indicator, past, reported)
        dialog.accepted.connect(lambda: self._keep(dialog))
        dialog.open()

    def _keep(self, dialog: RequestDialog) -> None:
        def failed(problem: ReformDeskError) -> None:
            dialog.show_problem(self._messages.words.error(problem))
            dialog.open()

        data = self._entering.data
        if data is not None:
            operation = correction_actions.ask(data.round, dialog.request())
            self._workspace.run(operation, lambda _: self._kept(), failed=failed)

    def _kept(self) -> None:
        self.said.emit(self.tr("✓ The request goes out with the next submission"), "good")

    def withdraw(self, request: Request) -> None:
        """Take a request back that did not go out yet."""
        data = self._entering.data
        if data is not None:
            self._workspace.run(correction_actions.withdraw(data.round.id, request))
