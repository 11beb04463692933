"""Reports over several editions: each table in the words that its rounds asked by."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from reformdesk.core import catalogue_reading
from reformdesk.core.catalogue import Catalogue
from reformdesk.core.consolidation import consolidate
from reformdesk.core.printed_editions import stretches
from reformdesk.core.report import ConsolidatedRound, PrintedTable, ends_area, printed_tables
from tests.core.builders import indicator, round_of, source

Change = Callable[[dict[str, Any]], None]


def edition(*changes: Change) -> dict[str, Any]:
    """A set of two tables in one area, changed."""
    made: dict[str, Any] = json.loads(json.dumps(source(indicator("m"), indicator("n"), indicator("o"))))
    (table,) = made["tables"]
    first, *rest = table["rows"]
    made["tables"] = [{**table, "id": "1", "rows": [first]}, {**table, "id": "2", "title": "Hai", "rows": rest}]
    for change in changes:
        change(made)
    return made


def reword(made: dict[str, Any]) -> None:
    made["tables"][1]["rows"][0]["name"] = "Gọi khác"


def rename(made: dict[str, Any]) -> None:
    made["name"] = {"vi": "Bộ mới", "en": "New set"}


def recount(made: dict[str, Any]) -> None:
    made["indicators"][1]["unit"] = {"vi": "nghìn hồ sơ", "en": "thousand dossiers"}


def pad(made: dict[str, Any]) -> None:
    made["indicators"][1]["digits"] = 2


def reassign(made: dict[str, Any]) -> None:
    made["indicators"][1]["name"] = "Tên trên biểu nhập"
    made["indicators"][1]["reporter"] = {"agency": "a"}


def respell(made: dict[str, Any]) -> None:
    made["indicators"][1]["unit"] = {"vi": "Cái", "en": "items"}


def drop(made: dict[str, Any]) -> None:
    del made["tables"][1]
    del made["indicators"][1:]


def as_example(made: dict[str, Any]) -> None:
    made |= {"example": True, "format": catalogue_reading.RATES_FORMAT}


def shown(*sources: dict[str, Any]) -> list[tuple[str, tuple[int, ...], bool]]:
    return [(one.table.id, one.rounds, one.leads) for one in stretches([catalogue_reading.parse(s) for s in sources])]


def test_one_edition_is_printed_as_ever() -> None:
    assert shown(edition(), edition()) == [("1", (0, 1), True), ("2", (0, 1), True)]


def test_what_both_print_alike_runs_through_and_the_rest_begins_anew() -> None:
    assert shown(edition(), edition(), edition(reword)) == [
        ("1", (0, 1, 2), True),
        ("2", (2,), True),
        ("2", (0, 1), False),
    ]


@pytest.mark.parametrize("change", [reword, recount, pad])
def test_a_table_ends_where_its_words_or_its_figures_change(change: Change) -> None:
    assert [one for one in shown(edition(), edition(change)) if one[0] == "2"] == [
        ("2", (1,), True),
        ("2", (0,), False),
    ]


@pytest.mark.parametrize("change", [rename, reassign, respell])
def test_a_table_runs_on_over_what_it_does_not_print(change: Change) -> None:
    assert shown(edition(), edition(change)) == [("1", (0, 1), True), ("2", (0, 1), True)]


def test_what_only_older_editions_print_comes_last() -> None:
    assert shown(edition(), edition(drop)) == [("1", (0, 1), True), ("2", (0,), False)]


def test_a_table_that_came_back_runs_over_the_years_without_it() -> None:
    assert shown(edition(), edition(drop), edition()) == [("1", (0, 1, 2), True), ("2", (0, 2), True)]


def test_a_table_never_goes_around_another_wording_of_it() -> None:
    found = shown(edition(), edition(reword), edition(rename))
    assert [one for one in found if one[0] == "2"] == [("2", (2,), True), ("2", (1,), False), ("2", (0,), False)]


def test_every_round_of_every_table_is_printed_once() -> None:
    sources = [edition(), edition(reword), edition(drop), edition(recount, reword), edition(pad)]
    found = [(table, place) for table, places, _ in shown(*sources) for place in places]
    asked = [(table["id"], place) for place, one in enumerate(sources) for table in one["tables"]]
    assert sorted(found) == sorted(asked)


def test_an_example_is_called_one_even_where_its_name_does_not_say_so() -> None:
    def named(*changes: Change) -> tuple[str, str]:
        name = catalogue(edition(*changes)).name
        return name.vi, name.en

    assert named(rename) == ("Bộ mới", "New set")
    assert named(rename, as_example) == ("Bộ mới (ví dụ)", "New set (example)")
    assert named(as_example, lambda made: made.update(name={"vi": "Ví dụ: xã", "en": ""})) == ("Ví dụ: xã", "")


# the printed tables


def part(made: dict[str, Any], year: int) -> ConsolidatedRound:
    round_ = round_of(made, id=str(year))
    return ConsolidatedRound(round_, consolidate(round_, {}))


def by_id(*parts: ConsolidatedRound) -> dict[str, PrintedTable]:
    return {one.id: one for one in printed_tables(parts)}


def test_a_table_that_ended_says_until_when_and_by_which_set() -> None:
    tables = by_id(part(edition(), 2023), part(edition(), 2024), part(edition(reword, rename), 2025))
    assert list(tables) == ["1", "2", "2 (đến 2024)"]
    assert (tables["2"].title, tables["1"].title) == ("Hai", tables["1"].table.title)
    old = tables["2 (đến 2024)"]
    assert old.title == f"Hai – {catalogue(edition()).name.vi}"
    assert len(old.header) == len(tables["2"].header) + 1
    assert next(row[1].text for row in tables["2"].rows) == "Gọi khác"
    assert next(row[1].text for row in old.rows) != "Gọi khác"


def test_old_rounds_print_the_same_cells_beside_whatever_comes_later() -> None:
    old = part(edition(), 2024)
    (alone,) = (one for one in printed_tables([old]) if one.table.id == "2")
    beside = by_id(old, part(edition(reword), 2025))["2 (đến 2024)"]
    assert (alone.header, alone.rows, alone.notes) == (beside.header, beside.rows, beside.notes)


def test_an_example_is_marked_at_every_table() -> None:
    tables = by_id(part(edition(rename, as_example), 2025))
    assert {one.title.partition(" – ")[2] for one in tables.values()} == {"Bộ mới (ví dụ)"}


def test_the_name_of_a_table_fits_a_sheet() -> None:
    long = part(edition(), 2024)
    made = ConsolidatedRound(round_of(edition(), id="bao-cao-dot-xuat-ve-cai-cach"), long.totals)
    (name,) = (one.id for one in printed_tables([made, part(edition(reword), 2025)]) if one.until is not None)
    assert (len(name), name[-2:]) == (31, "…)")


def test_names_that_are_cut_short_alike_still_differ() -> None:
    def quarter(made: dict[str, Any], number: int) -> ConsolidatedRound:
        round_ = round_of(made, id=f"bao-cao-cai-cach-hanh-chinh-2023-q{number}")
        return ConsolidatedRound(round_, consolidate(round_, {}))

    def again(made: dict[str, Any]) -> None:
        made["tables"][1]["rows"][0]["name"] = "Lại khác"

    parts = [quarter(edition(), 1), quarter(edition(reword), 2), quarter(edition(again), 3), part(edition(), 2024)]
    names = [one.id for one in printed_tables(parts) if one.until is not None]
    assert [len(name) for name in names] == [31] * len(names)
    assert len(names) == len(set(names)) > 1


def test_words_stand_below_the_newest_editions_last_table_of_the_area() -> None:
    tables = printed_tables([part(edition(), 2024), part(edition(reword), 2025)])
    assert [one.id for one in tables] == ["1", "2", "2 (đến 2024)"]
    assert [ends_area(tables, place) for place in range(3)] == [False, True, False]


def catalogue(made: dict[str, Any]) -> Catalogue:
    return catalogue_reading.parse(made)
