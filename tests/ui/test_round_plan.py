"""Opening a round in the window: from the last one, changed in every part, and what agencies then get."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, QItemSelectionModel, Qt

from reformdesk.core import founding, round_correction, roundbook
from reformdesk.core.catalogue import Consolidation, Label, Reporter
from reformdesk.core.reorganising import merge_into, rename
from reformdesk.core.round_layout import join
from reformdesk.core.rounds import Round
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.store import Workspace
from reformdesk.core.table_edits import NameEdition
from reformdesk.ui.dialogs.round_plan import RoundPlanDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import EDITION
from reformdesk.ui.widgets.basics import Strip, with_sign
from tests.demo import NEWEST, ROUNDS
from tests.ui.conftest import Hands, HeardMessages, Open, desk_of, nameless, say

T = TypeVar("T")
WAITS = (
    "! The draft of the indicator set is not used in this round. To use it: press “Use for a new round…” in "
    "“Indicators, agencies”."
)
MERGED = date(2025, 4, 1)
BROKEN_UP, SUCCESSOR = "so-thong-tin-va-truyen-thong", "so-khoa-hoc-va-cong-nghe"


@pytest.fixture
def desk(office: Path, demo: Path, open_window: Open) -> OfficeDesk:
    shutil.copytree(demo / "keys", office.parent / "keys")
    return desk_of(open_window(office), OfficeDesk)


@pytest.fixture
def dialog(desk: OfficeDesk, hands: Hands) -> RoundPlanDialog:
    desk.errands.new_round()
    hands.settle_desk(desk)
    made = desk.errands.opening.dialog
    choose_period(made, "2025", "h1")
    return made


def opened(desk: OfficeDesk, dialog: RoundPlanDialog, hands: Hands) -> Round:
    """Seal what was laid out, and read the round file that goes out."""
    hands.focus(dialog.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert not dialog.isVisible()
    folder = desk.errands.issuing.dialog
    hands.press(Qt.Key.Key_Escape)
    assert not folder.isVisible()
    return newest(desk, hands)


def newest(desk: OfficeDesk, hands: Hands) -> Round:
    """Read the newest round where it is open: at the desk."""
    return read(desk, hands, roundbook.latest)


def read(desk: OfficeDesk, hands: Hands, wanted: Callable[[Workspace], T]) -> T:
    """Read something at the desk."""
    found: list[T] = []
    desk.workspace.read(wanted, found.append)
    hands.settle_desk(desk)
    return found[0]


def state(dialog: RoundPlanDialog) -> str:
    return f"{dialog._counts.text()}\n{dialog._state.text()}"


def show(dialog: RoundPlanDialog, hands: Hands, name: str) -> None:
    """Go to a part of the plan by the keyboard."""
    hands.focus(dialog.tabs)
    for _ in range(dialog.tabs.count()):
        if dialog.tabs.tabText(dialog.tabs.currentIndex()) == say("RoundPlanDialog", name):
            return
        hands.press(Qt.Key.Key_Right)
    pytest.fail(name)


def test_it_begins_with_the_last_round(dialog: RoundPlanDialog, desk: OfficeDesk, hands: Hands) -> None:
    last = newest(desk, hands)
    assert last.id == NEWEST
    for name in ("Period", "Areas and days", "Agencies", "Who reports what", "Demands"):
        show(dialog, hands, name)
        assert nameless(dialog) == []
    found = opened(desk, dialog, hands)
    assert (found.id, found.agencies) == ("2025-h1", last.agencies)
    assert found.catalogue.source == last.catalogue.source
    assert (found.signatures, found.details, found.evidence_limit) == (1, False, 0)
    assert [past.id for past in found.earlier] == list(ROUNDS[-4:])
    assert set(found.period.cut_off.values()) == {date(2025, 6, 14)}


@pytest.mark.parametrize(
    ("key", "round_id", "starts", "ends", "months", "cumulates"),
    [
        ("h1", "2025-h1", date(2024, 12, 15), date(2025, 6, 14), 6, True),
        ("9m", "2025-9m", date(2024, 12, 15), date(2025, 9, 14), 9, True),
        ("q3", "2025-q3", date(2025, 6, 15), date(2025, 9, 14), 3, False),
        ("year", "2025", date(2024, 12, 15), date(2025, 12, 14), 12, True),
    ],
)
def test_a_usual_period_brings_its_days(
    dialog: RoundPlanDialog, key: str, round_id: str, starts: date, ends: date, months: int, cumulates: bool
) -> None:
    dialog.span.period.setCurrentIndex(dialog.span.period.findData(key))
    plan = dialog.plan()
    assert plan.id == round_id
    wire = plan.period
    assert (wire["from"], wire["to"]) == (starts.isoformat(), ends.isoformat())
    assert (wire["months"], wire["cumulates"]) == (months, cumulates)
    assert set(wire["cut_off"].values()) == {ends.isoformat()}
    assert not dialog.span.title.isEnabled()


def test_a_span_of_its_own_has_its_name_days_and_way_of_counting(
    dialog: RoundPlanDialog, desk: OfficeDesk, hands: Hands
) -> None:
    dialog.span.period.setCurrentIndex(dialog.span.period.findData("custom"))
    assert say("RoundPlanDialog", "✕ Give the round a name.") in state(dialog)
    hands.focus(dialog.span.title)
    hands.type_vietnamese("Đột xuất tháng 8/2025")
    dialog.span.starts.setDate(QDate(2025, 8, 31))
    dialog.span.ends.setDate(QDate(2025, 8, 1))
    assert say("RoundPlanDialog", "✕ The period ends before it begins.") in state(dialog)
    dialog.span.starts.setDate(QDate(2025, 8, 1))
    dialog.span.ends.setDate(QDate(2025, 8, 31))
    dialog.span.cumulates.setCurrentIndex(1)
    found = opened(desk, dialog, hands)
    assert (found.id, found.title.vi) == ("dot-xuat-thang-8-2025", "Đột xuất tháng 8/2025")
    assert (found.period.months, found.period.cumulates) == (1, False)


def test_a_period_that_has_its_round_is_named_before_it_is_sealed(dialog: RoundPlanDialog) -> None:
    dialog.span.year.setCurrentIndex(dialog.span.year.findText("2024"))
    said = say("RoundPlanDialog", "✕ There is a round for this period already. Choose another period or name.")
    assert said in state(dialog)
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip() == said


def test_areas_have_days_of_their_own_and_may_be_left_out(
    dialog: RoundPlanDialog, desk: OfficeDesk, hands: Hands
) -> None:
    days = dialog.areas._days
    for area in ("5", "6", "7"):
        days[area][0].click()
        assert not days[area][1].isEnabled()
    days["1"][1].setDate(QDate(2025, 6, 30))
    found = opened(desk, dialog, hands)
    assert found.period.areas == ("1", "2", "3", "4")
    assert found.period.cut_off["1"] == date(2025, 6, 30)
    assert found.period.cut_off["2"] == date(2025, 6, 14)


def test_an_agency_joins_another_leaves_and_a_third_stands_in(
    dialog: RoundPlanDialog, desk: OfficeDesk, hands: Hands
) -> None:
    show(dialog, hands, "Agencies")
    page = dialog.agencies
    hands.click(page.join_button)
    hands.type_vietnamese("sở nội VỤ")
    hands.press(Qt.Key.Key_Return)
    assert page.entry.isVisible()
    assert [one.isVisible() for one in page.entry.findChildren(Strip)] == [True]
    hands.focus(page.entry.name)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type_vietnamese("UBND xã Tân Hưng")
    hands.focus(page.entry.groups)
    hands.type("communes")
    assert nameless(page.entry) == []
    hands.press(Qt.Key.Key_Return)
    assert not page.entry.isVisible()
    place = [one.id for one in dialog.layout_now.members].index(BROKEN_UP)
    page.table.selectRow(place)
    hands.click(page.leave_button)
    assert "13" in page.leaving.content.itemAt(1).widget().text()  # type: ignore[union-attr] # the sentence
    page.leaving.successor.setCurrentIndex(page.leaving.successor.findData(SUCCESSOR))
    hands.focus(page.leaving.go)
    hands.press(Qt.Key.Key_Return)
    found = opened(desk, dialog, hands)
    assert found.agencies[-1].id == "ubnd-xa-tan-hung"
    assert found.agencies[-1].groups == ("all", "communes")
    assert BROKEN_UP not in found.by_id
    assert len(found.owed(SUCCESSOR)) == 14 + 13


def test_the_agencies_are_those_of_the_periods_last_day(desk: OfficeDesk, hands: Hands) -> None:
    known = read(desk, hands, founding.agencies_over_time)
    drawn = {**newest(desk, hands).catalogue.source, "id": "2025"}
    foreseen = rename(known, "so-y-te", "Sở Y tế và Dân số", on=date(2026, 1, 1))
    merged = merge_into(foreseen, [BROKEN_UP], SUCCESSOR, MERGED)
    desk.errands.opening.open_drawn(drawn, merged)
    hands.settle_desk(desk)
    dialog = desk.errands.opening.dialog
    assert dialog.plan().catalogue == drawn
    choose_period(dialog, "2025", "q1")
    assert BROKEN_UP in taking_part(dialog)
    assert dialog.plan().former == ()
    choose_period(dialog, "2025", "h1")
    assert BROKEN_UP not in taking_part(dialog)
    assert [one["id"] for one in dialog.plan().former] == [BROKEN_UP]
    # by hand: they stay, until the register's are asked for
    show(dialog, hands, "Agencies")
    assert dialog.agencies.registered_button.isHidden()
    dialog.agencies.changed.emit(join(dialog.layout_now, "Xã Tân Hưng", ["communes"]))
    choose_period(dialog, "2025", "q1")
    assert BROKEN_UP not in taking_part(dialog)
    assert "xa-tan-hung" in taking_part(dialog)
    hands.click(dialog.agencies.registered_button)
    assert BROKEN_UP in taking_part(dialog)
    assert "xa-tan-hung" not in taking_part(dialog)
    choose_period(dialog, "2025", "h1")
    # what it alone reported goes to whoever took it over
    show(dialog, hands, "Who reports what")
    assert dialog.assignments.successors_button.text().endswith(": 13")
    hands.click(dialog.assignments.successors_button)
    assert not dialog.layout_now.unreported(dialog.areas.cut_off())
    assert dialog.assignments.successors_button.isHidden()
    # the round that goes out says who succeeded whom
    round_ = opened(desk, dialog, hands)
    assert [one.id for one in round_.former] == [BROKEN_UP]
    assert [(one.before, one.after, one.on) for one in round_.succession] == [(BROKEN_UP, SUCCESSOR, MERGED)]
    assert round_.catalogue.id == "2025"
    assert all(round_.owing(name) for name in round_.asked)
    assert read(desk, hands, founding.agencies_over_time) == merged, "the register drawn for it is in force"
    # a correction changes none of it
    desk.errands.opening.correct("2025-h1")
    hands.settle_desk(desk)
    kept = read(desk, hands, lambda workspace: round_correction.plan_of(workspace, "2025-h1"))
    corrected = desk.errands.opening.dialog.plan()
    assert (corrected.agencies, corrected.former) == (kept.agencies, kept.former)
    assert corrected.succession == kept.succession


def choose_period(dialog: RoundPlanDialog, year: str, period: str) -> None:
    dialog.span.year.setCurrentIndex(dialog.span.year.findText(year))
    dialog.span.period.setCurrentIndex(dialog.span.period.findData(period))


def taking_part(dialog: RoundPlanDialog) -> list[str]:
    return [one.id for one in dialog.layout_now.members]


def test_the_office_itself_stays(dialog: RoundPlanDialog, hands: Hands) -> None:
    show(dialog, hands, "Agencies")
    page = dialog.agencies
    page.table.selectRow(0)
    hands.click(page.leave_button)
    hands.focus(page.leaving.go)
    hands.press(Qt.Key.Key_Return)
    assert page.leaving.isVisible()
    assert len(dialog.layout_now.members) == 39


def test_who_reports_what_is_given_to_others_in_one_go(dialog: RoundPlanDialog, desk: OfficeDesk, hands: Hands) -> None:
    show(dialog, hands, "Who reports what")
    page = dialog.assignments
    hands.focus(page.filter)
    hands.type("khao sat")
    shown = list(page._shown)
    assert 0 < len(shown) < 20
    whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(len(shown)):
        page.table.selectionModel().select(page.model.index(row, 0), whole)
    page.reporter.setCurrentIndex(page.reporter.findData("group:districts"))
    hands.click(page.assign_button)
    assert page._shown == shown
    found = opened(desk, dialog, hands)
    for name in shown:
        indicator = found.catalogue.indicators[name]
        assert indicator.reporter == Reporter(group="districts")
        assert indicator.consolidation is not Consolidation.SOLE


def test_what_nobody_reports_is_said_and_does_not_block(dialog: RoundPlanDialog, hands: Hands) -> None:
    show(dialog, hands, "Agencies")
    page = dialog.agencies
    page.table.selectRow([one.id for one in dialog.layout_now.members].index(BROKEN_UP))
    hands.click(page.leave_button)
    hands.press(Qt.Key.Key_Return)
    assert say("RoundPlanDialog", "! Indicators that nobody reports: {count}. See “Who reports what”.").format(
        count=13
    ) in (state(dialog))
    # how many there are is no warning
    assert dialog._state.property("tone") == "warning"
    assert not dialog._counts.property("tone")
    show(dialog, hands, "Who reports what")
    hands.click(dialog.assignments.unreported)
    listed = [dialog.assignments.model.cell(row, 2) for row in range(dialog.assignments.model.rowCount())]
    assert [one.text for one in listed] == [with_sign("error", say("AssignmentsPage", "nobody"))] * 13
    hands.focus(dialog.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    assert dialog.go.isEnabled()


def test_demands_travel_along_and_are_proposed_the_next_time(
    dialog: RoundPlanDialog, desk: OfficeDesk, hands: Hands
) -> None:
    show(dialog, hands, "Demands")
    hands.click(dialog.demands.two_signatures)
    hands.click(dialog.demands.details)
    dialog.demands.evidence.setCurrentIndex(dialog.demands.evidence.findData(5))
    found = opened(desk, dialog, hands)
    assert (found.signatures, found.details, found.evidence_limit) == (2, True, 5 * 1024 * 1024)
    desk.errands.new_round()
    hands.settle_desk(desk)
    again = desk.errands.opening.dialog.demands.demanded()
    assert (again.signatures, again.details, again.evidence_limit) == (2, True, 5)


def test_an_indicator_set_comes_from_a_file_or_is_refused(
    dialog: RoundPlanDialog, desk: OfficeDesk, hands: Hands, heard: HeardMessages, demo: Path, tmp_path: Path
) -> None:
    show(dialog, hands, "Areas and days")
    heard.files = [demo / "rounds" / "2020.rdround"]
    hands.click(dialog.areas.from_file)
    hands.settle_desk(desk)
    assert "2020.rdround" in dialog.areas.sets.currentText()
    wrong = tmp_path / "wrong.json"
    for content in ("[]", "{}", "no"):
        wrong.write_text(content, encoding="utf-8")
        heard.files = [wrong]
        hands.click(dialog.areas.from_file)
        hands.settle_desk(desk)
        assert [one.isVisible() for one in dialog.findChildren(Strip)].count(True) == 1
    assert "2020.rdround" in dialog.areas.sets.currentText()


def test_what_has_no_room_is_said(dialog: RoundPlanDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "2021" in dialog.span.earlier.text()
    monkeypatch.setattr(roundbook, "_ROOM", len(roundbook.document_of(dialog.plan(), roundbook._SOME_TIME).to_bytes()))
    dialog.areas._days["7"][0].click()
    dialog.areas._days["7"][0].click()
    left_out = say("RoundPlanDialog", "Rounds left out, since the file would be too large: {count}, the oldest.")
    assert left_out.format(count=4) in dialog.span.earlier.text()


def test_a_draft_that_waits_is_not_passed_over_without_a_word(desk: OfficeDesk, hands: Hands) -> None:
    waits = say("RoundPlanDialog", WAITS)

    def told() -> bool:
        desk.errands.new_round()
        hands.settle_desk(desk)
        plan = desk.errands.opening.dialog
        choose_period(plan, "2025", "h1")
        found = waits in state(plan).splitlines()
        assert plan.secret.first.isVisible()
        hands.press(Qt.Key.Key_Escape)
        return found

    assert not told()
    hands.click(desk.item(EDITION))
    hands.settle_desk(desk)
    editing = desk.errands.editing
    hands.click(editing.page.begin_button)
    hands.settle_desk(desk)
    assert not told(), "a draft without a step asks as the round before did"
    editing.record(NameEdition(Label("Bộ chỉ tiêu 2025", "")))
    hands.settle_desk(desk)
    assert told()
    hands.click(editing.page.use_button)
    hands.settle_desk(desk)
    assert waits not in state(desk.errands.opening.dialog)
