"""Python's garbage collection on the GUI thread alone, in pieces too short to be felt.

It runs on whatever thread asks for memory next. A window that the workspace's worker happened to
collect would have its widgets deleted between two lines of something else, some of them twice.

A collection looks at every object of its generation, and the rounds of three hundred agencies are some
hundred thousand. So the keeper looks often, at what is new alone, and puts the rest aside unseen where
figures came in by the mass. The whole is looked at when a good deal has been put aside or a desk was
closed, and then in a moment in which nobody types, points or scrolls and nothing is under way.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

_EVERY = 200
"""Milliseconds between two looks at how much has come together."""
_MASS = 10_000
"""New objects that are looked at in some 10 ms. More of them at once are figures that were read: they hold no knots."""
_MUCH = 500_000
"""So many new objects that were put aside are worth a look at the whole."""
_REST = 2000
"""Milliseconds without anything of ``_WORK`` that count as a rest."""
_WORK: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    }
)


class _Rest(QObject):
    """How long nobody has been at work.

    Sees what comes to the window in front: a filter on the application would be asked about each of the
    thousands of events with which a page is built.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen_to)
        self._listen_to(QGuiApplication.focusWindow())

    @property
    def is_long(self) -> bool:
        """Whether it is long enough."""
        return self._since.hasExpired(_REST)

    def interrupt(self) -> None:
        """Begin anew."""
        self._since.start()

    def _listen_to(self, window: QWindow | None) -> None:
        self.interrupt()
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is at work."""
        if event.type() in _WORK:
            self.interrupt()
        return super().eventFilter(watched, event)


class GarbageKeeper(QObject):
    """Collects when Python itself would have, but between two events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._aside = 0
        self._rest: _Rest | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start(_EVERY)

    def collect_if_due(self) -> None:
        """Collect what is new where it has become enough, and the whole where that is due and there is rest."""
        new, enough = gc.get_count()[0], gc.get_threshold()[0]
        if new > enough > 0:
            if new < _MASS:
                gc.collect(0)
            gc.freeze()
            self._aside += new
            if self._rest is not None:
                # something is under way
                self._rest.interrupt()
        if self._aside > _MUCH:
            self.collect_at_rest()
        if self._rest is not None and self._rest.is_long:
            self._collect_all()

    def collect_at_rest(self) -> None:
        """Collect the whole in the next moment of rest, as after a desk was closed."""
        if self._rest is None:
            self._rest = _Rest(self)

    def _collect_all(self) -> None:
        if self._rest is not None:
            self._rest.deleteLater()
        self._rest, self._aside = None, 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()
