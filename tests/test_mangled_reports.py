"""Files that are no report, or a mangled one, are told as that, and nothing crashes."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from reformdesk.office.report_places import What
from tests.written_reports import FEW_EXAMPLES, SUFFIXES, Written, checked, in_parts, saved, written_of


@pytest.fixture(scope="module")
def written(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    with written_of(demo, tmp_path_factory.mktemp("checked")) as made:
        yield made


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: saved(Workbook()), "report-without-origin"),
        (lambda: b"", "no-report"),
        (lambda: b'{"format": "reformdesk-report/1", "rounds": [', "report-origin-damaged"),
        (lambda: b'{"format": "reformdesk-report/1"}', "report-without-origin"),
        (lambda: b'{"format": "reformdesk-report/1"' + b'"a":[' * 100_000, "report-origin-damaged"),
        (lambda: b"round,indicator,agency,value,status,note,coverage\r\n\xff\r\n", "report-damaged"),
        (lambda: b"round,indicator,agency,value,status,note,coverage\r\n", "no-round"),
    ],
)
def test_what_is_no_report_is_told(make: Callable[[], bytes], code: str, written: Written, tmp_path: Path) -> None:
    found = checked(make(), tmp_path, written.desk)
    assert found.problem is not None
    assert found.problem.code == code


def test_a_bomb_is_not_opened(written: Written, tmp_path: Path) -> None:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(written.files[".xlsx"])) as source:
        names = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in names.items():
            made.writestr(name, content)
        made.writestr("xl/worksheets/sheet99.xml", b"<c/>" * 80_000_000)
    found = checked(target.getvalue(), tmp_path, written.desk)
    assert found.problem is not None
    assert found.problem.code == "report-too-large"


def test_of_two_parts_with_one_name_none_is_believed(written: Written, tmp_path: Path) -> None:
    target = BytesIO(written.files[".xlsx"])
    with zipfile.ZipFile(target, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr("xl/worksheets/sheet1.xml", made.read("xl/worksheets/sheet1.xml"))
    found = checked(target.getvalue(), tmp_path, written.desk)
    assert found.problem is not None
    assert found.problem.code == "report-damaged"


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet6.xml"])
def test_what_a_sheet_only_points_at_is_read(part: str, written: Written, tmp_path: Path) -> None:
    """The sheets themselves may be what they were, and show something else all the same."""
    before, after = {
        "xl/sharedStrings.xml": ("Chưa thực hiện".encode(), b"Xong"),
        "xl/styles.xml": (rb'formatCode="\[\$-42A\]#,##0"', b'formatCode="&quot;77&quot;#,##0"'),
        "xl/worksheets/sheet6.xml": (rb"<v>2932</v>", b"<v>2934</v>"),
    }[part]
    changed = in_parts(written.files[".xlsx"], re.escape(part), before, after)
    assert not checked(changed, tmp_path, written.desk).sound


@given(data=st.data())
@settings(FEW_EXAMPLES, max_examples=60)
def test_a_mangled_report_never_crashes(data: st.DataObject, written: Written, tmp_path: Path) -> None:
    suffix = data.draw(st.sampled_from(SUFFIXES))
    content = bytearray(written.files[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        match data.draw(st.sampled_from(["flip", "cut", "double"])):
            case "flip":
                content[place] = data.draw(st.integers(0, 255))
            case "cut":
                del content[place : place + data.draw(st.integers(1, 400))]
            case _:
                content[place:place] = content[place : place + 50]
        if not content:
            break
    found = checked(bytes(content), tmp_path, written.desk)
    assert found.sound or found.trouble is not None


@given(data=st.data())
@settings(FEW_EXAMPLES, max_examples=60)
def test_a_report_with_mangled_parts_never_crashes(data: st.DataObject, written: Written, tmp_path: Path) -> None:
    """The container is sound; what lies in it is not."""
    suffix = data.draw(st.sampled_from([".xlsx", ".docx"]))
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(written.files[suffix])) as source, zipfile.ZipFile(target, "w") as made:
        names = source.namelist()
        wanted = data.draw(st.sampled_from(names))
        for name in names:
            content = source.read(name)
            if name == wanted:
                tags = [found.span() for found in re.finditer(rb"<[^>]*>|\d+", content)]
                start, end = data.draw(st.sampled_from(tags)) if tags else (0, len(content))
                content = content[:start] + data.draw(st.sampled_from([b"", b"-1", b"<x>", b"9" * 40])) + content[end:]
            made.writestr(name, content)
    found = checked(target.getvalue(), tmp_path, written.desk)
    assert found.sound or found.trouble is not None


def test_a_paragraph_that_repeats_what_stands_around_a_blank_is_read_in_no_time(
    written: Written, tmp_path: Path
) -> None:
    word = Document(BytesIO(written.files[".docx"]))
    blank = next(one for one in word.paragraphs if "ngày" in one.text and "   " in one.text)
    pieces = [one for one in re.split(r"\s{3,}|[.…]{3,}", blank.text.strip()) if one.strip()]
    word.add_paragraph("".join(f"{piece.strip()} " * 300 for piece in pieces[:-1]) + "?")
    buffer = BytesIO()
    word.save(buffer)
    begun = time.process_time()
    found = checked(buffer.getvalue(), tmp_path, written.desk)
    assert [one.what for one in found.altered] == [What.WORDS]
    # it would not have ended in a day
    assert time.process_time() - begun < 60
