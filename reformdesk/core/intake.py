"""Intake at Home Affairs: verify, then order and edition, and only then store.

What cannot be decided waits for an officer; what is unsound or belongs elsewhere is refused with
its reason and not kept. How a submission stands depends on the set of files, pins and decisions,
never on the order in which they came.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reformdesk.core import filing, pins, roundbook, store, values
from reformdesk.core.changes import Changes
from reformdesk.core.checks import check_value
from reformdesk.core.rounds import Round
from reformdesk.core.standing import Candidate, Decisions, Standing, judge
from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import ReformDeskError, Refused
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import Verified, verify

ACCEPTED, WAITING, REJECTED, KNOWN = "accepted", "waiting", "rejected", "known"
LARGEST_FILE = 64 * 1024 * 1024


@dataclass(frozen=True)
class Verdict:
    """What became of one file. ``reasons`` are stable codes; ``error`` says why it was rejected."""

    file: str
    state: str
    reasons: tuple[str, ...] = ()
    round: str = ""
    agency: str = ""
    revision: int = 0
    digest: str = ""
    provisional: bool = False
    error: ReformDeskError | None = None


def find_files(path: Path) -> Iterator[Path]:
    """Yield the files under ``path`` in a stable order; a file yields itself.

    Raises ``Refused('path-missing')``.
    """
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists() raises for a name that is too long
        raise Refused("path-missing", file=str(path))
    if path.is_dir():
        yield from sorted(found for found in path.rglob("*") if found.is_file())
    else:
        yield path


def take_all(
    workspace: Workspace, path: Path, channel: str, now: datetime, *, provisional: bool = False
) -> Iterator[tuple[Path, Verdict]]:
    """Take in a file, or every file under a folder, one at a time, each with its verdict."""
    try:
        found = list(find_files(path))
    except Refused as problem:
        yield path, Verdict(path.name, REJECTED, (problem.code,), error=problem)
        return
    for file in found:
        if not store.is_part_of(workspace.path, file):
            yield file, take_path(workspace, file, channel, now, provisional=provisional)


def read_file(path: Path) -> bytes:
    """Read a file that is to be taken in; raises :class:`Refused` where that cannot be."""
    try:
        if path.is_dir():
            raise Refused("is-a-folder", file=path.name)
        if path.exists() and not path.is_file():
            raise Refused("file-unreadable", file=path.name)
        if path.stat().st_size > LARGEST_FILE:
            raise Refused("too-large", file=path.name)
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise Refused("path-missing", file=path.name) from problem
    except OSError as problem:
        raise Refused("file-unreadable", file=path.name) from problem


def take_path(workspace: Workspace, path: Path, channel: str, now: datetime, *, provisional: bool = False) -> Verdict:
    """Take in one file from the disk; never raises for what is wrong with the file."""
    try:
        blob = read_file(path)
    except Refused as problem:
        return Verdict(path.name, REJECTED, (problem.code,), error=problem)
    return take(workspace, path.name, blob, channel, now, provisional=provisional)


def take(
    workspace: Workspace, name: str, blob: bytes, channel: str, now: datetime, *, provisional: bool = False
) -> Verdict:
    """Take in one file. With ``provisional`` a key that was not compared is accepted and marked so."""
    try:
        verified = verify(blob)
        document = verified.document
        if not isinstance(document, SubmissionDocument):
            raise Refused("not-a-submission", kind=verified.kind)
        round_ = _round_of(workspace, document)
        _require_own_answers(round_, document)
    except Refused as problem:
        return Verdict(name, REJECTED, (problem.code,), error=problem)
    already = filing.is_filed(workspace, verified)
    place = filing.FiledAs(document.round_id, document.agency, document.revision, document.previous, name, channel)
    with workspace.atomic():
        if not already:
            filing.file(workspace, verified, blob, place, now)
        if provisional and verified.signers[0].fingerprint not in pins.pinned(workspace, document.agency):
            decide(workspace, "provisional", verified.digest, "", "", now)
        if not already or provisional:
            rejudge(workspace, document.round_id, document.agency)
    return _verdict(workspace, name, verified, document, already=already)


def _round_of(workspace: Workspace, document: SubmissionDocument) -> Round:
    """Return the round that a submission answers; only an issue that this office made is one."""
    if document.round_id not in roundbook.round_ids(workspace):
        raise Refused("unknown-round", round=document.round_id)
    issues = {row["digest"] for row in filing.filed(workspace, "round", document.round_id)}
    if document.round_digest not in issues:
        raise Refused("other-round", round=document.round_id)
    return roundbook.load(workspace, document.round_id)


def _require_own_answers(round_: Round, document: SubmissionDocument) -> None:
    if document.agency not in round_.by_id:
        raise Refused("unknown-agency", agency=document.agency)
    owed = set(round_.owed(document.agency))
    agency = round_.by_id[document.agency].name
    for line in document.answers:
        name = line["indicator"]
        if name not in owed:
            raise Refused("not-owed-inside", agency=agency, indicator=name)
        indicator = round_.catalogue.indicators[name]
        findings = check_value(indicator, values.from_wire(line["value"]), round_.catalogue.rules)
        if any(finding.blocks for finding in findings):
            raise Refused("error-inside", agency=agency, indicator=indicator.name)


def _verdict(
    workspace: Workspace, name: str, verified: Verified, document: SubmissionDocument, *, already: bool
) -> Verdict:
    standing = workspace.rows(
        "SELECT state, reasons, provisional FROM standing WHERE digest = :digest AND signer = :signer",
        {"digest": verified.digest, "signer": verified.signers[0].fingerprint},
    )[0]
    return Verdict(
        file=name,
        state=KNOWN if already else str(standing["state"]),
        reasons=tuple(json.loads(standing["reasons"])),
        round=document.round_id,
        agency=document.agency,
        revision=document.revision,
        digest=verified.digest,
        provisional=bool(standing["provisional"]),
    )


def decide(workspace: Workspace, kind: str, subject: str, detail: str, author: str, now: datetime) -> None:
    """Record an officer's decision on a submission's digest; the same decision again changes nothing."""
    workspace.db.table("decisions").insert(
        {
            "kind": kind,
            "subject": subject,
            "detail": detail,
            "author": author,
            "decided_at": timestamp(now),
        },
        ignore=True,
    )


def accept_provisionally(workspace: Workspace, digest: str, author: str, now: datetime) -> Changes:
    """Let a submission count before its key was compared; it stays marked until it is."""
    return _decide_on_submission(workspace, "provisional", digest, "", author, now)


def choose(workspace: Workspace, digest: str, author: str, now: datetime) -> Changes:
    """Decide a fork for one of its sides."""
    return _decide_on_submission(workspace, "choose", digest, "", author, now)


def send_back(workspace: Workspace, digest: str, words: str, author: str, now: datetime) -> Changes:
    """Return a submission: it stays, and counts no more, until the agency's next revision."""
    return _decide_on_submission(workspace, "return", digest, words, author, now)


def _decide_on_submission(
    workspace: Workspace, kind: str, digest: str, detail: str, author: str, now: datetime
) -> Changes:
    places = workspace.rows("SELECT DISTINCT round, agency FROM files WHERE digest = :digest", {"digest": digest})
    with workspace.atomic():
        decide(workspace, kind, digest, detail, author, now)
        for place in places:
            rejudge(workspace, place["round"], place["agency"])
    return Changes.DECISIONS | Changes.SUBMISSIONS


def pin_key(workspace: Workspace, digest: str, signer: str, now: datetime) -> Changes:
    """Pin the key that sealed a submission to the agency it speaks for, and judge again."""
    for row in workspace.rows(
        "SELECT agency, signer_name, certificate FROM files WHERE digest = :digest AND signer = :signer",
        {"digest": digest, "signer": signer},
    ):
        with workspace.atomic():
            pins.pin(workspace, row["agency"], row["signer_name"], bytes(row["certificate"]), now)
            for round_id in roundbook.round_ids(workspace):
                rejudge(workspace, round_id, row["agency"])
    return Changes.KEYS | Changes.SUBMISSIONS


def rejudge(workspace: Workspace, round_id: str, agency: str) -> None:
    """Work out again how an agency's submissions in a round stand, and keep the result."""
    candidates = candidates_of(workspace, round_id, agency)
    issue = workspace.rows("SELECT digest FROM rounds WHERE id = :id", {"id": round_id})
    standings = judge(
        list(candidates),
        pins.pinned(workspace, agency),
        _decisions(workspace, {candidate.digest for candidate in candidates}),
        {str(row["digest"]) for row in issue},
    )
    workspace.db.table("standing").upsert_all(
        [_standing_row(round_id, agency, *pair) for pair in standings.items()], pk=("digest", "signer")
    )


def candidates_of(workspace: Workspace, round_id: str, agency: str) -> list[Candidate]:
    """Return an agency's submissions in a round, as the judgement sees them."""
    found = workspace.rows(
        """SELECT digest, signer, revision, previous, data FROM files
           WHERE kind = 'submission' AND round = :round AND agency = :agency""",
        {"round": round_id, "agency": agency},
    )
    return [
        Candidate(
            row["digest"],
            row["signer"],
            row["revision"],
            row["previous"],
            json.loads(filing.undamaged(workspace, row["digest"], row["data"]))["round"]["digest"],
        )
        for row in found
    ]


def _decisions(workspace: Workspace, digests: set[str]) -> Decisions:
    by_kind: dict[str, set[str]] = {"provisional": set(), "choose": set(), "return": set()}
    for row in workspace.rows("SELECT kind, subject FROM decisions"):
        if row["subject"] in digests:
            by_kind[row["kind"]].add(row["subject"])
    return Decisions(frozenset(by_kind["provisional"]), frozenset(by_kind["choose"]), frozenset(by_kind["return"]))


def _standing_row(round_id: str, agency: str, candidate: Candidate, standing: Standing) -> dict[str, str | int]:
    return {
        "digest": candidate.digest,
        "signer": candidate.signer,
        "round": round_id,
        "agency": agency,
        "state": ACCEPTED if standing.accepted else WAITING,
        "reasons": json.dumps([reason.value for reason in standing.reasons]),
        "counts": int(standing.counts),
        "provisional": int(standing.provisional),
        "returned": int(standing.returned),
    }
