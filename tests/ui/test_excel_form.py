"""The Excel form at the agency's desk: handed out and read back by real clicks, keys and drops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from reformdesk.core import entry, store
from reformdesk.errors import StoreError
from reformdesk.ui.agency_desk import HOME, PREVIEW, AgencyDesk
from reformdesk.ui.models.preview import NEW, NOW
from reformdesk.ui.models.ticking import NAME, NOTE, NUMBER
from reformdesk.ui.widgets.basics import Strip
from tests.demo import NEWEST
from tests.office.forms import areas_in, cell_of
from tests.ui.conftest import CheckModel, Hands, HeardMessages, Open, button_named, desk_of, nameless, say
from tests.ui.on_form import data_of, settle, stored_in

COUNT, OTHER = "legal-documents-issued", "legal-documents-examined"


@pytest.fixture
def agency(desk: Path, open_window: Open) -> AgencyDesk:
    return desk_of(open_window(desk), AgencyDesk)


@pytest.fixture
def exported(agency: AgencyDesk, hands: Hands, heard: HeardMessages, tmp_path: Path) -> Path:
    """The form, exported by hand."""
    heard.target = tmp_path / "bieu.xlsx"
    hands.click(button_named(agency, say("AgencyDesk", "Excel form…")))
    hands.click(agency.errands.excel.dialog.export)
    settle(agency, hands)
    return heard.target


def test_a_damaged_desk_hands_no_form_out(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    agency.workspace.to_look = True
    heard.target = tmp_path / "bieu.xlsx"
    agency.errands.excel.export()
    settle(agency, hands)
    assert heard.problems == [heard.words.error(StoreError("workspace-to-look", file=agency.workspace.path.name))]
    assert not heard.target.exists()


def change(path: Path, mangle: Callable[[Workbook], object]) -> Path:
    book = load_workbook(path)
    mangle(book)
    book.save(path)
    return path


def fill(path: Path, **figures: object) -> Path:
    def typed(book: Workbook) -> None:
        for name, figure in figures.items():
            cell_of(book, name.replace("_", "-")).value = figure  # type: ignore[assignment] # whatever people type

    return change(path, typed)


def texts(agency: AgencyDesk, column: int) -> list[str]:
    model = agency.preview.model
    return [str(model.index(row, column).data() or "") for row in range(model.rowCount())]


def shows(agency: AgencyDesk) -> bool:
    return agency.stack.currentWidget() is agency.preview


def _open_button(agency: AgencyDesk) -> QPushButton:
    """The one below the navigation; the round's own page has another."""
    text = say("AgencyDesk", "Open a file…")
    found = [one for one in agency.findChildren(QPushButton) if one.text() == text]
    return next(one for one in found if agency.below_navigation.indexOf(one) >= 0)


def open_file(agency: AgencyDesk, hands: Hands, heard: HeardMessages, path: Path) -> None:
    heard.files = [path]
    hands.click(_open_button(agency))
    settle(agency, hands)


def test_the_dialog_says_what_it_is_for_and_every_control_has_a_name(agency: AgencyDesk, hands: Hands) -> None:
    hands.click(button_named(agency, say("AgencyDesk", "Excel form…")))
    assert nameless(agency.errands.excel.dialog) == []
    hands.press(Qt.Key.Key_Escape)
    assert not agency.errands.excel.dialog.isVisible()


def test_what_is_exported_has_the_answers_so_far(agency: AgencyDesk, exported: Path) -> None:
    book = load_workbook(exported)
    assert len(areas_in(book)) == len(data_of(agency).round.areas_of(data_of(agency).agency))
    assert cell_of(book, COUNT).value == 24
    assert exported.name in agency.saved.text()


def test_a_form_is_shown_first_and_taken_in_one_step(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, exported: Path, desk: Path, check_model: CheckModel
) -> None:
    before = {name: str(one.value) for name, one in data_of(agency).answers.items()}
    fill(exported, legal_documents_issued=31, legal_documents_examined="1.234")
    open_file(agency, hands, heard, exported)
    assert shows(agency)
    assert nameless(agency.preview) == []
    check_model(agency.preview.model)
    assert {name: str(one.value) for name, one in data_of(agency).answers.items()} == before
    place = texts(agency, NEW).index("31")
    assert texts(agency, NOW)[place] == "24"
    hands.click(agency.preview.take)
    settle(agency, hands)
    agency.window().close()
    kept = stored_in(desk)
    assert (kept[COUNT], kept[OTHER]) == ("31", "1.234")
    with store.open_workspace(desk) as workspace:
        changes = entry.history(workspace, NEWEST, COUNT)
        assert changes[-1].source == entry.IMPORTED
        last = workspace.rows("SELECT step, indicator FROM history ORDER BY id DESC LIMIT 2")
        assert {line["indicator"] for line in last} == {COUNT, OTHER}
        assert len({line["step"] for line in last}) == 1


def test_one_undo_takes_the_whole_form_back(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, exported: Path
) -> None:
    before = dict(data_of(agency).answers)
    fill(exported, legal_documents_issued=31, legal_documents_examined=7)
    open_file(agency, hands, heard, exported)
    hands.click(agency.preview.take)
    settle(agency, hands)
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(agency, hands)
    assert {name: one.value for name, one in data_of(agency).answers.items()} == {
        name: one.value for name, one in before.items()
    }


def test_a_row_whose_tick_is_taken_off_stays(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, exported: Path
) -> None:
    fill(exported, legal_documents_issued=31, legal_documents_examined=7)
    open_file(agency, hands, heard, exported)
    agency.preview.table.setCurrentIndex(agency.preview.model.index(texts(agency, NEW).index("31"), NEW))
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    answers = data_of(agency).answers
    assert [str(answers[name].value.amount) for name in (COUNT, OTHER)] == ["24", "7"]  # type: ignore[union-attr] # numbers


def test_an_unchanged_form_has_nothing_to_take_and_escape_goes_home(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, exported: Path
) -> None:
    open_file(agency, hands, heard, exported)
    assert shows(agency)
    assert not agency.preview.take.isEnabled()
    hands.press(Qt.Key.Key_Escape)
    assert agency.page == HOME


def test_an_empty_cell_never_takes_an_answer_away(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, exported: Path
) -> None:
    fill(exported, legal_documents_issued=None)
    open_file(agency, hands, heard, exported)
    assert agency.preview.model.given() == {}
    assert str(data_of(agency).answers[COUNT].value.amount) == "24"  # type: ignore[union-attr] # a number


def test_what_is_lost_has_a_row_each_that_says_where_and_why(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, exported: Path, check_model: CheckModel
) -> None:
    sheet = cell_of(load_workbook(exported), COUNT)
    fill(exported, legal_documents_issued="#REF!", legal_documents_examined="khoảng 12")
    open_file(agency, hands, heard, exported)
    check_model(agency.preview.model)
    model = agency.preview.model
    last = model.rowCount() - 1
    lost = [str(model.index(last, column).data() or "") for column in (NAME, NEW, NOTE)]
    assert lost[1] == "#REF!"
    assert sheet.coordinate in lost[2]
    assert not model.flags(model.index(last, NUMBER)) & Qt.ItemFlag.ItemIsUserCheckable
    agency.preview.table.setCurrentIndex(model.index(last, NEW))
    hands.press(Qt.Key.Key_Space)
    assert model.given() == {}
    unreadable = texts(agency, NOTE)[texts(agency, NEW).index("khoảng 12")]
    assert "!" in unreadable
    said = [one.accessibleName() for one in agency.preview.findChildren(Strip) if one.isVisible()]
    assert any(text.startswith("1 ") or " 1 " in text for text in said)


def test_dropped_on_the_window_it_is_shown_as_well_whatever_its_name(
    agency: AgencyDesk, hands: Hands, exported: Path
) -> None:
    renamed = fill(exported, legal_documents_issued=31).rename(exported.with_suffix(".zip"))
    hands.drop(agency.window(), renamed)
    settle(agency, hands)
    assert shows(agency)
    assert "31" in texts(agency, NEW)


def test_two_dropped_at_once_are_shown_one_after_the_other(
    agency: AgencyDesk, hands: Hands, exported: Path, tmp_path: Path
) -> None:
    other = tmp_path / "hai.xlsx"
    other.write_bytes(exported.read_bytes())
    fill(exported, legal_documents_issued=31)
    fill(other, legal_documents_issued=None, legal_documents_examined=7)
    hands.drop(agency.window(), exported, other)
    settle(agency, hands)
    assert "31" in texts(agency, NEW)
    hands.click(agency.preview.take)
    settle(agency, hands)
    assert agency.page == PREVIEW
    assert "7" in texts(agency, NEW)
    hands.click(agency.preview.take)
    settle(agency, hands)
    answers = data_of(agency).answers
    assert [str(answers[name].value.amount) for name in (COUNT, OTHER)] == ["31", "7"]  # type: ignore[union-attr] # numbers


def test_its_own_button_reads_one_back_and_what_is_no_form_is_told(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, exported: Path, tmp_path: Path
) -> None:
    for name, content in (("~$bieu.xlsx", b"\x05"), ("cu.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
        heard.files = [tmp_path / name]
        heard.files[0].write_bytes(content)
        hands.click(button_named(agency, say("AgencyDesk", "Excel form…")))
        hands.click(agency.errands.excel.dialog.read)
        settle(agency, hands)
        assert not shows(agency)
    assert ["“bieu.xlsx”" in heard.problems[0], "(.xls)" in heard.problems[1]] == [True, True]
    heard.files = [fill(exported, legal_documents_issued=31)]
    hands.click(button_named(agency, say("AgencyDesk", "Excel form…")))
    hands.click(agency.errands.excel.dialog.read)
    settle(agency, hands)
    assert shows(agency)


def test_a_number_that_could_mean_two_things_is_asked_with_its_place(
    agency: AgencyDesk, hands: Hands, heard: HeardMessages, exported: Path
) -> None:
    fill(exported, legal_documents_issued="1,475")
    open_file(agency, hands, heard, exported)
    assert COUNT not in agency.preview.model.given()
    assert any("!" in text for text in texts(agency, NOTE))
