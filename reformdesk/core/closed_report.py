"""A round's closings in the report: what holds, what changed against what was sent, and a round as it was closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reformdesk.core import closings, refolding, roundbook
from reformdesk.core.closing_document import (
    Against,
    Closing,
    ClosingNote,
    Differences,
    Figure,
    State,
    Stood,
    changes,
    counted_in,
    differences,
    figures_in,
)
from reformdesk.core.consolidation import Total
from reformdesk.core.refolding import figure_of
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.exchange.documents import SHORT

_UNSAID = "–"
"""Stands where nobody at this desk says why a figure was adjusted."""


@dataclass(frozen=True, eq=False)
class AsClosed:
    """A round as it was closed. ``rebuilt``: the files that are here come to the very same figures."""

    closing: Closing
    part: ConsolidatedRound
    rebuilt: bool


def noted(workspace: Workspace, parts: Iterable[ConsolidatedRound]) -> list[ConsolidatedRound]:
    """Return rounds, each with what is to be said of its closing where it ever was closed."""
    return [replace(part, closing=note_on(workspace, part.round)) for part in parts]


def note_on(workspace: Workspace, round_: Round) -> ClosingNote | None:
    """Return what a report of a round as it stands says of its closing; ``None`` where it was never closed."""
    found = closings.looked_at(workspace, round_.id)
    if found.state is State.OPEN:
        return None
    if found.state is State.CLOSED and not found.differs:
        (last,) = found.last
        return note_of(workspace, round_, last)
    # what was sent is the last closing itself
    against = _against(workspace, round_, {one: closings.since(workspace, one) for one in found.last})
    digests = tuple(one.digest for one in found.last)
    return ClosingNote(found.state, found.number, digests, differs=bool(against), against=against)


def as_closed(workspace: Workspace, round_id: str, which: str) -> AsClosed:
    """Return a round as a closing of it says, whatever came since.

    ``which`` is its number, or its digest as it is shown or longer. The figures are those of the closing; the
    shares behind them are read from the files. Raises ``Mendable``: ``unknown-round``, ``unknown-closing``,
    ``closing-ambiguous`` where two desks made one of this number apart, ``closing-not-rebuilt`` where the issue of
    the round is not here.
    """
    title = roundbook.load(workspace, round_id).title
    known = closings.of_round(workspace, round_id)
    named = [one for one in known if which == str(one.number)]
    if not named and len(which) >= SHORT:
        named = [one for one in known if one.digest.startswith(which.lower())]
    if not named:
        raise Mendable("unknown-closing", round=title, number=which)
    if len(named) > 1:
        raise Mendable("closing-ambiguous", number=which, digests=", ".join(one.code for one in named))
    (closing,) = named
    try:
        round_ = roundbook.load_issue(workspace, closing.issue)
    except KeyError as problem:
        raise Mendable("closing-not-rebuilt", number=closing.number) from problem
    return _as_closed(workspace, round_, closing)


def _as_closed(workspace: Workspace, round_: Round, closing: Closing) -> AsClosed:
    counted, figures = counted_in(closing.state), figures_in(closing.state)
    folded = refolding.refold(workspace, round_, counted, closing.decisions)
    computed = {name: figure_of(total) for name, total in folded.part.totals.items()}
    rebuilt = not folded.absent and computed == figures
    return AsClosed(closing, as_it_was(workspace, folded.part, closing), rebuilt)


def as_it_was(workspace: Workspace, folded: ConsolidatedRound, closing: Closing) -> ConsolidatedRound:
    """Return a round with the figures of a closing, and the shares that it was folded from."""
    figures = figures_in(closing.state)
    totals = {name: _total(total, figures[name]) for name, total in folded.totals.items() if name in figures}
    return replace(folded, totals=totals, closing=note_of(workspace, folded.round, closing))


def note_of(workspace: Workspace, round_: Round, closing: Closing) -> ClosingNote:
    """Return what a report of a round as it was closed says of that closing."""
    sent = {one: changes(one.state, closing.state) for one in _before(workspace, closing)}
    return ClosingNote(State.CLOSED, closing.number, (closing.digest,), against=_against(workspace, round_, sent))


def note_then(workspace: Workspace, part: ConsolidatedRound, state: State, last: Sequence[Closing]) -> ClosingNote:
    """Return what a report said of a round whose figures were not, or no more, those of its ``last`` closings."""
    stood = Stood({name: figure_of(total) for name, total in part.totals.items()}, part.counted, part.round.digest)
    sent = {one: differences(Stood(figures_in(one.state), counted_in(one.state), one.issue), stood) for one in last}
    against = _against(workspace, part.round, sent)
    digests = tuple(one.digest for one in last)
    return ClosingNote(state, max(one.number for one in last), digests, differs=bool(against), against=against)


def _total(folded: Total, figure: Figure) -> Total:
    """Return a total as the closing has it, with the shares that are here."""
    answered, _, owed = figure.coverage.partition("/")
    from_adjusted = folded.from_adjusted and folded.value == figure.value and figure.computed is None
    return replace(
        folded,
        value=figure.value,
        folded=folded.folded if from_adjusted else figure.computed,
        from_adjusted=from_adjusted,
        adjusted="" if figure.computed is None else folded.adjusted or _UNSAID,
        answered=int(answered),
        owed=int(owed),
        entered=figure.entered,
        provisional=figure.provisional,
    )


def _before(workspace: Workspace, closing: Closing) -> list[Closing]:
    known = {one.digest: one for one in closings.of_round(workspace, closing.round)}
    return [known[digest] for digest in closing.previous if digest in known]


def _against(workspace: Workspace, round_: Round, differences: Mapping[Closing, Differences]) -> tuple[Against, ...]:
    """Return the differences that there are, each with what is needed to print it, totals in printed order."""
    return tuple(_printed(workspace, round_, one, found) for one, found in differences.items() if found)


def _printed(workspace: Workspace, round_: Round, before: Closing, found: Differences) -> Against:
    order = {name: place for place, name in enumerate(round_.asked)}
    try:
        then = roundbook.load_issue(workspace, before.issue)
    except KeyError:
        then = round_
    # what is asked no more stands last
    totals = sorted(found.totals, key=lambda one: (order.get(one.indicator, len(order)), one.indicator))
    indicators = {**then.catalogue.indicators, **round_.catalogue.indicators}
    names = {**{one.id: one.name for one in then.agencies}, **{one.id: one.name for one in round_.agencies}}
    official = {one.id: place for place, one in enumerate(round_.agencies)}
    counted = sorted(found.counted, key=lambda one: (official.get(one.agency, len(official)), one.agency))
    return Against(
        before.number,
        before.digest,
        replace(found, totals=tuple(totals), counted=tuple(counted)),
        {one.indicator: indicators[one.indicator] for one in totals if one.indicator in indicators},
        {one.agency: names.get(one.agency, one.agency) for one in counted},
    )
