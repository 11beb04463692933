"""A file wants a newer program: the search for an installer beside it, the dialog, the start of the installer."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reformdesk import __version__, update_files
from reformdesk.core.updates import OfficeKeys, Standing
from reformdesk.errors import ReformDeskError
from reformdesk.ui.compared_keys import remember_compared
from reformdesk.ui.dialogs.update import UpdateDialog
from reformdesk.ui.messages import Messages
from reformdesk.update_files import Offer, Start

Keys = Callable[[], OfficeKeys]


class Updating(QObject):
    """``agreed`` has the offer that is to be installed: close everything, then :meth:`install` it.

    A slow stick keeps nobody waiting, since it is looked at on a thread of its own; ``broke`` has what went
    wrong there that should not. ``start`` starts an installer, where this system can.
    """

    agreed = Signal(object)
    broke = Signal(object)
    _found = Signal(object, str)
    _looked = Signal(object, object, object)
    _broken = Signal(object, object)

    def __init__(self, window: QWidget, messages: Messages) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._stopped: Event | None = None
        # its copy is taken away where it is not installed
        self._offer = Offer()
        self.running = __version__
        self.start: Start | None = update_files.launch if os.name == "nt" else None
        self.dialog: UpdateDialog | None = None
        self._found.connect(self._show_checking)
        self._looked.connect(self._show_offer)
        self._broken.connect(self._break_off)

    @property
    def is_busy(self) -> bool:
        """Whether a search is under way, or what it found is on show."""
        return self._stopped is not None

    def ask(self, refused: Path, keys: Keys) -> None:
        """Look for a newer installer near a file that was refused, and say what was found.

        ``keys`` is asked on the thread. What is refused while a search is on show wants the same installer.
        """
        if self._stopped is not None:
            return
        stopped = self._stopped = Event()
        dialog = self.dialog = UpdateDialog(
            self._window, refused.name, self.running, self._messages.words, can_install=self.start is not None
        )
        dialog.finished.connect(lambda result: self._finished(dialog, agreed=result == dialog.DialogCode.Accepted))
        Thread(target=self._look, args=(refused, keys, stopped), name="update", daemon=True).start()

    def _look(self, refused: Path, keys: Keys, stopped: Event) -> None:
        # the window may have gone meanwhile
        with suppress(RuntimeError):
            try:
                installers = update_files.find(refused, self.running)
                if installers:
                    self._found.emit(stopped, installers[0].name)
                known = keys()
                offer = update_files.look(installers, known, lambda: not stopped.is_set())
            except ReformDeskError as problem:
                known, offer = OfficeKeys(), Offer(problem=problem)
            except Exception as problem:  # noqa: BLE001 - told as what breaks on the worker is
                self._broken.emit(stopped, problem)
                return
            if stopped.is_set():
                update_files.throw_away(offer)
            else:
                self._looked.emit(stopped, offer, known)

    def _break_off(self, stopped: Event, problem: Exception) -> None:
        if self.dialog is not None and not stopped.is_set():
            # which ends the search
            self.dialog.reject()
        self.broke.emit(problem)

    def _show_checking(self, stopped: Event, name: str) -> None:
        if self.dialog is not None and not stopped.is_set():
            self.dialog.show_checking(name)
            self.dialog.open()

    def _show_offer(self, stopped: Event, offer: Offer, known: OfficeKeys) -> None:
        if self.dialog is None or stopped.is_set():
            update_files.throw_away(offer)
            return
        self._offer = offer
        self.dialog.show_offer(offer, known)
        self.dialog.open()

    def _finished(self, dialog: UpdateDialog, *, agreed: bool) -> None:
        offered = dialog.offered if agreed else None
        if offered is not None:
            self._offer = Offer()
        self.leave()
        if offered is not None:
            if offered.standing is Standing.UNKNOWN_KEY:
                remember_compared(offered.fingerprint)
            self.agreed.emit(offered)

    def install(self, offer: Offer) -> None:
        """Start the installer that was agreed to; raises as :func:`reformdesk.update_files.start` does."""
        if self.start is None:
            return
        try:
            update_files.start(offer, self.start)
        except ReformDeskError:
            self.give_up(offer)
            raise

    def give_up(self, offer: Offer) -> None:
        """Take away what was agreed to and cannot be installed now."""
        update_files.throw_away(offer)

    def leave(self) -> None:
        """Search no more, and take away what was found and is not installed."""
        update_files.throw_away(self._offer)
        self._offer = Offer()
        if self._stopped is not None:
            self._stopped.set()
            self._stopped = None
