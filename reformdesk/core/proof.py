"""What an exchange file proves: what it is, whose, who sealed it and whether that key is the known one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from reformdesk.core import filing, intake, judgement, pins, roundbook, updates
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.exchange import cades
from reformdesk.exchange.keychange import HOME_AFFAIRS
from reformdesk.exchange.payload import ReplyDocument, RoundDocument, SubmissionDocument
from reformdesk.exchange.verification import Verified, speaker_of, verify


@dataclass(frozen=True)
class Seal:
    """One signer; ``trusted`` is ``None`` where no workspace was asked.

    ``issuer`` is who issued the certificate, empty for a key of the program's own making.
    """

    name: str
    fingerprint: str
    signed_at: datetime
    trusted: bool | None
    issuer: str = ""


INSTALLER = "installer"
"""The kind of an installer that lies beside its seal, which is no exchange file."""


@dataclass(frozen=True)
class Proof:
    """A file's account of itself; sound unless ``problem`` says why not. Empty where it says nothing.

    An installer has a ``version`` and nothing of a round.
    """

    kind: str = ""
    round: str = ""
    agency: str = ""
    revision: int = 0
    seals: tuple[Seal, ...] = ()
    replies: tuple[Mapping[str, Any], ...] = ()
    version: str = ""
    problem: ReformDeskError | None = None


def prove(path: Path, workspace: Workspace | None = None) -> Proof:
    """Check a file; ``workspace`` tells whether its keys are the known ones. Never raises for the file.

    An installer is checked with its seal beside it, whichever of the two is named.
    """
    installer = path.with_name(path.name.removesuffix(updates.SEAL_SUFFIX))
    if updates.version_named(installer.name):
        return _prove_installer(installer, workspace)
    try:
        verified = verify(intake.read_file(path))
    except ReformDeskError as problem:
        return Proof(problem=problem.kept())
    document = verified.document
    match document:
        case RoundDocument():
            return Proof(
                verified.kind,
                document.id,
                revision=document.revision,
                seals=_seals(verified, workspace, document.office),
            )
        case SubmissionDocument():
            entered = document.on_behalf is not None
            speaker = _office_of(workspace, document.round_id) if entered else document.agency
            seals = _seals(verified, workspace, speaker)
            return Proof(verified.kind, document.round_id, document.agency, document.revision, seals)
        case ReplyDocument():
            agencies = {item["agency"] for item in document.items}
            seals = _seals(verified, workspace, _office_of(workspace, document.round_id))
            only = agencies.pop() if len(agencies) == 1 else ""
            return Proof(verified.kind, document.round_id, only, seals=seals, replies=document.items)


def _prove_installer(path: Path, workspace: Workspace | None) -> Proof:
    try:
        seal = intake.read_file(path.with_name(path.name + updates.SEAL_SUFFIX))
        measured = updates.measure_file(path)
        signer = cades.verify_digest(measured.digest, seal)
        updates.require_as_named(path.name, measured.head)
    except ReformDeskError as problem:
        return Proof(problem=problem.kept())
    trusted = None if workspace is None else signer.fingerprint in _office_keys(workspace)
    seals = (Seal(signer.name, signer.fingerprint, signer.signed_at, trusted, signer.issuer),)
    return Proof(INSTALLER, seals=seals, version=updates.version_named(path.name))


def _office_keys(workspace: Workspace) -> frozenset[str]:
    """Return the keys whose seal on an installer a workspace believes."""
    at_agency = workspace.office is Office.AGENCY
    return updates.office_keys(workspace).speaking if at_agency else _own_keys(workspace)


def _seals(verified: Verified, workspace: Workspace | None, speaker: str) -> tuple[Seal, ...]:
    signers = verified.signers
    trusted = [None] * len(signers) if workspace is None else _trusted(workspace, verified, speaker)
    return tuple(
        Seal(one.name, one.fingerprint, one.signed_at, believed, one.issuer)
        for one, believed in zip(signers, trusted, strict=True)
    )


def _office_of(workspace: Workspace | None, round_id: str) -> str:
    """Return who speaks for Home Affairs in a round; empty where the workspace does not know it."""
    if workspace is None or round_id not in roundbook.round_ids(workspace):
        return ""
    return roundbook.load(workspace, round_id).office


def _trusted(workspace: Workspace, verified: Verified, speaker: str) -> list[bool]:
    """Return for each signer whether the workspace believes the key for ``speaker``, as taking the file in would."""
    first, *others = (one.fingerprint for one in verified.signers)
    if workspace.office is Office.AGENCY:
        return [roundbook.speaks(workspace, speaker, verified), *(False for _ in others)]
    if speaker_of(verified.document) == HOME_AFFAIRS:
        own = _own_keys(workspace)
        return [key in own for key in (first, *others)]
    trust = judgement.trust_in(workspace, speaker)
    heads = [key in trust.approvers and not trust.has_revoked(key, verified.digest) for key in others]
    return [trust.knows_key(first, verified.followed, verified.digest), *heads]


def _own_keys(workspace: Workspace) -> frozenset[str]:
    """Return the keys with which Home Affairs seals or has sealed; a revoked one vouches for nothing any more."""
    ever = {pin.fingerprint for pin in pins.all_pins(workspace) if pin.subject in roundbook.OWN_SUBJECTS}
    return (filing.keys_of_rounds(workspace) | ever) - pins.revoked(workspace, *roundbook.OWN_SUBJECTS).keys()
