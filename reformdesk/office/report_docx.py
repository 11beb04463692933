"""The consolidated report as a Word document, set as Decree 30/2020/NĐ-CP wants it.

A letter that stands upright, with what is to be said of the figures, and the printed tables as its annex, which
lies across. The office's own letterhead may stand in place of the letter's head.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument

from reformdesk.core import origin
from reformdesk.core.cover_text import CoverText, cover_text
from reformdesk.core.report import PrintedTable, Report
from reformdesk.office import letterhead, origin_part, report_letter, report_tables
from reformdesk.office.decree30 import add_section, number_pages, set_base
from reformdesk.office.export import Progress, Writing
from reformdesk.office.letterhead import TITLE
from reformdesk.office.report_letter import RECIPIENTS


def writing(report: Report, tables: Sequence[PrintedTable]) -> Writing:
    """Write the report a table at a time. Number, date and signature stay blank for the office to fill.

    Raises what :func:`letterhead.opened` does.
    """
    text = cover_text(report)
    total = len(tables) + 2
    word = _letter(report, text) if report.letterhead is None else _in_letterhead(report, text)
    word.core_properties.title = text.subject
    word.core_properties.author = report_letter.office_of(report.newest)
    yield Progress(1, total)
    annex = add_section(word, across=True)
    if report.letterhead is not None:
        letterhead.leave(word, annex)
        number_pages(annex)
    for written in report_tables.add_tables(word, report, tables):
        yield Progress(1 + written, total)
    origin_part.add(word, origin.of_document(report))
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _letter(report: Report, text: CoverText) -> WordDocument:
    word = Document()
    set_base(word, across=False)
    report_letter.add_head(word, report.newest)
    report_letter.add_title(word, report, text)
    report_letter.add_body(word, report, text)
    report_letter.add_signature(word, report.newest)
    return word


def _in_letterhead(report: Report, text: CoverText) -> WordDocument:
    """Set the letter in the office's own file; what that has itself is not put there again."""
    if report.letterhead is None:
        raise ValueError("no letterhead")
    word = letterhead.opened(report.letterhead)
    filled = letterhead.fill(word, letterhead.words_of(report, text))
    with letterhead.text_goes_in(word):
        if TITLE in filled:
            report_letter.add_closed(word, report)
        else:
            report_letter.add_title(word, report, text)
        report_letter.add_body(word, report, text)
        if not letterhead.says(word, RECIPIENTS):
            report_letter.add_signature(word, report.newest)
    return word
