"""What keeps an edition from being handed out, and what is only worth a look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reformdesk.core import edition_checks, founding, register
from reformdesk.core.agency_edits import DissolveAgency, LeaveGroup, MergeAgencies, assignments
from reformdesk.core.catalogue import Consolidation, Kind, Label, Part, Rate, Reporter, Rule, Severity
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.edition_edits import apply
from reformdesk.core.edition_problem import Problem
from reformdesk.core.indicator_edits import AddIndicator, Assign, ChangeKind, Retire, SetRule
from reformdesk.core.organisation import Succession
from reformdesk.core.table_edits import AddArea, AddRow, AddTable, NameEdition
from tests.core.builders import AGENCIES, indicator, source

REFORM = date(2025, 7, 1)
WARNED_OF = "number-twice"
"""The one thing that the set that ships with the program prints amiss, as the tables of its time do."""


@pytest.fixture
def edition() -> Edition:
    """The set that ships with the program, with the sample province."""
    return Edition(founding.template_indicators().source, register.from_agencies(founding.template_agencies()))


def after(edition: Edition, *edits: Edit) -> dict[str, Problem]:
    for edit in edits:
        edition = apply(edition, edit)
    return {one.code: one for one in edition_checks.problems(edition) if one.code != WARNED_OF}


def small(*indicators: dict[str, Any], rules: Sequence[dict[str, Any]] = (), **members: Any) -> Edition:
    return Edition({**source(*indicators, rules=tuple(rules)), **members}, register.from_agencies(AGENCIES))


def codes(edition: Edition) -> list[str]:
    return [one.code for one in edition_checks.problems(edition)]


def test_the_set_that_ships_can_be_handed_out(edition: Edition) -> None:
    (twice,) = edition_checks.problems(edition)
    assert (twice.code, twice.table, twice.row, twice.blocks) == (WARNED_OF, "1", 14, False)
    assert edition_checks.can_be_handed_out(edition)


def test_what_names_a_retired_indicator_is_found_with_its_place(edition: Edition) -> None:
    found = after(edition, Retire("civil-servants-assigned"), Retire("agency-survey-forms"))
    assert found["rule-names-retired"].rule == "civil-servants-present-within-assigned"
    assert found["rule-names-retired"].indicator == "civil-servants-present"
    assert found["weight-retired"].indicator == "agency-satisfaction"
    assert all(one.blocks for one in found.values())


def test_a_rate_needs_both_its_parts_as_they_were(edition: Edition) -> None:
    one = edition.indicator("feedback-received").reporter
    both = Rate("feedback-settled", "feedback-received")
    rate = AddIndicator("3", Label("Tỷ lệ", ""), one, Kind.PERCENT, consolidation=Consolidation.RATE, rate=both)
    made = apply(edition, rate)
    assert after(made) == {}
    assert "rate-part-no-count" in after(made, Retire("feedback-settled"))
    assert "rate-part-no-count" in after(made, ChangeKind("feedback-settled", Kind.TEXT))
    everyone = Reporter(group="all")
    assert "rate-part-elsewhere" in after(made, Assign(("feedback-settled",), everyone))
    assert after(made, Assign(("feedback-settled", "feedback-received", "ty-le"), everyone)) == {}


def test_nobody_reports_for_an_agency_that_is_no_more(edition: Edition) -> None:
    merged = MergeAgencies(("so-thong-tin-va-truyen-thong",), "so-noi-vu", REFORM)
    found = after(edition, merged)
    assert dict(found["reporter-succeeded"].params)["heirs"] == Label("Sở Nội vụ", "Department of Home Affairs")
    assert "former-printed" not in found, "it is still said to report"
    done = apply(edition, merged)
    assert after(done, *assignments(edition, merged)) == {}
    gone = after(edition, DissolveAgency("dai-pt-th", REFORM))
    assert gone["reporter-gone"].indicator == "broadcast-bulletins"
    # before that day everything is in order
    before = edition_checks.problems(done, day=date(2025, 6, 30))
    assert [one.code for one in before] == [WARNED_OF]


def test_a_row_that_names_an_agency_of_the_past_is_worth_a_look(edition: Edition) -> None:
    place = [row.get("indicator") for row in edition.table("1")["rows"]].index("broadcast-bulletins")
    rows = list(edition.table("1")["rows"])
    new = Assign(("broadcast-bulletins",), Reporter(agency="so-noi-vu"))
    done = apply(apply(edition, new), DissolveAgency("dai-pt-th", REFORM))
    assert after(done) == {}
    stale = done.with_table("1", rows=[*rows[:place], rows[place], *rows[place + 1 :]])
    stands = after(apply(edition, new).with_table("1", rows=rows))
    assert [(one.code, one.indicator) for one in stands.values()] == [("other-printed", "broadcast-bulletins")]
    (found,) = after(stale).values()
    assert (found.code, found.table, found.row, found.blocks) == ("former-printed", "1", place, False)


def test_a_group_that_nobody_is_in_reports_nothing(edition: Edition) -> None:
    districts = [one.id for one in edition.register.at(REFORM) if "districts" in one.groups]
    found = after(edition, *(LeaveGroup(one, "districts", REFORM) for one in districts))
    assert dict(found["group-empty"].params)["group"] == Label("districts", "districts")


def test_circles_among_rules_are_found() -> None:
    def total(name: str, *parts: str) -> dict[str, Any]:
        signed = [{"sign": "+", "indicator": part} for part in parts]
        return {"id": f"r-{name}", "kind": "total", "total": name, "parts": signed, "severity": "warning"}

    three = [indicator(name) for name in "abc"]
    assert codes(small(*three, rules=[total("a", "b"), total("b", "c")])) == []
    circle = small(*three, rules=[total("a", "b"), total("b", "c"), total("c", "a")])
    assert codes(circle) == ["rule-circle"]
    (found,) = edition_checks.problems(circle)
    assert dict(found.params)["indicators"] == Label("A → B → C → A", "A → B → C → A")


def test_a_rule_that_never_has_anything_to_compare_is_worth_a_look(edition: Edition) -> None:
    apart = Rule("", "at-most", Severity.WARNING, left="reform-workshops", right="broadcast-bulletins")
    assert list(after(edition, SetRule(apart))) == ["rule-never-applies"]
    words = Rule("", "at-most", Severity.WARNING, left="reform-workshops", right="other-communication")
    assert list(after(edition, ChangeKind("other-communication", Kind.TEXT), SetRule(words))) == [
        "rule-takes-no-figure"
    ]
    again = replace(edition.rule("service-units-total"), id="again")
    assert list(after(edition, SetRule(again))) == ["rule-twice"]
    assert again.parts[0] == Part(1, "self-financing-with-investment")


def test_what_would_not_be_printed_is_found() -> None:
    one = indicator("n")
    base = source(one)
    table = base["tables"][0]

    def with_table(**members: Any) -> Edition:
        return small(one, tables=[{**table, **members}])

    deep = [{**table["rows"][0], "level": 1}]
    twice = [*table["rows"], {**table["rows"][0], "name": "Khác"}]
    jump = [{**table["rows"][0], "indicator": ""}, {**table["rows"][0], "level": 2}]
    assert codes(with_table(rows=deep)) == ["row-unreachable"]
    assert "row-unreachable" in codes(with_table(rows=jump))
    assert codes(with_table(rows=[])) == ["indicator-unplaced", "table-empty"]
    assert "indicator-twice" in codes(with_table(rows=twice))
    assert codes(with_table(columns=table["columns"][:2])) == ["table-prints-nothing"]
    assert codes(with_table(area="9")) == ["table-area-gone", "area-empty"]
    asks = [*table["rows"], {**table["rows"][0], "number": "2", "name": "Khác", "indicator": "x"}]
    assert codes(with_table(rows=asks)) == ["row-asks-unknown"]
    down = {"layout": "periods-down", "columns": [{"kind": "period"}, {"kind": "indicator", "indicator": "m"}]}
    assert "asked-out-of-place" in codes(with_table(**down))
    assert "nothing-asked" in codes(small())


def test_what_is_begun_and_left_is_worth_a_look(edition: Edition) -> None:
    label = Label("Mới", "")
    found = after(edition, AddArea("Mới", label, label), AddTable("1", "Mới"), AddRow("2", "Đề mục trống"))
    assert {code: one.blocks for code, one in found.items()} == dict.fromkeys(
        ("area-empty", "table-empty", "heading-empty"), False
    )
    assert list(after(edition, AddRow("2", "Số VBQPPL đã kiểm tra theo thẩm quyền"))) == ["heading-empty", "row-twice"]


def test_how_figures_become_one_must_suit_them() -> None:
    assert codes(small(indicator("n", "text"))) == ["not-consolidated-so"]
    assert codes(small(indicator("n", consolidation="sole"))) == ["one-figure-of-many"]
    marked = small(
        indicator("n", "percent", consolidation="mean", weight="m"), indicator("m", "mark", consolidation="any")
    )
    assert codes(marked) == ["weight-no-count"]
    elsewhere = indicator("m", reporter={"agency": "a"}, consolidation="sole")
    assert codes(small(indicator("n", "percent", consolidation="mean", weight="m"), elsewhere)) == ["weight-elsewhere"]


def test_an_edition_of_ones_own_has_a_name_of_its_own(edition: Edition) -> None:
    done = apply(edition, Retire("reform-workshops"))
    assert "named-as-its-base" in [one.code for one in edition_checks.problems(done, edition)]
    done = apply(done, NameEdition(Label("Bộ chỉ tiêu 2025", "")))
    assert "named-as-its-base" not in [one.code for one in edition_checks.problems(done, edition)]


def test_what_is_wrong_with_the_agencies_is_told_too(edition: Edition) -> None:
    around = tuple(
        Succession(before, heir, REFORM)
        for before, heir in (("so-tu-phap", "so-tai-chinh"), ("so-tai-chinh", "so-tu-phap"))
    )
    circular = replace(edition, register=replace(edition.register, successions=around))
    assert after(circular)["succession-cycle"].blocks
    idle = small(indicator("n", reporter={"agency": "a"}, consolidation="sole"))
    assert [(one.code, one.agency) for one in edition_checks.problems(idle)] == [("agency-owes-nothing-now", "b")]
