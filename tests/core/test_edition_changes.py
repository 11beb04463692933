"""The difference between two editions, as a change note tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reformdesk.core import edition_changes, founding, register
from reformdesk.core.agency_changes import name_of
from reformdesk.core.agency_edits import (
    DissolveAgency,
    FoundAgency,
    JoinGroup,
    LeaveGroup,
    MergeAgencies,
    NameGroup,
    PlaceAgency,
    RenameAgency,
    SetContact,
    SplitAgency,
    TakeRegister,
    Task,
)
from reformdesk.core.catalogue import Consolidation, Kind, Label, Nature, Rate, Reporter, Rule, Severity
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.edition_change import moved
from reformdesk.core.edition_edits import apply
from reformdesk.core.indicator_edits import (
    AddIndicator,
    Assign,
    ChangeDigits,
    ChangeKind,
    ChangeNature,
    ChangeUnit,
    Consolidate,
    RemoveRule,
    Retire,
    Reword,
    SetBlocks,
    SetRule,
)
from reformdesk.core.table_edits import (
    AddArea,
    AddRow,
    AddTable,
    HeadColumn,
    MoveColumn,
    MoveRow,
    MoveTable,
    NameEdition,
    PrintReporter,
    PrintTableReporter,
    RemoveRow,
    RemoveTable,
    Renumber,
    RetitleArea,
    RetitleTable,
    RewordRow,
)

REFORM = date(2025, 7, 1)
EVERYONE = Reporter(group="all")
ONE = "reform-workshops"
"""An indicator in the seventh row of the first table."""


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The set that ships with the program, with the sample province."""
    return Edition(founding.template_indicators().source, register.from_agencies(founding.template_agencies()))


def told(edition: Edition, *edits: Edit) -> list[str]:
    done = edition
    for edit in edits:
        done = apply(done, edit)
    return [one.code for one in edition_changes.between(edition, done)]


LABEL = Label("Mới", "")
ALONE = (
    (NameEdition(Label("Bộ chỉ tiêu 2025", "")), "set-renamed"),
    (AddArea("Mới", LABEL, LABEL), "area-added"),
    (RetitleArea("2", "Mới", LABEL, LABEL), "area-retitled"),
    (RetitleArea("2", "Lĩnh vực cải cách thể chế", LABEL, LABEL), "area-shortened"),
    (SetBlocks(()), "blocks-changed"),
    (AddTable("2", "Bảng"), "table-added"),
    (RetitleTable("2", "Bảng"), "table-retitled"),
    (RetitleTable("2", "2. Lĩnh vực cải cách thể chế", "Rules"), "table-retitled-in-english"),
    (MoveTable("7", 0), "table-moved"),
    (MoveTable("7", 7, "6"), "table-in-other-area"),
    (PrintTableReporter("4.1", "Các sở"), "table-reporter-printed"),
    (HeadColumn("2", 1, "Nội dung"), "columns-headed"),
    (MoveColumn("2", 2, 0), "columns-headed"),
    (MoveColumn("4.1", 3, 2), "indicator-moved"),
    (AddRow("2", "Đề mục", at=0), "heading-added"),
    (RewordRow("1", 3, "Tuyên truyền"), "row-reworded"),
    (RewordRow("1", 17, "Mức độ hài lòng"), "row-reworded"),
    (Renumber("1", 3, "2"), "row-renumbered"),
    (Renumber("1", 6, "+"), "row-renumbered"),
    (PrintReporter("1", 6, "Sở"), "reporter-printed"),
    (MoveRow("1", 6, 4, 1), "indicator-moved"),
    (AddIndicator("1", LABEL, EVERYONE), "indicator-added"),
    (Retire(ONE), "indicator-retired"),
    (Retire("self-financing-recurrent"), "indicator-retired"),
    (Reword(ONE, Label("Số lớp", "Workshops")), "indicator-reworded"),
    (ChangeUnit(ONE, Label("khóa", "")), "unit-changed"),
    (ChangeNature(ONE, Nature.STOCK), "nature-changed"),
    (ChangeDigits(ONE, 3), "digits-changed"),
    (ChangeKind(ONE, Kind.DECIMAL), "kind-changed"),
    (RemoveRule("jump"), "rule-removed"),
    (SetRule(Rule("jump", "jump", Severity.WARNING, factor=Decimal(5), least=Decimal(20))), "rule-changed"),
    (SetRule(Rule("", "at-most", Severity.WARNING, left=ONE, right="reform-initiatives")), "rule-added"),
    (FoundAgency("Xã Mới", ("communes",), on=REFORM), "agency-founded"),
    (FoundAgency("Xã Mới"), "agency-added"),
    (RenameAgency("dai-pt-th", "Báo và Đài", on=REFORM), "agency-renamed"),
    (RenameAgency("dai-pt-th", "Đài PT-TH"), "agency-name-mended"),
    (MergeAgencies(("dai-pt-th", "so-tu-phap"), "so-noi-vu", REFORM), "agencies-merged"),
    (DissolveAgency("dai-pt-th", REFORM), "agency-dissolved"),
    (JoinGroup("dai-pt-th", "media", REFORM), "group-joined"),
    (LeaveGroup("so-tu-phap", "departments", REFORM), "group-left"),
    (LeaveGroup("so-tu-phap", "departments"), "group-never"),
    (SetContact("dai-pt-th", "0200"), "contact-changed"),
    (PlaceAgency("dai-pt-th"), "agencies-moved"),
    (NameGroup("departments", "Các sở"), "group-named"),
)


@pytest.mark.parametrize(("edit", "code"), ALONE, ids=[f"{type(edit).__name__}-{code}" for edit, code in ALONE])
def test_what_one_edit_changes_is_told_in_one_line(edition: Edition, edit: Edit, code: str) -> None:
    assert told(edition, edit) == [code]


def test_nothing_is_told_where_nothing_is_different(edition: Edition) -> None:
    assert told(edition) == []
    assert told(edition, Renumber("1", 6, "+"), Renumber("1", 6, "-")) == []


def test_who_reports_and_how_figures_become_one_are_told_apart(edition: Edition) -> None:
    assert told(edition, Assign((ONE,), EVERYONE)) == ["reporter-changed", "consolidation-changed"]
    both = Rate("feedback-settled", "feedback-received")
    one = edition.indicator("feedback-settled").reporter
    rate = AddIndicator("3", LABEL, one, Kind.PERCENT)
    computed = Consolidate("moi", Consolidation.RATE, rate=both)
    made = apply(edition, rate)
    assert told(made, computed) == ["rate-computed"]
    assert told(apply(made, computed), Consolidate("moi", Consolidation.SOLE)) == ["consolidation-changed"]
    above = replace(both, may_exceed=True)
    assert told(apply(made, computed), Consolidate("moi", Consolidation.RATE, rate=above)) == ["rate-may-exceed"]
    assert told(edition, Consolidate("agency-satisfaction", Consolidation.MEAN)) == ["weight-changed"]


def test_an_indicator_that_moves_to_another_table_is_the_same(edition: Edition) -> None:
    assert told(edition, MoveRow("1", 6, 0, 0, "2")) == ["indicator-from-table", "row-nested"]
    assert set(told(edition, RemoveTable("4.2"))) == {"table-removed", "indicator-retired"}
    (change,) = edition_changes.between(edition, apply(edition, Retire(ONE)))
    assert (change.table, change.indicator, dict(change.params)["number"]) == ("1", ONE, "3")


def test_headings_are_known_by_their_words_or_else_by_their_number(edition: Edition) -> None:
    done = apply(edition, AddRow("2", "Đề mục cũ", "9", at=0))
    assert told(done, RewordRow("2", 0, "Đề mục mới")) == ["row-reworded"]
    assert told(done, RemoveRow("2", 0)) == ["heading-removed"]
    assert told(done, MoveRow("2", 0, 3, 0)) == ["table-rearranged"]


def test_what_is_the_same_of_many_rows_is_one_line(edition: Edition) -> None:
    many = ("legal-documents-issued", "legal-documents-proposed", "legal-documents-handled")
    done = apply(edition, Assign(many, EVERYONE))
    reporter, how = edition_changes.between(edition, done)
    assert (reporter.code, how.code) == ("reporter-changed", "consolidation-changed")
    assert dict(reporter.params)["indicator"] == tuple(edition.indicator(name).name for name in many)
    assert reporter.indicator == many[0]


def test_a_heading_is_known_by_what_it_heads(edition: Edition) -> None:
    place = 14
    assert edition.table("1")["rows"][place]["name"] == "Sở, huyện thực hiện"
    edits = (RewordRow("1", place, "Sở, ngành, cấp xã thực hiện"), Renumber("1", place, "6.2."))
    assert told(edition, *edits) == ["row-reworded", "row-renumbered"]


def test_tasks_that_go_over_by_function_are_told_by_successor(edition: Edition) -> None:
    tasks = (Task("so-noi-vu", frozenset({ONE, "x"})), Task("so-tu-phap", frozenset({"y"})))
    assert told(edition, SplitAgency("so-tai-chinh", tasks, REFORM)) == [
        "agency-dissolved",
        "tasks-passed",
        "tasks-passed",
    ]
    assert told(edition, SplitAgency("so-tai-chinh", tasks, REFORM, dissolve=False)) == ["tasks-passed", "tasks-passed"]
    whole = (Task("so-noi-vu"), Task("so-tu-phap"))
    assert told(edition, SplitAgency("so-tai-chinh", whole, REFORM))[1:] == ["all-tasks-passed"] * 2


def test_many_that_end_on_one_day_are_one_line(edition: Edition) -> None:
    districts = [one.id for one in edition.register.at(REFORM) if "districts" in one.groups]
    done = edition
    for one in districts:
        done = apply(done, DissolveAgency(one, REFORM))
    (change,) = edition_changes.between(edition, done)
    assert (change.code, len(districts)) == ("agency-dissolved", 18)
    assert dict(change.params)["agencies"] == tuple(name_of(edition.register.by_id[one]) for one in districts)


def test_an_agency_that_is_not_in_a_list_any_more_is_named(edition: Edition) -> None:
    entries = tuple(one for one in edition.register.entries if one.id != "dai-pt-th")
    list_without = TakeRegister(register.Register(edition.register.groups, entries))
    assert told(edition, list_without) == ["agency-removed"]


def test_the_fewest_that_have_to_move() -> None:
    assert moved("abcde", "eabcd") == ["e"]
    assert moved("abcde", "bacde") in (["a"], ["b"])
    assert moved("abc", "xabyc") == []
    assert len(moved("abc", "cba")) == 2
