"""What a report answers to a form's placeholders. Nothing is guessed: what is not plain is left, with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reformdesk.core.catalogue import Catalogue, Indicator, Kind
from reformdesk.core.consolidation import Share, Total
from reformdesk.core.like_periods import Likeness, partners
from reformdesk.core.remarks import remarks_on
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.text import fold
from reformdesk.core.values import Number, Value, is_answer, write, write_number
from reformdesk.office import placeholders, printed_places
from reformdesk.office.placeholders import Placeholder, Role, Said, Turn, What

_MOST_TOLD = 6
"""Of what a placeholder may mean."""


@dataclass(frozen=True)
class Filled:
    """What is put in a placeholder's place.

    ``text`` is as the report prints it, without a unit; ``amount`` is there where it is a figure, in percent where
    ``per_cent``. ``agency`` is empty for a total; ``coverage`` is given where a total lacks an answer.
    """

    text: str
    indicator: str
    round: str
    agency: str = ""
    what: What = What.VALUE
    amount: Decimal | None = None
    per_cent: bool = False
    coverage: str = ""


@dataclass(frozen=True)
class Left:
    """Why a placeholder stays as it is: ``code`` and what its sentence needs."""

    code: str
    params: tuple[tuple[str, str], ...] = ()

    @classmethod
    def because(cls, code: str, **params: str) -> Left:
        """Return a reason with its parameters."""
        return cls(code, tuple(params.items()))


Outcome = Filled | Left


@dataclass(frozen=True)
class _Asked:
    """A placeholder whose indicator, period and agency are known; ``agency`` is empty for the total."""

    indicator: str
    part: ConsolidatedRound
    agency: str
    what: What


@dataclass(frozen=True)
class _Dated:
    id: str
    months: int
    ends: date


def answers(report: Report, inners: Iterable[str]) -> dict[str, Outcome]:
    """Return what stands for each text between braces. The newest round of the report is the period of the form.

    The agencies' figures are read only where one is asked for; raises what reading them raises
    (:mod:`reformdesk.core.reporting`).
    """
    bound = {inner: _bind(report, placeholders.parse(inner)) for inner in dict.fromkeys(inners)}
    shares = _shares(report, [one for one in bound.values() if isinstance(one, _Asked) and one.agency])
    return {inner: one if isinstance(one, Left) else _answer(one, shares) for inner, one in bound.items()}


def _bind(report: Report, said: Placeholder) -> _Asked | Left:
    if said.twice:
        return Left.because("said-twice", text=said.twice)
    indicator = _indicator(report, said.indicator)
    if isinstance(indicator, Left):
        return indicator
    part, agencies = _period(report, said, indicator)
    if isinstance(part, Left):
        return part
    if indicator not in part.totals:
        return Left.because("not-asked", round=part.round.title.vi)
    agency = _agency(part, agencies, total=said.total)
    if isinstance(agency, Left):
        return agency
    if agency and said.what in (What.VALUE, What.NOTE) and indicator not in part.round.figures_of(agency):
        return Left.because("not-owed", agency=part.round.by_id[agency].name)
    return _Asked(indicator, part, agency, said.what)


def _indicator(report: Report, text: str) -> str | Left:
    """Return the indicator of an id, a printed number or a name; numbers are the newest round's."""
    if not text:
        return Left("no-indicator")
    if any(fold(text) in part.round.catalogue.indicators for part in report.parts):
        return fold(text)
    catalogue = report.newest.catalogue
    found = printed_places.at(catalogue, text)
    if found.headings and not found.indicators:
        return Left.because("heading", text=text)
    if found.indicators:
        return _one([*found.indicators, *(row.name for row in found.headings)], catalogue, text)
    # what the newest set does not name, an older one may have
    for part in reversed(report.parts):
        named = _named(part.round.catalogue, text)
        if named:
            return _one(named, part.round.catalogue, text)
    return Left.because("unknown-indicator", text=text)


def _named(catalogue: Catalogue, text: str) -> list[str]:
    return [one.id for one in catalogue.indicators.values() if fold(text) in (fold(one.name.vi), fold(one.name.en))]


def _one(found: Sequence[str], catalogue: Catalogue, text: str) -> str | Left:
    """Return the only one of what was found; several are told by the places that part them."""
    if len(found) == 1:
        return found[0]
    known = catalogue.indicators
    told = [printed_places.path_of(catalogue, one) or one if one in known else f"“{one}”" for one in found]
    choices = ", ".join(told[:_MOST_TOLD]) + (" …" if len(told) > _MOST_TOLD else "")
    return Left.because("ambiguous-indicator", text=text, choices=choices)


def _period(report: Report, said: Placeholder, indicator: str) -> tuple[ConsolidatedRound | Left, list[Said]]:
    """Return the period that is meant, and what was said that names none."""
    named: list[ConsolidatedRound] = []
    others = []
    for one in said.said:
        found = _rounds_named(report, one.text) if one.role in (Role.ANY, Role.PERIOD) else []
        if len(found) > 1:
            ids = ", ".join(part.round.id for part in found)
            return Left.because("ambiguous-period", text=one.text, choices=ids), []
        named += found
        if not found and (one.role is Role.PERIOD or _looks_like_period(report, one)):
            return Left.because("unknown-period", text=one.text), []
        if not found:
            others.append(one)
    if len(named) + (said.turn is not None) > 1:
        return Left.because("said-twice", text=said.said[-1].text), []
    if named:
        return named[0], others
    return _turned(report, said.turn or Turn.THIS, indicator), others


def _looks_like_period(report: Report, said: Said) -> bool:
    """Whether what names no period was meant to: it has a year in it or begins like one, and names no agency."""
    folded = fold(said.text)
    if said.role is Role.AGENCY or any(_agencies_named(part, folded) for part in report.parts):
        return False
    return folded.startswith(("ky ", "quy ")) or any(word.isdigit() and len(word) == 4 for word in _words(folded))


def _words(folded: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in folded).split()


def _rounds_named(report: Report, text: str) -> list[ConsolidatedRound]:
    """Return the rounds with this id; else those that are called so."""
    wanted = fold(text)
    by_id = [part for part in report.parts if part.round.id == wanted]
    return by_id or [part for part in report.parts if wanted in _names_of(part)]


def _names_of(part: ConsolidatedRound) -> set[str]:
    return {fold(name) for label in (part.round.title, part.round.short) for name in (label.vi, label.en) if name}


def _turned(report: Report, turn: Turn, indicator: str) -> ConsolidatedRound | Left:
    now = report.parts[-1]
    if turn is Turn.THIS:
        return now
    ends = now.round.period.ends
    earlier = [part for part in report.parts[:-1] if part.round.period.ends < ends]
    match turn:
        case Turn.PREVIOUS:
            found = sorted(
                (part for part in earlier if indicator in part.totals), key=lambda part: part.round.period.ends
            )[-1:]
        case Turn.SAME_LAST_YEAR:
            likeness = dict(partners(map(_dated, report.parts), _dated(now)))
            found = [part for part in earlier if likeness.get(_dated(part)) is Likeness.SAME_PERIOD]
        case _:
            found = [
                part
                for part in earlier
                if (part.round.period.months, part.round.period.ends.year) == (12, ends.year - 1)
            ]
    if not found:
        return Left.because("period-missing", period=turn.value)
    if len(found) > 1:
        return Left.because("ambiguous-period", text=turn.value, choices=", ".join(part.round.id for part in found))
    return found[0]


def _dated(part: ConsolidatedRound) -> _Dated:
    return _Dated(part.round.id, part.round.period.months, part.round.period.ends)


def _agency(part: ConsolidatedRound, said: Sequence[Said], *, total: bool) -> str | Left:
    if not said:
        return ""
    if total or len(said) > 1:
        return Left.because("said-twice", text=said[-1].text)
    found = _agencies_named(part, fold(said[0].text))
    if len(found) > 1:
        return Left.because("ambiguous-agency", text=said[0].text, choices=", ".join(found))
    if found:
        return found[0]
    code = "unknown-agency" if said[0].role is Role.AGENCY else "unknown-word"
    return Left.because(code, text=said[0].text)


def _agencies_named(part: ConsolidatedRound, folded: str) -> list[str]:
    """Return the agency with this id; else those that are called so."""
    if folded in part.round.by_id:
        return [folded]
    return [one.id for one in part.round.agencies if folded in (fold(one.name), fold(one.name_en))]


_Shares = Mapping[tuple[str, str, str], Share]


def _shares(report: Report, asked: Sequence[_Asked]) -> _Shares:
    """Return the agencies' shares that are asked for, by round, indicator and agency."""
    wanted = {(one.part.round.id, one.indicator, one.agency) for one in asked if one.what in (What.VALUE, What.NOTE)}
    missing = {round_id for round_id, _, _ in wanted}
    found: dict[tuple[str, str, str], Share] = {}
    rounds: Iterator[ConsolidatedRound] = iter(report.whole()) if missing else iter(())
    for part in rounds:
        for name, total in part.totals.items() if part.round.id in missing else ():
            places = ((part.round.id, name, share.agency) for share in total.shares)
            found |= {place: share for place, share in zip(places, total.shares, strict=True) if place in wanted}
        missing.discard(part.round.id)
        if not missing:
            break
    return found


def _answer(asked: _Asked, shares: _Shares) -> Outcome:
    indicator = asked.part.round.catalogue.indicators[asked.indicator]
    total = asked.part.totals[asked.indicator]
    match asked.what:
        case What.NAME:
            return _filled(asked, indicator.name.vi)
        case What.UNIT:
            return _filled(asked, indicator.unit.vi)
        case What.COVERAGE:
            return _coverage(asked, total)
    if asked.agency:
        return _of_agency(asked, indicator, total, shares.get((asked.part.round.id, asked.indicator, asked.agency)))
    if asked.what is What.NOTE:
        return _filled(asked, "; ".join(one.printed for one in remarks_on(total, indicator)))
    coverage = total.coverage if total.is_partial and not total.is_past else ""
    return _value(asked, indicator, total.value, coverage)


def _coverage(asked: _Asked, total: Total) -> Outcome:
    if asked.agency:
        return Left("coverage-of-agency")
    return Left("past") if total.is_past else _filled(asked, total.coverage)


def _of_agency(asked: _Asked, indicator: Indicator, total: Total, share: Share | None) -> Outcome:
    if total.is_past:
        return Left("past")
    if share is None:
        return Left.because("not-received", agency=asked.part.round.by_id[asked.agency].name)
    if asked.what is What.NOTE:
        return _filled(asked, share.explanation)
    if not is_answer(share.value):
        return Left.because("left-blank", agency=asked.part.round.by_id[asked.agency].name)
    return _value(asked, indicator, share.value)


def _value(asked: _Asked, indicator: Indicator, value: Value, coverage: str = "") -> Outcome:
    """Return a value; a blank is no zero, and no empty place either that would read as one."""
    if not is_answer(value):
        return Left("blank")
    if not isinstance(value, Number):
        return _filled(asked, write(value, indicator), coverage=coverage)
    per_cent = indicator.kind in (Kind.PERCENT, Kind.RATE_OR_BLOCKS)
    text = write_number(value.amount, indicator.digits)
    return _filled(asked, text, amount=value.amount, per_cent=per_cent, coverage=coverage)


def _filled(
    asked: _Asked, text: str, *, amount: Decimal | None = None, per_cent: bool = False, coverage: str = ""
) -> Filled:
    return Filled(text, asked.indicator, asked.part.round.id, asked.agency, asked.what, amount, per_cent, coverage)
