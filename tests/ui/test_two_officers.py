"""Two officers, two machines: one only enters and exports areas, the other looks, chooses and finishes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reformdesk.core import enclosures, entry, entry_desk, narratives, parts, roundbook, store, submission
from reformdesk.core.values import Number
from reformdesk.exchange import part
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.models.part import THEIRS
from reformdesk.ui.models.ticking import HERE, NOTE, NUMBER
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.pages.form import HISTORY
from reformdesk.ui.widgets.basics import Strip, with_sign
from reformdesk.ui.window import MainWindow
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import CheckModel, Hands, HeardMessages, Open, button_named, desk_of, documents, nameless, say
from tests.ui.on_form import data_of, rows_of, settle, stored_in, type_into

OFFICER = "Trần Thị Hạnh"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NEW, BOTH, SAME = "legal-documents-issued", "legal-documents-proposed", "legal-documents-handled"
PDF = b"%PDF-1.7 x"


@pytest.fixture
def round_file(demo: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo / "rounds" / f"{NEWEST}.rdround", tmp_path / "dot.zip"))


@pytest.fixture
def second(round_file: Path, tmp_path: Path) -> Path:
    """The workspace of a desk for data entry only, with three figures, some words and a file in area 2."""
    path = tmp_path / f"{AGENCY}-nhap-lieu.rdesk"
    with entry_desk.found(path, AGENCY, LATER) as workspace:
        round_, _ = roundbook.take_round(workspace, round_file.read_bytes(), "dot.zip", LATER)
        for name, amount in ((NEW, 31), (BOTH, 12), (SAME, 7)):
            entry.set_value(workspace, round_, name, Number(Decimal(amount)), LATER)
        entry.set_explanation(workspace, round_, BOTH, "do sáp nhập", LATER)
        narratives.set_narrative(workspace, round_, "2", "Đã ban hành. " * 30, LATER)
        enclosures.enclose(workspace, round_, NEW, "Quyết định.pdf", PDF, LATER)
    return path


@pytest.fixture
def main(round_file: Path, tmp_path: Path) -> Path:
    """The main desk's workspace, with two figures in the same area."""
    path = tmp_path / f"{AGENCY}.rdesk"
    with store.create(path, store.Office.AGENCY, AGENCY, LATER) as workspace:
        round_, _ = roundbook.take_round(workspace, round_file.read_bytes(), "dot.zip", LATER)
        for name, amount in ((BOTH, 99), (SAME, 7)):
            entry.set_value(workspace, round_, name, Number(Decimal(amount)), LATER)
    return path


@pytest.fixture
def sent(second: Path, tmp_path: Path) -> Path:
    """The second officer's file, under a name that a messenger gave it."""
    path = tmp_path / "tải về (3).zip"
    with store.open_workspace(second) as workspace:
        path.write_bytes(parts.compose(workspace, roundbook.latest(workspace), ("2",), OFFICER, LATER).content)
    return path


def texts(agency: AgencyDesk) -> list[str]:
    return [one.text() for one in agency.findChildren(QLabel) if one.isVisible()]


def column(agency: AgencyDesk, which: int) -> list[str]:
    model = agency.part.model
    return [str(model.index(row, which).data()) for row in range(model.rowCount())]


def look(agency: AgencyDesk, hands: Hands, sent: Path) -> None:
    hands.click(agency.item("home"))
    hands.drop(agency.window(), sent)
    settle(agency, hands)
    assert agency.stack.currentWidget() is agency.part


def test_whoever_only_enters_says_so_when_choosing_the_agency(
    round_file: Path, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window()
    window.open_path(round_file)
    hands.focus(window.choosing.filter)
    hands.type("so tu phap")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(window.choosing.go.isEnabled)
    hands.click(window.choosing.entry_only)
    hands.click(window.choosing.go)
    qtbot.waitUntil(lambda: window.desk is not None)
    hands.settle(window)
    agency = desk_of(window, AgencyDesk)
    assert agency.workspace.path == documents() / "ReformDesk" / f"{AGENCY}-nhap-lieu.rdesk"
    assert say("AgencyDesk", "Data entry only") in agency.subtitle.text()
    shown = {one.text() for one in agency.findChildren(QPushButton) if one.isVisible()}
    assert agency.export_button.isVisible()
    assert not shown & {agency.finish_button.text(), agency.key_button.text(), say("RoundHomePage", "Compare…")}
    assert nameless(agency) == []


def test_the_second_officer_exports_the_areas_that_are_begun(
    second: Path, open_window: Open, hands: Hands, tmp_path: Path
) -> None:
    agency = desk_of(open_window(second), AgencyDesk)
    type_into(agency, hands, data_of(agency).owed_in("5")[0], "3")
    hands.click(agency.export_button)
    settle(agency, hands)
    dialog = agency.errands.officers.exporting
    assert dialog.choice().areas == ("2", "5")
    assert not dialog.go.isEnabled()
    hands.focus(dialog.areas)
    hands.press(Qt.Key.Key_End)
    hands.press(Qt.Key.Key_Space)
    assert dialog.choice().areas == ("2",)
    hands.focus(dialog.officer)
    hands.type_vietnamese(OFFICER)
    hands.focus(dialog.folder)
    hands.replace(str(tmp_path / "ra"))
    hands.click(dialog.as_zip)
    assert nameless(dialog) == []
    hands.click(dialog.go)
    settle(agency, hands)
    (path,) = (tmp_path / "ra").iterdir()
    assert path.name.isascii()
    assert path.name.endswith(".rdpart.zip")
    document = part.read(path.read_bytes()).document
    assert (document.areas, document.prepared_by, document.agency) == (("2",), OFFICER, AGENCY)
    said = agency.errands.officers.exported
    assert any(path.name in one.accessibleName() for one in said.findChildren(QLabel))
    hands.press(Qt.Key.Key_Return)
    assert not said.isVisible()
    assert agency.stack.currentWidget() is agency.entry_home
    assert data_of(agency).last_export is not None
    assert data_of(agency).officer == OFFICER


def test_what_is_still_being_typed_is_named_before_it_is_left_out(
    second: Path, open_window: Open, hands: Hands
) -> None:
    agency = desk_of(open_window(second), AgencyDesk)
    type_into(agency, hands, data_of(agency).owed_in("5")[0], "khoang 3")
    hands.click(agency.export_button)
    settle(agency, hands)
    dialog = agency.errands.officers.exporting
    assert [one.property("strip") for one in dialog.findChildren(Strip)] == ["warning"]
    dialog.reject()


def test_a_folder_that_takes_nothing_is_told_with_everything_still_there(
    second: Path, open_window: Open, hands: Hands, tmp_path: Path
) -> None:
    agency = desk_of(open_window(second), AgencyDesk)
    hands.click(agency.export_button)
    settle(agency, hands)
    dialog = agency.errands.officers.exporting
    (tmp_path / "x").write_text("a file")
    dialog.officer.setText(OFFICER)
    dialog.folder.setText(str(tmp_path / "x"))
    hands.click(dialog.go)
    settle(agency, hands)
    assert dialog.isVisible()
    assert any(one.property("strip") == "error" for one in dialog.findChildren(Strip))
    assert dialog.officer.text() == OFFICER
    dialog.reject()
    assert data_of(agency).last_export is None


def test_the_file_is_looked_at_and_taken_in_one_step(
    main: Path, sent: Path, open_window: Open, hands: Hands, check_model: CheckModel
) -> None:
    agency = desk_of(open_window(main), AgencyDesk)
    look(agency, hands, sent)
    check_model(agency.part.model)
    assert nameless(agency.part) == []
    assert agency.part.table.hasFocus()
    assert column(agency, HERE) == ["", "–", "–", "99", "–"]
    assert column(agency, THEIRS)[1:4] == ["31", "Quyết định.pdf", "12"]
    assert "do sáp nhập" in column(agency, NOTE)[3]
    ticks = [agency.part.model.index(row, NUMBER).data(Qt.ItemDataRole.CheckStateRole) for row in range(5)]
    on, off, some = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked
    assert ticks == [some, on, on, off, on]
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert agency.stack.currentWidget() is agency.form
    assert agency.form.current == NEW
    data = data_of(agency)
    assert data.answer(NEW).value == Number(Decimal(31))
    assert data.answer(BOTH).value == Number(Decimal(99))
    assert [one.title for one in data.enclosures] == ["Quyết định.pdf"]
    assert "2" in data.narratives
    hands.press(Qt.Key.Key_Z, CONTROL)
    settle(agency, hands)
    data = data_of(agency)
    assert (data.answered_in("2"), data.enclosures, dict(data.narratives)) == (2, (), {})


def test_the_history_says_from_whose_file_it_came(main: Path, sent: Path, open_window: Open, hands: Hands) -> None:
    agency = desk_of(open_window(main), AgencyDesk)
    look(agency, hands, sent)
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    agency.form.show_panel(HISTORY)
    settle(agency, hands)
    model = agency.form.panel.history.model
    lines = {model.index(row, 2).data(): model.index(row, 3).data() for row in range(model.rowCount())}
    assert OFFICER in lines["31"]
    assert all(OFFICER in said for said in lines.values())


def test_a_conflict_is_chosen_by_the_space_bar_and_the_next_time_only_what_differs_is_shown(
    main: Path, sent: Path, open_window: Open, hands: Hands
) -> None:
    agency = desk_of(open_window(main), AgencyDesk)
    look(agency, hands, sent)
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    look(agency, hands, sent)
    assert column(agency, THEIRS) == ["", "12"]
    assert not agency.part.take.isEnabled()
    hands.press(Qt.Key.Key_Return)
    assert agency.stack.currentWidget() is agency.part
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return)
    settle(agency, hands)
    assert data_of(agency).answer(BOTH).value == Number(Decimal(12))
    assert data_of(agency).answer(BOTH).explanation == "do sáp nhập"
    look(agency, hands, sent)
    assert column(agency, THEIRS) == []
    assert agency.part.leave.hasFocus()
    assert not agency.part.take.isVisible()
    hands.press(Qt.Key.Key_Space)
    assert agency.stack.currentWidget() is agency.home


def test_all_none_and_a_whole_area_by_keys(main: Path, sent: Path, open_window: Open, hands: Hands) -> None:
    agency = desk_of(open_window(main), AgencyDesk)
    look(agency, hands, sent)
    model = agency.part.model
    hands.press(Qt.Key.Key_A, CONTROL)
    assert (len(model.chosen()), model.replaced()) == (4, 1)
    hands.press(Qt.Key.Key_A, CONTROL | SHIFT)
    assert len(model.chosen()) == 0
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Space)
    assert len(model.chosen()) == 4
    hands.press(Qt.Key.Key_Space)
    assert len(model.chosen()) == 0
    hands.press(Qt.Key.Key_Escape)
    settle(agency, hands)
    assert agency.stack.currentWidget() is agency.home
    agency.window().close()
    assert stored_in(main)[BOTH] == "99"


def test_a_file_of_another_agency_is_named(
    sent: Path, demo: Path, tmp_path: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    sound = part.read(sent.read_bytes())
    other = replace(sound.document, agency="so-y-te")
    path = tmp_path / "khác.rdpart"
    path.write_bytes(part.write(other, sound.attachments))
    window = open_window(Path(shutil.copy(demo / "agencies" / f"{AGENCY}.rdesk", tmp_path / "x.rdesk")))
    hands.drop(window, path)
    hands.settle(window)
    assert len(heard.problems) == 1
    assert OFFICER in heard.problems[0]
    assert "so-y-te" in heard.problems[0]


def test_a_file_of_another_round_of_this_desk_is_shown_with_that_round(
    desk: Path, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    path = tmp_path / "a.rdpart"
    with store.open_workspace(desk) as workspace:
        earlier = roundbook.load(workspace, "2023")
        name = earlier.owed(AGENCY)[0]
        entry.set_value(workspace, earlier, name, Number(Decimal(4321)), LATER)
        path.write_bytes(parts.compose(workspace, earlier, (earlier.catalogue.area_of[name],), OFFICER, LATER).content)
        entry.undo(workspace, earlier.id, LATER)
    agency = desk_of(open_window(desk), AgencyDesk)
    look(agency, hands, path)
    assert data_of(agency).round.id == "2023"
    assert column(agency, THEIRS)[1] == "4.321"


def test_home_affairs_is_told_what_it_is(
    office: Path, sent: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    window = open_window(office)
    hands.drop(window, sent)
    hands.settle(window)
    page = desk_of(window, OfficeDesk).intake
    assert "không phải tệp nộp" in page.model.index(0, 3).data()
    assert page.model.index(0, 2).data() == with_sign("error", heard.words.state("rejected"))


def test_a_double_click_finds_the_main_desk_that_was_open_last(
    main: Path, second: Path, sent: Path, open_window: Open, hands: Hands
) -> None:
    for path in (main, second):
        open_window(path).close()
    window = open_window(sent)
    agency = desk_of(window, AgencyDesk)
    settle(agency, hands)
    assert agency.workspace.path == main
    assert agency.stack.currentWidget() is agency.part


def test_without_a_main_desk_a_double_click_says_what_it_is(
    sent: Path, open_window: Open, heard: HeardMessages
) -> None:
    window = open_window(sent)
    assert window.desk is None
    assert ["không phải tệp nộp" in one for one in heard.problems] == [True]


@pytest.fixture
def turned(open_window: Open, hands: Hands) -> Callable[[Path], AgencyDesk]:
    def turn(path: Path) -> AgencyDesk:
        agency = desk_of(open_window(path), AgencyDesk)
        page = agency.entry_home if data_of(agency).entry_only else agency.home
        hands.click(page.turn_button)
        dialog = agency.errands.officers.turning
        assert dialog.cancel.hasFocus()
        assert nameless(dialog) == []
        hands.click(dialog.go)
        settle(agency, hands)
        return agency

    return turn


def test_it_is_made_the_main_desk_by_a_deliberate_step(second: Path, turned: Callable[[Path], AgencyDesk]) -> None:
    agency = turned(second)
    assert agency.stack.currentWidget() is agency.home
    assert agency.finish_button.isVisible()
    assert agency.key_button.isVisible()
    assert not agency.export_button.isVisible()
    assert say("AgencyDesk", "Data entry only") not in agency.subtitle.text()


def test_a_main_desk_becomes_one_for_data_entry(main: Path, turned: Callable[[Path], AgencyDesk]) -> None:
    agency = turned(main)
    assert agency.stack.currentWidget() is agency.entry_home
    assert agency.export_button.isVisible()
    agency.window().close()
    with store.open_workspace(main) as workspace:
        assert entry_desk.is_entry_only(workspace)
        assert submission.sent(workspace, NEWEST) == []


def test_enter_alone_turns_nothing(second: Path, open_window: Open, hands: Hands) -> None:
    agency = desk_of(open_window(second), AgencyDesk)
    hands.click(agency.entry_home.turn_button)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    settle(agency, hands)
    assert data_of(agency).entry_only


def test_a_place_that_a_cloud_has_is_not_where_a_new_workspace_goes(
    round_file: Path, home: Path, heard: HeardMessages, hands: Hands, qtbot: QtBot
) -> None:
    window = MainWindow(heard, place=lambda path: "cloud-folder" if documents() in path.parents else None)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.open_path(round_file)
    hands.focus(window.choosing.list)
    hands.press(Qt.Key.Key_Home)
    window.choosing.go.click()
    qtbot.waitUntil(lambda: window.desk is not None)
    hands.settle(window)
    agency = desk_of(window, AgencyDesk)
    assert agency.workspace.path.parent == home / "ReformDesk"
    assert rows_of(agency) == []
    window.close()


def test_the_warning_opens_the_guide_at_the_right_way(
    main: Path, home: Path, heard: HeardMessages, hands: Hands, qtbot: QtBot
) -> None:
    window = MainWindow(heard, place=lambda _path: "network-folder")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.open_path(main)
    hands.settle(window)
    hands.click(button_named(window, say("MainWindow", "What to do…")))
    assert window.guide.isVisible()
    assert window.guide.shown == "two-officers"
    window.close()
