"""Forms of somebody else's at Home Affairs' desk: looked at, filled, and written beside the original."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reformdesk import filling
from reformdesk.core import reporting, round_labels
from reformdesk.core.round_labels import RoundLabel
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.office import form_filling
from reformdesk.office.form_filling import FilledForm
from reformdesk.ui import actions
from reformdesk.ui.dialogs.filling import FillingDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace


class Filling(QObject):
    """Opens the dialog; ``dialog`` is the one that was opened last."""

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self.dialog: FillingDialog | None = None

    def open(self, round_id: str) -> None:
        """Ask for a form, with a round as its period."""
        self._workspace.read(round_labels.labels, lambda labels: self._show(labels, round_id))

    def _show(self, labels: list[RoundLabel], round_id: str) -> None:
        in_time = sorted(labels, key=lambda one: (one.ends, one.months, one.id))
        dialog = self.dialog = FillingDialog(self._desk, in_time, round_id, self._messages.words)
        dialog.choose.connect(lambda: self._choose(dialog))
        dialog.wanted.connect(lambda path, wanted: self._fill(dialog, path, wanted))
        dialog.save.connect(lambda: self._save(dialog))
        dialog.list_wanted.connect(lambda wanted: self._save_list(dialog, wanted))
        dialog.show_folder.connect(lambda folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        dialog.open()

    def _choose(self, dialog: FillingDialog) -> None:
        path = self._messages.choose_file(dialog, self.tr("Choose the form"), form_filling.SUFFIXES)
        if path is not None:
            dialog.take_form(path)

    def _fill(self, dialog: FillingDialog, path: Path, round_id: str) -> None:
        def fill(workspace: Workspace) -> FilledForm:
            # a form that cannot be read is told before the rounds are folded
            form = form_filling.read(path)
            return form_filling.fill(form, reporting.until(workspace, round_id))

        def is_wanted() -> bool:
            return (dialog.form, dialog.round_id) == (path, round_id)

        self._workspace.read(
            fill,
            lambda made: dialog.show_filled(made) if is_wanted() else None,
            failed=lambda problem: self._failed(dialog, problem) if is_wanted() else None,
        )

    def _save(self, dialog: FillingDialog) -> None:
        form, made = dialog.form, dialog.filled
        if form is None or made is None:
            return
        name = f"{form.stem}-{dialog.round_id}{made.kind.value}"
        target = self._messages.choose_target(dialog, self.tr("Save the filled form"), name)
        if target is None:
            return
        try:
            form_filling.check_target(form, made.kind, target)
        except ReformDeskError as problem:
            self._failed(dialog, problem)
            return
        self._write(dialog, target, made.content)

    def _write(self, dialog: FillingDialog, target: Path, content: bytes) -> None:
        self._workspace.run(
            actions.write_file(target, content),
            dialog.show_written,
            failed=lambda problem: self._failed(dialog, problem),
        )

    def _save_list(self, dialog: FillingDialog, round_id: str) -> None:
        name = self.tr("placeholders-{round}.xlsx").format(round=round_id)
        target = self._messages.choose_target(dialog, self.tr("Save the list of placeholders"), name)
        if target is None:
            return
        words = self._messages.words
        self._workspace.read(
            lambda workspace: filling.placeholder_list(reporting.read(workspace, [round_id]), words),
            lambda content: self._write(dialog, target, content),
            failed=lambda problem: self._failed(dialog, problem),
        )

    def _failed(self, dialog: FillingDialog, problem: ReformDeskError) -> None:
        dialog.fail(self._messages.words.error(problem))
