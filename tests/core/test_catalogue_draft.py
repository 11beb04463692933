"""The printed tables, pasted as Excel and as Word put them on the clipboard, become the template again."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from html import escape
from io import StringIO
from itertools import groupby

import pytest

from reformdesk.assets import resource
from reformdesk.core import catalogue_draft, catalogue_reading, catalogue_writing, founding, pasted_table
from reformdesk.core.catalogue import Catalogue, Kind, Layout, Reporter, Row, Table
from reformdesk.core.catalogue_draft import Guess, RowDraft, TableDraft
from reformdesk.core.pasted_table import Line
from reformdesk.core.rounds import agency_from_wire
from reformdesk.errors import Mendable
from tests.printed import transcription

TEMPLATE = catalogue_reading.load(resource("catalogue", f"{founding.TEMPLATE}.json"))
AGENCIES = tuple(agency_from_wire(wire) for wire in founding.template_agencies())
PRINTED = transcription()
Paste = Callable[[Sequence[Table]], tuple[Line, ...]]


def as_excel(tables: Sequence[Table]) -> tuple[Line, ...]:
    """Cells between tabs, as Excel and LibreOffice copy a sheet with its headings."""
    out = StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\r\n")
    for table in tables:
        writer.writerow([table.title])
        writer.writerows(PRINTED[table.id])
        writer.writerow([])
    return pasted_table.read(out.getvalue())


def as_word(tables: Sequence[Table]) -> tuple[Line, ...]:
    """Word's HTML: paragraphs within cells, wrapped source, equal reporters merged downwards."""
    pieces = ["<html><head><style>p {margin: 0}</style></head><body><!--StartFragment-->"]
    for table in tables:
        pieces.append(f"<p class=MsoNormal><b>{escape(table.title)}<o:p></o:p></b></p>\r\n<table class=MsoTableGrid>")
        rows = PRINTED[table.id]
        spans = _spans([row[2] if len(row) > 2 and table.layout is Layout.PERIODS_ACROSS else "" for row in rows])
        for place, row in enumerate(rows):
            cells = []
            for at, text in enumerate(row):
                span = spans[place] if at == 2 else 1
                if span:
                    merged = f" rowspan={span}" if span > 1 else ""
                    words = escape(text).replace(" ", "\r\n", 1).replace("\n-", "<br>-")
                    cells.append(f"<td{merged}><p class=MsoNormal>{words or '&nbsp;'}</p></td>")
            pieces.append(f"<tr>{''.join(cells)}</tr>")
        pieces.append("</table><p>&nbsp;</p>")
    return pasted_table.read("", "".join(pieces) + "<!--EndFragment--></body></html>")


def _spans(texts: Sequence[str]) -> list[int]:
    """Merge equal neighbours: how far each cell reaches down, 0 for one that lies under another."""
    spans = []
    for text, run in groupby(texts):
        count = len(list(run))
        spans += [count, *[0] * (count - 1)] if text else [1] * count
    return spans


@pytest.fixture(params=[as_excel, as_word], ids=["excel", "word"])
def paste(request: pytest.FixtureRequest) -> Paste:
    found: Paste = request.param
    return found


def read(paste: Paste, known: Catalogue | None) -> tuple[TableDraft, ...]:
    return catalogue_draft.read(paste(TEMPLATE.tables), AGENCIES, known)


def structure(row: RowDraft) -> tuple[str, str, str, int, bool]:
    return row.number, row.name, row.printed_reporter, row.level, row.asked


def printed(row: Row) -> tuple[str, str, str, int, bool]:
    return row.number, row.name, row.printed_reporter, row.level, bool(row.indicator)


def test_tables_rows_order_and_nesting_are_the_templates(paste: Paste) -> None:
    drafts = read(paste, None)
    assert [one.title for one in drafts] == [table.title for table in TEMPLATE.tables]
    for draft, table in zip(drafts, TEMPLATE.tables, strict=True):
        assert draft.layout is table.layout
        assert [(head.kind, head.header) for head in draft.heads] == [(one.kind, one.header) for one in table.columns]
        if table.layout is Layout.PERIODS_ACROSS:
            assert [structure(row) for row in draft.rows] == [printed(row) for row in table.rows]
        else:
            asked = [TEMPLATE.indicators[name].name.vi for name in table.indicators()]
            assert [row.name for row in draft.rows] == asked
            assert draft.printed_reporter == table.printed_reporter


def test_reporters_are_the_templates_row_by_row_without_knowing_it(paste: Paste) -> None:
    for draft, table in zip(read(paste, None), TEMPLATE.tables, strict=True):
        rows = [row for row in draft.rows if row.asked]
        for row, name in zip(rows, table.indicators(), strict=True):
            indicator = TEMPLATE.indicators[name]
            if indicator.reporter_from == "assumed":
                # table 6 names nobody
                assert row.lacks_reporter
            else:
                assert row.reporter == indicator.reporter, row.name


def test_kinds_are_the_templates_row_by_row_without_knowing_it(paste: Paste) -> None:
    for draft, table in zip(read(paste, None), TEMPLATE.tables, strict=True):
        rows = [row for row in draft.rows if row.asked]
        kinds = [TEMPLATE.indicators[name].kind for name in table.indicators()]
        assert [row.kind for row in rows] == kinds
        digits = [
            (TEMPLATE.indicators[name].digits, TEMPLATE.indicators[name].written_unit) for name in table.indicators()
        ]
        assert [(row.digits, row.written_unit) for row in rows] == digits


def test_a_round_of_the_pasted_tables_is_the_templates(paste: Paste) -> None:
    """Known rows keep id, English name, unit, weight and rules, so that series go on."""
    drafts = read(paste, TEMPLATE)
    assert not [(row.name, row.guesses) for draft in drafts for row in draft.rows if row.guesses]
    built = catalogue_reading.parse(catalogue_writing.write("2021-2024", "Bộ chỉ tiêu 2021–2024", drafts, TEMPLATE))
    assert built.areas == TEMPLATE.areas
    assert built.tables == TEMPLATE.tables
    assert dict(built.indicators) == dict(TEMPLATE.indicators)
    assert built.order == TEMPLATE.order
    assert built.rules == TEMPLATE.rules
    assert built.rules_digest == TEMPLATE.rules_digest


def test_what_was_concluded_is_marked(paste: Paste) -> None:
    drafts = {draft.title[:2]: draft for draft in read(paste, None)}
    by_name = {row.name: row for row in drafts["1."].rows}
    assert by_name["Số lượng dịch vụ đã khảo sát"].guesses >= {Guess.REPORTER, Guess.UNIT, Guess.NATURE}
    assert Guess.REPORTER not in by_name["Số lớp tập huấn chuyên đề CCHC"].guesses
    assert all(Guess.REPORTER in row.guesses for row in drafts["6."].rows if row.asked)
    assert Guess.LEVEL in next(row for row in drafts["6."].rows if not row.number).guesses


OWN = """STT\tTên chỉ tiêu\tĐơn vị tính\tCơ quan, đơn vị báo cáo\tNăm 2024\t
\t\t\t\tKế hoạch\tThực hiện
(1)\t(2)\t(3)\t(4)\t(5)\t(6)
A\tCÔNG TÁC TIẾP DÂN\t\t\t\t
I\tTiếp dân thường xuyên\t\tThanh tra tỉnh\t\t
1\tSố lượt tiếp\tlượt\t\t10\t12
1.1\tTrong đó: đông người\tlượt\tSở TT&TT\t\t01
a)\tCấp xã\tlượt\tUBND cấp huyện\t1\t2
b)\tCấp tỉnh\tlượt\tCác sở, ban, ngành\t\t
2\tTỷ lệ giải quyết\t\tSở Nông nghiệp và Phát triển nông thôn\t90,5\t
3\tKết quả khác\tđiểm\tHội Chữ thập đỏ\t\t
"""


def test_an_offices_own_table_is_read_as_it_stands() -> None:
    (draft,) = catalogue_draft.read(pasted_table.read(OWN), AGENCIES)
    assert [(row.number, row.level, row.asked) for row in draft.rows] == [
        ("A", 0, False),
        ("I", 1, False),
        ("1", 2, True),
        ("1.1", 3, True),
        ("a)", 4, True),
        ("b)", 4, True),
        ("2", 2, True),
        ("3", 2, True),
    ]
    asked = [row for row in draft.rows if row.asked]
    assert [row.reporter for row in asked] == [
        Reporter(agency="thanh-tra-tinh"),
        Reporter(agency="so-thong-tin-va-truyen-thong"),
        Reporter(group="districts"),
        Reporter(group="departments"),
        Reporter(agency="so-nong-nghiep-va-ptnt"),
        Reporter(),
    ]
    assert [row.unit for row in asked] == ["lượt", "lượt", "lượt", "lượt", "%", "điểm"]
    assert [row.kind for row in asked][-2] is Kind.PERCENT
    assert asked[1].digits == 2


def test_a_row_that_nobody_reports_is_not_taken() -> None:
    drafts = catalogue_draft.read(pasted_table.read(OWN), AGENCIES)
    with pytest.raises(Mendable) as refused:
        catalogue_writing.write("rieng", "Biểu riêng", drafts, TEMPLATE)
    assert (refused.value.code, refused.value.params["number"]) == ("indicator-unreported", "3")
    with pytest.raises(Mendable) as refused:
        catalogue_writing.write("rieng", "Biểu riêng", (), TEMPLATE)
    assert refused.value.code == "no-indicators"


def test_a_row_across_heads_an_area_where_the_table_has_no_title() -> None:
    html = (
        "<table><tr><td>STT<td>Nội dung<td>Cơ quan báo cáo<td>Năm 2024"
        "<tr><td colspan=4>I. Cải cách thể chế<tr><td>1<td>Số văn bản<td>Sở Tư pháp<td>4"
        "<tr><td colspan=4>II. Cải cách tài chính công<tr><td>1<td>Số đơn vị tự chủ<td>Sở Tài chính<td>5</table>"
    )
    drafts = catalogue_draft.read(pasted_table.read("", html), AGENCIES)
    assert [draft.title for draft in drafts] == ["I. Cải cách thể chế", "II. Cải cách tài chính công"]
    source = catalogue_writing.write("rieng", "Biểu riêng", drafts, TEMPLATE)
    built = catalogue_reading.parse(source)
    assert [(area.id, area.short.vi) for area in built.areas] == [
        ("1", "Cải cách thể chế"),
        ("2", "Cải cách tài chính công"),
    ]
    assert built.order == ("so-van-ban", "so-don-vi-tu-chu")


def test_the_same_name_twice_gives_two_indicators() -> None:
    text = "STT\tChỉ tiêu\tĐơn vị báo cáo\n1\tHồ sơ\tSở Y tế\n-\tCấp tỉnh\t\n2\tĐơn thư\tSở Y tế\n-\tCấp tỉnh\t\n"
    drafts = catalogue_draft.read(pasted_table.read(text), AGENCIES)
    built = catalogue_reading.parse(catalogue_writing.write("rieng", "Biểu riêng", drafts, TEMPLATE))
    assert built.order == ("ho-so-cap-tinh", "don-thu-cap-tinh")
    assert [one.name.vi for one in built.indicators.values()] == ["Hồ sơ – cấp tỉnh", "Đơn thư – cấp tỉnh"]


def test_words_without_a_table_give_nothing() -> None:
    assert catalogue_draft.read(pasted_table.read("Kính gửi các sở\nđể biết"), AGENCIES) == ()
    assert catalogue_draft.read(pasted_table.read(""), AGENCIES) == ()
