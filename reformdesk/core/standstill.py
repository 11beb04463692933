"""Stocks that stand still: one tick an area says that they are what they were (*Không thay đổi*).

A stock (the number of procedures in force, say) is normally what it was in the period before; to
type it again is work, and to copy it in silence is not an answer. Flows are left out: a flow that
repeats itself is asked about (:mod:`reformdesk.core.checks`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reformdesk.core.answers import NO_ANSWER, Answer
from reformdesk.core.catalogue import Nature
from reformdesk.core.rounds import EarlierRound, Round
from reformdesk.core.values import Status, Value, is_answer


@dataclass(frozen=True)
class Standstill:
    """An area's stocks that were answered in the period before.

    ``open`` has those not answered yet, with the value they had; ``same`` and ``moved`` those that
    were answered alike and otherwise. ``since`` is the earlier round, ``None`` where they differ in it.
    """

    open: Mapping[str, Value]
    same: tuple[str, ...]
    moved: tuple[str, ...]
    since: EarlierRound | None

    @property
    def is_settled(self) -> bool:
        """Whether every stock is answered."""
        return not self.open

    @property
    def count(self) -> int:
        """How many stocks there are."""
        return len(self.open) + len(self.same) + len(self.moved)


def standstill(round_: Round, agency: str, answers: Mapping[str, Answer], area: str) -> Standstill:
    """Return how an area's stocks stand beside the period before."""
    open_: dict[str, Value] = {}
    same: list[str] = []
    moved: list[str] = []
    rounds: dict[str, EarlierRound] = {}
    for name in round_.owed(agency):
        if round_.catalogue.area_of[name] != area:
            continue
        past = _before(round_, agency, name)
        if past is None:
            continue
        earlier, before = past
        rounds[earlier.id] = earlier
        now = answers.get(name, NO_ANSWER).value
        if now is Status.BLANK:
            open_[name] = before
        else:
            (same if now == before else moved).append(name)
    since = next(iter(rounds.values())) if len(rounds) == 1 else None
    return Standstill(open_, tuple(same), tuple(moved), since)


def _before(round_: Round, agency: str, name: str) -> tuple[EarlierRound, Value] | None:
    """Return the period before in which a stock was asked, and its answer then, if it was one."""
    if round_.catalogue.indicators[name].nature is not Nature.STOCK:
        return None
    for past in round_.comparable(name)[:1]:
        value = round_.earlier_value(past, agency, name)
        if value is not None and is_answer(value):
            return past, value
    return None
