"""What a report was made from, as it travels inside the report: enough to make its figures once more.

A report names its rounds' issues, the submissions that counted and the decisions on them. Whoever has these
files folds them again and sees whether a figure was altered since. Pure: no store, no clock.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reformdesk.core.closing_document import Counted, State
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.exchange.documents import canonical

FORMAT = "reformdesk-origin/1"
_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class RoundOrigin:
    """A round in a report. ``issue`` is the digest of its issue in force, ``counted`` by agency what counted.

    ``decisions`` are the ids of all that had been decided on it; ``closing`` is the digest of the closing whose
    figures these are, empty where they are those of no closing. ``stand`` says how the round stood as to its
    closings, ``last`` are the digests of those that held or were reopened. ``title`` and ``names`` (of agencies)
    are for people to read.
    """

    id: str
    issue: str
    counted: Mapping[str, Counted] = field(default_factory=dict)
    decisions: tuple[str, ...] = ()
    closing: str = ""
    stand: State = State.OPEN
    last: tuple[str, ...] = ()
    title: str = field(default="", compare=False)
    names: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Origin:
    """What a report was made from; ``state`` is the digest of the merged state, ``rounds`` are oldest first.

    ``agency`` is the id of the one whose own answers the figures are; empty where they are totals.
    ``letterhead`` is the SHA-256 of the office's own file in which a document was set; empty where there is none.
    """

    state: str
    rounds: tuple[RoundOrigin, ...]
    agency: str = ""
    letterhead: str = ""


def of(report: Report) -> Origin:
    """Return what a report is made from."""
    agency = report.agency.id if report.agency is not None else ""
    return Origin(report.state, tuple(map(_of_round, report.parts)), agency)


def of_document(report: Report) -> Origin:
    """Return what a report in Word is made from: the office's letterhead too, where it is set in one."""
    if report.letterhead is None:
        return of(report)
    return replace(of(report), letterhead=report.letterhead.digest)


def _of_round(part: ConsolidatedRound) -> RoundOrigin:
    note = part.closing
    return RoundOrigin(
        part.round.id,
        part.round.digest,
        dict(sorted(part.counted.items())),
        part.decisions,
        note.digests[0] if note is not None and note.is_as_closed else "",
        State.OPEN if note is None else note.state,
        () if note is None else note.digests,
        part.round.title.vi,
        {agency.id: agency.name for agency in part.round.agencies},
    )


def as_json(origin: Origin) -> bytes:
    """Return it as canonical JSON."""
    return canonical(as_wire(origin))


def as_wire(origin: Origin) -> dict[str, Any]:
    """Return it as a JSON object, for a document that it is a member of."""
    whose = {"agency": origin.agency} if origin.agency else {}
    if origin.letterhead:
        whose |= {"letterhead": origin.letterhead}
    return {"format": FORMAT, "state": origin.state, **whose, "rounds": [_wire(one) for one in origin.rounds]}


def _wire(one: RoundOrigin) -> dict[str, Any]:
    return {
        "id": one.id,
        "issue": one.issue,
        "closing": one.closing,
        "stand": one.stand.value,
        "last": list(one.last),
        "counted": {
            agency: {
                "submission": each.digest,
                "revision": each.revision,
                "entered": each.entered,
                "provisional": each.provisional,
            }
            for agency, each in one.counted.items()
        },
        "decisions": list(one.decisions),
    }


def parse(content: bytes) -> Origin:
    """Read it. Raises :class:`ValueError` for anything else."""
    try:
        return from_wire(json.loads(content))
    except RecursionError as problem:
        raise ValueError("no origin") from problem


def from_wire(wire: Any) -> Origin:
    """Read it from a JSON object. Raises :class:`ValueError` for anything else."""
    try:
        if wire["format"] != FORMAT:
            raise ValueError(wire["format"])
        rounds = tuple(_parsed(one) for one in wire["rounds"])
        if not rounds or len({one.id for one in rounds}) < len(rounds):
            raise ValueError("no round, or one twice")
        letterhead = digest_in(wire["letterhead"]) if "letterhead" in wire else ""
        return Origin(digest_in(wire["state"]), rounds, str(wire.get("agency", "")), letterhead)
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError("no origin") from problem


def _parsed(wire: Mapping[str, Any]) -> RoundOrigin:
    return RoundOrigin(
        str(wire["id"]),
        digest_in(wire["issue"]),
        {
            str(agency): Counted(
                digest_in(one["submission"]), int(one["revision"]), bool(one["entered"]), bool(one["provisional"])
            )
            for agency, one in wire["counted"].items()
        },
        tuple(map(digest_in, wire["decisions"])),
        digest_in(wire["closing"]) if wire["closing"] else "",
        State(wire["stand"]),
        tuple(map(digest_in, wire["last"])),
    )


def digest_in(item: Any) -> str:
    """Return a SHA-256 in hex. Raises :class:`ValueError` for anything else."""
    text = str(item).strip().lower()
    if not _DIGEST.fullmatch(text):
        raise ValueError("no digest")
    return text
