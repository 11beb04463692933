"""Certificates that were compared and pinned: which key speaks for whom.

Home Affairs pins an agency's certificate under the agency's id, an agency pins Home Affairs'
under the office's id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace, timestamp
from reformdesk.exchange.keys import fingerprint


@dataclass(frozen=True)
class Pin:
    """One pinned certificate."""

    subject: str
    fingerprint: str
    name: str
    pinned_at: str


def pinned(workspace: Workspace, subject: str) -> frozenset[str]:
    """Return the fingerprints that speak for ``subject``."""
    found = workspace.rows("SELECT fingerprint FROM pins WHERE subject = :subject", {"subject": subject})
    return frozenset(row["fingerprint"] for row in found)


def all_pins(workspace: Workspace) -> list[Pin]:
    """Return every pin, by subject."""
    found = workspace.rows("SELECT subject, fingerprint, name, pinned_at FROM pins ORDER BY subject, fingerprint")
    return [Pin(**row) for row in found]


def pin(workspace: Workspace, subject: str, name: str, certificate: bytes, now: datetime) -> Changes:
    """Let a compared certificate speak for ``subject`` from now on."""
    with workspace.atomic():
        workspace.db.table("pins").insert(
            {
                "subject": subject,
                "fingerprint": fingerprint(certificate),
                "name": name,
                "certificate": certificate,
                "pinned_at": timestamp(now),
            },
            ignore=True,
        )
    return Changes.KEYS
