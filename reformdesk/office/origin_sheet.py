"""The report's last sheet: what it was made from, to be read by people and by ``reformdesk verify``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from reformdesk import __version__
from reformdesk.core.closing_document import Counted, State
from reformdesk.core.origin import Origin, RoundOrigin, digest_in
from reformdesk.office.print_sheet import FONT, SIZE
from reformdesk.office.sheet_text import begins_like_a_formula

SHEET = "Nguồn gốc"

_TITLE = "Nguồn gốc của báo cáo"
_HINT = "Số liệu được tổng hợp từ các tệp và quyết định ghi dưới đây; lệnh reformdesk verify đối chiếu lại từng số."
_STATE, _MADE_BY, _AGENCY = "Mã trạng thái", "Lập bằng", "Số liệu của đơn vị"
_ROUNDS, _CLOSINGS, _COUNTED, _DECISIONS = "Đợt báo cáo", "Lần chốt", "Tệp nộp được tính", "Quyết định"
_SHA = "SHA-256"
_HEADS = {
    _ROUNDS: ("Mã đợt", "Tình trạng", "Tên đợt", "", f"Bản ban hành ({_SHA})"),
    _CLOSINGS: ("Mã đợt", "", "", "", _SHA),
    _COUNTED: ("Mã đợt", "Mã đơn vị", "Đơn vị", "Lần nộp", _SHA, "Nhập thay", "Tiếp nhận tạm"),
    _DECISIONS: ("Mã đợt", "", "", "", _SHA),
}
_DIFFERS = "Khác lần chốt"
_STANDS = {
    State.OPEN: "Chưa chốt",
    State.CLOSED: "Đã chốt",
    State.CONTESTED: "Chốt khác nhau",
    State.REOPENED: "Đã mở lại",
}
_MARK = "x"
_WIDTHS = (20, 26, 50, 10, 70, 12, 16)
_A4 = 9
"""The paper's number in a workbook (ECMA-376, part 1, 18.3.1.63)."""
_MOST_LINES = 200_000
"""How many lines are read: a dozen rounds of a large province have some thousands."""


def add(book: Workbook, origin: Origin) -> None:
    """Add the sheet behind all others; ``book`` may be one that is only written to."""
    sheet = book.create_sheet(SHEET)
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.oddFooter is not None:
        below = sheet.oddFooter.center
        below.text, below.font, below.size = "&P/&N", f"{FONT},Regular", SIZE
    plain, bold = Font(name=FONT, size=SIZE), Font(name=FONT, size=SIZE, bold=True)
    for texts, is_head in _lines(origin):
        cells = []
        for text in texts:
            cell = WriteOnlyCell(sheet, text or None)
            if text:
                # text stays text: what begins like a formula must not become one
                cell.data_type = "s"
                cell.quotePrefix = begins_like_a_formula(text)
                cell.font = bold if is_head else plain
            cells.append(cell)
        sheet.append(cells)


def _lines(origin: Origin) -> Iterator[tuple[Sequence[str], bool]]:
    """Yield the sheet's lines, and whether each is a heading."""
    yield (_TITLE,), True
    yield (_HINT,), False
    yield (_STATE, origin.state), False
    yield (_MADE_BY, f"ReformDesk {__version__}"), False
    if origin.agency:
        yield (_AGENCY, origin.agency), False
    tables: dict[str, list[Sequence[str]]] = {
        _ROUNDS: [(one.id, _stand(one), one.title, "", one.issue) for one in origin.rounds],
        _CLOSINGS: [(one.id, "", "", "", digest) for one in origin.rounds for digest in one.last],
        _COUNTED: [line for one in origin.rounds for line in _counted(one)],
        _DECISIONS: [(one.id, "", "", "", decision) for one in origin.rounds for decision in one.decisions],
    }
    for title, lines in tables.items():
        yield (), False
        yield (title,), True
        yield _HEADS[title], True
        for line in lines:
            yield line, False


def _stand(one: RoundOrigin) -> str:
    return _DIFFERS if one.stand is State.CLOSED and not one.closing else _STANDS[one.stand]


def _counted(one: RoundOrigin) -> Iterator[Sequence[str]]:
    for agency, each in one.counted.items():
        marks = [_MARK if marked else "" for marked in (each.entered, each.provisional)]
        yield (one.id, agency, one.names.get(agency, ""), str(each.revision), each.digest, *marks)


def read(book: Workbook) -> Origin | None:
    """Return what a report was made from; ``None`` where it has no such sheet.

    Raises :class:`ValueError` where the sheet says nothing that holds together.
    """
    if SHEET not in book.sheetnames:
        return None
    rows: Iterable[Iterable[object]] = book[SHEET].iter_rows(
        max_row=_MOST_LINES, max_col=len(_WIDTHS), values_only=True
    )
    return _parsed([tuple(map(_text, row)) for row in rows])


def _text(item: object) -> str:
    """Return a cell's text; a program may have made a number of what looks like one."""
    if isinstance(item, float) and item.is_integer():
        return str(int(item))
    return "" if item is None else str(item).strip()


@dataclass
class _Found:
    """A round while its lines are read."""

    issue: str
    stand: State
    differs: bool
    title: str
    last: list[str] = field(default_factory=list)
    counted: dict[str, Counted] = field(default_factory=dict)
    decisions: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)


def _parsed(lines: Iterable[Sequence[str]]) -> Origin:
    state = agency = section = ""
    found: dict[str, _Found] = {}
    for line in lines:
        if not any(line[1:]):
            section = line[0] if line and line[0] in _HEADS else section
        elif not section:
            state = digest_in(line[1]) if line[0] == _STATE else state
            agency = line[1] if line[0] == _AGENCY else agency
        elif line[0] != _HEADS[section][0]:
            _take(found, section, (*line, *[""] * len(_WIDTHS)))
    if not found:
        raise ValueError("no round")
    return Origin(digest_in(state), tuple(_round(name, one) for name, one in found.items()), agency)


def _take(found: dict[str, _Found], section: str, line: Sequence[str]) -> None:
    """Read a line of one of the tables."""
    name, second, third, revision, digest, entered, provisional = line[: len(_WIDTHS)]
    if (section == _ROUNDS) is (name in found):
        raise ValueError("a round twice, or one of which nothing is known")
    if section == _ROUNDS:
        found[name] = _Found(digest_in(digest), _stand_in(second), second == _DIFFERS, third)
        return
    one = found[name]
    if section == _COUNTED:
        if second in one.counted:
            raise ValueError("an agency twice")
        one.counted[second] = Counted(digest_in(digest), int(revision), entered == _MARK, provisional == _MARK)
        one.names[second] = third
    else:
        (one.last if section == _CLOSINGS else one.decisions).append(digest_in(digest))


def _stand_in(text: str) -> State:
    words: Mapping[str, State] = {_DIFFERS: State.CLOSED, **{said: stand for stand, said in _STANDS.items()}}
    if text not in words:
        raise ValueError("no stand")
    return words[text]


def _round(name: str, one: _Found) -> RoundOrigin:
    closing = one.last[0] if one.stand is State.CLOSED and not one.differs and one.last else ""
    return RoundOrigin(
        name,
        one.issue,
        dict(sorted(one.counted.items())),
        tuple(one.decisions),
        closing,
        one.stand,
        tuple(one.last),
        one.title,
        one.names,
    )
