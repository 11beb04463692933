"""Handing Home Affairs' desk over (bàn giao): the key under the successor's passphrase, and how everything stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from reformdesk.core import adjusting, founding, handover, keyring, merged, pins, roundbook, second_place
from reformdesk.core.changes import Changes
from reformdesk.core.handover import HandedFile
from reformdesk.core.store import Workspace, timestamp
from reformdesk.exchange.keys import KDF_ROUNDS


@dataclass(frozen=True)
class RoundStanding:
    """A round as it stood: how many of its agencies count, which do not, and the digest of its merged state.

    ``deadline`` is an ISO day; ``missing`` has the names of agencies of which nothing counts, ``waiting``
    the number of submissions that wait for a decision.
    """

    title: str
    deadline: str
    agencies: int
    received: int
    waiting: int
    missing: tuple[str, ...]
    digest: str


@dataclass(frozen=True)
class OfficeHandover:
    """One handover as it was; ``reserves`` are the fingerprints of the keys in the safe.

    ``second_place`` is the folder with copies, ``second_made_at`` when the last one was made, empty where
    there is none.
    """

    at: str
    leaving: str
    following: str
    agency: str
    province: str
    fingerprint: str
    key_copied_at: str
    reserves: tuple[str, ...]
    rounds: tuple[RoundStanding, ...]
    second_place: str
    second_made_at: str
    files: tuple[HandedFile, ...]


def handovers(workspace: Workspace) -> tuple[OfficeHandover, ...]:
    """Return every handover of this desk, oldest first."""
    return tuple(_from_wire(wire) for wire in handover.recorded(workspace))


def hand_over(
    workspace: Workspace,
    names: tuple[str, str],
    passphrases: tuple[str, str],
    now: datetime,
    *,
    rounds: int = KDF_ROUNDS,
) -> tuple[OfficeHandover, Changes]:
    """Hand the desk over, as :func:`reformdesk.core.handover.hand_over` does an agency's; raises the same."""
    leaving, following = handover.named(names)
    with workspace.atomic():
        fingerprint = handover.pass_key_on(workspace, passphrases, rounds=rounds)
        base = founding.foundation(workspace)
        second = second_place.state(workspace)
        made = OfficeHandover(
            at=timestamp(now),
            leaving=leaving,
            following=following,
            agency=next(str(one["name"]) for one in base.agencies if one["id"] == base.office),
            province=base.province,
            fingerprint=fingerprint,
            key_copied_at=keyring.copied_at(workspace),
            reserves=tuple(sorted(pins.pinned(workspace, roundbook.RESERVE))),
            rounds=tuple(_rounds(workspace)),
            second_place=second.folder,
            second_made_at=second.made_at,
            files=tuple(handover.files(workspace)),
        )
        handover.remember(workspace, asdict(made), following)
    return made, Changes.KEYS


def _rounds(workspace: Workspace) -> Iterator[RoundStanding]:
    """Give the rounds, newest first."""
    past = adjusting.past_rounds(workspace)
    for round_id in (name for name in reversed(roundbook.round_ids(workspace)) if name not in past):
        round_ = roundbook.load(workspace, round_id)
        owing = [agency for agency in round_.agencies if round_.owed(agency.id)]
        files = merged.received(workspace, round_id)
        counting = {one.agency for one in files if one.counts}
        yield RoundStanding(
            title=round_.title.vi,
            deadline=round_.deadline.isoformat(),
            agencies=len(owing),
            received=len(counting),
            waiting=sum(one.needs_decision for one in files),
            missing=tuple(agency.name for agency in owing if agency.id not in counting),
            digest=merged.digest(workspace, round_id),
        )


def _from_wire(wire: Mapping[str, Any]) -> OfficeHandover:
    lists = {
        "rounds": tuple(RoundStanding(**{**one, "missing": tuple(one["missing"])}) for one in wire["rounds"]),
        "reserves": tuple(wire["reserves"]),
        "files": tuple(HandedFile(**one) for one in wire["files"]),
    }
    return OfficeHandover(**{**wire, **lists})
