"""One agency's report: its own answers as the figures of the indicators that it owes, in the printed tables' layout.

Officers ask an agency about its figures, and an agency asks what was taken in of it; both want a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reformdesk.core import adjusting, merged, roundbook, what_counts
from reformdesk.core.catalogue import Catalogue, Indicator, Label, Row, Table
from reformdesk.core.closing_document import Counted
from reformdesk.core.consolidation import Share, Submitted, Total
from reformdesk.core.organisation import Agency
from reformdesk.core.rates import answer_of
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import Status, is_answer
from reformdesk.errors import Mendable


def read(workspace: Workspace, agency: str, round_ids: Sequence[str] | None = None) -> Report:
    """Return the report on what counts of one agency in rounds, in all that ask it where none are named.

    What it did not answer is blank. Totals that officers adjusted and earlier periods' totals are nobody's own
    answers and are left out. Raises ``Mendable``: ``unknown-round``, ``unknown-agency``, ``agency-owes-nothing``.
    """
    workspace.require_sound()
    past = adjusting.past_rounds(workspace)
    wanted = [roundbook.load(workspace, name) for name in merged.in_time(workspace, round_ids) if name not in past]
    known = [round_ for round_ in wanted if agency in round_.by_id]
    if not known:
        raise Mendable("unknown-agency", agency=agency)
    asking = [round_ for round_ in known if round_.owed(agency)]
    if not asking:
        raise Mendable("agency-owes-nothing", agency=known[-1].by_id[agency].name)
    parts = [own(round_, agency, what_counts.submitted(workspace, round_.id, agency).get(agency)) for round_ in asking]
    newest = asking[-1].by_id[agency]
    return replace(Report.of(parts, merged.digest(workspace)), agency=newest)


def own(round_: Round, agency: str, counted: Submitted | None) -> ConsolidatedRound:
    """Return a round with one agency's answers as its figures, and no table or row but those that it owes.

    Rates that are computed from its answers stand among them.
    """
    owed = round_.figures_of(agency)
    own = replace(
        round_,
        title=_of(round_.title, round_.by_id[agency]),
        catalogue=_asked_of(round_.catalogue, frozenset(owed)),
    )
    totals = {name: _answered(round_.catalogue.indicators[name], agency, counted) for name in owed}
    if counted is None:
        return ConsolidatedRound(own, totals)
    return ConsolidatedRound(
        own,
        totals,
        merged.narratives(round_, {agency: counted}),
        {agency: counted.told} if counted.entered else {},
        counted={agency: Counted(counted.digest, counted.revision, counted.entered, counted.provisional)},
    )


def _of(title: Label, agency: Agency) -> Label:
    """Return a round's title with the agency's name."""
    return Label(f"{title.vi} của {agency.name}", f"{title.text('en')}, {agency.text('en')}")


def _answered(indicator: Indicator, agency: str, counted: Submitted | None) -> Total:
    """Return an answer as a figure with one share; without a submission it has none."""
    name = indicator.id
    if counted is None:
        return Total(name, Status.BLANK, (), 0, 1)
    value = answer_of(indicator, counted.answers)
    said = counted.explanations.get(name, "")
    share = Share(agency, value, said, counted.digest, counted.provisional, counted.entered)
    answers, waived = is_answer(value), value is Status.NOT_APPLICABLE
    return Total(
        name,
        value,
        (share,),
        int(answers and not waived),
        int(not waived),
        sent=1,
        provisional=int(answers and counted.provisional),
        entered=int(answers and counted.entered),
    )


def _asked_of(catalogue: Catalogue, owed: frozenset[str]) -> Catalogue:
    tables = (_shortened(table, owed) for table in catalogue.tables)
    return replace(catalogue, tables=tuple(table for table in tables if any(table.indicators())))


def _shortened(table: Table, owed: frozenset[str]) -> Table:
    """Return a table without the rows and columns of what is not owed, and without rows that structure nothing then."""
    columns = tuple(column for column in table.columns if not column.indicator or column.indicator in owed)
    return replace(table, columns=columns, rows=tuple(reversed(list(_kept(reversed(table.rows), owed)))))


def _kept(rows: Iterable[Row], owed: frozenset[str]) -> Iterable[Row]:
    """Yield, from the last row up, those that are owed and those that they stand below."""
    # the levels above the rows kept so far that still want their heading
    wanted: set[int] = set()
    for row in rows:
        if row.indicator in owed or row.level in wanted:
            yield row
            wanted = set(range(row.level))
