"""Home Affairs' command that closes a round, and the report of a round as it was closed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reformdesk.cli.session import DONE, Outcome, Session, open_workspace, passphrase
from reformdesk.core import closed_report, closing_overview, closings, journal, keyring, replies, reporting, store
from reformdesk.core.closing_document import Closing
from reformdesk.core.closing_overview import ClosingOverview
from reformdesk.core.outfile import write_whole
from reformdesk.core.report import Report
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable
from reformdesk.office import closing_changes


def close(session: Session) -> Outcome:
    """Freeze a round's consolidated figures; the receipts for all are written in the same step where asked for."""
    round_id: str = session.options.round
    target: Path | None = session.options.receipts
    with open_workspace(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        store.backup_if_due(workspace, session.now)
        key = None
        if target is not None:
            if keyring.find(workspace) is None:
                raise Mendable("key-missing", file=keyring.key_name(workspace))
            key = keyring.unlock(workspace, passphrase(session))
        # what could not be written was not closed: both or neither
        with workspace.atomic():
            made, _ = closings.close(
                workspace, round_id, session.options.reason, journal.officer(workspace), session.now
            )
            found = closing_overview.read(workspace, round_id, session.now)
            if target is not None and key is not None:
                everyone = tuple(found.board.round.by_id)
                write_whole(target, replies.write(workspace, round_id, everyone, key, session.now))
    if session.options.json:
        print(json.dumps(_result(made, found), ensure_ascii=False, indent=1))
    else:
        _say(session, made, found)
        if target is not None:
            session.line("receipts-written", file=str(target))
    return Outcome(DONE)


def _say(session: Session, made: Closing, found: ClosingOverview) -> None:
    language = session.words.language
    session.line("closed", round=found.board.round.title.text(language), number=made.number, digest=made.digest)
    if found.missing:
        names = ", ".join(line.agency.text(language) for line in found.missing)
        session.line("closed-missing", count=len(found.missing), names=names)
    if found.complete < found.asked:
        session.line("closed-partial", count=found.asked - found.complete, asked=found.asked)
    if found.waiting:
        session.line("closed-waiting", count=len(found.waiting))
    for one in found.note.against if found.note is not None else ():
        session.line(
            "closed-changes",
            number=one.number,
            totals=len(one.differences.totals),
            counted=len(one.differences.counted),
        )


def _result(made: Closing, found: ClosingOverview) -> dict[str, Any]:
    note = closing_changes.as_json(found.note) if found.note is not None else {}
    return {
        "round": made.round,
        "number": made.number,
        "digest": made.digest,
        "previous": list(made.previous),
        "covers": sorted(made.covers),
        "missing": [line.agency.id for line in found.missing],
        "in_part": [line.agency.id for line in found.in_part],
        "complete": found.complete,
        "asked": found.asked,
        "waiting": [
            {"agency": one.agency, "revision": one.revision, "submission": one.digest, "reasons": list(one.reasons)}
            for one in found.waiting
        ],
        "contested": found.contested,
        "changes": note.get("changes", []),
    }


def report_on(session: Session, workspace: Workspace, wanted: Sequence[str] | None) -> Report:
    """Return the report on rounds as they stand, or with ``--closing`` on one as it was closed.

    With ``--agency`` it is on what one agency answered. Where the files that are here do not come to the closing's
    figures, that is said; the figures are its own.
    """
    which: str | None = session.options.closing
    agency: str | None = session.options.agency
    if agency is not None:
        if which is not None:
            raise Mendable("wrong-usage", detail="--agency ID | --closing N")
        return reporting.of_agency(workspace, agency, wanted)
    if which is None:
        return reporting.read(workspace, _usual(session, workspace) if wanted is None else wanted)
    if wanted is None or len(wanted) != 1:
        raise Mendable("wrong-usage", detail="--closing N --rounds R")
    found = closed_report.as_closed(workspace, wanted[0], which)
    if not found.rebuilt:
        session.complain(session.words.command("closing-not-rebuilt", number=found.closing.number))
    return reporting.of_closing(found, reporting.letterhead(workspace))


def _usual(session: Session, workspace: Workspace) -> list[str]:
    """Return the rounds to report on where none are named, and say which are left out."""
    usual, examples = reporting.usual_rounds(workspace)
    if examples:
        session.complain(session.words.command("examples-left-out", rounds=",".join(examples)))
    return usual
