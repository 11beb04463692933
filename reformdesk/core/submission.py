"""Freeze an agency's answers, seal them, keep the file: what the agency hands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from reformdesk import __version__
from reformdesk.core import (
    corrections,
    enclosures,
    entry,
    entry_desk,
    filing,
    history,
    inbox,
    keyring,
    narratives,
    requests,
    roundbook,
    units,
)
from reformdesk.core.answers import NO_ANSWER
from reformdesk.core.catalogue import Severity
from reformdesk.core.changes import Changes
from reformdesk.core.checks import Finding, check_answers, unanswered
from reformdesk.core.corrections import Correction
from reformdesk.core.enclosures import Enclosure
from reformdesk.core.inbox import OpenReturn
from reformdesk.core.issues import Carried, carried
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc
from reformdesk.core.values import Value, to_wire, write_number
from reformdesk.errors import Mendable
from reformdesk.exchange.documents import digest_of
from reformdesk.exchange.keys import SealingKey
from reformdesk.exchange.payload import SubmissionDocument, content_digest, kept_submission

_NO_TIME = datetime.fromtimestamp(0, UTC)
"""Of a draft that is only looked at."""


@dataclass(frozen=True)
class Readiness:
    """What stands between an agency's answers and its submission.

    ``unreasoned`` are fields that were changed since the last submission without a word why, though
    nobody asked about them. Where Home Affairs returned that one, ``unmet`` are fields asked about
    that stand as they stood, without a new word.
    """

    owed: int
    findings: tuple[Finding, ...]
    unexplained: tuple[Finding, ...]
    blanks: tuple[str, ...]
    unreasoned: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended first."""
        return tuple(finding for finding in self.findings if finding.blocks)


@dataclass(frozen=True)
class SinceLast:
    """What would be another in the next submission than in the last one, which was ``revision``.

    ``others`` names what changed besides figures: ``issue`` (the round was corrected and asks for more),
    ``explanations``, ``details``, ``narratives``, ``evidence``, ``requests``.
    """

    revision: int
    corrections: tuple[Correction, ...]
    others: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing new to hand in."""
        return not self.corrections and not self.others


@dataclass(frozen=True)
class Attachment:
    """A file that goes along: its ASCII name in the container, what it is called, its bytes, what it proves if one."""

    name: str
    title: str
    content: bytes
    indicator: str = ""


@dataclass(frozen=True)
class Submission:
    """A sealed submission; ``digest`` is the SHA-256 of its ``submission.json``."""

    round: str
    agency: str
    revision: int
    digest: str
    content: bytes

    @property
    def file_name(self) -> str:
        """The name it goes out under."""
        return f"{self.agency}-r{self.revision}.rdsub"


def readiness(workspace: Workspace, round_: Round) -> Readiness:
    """Check an agency's answers as they stand."""
    given = entry.answers(workspace, round_.id)
    values = {name: answer.value for name, answer in given.items()}
    findings = (*check_answers(round_, workspace.owner, values), *_beside_units(workspace, round_, values))
    unexplained = tuple(
        finding
        for finding in findings
        if not finding.blocks and not given.get(finding.indicator, NO_ANSWER).explanation
    )
    blanks = unanswered(round_, workspace.owner, values)
    unreasoned, unmet = _against_last(workspace, round_)
    return Readiness(len(round_.owed(workspace.owner)), findings, unexplained, blanks, unreasoned, unmet)


def _beside_units(workspace: Workspace, round_: Round, values: Mapping[str, Value]) -> tuple[Finding, ...]:
    """Return where a figure is not what the agency's own units come to."""
    differing = units.differing(units.details(workspace, round_), values)
    return tuple(
        Finding(name, "units", Severity.WARNING, "units-differ", (("sum", write_number(differing[name].amount)),))
        for name in round_.owed(workspace.owner)
        if name in differing
    )


def since_last(workspace: Workspace, round_: Round) -> SinceLast | None:
    """Return what has changed since the last submission of a round; ``None`` where there is none yet."""
    before = sent(workspace, round_.id)
    if not before:
        return None
    last = _document(workspace, str(before[-1]["digest"]))
    frozen = _frozen(workspace, round_)
    enclosed = {(one.indicator, one.sha256, one.title) for one in _enclosed(workspace, round_)}
    was_enclosed = {(one["indicator"], one["sha256"], one["title"]) for one in last.attachments if "indicator" in one}
    others = {
        "issue": _asks_more(workspace, round_, last),
        "explanations": _words(last.answers) != _words(frozen),
        "details": last.details != _details(workspace, round_),
        "narratives": last.narratives != _narratives(workspace, round_),
        "evidence": enclosed != was_enclosed,
        "requests": last.requests != _requests(workspace, round_),
    }
    changed = _in_printed_order(round_, workspace.owner, corrections.between(last.answers, frozen))
    return SinceLast(last.revision, changed, tuple(name for name, differs in others.items() if differs))


def _in_printed_order(round_: Round, agency: str, found: tuple[Correction, ...]) -> tuple[Correction, ...]:
    order = {name: place for place, name in enumerate(round_.owed(agency))}
    return tuple(sorted(found, key=lambda one: order[one.indicator]))


def _words(lines: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    return {line["indicator"]: line.get("explanation", "") for line in lines}


def _against_last(workspace: Workspace, round_: Round) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields changed without being asked and without a word, and those asked about in vain."""
    before = sent(workspace, round_.id)
    if not before:
        return (), ()
    asked = inbox.open_return(workspace, round_.id)
    last = _document(workspace, str(before[-1]["digest"]))
    worth = _carried(workspace, round_, last)
    # what a corrected round asks anew needs no word why it is another figure now
    anew = worth.asked_again if worth is not None else frozenset()
    past, lines = last.answers, _frozen(workspace, round_)
    changed = corrections.between(past, lines)
    unreasoned = [
        one.indicator
        for one in changed
        if one.lacks_reason and one.indicator not in anew and (asked is None or not asked.asks_about(one.indicator))
    ]
    order = round_.owed(workspace.owner)
    unmet = _unmet(asked, past, lines) if asked is not None else []
    return tuple(sorted(unreasoned, key=order.index)), tuple(sorted(unmet, key=order.index))


def _unmet(asked: OpenReturn, past: Iterable[Mapping[str, Any]], lines: Iterable[Mapping[str, Any]]) -> list[str]:
    before = {line["indicator"]: line for line in past}
    return [
        line["indicator"]
        for line in lines
        if asked.returned.field(line["indicator"]) is not None
        and line["value"] == before.get(line["indicator"], {}).get("value")
        and not corrections.new_words(before.get(line["indicator"], {}), line)
    ]


def sent(workspace: Workspace, round_id: str) -> list[dict[str, Any]]:
    """Return what was handed in so far in a round, oldest first."""
    return sorted(filing.filed(workspace, "submission", round_id, workspace.owner), key=lambda row: row["revision"])


def finish(
    workspace: Workspace,
    round_: Round,
    key: SealingKey,
    prepared_by: str,
    now: datetime,
    approver: SealingKey | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> tuple[Submission, Changes]:
    """Seal the answers as the next revision and keep the file in the workspace.

    ``approver`` is the head's key, where the round asks for it. Raises ``Mendable``:
    ``entry-only``, ``nothing-owed``, ``errors-open``, ``reason-missing``, ``nothing-changed``,
    ``approval-missing``. Reasons are insisted on where a return is answered; the agency's own
    correction may go out without, for scripts that know of none.
    """
    if entry_desk.is_entry_only(workspace):
        raise Mendable("entry-only")
    if not round_.owed(workspace.owner):
        raise Mendable("nothing-owed", round=round_.id)
    if round_.signatures > 1 and approver is None:
        raise Mendable("approval-missing")
    state = readiness(workspace, round_)
    if state.errors:
        raise Mendable("errors-open", count=len(state.errors))
    if state.unreasoned and inbox.open_return(workspace, round_.id) is not None:
        raise Mendable("reason-missing", count=len(state.unreasoned))
    papers = attachments
    attachments = (*papers, *_evidence(workspace, round_))
    document = draft(workspace, round_, prepared_by, now, attachments)
    if document.previous is not None and not papers:
        last = _document(workspace, document.previous)
        if _content(last) == _content(document) and not _asks_more(workspace, round_, last):
            raise Mendable("nothing-changed", revision=last.revision)
    from reformdesk.exchange.verification import seal, verify

    document = replace(document, key_changes=keyring.statements_for(workspace, key))
    blob = seal(document, {one.name: one.content for one in attachments}, key, now, approver)
    submission = Submission(round_.id, workspace.owner, document.revision, digest_of(document.to_bytes()), blob)
    place = filing.FiledAs(
        round_.id, workspace.owner, document.revision, document.previous, submission.file_name, "own"
    )
    with workspace.atomic():
        filing.file(workspace, verify(blob), blob, place, now)
    return submission, Changes.SUBMISSIONS


def draft(
    workspace: Workspace,
    round_: Round,
    prepared_by: str,
    now: datetime,
    attachments: tuple[Attachment, ...] = (),
) -> SubmissionDocument:
    """Return the next revision as it would go out now."""
    before = sent(workspace, round_.id)[-1:]
    previous = str(before[0]["digest"]) if before else None
    asked: OpenReturn | None = inbox.open_return(workspace, round_.id)
    frozen = _frozen(workspace, round_)
    corrected = corrections.between(_document(workspace, previous).answers, frozen) if previous is not None else ()
    return SubmissionDocument(
        round_id=round_.id,
        round_digest=round_.digest,
        agency=workspace.owner,
        revision=before[0]["revision"] + 1 if before else 1,
        previous=previous,
        prepared_by=nfc(prepared_by).strip(),
        finished_at=now,
        program=f"reformdesk {__version__}",
        rules=round_.catalogue.rules_digest,
        answers=frozen,
        attachments=tuple(_listed(one) for one in attachments),
        answers_return=asked.reply if asked else None,
        history=history.statement(workspace, previous),
        details=_details(workspace, round_),
        narratives=_narratives(workspace, round_),
        corrections=corrections.to_wire(corrected),
        requests=_requests(workspace, round_),
    )


def is_changed(workspace: Workspace, round_: Round) -> bool:
    """Whether the answers say anything else than what was last handed in; so they do where nothing was."""
    last = sent(workspace, round_.id)[-1:]
    if not last:
        return True
    now = draft(workspace, round_, "", _NO_TIME, _evidence(workspace, round_))
    before = _document(workspace, str(last[0]["digest"]))
    return _content(now) != _content(before) or _asks_more(workspace, round_, before)


def asked_anew(workspace: Workspace, round_: Round) -> Carried | None:
    """Return what a corrected round asks otherwise than the issue that the last submission answers.

    ``None`` where it answers this one, where nothing was handed in yet, or where its issue is not known here.
    """
    before = sent(workspace, round_.id)
    return _carried(workspace, round_, _document(workspace, str(before[-1]["digest"]))) if before else None


def _carried(workspace: Workspace, round_: Round, last: SubmissionDocument) -> Carried | None:
    known = {row["digest"] for row in filing.filed(workspace, "round", round_.id)}
    if last.round_digest == round_.digest or last.round_digest not in known:
        return None
    return carried(roundbook.load_issue(workspace, last.round_digest), round_, workspace.owner)


def _asks_more(workspace: Workspace, round_: Round, last: SubmissionDocument) -> bool:
    worth = _carried(workspace, round_, last)
    return worth is not None and bool(worth.asked_again or worth.new)


def _content(document: SubmissionDocument) -> tuple[object, ...]:
    """Return what makes a revision another one: all that it says, not who says it and when."""
    evidence = tuple(one for one in document.attachments if "indicator" in one)
    answers = {str(line["indicator"]): line for line in document.answers}
    return answers, document.details, document.narratives, document.requests, evidence


def _narratives(workspace: Workspace, round_: Round) -> tuple[Mapping[str, str], ...]:
    said = narratives.narratives(workspace, round_.id)
    return tuple({"area": area, "text": words} for area, words in sorted(said.items()))


def _requests(workspace: Workspace, round_: Round) -> tuple[Mapping[str, Any], ...]:
    return requests.to_document(requests.requests(workspace, round_.id))


def _details(workspace: Workspace, round_: Round) -> tuple[Mapping[str, Any], ...]:
    """Return what subordinate units contribute, if the round wants it."""
    if not round_.details:
        return ()
    owed = round_.owed(workspace.owner)
    given = {name: one for name, one in units.details(workspace, round_).items() if name in owed}
    return units.to_document(given, units.names(workspace))


def _enclosed(workspace: Workspace, round_: Round) -> tuple[Enclosure, ...]:
    owed = round_.owed(workspace.owner)
    return tuple(one for one in enclosures.enclosures(workspace, round_.id) if one.indicator in owed)


def _evidence(workspace: Workspace, round_: Round) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(one.file_name, one.title, enclosures.content_of(workspace, one.sha256), one.indicator)
        for one in _enclosed(workspace, round_)
    )


def _listed(one: Attachment) -> Mapping[str, Any]:
    digest = sha256(one.content).hexdigest()
    listed = {"name": one.name, "sha256": digest, "size": len(one.content), "title": nfc(one.title).strip()}
    return {**listed, "indicator": one.indicator} if one.indicator else listed


def to_enclose(workspace: Workspace, round_: Round) -> tuple[Mapping[str, Any], ...]:
    """Return the evidence that the next submission would list, without reading it."""
    return tuple(
        {"name": one.file_name, "sha256": one.sha256, "size": one.size, "title": one.title, "indicator": one.indicator}
        for one in _enclosed(workspace, round_)
    )


def content_to_print(workspace: Workspace, round_: Round, now: datetime) -> str:
    """Return the digest that a printed form of the answers bears as they stand (:func:`content_digest`)."""
    return content_digest(draft(workspace, round_, "", now))


def _frozen(workspace: Workspace, round_: Round) -> tuple[Mapping[str, Any], ...]:
    given = entry.answers(workspace, round_.id)
    frozen = []
    for name in sorted(round_.owed(workspace.owner)):
        answer = given.get(name, NO_ANSWER)
        line: dict[str, Any] = {"indicator": name, "value": to_wire(answer.value)}
        if answer.explanation:
            line["explanation"] = answer.explanation
        frozen.append(line)
    return tuple(frozen)


def _document(workspace: Workspace, digest: str) -> SubmissionDocument:
    return kept_submission(filing.data_of(workspace, digest))
