"""Home Affairs' desk over the sample province, in real windows with real keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractButton, QTabBar
from pytestqt.qtbot import QtBot

from reformdesk.core import store, what_counts
from reformdesk.core.board import MISSING, NOT_COMPARED, OVERDUE, PARTIAL, RECEIVED, RETURNED, WAITING, BoardData
from reformdesk.core.remarks import PROVISIONAL
from reformdesk.ui.models.board import SIGN
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import AGENCIES, BOARD, INTAKE, ROUNDS, TABLES
from reformdesk.ui.office_pages import WAITING as WAITING_PAGE
from reformdesk.ui.widgets.basics import Strip, with_sign
from reformdesk.words import LANGUAGES
from tests import demo as sample
from tests.demo import NEWEST
from tests.ui.conftest import (
    CheckModel,
    Hands,
    HeardMessages,
    Open,
    Situation,
    Speak,
    button_named,
    desk_of,
    nameless,
    say,
)

_PROVISIONALLY = (
    "Received provisionally: counted in the totals, each of which is marked {sign} until the code is compared."
)
PAGES = (BOARD, INTAKE, WAITING_PAGE, TABLES, ROUNDS, AGENCIES)


@pytest.fixture
def desk(situation: Situation, open_window: Open, hands: Hands) -> OfficeDesk:
    """The desk of the made situation, on show."""
    made = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle()
    return made


def _settle(desk: OfficeDesk, qtbot: QtBot, hands: Hands) -> None:
    hands.settle_desk(desk)


def _states(desk: OfficeDesk) -> dict[str, str]:
    model = desk.board.model
    return {model.line(row).agency.id: model.line(row).state for row in range(model.rowCount())}


@pytest.mark.parametrize("page", [AGENCIES, ROUNDS, TABLES])
def test_a_page_opened_from_a_list_has_the_cursor_in_its_own(page: str, desk: OfficeDesk, hands: Hands) -> None:
    """And not on its first button, which may be one that revokes a key."""
    hands.focus(desk.board.table)
    desk.open_page(page)
    hands.settle_desk(desk)
    assert hands.focused() is getattr(desk.stack.currentWidget(), "table", None)


def _row_of(desk: OfficeDesk, agency: str) -> int:
    return list(_states(desk)).index(agency)


def _go_to_row(desk: OfficeDesk, hands: Hands, row: int) -> None:
    hands.focus(desk.board.table)
    hands.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(row):
        hands.press(Qt.Key.Key_Down)


def _chip(desk: OfficeDesk, text: str) -> QAbstractButton:
    chips = [one for one in desk.board.findChildren(QAbstractButton) if one.property("chip")]
    return next(one for one in chips if one.text().rpartition(" ")[0] == text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_with_names_for_all_controls(
    language: str,
    situation: Situation,
    open_window: Open,
    speak: Speak,
    hands: Hands,
    qtbot: QtBot,
    check_model: CheckModel,
) -> None:
    desk = desk_of(open_window(situation.path, speak(language)), OfficeDesk)
    for key in PAGES:
        hands.click(desk.item(key))
        _settle(desk, qtbot, hands)
        page = desk.stack.currentWidget()
        assert desk.item(key).isChecked()
        assert nameless(desk) == []
        model = getattr(page, "model")  # noqa: B009 - each of these pages has a table of its own
        assert isinstance(model, QAbstractItemModel)
        assert model.rowCount() > 0
        check_model(model)


def test_the_consolidated_tables_all_open(desk: OfficeDesk, hands: Hands, qtbot: QtBot) -> None:
    hands.click(desk.item(TABLES))
    _settle(desk, qtbot, hands)
    tabs = desk.tables.tabs
    assert isinstance(tabs, QTabBar)
    assert [tabs.tabText(place) for place in range(tabs.count())] == ["1", "2", "3", "4.1", "4.2", "5", "6", "7"]
    hands.focus(tabs)
    heights = []
    for _ in range(tabs.count()):
        heights.append(desk.tables.model.rowCount())
        hands.press(Qt.Key.Key_Right)
    assert heights == [18, 7, 18, 2, 2, 11, 21, 13]


def test_the_board_counts_and_marks_what_wants_attention(desk: OfficeDesk, situation: Situation) -> None:
    states = _states(desk)
    assert states[situation.missing] == MISSING
    assert states[situation.waiting] == WAITING
    assert states[situation.returned] == RETURNED
    assert {
        state
        for agency, state in states.items()
        if agency not in (situation.missing, situation.waiting, situation.returned)
    } <= {RECEIVED, PARTIAL}
    figures = {state: counter.figure.text() for state, counter in desk.board._counts.items()}
    assert figures == {RECEIVED: "36", WAITING: "1", RETURNED: "1", MISSING: "1"}
    model = desk.board.model
    for agency, state in ((situation.missing, MISSING), (situation.waiting, WAITING), (situation.returned, RETURNED)):
        line = model.line(_row_of(desk, agency))
        shown = {model.index(_row_of(desk, agency), column).data() for column in model.area_columns}
        assert set(line.areas.values()) == {state}
        assert shown - {""} == {SIGN[OVERDUE if state == MISSING else state]}


def test_the_filter_needs_no_diacritics_and_joins_with_a_chip(
    desk: OfficeDesk, situation: Situation, hands: Hands
) -> None:
    hands.focus(desk.board.filter)
    hands.type("y te")
    assert list(_states(desk)) == [situation.waiting]
    hands.click(_chip(desk, say("BoardPage", "Not sent")))
    assert _states(desk) == {}
    hands.focus(desk.board.filter)
    hands.replace(" ")
    assert list(_states(desk)) == [situation.missing]
    hands.click(_chip(desk, say("BoardPage", "Returned")))
    assert list(_states(desk)) == [situation.returned]
    hands.click(_chip(desk, say("BoardPage", "All")))
    assert len(_states(desk)) == sample.AGENCIES


def test_arrows_walk_the_navigation_and_enter_opens_the_review(
    desk: OfficeDesk, situation: Situation, hands: Hands, qtbot: QtBot
) -> None:
    hands.focus(desk.item(BOARD))
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    assert desk.item(WAITING_PAGE).hasFocus()
    hands.press(Qt.Key.Key_Space)
    _settle(desk, qtbot, hands)
    assert desk.stack.currentWidget() is desk.waiting
    hands.focus(desk.waiting.table)
    hands.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Return)
    _settle(desk, qtbot, hands)
    assert desk.stack.currentWidget() is desk.review
    assert desk.errands.reviewing.data.received.agency == situation.waiting
    assert nameless(desk) == []


def test_enter_on_an_agency_without_a_submission_says_so(
    desk: OfficeDesk, situation: Situation, hands: Hands, qtbot: QtBot
) -> None:
    _go_to_row(desk, hands, _row_of(desk, situation.missing))
    hands.press(Qt.Key.Key_Return)
    _settle(desk, qtbot, hands)
    assert desk.stack.currentWidget() is desk.board
    assert desk.saved.text() == say("OfficeDesk", "Nothing was received from this agency yet.")


def test_the_review_shows_every_answer_beside_earlier_ones(
    desk: OfficeDesk, situation: Situation, hands: Hands, qtbot: QtBot, check_model: CheckModel
) -> None:
    _go_to_row(desk, hands, _row_of(desk, situation.waiting))
    hands.press(Qt.Key.Key_Return)
    _settle(desk, qtbot, hands)
    model = desk.review.model
    data = desk.errands.reviewing.data
    owed, catalogue = data.round.owed(situation.waiting), data.round.catalogue
    shown = [(model.cell(row, 0).key, model.cell(row, 0).text) for row in range(model.rowCount())]
    assert [one for one in shown if one[0]] == [(name, catalogue.printed_number(name)) for name in owed]
    # each area's number stands above what is asked in it
    assert [text for key, text in shown if not key] == list(dict.fromkeys(catalogue.area_of[name] for name in owed))
    assert model.columnCount() == 4 + len(data.earlier)
    check_model(model)


def test_a_submission_is_returned_with_words(
    desk: OfficeDesk, situation: Situation, hands: Hands, qtbot: QtBot
) -> None:
    agency = next(agency for agency, state in _states(desk).items() if state in (RECEIVED, PARTIAL))
    _go_to_row(desk, hands, _row_of(desk, agency))
    hands.press(Qt.Key.Key_Return)
    _settle(desk, qtbot, hands)
    hands.click(button_named(desk.review, say("ReviewStrips", "Return… (R)")))
    dialog = desk.errands.reviewing.returning
    for field in dialog.fields:
        field.tick.setChecked(False)
    assert not dialog.go.isEnabled()
    hands.focus(dialog.words)
    hands.type_vietnamese("Thiếu số liệu mục 5.")
    hands.click(dialog.go)
    _settle(desk, qtbot, hands)
    assert [strip.property("strip") for strip in desk.review.findChildren(Strip) if strip.isVisible()] == ["returned"]
    hands.click(desk.item(BOARD))
    assert _states(desk)[agency] == RETURNED
    assert desk.board._counts[RETURNED].figure.text() == "2"


def test_what_was_accepted_provisionally_is_marked_wherever_it_is_counted(
    desk: OfficeDesk, situation: Situation, hands: Hands, qtbot: QtBot
) -> None:
    def all_marks() -> tuple[int, str, list[str], bool, str]:
        """The board's filter, its line, the totals, their note, the list of rounds."""
        desk.board.model.narrow("", NOT_COMPARED)
        found = [desk.board.model.line(row).agency.id for row in range(desk.board.model.rowCount())]
        desk.board.model.narrow("", "")
        columns = desk.board.model.columnCount()
        row = _row_of(desk, situation.waiting)
        line = [str(desk.board.model.index(row, column).data() or "") for column in range(columns)]
        hands.click(desk.item(TABLES))
        _settle(desk, qtbot, hands)
        model = desk.tables.model
        cells = [
            model.cell(one, column).before for one in range(model.rowCount()) for column in range(model.columnCount())
        ]
        note = desk.tables.note.isVisible() and PROVISIONAL in desk.tables.note.text()
        hands.click(desk.item(ROUNDS))
        _settle(desk, qtbot, hands)
        rounds = desk.rounds.model.cell(0, 2).text
        hands.click(desk.item(BOARD))
        assert found in ([], [situation.waiting])
        return len(found), next(one for one in line if one.startswith("1")), cells, note, rounds

    desk.ways.open_review(situation.waiting, "")
    _settle(desk, qtbot, hands)
    hands.click(button_named(desk.review, say("ReviewStrips", "Accept provisionally")))
    _settle(desk, qtbot, hands)
    words = say("ReviewStrips", _PROVISIONALLY).format(sign=PROVISIONAL)
    assert words in [one.accessibleName() for one in desk.review.findChildren(Strip) if one.isVisible()]
    hands.click(desk.item(BOARD))
    _settle(desk, qtbot, hands)
    found, number, cells, note, rounds = all_marks()
    assert (found, number, note) == (1, f"1 {PROVISIONAL}", True)
    assert [text for text in cells if PROVISIONAL in text]
    assert rounds == f"37/39 {PROVISIONAL}"
    assert say("OfficeDesk", "code not compared: {count}").format(count=1) in desk.counts.text()
    assert desk.board._chips[NOT_COMPARED].text().endswith("1")
    desk.ways.open_review(situation.waiting, "")
    _settle(desk, qtbot, hands)
    hands.click(button_named(desk.review, say("ReviewStrips", "Compare the code…")))
    assert desk.errands.trust.dialog is not None
    hands.click(desk.errands.trust.dialog.agree_button)
    _settle(desk, qtbot, hands)
    hands.click(desk.item(BOARD))
    _settle(desk, qtbot, hands)
    found, number, cells, note, rounds = all_marks()
    assert (found, number, note, rounds) == (0, "1", False, "37/39")
    assert not [text for text in cells if PROVISIONAL in text]
    assert say("OfficeDesk", "code not compared: {count}").partition(":")[0] not in desk.counts.text()


def test_accepting_provisionally_counts_and_goes_on_asking_for_the_code(
    desk: OfficeDesk, situation: Situation, hands: Hands, qtbot: QtBot
) -> None:
    _go_to_row(desk, hands, _row_of(desk, situation.waiting))
    hands.press(Qt.Key.Key_Return)
    _settle(desk, qtbot, hands)
    hands.click(button_named(desk.review, say("ReviewStrips", "Accept provisionally")))
    _settle(desk, qtbot, hands)
    assert button_named(desk.review, say("ReviewStrips", "Compare the code…"))
    hands.click(desk.item(BOARD))
    assert _states(desk)[situation.waiting] in (RECEIVED, PARTIAL)


def test_a_folder_with_junk_gets_a_verdict_and_a_reason_for_each_file(
    desk: OfficeDesk,
    situation: Situation,
    demo: Path,
    tmp_path: Path,
    hands: Hands,
    heard: HeardMessages,
    qtbot: QtBot,
    check_model: CheckModel,
) -> None:
    folder = tmp_path / "USB" / "gửi Sở Nội vụ"
    folder.mkdir(parents=True)
    submissions = demo / "submissions" / NEWEST
    shutil.copy(submissions / f"{situation.missing}-r1.rdsub", folder / "1 bao cao.zip")
    shutil.copy(submissions / "so-cong-thuong-r1.rdsub", folder / "2.rdsub")
    shutil.copy(demo / "rounds" / f"{NEWEST}.rdround", folder / "3.rdround")
    (folder / "4.rdsub").write_bytes(b"")
    (folder / "5.rdsub").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    hands.drop(desk.window(), folder)
    _settle(desk, qtbot, hands)
    assert desk.stack.currentWidget() is desk.intake
    model = desk.intake.model
    said = {model.cell(row, 0).text: (model.cell(row, 2).text, model.cell(row, 3).text) for row in range(5)}
    words = heard.words
    refused = with_sign("error", words.state("rejected"))
    assert {name: state for name, (state, _) in said.items()} == {
        "1 bao cao.zip": with_sign("good", words.state("accepted")),
        "2.rdsub": words.state("known"),
        "3.rdround": refused,
        "4.rdsub": refused,
        "5.rdsub": refused,
    }
    assert [name for name, (state, why) in said.items() if state == refused and not why] == []
    assert nameless(desk.intake) == []
    check_model(model)
    hands.click(desk.item(BOARD))
    assert _states(desk)[situation.missing] in (RECEIVED, PARTIAL)
    assert heard.problems == []


def test_another_round_is_opened_from_the_list_of_rounds(desk: OfficeDesk, hands: Hands, qtbot: QtBot) -> None:
    hands.click(desk.item(ROUNDS))
    _settle(desk, qtbot, hands)
    assert [desk.rounds.model.cell(row, 0).key for row in range(5)] == list(reversed(sample.ROUNDS))
    hands.focus(desk.rounds.table)
    hands.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Return)
    _settle(desk, qtbot, hands)
    shown = desk._data
    assert isinstance(shown, BoardData)
    assert shown.round.id == sample.ROUNDS[0]


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".pdf", ".csv", ".json", ".sdmx.csv"])
def test_the_report_is_exported_in_every_form(
    suffix: str, desk: OfficeDesk, tmp_path: Path, hands: Hands, heard: HeardMessages, qtbot: QtBot
) -> None:
    heard.target = tmp_path / f"báo cáo{suffix}"
    desk.errands.export_report_as(suffix)
    _settle(desk, qtbot, hands)
    assert heard.target.stat().st_size > 1000
    assert (tmp_path / "báo cáo.sdmx.xml").is_file() == (suffix == ".sdmx.csv")
    assert desk.saved.text().startswith(say("Exporting", "✓ Saved to {file}").format(file=heard.target))
    assert heard.problems == []


def test_what_was_decided_survives_closing(desk: OfficeDesk, situation: Situation, hands: Hands, qtbot: QtBot) -> None:
    _go_to_row(desk, hands, _row_of(desk, situation.waiting))
    hands.press(Qt.Key.Key_Return)
    _settle(desk, qtbot, hands)
    hands.click(button_named(desk.review, say("ReviewStrips", "Compare the code…")))
    assert desk.errands.trust.dialog is not None
    hands.click(desk.errands.trust.dialog.agree_button)
    # closing finishes what is under way
    desk.window().close()
    with store.open_workspace(situation.path) as workspace:
        assert situation.waiting in what_counts.submitted(workspace, NEWEST)
