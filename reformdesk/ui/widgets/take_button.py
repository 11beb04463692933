"""The filled button below a list of ticks: it says how much it takes, and how much of that replaces something."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton


class TakeButton(QPushButton):
    """Takes what is ticked; without a tick it waits and says why."""

    def __init__(self, pressed: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("primary", True)
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked=False: pressed())

    def show_count(self, count: int, replaced: int) -> None:
        """Say how many are ticked, and how many of them take the place of something that stands."""
        text = self.tr("Take {count}").format(count=count)
        if replaced:
            text = self.tr("Take {count}, replacing {replaced}").format(count=count, replaced=replaced)
        self.setText(text)
        self.setEnabled(count > 0)
        self.setToolTip("" if count else self.tr("Nothing is ticked."))
