"""A lost desk put back from Home Affairs' recovery file, on another machine.

The desk stands as Home Affairs had accepted it: the rounds, the figures with their words, units and
evidence, the last submission, which the next one names as the one before. What was typed later is
lost, and so is the history: it begins anew, with lines that say where they come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from reformdesk.core import enclosures, entry, filing, history, inbox, pins, roundbook, submission, units, values
from reformdesk.core.entry import EXPLANATION, NARRATIVE, RECOVERED, UNIT, VALUE, Place, Step
from reformdesk.core.recovery_file import RecoveredRound, RecoveredSubmission, Recovery
from reformdesk.core.store import Office, Workspace, create
from reformdesk.core.text import fold
from reformdesk.errors import Refused
from reformdesk.exchange.verification import Verified


def found(path: Path, recovery: Recovery, name: str, now: datetime) -> Workspace:
    """Make the agency's workspace anew at ``path``; ``name`` is how the recovery file was called.

    Raises what creating raises (``workspace-exists`` and the like), and then leaves nothing behind.
    """
    workspace = create(path, Office.AGENCY, recovery.agency.id, now)
    try:
        with workspace.atomic():
            _put_back(workspace, recovery, name, now)
    except BaseException:
        workspace.close()
        for ending in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        raise
    return workspace


def _put_back(workspace: Workspace, recovery: Recovery, name: str, now: datetime) -> None:
    brought = [issue for one in recovery.rounds for issue in _issues(one)]
    roundbook.put_back(workspace, brought, recovery.verified.signers[0], recovery.written_at, now)
    _put_units_back(workspace, [one.submission for one in recovery.rounds if one.submission is not None])
    for one in recovery.rounds:
        if one.submission is not None:
            _put_submission_back(workspace, one, one.submission, now)
    place = filing.FiledAs(recovery.round.id, recovery.agency.id, 1, None, name, filing.RECOVERED)
    filing.file(workspace, recovery.verified, recovery.blob, place, now)
    history.begin_anew(workspace, recovery.digest)
    sent = [one.submission.document for one in recovery.rounds if one.submission is not None]
    if sent:
        workspace.set_meta("officer", sent[-1].prepared_by)


def _issues(one: RecoveredRound) -> Iterator[tuple[Verified, bytes]]:
    """Give a round's issues that come along, the one in force last."""
    if one.submission is not None and one.submission.issue is not None:
        yield one.submission.issue
    yield one.verified, one.blob


def _put_submission_back(workspace: Workspace, one: RecoveredRound, sent: RecoveredSubmission, now: datetime) -> None:
    document = sent.document
    file_name = f"{document.agency}-r{document.revision}.rdsub"
    place = filing.FiledAs(
        document.round_id, document.agency, document.revision, document.previous, file_name, filing.RECOVERED
    )
    filing.file(workspace, sent.verified, sent.blob, place, now)
    step = Step(workspace, RECOVERED, now)
    for line in document.answers:
        indicator = line["indicator"]
        step.write(Place(one.round.id, indicator, VALUE), entry.wire_of(values.from_wire(line["value"])))
        step.write(Place(one.round.id, indicator, EXPLANATION), line.get("explanation", ""))
    for text in document.narratives:
        step.write(Place(one.round.id, text["area"], NARRATIVE), text["text"])
    ids = {fold(called): unit for unit, called in units.names(workspace).items()}
    for detail in document.details:
        for figure in detail["units"]:
            at = Place(one.round.id, detail["indicator"], UNIT + ids[fold(_plain(figure["name"]))])
            step.write(at, units.content_of(figure))
    for listed in document.attachments:
        if listed.get("indicator", "") in one.round.owed(document.agency):
            content = sent.verified.attachments[listed["name"]]
            evidence = enclosures.described(listed["indicator"], listed["title"], content)
            enclosures.put_back(workspace, step, one.round.id, evidence, content)
    inbox.take(workspace, sent.reply, f"{document.agency}-r{document.revision}.rdreply", now)


def _put_units_back(workspace: Workspace, sent: Iterable[RecoveredSubmission]) -> None:
    """Keep the units that submissions speak of; those of the newest one that has any are the agency's now."""
    now: list[str] = []
    ever: dict[str, str] = {}
    for one in sent:
        listed = _in_order([[_plain(figure["name"]) for figure in detail["units"]] for detail in one.document.details])
        ever |= {fold(name): name for name in listed}
        now = listed or now
    if ever:
        current = {fold(name): name for name in now}
        units.set_units(workspace, {**ever, **current}.values())
        units.set_units(workspace, current.values())


def _in_order(lists: list[list[str]]) -> list[str]:
    """Return the names of several lists, each of which has some of one list in its order, as that list has them."""
    after: dict[str, list[str]] = {}
    for names in lists:
        for place, name in enumerate(names):
            after.setdefault(name, []).extend(names[max(0, place - 1) : place])
    try:
        return list(TopologicalSorter(after).static_order())
    except CycleError:
        return list(after)


def _plain(name: str) -> str:
    return " ".join(name.split())


def refusal(workspace: Workspace, recovery: Recovery) -> Refused:
    """Return why a recovery file does nothing at a desk that stands: nothing there is ever overwritten.

    The codes: ``office-key-differs``, ``recovery-other-agency``, ``recovery-newer`` (Home Affairs has
    accepted what this desk does not know), ``recovery-older``, ``recovery-same``.
    """
    signer = recovery.verified.signers[0]
    known = pins.pinned(workspace, recovery.round.office)
    if not known & {signer.fingerprint, *recovery.verified.followed}:
        return Refused("office-key-differs", name=signer.name)
    if recovery.agency.id != workspace.owner:
        return Refused("recovery-other-agency", agency=recovery.agency.name)
    older: Mapping[str, Any] | None = None
    for one in recovery.rounds:
        here = submission.sent(workspace, one.round.id)
        last = here[-1]["revision"] if here else 0
        there = one.submission.document.revision if one.submission is not None else 0
        same = there == 0 or one.submission is None or _holds(here, one.submission.verified.digest)
        if not same and there >= last:
            return Refused("recovery-newer", round=one.round.title, revision=there)
        if there < last:
            older = {"round": one.round.title, "revision": there, "here": last}
    return Refused("recovery-older", **older) if older is not None else Refused("recovery-same")


def _holds(here: list[dict[str, Any]], digest: str) -> bool:
    return any(one["digest"] == digest for one in here)
