"""A break in a series on paper: an empty place in the charts of Word."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from docx.oxml import parse_xml

from reformdesk.core.report_charts import AreaChart, area_charts
from reformdesk.office.chart_xml import area_sheet, area_xml
from tests.core.test_across_breaks import MERGED, gave
from tests.core.test_breaks import round_of

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MEAN = {"consolidation": "mean"}


def chart(years: int = 2, drawn: int = 1, **changed: Any) -> AreaChart:
    """Return a chart over so many years before a merger, and the year after it."""
    old, new = round_of(("a", "b")), round_of(("c",), *MERGED, **changed)
    before = [gave(old, 2024 - place, a=str(3 + place), b="5") for place in reversed(range(years))]
    (found,) = area_charts([*before, gave(new, 2025, c="9")])
    return AreaChart(
        found.area, found.unit, found.periods, found.drawn * drawn, seams=found.seams, otherwise=found.otherwise
    )


def labels(one: AreaChart) -> list[str | None]:
    first = next(parse_xml(area_xml(one, "rId1").encode()).iter(f"{C}ser"))
    return [point.findtext(f"{C}v") for point in first.findall(f"{C}cat/{C}strRef/{C}strCache/{C}pt")]


@pytest.mark.parametrize("changed", [{}, MEAN])
def test_columns_stand_apart_where_others_report_and_where_the_series_is_broken(changed: dict[str, Any]) -> None:
    one = chart(**changed)
    assert labels(one) == ["2023", "2024", "┆", "2025"]
    assert area_sheet(one).rows[1:] == (
        ("2023", Decimal(9)),
        ("2024", Decimal(8)),
        ("┆", None),
        ("2025", Decimal(9)),
    )
    series: Any = parse_xml(area_xml(one, "rId1").encode())
    figures = series.find(f".//{C}val/{C}numRef/{C}numCache")
    assert [point.get("idx") for point in figures.iter(f"{C}pt")] == ["0", "1", "3"]
    assert figures.find(f"{C}ptCount").get("val") == "4"
    assert series.findtext(f".//{C}val/{C}numRef/{C}f") == "Sheet1!$B$2:$B$5"
    # whoever does not see it is told
    assert one.notes[0] in one.words


def test_a_line_stops_only_where_the_series_does() -> None:
    assert "lineChart" in area_xml(chart(years=5, drawn=3), "rId1")
    assert "┆" not in labels(chart(years=5, drawn=3))
    assert labels(chart(years=5, drawn=3, **MEAN))[-2:] == ["┆", "2025"]
