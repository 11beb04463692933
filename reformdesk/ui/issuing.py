"""Phát hành at Home Affairs' desk: one folder to send, made a step at a time so that nothing waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reformdesk import issuing_files
from reformdesk.errors import ReformDeskError
from reformdesk.issuing_files import Installer, Issue, Progress, SealedInstaller
from reformdesk.ui import issuing_actions
from reformdesk.ui.dialogs.issuing import IssuingDialog
from reformdesk.ui.dialogs.small import PassphraseDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.stepwise import Steps, Stepwise
from reformdesk.ui.token_finding import offer_tokens
from reformdesk.ui.widgets.basics import label
from reformdesk.ui.widgets.elided import PathLabel
from reformdesk.ui.workspace import OpenWorkspace

_GROUP = 8
_INSTALLERS = "installers"
"""The setting that remembers in which folder the installer was found."""


@dataclass(frozen=True)
class _Making:
    """What was chosen when it began."""

    issue: Issue
    place: Path
    programs: tuple[Path, ...]


class Issuing(Stepwise):
    """Opens its dialog over a desk."""

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk, workspace)
        self._desk = desk
        self._messages = messages

    def open(self, round_id: str, *, just_opened: bool = False) -> None:
        """Lay the folder of a round out; ``just_opened`` says that the round was opened a moment ago."""

        def read(issue: Issue) -> None:
            self._lay_out(issue, just_opened=just_opened)

        self._workspace.read(lambda workspace: issuing_files.read(workspace, round_id), read)

    def _lay_out(self, issue: Issue, *, just_opened: bool) -> None:
        self.dialog = IssuingDialog(self._desk, issue, self._messages, just_opened=just_opened)
        self.dialog.wanted.connect(lambda place: self._begin(issue, place))
        self.dialog.stopped.connect(self._stop)
        self.dialog.look_in.connect(self._look_in)
        self.dialog.show_folder.connect(lambda folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self.dialog.offer_programs(_programs())
        self.dialog.open()

    def _look_in(self, folder: Path) -> None:
        found = issuing_files.find_programs([folder])
        if found:
            QSettings().setValue(_INSTALLERS, str(folder))
        self.dialog.offer_programs(found, folder)

    def _begin(self, issue: Issue, place: Path) -> None:
        """Write the folder, once the installer that goes along is sealed; what was chosen stays as it was chosen."""
        try:
            issuing_files.target(issue, place)
        except ReformDeskError as problem:
            self._failed(problem)
            return
        self._is_stopped = False
        self.dialog.begin()
        making = _Making(issue, place, tuple(self.dialog.chosen_programs))
        installer = issuing_files.installer_in(making.programs)
        if installer is None:
            self._write(making, None)
            return
        self._workspace.read(
            lambda _workspace: issuing_files.examine(installer),
            lambda examined: self._ask_for_key(making, examined),
            failed=self._failed,
        )

    def _ask_for_key(self, making: _Making, installer: Installer) -> None:
        if self._is_stopped:
            self.dialog.show_stopped()
            return
        title = self.tr("Seal the installer")
        sealing = self.sealing = PassphraseDialog(self.dialog, title, title)
        why = self.tr("With this seal the agencies' programs can tell that {file} came from you, and offer it.")
        what = self.tr("Version {version}, SHA-256 {digest}")
        # in groups, so that it is read, and put on two lines where there is no room for one
        digest = " ".join(wrap(installer.digest, _GROUP))
        lines = (
            label(why.format(file=installer.path.name), wrap=True),
            PathLabel(installer.path),
            label(what.format(version=installer.version, digest=digest), role="small", wrap=True),
        )
        for place, line in enumerate(lines, 1):
            sealing.content.insertWidget(place, line)
        sealing.accepted.connect(
            lambda: self._workspace.run(
                issuing_actions.seal_installer(making.issue.round.id, sealing.key.choice(), installer),
                lambda sealed: self._write(making, sealed),
                failed=self._not_sealed,
            )
        )
        sealing.rejected.connect(self.dialog.show_stopped)
        offer_tokens(self._workspace, self._messages.words, sealing, sealing.key)
        sealing.open()

    def _not_sealed(self, problem: ReformDeskError) -> None:
        if self._is_stopped:
            self.dialog.show_stopped()
            return
        self.sealing.show_problem(self._messages.words.error(problem))
        self.sealing.open()

    def _write(self, making: _Making, sealed: SealedInstaller | None) -> None:
        items = issuing_files.plan(making.issue, making.programs, sealed)
        self._folder = making.place / making.issue.folder
        self._start(Steps(issuing_files.write(making.issue, items, making.place)))

    def _is_last(self, told: Progress | None) -> bool:
        return told is None

    def _may_stop(self, told: Progress) -> bool:
        return told.done < told.total

    def _show(self, told: Progress) -> None:
        self.dialog.show_progress(told)

    def _done(self, _told: None) -> None:
        self.dialog.show_done(self._folder)

    def _stopped(self) -> None:
        self.dialog.show_stopped()

    def _failed(self, problem: ReformDeskError) -> None:
        self.dialog.show_problem(self._messages.words.error(problem))


def _programs() -> tuple[Path, ...]:
    remembered = str(QSettings().value(_INSTALLERS, ""))
    places = [*issuing_files.usual_places(), *([Path(remembered)] if remembered else [])]
    return issuing_files.find_programs(place for place in places if place.is_dir())
