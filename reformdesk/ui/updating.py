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
from reformdesk.core.updates import OfficeKeys
from reformdesk.errors import ReformDeskError
from reformdesk.ui.dialogs.update import UpdateDialog
from reformdesk.ui.messages import Messages
from reformdesk.update_files import Offer, Start

Keys = Callable[[], OfficeKeys]


class Updating(QObject):
    """``agreed`` has the offer that is to be installed: close everything, then :meth:`install` it.

    A slow stick keeps nobody waiting, since it is looked at on a thread of its own. ``start`` starts an
    installer, where this system can.
    """

    agreed = Signal(object)
    _found = Signal(object, str)
    _looked = Signal(object, object, object)

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
        installers = update_files.find(refused, self.running)
        # the window may have gone meanwhile
        with suppress(RuntimeError):
            if installers:
                self._found.emit(stopped, installers[0].name)
            known = keys()
            offer = update_files.look(installers, known, lambda: not stopped.is_set())
            if stopped.is_set():
                update_files.throw_away(offer)
            else:
                self._looked.emit(stopped, offer, known)

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
        if agreed and dialog.offered is not None:
            self._offer = Offer()
        self.leave()
        if agreed and dialog.offered is not None:
            self.agreed.emit(dialog.offered)

    def install(self, offer: Offer) -> None:
        """Start the installer that was agreed to; raises as :func:`reformdesk.update_files.start` does."""
        if self.start is None:
            return
        try:
            update_files.start(offer, self.start)
        except ReformDeskError:
            update_files.throw_away(offer)
            raise

    def leave(self) -> None:
        """Search no more, and take away what was found and is not installed."""
        update_files.throw_away(self._offer)
        self._offer = Offer()
        if self._stopped is not None:
            self._stopped.set()
            self._stopped = None
