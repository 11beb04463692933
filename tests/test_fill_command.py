"""``reformdesk fill``: a form of the ministry's is filled, and what could not be is listed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reformdesk.cli import DONE, REFUSED, WRONG_USAGE
from tests.demo import NEWEST, Said
from tests.office.filled_forms import cells, document, word_of_file

PRESENT = "civil-servants-present"
Command = Callable[..., Said]


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form with three placeholders, of which one means nothing."""
    path = tmp_path / "Biểu của Bộ.xlsx"
    path.write_bytes(cells(A1=f"{{{{{PRESENT}}}}}", A2=f"{{{{{PRESENT}; 2023}}}}", A3="{{khong-co}}"))
    return path


def test_a_form_is_filled_and_what_was_left_is_listed(
    form: Path, office: Path, tmp_path: Path, command: Command
) -> None:
    before, target = form.read_bytes(), tmp_path / "gửi.xlsx"
    said = command("fill", "--workspace", office, "--form", form, "--to", target)
    assert said.code == REFUSED
    assert said.out.splitlines()[0] == f"Filled 2 of 3 placeholders: {target}"
    assert said.out.splitlines()[1].startswith("Sheet, cell A3".replace("Sheet", "Biểu 1") + ": {{khong-co}}: ")
    assert form.read_bytes() == before
    sheet = load_workbook(target).worksheets[0]
    assert isinstance(sheet["A1"].value, int)
    assert sheet["A3"].value == "{{khong-co}}"


def test_the_same_for_a_script(form: Path, office: Path, tmp_path: Path, command: Command) -> None:
    said = command("fill", "--workspace", office, "--form", form, "--to", tmp_path / "a.xlsx", "--json")
    found = json.loads(said.out)
    assert [(one["at"], one["indicator"], one["round"]) for one in found["filled"]] == [
        ("A1", PRESENT, NEWEST),
        ("A2", PRESENT, "2023"),
    ]
    assert [(one["at"], one["placeholder"], one["reason"]) for one in found["left"]] == [
        ("A3", "{{khong-co}}", "unknown-indicator")
    ]


def test_the_period_is_the_newest_of_the_rounds_that_are_named(office: Path, tmp_path: Path, command: Command) -> None:
    form, target = tmp_path / "a.docx", tmp_path / "b.docx"
    form.write_bytes(document(lambda word: word.add_paragraph(f"{{{{{PRESENT}}}}} {{{{{PRESENT}; kỳ trước}}}}")))
    said = command("fill", "--workspace", office, "--form", form, "--to", target, "--rounds", "2021,2022")
    assert said.code == DONE
    values = command("fill", "--workspace", office, "--form", form, "--to", target, "--rounds", "2022,2021", "--json")
    assert word_of_file(target).paragraphs[-1].text == " ".join(one["text"] for one in json.loads(values.out)["filled"])
    assert [one["round"] for one in json.loads(values.out)["filled"]] == ["2022", "2021"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_list_of_placeholders_is_a_form_itself(
    language: str, office: Path, tmp_path: Path, command: Command
) -> None:
    """Every placeholder of the list is filled with the value that the list has beside it."""
    listed, target = tmp_path / "danh-sach.xlsx", tmp_path / "đã điền.xlsx"
    assert command("fill", "--lang", language, "--workspace", office, "--list", "--to", listed).code == DONE
    said = command("fill", "--workspace", office, "--form", listed, "--to", target, "--json")
    left = json.loads(said.out)["left"]
    assert {one["reason"] for one in left} == {"blank"}
    before, after = (load_workbook(path).worksheets[0] for path in (listed, target))
    assert before.max_row == 84
    for row in range(5, before.max_row + 1):
        _, _, _, _, placeholder, printed, value = (cell.value for cell in before[row])
        filled = after.cell(row, 5).value
        assert (filled == placeholder) == (value is None), row
        assert value is None or str(filled) in (str(value), str(value).removesuffix("%")), row
        assert printed is None or (after.cell(row, 6).value == filled) or value is None, row


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--list", "--form", "a.xlsx"), WRONG_USAGE),
        ((), WRONG_USAGE),
        (("--form", "không có.xlsx"), REFUSED),
    ],
)
def test_wrong_usage_is_told(
    arguments: tuple[str, ...], code: int, office: Path, tmp_path: Path, command: Command
) -> None:
    said = command("fill", "--workspace", office, *arguments, "--to", tmp_path / "b.xlsx")
    assert (said.code, said.out) == (code, "")
    assert len(said.err.splitlines()) == 1


def test_the_form_is_never_written_over(form: Path, office: Path, command: Command) -> None:
    before = form.read_bytes()
    said = command("fill", "--workspace", office, "--form", form, "--to", form)
    assert said.code == REFUSED
    assert form.read_bytes() == before
    assert command("fill", "--workspace", office, "--form", form, "--to", form.with_suffix(".docx")).code == REFUSED
