"""The tables that a list of indicators names: known ones by number or title, new ones with their areas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reformdesk.core.catalogue import Label
from reformdesk.core.catalogue_writing import short_name, tiny_name
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.listed_indicators import Asked
from reformdesk.core.listed_rows import Line, Problem
from reformdesk.core.table_edits import AddArea, AddTable, RetitleTable
from reformdesk.core.text import fold

_MOST_OF_AN_ID = 20
_OPENINGS = ("bieu ", "bang ", "table ")


class Tables:
    """What the rows of a list say of tables, before the rows themselves are looked at."""

    def __init__(self, edition: Edition, asked: Sequence[Asked]) -> None:
        self._asked = asked
        self._known = {fold(str(one["id"])): str(one["id"]) for one in edition.source["tables"]}
        self._known |= {fold(one["title"]): str(one["id"]) for one in reversed(edition.source["tables"])}
        self._titles = {str(one["id"]): one for one in edition.source["tables"]}
        self._areas = {fold(str(one["id"])): str(one["id"]) for one in edition.source["areas"]}
        self._areas |= {fold(one["title"]): str(one["id"]) for one in edition.source["areas"]}
        self._areas |= {fold(one["short"]["vi"]): str(one["id"]) for one in edition.source["areas"]}
        self._unknown: list[Problem] = []

    def edits(self) -> Iterator[tuple[Line, Edit]]:
        """Yield, each with the row that says so, what retitles known tables and what adds new ones."""
        titled: set[str] = set()
        for asked in self._asked:
            table = self._table(asked)
            title = asked.title
            if not title or table in titled:
                continue
            if table in self._titles:
                titled.add(table)
                old = self._titles[table]
                if title != old["title"]:
                    yield asked.line, RetitleTable(table, title, old.get("title_en", ""))
            elif not table:
                yield from self._new(asked)
                titled.add(self._table(asked))

    def _new(self, asked: Asked) -> Iterator[tuple[Line, Edit]]:
        name = self._bare(asked)[:_MOST_OF_AN_ID]
        prefix = name.partition(".")[0]
        area = self._areas.get(fold(asked.area or prefix), "")
        if not area and not asked.area:
            self._unknown.append(asked.line.problem("list-area-missing", "area", table=asked.table))
            return
        if not area:
            area = prefix if fold(prefix) not in self._areas else asked.area[:_MOST_OF_AN_ID]
            self._areas |= {fold(asked.area): area, fold(area): area}
            short, tiny = Label(short_name(asked.area), ""), Label(tiny_name(asked.area), "")
            yield asked.line, AddArea(asked.area, short, tiny, area)
        self._known |= {fold(name): name, fold(asked.title): name}
        yield asked.line, AddTable(area, asked.title, id=name)

    def placed(self, told: Callable[[Problem], None]) -> list[tuple[Asked, str]]:
        """Return the rows with their tables' ids; a table that there is not is told where it is named first."""
        found = []
        missing = {fold(dict(one.params)["table"]) for one in self._unknown}
        for problem in self._unknown:
            told(problem)
        for asked in self._asked:
            table = self._table(asked)
            if table:
                found.append((asked, table))
            elif fold(asked.table) not in missing:
                missing.add(fold(asked.table))
                told(asked.line.problem("list-table-unknown", "table", text=asked.table))
        return found

    def _table(self, asked: Asked) -> str:
        return self._known.get(fold(asked.table), "") or self._known.get(fold(self._bare(asked)), "")

    def _bare(self, asked: Asked) -> str:
        folded = fold(asked.table)
        opening = next((one for one in _OPENINGS if folded.startswith(one)), "")
        return asked.table[len(opening) :].strip()
