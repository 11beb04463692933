"""A figure that stands out, planted into the sample's newest round."""

from __future__ import annotations

from pathlib import Path

from reformdesk.core import entry, intake, merged, roundbook, store
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number
from tests.demo import LATER, NEWEST, copy_of_agency, finish_with

INDICATOR, BY = "civil-servants-assigned", "so-cong-thuong"
WHY = "Đã rà soát lại."


def plant(office: Workspace, demo: Path, folder: Path) -> Number:
    """Let an agency hand in a figure with a nought too many, and an explanation; return it."""
    share = next(one for one in merged.total(office, NEWEST, INDICATOR).shares if one.agency == BY)
    if not isinstance(share.value, Number):
        raise TypeError(share.value)
    planted = Number(share.value.amount * 10)
    with store.open_workspace(copy_of_agency(demo, BY, folder)) as desk:
        entry.set_explanation(desk, roundbook.load(desk, NEWEST), INDICATOR, WHY, LATER)
        sent = finish_with(desk, {INDICATOR: planted}, NEWEST, LATER)
    intake.take(office, f"{BY}-r2.rdsub", sent.content, "window", LATER)
    return planted
