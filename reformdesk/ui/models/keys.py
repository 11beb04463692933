"""The keys of a province's agencies, as Home Affairs sees them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reformdesk.core import merged, pins, roundbook
from reformdesk.core.organisation import Agency
from reformdesk.core.pins import How, Pin, Revocation
from reformdesk.core.store import Workspace
from reformdesk.exchange.keychange import HOME_AFFAIRS


@dataclass(frozen=True)
class KeyLine:
    """One key of an agency, or none; ``subject`` is under whom it stands, the head's included.

    ``received`` counts the submissions of all rounds that it sealed. ``office_role`` is ``officer``
    or ``reserve`` for the keys that Home Affairs itself seals with. ``author`` compared it, ``against`` what
    :class:`reformdesk.core.pins.Against` says; both empty where that was not noted.
    """

    agency: Agency
    subject: str
    is_head: bool
    fingerprint: str = ""
    how: How | None = None
    since: str = ""
    issuer: str = ""
    received: int = 0
    revoked: Revocation | None = None
    office_role: str = ""
    author: str = ""
    against: str = ""


def read_keys(workspace: Workspace) -> tuple[KeyLine, ...]:
    """Read Home Affairs' own keys, then every agency of the newest round with those that speak, or spoke, for it."""
    round_ = roundbook.latest(workspace)
    known = pins.all_pins(workspace)
    revoked = {(one.subject, one.fingerprint): one for one in pins.all_revocations(workspace)}
    received = [one for name in roundbook.round_ids(workspace) for one in merged.received(workspace, name)]
    came: dict[str, list[merged.Received]] = {}
    for one in received:
        came.setdefault(one.agency, []).append(one)
    sealed = Counter(key for one in received for key in {one.signer, *one.approvers})
    lines = _own_keys(round_.by_id[round_.office], known, revoked)
    for agency in round_.agencies:
        own: list[KeyLine] = []
        for subject in (agency.id, pins.head_of(agency.id)):
            is_head = subject != agency.id
            own += [
                KeyLine(
                    agency,
                    subject,
                    is_head,
                    pin.fingerprint,
                    pin.how,
                    pin.pinned_at,
                    pin.issuer,
                    sealed[pin.fingerprint],
                    revoked.get((subject, pin.fingerprint)),
                    author=pin.author,
                    against=pin.against,
                )
                for pin in known
                if pin.subject == subject
            ]
        own += _handed_over(agency, came.get(agency.id, []), {line.fingerprint for line in own}, revoked)
        lines += sorted(own, key=lambda line: (line.is_head, line.since)) or [KeyLine(agency, agency.id, is_head=False)]
    return tuple(lines)


def _own_keys(office: Agency, known: list[Pin], revoked: dict[tuple[str, str], Revocation]) -> list[KeyLine]:
    roles = {HOME_AFFAIRS: "officer", roundbook.RESERVE: "reserve"}
    return [
        KeyLine(
            office,
            pin.subject,
            is_head=False,
            fingerprint=pin.fingerprint,
            how=pin.how,
            since=pin.pinned_at,
            issuer=pin.issuer,
            revoked=revoked.get((pin.subject, pin.fingerprint)),
            office_role=roles[pin.subject],
        )
        for pin in known
        if pin.subject in roles
    ]


def _handed_over(
    agency: Agency,
    received: list[merged.Received],
    known: set[str],
    revoked: dict[tuple[str, str], Revocation],
) -> list[KeyLine]:
    """Return the keys that a compared one signed over to, as they came with submissions that were accepted."""
    found: dict[str, KeyLine] = {}
    for one in received:
        trusted = one.state == "accepted" and not one.provisional and one.followed
        if one.agency == agency.id and trusted and one.signer not in known | found.keys():
            count = sum(one.signer == other.signer for other in received)
            found[one.signer] = KeyLine(
                agency,
                agency.id,
                is_head=False,
                fingerprint=one.signer,
                how=How.HANDED_OVER,
                since=one.received_at,
                issuer=one.issuer,
                received=count,
                revoked=revoked.get((agency.id, one.signer)),
            )
    return list(found.values())
