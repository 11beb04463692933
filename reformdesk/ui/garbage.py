"""Python's garbage collection on the GUI thread alone.

It runs on whatever thread asks for memory next. A window that the workspace's worker happened to
collect would have its widgets deleted between two lines of something else, some of them twice.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000
"""Milliseconds between two looks at how much has come together."""


class GarbageKeeper(QObject):
    """Collects when Python itself would have, but between two events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start(_EVERY)

    def collect_if_due(self) -> None:
        """Collect the oldest generation that is due, if any."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, threshold) in enumerate(counts) if count > threshold > 0]
        if due:
            gc.collect(max(due))
