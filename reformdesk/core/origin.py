"""What a report was made from, as it travels inside the report: enough to make its figures once more.

A report names its rounds' issues, the submissions that counted and the decisions on them. Whoever has these
files folds them again and sees whether a figure was altered since. Pure: no store, no clock.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reformdesk.core.closing_document import Counted
from reformdesk.core.report import Report
from reformdesk.exchange.documents import canonical

FORMAT = "reformdesk-origin/1"


@dataclass(frozen=True)
class RoundOrigin:
    """A round in a report. ``issue`` is the digest of its issue in force, ``counted`` by agency what counted.

    ``decisions`` are the ids of all that had been decided on it; ``closing`` is the digest of the closing whose
    figures these are, empty where they are those of no closing.
    """

    id: str
    issue: str
    counted: Mapping[str, Counted] = field(default_factory=dict)
    decisions: tuple[str, ...] = ()
    closing: str = ""


@dataclass(frozen=True)
class Origin:
    """What a report was made from; ``state`` is the digest of the merged state, ``rounds`` are oldest first."""

    state: str
    rounds: tuple[RoundOrigin, ...]


def of(report: Report) -> Origin:
    """Return what a report is made from."""
    return Origin(
        report.state,
        tuple(
            RoundOrigin(
                part.round.id,
                part.round.digest,
                dict(sorted(part.counted.items())),
                part.decisions,
                part.closing.digests[0] if part.closing is not None and part.closing.is_as_closed else "",
            )
            for part in report.parts
        ),
    )


def as_json(origin: Origin) -> bytes:
    """Return it as canonical JSON."""
    return canonical({"format": FORMAT, "state": origin.state, "rounds": [_wire(one) for one in origin.rounds]})


def _wire(one: RoundOrigin) -> dict[str, Any]:
    return {
        "id": one.id,
        "issue": one.issue,
        "closing": one.closing,
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
        wire = json.loads(content)
        if wire["format"] != FORMAT:
            raise ValueError(wire["format"])
        return Origin(str(wire["state"]), tuple(_parsed(one) for one in wire["rounds"]))
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError("no origin") from problem


def _parsed(wire: Mapping[str, Any]) -> RoundOrigin:
    decisions: Sequence[str] = wire["decisions"]
    return RoundOrigin(
        str(wire["id"]),
        str(wire["issue"]),
        {
            str(agency): Counted(
                str(one["submission"]), int(one["revision"]), bool(one["entered"]), bool(one["provisional"])
            )
            for agency, one in wire["counted"].items()
        },
        tuple(map(str, decisions)),
        str(wire["closing"]),
    )
