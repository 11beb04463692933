"""What was typed, chosen or moved in a table of an edition, as the step of the draft that it is."""

from __future__ import annotations

from reformdesk.core.catalogue import Catalogue, Consolidation, Kind, Label, Reporter, Table
from reformdesk.core.edition import Edit
from reformdesk.core.indicator_edits import Assign, ChangeKind, ChangeUnit, Consolidate, Retire
from reformdesk.core.nesting import end_of
from reformdesk.core.table_edits import HeadColumn, MoveColumn, MoveRow, RemoveRow, Renumber, RewordRow
from reformdesk.ui.models.edition_rows import KIND, NAME, NUMBER, REPORTER, SHARES, UNIT, PrintedLine


def written(catalogue: Catalogue, line: PrintedLine, column: int, value: object, language: str) -> Edit | None:
    """Return what a cell's new text or choice asks for; names and units are those of the interface's language."""
    text = " ".join(str(value).split())
    if column == NUMBER:
        return Renumber(line.table, line.place, text)
    if column == NAME:
        return _named(line, text, language)
    indicator = catalogue.indicators.get(line.indicator)
    if indicator is None:
        return None
    match column, value:
        case (c, Kind() as kind) if c == KIND:
            return ChangeKind(indicator.id, kind)
        case (c, Reporter() as reporter) if c == REPORTER:
            return Assign((indicator.id,), reporter)
        case (c, Consolidation() as how) if c == SHARES and how is not Consolidation.RATE:
            return Consolidate(indicator.id, how)
        case (c, _) if c == UNIT:
            english = language == "en" and bool(indicator.unit.en)
            unit = Label(indicator.unit.vi, text) if english else Label(text, indicator.unit.en)
            printed = indicator.written_unit
            return ChangeUnit(indicator.id, unit, unit.vi if printed == indicator.unit.vi else printed)
    return None


def _named(line: PrintedLine, text: str, language: str) -> Edit:
    if line.is_column:
        return HeadColumn(line.table, line.place, text)
    if language == "en" and line.name_en:
        return RewordRow(line.table, line.place, line.name, text)
    return RewordRow(line.table, line.place, text, line.name_en)


def taken_out(line: PrintedLine) -> Edit:
    """Return what takes a line out: its indicator is retired, or the row removed that only structured."""
    return Retire(line.indicator) if line.indicator else RemoveRow(line.table, line.place)


def moved(table: Table, line: PrintedLine, step: int) -> Edit | None:
    """Return what moves a row with all that is nested in it, or a column, one place among its like.

    ``None`` where it stands at the end already.
    """
    if line.is_column:
        return _moved_column(table, line, step)
    rows = table.rows
    levels = [row.level for row in rows]
    if step > 0:
        end = end_of(levels, line.place)
        if end >= len(rows) or rows[end].level < line.level:
            return None
        return MoveRow(line.table, line.place, line.place + end_of(levels, end) - end, line.level)
    before = next((at for at in reversed(range(line.place)) if rows[at].level <= line.level), None)
    if before is None or rows[before].level < line.level:
        return None
    return MoveRow(line.table, line.place, before, line.level)


def _moved_column(table: Table, line: PrintedLine, step: int) -> Edit | None:
    """Return what moves a column past the next one that asks; others keep their places."""
    asking = [place for place, column in enumerate(table.columns) if column.indicator]
    at = asking.index(line.place) + step
    return MoveColumn(line.table, line.place, asking[at]) if 0 <= at < len(asking) else None


def nested(line: PrintedLine, step: int) -> Edit | None:
    """Return what nests a row deeper or less deep where it stands."""
    deep = line.level + step
    return MoveRow(line.table, line.place, line.place, deep) if deep >= 0 and not line.is_column else None
