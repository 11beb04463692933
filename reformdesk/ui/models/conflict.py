"""What waits for a decision, read for its page; and what each choice does, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reformdesk.conflict_sentences import EFFECTS, STEPS
from reformdesk.core import conflicts, what_counts
from reformdesk.core.conflicts import Choice, Conflict, Step
from reformdesk.core.foreseeing import Effect, Moved, Place
from reformdesk.core.merged import Received
from reformdesk.core.remarks import PROVISIONAL
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import Value
from reformdesk.exchange.keys import matching_code
from reformdesk.ui.dates import now
from reformdesk.ui.models.decided import Named, decision_words, issue_words, lowered, read_named
from reformdesk.ui.models.review import ReviewData, Side, letter, read_review, value_text
from reformdesk.words import Words

_MOST_TOTALS = 3


@dataclass(frozen=True, eq=False)
class ConflictData:
    """A conflict as its page shows it; ``review`` has the submissions in question as its sides.

    ``review`` is ``None`` where what was decided is about no submission.
    """

    conflict: Conflict
    named: Named
    review: ReviewData | None = None
    letters: Mapping[str, str] = field(default_factory=dict)

    @property
    def round(self) -> Round:
        """The round."""
        return self.named.round


def read_conflict(workspace: Workspace, place: Place, decision_id: str = "") -> ConflictData | None:
    """Read what waits at a place, or what contradicts a decision; ``None`` where there is nothing (any more)."""
    conflict = (
        conflicts.of_decision(workspace, place.round, decision_id, now())
        if decision_id
        else conflicts.of_submission(workspace, place, now())
    )
    if conflict is None:
        return None
    named = read_named(workspace, place.round)
    if conflict.received is None:
        return ConflictData(conflict, named)
    several = len(conflict.sides) > 1
    sides = tuple(
        Side(letter(number) if several else "", one, what_counts.answers_in(workspace, one.digest))
        for number, one in enumerate(conflict.sides)
    )
    review = read_review(workspace, place.round, place.agency, place.digest)
    letters = {side.received.digest: side.letter for side in sides} if several else {}
    return ConflictData(conflict, named, replace(review, sides=sides) if review is not None else None, letters)


def step_words(choice: Choice, data: ConflictData, words: Words) -> str:
    """Return what a choice is."""
    said: dict[str, object] = {}
    match choice.step:
        case Step.COMPARE | Step.MISTAKEN:
            said = {"code": matching_code(choice.subject)}
        case Step.CHOOSE:
            chosen = next(one for one in data.conflict.sides if one.digest == choice.subject)
            said = {"side": lowered(submission_words(chosen, data.letters, words))}
        case Step.ROUND_ISSUE:
            said = {"issue": issue_words(data.named, choice.subject, words)}
        case Step.HOLD | Step.TAKE_BACK:
            one = data.named.decisions[choice.subject]
            said = {"what": decision_words(one, data.named, words)}
    text = words.say("steps", STEPS[choice.step], **said)
    return text[:1].upper() + text[1:]


def submission_words(one: Received, letters: Mapping[str, str], words: Words) -> str:
    """Return what a submission is called among the others."""
    if one.entered:
        return words.say("effects", EFFECTS["entry"], revision=one.revision)
    if one.digest in letters:
        return words.say("effects", EFFECTS["side"], letter=letters[one.digest], revision=one.revision)
    return words.say("effects", EFFECTS["number"], revision=one.revision)


def effect_words(effect: Effect, round_: Round, words: Words, letters: Mapping[str, str] | None = None) -> list[str]:
    """Return what a decision does, a sentence a line."""
    return list(_effect_lines(effect, round_, words, letters or {}))


def _effect_lines(effect: Effect, round_: Round, words: Words, letters: Mapping[str, str]) -> Iterator[str]:
    def say(code: str, **said: object) -> str:
        return words.say("effects", EFFECTS[code], **said)

    yield from _counting_lines(effect, letters, words)
    yield from _waiting_lines(effect, letters, words)
    if effect.agencies_before != effect.agencies:
        yield say("agencies", before=effect.agencies_before, after=effect.agencies, owing=effect.owing)
    if effect.values:
        yield say("totals", count=len(effect.values))
        shown = [_total_words(one, round_, words) for one in effect.values[:_MOST_TOTALS]]
        left = len(effect.values) - len(shown)
        yield from shown[:-1]
        yield f"{shown[-1]}; {say('more', count=left)}" if left else shown[-1]
    if effect.wider:
        yield say("wider", count=effect.wider)
    if not effect.values and not effect.wider:
        yield say("no-total")
    named = {one.digest for one in (effect.subject, effect.counts, *_aside(effect, letters)) if one is not None}
    for code, found in (("freed", effect.freed), ("held", effect.held)):
        others = sum(one.digest not in named for one in found)
        if others:
            yield say(code, count=others)


def _aside(effect: Effect, letters: Mapping[str, str]) -> list[Received]:
    """Return the other sides that wait no more because one was chosen."""
    side = letters.keys() - {one.digest for one in (effect.subject, effect.counts) if one is not None}
    return [one for one in effect.freed if one.digest in side and one.state == "waiting"]


def _waiting_lines(effect: Effect, letters: Mapping[str, str], words: Words) -> Iterator[str]:
    """Yield what becomes of what waited and does not count: the submission in question, and the other sides."""
    subject, away = effect.subject, _aside(effect, letters)
    if subject is not None and subject.needs_decision:
        reasons = "; ".join(lowered(words.reason(reason)) for reason in subject.reasons)
        one = submission_words(subject, letters, words)
        yield words.say("effects", EFFECTS["still-waits"], one=one, reasons=reasons)
    elif subject is not None and subject.state == "waiting":
        away.insert(0, subject)
    for other in away:
        yield words.say("effects", EFFECTS["put-away"], one=submission_words(other, letters, words))


def _counting_lines(effect: Effect, letters: Mapping[str, str], words: Words) -> Iterator[str]:
    before, after = effect.counted, effect.counts
    said: dict[str, object] = {}
    if after is not None:
        said["one"] = submission_words(after, letters, words)
    if before is not None:
        said["other"] = (
            lowered(submission_words(before, letters, words)) if after else submission_words(before, letters, words)
        )
    if before is not None and after is not None:
        yield words.say("effects", EFFECTS["goes-on" if before.digest == after.digest else "instead"], **said)
    elif after is not None:
        yield words.say("effects", EFFECTS["counts"], **said)
    elif before is not None:
        yield words.say("effects", EFFECTS["no-more"], **said)
    elif effect.subject is not None:
        yield words.say("effects", EFFECTS["nothing-counts"])
    if after is not None and after.provisional and not (before is not None and before.provisional):
        yield words.say("effects", EFFECTS["marked"], sign=PROVISIONAL)


def _total_words(moved: Moved, round_: Round, words: Words) -> str:
    indicator = round_.catalogue.indicators[moved.indicator]

    def shown(value: Value) -> str:
        return value_text(value, indicator, words)

    name = indicator.name.text(words.language)
    text = words.say("effects", EFFECTS["total"], indicator=name, before=shown(moved.before), after=shown(moved.after))
    if moved.coverage_before == moved.coverage:
        return text
    return words.say("effects", EFFECTS["covered"], total=text, before=moved.coverage_before, after=moved.coverage)
