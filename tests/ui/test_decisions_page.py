"""The page of decisions: what, about whom, by whom, when, why, and whether it stands; contradictions; taking back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reformdesk.conflict_sentences import DECISIONS as SAID
from reformdesk.conflict_sentences import EFFECTS
from reformdesk.core import decisions, journal, judgement, merged, settling, store
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.journal import Hand
from reformdesk.core.merged import Received
from reformdesk.core.returns import Return
from reformdesk.core.store import Workspace
from reformdesk.ui.models.decisions import read_decisions
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import CONFLICT, DECISIONS, REVIEW
from reformdesk.words import LANGUAGES
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import Hands, Open, Situation, Speak, button_named, desk_of, nameless, say

CONTROL = Qt.KeyboardModifier.ControlModifier
Arrange = Callable[[Workspace], object]


def counting(workspace: Workspace, agency: str) -> Received:
    return next(one for one in merged.received(workspace, NEWEST) if one.agency == agency)


def bring(workspace: Workspace, one: Decision, author: str) -> Decision:
    """Keep a decision as a colleague's desk would bring it."""
    with workspace.atomic():
        journal.take_over(workspace, [(one, [Hand(author, "2024-07-04T01:00:00Z", "x")])])
    return one


def page_of(office: Path, open_window: Open, hands: Hands, arrange: Arrange = lambda _: None) -> OfficeDesk:
    with store.open_workspace(office) as workspace:
        arrange(workspace)
    desk = desk_of(open_window(office), OfficeDesk)
    desk.open_page(DECISIONS)
    hands.settle_desk(desk)
    return desk


def cells(desk: OfficeDesk, row: int) -> list[str]:
    model = desk.decisions.model
    return [model.cell(row, column).text for column in range(model.columnCount())]


def return_with_words(workspace: Workspace) -> None:
    digest = counting(workspace, AGENCY).digest
    decisions.send_back(workspace, digest, Return("Xem lại dòng 1"), "Lan", LATER)


def contradict(workspace: Workspace) -> None:
    """Let one desk return what another accepted, and two extend a deadline differently."""
    return_with_words(workspace)
    one = counting(workspace, AGENCY)
    bring(workspace, Decision(Kind.ACCEPT, NEWEST, AGENCY, one.digest), "Minh")
    judgement.rejudge(workspace, NEWEST, AGENCY)
    for author, day in (("Lan", "2024-07-10"), ("Minh", "2024-07-12")):
        bring(workspace, Decision(Kind.EXTENSION, NEWEST, "so-y-te", "so-y-te", {"until": day}, "lũ"), author)


def test_a_round_without_decisions_says_what_will_be_here(office: Path, open_window: Open, hands: Hands) -> None:
    desk = page_of(office, open_window, hands)
    told = [one.text() for one in desk.decisions.findChildren(QLabel) if one.isVisibleTo(desk.decisions)]
    assert say("DecisionsPage", "Nothing was decided yet") in told
    assert not desk.decisions.back_button.isEnabled()


def test_a_decision_says_what_about_whom_by_whom_when_and_why(office: Path, open_window: Open, hands: Hands) -> None:
    desk = page_of(office, open_window, hands, return_with_words)
    assert desk.decisions.model.rowCount() == 1
    when, what, about, author, why, state = cells(desk, 0)
    assert what == say("decisions", SAID["return"])
    assert about == say("DecisionsPage", "{agency}, no. {revision}").format(agency="Sở Tư pháp", revision=1)
    assert (author, why) == ("Lan", "Xem lại dòng 1")
    assert say("DecisionsPage", "stands") in state
    assert when


def test_a_decision_is_taken_back_by_keys_its_effect_said_before(office: Path, open_window: Open, hands: Hands) -> None:
    desk = page_of(office, open_window, hands, return_with_words)
    hands.focus(desk.decisions.table)
    hands.press(Qt.Key.Key_T)
    hands.settle_desk(desk)
    dialog = desk.errands.settling.dialog
    assert dialog is not None
    told = [one.text() for one in dialog.findChildren(QLabel)]
    counts = say("effects", EFFECTS["agencies"]).format(before=38, after=39, owing=39)
    assert counts in told
    assert not dialog.go.isEnabled()
    hands._go_to(dialog)
    hands.focus(dialog.reason)
    hands.type("Nham don vi")
    hands.press(Qt.Key.Key_Return)
    hands._go_to(desk.decisions)
    hands.settle_desk(desk)
    held = desk.workspace._workspace
    assert counting(held, AGENCY).counts
    assert desk.decisions.model.rowCount() == 2
    first, second = cells(desk, 0), cells(desk, 1)
    taken = say("decisions", SAID["take-back"]).format(what=say("decisions", SAID["return"]).lower())
    assert (first[1], first[3], first[4]) == (taken, journal.officer(held), "Nham don vi")
    assert second[5] == say("DecisionsPage", "holds no more")
    # neither is taken back any more
    for row in range(2):
        desk.decisions.table.selectRow(row)
        assert desk.decisions.back_button.isEnabled() is False


def test_what_contradicts_stands_on_top_with_both_hands(office: Path, open_window: Open, hands: Hands) -> None:
    def arrange(workspace: Workspace) -> None:
        contradict(workspace)
        settling.accept(workspace, counting(workspace, "so-noi-vu").digest, "Lan", LATER)

    desk = page_of(office, open_window, hands, arrange)
    shown = [cells(desk, row) for row in range(desk.decisions.model.rowCount())]
    assert len(shown) == 5
    contested = say("DecisionsPage", "contested")
    assert [contested in one[5] for one in shown] == [True] * 4 + [False]
    assert sorted(one[3] for one in shown[:4]) == ["Lan", "Lan", "Minh", "Minh"]


@pytest.mark.parametrize("kind", [Kind.EXTENSION, Kind.RETURN])
def test_what_contradicts_is_settled_from_the_list(kind: Kind, office: Path, open_window: Open, hands: Hands) -> None:
    desk = page_of(office, open_window, hands, contradict)
    row = next(n for n, one in enumerate(desk.decisions._shown) if one.decision.kind is kind)
    hands.focus(desk.decisions.table)
    desk.decisions.table.selectRow(row)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert desk.page == CONFLICT
    assert len(desk.conflict.choices) == 2
    chosen = desk.conflict.choices[0][0]
    hands.press(Qt.Key.Key_Space)
    hands.focus(desk.conflict.reason)
    hands.type("Da thong nhat")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.settle_desk(desk)
    assert desk.stack.currentWidget() is desk.decisions
    held = desk.workspace._workspace
    data = read_decisions(held, NEWEST)
    assert {one.decision.kind for one in data.lines if one.contested}.isdisjoint({kind})
    if kind is Kind.RETURN:
        assert counting(held, AGENCY).counts
    else:
        until = next(one.decision.detail for one in data.lines if one.decision.id == chosen.subject)
        (stands,) = journal.standing_of(held, Kind.EXTENSION)
        assert (stands.detail, stands.reason) == (until, "Da thong nhat")


def test_enter_opens_the_submission_and_escape_leads_back(office: Path, open_window: Open, hands: Hands) -> None:
    desk = page_of(office, open_window, hands, return_with_words)
    hands.focus(desk.decisions.table)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert (desk.page, desk.errands.reviewing.data.received.agency) == (REVIEW, AGENCY)
    hands.press(Qt.Key.Key_Escape)
    hands.settle_desk(desk)
    assert desk.stack.currentWidget() is desk.decisions


def test_the_list_is_narrowed_by_agency_and_by_what_holds(office: Path, open_window: Open, hands: Hands) -> None:
    def arrange(workspace: Workspace) -> None:
        contradict(workspace)
        settling.accept(workspace, counting(workspace, "so-noi-vu").digest, "Lan", LATER)
        (kept,) = journal.stands_on(workspace, Kind.ACCEPT, counting(workspace, "so-noi-vu").digest)
        decisions.take_back(workspace, kept.id, "Nhầm", "Lan", LATER)

    desk = page_of(office, open_window, hands, arrange)
    page = desk.decisions
    assert page.model.rowCount() == 6
    # of what contradicts each other nothing holds
    assert [page.chips[state].text().split()[-1] for state in ("stands", "contested")] == ["1", "4"]
    hands.focus(page.filter)
    hands.type("noi vu")
    assert page.model.rowCount() == 2
    hands.click(page.chips["stands"])
    assert [one.decision.kind for one in page._shown] == [Kind.TAKE_BACK]
    hands.click(page.chips["contested"])
    assert page.model.rowCount() == 0
    told = [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    assert say("DecisionsPage", "Nothing is found") in told
    page.filter.clear()
    assert page.model.rowCount() == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_on_the_page_has_a_name(
    language: str, situation: Situation, open_window: Open, hands: Hands, speak: Speak
) -> None:
    desk = desk_of(open_window(situation.path, speak(language)), OfficeDesk)
    desk.open_page(DECISIONS)
    hands.settle_desk(desk)
    assert nameless(desk.decisions) == []
    assert button_named(desk.decisions, desk.decisions.back_button.text()) is desk.decisions.back_button
