"""The example that ships with the program: the printed tables' set without the district level, and who takes over."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reformdesk.core import catalogue_reading, founding
from reformdesk.core.catalogue import Catalogue, Consolidation, Indicator, Label, Reporter
from reformdesk.core.sample import part_of, read_sample, read_two_level
from reformdesk.core.values import Number, Status, Value
from tests.core.builders import number, one

RETIRED = {
    "procedures-district",
    "dossiers-district-one-stop",
    "on-time-rate-district",
    "district-divisions",
    "district-service-units",
    "autonomous-agencies-district",
    "self-financing-with-investment-district",
    "self-financing-recurrent-district",
    "partly-self-financing-district",
    "state-funded-district",
}


@pytest.fixture(scope="module")
def before() -> Catalogue:
    return catalogue_reading.load(read_sample().catalogue)


@pytest.fixture(scope="module")
def now() -> Catalogue:
    return catalogue_reading.load(read_two_level().catalogue)


def test_it_is_an_example_that_follows_the_printed_set(before: Catalogue, now: Catalogue) -> None:
    assert now.example
    assert now.follows == before.digest
    assert "(ví dụ)" in now.name.vi
    assert "(example)" in now.name.en


def test_what_it_retires_is_of_the_districts_and_the_rest_keeps_its_identity(before: Catalogue, now: Catalogue) -> None:
    assert before.indicators.keys() - now.indicators.keys() == RETIRED
    added = now.indicators.keys() - before.indicators.keys()
    assert all("commune" in name or "province" in name for name in added), added


def test_nothing_in_it_speaks_of_districts_any_more(now: Catalogue) -> None:
    said = json.dumps(now.source, ensure_ascii=False).lower()
    assert not any(word in said for word in ("huyện", "thị xã", "district", "thông tin và truyền thông"))


def test_what_stays_is_counted_alike_but_where_it_is_computed_now(before: Catalogue, now: Catalogue) -> None:
    computed = {name for name, indicator in now.indicators.items() if indicator.rate is not None}
    assert computed == {"on-time-rate-province", "on-time-rate-commune"}
    for name in (before.indicators.keys() & now.indicators.keys()) - computed:
        assert _counted(before.indicators[name]) == _counted(now.indicators[name]), name


def _counted(indicator: Indicator) -> Indicator:
    """An indicator without what it is called and who reports it."""
    return replace(
        indicator, name=Label("", ""), reporter=Reporter(agency="a"), reporter_from="", blocks=(), unit=indicator.unit
    )


def test_somebody_reports_everything(now: Catalogue) -> None:
    agencies = read_two_level().agencies
    for indicator in now.indicators.values():
        asked = [agency for agency in agencies if agency.answers_for(indicator.reporter)]
        assert asked, indicator.id
        if indicator.reporter.agency:
            assert len(asked) == 1
            assert indicator.consolidation in (Consolidation.SOLE, Consolidation.RATE)


def test_fourteen_departments_and_a_hundred_and_twenty_communes() -> None:
    told = read_two_level()
    assert Counter(group for agency in told.agencies for group in agency.groups) == {
        "all": 134,
        "departments": 14,
        "communes": 120,
    }
    for names in ([agency.id for agency in told.agencies], [agency.name for agency in told.agencies]):
        assert len(set(names)) == 134
    assert all(agency.contact and agency.name_en for agency in told.agencies)


def test_whoever_is_no_more_has_successors_and_whoever_is_new_has_predecessors() -> None:
    before, told = read_sample(), read_two_level()
    old, new = ({agency.id for agency in one.agencies} for one in (before, told))
    steps = [(wire["from"], wire["to"], wire["on"]) for wire in told.succession]
    assert len(old) == 39
    assert {one["id"] for one in told.former} == old - new == {first for first, _, _ in steps} - {"so-noi-vu"}
    assert {second for _, second, _ in steps} <= new
    assert new - old <= {second for _, second, _ in steps}
    assert len(steps) == len(set(steps))


def test_each_commune_lay_in_one_district_until_july() -> None:
    told = read_two_level()
    communes = {agency.id for agency in told.agencies if "communes" in agency.groups}
    origins = Counter(wire["to"] for wire in told.succession if wire["to"] in communes)
    assert origins == dict.fromkeys(communes, 1)
    assert {wire["on"] for wire in told.succession if wire["to"] in communes} == {"2025-07-01"}
    assert {wire["on"] for wire in told.succession if wire["to"] not in communes} == {"2025-03-01"}


def test_labour_went_to_several_by_function(before: Catalogue) -> None:
    gone = [wire for wire in read_two_level().succession if wire["from"] == "so-lao-dong-thuong-binh-va-xa-hoi"]
    assert len(gone) == 4
    assert {name for wire in gone for name in wire["indicators"]} <= before.indicators.keys()


def test_its_figures_are_what_is_asked(now: Catalogue) -> None:
    told = read_two_level()
    (figures,) = told.figures.values()
    assert list(figures) == [name for name in now.order if now.indicators[name].rate is None]
    asked = {agency.id: agency for agency in told.agencies}
    for agency, words in told.said.items():
        assert all(asked[agency].answers_for(now.indicators[name].reporter) for name in words)


def test_a_part_is_dealt_out_of_the_whole_and_no_more_than_that() -> None:
    whole: dict[str, Value | None] = {f"a{place}": number(str(place * 10)) for place in range(9)}
    shares = part_of({**whole, "none": Status.NOT_APPLICABLE}, "300", one())
    assert shares.keys() == whole.keys()
    assert sum(value.amount for value in shares.values() if isinstance(value, Number)) == 300
    for agency, value in shares.items():
        most = whole[agency]
        assert isinstance(value, Number)
        assert isinstance(most, Number)
        assert 0 <= value.amount <= most.amount
        assert value.amount == value.amount.to_integral_value()


def test_nothing_is_dealt_where_there_is_no_whole() -> None:
    assert part_of({"a": None, "b": Status.BLANK}, "12", one()) == {}


def test_a_round_may_be_asked_by_it(before: Catalogue, now: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "o.rdesk"
    with founding.found(
        path, "tỉnh Minh Sơn", founding.template_agencies(), datetime(2025, 7, 1, tzinfo=UTC)
    ) as office:
        offered = founding.editions(office)
    assert [one.name.vi for one in offered] == [before.name.vi, now.name.vi]
    assert [catalogue_reading.parse(one.source).digest for one in offered] == [before.digest, now.digest]
