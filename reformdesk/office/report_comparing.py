"""A printed report beside the same report made anew: each figure and each word that differs, by its place in print.

Neither rounding nor letters nor the order of a list is a difference; what the office fills into a document by
hand (its number, the date, who signs) is none either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from reformdesk.core.report import PrintedTable
from reformdesk.office import data_comparing, origin_sheet, report_reading
from reformdesk.office.line_matching import matched
from reformdesk.office.report_file import Kind
from reformdesk.office.report_places import LONGEST_LABEL, Altered, Judged, Place, What, at, named, same
from reformdesk.office.report_reading import Line, Paper, PaperTable, text_of


def compare(kind: Kind, printed: bytes, expected: bytes, judged: Judged) -> Iterator[Altered]:
    """Yield what differs, in the order of the report.

    Raises :class:`ValueError`, and whatever the parsers raise on a mangled file.
    """
    by_kind: Mapping[Kind, Callable[[bytes, bytes, Judged], Iterator[Altered]]] = {
        Kind.WORKBOOK: _workbooks,
        Kind.DOCUMENT: _documents,
        Kind.LINES: data_comparing.lists,
        Kind.DATA: data_comparing.data,
    }
    for one in by_kind[kind](printed, expected, judged):
        if (one.round, one.indicator) in judged.unsure:
            continue
        if judged.figures_only and not (one.what is What.FIGURE and one.indicator):
            continue
        yield one


def _table(
    place: Place, printed: Iterable[tuple[int, Line]], expected: Iterable[tuple[int, Line]], address: str
) -> Iterator[Altered]:
    """Compare two tables whose lines come with their numbers, counted from one; ``address`` fits a cell's."""
    for due, found in matched(expected, printed, place.akin):
        if due is None and found is not None:
            shown = " | ".join(filter(None, (cell.words for cell in found[1])))
            yield Altered(What.ROW_ADDED, place.name, row=shown[:LONGEST_LABEL], where=str(found[0]))
        elif due is not None and found is None:
            concerns = place.concerns(due[1], due[0] - 1, 0) if place.printed is None else {}
            yield Altered(What.ROW_MISSING, place.name, place.row(due[1], due[0] - 1), where=str(due[0]), **concerns)
        elif due is not None and found is not None and due[1] != found[1]:
            yield from _row(place, found, due, address)


def _row(place: Place, found: tuple[int, Line], due: tuple[int, Line], address: str) -> Iterator[Altered]:
    turn = due[0] - 1
    for column in range(max(len(found[1]), len(due[1]))):
        shown, should = at(found[1], column), at(due[1], column)
        if same(should, shown):
            continue
        concerns = place.concerns(due[1], turn, column)
        is_figure = should.number is not None or (place.printed is not None and bool(concerns))
        yield Altered(
            What.FIGURE if is_figure else What.WORDS,
            place.name,
            place.row(due[1], turn),
            place.column(column, turn),
            f"={shown.words.removeprefix('=')}" if shown.formula else shown.words,
            should.words,
            where=address.format(column=report_reading.column(column), row=found[0]),
            **concerns,
        )


def _workbooks(printed: bytes, expected: bytes, judged: Judged) -> Iterator[Altered]:
    found, due = report_reading.workbook(printed), report_reading.workbook(expected)
    tables = {table.id: table for table in judged.tables}
    # what the sheet of the origin says was followed already
    done = report_reading.untouched(printed, expected) | {origin_sheet.SHEET}
    for name in due.sheetnames:
        if name in done:
            continue
        if name not in found.sheetnames:
            yield Altered(What.TABLE_MISSING, name)
            continue
        heads = next(report_reading.lines(due, name), (1, ()))[1]
        place = named(name, heads, tables.get(name))
        address = f"{name}!{{column}}{{row}}"
        yield from _table(place, report_reading.lines(found, name), report_reading.lines(due, name), address)
    for name in found.sheetnames:
        if name not in due.sheetnames:
            yield Altered(What.TABLE_ADDED, name)


# a document


def _documents(printed: bytes, expected: bytes, judged: Judged) -> Iterator[Altered]:
    found, due = report_reading.document(printed), report_reading.document(expected)
    yield from _paper_tables(found, due, judged)
    yield from _charts(found, due, judged.loose)
    yield from _paragraphs(found.paragraphs, due.paragraphs, judged)


def _paper_tables(found: Paper, due: Paper, judged: Judged) -> Iterator[Altered]:
    """Compare the tables with figures; those that set a letter's head and the signature are the office's to fill."""
    figures = [table for table in due.tables if table.repeats]
    paired, left = _paired(figures, list(found.tables))
    unprinted = list(judged.tables)
    for table, other in paired:
        heads = table.rows[0] if table.rows else ()
        printed = _printed_as(table, unprinted)
        place = named(printed.id if printed is not None else table.title[:LONGEST_LABEL], heads, printed)
        if other is None:
            yield Altered(What.TABLE_MISSING, place.name)
        else:
            yield from _table(place, enumerate(other.rows, 1), enumerate(table.rows, 1), "{row}")
    if judged.begins:
        # the office's own tables stand beside ours
        return
    for table in _beyond(left, [table for table in due.tables if not table.repeats]):
        yield Altered(What.TABLE_ADDED, table.title[:LONGEST_LABEL])


def _charts(found: Paper, due: Paper, loose: Collection[str]) -> Iterator[Altered]:
    """Compare the figures that charts are drawn from; when files came is drawn as it is told."""
    shown = {chart.title: chart for chart in found.charts}
    for chart in due.charts:
        other = shown.pop(chart.title, None)
        if loose and chart.title == due.charts[0].title:
            continue
        if other is None:
            yield Altered(What.TABLE_MISSING, chart.title)
            continue
        place = Place(chart.title, chart.rows[0] if chart.rows else (), (0,))
        for one in _table(place, enumerate(other.rows, 1), enumerate(chart.rows, 1), ""):
            yield replace(one, what=What.FIGURE) if one.what is What.WORDS and one.row else one
    for title in shown:
        yield Altered(What.TABLE_ADDED, title)


def _paired(
    due: Sequence[PaperTable], found: list[PaperTable]
) -> tuple[list[tuple[PaperTable, PaperTable | None]], list[PaperTable]]:
    """Return each table with the one that stands for it, and the tables that stand for none."""
    heads = [[table.rows[:1] for table in tables] for tables in (due, found)]
    pairs: dict[int, int] = {}
    for tag, a, b, c, d in SequenceMatcher(None, heads[0], heads[1], autojunk=False).get_opcodes():
        if tag == "equal":
            pairs |= dict(zip(range(a, b), range(c, d), strict=True))
            continue
        # a heading may have been changed: what is as wide and stands where it should is that table
        free = list(range(c, d))
        for one in range(a, b):
            wide = next((other for other in free if _width(found[other]) == _width(due[one])), None)
            if wide is not None:
                pairs[one] = wide
                free = [other for other in free if other > wide]
    taken = set(pairs.values())
    left = [table for place, table in enumerate(found) if place not in taken]
    return [(table, found[pairs[place]] if place in pairs else None) for place, table in enumerate(due)], left


def _width(table: PaperTable) -> int:
    return max(map(len, table.rows), default=0)


def _printed_as(table: PaperTable, unprinted: list[PrintedTable]) -> PrintedTable | None:
    """Return which of the printed tables a document's table is, and take it off the list."""
    heads = tuple(head.text for head in table.rows[0]) if table.rows else ()
    for place, one in enumerate(unprinted):
        if tuple(map(text_of, one.header)) == heads and len(one.rows) + 1 == len(table.rows):
            return unprinted.pop(place)
    return None


def _beyond(left: Sequence[PaperTable], frames: Sequence[PaperTable]) -> list[PaperTable]:
    """Return the tables that are neither head nor signature, which keep most of their words when they are filled."""
    beyond = list(left)
    for frame in frames:
        if beyond:
            beyond.remove(max(beyond, key=lambda table: _common(table, frame)))
    return beyond


def _common(table: PaperTable, frame: PaperTable) -> float:
    a, b = (Counter(" ".join(cell.text for row in one.rows for cell in row).split()) for one in (table, frame))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


_BLANK_TO_FILL = re.compile(r"[.…]{3,}|\s{3,}")


def _paragraphs(found: Sequence[str], due: Sequence[str], judged: Judged) -> Iterator[Altered]:
    shown = [text_of(one) for one in found]
    wanted = [_filled(one, shown) for one in due]
    if judged.begins in wanted:
        wanted = wanted[wanted.index(judged.begins) :]
    for tag, a, b, c, d in SequenceMatcher(None, wanted, shown, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for place in range(max(b - a, d - c)):
            should = wanted[a + place] if a + place < b else ""
            stands = shown[c + place] if c + place < d else ""
            is_foreign = judged.begins and not should
            if not is_foreign and (not should or should not in judged.loose):
                yield Altered(What.WORDS, "", printed=stands, expected=should)


def _filled(text: str, shown: Sequence[str]) -> str:
    """Return a paragraph as the office filled its blanks; as it was printed where it has none."""
    pieces = [text_of(piece) for piece in _BLANK_TO_FILL.split(text.strip())]
    if len(pieces) > 1:
        return next((one for one in shown if _has_in_order(one, pieces)), text_of(text))
    return text_of(text)


def _has_in_order(text: str, pieces: Sequence[str]) -> bool:
    """Whether a text begins and ends with the first and the last piece and has the others between, in their order.

    No regular expression: it would try every way to place them, and a stranger's paragraph could make it never end.
    """
    first, *middle, last = pieces
    end = len(text) - len(last)
    if not (text.startswith(first) and text.endswith(last)) or end < len(first):
        return False
    at = len(first)
    for piece in middle:
        found = text.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return True
