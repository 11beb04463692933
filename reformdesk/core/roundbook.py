"""The rounds of a workspace: Home Affairs opens and hands them out, an agency takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reformdesk.core import deciding, filing, journal, keyring, pins
from reformdesk.core.changes import Changes
from reformdesk.core.deciding import Kind
from reformdesk.core.filing import KeptData
from reformdesk.core.issues import Chain, Issue, chain
from reformdesk.core.pins import How
from reformdesk.core.round_labels import in_order, label_of
from reformdesk.core.rounds import Round, from_document
from reformdesk.core.store import Office, Workspace, timestamp
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.archive import Limits
from reformdesk.exchange.documents import canonical
from reformdesk.exchange.keychange import HOME_AFFAIRS
from reformdesk.exchange.keys import SealingKey, fingerprint
from reformdesk.exchange.payload import RoundDocument, kept_round

if TYPE_CHECKING:
    from reformdesk.exchange.cades import Signer
    from reformdesk.exchange.verification import Verified

RESERVE = f"{HOME_AFFAIRS}#reserve"
"""Under which subject Home Affairs' own workspace knows the key in the safe."""

OWN_SUBJECTS = (HOME_AFFAIRS, RESERVE)
"""Under which subjects Home Affairs' own workspace knows its own keys."""

MOST_KEYS = 8
"""How many keys a round file names."""


_ROOM = Limits().data_bytes - 128 * 1024
"""Bytes of a round's document without its keys and how they follow each other."""

_SOME_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_KEYS_AS_OF = "office-keys-as-of"


@dataclass(frozen=True)
class RoundPlan:
    """What Home Affairs decides when it opens a round; the rest follows from the workspace.

    ``former`` and ``succession`` are as the round's document has them.
    """

    id: str
    province: str
    office: str
    title: Mapping[str, str]
    short: Mapping[str, str]
    period: Mapping[str, Any]
    deadline: date
    catalogue: Mapping[str, Any]
    agencies: tuple[Mapping[str, Any], ...]
    signatures: int = 1
    details: bool = False
    evidence_limit: int = 0
    former: tuple[Mapping[str, Any], ...] = ()
    succession: tuple[Mapping[str, Any], ...] = ()


def open_round(
    workspace: Workspace,
    plan: RoundPlan,
    earlier: tuple[Mapping[str, Any], ...],
    key: SealingKey,
    now: datetime,
) -> bytes:
    """Seal a new round, keep it in the workspace and return the round file's bytes.

    ``earlier`` holds past rounds' accepted answers in wire form, oldest first; :func:`fitting` says which
    of them travel along. Raises ``Mendable``: ``round-exists``, ``own-key-revoked``, ``round-too-large``.
    """
    if workspace.rows("SELECT 1 FROM rounds WHERE id = :id", {"id": plan.id}):
        raise Mendable("round-exists", round=plan.id)
    require_unrevoked(workspace, key)
    document = replace(
        document_of(plan, now),
        earlier=fitting(plan, earlier),
        keys=keys_in_force(workspace, key),
        key_changes=keyring.statements_for(workspace, key),
    )
    return hand_out(workspace, document, key, now)


def plan_in(document: RoundDocument) -> RoundPlan:
    """Return the plan that a round's document was made of."""
    return RoundPlan(
        id=document.id,
        province=document.province,
        office=document.office,
        title=document.title,
        short=document.short,
        period=document.period,
        deadline=document.deadline,
        catalogue=document.catalogue,
        agencies=document.agencies,
        signatures=document.signatures,
        details=document.details,
        evidence_limit=document.evidence_limit,
        former=document.former,
        succession=document.succession,
    )


def hand_out(workspace: Workspace, document: RoundDocument, key: SealingKey, now: datetime) -> bytes:
    """Seal a round's document, keep it in the workspace and return the round file's bytes."""
    from reformdesk.exchange.verification import seal, verify

    blob = seal(document, {}, key, now)
    verified = verify(blob)
    with workspace.atomic():
        register_own_key(workspace, HOME_AFFAIRS, key.certificate, now)
        _keep(workspace, verified, blob, f"{document.id}.rdround", "own", now)
    return blob


def fitting(plan: RoundPlan, earlier: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Return the newest of the earlier rounds' answers that a round file has room for, oldest first.

    Raises ``Mendable('round-too-large')`` where there is no room for the round itself.
    """
    left = _ROOM - len(document_of(plan, _SOME_TIME).to_bytes())
    if left < 0:
        raise Mendable("round-too-large")
    kept: list[Mapping[str, Any]] = []
    for past in reversed(earlier):
        left -= len(canonical(past))
        if left < 0:
            break
        kept.insert(0, past)
    return tuple(kept)


def document_of(plan: RoundPlan, now: datetime) -> RoundDocument:
    """Return the document of a new round without what comes from the workspace."""
    return RoundDocument(
        id=plan.id,
        revision=1,
        previous=None,
        province=plan.province,
        office=plan.office,
        title=plan.title,
        short=plan.short,
        period=plan.period,
        deadline=plan.deadline,
        opened_at=now,
        catalogue=plan.catalogue,
        agencies=plan.agencies,
        earlier=(),
        signatures=plan.signatures,
        details=plan.details,
        evidence_limit=plan.evidence_limit,
        former=plan.former,
        succession=plan.succession,
    )


def require_unrevoked(workspace: Workspace, key: SealingKey) -> None:
    """Raise ``Mendable('own-key-revoked')`` where Home Affairs has revoked the key that is to seal."""
    if key.fingerprint in pins.revoked(workspace, *OWN_SUBJECTS):
        raise Mendable("own-key-revoked")


def own_keys(workspace: Workspace) -> frozenset[str]:
    """Return the fingerprints of Home Affairs' keys in force at its own desk, the reserve key's included."""
    return _registered(workspace) - pins.revoked(workspace, *OWN_SUBJECTS).keys()


def _registered(workspace: Workspace) -> frozenset[str]:
    return frozenset[str]().union(*(pins.pinned(workspace, subject) for subject in OWN_SUBJECTS))


def register_own_key(workspace: Workspace, subject: str, certificate: bytes, now: datetime) -> Changes:
    """Let the next round file name a key of the office: :data:`HOME_AFFAIRS`' own, or its :data:`RESERVE`."""
    from reformdesk.exchange.cades import name_in

    if fingerprint(certificate) in pins.pinned(workspace, subject):
        return Changes.NOTHING
    return pins.pin(workspace, subject, name_in(certificate), certificate, now)


def require_room_for_key(workspace: Workspace) -> None:
    """Require that a round file can name one more key of the office; ``Mendable('too-many-keys')``."""
    if len(_registered(workspace)) >= MOST_KEYS:
        raise Mendable("too-many-keys", most=MOST_KEYS)


def keys_in_force(workspace: Workspace, sealing: SealingKey) -> tuple[Mapping[str, str], ...]:
    """Return the office's keys as a round file names them; a reserve key that seals now is the officer's."""
    from reformdesk.exchange.cades import name_in

    roles = {RESERVE: "reserve", HOME_AFFAIRS: "officer"}
    revoked = pins.revoked(workspace, *OWN_SUBJECTS)
    known = {
        pin.fingerprint: {"fingerprint": pin.fingerprint, "name": pin.name, "role": roles[pin.subject]}
        for pin in pins.all_pins(workspace)
        if pin.subject in roles and pin.ended_at is None and pin.fingerprint not in revoked
    }
    own = {"fingerprint": sealing.fingerprint, "name": name_in(sealing.certificate), "role": "officer"}
    return tuple({**known, sealing.fingerprint: own}.values())


def read_round_file(blob: bytes) -> tuple[Verified, Round]:
    """Verify a round file and read it. Raises :class:`Refused`, also for another kind of file."""
    from reformdesk.exchange.verification import verify

    verified = verify(blob)
    if not isinstance(verified.document, RoundDocument):
        raise Refused("not-a-round-file", kind=verified.kind)
    return verified, from_document(verified.document, verified.digest)


def take_round(
    workspace: Workspace, blob: bytes, name: str, now: datetime, compared: str = ""
) -> tuple[Round, Changes]:
    """Take a round file at an agency's desk.

    The first round file pins Home Affairs' key as first seen; a later one must bear a key that
    speaks for it. ``compared`` is the fingerprint of a new key whose code was compared by
    telephone. A corrected issue takes the place of an older one, whichever of them comes first, and what
    was typed and sent stays. Raises :class:`Refused`: ``office-key-differs``, ``agency-not-in-round``,
    ``round-differs`` where two issues have the same number.
    """
    verified, round_ = read_round_file(blob)
    how = _trusted_as(workspace, round_.office, verified, compared)
    if workspace.office is Office.AGENCY and workspace.owner not in round_.by_id:
        raise Refused("agency-not-in-round", round=round_.id)
    issues = {str(row["digest"]): row["revision"] for row in filing.filed(workspace, "round", round_.id)}
    if round_.digest in issues:
        return load(workspace, round_.id), Changes.NOTHING
    if round_.revision in issues.values():
        raise Refused("round-differs", round=round_.id)
    with workspace.atomic():
        _follow_keys(workspace, verified, round_, how, now)
        _keep(workspace, verified, blob, name, "window", now)
    return load(workspace, round_.id), Changes.ROUNDS | Changes.KEYS


def _trusted_as(workspace: Workspace, office: str, verified: Verified, compared: str) -> How | None:
    """Return how the signer's key is to be pinned, ``None`` where it is already."""
    known = pins.pinned(workspace, office)
    signer = verified.signers[0]
    if compared == signer.fingerprint:
        return How.COMPARED
    if signer.fingerprint in known:
        return None
    ever = {pin.fingerprint for pin in pins.all_pins(workspace) if pin.subject == office}
    if not ever:
        return How.FIRST_SEEN
    for key in reversed(verified.followed):
        if key in known:
            return How.HANDED_OVER
        if key in ever:
            break  # a key that ended hands nothing over any more
    raise Refused("office-key-differs", name=signer.name, fingerprint=signer.fingerprint, before=min(known, default=""))


def speaks(workspace: Workspace, office: str, verified: Verified) -> bool:
    """Whether a file at an agency's desk is Home Affairs': by a known key, or taken in while it was one."""
    try:
        if _trusted_as(workspace, office, verified, "") is not How.FIRST_SEEN:
            return True
    except Refused:
        pass
    ever = {pin.fingerprint for pin in pins.all_pins(workspace) if pin.subject == office}
    return verified.signers[0].fingerprint in ever and filing.is_filed(workspace, verified)


def trust_office(workspace: Workspace, office: str, verified: Verified, now: datetime, compared: str = "") -> None:
    """Require that a reply's signer speaks for Home Affairs, and pin it where it follows a known key.

    Raises ``Refused('office-key-differs')``.
    """
    _pin_signer(workspace, office, verified.signers[0], _trusted_as(workspace, office, verified, compared), now)


def _pin_signer(workspace: Workspace, office: str, signer: Signer, how: How | None, now: datetime) -> None:
    if how is not None:
        pins.pin(workspace, office, signer.name, signer.certificate, now, how)


def _follow_keys(workspace: Workspace, verified: Verified, round_: Round, how: How | None, now: datetime) -> None:
    """Let the keys that a round file names speak for Home Affairs, and no others.

    An older round file that comes late does not turn the list back (TUF: rollback). A day that has
    not come yet counts as today: it was written by a clock that ran ahead, and would otherwise hold
    every later list off until then.
    """
    signer = verified.signers[0]
    _pin_signer(workspace, round_.office, signer, how, now)
    document = verified.document
    opened_at = timestamp(round_.opened_at)
    if not isinstance(document, RoundDocument) or not document.keys or opened_at < workspace.meta(_KEYS_AS_OF):
        return
    for one in document.keys:
        pins.name_key(workspace, round_.office, one["fingerprint"], one["name"], now)
    speaking = {one["fingerprint"] for one in document.keys} | {signer.fingerprint}
    pins.end_others(workspace, round_.office, speaking, now)
    workspace.set_meta(_KEYS_AS_OF, min(opened_at, timestamp(now)))


def put_back(
    workspace: Workspace,
    brought: Sequence[tuple[Verified, bytes]],
    vouching: Signer,
    written_at: datetime,
    now: datetime,
) -> None:
    """Keep the rounds, oldest first, that a recovery file brings to an agency's new desk.

    The key that seals the recovery file vouches for them and is pinned as first seen, as with a desk's
    first round file. It names the office's other keys only where the newest round knows it: an older
    key may be the one that was lost.
    """
    for verified, blob in brought:
        document = verified.document
        if isinstance(document, RoundDocument):
            _keep(workspace, verified, blob, f"{document.id}.rdround", filing.RECOVERED, now)
    newest = brought[-1][0]
    round_ = _read(KeptData(workspace, newest.digest))
    _pin_signer(workspace, round_.office, vouching, How.FIRST_SEEN, now)
    keys = newest.document.keys if isinstance(newest.document, RoundDocument) else ()
    if vouching.fingerprint in {one["fingerprint"] for one in keys}:
        _follow_keys(workspace, newest, round_, None, now)
    else:
        workspace.set_meta(_KEYS_AS_OF, timestamp(written_at))


def _keep(workspace: Workspace, verified: Verified, blob: bytes, name: str, channel: str, now: datetime) -> None:
    document = verified.document
    if not isinstance(document, RoundDocument):
        raise TypeError(verified.kind)
    place = filing.FiledAs(document.id, "", document.revision, document.previous, name, channel)
    with workspace.atomic():
        filing.file(workspace, verified, blob, place, now)
        enter(workspace, verified.digest, document, now)


def enter(workspace: Workspace, digest: str, document: RoundDocument, now: datetime) -> None:
    """Let a round be known whose file is kept; the caller has begun the transaction."""
    known = workspace.rows("SELECT 1 FROM rounds WHERE id = :id", {"id": document.id})
    if not known:
        position = workspace.rows("SELECT coalesce(max(position), 0) + 1 AS next FROM rounds")[0]["next"]
        workspace.db.table("rounds").insert(
            {
                "id": document.id,
                "digest": digest,
                "position": position,
                "taken_at": timestamp(now),
                "label": label_of(document, document.opened_at),
            }
        )
    if workspace.office is Office.HOME_AFFAIRS:
        settle_issue(workspace, document.id)
    elif known:
        _take_newest_issue(workspace, document.id)


def issues_of(workspace: Workspace, round_id: str) -> Chain:
    """Return which issue of a round is in force, as its files and what was decided between them say."""
    known = {
        Issue(row["digest"], row["revision"], row["previous"]) for row in filing.filed(workspace, "round", round_id)
    }
    chosen = deciding.agreed(journal.stands_on(workspace, Kind.ROUND_ISSUE, round_id))
    return chain(known, {chosen.detail["digest"]} if chosen else ())


def settle_issue(workspace: Workspace, round_id: str) -> None:
    """Let the issue be shown that is in force; where two begin the round, one of them until that is decided.

    The round stands in the order of rounds where its first issue put it.
    """
    found = issues_of(workspace, round_id)
    documents = {
        str(row["digest"]): kept_round(filing.data_of(workspace, row["digest"]))
        for row in filing.filed(workspace, "round", round_id)
    }
    shown = found.in_force or min(found.contested)
    first = min(one.opened_at for one in documents.values() if one.revision == 1)
    workspace.db.execute(
        "UPDATE rounds SET digest = :digest, label = :label WHERE id = :id",
        {"digest": shown, "label": label_of(documents[shown], first), "id": round_id},
    )


def _take_newest_issue(workspace: Workspace, round_id: str) -> None:
    """Let the newest issue that an agency has been given be in force at its desk."""
    newest = max(filing.filed(workspace, "round", round_id), key=lambda row: int(row["revision"]))
    documents = [
        kept_round(filing.data_of(workspace, row["digest"])) for row in filing.filed(workspace, "round", round_id)
    ]
    first = min(one.opened_at for one in documents)
    document = kept_round(filing.data_of(workspace, str(newest["digest"])))
    workspace.db.execute(
        "UPDATE rounds SET digest = :digest, label = :label WHERE id = :id",
        {"digest": newest["digest"], "label": label_of(document, first), "id": round_id},
    )


def round_ids(workspace: Workspace) -> list[str]:
    """Return the ids of the workspace's rounds, oldest first (:func:`reformdesk.core.round_labels.in_order`)."""
    return list(in_order(workspace))


def load(workspace: Workspace, round_id: str) -> Round:
    """Return a round of the workspace; ``Mendable('unknown-round')`` where it is not there."""
    found = workspace.rows("SELECT digest FROM rounds WHERE id = :id", {"id": round_id})
    if not found:
        raise Mendable("unknown-round", round=round_id)
    return _read(KeptData(workspace, str(found[0]["digest"])))


def load_issue(workspace: Workspace, digest: str) -> Round:
    """Return one issue of a round; ``KeyError`` where its file is not there."""
    return _read(KeptData(workspace, digest))


def latest(workspace: Workspace) -> Round:
    """Return the newest round; ``Mendable('no-round')`` where there is none yet."""
    known = round_ids(workspace)
    if not known:
        raise Mendable("no-round")
    return load(workspace, known[-1])


@lru_cache(maxsize=32)
def _read(data: KeptData) -> Round:
    """Parse a round once; it cannot change under its digest."""
    return from_document(kept_round(data.read_once()), data.digest)
