"""What an exchange file proves: what it is, whose, who sealed it and whether that key is the known one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from reformdesk.core import filing, intake, pins, roundbook
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.exchange.payload import SUBMISSION, ReplyDocument, RoundDocument, SubmissionDocument
from reformdesk.exchange.verification import Verified, verify


@dataclass(frozen=True)
class Seal:
    """One signer; ``trusted`` is ``None`` where no workspace was asked."""

    name: str
    fingerprint: str
    signed_at: datetime
    trusted: bool | None


@dataclass(frozen=True)
class Proof:
    """A file's account of itself; sound unless ``problem`` says why not. Empty where it says nothing."""

    kind: str = ""
    round: str = ""
    agency: str = ""
    revision: int = 0
    seals: tuple[Seal, ...] = ()
    replies: tuple[Mapping[str, Any], ...] = ()
    problem: ReformDeskError | None = None


def prove(path: Path, workspace: Workspace | None = None) -> Proof:
    """Check a file; ``workspace`` tells whether its keys are the known ones. Never raises for the file."""
    try:
        verified = verify(intake.read_file(path))
    except ReformDeskError as problem:
        return Proof(problem=problem)
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
            seals = _seals(verified, workspace, document.agency)
            return Proof(verified.kind, document.round_id, document.agency, document.revision, seals)
        case ReplyDocument():
            agencies = {item["agency"] for item in document.items}
            seals = _seals(verified, workspace, _office_of(workspace, document.round_id))
            only = agencies.pop() if len(agencies) == 1 else ""
            return Proof(verified.kind, document.round_id, only, seals=seals, replies=document.items)


def _seals(verified: Verified, workspace: Workspace | None, speaker: str) -> tuple[Seal, ...]:
    trusted = _trusted_keys(workspace, verified.kind, speaker)
    return tuple(
        Seal(one.name, one.fingerprint, one.signed_at, None if trusted is None else one.fingerprint in trusted)
        for one in verified.signers
    )


def _office_of(workspace: Workspace | None, round_id: str) -> str:
    """Return who speaks for Home Affairs in a round; empty where the workspace does not know it."""
    if workspace is None or round_id not in roundbook.round_ids(workspace):
        return ""
    return roundbook.load(workspace, round_id).office


def _trusted_keys(workspace: Workspace | None, kind: str, speaker: str) -> frozenset[str] | None:
    """Return the keys that may seal a file of ``kind`` for ``speaker``; Home Affairs trusts its own."""
    if workspace is None:
        return None
    if workspace.office is Office.HOME_AFFAIRS and kind != SUBMISSION:
        return filing.keys_of_rounds(workspace)
    return pins.pinned(workspace, speaker)
