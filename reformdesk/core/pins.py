"""The keys that speak for somebody: how each came to be trusted, and which were revoked.

Home Affairs pins an agency's certificate under the agency's id and its head's under
:func:`head_of` it; an agency pins Home Affairs' under the office's id. A pin is never erased: a
key that speaks no more has ended.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from reformdesk.core import journal
from reformdesk.core.changes import Changes
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.store import Workspace, timestamp
from reformdesk.exchange.keys import fingerprint


class Against(StrEnum):
    """What a key's code was compared against."""

    TELEPHONE = "telephone"
    STAMPED_SHEET = "stamped-sheet"


class How(StrEnum):
    """How a key came to be trusted."""

    COMPARED = "compared"
    FIRST_SEEN = "first-seen"
    NAMED = "named"
    HANDED_OVER = "handed-over"


@dataclass(frozen=True)
class Pin:
    """One pinned key. ``issuer`` is who issued its certificate, empty for a key of the program's own making.

    A key that was only named in a round file has no certificate here yet. ``author`` is who compared it,
    ``against`` what (:class:`Against`); both empty where that was not noted.
    """

    subject: str
    fingerprint: str
    name: str
    pinned_at: str
    how: How
    ended_at: str | None
    certificate: bytes | None
    author: str = ""
    against: str = ""

    @cached_property
    def issuer(self) -> str:
        """Who issued the certificate; empty for a key of the program's own making."""
        from reformdesk.exchange.cades import issuer_of

        return issuer_of(self.certificate) if self.certificate else ""


@dataclass(frozen=True)
class Revocation:
    """A key that was lost or stolen; ``covers`` are the submissions that had been received before."""

    subject: str
    fingerprint: str
    covers: frozenset[str]
    reason: str
    author: str
    revoked_at: str


def head_of(agency: str) -> str:
    """Return under which subject the key of an agency's head stands."""
    return f"{agency}#head"


def pinned(workspace: Workspace, subject: str) -> frozenset[str]:
    """Return the fingerprints that speak for ``subject``."""
    found = workspace.rows(
        "SELECT fingerprint FROM pins WHERE subject = :subject AND ended_at IS NULL", {"subject": subject}
    )
    return frozenset(row["fingerprint"] for row in found)


def all_pins(workspace: Workspace) -> list[Pin]:
    """Return every pin, by subject, those that ended too."""
    found = workspace.rows(
        """SELECT subject, fingerprint, name, pinned_at, how, ended_at, certificate, author, compared_by
           FROM pins ORDER BY subject, fingerprint"""
    )
    return [
        Pin(
            row["subject"],
            row["fingerprint"],
            row["name"],
            row["pinned_at"],
            How(row["how"]),
            row["ended_at"],
            row["certificate"],
            row["author"],
            row["compared_by"],
        )
        for row in found
    ]


def pin(
    workspace: Workspace,
    subject: str,
    name: str,
    certificate: bytes,
    now: datetime,
    how: How = How.COMPARED,
    compared: tuple[str, str] = ("", ""),
) -> Changes:
    """Let a certificate speak for ``subject`` from now on; ``compared`` says by whom and against what it was."""
    return _keep(workspace, (subject, fingerprint(certificate), name), certificate, now, how, compared)


def name_key(workspace: Workspace, subject: str, fingerprint_hex: str, name: str, now: datetime) -> Changes:
    """Let a key speak for ``subject`` that a trusted round file names; its certificate comes with its first seal."""
    return _keep(workspace, (subject, fingerprint_hex, name), b"", now, How.NAMED)


def _keep(
    workspace: Workspace,
    key: tuple[str, str, str],
    certificate: bytes,
    now: datetime,
    how: How,
    compared: tuple[str, str] = ("", ""),
) -> Changes:
    subject, fingerprint_hex, name = key
    before = workspace.rows(
        "SELECT how, ended_at FROM pins WHERE subject = :subject AND fingerprint = :fingerprint",
        {"subject": subject, "fingerprint": fingerprint_hex},
    )
    if before and before[0]["ended_at"] is None and how is not How.COMPARED:
        return Changes.NOTHING
    with workspace.atomic():
        workspace.db.table("pins").upsert(
            {
                "subject": subject,
                "fingerprint": fingerprint_hex,
                "name": name,
                "certificate": certificate,
                "pinned_at": timestamp(now),
                "how": how.value,
                "ended_at": None,
                "author": compared[0],
                "compared_by": compared[1],
            },
            pk=("subject", "fingerprint"),
        )
    return Changes.KEYS


def take_over(workspace: Workspace, one: Pin) -> None:
    """Add a pin of another desk of this office; of one that both have, the earlier time and either's end hold.

    The caller has begun the transaction.
    """
    workspace.db.execute(
        """INSERT INTO pins (subject, fingerprint, name, certificate, pinned_at, how, ended_at, author, compared_by)
           VALUES (:subject, :fingerprint, :name, :certificate, :pinned_at, :how, :ended_at, :author, :against)
           ON CONFLICT (subject, fingerprint) DO UPDATE SET
               author = iif(excluded.pinned_at < pinned_at, excluded.author, author),
               compared_by = iif(excluded.pinned_at < pinned_at, excluded.compared_by, compared_by),
               pinned_at = min(pinned_at, excluded.pinned_at),
               name = min(name, excluded.name),
               ended_at = coalesce(min(ended_at, excluded.ended_at), ended_at, excluded.ended_at)""",
        {
            "subject": one.subject,
            "fingerprint": one.fingerprint,
            "name": one.name,
            "certificate": one.certificate or b"",
            "pinned_at": one.pinned_at,
            "how": one.how.value,
            "ended_at": one.ended_at,
            "author": one.author,
            "against": one.against,
        },
    )


def mark_compared(workspace: Workspace, subject: str, fingerprint_hex: str, now: datetime) -> Changes:
    """Record that a key first seen was compared by telephone, also one that was disowned by mistake."""
    with workspace.atomic():
        workspace.db.execute(
            """UPDATE pins SET how = 'compared', pinned_at = :now, ended_at = NULL
               WHERE subject = :subject AND fingerprint = :fingerprint""",
            {"now": timestamp(now), "subject": subject, "fingerprint": fingerprint_hex},
        )
    return Changes.KEYS


def disown(workspace: Workspace, subject: str, fingerprint_hex: str, now: datetime) -> Changes:
    """Record that a key first seen is not the subject's: its code was compared, and differs."""
    end_others(workspace, subject, pinned(workspace, subject) - {fingerprint_hex}, now)
    return Changes.KEYS


def end_others(workspace: Workspace, subject: str, speaking: Collection[str], now: datetime) -> None:
    """Let every key but the ``speaking`` ones speak for ``subject`` no more."""
    with workspace.atomic():
        for one in pinned(workspace, subject) - set(speaking):
            workspace.db.execute(
                "UPDATE pins SET ended_at = :now WHERE subject = :subject AND fingerprint = :fingerprint",
                {"now": timestamp(now), "subject": subject, "fingerprint": one},
            )


def revoke(workspace: Workspace, revocation: Revocation, now: datetime) -> None:
    """Record that a key speaks no more, but for what it covers; what was covered before stays so."""
    held = revoked(workspace, revocation.subject).get(revocation.fingerprint, revocation.covers)
    detail = {"speaker": revocation.subject, "covers": sorted(held)}
    agency = revocation.subject.partition("#")[0]
    wanted = Decision(Kind.REVOKE, "", agency, revocation.fingerprint, detail, revocation.reason)
    journal.record(workspace, wanted, revocation.author, now)


def all_revocations(workspace: Workspace) -> list[Revocation]:
    """Return every revoked key, by subject. Where desks revoked it apart, all reasons and authors are named."""
    return [_revocation(workspace, answers) for answers in _revocations(workspace)]


def revoked(workspace: Workspace, *subjects: str) -> Mapping[str, frozenset[str]]:
    """Return the revoked keys of ``subjects``, each with the submissions that stay good."""
    found = _revocations(workspace)
    return {
        answers[0].subject: _covers(answers)
        for subject in subjects
        for answers in found
        if answers[0].detail["speaker"] == subject
    }


def mistaken(workspace: Workspace, subject: str) -> frozenset[str]:
    """Return the keys that were pinned to ``subject`` by mistake."""
    found = journal.standing_of(workspace, Kind.KEY_MISTAKEN)
    return frozenset(one.subject for one in found if one.detail["speaker"] == subject)


def _revocations(workspace: Workspace) -> list[tuple[Decision, ...]]:
    """Return what stands of revocations, together where they are of one key, by speaker and key."""
    found: dict[tuple[str, str], list[Decision]] = {}
    for one in journal.standing_of(workspace, Kind.REVOKE):
        found.setdefault((one.detail["speaker"], one.subject), []).append(one)
    return [tuple(found[key]) for key in sorted(found)]


def _covers(answers: tuple[Decision, ...]) -> frozenset[str]:
    """Return what stays good of a key's: where desks say different things, what all of them name."""
    return frozenset.intersection(*(frozenset(one.detail["covers"]) for one in answers))


def _revocation(workspace: Workspace, answers: tuple[Decision, ...]) -> Revocation:
    signed = sorted((hand.decided_at, hand.author) for one in answers for hand in journal.hands(workspace, one.id))
    return Revocation(
        subject=answers[0].detail["speaker"],
        fingerprint=answers[0].subject,
        covers=_covers(answers),
        reason="; ".join(dict.fromkeys(one.reason for one in answers if one.reason)),
        author=", ".join(dict.fromkeys(author for _, author in signed if author)),
        revoked_at=signed[0][0] if signed else "",
    )
