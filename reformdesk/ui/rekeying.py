"""Typing figures into the ministry's software once more: a window beside the browser, kept up with the desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtWidgets import QApplication, QWidget

from reformdesk import rekeying_files
from reformdesk.core import rekeyed, round_labels
from reformdesk.core.rekeyed import WHOLE, Sheet
from reformdesk.core.rekeying import Carried, Order
from reformdesk.core.round_labels import RoundLabel
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.office import order_list
from reformdesk.ui import actions, rekeying_actions
from reformdesk.ui.dialogs.rekeying import RekeyingWindow
from reformdesk.ui.dialogs.rekeying_order import RekeyingOrderDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace

_LISTS = (".xlsx", ".csv", ".txt")


class Rekeying(QObject):
    """``window`` is the one window; ``ordering`` the dialog for the order that was opened last."""

    ordering: RekeyingOrderDialog

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._round, self._agency = "", WHOLE
        self._turn = 0
        self._reading = False
        window = self.window = RekeyingWindow(messages.words)
        window.wanted.connect(self._show)
        window.carried.connect(self._carry)
        window.settings.order.connect(self._ask_order)
        window.settings.save.connect(self._save)
        window.settings.anew.connect(self._begin_anew)
        window.helped.connect(self._help)
        workspace.changed.connect(lambda _changes, _origin: self._read() if window.isVisible() else None)

    def open(self, round_id: str) -> None:
        """Show the window, at a round where it is not shown yet."""
        if not self.window.isVisible():
            self._show(round_id, self._agency if round_id == self._round else WHOLE)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.list.setFocus()

    def leave(self) -> None:
        """Close the window with the desk."""
        self._turn += 1
        self.window.close()

    def _show(self, round_id: str, agency: str) -> None:
        self._round, self._agency = round_id, agency
        self._read()

    def _read(self) -> None:
        self._turn += 1
        turn, round_id, agency = self._turn, self._round, self._agency
        self._reading = True

        def read(workspace: Workspace) -> tuple[list[RoundLabel], Sheet]:
            try:
                sheet = rekeyed.read(workspace, round_id, agency)
            except ReformDeskError as problem:
                if problem.code != "unknown-agency":
                    raise
                # another round has other agencies
                sheet = rekeyed.read(workspace, round_id)
            return round_labels.labels(workspace), sheet

        def show(found: tuple[list[RoundLabel], Sheet]) -> None:
            if turn == self._turn:
                self._reading = False
                labels, sheet = found
                self._agency = sheet.agency
                self.window.offer(labels, round_id)
                self.window.show_sheet(sheet)

        self._workspace.read(read, show)

    def _carry(self, key: str, done: Carried | None) -> None:
        operation = rekeying_actions.carry(self._round, self._agency, key, done)
        self._workspace.run(operation, failed=self._not_kept)
        if self._reading:
            # what is being read does not know of it yet
            self._read()

    def _not_kept(self, problem: ReformDeskError) -> None:
        self.window.show_problem(self._messages.words.error(problem))
        self._read()

    def _ask_order(self) -> None:
        sheet = self.window.sheet
        if sheet is None:
            return
        dialog = self.ordering = RekeyingOrderDialog(
            self.window, sheet.round.catalogue, sheet.given, self._messages.words
        )
        dialog.load.connect(lambda: self._load(dialog))
        dialog.accepted.connect(lambda: self._keep(dialog.order()))
        dialog.printed.connect(lambda: self._keep_printed(dialog))
        dialog.open()

    def _load(self, dialog: RekeyingOrderDialog) -> None:
        path = self._messages.choose_file(dialog, self.tr("Load the order"), _LISTS)
        if path is None:
            return
        try:
            dialog.show_rows(order_list.read_rows(path))
        except ReformDeskError as problem:
            dialog.show_problem(self._messages.words.error(problem))

    def _keep_printed(self, dialog: RekeyingOrderDialog) -> None:
        dialog.reject()
        self._keep(None)

    def _keep(self, order: Order | None) -> None:
        self._workspace.run(rekeying_actions.keep_order(order), lambda _: self._read(), failed=self._not_kept)

    def _begin_anew(self) -> None:
        question = self.tr("Take off all ticks of this list? It is then typed from the first line again.")
        if self._messages.ask(self.window, question, self.tr("Begin anew"), self.tr("Leave them")):
            operation = rekeying_actions.begin_anew(self._round, self._agency)
            self._workspace.run(operation, lambda _: self._read(), failed=self._not_kept)

    def _save(self) -> None:
        sheet = self.window.shown_sheet()
        if sheet is None:
            return
        name = self.tr("to-be-typed-{round}.xlsx").format(round=sheet.round.id)
        target = self._messages.choose_target(self.window, self.tr("Save the list"), name)
        if target is None:
            return

        def saved(path: Path) -> None:
            self.window.say(self.tr("✓ Saved to {file}").format(file=path))

        def failed(problem: ReformDeskError) -> None:
            self.window.show_problem(self._messages.words.error(problem))

        try:
            content = rekeying_files.as_file(target.name, sheet, self.window.typing, self._messages.words)
        except ReformDeskError as problem:
            failed(problem)
            return
        self._workspace.run(actions.write_file(target, content), saved, failed=failed)

    def _help(self, page: str) -> None:
        """Open the guide that the desk's window keeps."""
        QApplication.sendEvent(self._desk.window(), QWhatsThisClickedEvent(page))
