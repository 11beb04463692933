"""Forms of somebody else's in words: where each placeholder stands, why it was left, and the list of all there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reformdesk.core.report import Report
from reformdesk.core.values import Number, is_answer, write
from reformdesk.filling_sentences import LIST, PLACES, REASONS, REMARKS
from reformdesk.office import list_xlsx, printed_places
from reformdesk.office.form_answers import Filled, Left
from reformdesk.office.form_filling import FilledForm
from reformdesk.office.form_runs import Line, Place, Where
from reformdesk.office.list_xlsx import Entry
from reformdesk.office.placeholders import What
from reformdesk.words import Words

_WIDTHS = (7, 8, 52, 14, 44, 20, 18)
_COLUMNS = ("table", "number", "name", "unit", "placeholder", "printed", "value")


def place(one: Place, words: Words) -> str:
    """Return where a placeholder stands, as one tells somebody who has the form open."""
    if one.where is Where.PARAGRAPH:
        return one.text
    if one.where is Where.TABLE:
        table, row, column = one.at.split(", ")
        return words.say("filling", PLACES["table"], table=table, row=row, column=column)
    name = "comment-in-text" if one.where is Where.COMMENT and not one.sheet else one.where.value
    return words.say("filling", PLACES[name], sheet=one.sheet, at=one.at, text=one.text or one.sheet)


def reason(left: Left, words: Words) -> str:
    """Return why a placeholder stays as it is."""
    params = dict(left.params)
    code = f"{left.code}-{params['period']}" if left.code == "period-missing" else left.code
    return words.say("filling", REASONS[code], **params)


def remark(filled: Filled, words: Words) -> str:
    """Return what to know of what was filled; empty where there is nothing."""
    if filled.coverage:
        return words.say("filling", REMARKS["coverage"], coverage=filled.coverage)
    return words.say("filling", REMARKS["empty"]) if not filled.text and filled.what is What.NOTE else ""


def as_json(form: FilledForm, words: Words) -> dict[str, Any]:
    """Return what became of each placeholder; codes and ids are stable, messages in the user's language."""
    return {
        "filled": [{**_where(line, words), **_filled(line.outcome)} for line in form.filled],
        "left": [
            {**_where(line, words), "reason": line.outcome.code, "message": reason(line.outcome, words)}
            for line in form.left
            if isinstance(line.outcome, Left)
        ],
    }


def _where(line: Line, words: Words) -> dict[str, Any]:
    return {
        "placeholder": line.raw,
        "kind": line.place.where.value,
        "sheet": line.place.sheet or None,
        "at": line.place.at or None,
        "place": place(line.place, words),
    }


def _filled(outcome: object) -> dict[str, Any]:
    if not isinstance(outcome, Filled):
        raise TypeError(outcome)
    return {
        "text": outcome.text,
        "indicator": outcome.indicator,
        "round": outcome.round,
        "agency": outcome.agency or None,
        "what": outcome.what.value,
        "coverage": outcome.coverage or None,
    }


def placeholder_list(report: Report, words: Words) -> bytes:
    """Return the workbook of all placeholders of the report's newest round, with the value that each has now."""
    newest = report.parts[-1]
    rows = [_row(report, name, words) for name in newest.totals]
    titles = (_say(words, "title"), _say(words, "about", round=newest.round.title.text(words.language)))
    header = [_say(words, name) for name in _COLUMNS]
    return list_xlsx.workbook(titles, _say(words, "sheet"), header, rows, _WIDTHS)


def _row(report: Report, name: str, words: Words) -> Sequence[Entry]:
    newest = report.parts[-1]
    catalogue = newest.round.catalogue
    indicator, value = catalogue.indicators[name], newest.totals[name].value
    table, _ = catalogue.place_of(name)
    printed = printed_places.path_of(catalogue, name)
    shown: Entry = value.amount if isinstance(value, Number) else write(value, indicator) if is_answer(value) else ""
    return (
        table.id,
        catalogue.printed_number(name),
        indicator.name.text(words.language),
        indicator.unit.text(words.language),
        f"{{{{{name}}}}}",
        f"{{{{{printed}}}}}" if printed else "",
        shown,
    )


def _say(words: Words, name: str, **params: object) -> str:
    return words.say("filling", LIST[name], **params)
