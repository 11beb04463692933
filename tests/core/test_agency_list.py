"""A list of agencies laid over the register: what it changes, what it leaves, and why it is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reformdesk.core import agency_list, agency_list_form, founding, register
from reformdesk.core.agency_list import AgencyList
from reformdesk.core.catalogue import Severity
from reformdesk.core.listed_rows import Entry, ListForm, ListRow, ListSheet, Problem, Spoilt, day_of
from reformdesk.core.organisation import Agency, Succession
from reformdesk.core.register import Membership, Register
from reformdesk.core.reorganising import flaws, found, join_group, merge_into, name_group, rename, split

START, END = date(2025, 3, 1), date(2025, 7, 1)
KNOWN = founding.template_indicators()
HEADS = ("STT", "Tên cơ quan, đơn vị", "Nhóm", "Từ ngày", "Đến hết ngày", "Sáp nhập vào")
HANDED = ("Đơn vị trước sắp xếp", "Đơn vị tiếp nhận", "Từ ngày", "Chỉ tiêu chuyển giao")


@pytest.fixture(scope="module")
def before() -> Register:
    return register.from_agencies(founding.template_agencies(), office="so-noi-vu")


def sheet(*rows: tuple[Entry, ...], title: str = "Đơn vị") -> ListSheet:
    return ListSheet(title, tuple(ListRow(number, cells) for number, cells in enumerate(rows, 1)))


def read(before: Register, *sheets: ListSheet) -> AgencyList:
    return agency_list.read(sheets, before, KNOWN)


def told(read: AgencyList) -> list[tuple[str, int]]:
    return [(one.code, one.row) for one in read.problems]


def as_sheets(forms: tuple[ListForm, ...], language: str) -> list[ListSheet]:
    heads = [tuple(column.heading.text(language) for column in form.columns) for form in forms]
    return [sheet((), head, *form.rows, title=form.title) for form, head in zip(forms, heads, strict=True)]


def reorganised(before: Register) -> Register:
    new = Agency("", "Sở Nông nghiệp và Môi trường", ("departments",), "Department of Agriculture and Environment")
    after = found(before, new, START, behind="so-cong-thuong")
    merged = ["so-nong-nghiep-va-ptnt", "so-tai-nguyen-va-moi-truong"]
    after = merge_into(after, merged, "so-nong-nghiep-va-moi-truong", START)
    after = rename(after, "so-y-te", "Sở Y tế và Xã hội", on=END)
    after = join_group(after, "so-y-te", "communes", END)
    tasks = {"so-khoa-hoc-va-cong-nghe": ["online-services"], "so-y-te": ["official-email-rate"]}
    return split(after, "so-thong-tin-va-truyen-thong", tasks, START, dissolve=True)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_register_written_as_a_list_and_read_back_is_the_same(before: Register, language: str) -> None:
    after = reorganised(before)
    again = read(after, *as_sheets(agency_list_form.forms(after, language), language))
    assert again == AgencyList(after, ())


def test_names_with_a_semicolon_are_read_back_too(before: Register) -> None:
    after = name_group(found(before, Agency("", "Sở A; B", ("departments",)), END), "departments", "Sở; ngành")
    after = merge_into(after, ["so-y-te"], "so-a-b", END)
    assert read(after, *as_sheets(agency_list_form.forms(after, "vi"), "vi")) == AgencyList(after, ())


def test_who_is_known_as_a_predecessor_alone_stays_without_groups(before: Register) -> None:
    """As the register of an office whose rounds name the former agencies by their names only."""
    former = [{"id": "ubnd-huyen-cu", "name": "UBND huyện Cũ"}]
    handed = [{"from": "ubnd-huyen-cu", "to": "so-y-te", "on": "2025-07-01"}]
    after = register.from_agencies(founding.template_agencies(), former, handed, "so-noi-vu")
    assert read(after, *as_sheets(agency_list_form.forms(after, "vi"), "vi")) == AgencyList(after, ())
    made = read(after, sheet(("Tên đơn vị", "Nhóm"), ("Sở Mới", "Mọi đơn vị")))
    assert made.register.by_id["so-moi"].memberships == (Membership("all"),)


def test_a_whole_registers_list_makes_it_from_nothing(before: Register) -> None:
    after = reorganised(before)
    made = read(Register(office="so-noi-vu"), *as_sheets(agency_list_form.forms(after, "vi"), "vi"))
    assert not made.is_refused
    for day in (START, END, date(2024, 1, 1)):
        assert made.register.at(day) == after.at(day)
    assert set(made.register.successions) == set(after.successions)


def test_a_merger_is_taken_and_who_is_not_listed_stays(before: Register) -> None:
    made = read(
        before,
        sheet(
            ("DANH SÁCH CƠ QUAN",),
            HEADS,
            ("1", "Sở Công Thương", "Sở, ngành"),
            ("2", "Sở Nông nghiệp và Môi trường", "Các sở, ngành", "01/03/2025"),
            ("3", "Sở Nông nghiệp và PTNT", "sở ngành", "", date(2025, 2, 28), "Sở Nông nghiệp và Môi trường"),
            ("4", "Xã Tân Lập", "Cấp xã", "từ ngày 1 tháng 7 năm 2025"),
        ),
    )
    assert made.problems == ()
    entries = made.register.by_id
    assert entries["so-nong-nghiep-va-ptnt"].dissolved == START
    assert entries["so-nong-nghiep-va-moi-truong"].founded == START
    whole = Succession("so-nong-nghiep-va-ptnt", "so-nong-nghiep-va-moi-truong", START)
    assert made.register.successions == (whole,)
    assert entries["xa-tan-lap"].memberships == (Membership("all"), Membership("communes"))
    order = [one.id for one in made.register.entries]
    assert order[order.index("so-cong-thuong") + 1] == "so-nong-nghiep-va-moi-truong"
    kept = [one for one in before.entries if one.id != "so-nong-nghiep-va-ptnt"]
    assert [one for one in made.register.entries if one in before.entries] == kept


def test_two_rows_of_one_id_are_a_renaming(before: Register) -> None:
    made = read(
        before,
        sheet(
            ("Mã", "Tên đơn vị", "Nhóm", "Từ ngày"),
            ("so-y-te", "Sở Y tế", "Sở, ban, ngành"),
            ("so-y-te", "Sở Y tế và Xã hội", "Sở, ban, ngành", "01/07/2025"),
        ),
    )
    assert made.problems == ()
    entry = made.register.by_id["so-y-te"]
    assert [(one.name, one.since) for one in entry.names] == [("Sở Y tế", None), ("Sở Y tế và Xã hội", END)]
    assert entry.memberships == before.by_id["so-y-te"].memberships
    assert entry.contact == before.by_id["so-y-te"].contact


def test_a_group_is_left_from_a_day_on(before: Register) -> None:
    made = read(before, sheet(("Mã", "Tên đơn vị", "Nhóm", "Từ ngày"), ("so-y-te", "Sở Y tế", "Cấp xã", "01/07/2025")))
    assert made.problems == ()
    entry = made.register.by_id["so-y-te"]
    assert entry.at(date(2025, 6, 30)).groups == ("all", "departments")
    assert entry.at(END).groups == ("all", "communes")


def test_days_on_which_an_agency_would_be_missing_are_told(before: Register) -> None:
    made = read(
        before,
        sheet(
            ("Mã", "Tên đơn vị", "Nhóm", "Từ ngày", "Đến ngày"),
            ("so-y-te", "Sở Y tế", "Sở, ngành", "", "28/02/2025"),
            ("so-y-te", "Sở Y tế và Xã hội", "Sở, ngành", "01/07/2025"),
        ),
    )
    assert told(made) == [("list-days-between", 3)]


def test_groups_that_take_several_together_are_kept_and_given_to_who_is_new() -> None:
    pair = "communes-departments"
    wires = [
        {"id": "so-noi-vu", "name": "Sở Nội vụ", "groups": ["all", "departments", pair]},
        {"id": "so-y-te", "name": "Sở Y tế", "groups": ["all", "departments"]},
        {"id": "xa-an-binh", "name": "Xã An Bình", "groups": ["all", "communes", pair]},
    ]
    three = register.from_agencies(wires, office="so-noi-vu")
    rows = (("Sở Y tế", "Sở, ngành"), ("Sở Nội vụ", "Sở, ngành"), ("Xã Tân Lập", "Cấp xã"))
    made = read(three, sheet(("Tên đơn vị", "Nhóm"), *rows))
    assert made.problems == ()
    groups = {one.id: one.groups for one in made.register.at(START)}
    assert groups["so-y-te"] == ("all", "departments")
    assert groups["xa-tan-lap"] == ("all", "communes", pair)
    assert all(made.register.by_id[one.id] == one for one in three.entries)


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_taken(before: Register) -> None:
    made = read(
        before,
        sheet(
            HEADS,
            ("1", "", "Sở, ngành"),
            ("2", "Sở Y tế", "Sở, nghành"),
            ("3", "Sở Xây dựng", "Sở, ngành", "", "31/02/2025"),
            ("4", "Sở Xây dựng", "Sở, ngành"),
            ("5", "Sở Mới", ""),
            ("6", "Sở Ngắn", "Sở, ngành", "01/03/2025", "01/01/2025"),
            ("7", "Sở Tư pháp", "Sở, ngành", "", "28/02/2025", "Sở Không có"),
            ("8", "Sở Công Thương", "Sở, ngành", "", "", "Sở Tài chính"),
            ("9", Spoilt("#REF!"), "Sở, ngành"),
        ),
    )
    assert made.register == before
    assert [one for one in told(made) if one[0] != "agency-ends-first"] == [
        ("list-cell-spoilt", 10),
        ("list-name-missing", 2),
        ("list-group-unknown", 3),
        ("list-day-unreadable", 4),
        ("list-group-missing", 6),
        ("list-ends-first", 7),
        ("list-name-missing", 10),
        ("list-agency-twice", 5),
        ("list-agency-unknown", 8),
        ("list-successor-without-end", 9),
    ]
    near = next(one for one in made.problems if one.code == "list-group-unknown")
    assert dict(near.params) == {"text": "Sở, nghành", "near": "Sở, ban, ngành"}
    twice = next(one for one in made.problems if one.code == "list-agency-twice")
    assert dict(twice.params)["row"] == "4"


def test_agencies_cannot_succeed_each_other_in_a_circle(before: Register) -> None:
    made = read(
        before,
        sheet(("Tên đơn vị", "Nhóm"), ("Sở Tư pháp", "Sở, ngành")),
        sheet(
            HANDED,
            ("Sở Y tế", "Sở Công Thương", "01/03/2025"),
            ("Sở Công Thương", "Sở Tài chính", "01/03/2025", "online-services"),
            ("Sở Tài chính", "Sở Y tế", "01/03/2025"),
            ("Sở Tư pháp", "Sở Y tế", "01/07/2025"),
            ("Sở Tư pháp", "Sở Tư pháp", "01/07/2025"),
            # what is handed back later is in no circle
            ("Sở Xây dựng", "Sở Giao thông vận tải", "01/03/2025"),
            ("Sở Giao thông vận tải", "Sở Xây dựng", "01/07/2025"),
            title="Kế thừa",
        ),
    )
    circles = [one.row for one in made.problems if one.code == "succession-cycle"]
    assert circles == [2, 3, 4]
    assert ("succession-itself", 2) in told(made)
    path = next(one for one in made.problems if one.code == "succession-cycle")
    assert dict(path.params)["agencies"] == "Sở Y tế → Sở Công Thương → Sở Tài chính → Sở Y tế"


def test_a_task_may_be_handed_back_on_a_later_day(before: Register) -> None:
    made = read(
        before,
        sheet(("Tên đơn vị", "Nhóm"), ("Sở Tư pháp", "Sở, ngành")),
        sheet(
            HANDED,
            ("Sở Y tế", "Sở Công Thương", "01/03/2025", "online-services"),
            ("Sở Công Thương", "Sở Y tế", "01/07/2025", "online-services"),
            title="Kế thừa",
        ),
    )
    assert made.problems == ()
    assert [(one.before, one.after) for one in made.register.successions] == [
        ("so-y-te", "so-cong-thuong"),
        ("so-cong-thuong", "so-y-te"),
    ]


def test_what_a_succession_names_has_to_be_there(before: Register) -> None:
    made = read(
        before,
        sheet(("Tên đơn vị", "Nhóm"), ("Sở Tư pháp", "Sở, ngành")),
        sheet(
            HANDED,
            ("Sở Y tế", "Sở Công Thuong", "01/03/2025"),
            ("Sở Y tế", "Sở Khoa học và Công nghê mới", "01/03/2025"),
            ("Sở Y tế", "Sở Tài chính", "", "khong-co; official-email-rate"),
            title="Kế thừa",
        ),
    )
    assert told(made) == [("list-agency-near", 3), ("list-cell-missing", 4), ("list-indicator-unknown", 4)]


@pytest.mark.parametrize(
    ("heads", "code"),
    [
        (("Tên đơn vị", "Từ ngày"), "list-column-missing"),
        (("Nhóm", "Từ ngày"), "list-column-missing"),
        (("Tên đơn vị", "Nhóm", "Group"), "list-column-twice"),
        (("Cột A", "Cột B"), "list-no-headings"),
        (("Sở Tư pháp",), "list-no-headings"),
    ],
)
def test_headings_that_lack_or_repeat_are_refused(before: Register, heads: tuple[str, ...], code: str) -> None:
    made = read(before, sheet((), heads, ("Sở Tư pháp", "Sở, ngành", "Sở, ngành")))
    assert made.is_refused
    assert code in [one.code for one in made.problems]


def test_columns_of_ones_own_are_told_and_hinder_nothing(before: Register) -> None:
    made = read(before, sheet(("Tên đơn vị", "Ghi chú", "Nhóm"), ("Sở Y tế", "hay", "Sở, ngành")))
    assert [(one.code, one.column) for one in made.problems] == [("list-column-unread", "Ghi chú")]
    assert not made.is_refused
    assert made.register == before


def test_home_affairs_cannot_go(before: Register) -> None:
    made = read(before, sheet(HEADS, ("1", "Sở Nội vụ", "Sở, ngành", "", "30/06/2025")))
    assert told(made) == [("office-stays", 2)]
    assert isinstance(made.problems[0], Problem)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01/07/2025", END),
        ("1.7.2025", END),
        ("2025-07-01", END),
        ("từ ngày 01/07/2025", END),
        ("đến hết ngày 1 tháng 7 năm 2025", END),
        ("07/13/2025", None),
        ("45839", None),
        ("tháng 7", None),
    ],
)
def test_days_are_read_day_first(text: str, day: date | None) -> None:
    assert day_of(text) == day


CELLS = st.sampled_from(
    (
        "",
        "Sở Y tế",
        "so-y-te",
        "Sở Công Thương",
        "Cấp xã",
        "Sở, ngành",
        "01/03/2025",
        "30/06/2025",
        "Sở Mới; Sở Y tế",
        "x",
        ";",
    )
)


@settings(max_examples=40)
@given(st.lists(st.tuples(*[CELLS] * 6), max_size=5), st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=3))
def test_whatever_stands_in_a_list_it_is_taken_or_refused_with_its_row(
    before: Register, rows: list[tuple[str, ...]], handed: list[tuple[str, ...]]
) -> None:
    heads = ("Mã", "Tên đơn vị", "Nhóm", "Từ ngày", "Đến hết ngày", "Sáp nhập vào")
    made = read(before, sheet(heads, *rows), sheet(HANDED[:3], *handed, title="Kế thừa"))
    assert all(problem.row for problem in made.problems)
    assert made.is_refused == (made.register == before and any(one.severity is Severity.ERROR for one in made.problems))
    assert flaws(made.register) == ()
    assert made.is_refused or read(made.register, *as_sheets(agency_list_form.forms(made.register, "vi"), "vi")) == (
        AgencyList(made.register, ())
    )
