"""Handing an agency's desk over (bàn giao) to whoever follows.

The key stays, and so nothing is compared anew; its passphrase becomes the successor's own. What is
handed over is written down as it stood: what was sent, what is open, the key, the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from reformdesk.core import backups, filing, inbox, keyring, roundbook, submission
from reformdesk.core.changes import Changes
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace, timestamp
from reformdesk.core.text import nfc
from reformdesk.errors import Mendable
from reformdesk.exchange.keys import KDF_ROUNDS
from reformdesk.exchange.payload import parse_submission

_HANDOVERS, _OFFICER = "handovers", "officer"


@dataclass(frozen=True)
class SentRound:
    """The last submission of a round: its title in Vietnamese, number, time of sealing, SHA-256 of its content."""

    title: str
    revision: int
    signed_at: str
    digest: str
    received: bool


@dataclass(frozen=True)
class OpenRound:
    """A round that is not done: why (``not-sent``, ``returned``, ``changed``), and the numbers that are blank, by area.

    ``deadline`` is an ISO day; ``blanks`` has pairs of an area's id and its printed numbers.
    """

    title: str
    why: str
    deadline: str
    owed: int
    blanks: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class HandedFile:
    """A file that goes along: ``kind`` is ``workspace``, ``key`` or ``backups``, ``count`` how many there are."""

    kind: str
    path: str
    count: int = 1


@dataclass(frozen=True)
class Handover:
    """One handover as it was, whatever came later; ``fingerprint`` is empty where the desk has no key of its own."""

    at: str
    leaving: str
    following: str
    agency: str
    fingerprint: str
    key_copied_at: str
    sent: tuple[SentRound, ...]
    open: tuple[OpenRound, ...]
    files: tuple[HandedFile, ...]


def officer(workspace: Workspace) -> str:
    """Return who prepares at this desk: as was last said, else as the newest submission says; empty if nobody did."""
    for round_id in reversed(roundbook.round_ids(workspace)):
        for last in submission.sent(workspace, round_id)[-1:]:
            newest = parse_submission(filing.data_of(workspace, str(last["digest"])))
            return workspace.meta(_OFFICER) or newest.prepared_by
    return workspace.meta(_OFFICER)


def handovers(workspace: Workspace) -> tuple[Handover, ...]:
    """Return every handover of this desk, oldest first."""
    return tuple(_from_wire(wire) for wire in recorded(workspace))


def hand_over(
    workspace: Workspace,
    names: tuple[str, str],
    passphrases: tuple[str, str],
    now: datetime,
    *,
    rounds: int = KDF_ROUNDS,
) -> tuple[Handover, Changes]:
    """Hand the desk over: ``names`` of who leaves and who follows, ``passphrases`` of now and from now on.

    The key is written anew before the event is; broken off in between, it opens with the new
    passphrase and the handover is done again with that. A desk without a key of its own, which signs
    with a token, asks for no passphrase. Raises ``Mendable``: ``handover-names``, ``wrong-passphrase``,
    ``passphrase-empty``, ``passphrase-same``, ``key-damaged``, ``no-round``.
    """
    leaving, following = named(names)
    with workspace.atomic():
        fingerprint = pass_key_on(workspace, passphrases, rounds=rounds)
        made = _as_it_stands(workspace, leaving, following, fingerprint, now)
        remember(workspace, asdict(made), following)
    return made, Changes.KEYS


def named(names: tuple[str, str]) -> tuple[str, str]:
    """Return who leaves and who follows as they are to be written; ``Mendable('handover-names')``."""
    leaving, following = (" ".join(nfc(name).split()) for name in names)
    if not leaving or not following or leaving == following:
        raise Mendable("handover-names")
    return leaving, following


def pass_key_on(workspace: Workspace, passphrases: tuple[str, str], *, rounds: int = KDF_ROUNDS) -> str:
    """Put the desk's key under the successor's passphrase; returns its fingerprint, empty where there is no key."""
    if keyring.find(workspace) is None:
        return ""
    return keyring.change_passphrase(workspace, *passphrases, rounds=rounds).fingerprint


def remember(workspace: Workspace, made: Mapping[str, Any], following: str) -> None:
    """Keep the record of a handover beside those before it."""
    workspace.set_meta(_HANDOVERS, json.dumps([*recorded(workspace), made], ensure_ascii=False))
    workspace.set_meta(_OFFICER, following)


def recorded(workspace: Workspace) -> list[dict[str, Any]]:
    """Return the records of this desk's handovers as they are kept, oldest first."""
    found: list[dict[str, Any]] = json.loads(workspace.meta(_HANDOVERS, "[]"))
    return found


def _as_it_stands(workspace: Workspace, leaving: str, following: str, fingerprint: str, now: datetime) -> Handover:
    rounds = [roundbook.load(workspace, name) for name in reversed(roundbook.round_ids(workspace))]
    return Handover(
        at=timestamp(now),
        leaving=leaving,
        following=following,
        agency=roundbook.latest(workspace).by_id[workspace.owner].name,
        fingerprint=fingerprint,
        key_copied_at=keyring.copied_at(workspace),
        sent=tuple(_sent(workspace, rounds)),
        open=tuple(one for round_ in rounds if (one := _open(workspace, round_)) is not None),
        files=tuple(files(workspace)),
    )


def _sent(workspace: Workspace, rounds: Iterable[Round]) -> Iterable[SentRound]:
    for round_ in rounds:
        for last in submission.sent(workspace, round_.id)[-1:]:
            answered = [one for one in inbox.replies(workspace, round_.id) if one.submission == last["digest"]]
            received = any(one.type == inbox.RECEIPT for one in answered)
            yield SentRound(round_.title.vi, last["revision"], last["signed_at"], last["digest"], received)


def _open(workspace: Workspace, round_: Round) -> OpenRound | None:
    """Return what is left to do in a round; ``None`` where it stands as it was sent."""
    if not round_.owed(workspace.owner):
        return None
    if not filing.filed(workspace, "submission", round_.id, workspace.owner):
        why = "not-sent"
    elif inbox.open_return(workspace, round_.id) is not None:
        why = "returned"
    elif submission.is_changed(workspace, round_):
        why = "changed"
    else:
        return None
    blanks: dict[str, list[str]] = {}
    for name in submission.readiness(workspace, round_).blanks:
        blanks.setdefault(round_.catalogue.area_of[name], []).append(round_.catalogue.printed_number(name))
    by_area = tuple((area, tuple(numbers)) for area, numbers in blanks.items())
    deadline = inbox.deadline(workspace, round_).isoformat()
    return OpenRound(round_.title.vi, why, deadline, len(round_.owed(workspace.owner)), by_area)


def files(workspace: Workspace) -> Iterable[HandedFile]:
    """Give the files on this machine that go along: workspace, key, backups."""
    yield HandedFile("workspace", str(workspace.path.absolute()))
    key = keyring.find(workspace)
    if key is not None:
        yield HandedFile("key", str(key.absolute()))
    kept = backups.backups(workspace.path.absolute())
    if kept:
        yield HandedFile("backups", str(kept[-1].parent), len(kept))


def _from_wire(wire: Mapping[str, Any]) -> Handover:
    open_ = [
        {**one, "blanks": tuple((area, tuple(numbers)) for area, numbers in one["blanks"])} for one in wire["open"]
    ]
    lists = {
        "sent": tuple(SentRound(**one) for one in wire["sent"]),
        "open": tuple(OpenRound(**one) for one in open_),
        "files": tuple(HandedFile(**one) for one in wire["files"]),
    }
    return Handover(**{**wire, **lists})
