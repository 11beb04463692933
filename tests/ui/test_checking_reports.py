"""A report that comes back, in the window: chosen or dropped, sound or with each altered place named."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt

from reformdesk.core import reporting, store
from reformdesk.errors import Mendable
from reformdesk.office import export, report_file
from reformdesk.ui.dialogs.check_report import CheckReportDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.widgets.basics import Strip
from tests.ui.conftest import Hands, HeardMessages, Open, desk_of, nameless, say


def report_of(office: Path, path: Path) -> Path:
    with store.open_workspace(office) as workspace:
        path.write_bytes(export.render(path.name, reporting.read(workspace)))
    return path


def shown(desk: OfficeDesk, hands: Hands) -> CheckReportDialog:
    hands.settle_desk(desk)
    dialog = desk.errands.checking.dialog
    assert dialog is not None
    assert nameless(dialog) == []
    assert not dialog.bar.isVisible()
    return dialog


def strip_in(dialog: CheckReportDialog) -> str:
    (strip,) = dialog.findChildren(Strip)
    return strip.accessibleName()


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".json", ".csv"])
def test_a_report_as_it_was_printed_is_sound_and_one_key_closes(
    suffix: str, office: Path, tmp_path: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    path = report_of(office, tmp_path / f"a{suffix}")
    assert report_file.is_ours(path)
    desk = desk_of(open_window(office), OfficeDesk)
    heard.files = [path]
    menu = desk.report_button.menu()
    assert menu is not None
    next(one for one in menu.actions() if one.text() == say("OfficeDesk", "Check a report…")).trigger()
    dialog = shown(desk, hands)
    assert strip_in(dialog).startswith(
        say("CheckReportDialog", "Sound: every figure is as it was made from the state {code}….").split("{")[0]
        if suffix != ".csv"
        else say("CheckReportDialog", "Every figure of this list is what it would be now.")
    )
    assert dialog.table is None
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_dropped_report_names_the_one_figure_that_was_altered(
    office: Path, tmp_path: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    path = report_of(office, tmp_path / "a.xlsx")
    book = load_workbook(path)
    sheet = book["5"]
    cell = next(one for row in sheet.iter_rows(min_row=2, min_col=4) for one in row if isinstance(one.value, int))
    was, cell.value = cell.value, 4711
    book.save(path)
    desk = desk_of(open_window(office), OfficeDesk)
    hands.drop(desk.window(), path)
    dialog = shown(desk, hands)
    assert strip_in(dialog) == heard.words.error(Mendable("report-altered", count=1))
    assert dialog.table is not None
    model = dialog.table.model()
    row = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert model.rowCount() == 1
    assert row[0] == "5"
    assert [text.replace(".", "") for text in row[3:]] == ["4711", str(was)]


def test_other_files_that_are_dropped_are_taken_in_as_ever(
    office: Path, tmp_path: Path, open_window: Open, hands: Hands
) -> None:
    assert report_file.is_ours(report_of(office, tmp_path / "a.docx"))
    path = tmp_path / "bảng khác.xlsx"
    Workbook().save(path)
    assert not report_file.is_ours(path)
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and nothing")
    assert not report_file.is_ours(broken)
    desk = desk_of(open_window(office), OfficeDesk)
    assert desk.errands.checking.take([path, broken]) == [path, broken]
    assert desk.errands.checking.dialog is None


def test_what_is_no_report_is_said(
    office: Path, tmp_path: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}", "utf-8")
    desk = desk_of(open_window(office), OfficeDesk)
    desk.errands.checking.check(path)
    assert strip_in(shown(desk, hands)) == heard.words.error(Mendable("no-report", file=path.name))
