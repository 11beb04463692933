"""An open round is corrected in the window, goes out as its next issue, and is taken at an agency's desk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reformdesk.core import merged, roundbook
from reformdesk.core.rounds import Round
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.store import Workspace
from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.dialogs.round_plan import RoundPlanDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import ROUNDS
from reformdesk.ui.widgets.basics import Strip
from tests.demo import NEWEST
from tests.ui.conftest import Hands, Open, button_named, desk_of, documents, nameless, say

INDICATOR = "legal-documents-issued"


@pytest.fixture
def home_affairs(office: Path, demo: Path, open_window: Open) -> OfficeDesk:
    shutil.copytree(demo / "keys", office.parent / "keys")
    return desk_of(open_window(office), OfficeDesk)


@pytest.fixture
def dialog(home_affairs: OfficeDesk, hands: Hands) -> RoundPlanDialog:
    hands.click(home_affairs.item(ROUNDS))
    hands.settle_desk(home_affairs)
    hands.click(button_named(home_affairs, say("RoundsPage", "Correct…")))
    hands.settle_desk(home_affairs)
    return home_affairs.errands.opening.dialog


def stands(dialog: RoundPlanDialog, count: int) -> bool:
    assert dialog.correction is not None
    text = say("CorrectionPage", "Submissions that stand unchanged: {count} of {all}")
    return dialog.correction.stands.text() == text.format(count=count, all=39)


def ask_again(dialog: RoundPlanDialog, home_affairs: OfficeDesk, hands: Hands) -> None:
    """Ask one indicator again, of the one agency that reports it."""
    dialog.tabs.setCurrentIndex(4)
    page = dialog.assignments
    hands.focus(page.filter)
    hands.type("tu phap")
    page.table.selectRow(page._shown.index(INDICATOR))
    hands.click(page.again_button)
    hands.settle_desk(home_affairs)


def read(desk: OfficeDesk, hands: Hands) -> tuple[Round, int]:
    """Read the round at its desk, and how many submissions count for the indicator that is asked again."""
    found: list[tuple[Round, int]] = []

    def reading(workspace: Workspace) -> tuple[Round, int]:
        (part,) = merged.consolidated(workspace, [NEWEST])
        return roundbook.load(workspace, NEWEST), part.totals[INDICATOR].answered

    desk.workspace.read(reading, found.append)
    hands.settle_desk(desk)
    return found[0]


def test_the_preview_says_what_stands_before_anything_is_sealed(
    dialog: RoundPlanDialog, home_affairs: OfficeDesk, hands: Hands
) -> None:
    assert stands(dialog, 39)
    assert nameless(dialog) == []
    assert not dialog.span.period.isEnabled()
    ask_again(dialog, home_affairs, hands)
    assert stands(dialog, 38)
    assert dialog.correction is not None
    assert say("CorrectionPage", "{indicator} ({count} agencies)").partition("(")[2].format(count=1) in (
        dialog.correction.asked.text()
    )
    hands.click(dialog.assignments.again_button)
    hands.settle_desk(home_affairs)
    assert stands(dialog, 39)
    # a day of the period makes every answer another one
    dialog.span.ends.setDate(dialog.span.ends.date().addDays(1))
    hands.settle_desk(home_affairs)
    assert stands(dialog, 0)
    dialog.reject()
    assert read(home_affairs, hands)[0].revision == 1


def test_it_goes_out_as_the_next_issue_and_the_agency_is_asked_for_that_alone(
    dialog: RoundPlanDialog, home_affairs: OfficeDesk, hands: Hands, desk: Path, open_window: Open
) -> None:
    before = read(home_affairs, hands)
    ask_again(dialog, home_affairs, hands)
    hands.focus(dialog.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    assert not dialog.go.isEnabled()
    dialog.tabs.setCurrentIndex(0)
    assert dialog.correction is not None
    hands.focus(dialog.correction.note)
    hands.type_vietnamese("Hỏi lại số văn bản ban hành.")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(home_affairs)
    assert not dialog.isVisible()
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(home_affairs)
    issued = documents() / f"phat-hanh-{NEWEST}-lan-2" / f"{NEWEST}.rdround"
    assert issued.is_file()
    round_, received = read(home_affairs, hands)
    assert (round_.revision, received) == (2, before[1] - 1)

    window = open_window(desk)
    hands.drop(window, issued)
    hands.settle(window)
    agency = desk_of(window, AgencyDesk)
    hands.click(agency.item(HOME))
    strips = [strip.accessibleName() for strip in agency.home.findChildren(Strip)]
    said = next(one for one in strips if "Hỏi lại số văn bản ban hành." in one)
    text = say("RoundHomePage", "New indicators: {new}; asked again: {again}. All else stands as you sent it.")
    assert text.format(new=0, again=1) in said
