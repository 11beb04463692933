"""A verb each for deadlines, arrivals and keys that are compared in piles, as operations for the workspace's worker."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from reformdesk.core import comparing, deadlines, decisions, receiving
from reformdesk.core.comparing import Uncompared
from reformdesk.core.pins import Against
from reformdesk.ui.dates import now
from reformdesk.ui.workspace import Operation


def accept_all_provisionally(digests: Collection[str], reason: str, author: str) -> Operation[None]:
    """Let submissions count before their keys are compared, all of them or none."""
    return lambda workspace: (
        None,
        decisions.accept_all_provisionally(workspace, digests, author, now(), reason),
    )


def settle_keys(
    agree: Sequence[Uncompared], differ: Sequence[Uncompared], against: Against, author: str
) -> Operation[None]:
    """Keep what was found in comparing a pile of codes."""
    return lambda workspace: (None, comparing.settle(workspace, agree, differ, against, author, now()))


def extend(round_id: str, agencies: Collection[str], until: date | None, reason: str, author: str) -> Operation[None]:
    """Give agencies time until a day; ``None`` takes back what they were given."""
    return lambda workspace: (None, deadlines.extend(workspace, round_id, agencies, until, reason, author, now()))


def correct_received(digest: str, came: tuple[datetime, str], reason: str, author: str) -> Operation[None]:
    """Say when and by which channel a submission reached the office."""
    return lambda workspace: (None, receiving.correct(workspace, digest, came, reason, author, now()))
