"""Lines to be typed once more: in which order, as what, how far they are, and where a word leads."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.assets import resource
from reformdesk.core import catalogue_reading, merged, office_files, rekeyed, rekeying, store, values
from reformdesk.core.catalogue import Catalogue
from reformdesk.core.consolidation import Submitted, Total
from reformdesk.core.rekeying import Carried, Order, State, Style, Typing
from reformdesk.core.remarks import About
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text, Value
from reformdesk.errors import Mendable
from tests.core.builders import NOW, indicator, number, one, opened
from tests.core.desks import Desks, at_work, send_first

LATER = "2024-07-08T01:00:00Z"


@pytest.fixture(scope="module")
def printed() -> Catalogue:
    return catalogue_reading.load(resource("catalogue", "2021-2024.json"))


@pytest.fixture
def round_(tmp_path: Path) -> Iterator[Round]:
    asked = (indicator("n"), indicator("p", "percent"), indicator("r", "rate-or-blocks"), indicator("m", "mark"))
    desk, made = opened(tmp_path, *asked)
    yield made
    desk.close()


def total(name: str, value: Value, answered: int = 2, provisional: int = 0, entered: int = 0) -> Total:
    return Total(name, value, (), answered, 2, sent=answered, provisional=provisional, entered=entered)


TOTALS = {
    "n": total("n", number("1234.5"), 1),
    "p": total("p", number("83.46")),
    "r": total("r", Rates((BlockRate("huyen", "- Khối huyện", Decimal(90)), BlockRate("so-nganh", "-", Decimal(80))))),
    "m": total("m", Mark(held=True)),
}


@pytest.mark.parametrize(
    ("kind", "value", "typing", "text"),
    [
        ("decimal", number("1234.5"), Typing(Style.COMMA), "1234,5"),
        ("decimal", number("1234.5"), Typing(Style.POINT), "1234.5"),
        ("decimal", number("1234.5"), Typing(Style.GROUPED), "1.234,5"),
        ("count", number("1234567"), Typing(Style.COMMA), "1234567"),
        ("count", number("7"), Typing(Style.GROUPED, percent=True), "7"),
        ("decimal", number("-0.50"), Typing(Style.COMMA), "-0,5"),
        ("percent", number("83.46"), Typing(Style.COMMA), "83,46"),
        ("percent", number("83.46"), Typing(Style.POINT, percent=True), "83.46%"),
        ("rate-or-blocks", number("100"), Typing(Style.COMMA, percent=True), "100%"),
        ("percent", Number(Decimal(3), "điểm"), Typing(Style.COMMA, percent=True), "3"),
    ],
)
def test_a_figure_is_written_as_the_other_program_wants_it(kind: str, value: Value, typing: Typing, text: str) -> None:
    assert rekeying.typed(value, one(kind, digits=2), typing) == text


@pytest.mark.parametrize("typing", [Typing(style, percent) for style in Style for percent in (False, True)])
@pytest.mark.parametrize("value", [*Status, Mark(held=True), Mark(held=False), Text("12"), Text("0")])
def test_what_is_no_figure_is_never_written_as_one(value: Value, typing: Typing) -> None:
    assert rekeying.typed(value, one("text"), typing) == ""


@given(st.decimals(-(10**17), 10**17, places=3), st.sampled_from(Style))
def test_what_is_written_is_the_figure_itself(amount: Decimal, style: Style) -> None:
    text = rekeying.typed(Number(amount), one("decimal"), Typing(style))
    plain = {
        Style.COMMA: text.replace(",", "."),
        Style.POINT: text,
        Style.GROUPED: text.replace(".", "").replace(",", "."),
    }
    assert Decimal(plain[style]) == amount


def test_the_printed_order_is_followed_and_a_rate_a_block_has_its_own_line(round_: Round) -> None:
    found = rekeying.lines(round_, TOTALS, None, {})
    assert [line.key for line in found] == ["n", "p", "r/huyen", "r/so-nganh", "m"]
    assert [line.place for line in found] == [1, 2, 3, 4, 5]
    assert [line.number for line in found] == ["1.1", "1.2", "1.3", "1.3", "1.4"]
    assert [line.block.id for line in found if line.block] == ["huyen", "so-nganh"]
    assert all(line.listed for line in found)
    assert [line.is_figure for line in found] == [True, True, True, True, False]


def test_another_order_is_followed_and_the_rest_comes_at_the_end_or_not_at_all(round_: Round) -> None:
    wanted = Order(("m", "gone", "n", "m"))
    found = rekeying.lines(round_, TOTALS, wanted, {})
    assert [line.key for line in found] == ["m", "n", "p", "r/huyen", "r/so-nganh"]
    assert [line.listed for line in found] == [True, True, False, False, False]
    assert [line.place for line in found] == [1, 2, 3, 4, 5]
    left_out = rekeying.lines(round_, TOTALS, Order(wanted.listed, rest=False), {})
    assert [line.key for line in left_out] == ["m", "n"]


def test_a_figure_that_changed_after_it_was_carried_over_is_told_from_one_that_is_done(round_: Round) -> None:
    carried = {
        "n": Carried(number("1234.5"), LATER),
        "p": Carried(number("83.4"), LATER),
        "m": Carried(Status.BLANK, LATER),
    }
    found = {line.key: line for line in rekeying.lines(round_, TOTALS, None, carried)}
    states = {key: line.state for key, line in found.items()}
    assert states == {
        **dict.fromkeys(("r/huyen", "r/so-nganh"), State.TO_DO),
        "n": State.DONE,
        "p": State.CHANGED,
        "m": State.CHANGED,
    }
    assert found["p"].carry(LATER).state is State.DONE
    assert found["p"].carry(LATER).undo().state is State.TO_DO


@pytest.mark.parametrize(
    ("said", "about", "care"),
    [
        (total("n", number("1"), 1), About.PARTIAL, True),
        (total("n", number("1"), provisional=1), About.PROVISIONAL, True),
        (Total("n", number("1"), (), 2, 2, adjusted="Lý do", folded=number("2")), About.ADJUSTED, True),
        (Total("n", number("1"), (), 2, 2, contested=True), About.CONTESTED, True),
        (Total("n", number("1"), (), 2, 2, plain_mean=True), About.PLAIN_MEAN, True),
        (total("n", number("1"), entered=1), About.ENTERED, False),
    ],
)
def test_a_figure_says_what_nobody_should_copy_unawares(round_: Round, said: Total, about: About, care: bool) -> None:
    (line,) = rekeying.lines(round_, {"n": said}, None, {})
    assert [remark.about for remark in line.remarks] == [about]
    assert line.needs_care is care


def test_another_unit_than_asked_for_wants_care(round_: Round) -> None:
    (line,) = rekeying.lines(round_, {"n": total("n", Number(Decimal(3), "tổ"))}, None, {})
    assert (line.unit_meant, line.needs_care) == ("tổ", True)
    (line,) = rekeying.lines(round_, {"n": total("n", number("3"))}, None, {})
    assert (line.unit_meant, line.needs_care) == ("", False)


def test_one_agency_is_what_it_answered_and_blank_where_nothing_counts(round_: Round) -> None:
    counted = Submitted("a", "d", True, {"n": number("5"), "m": Mark(held=False)}, {})
    found = {line.key: line for line in rekeying.lines(round_, rekeying.of_agency(round_, "a", counted), None, {})}
    assert (found["n"].value, found["m"].value, found["p"].value) == (number("5"), Mark(held=False), Status.BLANK)
    assert [remark.about for remark in found["n"].remarks] == [About.PROVISIONAL]
    assert found["p"].remarks == ()
    nothing = rekeying.lines(round_, rekeying.of_agency(round_, "a", None), None, {})
    assert {line.value for line in nothing} == {Status.BLANK}


def test_a_number_names_its_table_and_the_numbers_above_it(printed: Catalogue) -> None:
    said = {
        "inspected-agencies": "1.1",
        "province-satisfaction": "1.6.1",
        "procedures-district": "3.1",
        "department-branches": "4.1",
        "autonomous-agencies": "6.I",
        "self-financing-recurrent-district": "6.II.2",
        "online-payment-rate": "7.13",
    }
    assert {name: rekeying.numbered(printed, name) for name in said} == said


def test_a_number_a_place_or_a_word_leads_to_lines(round_: Round) -> None:
    found = rekeying.lines(round_, TOTALS, None, {})
    assert rekeying.searched(found, "1.3", "vi") == [2, 3]
    assert rekeying.searched(found, "1.3.", "vi") == [2, 3]
    assert rekeying.searched(found, "4", "vi") == [3]
    assert rekeying.searched(found, "1", "vi") == [0]
    assert rekeying.searched(found, "M", "vi") == [4]
    assert rekeying.searched(found, " ", "vi") == []
    assert rekeying.searched(found, "không có", "vi") == []


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with at_work(tmp_path) as made:
        send_first(made, m="1", n="2", o="3")
        yield made


def carry(office: Workspace, sheet: rekeyed.Sheet, key: str) -> None:
    line = next(line for line in sheet.lines if line.key == key)
    rekeyed.carry(office, sheet.round.id, sheet.agency, key, Carried(line.value, LATER), NOW)


def states(sheet: rekeyed.Sheet) -> dict[str, State]:
    return {line.key: line.state for line in sheet.lines}


def test_what_was_carried_over_is_there_tomorrow_and_a_late_change_shows(desks: Desks) -> None:
    name = desks.round.id
    for key in ("m", "n"):
        carry(desks.office, rekeyed.read(desks.office, name), key)
    path = desks.office.path
    desks.office.close()
    desks.office = store.open_workspace(path)
    assert states(rekeyed.read(desks.office, name)) == {"m": State.DONE, "n": State.DONE, "o": State.TO_DO}
    desks.type(m="4")
    desks.take(desks.finish())
    found = rekeyed.read(desks.office, name)
    assert states(found) == {"m": State.CHANGED, "n": State.DONE, "o": State.TO_DO}
    assert found.lines[0].carried == Carried(number("1"), LATER)
    rekeyed.carry(desks.office, name, rekeyed.WHOLE, "n", None, NOW)
    assert states(rekeyed.read(desks.office, name))["n"] is State.TO_DO


def test_an_agency_has_its_own_ticks_and_nothing_of_it_is_in_the_state(desks: Desks) -> None:
    name, agency = desks.round.id, desks.agency.owner
    before = merged.digest(desks.office)
    carry(desks.office, rekeyed.read(desks.office, name, agency), "m")
    assert states(rekeyed.read(desks.office, name, agency))["m"] is State.DONE
    assert states(rekeyed.read(desks.office, name))["m"] is State.TO_DO
    rekeyed.begin_anew(desks.office, name, agency, NOW)
    assert states(rekeyed.read(desks.office, name, agency))["m"] is State.TO_DO
    assert merged.digest(desks.office) == before


def test_what_was_carried_over_keeps_every_kind_of_value(desks: Desks) -> None:
    kinds: list[Value] = [number("1.50"), Number(Decimal(2), "tổ"), Mark(held=True), Text("Sân khấu hóa"), *Status]
    for place, value in enumerate(kinds):
        rekeyed.carry(desks.office, desks.round.id, "", str(place), Carried(value, LATER), NOW)
    kept = rekeyed.carried(desks.office, desks.round.id)
    assert [values.to_wire(kept[str(place)].value) for place in range(len(kinds))] == list(map(values.to_wire, kinds))


def test_the_offices_order_is_kept_until_it_goes_back_to_the_printed_one(desks: Desks) -> None:
    name = desks.round.id
    wanted = Order(("o", "m"), rest=False)
    rekeyed.keep_order(desks.office, wanted, NOW)
    assert [line.key for line in rekeyed.read(desks.office, name).lines] == ["o", "m"]
    assert rekeyed.kept_order(desks.office) == wanted
    assert office_files.names(desks.office) == (office_files.REKEYING,)
    rekeyed.keep_order(desks.office, None, NOW)
    assert [line.key for line in rekeyed.read(desks.office, name).lines] == ["m", "n", "o"]


def test_an_agency_or_round_that_is_not_there_is_said(desks: Desks) -> None:
    with pytest.raises(Mendable, match="unknown-agency"):
        rekeyed.read(desks.office, desks.round.id, "nobody")
    with pytest.raises(Mendable, match="unknown-round"):
        rekeyed.read(desks.office, "1999")
