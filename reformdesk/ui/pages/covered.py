"""What a round's figures cover, in words: from which day to which, and whether they add up from the year's start."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from reformdesk.core.rounds import Period
from reformdesk.ui.dates import day

translate = QCoreApplication.translate


def covered(period: Period, until: date | None = None) -> str:
    """Return what is counted; ``until`` is the day that an area's figures are taken on, where that is another one."""
    if period.cumulates:
        text = translate("covered", "Figures from {first} to {last}, added up from the year's start")
    else:
        text = translate("covered", "Figures from {first} to {last}, of this span alone")
    return text.format(first=day(period.starts), last=day(until or period.ends))
