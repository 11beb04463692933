"""Placeholders in a Word document of somebody else's, however Word cut them up, and everything else as it was."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reformdesk.core.report import Report
from reformdesk.core.values import Text
from reformdesk.office.form_runs import Where
from tests.office.filled_forms import (
    BLOCKS,
    DOCUMENT,
    PRESENT,
    RATE,
    changed_parts,
    document,
    filled,
    parts_of,
    reasons,
    with_part,
    with_total,
    word_of,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_a_placeholder_that_word_cut_up_takes_the_first_pieces_looks(told: Report) -> None:
    def write(word: Word) -> None:
        paragraph = word.add_paragraph("Có ")
        paragraph.add_run("{").bold = True
        paragraph.add_run("{civil-ser").italic = True
        paragraph.add_run("vants-present; kỳ n")
        paragraph.add_run("ày}} người, đạt {{").underline = True
        paragraph.add_run(f"{RATE}}}}}%.")

    paragraph = word_of(filled(document(write), told)).paragraphs[-1]
    assert paragraph.text == "Có 3.156 người, đạt 83,46%."
    (run,) = [one for one in paragraph.runs if "3.156" in one.text]
    assert (run.bold, run.italic) == (True, None)
    (run,) = [one for one in paragraph.runs if "83,46" in one.text]
    assert run.underline


def test_what_word_makes_of_typing_is_understood(told: Report) -> None:
    """Its own hyphens and breaks are elements, not letters."""

    def write(word: Word) -> None:
        run = word.add_paragraph().add_run("a {{civil")._r
        for name in ("noBreakHyphen", "softHyphen"):
            run.append(parse_xml(f'<w:{name} xmlns:w="{W}"/>'))
        text = parse_xml(f'<w:t xmlns:w="{W}">servants–present;</w:t>')
        run.extend([text, parse_xml(f'<w:tab xmlns:w="{W}"/>'), parse_xml(f'<w:t xmlns:w="{W}">tổng}}}} b</w:t>')])
        run.append(parse_xml(f'<w:noBreakHyphen xmlns:w="{W}"/>'))

    form = filled(document(write), told)
    assert word_of(form).paragraphs[-1].text == "a 3.156 b-"


def test_tables_headers_footers_notes_and_text_boxes_are_filled(told: Report) -> None:
    raw = f"{{{{{PRESENT}}}}}"
    inside = f'<w:txbxContent xmlns:w="{W}"><w:p><w:r><w:t>hộp {raw}</w:t></w:r></w:p></w:txbxContent>'
    box = (
        f'<w:r xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        f'<mc:Choice Requires="wps">{inside}</mc:Choice><mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )

    def write(word: Word) -> None:
        word.sections[0].header.paragraphs[0].text = f"đầu {raw}"
        word.sections[0].footer.paragraphs[0].text = f"cuối {raw}"
        word.add_paragraph("trước")._p.append(parse_xml(box))
        table = word.add_table(2, 3)
        table.cell(1, 2).text = raw
        table.cell(0, 0).add_table(1, 1).cell(0, 0).text = "{{a}}"

    form = filled(document(write), told)
    assert [(line.place.where, line.place.at) for line in form.lines] == [
        (Where.SHAPE, ""),
        (Where.TABLE, "2, 1, 1"),
        (Where.TABLE, "1, 2, 3"),
        (Where.FOOTER, ""),
        (Where.HEADER, ""),
    ]
    word = word_of(form)
    assert word.tables[0].cell(1, 2).text == "3.156"
    assert word.sections[0].header.paragraphs[0].text == "đầu 3.156"
    assert word.sections[0].footer.paragraphs[0].text == "cuối 3.156"
    # once for newer programs, once for older ones
    assert parts_of(form.content)[DOCUMENT].decode().count("hộp 3.156") == 2
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote><w:p><w:r><w:t>{raw}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    form = filled(with_part(document(lambda _: None), "word/footnotes.xml", notes.encode()), told)
    assert b"3.156" in parts_of(form.content)["word/footnotes.xml"]
    assert form.lines[0].place.where is Where.NOTE


def test_lines_become_breaks_within_the_run(report: Report) -> None:
    form = filled(document(lambda word: word.add_paragraph(f"{{{{{BLOCKS}; 2023}}}}.")), report)
    first, second = word_of(form).paragraphs[-1].text.split("\n")
    assert first.endswith("81,28%")
    assert second.endswith("74,36%.")


def test_what_was_struck_out_is_no_placeholder(told: Report) -> None:
    struck = (
        f'<w:del xmlns:w="{W}"><w:r><w:delText>{{{{a}}}}</w:delText></w:r></w:del>',
        f'<w:moveFrom xmlns:w="{W}"><w:r><w:t>{{{{b}}}}</w:t></w:r></w:moveFrom>',
    )

    def write(word: Word) -> None:
        paragraph = word.add_paragraph(f"{{{{{PRESENT}}}}}")
        for one in struck:
            paragraph._p.append(parse_xml(one))

    assert reasons(filled(document(write), told)) == {}


def test_what_is_left_stays_visible_with_its_place(told: Report) -> None:
    def write(word: Word) -> None:
        word.add_paragraph("Số {{a}} và {{agency-satisfaction}} {{b")

    form = filled(document(write), told)
    assert reasons(form) == {"{{a}}": "unknown-indicator", "{{agency-satisfaction}}": "blank", "{{b": "not-closed"}
    assert {line.place.text for line in form.left} == {"Số {{a}} và {{agency-satisfaction}} {{b"}
    assert changed_parts(document(write), form.content) == set()


def test_nothing_else_of_the_document_changes(told: Report) -> None:
    def write(word: Word) -> None:
        word.add_heading("Tiêu đề")
        word.add_paragraph(f"a {{{{{PRESENT}}}}} b", style="Intense Quote")
        word.add_table(2, 2).style = "Table Grid"

    content = document(write)
    form = filled(content, told)
    assert changed_parts(content, form.content) == {DOCUMENT}
    before, after = (etree.fromstring(parts_of(one)[DOCUMENT]) for one in (content, form.content))
    (text,) = [one for one in after.iter("{*}t") if one.text == "a 3.156 b"]
    text.text = f"a {{{{{PRESENT}}}}} b"
    assert etree.tostring(before, method="c14n") == etree.tostring(after, method="c14n")


@pytest.mark.parametrize("words", ["=1+1", "<w:t>&amp;</w:t>", "a\x00b\x0bc", "{{x}}"])
def test_words_of_a_stranger_are_words(words: str, report: Report) -> None:
    form = filled(
        document(lambda word: word.add_paragraph(f"{{{{{PRESENT}}}}}")),
        with_total(report, PRESENT, value=Text(words)),
    )
    assert word_of(form).paragraphs[-1].text == words.replace("\x00", "").replace("\x0b", "")


PIECES = [*"{}｛｝;|/ 5.12&<>\"'=\n\tđ", PRESENT, f"{{{{{PRESENT}}}}}", "{{a}}"]


@settings(max_examples=60)
@given(runs=st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), min_size=1, max_size=5))
def test_no_text_with_braces_is_too_odd(runs: list[str], told: Report) -> None:
    """Nothing but placeholders changes, however they are cut up."""

    def write(word: Word) -> None:
        paragraph = word.add_paragraph("x")
        for one in runs:
            paragraph.add_run(one)
        word.add_paragraph("{{a}}")

    content = document(write)
    form = filled(content, told)
    (old, _), (new, _) = (
        [paragraph.text for paragraph in word_of_bytes(one).paragraphs[-2:]] for one in (content, form.content)
    )
    expected = old
    for line in form.filled:
        place = _place_of(expected, line.raw)
        expected = expected[: place[0]] + "3.156" + expected[place[1] :]
    assert new == expected


def _place_of(text: str, raw: str) -> tuple[int, int]:
    """Return where a placeholder stands, whose breaks were read as blanks."""
    plain = text.replace("\n", " ").replace("\t", " ")
    start = plain.index(raw)
    return start, start + len(raw)


def word_of_bytes(content: bytes) -> Word:
    return Document(BytesIO(content))
