"""Writing a recovery file at Home Affairs: an agency gets back what was accepted from it, and nobody else's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from reformdesk.core import adjusting, filing, keyring, merged, pins, recoveries, replies, roundbook
from reformdesk.core.merged import Received
from reformdesk.core.organisation import Agency
from reformdesk.core.recoveries import Written
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable
from reformdesk.exchange.keys import SealingKey
from reformdesk.exchange.payload import ReplyDocument
from reformdesk.exchange.recovery import MOST_BYTES, MOST_ROUNDS, RECOVERY
from reformdesk.exchange.verification import seal, verify


@dataclass(frozen=True)
class Prospect:
    """What a recovery file of an agency would bring: its rounds, newest first, each with the last number accepted.

    ``speaking`` counts the agency's keys that are not revoked: the lost one is among them.
    """

    agency: Agency
    rounds: tuple[tuple[Round, int], ...]
    written: tuple[Written, ...]
    speaking: int


@dataclass(frozen=True)
class _Part:
    """A round that goes in: its files, and what the document says of them."""

    item: Mapping[str, Any]
    files: Mapping[str, bytes]

    @property
    def size(self) -> int:
        return sum(map(len, self.files.values()))


def prospect(workspace: Workspace, agency: str) -> Prospect:
    """Read what there is to write. Raises ``Mendable('nothing-owed')`` where no round asks the agency."""
    owed = _rounds(workspace, agency)
    revoked = pins.revoked(workspace, agency)
    return Prospect(
        owed[0].by_id[agency],
        tuple((one, last.revision if (last := _last(workspace, one, agency)) else 0) for one in owed),
        recoveries.written(workspace, agency),
        len(pins.pinned(workspace, agency) - revoked.keys()),
    )


def write(
    workspace: Workspace, agency: str, key: SealingKey, now: datetime, most_bytes: int = MOST_BYTES
) -> tuple[bytes, tuple[str, ...]]:
    """Seal a recovery file and remember it; returns its bytes and the ids of older rounds that had no room.

    ``most_bytes`` bounds what is attached. Raises ``Mendable``: ``nothing-owed``, ``own-key-revoked``,
    ``recovery-too-large`` where not even the newest round fits.
    """
    roundbook.require_unrevoked(workspace, key)
    parts: list[_Part] = []
    owed = _rounds(workspace, agency)
    left = most_bytes
    for number, one in enumerate(owed[:MOST_ROUNDS]):
        part = _part(workspace, one, agency, f"{number + 1:02}", key, now)
        if part.size > left:
            break
        left -= part.size
        parts.append(part)
    if not parts:
        raise Mendable("recovery-too-large")
    left_out = tuple(one.id for one in reversed(owed[len(parts) :]))
    items = [part.item for part in reversed(parts)]
    files = {name: content for part in parts for name, content in part.files.items()}
    document = ReplyDocument(
        round_id=owed[0].id,
        round_digest=owed[0].digest,
        written_at=now,
        items=({"type": RECOVERY, "agency": agency, "rounds": items, "left_out": list(left_out)},),
        key_changes=keyring.statements_for(workspace, key),
        attachments=tuple(_listed(name, files[name]) for name in sorted(files)),
    )
    blob = seal(document, files, key, now)
    _remember(workspace, blob, owed[0].id, agency, now)
    return blob, left_out


def _rounds(workspace: Workspace, agency: str) -> list[Round]:
    """Return the rounds that ask an agency, newest first."""
    past = adjusting.past_rounds(workspace)
    rounds = [roundbook.load(workspace, name) for name in roundbook.round_ids(workspace) if name not in past]
    found = [one for one in reversed(rounds) if agency in one.by_id and one.owed(agency)]
    if not found:
        raise Mendable("nothing-owed", round=", ".join(one.id for one in rounds))
    return found


def _last(workspace: Workspace, round_: Round, agency: str) -> Received | None:
    """Return the last submission that was accepted, the one that a reply speaks of."""
    accepted = [one for one in merged.received(workspace, round_.id) if one.agency == agency and one.on_chain]
    # what Home Affairs entered is none of its numbers
    return next((one for one in reversed(accepted) if not one.entered), None)


def _part(workspace: Workspace, round_: Round, agency: str, mark: str, key: SealingKey, now: datetime) -> _Part:
    file = f"round-{mark}.rdround"
    item: dict[str, Any] = {"round": round_.id, "digest": round_.digest, "file": file}
    files = {file: _issue(workspace, round_.id, round_.digest)}
    last = _last(workspace, round_, agency)
    if last is not None:
        names = {"file": f"submission-{mark}.rdsub", "reply": f"reply-{mark}.rdreply"}
        item["submission"] = {"digest": last.digest, "revision": last.revision, **names}
        files[names["file"]] = filing.bytes_of(workspace, last.digest, last.signer)
        files[names["reply"]] = replies.write(workspace, round_.id, (agency,), key, now, own_alone=True)
        if last.issue != round_.digest:
            # what was asked again since can only be told by somebody who knows what was asked before
            item["submission"]["issue"] = f"answered-{mark}.rdround"
            files[f"answered-{mark}.rdround"] = _issue(workspace, round_.id, last.issue)
    return _Part(item, files)


def _issue(workspace: Workspace, round_id: str, digest: str) -> bytes:
    """Return the file of one issue of a round."""
    issues = filing.filed(workspace, "round", round_id)
    signer = next(one["signer"] for one in issues if one["digest"] == digest)
    return filing.bytes_of(workspace, digest, signer)


def _listed(name: str, content: bytes) -> Mapping[str, Any]:
    return {"name": name, "sha256": sha256(content).hexdigest(), "size": len(content)}


def _remember(workspace: Workspace, blob: bytes, round_id: str, agency: str, now: datetime) -> None:
    verified = verify(blob)
    if not filing.is_filed(workspace, verified):
        with workspace.atomic():
            place = filing.FiledAs(round_id, agency, 1, None, f"{agency}-recovery.rdreply", "own")
            filing.file(workspace, verified, blob, place, now)
