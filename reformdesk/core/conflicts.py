"""What an officer can do about a submission that waits, or about what desks decided apart, and what each does.

For every reason to wait there is either something to choose, or nothing can be decided here and the
page says what to do instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial

from reformdesk.core import deciding, decisions, filing, journal, judgement, merged, pins, roundbook, settling
from reformdesk.core.changes import Changes
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.foreseeing import Effect, Place, foresee
from reformdesk.core.journal import Line
from reformdesk.core.merged import Received
from reformdesk.core.standing import Candidate, Reason
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable

FORKED = frozenset({Reason.FORK, Reason.NOT_CHOSEN})


class Step(StrEnum):
    """What can be decided. The subject of each is a submission's digest where nothing else is said."""

    COMPARE = "compare"
    """The codes agree. The subject is a key."""
    PROVISIONAL = "provisional"
    SET_ASIDE = "set-aside"
    CHOOSE = "choose"
    HISTORY = "history"
    GAP = "gap"
    ISSUE = "issue"
    OWN = "own"
    ENTERED = "entered"
    ACCEPT = "accept"
    RETURN = "return"
    """The return holds; having accepted it is taken back."""
    COVER = "cover"
    """It had come before its key was revoked. The subject is the key."""
    MISTAKEN = "mistaken"
    """The key was pinned by mistake. The subject is the key."""
    ROUND_ISSUE = "round-issue"
    """The subject is an issue of the round."""
    HOLD = "hold"
    """The subject is one of the decisions that contradict each other."""
    TAKE_BACK = "take-back"
    """The subject is a decision."""


@dataclass(frozen=True)
class Choice:
    """One way to decide, and what it does."""

    step: Step
    subject: str
    effect: Effect


@dataclass(frozen=True)
class Conflict:
    """What waits for a decision. ``sides`` are shown field by field, in an order that no arrival decides.

    ``decided`` are the standing decisions that bear on it, with their hands; of a matter on which desks
    contradict each other it has them all, and ``received`` is ``None``.
    """

    place: Place
    received: Received | None
    reasons: tuple[Reason, ...]
    sides: tuple[Received, ...]
    choices: tuple[Choice, ...]
    decided: tuple[Line, ...] = ()
    closed: bool = False
    """The round is closed: what would be decided on it is not offered."""


@dataclass(frozen=True)
class _Case:
    """A submission that waits, with what its choices depend on."""

    workspace: Workspace
    place: Place
    shown: Received
    all_of_it: tuple[Received, ...]
    candidates: Mapping[str, Candidate]
    stands: tuple[Decision, ...] = field(default=())

    def on(self, kind: Kind, subject: str) -> tuple[Decision, ...]:
        """Return what stands of a kind on a subject."""
        return tuple(one for one in self.stands if (one.kind, one.subject) == (kind, subject))

    @property
    def entered(self) -> str:
        """The digest of the entry on behalf that counts; empty where none does."""
        return next((one.digest for one in self.all_of_it if one.entered and one.counts), "")

    @property
    def claiming(self) -> tuple[Received, ...]:
        """The submissions that claim the same place."""
        return claiming(self.shown, self.all_of_it, self.candidates)


_Options = Iterable[tuple[Step, str]]


def of_submission(workspace: Workspace, place: Place, now: datetime) -> Conflict | None:
    """Return what can be decided on a submission, and what each way does; ``None`` where there is none."""
    case = _case(workspace, place)
    if case is None:
        return None
    reasons = tuple(Reason(code) for code in case.shown.reasons)
    options = dict.fromkeys(one for reason in reasons for one in _OPTIONS[reason](case))
    return Conflict(
        place,
        case.shown,
        reasons,
        _sides(case),
        _choices(workspace, place, options, now),
        _lines(workspace, _bearing_on(case)),
        closed=bool(journal.closed_as(workspace, place.round)),
    )


def of_decision(workspace: Workspace, round_id: str, decision_id: str, now: datetime) -> Conflict | None:
    """Return what desks answered differently to the matter of a decision; ``None`` where they did not."""
    stands = _standing_in(workspace, round_id)
    named = next((one for one in stands if one.id == decision_id), None)
    # what desks closed apart is settled by closing anew
    if named is None or named.kind not in deciding.REGISTERS - {Kind.CLOSING}:
        return None
    answers = tuple(one for one in stands if one.kind in deciding.REGISTERS and one.matter == named.matter)
    if not deciding.contested(answers):
        return None
    place = Place(round_id, named.agency)
    choices = _choices(workspace, place, [(Step.HOLD, one.id) for one in answers], now)
    closed = bool(journal.closed_as(workspace, round_id))
    return Conflict(place, None, (), (), choices, _lines(workspace, answers), closed)


def foresee_taking_back(workspace: Workspace, round_id: str, decision_id: str, now: datetime) -> Effect:
    """Return what it would do to take a decision back, in a round. Raises ``Mendable('decision-gone')``."""
    taken = next((one for one in journal.everything(workspace) if one.id == decision_id), None)
    place = Place(round_id, taken.agency if taken is not None else "")
    return foresee(workspace, place, lambda: decisions.take_back(workspace, decision_id, "?", "", now))


def decide(
    workspace: Workspace, place: Place, chosen: tuple[Step, str], reason: str, author: str, now: datetime
) -> Changes:
    """Decide one way on a submission, or on what desks decided apart. Raises ``Mendable`` as each verb does."""
    step, subject = chosen
    if step in _ON_SUBMISSIONS:
        return _ON_SUBMISSIONS[step](workspace, subject, author, now, reason)
    return _ELSEWISE[step](workspace, place, subject, _Said(reason, author, now))


@dataclass(frozen=True)
class _Said:
    """Why, by whom and when."""

    reason: str
    author: str
    now: datetime


_ON_SUBMISSIONS: Mapping[Step, Callable[[Workspace, str, str, datetime, str], Changes]] = {
    Step.PROVISIONAL: decisions.accept_provisionally,
    Step.CHOOSE: decisions.choose,
    Step.HISTORY: decisions.accept_history,
    Step.GAP: settling.accept_gap,
    Step.ISSUE: settling.accept_issue,
    Step.ACCEPT: settling.accept,
}


def _compare(workspace: Workspace, place: Place, key: str, said: _Said) -> Changes:
    return decisions.pin_key(workspace, place.digest, key, said.now, said.author)


def _set_aside(workspace: Workspace, place: Place, digest: str, said: _Said) -> Changes:
    signer = _filed(workspace, place).shown.signer
    return decisions.set_aside(workspace, digest, signer, said.author, said.now, said.reason)


def _hold_own(workspace: Workspace, place: Place, digest: str, said: _Said) -> Changes:
    pair = (digest, _filed(workspace, place).entered)
    return settling.hold_beside(workspace, pair, "own", said.author, said.now, said.reason)


def _hold_entry(workspace: Workspace, place: Place, digest: str, said: _Said) -> Changes:
    pair = (digest, _filed(workspace, place).entered)
    return settling.hold_beside(workspace, pair, "entered", said.author, said.now, said.reason)


def _uphold_return(workspace: Workspace, _place: Place, digest: str, said: _Said) -> Changes:
    return settling.uphold_return(workspace, digest, said.author, said.now, said.reason)


def _cover(workspace: Workspace, place: Place, key: str, said: _Said) -> Changes:
    return settling.cover(workspace, key, place.digest, said.author, said.now, said.reason)


def _mistake(workspace: Workspace, place: Place, key: str, said: _Said) -> Changes:
    return settling.mistake(workspace, place.agency, key, said.author, said.now, said.reason)


def _put_in_force(workspace: Workspace, place: Place, issue: str, said: _Said) -> Changes:
    return settling.put_in_force(workspace, place.round, issue, said.author, said.now, said.reason)


def _hold(workspace: Workspace, _place: Place, decision: str, said: _Said) -> Changes:
    return settling.hold(workspace, decision, said.reason, said.author, said.now)


def _take_back(workspace: Workspace, _place: Place, decision: str, said: _Said) -> Changes:
    return decisions.take_back(workspace, decision, said.reason, said.author, said.now)


_ELSEWISE: Mapping[Step, Callable[[Workspace, Place, str, _Said], Changes]] = {
    Step.COMPARE: _compare,
    Step.SET_ASIDE: _set_aside,
    Step.OWN: _hold_own,
    Step.ENTERED: _hold_entry,
    Step.RETURN: _uphold_return,
    Step.COVER: _cover,
    Step.MISTAKEN: _mistake,
    Step.ROUND_ISSUE: _put_in_force,
    Step.HOLD: _hold,
    Step.TAKE_BACK: _take_back,
}


def contested(workspace: Workspace, round_id: str) -> frozenset[str]:
    """Return the ids of the decisions of a round, and of those on keys, that contradict each other."""
    stands = _standing_in(workspace, round_id)
    apart = {one.id for answers in deciding.matters(stands).values() if deciding.contested(answers) for one in answers}
    split = {one.digest for one in merged.received(workspace, round_id) if one.contested}
    kinds = (Kind.ACCEPT, Kind.RETURN, Kind.CHOOSE, Kind.SET_ASIDE)
    return frozenset(apart | {one.id for one in stands if one.kind in kinds and one.subject in split})


def claiming(shown: Received, all_of_it: Iterable[Received], places: Mapping[str, Candidate]) -> tuple[Received, ...]:
    """Return the submissions that claim the shown one's place and that nothing else holds back, by digest."""
    if FORKED.isdisjoint(shown.reasons):
        return ()
    place = (shown.revision, places[shown.digest].previous)
    found = {
        one.digest: one
        for one in all_of_it
        if (one.revision, places[one.digest].previous) == place
        and one.entered is shown.entered
        and (one.on_chain or not FORKED.isdisjoint(one.reasons))
    }
    return tuple(found.values())


def _case(workspace: Workspace, place: Place) -> _Case | None:
    everything = tuple(one for one in merged.received(workspace, place.round) if one.agency == place.agency)
    shown = next((one for one in everything if one.digest == place.digest), None)
    if shown is None:
        return None
    places = {one.digest: one for one in judgement.candidates_of(workspace, place.round, place.agency)}
    return _Case(workspace, place, shown, everything, places, _standing_in(workspace, place.round))


def _filed(workspace: Workspace, place: Place) -> _Case:
    case = _case(workspace, place)
    if case is None:
        raise KeyError(place.digest)
    return case


def _standing_in(workspace: Workspace, round_id: str) -> tuple[Decision, ...]:
    """Return what stands of a round, and of no round."""
    return deciding.standing((*journal.of_round(workspace, round_id), *journal.of_round(workspace, "")))


def _lines(workspace: Workspace, found: Iterable[Decision]) -> tuple[Line, ...]:
    return tuple(Line(one, journal.hands(workspace, one.id), stands=True) for one in found)


def _sides(case: _Case) -> tuple[Received, ...]:
    """Return what to show beside each other: the ways of a fork, else what counts and the one that waits."""
    if case.claiming:
        return case.claiming
    counting = [one for one in case.all_of_it if one.counts and one.digest != case.shown.digest]
    return (*counting[:1], case.shown)


def _bearing_on(case: _Case) -> tuple[Decision, ...]:
    """Return what stands on a submission, on the others that claim its place, on its keys and its round's issues."""
    subjects = {case.shown.digest, *(one.digest for one in case.claiming)}
    keys = {case.shown.signer, *case.shown.approvers}
    on_keys = (Kind.REVOKE, Kind.KEY_MISTAKEN)
    return tuple(
        one
        for one in case.stands
        if one.subject in subjects
        or (one.kind in on_keys and one.subject in keys)
        or (one.kind is Kind.ROUND_ISSUE and Reason.ROUND_CONTESTED in case.shown.reasons)
    )


def _on_key(case: _Case) -> Iterator[tuple[Step, str]]:
    # nobody compares the office's own key with itself: the desk that entered it is brought together with this one
    if not case.shown.entered:
        yield Step.COMPARE, case.shown.signer
        yield Step.PROVISIONAL, case.shown.digest
        yield Step.SET_ASIDE, case.shown.digest


def _on_approver(case: _Case) -> Iterator[tuple[Step, str]]:
    head = pins.head_of(case.place.agency)
    revoked = pins.revoked(case.workspace, head)
    for key in sorted(case.shown.approvers):
        yield (Step.COVER if key in revoked else Step.COMPARE), key
    yield Step.PROVISIONAL, case.shown.digest


def _on_revoked(case: _Case) -> Iterator[tuple[Step, str]]:
    yield Step.COVER, case.shown.signer
    for one in case.on(Kind.REVOKE, case.shown.signer):
        yield Step.TAKE_BACK, one.id
    if not case.shown.entered:
        yield Step.SET_ASIDE, case.shown.digest


def _on_fork(case: _Case) -> Iterator[tuple[Step, str]]:
    for side in case.claiming:
        if not side.on_chain:
            yield Step.CHOOSE, side.digest


def _on_not_chosen(case: _Case) -> Iterator[tuple[Step, str]]:
    yield from _on_fork(case)
    for side in case.claiming:
        for one in case.on(Kind.CHOOSE, side.digest):
            yield Step.TAKE_BACK, one.id


def _on_set_aside(case: _Case) -> Iterator[tuple[Step, str]]:
    for one in case.on(Kind.SET_ASIDE, case.shown.digest):
        if one.detail["signer"] == case.shown.signer:
            yield Step.TAKE_BACK, one.id
    if case.shown.contested:
        speaking = pins.pinned(case.workspace, case.place.agency)
        for key in reversed((*case.shown.followed, case.shown.signer)):
            if key in speaking:
                yield Step.MISTAKEN, key
                return


def _on_split(case: _Case) -> Iterator[tuple[Step, str]]:
    # a setting aside that another desk contradicts has its own two ways
    if case.shown.on_chain:
        yield Step.ACCEPT, case.shown.digest
        yield Step.RETURN, case.shown.digest


def _on_issues(case: _Case) -> Iterator[tuple[Step, str]]:
    # a choice of one that follows another chooses that as well: the first ones are asked about first
    found = roundbook.issues_of(case.workspace, case.place.round)
    rows = [row for row in filing.filed(case.workspace, "round", case.place.round) if row["digest"] in found.contested]
    first = min((int(row["revision"]) for row in rows), default=0)
    for name in sorted(str(row["digest"]) for row in rows if row["revision"] == first):
        yield Step.ROUND_ISSUE, name


def _beside(case: _Case) -> Iterator[tuple[Step, str]]:
    yield Step.OWN, case.shown.digest
    yield Step.ENTERED, case.shown.digest


def _nothing(_case: _Case) -> _Options:
    """Nothing can be decided here: the page says what to do instead."""
    return ()


_OPTIONS: Mapping[Reason, Callable[[_Case], _Options]] = {
    Reason.SET_ASIDE: _on_set_aside,
    Reason.OLDER_ROUND: lambda case: ((Step.ISSUE, case.shown.digest),),
    Reason.ROUND_CONTESTED: _on_issues,
    Reason.ROUND_CLOSED: _nothing,
    Reason.KEY_UNKNOWN: _on_key,
    Reason.KEY_REVOKED: _on_revoked,
    Reason.APPROVAL_MISSING: _nothing,
    Reason.APPROVER_UNKNOWN: _on_approver,
    Reason.KEY_REPLACED: _nothing,
    Reason.HISTORY_BROKEN: lambda case: ((Step.HISTORY, case.shown.digest),),
    Reason.GAP: lambda case: ((Step.GAP, case.shown.digest),),
    Reason.FORK: _on_fork,
    Reason.NOT_CHOSEN: _on_not_chosen,
    Reason.BESIDE_ENTERED: _beside,
    Reason.CONTESTED: _on_split,
}


def _choices(workspace: Workspace, place: Place, options: _Options, now: datetime) -> tuple[Choice, ...]:
    """Return the choices with what each does; without those that a closed round does not have."""
    found = []
    for step, subject in options:
        deciding_so = partial(decide, workspace, place, (step, subject), "?", "", now)
        try:
            found.append(Choice(step, subject, foresee(workspace, place, deciding_so)))
        except Mendable as problem:
            if problem.code != "round-closed":
                raise
    return tuple(found)
