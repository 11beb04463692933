"""What came in, as the page of it shows it: what this desk has taken since it was opened, and what came before.

What came before is told by the files that are kept, and by what was noted of those that were refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reformdesk.core import arrivals as noted
from reformdesk.core import intake, merged, receiving, roundbook
from reformdesk.core.intake import Verdict
from reformdesk.core.merged import Received
from reformdesk.core.organisation import Agency
from reformdesk.core.receiving import Correction
from reformdesk.core.rounds import Round
from reformdesk.core.standing import Reason
from reformdesk.core.store import Workspace, timestamp
from reformdesk.errors import ReformDeskError

RETURNED, PROVISIONAL, REPLACED, OTHER = "returned", "provisional", "replaced", "decided-against"
ENTERED = "entered"
_FORM = ".xlsx"


@dataclass(frozen=True)
class Arrival:
    """What became of one file, when, and how it reached the program."""

    verdict: Verdict
    at: datetime
    channel: str
    path: Path | None = None


@dataclass(frozen=True)
class IntakeLine:
    """One file. ``state`` is how it stands now: what was decided since shows.

    ``new`` says that it was taken since the desk was opened, ``by`` which revision replaced it; ``path`` is
    where it lies, as far as is known.
    """

    file: str
    at: datetime
    channel: str
    state: str
    reasons: tuple[str, ...] = ()
    error: ReformDeskError | None = None
    round: Round | None = None
    agency: Agency | None = None
    revision: int = 0
    digest: str = ""
    signer: str = ""
    new: bool = True
    by: int = 0
    path: Path | None = None
    correction: Correction | None = None

    @property
    def is_form(self) -> bool:
        """Whether it is no exchange file but a workbook, which may be an agency's Excel form."""
        return self.state == intake.REJECTED and self.path is not None and self.path.suffix.lower() == _FORM

    @property
    def waits(self) -> bool:
        """Whether an officer has to decide on it."""
        return self.state == "waiting"

    @property
    def waits_for_key_alone(self) -> bool:
        """Whether comparing the agency's code is all that is missing."""
        return self.waits and set(self.reasons) == {Reason.KEY_UNKNOWN}


def read_intake(workspace: Workspace, round_id: str, arrivals: Sequence[Arrival]) -> tuple[IntakeLine, ...]:
    """Read what came in, newest first: the arrivals of any round, then what came for the round before."""
    named = {one.verdict.round for one in arrivals if one.verdict.round} | {round_id}
    known = {name: roundbook.load(workspace, name) for name in roundbook.round_ids(workspace) if name in named}
    kept = {name: merged.received(workspace, name) for name in known}
    standing = {one.digest: one for found in kept.values() for one in found}
    last = {
        (name, *chain): max(one.revision for one in found if _chain(one) == chain and one.on_chain)
        for name, found in kept.items()
        for chain in {_chain(one) for one in found if one.on_chain}
    }
    lines = [_arrived(one, known, standing, last) for one in reversed(arrivals)]
    shown = {one.verdict.digest for one in arrivals if one.verdict.state != intake.REJECTED}
    before = [_kept(one, known[round_id], last) for one in kept.get(round_id, ()) if one.digest not in shown]
    if round_id in known:
        before += _refused(workspace, known[round_id], arrivals)
    return (*lines, *sorted(before, key=_newest_last, reverse=True))


def _newest_last(one: IntakeLine) -> tuple[datetime, str, int]:
    return one.at, one.agency.id if one.agency is not None else "", one.revision


def _refused(workspace: Workspace, round_: Round, arrivals: Sequence[Arrival]) -> list[IntakeLine]:
    """Return what was refused since a round was opened, unless it is of another round or among the arrivals."""
    shown = {(one.verdict.file, timestamp(one.at)) for one in arrivals}
    since = receiving.opened(workspace, round_.id)
    found = []
    for one in noted.refused(workspace):
        at = datetime.fromisoformat(one.received_at)
        claimed, agency, revision = one.claims
        if at >= since and claimed in ("", round_.id) and (one.name, one.received_at) not in shown:
            found.append(
                IntakeLine(
                    one.name,
                    at,
                    one.channel,
                    intake.REJECTED,
                    one.reasons[:1],
                    one.problem,
                    round_ if claimed else None,
                    round_.by_id.get(agency),
                    revision,
                    new=False,
                )
            )
    return found


def _chain(one: Received) -> tuple[str, bool]:
    """Return what a submission's number is counted in: an agency's own, or what was entered for it."""
    return one.agency, one.entered


def _arrived(
    arrival: Arrival,
    rounds: Mapping[str, Round],
    standing: Mapping[str, Received],
    last: Mapping[tuple[str, str, bool], int],
) -> IntakeLine:
    verdict = arrival.verdict
    round_ = rounds.get(verdict.round)
    agency = round_.by_id.get(verdict.agency) if round_ is not None else None
    now = standing.get(verdict.digest)
    rejected = verdict.state == intake.REJECTED or now is None
    state, reasons, by = (
        (verdict.state, verdict.reasons, 0) if rejected or now is None else _now(now, last, verdict.state)
    )
    correction = now.corrected if now is not None else None
    return IntakeLine(
        verdict.file,
        datetime.fromisoformat(now.received_at) if now is not None and correction is not None else arrival.at,
        now.channel if now is not None and correction is not None else arrival.channel,
        state,
        reasons,
        verdict.error,
        round_,
        agency,
        verdict.revision,
        "" if rejected else verdict.digest,
        now.signer if now is not None and not rejected else "",
        by=by,
        path=arrival.path,
        correction=correction,
    )


def _kept(one: Received, round_: Round, last: Mapping[tuple[str, str, bool], int]) -> IntakeLine:
    state, reasons, by = _now(one, last)
    return IntakeLine(
        one.name,
        datetime.fromisoformat(one.received_at),
        one.channel,
        state,
        reasons,
        None,
        round_,
        round_.by_id.get(one.agency),
        one.revision,
        one.digest,
        one.signer,
        new=False,
        by=by,
        correction=one.corrected,
    )


def _now(one: Received, last: Mapping[tuple[str, str, bool], int], told: str = "") -> tuple[str, tuple[str, ...], int]:
    """Return a submission's state as it stands, its reasons, and the revision that replaced it, 0 for none."""
    if not one.on_chain:
        return ("waiting" if one.needs_decision else OTHER), one.reasons, 0
    newest = last[one.round, *_chain(one)]
    if newest > one.revision:
        return REPLACED, (), newest
    if one.returned:
        return RETURNED, (), 0
    if one.provisional:
        return PROVISIONAL, (), 0
    if one.entered:
        return ENTERED, (), 0
    return (told if told == intake.KNOWN else "accepted"), (), 0
