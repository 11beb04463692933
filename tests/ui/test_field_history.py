"""Beside the field: earlier periods, the history with its way back, the tick for what stands still, the jumps."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from reformdesk.core import enclosures, entry, roundbook, store, units
from reformdesk.core.answers import Given
from reformdesk.core.units import Figure
from reformdesk.core.values import Number, Status
from reformdesk.ui.agency_desk import HOME, AgencyDesk
from reformdesk.ui.pages.form import HISTORY
from tests import demo as sample
from tests.demo import LATER, NEWEST
from tests.ui.conftest import CheckModel, Hands, Open, desk_of, nameless, say
from tests.ui.on_form import data_of, field_at, row_of, settle, stored_in, type_into

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OFFICE = "so-noi-vu"
FIELD = "training-courses"
STOCKS = ("civil-servants-assigned", "civil-servants-present")


@pytest.fixture
def path(demo: Path, tmp_path: Path) -> Path:
    """The workspace of an agency with stocks, two of which are open."""
    made = sample.copy_of_agency(demo, OFFICE, tmp_path / "office")
    with store.open_workspace(made) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
        blank = Given(Status.BLANK, "Đang đối chiếu lại")
        entry.set_answers(workspace, round_, dict.fromkeys(STOCKS, blank), LATER)
    return made


@pytest.fixture
def agency(path: Path, open_window: Open) -> AgencyDesk:
    return desk_of(open_window(path), AgencyDesk)


def test_one_tick_confirms_what_stands_still_and_one_undo_takes_it_back(
    agency: AgencyDesk, hands: Hands, path: Path
) -> None:
    hands.click(agency.item("area:5"))
    settle(agency, hands)
    line = agency.form.standstill
    assert line.isVisible()
    assert "2" in line.tick.text()
    hands.focus(line.tick)
    hands.press(Qt.Key.Key_Space)
    settle(agency, hands)
    data = data_of(agency)
    past = data.round.comparable(STOCKS[0])[0]
    for name in STOCKS:
        assert data.answer(name).value == data.round.earlier_value(past, OFFICE, name)
    assert not line.isVisible()
    hands.press(Qt.Key.Key_Z, CONTROL)
    settle(agency, hands)
    assert {data_of(agency).answer(name).value for name in STOCKS} == {Status.BLANK}
    assert line.isVisible()
    agency.window().close()
    assert {stored_in(path)[name] for name in STOCKS} == {Status.BLANK.value}


def test_where_no_stock_is_open_there_is_no_tick(agency: AgencyDesk, hands: Hands) -> None:
    hands.click(agency.item("area:1"))
    settle(agency, hands)
    assert not agency.form.standstill.isVisible()


def test_the_history_of_a_field_opens_by_key_and_an_older_answer_comes_back(
    agency: AgencyDesk, hands: Hands, check_model: CheckModel
) -> None:
    name = "civil-servants-trained"
    for text in ("8", "9"):
        type_into(agency, hands, name, text)
    agency.jump(name)
    settle(agency, hands)
    hands.press(Qt.Key.Key_H, CONTROL)
    settle(agency, hands)
    panel = agency.form.panel
    assert panel.isVisible()
    assert panel.history.table.hasFocus()
    assert nameless(panel) == []
    check_model(panel.history.model)
    shown = [[panel.history.model.index(row, column).data() for column in (1, 2)] for row in range(2)]
    assert (shown[0], shown[1][1]) == (["8", "9"], "8")
    assert not panel.history.restore_button.isEnabled()
    hands.press(Qt.Key.Key_Down)
    panel.history.table.setCurrentIndex(panel.history.model.index(1, 0))
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert data_of(agency).answer(name).value == Number(Decimal(8))
    assert panel.history.model.index(0, 2).data() == "8"
    hands.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert field_at(agency, hands) == name


def test_the_panel_follows_the_cursor_and_shows_every_earlier_period(agency: AgencyDesk, hands: Hands) -> None:
    hands.click(agency.item("area:5"))
    settle(agency, hands)
    more = next(
        one for one in row_of(agency, STOCKS[0]).findChildren(QToolButton) if one.text() == "⋯" and one.isVisible()
    )
    hands.click(more)
    settle(agency, hands)
    panel = agency.form.panel
    asked = [past for past in data_of(agency).round.earlier if STOCKS[0] in past.answers[OFFICE]]
    assert panel.history.past_model.rowCount() == len(asked) == 3
    hands.focus(row_of(agency, STOCKS[1]).field.edit)
    settle(agency, hands)
    name = data_of(agency).round.catalogue.indicators[STOCKS[1]].name.vi
    assert any(one.text().startswith(name) for one in panel.findChildren(QLabel))
    hands.press(Qt.Key.Key_H, CONTROL)
    assert not panel.isVisible()
    assert field_at(agency, hands) == STOCKS[1]


@pytest.mark.parametrize(("width", "shown"), [(1366, 3), (1093, 2)])
def test_as_many_earlier_periods_stand_there_as_fit(agency: AgencyDesk, hands: Hands, width: int, shown: int) -> None:
    agency.window().resize(width, 614)
    hands.click(agency.item("area:5"))
    settle(agency, hands)
    assert len(row_of(agency, STOCKS[0])._earlier) == shown
    assert agency.form._scroll.horizontalScrollBar().maximum() == 0


def test_resizing_while_typing_loses_no_letter(agency: AgencyDesk, hands: Hands) -> None:
    name = "civil-servants-trained"
    agency.jump(name)
    settle(agency, hands)
    hands.focus(row_of(agency, name).field.edit)
    hands.replace("77")
    agency.window().resize(1000, 614)
    settle(agency, hands)
    QApplication.processEvents()
    settle(agency, hands)
    assert row_of(agency, name).field.edit.text() == "77"
    assert field_at(agency, hands) == name
    assert data_of(agency).answer(name).value == Number(Decimal(77))


def test_f9_goes_round_the_findings_alone_and_shift_goes_back(agency: AgencyDesk, hands: Hands) -> None:
    found = {one.indicator for one in data_of(agency).readiness.unexplained}
    assert found
    assert not found & set(data_of(agency).readiness.blanks)
    hands.focus(agency.item(HOME))
    seen = []
    for _ in found:
        hands.press(Qt.Key.Key_F9)
        settle(agency, hands)
        seen.append(field_at(agency, hands))
    assert set(seen) == found
    back = []
    for _ in found:
        hands.press(Qt.Key.Key_F9, SHIFT)
        settle(agency, hands)
        back.append(field_at(agency, hands))
    assert back == [*reversed(seen[:-1]), seen[-1]]


def test_the_history_says_which_evidence_and_whose_figure(path: Path, open_window: Open, hands: Hands) -> None:
    with store.open_workspace(path) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
        units.set_units(workspace, ("Phòng Nội vụ",))
        only = units.units(workspace)[0]
        units.set_figures(workspace, round_, FIELD, {only.id: Figure(Decimal(3))}, LATER)
        enclosures.enclose(workspace, round_, FIELD, "Quyết định.pdf", b"%PDF-1.7 x", LATER)
    agency = desk_of(open_window(path), AgencyDesk)
    agency.jump(FIELD)
    settle(agency, hands)
    hands.focus(row_of(agency, FIELD).field.edit)
    agency.form.show_panel(HISTORY)
    settle(agency, hands)
    model = agency.form.panel.history.model
    changes = [(model.index(row, 1).data(), model.index(row, 2).data()) for row in range(model.rowCount())]
    evidence = say("HistoryTab", "Evidence: {title}")
    assert (evidence.format(title="–"), evidence.format(title="Quyết định.pdf")) in changes
    assert ("Phòng Nội vụ: –", "Phòng Nội vụ: 3") in changes
    how = {model.index(row, 2).data(): model.index(row, 3).data() for row in range(model.rowCount())}
    assert how[evidence.format(title="Quyết định.pdf")] == say("HistoryTab", "attached")
    assert how["Phòng Nội vụ: 3"] == say("sources", "typed")
