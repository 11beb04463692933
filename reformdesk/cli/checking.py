"""Commands for anyone: the sample province, and the program itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reformdesk import screen
from reformdesk.cli.session import DONE, PASSPHRASE, REFUSED, Outcome, Session
from reformdesk.core import health, merged, reporting, sample, store
from reformdesk.core.outfile import write_whole
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.office import export


def demo(session: Session) -> Outcome:
    """Play the sample province into a folder."""
    target: Path = session.options.to

    def progress(round_id: str, number: int, count: int) -> None:
        if number == count:
            session.line("demo-playing", round=round_id, number=number, count=count)
            sys.stdout.flush()

    passphrase = os.environ.get(PASSPHRASE) or sample.DEFAULT_PASSPHRASE
    path = sample.play(target, passphrase, progress)
    sample.play_two_level(target, passphrase, progress)
    with store.open_workspace(path) as workspace:
        write_printed(workspace, target)
        write_two_level(workspace, target)
        state = merged.digest(workspace)
    session.line("demo-done", folder=str(target), digest=state)
    return Outcome(DONE, None if session.options.no_window or not screen.is_there() else path)


def write_printed(workspace: Workspace, target: Path) -> None:
    """Write the reports on the rounds of the printed tables."""
    _write(workspace, target, sample.read_sample().round_ids, ("report.xlsx", "report.docx", "report.csv"))


def write_two_level(workspace: Workspace, target: Path) -> None:
    """Write a report on each round that came after the district level, in its own indicator set."""
    for round_id in sample.read_two_level().round_ids:
        _write(workspace, target, (round_id,), (f"report-{round_id}.xlsx",))


def _write(workspace: Workspace, target: Path, round_ids: Sequence[str], names: Sequence[str]) -> None:
    report = reporting.read(workspace, round_ids)
    for name in names:
        write_whole(target / name, export.render(name, report))


def doctor(session: Session) -> Outcome:
    """Check the program itself, and a workspace where one is given."""
    checks = health.self_check(session.now)
    checks.append(health.attempt("window", session.window_check))
    if session.options.workspace:
        checks += health.workspace_check(session.options.workspace)
    for check in checks:
        if check.problem:
            problem = check.problem
            words = session.words.error(problem) if isinstance(problem, ReformDeskError) else str(problem)
            session.complain(session.words.command("doctor-bad", what=check.what, problem=words))
        else:
            session.line("doctor-good", what=f"{check.what} {check.detail}".strip())
    return Outcome(REFUSED if any(check.problem for check in checks) else DONE)
