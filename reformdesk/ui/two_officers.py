"""Two officers with two machines: areas go out from the one, and are looked at and taken at the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reformdesk.core.part_taking import Comparison
from reformdesk.errors import WANTS_NEWER, ReformDeskError
from reformdesk.ui import part_actions
from reformdesk.ui.dates import clock, now
from reformdesk.ui.dialogs.export_areas import ExportAreasDialog, PartExportedDialog
from reformdesk.ui.dialogs.turn_desk import TurnDeskDialog
from reformdesk.ui.entering import Entering
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.form import FormData, read_form
from reformdesk.ui.pages.form import FormPage
from reformdesk.ui.pages.part import PartPage
from reformdesk.ui.part_actions import PartExported
from reformdesk.ui.workspace import OpenWorkspace


class TwoOfficers(QObject):
    """Opens its dialogs over a desk.

    ``wants_round`` asks for the round of a file to be shown, ``looking`` for the page that compares;
    ``done`` names the field to go to, empty for the page of the round. ``said`` is for the status line,
    ``wants_newer`` has a file that a newer program made.
    """

    wants_round = Signal(str)
    looking = Signal()
    done = Signal(str)
    said = Signal(str, str)
    wants_newer = Signal(object)

    def __init__(
        self,
        desk: QWidget,
        workspace: OpenWorkspace,
        messages: Messages,
        form: FormPage,
        page: PartPage,
        entering: Entering,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._form = form
        self._page = page
        self._comparison: Comparison | None = None
        self._entering = entering
        page.taken.connect(self._take)
        page.left.connect(lambda: self.done.emit(""))

    def export(self, unsettled: Sequence[str]) -> None:
        """Ask which areas, and write them into a file; ``unsettled`` fields are not stored yet."""
        if self._entering.data is not None:
            round_id = self._entering.data.round.id
            self._workspace.read(
                lambda workspace: read_form(workspace, round_id), lambda data: self._ask_what(data, unsettled)
            )

    def _ask_what(self, data: FormData, unsettled: Sequence[str]) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog = self.exporting = ExportAreasDialog(self._desk, data, self._messages, folder / "ReformDesk", unsettled)
        dialog.accepted.connect(
            lambda: self._workspace.run(
                part_actions.export(data.round, dialog.choice()), self._exported, failed=dialog.fail
            )
        )
        dialog.open()

    def _exported(self, exported: PartExported) -> None:
        dialog = self.exported = PartExportedDialog(self._desk, exported)
        dialog.finished.connect(
            lambda chosen: (
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(exported.path.parent)))
                if chosen == PartExportedDialog.OPEN_FOLDER
                else None
            )
        )
        dialog.open()
        self.done.emit("")

    def open(self, path: Path) -> None:
        """Hold a colleague's file against what stands here, what is being typed included."""
        self._form.commit()
        self._workspace.run(
            part_actions.compare(path),
            self._compared,
            failed=lambda problem: self._not_compared(path, problem),
        )

    def _not_compared(self, path: Path, problem: ReformDeskError) -> None:
        if problem.code in WANTS_NEWER:
            self.wants_newer.emit(path)
        else:
            self._messages.error(self._desk, problem)

    def _compared(self, comparison: Comparison) -> None:
        self._comparison = comparison
        if self._entering.data is None or self._entering.data.round.id != comparison.round.id:
            self.wants_round.emit(comparison.round.id)
            # after the round has been read, which the worker does first
            self._workspace.read(lambda _: None, lambda _: self._show(comparison))
        else:
            self._show(comparison)

    def _show(self, comparison: Comparison) -> None:
        self._page.show_comparison(comparison)
        self.looking.emit()
        self._page.begin()

    def _take(self, chosen: Collection[str]) -> None:
        comparison = self._comparison
        if comparison is not None:
            self._workspace.run(
                part_actions.take(comparison, chosen),
                lambda _: self._taken(comparison, chosen),
                failed=self._not_taken,
            )

    def _taken(self, comparison: Comparison, chosen: Collection[str]) -> None:
        taken = [one for one in comparison.differences if one.key in chosen]
        for one in taken:
            self._form.settle(one.indicator or one.area)
        text = self.tr("✓ Taken: {count}, {time}").format(count=len(taken), time=clock(now()))
        self.said.emit(text, "good")
        self.done.emit(next((one.indicator for one in taken if one.indicator), ""))

    def _not_taken(self, problem: ReformDeskError) -> None:
        self._page.show_problem(self._messages.words.error(problem))

    def turn(self) -> None:
        """Explain what the other kind of desk is, and make this one if that is wanted."""
        if self._entering.data is None:
            return
        entry_only = not self._entering.data.entry_only
        self.turning = TurnDeskDialog(self._desk, self._entering.data)
        self.turning.accepted.connect(lambda: self._workspace.run(part_actions.turn(entry_only=entry_only)))
        self.turning.open()
