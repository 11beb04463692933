"""One tick for an area's stocks that stand still (Không thay đổi)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from reformdesk.core.standstill import Standstill
from reformdesk.ui import theme
from reformdesk.ui.widgets.basics import columns, label, rows


class StandstillLine(QWidget):
    """``confirmed`` has the answers that the tick gives; it is there while a stock is open."""

    confirmed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        outer = rows(self, space=0)
        line = columns(space=theme.SPACE_8)
        line.setContentsMargins(theme.SPACE_12, theme.SPACE_4, theme.SPACE_12, theme.SPACE_8)
        self.tick = QCheckBox()
        self.tick.clicked.connect(self._confirm)
        self._names = label(role="small", wrap=True)
        line.addWidget(self.tick)
        line.addWidget(self._names, 1)
        outer.addLayout(line)
        self._standstill: Standstill | None = None

    def show_standstill(self, found: Standstill, period: str, names: Sequence[str]) -> None:
        """Show how many stocks are open, since when they would stand still, and which they are."""
        self._standstill = found
        self.setVisible(not found.is_settled)
        self.tick.setChecked(False)
        text = self.tr("Unchanged since {period}: {count}") if period else self.tr("Unchanged: {count}")
        self.tick.setText(text.format(period=period, count=len(found.open)))
        shown = " · ".join(names)
        self._names.setText(shown)
        self.tick.setAccessibleDescription(shown)

    def _confirm(self) -> None:
        if self._standstill is not None:
            self.confirmed.emit(dict(self._standstill.open))
