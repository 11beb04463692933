"""Freeze an agency's answers, seal them, keep the file: what the agency hands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reformdesk import __version__
from reformdesk.core import entry, filing
from reformdesk.core.changes import Changes
from reformdesk.core.checks import Finding, check_answers, unanswered
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc
from reformdesk.core.values import to_wire
from reformdesk.errors import Mendable
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import SubmissionDocument, digest_of, parse_submission
from reformdesk.exchange.verification import seal, verify


@dataclass(frozen=True)
class Readiness:
    """What stands between an agency's answers and its submission."""

    owed: int
    findings: tuple[Finding, ...]
    unexplained: tuple[Finding, ...]
    blanks: tuple[str, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended first."""
        return tuple(finding for finding in self.findings if finding.blocks)


@dataclass(frozen=True)
class Submission:
    """A sealed submission; ``digest`` is the SHA-256 of its ``submission.json``."""

    round: str
    agency: str
    revision: int
    digest: str
    content: bytes

    @property
    def file_name(self) -> str:
        """The name it goes out under."""
        return f"{self.agency}-r{self.revision}.rdsub"


def readiness(workspace: Workspace, round_: Round) -> Readiness:
    """Check an agency's answers as they stand."""
    given = entry.answers(workspace, round_.id)
    values = {name: answer.value for name, answer in given.items()}
    findings = tuple(check_answers(round_, workspace.owner, values))
    unexplained = tuple(
        finding
        for finding in findings
        if not finding.blocks and not given.get(finding.indicator, entry.NO_ANSWER).explanation
    )
    blanks = unanswered(round_, workspace.owner, values)
    return Readiness(len(round_.owed(workspace.owner)), findings, unexplained, blanks)


def sent(workspace: Workspace, round_id: str) -> list[dict[str, Any]]:
    """Return what was handed in so far in a round, oldest first."""
    return sorted(filing.filed(workspace, "submission", round_id, workspace.owner), key=lambda row: row["revision"])


def finish(
    workspace: Workspace, round_: Round, key: SigningKey, prepared_by: str, now: datetime
) -> tuple[Submission, Changes]:
    """Seal the answers as the next revision and keep the file in the workspace.

    Raises ``Mendable``: ``nothing-owed``, ``errors-open``, ``nothing-changed``.
    """
    if not round_.owed(workspace.owner):
        raise Mendable("nothing-owed", round=round_.id)
    errors = readiness(workspace, round_).errors
    if errors:
        raise Mendable("errors-open", count=len(errors))
    before = sent(workspace, round_.id)[-1:]
    answers = _frozen(workspace, round_)
    if before and _same_answers(workspace, str(before[0]["digest"]), answers):
        raise Mendable("nothing-changed", revision=before[0]["revision"])
    document = SubmissionDocument(
        round_id=round_.id,
        round_digest=round_.digest,
        agency=workspace.owner,
        revision=before[0]["revision"] + 1 if before else 1,
        previous=str(before[0]["digest"]) if before else None,
        prepared_by=nfc(prepared_by).strip(),
        finished_at=now,
        program=f"reformdesk {__version__}",
        rules=round_.catalogue.rules_digest,
        answers=answers,
        attachments=(),
    )
    blob = seal(document, {}, key, now)
    submission = Submission(round_.id, workspace.owner, document.revision, digest_of(document.to_bytes()), blob)
    place = filing.FiledAs(
        round_.id, workspace.owner, document.revision, document.previous, submission.file_name, "own"
    )
    with workspace.atomic():
        filing.file(workspace, verify(blob), blob, place, now)
    return submission, Changes.SUBMISSIONS


def _frozen(workspace: Workspace, round_: Round) -> tuple[Mapping[str, Any], ...]:
    given = entry.answers(workspace, round_.id)
    frozen = []
    for name in sorted(round_.owed(workspace.owner)):
        answer = given.get(name, entry.NO_ANSWER)
        line: dict[str, Any] = {"indicator": name, "value": to_wire(answer.value)}
        if answer.explanation:
            line["explanation"] = answer.explanation
        frozen.append(line)
    return tuple(frozen)


def _same_answers(workspace: Workspace, digest: str, answers: tuple[Mapping[str, Any], ...]) -> bool:
    return list(parse_submission(filing.data_of(workspace, digest)).answers) == list(answers)
