"""A new day at a window that stays open: what is due, and what is overdue, is another."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from reformdesk.ui.dates import today

_EVERY_MINUTE = 60 * 1000


class DayTurning(QObject):
    """``turned`` says that another day has begun since it was looked at last."""

    turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._day = today()
        self._minutes = QTimer(self)
        self._minutes.setInterval(_EVERY_MINUTE)
        self._minutes.timeout.connect(self.look)
        self._minutes.start()

    def look(self) -> None:
        """Look at the clock."""
        day = today()
        if day != self._day:
            self._day = day
            self.turned.emit()
