"""The verbs of the Excel form, as operations of core for the workspace's worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reformdesk.core import entry, proposals
from reformdesk.core.changes import Changes
from reformdesk.core.outfile import write_whole
from reformdesk.core.proposals import Proposal
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.office import form_reading, form_template, workbook_file
from reformdesk.office.form_reading import FormRead
from reformdesk.office.form_template import Filled
from reformdesk.ui.workspace import Operation


def is_workbook(path: Path) -> Callable[[Workspace], bool]:
    """Look whether a file is a spreadsheet."""
    return lambda _: workbook_file.is_workbook(path)


def write_form(round_: Round, target: Path, language: str) -> Operation[Path]:
    """Write the agency's form of a round, with the answers so far."""

    def operation(workspace: Workspace) -> tuple[Path, Changes]:
        workspace.require_sound()
        filled = Filled(round_, workspace.owner, entry.answers(workspace, round_.id), language)
        write_whole(target, form_template.workbook(filled))
        return target, Changes.NOTHING

    return operation


def read_form(path: Path, round_: Round, language: str) -> Callable[[Workspace], tuple[FormRead, tuple[Proposal, ...]]]:
    """Read a form back and hold it against the answers as they stand now; nothing is written."""

    def reading(workspace: Workspace) -> tuple[FormRead, tuple[Proposal, ...]]:
        form = form_reading.read_form(path, round_, workspace.owner, language)
        answers = entry.answers(workspace, round_.id)
        return form, proposals.weigh(round_, workspace.owner, answers, form.offers, form.style)

    return reading
