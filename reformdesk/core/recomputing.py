"""A report's figures made once more from what it says it was made from, and how that stands to what holds today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reformdesk.core import (
    agency_report,
    board,
    closed_report,
    closings,
    filing,
    journal,
    merged,
    refolding,
    reporting,
    roundbook,
    what_counts,
)
from reformdesk.core.closing_document import Closing, Counted, State, Stood, counted_in, differences
from reformdesk.core.deciding import Kind
from reformdesk.core.origin import Origin, RoundOrigin
from reformdesk.core.refolding import figure_of
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import Value
from reformdesk.errors import Mendable


@dataclass(frozen=True)
class Lacking:
    """What of a report's origin is not at this desk: rounds (by id) whose issue, ``files`` as round, agency and digest.

    ``decisions`` and ``closings`` go by id and digest.
    """

    rounds: tuple[str, ...] = ()
    files: tuple[tuple[str, str, str], ...] = ()
    decisions: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rounds or self.files or self.decisions or self.closings)


@dataclass(frozen=True)
class FileChange:
    """An agency of which another submission counts than the report says; ``None`` where none does."""

    round: str
    agency: str
    name: str
    printed: Counted | None
    now: Counted | None


@dataclass(frozen=True)
class FigureToday:
    """A total that is another one today; ``None`` where it is not asked for."""

    round: str
    indicator: str
    printed: Value | None
    now: Value | None


@dataclass(frozen=True)
class Since:
    """What came after the state that a report names: submissions that count, decisions, corrected rounds.

    ``figures`` are the totals that would be printed otherwise today.
    """

    files: tuple[FileChange, ...] = ()
    decisions: int = 0
    corrected: tuple[str, ...] = ()
    figures: tuple[FigureToday, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.files or self.decisions or self.corrected or self.figures)


@dataclass(frozen=True, eq=False)
class Recomputed:
    """A report made once more.

    ``current`` says whether the state that it names is the one that holds; ``untrue`` are the lines of the origin that
    are not those of the state or the closing that it names: somebody changed them. ``report`` is ``None``
    where no round of it could be made. ``unsure`` are the totals, by round and indicator, that lack a file or a
    decision here.
    """

    origin: Origin
    report: Report | None
    current: bool
    lacking: Lacking = Lacking()
    untrue: tuple[FileChange, ...] = ()
    misdecided: bool = False
    unsure: frozenset[tuple[str, str]] = frozenset()
    since: Since = Since()

    @property
    def is_true(self) -> bool:
        """Whether the origin is that of the state it names, as far as this desk can know."""
        return not self.untrue and not self.misdecided


@dataclass(frozen=True, eq=False)
class _Made:
    """One round of a report made once more; without ``part`` where its issue is not at this desk."""

    origin: RoundOrigin
    part: ConsolidatedRound | None = None
    absent: frozenset[str] = frozenset()
    undecided: frozenset[str] = frozenset()
    unclosed: tuple[str, ...] = ()
    untrue: tuple[FileChange, ...] = ()
    unsure: frozenset[str] = frozenset()


def recompute(workspace: Workspace, made_from: Origin) -> Recomputed:
    """Make a report's rounds once more, and compare what they were made from with what holds now."""
    made = [_make(workspace, one, made_from.agency) for one in made_from.rounds]
    parts = tuple(one.part.for_printing() for one in made if one.part is not None)
    shown = [one.origin for one in made if one.part is not None]
    found = ((one.id, _now(workspace, one.id, made_from.agency)) for one in made_from.rounds)
    now = {name: part for name, part in found if part is not None}
    current = _is_current(workspace, made_from)
    since = _since(made, now)
    untrue = [change for one in made for change in one.untrue]
    if current:
        untrue += [change for change in since.files if change not in untrue]
    return Recomputed(
        made_from,
        _report(workspace, made_from, parts, shown) if parts else None,
        current,
        Lacking(
            tuple(one.origin.id for one in made if one.part is None),
            tuple((one.origin.id, agency, one.origin.counted[agency].digest) for one in made for agency in one.absent),
            tuple(sorted(name for one in made for name in one.undecided)),
            tuple(digest for one in made for digest in one.unclosed),
        ),
        tuple(untrue),
        current and any(set(one.origin.decisions) != _decided(now.get(one.origin.id)) for one in made),
        frozenset((one.origin.id, name) for one in made for name in one.unsure),
        Since() if current else since,
    )


def _report(
    workspace: Workspace, made_from: Origin, parts: tuple[ConsolidatedRound, ...], shown: Sequence[RoundOrigin]
) -> Report:
    """Return the report as it is written anew; of an agency or a closing it says nothing of when the files came."""
    newest = parts[-1].round
    report = Report(parts, made_from.state, lambda: _whole(workspace, shown, made_from.agency))
    if made_from.agency:
        return replace(report, agency=newest.by_id.get(made_from.agency))
    kept = reporting.letterhead(workspace)
    if _is_of_closing(made_from):
        return replace(report, letterhead=kept)
    return replace(report, arrivals=board.read_arrivals(workspace, newest.id), letterhead=kept)


def _is_of_closing(made_from: Origin) -> bool:
    return [one.closing for one in made_from.rounds] == [made_from.state]


def _make(workspace: Workspace, one: RoundOrigin, agency: str) -> _Made:
    known = {closing.digest: closing for closing in closings.of_round(workspace, one.id)}
    last = [known[digest] for digest in one.last if digest in known]
    unclosed = tuple(digest for digest in one.last if digest not in known)
    if one.issue not in {str(row["digest"]) for row in filing.filed(workspace, "round", one.id)}:
        return _Made(one, unclosed=unclosed)
    round_ = roundbook.load_issue(workspace, one.issue)
    if agency:
        return _make_own(workspace, one, round_, agency)
    folded = refolding.refold(workspace, round_, one.counted, one.decisions)
    part = replace(folded.part, closing=None)
    unsure = frozenset(name for one in folded.absent if one in round_.by_id for name in round_.figures_of(one))
    if folded.undecided:
        # nobody knows which figure they are on
        unsure = frozenset(part.totals)
    untrue = tuple(_untrue(workspace, round_, one, known.get(one.closing)))
    if one.closing in known:
        part = closed_report.as_it_was(workspace, part, known[one.closing])
        unsure = frozenset()
    elif last and not unclosed:
        part = replace(part, closing=closed_report.note_then(workspace, part, one.stand, last))
    return _Made(one, part, folded.absent, folded.undecided, unclosed, untrue, unsure)


def _make_own(workspace: Workspace, one: RoundOrigin, round_: Round, agency: str) -> _Made:
    """Return what one agency answered; its report names no decisions, so those that stand are followed."""
    decided = [known.id for known in journal.of_round(workspace, round_.id) if known.kind is Kind.ISSUE]
    folded = refolding.refold(workspace, round_, one.counted, decided)
    part = agency_report.own(round_, agency, folded.answers.get(agency)) if agency in round_.by_id else None
    unsure = frozenset(round_.figures_of(agency)) if part is not None and folded.absent else frozenset[str]()
    return _Made(one, part, folded.absent, untrue=tuple(_untrue(workspace, round_, one, None)), unsure=unsure)


def _untrue(workspace: Workspace, round_: Round, one: RoundOrigin, closing: Closing | None) -> Iterator[FileChange]:
    """Yield the submissions that cannot have counted as an origin says."""
    closed = None if closing is None else counted_in(closing.state)
    for agency in sorted({*one.counted, *(closed or ())}):
        said = one.counted.get(agency)
        true = _as_filed(workspace, said) if closed is None else closed.get(agency)
        if said != true:
            name = round_.by_id[agency].name if agency in round_.by_id else agency
            yield FileChange(one.id, agency, name, said, true)


def _as_filed(workspace: Workspace, said: Counted | None) -> Counted | None:
    """Return how a submission is kept; as it was said where it is not here."""
    if said is None:
        return None
    try:
        kept = what_counts.answers_in(workspace, said.digest)
    except KeyError:
        return said
    return Counted(said.digest, kept.revision, bool(kept.told), said.provisional)


def _whole(workspace: Workspace, shown: Sequence[RoundOrigin], agency: str) -> Iterator[ConsolidatedRound]:
    for one in shown:
        part = _make(workspace, one, agency).part
        if part is not None:
            yield part


def _now(workspace: Workspace, round_id: str, agency: str) -> ConsolidatedRound | None:
    """Return a round as it stands; ``None`` where it is not at this desk, or asks nothing of the agency."""
    if round_id not in roundbook.round_ids(workspace):
        return None
    if agency:
        try:
            return agency_report.read(workspace, agency, [round_id]).parts[0]
        except Mendable:
            return None
    (part,) = merged.consolidated(workspace, [round_id])
    return part.for_printing()


def _is_current(workspace: Workspace, made_from: Origin) -> bool:
    """Whether a report is of the state that holds; one of a closing, whether that is the one that holds."""
    if made_from.state == merged.digest(workspace):
        return True
    if not _is_of_closing(made_from):
        return False
    (one,) = made_from.rounds
    if one.id not in roundbook.round_ids(workspace):
        return False
    found = closings.looked_at(workspace, one.id)
    return found.state is State.CLOSED and not found.differs and found.last[0].digest == one.closing


def _decided(part: ConsolidatedRound | None) -> set[str]:
    return set() if part is None else set(part.decisions)


def _since(made: Iterable[_Made], now: Mapping[str, ConsolidatedRound]) -> Since:
    files: list[FileChange] = []
    figures: list[FigureToday] = []
    corrected: list[str] = []
    decisions = 0
    for one in made:
        today = now.get(one.origin.id)
        if today is None:
            continue
        then = one.part if one.part is not None else replace(today, totals={}, counted=one.origin.counted)
        found = differences(_stood(then), _stood(today))
        names = {agency.id: agency.name for agency in (*then.round.agencies, *today.round.agencies)}
        files += [
            FileChange(one.origin.id, each.agency, names.get(each.agency, each.agency), each.before, each.after)
            for each in found.counted
        ]
        figures += [
            FigureToday(one.origin.id, each.indicator, *values)
            for each in found.totals
            if one.part is not None and each.indicator not in one.unsure
            for values in [tuple(figure.value if figure else None for figure in (each.before, each.after))]
            if values[0] != values[1]
        ]
        corrected += [one.origin.id] if one.origin.issue != today.round.digest else []
        decisions += len(set(today.decisions) - set(one.origin.decisions))
    return Since(tuple(files), decisions, tuple(corrected), tuple(figures))


def _stood(part: ConsolidatedRound) -> Stood:
    return Stood({name: figure_of(total) for name, total in part.totals.items()}, part.counted, part.round.digest)
