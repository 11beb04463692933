"""Reading a recovery file: Home Affairs gives an agency back what it had accepted from it.

One seal of Home Affairs covers it all; what it brings is looked at as closely as if it had come by
itself, and must agree with what the recovery says of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn

from reformdesk.core import roundbook
from reformdesk.core.organisation import Agency
from reformdesk.core.rounds import Round
from reformdesk.errors import Refused
from reformdesk.exchange.payload import Document, ReplyDocument, RoundDocument, SubmissionDocument
from reformdesk.exchange.recovery import RECOVERY
from reformdesk.exchange.verification import Verified, verify


@dataclass(frozen=True)
class RecoveredSubmission:
    """The last submission that was accepted in a round, as it was sealed, and Home Affairs' reply to it.

    ``issue`` is the older issue of the round that it answers, ``None`` where it answers the one in force.
    """

    verified: Verified
    document: SubmissionDocument
    blob: bytes
    reply: bytes
    issue: tuple[Verified, bytes] | None = None


@dataclass(frozen=True)
class RecoveredRound:
    """A round of the lost desk; ``submission`` is ``None`` where none was accepted."""

    round: Round
    verified: Verified
    blob: bytes
    submission: RecoveredSubmission | None


@dataclass(frozen=True)
class Recovery:
    """A sound recovery file: whose, written when, its rounds oldest first, the ids of older ones left out."""

    verified: Verified
    blob: bytes
    agency: Agency
    written_at: datetime
    rounds: tuple[RecoveredRound, ...]
    left_out: tuple[str, ...]

    @property
    def round(self) -> Round:
        """The newest round."""
        return self.rounds[-1].round

    @property
    def digest(self) -> str:
        """The SHA-256 of its ``reply.json``, by which the next submission names it."""
        return self.verified.digest


def is_recovery(document: Document) -> bool:
    """Whether a document puts a lost desk back."""
    return isinstance(document, ReplyDocument) and document.items[0]["type"] == RECOVERY


def read(blob: bytes) -> Recovery:
    """Verify a recovery file and all that it brings.

    Raises :class:`Refused`: what :func:`verify` raises, ``not-a-recovery``, and
    ``recovery-inconsistent`` where what it brings is not what it says, or is unsound.
    """
    verified = verify(blob)
    document = verified.document
    if not isinstance(document, ReplyDocument) or not is_recovery(document):
        raise Refused("not-a-recovery", kind=verified.kind)
    item = document.items[0]
    rounds = tuple(_round(verified, item["agency"], one) for one in item["rounds"])
    newest = rounds[-1].round
    ids = [one.round.id for one in rounds]
    offices = {(one.round.office, one.round.province) for one in rounds}
    if len(set(ids)) != len(ids) or len(offices) != 1 or newest.digest != document.round_digest:
        _disagree("rounds")
    agency = newest.by_id[item["agency"]]
    return Recovery(verified, blob, agency, document.written_at, rounds, tuple(item["left_out"]))


def _round(outer: Verified, agency: str, item: Mapping[str, Any]) -> RecoveredRound:
    blob = outer.attachments[item["file"]]
    try:
        verified, round_ = roundbook.read_round_file(blob)
    except Refused as problem:
        raise Refused("recovery-inconsistent", detail=item["file"]) from problem
    if (round_.id, round_.digest) != (item["round"], item["digest"]) or agency not in round_.by_id:
        _disagree(item["file"])
    given = item.get("submission")
    return RecoveredRound(round_, verified, blob, _submission(outer, agency, round_, given) if given else None)


def _submission(outer: Verified, agency: str, round_: Round, item: Mapping[str, Any]) -> RecoveredSubmission:
    blob, reply = outer.attachments[item["file"]], outer.attachments[item["reply"]]
    verified = _sound(item["file"], blob)
    document = verified.document
    if not isinstance(document, SubmissionDocument):
        _disagree(item["file"])
    said = (document.agency, document.round_id, document.revision, verified.digest)
    # what answers an older issue may answer what is not asked any more
    owed = set(round_.owed(agency)) if document.round_digest == round_.digest else None
    if said != (agency, round_.id, item["revision"], item["digest"]) or any(
        owed is not None and line["indicator"] not in owed for line in document.answers
    ):
        _disagree(item["file"])
    _require_reply(outer, item, agency, round_)
    return RecoveredSubmission(verified, document, blob, reply, _issue(outer, item, document))


def _issue(outer: Verified, item: Mapping[str, Any], document: SubmissionDocument) -> tuple[Verified, bytes] | None:
    """Return the issue that a submission answers, where it comes along; it must be that one."""
    if "issue" not in item:
        return None
    blob = outer.attachments[item["issue"]]
    verified = _sound(item["issue"], blob)
    if not isinstance(verified.document, RoundDocument) or (verified.document.id, verified.digest) != (
        document.round_id,
        document.round_digest,
    ):
        _disagree(item["issue"])
    return verified, blob


def _require_reply(outer: Verified, item: Mapping[str, Any], agency: str, round_: Round) -> None:
    """The reply is by the key that seals the recovery, and speaks of the submission it stands beside."""
    verified = _sound(item["reply"], outer.attachments[item["reply"]])
    document = verified.document
    if not isinstance(document, ReplyDocument) or is_recovery(document):
        _disagree(item["reply"])
    of_one = {(one["agency"], one["submission"], one["revision"]) for one in document.items}
    same_key = verified.signers[0].fingerprint == outer.signers[0].fingerprint
    if (
        not same_key
        or of_one != {(agency, item["digest"], item["revision"])}
        or (document.round_id, document.round_digest) != (round_.id, round_.digest)
    ):
        _disagree(item["reply"])


def _sound(name: str, blob: bytes) -> Verified:
    try:
        return verify(blob)
    except Refused as problem:
        raise Refused("recovery-inconsistent", detail=name) from problem


def _disagree(where: str) -> NoReturn:
    raise Refused("recovery-inconsistent", detail=where)
