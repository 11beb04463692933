"""Two desks of Home Affairs brought together: the union of their files, keys and decisions, on this one.

The other workspace is copied first, and only the copy is opened. What it holds is verified anew, as
if it came by itself; decisions are taken as they are said, and a decision's id is worked out here.
Both ways round, both desks end at the same state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reformdesk.core import (
    arrivals,
    closings,
    deciding,
    filing,
    journal,
    judgement,
    office_files,
    outfile,
    pins,
    roundbook,
    soundness,
    store,
)
from reformdesk.core.changes import Changes
from reformdesk.core.deciding import Decision
from reformdesk.core.journal import Hand
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Refused, StoreError
from reformdesk.exchange.keychange import HOME_AFFAIRS
from reformdesk.exchange.payload import ReplyDocument, RoundDocument
from reformdesk.exchange.verification import Verified, verify

_FOUNDATION = "foundation"


@dataclass(frozen=True)
class Joined:
    """What a desk brought: counts of files, decisions and keys that are new here, and what is contested since.

    ``contested`` names by round and agency what desks decided differently. ``officer`` is who decided last at
    the other desk, ``changed_at`` (RFC 3339 UTC) when anything last came or was decided there.
    """

    files: int = 0
    decisions: int = 0
    keys: int = 0
    contested: tuple[tuple[str, str], ...] = ()
    officer: str = ""
    changed_at: str = ""
    also_compared: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether anything was not here before."""
        return bool(self.files or self.decisions or self.keys)


class _Looked(Exception):
    """Ends the transaction of a preview."""


def join(workspace: Workspace, path: Path, now: datetime) -> tuple[Joined, Changes]:
    """Bring another desk's workspace file together with this one, whole or not at all.

    Raises :class:`StoreError` as opening a workspace does, and ``Refused``: ``join-agency`` for an agency's
    workspace, ``join-other-office`` for another office's, ``join-itself``, and what its files are refused for.
    """
    with _copied(workspace, path) as other, workspace.atomic():
        joined = _unite(workspace, other, now)
        kept = office_files.take_over(workspace, other)
    return joined, _changes(joined) | kept


def preview(workspace: Workspace, path: Path, now: datetime) -> Joined:
    """Return what :func:`join` would bring; nothing changes. Raises what that raises."""
    found = Joined()
    with _copied(workspace, path) as other:
        try:
            with workspace.atomic():
                found = _unite(workspace, other, now)
                raise _Looked
        except _Looked:
            return found


def _changes(joined: Joined) -> Changes:
    if not joined.is_new:
        return Changes.NOTHING
    return Changes.ROUNDS | Changes.SUBMISSIONS | Changes.DECISIONS | Changes.KEYS | Changes.REPLIES


@contextmanager
def _copied(workspace: Workspace, path: Path) -> Iterator[Workspace]:
    """Open a copy of another desk's workspace, with what SQLite keeps beside it; the file itself stays as it is."""
    if store.is_part_of(workspace.path, path):
        raise Refused("join-itself")
    if not path.is_file():
        raise StoreError("workspace-missing", file=path.name)
    with TemporaryDirectory(prefix=".join-", dir=workspace.path.parent) as folder:
        copy = Path(folder) / path.name
        for ending in ("", "-wal"):
            beside = path.with_name(path.name + ending)
            if beside.is_file():
                for _ in outfile.copy_in_slices(beside, copy.with_name(copy.name + ending)):
                    pass
        with store.open_workspace(copy) as other:
            if soundness.problems(other):
                raise StoreError("workspace-damaged", file=path.name)
            _require_same_office(workspace, other)
            yield other


def _require_same_office(workspace: Workspace, other: Workspace) -> None:
    """Require another desk of this very office: the same rounds, or none yet and the same foundation."""
    if other.office is not Office.HOME_AFFAIRS:
        raise Refused("join-agency", agency=other.owner)
    mine, theirs = (
        {row["digest"] for row in one.rows("SELECT digest FROM files WHERE kind = 'round'")}
        for one in (workspace, other)
    )
    founded = workspace.meta(_FOUNDATION) == other.meta(_FOUNDATION) != ""
    related = bool(mine & theirs) or (founded and not (mine and theirs))
    if other.owner != workspace.owner or not related:
        raise Refused("join-other-office")


def _unite(workspace: Workspace, other: Workspace, now: datetime) -> Joined:
    before = _contested(workspace)
    files = _take_files(workspace, other, now)
    approvals = _take_approvals(workspace, other)
    arrivals.take_over(workspace, arrivals.all_of(other))
    arrivals.settle(workspace)
    keys, also = _take_pins(workspace, other)
    made = journal.everything(other)
    hands = {one.id: journal.hands(other, one.id) for one in made}
    new = journal.take_over(workspace, [(one, hands[one.id]) for one in made])
    closings.take_over(workspace, other)
    journal.take_over_lives(workspace, other)
    for round_id in roundbook.round_ids(workspace):
        roundbook.settle_issue(workspace, round_id)
        for agency in _agencies(workspace, round_id):
            judgement.rejudge(workspace, round_id, agency)
    return Joined(
        files=files + approvals,
        decisions=len(new),
        keys=keys,
        contested=tuple(sorted(_contested(workspace) - before)),
        officer=journal.officer(other) or _last_author(made, hands),
        changed_at=max((*(hand.decided_at for signed in hands.values() for hand in signed), *_came(other)), default=""),
        also_compared=also,
    )


def _take_files(workspace: Workspace, other: Workspace, now: datetime) -> int:
    """Keep every file of the other desk that is not here; rounds first, since the others answer them."""
    new = 0
    for row in other.rows(
        """SELECT digest, signer, agency, name, channel, received_at FROM files
           ORDER BY kind = 'round' DESC, revision, digest, signer"""
    ):
        blob = filing.bytes_of(other, row["digest"], row["signer"])
        if _is_here(workspace, row, blob):
            continue
        verified = verify(blob)
        if (verified.digest, verified.signers[0].fingerprint) != (row["digest"], row["signer"]):
            raise StoreError("workspace-damaged", file=other.path.name)
        if filing.is_filed(workspace, verified):
            _keep_the_least(workspace, verified, blob)
            continue
        new += 1
        filing.file(workspace, verified, blob, _place(verified, row), datetime.fromisoformat(row["received_at"]))
        if isinstance(verified.document, RoundDocument):
            roundbook.enter(workspace, verified.digest, verified.document, now)
    return new


def _is_here(workspace: Workspace, row: Mapping[str, Any], blob: bytes) -> bool:
    """Whether this desk has a file byte for byte; it was verified when it came."""
    found = workspace.rows(
        "SELECT 1 FROM files WHERE digest = :digest AND signer = :signer AND bytes = :bytes",
        {"digest": row["digest"], "signer": row["signer"], "bytes": blob},
    )
    return bool(found)


def _place(verified: Verified, row: Mapping[str, Any]) -> filing.FiledAs:
    """Return where a verified file belongs, by what it says itself."""
    document = verified.document
    match document:
        case RoundDocument():
            said = (document.id, "", document.revision, document.previous)
        case ReplyDocument():
            said = (document.round_id, row["agency"], 1, None)
        case _:
            said = (document.round_id, document.agency, document.revision, document.previous)
    return filing.FiledAs(*said, row["name"], row["channel"])


def _keep_the_least(workspace: Workspace, verified: Verified, blob: bytes) -> None:
    """Of one content under one key in two files keep the same at every desk: signed first, else the lesser digest."""
    signer = verified.signers[0]
    mine = filing.bytes_of(workspace, verified.digest, signer.fingerprint)
    if mine == blob:
        return

    def rank(one: bytes) -> tuple[datetime, str]:
        return verify(one).signers[0].signed_at, sha256(one).hexdigest()

    if rank(blob) < rank(mine):
        # a second signature that came with the first goes on being proved by the file it came in
        workspace.db.execute(
            "UPDATE approvals SET bytes = :bytes WHERE digest = :digest AND signer = :signer AND bytes IS NULL",
            {"bytes": mine, "digest": verified.digest, "signer": signer.fingerprint},
        )
        workspace.db.execute(
            """UPDATE files SET bytes = :bytes, signed_at = :signed_at
               WHERE digest = :digest AND signer = :signer""",
            {
                "bytes": blob,
                "signed_at": store.timestamp(signer.signed_at),
                "digest": verified.digest,
                "signer": signer.fingerprint,
            },
        )


def _take_approvals(workspace: Workspace, other: Workspace) -> int:
    """Keep second signatures that came apart from the first, each verified in the file that it came with."""
    new = 0
    for row in other.rows("SELECT digest, signer, approver, bytes FROM approvals ORDER BY digest, signer, approver"):
        if row["approver"] in filing.approvers(workspace, row["digest"], row["signer"]):
            continue
        blob = bytes(row["bytes"] or filing.bytes_of(other, row["digest"], row["signer"]))
        verified = verify(blob)
        said = (verified.digest, *(one.fingerprint for one in verified.signers))
        if said != (row["digest"], row["signer"], row["approver"]):
            raise StoreError("workspace-damaged", file=other.path.name)
        new += 1
        filing.file_approval(workspace, verified, blob)
    return new


def _take_pins(workspace: Workspace, other: Workspace) -> tuple[int, tuple[str, ...]]:
    """Add the other desk's compared keys; returns how many, and the agencies that have another one here too."""
    known = {(one.subject, one.fingerprint): one for one in pins.all_pins(workspace)}
    before = {subject for subject, _ in known}
    new = 0
    also = set()
    for one in pins.all_pins(other):
        mine = known.get((one.subject, one.fingerprint))
        if mine is None:
            new += 1
            if one.subject in before and not one.subject.startswith(HOME_AFFAIRS):
                also.add(one.subject.partition("#")[0])
        pins.take_over(workspace, one)
    return new, tuple(sorted(also))


def _agencies(workspace: Workspace, round_id: str) -> list[str]:
    found = workspace.rows(
        "SELECT DISTINCT agency FROM files WHERE kind = 'submission' AND round = :round ORDER BY agency",
        {"round": round_id},
    )
    return [str(row["agency"]) for row in found]


def _contested(workspace: Workspace) -> set[tuple[str, str]]:
    """Return by round and agency what desks decided differently."""
    shown = workspace.rows("SELECT DISTINCT round, agency FROM standing WHERE contested = 1")
    answered = deciding.matters(journal.everything(workspace)).values()
    split = {(answers[0].round, answers[0].agency) for answers in answered if deciding.contested(answers)}
    rounds = {name for name in roundbook.round_ids(workspace) if roundbook.issues_of(workspace, name).contested}
    return {(row["round"], row["agency"]) for row in shown} | split | {(name, "") for name in rounds}


def _last_author(made: tuple[Decision, ...], hands: Mapping[str, tuple[Hand, ...]]) -> str:
    signed = [hand for one in made for hand in hands[one.id] if hand.author]
    return max(signed, key=lambda hand: hand.decided_at).author if signed else ""


def _came(other: Workspace) -> list[str]:
    found = other.rows("SELECT max(received_at) AS received_at FROM files")
    return [str(row["received_at"]) for row in found if row["received_at"]]
