"""Keeping the desk's key: what its dialog's verbs do, for either desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.errors import ReformDeskError
from reformdesk.ui import key_actions
from reformdesk.ui.dialogs.key import AdoptDialog, ColleagueDialog, KeyDialog, KeyFacts, RenewDialog, ReserveDialog
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace, Operation

_Make = Callable[[], Operation[str]]


class KeyKeeping(QObject):
    """Opens the key's dialog over a desk; ``said`` has a sentence for its status line."""

    said = Signal(str)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self.dialog: KeyDialog | None = None
        self.question: QuestionDialog | None = None

    def open(self) -> None:
        """Show the key."""
        self._workspace.read(key_actions.facts, self._show)

    def _show(self, facts: KeyFacts) -> None:
        if self.dialog is not None:
            self.dialog.close()
        self.dialog = KeyDialog(self._desk, facts)
        self.dialog.copy.connect(self.copy)
        self.dialog.renew.connect(lambda: self._renew(facts))
        self.dialog.adopt.connect(self._adopt)
        self.dialog.reserve.connect(self._reserve)
        self.dialog.colleague.connect(self._colleague)
        self.dialog.open()

    def copy(self) -> None:
        """Save the key in a second place."""
        folder = self._messages.choose_folder(self._parent(), self.tr("Save a copy of the key"))
        if folder is not None:
            self._workspace.run(key_actions.copy_to(folder), self._copied)

    def _copied(self, target: Path) -> None:
        self.said.emit(self.tr("✓ The key's copy is in {file}").format(file=target))
        if self.dialog is not None and self.dialog.isVisible():
            self.open()

    def _renew(self, facts: KeyFacts) -> None:
        question = RenewDialog(self._parent(), has_key=bool(facts.file))

        def operation() -> Operation[str]:
            old = None if question.lost.isChecked() else question.old.passphrase
            return key_actions.renew(old, question.secret.passphrase)

        self._ask(question, operation)

    def _adopt(self) -> None:
        question = AdoptDialog(self._parent(), self._messages)
        self._ask(question, lambda: key_actions.adopt(Path(question.path.text().strip()), question.secret.passphrase))

    def _reserve(self) -> None:
        folder = self._messages.choose_folder(self._parent(), self.tr("Where the reserve key goes"))
        if folder is not None:
            question = ReserveDialog(self._parent(), folder)
            self._ask(question, lambda: key_actions.make_reserve(folder, question.secret.passphrase))

    def _colleague(self) -> None:
        folder = self._messages.choose_folder(self._parent(), self.tr("Where the colleague's key goes"))
        if folder is not None:
            question = ColleagueDialog(self._parent(), folder)
            self._ask(
                question,
                lambda: key_actions.make_for_colleague(folder, question.name.text(), question.secret.passphrase),
            )

    def _ask(self, question: QuestionDialog, operation: _Make) -> None:
        self.question = question
        question.accepted.connect(
            lambda: self._workspace.run(operation(), self._made, failed=lambda problem: self._failed(question, problem))
        )
        question.open()

    def _made(self, code: str) -> None:
        self.said.emit(self.tr("✓ The key is ready. Its matching code: {code}").format(code=code))
        self.open()

    def _failed(self, question: QuestionDialog, problem: ReformDeskError) -> None:
        question.show_problem(self._messages.words.error(problem))
        question.open()

    def _parent(self) -> QWidget:
        return self.dialog if self.dialog is not None and self.dialog.isVisible() else self._desk
