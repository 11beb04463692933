"""The reporting periods of the year, as the ministry asks for them.

Quarter one 15/12–14/3, six months 15/12–14/6, quarter three 15/6–14/9 (that quarter alone), nine months
15/12–14/9 where a province wants them, the year 15/12–14/12; Home Affairs owes each by day 20 of its
last month. A round may differ: these are proposals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reformdesk.core.text import nfc, slug


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
    "9m": _Pattern(
        "-9m", (-1, 12), 9, 9, ("9 tháng đầu năm {y}", "First nine months of {y}"), ("9 tháng {y}", "9M {y}")
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


def next_due(day: date) -> tuple[str, int]:
    """Return the key and year of the period that the ministry asks for next."""
    asked = ((key, year) for year in (day.year, day.year + 1) for key in ("q1", "h1", "q3", "year"))
    return next((key, year) for key, year in asked if propose(key, year).deadline >= day)


def custom(title: str, english: str, starts: date, ends: date, *, cumulates: bool) -> PeriodProposal:
    """Return a period that is none of :data:`PERIODS`; its id comes from its title."""
    vietnamese, foreign = (" ".join(nfc(text).split()) for text in (title, english))
    names = {"vi": vietnamese, **({"en": foreign} if foreign else {})}
    return PeriodProposal(
        id=slug(vietnamese),
        title=names,
        short=names,
        starts=starts,
        ends=ends,
        months=months_between(starts, ends),
        cumulates=cumulates,
        printed=f"{vietnamese} (tính đến {{cut_off}})",
        deadline=ends,
    )


def months_between(starts: date, ends: date) -> int:
    """Return the length of a span in whole months, at least one; both days belong to it."""
    return max(1, min(120, round(((ends - starts).days + 1) / 30.44)))


def _label(names: tuple[str, str], year: int) -> dict[str, str]:
    vietnamese, english = names
    return {"vi": vietnamese.format(y=year), "en": english.format(y=year)}
