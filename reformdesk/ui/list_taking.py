"""Lists of agencies and of indicators at the page of the next edition: looked at, taken in, written as forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk import list_files
from reformdesk.core import edition_draft
from reformdesk.core.edition_changes import between
from reformdesk.core.edition_edits import apply
from reformdesk.core.store import Workspace
from reformdesk.edition_words import EditionWords
from reformdesk.errors import ReformDeskError
from reformdesk.list_files import ListKind
from reformdesk.ui import actions
from reformdesk.ui.dialogs.edition.taken_list import LookedAt, TakenListDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words


def look_at(kind: ListKind, path: Path, words: Words) -> Callable[[Workspace], LookedAt]:
    """Read a list and lay it over the draft, which stays as it is."""

    def reading(workspace: Workspace) -> LookedAt:
        edition = edition_draft.required(workspace).edition
        listed = list_files.read(kind, path, edition)
        if listed.is_refused or listed.step is None:
            return LookedAt(listed, "")
        then = apply(edition, listed.step)
        return LookedAt(listed, EditionWords(words, then, edition).text(between(edition, then)))

    return reading


class ListTaking(QObject):
    """``taken`` has the step that a list comes to, ``said`` a sentence for the status line."""

    taken = Signal(object)
    said = Signal(str)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages

    def take(self, kind: ListKind) -> None:
        """Let a workbook be chosen, and show what it would change."""
        path = self._messages.choose_file(self._desk, self.tr("Take in a list"), (".xlsx",))
        if path is not None:
            reading = look_at(kind, path, self._messages.words)
            self._workspace.read(reading, lambda found: self.show(path, found), failed=self._told)

    def show(self, path: Path, found: LookedAt) -> None:
        """Show what a list would change, or what is wrong with it."""
        self.dialog = TakenListDialog(self._desk.window(), path, found, self._messages.words)
        self.dialog.accepted.connect(lambda: self.taken.emit(found.listed.step))
        self.dialog.open()

    def write_form(self, kind: ListKind) -> None:
        """Save a workbook with what there is now, to be filled in."""
        names = {ListKind.AGENCIES: self.tr("agencies.xlsx"), ListKind.INDICATORS: self.tr("indicators.xlsx")}
        target = self._messages.choose_target(self._desk, self.tr("Save a form"), names[kind])
        if target is None:
            return
        language = self._messages.words.language
        self._workspace.read(
            lambda workspace: list_files.form(kind, edition_draft.required(workspace).edition, language),
            lambda content: self._workspace.run(actions.write_file(target, content), self._saved, failed=self._told),
            failed=self._told,
        )

    def _saved(self, target: Path) -> None:
        self.said.emit(self.tr("✓ Saved to {file}").format(file=target))

    def _told(self, problem: ReformDeskError) -> None:
        self._messages.error(self._desk, problem)
