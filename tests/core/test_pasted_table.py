"""What Word and Excel put on the clipboard becomes rows of cells, merged cells undone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import pasted_table
from reformdesk.core.pasted_table import Line

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td {mso-x: 1}</style></head><body>
<!--StartFragment--><p class=MsoNormal><b>2. L&#297;nh v&#7921;c
cải cách thể chế<o:p></o:p></b></p>
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'>
 <td width=40 rowspan=2><p class=MsoNormal>STT<o:p></o:p></p></td><td rowspan=2><p>Chỉ
  tiêu</p></td><td colspan=2><p>Kết quả</p></td></tr>
<tr><td><p>Năm 2023</p></td><td><p>Năm 2024</p></td></tr>
<tr><td colspan=4><p>I. THỂ CHẾ</p></td></tr>
<tr><td><p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]></p></td>
 <td><p>Số văn bản</p></td><td><p>- Khối sở: 8<br>- Khối huyện: 9</p></td><td><p>&nbsp;</p></td></tr>
</table><p>&nbsp;</p><!--EndFragment--></body></html>"""


def texts(lines: tuple[Line, ...]) -> list[tuple[str, ...]]:
    return [line.texts for line in lines]


def test_words_html_keeps_headings_merged_cells_and_lines_within_a_cell() -> None:
    lines = pasted_table.read("whatever", WORD)
    assert texts(lines) == [
        ("2. Lĩnh vực cải cách thể chế",),
        ("STT", "Chỉ tiêu", "Kết quả", ""),
        ("STT", "Chỉ tiêu", "Năm 2023", "Năm 2024"),
        ("I. THỂ CHẾ", "", "", ""),
        ("1.", "Số văn bản", "- Khối sở: 8\n- Khối huyện: 9", ""),
    ]
    assert [line.outside for line in lines] == [True, False, False, False, False]
    assert [line.across for line in lines] == [False, False, False, True, False]
    assert lines[2].is_merged(1)
    assert not lines[2].is_merged(2)


def test_a_cell_merged_downwards_says_its_words_in_every_row() -> None:
    html = "<table><tr><td>1<td>a<td rowspan=3>Sở Nội vụ<tr><td>2<td>b<tr><td>3<td>c</table>"
    lines = pasted_table.read("", html)
    assert texts(lines) == [("1", "a", "Sở Nội vụ"), ("2", "b", "Sở Nội vụ"), ("3", "c", "Sở Nội vụ")]
    assert [line.is_merged(2) for line in lines] == [False, True, True]


def test_several_tables_keep_what_stands_between_them() -> None:
    html = "<p>1. Một</p><table><tr><td>a</td></tr></table><p>2. Hai</p><table><tr><td>b</td></tr></table>"
    assert texts(pasted_table.read("", html)) == [("1. Một",), ("a",), ("2. Hai",), ("b",)]


def test_a_table_in_a_cell_is_that_cells_text() -> None:
    html = "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>"
    assert texts(pasted_table.read("", html)) == [("a\nb\nc", "d")]


def test_text_with_tabs_serves_where_there_is_no_table() -> None:
    assert texts(pasted_table.read('1\tSố "văn\t2\r\n\r\n2\t"a\nb"\t\r\n')) == [
        ("1", 'Số "văn', "2"),
        ("2", "a\nb", ""),
    ]
    assert texts(pasted_table.read("Sở Nội vụ\nSở Y tế", "<p>Sở Nội vụ</p><p>Sở Y tế</p>")) == [
        ("Sở Nội vụ",),
        ("Sở Y tế",),
    ]


@given(st.text(alphabet=st.sampled_from("<>/tdrable spancolow=\"'0123456789&;!-x\n"), max_size=200))
def test_no_html_breaks_it(written: str) -> None:
    for line in pasted_table.read("a\tb", f"<table><tr><td>{written}"):
        assert all(isinstance(text, str) for text in line.texts)
