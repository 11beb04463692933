"""The command that checks files: exchange files by their seals, reports by making their figures once more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reformdesk import report_checking
from reformdesk.cli.session import DONE, REFUSED, Outcome, Session, open_workspace
from reformdesk.core import proof, store
from reformdesk.core.closing_document import Counted
from reformdesk.core.recomputing import FileChange, Recomputed
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable
from reformdesk.exchange.documents import SHORT
from reformdesk.exchange.keys import matching_code
from reformdesk.office.report_places import Altered, What
from reformdesk.report_checking import ReportCheck
from reformdesk.sentences import KINDS

_Checked = proof.Proof | ReportCheck


def verify(session: Session) -> Outcome:
    """Check exchange files and reports. Raises ``Mendable``: ``report-needs-workspace``, ``wrong-office``."""
    files: list[Path] = session.options.files
    reports = {path for path in files if report_checking.is_report(path)}
    path: Path | None = session.options.workspace
    if reports and path is None:
        raise Mendable("report-needs-workspace", file=next(one.name for one in files if one in reports))
    workspace = open_workspace(path, Office.HOME_AFFAIRS if reports else None) if path is not None else None
    try:
        checked = [(one, _check(one, workspace, is_report=one in reports)) for one in files]
    finally:
        if workspace is not None:
            workspace.close()
    if session.options.json:
        print(json.dumps([_result(session, one, found) for one, found in checked], ensure_ascii=False, indent=1))
    else:
        for one, found in checked:
            _say(session, one, found)
    return Outcome(DONE if all(_is_sound(found) for _, found in checked) else REFUSED)


def _check(path: Path, workspace: Workspace | None, *, is_report: bool) -> _Checked:
    if is_report and workspace is not None:
        return report_checking.check_report(path, workspace)
    return proof.prove(path, workspace)


def _is_sound(found: _Checked) -> bool:
    return found.sound if isinstance(found, ReportCheck) else found.problem is None


def _say(session: Session, path: Path, found: _Checked) -> None:
    if isinstance(found, ReportCheck):
        _say_report(session, path, found)
        return
    print(f"{path}: {_proof_line(session, found)}")
    for item in found.replies:
        session.line(item["type"], **{"received_at": "", **item, "state": session.words.state(item.get("state", ""))})


def _result(session: Session, path: Path, found: _Checked) -> dict[str, Any]:
    if isinstance(found, ReportCheck):
        return _report_result(session, path, found)
    return _proof_result(session, path, found)


def _proof_line(session: Session, found: proof.Proof) -> str:
    if found.problem is not None:
        return session.words.command("unsound", problem=session.words.error(found.problem))
    signers = ", ".join(_signer_words(session, seal) for seal in found.seals)
    if found.kind == proof.INSTALLER:
        return session.words.command("sound-installer", version=found.version, signers=signers)
    return session.words.command(
        "sound",
        kind=session.words.of(KINDS, "kinds", found.kind),
        round=found.round,
        agency=found.agency,
        revision=found.revision or 1,
        signers=signers,
    )


def _signer_words(session: Session, seal: proof.Seal) -> str:
    """Return who sealed: the name, the code, whether an authority issued the certificate, whether the key is known."""
    facts = [matching_code(seal.fingerprint)]
    if seal.issuer:
        facts.append(session.words.command("certified", issuer=seal.issuer))
    if seal.trusted is not None:
        facts.append(session.words.command("key-known" if seal.trusted else "key-not-known"))
    return f"{seal.name} ({', '.join(facts)})"


def _proof_result(session: Session, path: Path, found: proof.Proof) -> dict[str, Any]:
    problem = found.problem
    return {
        "file": str(path),
        "kind": found.kind or None,
        "sound": problem is None,
        "round": found.round or None,
        "agency": found.agency or None,
        "revision": found.revision or None,
        "signers": [
            {
                "name": seal.name,
                "fingerprint": seal.fingerprint,
                "signed_at": store.timestamp(seal.signed_at),
                "trusted": seal.trusted,
            }
            for seal in found.seals
        ],
        "problem": {"code": problem.code, "message": session.words.error(problem)} if problem else None,
        **({"replies": list(found.replies)} if found.replies else {}),
    }


# reports


def _say_report(session: Session, path: Path, found: ReportCheck) -> None:
    made = found.recomputed
    trouble = found.trouble
    if trouble is not None:
        print(f"{path}: {session.words.error(trouble)}")
    elif made is None:
        print(f"{path}: {session.words.command('list-sound')}")
    else:
        rounds = ", ".join(one.id for one in made.origin.rounds)
        print(f"{path}: {session.words.command('report-sound', rounds=rounds, code=made.origin.state[:SHORT])}")
    for one in found.altered:
        print(f"  {_altered_line(session, one)}")
    if found.framed:
        print(f"  {session.words.command('report-framed')}")
    if made is not None:
        _say_origin(session, made)
        _say_since(session, found)


def _say_origin(session: Session, made: Recomputed) -> None:
    for change in made.untrue:
        print(f"  {_file_line(session, 'untrue-file', change)}")
    if made.misdecided:
        print(f"  {session.words.command('untrue-decisions')}")
    for round_id in made.lacking.rounds:
        print(f"  {session.words.command('lacking-round', round=round_id)}")
    for round_id, agency, digest in made.lacking.files:
        print(f"  {session.words.command('lacking-file', round=round_id, agency=agency, code=digest[:SHORT])}")
    for name in (*made.lacking.decisions, *made.lacking.closings):
        print(f"  {session.words.command('lacking-decision', code=name[:SHORT])}")


def _say_since(session: Session, found: ReportCheck) -> None:
    made = found.recomputed
    if made is None or made.current or found.problem is not None:
        if made is not None and made.current:
            print(f"  {session.words.command('report-current')}")
        return
    since = made.since
    print(
        "  "
        + session.words.command(
            "report-since", files=len(since.files), decisions=since.decisions, figures=len(since.figures)
        )
    )
    for change in since.files:
        print(f"    {_file_line(session, 'since-file', change)}")
    for one in found.today:
        place = _place(session, one)
        print(f"    {session.words.command('since-figure', place=place, printed=one.printed, now=one.expected)}")


def _altered_line(session: Session, one: Altered) -> str:
    blank = session.words.command("blank-place")
    return session.words.command(
        f"altered-{one.what.value}",
        place=_place(session, one),
        printed=one.printed or blank,
        expected=one.expected or blank,
    )


def _place(session: Session, one: Altered) -> str:
    """Return where something stands, as a reader finds it."""
    table = session.words.command("in-table", table=one.table) if one.table else ""
    in_text = session.words.command("in-text") if one.what is What.WORDS and not one.table else ""
    return ", ".join(filter(None, [table or in_text, one.row, one.column, one.agency, one.where]))


def _file_line(session: Session, line: str, change: FileChange) -> str:
    printed, now = (_counted(session, one) for one in (change.printed, change.now))
    return session.words.command(line, round=change.round, agency=change.name, printed=printed, now=now)


def _counted(session: Session, one: Counted | None) -> str:
    if one is None:
        return session.words.command("no-file")
    return session.words.command("counted-file", revision=one.revision, code=one.digest[:SHORT])


def _report_result(session: Session, path: Path, found: ReportCheck) -> dict[str, Any]:
    made, trouble = found.recomputed, found.trouble
    return {
        "file": str(path),
        "kind": "report",
        "sound": found.sound,
        "round": None,
        "agency": None,
        "revision": None,
        "signers": [],
        "problem": {"code": trouble.code, "message": session.words.error(trouble)} if trouble else None,
        "state": made.origin.state if made else None,
        "current": made.current if made else None,
        "framed": found.framed,
        "rounds": [one.id for one in made.origin.rounds] if made else [],
        "figures": [_altered_result(one) for one in found.altered],
        "more": found.more,
        "missing": _missing_result(found),
        "untrue": {
            "files": [_change_result(one) for one in made.untrue] if made else [],
            "decisions": made.misdecided if made else False,
        },
        "since": _since_result(found),
    }


def _altered_result(one: Altered) -> dict[str, Any]:
    return {
        "what": one.what.value,
        "table": one.table,
        "row": one.row,
        "column": one.column,
        "round": one.round or None,
        "indicator": one.indicator or None,
        "agency": one.agency or None,
        "where": one.where or None,
        "printed": one.printed,
        "expected": one.expected,
    }


def _missing_result(found: ReportCheck) -> dict[str, Any]:
    if found.recomputed is None:
        return {"rounds": [], "files": [], "decisions": [], "closings": []}
    lacking = found.recomputed.lacking
    return {
        "rounds": list(lacking.rounds),
        "files": [
            {"round": round_id, "agency": agency, "submission": digest} for round_id, agency, digest in lacking.files
        ],
        "decisions": list(lacking.decisions),
        "closings": list(lacking.closings),
    }


def _since_result(found: ReportCheck) -> dict[str, Any] | None:
    if found.recomputed is None or found.recomputed.current:
        return None
    since = found.recomputed.since
    return {
        "files": [_change_result(one) for one in since.files],
        "decisions": since.decisions,
        "corrected": list(since.corrected),
        "figures": [
            {
                **{name: value for name, value in _altered_result(one).items() if name in _NAMES},
                "printed": one.printed,
                "now": one.expected,
            }
            for one in found.today
        ],
    }


_NAMES = ("table", "row", "column", "round", "indicator")


def _change_result(one: FileChange) -> dict[str, Any]:
    return {
        "round": one.round,
        "agency": one.agency,
        "printed": _counted_result(one.printed),
        "now": _counted_result(one.now),
    }


def _counted_result(one: Counted | None) -> Mapping[str, Any] | None:
    return None if one is None else {"submission": one.digest, "revision": one.revision}
