"""What is said of ``report.json`` and ``report.csv`` in ``resources/schemas`` holds for whatever the program writes."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from reformdesk.assets import resource
from reformdesk.core import adjusting, closings, merged, origin, reporting, roundbook, store
from reformdesk.core.adjusting import Adjustment
from reformdesk.core.consolidation import Share, Total
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.store import Workspace
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text, Value
from reformdesk.office import export
from tests.demo import LATER, NEWEST, copy_of_office
from tests.office.test_reports import FORMULAS

DIGEST = "ab" * 32
ENTERED = {"by": "Lan", "how": "paper", "given_by": "Bà Hòa", "given_at": "2024-06-20T08:30:00Z", "document": "12/BC"}
INDICATOR = "civil-servants-present"


def _schema(name: str) -> Any:
    return json.loads(resource("schemas", name).read_bytes())


@cache
def judge() -> Draft202012Validator:
    schema = _schema("report.schema.json")
    Draft202012Validator.check_schema(schema)
    beside = Resource.from_contents(_schema("value.schema.json"))
    registry: Registry[Any] = Registry().with_resource("value.schema.json", beside)
    return Draft202012Validator(schema, registry=registry)


def problems_in_json(report: Report) -> list[str]:
    document = json.loads(export.render("report.json", report))
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in judge().iter_errors(document)]


def problems_in_csv(content: bytes) -> Iterator[str]:
    """Hold a table to its schema as Table Schema (Frictionless) defines it."""
    table = _schema("report.table.json")
    head, *lines = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    if head != [one["name"] for one in table["fields"]]:
        yield f"head: {head}"
        return
    for line in lines:
        for name, given_, field in zip(head, line, table["fields"], strict=True):
            for told in _breaches(given_, field.get("constraints", {})):
                yield f"{name}: {told} {given_!r}"
    keys = [tuple(line[head.index(name)] for name in table["primaryKey"]) for line in lines]
    if len(set(keys)) != len(keys):
        yield "a line stands twice"


def _breaches(given_: str, constraints: dict[str, Any]) -> Iterator[str]:
    checks: dict[str, Callable[[Any], bool]] = {
        "required": lambda wanted: bool(given_) or not wanted,
        "pattern": lambda wanted: re.fullmatch(wanted, given_) is not None,
        "maxLength": lambda wanted: len(given_) <= wanted,
        "enum": lambda wanted: given_ in wanted,
    }
    return (name for name, wanted in constraints.items() if not checks[name](wanted))


def as_it_stands(workspace: Workspace, round_ids: list[str] | None = None) -> Report:
    read = reporting.read(workspace, round_ids)
    return Report.of(list(read.whole()), read.state)


@pytest.fixture(scope="module")
def newest(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> ConsolidatedRound:
    with store.open_workspace(copy_of_office(demo, tmp_path_factory.mktemp("schemas"))) as workspace:
        return merged.consolidated(workspace, [NEWEST])[0]


@pytest.fixture(scope="module")
def reporting_on(newest: ConsolidatedRound) -> Callable[[Total], Report]:
    """Makes a report of one total, every share of which may have been entered on behalf."""
    everyone = dict.fromkeys(newest.round.by_id, ENTERED)
    return lambda total: Report.of([replace(newest, totals={total.indicator: total}, entered=everyone)], DIGEST)


def test_the_sample_s_reports_are_as_the_schemas_say(demo: Path, office: Path) -> None:
    with store.open_workspace(office) as workspace:
        assert problems_in_json(as_it_stands(workspace)) == []
    assert list(problems_in_csv((demo / "report.csv").read_bytes())) == []


def test_so_is_a_report_after_closings_and_a_decision(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        closings.close(workspace, NEWEST, "", "Lan", LATER)
        closings.reopen(workspace, NEWEST, "Đếm thiếu", "Lan", LATER)
        wanted = Adjustment(INDICATOR, Number(Decimal(3130)), Number(Decimal(2914)), "Đếm thiếu")
        adjusting.adjust(workspace, roundbook.load(workspace, NEWEST), wanted, "Lan", LATER)
        between = as_it_stands(workspace, [NEWEST])
        closings.close(workspace, NEWEST, "", "Lan", LATER)
        after = as_it_stands(workspace, [NEWEST])
    for report in (between, after):
        assert problems_in_json(report) == []
        assert list(problems_in_csv(export.render("r.csv", report))) == []
    document = json.loads(export.render("report.json", after))
    assert document["rounds"][0]["closing"]["changes"][0]["totals"][0]["indicator"] == INDICATOR


def test_so_is_one_agency_s_report(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        report = reporting.of_agency(workspace, "so-tu-phap")
    assert problems_in_json(report) == []
    assert list(problems_in_csv(export.render("r.csv", report))) == []


def test_what_a_report_was_made_from_is_described(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        report = as_it_stands(workspace)
    document = json.loads(export.render("report.json", report))
    assert document["origin"] == json.loads(origin.as_json(origin.of(report)))
    document["origin"]["rounds"][0]["unheard-of"] = 1
    assert not judge().is_valid(document)


def test_nothing_is_missing_or_added_unnoticed(reporting_on: Callable[[Total], Report]) -> None:
    share = Share("so-noi-vu", Number(Decimal(1)), "vì", DIGEST, provisional=True, entered=True)
    total = Total(INDICATOR, Number(Decimal(7)), (share,), 1, 1, "vì", Number(Decimal(1)), unweighed=1, contested=True)
    total = replace(total, one_part=1, from_adjusted=True)
    document = json.loads(export.render("report.json", reporting_on(total)))
    assert judge().is_valid(document)
    for holder in (document, document["rounds"][0], *_parts_of(document["rounds"][0])):
        holder["unheard-of"] = 1
        assert not judge().is_valid(document), holder
        del holder["unheard-of"]
        for name in ("format", "state", "rounds", "id", "digest", "indicator", "value", "coverage", "agency", "reason"):
            if name in holder:
                kept = holder.pop(name)
                assert not judge().is_valid(document), name
                holder[name] = kept
    assert judge().is_valid(document)


def _parts_of(round_: dict[str, Any]) -> list[dict[str, Any]]:
    (total,) = round_["totals"]
    return [
        round_["title"],
        total,
        total["value"],
        total["adjusted"],
        total["shares"][0],
        total["shares"][0]["entered"],
    ]


_SAID = st.one_of(st.sampled_from(FORMULAS), st.text(st.characters(codec="utf-8"), min_size=1, max_size=30))
_AMOUNTS = st.decimals(-(10**17), 10**17, places=4)
_VALUES: st.SearchStrategy[Value] = st.one_of(
    _AMOUNTS.map(lambda amount: Number(Decimal(amount))),
    st.builds(Number, _AMOUNTS, st.just("DVCTT")),
    st.booleans().map(Mark),
    _SAID.map(Text),
    st.sampled_from(Status),
    st.lists(_AMOUNTS, min_size=1, max_size=2).map(
        lambda rates: Rates(
            tuple(BlockRate(block, "- Khối", rate) for block, rate in zip(("so-nganh", "huyen"), rates, strict=False))
        )
    ),
)


@given(
    st.lists(st.tuples(_VALUES, _SAID | st.just(""), st.booleans(), st.booleans()), max_size=4),
    _VALUES,
    _SAID | st.just(""),
    st.none() | _VALUES,
)
def test_so_is_whatever_agencies_and_officers_say(
    reporting_on: Callable[[Total], Report],
    said: list[tuple[Value, str, bool, bool]],
    value: Value,
    reason: str,
    folded: Value | None,
) -> None:
    agencies = ("so-noi-vu", "so-tu-phap", "so-tai-chinh", "so-y-te")
    shares = tuple(
        Share(agency, given_, words, DIGEST, provisional=provisional, entered=entered)
        for agency, (given_, words, provisional, entered) in zip(agencies, said, strict=False)
    )
    total = Total(INDICATOR, value, shares, len(said), 39, reason, folded, sent=len(said))
    report = reporting_on(total)
    assert problems_in_json(report) == []
    assert list(problems_in_csv(export.render("r.csv", report))) == []


def test_a_sum_longer_than_any_answer_is_a_number_still(reporting_on: Callable[[Total], Report]) -> None:
    total = Total(INDICATOR, Number(Decimal(10) ** 20 + 1), (), 300, 300)
    assert problems_in_json(reporting_on(total)) == []


def test_a_table_that_is_not_as_described_is_found(demo: Path) -> None:
    content = (demo / "report.csv").read_bytes()
    assert list(problems_in_csv(content.replace(b"agency,", b"office,", 1)))
    assert list(problems_in_csv(content.replace(b"/39\r\n", b" of 39\r\n", 1)))
    assert list(problems_in_csv(content + content.splitlines(keepends=True)[-1]))
