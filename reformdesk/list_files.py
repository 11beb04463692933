"""Lists of agencies and of indicators as workbooks: taken into an edition, written as forms, refused in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reformdesk.core import agency_list, agency_list_form, indicator_list, indicator_list_form
from reformdesk.core.agency_edits import TakeRegister
from reformdesk.core.catalogue import Label
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.edition_edits import Several
from reformdesk.core.listed_rows import Problem
from reformdesk.errors import Mendable
from reformdesk.list_sentences import LISTS
from reformdesk.office import list_forms
from reformdesk.words import Words


class ListKind(StrEnum):
    """What a list is of."""

    AGENCIES = "agencies"
    INDICATORS = "indicators"


_TITLES = {
    ListKind.AGENCIES: Label("Danh sách đơn vị từ {file}", "List of agencies from {file}"),
    ListKind.INDICATORS: Label("Danh sách chỉ tiêu từ {file}", "List of indicators from {file}"),
}


@dataclass(frozen=True)
class Listed:
    """What a list comes to: one step of drawing the edition, ``None`` where it is refused or changes nothing.

    ``problems`` are what it is refused for, and beside them, or where it is taken, what is worth knowing.
    """

    step: Edit | None
    problems: tuple[Problem, ...]

    @property
    def is_refused(self) -> bool:
        """Whether something in it has to be mended first."""
        return any(one.blocks for one in self.problems)


def read(kind: ListKind, path: Path, edition: Edition) -> Listed:
    """Read a list and lay it over an edition. Raises ``Mendable``: what reading a workbook raises."""
    sheets = list_forms.read(path)
    title = Label(*(text.format(file=path.name) for text in (_TITLES[kind].vi, _TITLES[kind].en)))
    if kind is ListKind.AGENCIES:
        agencies = agency_list.read(sheets, edition.register, edition.catalogue)
        is_new = agencies.register != edition.register
        return Listed(Several((TakeRegister(agencies.register),), title) if is_new else None, agencies.problems)
    indicators = indicator_list.read(sheets, edition)
    return Listed(Several(indicators.edits, title) if indicators.edits else None, indicators.problems)


def form(kind: ListKind, edition: Edition, language: str) -> bytes:
    """Return the workbook to fill in: it has what there is already, and read back as it is it changes nothing."""
    if kind is ListKind.AGENCIES:
        return list_forms.workbook(agency_list_form.forms(edition.register, language), language)
    return list_forms.workbook([indicator_list_form.form(edition, language)], language)


def say(problem: Problem, words: Words) -> str:
    """Return what is wrong, behind where it is."""
    reason = reason_of(problem, words)
    place = "at-cell" if problem.row and problem.column else "at-row" if problem.row else "at-sheet"
    if not problem.sheet:
        return reason
    at = {"sheet": problem.sheet, "row": problem.row, "column": problem.column}
    return words.say("lists", LISTS[place], reason=reason, **at)


def reason_of(problem: Problem, words: Words) -> str:
    """Return what is wrong, without where."""
    params: dict[str, object] = dict(problem.params)
    if problem.code in LISTS:
        return words.say("lists", LISTS[problem.code], **params)
    return words.error(Mendable(problem.code, **params))


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """Return problems as one mends them: errors first, then sheet by sheet and row by row."""
    sheets = list(dict.fromkeys(one.sheet for one in problems))
    return sorted(problems, key=lambda one: (not one.blocks, sheets.index(one.sheet), one.row))
