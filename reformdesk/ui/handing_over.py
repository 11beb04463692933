"""Handing a desk over: the dialog, the key under its new passphrase, the record on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.ui import actions, handover_record, key_actions, office_record
from reformdesk.ui.dialogs.handover import HandedOverDialog, HandoverDialog, HandoverFacts
from reformdesk.ui.handover_record import Handing
from reformdesk.ui.key_keeping import KeyKeeping
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace, Operation


@dataclass(frozen=True)
class Verbs:
    """What differs between the desks: what is known before, the handover itself, its record as a PDF."""

    facts: Callable[[Workspace], HandoverFacts]
    hand_over: Callable[[tuple[str, str], tuple[str, str]], Operation[Any]]
    render: Callable[[Any], bytes]


AGENCY = Verbs(key_actions.handover_facts, key_actions.hand_over, handover_record.render)
OFFICE = Verbs(key_actions.office_handover_facts, key_actions.hand_office_over, office_record.render)


class HandingOver(QObject):
    """Opens the dialogs over a desk; ``said`` has a sentence for its status line."""

    said = Signal(str)

    def __init__(
        self, desk: QWidget, workspace: OpenWorkspace, messages: Messages, key: KeyKeeping, verbs: Verbs = AGENCY
    ) -> None:
        super().__init__(desk)
        self._verbs = verbs
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._key = key
        self.dialog: HandoverDialog | None = None
        self.done: HandedOverDialog | None = None

    def open(self) -> None:
        """Ask who leaves and who follows."""
        self._workspace.read(self._verbs.facts, self._ask)

    def _ask(self, facts: HandoverFacts) -> None:
        dialog = self.dialog = HandoverDialog(self._desk, facts)
        dialog.accepted.connect(lambda: self._hand_over(dialog))
        dialog.print_past.connect(lambda: self.print_record(facts.past[-1], dialog))
        dialog.open()

    def _hand_over(self, dialog: HandoverDialog) -> None:
        operation = self._verbs.hand_over(dialog.names(), dialog.passphrases())
        self._workspace.run(operation, self._handed_over, failed=lambda problem: self._failed(dialog, problem))

    def _failed(self, dialog: HandoverDialog, problem: ReformDeskError) -> None:
        dialog.show_problem(self._messages.words.error(problem))
        dialog.open()

    def _handed_over(self, made: Handing) -> None:
        self.said.emit(self.tr("✓ Handed over to {name}").format(name=made.following))
        done = self.done = HandedOverDialog(self._desk, made)
        done.accepted.connect(lambda: self.print_record(made, self._desk))
        done.copy.connect(self._key.copy)
        done.open()

    def print_record(self, made: Handing, parent: QWidget) -> None:
        """Save the record as a PDF."""
        name = f"ban-giao-{made.at[:10]}.pdf"
        target = self._messages.choose_target(parent, self.tr("Print the record"), name)
        if target is not None:
            self._workspace.run(actions.write_file(target, self._verbs.render(made)), self._printed)

    def _printed(self, target: Path) -> None:
        self.said.emit(self.tr("✓ The record is in {file}").format(file=target))
