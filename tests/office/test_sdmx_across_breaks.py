"""A break in a series as statistical tools are told of it."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from reformdesk.core.consolidation import Total
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.values import Status
from reformdesk.office import sdmx
from reformdesk.office.sdmx_codes import TOTAL
from tests.core.test_across_breaks import MERGED, TWO, UNIT, gave
from tests.core.test_breaks import round_of


def written(*parts: ConsolidatedRound) -> list[tuple[str, str]]:
    """Return the status and the remark of each total of ``n``, oldest first."""
    text = b"".join(sdmx.pieces(Report.of(parts, ""))).decode()
    rows = [row for row in csv.DictReader(StringIO(text)) if (row["INDICATOR"], row["REPORTER"]) == ("n", TOTAL)]
    return [(row["OBS_STATUS"], row["COMMENT_OBS"]) for row in rows]


def changed(part: ConsolidatedRound, **given: Any) -> ConsolidatedRound:
    totals: dict[str, Total] = {**part.totals, "n": replace(part.totals["n"], **given)}
    return replace(part, totals=totals)


@pytest.mark.parametrize(
    ("after", "status", "said"),
    [
        ({}, "A", "Từ năm 2025, số liệu do C báo cáo"),
        (UNIT, "B", "Chuỗi số liệu bị gián đoạn từ năm 2025: đơn vị tính thay đổi."),
    ],
)
def test_the_first_figure_after_a_break_says_so(after: dict[str, Any], status: str, said: str) -> None:
    old, new = round_of(("a", "b")), round_of(("c",), *MERGED, **after)
    parts = [gave(old, 2023, **TWO), gave(old, 2024, **TWO), gave(new, 2025, c="9"), gave(new, 2026, c="9")]
    first, second, third, fourth = written(*parts)
    assert (first, second, fourth) == (("A", ""), ("A", ""), ("A", ""))
    assert third[0] == status
    assert third[1].startswith(said)
    # what else is to be said of a figure is weightier, and the reason stays
    ((_, _), (provisional, why)) = written(parts[1], changed(parts[2], owed=2))
    assert provisional == "P"
    assert why.startswith(said)


def test_where_nothing_was_given_nothing_is_broken() -> None:
    old, new = round_of(("a",)), round_of(("a",), **UNIT)
    blank = changed(gave(old, 2024, a="3"), value=Status.BLANK)
    assert written(blank, gave(new, 2025, a="3"))[1] == ("A", "")
    before = gave(old, 2023, a="3")
    assert written(before, changed(gave(new, 2024, a="3"), value=Status.BLANK), gave(new, 2025, a="3"))[2][0] == "B"
