"""Lists of agencies as offices keep them become agencies with groups and contacts, in their own order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import agency_draft, founding, pasted_table, reporting_names
from reformdesk.core.agency_draft import AgencyDraft, Doubt
from reformdesk.core.catalogue import Reporter
from reformdesk.core.reporting_names import COMMUNES, DEPARTMENTS, DISTRICTS, Reporters
from reformdesk.core.rounds import agency_from_wire
from reformdesk.errors import Mendable

TEMPLATE = founding.template_agencies()


def read(text: str, html: str = "") -> tuple[AgencyDraft, ...]:
    return agency_draft.read(pasted_table.read(text, html))


def names(found: tuple[AgencyDraft, ...]) -> list[tuple[str, str]]:
    return [(one.name, one.group) for one in found]


def test_plain_names_find_their_groups_and_say_that_they_were_concluded() -> None:
    found = read("1. Sở Nội vụ\n2. Sở Y tế\n3. UBND huyện An Bình\n4. UBND xã Tân Lập\n- Phường Hòa Bình\n")
    assert names(found) == [
        ("Sở Nội vụ", DEPARTMENTS),
        ("Sở Y tế", DEPARTMENTS),
        ("UBND huyện An Bình", DISTRICTS),
        ("UBND xã Tân Lập", COMMUNES),
        ("Phường Hòa Bình", COMMUNES),
    ]
    assert all(one.doubts == {Doubt.GROUP} for one in found)


def test_official_headings_give_the_groups_and_order_is_kept() -> None:
    found = read(
        "STT\tTên cơ quan, đơn vị\tCán bộ đầu mối\tĐiện thoại\n"
        "I\tCÁC SỞ, BAN, NGÀNH\t\t\n"
        "1\tVăn phòng UBND tỉnh\tNguyễn Văn A\t0200 3800 119\n"
        "2\tSở Nội vụ\t\t\n"
        "II\tUBND các xã, phường, đặc khu\t\t\n"
        "3\tUBND xã Tân Lập\tTrần B\t0912 345 678\n"
        "III\tCác cơ quan Trung ương đóng trên địa bàn\t\t\n"
        "4\tCục Thống kê tỉnh\t\t\n"
        "\tTổng cộng: 04 đơn vị\t\t\n"
    )
    assert names(found) == [
        ("Văn phòng UBND tỉnh", DEPARTMENTS),
        ("Sở Nội vụ", DEPARTMENTS),
        ("UBND xã Tân Lập", COMMUNES),
        ("Cục Thống kê tỉnh", "Các cơ quan Trung ương đóng trên địa bàn"),
    ]
    assert [one.contact for one in found] == ["Nguyễn Văn A, 0200 3800 119", "", "Trần B, 0912 345 678", ""]
    assert not any(one.doubts for one in found)


def test_a_heading_across_a_words_table_names_the_group() -> None:
    html = "<table><tr><td>TT<td>Đơn vị<tr><td colspan=2>I. Các sở, ngành<tr><td>1<td>Sở Nội vụ"
    html += "<tr><td colspan=2>II. UBND cấp huyện<tr><td>2<td>UBND thị xã Phú Lâm<tr><td>3<td>Sở Y tế</table>"
    found = read("", html)
    assert names(found)[:2] == [("Sở Nội vụ", DEPARTMENTS), ("UBND thị xã Phú Lâm", DISTRICTS)]
    # under a heading that does not fit it
    assert found[2].doubts == {Doubt.GROUP}


def test_names_from_old_fonts_are_read_and_marked() -> None:
    (found,) = read("Së Néi vô")
    assert (found.name, set(found.doubts)) == ("Sở Nội vụ", {Doubt.NAME, Doubt.GROUP})


def test_the_template_comes_back_as_it_is() -> None:
    text = "\n".join(f"{at}\t{one['name']}\t{one['contact']}" for at, one in enumerate(TEMPLATE, 1))
    made = agency_draft.to_wire(read(text), TEMPLATE)
    assert made == tuple(dict(one) for one in TEMPLATE)
    assert agency_draft.to_wire(agency_draft.from_wire(TEMPLATE), TEMPLATE) == made


def test_three_groups_are_joined_two_by_two() -> None:
    text = "Sở Nội vụ\nUBND huyện An Bình\nUBND xã Tân Lập"
    made = agency_draft.to_wire(read(text), TEMPLATE)
    assert made[0]["groups"] == ["all", "departments", "communes-departments", "departments-districts"]
    reporters = Reporters(map(agency_from_wire, made))
    assert reporters.find("Các sở, ngành, UBND cấp xã") == Reporter(group="communes-departments")
    assert reporters.find("Các sở, ngành, UBND cấp huyện, cấp xã") == Reporter(group="all")
    assert reporters.find("Các cơ quan, đơn vị, địa phương") == Reporter(group="all")


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "no-agencies"), ("Sở Y tế\nsở y tế", "agency-twice"), ("Sở " + "dài " * 90, "agency-too-long")],
)
def test_a_list_that_cannot_stand_is_told(text: str, code: str) -> None:
    with pytest.raises(Mendable) as refused:
        agency_draft.to_wire(read(text), TEMPLATE)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("Sở LĐ-TBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Đài PT-TH tỉnh", "Đài Phát thanh - Truyền hình tỉnh"),
        ("Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("VP UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Văn phòng UBND", "Văn phòng UBND tỉnh"),
        ("Ban Dân tộc tỉnh", "Ban Dân tộc"),
    ],
)
def test_names_are_known_by_their_initials(one: str, other: str) -> None:
    assert reporting_names.is_same(one, other)
    assert reporting_names.is_same(other, one)


def test_other_names_are_not() -> None:
    assert not reporting_names.is_same("Sở Tài chính", "Sở Tài nguyên và Môi trường")
    assert not reporting_names.is_same("Sở KH&CN", "Sở Kế hoạch và Đầu tư")
    assert Reporters(map(agency_from_wire, TEMPLATE)).find("Hội Chữ thập đỏ") is None


@given(st.text(max_size=60))
def test_any_text_can_be_pasted(text: str) -> None:
    for one in read(text):
        assert one.name
