"""What was typed and cannot be stored: kept, counted, visited, and never sent unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from reformdesk.core import entry, store
from reformdesk.core.values import Status
from reformdesk.ui.agency_desk import CHECK, AgencyDesk
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.pages.form_row import FormRow
from tests.demo import NEWEST, copy_of_agency
from tests.ui.conftest import Hands, HeardMessages, Open, Speak, desk_of

FIELD, OTHER_AREA = "legal-documents-examined", "area:5"


@pytest.fixture
def agency(desk: Path, open_window: Open) -> AgencyDesk:
    return desk_of(open_window(desk), AgencyDesk)


def _row(desk: AgencyDesk, name: str = FIELD) -> FormRow:
    return next(row for row in desk.form.findChildren(FormRow) if row.isVisible() and row.indicator.id == name)


def _type(desk: AgencyDesk, hands: Hands, text: str, name: str = FIELD) -> None:
    desk.jump(name)
    hands.settle_desk(desk)
    hands.focus(_row(desk, name).field.edit)
    hands.replace(text)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)


def _listed(desk: AgencyDesk) -> list[QListWidgetItem]:
    return [desk.check.list.item(place) for place in range(desk.check.list.count())]


def test_it_stays_at_its_field_when_another_area_was_looked_at(agency: AgencyDesk, hands: Hands) -> None:
    _type(agency, hands, "khoang 5")
    hands.click(agency.item(OTHER_AREA))
    hands.settle_desk(agency)
    agency.jump(FIELD)
    hands.settle_desk(agency)
    assert _row(agency).field.edit.text() == "khoang 5"
    assert agency.form.unsettled == (FIELD,)


def test_it_is_listed_counted_and_stops_finishing(agency: AgencyDesk, hands: Hands) -> None:
    before = agency.check_button.text()
    _type(agency, hands, "khoang 5")
    assert agency.check_button.text() != before
    hands.click(agency.finish_button)
    hands.settle_desk(agency)
    assert agency.stack.currentWidget() is agency.check
    assert _listed(agency)[0].data(Qt.ItemDataRole.UserRole) == FIELD


def test_f8_visits_it(agency: AgencyDesk, hands: Hands) -> None:
    _type(agency, hands, "khoang 5")
    agency.open_page(CHECK)
    seen = set()
    for _ in range(6):
        hands.press(Qt.Key.Key_F8)
        hands.settle_desk(agency)
        seen.add(agency.form.current)
    assert FIELD in seen


def test_escape_takes_it_back_even_after_another_area(agency: AgencyDesk, hands: Hands) -> None:
    stored = _stored_text(agency, hands)
    _type(agency, hands, "khoang 5")
    hands.click(agency.item(OTHER_AREA))
    agency.jump(FIELD)
    hands.settle_desk(agency)
    hands.focus(_row(agency).field.edit)
    hands.press(Qt.Key.Key_Escape)
    hands.settle_desk(agency)
    assert _row(agency).field.edit.text() == stored
    assert agency.form.unsettled == ()


def _stored_text(desk: AgencyDesk, hands: Hands) -> str:
    desk.jump(FIELD)
    hands.settle_desk(desk)
    return _row(desk).field.edit.text()


def test_f4_opens_the_explanation(agency: AgencyDesk, desk: Path, hands: Hands) -> None:
    agency.jump(FIELD)
    hands.settle_desk(agency)
    hands.focus(_row(agency).field.edit)
    hands.press(Qt.Key.Key_F4)
    hands.type("do sap nhap")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    agency.window().close()
    with store.open_workspace(desk) as workspace:
        assert entry.answers(workspace, NEWEST)[FIELD].explanation == "do sap nhap"


@pytest.mark.parametrize(("language", "words"), [("en", "Not yet carried out"), ("vi", "chua thuc hien")])
def test_an_answer_that_is_no_figure_is_typed_in_the_interfaces_language(
    language: str, words: str, desk: Path, open_window: Open, speak: Speak, hands: Hands
) -> None:
    agency = desk_of(open_window(desk, speak(language)), AgencyDesk)
    hands.settle_desk(agency)
    _type(agency, hands, words)
    assert agency.form.unsettled == ()
    agency.window().close()
    with store.open_workspace(desk) as workspace:
        assert entry.answers(workspace, NEWEST)[FIELD].value is Status.NOT_DONE


def test_rates_by_block_are_typed_in_fields_of_their_own(
    demo: Path, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    path = copy_of_agency(demo, "so-noi-vu", tmp_path)
    agency = desk_of(open_window(path), AgencyDesk)
    hands.settle_desk(agency)
    agency.jump("province-satisfaction")
    hands.settle_desk(agency)
    hands.focus(_row(agency, "province-satisfaction").field.edit)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.type("81,5")
    hands.press(Qt.Key.Key_Return)
    hands.type("77,25%")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    agency.window().close()
    with store.open_workspace(path) as workspace:
        value = entry.answers(workspace, NEWEST)["province-satisfaction"].value
    assert [str(rate.rate) for rate in getattr(value, "rates", ())] == ["81.5", "77.25"]


def test_an_empty_folder_dropped_at_home_affairs_is_told(
    office: Path, open_window: Open, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    window = open_window(office)
    hands.settle_desk(desk_of(window, OfficeDesk))
    empty = tmp_path / "trống"
    empty.mkdir()
    hands.drop(window, empty)
    hands.settle_desk(desk_of(window, OfficeDesk))
    assert len(heard.problems) == 1
    assert "trống" in heard.problems[0]
