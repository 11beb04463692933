"""A report in the office's own letterhead is checked: at a desk that keeps the letterhead, and at one that does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from reformdesk.core import office_files, origin, reporting, store
from reformdesk.core.report import Letterhead
from reformdesk.core.store import Workspace
from reformdesk.office import export
from reformdesk.report_checking import ReportCheck, check_report
from tests.core.builders import NOW
from tests.demo import NEWEST, copy_of_office
from tests.office.letterheads import bare, office_s_own

WRITTEN_ON = date(2024, 7, 8)


@pytest.fixture
def desk(demo: Path, tmp_path: Path) -> Iterator[Workspace]:
    with store.open_workspace(copy_of_office(demo, tmp_path / "desk")) as workspace:
        yield workspace


def set_in(desk: Workspace, content: bytes) -> bytes:
    report = replace(reporting.read(desk, [NEWEST]), letterhead=Letterhead("mẫu.docx", content), dated=WRITTEN_ON)
    return export.render("r.docx", report)


def checked(desk: Workspace, content: bytes, folder: Path) -> ReportCheck:
    path = folder / "r.docx"
    path.write_bytes(content)
    return check_report(path, desk)


def retold(content: bytes, before: str, after: str) -> bytes:
    """Write other words in the place of a paragraph's."""
    word = Document(BytesIO(content))
    paragraph = next(one for one in word.paragraphs if before in one.text)
    paragraph.runs[0].text = paragraph.text.replace(before, after)
    for run in paragraph.runs[1:]:
        run.text = ""
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("content", [office_s_own(), bare()])
def test_nobody_touched_it(content: bytes, desk: Workspace, tmp_path: Path) -> None:
    written = set_in(desk, content)
    apart = checked(desk, written, tmp_path)
    assert (apart.altered, apart.sound, apart.framed) == ((), True, True)
    office_files.put(desk, office_files.LETTERHEAD, "mẫu.docx", content, NOW)
    kept = checked(desk, written, tmp_path)
    assert (kept.altered, kept.sound, kept.framed) == ((), True, False)


def test_another_letterhead_was_kept_since(desk: Workspace, tmp_path: Path) -> None:
    written = set_in(desk, office_s_own())
    office_files.put(desk, office_files.LETTERHEAD, "khác.docx", bare(), NOW)
    found = checked(desk, written, tmp_path)
    assert (found.altered, found.framed) == ((), True)


def test_a_report_without_one_is_sound_where_one_was_kept_since(desk: Workspace, tmp_path: Path) -> None:
    written = export.render("r.docx", reporting.read(desk, [NEWEST]))
    office_files.put(desk, office_files.LETTERHEAD, "mẫu.docx", office_s_own(), NOW)
    found = checked(desk, written, tmp_path)
    assert (found.altered, found.sound, found.framed) == ((), True, False)


@pytest.mark.parametrize("keeps", [True, False])
def test_a_figure_in_the_text_is_named_and_nothing_else(desk: Workspace, tmp_path: Path, *, keeps: bool) -> None:
    written = set_in(desk, office_s_own())
    if keeps:
        office_files.put(desk, office_files.LETTERHEAD, "mẫu.docx", office_s_own(), NOW)
    found = checked(desk, retold(written, "là 1.455 TTHC", "là 1.555 TTHC"), tmp_path)
    (one,) = found.altered
    assert "1.555" in one.printed
    assert "1.455" in one.expected
    assert not found.sound


def test_a_figure_in_a_table_is_named_where_the_letterhead_is_not_kept(desk: Workspace, tmp_path: Path) -> None:
    word = Document(BytesIO(set_in(desk, office_s_own())))
    cell = next(cell for table in word.tables for cell in table._cells if cell.text == "1.455")
    cell.paragraphs[0].runs[0].text = "1.555"
    buffer = BytesIO()
    word.save(buffer)
    (one,) = checked(desk, buffer.getvalue(), tmp_path).altered
    assert (one.printed, one.expected) == ("1.555", "1.455")


def test_words_in_a_kept_letterhead_are_compared(desk: Workspace, tmp_path: Path) -> None:
    written = set_in(desk, office_s_own())
    office_files.put(desk, office_files.LETTERHEAD, "mẫu.docx", office_s_own(), NOW)
    found = checked(desk, retold(written, "Nơi nhận: như trên", "Nơi nhận: không ai"), tmp_path)
    (one,) = found.altered
    assert "không ai" in one.printed


def test_the_origin_of_a_document_names_its_letterhead(desk: Workspace) -> None:
    report = replace(reporting.read(desk, [NEWEST]), letterhead=Letterhead("mẫu.docx", bare()), dated=WRITTEN_ON)
    made = origin.of_document(report)
    assert made.letterhead == Letterhead("khác.docx", bare()).digest
    assert origin.parse(origin.as_json(made)) == made
    assert origin.of(report).letterhead == ""
    with pytest.raises(ValueError, match="no digest"):
        origin.parse(origin.as_json(made).replace(made.letterhead.encode(), b"8/7/2024"))
