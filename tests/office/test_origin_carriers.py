"""What a report was made from stands in it: as a sheet, as a part of the document, as a member; and is read back."""

from __future__ import annotations

import json
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from reformdesk.core import closings, origin, reporting, store
from reformdesk.core.closing_document import Counted, State
from reformdesk.core.origin import Origin, RoundOrigin
from reformdesk.core.report import Report
from reformdesk.office import export, origin_part, origin_sheet
from tests.core.builders import NOW
from tests.demo import NEWEST
from tests.office.libreoffice import SOFFICE, Hand, converted

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture
def report(office: Path) -> Report:
    """The report of a province with a round that is closed and one that was reopened."""
    with store.open_workspace(office) as desk:
        closings.close(desk, NEWEST, "", "Thu", NOW)
        closings.close(desk, "2023", "", "Thu", NOW)
        closings.reopen(desk, "2023", "nộp muộn", "Thu", NOW)
        read = reporting.read(desk)
        return Report.of(list(read.whole()), read.state)


def _made_up() -> Origin:
    """Return an origin with all that there may be in one."""
    one = RoundOrigin(
        "2024-h1",
        "1" * 64,
        {"so-a": Counted("a" * 64, 3, True, False), "so-b": Counted("b" * 64, 12, False, True)},
        ("c" * 64, "d" * 64),
        "",
        State.CONTESTED,
        ("e" * 64, "f" * 64),
        "=6 tháng",
        {"so-a": "+Sở A", "so-b": "Sở B"},
    )
    return Origin("0" * 64, (replace(one, id="2024", stand=State.CLOSED), replace(one, counted={}, decisions=()), one))


def _sheet(made: Origin, *, write_only: bool) -> bytes:
    book = Workbook(write_only=write_only)
    origin_sheet.add(book, made)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("write_only", [False, True])
@pytest.mark.parametrize("read_only", [False, True])
def test_the_sheet_is_read_back(write_only: bool, read_only: bool) -> None:
    made = Origin("0" * 64, _made_up().rounds[:2])
    content = _sheet(made, write_only=write_only)
    assert origin_sheet.read(load_workbook(BytesIO(content), read_only=read_only)) == made
    cells = [cell for row in load_workbook(BytesIO(content))[origin_sheet.SHEET].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert {"+Sở A", "=6 tháng"} <= {cell.value for cell in cells}


def test_every_kind_of_report_carries_it(report: Report) -> None:
    made = origin.of(report)
    assert [one.stand for one in made.rounds] == [State.OPEN] * 3 + [State.REOPENED, State.CLOSED]
    book = load_workbook(BytesIO(export.render("r.xlsx", report)))
    assert book.sheetnames[-1] == origin_sheet.SHEET
    assert origin_sheet.read(book) == made
    document = export.render("r.docx", report)
    assert origin_part.read(document) == made
    assert Document(BytesIO(document)).paragraphs[-1].text.endswith(made.state)
    assert origin.from_wire(json.loads(export.render("r.json", report))["origin"]) == made


def test_what_carries_none_has_none() -> None:
    assert origin_sheet.read(Workbook()) is None
    buffer = BytesIO()
    Document().save(buffer)
    assert origin_part.read(buffer.getvalue()) is None


@pytest.mark.parametrize(
    ("address", "value"),
    [("B3", "0" * 63), ("B3", None), ("E8", "x"), ("B8", "Chốt"), ("A8", "2099"), ("D21", "hai"), ("E21", 5)],
)
def test_a_mangled_sheet_says_nothing(address: str, value: str | int | None, report: Report) -> None:
    book = load_workbook(BytesIO(export.render("r.xlsx", report)))
    sheet = book[origin_sheet.SHEET]
    assert sheet["D21"].value == "1"
    sheet[address] = value
    with pytest.raises(ValueError, match=r"."):
        origin_sheet.read(book)


@pytest.mark.parametrize(
    ("before", "after"), [(b'"state":"', b'"state":"x'), (b'"counted":{', b'"counted":{"a":1,'), (b"-origin/1", b"/9")]
)
def test_a_mangled_part_says_nothing(before: bytes, after: bytes, report: Report) -> None:
    mangled = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(export.render("r.docx", report))) as source,
        zipfile.ZipFile(mangled, "w") as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(before, after))
    with pytest.raises(ValueError, match=r"."):
        origin_part.read(mangled.getvalue())


def test_a_part_that_asks_for_files_gets_none(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("{}")
    text = f'<!DOCTYPE o [<!ENTITY e SYSTEM "{secret.as_uri()}">]><origin xmlns="urn:reformdesk:origin:1">&e;</origin>'
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        target.writestr("customXml/item1.xml", text)
    with pytest.raises(ValueError, match=r"."):
        origin_part.read(made.getvalue())


@needs_libreoffice
def test_a_document_saved_again_still_says_it(report: Report, tmp_path: Path) -> None:
    source = tmp_path / "a" / "r.docx"
    source.parent.mkdir()
    source.write_bytes(export.render("r.docx", report))
    assert origin_part.read(converted(source, "docx", tmp_path).read_bytes()) == origin.of(report)


@needs_libreoffice
def test_a_workbook_saved_again_still_says_it(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    path.write_bytes(export.render("r.xlsx", report))
    try:
        hand = Hand(tmp_path / "libreoffice")
    except subprocess.SubprocessError as problem:
        pytest.skip(f"LibreOffice does not start here: {problem}")
    hand.work(path, [])
    assert origin_sheet.read(load_workbook(path)) == origin.of(report)
