"""A program that is stopped in mid-word: every letter but the last is there again."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from reformdesk.core import drafts, entry, store
from reformdesk.core.values import Number
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.widgets.basics import Strip
from tests.demo import NEWEST
from tests.ui.conftest import Hands, Open, desk_of
from tests.ui.on_form import data_of, field_at, row_of, settle, type_into

FIELD = "training-courses"


def kept(path: Path) -> dict[tuple[str, str], str]:
    with store.open_workspace(path) as workspace:
        return dict(drafts.drafts(workspace, NEWEST))


def left_over(path: Path, part: str, text: str) -> None:
    """Leave the workspace as a power cut in mid-word does."""
    with store.open_workspace(path) as workspace:
        drafts.keep(workspace, NEWEST, FIELD, part, text)


def at_field(path: Path, open_window: Open, hands: Hands) -> AgencyDesk:
    agency = desk_of(open_window(path), AgencyDesk)
    agency.jump(FIELD)
    settle(agency, hands)
    hands.focus(row_of(agency, FIELD).field.edit)
    return agency


def test_each_key_is_on_the_disk_before_the_value_is_an_answer(desk: Path, open_window: Open, hands: Hands) -> None:
    agency = at_field(desk, open_window, hands)
    before = data_of(agency).answer(FIELD).value
    hands.replace("123")
    settle(agency, hands)
    found: dict[tuple[str, str], str] = {}
    agency.workspace.read(lambda workspace: drafts.drafts(workspace, NEWEST), found.update)
    settle(agency, hands)
    assert found == {(FIELD, "value"): "123"}
    assert data_of(agency).answer(FIELD).value == before
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    agency.window().close()
    assert kept(desk) == {}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_what_was_being_typed_is_shown_and_kept_or_taken_back(
    desk: Path, open_window: Open, hands: Hands, key: Qt.Key
) -> None:
    left_over(desk, entry.VALUE, "123")
    agency = at_field(desk, open_window, hands)
    before = data_of(agency).answer(FIELD).value
    row = row_of(agency, FIELD)
    assert row.field.edit.text() == "123"
    assert [one.property("strip") for one in row.findChildren(Strip) if one.isVisible()] == ["warning"]
    assert list(agency.form.unsettled) == [FIELD]
    hands.press(key)
    settle(agency, hands)
    assert not agency.form.unsettled
    wanted = Number(Decimal(123)) if key == Qt.Key.Key_Return else before
    assert data_of(agency).answer(FIELD).value == wanted
    agency.window().close()
    assert kept(desk) == {}


def test_nothing_becomes_an_answer_that_nobody_has_looked_at(desk: Path, open_window: Open, hands: Hands) -> None:
    left_over(desk, entry.VALUE, "123")
    agency = desk_of(open_window(desk), AgencyDesk)
    area = data_of(agency).round.catalogue.area_of[FIELD]
    before = data_of(agency).answer(FIELD).value
    for key in (f"area:{area}", "home", f"area:{area}", "check"):
        hands.click(agency.item(key))
        settle(agency, hands)
    assert data_of(agency).answer(FIELD).value == before
    assert list(agency.form.unsettled) == [FIELD]
    agency.window().close()
    assert kept(desk) == {(FIELD, "value"): "123"}


def test_finishing_stops_at_it_even_where_its_area_was_not_opened(desk: Path, open_window: Open, hands: Hands) -> None:
    left_over(desk, entry.VALUE, "123")
    agency = desk_of(open_window(desk), AgencyDesk)
    hands.click(agency.finish_button)
    settle(agency, hands)
    assert agency.stack.currentWidget() is agency.check
    hands.focus(agency.check.list)
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert field_at(agency, hands) == FIELD


def test_an_explanation_is_there_again(desk: Path, open_window: Open, hands: Hands) -> None:
    left_over(desk, entry.EXPLANATION, "Tiếp nhận th")
    agency = at_field(desk, open_window, hands)
    edit = next(
        one
        for one in row_of(agency, FIELD).findChildren(QLineEdit)
        if one is not row_of(agency, FIELD).field.edit and one.isVisible()
    )
    assert edit.text() == "Tiếp nhận th"
    hands.focus(edit)
    hands.press(Qt.Key.Key_End)
    hands.type_vietnamese("êm")
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert data_of(agency).answer(FIELD).explanation == "Tiếp nhận thêm"
    agency.window().close()
    assert kept(desk) == {}


def test_typing_the_same_again_leaves_nothing_behind(desk: Path, open_window: Open, hands: Hands) -> None:
    agency = at_field(desk, open_window, hands)
    type_into(agency, hands, FIELD, "9")
    hands.focus(row_of(agency, FIELD).field.edit)
    hands.replace("9")
    settle(agency, hands)
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    agency.window().close()
    assert kept(desk) == {}


def test_what_cannot_be_read_is_there_again_too(desk: Path, open_window: Open, hands: Hands) -> None:
    agency = at_field(desk, open_window, hands)
    type_into(agency, hands, FIELD, "khoang 12")
    agency.window().close()
    assert kept(desk) == {(FIELD, "value"): "khoang 12"}
    again = at_field(desk, open_window, hands)
    assert row_of(again, FIELD).field.edit.text() == "khoang 12"
