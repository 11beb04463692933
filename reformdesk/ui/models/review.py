"""A submission at Home Affairs, read for review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from reformdesk.core import (
    breakdowns,
    conflicts,
    corrections,
    evidence,
    filing,
    judgement,
    merged,
    opening_evidence,
    phrases,
    pins,
    recoveries,
    requests,
    returns,
    roundbook,
    what_counts,
)
from reformdesk.core.breakdowns import Breakdown, UnitLine
from reformdesk.core.catalogue import Indicator
from reformdesk.core.checks import Finding, check_answers
from reformdesk.core.consolidation import Submitted
from reformdesk.core.entered import Facts, facts_in
from reformdesk.core.evidence import Paper
from reformdesk.core.filing import Approval
from reformdesk.core.merged import Received
from reformdesk.core.opening_evidence import CameAlong
from reformdesk.core.pins import Revocation
from reformdesk.core.recoveries import Restored
from reformdesk.core.requests import Decided, Request
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.rounds import EarlierRound, Round
from reformdesk.core.standing import Candidate, Reason
from reformdesk.core.store import Workspace
from reformdesk.core.values import Number, Status, Value, write
from reformdesk.exchange.payload import SubmissionDocument, kept_submission, parse_submission
from reformdesk.exchange.verification import verify
from reformdesk.ui.models.beside import Beside, read_beside
from reformdesk.words import Words


@dataclass(frozen=True, eq=False)
class Side:
    """One of several submissions that claim the same place; ``letter`` tells them apart."""

    letter: str
    received: Received
    content: Submitted

    @property
    def holds(self) -> bool:
        """Whether an officer chose this side."""
        return self.received.on_chain


@dataclass(frozen=True)
class Missing:
    """What a submission would have to go on from.

    ``numbers`` never came. Otherwise ``before`` is here and waits itself, or, where there is none,
    the number before is here in another version than the one that is named.
    """

    numbers: tuple[int, ...] = ()
    before: Received | None = None


@dataclass(frozen=True)
class Asked:
    """An agency's request on an earlier figure. ``here`` is what Home Affairs has, ``name`` what replies call it."""

    name: str
    request: Request
    here: Value | None
    decided: Decided | None


@dataclass(frozen=True, eq=False)
class ReviewData:
    """One submission beside the agency's earlier answers; ``others`` are its other revisions.

    ``said`` is what Home Affairs returned it with, ``asked`` what the ``previous`` revision was
    returned with, and ``before`` what that one answered. ``sides`` are the ways of a fork. ``restored``
    says what is known of the recovery file that the agency's desk was put back from. ``reasons`` say
    by indicator why a figure changed; ``is_correction`` that the agency corrects itself. ``phrases`` are
    the office's own for a return. ``files`` came along, ``files_before`` are the digests of those that came
    with the ``previous`` revision; ``breakdowns`` are details by subordinate units, now and in that one.
    ``facts`` say where an entry on behalf comes from, ``beside`` what stands beside it, or it beside.
    """

    round: Round
    received: Received
    content: Submitted
    findings: tuple[Finding, ...]
    others: tuple[Received, ...]
    known_keys: frozenset[str]
    known_heads: frozenset[str]
    earlier: tuple[EarlierRound, ...]
    previous: Received | None = None
    before: Submitted | None = None
    said: Return | None = None
    asked: Return | None = None
    sides: tuple[Side, ...] = ()
    missing: Missing | None = None
    papers: tuple[Paper, ...] = ()
    approvals: tuple[Approval, ...] = ()
    revoked: Revocation | None = None
    restored: Restored | None = None
    is_correction: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict)
    requests: tuple[Asked, ...] = ()
    phrases: tuple[str, ...] = ()
    files: tuple[CameAlong, ...] = ()
    files_before: frozenset[str] = frozenset()
    breakdowns: Mapping[str, Breakdown] = field(default_factory=dict)
    breakdowns_before: Mapping[str, Breakdown] = field(default_factory=dict)
    facts: Facts | None = None
    beside: Beside | None = None

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The agency's indicators in printed order, those that a return asks about first; rates are among them."""
        own = self.round.figures_of(self.received.agency)
        return tuple(sorted(own, key=lambda name: self.said_on(name) is None and self.asked_on(name) is None))

    @cached_property
    def changed(self) -> frozenset[str]:
        """The answers whose value is another one than in the previous revision; what is computed from them is none."""
        return frozenset(name for name in self.round.owed(self.received.agency) if self.differs(name))

    def differs(self, name: str) -> bool:
        """Whether a value, or what a rate comes to, is another one than in the previous revision."""
        return self.before is not None and value_of(self.content, name) != value_of(self.before, name)

    def files_on(self, name: str) -> tuple[CameAlong, ...]:
        """Return the files that prove an indicator; with an empty name those that belong to the whole."""
        return tuple(one for one in self.files if one.indicator == name)

    def is_new(self, file: CameAlong) -> bool:
        """Whether a file did not come with the previous revision; so none is where there was no such revision."""
        return self.previous is not None and file.sha256 not in self.files_before

    def units_on(self, name: str) -> tuple[UnitLine, ...]:
        """Return an indicator's subordinate units, each beside what it contributed before."""
        return breakdowns.compared(self.breakdowns.get(name, ()), self.breakdowns_before.get(name, ()))

    def narratives_on(self, name: str) -> tuple[str, str]:
        """Return the words on an indicator's area, before and now."""
        area = self.round.catalogue.area_of[name]
        before = self.before.narratives.get(area, "") if self.before is not None else ""
        return before, self.content.narratives.get(area, "")

    @property
    def may_be_returned(self) -> bool:
        """Whether there is anything to send back: what counts, or would if desks had not decided differently.

        What the office entered itself goes back to nobody.
        """
        one = self.received
        return not one.entered and (one.counts or (one.contested and one.on_chain))

    def findings_on(self, name: str) -> tuple[Finding, ...]:
        """Return what the rules say about an indicator."""
        return tuple(one for one in self.findings if one.indicator == name)

    def said_on(self, name: str) -> FieldReturn | None:
        """Return what Home Affairs asked about an indicator when it returned this submission."""
        return self.said.field(name) if self.said is not None else None

    def asked_on(self, name: str) -> FieldReturn | None:
        """Return what Home Affairs asked about an indicator when it returned the previous one."""
        return self.asked.field(name) if self.asked is not None else None

    def answers(self, asked: FieldReturn) -> bool:
        """Whether a field that was asked about has a new value or new words."""
        name = asked.indicator
        words = self.content.explanations.get(name, "")
        before = self.before.explanations.get(name, "") if self.before is not None else ""
        return name in self.changed or (bool(words) and words != before)

    def is_as_expected(self, asked: FieldReturn) -> bool:
        """Whether the value lies where Home Affairs expects it; what is no figure does so only if any would do."""
        value = value_of(self.content, asked.indicator)
        if asked.least is None and asked.most is None:
            return True
        if not isinstance(value, Number):
            return False
        above = asked.least is None or value.amount >= asked.least
        return above and (asked.most is None or value.amount <= asked.most)

    @cached_property
    def open_keys(self) -> tuple[str, ...]:
        """The keys that sealed this and were not compared yet: the officer's, then the head's."""
        one = self.received
        believed = {one.signer, *one.followed} & self.known_keys
        heads_believed = self.round.signatures == 1 or one.approvers & self.known_heads
        # an entry is believed under the office's own keys alone, which nobody compares by telephone
        signer = not one.entered and (Reason.KEY_UNKNOWN in one.reasons or (one.provisional and not believed))
        head = Reason.APPROVER_UNKNOWN in one.reasons or (one.provisional and not heads_believed)
        return (*((one.signer,) if signer else ()), *(sorted(one.approvers) if head else ()))


def value_of(content: Submitted, name: str) -> Value:
    """Return what a submission says of an indicator."""
    return content.answers.get(name, Status.BLANK)


def value_text(value: Value, indicator: Indicator, words: Words) -> str:
    """Return a value on one line, as an officer reads it."""
    return words.answer(value.value) if isinstance(value, Status) else write(value, indicator).replace("\n", "; ")


def read_review(workspace: Workspace, round_id: str, agency: str, digest: str = "") -> ReviewData | None:
    """Read a submission of an agency: the one named, else the newest; ``None`` where there is none."""
    round_ = roundbook.load(workspace, round_id)
    all_of_it = [one for one in merged.received(workspace, round_id) if one.agency == agency]
    shown = next((one for one in all_of_it if one.digest == digest), merged.leading(all_of_it))
    if shown is None:
        return None
    content = _content(workspace, round_, shown)
    places = {one.digest: one for one in judgement.candidates_of(workspace, round_id, agency)}
    previous = _previous(shown, all_of_it, places)
    document = parse_submission(filing.data_of(workspace, shown.digest))
    past = kept_submission(filing.data_of(workspace, previous.digest)) if previous is not None else None
    # most submissions bring no files, and reading what was sealed takes longest
    sealed = verify(filing.bytes_of(workspace, shown.digest, shown.signer)) if document.attachments else None
    return ReviewData(
        round=round_,
        received=shown,
        content=content,
        findings=tuple(check_answers(round_, agency, content.answers)),
        others=tuple(one for one in all_of_it if one is not shown),
        known_keys=_known_keys(workspace, shown),
        known_heads=pins.pinned(workspace, pins.head_of(agency)),
        earlier=round_.earlier[-3:],
        previous=previous,
        before=_content(workspace, round_, previous) if previous is not None else None,
        said=_return_of(workspace, shown) if shown.returned else None,
        asked=_return_of(workspace, previous) if previous is not None else None,
        sides=_sides(workspace, round_, shown, all_of_it, places),
        missing=_missing(shown, all_of_it, places) if Reason.GAP in shown.reasons else None,
        papers=evidence.papers(sealed) if sealed is not None else (),
        files=opening_evidence.came_along(sealed) if sealed is not None else (),
        files_before=frozenset(one["sha256"] for one in past.attachments) if past is not None else frozenset(),
        breakdowns=breakdowns.from_document(document.details),
        breakdowns_before=breakdowns.from_document(past.details) if past is not None else {},
        approvals=filing.approvals(workspace, shown.digest, shown.signer),
        revoked=_revocation(workspace, shown),
        restored=recoveries.restored(workspace, shown.digest),
        is_correction=document.is_correction and document.on_behalf is None,
        reasons=corrections.reasons(document.corrections),
        requests=_requests(workspace, round_, document),
        phrases=phrases.phrases(workspace),
        facts=facts_in(document),
        beside=read_beside(workspace, shown, all_of_it),
    )


def _content(workspace: Workspace, round_: Round, one: Received) -> Submitted:
    """Return what a submission says, with the rates that are computed from it."""
    said = what_counts.answers_in(workspace, one.digest)
    return replace(said, answers=round_.with_rates(one.agency, said.answers))


def _known_keys(workspace: Workspace, shown: Received) -> frozenset[str]:
    """Return the keys that are believed for a submission: the agency's, or the office's own for what it entered."""
    return judgement.trust_in(workspace, shown.agency).office if shown.entered else pins.pinned(workspace, shown.agency)


def _requests(workspace: Workspace, round_: Round, document: SubmissionDocument) -> tuple[Asked, ...]:
    answers = requests.answers(workspace, round_.id)
    found = []
    known = set(roundbook.round_ids(workspace))
    for one in requests.from_document(document.requests):
        # what holds now, which a correction that came in meanwhile may have changed
        counted = what_counts.submitted(workspace, one.earlier).get(document.agency) if one.earlier in known else None
        here = counted.answers.get(one.indicator) if counted is not None else None
        name = requests.name_of(document.agency, one)
        found.append(Asked(name, one, here, answers.get(name)))
    return tuple(found)


def _previous(shown: Received, all_of_it: list[Received], places: Mapping[str, Candidate]) -> Received | None:
    """Return the revision that the shown one names, else the last that was accepted before it."""
    named = [one for one in all_of_it if one.digest == places[shown.digest].previous]
    accepted = [
        one for one in all_of_it if one.revision < shown.revision and one.on_chain and one.entered is shown.entered
    ]
    return next(iter(named or accepted[-1:]), None)


def _revocation(workspace: Workspace, shown: Received) -> Revocation | None:
    """Return that a key which sealed a submission, the officer's or the head's, was revoked since, if it was."""
    keys = {(shown.agency, shown.signer), *((pins.head_of(shown.agency), key) for key in shown.approvers)}
    return next((one for one in pins.all_revocations(workspace) if (one.subject, one.fingerprint) in keys), None)


def _return_of(workspace: Workspace, one: Received) -> Return | None:
    found = returns.returns_on(workspace, one.digest)
    return returns.joined(found) if found else None


def _sides(
    workspace: Workspace, round_: Round, shown: Received, all_of_it: list[Received], places: Mapping[str, Candidate]
) -> tuple[Side, ...]:
    """Return the submissions that claim the shown one's place and that nothing else holds back."""
    return tuple(
        Side(letter(number), one, _content(workspace, round_, one))
        for number, one in enumerate(conflicts.claiming(shown, all_of_it, places))
    )


def letter(number: int) -> str:
    """Return A to Z, then numbers: nobody seals one number so often."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def _missing(shown: Received, all_of_it: list[Received], places: Mapping[str, Candidate]) -> Missing:
    here = {one.revision for one in all_of_it if one.entered is shown.entered}
    numbers = tuple(number for number in range(1, shown.revision) if number not in here)
    named = next((one for one in all_of_it if one.digest == places[shown.digest].previous), None)
    return Missing(numbers, named if not numbers else None)
