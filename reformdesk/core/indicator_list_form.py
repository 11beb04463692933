"""An edition's indicators as a list to mend or to add to: read back as it is, it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from reformdesk.core.catalogue import Indicator, Label
from reformdesk.core.edition import Edition, Wire
from reformdesk.core.list_headings import CONSOLIDATIONS, INDICATOR_COLUMNS, KINDS, NATURES
from reformdesk.core.listed_names import Names
from reformdesk.core.listed_places import cells_of, printed_in
from reformdesk.core.listed_rows import ListForm

_TITLE = Label("Chỉ tiêu", "Indicators")
_ABOUT = Label(
    "Mỗi dòng là một dòng in trên biểu. Dòng nào không có trong danh sách thì giữ nguyên như đang có.",
    "Each row is a row that is printed. Whatever the list does not name stays as it is.",
)


def form(edition: Edition, language: str) -> ListForm:
    """Return the printed rows of all tables with what their indicators ask for."""
    writing = _Writing(edition, language)
    rows = []
    for table in edition.source["tables"]:
        told = (table["title"], edition.drawn.area(table["area"]).title)
        for cell in cells_of(table):
            if "name" in cell or cell.get("indicator"):
                given = dict(writing.row(table["id"], cell))
                given |= dict(zip(("title", "area"), told, strict=True))
                told = ("", "")
                rows.append(tuple(given.get(column.key, "") for column in INDICATOR_COLUMNS))
    return ListForm(_TITLE.text(language), _ABOUT.text(language), INDICATOR_COLUMNS, tuple(rows))


class _Writing:
    def __init__(self, edition: Edition, language: str) -> None:
        self._edition = edition
        self._language = language
        self._names = Names(edition.register)

    def row(self, table: str, cell: Wire) -> Iterator[tuple[str, str]]:
        """Yield what stands in a row, with the columns' keys."""
        yield from (("table", table), ("number", cell.get("number", "")), ("name", printed_in(cell)))
        if "level" in cell:
            yield "level", str(cell["level"])
        if cell.get("indicator"):
            yield from self._indicator(self._edition.indicators[cell["indicator"]], printed_in(cell))
        else:
            yield "name_en", cell.get("name_en", "")

    def _indicator(self, own: Indicator, printed: str) -> Iterator[tuple[str, str]]:
        yield from (
            ("id", own.id),
            ("name_en", own.name.en),
            ("full_name", own.name.vi if own.name.vi != printed else ""),
        )
        yield from (("unit", own.unit.vi), ("unit_en", own.unit.en), ("weight", own.weight))
        yield from (
            ("kind", KINDS[own.kind].text(self._language)),
            ("nature", NATURES[own.nature].text(self._language)),
        )
        yield "consolidation", CONSOLIDATIONS[own.consolidation].text(self._language)
        yield "reporter", self._reporter(own)
        if own.rate is not None:
            yield from (("numerator", own.rate.numerator), ("denominator", own.rate.denominator))
        if own.digits > 1:
            yield "digits", str(own.digits)

    def _reporter(self, own: Indicator) -> str:
        """Return who reports by name, by id where the name says too little."""
        if own.reporter.group:
            name = self._names.group_name(own.reporter.group, self._language)
        else:
            entry = self._edition.register.by_id.get(own.reporter.agency)
            name = entry.names[-1].name if entry is not None else ""
        return name if self._names.reporter(name, {}) == own.reporter else own.reporter.agency or own.reporter.group
