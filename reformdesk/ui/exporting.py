"""Exporting reports at Home Affairs' desk: a step at a time on the worker, so that nothing waits for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reformdesk.errors import ReformDeskError
from reformdesk.ui import report_actions, report_habits
from reformdesk.ui.dialogs.export_report import ExportDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.models import exportable
from reformdesk.ui.models.exportable import Exportable
from reformdesk.ui.report_files import Choice, ReportFiles, Step, Written
from reformdesk.ui.stepwise import Stepwise
from reformdesk.ui.workspace import OpenWorkspace, Operation


@dataclass(frozen=True)
class Asked:
    """From where a report is asked for: the window or dialog ``over`` which questions open, and what ``say`` says."""

    over: QWidget
    say: Callable[[str], object]


class Exporting(Stepwise):
    """One export at a time; its dialog may be put aside, and is there again when it is asked for.

    ``progressed`` has a sentence while one goes on without its dialog, ``said`` what came of it.
    """

    progressed = Signal(str)
    said = Signal(str)

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk, workspace)
        self._messages = messages
        self._is_asking = False
        self._here = self._asked = Asked(desk, self.said.emit)
        self._newest: Step | None = None
        self.dialog: ExportDialog | None = None

    def open(self, choice: Choice | None = None, asked: Asked | None = None) -> None:
        """Ask what is to be exported, or show what is under way; ``choice`` is what is chosen at first."""
        if self.is_running and self.dialog is not None:
            self.dialog.open()
            return
        if self._is_asking:
            return
        self._is_asking = True

        def ask(offered: Exportable) -> None:
            self._is_asking = False
            self._ask(offered, choice, asked or self._here)

        self._workspace.read(exportable.read, ask, failed=self._cannot_ask, broken=self._asked_enough)

    def _asked_enough(self) -> None:
        self._is_asking = False

    def _cannot_ask(self, problem: ReformDeskError) -> None:
        self._is_asking = False
        self._messages.error(self._here.over, problem)

    def quick(self, suffix: str, choice: Choice | None = None, asked: Asked | None = None) -> None:
        """Write one kind of file without further questions; while another export goes on that one is shown."""
        if self.is_running:
            self.open()
            return
        chosen, asked = choice or Choice(), asked or self._here
        name = f"{report_habits.recall().name}{chosen.name_ending}{suffix}"
        target = self._messages.choose_target(asked.over, self.tr("Export the report"), name)
        if target is not None:
            self.dialog = None
            self._asked = asked
            self._begin(chosen, [target])

    def _ask(self, offered: Exportable, choice: Choice | None, asked: Asked) -> None:
        dialog = self.dialog = ExportDialog(asked.over, offered, self._messages, report_habits.recall())
        dialog.wanted.connect(self._wanted)
        dialog.stopped.connect(self._stop)
        dialog.put_aside.connect(self._put_aside)
        dialog.opened.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        dialog.letterhead.chosen.connect(lambda path: self._keep(report_actions.keep_letterhead(path)))
        dialog.letterhead.taken_away.connect(lambda: self._keep(report_actions.take_letterhead_away()))
        if choice is not None:
            dialog.rounds.choose(choice)
        if self.is_running:
            self._show_running(dialog)
        dialog.open()

    def _keep(self, operation: Operation[str]) -> None:
        """Keep another letterhead, or none."""
        dialog = self.dialog
        if dialog is not None:
            self._workspace.run(
                operation,
                dialog.show_letterhead,
                failed=lambda problem: dialog.show_problem(self._messages.words.error(problem)),
            )

    def _show_running(self, dialog: ExportDialog) -> None:
        """Show what was begun without a dialog, where it can be stopped."""
        dialog.begin()
        if self._newest is not None:
            dialog.show_progress(self._newest)

    def _wanted(self, choice: Choice, targets: Sequence[Path]) -> None:
        if self.dialog is not None:
            report_habits.keep(self.dialog.habits)
            self._asked = self._here
            self.dialog.begin()
        self._begin(choice, targets)

    def _begin(self, choice: Choice, targets: Sequence[Path]) -> None:
        self._is_stopped = False
        self._newest = None
        self._start(ReportFiles(choice, targets))

    def _is_last(self, told: Step | Written) -> bool:
        return isinstance(told, Written)

    def _show(self, told: Step) -> None:
        self._newest = told
        if self._is_shown and self.dialog is not None:
            self.dialog.show_progress(told)
        else:
            text = self.tr("Exporting {file}: {percent} %")
            self.progressed.emit(text.format(file=told.file, percent=int(told.part * 100)))

    @property
    def _is_shown(self) -> bool:
        return self.dialog is not None and self.dialog.isVisible()

    def _done(self, told: Written) -> None:
        if self.dialog is not None:
            self.dialog.show_done(told)
        if not self._is_shown:
            self._asked.say(self._sentence(told))

    def _sentence(self, written: Written) -> str:
        names = ", ".join(one.name for one in written.files[1:])
        text = self.tr("✓ Saved to {file}").format(file=", ".join(filter(None, [str(written.files[0]), names])))
        if written.rebuilt:
            return text
        more = self.tr("The figures are those that were closed; the files here do not come to them any more.")
        return f"{text}. {more}"

    def _put_aside(self) -> None:
        if self.dialog is not None:
            self.dialog.hide()

    def _break(self) -> None:
        self.progressed.emit("")
        super()._break()

    def _stopped(self) -> None:
        if self.dialog is not None:
            self.dialog.show_stopped()

    def _failed(self, problem: ReformDeskError) -> None:
        """Say why; an export that was put aside comes to the front with it, all that was chosen still there."""
        if self.dialog is None:
            self.progressed.emit("")
            self._messages.error(self._asked.over, problem)
            return
        self.dialog.show_problem(self._messages.words.error(problem))
        if not self._is_shown:
            self.progressed.emit("")
            self.dialog.open()
