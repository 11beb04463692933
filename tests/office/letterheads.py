"""Letterheads as offices make them, for tests: with placeholders where Word splits them, and without.

A document tells when it was saved, so that one made a moment later is another file: each is made once.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt


def saved(word: WordDocument) -> bytes:
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


@cache
def office_s_own() -> bytes:
    """An office's file: a header with its name, its own type, the text in the middle, its own signature."""
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(32), Mm(18)
    word.styles["Normal"].font.name = "Arial"
    section.header.paragraphs[0].text = "VĂN PHÒNG {{CO_QUAN}}"
    section.footer.paragraphs[0].text = "Kỳ: {{KY_BAO_CAO}}"
    table = word.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "{{TINH}}"
    dated = table.rows[0].cells[1].paragraphs[0]
    # Word splits what was typed in two goes
    for piece in ("Minh Sơn, {{", "NG", "AY}}"):
        dated.add_run(piece).italic = True
    title = word.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("{{TIEU_DE}}").font.size = Pt(15)
    word.add_paragraph("{{NOI_DUNG}}")
    word.add_paragraph("Nơi nhận: như trên. {{LA}}")
    return saved(word)


@cache
def bare() -> bytes:
    """A file with nothing but a line and a header."""
    word = Document()
    word.sections[0].header.paragraphs[0].text = "SỞ NỘI VỤ"
    word.add_paragraph("Dòng đầu")
    return saved(word)


def altered(content: bytes, change: Callable[[str, bytes], bytes | None], *more: tuple[str, bytes]) -> bytes:
    """Return a file with parts changed, left out where ``None`` comes back, or added."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            changed = change(part.filename, old.read(part))
            if changed is not None:
                new.writestr(part.filename, changed)
        for name, data in more:
            new.writestr(name, data)
    return buffer.getvalue()
