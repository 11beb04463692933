"""The report in words: what is said of each figure, what it is compared with, and where nothing is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reformdesk.core import reporting, store
from reformdesk.core.arrival_days import Arrivals
from reformdesk.core.catalogue import Label
from reformdesk.core.closing_document import Counted
from reformdesk.core.consolidation import PAST_REASON, Submitted, consolidate
from reformdesk.core.cover_text import CoverText, cover_text
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.rounds import Round
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text, Value
from tests.core.builders import indicator, number, opened

Answers = Mapping[str, Mapping[str, Value]]


def year(round_: Round, of: int, months: int = 12) -> Round:
    """Return the round as one of another year, or of its first months."""
    ends = date(of, 12 if months == 12 else 6, 14)
    period = replace(
        round_.period, starts=date(of - 1, 12, 15), ends=ends, months=months, cumulates=True, cut_off={"1": ends}
    )
    title = f"Năm {of}" if months == 12 else f"{months} tháng đầu năm {of}"
    return replace(round_, id=f"{of}-{months}", title=Label(title, ""), period=period)


def part(round_: Round, answers: Answers) -> ConsolidatedRound:
    sent = {agency: Submitted(agency, agency * 64, False, given, {}) for agency, given in answers.items()}
    counted = {agency: Counted(one.digest, 1, entered=False, provisional=False) for agency, one in sent.items()}
    return ConsolidatedRound(round_, consolidate(round_, sent), counted=counted)


def said(*parts: ConsolidatedRound, **given: Any) -> CoverText:
    return cover_text(replace(Report.of(parts, ""), **given))


def sentence(text: CoverText) -> str:
    ((sentence,),) = [one.paragraphs for one in text.areas]
    return sentence


@pytest.fixture
def asked(tmp_path: Path, request: pytest.FixtureRequest) -> Round:
    desk, round_ = opened(tmp_path, *getattr(request, "param", ()))
    desk.close()
    return round_


def named(name: str, words: str, kind: str = "count", **given: Any) -> dict[str, Any]:
    return {**indicator(name, kind, **given), "name": words}


COUNT = (named("n", "Số lượng TTHC"),)
STOCK = (named("n", "Số lượng TTHC", nature="stock"),)
RATE = (named("n", "Tỷ lệ đúng hẹn", "percent", consolidation="mean", unit={"vi": "%", "en": "%"}),)


@pytest.mark.parametrize(
    ("asked", "before", "now", "expected"),
    [
        (COUNT, "1200", "1455", "Số lượng TTHC là 1.455 cái, tăng 255 cái (21,25%) so với năm 2023."),
        (COUNT, "1469", "1455", "Số lượng TTHC là 1.455 cái, giảm 14 cái (0,95%) so với năm 2023."),
        (COUNT, "1455", "1455", "Số lượng TTHC là 1.455 cái, không thay đổi so với năm 2023."),
        (COUNT, "5", "3", "Số lượng TTHC là 03 cái, giảm 02 cái (40%) so với năm 2023."),
        (COUNT, "10", "32", "Số lượng TTHC là 32 cái, tăng 22 cái (gấp 3,2 lần) so với năm 2023."),
        # nothing grew by any per cent
        (COUNT, "0", "7", "Số lượng TTHC là 07 cái, tăng 07 cái so với năm 2023."),
        (COUNT, "7", "0", "Số lượng TTHC: không có, giảm 07 cái so với năm 2023."),
        (COUNT, "1000000", "1000001", "Số lượng TTHC là 1.000.001 cái, tăng 01 cái so với năm 2023."),
        (RATE, "83.5", "90.25", "Tỷ lệ đúng hẹn đạt 90,25%, tăng 6,75 điểm phần trăm so với năm 2023."),
        (RATE, "100", "99.8", "Tỷ lệ đúng hẹn đạt 99,8%, giảm 0,2 điểm phần trăm so với năm 2023."),
    ],
    indirect=["asked"],
)
def test_a_figure_says_what_it_changed_by(asked: Round, before: str, now: str, expected: str) -> None:
    sides = [(year(asked, 2023), before), (year(asked, 2024), now)]
    parts = [part(round_, {"a": {"n": number(text)}, "b": {"n": Status.NOT_APPLICABLE}}) for round_, text in sides]
    assert sentence(said(*parts)) == expected


@pytest.mark.parametrize("asked", [COUNT], indirect=True)
def test_a_flow_is_compared_with_the_same_period_and_a_stock_with_the_one_before(asked: Round) -> None:
    full = {"a": {"n": number("4")}, "b": {"n": number("6")}}
    half, whole, now = year(asked, 2023, 6), year(asked, 2023), year(asked, 2024, 6)
    text = said(part(half, full), part(whole, {**full, "b": {"n": number("16")}}), part(now, full))
    assert sentence(text) == "Số lượng TTHC là 10 cái, không thay đổi so với cùng kỳ năm 2023."
    assert not [one for one in text.collected if "không so sánh" in one]
    text = said(part(whole, full), part(now, full))
    assert sentence(text) == "Số lượng TTHC là 10 cái."
    assert (
        "Có 01 chỉ tiêu tính theo kỳ không so sánh với các kỳ trước vì không có kỳ trước nào cùng loại với kỳ này"
        " (06 tháng)." in text.collected
    )


@pytest.mark.parametrize("asked", [STOCK], indirect=True)
def test_a_stock_is_compared_with_the_period_before_whatever_its_length(asked: Round) -> None:
    full = {"a": {"n": number("4")}, "b": {"n": number("6")}}
    text = said(part(year(asked, 2023), full), part(year(asked, 2024, 6), full))
    assert sentence(text) == "Số lượng TTHC là 10 cái, không thay đổi so với năm 2023."
    assert not [one for one in text.collected if "không so sánh" in one]


@pytest.mark.parametrize("asked", [COUNT], indirect=True)
def test_what_is_not_whole_is_said_to_be_so_and_compared_with_nothing(asked: Round) -> None:
    whole = {"a": {"n": number("4")}, "b": {"n": number("6")}}
    some = {"a": {"n": number("4")}}
    before, now = year(asked, 2023), year(asked, 2024)
    reason = "Có 01 chỉ tiêu chưa so sánh với kỳ trước vì kỳ này hoặc kỳ trước chưa đủ số liệu của các đơn vị."
    text = said(part(before, whole), part(now, some))
    assert sentence(text) == "Số lượng TTHC là 04 cái (mới có số liệu của 1/2 đơn vị)."
    assert "Đã có số liệu của 1/2 cơ quan, đơn vị." in text.collected
    assert "Chưa có số liệu của 01 cơ quan, đơn vị: B." in text.collected
    assert text.collected[-1] == reason
    text = said(part(before, some), part(now, whole))
    assert sentence(text) == "Số lượng TTHC là 10 cái."
    assert text.collected[-1] == reason
    assert said(part(before, whole), part(now, whole)).collected[-1] != reason


KINDS = (
    named("m", "Cuộc thi", "mark", consolidation="any"),
    named("t", "Khó khăn", "text", consolidation="any"),
    named("s", "Lớp tập huấn"),
    named("w", "Số mô hình"),
)


@pytest.mark.parametrize("asked", [KINDS], indirect=True)
def test_what_is_no_number_has_its_words_and_a_blank_none(asked: Round) -> None:
    answers: Answers = {
        "a": {"m": Mark(held=True), "t": Text("=Thiếu máy"), "s": Status.IN_PROGRESS},
        "b": {"m": Mark(held=False), "t": Status.NOT_APPLICABLE, "s": Status.NOT_DONE, "w": Status.NOT_APPLICABLE},
    }
    text = said(part(asked, answers))
    assert sentence(text) == "Cuộc thi: có thực hiện. Khó khăn: =Thiếu máy. Lớp tập huấn: đang triển khai."
    assert said(part(asked, {})).areas == ()
    assert said(part(asked, {"a": {"m": Mark(held=False)}})).areas[0].paragraphs == (
        "Cuộc thi: không thực hiện (mới có số liệu của 1/2 đơn vị).",
    )


NESTED = (named("n", "Tổng số đơn vị"), named("p", "Đơn vị – cấp tỉnh"), named("q", "x"))
SUM = {"id": "t", "kind": "total", "total": "n", "severity": "warning"}
WITHIN = {"id": "w", "kind": "at-most", "left": "p", "right": "n", "severity": "warning"}


def nested(folder: Path, *rules: dict[str, Any]) -> Round:
    desk, round_ = opened(folder, *NESTED, rules=rules)
    desk.close()
    table = round_.catalogue.tables[0]
    names = ("Tổng số đơn vị", "Cấp tỉnh", "Cấp huyện")
    rows = tuple(
        replace(row, name=name, level=min(place, 1))
        for place, (row, name) in enumerate(zip(table.rows, names, strict=True))
    )
    return replace(round_, catalogue=replace(round_.catalogue, tables=(replace(table, rows=rows),)))


def test_a_total_is_broken_down_where_its_parts_add_up(tmp_path: Path) -> None:
    parts = [{"sign": "+", "indicator": name} for name in "pq"]
    round_ = nested(tmp_path, {**SUM, "parts": parts})

    def of(n: str, p: str, q: str) -> str:
        given = {"n": number(n), "p": number(p), "q": number(q)}
        return sentence(said(part(round_, {"a": given, "b": dict.fromkeys(given, Status.NOT_APPLICABLE)})))

    assert of("30", "10", "20") == "Tổng số đơn vị là 30 cái, trong đó: cấp tỉnh 10 cái, cấp huyện 20 cái."
    assert of("31", "10", "20") == "Tổng số đơn vị là 31 cái."


def test_a_part_of_another_figure_says_what_part_it_is(tmp_path: Path) -> None:
    round_ = nested(tmp_path, WITHIN)

    def of(p: Value) -> str:
        given = {"n": number("70"), "p": p}
        return sentence(said(part(round_, {"a": given, "b": dict.fromkeys("npq", Status.NOT_APPLICABLE)})))

    assert of(number("55")).endswith("; đơn vị – cấp tỉnh: 55 cái, bằng 78,57% tổng số đơn vị.")
    # more than the whole is no part of it
    assert of(number("75")).endswith("; đơn vị – cấp tỉnh: 75 cái.")
    assert of(number("0")).endswith("; đơn vị – cấp tỉnh: không có.")


def test_rates_by_block_are_compared_block_by_block(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, named("n", "Mức độ hài lòng", "rate-or-blocks", consolidation="sole"))
    desk.close()

    def rates(**by_block: str) -> Answers:
        given = tuple(BlockRate(name.replace("_", "-"), name, Decimal(rate)) for name, rate in by_block.items())
        return {"a": {"n": Rates(given)}, "b": {"n": Status.NOT_APPLICABLE}}

    before = part(year(round_, 2023), rates(so_nganh="88.5"))
    now = part(year(round_, 2024), rates(so_nganh="81.28", huyen="74.36"))
    assert sentence(said(before, now)) == (
        "Mức độ hài lòng: khối sở, ngành đạt 81,28% (giảm 7,22 điểm phần trăm so với năm 2023), khối huyện đạt 74,36%."
    )
    # one rate for all is another thing than one for each block
    single = part(year(round_, 2023), {"a": {"n": number("83.46")}, "b": {"n": Status.NOT_APPLICABLE}})
    assert "so với" not in sentence(said(single, now))


@pytest.mark.parametrize("asked", [COUNT], indirect=True)
def test_how_the_figures_came_together_is_told(asked: Round) -> None:
    made = part(asked, {"a": {"n": number("4")}, "b": {"n": number("6")}})
    counted = {
        "a": Counted("1" * 64, 1, entered=True, provisional=False),
        "b": Counted("2" * 64, 1, entered=False, provisional=True),
    }
    adjusted = {"n": replace(made.totals["n"], adjusted="Sai", folded=Number(Decimal(9)))}
    arrivals = Arrivals(
        ((date(2024, 7, 6), 2),), 2, date(2024, 6, 20), date(2024, 7, 5), excused=((date(2024, 7, 6), 1),)
    )
    text = said(replace(made, counted=counted, totals=adjusted), arrivals=arrivals)
    assert text.collected == (
        (
            "Số liệu của kỳ báo cáo tính từ ngày 15/12/2023 đến ngày 14/6/2024, cộng dồn từ đầu năm;"
            " thời điểm chốt số liệu là ngày 31/5/2024."
        ),
        (
            "Đã có số liệu của 2/2 cơ quan, đơn vị; có 01 đơn vị gửi đúng hạn (hạn gửi: ngày 05/7/2024),"
            " 01 đơn vị gửi quá hạn."
        ),
        "Số liệu của 01 cơ quan, đơn vị do A nhập thay đơn vị: A.",
        "Số liệu của 01 cơ quan, đơn vị được tiếp nhận tạm, chưa đối chiếu khóa xác thực: B.",
        "Cả 1 chỉ tiêu của kỳ báo cáo đều có đủ số liệu.",
        (
            "Số tổng hợp của 01 chỉ tiêu được điều chỉnh; số tính từ các đơn vị và lý do điều chỉnh ghi dưới từng biểu"
            " tại Phụ lục."
        ),
    )


@pytest.mark.parametrize("asked", [COUNT], indirect=True)
def test_a_round_from_before_there_were_shares_has_no_coverage(asked: Round) -> None:
    made = part(asked, {"a": {"n": number("4")}})
    past = {"n": replace(made.totals["n"], adjusted=PAST_REASON, sent=0, answered=0, owed=2, shares=())}
    text = said(replace(made, totals=past, counted={}))
    assert sentence(text) == "Số lượng TTHC là 04 cái."
    assert text.collected[1] == "Số liệu là số tổng hợp đã báo cáo, không có số liệu của từng đơn vị."


def test_the_sample_is_told_with_the_seed_s_figures(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        text = cover_text(reporting.read(workspace))
    assert text.subject == "Kết quả các chỉ tiêu thống kê cải cách hành chính 6 tháng đầu năm 2024"
    assert "Đã có số liệu của 39/39 cơ quan, đơn vị, tất cả đều gửi đúng hạn (hạn gửi: ngày 05/7/2024)." in (
        text.collected
    )
    assert [one.area.id for one in text.areas] == list("1234567")
    whole = " ".join(one for area in text.areas for one in area.paragraphs)
    for words in (
        "Số lượng TTHC cấp tỉnh là 1.455 TTHC, giảm 14 TTHC (0,95%) so với năm 2023",
        "số lượng PAKN đã giải quyết là 55 PAKN, bằng 78,57% số lượng PAKN đã tiếp nhận",
        "mức độ hài lòng chung (tỉnh thực hiện): đang triển khai",
        "488 đơn vị, không thay đổi so với năm 2023, trong đó: cấp tỉnh 50 đơn vị, cấp huyện 207 đơn vị, cấp xã 231",
        "Số chi cục thuộc sở là 13 chi cục, giảm 05 chi cục (27,78%) so với năm 2020",
        "Tỷ lệ hồ sơ trực tuyến đạt 90,81%.",
    ):
        assert words in whole
    # eight are ten less two: no parts of one whole
    assert "trong đó: thủ tướng" not in whole.lower()
