"""When, how and under which name each file came: every time, at every desk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reformdesk.core import journal
from reformdesk.core.catalogue import Label
from reformdesk.core.store import Workspace
from reformdesk.errors import Refused

REFUSED = "rejected"
WATCHED = "watched"


@dataclass(frozen=True)
class Arrival:
    """One time that a file came, and what became of it then; ``received_at`` is RFC 3339 UTC.

    ``digest`` and ``signer`` are empty for what was refused; then ``reasons`` has the code of why, and its
    particulars as JSON.
    """

    digest: str
    signer: str
    name: str
    channel: str
    received_at: str
    desk: str
    verdict: str
    reasons: tuple[str, ...] = ()

    @cached_property
    def problem(self) -> Refused | None:
        """Why it was refused; ``None`` where it was not."""
        if self.verdict != REFUSED or not self.reasons:
            return None
        params = self._particulars.get("params", {})
        return Refused(self.reasons[0], **{name: _as_param(value) for name, value in params.items()})

    @property
    def claims(self) -> tuple[str, str, int]:
        """Round, agency and number that a refused file says it is of; empty where that was not read."""
        said = self._particulars
        return str(said.get("round", "")), str(said.get("agency", "")), int(said.get("revision", 0))

    @cached_property
    def _particulars(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = json.loads(self.reasons[1]) if len(self.reasons) > 1 else {}
        return found


def note_refused(
    workspace: Workspace, came: tuple[str, str, str], problem: Refused, claims: tuple[str, str, int] = ("", "", 0)
) -> None:
    """Note that a file was refused and why; came and claims are as in :func:`note` and :attr:`Arrival.claims`.

    What lies in a watched folder is looked at again each time the program starts, and is noted once.
    """
    name, channel, received_at = came
    name = _writable(name)
    round_id, agency, revision = claims
    said = {
        "params": {param: _from_param(value) for param, value in problem.params.items()},
        **({"round": round_id, "agency": agency, "revision": revision} if round_id else {}),
    }
    reasons = (problem.code, json.dumps(said, ensure_ascii=False, sort_keys=True))
    arrival = Arrival("", "", name, channel, received_at, journal.desk(workspace), REFUSED, reasons)
    with workspace.atomic():
        if channel != WATCHED or not _is_noted(workspace, arrival):
            take_over(workspace, [arrival])


def _is_noted(workspace: Workspace, one: Arrival) -> bool:
    found = workspace.rows(
        """SELECT 1 FROM arrivals
           WHERE digest = '' AND name = :name AND channel = :channel AND reasons = :reasons LIMIT 1""",
        {"name": one.name, "channel": one.channel, "reasons": json.dumps(one.reasons)},
    )
    return bool(found)


def _from_param(value: object) -> object:
    return {"vi": value.vi, "en": value.en} if isinstance(value, Label) else _writable(str(value))


def _writable(text: str) -> str:
    """Return a name that a file system gave, which need not be text, as one that can be kept."""
    return text.encode("utf-8", "replace").decode()


def _as_param(value: Any) -> object:
    return Label(value["vi"], value["en"]) if isinstance(value, dict) else value


def refused(workspace: Workspace) -> tuple[Arrival, ...]:
    """Return what was refused, at this desk or one that was brought together with it, the earliest first."""
    return _arrivals(
        workspace.rows(
            """SELECT digest, signer, name, channel, received_at, desk, verdict, reasons FROM arrivals
               WHERE digest = '' ORDER BY received_at, name, channel, desk"""
        )
    )


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
    return _arrivals(found)


def _arrivals(rows: Iterable[Mapping[str, Any]]) -> tuple[Arrival, ...]:
    return tuple(Arrival(**{**row, "reasons": tuple(json.loads(row["reasons"]))}) for row in rows)


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
