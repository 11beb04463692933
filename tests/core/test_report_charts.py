"""What the charts of the report show: like with like, what belongs together, and nothing that says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from reformdesk.core import reporting, store
from reformdesk.core.arrival_days import Arrivals
from reformdesk.core.catalogue import Label
from reformdesk.core.report import Report
from reformdesk.core.report_charts import MOST_PERIODS, MOST_SERIES, area_charts, arrivals_chart
from reformdesk.core.rounds import Round
from reformdesk.core.text import vietnamese_day
from tests.core.builders import indicator, number, opened
from tests.core.test_cover_text import part, year


def asked(folder: Path, *indicators: dict[str, object]) -> Round:
    desk, round_ = opened(folder, *indicators)
    desk.close()
    return round_


def short(round_: Round) -> Round:
    return replace(round_, short=Label(round_.title.vi.removeprefix("Năm "), ""))


def test_a_half_year_never_stands_beside_years(tmp_path: Path) -> None:
    round_ = asked(tmp_path, indicator("n"), indicator("s", nature="stock"))
    periods = [short(year(round_, of)) for of in (2021, 2022, 2023)] + [short(year(round_, 2024, 6))]
    both = {"n": number("5"), "s": number("7")}
    parts = [
        part(one, {"a": {name: number(str(place + 5)) for name in both}, "b": both})
        for place, one in enumerate(periods)
    ]
    flow, stock = area_charts(parts)
    assert flow.labels == ("2021", "2022", "2023")
    assert flow.notes == ("Biểu đồ không có 6 tháng đầu năm 2024 vì không cùng loại kỳ báo cáo.",)
    assert [one.amounts for one in flow.drawn] == [(Decimal(10), Decimal(11), Decimal(12))]
    assert (stock.labels[-1], stock.notes) == ("6 tháng đầu năm 2024", ())
    # as soon as there are two half-years, they are what is drawn
    before = part(short(year(round_, 2023, 6)), {"a": both, "b": both})
    (flow, _) = area_charts([*parts[:2], before, *parts[2:]])
    assert flow.labels == ("6 tháng đầu năm 2023", "6 tháng đầu năm 2024")


def test_what_never_changed_or_is_known_once_is_not_drawn(tmp_path: Path) -> None:
    round_ = asked(tmp_path, indicator("same"), indicator("once"), indicator("mark", "mark", consolidation="any"))
    first = part(year(round_, 2022), {"a": {"same": number("5")}})
    second = part(year(round_, 2023), {"a": {"same": number("5"), "once": number("6")}})
    assert area_charts([first, second]) == ()
    assert area_charts([]) == ()


def test_one_chart_has_one_unit_one_size_and_few_indicators(tmp_path: Path) -> None:
    names = [*"abcd", "huge", "rate"]
    round_ = asked(
        tmp_path,
        *(indicator(name) for name in names[:-1]),
        indicator("rate", "percent", consolidation="mean", unit={"vi": "%", "en": "%"}),
    )
    figures = {"huge": "5000", "rate": "50"}
    parts = [
        part(
            short(year(round_, 2017 + place)),
            {agency: {name: number(str(int(figures.get(name, "5")) + place)) for name in names} for agency in "ab"},
        )
        for place in range(8)
    ]
    charts = area_charts(parts)
    assert [[one.indicator.id for one in chart.drawn] for chart in charts] == [["a", "b", "c"], ["d"]]
    assert all(len(chart.drawn) <= MOST_SERIES and len(chart.periods) == MOST_PERIODS for chart in charts)
    assert charts[0].labels[-1] == "2024"
    assert charts[0].words.startswith("Lĩnh vực: một số chỉ tiêu qua các kỳ (đơn vị tính: cái). A: 2019 14; 2020 16;")
    assert charts[1].title == "Lĩnh vực: D (đơn vị tính: cái)".replace("D (", "d (")


def test_a_period_with_answers_missing_has_its_sign(tmp_path: Path) -> None:
    round_ = asked(tmp_path, indicator("n"))
    whole = part(short(year(round_, 2022)), {"a": {"n": number("5")}, "b": {"n": number("5")}})
    (chart,) = area_charts([whole, part(short(year(round_, 2023)), {"a": {"n": number("5")}})])
    assert (chart.labels, chart.notes) == (("2022", "2023*"), ("(*) Kỳ chưa có đủ số liệu của các đơn vị.",))


def test_arrivals_rise_by_steps_until_the_deadline(tmp_path: Path) -> None:
    round_ = asked(tmp_path, indicator("n"))
    days = ((date(2024, 6, 21), 1), (date(2024, 7, 8), 2))
    arrivals = Arrivals(days, 3, date(2024, 6, 20), date(2024, 7, 5), extended=((date(2024, 7, 9), 1),))
    report = replace(Report.of([part(round_, {})], ""), arrivals=arrivals)
    chart = arrivals_chart(report)
    assert chart is not None
    opened_at, first, last = date(2024, 6, 20), days[0][0], days[1][0]
    assert chart.steps == ((opened_at, 0), (first, 0), (first, 1), (last, 1), (last, 2), (last, 2))
    assert chart.words == (
        "Tiến độ gửi số liệu 6 tháng đầu năm 2024 so với thời hạn. Có 1/3 cơ quan, đơn vị gửi đúng hạn"
        " (hạn gửi 05/7/2024); tất cả đã có 2/3. Gia hạn: 1 đơn vị đến 09/7/2024."
    )
    assert arrivals_chart(replace(report, arrivals=None)) is None
    assert arrivals_chart(replace(report, arrivals=replace(arrivals, days=()))) is None


def test_the_sample_has_charts_in_every_area_and_its_arrivals(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        report = reporting.read(workspace)
        again = reporting.read(workspace, ["2020", "2021"])
    charts = area_charts(report.parts)
    assert list(dict.fromkeys(one.area.id for one in charts)) == list("1234567")
    (procedures,) = [one for one in charts if one.drawn[0].indicator.id == "procedures-province"]
    assert procedures.labels == ("2021", "2022", "2023", "6 tháng 2024")
    assert [str(one) for one in procedures.drawn[0].amounts] == ["1439", "1488", "1469", "1455"]
    assert report.arrivals is not None
    assert (report.arrivals.owing, report.arrivals.so_far, report.arrivals.in_time) == (39, 39, 39)
    # the arrivals are those of the newest round in the report
    assert again.arrivals is not None
    assert again.arrivals.deadline == date(2021, 12, 20)


def test_a_day_is_written_as_documents_write_it() -> None:
    assert [vietnamese_day(date(2024, month, 5)) for month in (1, 2, 3, 12)] == [
        *("05/01/2024", "05/02/2024", "05/3/2024", "05/12/2024"),
    ]
