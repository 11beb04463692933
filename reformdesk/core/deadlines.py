"""Until when each agency has time. Lateness is shown and printed; no total depends on it.

An extension (gia hạn) is a decision on an agency in a round: it holds until another day is decided. Where
desks gave different days, the round's own deadline holds until one of them is decided on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from reformdesk.core import deciding, journal, roundbook
from reformdesk.core.changes import Changes
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc
from reformdesk.errors import Mendable

VIETNAM = timezone(timedelta(hours=7))
"""Deadlines end with the day in Vietnam, whatever zone a machine is set to."""


@dataclass(frozen=True)
class Extension:
    """What was decided on an agency's deadline, with why: ``until`` is a day, ``None`` where none holds any more.

    ``contested`` are the days that desks gave apart, none where they agree.
    """

    until: date | None
    reason: str = ""
    contested: tuple[date | None, ...] = ()


def due(deadline: date) -> datetime:
    """Return the first moment after a deadline's day."""
    return datetime.combine(deadline + timedelta(days=1), time.min, VIETNAM)


def is_past(deadline: date, moment: datetime) -> bool:
    """Whether a moment lies after a deadline."""
    return moment >= due(deadline)


def day_of(moment: datetime) -> date:
    """Return the day in Vietnam that a moment belongs to."""
    return moment.astimezone(VIETNAM).date()


def effective(deadline: date, extension: Extension | None) -> date:
    """Return the day that holds for an agency; a round whose deadline was moved further shortens nobody's time."""
    return max(deadline, extension.until) if extension is not None and extension.until is not None else deadline


def extensions(workspace: Workspace, round_id: str) -> Mapping[str, Extension]:
    """Return what was decided on agencies' deadlines in a round, by agency."""
    stands = [one for one in journal.standing_of(workspace, Kind.EXTENSION) if one.round == round_id]
    return {answers[0].subject: _extension(answers) for answers in deciding.matters(stands).values()}


def taken_back(decided: Collection[Decision]) -> frozenset[str]:
    """Return the agencies whose extension was taken back where none was given since, by all decisions on a round."""
    extended = {one.id: one.agency for one in decided if one.kind is Kind.EXTENSION}
    stands = deciding.standing(decided)
    back = {extended[one.subject] for one in stands if one.kind is Kind.TAKE_BACK and one.subject in extended}
    return frozenset(back.difference(one.agency for one in stands if one.kind is Kind.EXTENSION))


def _extension(answers: tuple[Decision, ...]) -> Extension:
    holds = deciding.agreed(answers)
    if holds is None:
        days = {_day(one) for one in answers}
        return Extension(None, contested=tuple(sorted(days, key=lambda one: (one is None, one or date.min))))
    return Extension(_day(holds), holds.reason)


def _day(one: Decision) -> date | None:
    until = one.detail["until"]
    return date.fromisoformat(until) if until is not None else None


def extend(
    workspace: Workspace,
    round_id: str,
    agencies: Collection[str],
    until: date | None,
    reason: str,
    author: str,
    now: datetime,
) -> Changes:
    """Give agencies time until a day, all or none of them; ``None`` takes back what they were given.

    Raises ``Mendable``: ``extension-reason-missing``, ``extension-too-early`` for a day that is no later than the
    round's deadline.
    """
    round_ = roundbook.load(workspace, round_id)
    reason = nfc(reason).strip()
    if not reason:
        raise Mendable("extension-reason-missing")
    if until is not None and until <= round_.deadline:
        raise Mendable("extension-too-early", day=f"{round_.deadline:%d/%m/%Y}")
    detail = {"until": until.isoformat() if until is not None else None}
    with workspace.atomic():
        for agency in agencies:
            journal.record(workspace, Decision(Kind.EXTENSION, round_id, agency, agency, detail, reason), author, now)
    return Changes.DECISIONS
