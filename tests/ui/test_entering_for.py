"""Entering on behalf of an agency through the window: by telephone, on paper, in the Excel form."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reformdesk.core import entered, filing, journal, keyring, merged, replies, roundbook, store, what_counts
from reformdesk.core.answers import Answer, Given
from reformdesk.core.board import ENTERED
from reformdesk.core.entered import How, Source
from reformdesk.core.merged import Received
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number, Status
from reformdesk.exchange.payload import kept_submission
from reformdesk.office import form_template
from reformdesk.office.form_template import Filled
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dialogs.officer import OfficerDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD, TABLES, WAITING
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.window import MainWindow
from tests.demo import LATER, NEWEST, copy_of_agency
from tests.ui.conftest import Hands, HeardMessages, Open, Situation, button_named, desk_of, nameless, say

COURSES, STAFF = "training-courses", "civil-servants-present"
T = TypeVar("T")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(situation: Situation, demo: Path) -> Situation:
    """Home Affairs with its key beside it, and an officer who has a name."""
    keys = situation.path.parent / "keys"
    keys.mkdir()
    shutil.copy2(demo / "keys" / "home-affairs.p12", keys)
    with store.open_workspace(situation.path) as workspace:
        journal.name_officer(workspace, "Lê Thị Lan")
    return situation


def at(desk: OfficeDesk, page: str) -> bool:
    return desk.stack.currentWidget() is getattr(desk, page)


def look(desk: OfficeDesk, hands: Hands, reading: Callable[[Workspace], T]) -> T:
    """Read from the workspace that a desk holds open."""
    found: list[T] = []
    desk.workspace.read(reading, found.append)
    hands.settle_desk(desk)
    return found[0]


def received(desk: OfficeDesk, hands: Hands, agency: str) -> list[Received]:
    return look(
        desk, hands, lambda workspace: [one for one in merged.received(workspace, NEWEST) if one.agency == agency]
    )


def open_for(window: MainWindow, hands: Hands, agency: str) -> OfficeDesk:
    """Put the cursor on an agency of the board and press T."""
    desk = desk_of(window, OfficeDesk)
    hands.focus(desk.board.table)
    desk.board.table.selectRow(desk.board.model.row_of(agency))
    hands.press(Qt.Key.Key_T)
    hands.settle(window)
    assert at(desk, "entering")
    return desk


def seal(window: MainWindow, desk: OfficeDesk, hands: Hands) -> None:
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.settle(window)
    dialog = desk.errands.entering_for.sealing
    hands.focus(dialog.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)


def told(desk: OfficeDesk) -> str:
    strips = desk.entering.findChildren(Strip)
    return "\n".join(one.accessibleName() for one in strips if one.isVisible())


def test_figures_by_telephone_are_typed_sealed_and_shown_as_such(
    office: Situation, open_window: Open, hands: Hands
) -> None:
    window = open_window(office.path)
    desk = open_for(window, hands, office.missing)
    page = desk.entering
    assert nameless(page) == []
    assert hands.focused() is page.source.given_by
    hands.type("Chi Hoa, Van phong")
    hands.press(Qt.Key.Key_Tab)
    hands.focus(page._rows[STAFF].field.edit)
    hands.type("33")
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)
    assert not page._rows[STAFF].field.edit.hasFocus(), "Enter goes down"
    hands.focus(page._rows[COURSES].field.edit)
    hands.type("chua thuc hien")
    seal(window, desk, hands)
    assert at(desk, "board")
    assert desk.saved.text().startswith("✓ Đã nhập thay Sở Xây dựng")
    (made,) = received(desk, hands, office.missing)
    assert (made.entered, made.counts, made.revision) == (True, True, 1)
    data, answers = look(
        desk,
        hands,
        lambda workspace: (
            filing.data_of(workspace, made.digest),
            what_counts.submitted(workspace, NEWEST)[office.missing].answers,
        ),
    )
    facts = entered.facts_in(kept_submission(data))
    assert facts is not None
    assert (facts.by, facts.source.how, facts.source.given_by) == ("Lê Thị Lan", How.TELEPHONE, "Chi Hoa, Van phong")
    assert (answers[STAFF], answers[COURSES]) == (Number(Decimal(33)), Status.NOT_DONE)
    model = desk.board.model
    row = model.row_of(office.missing)
    signs = [str(model.index(row, column).data()) for column in model.area_columns]
    assert any("✎" in sign for sign in signs)
    assert "nhập thay" in str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert desk.board._chips[ENTERED].isVisible()
    assert "nhập thay: 1" in desk.counts.text()


def test_nothing_goes_out_without_a_source_or_with_what_cannot_be_read(
    office: Situation, open_window: Open, hands: Hands
) -> None:
    window = open_window(office.path)
    desk = open_for(window, hands, office.missing)
    hands.press(Qt.Key.Key_Return, CTRL)
    assert desk.entering.source.given_by.property("state") == "error"
    assert desk.entering.source.given_by.hasFocus()
    assert "nguồn số liệu" in told(desk)
    hands.type("Hoa")
    hands.focus(desk.entering._rows[STAFF].field.edit)
    hands.type("nhieu")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.settle(window)
    assert desk.entering.unsettled == (STAFF,)
    assert desk.entering._rows[STAFF].field.edit.hasFocus()
    assert not hasattr(desk.errands.entering_for, "sealing")
    hands.replace("33")
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)
    assert not desk.entering.unsettled


def test_what_was_typed_is_there_again_and_can_be_thrown_away(
    office: Situation, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    window = open_window(office.path)
    desk = open_for(window, hands, office.missing)
    assert not desk.entering.discard_button.isEnabled()
    hands.type("Chi Hoa")
    hands.focus(desk.entering._rows[STAFF].field.edit)
    hands.type("33")
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)
    hands.press(Qt.Key.Key_Escape)
    hands.settle(window)
    assert at(desk, "board")
    desk = open_for(window, hands, office.missing)
    assert desk.entering._rows[STAFF].field.edit.text() == "33"
    assert desk.entering.source.given_by.text() == "Chi Hoa"
    hands.click(desk.entering.discard_button)
    hands.settle(window)
    assert heard.asked
    assert at(desk, "board")
    assert not look(desk, hands, lambda workspace: entered.draft(workspace, NEWEST, office.missing)).is_begun


def form(path: Path, workspace_path: Path, agency: str, figure: int) -> Path:
    with store.open_workspace(workspace_path) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
    path.write_bytes(form_template.workbook(Filled(round_, agency, {STAFF: Answer(Number(Decimal(figure)))}, "vi")))
    return path


def test_forms_dropped_on_the_window_open_one_after_the_other_with_their_figures(
    office: Situation, open_window: Open, hands: Hands, tmp_path: Path
) -> None:
    others = (office.missing, "so-tai-chinh")
    forms = [form(tmp_path / f"bieu {place}.xlsx", office.path, one, 50 + place) for place, one in enumerate(others)]
    window = open_window(office.path)
    desk = desk_of(window, OfficeDesk)
    hands.drop(window, *forms)
    hands.settle(window)
    for place, agency in enumerate(others):
        assert at(desk, "entering")
        draft = desk.entering.draft
        assert draft is not None
        assert (draft.agency, draft.answer(STAFF).value) == (agency, Number(Decimal(50 + place)))
        assert (draft.source.how, [one.title for one in draft.papers]) == (How.EXCEL_FORM, [f"bieu {place}.xlsx"])
        assert "Đã điền 1 chỉ tiêu từ" in told(desk)
        hands.focus(desk.entering.source.given_by)
        hands.type("Hoa")
        seal(window, desk, hands)
    assert at(desk, "board")
    assert [one.counts for agency in others for one in received(desk, hands, agency) if one.entered] == [True, True]


def test_a_workbook_that_says_not_whose_it_is_is_told_so_and_taken_on_the_agency_s_page(
    office: Situation, open_window: Open, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    named = form(tmp_path / "b.xlsx", office.path, office.missing, 44)
    nobody = tmp_path / "so lieu.xlsx"
    Workbook().save(nobody)
    window = open_window(office.path)
    desk = desk_of(window, OfficeDesk)
    hands.drop(window, nobody)
    hands.settle(window)
    assert at(desk, "board")
    (problem,) = heard.problems
    assert "so lieu.xlsx" in problem
    open_for(window, hands, office.missing)
    scan = tmp_path / "Ban quet.pdf"
    scan.write_bytes(b"%PDF-1.7 x")
    hands.drop(window, scan)
    hands.settle(window)
    draft = desk.entering.draft
    assert draft is not None
    assert [one.title for one in draft.papers] == ["Ban quet.pdf"]
    hands.click(button_named(desk.entering, say("SourceBox", "Take out")))
    hands.settle(window)
    without = desk.entering.draft
    assert without is not None
    assert not without.papers
    hands.drop(window, named)
    hands.settle(window)
    assert desk.entering._rows[STAFF].field.edit.text() == "44"


def test_a_form_that_lay_among_the_files_is_entered_from_the_intake(
    office: Situation, open_window: Open, hands: Hands, tmp_path: Path
) -> None:
    folder = tmp_path / "thu"
    folder.mkdir()
    form(folder / "bieu.xlsx", office.path, office.missing, 44)
    window = open_window(office.path)
    desk = desk_of(window, OfficeDesk)
    hands.drop(window, folder)
    hands.settle(window)
    assert at(desk, "intake")
    desk.intake.table.selectRow(0)
    hands.click(desk.intake.enter_for_button)
    hands.settle(window)
    assert at(desk, "entering")
    assert desk.entering._rows[STAFF].field.edit.text() == "44"
    hands.press(Qt.Key.Key_Escape)
    hands.settle(window)
    assert at(desk, "intake")


def enter(path: Path, agency: str, figure: int = 44) -> Received:
    """Let an entry for an agency count already."""
    with store.open_workspace(path) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
        entered.set_answers(workspace, round_, agency, {STAFF: Given(Number(Decimal(figure)))}, LATER)
        entered.set_source(workspace, NEWEST, agency, Source(How.PAPER, "Chị Hoa", "2024-07-19T01:00:00Z"), LATER)
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        seen = entered.draft(workspace, NEWEST, agency)
        return entered.seal_entry(workspace, seen, "Lan", key, LATER)[0]


def own_file(demo: Path, agency: str) -> Path:
    return next((demo / "submissions" / NEWEST).glob(f"{agency}-r*.rdsub"))


def test_the_agency_s_own_file_waits_and_an_officer_says_which_holds(
    office: Situation, open_window: Open, hands: Hands, demo: Path
) -> None:
    enter(office.path, office.missing)
    window = open_window(office.path)
    desk = desk_of(window, OfficeDesk)
    hands.drop(window, own_file(demo, office.missing))
    hands.settle(window)
    desk.open_page(WAITING)
    hands.settle(window)
    assert any("nhập thay" in text for text in _texts(desk))
    desk.ways.open_review(office.missing, "")
    hands.settle(window)

    def counting() -> list[bool]:
        return [one.entered for one in received(desk, hands, office.missing) if one.counts]

    assert counting() == [True]
    for words, holds in (
        ("Use the agency's file", [False]),
        ("Keep the entry", [True]),
        ("Use the agency's file", [False]),
    ):
        hands.click(button_named(desk.review, say("EnteredStrips", words)))
        why = desk.errands.reviewing.why
        assert not why.go.isEnabled()
        hands.focus(why.reason)
        hands.type_vietnamese("Gọi hỏi")
        hands.press(Qt.Key.Key_Return)
        hands.settle(window)
        assert counting() == holds
    hands.click(button_named(desk.review, say("EnteredStrips", "Show the entry")))
    hands.settle(window)
    data = desk.errands.reviewing.data
    assert data.received.entered
    assert data.facts is not None
    assert data.beside is not None
    assert not data.beside.is_open


def _texts(desk: OfficeDesk) -> list[str]:
    model = desk.waiting.model
    return [model.cell(row, 2).text for row in range(model.rowCount())]


def test_an_entry_is_corrected_and_withdrawn_from_its_review(
    office: Situation, open_window: Open, hands: Hands
) -> None:
    enter(office.path, office.missing)
    window = open_window(office.path)
    desk = desk_of(window, OfficeDesk)
    desk.ways.open_review(office.missing, "")
    hands.settle(window)
    assert "Chị Hoa" in " ".join(one.accessibleName() for one in desk.review.findChildren(Strip))
    hands.click(button_named(desk.review, say("EnteredStrips", "Correct the entry…")))
    hands.settle(window)
    assert at(desk, "entering")
    assert "lần 1" in told(desk)
    hands.focus(desk.entering.source.given_by)
    hands.type("Hoa")
    hands.focus(desk.entering._rows[STAFF].field.edit)
    hands.replace("45")
    seal(window, desk, hands)
    assert [(one.revision, one.counts) for one in received(desk, hands, office.missing)] == [(1, False), (2, True)]
    desk.ways.open_review(office.missing, "")
    hands.settle(window)
    hands.click(button_named(desk.review, say("EnteredStrips", "Withdraw…")))
    dialog = desk.errands.reviewing.why
    assert not dialog.go.isEnabled()
    hands.focus(dialog.reason)
    hands.type("nham don vi")
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)
    assert [one.counts for one in received(desk, hands, office.missing)] == [False, False]
    assert desk.board.model.row_of(office.missing) >= 0
    said = " ".join(one.accessibleName() for one in desk.review.findChildren(Strip) if one.isVisible())
    assert "nham don vi" in said
    desk.open_page(BOARD)
    hands.settle(window)
    model = desk.board.model
    assert model.line(model.row_of(office.missing)).state == "missing", "nobody returned anything to the agency"


def test_the_coverage_says_how_many_were_entered(office: Situation, open_window: Open, hands: Hands) -> None:
    enter(office.path, office.missing)
    window = open_window(office.path)
    desk = desk_of(window, OfficeDesk)
    desk.open_page(TABLES)
    hands.settle(window)
    page = desk.tables
    ((place, row, column),) = [
        (place, row, column)
        for place, table in enumerate(page._tables)
        for row, line in enumerate(table.rows)
        for column, cell in enumerate(line)
        if cell.total is not None and cell.total.entered
    ]
    page.tabs.setCurrentIndex(place)
    page.table.setCurrentIndex(page.model.index(row, column))
    hands.settle(window)
    assert ", trong đó 1 nhập thay" in page.pane.coverage.text()
    shares = [page.pane.model.cell(row, 0).text for row in range(page.pane.model.rowCount())]
    assert [text for text in shares if "(**)" in text] == ["(**) Sở Xây dựng"]
    shown = page.model.cell(row, column)
    assert (shown.before, shown.tone) == ("(**) ◐ 37/39", "")
    assert "(**)" not in shown.text
    assert "(**)" in page.note.text()


def test_an_officer_without_a_name_is_asked_for_it_and_a_wrong_passphrase_once_more(
    office: Situation, open_window: Open, hands: Hands
) -> None:
    with store.open_workspace(office.path) as workspace, workspace.atomic():
        workspace.set_meta("officer", "")
    window = open_window(office.path)
    desk = open_for(window, hands, office.missing)
    hands.type("Hoa")
    hands.focus(desk.entering._rows[STAFF].field.edit)
    hands.type("33")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.settle(window)
    named = desk.errands.deciding.dialog
    assert isinstance(named, OfficerDialog)
    hands.focus(named.name)
    hands.type("Lan")
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)
    dialog = desk.errands.entering_for.sealing
    hands.focus(dialog.secret.first)
    hands.type("sai roi nhe")
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)
    assert dialog.isVisible()
    hands.replace(DEFAULT_PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)
    assert [one.counts for one in received(desk, hands, office.missing)] == [True]


def test_the_agency_reads_what_stands_in_its_name(
    office: Situation, open_window: Open, hands: Hands, demo: Path, tmp_path: Path
) -> None:
    enter(office.path, office.missing)
    file = tmp_path / "phieu.rdreply"
    with store.open_workspace(office.path) as workspace:
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        file.write_bytes(replies.write(workspace, NEWEST, (office.missing,), key, LATER))
    agency = copy_of_agency(demo, office.missing, tmp_path / "don vi")
    window = open_window(agency)
    desk = desk_of(window, AgencyDesk)
    hands.drop(window, file)
    hands.settle(window)
    texts = [one.text() for one in desk.home.findChildren(QLabel)]
    assert [text for text in texts if "nhập thay" in text]
