"""Forms of somebody else's in tests: made, filled, and compared part by part with what they were."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Word
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.report import Report
from reformdesk.office import form_filling, form_package
from reformdesk.office.form_answers import Left
from reformdesk.office.form_filling import FilledForm
from tests.office.forms import bytes_of

PRESENT, RATE, BLOCKS = "civil-servants-present", "on-time-rate-province", "province-satisfaction"
SHEET = "xl/worksheets/sheet1.xml"
DOCUMENT = "word/document.xml"


def with_total(report: Report, name: str, **changed: Any) -> Report:
    """Return a report whose newest round has a total that was changed."""
    *others, newest = report.parts
    total = replace(newest.totals[name], **changed)
    return Report.of([*others, replace(newest, totals={**newest.totals, name: total})], "")


def workbook(fill: Callable[[Worksheet], object]) -> bytes:
    """Return a workbook whose only sheet was filled by a hand."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu 1"
    fill(sheet)
    return bytes_of(book)


def cells(**texts: str) -> bytes:
    """Return a workbook with these cells."""

    def fill(sheet: Worksheet) -> None:
        for at, text in texts.items():
            sheet[at] = text

    return workbook(fill)


def document(fill: Callable[[Word], object]) -> bytes:
    """Return a document that was written by a hand."""
    made = Document()
    fill(made)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def filled(content: bytes, report: Report) -> FilledForm:
    return form_filling.fill(form_package.opened(content, "bieu"), report)


def sheet_of(form: FilledForm) -> Worksheet:
    return load_workbook(BytesIO(form.content)).worksheets[0]


def word_of(form: FilledForm) -> Word:
    return Document(BytesIO(form.content))


def reasons(form: FilledForm) -> dict[str, str]:
    """Return why each placeholder was left, by the placeholder."""
    return {line.raw: line.outcome.code for line in form.left if isinstance(line.outcome, Left)}


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed_parts(before: bytes, after: bytes) -> set[str]:
    """Return the parts that are not byte for byte the same; both have the same in the same order."""
    old, new = parts_of(before), parts_of(after)
    assert list(old) == list(new)
    return {name for name in old if old[name] != new[name]}


def with_part(content: bytes, name: str, changed: bytes) -> bytes:
    """Return a package with one part replaced, or added."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, held in {**parts_of(content), name: changed}.items():
            archive.writestr(one, held)
    return out.getvalue()


def word_of_file(path: Path) -> Word:
    return Document(str(path))


def book_of(sheet: Worksheet) -> Workbook:
    """Return the workbook that a sheet is in."""
    assert sheet.parent is not None
    return sheet.parent
