"""The annex to the stamped letter, and agencies' words in the provincial report, as Word documents."""

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

from reformdesk.core import merged, store
from reformdesk.core.annexes import CODE_WORDS, Annex, AnnexArea, AnnexCorrection, AnnexLine, Letter
from reformdesk.core.report import Report, printed_tables
from reformdesk.exchange.keys import matching_code
from reformdesk.office import export
from reformdesk.office.annex_docx import annex_document
from tests.demo import NEWEST

WORDS = "Kết quả tốt.\nKhó khăn: thiếu người."
LINE = AnnexLine("1", "Văn bản ban hành", "văn bản", "24", "Theo kế hoạch")
ANNEX = Annex(
    agency="Sở Tư pháp",
    title="6 tháng đầu năm 2024",
    revision=2,
    is_correction=True,
    prepared_by="Trần Thị B",
    digest="ab" * 32,
    letter=Letter("123/BC-STP", date(2024, 2, 5)),
    areas=(AnnexArea("2", "Cải cách thể chế", (LINE,), WORDS), AnnexArea("3", "Thủ tục", (), "")),
    corrections=(AnnexCorrection("Văn bản ban hành", "14", "24", "Cộng thiếu"),),
    evidence=(("Quyết định.pdf", "Văn bản ban hành"),),
)


def read(annex: Annex) -> WordDocument:
    return Document(BytesIO(annex_document(annex)))


def texts(word: WordDocument) -> list[str]:
    return [one.text for one in word.paragraphs if one.text]


def test_number_and_date_stand_top_right_in_size_10() -> None:
    first, second = read(ANNEX).paragraphs[:2]
    assert (first.text, second.text) == ("123/BC-STP", "05/02/2024")
    for one in (first, second):
        assert one.alignment == WD_ALIGN_PARAGRAPH.RIGHT
        assert one.runs[0].font.size == Pt(10)


def test_it_names_its_letter_and_leaves_blank_what_is_not_known() -> None:
    said = "(Kèm theo Văn bản số 123/BC-STP ngày 05 tháng 02 năm 2024 của Sở Tư pháp)"
    assert said in texts(read(ANNEX))
    bare = texts(read(replace(ANNEX, letter=Letter())))
    assert bare[0] == "Phụ lục"
    assert "(Kèm theo Văn bản số ……/…… ngày …… tháng …… năm …… của Sở Tư pháp)" in bare


def test_it_has_a_table_an_area_with_figures_explanations_and_words() -> None:
    word = read(ANNEX)
    corrected, figures = word.tables[0], word.tables[1]
    assert [cell.text for cell in corrected.rows[1].cells] == ["Văn bản ban hành", "14", "24", "Cộng thiếu"]
    assert [cell.text for cell in figures.rows[1].cells] == ["1", "Văn bản ban hành", "văn bản", "24", "Theo kế hoạch"]
    said = texts(word)
    assert {"2. Cải cách thể chế", "3. Thủ tục", "Kết quả tốt.", "Khó khăn: thiếu người."} <= set(said)
    assert "(Bản đính chính, Lần 2)" in said
    assert "1. Quyết định.pdf (Văn bản ban hành)" in said


def test_page_and_type_are_the_decrees() -> None:
    word = read(ANNEX)
    section = word.sections[0]
    measures = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(Length(one or 0).mm) for one in measures] == [210, 297, 30, 15]
    assert word.styles["Normal"].font.name == "Times New Roman"
    prose = next(one for one in word.paragraphs if one.text == "Kết quả tốt.")
    assert prose.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert round(Length(prose.paragraph_format.first_line_indent or 0).mm, 1) == 12.7


def test_it_bears_the_matching_code_of_the_key_that_sealed_it() -> None:
    key = "3f" * 32
    cells = [cell.text for cell in read(replace(ANNEX, key=key)).tables[-1].rows[0].cells]
    assert f"Mã đối chiếu của đơn vị: {matching_code(key)}" in cells[1]
    assert CODE_WORDS in cells[1]
    # a form that is printed before the agency has a key
    assert "Mã đối chiếu" not in "".join(cell.text for cell in read(ANNEX).tables[-1].rows[0].cells)


def test_it_bears_its_digest_as_text_and_picture() -> None:
    word = read(ANNEX)
    cells = [cell.text for cell in word.tables[-1].rows[0].cells]
    assert "abababab " * 7 + "abababab" in cells[1]
    assert len(word.inline_shapes) == 1


@pytest.mark.parametrize("agency", ["so-tu-phap"])
def test_agencies_words_stand_in_the_report_below_their_area(office: Path, agency: str) -> None:
    with store.open_workspace(office) as workspace:
        (part,) = merged.consolidated(workspace, [NEWEST])
    assert part.narratives == {}
    told = replace(part, narratives={"2": ((agency, WORDS), ("so-noi-vu", "Không vướng mắc."))})
    word = Document(BytesIO(export.render("r.docx", Report.of([told], ""))))
    said = texts(word)
    said = said[said.index("Phụ lục") :]
    start = said.index("Thuyết minh của các đơn vị")
    assert said[start + 1 : start + 4] == ["Sở Tư pháp", "Kết quả tốt.", "Khó khăn: thiếu người."]
    assert said[start + 4 : start + 6] == ["Sở Nội vụ", "Không vướng mắc."]
    titles = [table.table.title for table in printed_tables([told])]
    after = next(place for place, text in enumerate(said) if text in titles and text.startswith("3"))
    assert said.index(next(text for text in titles if text.startswith("2"))) < start < after
