"""Figures that Home Affairs enters on behalf of an agency (nhập thay): the draft, where it comes from, the seal.

A draft begins with what counts of the agency already, so that a correction types nothing anew. What is
sealed is a submission of the agency's that says in ``on_behalf`` who entered it and what the officer was
told or shown. Entries are a chain of their own; each says which of the agency's own submissions it follows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from reformdesk import __version__
from reformdesk.core import arrivals, enclosures, entry, filing, judgement, keyring, merged, roundbook, what_counts
from reformdesk.core.answers import NO_ANSWER, Answer, Given
from reformdesk.core.changes import Changes
from reformdesk.core.checks import Finding, check_answers, unanswered
from reformdesk.core.enclosures import Enclosure
from reformdesk.core.merged import Received
from reformdesk.core.rounds import Round
from reformdesk.core.standing import Reason
from reformdesk.core.store import Workspace, timestamp
from reformdesk.core.text import nfc
from reformdesk.core.values import Status, is_answer, to_wire
from reformdesk.errors import Mendable
from reformdesk.exchange.keys import SealingKey
from reformdesk.exchange.payload import SubmissionDocument, kept_submission
from reformdesk.exchange.verification import seal, verify

CHANNEL = "own"
_LONGEST_NAME, _LONGEST_DOCUMENT = 200, 400
_SOURCE = ""
"""Under which indicator a draft keeps its source."""


class How(StrEnum):
    """How the figures were given."""

    TELEPHONE = "telephone"
    PAPER = "paper"
    EXCEL_FORM = "excel-form"
    OTHER = "other"


@dataclass(frozen=True)
class Source:
    """Where figures come from: how, by whom, when (RFC 3339 UTC, empty while unknown), and which document says so."""

    how: How = How.TELEPHONE
    given_by: str = ""
    given_at: str = ""
    document: str = ""


@dataclass(frozen=True)
class Facts:
    """What a sealed entry says of itself: who entered it, from which source, and what it follows."""

    by: str
    source: Source
    follows: str | None


@dataclass(frozen=True, eq=False)
class Draft:
    """What is being entered for an agency, as it would be sealed now.

    ``base`` is the submission that the answers begin with, ``last`` the last entry before, ``follows`` the
    agency's own last submission. ``papers`` go along: a scan, or the Excel form itself.
    """

    round: Round
    agency: str
    answers: Mapping[str, Answer]
    typed: frozenset[str]
    source: Source
    papers: tuple[Enclosure, ...]
    base: Received | None
    last: Received | None
    follows: Received | None

    def answer(self, name: str) -> Answer:
        """Return an indicator's answer."""
        return self.answers.get(name, NO_ANSWER)

    @property
    def is_begun(self) -> bool:
        """Whether anything of it is kept that would be lost."""
        return bool(self.typed or self.papers) or replace(self.source, given_at="") != Source()

    @property
    def goes_on_from(self) -> tuple[str, ...]:
        """The digests that an officer must have seen: the round's, the agency's own last, the last entry's."""
        return (self.round.digest, *(one.digest if one is not None else "" for one in (self.follows, self.last)))

    @property
    def revision(self) -> int:
        """The number that it would have in the chain of entries."""
        return self.last.revision + 1 if self.last is not None else 1

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules say."""
        values = {name: answer.value for name, answer in self.answers.items()}
        return tuple(check_answers(self.round, self.agency, values))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended before it is sealed."""
        return tuple(one for one in self.findings if one.blocks)

    @property
    def blanks(self) -> tuple[str, ...]:
        """The indicators that are left blank, in printed order."""
        values = {name: answer.value for name, answer in self.answers.items()}
        return unanswered(self.round, self.agency, values)


def draft(workspace: Workspace, round_id: str, agency: str) -> Draft:
    """Return what is being entered for an agency. Raises ``Mendable('nothing-owed')``."""
    round_ = roundbook.load(workspace, round_id)
    owed = round_.owed(agency)
    if not owed:
        raise Mendable("nothing-owed", round=round_id)
    own, entries = _chains(workspace, round_id, agency)
    base = _begins_with(own, entries)
    answers = _answers_of(workspace, base)
    kept = _lines(workspace, round_id, agency)
    source, papers = _source_in(kept.pop(_SOURCE, None))
    answers.update({name: _kept_answer(line) for name, line in kept.items()})
    return Draft(
        round_,
        agency,
        {name: answers[name] for name in owed if name in answers},
        frozenset(kept),
        source,
        papers,
        base,
        entries[-1] if entries else None,
        own[-1] if own else None,
    )


def facts_in(document: SubmissionDocument) -> Facts | None:
    """Return what a submission says of its being entered on behalf; ``None`` for an agency's own."""
    told = document.on_behalf
    if told is None:
        return None
    source = Source(How(told["how"]), told["given_by"], told["given_at"], told["document"])
    return Facts(told["by"], source, told["follows"])


def set_answers(workspace: Workspace, round_: Round, agency: str, new: Mapping[str, Given], now: datetime) -> Changes:
    """Keep values and explanations in the draft.

    Raises ``Mendable``: ``not-owed`` where one is not the agency's, ``computed`` where it is a rate of two others.
    """
    owed = set(round_.owed(agency))
    strange = next((name for name in new if name not in owed), None)
    if strange is not None:
        raise Mendable(round_.why_not_owed(agency, strange), indicator=strange)
    with workspace.atomic():
        standing = draft(workspace, round_.id, agency)
        for name, given in new.items():
            before = standing.answer(name)
            value = before.value if given.value is None else given.value
            words = before.explanation if given.explanation is None else nfc(given.explanation).strip()
            _keep(workspace, (round_.id, agency, name), entry.wire_of(value), words, now)
    return Changes.NOTHING


def set_source(workspace: Workspace, round_id: str, agency: str, source: Source, now: datetime) -> Changes:
    """Keep where the figures come from."""
    with workspace.atomic():
        _keep_source(workspace, round_id, agency, source, draft(workspace, round_id, agency).papers, now)
    return Changes.NOTHING


def attach(workspace: Workspace, round_: Round, agency: str, title: str, content: bytes, now: datetime) -> Enclosure:
    """Let a file go along as the source: a scan, the Excel form itself.

    Raises ``Mendable``: ``evidence-kind``, ``evidence-empty``, ``evidence-too-large``, ``evidence-too-many``.
    """
    made = enclosures.described(_SOURCE, title, content)
    with workspace.atomic():
        standing = draft(workspace, round_.id, agency)
        others = tuple(one for one in standing.papers if one.sha256 != made.sha256)
        enclosures.require_room(others, made, round_.evidence_limit or enclosures.MOST_BYTES)
        workspace.db.table("contents").insert({"sha256": made.sha256, "content": content}, ignore=True)
        _keep_source(workspace, round_.id, agency, standing.source, (*others, made), now)
    return made


def detach(workspace: Workspace, round_id: str, agency: str, digest: str, now: datetime) -> Changes:
    """Take a file out of the draft, by its SHA-256."""
    with workspace.atomic():
        standing = draft(workspace, round_id, agency)
        left = tuple(one for one in standing.papers if one.sha256 != digest)
        _keep_source(workspace, round_id, agency, standing.source, left, now)
    return Changes.NOTHING


def discard(workspace: Workspace, round_id: str, agency: str) -> Changes:
    """Throw a draft away."""
    workspace.db.execute(
        "DELETE FROM entered_drafts WHERE round = :round AND agency = :agency", {"round": round_id, "agency": agency}
    )
    return Changes.NOTHING


def seal_entry(workspace: Workspace, seen: Draft, by: str, key: SealingKey, now: datetime) -> tuple[Received, Changes]:
    """Seal what was entered for an agency with the office's key and let it count; the draft is done with.

    ``seen`` is the draft as the officer had it on the screen: where the agency's own file has come since,
    nothing is sealed over it unseen. Raises ``Mendable``: ``own-key-revoked``, ``entry-foreign-key``,
    ``officer-missing``, ``entry-source-missing``, ``entry-empty``, ``errors-open``, ``entry-overtaken``.
    """
    roundbook.require_unrevoked(workspace, key)
    by = " ".join(nfc(by).split())[:_LONGEST_NAME]
    with workspace.atomic():
        standing = draft(workspace, seen.round.id, seen.agency)
        _require_whole(standing, by)
        if standing.goes_on_from != seen.goes_on_from:
            raise Mendable("entry-overtaken")
        if key.fingerprint not in judgement.trust_in(workspace, seen.agency).office:
            raise Mendable("entry-foreign-key")
        document = _document(workspace, standing, by, keyring.statements_for(workspace, key), now)
        files = {one.file_name: enclosures.content_of(workspace, one.sha256) for one in standing.papers}
        blob = seal(document, files, key, now)
        verified = verify(blob)
        name = f"{seen.agency}-entered-{document.revision}.rdsub"
        place = filing.FiledAs(document.round_id, document.agency, document.revision, document.previous, name, CHANNEL)
        filing.file(workspace, verified, blob, place, now)
        judgement.rejudge(workspace, document.round_id, document.agency)
        discard(workspace, document.round_id, document.agency)
        made = next(one for one in merged.received(workspace, document.round_id) if one.digest == verified.digest)
        came = (name, CHANNEL, timestamp(now))
        arrivals.note(workspace, (made.digest, made.signer), came, made.state, made.reasons)
    return made, Changes.SUBMISSIONS


def _require_whole(standing: Draft, by: str) -> None:
    if not by:
        raise Mendable("officer-missing")
    source = standing.source
    if not source.given_by or not source.given_at or (source.how is How.OTHER and not source.document):
        raise Mendable("entry-source-missing")
    if not any(is_answer(answer.value) for answer in standing.answers.values()):
        raise Mendable("entry-empty")
    if standing.errors:
        raise Mendable("errors-open", count=len(standing.errors))


def _document(
    workspace: Workspace, standing: Draft, by: str, key_changes: tuple[bytes, ...], now: datetime
) -> SubmissionDocument:
    round_, base = standing.round, standing.base
    owed = round_.owed(standing.agency)
    # what the agency said in words, and by its units, goes on saying it
    past = kept_submission(filing.data_of(workspace, base.digest)) if base is not None else None
    areas = set(round_.areas_of(standing.agency))
    return SubmissionDocument(
        round_id=round_.id,
        round_digest=round_.digest,
        agency=standing.agency,
        revision=standing.revision,
        previous=standing.last.digest if standing.last is not None else None,
        prepared_by=by,
        finished_at=now,
        program=f"reformdesk {__version__}",
        rules=round_.catalogue.rules_digest,
        answers=tuple(_wire(name, standing.answer(name)) for name in sorted(owed)),
        attachments=tuple(_listed(one) for one in standing.papers),
        key_changes=key_changes,
        details=tuple(_unchanged(past.details, standing, base, workspace)) if past is not None else (),
        narratives=tuple(one for one in past.narratives if one["area"] in areas) if past is not None else (),
        on_behalf={
            "by": by,
            "how": standing.source.how.value,
            "given_by": standing.source.given_by,
            "given_at": standing.source.given_at,
            "document": standing.source.document,
            "follows": standing.follows.digest if standing.follows is not None else None,
        },
    )


def _unchanged(
    details: Sequence[Mapping[str, Any]], standing: Draft, base: Received | None, workspace: Workspace
) -> list[Mapping[str, Any]]:
    """Return the details by units of what still says the figure that they come to."""
    before = _answers_of(workspace, base)
    return [
        one
        for one in details
        if standing.answer(one["indicator"]).value == before.get(one["indicator"], NO_ANSWER).value
        and one["indicator"] in standing.answers
    ]


def _wire(name: str, answer: Answer) -> Mapping[str, Any]:
    words = {"explanation": answer.explanation} if answer.explanation else {}
    return {"indicator": name, "value": to_wire(answer.value), **words}


def _listed(one: Enclosure) -> Mapping[str, Any]:
    return {"name": one.file_name, "sha256": one.sha256, "size": one.size, "title": one.title[:_LONGEST_NAME]}


def _chains(workspace: Workspace, round_id: str, agency: str) -> tuple[list[Received], list[Received]]:
    """Return the agency's own chain and that of the entries, each from first to last.

    One that waits beside an entry has its place on its chain all the same.
    """
    beside = (Reason.BESIDE_ENTERED.value,)
    linked = [
        one
        for one in merged.received(workspace, round_id)
        if one.agency == agency and (one.on_chain or one.reasons == beside)
    ]
    return [one for one in linked if not one.entered], [one for one in linked if one.entered]


def _begins_with(own: Sequence[Received], entries: Sequence[Received]) -> Received | None:
    """Return what a new entry begins with: what counts, else the last entry, else the agency's own last."""
    counting = [one for one in (*own, *entries) if one.counts]
    return next(reversed([*own[-1:], *entries[-1:], *counting]), None)


def _answers_of(workspace: Workspace, base: Received | None) -> dict[str, Answer]:
    if base is None:
        return {}
    said = what_counts.answers_in(workspace, base.digest)
    worth = what_counts.submitted(workspace, base.round, base.agency).get(base.agency) if base.counts else None
    answers = worth.answers if worth is not None else said.answers
    return {
        name: Answer(value, said.explanations.get(name, ""), base.signed_at)
        for name, value in answers.items()
        if value is not Status.BLANK or said.explanations.get(name)
    }


def _lines(workspace: Workspace, round_id: str, agency: str) -> dict[str, Mapping[str, Any]]:
    found = workspace.rows(
        """SELECT indicator, text, explanation, changed_at FROM entered_drafts
           WHERE round = :round AND agency = :agency""",
        {"round": round_id, "agency": agency},
    )
    return {str(row["indicator"]): row for row in found}


def _kept_answer(line: Mapping[str, Any]) -> Answer:
    return Answer(entry.value_of(line["text"]), line["explanation"], line["changed_at"])


def _source_in(line: Mapping[str, Any] | None) -> tuple[Source, tuple[Enclosure, ...]]:
    if line is None:
        return Source(), ()
    wire = json.loads(line["text"])
    papers = tuple(Enclosure(_SOURCE, one["sha256"], one["title"], one["size"]) for one in wire["papers"])
    return Source(How(wire["how"]), wire["given_by"], wire["given_at"], wire["document"]), papers


def _keep_source(
    workspace: Workspace, round_id: str, agency: str, source: Source, papers: Sequence[Enclosure], now: datetime
) -> None:
    said = {
        "how": source.how.value,
        "given_by": " ".join(nfc(source.given_by).split())[:_LONGEST_NAME],
        "given_at": source.given_at,
        "document": " ".join(nfc(source.document).split())[:_LONGEST_DOCUMENT],
    }
    listed = [{name: value for name, value in asdict(one).items() if name != "indicator"} for one in papers]
    text = json.dumps({**said, "papers": listed}, ensure_ascii=False, sort_keys=True)
    _keep(workspace, (round_id, agency, _SOURCE), text, "", now)


def _keep(workspace: Workspace, place: tuple[str, str, str], text: str, explanation: str, now: datetime) -> None:
    round_id, agency, indicator = place
    workspace.db.execute(
        """INSERT OR REPLACE INTO entered_drafts (round, agency, indicator, text, explanation, changed_at)
           VALUES (:round, :agency, :indicator, :text, :explanation, :changed_at)""",
        {
            "round": round_id,
            "agency": agency,
            "indicator": indicator,
            "text": text,
            "explanation": explanation,
            "changed_at": timestamp(now),
        },
    )
