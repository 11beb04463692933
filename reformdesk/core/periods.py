"""The reporting periods of the year, as the ministry asks for them.

Quarter one 15/12–14/3, six months 15/12–14/6, quarter three 15/6–14/9 (that quarter alone), the
year 15/12–14/12; Home Affairs owes each by day 20 of its last month. A round may differ: these
are proposals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class _Pattern:
    suffix: str
    start: tuple[int, int]
    end_month: int
    months: int
    title: tuple[str, str]
    short: tuple[str, str]
    cumulates: bool = True


PERIODS: Mapping[str, _Pattern] = {
    "q1": _Pattern("-q1", (-1, 12), 3, 3, ("Quý I năm {y}", "First quarter of {y}"), ("Quý I/{y}", "Q1 {y}")),
    "h1": _Pattern("-h1", (-1, 12), 6, 6, ("6 tháng đầu năm {y}", "First half of {y}"), ("6 tháng {y}", "H1 {y}")),
    "q3": _Pattern(
        "-q3", (0, 6), 9, 3, ("Quý III năm {y}", "Third quarter of {y}"), ("Quý III/{y}", "Q3 {y}"), cumulates=False
    ),
    "year": _Pattern("", (-1, 12), 12, 12, ("Năm {y}", "Year {y}"), ("{y}", "{y}")),
}


@dataclass(frozen=True)
class PeriodProposal:
    """A period with its usual days; ``deadline`` is when agencies are usually asked for it."""

    id: str
    title: Mapping[str, str]
    short: Mapping[str, str]
    starts: date
    ends: date
    months: int
    cumulates: bool
    printed: str
    deadline: date


def propose(key: str, year: int) -> PeriodProposal:
    """Return the usual days of one of :data:`PERIODS` in a year."""
    pattern = PERIODS[key]
    years_before, month = pattern.start
    printed = f"Năm {year}" if pattern.months == 12 else f"Năm {year} (tính đến {{cut_off}})"
    return PeriodProposal(
        id=f"{year}{pattern.suffix}",
        title=_label(pattern.title, year),
        short=_label(pattern.short, year),
        starts=date(year + years_before, month, 15),
        ends=date(year, pattern.end_month, 14),
        months=pattern.months,
        cumulates=pattern.cumulates,
        printed=printed,
        deadline=date(year, pattern.end_month, 15),
    )


def _label(names: tuple[str, str], year: int) -> dict[str, str]:
    vietnamese, english = names
    return {"vi": vietnamese.format(y=year), "en": english.format(y=year)}
