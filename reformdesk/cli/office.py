"""Home Affairs' commands: taking in, the digest, the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reformdesk.cli.session import DONE, REFUSED, Outcome, Session, open_workspace
from reformdesk.core import intake, merged, store
from reformdesk.core.outfile import write_whole
from reformdesk.core.store import Office
from reformdesk.office import export


def merge(session: Session) -> Outcome:
    """Take in files and folders."""
    verdicts = []
    with open_workspace(session.options.workspace, Office.HOME_AFFAIRS) as workspace:
        store.backup_if_due(workspace, session.now)
        for path in session.options.paths:
            verdicts += [
                (found, verdict)
                for found, verdict in intake.take_all(
                    workspace, path, "command", session.now, provisional=session.options.provisional
                )
            ]
    results = [_merge_result(session, path, verdict) for path, verdict in verdicts]
    if session.options.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))
    else:
        for result in results:
            behind = f" ({result['message']})" if result["message"] else ""
            print(f"{result['file']}: {session.words.state(result['result'])}{behind}")
    rejected = any(result["result"] == intake.REJECTED for result in results)
    return Outcome(REFUSED if rejected else DONE)


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
        parts, state = merged.consolidated(workspace, wanted), merged.digest(workspace)
    write_whole(target, export.render(target.name, parts, state))
    session.line("report-written", file=str(target))
    return Outcome(DONE)
