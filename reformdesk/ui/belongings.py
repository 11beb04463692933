"""What belongs to a field beside its value, at work: subordinate units and evidence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk.core.enclosures import KINDS, Enclosure
from reformdesk.core.units import Figure
from reformdesk.errors import ReformDeskError
from reformdesk.ui import field_actions
from reformdesk.ui.dialogs.unit_list import UnitListDialog
from reformdesk.ui.entering import Entering
from reformdesk.ui.messages import Messages
from reformdesk.ui.pages.field_panel import FieldPanel
from reformdesk.ui.pages.form import FormPage
from reformdesk.ui.workspace import OpenWorkspace, Operation


class Belongings(QObject):
    """Connects the panel below the form with the workspace; ``stale`` asks for the round to be read anew."""

    stale = Signal()

    def __init__(
        self, form: FormPage, panel: FieldPanel, workspace: OpenWorkspace, messages: Messages, entering: Entering
    ) -> None:
        super().__init__(form)
        self._form = form
        self._panel = panel
        self._workspace = workspace
        self._messages = messages
        self._entering = entering
        self.listing: UnitListDialog | None = None
        panel.units.given.connect(self._give)
        panel.units.edit_list.connect(self._edit_list)
        panel.evidence.attach.connect(self._choose)
        panel.evidence.save.connect(self._save)
        panel.evidence.take_out.connect(self._take_out)

    def _give(self, figures: Mapping[str, Figure | None]) -> None:
        data, name = self._entering.data, self._form.current
        if data is not None and name:
            self._entering.store(field_actions.set_figures(data.round, name, figures), name)

    def _edit_list(self) -> None:
        data = self._entering.data
        if data is not None:
            dialog = self.listing = UnitListDialog(self._window(), data.units)
            dialog.accepted.connect(lambda: self._keep_list(dialog))
            dialog.open()

    def _keep_list(self, dialog: UnitListDialog) -> None:
        def failed(problem: ReformDeskError) -> None:
            dialog.show_problem(self._messages.words.error(problem))
            dialog.open()

        self._workspace.run(field_actions.set_units(dialog.listed()), lambda _: self._listed(), failed=failed)

    def _listed(self) -> None:
        self._panel.units.await_list()
        self.stale.emit()

    def _choose(self) -> None:
        for path in self._messages.choose_files(self._window(), self.tr("Attach evidence"), tuple(KINDS)):
            self.attach(path)

    def attach(self, path: Path) -> None:
        """Put a file beside the field that the cursor is in."""
        data, name = self._entering.data, self._form.current
        if data is not None and name:
            self._do(field_actions.enclose(data.round, name, path))

    def _take_out(self, enclosure: Enclosure | None) -> None:
        data = self._entering.data
        if data is not None and enclosure is not None:
            self._do(field_actions.take_out(data.round, enclosure))

    def _save(self, enclosure: Enclosure | None) -> None:
        if enclosure is None:
            return
        target = self._messages.choose_target(self._window(), self.tr("Save a copy"), enclosure.title)
        if target is not None:
            self._do(field_actions.save_evidence(enclosure, target))

    def _do(self, operation: Operation[None]) -> None:
        self._workspace.run(
            operation,
            lambda _: self.stale.emit(),
            failed=lambda problem: self._messages.error(self._window(), problem),
        )

    def _window(self) -> QWidget:
        return self._form.window()
