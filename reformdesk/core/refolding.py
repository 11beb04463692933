"""A round folded once more from what counted once: the files and decisions that are named, whatever came since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from reformdesk.core import adjusting, deciding, filing, issues, journal, merged, roundbook, what_counts
from reformdesk.core.closing_document import Counted, Figure
from reformdesk.core.consolidation import Submitted, Total, consolidate
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace


@dataclass(frozen=True, eq=False)
class Refolded:
    """A round as the files that are here come to.

    ``absent`` are the agencies whose named file is not at this desk, or is not theirs; ``undecided`` the
    decisions that are not. ``answers`` are what the others' files say, by agency.
    """

    part: ConsolidatedRound
    answers: Mapping[str, Submitted]
    absent: frozenset[str]
    undecided: frozenset[str]


def refold(workspace: Workspace, round_: Round, counted: Mapping[str, Counted], decisions: Collection[str]) -> Refolded:
    """Fold a round from the submissions that ``counted`` and the ids of what had been decided on it."""
    known = [one for one in journal.of_round(workspace, round_.id) if one.id in decisions]
    decided = deciding.standing(known)
    answers: dict[str, Submitted] = {}
    for agency, one in counted.items():
        try:
            if filing.place_of(workspace, one.digest) == (round_.id, agency):
                answers[agency] = _answers(workspace, round_, one, decided)
        except KeyError:
            # the file is not at this desk
            continue
    part = ConsolidatedRound(
        round_,
        adjusting.applied_by(decided, round_, consolidate(round_, answers)),
        merged.narratives(round_, answers),
        {agency: one.told for agency, one in answers.items() if one.entered},
        counted=counted,
        decisions=tuple(sorted(decisions)),
    )
    return Refolded(
        part,
        answers,
        frozenset(counted) - frozenset(answers),
        frozenset(decisions) - frozenset(one.id for one in known),
    )


def _answers(workspace: Workspace, round_: Round, one: Counted, decided: Iterable[Decision]) -> Submitted:
    """Return what a submission was worth then."""
    said = replace(what_counts.answers_in(workspace, one.digest), provisional=one.provisional, entered=one.entered)
    whole = any(known.kind is Kind.ISSUE and known.subject == one.digest for known in decided)
    issue = what_counts.issue_of(workspace, one.digest)
    if issue == round_.digest or whole:
        return said
    same = issues.carried(roundbook.load_issue(workspace, issue), round_, said.agency).same
    return replace(said, answers={name: value for name, value in said.answers.items() if name in same})


def figure_of(total: Total) -> Figure:
    """Return a total as a closing keeps it."""
    computed = total.computed if total.adjusted else None
    return Figure(total.value, computed, total.coverage, total.entered, total.provisional)
