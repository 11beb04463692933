"""Rounds: what is asked, of whom, for which period and until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from reformdesk.core import catalogue_reading, rates, values
from reformdesk.core.catalogue import Catalogue, Label, Nature, Reporter, Table
from reformdesk.core.inherited import Descent, Inherited
from reformdesk.core.organisation import Agency, Succession, reporting
from reformdesk.core.values import Value
from reformdesk.errors import Refused
from reformdesk.exchange.payload import RoundDocument

_CUT_OFF = "{cut_off}"


@dataclass(frozen=True)
class Period:
    """What a round covers. ``months`` is its length; ``cumulates`` says whether it runs from the
    year's start. ``cut_off`` has the day that each area's figures are taken on.
    """

    starts: date
    ends: date
    months: int
    cumulates: bool
    cut_off: Mapping[str, date]
    areas: tuple[str, ...]
    printed: str
    printed_in: Mapping[str, str]

    def heading(self, table: Table) -> str:
        """Return the period as ``table`` prints it, with the cut-off day of the table's area."""
        day = self.printed_day(table)
        return self._pattern(table).replace(_CUT_OFF, f"{day.day}/{day.month}" if day else "")

    def printed_day(self, table: Table) -> date | None:
        """Return the cut-off day of the table's area where ``table`` prints it."""
        return self.cut_off.get(table.area) if _CUT_OFF in self._pattern(table) else None

    def _pattern(self, table: Table) -> str:
        return self.printed_in.get(table.id, self.printed)


class Break(StrEnum):
    """In what an indicator's figures of two editions differ, so that they are no one series."""

    KIND = "kind"
    UNIT = "unit"
    NATURE = "nature"
    CONSOLIDATION = "consolidation"
    RATE = "rate"


@dataclass(frozen=True, eq=False)
class EarlierRound:
    """A past round's accepted answers, as they travel in a later round file.

    ``answers`` are as they were reported, by the agencies of then; :meth:`Round.inherited` has what is an agency's
    of it now. ``breaks`` says by indicator why its figures mean something else than those of the later round.
    """

    id: str
    title: Label
    short: Label
    months: int
    ends: date
    answers: Mapping[str, Mapping[str, Value]]
    breaks: Mapping[str, Break] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Round:
    """A round as handed out: ``digest`` is the SHA-256 of its ``round.json``.

    ``signatures`` is how many a submission needs: two where the head of the agency signs as well.
    ``details`` asks for what subordinate units contribute; ``evidence_limit`` is in bytes, 0 for none set.
    A corrected issue says in ``note`` what changed, and in ``asked_again`` which indicators it wants anew.
    ``former`` are agencies that are no more and that ``succession`` names; it has who succeeded whom until the
    round's last day.
    """

    id: str
    digest: str
    revision: int
    province: str
    office: str
    title: Label
    short: Label
    period: Period
    deadline: date
    opened_at: datetime
    catalogue: Catalogue
    agencies: tuple[Agency, ...]
    earlier: tuple[EarlierRound, ...]
    signatures: int = 1
    details: bool = False
    evidence_limit: int = 0
    note: Label | None = None
    asked_again: frozenset[str] = frozenset()
    former: tuple[Agency, ...] = ()
    succession: tuple[Succession, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Agency]:
        """The agencies by id."""
        return {agency.id: agency for agency in self.agencies}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each agency stands in the office's order, by id."""
        return {agency.id: place for place, agency in enumerate(self.agencies)}

    @cached_property
    def known(self) -> Mapping[str, Agency]:
        """The agencies by id, those that are no more among them."""
        return {**{agency.id: agency for agency in self.former}, **self.by_id}

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The indicators that this round has figures of, asked for or computed, in printed order.

        A rate of which a part lies in an area that the round leaves out cannot be computed in it.
        """
        area_of, areas = self.catalogue.area_of, self.period.areas
        within = {name for name in self.catalogue.order if area_of[name] in areas}
        lacking = {name for name, rate in self.catalogue.rates.items() if not within.issuperset(rate.parts)}
        return tuple(name for name in self.catalogue.order if name in within - lacking)

    @cached_property
    def _figures(self) -> Mapping[str, tuple[str, ...]]:
        indicators = self.catalogue.indicators
        return {
            agency.id: tuple(name for name in self.asked if agency.answers_for(indicators[name].reporter))
            for agency in self.agencies
        }

    @cached_property
    def _owed(self) -> Mapping[str, tuple[str, ...]]:
        computed = self.catalogue.rates
        return {
            agency: tuple(name for name in names if name not in computed) for agency, names in self._figures.items()
        }

    def owed(self, agency_id: str) -> tuple[str, ...]:
        """Return the indicators an agency owes, in printed order; empty where it owes none.

        A rate that is computed from its parts is owed by nobody.
        """
        return self._owed.get(agency_id, ())

    def figures_of(self, agency_id: str) -> tuple[str, ...]:
        """Return the indicators that an agency has figures of: what it owes, and the rates computed from that."""
        return self._figures.get(agency_id, ())

    def why_not_owed(self, agency_id: str, indicator_id: str) -> str:
        """Return the code of why an agency cannot enter what it does not owe: it is computed, or another's."""
        return "computed" if indicator_id in self.figures_of(agency_id) else "not-owed"

    def with_rates(self, agency_id: str, answers: Mapping[str, Value]) -> dict[str, Value]:
        """Return an agency's answers with the rates that are computed from them."""
        indicators = (self.catalogue.indicators[name] for name in self.figures_of(agency_id))
        return {**answers, **{one.id: rates.answer_of(one, answers) for one in indicators if one.rate is not None}}

    def owing(self, indicator_id: str) -> tuple[Agency, ...]:
        """Return the agencies that owe an indicator, in the office's order."""
        reporter = self.catalogue.indicators[indicator_id].reporter
        if reporter not in self._reporting:
            self._reporting[reporter] = reporting(self.agencies, reporter)
        return self._reporting[reporter]

    @cached_property
    def _reporting(self) -> dict[Reporter, tuple[Agency, ...]]:
        """Who reports for whom, filled as it is asked: few reporters stand behind many indicators."""
        return {}

    def areas_of(self, agency_id: str) -> tuple[str, ...]:
        """Return the areas that an agency owes something in, in order."""
        owed = {self.catalogue.area_of[name] for name in self.owed(agency_id)}
        return tuple(area.id for area in self.catalogue.areas if area.id in owed)

    def earlier_value(self, past: EarlierRound, agency_id: str, indicator_id: str) -> Value | None:
        """Return an agency's figure of then, with its predecessors' where they add up; ``None`` where there is none."""
        own = past.answers.get(agency_id, {}).get(indicator_id)
        if own is not None and agency_id not in self.descent.touched:
            return own
        return self.inherited(past, agency_id, indicator_id).value

    def earlier_values(self, past: EarlierRound, agency_id: str) -> dict[str, Value]:
        """Return an agency's figures of then, by indicator of this round."""
        found = ((name, self.earlier_value(past, agency_id, name)) for name in self.asked)
        return {name: value for name, value in found if value is not None}

    def inherited(self, past: EarlierRound, agency_id: str, indicator_id: str) -> Inherited:
        """Return an agency's figure of then with all that it is made of, or that stands beside it instead."""
        key = (past.id, agency_id, indicator_id)
        if key not in self._inherited:
            self._inherited[key] = self.descent.inherited(past.answers, past.ends, agency_id, indicator_id)
        return self._inherited[key]

    @cached_property
    def descent(self) -> Descent:
        """Who does now what others did before."""
        return Descent(self.catalogue.indicators, self.agencies, self.succession)

    @cached_property
    def _inherited(self) -> dict[tuple[str, str, str], Inherited]:
        """What was inherited, filled as it is asked: a form asks for the same few figures at every key."""
        return {}

    def same_period_last_year(self) -> EarlierRound | None:
        """Return the earlier round of the same length that ended about a year before (cùng kỳ năm trước)."""
        return next(
            (
                past
                for past in reversed(self.earlier)
                if past.months == self.period.months and 330 <= (self.period.ends - past.ends).days <= 400
            ),
            None,
        )

    def comparable(self, indicator_id: str) -> tuple[EarlierRound, ...]:
        """Return the earlier rounds to compare with, nearest in kind first; none that counted otherwise.

        A stock is compared with the period before, whatever its length; a flow only with periods
        of the same length, the same period last year first.
        """
        asked = [past for past in reversed(self.earlier) if self._is_like(past, indicator_id)]
        if self.catalogue.indicators[indicator_id].nature is Nature.STOCK:
            return tuple(asked)
        return tuple(past for past in asked if past.months == self.period.months)

    def previous(self, indicator_id: str) -> EarlierRound | None:
        """Return the last earlier round that asked for an indicator as this one does (kỳ liền trước)."""
        return next((past for past in reversed(self.earlier) if self._is_like(past, indicator_id)), None)

    def _is_like(self, past: EarlierRound, indicator_id: str) -> bool:
        """Whether an earlier round asked for an indicator, or for what it is computed from, and counted alike."""
        rate = self.catalogue.indicators[indicator_id].rate
        names = (indicator_id, *(rate.parts if rate else ()))
        was_asked = any(name in answers for answers in past.answers.values() for name in names)
        return indicator_id not in past.breaks and was_asked


def from_document(document: RoundDocument, digest: str) -> Round:
    """Build the round that a verified round file describes.

    Raises ``Refused``: ``invalid-document`` where it names what it does not have, and what reading the
    indicator set raises.
    """
    round_ = _built(document, digest)
    known = {area.id for area in round_.catalogue.areas}
    if round_.office not in round_.by_id:
        raise Refused("invalid-document", where="office")
    if len(round_.by_id) != len(round_.agencies):
        raise Refused("invalid-document", where="agencies")
    people = {*round_.by_id, *(one.id for one in round_.former)}
    if len(people) != len(round_.agencies) + len(round_.former):
        raise Refused("invalid-document", where="former")
    if any({one.before, one.after} - people or one.before == one.after for one in round_.succession):
        raise Refused("invalid-document", where="succession")
    if not set(round_.period.areas) <= known or len(set(round_.period.areas)) != len(round_.period.areas):
        raise Refused("invalid-document", where="period/areas")
    return round_


class _PastAnswers(Mapping[str, Mapping[str, Value]]):
    """An earlier round's answers by agency, each read when it is first looked at: a desk needs its own alone."""

    def __init__(self, wire: Mapping[str, Mapping[str, Any]]) -> None:
        self._wire = wire
        self._read: dict[str, Mapping[str, Value]] = {}

    def __getitem__(self, agency: str) -> Mapping[str, Value]:
        if agency not in self._read:
            self._read[agency] = {name: values.from_wire(wire) for name, wire in self._wire[agency].items()}
        return self._read[agency]

    def __iter__(self) -> Iterator[str]:
        return iter(self._wire)

    def __len__(self) -> int:
        return len(self._wire)


def _built(document: RoundDocument, digest: str) -> Round:
    return Round(
        id=document.id,
        digest=digest,
        revision=document.revision,
        province=document.province,
        office=document.office,
        title=_label(document.title),
        short=_label(document.short),
        period=period_from_wire(document.period),
        deadline=document.deadline,
        opened_at=document.opened_at,
        catalogue=catalogue_reading.parse(document.catalogue),
        agencies=tuple(agency_from_wire(wire) for wire in document.agencies),
        earlier=tuple(
            EarlierRound(
                id=past["round"],
                title=_label(past["title"]),
                short=_label(past["short"]),
                months=past["months"],
                ends=date.fromisoformat(past["ends"]),
                answers=_PastAnswers(past["answers"]),
                breaks={name: Break(why) for name, why in past.get("breaks", {}).items()},
            )
            for past in document.earlier
        ),
        signatures=document.signatures,
        details=document.details,
        evidence_limit=document.evidence_limit * 1024 * 1024,
        note=_label(document.note) if document.note else None,
        asked_again=frozenset(document.asked_again),
        former=tuple(agency_from_wire({"groups": (), **wire}) for wire in document.former),
        succession=tuple(succession_from_wire(wire) for wire in document.succession),
    )


def period_from_wire(wire: Mapping[str, Any]) -> Period:
    """Build a period from its JSON form."""
    return Period(
        starts=date.fromisoformat(wire["from"]),
        ends=date.fromisoformat(wire["to"]),
        months=wire["months"],
        cumulates=wire["cumulates"],
        cut_off={area: date.fromisoformat(day) for area, day in wire["cut_off"].items()},
        areas=tuple(wire["areas"]),
        printed=wire["printed"],
        printed_in=dict(wire["printed_in"]),
    )


def agency_from_wire(wire: Mapping[str, Any]) -> Agency:
    """Build an agency from its JSON form."""
    return Agency(wire["id"], wire["name"], tuple(wire["groups"]), wire.get("name_en", ""), wire.get("contact", ""))


def succession_from_wire(wire: Mapping[str, Any]) -> Succession:
    """Build a succession from its JSON form; without ``indicators`` all tasks went over."""
    named = frozenset(wire["indicators"]) if "indicators" in wire else None
    return Succession(wire["from"], wire["to"], date.fromisoformat(wire["on"]), named)


def _label(wire: Mapping[str, str]) -> Label:
    return Label(wire["vi"], wire.get("en", ""))
