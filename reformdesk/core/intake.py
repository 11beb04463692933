"""Intake at Home Affairs: verify, then order and edition, and only then store.

What cannot be decided waits for an officer; what is unsound or belongs elsewhere is refused with
its reason and not kept. How a submission stands depends on the set of files, pins and decisions,
never on the order in which they came.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

from reformdesk.core import arrivals, filing, journal, judgement, pins, roundbook, store, values
from reformdesk.core.checks import above_their_whole, check_value
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.rounds import Round
from reformdesk.core.standing import Reason
from reformdesk.core.store import Workspace
from reformdesk.core.values import Value
from reformdesk.errors import ReformDeskError, Refused
from reformdesk.exchange import verification
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import Verified, verify

REJECTED, KNOWN = arrivals.REFUSED, "known"
_UNSEEN = {"file-unreadable", "path-missing"}
"""Nothing came: another program holds the file, or it is not there."""
LARGEST_FILE = 64 * 1024 * 1024
FILES_TOGETHER, BYTES_TOGETHER = 16, 256 * 1024
"""How much of a folder reaches the disk in one go: so many files, or fewer once they come to so many bytes."""


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


def find_files(path: Path, keep_going: Callable[[], bool] = lambda: True) -> Iterator[Path]:
    """Yield the files under ``path`` in a stable order; a file yields itself.

    ``keep_going`` is asked while folders are looked through, which takes its time on a stick or a
    server. Raises ``Refused('path-missing')``.
    """
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists() raises for a name that is too long
        raise Refused("path-missing", file=str(path))
    if path.is_dir():
        yield from sorted(found for found in takewhile(lambda _: keep_going(), path.rglob("*")) if found.is_file())
    else:
        yield path


def take_all(
    workspace: Workspace, path: Path, channel: str, now: datetime, *, provisional: bool = False
) -> Iterator[tuple[Path, Verdict]]:
    """Take in a file, or every file under a folder in portions; what has its verdict is on the disk.

    A portion is in as a whole or not at all, as where the disk is full: files that were not told are still to come.
    """
    try:
        found = list(find_files(path))
    except Refused as problem:
        yield path, Verdict(path.name, REJECTED, (problem.code,), error=problem.kept())
        return
    own = store.identities(workspace.path)
    for few in _portions(file for file in found if store.identity(file) not in own):
        with workspace.atomic():
            taken = [(file, take_path(workspace, file, channel, now, provisional=provisional)) for file in few]
        yield from taken


def _portions(files: Iterable[Path]) -> Iterator[list[Path]]:
    """Yield what is taken in together: to wait for the disk takes as long for one file as for many small ones."""
    few: list[Path] = []
    size = 0
    for file in files:
        few.append(file)
        with suppress(OSError):
            size += file.stat().st_size
        if len(few) == FILES_TOGETHER or size >= BYTES_TOGETHER:
            yield few
            few, size = [], 0
    if few:
        yield few


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
        if problem.code not in _UNSEEN:
            arrivals.note_refused(workspace, (path.name, channel, store.timestamp(now)), problem)
        return Verdict(path.name, REJECTED, (problem.code,), error=problem.kept())
    return take(workspace, path.name, blob, channel, now, provisional=provisional)


def take(
    workspace: Workspace, name: str, blob: bytes, channel: str, now: datetime, *, provisional: bool = False
) -> Verdict:
    """Take in one file. With ``provisional`` a key that was not compared is accepted and marked so.

    What was refused says whose it claims to be, once its signatures were found sound.
    """
    came = (name, channel, store.timestamp(now))
    try:
        verified = verify(blob)
        document = verified.document
        if not isinstance(document, SubmissionDocument):
            raise Refused("not-a-submission", kind=verified.kind)
    except Refused as problem:
        arrivals.note_refused(workspace, came, problem)
        return Verdict(name, REJECTED, (problem.code,), error=problem.kept())
    try:
        round_ = _round_of(workspace, document)
        _require_own_answers(round_, document)
        _refuse_revoked(workspace, verified, document)
    except Refused as problem:
        claims = (document.round_id, document.agency, document.revision)
        arrivals.note_refused(workspace, came, problem, claims)
        return Verdict(name, REJECTED, (problem.code,), *claims, verified.digest, error=problem.kept())
    already = filing.is_filed(workspace, verified)
    known = already and filing.is_approval_filed(workspace, verified)
    place = filing.FiledAs(document.round_id, document.agency, document.revision, document.previous, name, channel)
    with workspace.atomic():
        if not already:
            filing.file(workspace, verified, blob, place, now)
        elif not known:
            filing.file_approval(workspace, verified, blob)
        if not known or provisional:
            judgement.rejudge(workspace, document.round_id, document.agency)
        open_ = not journal.closed_as(workspace, document.round_id)
        if provisional and open_ and _waits_for_keys(workspace, verified):
            wanted = Decision(Kind.PROVISIONAL, document.round_id, document.agency, verified.digest)
            journal.record(workspace, wanted, journal.officer(workspace), now)
            judgement.rejudge(workspace, document.round_id, document.agency)
        verdict = _verdict(workspace, name, verified, document, already=known)
        file = (verified.digest, verified.signers[0].fingerprint)
        # what a watched folder has had all along is no news
        if not (known and channel == arrivals.WATCHED):
            arrivals.note(workspace, file, came, verdict.state, verdict.reasons)
    return verdict


def _waits_for_keys(workspace: Workspace, verified: Verified) -> bool:
    reasons = _standing_of(workspace, verified)["reasons"]
    return bool({Reason.KEY_UNKNOWN, Reason.APPROVER_UNKNOWN} & set(json.loads(reasons)))


def _refuse_revoked(workspace: Workspace, verified: Verified, document: SubmissionDocument) -> None:
    """Refuse what a revoked key sealed and had not come before, whatever signing time it claims."""
    subjects = (verification.speaker_of(document), pins.head_of(document.agency))
    for signer, subject in zip(verified.signers, subjects, strict=False):
        covers = pins.revoked(workspace, subject).get(signer.fingerprint)
        if covers is not None and verified.digest not in covers:
            raise Refused("key-revoked", name=signer.name)


def _round_of(workspace: Workspace, document: SubmissionDocument) -> Round:
    """Return the issue of a round that a submission answers; only one that this office made is one."""
    if document.round_id not in roundbook.round_ids(workspace):
        raise Refused("unknown-round", round=document.round_id)
    issues = {row["digest"] for row in filing.filed(workspace, "round", document.round_id)}
    if document.round_digest not in issues:
        raise Refused("other-round", round=document.round_id)
    return roundbook.load_issue(workspace, document.round_digest)


def _require_own_answers(round_: Round, document: SubmissionDocument) -> None:
    if document.agency not in round_.by_id:
        raise Refused("unknown-agency", agency=document.agency)
    given = [(line["indicator"], values.from_wire(line["value"])) for line in document.answers]
    asked = [(one["indicator"], values.from_wire(one["right"])) for one in document.requests]
    _require_own(round_, document.agency, [*given, *asked])
    answers = dict(given)
    _require_parts(round_, document.agency, answers)
    if not answers.keys() >= {one["indicator"] for one in document.corrections}:
        raise Refused("invalid-document", where="corrections")
    if not {past.id for past in round_.earlier} >= {one["round"] for one in document.requests}:
        raise Refused("invalid-document", where="requests")


def _require_own(round_: Round, agency: str, given: Iterable[tuple[str, Value]]) -> None:
    """Require that an agency owes each indicator, and that the value can be true."""
    label, owed, catalogue = round_.by_id[agency].name, frozenset(round_.owed(agency)), round_.catalogue
    for name, value in given:
        if name not in owed:
            raise Refused("not-owed-inside", agency=label, indicator=name)
        indicator = catalogue.indicators[name]
        if any(finding.blocks for finding in check_value(indicator, value, catalogue.rules)):
            raise Refused("error-inside", agency=label, indicator=indicator.name)


def _require_parts(round_: Round, agency: str, given: Mapping[str, Value]) -> None:
    """Require that no part is larger than the whole that it is of."""
    for finding in above_their_whole(round_.catalogue, given):
        name = round_.catalogue.indicators[finding.indicator].name
        raise Refused("error-inside", agency=round_.by_id[agency].name, indicator=name)


def _standing_of(workspace: Workspace, verified: Verified) -> Mapping[str, Any]:
    return workspace.rows(
        "SELECT state, reasons, provisional FROM standing WHERE digest = :digest AND signer = :signer",
        {"digest": verified.digest, "signer": verified.signers[0].fingerprint},
    )[0]


def _verdict(
    workspace: Workspace, name: str, verified: Verified, document: SubmissionDocument, *, already: bool
) -> Verdict:
    standing = _standing_of(workspace, verified)
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
