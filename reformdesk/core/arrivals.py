"""When, how and under which name each file came: every time, at every desk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reformdesk.core import journal
from reformdesk.core.store import Workspace


@dataclass(frozen=True)
class Arrival:
    """One time that a file came, and what became of it then; ``received_at`` is RFC 3339 UTC.

    ``digest`` and ``signer`` are empty for what was refused unread.
    """

    digest: str
    signer: str
    name: str
    channel: str
    received_at: str
    desk: str
    verdict: str
    reasons: tuple[str, ...] = ()


def note(
    workspace: Workspace, file: tuple[str, str], came: tuple[str, str, str], verdict: str, reasons: Sequence[str]
) -> None:
    """Note that a file came: its digest and signer; its name, channel and time; what became of it.

    The caller has begun the transaction.
    """
    arrival = Arrival(*file, *came, journal.desk(workspace), verdict, tuple(reasons))
    take_over(workspace, [arrival])


def all_of(workspace: Workspace) -> tuple[Arrival, ...]:
    """Return every arrival, the earliest first."""
    found = workspace.rows(
        """SELECT digest, signer, name, channel, received_at, desk, verdict, reasons FROM arrivals
           ORDER BY received_at, digest, signer, name, channel, desk"""
    )
    return tuple(Arrival(**{**row, "reasons": tuple(json.loads(row["reasons"]))}) for row in found)


def take_over(workspace: Workspace, arrived: Iterable[Arrival]) -> None:
    """Add another desk's arrivals; the caller has begun the transaction."""
    for one in arrived:
        workspace.db.execute(
            """INSERT OR IGNORE INTO arrivals
               (digest, signer, name, channel, received_at, desk, verdict, reasons)
               VALUES (:digest, :signer, :name, :channel, :received_at, :desk, :verdict, :reasons)""",
            {
                "digest": one.digest,
                "signer": one.signer,
                "name": one.name,
                "channel": one.channel,
                "received_at": one.received_at,
                "desk": one.desk,
                "verdict": one.verdict,
                "reasons": json.dumps(one.reasons),
            },
        )


def settle(workspace: Workspace) -> None:
    """Let each file be called and timed as when it first came to any desk; the caller has begun the transaction."""
    workspace.db.execute(
        """UPDATE files SET (received_at, channel, name) = (
               SELECT received_at, channel, name FROM arrivals a
               WHERE a.digest = files.digest AND a.signer = files.signer
               ORDER BY a.received_at, a.channel, a.name LIMIT 1)
           WHERE EXISTS (SELECT 1 FROM arrivals a WHERE a.digest = files.digest AND a.signer = files.signer)"""
    )
