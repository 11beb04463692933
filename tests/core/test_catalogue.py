from __future__ import annotations

import json
from typing import Any

import pytest

from reformdesk.assets import resource
from reformdesk.core import catalogue_reading
from reformdesk.core.catalogue import Catalogue, Consolidation, Kind, Nature
from reformdesk.errors import Refused
from tests.core.builders import indicator, source


@pytest.fixture(scope="module")
def printed() -> Catalogue:
    return catalogue_reading.load(resource("catalogue", "2021-2024.json"))


def test_all_rows_of_the_printed_tables(printed: Catalogue) -> None:
    rows = {table.id: len(table.rows) for table in printed.tables}
    assert rows == {"1": 18, "2": 7, "3": 18, "4.1": 0, "4.2": 0, "5": 11, "6": 21, "7": 13}
    assert [area.id for area in printed.areas] == list("1234567")


def test_eighty_indicators_take_values(printed: Catalogue) -> None:
    assert len(printed.indicators) == len(set(printed.order)) == 80


def test_the_printed_oddities_are_kept(printed: Catalogue) -> None:
    table = {table.id: table for table in printed.tables}
    numbers = [row.number for row in table["1"].rows]
    assert "5" not in numbers
    assert numbers.count("6.1.") == 2
    assert [row.printed_reporter for row in table["3"].rows].count("%") == 3
    assert not any(row.printed_reporter for row in table["6"].rows)
    online = printed.indicators["online-services"]
    assert (online.written_unit, online.unit_also) == ("DVCTT", ("DCVTT",))


def test_who_reports_and_where_that_was_taken_from(printed: Catalogue) -> None:
    assumed = [one for one in printed.indicators.values() if one.reporter_from == "assumed"]
    assert {one.reporter.agency for one in assumed} == {"so-tai-chinh"}
    assert {printed.area_of[one.id] for one in assumed} == {"6"}
    inherited = printed.indicators["on-time-rate-district"]
    assert (inherited.reporter.agency, inherited.reporter_from) == ("van-phong-ubnd-tinh", "parent")


def test_a_group_is_never_reported_by_one_alone(printed: Catalogue) -> None:
    for one in printed.indicators.values():
        assert (one.consolidation is Consolidation.SOLE) == bool(one.reporter.agency), one.id


def test_rates_are_no_counts(printed: Catalogue) -> None:
    for one in printed.indicators.values():
        assert one.kind.takes_fraction == (one.unit.vi == "%"), one.id


def test_the_number_an_officer_looks_for(printed: Catalogue) -> None:
    assert printed.printed_number("feedback-settled") == "6"
    assert printed.printed_number("state-funded-district") == "4"
    assert printed.printed_number("province-satisfaction") == "6.1."
    assert printed.printed_number("department-branches") == "4.1"


def test_every_name_has_both_languages(printed: Catalogue) -> None:
    for one in printed.indicators.values():
        assert one.name.vi, one.id
        assert one.name.en, one.id
    for table in printed.tables:
        for row in table.rows:
            assert row.indicator or row.name_en, row.name


def test_the_rules_digest_tells_rules_apart() -> None:
    rule = {"id": "jump", "kind": "jump", "factor": "3", "least": "20", "severity": "warning"}
    first, second = source(indicator(), rules=(rule,)), source(indicator(), rules=({**rule, "factor": "4"},))
    assert catalogue_reading.parse(first).rules_digest != catalogue_reading.parse(second).rules_digest


def broken(change: str) -> dict[str, Any]:
    made = source(indicator("n"), indicator("m"))
    match change:
        case "format":
            made["format"] = "reformdesk-catalogue/9"
        case "unknown row":
            made["tables"][0]["rows"][0]["indicator"] = "ghost"
        case "twice":
            made["tables"][0]["rows"].append(made["tables"][0]["rows"][0])
        case "indicators" | "tables" | "areas":
            made[change].append({**made[change][0], "rows": []})
        case "rule":
            made["rules"] = [{"id": "r", "kind": "at-most", "left": "n", "right": "ghost", "severity": "warning"}]
        case "weight":
            made["indicators"][0]["weight"] = "ghost"
        case "kind":
            made["indicators"][0]["kind"] = "colour"
        case "area":
            made["tables"][0]["area"] = "9"
        case _:
            del made["areas"]
    return made


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("format", "newer-catalogue"),
        ("unknown row", "invalid-catalogue"),
        ("twice", "invalid-catalogue"),
        ("indicators", "invalid-catalogue"),
        ("tables", "invalid-catalogue"),
        ("areas", "invalid-catalogue"),
        ("rule", "invalid-catalogue"),
        ("weight", "invalid-catalogue"),
        ("kind", "invalid-catalogue"),
        ("area", "invalid-catalogue"),
        ("missing", "invalid-catalogue"),
    ],
)
def test_a_broken_catalogue_is_refused(change: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        catalogue_reading.parse(broken(change))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("name", "vi"), 5),
        (("areas", 0, "short", "vi"), ["x"]),
        (("areas", 0, "title"), None),
        (("indicators", 0, "name"), {"vi": "x"}),
        (("indicators", 0, "unit_also"), [1]),
        (("indicators", 0, "digits"), 10**9),
        (("indicators", 0, "digits"), True),
        (("indicators", 0, "id"), 7),
        (("tables", 0, "rows", 0, "indicator"), ["n"]),
        (("tables", 0, "rows", 0, "level"), "1"),
        (("tables", 0, "title"), 1.5),
        (("rules", 0, "least"), "NaN"),
        (("rules", 0, "factor"), "1e999999"),
        (("rules", 0, "left"), 0),
    ],
)
def test_a_catalogue_of_other_types_is_refused(place: tuple[str | int, ...], value: object) -> None:
    """Whoever has a key can seal one: it must end here, not on the page that shows it."""
    rule = {"id": "jump", "kind": "jump", "factor": "3", "least": "20", "severity": "warning"}
    made = json.loads(json.dumps(source(indicator("n"), rules=(rule,))))
    catalogue_reading.parse(made)
    inside: Any = made
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    with pytest.raises(Refused) as caught:
        catalogue_reading.parse(made)
    assert caught.value.code == "invalid-catalogue"


def test_kinds_and_natures_are_the_ones_of_the_schema() -> None:
    assert {kind.value for kind in Kind} == {"count", "decimal", "percent", "rate-or-blocks", "mark", "text"}
    assert {nature.value for nature in Nature} == {"stock", "flow"}
