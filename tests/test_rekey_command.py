"""``reformdesk rekey``: the figures in the order in which they are typed once more, as xlsx, CSV and plain text."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reformdesk import rekeying_files
from reformdesk.core import merged, rekeyed, rekeying, store, values, what_counts
from reformdesk.core.rekeying import Carried, Line, Order, Style, Typing
from reformdesk.core.values import Mark, Number, Status, Text
from reformdesk.errors import Mendable
from reformdesk.words import Words
from tests.commands import Command, one_line, unchanged
from tests.core.builders import NOW, number, one
from tests.demo import AGENCY, NEWEST, Said
from tests.office.libreoffice import SOFFICE, converted

HEAD_ROW, FIGURE = 4, 5
ENGLISH = Words("en")
PDFTOTEXT = shutil.which("pdftotext")


def rekey(command: Command, office: Path, target: Path, *more: object) -> Said:
    return command("rekey", "--workspace", office, "--to", target, "--lang", "en", *more)


def table(content: bytes) -> list[list[object]]:
    (sheet,) = load_workbook(BytesIO(content)).worksheets
    return [list(row) for row in sheet.iter_rows(min_row=HEAD_ROW + 1, values_only=True)]


def totals(office: Path) -> dict[str, values.Value]:
    with store.open_workspace(office) as workspace:
        (part,) = merged.consolidated(workspace, [NEWEST])
    return {name: total.value for name, total in part.totals.items()}


def test_the_workbook_has_the_totals_as_numbers_in_the_printed_order(
    command: Command, office: Path, tmp_path: Path
) -> None:
    target = tmp_path / "nhập lại.xlsx"
    with unchanged(office):
        said = rekey(command, office, target)
    assert (said.code, said.err) == (0, "")
    rows, wanted = table(target.read_bytes()), totals(office)
    figures = [row[FIGURE - 1] for row in rows]
    for row, value in zip(figures, wanted.values(), strict=True):
        if isinstance(value, Number):
            assert Decimal(str(row)) == value.amount
        else:
            assert row is None
    assert [row[0] for row in rows] == [str(place) for place in range(1, len(wanted) + 1)]
    assert all((row[FIGURE - 1] is None) is (row[FIGURE] is not None) for row in rows)


def test_csv_has_each_figure_as_it_is_typed(command: Command, office: Path, tmp_path: Path) -> None:
    target = tmp_path / "rekey.csv"
    said = rekey(command, office, target, "--round", "2023", "--style", "grouped", "--percent")
    assert (said.code, said.err) == (0, "")
    rows = list(csv.reader(StringIO(target.read_bytes().decode("utf-8-sig"))))
    with store.open_workspace(office) as workspace:
        sheet = rekeyed.read(workspace, "2023")
    typing = Typing(Style.GROUPED, percent=True)
    assert [row[FIGURE - 1] for row in rows[1:]] == [
        rekeying.typed(line.value, line.indicator, typing) for line in sheet.lines
    ]
    assert any("." in row[FIGURE - 1] for row in rows[1:])
    assert any(row[FIGURE - 1].endswith("%") for row in rows[1:])


def test_plain_text_has_a_line_for_each_in_a_given_order_and_tells_what_is_not_known(
    command: Command, office: Path, tmp_path: Path
) -> None:
    order = tmp_path / "thứ tự.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cell in ("Chỉ tiêu", "Số lượng chữ ký số", 7.13, "legal-documents-issued", "Không có ở đây"):
        sheet.append([cell])
    book.save(order)
    target = tmp_path / "rekey.txt"
    said = rekey(command, office, target, "--order", order, "--only-listed")
    assert said.code == 0
    assert said.err.splitlines() == [
        "line 1: no indicator is called so: Chỉ tiêu",
        "line 5: no indicator is called so: Không có ở đây",
    ]
    lines = target.read_bytes().decode("utf-8-sig").splitlines()
    assert [line.partition("\t")[0] for line in lines[1:]] == ["7.5", "7.13", "2.1"]
    with store.open_workspace(office) as workspace:
        assert rekeyed.kept_order(workspace) is None


def test_a_text_list_may_be_in_the_coding_of_an_old_notepad(command: Command, office: Path, tmp_path: Path) -> None:
    order = tmp_path / "order.txt"
    order.write_text("Số lượng chữ ký số\r\n2.1\r\n", "utf-16")
    target = tmp_path / "rekey.txt"
    assert rekey(command, office, target, "--order", order).code == 0
    lines = target.read_bytes().decode("utf-8-sig").splitlines()
    assert [line.partition("\t")[0] for line in lines[1:3]] == ["7.5", "2.1"]
    assert len(lines) == len(totals(office)) + 1


def test_one_agency_has_what_it_owes_alone(command: Command, office: Path, tmp_path: Path) -> None:
    target = tmp_path / "rekey.xlsx"
    assert rekey(command, office, target, "--agency", AGENCY).code == 0
    with store.open_workspace(office) as workspace:
        sheet = rekeyed.read(workspace, NEWEST, AGENCY)
        answers = what_counts.submitted(workspace, NEWEST, AGENCY)[AGENCY].answers
    assert len(table(target.read_bytes())) == len(sheet.lines) == len(sheet.round.owed(AGENCY))
    assert [line.value for line in sheet.lines] == [answers[line.key] for line in sheet.lines]


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (("--to", "x.pdf"), 2, ("x.pdf",)),
        (("--agency", "nobody"), 1, ("nobody",)),
        (("--round", "1999"), 1, ("1999",)),
        (("--order", "gone.txt"), 1, ("gone.txt",)),
        (("--style", "roman"), 2, ("--help",)),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line_and_nothing_is(
    command: Command, office: Path, tmp_path: Path, given: tuple[str, str], code: int, words: tuple[str, ...]
) -> None:
    target = tmp_path / "out.txt"
    one_line(rekey(command, office, target, *given), code, *words)
    assert not target.exists()


def test_an_order_of_nothing_is_refused(command: Command, office: Path, tmp_path: Path) -> None:
    order = tmp_path / "order.txt"
    order.write_text("\n\n", "utf-8")
    one_line(rekey(command, office, tmp_path / "out.txt", "--order", order), 1, "order.txt")


def line(value: values.Value, kind: str = "count") -> Line:
    return Line("n", 1, "1.1", one(kind), value)


def test_what_is_no_figure_says_what_to_choose() -> None:
    said: dict[values.Value, str] = {
        Status.BLANK: "Leave empty: nothing entered",
        Status.NOT_DONE: "Choose “Not yet carried out”",
        Status.NOT_APPLICABLE: "Choose “Not applicable”",
        Mark(held=True): "Choose “Yes (x)”",
        Mark(held=False): "Choose “No (0)”",
        Text("=1+1"): "Type the words: =1+1",
        number("1"): "",
    }
    assert {value: rekeying_files.choice(value, ENGLISH) for value in said} == said


def test_a_change_since_is_told_with_both_figures() -> None:
    typing = Typing(Style.GROUPED)
    changed = replace(line(number("1240")), carried=Carried(number("1234"), "2024-07-08T01:00:00Z"))
    assert rekeying_files.how_far(changed, typing, ENGLISH) == "Carried over 1.234, now 1.240"
    emptied = replace(line(number("5")), carried=Carried(Status.BLANK, "2024-07-08T01:00:00Z"))
    assert rekeying_files.how_far(emptied, typing, ENGLISH) == "Carried over empty, now 5"
    assert rekeying_files.how_far(changed.carry("x"), typing, ENGLISH) == "Carried over"
    assert rekeying_files.how_far(line(number("5")), typing, ENGLISH) == ""


def test_words_that_begin_like_a_formula_stay_words_and_negative_figures_stay_figures(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        sheet = rekeyed.read(workspace, NEWEST)
    named = replace(one("count"), name=replace(one("count").name, vi="=HYPERLINK(1)"))
    odd = replace(sheet, lines=(replace(line(number("-5")), indicator=named),))
    (cells,) = list(csv.reader(StringIO(rekeying_files.as_file("a.csv", odd, Typing(), Words("vi")).decode())))[1:]
    assert (cells[2], cells[4]) == ("'=HYPERLINK(1)", "-5")
    content = rekeying_files.as_file("a.xlsx", odd, Typing(), Words("vi"))
    (page,) = load_workbook(BytesIO(content)).worksheets
    cell = page.cell(row=HEAD_ROW + 1, column=3)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=HYPERLINK(1)", "s", True)
    assert page.cell(row=HEAD_ROW + 1, column=FIGURE).value == -5


def test_what_is_to_be_known_stands_beside_the_figure_and_what_was_carried_over_behind_it(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        rekeyed.keep_order(workspace, Order(("digital-signatures",)), NOW)
        (first, *_) = rekeyed.read(workspace, NEWEST).lines
        rekeyed.carry(workspace, NEWEST, rekeyed.WHOLE, first.key, Carried(first.value, "2024-07-08T01:00:00Z"), NOW)
        sheet = rekeyed.read(workspace, NEWEST)
    rows = table(rekeying_files.as_file("a.xlsx", sheet, Typing(), ENGLISH))
    assert (rows[0][1], rows[0][7]) == ("7.5", "Carried over")
    assert [str(row[6]).startswith("Not in the list.") for row in rows] == [False, *[True] * (len(rows) - 1)]
    other = replace(sheet, lines=(line(Number(Decimal(3), "tổ")),))
    ((*_, note, _),) = table(rekeying_files.as_file("a.xlsx", other, Typing(), ENGLISH))
    assert note == "Reported in “tổ”, asked for in “pieces”."
    with pytest.raises(Mendable, match="unknown-type"):
        rekeying_files.as_file("a.docx", sheet, Typing(), ENGLISH)


def test_a_row_is_as_high_as_its_words_need(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        sheet = rekeyed.read(workspace, NEWEST)
    content = rekeying_files.as_file("a.xlsx", sheet, Typing(), Words("vi"))
    (page,) = load_workbook(BytesIO(content)).worksheets
    width = page.column_dimensions["C"].width
    for row in range(HEAD_ROW + 1, page.max_row + 1):
        height = page.row_dimensions[row].height
        assert height is not None
        assert height >= 15 * len(str(page.cell(row=row, column=3).value)) / width
    assert page.row_dimensions[HEAD_ROW + 1].height == 15


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (Debian: libreoffice-calc-nogui) is not installed")
@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext (Debian: poppler-utils) is not installed")
def test_on_paper_every_name_is_whole_and_every_figure_stands_there(
    command: Command, office: Path, tmp_path: Path
) -> None:
    target = tmp_path / "rekey.xlsx"
    assert command("rekey", "--workspace", office, "--to", target, "--lang", "vi").code == 0
    made = converted(target, "pdf", tmp_path)
    done = subprocess.run([str(PDFTOTEXT), made, "-"], check=True, capture_output=True, timeout=60)
    # lines of neighbouring cells come mixed
    words = Counter(done.stdout.decode().split())
    with store.open_workspace(office) as workspace:
        sheet = rekeyed.read(workspace, NEWEST)
    assert Counter(word for line in sheet.lines for word in line.indicator.name.vi.split()) - words == Counter()
    figures = [f"{line.value.amount:,f}" for line in sheet.lines if isinstance(line.value, Number)]
    assert Counter(figures) - words == Counter()
