"""The report in PDF, with what the report in Word says: drawn page by page, on the windows' thread.

Qt lays words out with objects that it connects, holding a lock of its own, while Python holds its one; on a worker's
thread the two could wait for each other for ever. What is reckoned beforehand may be done anywhere.

Decree 30/2020/NĐ-CP, annex I: quốc hiệu and tiêu ngữ, who writes, number, place and date, the kind of document and
what it is about, recipients and signature. The text stands upright with its charts; the tables follow as its annex,
lying across.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from reformdesk.core.cover_text import AreaText, CoverText, cover_text
from reformdesk.core.report import PrintedTable, Report, ends_area, printed_tables
from reformdesk.core.report_charts import AreaChart, ArrivalsChart, area_charts, arrivals_chart
from reformdesk.errors import Mendable
from reformdesk.office import report_letter, report_tables
from reformdesk.office.closing_changes import Appendix, appendices, headline
from reformdesk.office.decree30 import place_of
from reformdesk.office.export import Progress, Writing
from reformdesk.office.origin_part import LINE
from reformdesk.ui.report_pdf_charts import AREA_HEIGHT, ARRIVALS_HEIGHT, paint_area, paint_arrivals
from reformdesk.ui.report_pdf_tables import put_appendix, put_narratives, put_table
from reformdesk.ui.report_sheets import Sheets, kept_apart, line, prose

_HEAD = """
<table width="100%"><tr>
<td width="42%" align="center"><p style="font-size:12pt; margin:0">{province}</p>
<p style="font-size:12pt; margin:0"><b><u>{office}</u></b></p></td>
<td width="58%" align="center"><p style="font-size:12pt; margin:0"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p>
<p style="font-size:13pt; margin:0"><b><u>Độc lập - Tự do - Hạnh phúc</u></b></p></td></tr>
<tr><td align="center"><p style="font-size:13pt; margin:6px 0 0 0">Số:            /BC-{symbol}</p></td>
<td align="center"><p style="font-size:13pt; margin:6px 0 0 0"><i>{place}, ngày      tháng      năm</i></p></td></tr>
</table>
"""
_SIGNATURE = """
<table width="100%"><tr>
<td width="45%"><p style="font-size:12pt; margin:0"><b><i>{heading}</i></b></p>{recipients}</td>
<td width="55%" align="center"><p style="font-size:13pt; margin:0"><b>{signer}</b></p><p><br/><br/><br/></p></td>
</tr></table>
"""
_BELOW_HEADING = 16.0


@dataclass(frozen=True, eq=False)
class Laid:
    """What a report's PDF shows, reckoned and not drawn yet."""

    report: Report
    text: CoverText
    tables: Sequence[PrintedTable]
    changed: Sequence[Appendix]
    arrivals: ArrivalsChart | None
    charts: Sequence[AreaChart]

    @property
    def total(self) -> int:
        """How many pieces are drawn."""
        rows = sum(len(table.rows) + 1 for table in self.tables)
        return 2 + rows + sum(len(one.totals) + 1 for one in self.changed)


def lay(report: Report) -> Laid:
    """Reckon what a report's PDF shows, on whatever thread. Raises ``Mendable('no-round')``."""
    if not report.parts:
        raise Mendable("no-round")
    return Laid(
        report,
        cover_text(report),
        printed_tables(report.parts),
        appendices(report.parts),
        arrivals_chart(report),
        area_charts(report.parts),
    )


def drawing(laid: Laid) -> Writing:
    """Draw what was laid, a piece at a time, on the windows' thread; the last step returns the file."""
    subject = laid.text.subject
    # one agency's report is its tables alone
    across = laid.report.agency is not None
    sheets = Sheets(f"Báo cáo {subject[:1].lower()}{subject[1:]}", across=across)
    try:
        done = 1
        yield Progress(done, laid.total)
        for _ in _all(sheets, laid):
            done = min(done + 1, laid.total)
            yield Progress(done, laid.total)
        return sheets.finish()
    finally:
        sheets.close()


def _all(sheets: Sheets, laid: Laid) -> Iterator[object]:
    report, changed = laid.report, laid.changed
    _put_head(sheets, report, laid.text)
    if report.agency is None:
        yield from _put_text(sheets, laid)
        _begin_annex(sheets, report, "Phụ lục I" if changed else "Phụ lục", report_tables.TABLES_TITLE)
    yield from _put_tables(sheets, report, laid.tables)
    if changed:
        _begin_annex(sheets, report, "Phụ lục II", report_tables.CHANGES_TITLE)
    for one in changed:
        yield from put_appendix(sheets, one)
    sheets.space(12)
    # spaced a little, so that no two letters become one: the digest is copied from here
    sheets.words(f'<p style="font-size:8pt; margin:0; letter-spacing:0.2px">{LINE} {report.state}</p>')


def _put_head(sheets: Sheets, report: Report, text: CoverText) -> None:
    newest = report.newest
    office = report_letter.office_of(newest)
    head = _HEAD.format(
        province=escape(f"UBND {newest.province}".upper()),
        office=escape(office.upper()),
        symbol=escape(report_letter.symbol(office)),
        place=escape(place_of(newest.province)),
    )
    sheets.words(kept_apart(head))
    sheets.space(18)
    sheets.words(line(report_letter.TITLE, 14, "center", bold=True))
    sheets.words(line(text.subject, 14, "center", bold=True))
    closed = headline(report.parts[-1].closing)
    if closed:
        sheets.space(6)
        sheets.words(line(closed, 13, "center", italic=True))
    sheets.space(12)


def _put_text(sheets: Sheets, laid: Laid) -> Iterator[object]:
    """Put the text with its charts, and the signature."""
    text, arrivals = laid.text, laid.arrivals
    _put_prose(sheets, [text.opening])
    _put_heading(sheets, report_letter.COLLECTED)
    _put_prose(sheets, text.collected)
    if arrivals is not None:
        paint = partial(paint_arrivals, chart=arrivals)
        sheets.picture(ARRIVALS_HEIGHT, paint, caption=line(arrivals.title, 12, "center", italic=True))
    if text.areas:
        _put_heading(sheets, report_letter.BY_AREA)
    for area in text.areas:
        _put_area(sheets, area, [one for one in laid.charts if one.area.id == area.area.id])
        yield area
    sheets.space(6)
    _put_prose(sheets, text.ending)
    sheets.space(12)
    newest = laid.report.newest
    signature = _SIGNATURE.format(
        heading=report_letter.RECIPIENTS,
        recipients="".join(line(one, 11) for one in report_letter.recipients(newest)),
        signer=report_letter.signer(report_letter.office_of(newest)),
    )
    sheets.words(signature, keep=1)


def _put_area(sheets: Sheets, area: AreaText, charts: Sequence[AreaChart]) -> None:
    _put_heading(sheets, area.heading)
    _put_prose(sheets, area.paragraphs)
    for chart in charts:
        paint = partial(paint_area, chart=chart)
        sheets.picture(AREA_HEIGHT, paint, caption=line(chart.title, 12, "center", italic=True))
        for note in chart.notes:
            sheets.words(line(note, 11))
        sheets.space(6)


def _put_heading(sheets: Sheets, text: str) -> None:
    sheets.space(6)
    sheets.words(line(text, 13, bold=True), keep=_BELOW_HEADING)


def _put_prose(sheets: Sheets, paragraphs: Sequence[str]) -> None:
    for one in paragraphs:
        sheets.space(6)
        sheets.words(prose(one))


def _begin_annex(sheets: Sheets, report: Report, number: str, title: str) -> None:
    """Begin an annex on a page of its own, with what it is and which document it belongs to."""
    sheets.turn(across=True)
    for text in (number, title.upper(), report.newest.title.vi.upper()):
        sheets.words(line(text, 14, "center", bold=True))
    belongs = report_tables.belonging(report_letter.office_of(report.newest))
    sheets.words(kept_apart(line(belongs, 13, "center", italic=True)))


def _put_tables(sheets: Sheets, report: Report, tables: Sequence[PrintedTable]) -> Iterator[object]:
    """Put the tables with their notes; below an area's last one stands what agencies say in words."""
    newest, said = report.newest, report.parts[-1].narratives
    for place, table in enumerate(tables):
        yield from put_table(sheets, table)
        if ends_area(tables, place):
            words = said.get(table.table.area, ())
            put_narratives(sheets, [(newest.by_id[agency].name, text) for agency, text in words])
        yield place
