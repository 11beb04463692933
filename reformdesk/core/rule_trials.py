"""A rule tried on the figures of a round that is over: whom it would have stopped or asked, before it goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reformdesk.core import checks, roundbook, what_counts
from reformdesk.core.catalogue import Rule
from reformdesk.core.checks import Finding
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number, Value

_AGAINST_THE_PAST = ("jump", "repeat")


@dataclass(frozen=True, eq=False)
class Trial:
    """What a rule finds in a round.

    ``unknown`` are indicators that it names and the round did not ask about: then nothing was tried. ``tried``
    counts the agencies that gave every figure it looks at; ``found`` has what it says, by agency in the
    office's order.
    """

    round: Round
    unknown: tuple[str, ...]
    tried: int
    found: tuple[tuple[str, Finding], ...]


def in_workspace(workspace: Workspace, rule: Rule, round_id: str) -> Trial:
    """Try a rule on what counts in a round. Raises ``Mendable('unknown-round')``."""
    round_ = roundbook.load(workspace, round_id)
    answers = {agency: one.answers for agency, one in what_counts.submitted(workspace, round_id).items()}
    return tried(round_, rule, answers)


def tried(round_: Round, rule: Rule, answers: Mapping[str, Mapping[str, Value]]) -> Trial:
    """Try a rule on the agencies' answers of a round, which is bound to an edition of its own."""
    unknown = tuple(name for name in rule.operands() if name not in round_.asked)
    if unknown:
        return Trial(round_, unknown, 0, ())
    alone = replace(round_, catalogue=replace(round_.catalogue, rules=(rule,)))
    count, found = 0, []
    for agency in round_.agencies:
        given = answers.get(agency.id)
        if given is None:
            continue
        whole = round_.with_rates(agency.id, given)
        if _is_tried(round_, rule, agency.id, whole):
            count += 1
            said = checks.check_answers(alone, agency.id, whole)
            found += [(agency.id, one) for one in said if one.rule == rule.id]
    return Trial(round_, (), count, tuple(found))


def _is_tried(round_: Round, rule: Rule, agency: str, given: Mapping[str, Value]) -> bool:
    """Whether an agency gave all that a rule looks at."""
    if operands := rule.operands():
        return all(isinstance(given.get(name), Number) for name in operands)
    indicators = round_.catalogue.indicators
    figures = [name for name in round_.owed(agency) if isinstance(given.get(name), Number)]
    if rule.kind in _AGAINST_THE_PAST:
        past = [(name, one) for name in figures for one in round_.earlier]
        return any(isinstance(round_.earlier_value(one, agency, name), Number) for name, one in past)
    return any(indicators[name].kind in rule.kinds for name in figures)
