"""The draft letter that a round goes out with and the one-page guide, as Word documents that LibreOffice reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Pt
from pyhanko.pdf_utils.reader import PdfFileReader

from reformdesk.core import roundbook, store
from reformdesk.core.catalogue import Label
from reformdesk.core.rounds import Round
from reformdesk.office.guide_docx import LANGUAGES, guide
from reformdesk.office.letter_docx import OfficeKey, draft_letter
from tests.office.libreoffice import SOFFICE, converted

CODE, RESERVE = "NENT QAXB NENT QAXB NENT QAXB", "SQ6W VKED SQ6W VKED SQ6W VKED"
KEYS = (OfficeKey("Sở Nội vụ", CODE), OfficeKey("Sở Nội vụ", RESERVE, is_reserve=True))
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture
def sent(office: Path) -> Round:
    """The sample's newest round, with everything demanded that can be."""
    with store.open_workspace(office) as workspace:
        return replace(roundbook.latest(workspace), signatures=2, details=True, evidence_limit=10 << 20)


def read(content: bytes) -> WordDocument:
    return Document(BytesIO(content))


def said(word: WordDocument) -> str:
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in word.paragraphs), *cells])


def test_it_asks_for_what_the_round_asks(sent: Round) -> None:
    text = said(read(draft_letter(sent, KEYS)))
    for words in (
        "UBND TỈNH MINH SƠN",
        "SỞ NỘI VỤ",
        "V/v báo cáo số liệu cải cách hành chính 6 tháng đầu năm 2024",
        "từ ngày 15/12/2023 đến ngày 14/06/2024, số liệu cộng dồn từ đầu kỳ",
        "chậm nhất hết ngày 05/07/2024",
        "2024-h1.rdround",
        "niêm phong thứ hai",
        "chi tiết theo từng đơn vị trực thuộc",
        "không quá 10 MB tài liệu",
        "Phòng Cải cách hành chính, 0200 3800 101",
        CODE,
        RESERVE,
        "Sở Nội vụ (khóa dự phòng)",
    ):
        assert words in text
    assert "chữ ký số" not in text


def test_it_asks_for_nothing_that_the_round_does_not_ask(sent: Round) -> None:
    plain = replace(sent, signatures=1, details=False, evidence_limit=0)
    text = said(read(draft_letter(plain, KEYS[:1])))
    for words in ("niêm phong thứ hai", "đơn vị trực thuộc", " MB ", "dự phòng"):
        assert words not in text


def test_cut_off_days_stand_in_a_table_only_where_they_differ(sent: Round) -> None:
    differing = said(read(draft_letter(sent, KEYS)))
    assert "30/06/2024" in differing
    assert "31/05/2024" in differing
    alike = replace(sent.period, cut_off=dict.fromkeys(sent.period.areas, date(2024, 6, 14)), cumulates=False)
    text = said(read(draft_letter(replace(sent, period=alike), KEYS)))
    assert "2. Thời điểm chốt số liệu: ngày 14/06/2024." in text
    assert "chỉ tính số liệu phát sinh trong kỳ" in text


def test_number_date_and_signature_stay_blank(sent: Round) -> None:
    head = read(draft_letter(sent, KEYS)).tables[0]
    below_left, below_right = (cell.text for cell in head.rows[1].cells)
    assert below_left.split("\n")[0].split() == ["Số:", "/"]
    assert " ".join(below_right.split()) == "Minh Sơn, ngày tháng năm"


def test_page_and_type_are_the_decrees(sent: Round) -> None:
    word = read(draft_letter(sent, KEYS))
    section = word.sections[0]
    measures = (section.page_width, section.page_height, section.top_margin, section.left_margin, section.right_margin)
    assert [round(Length(one or 0).mm) for one in measures] == [210, 297, 20, 30, 15]
    assert word.styles["Normal"].font.name == "Times New Roman"
    body = next(one for one in word.paragraphs if one.text.startswith("Để có số liệu"))
    assert body.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert body.runs[0].font.size == Pt(13)
    assert round(Length(body.paragraph_format.first_line_indent or 0).mm, 1) == 12.7


def test_every_agency_that_owes_something_is_listed_with_how_much(sent: Round) -> None:
    listed = [tuple(cell.text for cell in row.cells) for row in read(draft_letter(sent, KEYS)).tables[-1].rows[1:]]
    owing = [agency for agency in sent.agencies if sent.owed(agency.id)]
    assert [one[1:] for one in listed] == [(agency.name, str(len(sent.owed(agency.id)))) for agency in owing]
    assert [one[0] for one in listed] == [str(place) for place in range(1, len(owing) + 1)]


@needs_libreoffice
def test_libreoffice_reads_the_letter(sent: Round, tmp_path: Path) -> None:
    path = tmp_path / "cong-van.docx"
    path.write_bytes(draft_letter(sent, KEYS))
    text = converted(path, "txt:Text (encoded):UTF8", tmp_path).read_text(encoding="utf-8-sig")
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi: Các cơ quan, đơn vị", CODE, "UBND huyện Xuân Phú"):
        assert words in text


@needs_libreoffice
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_is_one_page_and_names_the_code(sent: Round, tmp_path: Path, language: str) -> None:
    path = tmp_path / "huong-dan.docx"
    path.write_bytes(guide(sent, CODE, "bieu-excel", language))
    text = said(read(path.read_bytes())).replace("\N{NO-BREAK SPACE}", " ")
    assert CODE in text
    assert "05/07/2024" in text
    assert "{" not in text
    with converted(path, "pdf", tmp_path).open("rb") as pdf:
        assert PdfFileReader(pdf).root["/Pages"]["/Count"] == 1


def test_the_guide_speaks_of_the_head_only_where_the_head_approves(sent: Round) -> None:
    assert "Thủ trưởng" in said(read(guide(sent, CODE, "bieu-excel", "vi")))
    assert "Thủ trưởng" not in said(read(guide(replace(sent, signatures=1), CODE, "bieu-excel", "vi")))


def test_a_corrected_round_says_so_and_what_was_corrected(sent: Round) -> None:
    text = said(read(draft_letter(replace(sent, revision=2, note=Label("Thêm một chỉ tiêu.", "")), KEYS)))
    assert "V/v điều chỉnh (lần 1) báo cáo số liệu cải cách hành chính 6 tháng đầu năm 2024" in text
    assert "Nội dung điều chỉnh: Thêm một chỉ tiêu. Số liệu đã nhập" in text
    assert "điều chỉnh" not in said(read(draft_letter(sent, KEYS)))
