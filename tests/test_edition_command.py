"""``reformdesk edition``: lists from workbooks taken into the draft, or refused with every row and reason."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from string import Formatter

import pytest
from openpyxl import Workbook, load_workbook

import reformdesk
from reformdesk.core import edition_draft, founding, store
from reformdesk.core.catalogue import Severity
from reformdesk.core.edition_draft import Draft
from reformdesk.core.listed_rows import Problem
from reformdesk.edition_sentences import EDITION_ERRORS
from reformdesk.list_files import in_order, say
from reformdesk.list_sentences import LISTS
from reformdesk.words import LANGUAGES, Words
from tests.commands import Command, one_line

NOW = datetime(2025, 6, 2, 3, 0, tzinfo=UTC)
MERGED = ("Sở Nông nghiệp và PTNT", "Sở Tài nguyên và Môi trường")
AGENCY_HEADS = ("TT", "Tên đơn vị", "Khối", "Từ ngày", "Đến ngày", "Sáp nhập vào")
INDICATOR_HEADS = ("Bảng", "STT", "Chỉ tiêu", "Loại số liệu", "Đơn vị báo cáo")

NOBODY = "“Sở Tư phap và gì đó” không phải là đơn vị hay nhóm đơn vị nào."
NO_KIND = (
    "“Số nguyn” không phải là một trong các từ “Số nguyên”, “Số thập phân”, “Tỷ lệ %”, “Tỷ lệ % từng khối”, "
    "“x / 0”, “Bằng chữ”."
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "home-affairs.rdesk"
    founding.found(path, "tỉnh Minh Sơn", founding.template_agencies(), NOW).close()
    return path


def draft_of(office: Path) -> Draft | None:
    with store.open_workspace(office) as workspace:
        return edition_draft.current(workspace)


def edition(command: Command, office: Path, *more: object) -> tuple[int, str, str]:
    said = command("edition", "--workspace", office, "--lang", "vi", *more)
    return said.code, said.out, said.err


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def test_a_list_of_agencies_is_taken_into_a_draft_that_is_begun(command: Command, office: Path, tmp_path: Path) -> None:
    listed = workbook(
        tmp_path / "đơn vị 2025.xlsx",
        ("SẮP XẾP TỔ CHỨC",),
        AGENCY_HEADS,
        (1, "Sở Nông nghiệp và Môi trường", "Sở, ban, ngành", date(2025, 3, 1)),
        *((2, name, "Sở, ngành", None, "28/02/2025", "Sở Nông nghiệp và Môi trường") for name in MERGED),
    )
    assert edition(command, office, "--agencies", listed) == (
        0,
        "đơn vị 2025.xlsx: đã đưa vào bản thảo bộ chỉ tiêu.\n",
        "",
    )
    draft = draft_of(office)
    assert draft is not None
    before, after = (
        [agency.name for agency in draft.edition.register.at(day)] for day in (date(2025, 2, 28), date(2025, 3, 1))
    )
    assert set(before) - set(after) == set(MERGED)
    assert set(after) - set(before) == {"Sở Nông nghiệp và Môi trường"}
    code, out, err = edition(command, office, "--agencies", listed)
    assert (code, err) == (0, "")
    assert "không có gì khác" in out
    with store.open_workspace(office) as workspace:
        edition_draft.undo(workspace)
        again = edition_draft.current(workspace)
    assert again is not None
    assert again.edition.register == draft.base.register


def test_a_form_is_written_filled_in_and_taken(command: Command, office: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    for kind in ("agencies", "indicators"):
        assert edition(command, office, f"--{kind}-form", form)[0] == 0
        assert "không có gì khác" in edition(command, office, f"--{kind}", form)[1]
        assert draft_of(office) is None
    book = load_workbook(form)
    sheet = book["Chỉ tiêu"]
    heads = {str(cell.value).rstrip(" *"): column for column, cell in enumerate(sheet[4], 1)}
    row = next(cells[0].row for cells in sheet.iter_rows(min_row=5) if cells[0].value == "digital-signatures")
    sheet.cell(row, heads["Tên chỉ tiêu"]).value = "Số chữ ký số đã cấp"
    sheet.cell(row, heads["Đơn vị báo cáo"]).value = "Sở Khoa học và Công nghệ"
    book.save(form)
    assert edition(command, office, "--indicators", form)[0] == 0
    draft = draft_of(office)
    assert draft is not None
    own = draft.edition.indicators["digital-signatures"]
    assert (own.name.vi, own.reporter.agency) == ("Số chữ ký số đã cấp", "so-khoa-hoc-va-cong-nghe")
    code, out, _ = edition(command, office, "--show")
    assert code == 0
    assert "Số chữ ký số đã cấp" in out
    assert "Sở Khoa học và Công nghệ" in out
    shown = json.loads(edition(command, office, "--show", "--json")[1])
    assert {one["indicator"] for one in shown["changes"]} == {"digital-signatures"}
    assert all(one["message"] for one in shown["changes"])
    assert {one["severity"] for one in shown["problems"]} == {"warning"}
    assert edition(command, office, "--discard")[0] == 0
    assert draft_of(office) is None
    one_line(command("edition", "--workspace", office, "--lang", "en", "--discard"), 1, "draft")


def test_a_draft_that_cannot_be_handed_out_is_shown_with_what_is_wrong(
    command: Command, office: Path, tmp_path: Path
) -> None:
    heads = (*INDICATOR_HEADS, "Mã chỉ tiêu", "Thôi dùng")
    retired = ("7", "5", "Số lượng chữ ký số", "", "", "feedback-received", "x")
    listed = workbook(tmp_path / "list.xlsx", heads, retired)
    assert edition(command, office, "--indicators", listed)[0] == 0
    code, out, err = edition(command, office, "--show")
    assert code == 1
    assert out
    shown = edition(command, office, "--show", "--json")
    assert shown[0] == 1
    assert any(one["rule"] for one in json.loads(shown[1])["problems"] if one["severity"] == "error")
    assert len(err.splitlines()) == len(json.loads(shown[1])["problems"])


def test_a_bad_list_is_refused_with_every_row_and_reason_and_nothing_is_taken(
    command: Command, office: Path, tmp_path: Path
) -> None:
    listed = workbook(
        tmp_path / "chỉ tiêu.xlsx",
        INDICATOR_HEADS,
        ("2", 8, "Chỉ tiêu một", "Số nguyên", "Sở Tư pháp"),
        ("2", 8, "Chỉ tiêu hai", "Số nguyên", "Sở Tư phap và gì đó"),
        ("2", 9.1, "Chỉ tiêu ba", "Số nguyn", "Sở Tư pháp"),
        ("2", 8, "Chỉ tiêu bốn", "Số nguyên", "Sở Tư pháp"),
    )
    code, out, err = edition(command, office, "--indicators", listed)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        f"trang tính “Sheet”, dòng 3, cột “Đơn vị báo cáo”: {NOBODY}",
        f"trang tính “Sheet”, dòng 4, cột “Loại số liệu”: {NO_KIND}",
        "trang tính “Sheet”, dòng 5, cột “STT”: Số 8 đã có ở dòng 2, cùng một mục.",
        "chỉ tiêu.xlsx: không được nhận, chưa đưa gì vào. Hãy sửa rồi thử lại.",
    ]
    assert draft_of(office) is None
    code, out, err = edition(command, office, "--indicators", listed, "--json")
    found = json.loads(out)
    assert (code, err, found["result"]) == (1, "", "refused")
    assert [(one["code"], one["row"]) for one in found["problems"]] == [
        ("list-reporter-unknown", 3),
        ("list-choice-unknown", 4),
        ("list-number-twice", 5),
    ]
    assert found["problems"][0] == {
        "severity": "error",
        "code": "list-reporter-unknown",
        "sheet": "Sheet",
        "row": 3,
        "column": "Đơn vị báo cáo",
        "message": NOBODY,
    }


def refused_with_each_the_other_s_heir(command: Command, office: Path, folder: Path, end: str) -> str:
    """Return what is said of a list in which two agencies succeed each other, the second one's ``end`` given."""
    listed = workbook(
        folder / "heirs.xlsx",
        AGENCY_HEADS,
        (1, "Sở Y tế", "Sở, ngành", None, "28/02/2025", "Sở Công Thương"),
        (2, "Sở Công Thương", "Sở, ngành", None, end, "Sở Y tế"),
    )
    code, out, err = edition(command, office, "--agencies", listed)
    assert (code, out) == (1, "")
    return err


def test_a_circle_of_successors_is_refused_at_its_rows(command: Command, office: Path, tmp_path: Path) -> None:
    err = refused_with_each_the_other_s_heir(command, office, tmp_path, "28/02/2025")
    rows = [line for line in err.splitlines() if "→" in line]
    assert ["dòng 2" in rows[0], "dòng 3" in rows[1]] == [True, True]
    assert draft_of(office) is None


def test_a_successor_that_is_gone_by_then_is_refused_at_the_row_that_names_it(
    command: Command, office: Path, tmp_path: Path
) -> None:
    err = refused_with_each_the_other_s_heir(command, office, tmp_path, "30/06/2025")
    assert err.splitlines()[:-1] == [
        "trang tính “Sheet”, dòng 3: Ngày 01/07/2025 không có Sở Y tế: hãy chọn ngày khác hoặc cơ quan khác."
    ]
    assert draft_of(office) is None


def test_what_is_no_list_is_one_line(command: Command, office: Path, tmp_path: Path) -> None:
    none = tmp_path / "none.xlsx"
    one_line(command("edition", "--workspace", office, "--agencies", none), 1, "none.xlsx")
    none.write_text("no workbook", encoding="utf-8")
    one_line(command("edition", "--workspace", office, "--indicators", none), 1, "none.xlsx")
    one_line(command("edition", "--workspace", office, "--agencies-form", tmp_path / "form.csv"), 2, "form.csv")
    one_line(command("edition", "--workspace", office), 2)


def told_codes() -> Iterator[tuple[str, frozenset[str] | None]]:
    """Yield the codes that rows are told with, and the names of what fills them, where the source shows them."""
    for path in sorted((Path(reformdesk.__file__).parent / "core").glob("*list*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                given = node.args[0] if node.args else None
                if name in ("problem", "notice") and isinstance(given, ast.Constant):
                    names = [keyword.arg for keyword in node.keywords]
                    yield str(given.value), None if None in names else frozenset(filter(None, names))
                elif name == "Problem" and isinstance(given, ast.Constant):
                    yield str(given.value), None


def test_every_reason_has_words_and_all_words_are_a_reasons() -> None:
    codes = dict(told_codes())
    sources = {
        node.value
        for path in (Path(reformdesk.__file__).parent / "core").glob("*list*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert codes.keys() <= LISTS.keys() | EDITION_ERRORS.keys()
    assert {code for code in LISTS if code.startswith("list-")} <= sources
    for code, names in codes.items():
        blanks = {name for _, name, _, _ in Formatter().parse({**EDITION_ERRORS, **LISTS}[code]) if name is not None}
        assert names is None or blanks <= names, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_can_be_said(language: str) -> None:
    words = Words(language)
    for code, sentence in LISTS.items():
        blanks = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
        text = words.say("lists", sentence, **{name: f"<{name}>" for name in blanks})
        assert all(f"<{name}>" in text for name in blanks), code
    at_cell = Problem("list-cell-missing", "Đơn vị", 3, "Nhóm")
    assert all(part in say(at_cell, words) for part in ("Đơn vị", "3", "Nhóm"))
    assert say(Problem("office-stays", "A", 2), words) != say(Problem("office-stays", "A", 3), words)


def test_problems_come_in_the_order_in_which_they_are_mended() -> None:
    given = [
        Problem("a", "2", 1),
        Problem("b", "1", 9, severity=Severity.WARNING),
        Problem("c", "1", 7),
        Problem("d", "2"),
    ]
    assert [one.code for one in in_order(given)] == ["d", "a", "c", "b"]
