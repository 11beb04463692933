"""Forms that LibreOffice saved are filled, and it opens what was filled and shows the figures."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest
from docx.document import Document as Word
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.report import Report
from tests.office.filled_forms import (
    PRESENT,
    RATE,
    book_of,
    changed_parts,
    document,
    filled,
    parts_of,
    reasons,
    workbook,
)
from tests.office.libreoffice import SOFFICE, converted

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (Debian: libreoffice-calc-nogui) is not installed")

CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
TEXT = "txt:Text (encoded):UTF8"


def saved_there(content: bytes, name: str, folder: Path) -> bytes:
    """Let LibreOffice open a file and save it as its own."""
    source = folder / name
    source.write_bytes(content)
    there = folder / "there"
    there.mkdir()
    try:
        return converted(source, source.suffix[1:], there).read_bytes()
    except subprocess.SubprocessError as problem:
        pytest.skip(f"LibreOffice does not start here: {problem}")


def shown(content: bytes, name: str, kind: str, folder: Path) -> str:
    """Return what LibreOffice shows of a file."""
    made = folder / name
    made.write_bytes(content)
    return converted(made, kind, folder).read_text(encoding="utf-8-sig")


def _fill_sheet(sheet: Worksheet) -> None:
    sheet["A1"] = f"{{{{{PRESENT}}}}}"
    sheet["A1"].number_format = "0"
    sheet["A2"] = f"{{{{{RATE}}}}}"
    sheet["A2"].number_format = "[$-42A]0.00%"
    sheet["A3"], sheet["A4"] = "=A1*2", f"Có {{{{{PRESENT}}}}} người"
    sheet["A5"] = "{{a}}"
    sheet["C1"] = "gộp"
    sheet.merge_cells("C1:D2")
    book_of(sheet).create_sheet("Tổng")["A1"] = "='Biểu 1'!A1+1"


def test_a_workbook_saved_there_is_filled_and_shown(told: Report, tmp_path: Path) -> None:
    content = saved_there(workbook(_fill_sheet), "bieu.xlsx", tmp_path)
    assert "xl/sharedStrings.xml" in parts_of(content)
    form = filled(content, told)
    assert reasons(form) == {"{{a}}": "unknown-indicator"}
    assert changed_parts(content, form.content) == {
        *("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml")
    }
    rows = list(csv.reader(shown(form.content, "filled.xlsx", CSV, tmp_path).splitlines()))
    # computed there, from the figures and not from what it had shown before
    assert [row[0] for row in rows] == ["3156", "83,46%", "6312", "Có 3.156 người", "{{a}}"]


def _write(word: Word) -> None:
    word.sections[0].header.paragraphs[0].text = f"Đầu trang {{{{{PRESENT}}}}}"
    paragraph = word.add_paragraph("Có {{civil-")
    paragraph.add_run("servants-").bold = True
    paragraph.add_run("present}} người")
    word.add_table(1, 2).cell(0, 1).text = f"{{{{{RATE}}}}}%"
    word.add_paragraph("{{a}}")


def test_a_document_saved_there_is_filled_and_shown(told: Report, tmp_path: Path) -> None:
    content = saved_there(document(_write), "bieu.docx", tmp_path)
    form = filled(content, told)
    assert reasons(form) == {"{{a}}": "unknown-indicator"}
    assert all(name.startswith("word/") for name in changed_parts(content, form.content))
    text = shown(form.content, "filled.docx", TEXT, tmp_path)
    assert "Có 3.156 người" in text
    assert "83,46%" in text
    assert "{{a}}" in text
    assert converted(tmp_path / "filled.docx", "pdf", tmp_path).read_bytes()[:4] == b"%PDF"
