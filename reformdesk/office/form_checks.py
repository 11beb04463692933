"""What a spreadsheet checks while a form's cell is filled in, and what it says there."""

from __future__ import annotations

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core.catalogue import Catalogue, Kind
from reformdesk.core.values import format_plain
from reformdesk.office import form_words as words
from reformdesk.office.form_layout import LayoutRow, Part

_LONGEST_PROMPT, _LONGEST_TITLE = 255, 32
"""What the file format allows."""


def add_checks(sheet: Worksheet, cell: str, row: LayoutRow, part: Part, catalogue: Catalogue, language: str) -> None:
    """Let a cell take only what can be an answer, and say at the cell what that is."""
    kind = catalogue.indicators[row.indicator].kind
    if part is Part.WORDS:
        check = DataValidation(allow_blank=True)
        prompt = words.EXPLAIN_PROMPT.text(language)
    elif row.block:
        check = DataValidation(type="custom", formula1=_number(cell, catalogue, kind, statuses=False), allow_blank=True)
        prompt = words.BLOCK_PROMPT.text(language) + ". " + words.BLANK.text(language)
    else:
        check = _check(cell, kind, catalogue)
        parts = (f"{words.PROMPTS[kind].text(language)}.", words.OR_STATUS, words.BLANK)
        prompt = " ".join(one if isinstance(one, str) else one.text(language) for one in parts)
    check.promptTitle = row.name[:_LONGEST_TITLE]
    check.prompt = prompt[:_LONGEST_PROMPT]
    check.showInputMessage = True
    if check.type is not None:
        check.errorTitle = words.WRONG.text(language)[:_LONGEST_TITLE]
        check.error = prompt[:_LONGEST_PROMPT]
        check.showErrorMessage = True
    check.add(cell)
    sheet.add_data_validation(check)


def _check(cell: str, kind: Kind, catalogue: Catalogue) -> DataValidation:
    if kind is Kind.MARK:
        return DataValidation(type="list", formula1=f'"{",".join(("x", "0", *words.STATUSES))}"', allow_blank=True)
    if kind is Kind.TEXT:
        return DataValidation(allow_blank=True)
    return DataValidation(type="custom", formula1=_number(cell, catalogue, kind, statuses=True), allow_blank=True)


def _number(cell: str, catalogue: Catalogue, kind: Kind, *, statuses: bool) -> str:
    """Return the formula that holds for a number of a kind or, if ``statuses``, an answer that is no figure."""
    limits = []
    if not kind.takes_fraction:
        limits += [f"{cell}>=0", f"{cell}=INT({cell})"]
    for rule in catalogue.rules:
        if rule.kind == "range" and kind in rule.kinds:
            limits += [f"{cell}>={format_plain(rule.least)}", f"{cell}<={format_plain(rule.most)}"]
    number = f"AND({','.join(limits)})" if limits else "TRUE"
    same = ",".join(f'{cell}="{one}"' for one in words.STATUSES)
    other = f"OR({same})" if statuses else "FALSE"
    # IF, since AND and OR also reckon what does not matter, and fail at text
    return f"IF(ISNUMBER({cell}),{number},{other})"
