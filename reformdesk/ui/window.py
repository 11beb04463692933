"""The main window: the start page, or the desk of the open workspace."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
    QWhatsThisClickedEvent,
)
from PySide6.QtWidgets import QMainWindow

from reformdesk.core import safe_places, store
from reformdesk.core.store import Office
from reformdesk.errors import WANTS_NEWER, ReformDeskError, Refused, StoreError
from reformdesk.exchange.documents import PART_SUFFIX
from reformdesk.ui import desk_places
from reformdesk.ui.dates import long_moment, now
from reformdesk.ui.helping import Helping
from reformdesk.ui.messages import Messages
from reformdesk.ui.searching import Searching
from reformdesk.ui.widgets.basics import button
from reformdesk.ui.workspace import OpenWorkspace, adopt, look_at, open_path

if TYPE_CHECKING:
    from reformdesk.ui.agency_desk import AgencyDesk
    from reformdesk.ui.backup_keeping import BackupKeeping
    from reformdesk.ui.guide import GuideWindow
    from reformdesk.ui.office_desk import OfficeDesk
    from reformdesk.ui.pages.start import StartPage
    from reformdesk.ui.recovering import PuttingBack
    from reformdesk.ui.updating import Updating
    from reformdesk.update_files import Offer

_GEOMETRY = "geometry"
_OPENED = (".rdround", store.SUFFIX, ".rdreply", PART_SUFFIX, ".zip")
_SIZE = (1366, 768)


class MainWindow(QMainWindow):
    """Holds one workspace at a time. ``language_chosen`` asks for the program in another language.

    ``left_desk`` follows each desk that was closed, whose widgets and figures are then nobody's.
    Without ``at_start`` it is empty until :meth:`open_path` has shown a workspace.
    """

    language_chosen = Signal(str)
    wants_settings = Signal()
    broke = Signal(object)
    left_desk = Signal()

    def __init__(
        self,
        messages: Messages,
        place: Callable[[Path], str | None] = safe_places.unsafe_here,
        *,
        at_start: bool = True,
    ) -> None:
        super().__init__()
        self._messages = messages
        self._place = place
        self.desk: AgencyDesk | OfficeDesk | None = None
        self.start: StartPage | None = None
        self.setWindowTitle("ReformDesk")
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        geometry = QSettings().value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.searching = Searching(self)
        self.helping = Helping(self, messages.words.language, lambda: self.desk.page if self.desk else "start")
        QShortcut(QKeySequence("Ctrl+,"), self).activated.connect(self.wants_settings)
        if at_start:
            self.show_start()

    @cached_property
    def backups(self) -> BackupKeeping:
        """The backups, of the workspace that is open or of one that cannot be opened."""
        from reformdesk.ui.backup_keeping import BackupKeeping

        made = BackupKeeping(self, self._messages)
        made.closing.connect(self._close_desk)
        made.restored.connect(self.open_path)
        return made

    @cached_property
    def putting_back(self) -> PuttingBack:
        """The way back to a desk that was lost."""
        from reformdesk.ui.recovering import PuttingBack

        made = PuttingBack(self, self._messages, self._workspace_path)
        made.founded.connect(self._show_desk)
        return made

    @cached_property
    def updating(self) -> Updating:
        """The way to a newer program that came along with a file."""
        from reformdesk.ui.updating import Updating

        made = Updating(self, self._messages)
        made.agreed.connect(self._install)
        made.broke.connect(self.broke)
        return made

    def show_start(self) -> None:
        """Show the start page."""
        from reformdesk.ui.pages.start import StartPage

        self.start = StartPage(desk_places.recent(), self._messages.words.language)
        self.start.open_file.connect(self.choose_file)
        self.start.open_path.connect(self.open_path)
        self.start.set_up.connect(self.set_up)
        self.start.language_chosen.connect(self.language_chosen)
        self.start.wants_settings.connect(self.wants_settings)
        self.searching.found.connect(self.start.show_found)
        self.searching.start()
        self.setCentralWidget(self.start)
        self.setWindowTitle("ReformDesk")

    @property
    def guide(self) -> GuideWindow:
        """The guide."""
        return self.helping.guide

    def lay_out_anew(self) -> None:
        """Lay out what is shown for another look or size of text."""
        if self.desk is not None:
            self.desk.reload()

    def choose_file(self) -> None:
        """Let the user choose a round file or a workspace."""
        path = self._messages.choose_file(self, self.tr("Open a file"), _OPENED)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open whatever a file is: a workspace, or something for the desk that is open, or a round file."""
        if self._is_open(path):
            return
        try:
            if store.looks_like_workspace(path) or (path.suffix == store.SUFFIX and path.is_file()):
                self._show_desk(open_path(self._own_place_for(path)))
            elif self.desk is not None:
                self.desk.take_files([path])
            else:
                self._begin_with(path)
        except ReformDeskError as problem:
            if self.centralWidget() is None:
                self.show_start()
            if problem.code in WANTS_NEWER:
                self._offer_newer(path)
            elif problem.code == "workspace-damaged":
                self._show_damaged(path, problem)
            else:
                self._messages.error(self, problem)

    def _show_damaged(self, path: Path, problem: ReformDeskError) -> None:
        """Show what can still be read, and offer what a backup holds; where there is neither, say so."""
        try:
            self._show_desk(look_at(path))
        except ReformDeskError:
            if self.desk is None:
                self.show_start()
            if not self.backups.offer(path):
                self._messages.error(self, problem)
        else:
            self.backups.offer(path)

    def _offer_newer(self, path: Path) -> None:
        """A file wants a newer program: it may lie beside it, sealed by a key that was compared here."""
        from reformdesk.core import updates
        from reformdesk.ui.compared_keys import compared_here

        compared = compared_here()
        if self.desk is None:
            known = desk_places.recent()
            self.updating.ask(path, lambda: updates.keys_at(known, compared))
        else:
            self.desk.workspace.read(
                lambda workspace: updates.office_keys(workspace, compared),
                lambda keys: self.updating.ask(path, lambda: keys),
                failed=lambda _problem: self.updating.ask(path, updates.OfficeKeys),
            )

    def _install(self, offer: Offer) -> None:
        """Close what is open, then start the installer of the newer program, which waits for this one to end.

        Nothing is installed where something could not be saved, which the window has told.
        """
        unsaved: list[object] = []
        if self.desk is not None:
            self.desk.workspace.failed.connect(unsaved.append)
            self.desk.workspace.broke.connect(unsaved.append)
        self._close_desk()
        if unsaved:
            self.updating.give_up(offer)
            self.show_start()
            return
        try:
            self.updating.install(offer)
        except ReformDeskError as problem:
            self.show_start()
            self._fail(problem)
        else:
            self.close()

    def _own_place_for(self, path: Path) -> Path:
        """Return the workspace to open: a copy from a second place is put on this machine first, if that is wanted."""
        if not path.stem.endswith("Z"):
            # a copy's name ends with its time
            return path
        from reformdesk.core import second_place

        if not second_place.is_copy(path):
            return path
        words = self.tr(
            "This is a copy from a second place, made on {moment}. Put it on this machine, with its key, and go on "
            "from there? The copy itself stays as it is."
        ).format(moment=long_moment(second_place.made_at(path)))
        if not self._messages.ask(self, words, self.tr("Put it on this machine"), self.tr("Open it where it lies")):
            return path
        return second_place.bring_back(path, self._workspace_path(path.stem).parent)

    def _is_open(self, path: Path) -> bool:
        """Whether a file is the open workspace itself, which must not be read beside SQLite."""
        return self.desk is not None and store.is_part_of(self.desk.workspace.path, path)

    def _begin_with(self, path: Path) -> None:
        """Make a desk of what came first: a round file, a recovery file, a colleague's part."""
        from reformdesk.core import whereabouts
        from reformdesk.exchange import part

        blob = whereabouts.read_container(path)
        if part.begins_like_part(blob):
            self._begin_with_part(blob, path)
        elif not self.putting_back.offer(blob, path):
            self._begin_with_round(blob, path)

    def _begin_with_part(self, blob: bytes, path: Path) -> None:
        """A colleague's file is looked at at the main desk of its agency, the one that was open last."""
        from reformdesk.core import entry_desk
        from reformdesk.exchange import part

        agency = part.read(blob).document.agency
        known = (*desk_places.recent(), self._workspace_path(agency))
        own = next((one for one in known if entry_desk.is_main_desk(one, agency)), None)
        if own is None:
            raise Refused("part-file")
        self._show_desk(open_path(own))
        if self.desk is not None:
            self.desk.take_files([path])

    def _begin_with_round(self, blob: bytes, path: Path) -> None:
        """The agency's first start: whose desk is this? Then its workspace is made beside nothing else."""
        from reformdesk.core import roundbook
        from reformdesk.ui.dialogs.small import AgencyDialog

        verified, round_ = roundbook.read_round_file(blob)
        self.choosing = AgencyDialog(self, round_, verified.signers[0].fingerprint, self._messages.words.language)
        self.choosing.accepted.connect(lambda: self._guarded(lambda: self._begin(blob, path)))
        self.choosing.open()

    def _begin(self, blob: bytes, path: Path) -> None:
        from reformdesk.core import entry_desk, roundbook

        agency = self.choosing.agency()
        entry_only = self.choosing.entry_only.isChecked()
        target = self._workspace_path(agency + entry_desk.FILE_SUFFIX if entry_only else agency)
        if target.exists():
            workspace = open_path(target)
        elif entry_only:
            workspace = adopt(lambda: entry_desk.found(target, agency, now()))
        else:
            workspace = adopt(lambda: store.create(target, Office.AGENCY, agency, now()))
        workspace.failed.connect(self._fail)
        workspace.run(
            lambda opened: roundbook.take_round(opened, blob, path.name, now()),
            lambda _: self._show_desk(workspace),
            failed=lambda problem: self._give_up(workspace, problem),
        )

    def _give_up(self, workspace: OpenWorkspace, problem: ReformDeskError) -> None:
        workspace.close()
        self._fail(problem)

    def _workspace_path(self, name: str) -> Path:
        """Return where a desk's workspace lies, or is to lie."""
        return desk_places.own_place(name, self._place)

    def set_up(self) -> None:
        """Set up Home Affairs."""
        from reformdesk.ui.dialogs.first_round.wizard import FirstRoundDialog

        self.setting_up = FirstRoundDialog(self, self._messages)
        self.setting_up.accepted.connect(self._set_up)
        self.setting_up.open()

    def _set_up(self) -> None:
        from reformdesk.ui import founding_actions

        dialog = self.setting_up
        try:
            self._show_desk(adopt(founding_actions.found(dialog.laid_out())))
        except ReformDeskError as problem:
            dialog.show_problem(self._messages.words.error(problem))
            dialog.open()

    def _show_desk(self, workspace: OpenWorkspace) -> None:
        self._close_desk()
        self.searching.stop()
        desk_places.remember(workspace.path)
        self.desk = self._desk_for(workspace)
        if workspace.to_look:
            words = self._messages.words.error(StoreError("workspace-to-look", file=workspace.path.name))
            self.desk.warn(words, button(self.tr("Backups…"), lambda: self.backups.open(workspace)))
        unsafe = self._place(workspace.path)
        if unsafe is not None:
            at_office = workspace.office is Office.HOME_AFFAIRS
            page = f"office-{unsafe}" if at_office else unsafe
            remedy = button(self.tr("What to do…"), lambda: self.helping.open_for(page))
            self.desk.warn(self._messages.words.place(unsafe, at_office=at_office), remedy)
        self.desk.wants_backups.connect(lambda: self.backups.open(workspace))
        self.desk.wants_settings.connect(self.wants_settings)
        # an empty desk would only flicker
        self.desk.ready.connect(self._reveal)
        self.desk.ready.connect(workspace.prove, Qt.ConnectionType.SingleShotConnection)
        workspace.failed.connect(self._reveal)
        workspace.broke.connect(self._reveal)
        workspace.failed.connect(self._fail)
        workspace.broke.connect(self.broke)
        self.start = None
        self.setWindowTitle(f"{workspace.path.name} – ReformDesk")

    def _reveal(self) -> None:
        if self.desk is not None and self.centralWidget() is not self.desk:
            self.setCentralWidget(self.desk)
            layout = self.layout()
            if layout is not None:
                # a page that is built before it has its size is built once more when it has
                layout.activate()

    def _desk_for(self, workspace: OpenWorkspace) -> AgencyDesk | OfficeDesk:
        if workspace.office is Office.AGENCY:
            from reformdesk.ui.agency_desk import AgencyDesk

            agency = AgencyDesk(workspace, self._messages)
            agency.wants_newer.connect(self._offer_newer)
            return agency
        from reformdesk.ui.office_desk import OfficeDesk

        desk = OfficeDesk(workspace, self._messages)
        # once its dialog is closed: the desk goes with it
        desk.goes_to.connect(self.open_path, Qt.ConnectionType.QueuedConnection)
        desk.trial_ended.connect(self._throw_away)
        return desk

    def _throw_away(self, workspace: Path, real: Path) -> None:
        """Throw a trial away and go back to where it was started from."""
        from reformdesk.core import trial

        self._close_desk()
        self._guarded(lambda: trial.throw_away(workspace))
        if real.is_file():
            self.open_path(real)
        else:
            self.show_start()

    def _fail(self, problem: ReformDeskError) -> None:
        if problem.code != "workspace-damaged" or self.desk is None:
            self._messages.error(self, problem)
        elif not self.desk.workspace.to_look:
            self.desk.workspace.to_look = True
            # the desk that tells it has to come to its end first
            QTimer.singleShot(0, self, lambda: self._turn_to_look(problem))

    def _turn_to_look(self, problem: ReformDeskError) -> None:
        """Close a desk that has turned out to be damaged, and show what can be read of it."""
        if self.desk is not None:
            path = self.desk.workspace.path
            self._close_desk()
            self._show_damaged(path, problem)

    def _guarded(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except ReformDeskError as problem:
            self._fail(problem)

    def _close_desk(self) -> None:
        if self.desk is not None:
            self.desk.leave()
            self.desk.workspace.close()
            self.desk = None
            self.left_desk.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        paths = [path for path in paths if not self._is_open(path)]
        desks = [path for path in paths if path.suffix == store.SUFFIX]
        if self.desk is not None and not desks:
            self.desk.take_files(paths)
        elif paths and not (desks and self._offer(desks[0])):
            self.open_path(paths[0])

    def _offer(self, path: Path) -> bool:
        """Offer another workspace to Home Affairs' desk, whose second desk it may be; whether there is one."""
        if self.desk is None or self.desk.workspace.office is Office.AGENCY:
            return False
        from reformdesk.ui.office_desk import OfficeDesk

        if isinstance(self.desk, OfficeDesk):
            self.desk.errands.offer_desk(path)
        return True

    def event(self, event: QEvent) -> bool:
        """Open the guide where a dialog asks for it."""
        if isinstance(event, QWhatsThisClickedEvent):
            self.helping.open_for(event.href())
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is under way, then let go of the file."""
        QSettings().setValue(_GEOMETRY, self.saveGeometry())
        self.searching.stop()
        self.helping.close()
        if "updating" in vars(self):
            self.updating.leave()
        self._close_desk()
        super().closeEvent(event)
