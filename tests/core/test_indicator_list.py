"""A list of indicators laid over an edition: the edits that it comes to, and why it is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reformdesk.core import catalogue_reading, founding, indicator_list, indicator_list_form, register
from reformdesk.core.catalogue import Consolidation, Kind, Nature, Rate, Reporter
from reformdesk.core.edition import Edition
from reformdesk.core.edition_edits import Several, apply, from_wire, to_wire
from reformdesk.core.indicator_list import IndicatorList
from reformdesk.core.listed_rows import Entry, ListRow, ListSheet
from reformdesk.core.reorganising import dissolve

HEADS = ("Mã chỉ tiêu", "Biểu", "STT", "Tên chỉ tiêu", "Loại số liệu", "Đơn vị báo cáo")
RATES = (*HEADS, "Cách tổng hợp", "Tử số", "Mẫu số")
OFFICE = "Sở Nội vụ"
NUMBER = 4
"""The place of the printed number in a list that is written."""


@pytest.fixture(scope="module")
def edition() -> Edition:
    agencies = register.from_agencies(founding.template_agencies(), office="so-noi-vu")
    return Edition(founding.template_indicators().source, agencies)


def sheet(*rows: tuple[Entry, ...]) -> ListSheet:
    return ListSheet("Chỉ tiêu", tuple(ListRow(number, cells) for number, cells in enumerate(rows, 1)))


def read(edition: Edition, *rows: tuple[Entry, ...]) -> IndicatorList:
    return indicator_list.read([sheet(*rows)], edition)


def told(read: IndicatorList) -> list[tuple[str, int]]:
    return [(one.code, one.row) for one in read.problems]


def written(edition: Edition, language: str) -> list[tuple[Entry, ...]]:
    form = indicator_list_form.form(edition, language)
    return [tuple(column.heading.text(language) for column in form.columns), *form.rows]


def printed(edition: Edition, table: str) -> list[tuple[str, str, int]]:
    return [(row["number"], row["name"], row["level"]) for row in edition.table(table)["rows"]]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_edition_written_as_a_list_and_read_back_changes_nothing(edition: Edition, language: str) -> None:
    again = read(edition, *written(edition, language))
    assert (again.edits, again.problems) == ((), ())


def test_a_whole_set_is_made_from_its_list(edition: Edition) -> None:
    """Into an edition that has nothing yet; the tables with periods as rows come out with periods as columns."""
    empty = {**edition.source, "areas": [], "tables": [], "indicators": [], "rules": [], "blocks": []}
    rows = written(edition, "vi")
    _, second = (at for at, row in enumerate(rows) if row[NUMBER] == "6.1.")
    # the table prints this number twice, which nobody could tell from a slip
    assert told(read(Edition(empty, edition.register), *rows)) == [("list-number-twice", second + 1)]
    rows[second] = (*rows[second][:NUMBER], "6.2.", *rows[second][NUMBER + 1 :])
    made = read(Edition(empty, edition.register), *rows)
    assert made.problems == ()
    assert [area.title for area in made.edition.drawn.areas] == [area.title for area in edition.drawn.areas]
    assert tuple(made.edition.indicators) == tuple(edition.drawn.order)
    for name, old in edition.indicators.items():
        new = made.edition.indicators[name]
        assert (new.kind, new.nature, new.unit, new.reporter) == (old.kind, old.nature, old.unit, old.reporter)
        assert (new.name, new.consolidation, new.weight) == (old.name, old.consolidation, old.weight)
    assert printed(made.edition, "6") == printed(edition, "6")
    catalogue_reading.parse(made.edition.source)


def test_the_edits_are_one_step_that_is_kept(edition: Edition) -> None:
    made = read(edition, HEADS, ("", "2", "8", "Số VBQPPL được số hóa", "Số nguyên", "Sở Tư pháp"))
    step = Several(made.edits)
    assert apply(edition, from_wire(to_wire(step))).source == made.edition.source


def test_a_known_row_is_changed_and_a_blank_cell_leaves_what_is_known(edition: Edition) -> None:
    heads = (*HEADS, "Đơn vị tính", "Cách tính", "Số chữ số", "Tên đầy đủ")
    made = read(
        edition,
        heads,
        ("online-services", "7", "9", "Số dịch vụ công", "", "Sở Khoa học và Công nghệ", "dịch vụ", "", "2"),
        ("website-agencies", "7", "10", "Số cơ quan có trang thông tin"),
        ("", "7", "", "Số lượng chữ ký số", "", "", "", "Trong kỳ", "", "Số lượng chữ ký số đã cấp"),
    )
    assert made.problems == ()
    own = made.edition.indicators["online-services"]
    assert (own.name.vi, own.unit.vi, own.digits, own.kind) == ("Số dịch vụ công", "dịch vụ", 2, Kind.COUNT)
    assert own.reporter == Reporter(agency="so-khoa-hoc-va-cong-nghe")
    rows = {row.get("indicator"): row for row in made.edition.table("7")["rows"]}
    assert rows["online-services"]["printed_reporter"] == "Sở Khoa học và Công nghệ"
    assert (rows["online-services"]["number"], rows["website-agencies"]["number"]) == ("9", "10")
    signs = made.edition.indicators["digital-signatures"]
    assert (signs.name.vi, signs.nature.value) == ("Số lượng chữ ký số đã cấp", "flow")
    assert rows["digital-signatures"]["name"] == "Số lượng chữ ký số"
    untouched = edition.indicators["online-payment-rate"]
    assert made.edition.indicators["online-payment-rate"] == untouched


def test_new_rows_stand_behind_the_one_before_them_as_deep_as_their_numbers(edition: Edition) -> None:
    made = read(
        edition,
        HEADS,
        ("procedures-commune", "Bảng 3", "-", "Số lượng TTHC cấp xã"),
        ("", "Biểu 3", "–", "Số lượng TTHC liên thông", "số nguyên", "Văn phòng UBND tỉnh"),
        ("", "3", "7", "Dịch vụ công toàn trình"),
        ("", "3", "7.1", "Số dịch vụ", "Số nguyên", "Các sở, ngành, UBND cấp huyện"),
    )
    assert made.problems == ()
    rows = printed(made.edition, "3")
    at = rows.index(("-", "Số lượng TTHC cấp xã", 1))
    assert rows[at + 1 : at + 4] == [
        ("-", "Số lượng TTHC liên thông", 1),
        ("7", "Dịch vụ công toàn trình", 0),
        ("7.1", "Số dịch vụ", 1),
    ]
    asked = made.edition.indicators["so-dich-vu"]
    assert (asked.reporter, asked.consolidation) == (Reporter(group="all"), Consolidation.SUM)


def test_a_new_table_needs_its_title_and_an_area(edition: Edition) -> None:
    heads = (*HEADS, "Tên biểu", "Lĩnh vực")
    row = ("", "8", "1", "Số nền tảng số", "Số nguyên", OFFICE)
    assert told(read(edition, heads, row, row)) == [("list-table-unknown", 2)]
    assert told(read(edition, heads, (*row, "8. Chuyển đổi số"))) == [("list-area-missing", 2)]
    made = read(
        edition, heads, (*row, "8. Chuyển đổi số", "Chuyển đổi số"), ("", "8", "2", "Số kho dữ liệu", "x/0", OFFICE)
    )
    assert made.problems == ()
    assert made.edition.drawn.area("8").title == "Chuyển đổi số"
    assert [one[:2] for one in printed(made.edition, "8")] == [("1", "Số nền tảng số"), ("2", "Số kho dữ liệu")]
    older = read(edition, heads, ("", "4.3", "1", "Số thôn", "Số nguyên", OFFICE, "4.3. Thôn, tổ dân phố"))
    assert older.edition.drawn.area_of["so-thon"] == "4"


def test_a_rate_is_computed_from_parts_that_the_list_brings_along(edition: Edition) -> None:
    made = read(
        edition,
        RATES,
        ("", "3", "7", "Tỷ lệ hồ sơ toàn trình", "Tỷ lệ %", "Cấp huyện", "", "Hồ sơ toàn trình", "Tổng số hồ sơ"),
        ("", "3", "8", "Hồ sơ toàn trình", "Số nguyên", "Cấp huyện"),
        ("", "3", "9", "Tổng số hồ sơ", "Số nguyên", "Cấp huyện"),
    )
    assert made.problems == ()
    rate = made.edition.catalogue.indicators["ty-le-ho-so-toan-trinh"]
    assert rate.rate == Rate("ho-so-toan-trinh", "tong-so-ho-so")
    assert rate.consolidation is Consolidation.RATE


def test_a_rate_that_cannot_be_computed_says_why(edition: Edition) -> None:
    made = read(
        edition,
        RATES,
        ("", "3", "7", "A", "Tỷ lệ %", "Cấp huyện", "", "feedback-settled", "feedback-received"),
        ("", "3", "8", "B", "Số nguyên", OFFICE, "Tính từ tử số, mẫu số", "reform-workshops", "inspected-agencies"),
        ("", "3", "9", "C", "Tỷ lệ %", OFFICE, "", "reform-workshops"),
        ("", "3", "10", "D", "Tỷ lệ %", OFFICE, "Cộng", "reform-workshops", "inspected-agencies"),
        ("", "3", "11", "E", "Tỷ lệ %", OFFICE, "", "khong-co", "reform-contest"),
        ("", "3", "12", "G", "Tỷ lệ %", OFFICE, "", "reform-contest", "reform-workshops"),
        ("", "3", "13", "H", "Tỷ lệ %", OFFICE, "", "reform-workshops", "reform-workshops"),
    )
    assert told(made) == [
        ("list-rate-part-reporter", 2),
        ("list-rate-kind", 3),
        ("list-rate-part-missing", 4),
        ("list-rate-how", 5),
        ("list-indicator-unknown", 6),
        ("list-rate-part", 7),
        ("list-rate-parts-same", 8),
    ]


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_taken(edition: Edition) -> None:
    gone = Edition(edition.source, dissolve(edition.register, "so-y-te", date(2025, 3, 1)))
    made = read(
        gone,
        HEADS,
        ("", "2", "8", "Chỉ tiêu một", "Số nguyên", "Sở Tư pháp"),
        ("", "2", "8", "Chỉ tiêu hai", "Số nguyên", "Sở Không Có"),
        ("", "2", "8.", "Chỉ tiêu ba", "Số nguyên", "Sở Tư pháp"),
        ("", "2", "3", "Chỉ tiêu bốn", "Số nguyên", "Sở Tư pháp"),
        ("", "2", date(2025, 1, 4), "Chỉ tiêu năm", "Số gì đó", "Sở Tư pháp"),
        ("", "9", "1", "Chỉ tiêu sáu", "Số nguyên", "Sở Tư pháp"),
        ("", "2", "9", "Chỉ tiêu bảy", "Số nguyên", ""),
        ("", "2", "10", "Chỉ tiêu tám", "", "Sở Tư pháp"),
        ("", "2", "11", "", "Số nguyên", "Sở Tư pháp"),
        ("Mã Sai", "2", "12", "Chỉ tiêu chín", "Số nguyên", "Sở Tư pháp"),
        ("digital-signatures", "7", "5", "Số lượng chữ ký số"),
        ("digital-signatures", "7", "5", "Số lượng chữ ký số"),
        ("", "2", "13", "Chỉ tiêu mười", "Số nguyên", "Sở Y tế"),
        ("", "2", "14", "Chỉ tiêu mười một", "Số nguyên", "Sở Thông tin và Truyền thôngg"),
    )
    assert (made.edits, made.edition) == ((), gone)
    assert sorted(told(made), key=lambda one: one[1]) == [
        ("list-reporter-unknown", 3),
        ("list-number-twice", 4),
        ("list-number-taken", 5),
        ("list-number-day", 6),
        ("list-choice-unknown", 6),
        ("list-table-unknown", 7),
        ("list-reporter-missing", 8),
        ("list-kind-missing", 9),
        ("list-cell-missing", 10),
        ("list-id-unfit", 11),
        ("list-indicator-twice", 13),
        ("list-agency-gone", 14),
        ("list-agency-near", 15),
    ]
    twice = next(one for one in made.problems if one.code == "list-number-twice")
    assert dict(twice.params) == {"number": "8", "row": "2"}
    taken = next(one for one in made.problems if one.code == "list-number-taken")
    assert dict(taken.params)["name"].startswith("Số VBQPPL đã được xử lý")


def test_a_number_that_is_printed_twice_already_hinders_nothing(edition: Edition) -> None:
    rows = [row for row in written(edition, "vi") if row[NUMBER] in ("STT", "6.1.")]
    assert len(rows) == 3
    assert read(edition, *rows).problems == ()


def test_an_indicator_goes_only_where_its_row_says_so(edition: Edition) -> None:
    heads = (*HEADS, "Thôi dùng")
    made = read(edition, heads, ("website-agencies", "7", "9", "Số cơ quan", "", "", "x"))
    assert made.problems == ()
    assert edition.indicators.keys() - made.edition.indicators.keys() == {"website-agencies"}
    assert told(read(edition, heads, ("", "7", "20", "Không có ai", "", "", "x"))) == [("list-retire-unknown", 2)]


def test_rows_that_could_mean_several_are_not_guessed(edition: Edition) -> None:
    made = read(edition, HEADS, ("", "1", "-", "Mức độ hài lòng chung", "", "Sở Tư pháp"))
    assert told(made) == [("list-row-several", 2)]


def test_a_row_moves_to_another_table_with_what_is_nested_below_it(edition: Edition) -> None:
    made = read(edition, HEADS, ("autonomous-agencies", "7", "14", "Cơ quan tự chủ"))
    assert made.problems == ()
    moved = ["autonomous-agencies", *(f"autonomous-agencies-{level}" for level in ("province", "district", "commune"))]
    assert list(made.edition.drawn.order)[-4:] == moved


@pytest.mark.parametrize("missing", ["Biểu", "STT", "Tên chỉ tiêu", "Loại số liệu", "Đơn vị báo cáo"])
def test_a_list_without_a_needed_column_is_refused(edition: Edition, missing: str) -> None:
    heads = tuple(head for head in HEADS if head != missing)
    made = read(edition, ("DANH SÁCH",), heads)
    (problem,) = made.problems
    assert (problem.code, problem.row, dict(problem.params)) == ("list-column-missing", 2, {"name": missing})


CELLS = st.sampled_from(
    [
        "",
        "x",
        "1",
        "6.1.",
        "-",
        "99",
        "%",
        "Số nguyên",
        "Tỷ lệ %",
        "Cấp huyện",
        OFFICE,
        "Cộng",
        "Trung bình",
        "digital-signatures",
    ]
)


@settings(max_examples=40)
@given(st.data())
def test_whatever_stands_in_a_list_it_is_taken_or_refused_with_its_row(edition: Edition, data: st.DataObject) -> None:
    heads, *rows = written(edition, "vi")
    chosen = data.draw(st.lists(st.sampled_from(rows), min_size=1, max_size=6))
    spoilt = []
    for row in chosen:
        at = data.draw(st.integers(0, len(row) - 1))
        spoilt.append((*row[:at], data.draw(CELLS), *row[at + 1 :]))
    made = read(edition, heads, *spoilt)
    assert all(problem.row for problem in made.problems)
    assert made.is_refused or catalogue_reading.parse(made.edition.catalogue.source)
    assert made.is_refused or apply(edition, Several(made.edits)).source == made.edition.source


def test_headings_of_older_lists_are_read(edition: Edition) -> None:
    older = ("Bảng", "Tên bảng", "Lĩnh vực", "STT", "Chỉ tiêu", "Kiểu số liệu", "Tính chất", "Đơn vị báo cáo")
    row = ("8", "8. Chuyển đổi số", "Chuyển đổi số", "1", "Số nền tảng số", "Số nguyên", "Trong kỳ", OFFICE)
    made = read(edition, older, row)
    assert made.problems == ()
    assert made.edition.indicators["so-nen-tang-so"].nature is Nature.FLOW


def test_a_missing_column_is_told_once_and_a_blank_cell_with_its_column(edition: Edition) -> None:
    rows = [("", "2", str(place), "", "Số nguyên", OFFICE) for place in (31, 32)]
    made = read(edition, HEADS, *rows)
    assert [(one.code, one.row, one.column) for one in made.problems] == [
        ("list-cell-missing", 2, "Tên chỉ tiêu"),
        ("list-cell-missing", 3, "Tên chỉ tiêu"),
    ]
    at = HEADS.index("Tên chỉ tiêu")
    made = read(edition, (*HEADS[:at], *HEADS[at + 1 :]), *((*row[:at], *row[at + 1 :]) for row in rows))
    (missing,) = made.problems
    assert (missing.code, dict(missing.params)) == ("list-column-missing", {"name": "Tên chỉ tiêu"})
