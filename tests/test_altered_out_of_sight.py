"""A report altered out of sight: beyond the end that a sheet states, by signs and formulas, in a table in a cell."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reformdesk.core import reporting, store
from reformdesk.core.consolidation import Total
from reformdesk.core.report import Report
from reformdesk.core.store import Workspace
from reformdesk.office import export
from reformdesk.office.report_places import What
from reformdesk.report_checking import ReportCheck, check_report
from tests.demo import NEWEST, Said, copy_of_office

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


@pytest.fixture
def desk(demo: Path, tmp_path: Path) -> Iterator[Workspace]:
    with store.open_workspace(copy_of_office(demo, tmp_path / "desk")) as workspace:
        yield workspace


def checked(desk: Workspace, content: bytes, folder: Path) -> ReportCheck:
    path = folder / "r"
    path.write_bytes(content)
    return check_report(path, desk)


@pytest.mark.parametrize("column", ["C", "XFA"])
@pytest.mark.parametrize("far", [200, 3000])
def test_a_figure_beyond_the_end_that_a_sheet_states_is_named(
    column: str, far: int, desk: Workspace, tmp_path: Path
) -> None:
    printed = export.render("r.xlsx", reporting.read(desk, [NEWEST]))
    row = f'<row r="{far}"><c r="{column}{far}"><v>98765</v></c></row>'
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(printed)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                assert re.search(rb"<dimension ", content)
                content = content.replace(b"</sheetData>", row.encode() + b"</sheetData>")
            new.writestr(part, content)
    (one,) = checked(desk, made.getvalue(), tmp_path).altered
    assert (one.what, one.table, one.where) == (What.ROW_ADDED, "1", str(far))


@pytest.mark.parametrize(
    "added",
    [
        f'<w:r {nsdecls("w")}><w:sym w:font="Times New Roman" w:char="0037"/></w:r>',
        f"<m:oMath {MATH}><m:r><m:t>7</m:t></m:r></m:oMath>",
        None,
    ],
)
def test_a_sign_a_formula_or_a_table_beside_a_figure_is_named(
    added: str | None, desk: Workspace, tmp_path: Path
) -> None:
    word = Document(BytesIO(export.render("r.docx", reporting.read(desk, [NEWEST]))))
    cell = next(cell for table in word.tables for cell in table._cells if cell.text == "1.455")
    if added is None:
        cell.add_table(1, 1).cell(0, 0).text = "7"
    else:
        cell.paragraphs[0]._p.append(parse_xml(added))
    made = BytesIO()
    word.save(made)
    (one,) = checked(desk, made.getvalue(), tmp_path).altered
    assert one.expected == "1.455"
    assert one.printed != "1.455"


def test_a_list_that_is_not_of_today_is_not_called_altered(desk: Workspace, tmp_path: Path) -> None:
    report = reporting.read(desk, [NEWEST])
    (part,) = report.whole()
    name, total = next((name, one) for name, one in part.totals.items() if one.shares)
    earlier: dict[str, Total] = {**part.totals, name: replace(total, value=part.totals["civil-servants-present"].value)}
    printed = export.render("r.csv", Report.of([replace(part, totals=earlier)], report.state))
    found = checked(desk, printed, tmp_path)
    assert found.altered
    assert found.trouble is not None
    assert found.trouble.code == "list-differs"


@pytest.mark.parametrize(
    ("verb", "option", "name"), [("report", "--letterhead", "mẫu.docx"), ("rekey", "--order", "thứ tự.csv")]
)
def test_what_is_read_is_not_written_over(
    verb: str, option: str, name: str, office: Path, tmp_path: Path, command: Callable[..., Said]
) -> None:
    source = tmp_path / name
    if source.suffix == ".docx":
        Document().save(str(source))
    else:
        source.write_text("1.1\n", "utf-8")
    before = source.read_bytes()
    link = tmp_path / f"link{source.suffix}"
    link.symlink_to(source)
    for target in (source, link):
        said = command(verb, "--workspace", office, option, source, "--to", target)
        assert said.code == 1
        assert target.name in said.err
    assert source.read_bytes() == before
