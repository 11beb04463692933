"""Edits of an edition: what each does, and why it is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reformdesk.core import founding, register
from reformdesk.core.catalogue import (
    Consolidation,
    Kind,
    Label,
    Layout,
    Nature,
    Part,
    Rate,
    Reporter,
    Rule,
    Severity,
)
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.edition_edits import Several, apply, from_wire, to_wire
from reformdesk.core.indicator_edits import (
    AddIndicator,
    Assign,
    ChangeKind,
    ChangeUnit,
    Consolidate,
    Retire,
    Reword,
    SetRule,
)
from reformdesk.core.table_edits import (
    AddArea,
    AddRow,
    AddTable,
    HeadColumn,
    MoveRow,
    MoveTable,
    RemoveArea,
    RemoveRow,
    RemoveTable,
    Renumber,
    RewordRow,
)
from reformdesk.errors import Mendable, Refused

EVERYONE = Reporter(group="all")


@pytest.fixture
def edition() -> Edition:
    """The set that ships with the program."""
    return Edition(founding.template_indicators().source, register.from_agencies(founding.template_agencies()))


def rows(edition: Edition, table: str) -> list[tuple[str, int, str]]:
    return [(row["name"], row["level"], row.get("indicator", "")) for row in edition.table(table)["rows"]]


def refused(edition: Edition, edit: Edit) -> str:
    with pytest.raises(Mendable) as problem:
        apply(edition, edit)
    return problem.value.code


def test_an_indicator_keeps_its_identity_through_other_words_and_numbers(edition: Edition) -> None:
    place = [one[2] for one in rows(edition, "2")].index("legal-documents-examined")
    done = apply(edition, Reword("legal-documents-examined", Label("Số văn bản đã kiểm tra", "Documents examined")))
    done = apply(done, Renumber("2", place, "4a"))
    done = apply(done, MoveRow("2", place, 0, 0))
    assert rows(done, "2")[0] == ("Số văn bản đã kiểm tra", 0, "legal-documents-examined")
    assert done.catalogue.order.index("legal-documents-examined") < done.catalogue.order.index("legal-documents-issued")
    assert done.catalogue.printed_number("legal-documents-examined") == "4a"
    assert done.catalogue.indicators.keys() == edition.catalogue.indicators.keys()


def test_a_row_says_less_than_its_indicator_and_goes_on_doing_so(edition: Edition) -> None:
    place = [one[2] for one in rows(edition, "1")].index("agency-satisfaction")
    done = apply(edition, RewordRow("1", place, "Mức độ hài lòng"))
    assert done.indicator("agency-satisfaction").name == edition.indicator("agency-satisfaction").name
    done = apply(done, Reword("agency-satisfaction", Label("Mức độ hài lòng (đơn vị thực hiện)", "")))
    assert rows(done, "1")[place][0] == "Mức độ hài lòng"


def test_a_column_is_called_as_its_indicator(edition: Edition) -> None:
    done = apply(edition, HeadColumn("4.1", 2, "Chi cục"))
    assert done.table("4.1")["columns"][2]["header"] == done.indicator("department-branches").name.vi == "Chi cục"
    done = apply(done, Reword("department-branches", Label("Số chi cục", "Branches")))
    assert done.table("4.1")["columns"][2]["header"] == "Số chi cục"
    assert refused(edition, HeadColumn("4.1", 9, "Chi cục")) == "edition-gone"


def test_a_retired_row_that_heads_others_still_does(edition: Edition) -> None:
    place = next(at for at, one in enumerate(rows(edition, "6")) if one[2] == "self-financing-with-investment")
    below = rows(edition, "6")[place + 1]
    assert below[1] > rows(edition, "6")[place][1]
    done = apply(edition, Retire("self-financing-with-investment"))
    assert rows(done, "6")[place] == (rows(edition, "6")[place][0], rows(edition, "6")[place][1], "")
    assert rows(done, "6")[place + 1] == below
    assert refused(done, RemoveRow("6", place)) == "row-heads-others"
    assert refused(done, Retire("self-financing-with-investment")) == "edition-gone"


def test_what_names_a_retired_indicator_stays_drawn_and_does_not_count(edition: Edition) -> None:
    done = apply(edition, Retire("agency-survey-forms"))
    assert done.drawn.indicators["agency-satisfaction"].weight == "agency-survey-forms"
    assert done.catalogue.indicators["agency-satisfaction"].weight == ""
    done = apply(done, Retire("civil-servants-assigned"))
    assert "civil-servants-present-within-assigned" in {one.id for one in done.drawn.rules}
    assert "civil-servants-present-within-assigned" not in {one.id for one in done.catalogue.rules}


def test_no_new_indicator_gets_the_id_of_a_retired_one(edition: Edition) -> None:
    done = apply(edition, Retire("reform-workshops"))
    new = AddIndicator("1", Label("Reform workshops", ""), EVERYONE)
    done = apply(done, new)
    assert "reform-workshops-2" in done.indicators
    back = apply(done, AddIndicator("1", Label("Số lớp tập huấn", ""), EVERYONE, id="reform-workshops"))
    assert "reform-workshops" in back.indicators
    assert refused(back, AddIndicator("1", Label("Lớp", ""), EVERYONE, id="reform-workshops")) == "edition-id-taken"
    assert refused(back, AddIndicator("1", Label("Lớp", ""), EVERYONE, id="Lớp học")) == "edition-id-taken"


def test_an_indicator_of_a_table_with_periods_as_rows_is_a_column_before_the_note(edition: Edition) -> None:
    done = apply(edition, AddIndicator("4.1", Label("Số lượng trung tâm", ""), EVERYONE, unit=Label("trung tâm", "")))
    assert [one["kind"] for one in done.table("4.1")["columns"]][-2:] == ["indicator", "note"]
    assert done.indicator("so-luong-trung-tam").consolidation is Consolidation.SUM
    assert refused(edition, AddRow("4.1", "Mục")) == "table-has-columns"


def test_a_rate_is_computed_from_counts_that_the_same_agencies_report(edition: Edition) -> None:
    both = Rate("feedback-settled", "feedback-received")
    one = edition.indicator("feedback-settled").reporter
    new = AddIndicator(
        "3", Label("Tỷ lệ xử lý", ""), one, Kind.PERCENT, consolidation=Consolidation.RATE, rate=both, number="6a"
    )
    done = apply(edition, new)
    assert done.catalogue.indicators["ty-le-xu-ly"].rate == both
    assert done.source["format"] == "reformdesk-catalogue/2"
    assert refused(edition, Consolidate("agency-satisfaction", Consolidation.RATE, rate=both)) == "rate-unfit"
    assert refused(edition, Consolidate("feedback-settled", Consolidation.RATE, rate=both)) == "consolidation-unfit"
    gone = apply(done, Retire("feedback-settled"))
    assert gone.drawn.indicators["ty-le-xu-ly"].rate == both
    assert gone.catalogue.indicators["ty-le-xu-ly"].rate is None
    assert gone.catalogue.source["format"] == "reformdesk-catalogue/1"


def test_another_kind_becomes_one_figure_in_its_own_way(edition: Edition) -> None:
    done = apply(edition, ChangeKind("agency-survey-forms", Kind.MARK))
    assert done.indicator("agency-survey-forms").consolidation is Consolidation.ANY
    # what it weighed can be weighed by it no more; the check tells
    assert done.drawn.indicators["agency-satisfaction"].weight == "agency-survey-forms"
    sole = apply(edition, ChangeKind("reform-workshops", Kind.DECIMAL))
    assert sole.indicator("reform-workshops").consolidation is Consolidation.SOLE


def test_who_reports_decides_how_shares_become_one(edition: Edition) -> None:
    done = apply(edition, Assign(("reform-workshops", "reform-contest"), EVERYONE, "Các sở, ngành, UBND cấp xã"))
    assert done.indicator("reform-workshops").consolidation is Consolidation.SUM
    assert done.indicator("reform-contest").consolidation is Consolidation.ANY
    printed = {row.get("indicator"): row["printed_reporter"] for row in done.table("1")["rows"]}
    assert printed["reform-contest"] == "Các sở, ngành, UBND cấp xã"
    assert printed["broadcast-bulletins"] == "Đài PT-TH tỉnh"
    back = apply(done, Assign(("reform-contest",), Reporter(agency="so-noi-vu")))
    assert back.indicator("reform-contest").consolidation is Consolidation.SOLE
    assert refused(done, Assign(("reform-contest",), Reporter())) == "reporter-missing"


def test_tables_and_areas_come_and_go(edition: Edition) -> None:
    done = apply(edition, AddArea("Lĩnh vực chuyển đổi số", Label("Chuyển đổi số", ""), Label("Số", "")))
    assert done.source["areas"][-1]["id"] == "8"
    done = apply(done, AddTable("8", "8. Chuyển đổi số"))
    done = apply(done, AddIndicator("8", Label("Số nền tảng", ""), EVERYONE))
    assert done.catalogue.area_of["so-nen-tang"] == "8"
    assert refused(done, RemoveArea("8")) == "area-has-tables"
    done = apply(done, MoveTable("8", 0, "1"))
    assert done.catalogue.order[0] == "so-nen-tang"
    done = apply(apply(done, RemoveTable("8")), RemoveArea("8"))
    assert done.source["tables"] == edition.source["tables"]
    assert done.source["indicators"] == edition.source["indicators"]


def test_rows_move_with_what_is_nested_below_them(edition: Edition) -> None:
    before = rows(edition, "6")
    place = next(at for at, one in enumerate(before) if one[2] == "self-financing-with-investment")
    done = apply(edition, MoveRow("6", place, 0, 0))
    moved = rows(done, "6")
    assert sorted(one[2] for one in moved) == sorted(one[2] for one in before)
    assert moved[0][2] == "self-financing-with-investment"
    assert moved[1][1] == 1
    assert refused(edition, MoveRow("6", 0, 0, 1)) == "row-level"
    across = apply(edition, MoveRow("2", 0, -1, 0, "7"))
    assert across.catalogue.area_of["legal-documents-issued"] == "7"
    assert refused(edition, MoveRow("2", 0, 0, 0, "4.1")) == "table-has-columns"


def test_rules_say_something_or_are_refused(edition: Edition) -> None:
    new = Rule("", "at-most", Severity.WARNING, left="reform-workshops", right="reform-initiatives")
    done = apply(edition, SetRule(new))
    assert done.drawn.rules[-1].id == "at-most-reform-workshops"
    twice = Rule("x", "total", Severity.WARNING, total="reform-workshops", parts=(Part(1, "reform-workshops"),))
    assert refused(edition, SetRule(twice)) == "rule-empty"
    assert refused(edition, SetRule(Rule("x", "jump", Severity.WARNING, factor=Decimal(1)))) == "rule-empty"
    assert refused(edition, SetRule(Rule("x", "guess", Severity.WARNING))) == "rule-unknown"
    for rule in edition.drawn.rules:
        assert apply(edition, SetRule(rule)).drawn.rules == edition.drawn.rules


SOME_EDITS: tuple[Edit, ...] = (
    AddIndicator("1", Label("Tên", "Name"), EVERYONE, Kind.DECIMAL, Nature.STOCK, Label("km", "km"), digits=2, at=3),
    AddTable("1", "Bảng", layout=Layout.PERIODS_DOWN),
    ChangeUnit("reform-workshops", Label("lớp", "classes"), "lớp"),
    Assign(("reform-workshops",), Reporter(agency="so-noi-vu")),
    SetRule(Rule("r", "jump", Severity.WARNING, factor=Decimal("2.5"), least=Decimal(10))),
    Several((Renumber("1", 0, "1a"), Retire("reform-workshops")), Label("Hai việc", "Two things")),
)


@pytest.mark.parametrize("edit", SOME_EDITS)
def test_an_edit_is_read_as_it_was_written(edition: Edition, edit: Edit) -> None:
    assert from_wire(to_wire(edit)) == edit
    apply(edition, edit)


@pytest.mark.parametrize(
    "wire",
    [
        {"edit": "unknown"},
        {"edit": "retire"},
        {"edit": "retire", "indicator": 5},
        {"edit": "retire", "indicator": "n", "more": 1},
        {"edit": "change-kind", "indicator": "n", "kind": "odd"},
        {"edit": "several"},
        {},
    ],
)
def test_an_edit_that_cannot_be_read_is_refused(wire: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="invalid-edit"):
        from_wire(wire)


def test_several_are_one_step_or_none(edition: Edition) -> None:
    edits = (Retire("reform-workshops"), Retire("nothing"))
    assert refused(edition, Several(edits)) == "edition-gone"
    assert "reform-workshops" in edition.indicators
