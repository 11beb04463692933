"""The agencies' figures of whole rounds, read for comparing them with one another; kept while the same files count."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reformdesk.core import journal, outliers, roundbook, what_counts
from reformdesk.core.catalogue import Indicator
from reformdesk.core.consolidation import Submitted
from reformdesk.core.like_periods import are_alike
from reformdesk.core.outliers import MOST_ROUNDS, Amounts, Outlier
from reformdesk.core.rates import answer_of
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number


@dataclass(frozen=True)
class Odd:
    """A figure that stands out, the submission that it stands in, and what the agency said of it."""

    indicator: str
    outlier: Outlier
    submission: str
    explanation: str


@dataclass(frozen=True, eq=False)
class OutliersOf:
    """What stands out in a round, the weightiest first."""

    round: Round
    lines: tuple[Odd, ...]


class RoundFigures:
    """A round's numbers by indicator and agency, packed: a large province has a quarter of a million of them."""

    def __init__(self, round_: Round, submitted: Mapping[str, Submitted]) -> None:
        self._agencies = tuple(submitted)
        self.submissions = {agency: one.digest for agency, one in submitted.items()}
        # the same few numbers stand thousands of times
        same: dict[Decimal, Decimal] = {}
        asked = [round_.catalogue.indicators[name] for name in round_.asked]
        self._columns = {one.id: tuple(_amount(each, one, same) for each in submitted.values()) for one in asked}

    def amounts(self) -> dict[str, Amounts]:
        """Return the figures by indicator, each by agency."""
        return {
            name: {agency: one for agency, one in zip(self._agencies, column, strict=True) if one is not None}
            for name, column in self._columns.items()
        }


def _amount(submitted: Submitted, indicator: Indicator, same: dict[Decimal, Decimal]) -> Decimal | None:
    value = answer_of(indicator, submitted.answers)
    return same.setdefault(value.amount, value.amount) if isinstance(value, Number) else None


def compared_with(workspace: Workspace, round_id: str) -> list[str]:
    """Return the earlier rounds that a round's figures are measured by, oldest first."""
    this = roundbook.load(workspace, round_id)
    others = (roundbook.load(workspace, name) for name in roundbook.round_ids(workspace) if name != round_id)
    earlier = sorted(
        (one for one in others if one.period.ends < this.period.ends), key=lambda one: (one.period.ends, one.id)
    )
    asked = {one.id: frozenset(one.asked) for one in earlier}
    wanted: set[str] = set()
    for name in this.asked:
        like = [one.id for one in earlier if name in asked[one.id] and are_alike(this, one, name)]
        wanted.update(like[-MOST_ROUNDS:])
    return [one.id for one in earlier if one.id in wanted]


def read(workspace: Workspace, round_id: str) -> RoundFigures:
    """Return what counts in a round, as numbers."""
    return _packed(_Counting(workspace, round_id))


def outliers_of(workspace: Workspace, round_id: str) -> OutliersOf:
    """Return what stands out in a round; quick where :func:`read` was asked for the rounds before."""
    names = [*compared_with(workspace, round_id), round_id]
    return _measured(_Measuring(workspace, tuple(_Counting(workspace, name) for name in names)))


class _Counting:
    """A round, known by what counts in it; read only where it is not known yet."""

    def __init__(self, workspace: Workspace, round_id: str) -> None:
        self.round = roundbook.load(workspace, round_id)
        self._workspace: Workspace | None = workspace
        self.known_by: tuple[Hashable, ...] = (self.round.digest, *_counting(workspace, round_id))

    def read_once(self) -> RoundFigures:
        """Read it, and let go of the workspace: the cache keeps this object."""
        workspace, self._workspace = self._workspace, None
        if workspace is None:
            raise RuntimeError("read already")
        return RoundFigures(self.round, what_counts.submitted(workspace, self.round.id))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Counting) and self.known_by == other.known_by

    def __hash__(self) -> int:
        return hash(self.known_by)


def _counting(workspace: Workspace, round_id: str) -> tuple[Hashable, ...]:
    counting = sorted(what_counts.counting(workspace, round_id).items())
    return tuple(counting), tuple(sorted(one.id for one in journal.of_round(workspace, round_id)))


@lru_cache(maxsize=24)
def _packed(counting: _Counting) -> RoundFigures:
    return counting.read_once()


class _Measuring:
    """A round and those that it is measured by, oldest first and itself last, known by what counts in them."""

    def __init__(self, workspace: Workspace, rounds: tuple[_Counting, ...]) -> None:
        self._rounds = rounds
        self._workspace: Workspace | None = workspace

    def measure_once(self) -> OutliersOf:
        """Read and measure, and let go of the workspace."""
        workspace, self._workspace = self._workspace, None
        if workspace is None:
            raise RuntimeError("measured already")
        *past, now = [(one.round, _packed(one)) for one in self._rounds]
        round_, figures = now
        found = outliers.find(round_, figures.amounts(), [(other, one.amounts()) for other, one in past])
        said: dict[str, Submitted] = {}
        lines = []
        for name, ones in found.items():
            for one in ones:
                digest = figures.submissions[one.agency]
                if digest not in said:
                    said[digest] = what_counts.answers_in(workspace, digest)
                lines.append(Odd(name, one, digest, said[digest].explanations.get(name, "")))
        order = {name: place for place, name in enumerate(round_.asked)}
        lines.sort(key=lambda one: (-one.outlier.weight, order[one.indicator], one.outlier.agency))
        return OutliersOf(round_, tuple(lines))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Measuring) and self._rounds == other._rounds

    def __hash__(self) -> int:
        return hash(self._rounds)


@lru_cache(maxsize=24)
def _measured(measuring: _Measuring) -> OutliersOf:
    return measuring.measure_once()
