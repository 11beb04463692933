"""Setting up Home Affairs from what lies on the clipboard, by keyboard and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from reformdesk.core import catalogue_reading, founding
from reformdesk.core.agency_draft import Doubt
from reformdesk.core.catalogue import Kind, Reporter
from reformdesk.core.store import open_workspace
from reformdesk.errors import Mendable, StoreError
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.first_round.wizard import FirstRoundDialog
from reformdesk.ui.models.agency_drafts import CONTACT, GROUP
from reformdesk.ui.models.agency_drafts import NAME as AGENCY_NAME
from reformdesk.ui.models.indicator_drafts import KIND, NAME, REPORTER, UNIT
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.widgets.draft_table import DraftTable
from reformdesk.ui.window import MainWindow
from tests.core.test_catalogue_draft import TEMPLATE, as_excel
from tests.ui.conftest import CheckModel, Hands, HeardMessages, Open, button_named, desk_of, documents, say
from tests.ui.pasted import PASTED_AGENCIES, PASTED_TABLE, paste

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()


@pytest.fixture
def dialog(window: MainWindow, hands: Hands) -> FirstRoundDialog:
    """The wizard at its second step."""
    assert window.start is not None
    hands.click(window.start.set_up_button)
    dialog = window.setting_up
    hands.focus(dialog.province)
    hands.type_vietnamese("tỉnh Minh Sơn")
    hands.press(Qt.Key.Key_Return)
    assert dialog.step == 1
    return dialog


def put_cursor(hands: Hands, table: DraftTable, row: int, column: int) -> None:
    hands.focus(table)
    table.setCurrentIndex(table.model().index(row, column))


def problem_of(dialog: FirstRoundDialog) -> str:
    strips = [one.accessibleName() for one in dialog.findChildren(Strip) if one.isVisible()]
    assert len(strips) == 1
    return strips[0]


def test_agencies_are_pasted_corrected_and_set_up(
    dialog: FirstRoundDialog, window: MainWindow, hands: Hands, heard: HeardMessages
) -> None:
    table, model = dialog.agencies.table, dialog.agencies.agencies
    paste(hands, table, PASTED_AGENCIES)
    assert model.count() == 8
    assert model.drafts[0].contact == "Phòng KSTTHC, 0200 3800 119"
    hands.click(dialog.go)
    assert problem_of(dialog) == heard.words.error(Mendable("agency-twice", agency="Sở Tài chính"))
    # the second of the two becomes another
    put_cursor(hands, table, 4, AGENCY_NAME)
    hands.press(Qt.Key.Key_Return)
    editor = hands.focused()
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == say("AgenciesStep", "Agency")
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.type_vietnamese("Sở Y tế")
    hands.press(Qt.Key.Key_Return)
    assert model.drafts[4].name == "Sở Y tế"
    assert not model.wrongs()
    # F8 goes from guess to guess, the space bar lets it stand
    hands.press(Qt.Key.Key_F8)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (7, GROUP)
    hands.press(Qt.Key.Key_F8)
    assert table.currentIndex().row() == 3
    assert model.drafts[3].doubts == {Doubt.NAME}
    hands.press(Qt.Key.Key_Space)
    assert not model.drafts[3].doubts
    put_cursor(hands, table, 7, CONTACT)
    hands.press(Qt.Key.Key_Delete)
    assert model.count() == 7
    assert not model.guesses()
    hands.click(dialog.go)
    hands.click(dialog.indicators.clear_button)
    paste(hands, dialog.indicators.table, PASTED_TABLE)
    # neither the inspectorate nor districts are among the agencies
    assert dialog.indicators.indicators.wrongs() == 5


def test_a_table_is_corrected_in_place_before_it_is_taken(
    dialog: FirstRoundDialog, window: MainWindow, hands: Hands, heard: HeardMessages
) -> None:
    hands.click(button_named(dialog, say("AgenciesStep", "Start from the sample list")))
    hands.click(dialog.go)
    step, table = dialog.indicators, dialog.indicators.table
    assert not step.indicators.guesses()
    paste(hands, table, "Kính gửi các sở")
    assert step.state.text() == say(
        "IndicatorsStep", "No table was found. Copy it with its headings: No., indicator, who reports."
    )
    # the template, untouched, makes room
    paste(hands, table, PASTED_TABLE)
    assert step.indicators.count() == 7
    assert step.indicators.wrongs() == 1
    hands.click(dialog.go)
    nobody = Mendable("indicator-unreported", number="4", name="Số vụ việc tồn đọng")
    assert problem_of(dialog) == heard.words.error(nobody)
    put_cursor(hands, table, 6, REPORTER)
    hands.press(Qt.Key.Key_F2)
    box = hands.focused()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("Thanh tra tỉnh"))
    hands.press(Qt.Key.Key_Return)
    assert step.indicators.row(6).reporter == Reporter(agency="thanh-tra-tinh")  # type: ignore[union-attr]
    put_cursor(hands, table, 6, UNIT)
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.type_vietnamese("vụ việc")
    hands.press(Qt.Key.Key_Return)
    # the heading's space bar lets the whole table stand
    assert step.indicators.guesses()
    put_cursor(hands, table, 0, NAME)
    hands.press(Qt.Key.Key_Space)
    assert not step.indicators.guesses()
    finish(dialog, hands)
    hands.settle(window)
    assert window.desk is not None
    window.close()
    with open_workspace(documents() / "home-affairs.rdesk") as workspace:
        base = founding.base_plan(workspace)
    built = catalogue_reading.parse(base.catalogue)
    assert [area.title for area in built.areas] == ["Công tác tiếp công dân"]
    assert [(one.name.vi, one.kind, one.unit.vi) for one in built.indicators.values()] == [
        ("Số lượt tiếp", Kind.COUNT, ""),
        ("Trong đó: số đoàn đông người", Kind.COUNT, "người"),
        ("Tỷ lệ giải quyết đúng hạn", Kind.PERCENT, "%"),
        ("Tổ chức hội nghị đối thoại", Kind.MARK, "x/0"),
        ("Số vụ việc tồn đọng", Kind.COUNT, "vụ việc"),
    ]
    assert len(base.agencies) == 39


def finish(dialog: FirstRoundDialog, hands: Hands) -> None:
    for _ in range(dialog.count - dialog.step):
        hands.click(dialog.go)


def test_the_drafts_keep_qts_rules(dialog: FirstRoundDialog, check_model: CheckModel) -> None:
    dialog.agencies.start_from_template()
    dialog.indicators.show_agencies(dialog.agencies.wire(), dialog.agencies.group_words)
    dialog.indicators.start_from_template()
    agencies, indicators = dialog.agencies.model, dialog.indicators.model
    check_model(agencies)
    check_model(indicators)
    assert indicators.count() == 80 + 8 + 12


def test_the_printed_tables_pasted_are_the_template(dialog: FirstRoundDialog, window: MainWindow, hands: Hands) -> None:
    hands.click(button_named(dialog, say("AgenciesStep", "Start from the sample list")))
    hands.click(dialog.go)
    hands.click(dialog.indicators.clear_button)
    text = "\n".join(
        "\t".join(f'"{cell}"' if "\n" in cell else cell for cell in line.texts) for line in as_excel(TEMPLATE.tables)
    )
    paste(hands, dialog.indicators.table, text)
    assert not dialog.indicators.indicators.guesses()
    finish(dialog, hands)
    hands.settle(window)
    window.close()
    with open_workspace(documents() / "home-affairs.rdesk") as workspace:
        built = catalogue_reading.parse(founding.base_plan(workspace).catalogue)
    assert built.tables == TEMPLATE.tables
    assert dict(built.indicators) == dict(TEMPLATE.indicators)


def test_a_heading_takes_its_table_out_and_a_reporter_goes_on_below(dialog: FirstRoundDialog, hands: Hands) -> None:
    hands.click(button_named(dialog, say("AgenciesStep", "Start from the sample list")))
    hands.click(dialog.go)
    step = dialog.indicators
    hands.click(step.clear_button)
    paste(hands, step.table, "STT\tChỉ tiêu\tNăm 2024\n1\tSố đơn thư\t4\n2\tSố cuộc họp\t5\n3\tSố lớp\t6")
    assert step.indicators.wrongs() == 3
    step.indicators.setData(step.indicators.index(1, REPORTER), Reporter(group="all"))
    assert not step.indicators.wrongs()
    rows = step.indicators.tables[0].rows
    assert [row.reporter for row in rows] == [Reporter(group="all")] * 3
    step.indicators.setData(step.indicators.index(2, KIND), None)
    assert not step.indicators.tables[0].rows[1].asked
    put_cursor(hands, step.table, 0, NAME)
    hands.press(Qt.Key.Key_Delete)
    assert step.indicators.count() == 0
    QApplication.processEvents()


def test_agencies_that_go_leave_their_rows_to_be_mended(dialog: FirstRoundDialog, hands: Hands) -> None:
    hands.click(button_named(dialog, say("AgenciesStep", "Start from the sample list")))
    hands.click(dialog.go)
    hands.click(dialog.back)
    names = [one.name for one in dialog.agencies.agencies.drafts]
    put_cursor(hands, dialog.agencies.table, names.index("Sở Thông tin và Truyền thông"), 0)
    hands.press(Qt.Key.Key_Delete)
    hands.click(dialog.go)
    assert dialog.indicators.indicators.wrongs() == 13


def test_own_tables_take_the_template_s_place_where_its_reporters_are_not_there(
    dialog: FirstRoundDialog, hands: Hands
) -> None:
    """A list of agencies of one's own leaves rows of the template to be mended that nobody has touched."""
    paste(hands, dialog.agencies.table, "Sở Nội vụ\nSở Y tế\nSở Tài chính")
    hands.click(dialog.go)
    step = dialog.indicators
    assert step.indicators.wrongs()
    hands.click(dialog.back)
    paste(hands, dialog.agencies.table, "Thanh tra tỉnh")
    hands.click(dialog.go)
    paste(hands, step.table, "1. Tiếp công dân\nSTT\tChỉ tiêu\tĐơn vị báo cáo\tNăm 2024\n1\tSố lượt\tThanh tra tỉnh\t4")
    assert [table.title for table in step.indicators.tables] == ["1. Tiếp công dân"]
    assert not step.indicators.wrongs()


def test_the_second_place_is_asked_for_and_copied_to(
    dialog: FirstRoundDialog, window: MainWindow, hands: Hands, heard: HeardMessages, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "USB"
    hands.click(button_named(dialog, say("AgenciesStep", "Start from the sample list")))
    hands.click(dialog.go)
    hands.click(dialog.go)
    for folder, code in ((documents(), "second-place-here"), (stick, "second-place-missing")):
        hands.focus(dialog.second)
        hands.press(Qt.Key.Key_A, CONTROL)
        hands.type_vietnamese(str(folder))
        hands.press(Qt.Key.Key_Return)
        told = StoreError(code, folder=str(folder)) if folder == stick else Mendable(code, folder=str(folder))
        assert problem_of(dialog) == heard.words.error(told)
    stick.mkdir()
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)
    desk = desk_of(window, OfficeDesk)
    qtbot.waitUntil(lambda: bool(desk.second.standing.made_at), timeout=15_000)
    assert not desk.second.standing.is_worrying(now())
    assert [one.suffix for one in stick.glob("*/*.rdesk")] == [".rdesk"]


def test_a_table_without_a_title_is_to_be_named(dialog: FirstRoundDialog, hands: Hands) -> None:
    hands.click(button_named(dialog, say("AgenciesStep", "Start from the sample list")))
    hands.click(dialog.go)
    step = dialog.indicators
    paste(hands, step.table, "STT\tChỉ tiêu\tĐơn vị báo cáo\tNăm 2024\n1\tSố lượt (lượt)\tSở Y tế\t4")
    assert step.indicators.cell(0, NAME).guessed
    step.indicators.setData(step.indicators.index(0, NAME), "1. Tiếp công dân")
    assert not step.indicators.cell(0, NAME).guessed
