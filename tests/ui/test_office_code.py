"""An agency compares Home Affairs' code on the first round file: agreeing, differing, and a mistake put right."""

from __future__ import annotations

from pathlib import Path

from reformdesk.core import pins, store
from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.dialogs.compare import CompareDialog
from reformdesk.ui.widgets.basics import Strip
from tests.core.desks import at_work
from tests.ui.conftest import Hands, Open, button_named, desk_of, say

DIFFER = (
    "The matching codes differ: this round is not from Home Affairs. Enter nothing here, and ask Home Affairs for the "
    "right file."
)


def comparing(desk: AgencyDesk, hands: Hands) -> CompareDialog:
    hands.click(desk.item(HOME))
    hands.click(button_named(desk.home, say("RoundHomePage", "Compare…")))
    assert desk.errands.trust.dialog is not None
    return desk.errands.trust.dialog


def strips(desk: AgencyDesk) -> list[tuple[str, str]]:
    shown = [one for one in desk.home.findChildren(Strip) if one.isVisible()]
    return [(one.property("strip"), one.accessibleName()) for one in shown]


def test_a_code_that_differs_ends_the_trust_and_a_mistake_is_put_right(
    tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    with at_work(tmp_path):
        pass
    path = tmp_path / "agency" / "b.rdesk"
    desk = desk_of(open_window(path), AgencyDesk)
    dialog = comparing(desk, hands)
    hands.click(dialog.differ_button)
    hands.click(dialog.aside_button)
    hands.settle_desk(desk)
    assert strips(desk) == [("error", say("RoundHomePage", DIFFER))]
    hands.click(comparing(desk, hands).agree_button)
    hands.settle_desk(desk)
    assert strips(desk) == []
    desk.window().close()
    with store.open_workspace(path) as workspace:
        assert len(pins.pinned(workspace, "a")) == 1
