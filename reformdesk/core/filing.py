"""Exchange files in the workspace: kept byte for byte, found by what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import StoreError
from reformdesk.exchange.documents import digest_of
from reformdesk.exchange.payload import SubmissionDocument

if TYPE_CHECKING:
    from reformdesk.exchange.verification import Verified

RECOVERED = "recovery"
"""The channel of what a recovery file brought back to a lost desk."""
_KEEP = """
    INSERT INTO files (digest, signer, kind, round, agency, revision, previous, signer_name, signed_at, certificate,
        name, channel, received_at, data, bytes, followed, issuer, entered)
    VALUES (:digest, :signer, :kind, :round, :agency, :revision, :previous, :signer_name, :signed_at, :certificate,
        :name, :channel, :received_at, :data, :bytes, :followed, :issuer, :entered)
"""


@dataclass(frozen=True)
class FiledAs:
    """Where a file belongs and how it came.

    ``channel`` is ``window``, ``folder``, ``watched``, ``command``, ``own`` or :data:`RECOVERED`.
    """

    round: str
    agency: str
    revision: int
    previous: str | None
    name: str
    channel: str


def is_filed(workspace: Workspace, verified: Verified) -> bool:
    """Whether this content, sealed by this key, is in already."""
    found = workspace.rows(
        "SELECT 1 FROM files WHERE digest = :digest AND signer = :signer",
        {"digest": verified.digest, "signer": verified.signers[0].fingerprint},
    )
    return bool(found)


def is_approval_filed(workspace: Workspace, verified: Verified) -> bool:
    """Whether the second signature of a file, if it has one, is in already."""
    signer, *second = verified.signers
    known = approvers(workspace, verified.digest, signer.fingerprint)
    return all(one.fingerprint in known for one in second)


@dataclass(frozen=True)
class Approval:
    """The second signature on a filed content; ``issuer`` is empty for a key of the program's own making."""

    approver: str
    name: str
    issuer: str
    signed_at: str


def approvals(workspace: Workspace, digest: str, signer: str) -> tuple[Approval, ...]:
    """Return the second signatures on a filed content."""
    found = workspace.rows(
        """SELECT approver, name, issuer, signed_at FROM approvals
           WHERE digest = :digest AND signer = :signer ORDER BY approver""",
        {"digest": digest, "signer": signer},
    )
    return tuple(Approval(**row) for row in found)


def approvers_in(workspace: Workspace, round_id: str) -> dict[tuple[str, str], frozenset[str]]:
    """Return the keys of all second signatures in a round, by digest and first signer."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in workspace.rows(
        """SELECT a.digest, a.signer, a.approver FROM approvals a JOIN files f USING (digest, signer)
           WHERE f.round = :round""",
        {"round": round_id},
    ):
        found.setdefault((row["digest"], row["signer"]), set()).add(row["approver"])
    return {place: frozenset(keys) for place, keys in found.items()}


def approvers(workspace: Workspace, digest: str, signer: str) -> frozenset[str]:
    """Return the keys of the second signatures on a filed content."""
    found = workspace.rows(
        "SELECT approver FROM approvals WHERE digest = :digest AND signer = :signer",
        {"digest": digest, "signer": signer},
    )
    return frozenset(row["approver"] for row in found)


def file(workspace: Workspace, verified: Verified, blob: bytes, place: FiledAs, now: datetime) -> None:
    """Keep a verified file; the caller has begun the transaction."""
    signer, document = verified.signers[0], verified.document
    workspace.db.execute(
        _KEEP,
        {
            "digest": verified.digest,
            "signer": signer.fingerprint,
            "kind": verified.kind,
            "round": place.round,
            "agency": place.agency,
            "revision": place.revision,
            "previous": place.previous,
            "signer_name": signer.name,
            "signed_at": timestamp(signer.signed_at),
            "certificate": signer.certificate,
            "name": place.name,
            "channel": place.channel,
            "received_at": timestamp(now),
            "data": verified.data,
            "bytes": blob,
            "followed": " ".join(verified.followed),
            "issuer": signer.issuer,
            "entered": int(isinstance(document, SubmissionDocument) and document.on_behalf is not None),
        },
    )
    if len(verified.signers) > 1:
        file_approval(workspace, verified)


def file_approval(workspace: Workspace, verified: Verified, blob: bytes | None = None) -> None:
    """Keep a file's second signature; ``blob`` is given where the content had come without it."""
    signer, approver = verified.signers
    workspace.db.table("approvals").insert(
        {
            "digest": verified.digest,
            "signer": signer.fingerprint,
            "approver": approver.fingerprint,
            "name": approver.name,
            "issuer": approver.issuer,
            "signed_at": timestamp(approver.signed_at),
            "certificate": approver.certificate,
            "bytes": blob,
        },
        ignore=True,
    )


def filed(workspace: Workspace, kind: str, round_id: str, agency: str = "") -> list[dict[str, Any]]:
    """Return the files of a kind in a round (of one agency, where given), without their bytes."""
    return workspace.rows(
        """SELECT digest, signer, revision, previous, agency, signer_name, signed_at, name, channel, received_at
           FROM files WHERE kind = :kind AND round = :round AND (:agency = '' OR agency = :agency)
           ORDER BY agency, revision, digest, signer""",
        {"kind": kind, "round": round_id, "agency": agency},
    )


def place_of(workspace: Workspace, digest: str) -> tuple[str, str]:
    """Return the round and the agency that a kept document belongs to; ``KeyError`` if there is none."""
    found = workspace.rows("SELECT round, agency FROM files WHERE digest = :digest LIMIT 1", {"digest": digest})
    if not found:
        raise KeyError(digest)
    return found[0]["round"], found[0]["agency"]


def keys_of_rounds(workspace: Workspace) -> frozenset[str]:
    """Return the fingerprints of the keys that sealed the workspace's round files."""
    found = workspace.rows("SELECT DISTINCT signer FROM files WHERE kind = 'round'")
    return frozenset(str(row["signer"]) for row in found)


def data_of(workspace: Workspace, digest: str) -> bytes:
    """Return the data file (``submission.json`` and the like) with this digest; ``KeyError`` if none."""
    found = workspace.rows("SELECT data FROM files WHERE digest = :digest LIMIT 1", {"digest": digest})
    if not found:
        raise KeyError(digest)
    return undamaged(workspace, digest, found[0]["data"])


def undamaged(workspace: Workspace, digest: str, data: bytes) -> bytes:
    """Return kept data that is what it was; ``StoreError('workspace-damaged')`` where the disk changed it."""
    if digest_of(bytes(data)) != digest:
        raise StoreError("workspace-damaged", file=workspace.path.name)
    return bytes(data)


def bytes_of(workspace: Workspace, digest: str, signer: str = "") -> bytes:
    """Return a kept file byte for byte, whoever sealed it where that is not said; ``KeyError`` if none."""
    found = workspace.rows(
        "SELECT bytes FROM files WHERE digest = :digest AND (:signer = '' OR signer = :signer)",
        {"digest": digest, "signer": signer},
    )
    if not found:
        raise KeyError(digest)
    return bytes(found[0]["bytes"])


class KeptData:
    """A kept document, known by its digest; the file of up to 2 MB is read only where it is not known yet."""

    def __init__(self, workspace: Workspace, digest: str) -> None:
        self.digest = digest
        self._workspace: Workspace | None = workspace

    def read_once(self) -> bytes:
        """Read it, and let go of the workspace: a cache keeps this object."""
        workspace, self._workspace = self._workspace, None
        if workspace is None:
            raise RuntimeError("read already")
        return data_of(workspace, self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeptData) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)
