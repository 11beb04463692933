"""The list of what is to be typed, in words: for the window, as a workbook, as CSV and as plain text."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from pathlib import PurePath

from reformdesk.core import rekeying
from reformdesk.core.rekeyed import WHOLE, Sheet
from reformdesk.core.rekeying import Line, State, Typing
from reformdesk.core.rekeying_order import Unmatched
from reformdesk.core.text import sentence
from reformdesk.core.values import Mark, Number, Status, Text, Value
from reformdesk.errors import Mendable
from reformdesk.office import list_xlsx
from reformdesk.office.harmless import harmless
from reformdesk.rekeying_sentences import REKEYING
from reformdesk.words import Words

_HEADER = ("place", "number", "name", "unit", "figure", "choice", "note", "state")
_WIDTHS = (6, 9, 52, 14, 16, 26, 44, 22)


def name_of(line: Line, words: Words) -> str:
    """Return what a line is called: its indicator, and whose rate it is where there are several."""
    name = line.indicator.name.text(words.language)
    return name if line.block is None else say(words, "block", name=name, block=line.block.name.text(words.language))


def unit_of(line: Line, words: Words) -> str:
    """Return the unit of a line's figure; empty for what is none."""
    return (line.unit_meant or line.indicator.unit.text(words.language)) if line.is_figure else ""


def choice(value: Value, words: Words) -> str:
    """Return what to do in the other program where a value is no figure; empty for a figure."""
    match value:
        case Status.BLANK:
            return say(words, "blank")
        case Status():
            return say(words, "choose", answer=words.answer(value.value))
        case Mark(held):
            return say(words, "choose", answer=words.answer("held" if held else "not-held"))
        case Text(text):
            return say(words, "words", text=text)
        case _:
            return ""


def remarks(line: Line, words: Words) -> list[str]:
    """Return what is to be known of a figure before it is copied."""
    said = [
        sentence(words.remark(one.about, **{name: text or words.answer("blank") for name, text in one.params}))
        for one in line.remarks
    ]
    if line.unit_meant:
        asked = line.indicator.unit.text(words.language)
        said.append(say(words, "unit", unit=line.unit_meant, asked=asked))
    return said


def how_far(line: Line, typing: Typing, words: Words) -> str:
    """Return whether a line was carried over, and as what, where it has changed since."""
    if line.carried is None:
        return ""
    if line.state is State.DONE:
        return say(words, "carried")
    before = short(line.carried.value, line, typing, words)
    return say(words, "changed", before=before, now=short(line.value, line, typing, words))


def short(value: Value, line: Line, typing: Typing, words: Words) -> str:
    """Return a value of a line in a few letters, such as for a column of figures."""
    match value:
        case Number():
            return rekeying.typed(value, line.indicator, typing)
        case Status.BLANK:
            return say(words, "empty")
        case Status():
            return words.answer(value.value)
        case Mark(held):
            return words.answer("held" if held else "not-held")
        case Text(text):
            return f"“{text}”"
        case _:
            return ""


def whose(sheet: Sheet, words: Words) -> str:
    """Return whose figures they are."""
    if sheet.agency == WHOLE:
        return say(words, "whole")
    return sheet.round.by_id[sheet.agency].text(words.language)


def as_file(file_name: str, sheet: Sheet, typing: Typing, words: Words) -> bytes:
    """Return the list as the file that ``file_name`` names; raises ``Mendable('unknown-type')``."""
    suffix = PurePath(file_name).suffix.lower()
    writer = WRITERS.get(suffix)
    if writer is None:
        raise Mendable("unknown-type", file=file_name)
    return writer(sheet, typing, words)


def _workbook(sheet: Sheet, typing: Typing, words: Words) -> bytes:
    """Return .xlsx bytes; figures are numbers there, whatever the other program wants."""
    header = [say(words, f"header-{name}") for name in _HEADER]
    rows = []
    for line in sheet.lines:
        cells: list[list_xlsx.Entry] = [*_cells(line, typing, words)]
        if isinstance(line.value, Number):
            cells[_HEADER.index("figure")] = line.value.amount
        rows.append(cells)
    titles = (say(words, "title"), about(sheet, words))
    return list_xlsx.workbook(titles, say(words, "sheet"), header, rows, _WIDTHS)


def _table(sheet: Sheet, typing: Typing, words: Words) -> bytes:
    """Return CSV: UTF-8 with BOM, each figure as it is typed."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([say(words, f"header-{name}") for name in _HEADER])
    for line in sheet.lines:
        cells = _cells(line, typing, words)
        writer.writerow([cell if line.is_figure and at == 4 else harmless(cell) for at, cell in enumerate(cells)])
    return buffer.getvalue().encode("utf-8-sig")


def _text(sheet: Sheet, typing: Typing, words: Words) -> bytes:
    """Return lines to read or to paste: number, name, figure or what to choose, parted by tabs."""
    lines = [about(sheet, words)]
    for line in sheet.lines:
        figure = rekeying.typed(line.value, line.indicator, typing) or choice(line.value, words)
        lines.append("\t".join(" ".join(one.split()) for one in (line.number, name_of(line, words), figure)))
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


Writer = Callable[[Sheet, Typing, Words], bytes]
WRITERS: Mapping[str, Writer] = {".xlsx": _workbook, ".csv": _table, ".txt": _text}
"""How the list is written, by the ending of the file's name."""


def about(sheet: Sheet, words: Words) -> str:
    """Return which figures a list has."""
    title = sheet.round.title.text(words.language)
    return say(
        words,
        "about",
        round=title,
        whose=whose(sheet, words),
        figures=sum(line.is_figure for line in sheet.lines),
        count=len(sheet.lines),
    )


def unmatched(found: Sequence[Unmatched], words: Words) -> list[str]:
    """Return what of a given order leads to no indicator, a line each."""
    return [say(words, f"unmatched-{one.trouble}", line=one.line, text=one.text) for one in found]


def say(words: Words, name: str, /, **params: object) -> str:
    """Return a sentence of :data:`reformdesk.rekeying_sentences.REKEYING`."""
    return words.say("rekeying", REKEYING[name], **params)


def _cells(line: Line, typing: Typing, words: Words) -> list[str]:
    notes = remarks(line, words)
    if not line.listed:
        notes.insert(0, sentence(say(words, "not-listed")))
    return [
        str(line.place),
        line.number,
        name_of(line, words),
        unit_of(line, words),
        rekeying.typed(line.value, line.indicator, typing),
        choice(line.value, words),
        " ".join(notes),
        how_far(line, typing, words),
    ]
