"""Home Affairs' command that fills a form of somebody else's, and the list of placeholders to mark one up with."""

from __future__ import annotations

import json
from pathlib import Path

from reformdesk import filling
from reformdesk.cli.session import DONE, REFUSED, Outcome, Session, open_workspace
from reformdesk.core import reporting
from reformdesk.core.outfile import write_whole
from reformdesk.core.report import Report
from reformdesk.core.store import Office
from reformdesk.errors import Mendable
from reformdesk.office import form_filling
from reformdesk.office.form_answers import Filled, Left
from reformdesk.office.form_filling import FilledForm
from reformdesk.office.form_runs import Line


def fill(session: Session) -> Outcome:
    """Fill a form, or write the list of placeholders. What could not be filled is listed, and ends in 1."""
    options = session.options
    form: Path | None = options.form
    if (form is None) != bool(options.list):
        raise Mendable("wrong-usage", detail="--form FORM | --list")
    wanted = options.rounds.split(",") if options.rounds else None
    with open_workspace(options.workspace, Office.HOME_AFFAIRS) as workspace:
        report = reporting.read(workspace, wanted)
        if form is not None:
            return _fill(session, form, options.to, report)
        if options.to.suffix.lower() != ".xlsx":
            raise Mendable("wrong-usage", detail=f"{options.to.name}: .xlsx")
        write_whole(options.to, filling.placeholder_list(report, session.words))
    session.line("placeholders-written", file=str(options.to))
    return Outcome(DONE)


def _fill(session: Session, form: Path, target: Path, report: Report) -> Outcome:
    package = form_filling.read(form)
    form_filling.check_target(form, package.kind, target)
    made = form_filling.fill(package, report)
    write_whole(target, made.content)
    if session.options.json:
        found = {"form": str(form), "file": str(target), **filling.as_json(made, session.words)}
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        _say(session, made, target)
    return Outcome(REFUSED if made.left else DONE)


def _say(session: Session, made: FilledForm, target: Path) -> None:
    session.line("form-filled", count=len(made.filled), all=len(made.lines), file=str(target))
    for line in made.lines:
        remark = _remark(session, line)
        if remark:
            where = filling.place(line.place, session.words)
            session.line("form-line", placeholder=line.raw, place=where, remark=remark)


def _remark(session: Session, line: Line) -> str:
    match line.outcome:
        case Left():
            return filling.reason(line.outcome, session.words)
        case Filled(coverage=coverage) if coverage:
            return filling.remark(line.outcome, session.words)
    return ""
