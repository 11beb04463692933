"""A form of the ministry's that is filled."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document as Word
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtWidgets import QWidget

from reformdesk.ui.dialogs.filling import FillingDialog
from reformdesk.ui.office_desk import OfficeDesk
from tests.demo import NEWEST
from tests.office.filled_forms import document, workbook
from tests.ui.scenes.register import scene
from tests.ui.stage import Stage


def ministry_sheet(sheet: Worksheet) -> None:
    """Mark a form up as an officer does, with slips."""
    lines = [
        ("Biên chế công chức được giao", "{{civil-servants-assigned}}", "{{5/1/1; kỳ trước}}"),
        ("Công chức có mặt", "{{5/1/2}}", "{{5/1/2; kỳ trước}}"),
        ("Trong đó: Sở Tư pháp", "{{5/1/2; Sở Tư pháp}}", "{{5/1/2; kỳ trước; Sở Tư pháp}}"),
        ("Hài lòng ở sở, huyện", "{{agency-satisfaction}}", "{{agency-satisfaction; 2019}}"),
        ("Đơn vị tự chủ cấp tỉnh", "{{6/1}}", "Có {{6/I/1}} đơn vị"),
    ]
    for row, line in enumerate(lines, 3):
        for column, text in enumerate(line, 1):
            sheet.cell(row, column).value = text


def _opened(stage: Stage) -> tuple[OfficeDesk, FillingDialog]:
    desk = stage.office()
    desk.errands.filling.open(NEWEST)
    stage.settle(desk.window())
    assert desk.errands.filling.dialog is not None
    return desk, desk.errands.filling.dialog


def _with(stage: Stage, name: str, content: bytes) -> FillingDialog:
    desk, dialog = _opened(stage)
    form = stage.place() / name
    form.write_bytes(content)
    dialog.take_form(form)
    stage.settle(desk.window())
    return dialog


@scene("filling-forms", FillingDialog)
def _filling(stage: Stage) -> QWidget:
    _, dialog = _opened(stage)
    return dialog


@scene("filling-forms", FillingDialog)
def _filling_some(stage: Stage) -> QWidget:
    return _with(stage, "Biểu 02 của Bộ Nội vụ.xlsx", workbook(ministry_sheet))


@scene("filling-forms", FillingDialog)
def _filling_all(stage: Stage) -> QWidget:
    def write(word: Word) -> None:
        word.add_paragraph("Toàn tỉnh có {{civil-servants-present}} công chức, kỳ trước {{5/1/2; kỳ trước}}.")
        word.add_table(1, 2).cell(0, 1).text = "{{3/5/1}}%"

    dialog = _with(stage, "Công văn.docx", document(write))
    dialog.show_written(Path("/media/usb/Công văn-2024-h1.docx"))
    return dialog


@scene("filling-forms", FillingDialog)
def _filling_nothing(stage: Stage) -> QWidget:
    return _with(stage, "Biểu trống.docx", document(lambda word: word.add_paragraph("…")))
