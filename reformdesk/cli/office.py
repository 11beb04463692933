"""Home Affairs' commands: what goes out, taking in, the board, the digest, the report."""

from __future__ import annotations

import gc
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from reformdesk import issuing_files, reminding
from reformdesk.cli import closing
from reformdesk.cli.session import DONE, REFUSED, Outcome, Session, open_workspace, passphrase, round_of
from reformdesk.core import deadlines, intake, joining, judgement, keyring, merged, store
from reformdesk.core.board import ENTERED, EXTENDED, LATE, NOT_COMPARED, OVERDUE, AgencyLine, BoardData, read_board
from reformdesk.core.joining import Joined
from reformdesk.core.outfile import require_another, write_together, write_whole
from reformdesk.core.reminders import reminders
from reformdesk.core.report import Letterhead, Report
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable, ReformDeskError
from reformdesk.issuing_files import SealedInstaller
from reformdesk.office import export
from reformdesk.sentences import STATES

_MANY = 100
"""So many files at once are of a large province, whose rounds are some hundred thousand objects."""


def issue(session: Session) -> Outcome:
    """Write the folder that goes to the agencies (phát hành)."""
    place: Path = session.options.to
    named: Path | None = session.options.installer
    here = [one for one in issuing_files.usual_places() if one.is_dir()]
    programs = issuing_files.find_programs([named] if named is not None else here)
    with open_workspace(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        issued = issuing_files.read(workspace, round_of(session, workspace).id)
        issuing_files.target(issued, place)
        sealed = _sealed(session, workspace, issuing_files.installer_in(programs))
    items = issuing_files.plan(issued, programs, sealed)
    for _ in issuing_files.write(issued, items, place):
        pass
    session.line("issued", count=len(items) + 1, folder=str(place / issued.folder))
    if not programs:
        session.line("no-installer")
    return Outcome(DONE)


def _sealed(session: Session, workspace: Workspace, installer: Path | None) -> SealedInstaller | None:
    """Seal the installer that goes along, so that agencies' programs can offer it."""
    if installer is None:
        return None
    examined = issuing_files.examine(installer)
    key = keyring.unlock(workspace, passphrase(session))
    return issuing_files.seal(workspace, examined, key, session.now)


def merge(session: Session) -> Outcome:
    """Take in files and folders, and other desks of this office."""
    results = []
    with open_workspace(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        store.backup_if_due(workspace, session.now)
        for path in session.options.paths:
            if path.suffix.lower() == store.SUFFIX and path.is_file() and not store.is_part_of(workspace.path, path):
                results.append(_join_result(session, workspace, path))
                continue
            taken = intake.take_all(workspace, path, "command", session.now, provisional=session.options.provisional)
            for found, verdict in taken:
                results.append(_merge_result(session, found, verdict))
                if len(results) == _MANY:
                    # the round is read by now, and it stays: it is not looked through again and again for garbage
                    gc.collect()
                    gc.freeze()
    if session.options.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))
    else:
        for result in results:
            behind = f" ({result['message']})" if result["message"] else ""
            print(f"{result['file']}: {session.words.state(result['result'])}{behind}")
    rejected = any(result["result"] == intake.REJECTED for result in results)
    return Outcome(REFUSED if rejected else DONE)


def _join_result(session: Session, workspace: Workspace, path: Path) -> dict[str, Any]:
    """Bring another desk's workspace together with this one; whose file it is, the caller answers for."""
    problem: ReformDeskError | None = None
    joined = Joined()
    try:
        joined, _ = joining.join(workspace, path, session.now)
    except ReformDeskError as refused:
        problem = refused
    if problem is not None:
        state, message = intake.REJECTED, session.words.error(problem)
    else:
        state = judgement.ACCEPTED if joined.is_new else intake.KNOWN
        message = session.words.command(
            "joined", files=joined.files, decisions=joined.decisions, contested=len(joined.contested)
        )
    return {
        "file": str(path),
        "kind": "workspace",
        "result": state,
        "reasons": [problem.code] if problem is not None else [],
        "round": None,
        "agency": None,
        "revision": None,
        "provisional": False,
        "files": joined.files,
        "decisions": joined.decisions,
        "contested": [{"round": round_id, "agency": agency} for round_id, agency in joined.contested],
        "message": message,
    }


def _merge_result(session: Session, path: Path, verdict: intake.Verdict) -> dict[str, Any]:
    if verdict.error is not None:
        message = session.words.error(verdict.error)
    else:
        message = "; ".join(session.words.reason(reason) for reason in verdict.reasons)
    return {
        "file": str(path),
        "result": verdict.state,
        "reasons": list(verdict.reasons),
        "round": verdict.round or None,
        "agency": verdict.agency or None,
        "revision": verdict.revision or None,
        "provisional": verdict.provisional,
        "message": message,
    }


def digest(session: Session) -> Outcome:
    """Print the digest of the merged state."""
    with open_workspace(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        print(merged.digest(workspace, session.options.round))
    return Outcome(DONE)


def report(session: Session) -> Outcome:
    """Write the consolidated report."""
    target: Path = session.options.to
    wanted = session.options.rounds.split(",") if session.options.rounds else None
    with open_workspace(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        made = _headed(session, closing.report_on(session, workspace, wanted))
        beside = export.companions(target.name, made, session.now)
        write_together(
            {
                **{target.with_name(name): content for name, content in beside.items()},
                target: export.render(target.name, made),
            }
        )
    session.line("report-written", file=str(target))
    return Outcome(DONE)


def _headed(session: Session, report: Report) -> Report:
    """Return a report with its day, in the letterhead that is named; without one it has what the office keeps."""
    path: Path | None = session.options.letterhead
    dated = replace(report, dated=deadlines.day_of(session.now))
    if path is None:
        return dated
    if session.options.to.suffix.lower() != ".docx":
        raise Mendable("wrong-usage", detail="--letterhead FILE.docx --to FILE.docx")
    require_another(session.options.to, path)
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise Mendable("file-unreadable", file=str(path)) from problem
    return replace(dated, letterhead=Letterhead(path.name, content))


def board(session: Session) -> Outcome:
    """Say how each agency stands in a round, or write whom to remind."""
    target: Path | None = session.options.to
    if target is not None and target.suffix.lower() != ".xlsx":
        raise Mendable("wrong-usage", detail=f"{target.name}: .xlsx")
    with open_workspace(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        data = read_board(workspace, session.options.round or "", session.now)
    if target is not None:
        write_whole(target, reminding.as_workbook(data.round, reminders(data), session.words))
        session.line("reminders-written", file=str(target))
    elif session.options.json:
        print(json.dumps(_board_result(data), ensure_ascii=False, indent=1))
    else:
        for line in data.lines:
            print(f"{line.agency.text(session.words.language)}: {', '.join(_line_words(session, line))}")
    return Outcome(DONE)


def _line_words(session: Session, line: AgencyLine) -> list[str]:
    marks = [mark for mark in (OVERDUE, LATE, EXTENDED, NOT_COMPARED, ENTERED) if line.is_in(mark)]
    return [session.words.of(STATES, "states", state) for state in (line.state, *marks)]


def _board_result(data: BoardData) -> dict[str, Any]:
    return {
        "round": data.round.id,
        "deadline": data.round.deadline.isoformat(),
        "due": store.timestamp(deadlines.due(data.round.deadline)),
        "areas": {area: {"received": received, "owed": owed} for area, (received, owed) in data.totals().items()},
        "agencies": [
            {
                "agency": line.agency.id,
                "name": line.agency.name,
                "contact": line.agency.contact,
                "state": line.state,
                "overdue": line.overdue,
                "late": line.late,
                "due": store.timestamp(deadlines.due(line.due)),
                "extended_until": line.due.isoformat() if line.extended else None,
                "provisional": line.provisional,
                "entered": line.entered,
                "revision": line.newest.revision if line.newest else None,
                "received_at": line.newest.received_at if line.newest else None,
                "areas": dict(line.areas),
            }
            for line in data.lines
        ],
    }
