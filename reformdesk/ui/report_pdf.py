"""The report in PDF, with what the report in Word says: drawn page by page, with no window, on whatever thread asks.

Decree 30/2020/NĐ-CP, annex I: quốc hiệu and tiêu ngữ, who writes, number, place and date, the kind of document and
what it is about, recipients and signature. The tables lie across.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from html import escape

from reformdesk.core.report import Cell, PrintedTable, Report, printed_tables
from reformdesk.core.values import Number
from reformdesk.errors import Mendable
from reformdesk.office.closing_changes import COUNTED_TITLE, Appendix, appendices, headline
from reformdesk.office.export import Progress, Writing
from reformdesk.office.origin_part import LINE
from reformdesk.ui.report_sheets import Printed, Sheets

_SHARES = {"number": 12, "name": 88, "reporter": 40, "value": 29, "period": 38, "indicator": 52, "note": 45}
_CENTRED = ("number", "value", "indicator", "period")
_WIDE, _NARROW = 21.0, 15.0
"""Millimetres that a column of figures needs at the full size of print, and at a smaller one."""
_TOTALS, _COUNTED = (88, 34, 34, 24, 24, 56), (110, 60, 60)
_TABLE_BEGINS = 30.0
_HEAD = """
<table width="100%"><tr>
<td width="42%" align="center"><p style="font-size:12pt">{province}</p>
<p style="font-size:12pt"><b><u>{office}</u></b></p></td>
<td width="58%" align="center"><p style="font-size:12pt"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p>
<p style="font-size:13pt"><b><u>Độc lập - Tự do - Hạnh phúc</u></b></p></td></tr>
<tr><td align="center"><p style="font-size:13pt">Số:            /BC-</p></td>
<td align="center"><p style="font-size:13pt"><i>…………, ngày      tháng      năm</i></p></td></tr></table>
""".replace("  ", "&nbsp; ")
_SIGNATURE = """
<table width="100%"><tr>
<td width="50%"><p style="font-size:12pt"><b><i>Nơi nhận:</i></b></p>
<p style="font-size:11pt">- Như trên;</p><p style="font-size:11pt">- Lưu: VT.</p></td>
<td width="50%" align="center"><p style="font-size:13pt"><b>QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ</b></p>
<p><br/><br/><br/></p></td></tr></table>
"""


def writing(report: Report) -> Writing:
    """Write a report a step at a time, all on one thread; the last step returns the file.

    Raises ``Mendable('no-round')``.
    """
    if not report.parts:
        raise Mendable("no-round")
    tables = printed_tables(report.parts, report.newest.catalogue)
    changed = appendices(report.parts)
    total = sum(len(table.rows) + 1 for table in tables) + sum(len(one.totals) + 1 for one in changed) + 1
    sheets = Sheets(_title(report), across=True)
    try:
        yield Progress(0, total)
        _put_head(sheets, report)
        yield Progress(1, total)
        done = 1
        for _ in _body(sheets, report, tables, changed):
            done = min(done + 1, total)
            yield Progress(done, total)
        _put_end(sheets, report)
        return sheets.finish()
    finally:
        sheets.close()


def _title(report: Report) -> str:
    return f"Báo cáo kết quả các chỉ tiêu thống kê cải cách hành chính {report.newest.title.vi}"


def _put_head(sheets: Sheets, report: Report) -> None:
    newest = report.newest
    province, office = f"UBND {newest.province}".upper(), newest.by_id[newest.office].name.upper()
    sheets.words(_HEAD.format(province=escape(province), office=escape(office)))
    sheets.space(12)
    sheets.words(_line("BÁO CÁO", 14, "center", bold=True))
    subject = f"Kết quả các chỉ tiêu thống kê cải cách hành chính {newest.title.vi}"
    sheets.words(_line(subject, 14, "center", bold=True))
    closed = headline(report.parts[-1].closing)
    if closed:
        sheets.space(6)
        sheets.words(f'<p align="center" style="font-size:13pt"><i>{escape(closed)}</i></p>')


def _body(
    sheets: Sheets, report: Report, tables: Sequence[PrintedTable], changed: Sequence[Appendix]
) -> Iterator[object]:
    """Put the tables with their notes, what agencies say in words below an area's last, and the appendices."""
    newest, said = report.newest, report.parts[-1].narratives
    for place, table in enumerate(tables):
        yield from _put_table(sheets, table)
        area = table.table.area
        if area not in {one.table.area for one in tables[place + 1 :]}:
            _put_narratives(sheets, [(newest.by_id[agency].name, text) for agency, text in said.get(area, ())])
        yield place
    for one in changed:
        yield from _put_appendix(sheets, one)


def _put_table(sheets: Sheets, table: PrintedTable) -> Iterator[int]:
    _put_heading(sheets, table.table.title)
    shares = [float(_SHARES.get(column.kind, _SHARES["value"])) for column in table.columns]
    narrowest = min(shares[place] for place, one in enumerate(table.columns) if one.kind != "number")
    heads = [Printed(f"<b>{_html(cell)}</b>", "center") for cell in table.heads]
    yield from sheets.table(shares, heads, _lines(table), _points(sheets.width * narrowest / sum(shares)))
    for turn, note in enumerate(table.notes):
        sheets.space(0 if turn else 6)
        sheets.words(_line(note.printed, 12))


def _points(width: float) -> float:
    """Return the size of print for columns of figures of a width in millimetres."""
    return 12.0 if width >= _WIDE else 10.0 if width >= _NARROW else 8.0


def _lines(table: PrintedTable) -> list[list[Printed]]:
    return [
        [_cell(cell, column.kind, bold=source is not None and not source.indicator) for cell, column in pairs]
        for pairs, source in (
            (list(zip(cells, table.columns, strict=True)), source)
            for cells, source in zip(table.rows, table.sources, strict=True)
        )
    ]


def _cell(cell: Cell, kind: str, *, bold: bool) -> Printed:
    align = "left"
    if cell.total is not None and isinstance(cell.total.value, Number):
        align = "right"
    elif kind in _CENTRED and "\n" not in cell.text:
        align = "center"
    text = _html(cell)
    return Printed(f"<b>{text}</b>" if bold and kind == "name" else text, align)


def _html(cell: Cell) -> str:
    """Return a cell with its signs raised behind it."""
    text = _escaped(cell.text)
    return f"{text} <sup>{escape(cell.behind)}</sup>" if cell.marks else text


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _put_narratives(sheets: Sheets, said: Sequence[tuple[str, str]]) -> None:
    if said:
        _put_heading(sheets, "Thuyết minh của các đơn vị")
    for agency, text in said:
        sheets.space(6)
        sheets.words(f'<p style="font-size:13pt"><b><i>{escape(agency)}</i></b></p>', keep=12)
        for words in filter(None, (part.strip() for part in text.split("\n"))):
            sheets.space(6)
            sheets.words(f'<p align="justify" style="font-size:13pt; text-indent:48px">{escape(words)}</p>')


def _put_appendix(sheets: Sheets, one: Appendix) -> Generator[int, None, None]:
    _put_heading(sheets, one.title)
    if one.corrected:
        sheets.words(_line(one.corrected, 13))
    if one.totals:
        yield from _plain_table(
            sheets, _TOTALS, one.total_heads, one.totals, ("", "right", "right", "center", "center")
        )
    if one.counted:
        _put_heading(sheets, COUNTED_TITLE)
        yield from _plain_table(sheets, _COUNTED, one.counted_heads, one.counted, ("", "center", "center"))


def _plain_table(
    sheets: Sheets, shares: Sequence[float], heads: Sequence[str], rows: Sequence[Sequence[str]], sides: Sequence[str]
) -> Iterator[int]:
    aligned = [*sides, *[""] * (len(heads) - len(sides))]
    lines = [[Printed(_escaped(text), side or "left") for text, side in zip(row, aligned, strict=True)] for row in rows]
    return sheets.table(shares, [Printed(f"<b>{escape(one)}</b>", "center") for one in heads], lines, 12.0)


def _put_heading(sheets: Sheets, text: str) -> None:
    sheets.space(12)
    sheets.words(_line(text, 13, bold=True), keep=_TABLE_BEGINS)
    sheets.space(6)


def _put_end(sheets: Sheets, report: Report) -> None:
    sheets.space(18)
    sheets.words(_SIGNATURE, keep=1)
    sheets.space(12)
    sheets.words(_line(f"{LINE} {report.state}", 8))


def _line(text: str, points: int, align: str = "left", *, bold: bool = False) -> str:
    words = f"<b>{_escaped(text)}</b>" if bold else _escaped(text)
    return f'<p align="{align}" style="font-size:{points}pt; margin:0">{words}</p>'
