"""Home Affairs' command on the edition that is being drawn: lists taken in, forms for them, the change note."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reformdesk import list_files
from reformdesk.cli.session import DONE, REFUSED, Outcome, Session, open_workspace
from reformdesk.core import edition_draft, edition_problem, founding, store
from reformdesk.core.changes import Changes
from reformdesk.core.edition import Edition
from reformdesk.core.edition_change import Change
from reformdesk.core.edition_draft import Draft
from reformdesk.core.listed_rows import Problem
from reformdesk.core.outfile import write_whole
from reformdesk.core.store import Office, Workspace
from reformdesk.edition_words import EditionWords
from reformdesk.errors import Mendable
from reformdesk.list_files import Listed, ListKind


def edition(session: Session) -> Outcome:
    """Take a list into the draft, write a form for one, show the change note, or discard the draft."""
    options = session.options
    with open_workspace(options.workspace, Office.HOME_AFFAIRS) as workspace:
        for kind in ListKind:
            source: Path | None = getattr(options, kind.value)
            if source is not None:
                return _take(session, workspace, kind, source)
            target: Path | None = getattr(options, f"{kind.value}_form")
            if target is not None:
                return _write_form(session, workspace, kind, target)
        return _show(session, workspace) if options.show else _discard(session, workspace)


def _take(session: Session, workspace: Workspace, kind: ListKind, source: Path) -> Outcome:
    """Take a list into the draft, which is begun where there is none; a list with an error leaves all as it is."""
    draft = edition_draft.current(workspace)
    listed = list_files.read(kind, source, draft.edition if draft is not None else _base(workspace))
    if listed.step is not None and not listed.is_refused:
        store.backup_if_due(workspace, session.now)
        with workspace.atomic():
            if draft is None:
                base = _base(workspace)
                edition_draft.begin(workspace, base.source, base.register, session.now)
            edition_draft.record(workspace, listed.step, session.now)
    if session.options.json:
        print(json.dumps(_as_json(session, source, listed), ensure_ascii=False, indent=1))
    else:
        _say(session, source, listed)
    return Outcome(REFUSED if listed.is_refused else DONE)


def _base(workspace: Workspace) -> Edition:
    """Return the edition that a draft would be made from."""
    return Edition(founding.foundation(workspace).indicators, founding.agencies_over_time(workspace))


def _result(listed: Listed) -> str:
    return "refused" if listed.is_refused else "unchanged" if listed.step is None else "taken"


def _as_json(session: Session, source: Path, listed: Listed) -> dict[str, Any]:
    problems = [_problem(session, one) for one in list_files.in_order(listed.problems)]
    return {"file": str(source), "result": _result(listed), "problems": problems}


def _problem(session: Session, problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "sheet": problem.sheet or None,
        "row": problem.row or None,
        "column": problem.column or None,
        "message": list_files.reason_of(problem, session.words),
    }


def _say(session: Session, source: Path, listed: Listed) -> None:
    for problem in list_files.in_order(listed.problems):
        session.complain(list_files.say(problem, session.words))
    if listed.is_refused:
        session.complain(session.words.command("list-refused", file=source.name))
    elif listed.step is None:
        session.line("list-unchanged", file=source.name)
    else:
        session.line("list-taken", file=source.name)


def _write_form(session: Session, workspace: Workspace, kind: ListKind, target: Path) -> Outcome:
    if target.suffix.lower() != ".xlsx":
        raise Mendable("unknown-type", file=target.name)
    draft = edition_draft.current(workspace)
    drawn = draft.edition if draft is not None else _base(workspace)
    write_whole(target, list_files.form(kind, drawn, session.words.language))
    session.line("list-form-written", file=str(target))
    return Outcome(DONE)


def _show(session: Session, workspace: Workspace) -> Outcome:
    """Say what the draft has different from what it was made from, and what keeps it from being handed out."""
    draft = edition_draft.required(workspace)
    said = EditionWords(session.words, draft.edition, draft.base)
    changes, problems = draft.changes(), draft.problems()
    if session.options.json:
        print(json.dumps(_shown(draft, said, changes, problems), ensure_ascii=False, indent=1))
    else:
        print(said.text(changes) or session.words.command("draft-unchanged"))
        for problem in problems:
            session.complain(said.problem(problem))
    return Outcome(REFUSED if any(problem.blocks for problem in problems) else DONE)


def _shown(
    draft: Draft, said: EditionWords, changes: Sequence[Change], problems: Sequence[edition_problem.Problem]
) -> dict[str, Any]:
    note = ((paragraph.heading, paragraph.changes) for paragraph in said.note(changes))
    return {
        "base": draft.base.drawn.digest,
        "changes": [
            {"heading": heading, "code": change.code, "message": said.change(change), **_places(change)}
            for heading, those in note
            for change in those
        ],
        "problems": [
            {"severity": one.severity.value, "code": one.code, "message": said.problem(one), **_places(one)}
            for one in problems
        ],
    }


def _places(one: Change | edition_problem.Problem) -> dict[str, str | None]:
    return {name: getattr(one, name) or None for name in ("table", "indicator", "rule", "agency")}


def _discard(session: Session, workspace: Workspace) -> Outcome:
    if edition_draft.discard(workspace) is Changes.NOTHING:
        raise Mendable("no-draft")
    session.line("draft-discarded")
    return Outcome(DONE)
