"""Many keys that nobody has compared: accepted provisionally in one go, settled from a pile by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reformdesk.core import closings, comparing, journal, merged, pins, store
from reformdesk.core.board import NOT_COMPARED
from reformdesk.core.comparing import Uncompared
from reformdesk.core.deciding import Kind
from reformdesk.core.pins import Against
from reformdesk.exchange.keys import matching_code
from reformdesk.ui.dialogs.compare_many import CompareManyDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import AGENCIES, BOARD, INTAKE
from reformdesk.ui.office_pages import WAITING as WAITING_PAGE
from tests.demo import LATER, NEWEST
from tests.ui.conftest import Hands, Open, Situation, desk_of, nameless, say
from tests.ui.last_day import OFFICER, PROVISIONAL, WAITING, put_on_last_day

FIRST = "so-tai-chinh"


@pytest.fixture
def path(situation: Situation) -> Path:
    put_on_last_day(situation.path)
    return situation.path


@pytest.fixture
def desk(path: Path, open_window: Open, hands: Hands) -> OfficeDesk:
    made = desk_of(open_window(path), OfficeDesk)
    hands.settle_desk(made)
    return made


def pile_of(desk: OfficeDesk, hands: Hands) -> CompareManyDialog:
    hands.click(desk.item(WAITING_PAGE))
    hands.settle_desk(desk)
    hands.click(desk.waiting.pile.compare_button)
    hands.settle_desk(desk)
    return desk.errands.comparing.pile


def row_of(dialog: CompareManyDialog) -> list[str]:
    row = dialog.table.currentIndex().row()
    return [dialog.model.cell(row, column).text for column in range(dialog.model.columnCount())]


def uncompared(path: Path) -> tuple[Uncompared, ...]:
    with store.open_workspace(path) as workspace:
        return comparing.uncompared(workspace, NEWEST)


def test_the_pile_is_what_waits_for_its_key_or_counts_before_it(path: Path) -> None:
    found = uncompared(path)
    assert {one.agency.id for one in found} == {PROVISIONAL, *WAITING}
    assert [one.agency.id for one in found if one.counts] == [PROVISIONAL]
    assert not any(one.is_head or one.before for one in found)


@pytest.mark.parametrize("page", [INTAKE, WAITING_PAGE])
def test_all_that_wait_for_their_keys_count_at_once_and_are_marked(
    page: str, desk: OfficeDesk, path: Path, hands: Hands
) -> None:
    hands.click(desk.item(page))
    hands.settle_desk(desk)
    pile = (desk.intake if page == INTAKE else desk.waiting).pile
    count = len(WAITING)
    assert pile.accept_button.text() == say("PileButtons", "Accept all provisionally ({count})…").format(count=count)
    hands.click(pile.accept_button)
    dialog = desk.errands.comparing.accepting
    assert nameless(dialog) == []
    # how many they are is said before
    title = say("ProvisionalDialog", "Accept {count} submissions of {agencies} agencies provisionally?")
    assert dialog.windowTitle() == title.format(count=count, agencies=count)
    hands.type_vietnamese("Ngày cuối")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert not pile.accept_button.isEnabled()
    assert pile.compare_button.isEnabled()
    desk.open_page(BOARD)
    assert desk.board._chips[NOT_COMPARED].text().endswith(f" {count + 1}")
    desk.window().close()
    with store.open_workspace(path) as workspace:
        assert all(one.counts for one in merged.received(workspace, NEWEST) if one.agency in WAITING)
        decided = [one for one in journal.of_round(workspace, NEWEST) if one.kind is Kind.PROVISIONAL]
        assert {one.reason for one in decided if one.agency in WAITING} == {"Ngày cuối"}


def test_a_pile_is_settled_by_keys_alone(desk: OfficeDesk, path: Path, hands: Hands) -> None:
    codes = {one.agency.id: one for one in uncompared_of(desk, hands)}
    dialog = pile_of(desk, hands)
    assert nameless(dialog) == []
    assert hands.focused() is dialog.table
    first = codes[FIRST]
    assert row_of(dialog)[1] == matching_code(first.key)
    assert dialog.code.text().split() == matching_code(first.key).split()
    hands.press(Qt.Key.Key_1)
    # on to the next that is open
    assert row_of(dialog)[0] == codes["so-cong-thuong"].agency.name
    hands.press(Qt.Key.Key_2)
    hands.press(Qt.Key.Key_3)
    assert [one.agency.id for one in dialog.agree] == [FIRST]
    assert [one.agency.id for one in dialog.differ] == ["so-cong-thuong"]
    counts = say("CompareManyDialog", "agrees: {agree} · differs: {differ} · left: {left}")
    assert dialog.count.text() == counts.format(agree=1, differ=1, left=3)
    hands.click(dialog.go)
    hands.settle_desk(desk)
    desk.window().close()
    with store.open_workspace(path) as workspace:
        (pin,) = (one for one in pins.all_pins(workspace) if one.subject == FIRST and one.ended_at is None)
        assert (pin.fingerprint, pin.author, pin.against) == (first.key, OFFICER, Against.STAMPED_SHEET)
        stands = {one.agency: one for one in merged.received(workspace, NEWEST)}
        assert (stands[FIRST].counts, stands[FIRST].provisional) == (True, False)
        assert stands["so-cong-thuong"].reasons == ("set-aside",)
        left = {one.agency.id for one in comparing.uncompared(workspace, NEWEST)}
        assert left == {PROVISIONAL, *WAITING} - {FIRST, "so-cong-thuong"}


def uncompared_of(desk: OfficeDesk, hands: Hands) -> list[Uncompared]:
    found: list[Uncompared] = []
    desk.workspace.read(lambda workspace: comparing.uncompared(workspace, NEWEST), found.extend)
    hands.settle_desk(desk)
    return found


def test_sheets_in_any_order_are_found_by_name_and_the_search_comes_back(desk: OfficeDesk, hands: Hands) -> None:
    dialog = pile_of(desk, hands)
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert hands.focused() is dialog.search
    hands.type("thanh tra")
    assert dialog.model.rowCount() == 1
    hands.press(Qt.Key.Key_Return)
    assert hands.focused() is dialog.table
    assert dialog.isVisible()
    hands.press(Qt.Key.Key_1)
    assert [one.agency.id for one in dialog.agree] == ["thanh-tra-tinh"]
    assert hands.focused() is dialog.search
    hands.type("khong co")
    assert dialog.model.rowCount() == 0
    assert not any(answer.isEnabled() for answer in dialog.answers.values())
    assert dialog.who.text()


def test_a_slip_is_mended_by_another_key(desk: OfficeDesk, hands: Hands) -> None:
    dialog = pile_of(desk, hands)
    hands.press(Qt.Key.Key_2)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_1)
    assert (len(dialog.agree), len(dialog.differ)) == (1, 0)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_3)
    assert (dialog.agree, dialog.differ) == ((), ())
    assert not dialog.go.isEnabled()


def test_what_differs_says_that_it_goes_out_of_the_totals(desk: OfficeDesk, hands: Hands) -> None:
    dialog = pile_of(desk, hands)
    never = dialog.effect.text()
    dialog.search.setText("y tế")
    assert dialog.effect.text() != never
    assert "tổng hợp" in dialog.effect.text()


def test_enter_on_a_code_confirms_nothing(desk: OfficeDesk, hands: Hands) -> None:
    dialog = pile_of(desk, hands)
    hands.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.agree == ()


def test_leaving_with_something_found_is_asked_about_once(desk: OfficeDesk, path: Path, hands: Hands) -> None:
    dialog = pile_of(desk, hands)
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog._problem is not None
    hands.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    hands.settle_desk(desk)
    desk.window().close()
    assert len(uncompared(path)) == len(WAITING) + 1


def test_on_a_closed_round_what_was_found_stays_in_the_dialog(path: Path, open_window: Open, hands: Hands) -> None:
    with store.open_workspace(path) as workspace:
        closings.close(workspace, NEWEST, "", OFFICER, LATER)
    desk = desk_of(open_window(path), OfficeDesk)
    hands.settle_desk(desk)
    dialog = pile_of(desk, hands)
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_2)
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert dialog.isVisible()
    assert dialog._problem is not None
    assert (len(dialog.agree), len(dialog.differ)) == (1, 1)
    desk.window().close()
    # neither of them is kept: it is all or nothing
    assert len(uncompared(path)) == len(WAITING) + 1


def test_who_compared_a_key_and_against_what_stands_with_the_agencies(desk: OfficeDesk, hands: Hands) -> None:
    dialog = pile_of(desk, hands)
    dialog.sources[Against.TELEPHONE].setChecked(True)
    hands.focus(dialog.table)
    hands.press(Qt.Key.Key_1)
    hands.click(dialog.go)
    hands.settle_desk(desk)
    desk.open_page(AGENCIES)
    hands.settle_desk(desk)
    model = desk.agencies.model
    rows = range(model.rowCount())
    (belief,) = (model.cell(row, 3).text for row in rows if model.cell(row, 0).key == FIRST)
    assert belief.endswith(f"{say('AgenciesPage', 'by telephone')}; {OFFICER}")


def test_when_every_key_is_compared_that_is_said(desk: OfficeDesk, hands: Hands) -> None:
    dialog = pile_of(desk, hands)
    for _ in range(len(WAITING) + 1):
        hands.press(Qt.Key.Key_1)
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert not desk.waiting.pile.compare_button.isEnabled()
    desk.errands.comparing.compare(NEWEST)
    hands.settle_desk(desk)
    assert say("Comparing", "Every key of this round has been compared.") == desk.saved.text()
