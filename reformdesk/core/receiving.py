"""When and how a submission reached the office, where that was not when and how it reached the program.

What the program noted stays (:mod:`reformdesk.core.arrivals`); a correction is a decision with a reason. Where
desks corrected it differently, the earliest arrival counts until one of them is decided on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reformdesk.core import deciding, filing, journal, roundbook
from reformdesk.core.changes import Changes
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.store import Workspace, timestamp
from reformdesk.core.text import nfc
from reformdesk.errors import Mendable

CHANNELS = ("email", "zalo", "usb", "document-system", "paper", "in-person")
"""How a file reaches the office, as an officer may say; how it reached the program is noted by itself."""


@dataclass(frozen=True)
class Correction:
    """When a submission reached the office (RFC 3339 UTC) and by which of :data:`CHANNELS`, empty where not said.

    ``contested``: desks said different things.
    """

    received_at: str
    channel: str
    reason: str
    contested: bool = False


def corrections(workspace: Workspace, round_id: str) -> Mapping[str, Correction]:
    """Return what holds of the corrections in a round, by the submission's digest."""
    stands = [one for one in journal.standing_of(workspace, Kind.RECEIVED) if one.round == round_id]
    return {answers[0].subject: _correction(answers) for answers in deciding.matters(stands).values()}


def _correction(answers: tuple[Decision, ...]) -> Correction:
    holds = min(answers, key=lambda one: (one.detail["received_at"], one.detail["channel"], one.id))
    said = holds.detail
    return Correction(said["received_at"], said["channel"], holds.reason, deciding.contested(answers))


def correct(
    workspace: Workspace,
    digest: str,
    came: tuple[datetime, str],
    reason: str,
    author: str,
    now: datetime,
) -> Changes:
    """Say when and by which channel a submission reached the office.

    Raises ``Mendable``: ``received-reason-missing``, ``received-in-future``, ``received-too-early`` for a moment
    before the round was opened; ``KeyError`` where there is no such submission.
    """
    moment, channel = came
    round_id, agency = filing.place_of(workspace, digest)
    reason = nfc(reason).strip()
    if not reason:
        raise Mendable("received-reason-missing")
    if moment > now:
        raise Mendable("received-in-future")
    if moment < opened(workspace, round_id):
        raise Mendable("received-too-early")
    detail = {"received_at": timestamp(moment), "channel": channel}
    journal.record(workspace, Decision(Kind.RECEIVED, round_id, agency, digest, detail, reason), author, now)
    return Changes.DECISIONS | Changes.SUBMISSIONS


def opened(workspace: Workspace, round_id: str) -> datetime:
    """Return when a round was first opened, whatever issue of it is in force."""
    issues = {str(row["digest"]) for row in filing.filed(workspace, "round", round_id)}
    return min(roundbook.load_issue(workspace, one).opened_at for one in issues)
