"""What a report answers to a form's placeholders, and why it does not answer others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reformdesk.core import catalogue_reading
from reformdesk.core.consolidation import Share, Total
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.sample import read_two_level
from reformdesk.core.values import Number, Status, Text
from reformdesk.office import form_answers, printed_places
from reformdesk.office.form_answers import Filled, Left, Outcome
from tests.demo import AGENCY, NEWEST
from tests.office.filled_forms import BLOCKS, PRESENT, RATE, with_total
from tests.printed import transcription


def answer(report: Report, inner: str) -> Outcome:
    return form_answers.answers(report, [inner])[inner]


def filled(report: Report, inner: str) -> Filled:
    found = answer(report, inner)
    assert isinstance(found, Filled), found
    return found


def left(report: Report, inner: str) -> Left:
    found = answer(report, inner)
    assert isinstance(found, Left), found
    return found


def test_every_indicator_of_every_round_is_answered_as_the_seed_prints_it(report: Report) -> None:
    """The printed tables, found by the places of their rows."""
    catalogue = report.newest.catalogue
    tables = transcription()
    asked = 0
    for name in catalogue.order:
        table, row = catalogue.place_of(name)
        if row is None or not (place := printed_places.path_of(catalogue, name)):
            continue
        header, *lines = tables[table.id]
        line = lines[table.rows.index(row)]
        for part in report.parts:
            heading = part.round.period.heading(table)
            if heading not in header:
                continue
            printed = line[header.index(heading)]
            found = answer(report, f"{place}; {part.round.id}")
            shown = found.text if isinstance(found, Filled) else ""
            # the unit is the form's own
            bare = printed.split(" ")[0] if catalogue.indicators[name].written_unit else printed
            assert shown in (printed, bare, bare.removesuffix("%")), (name, heading)
            asked += 1
    assert asked > 200


@pytest.mark.parametrize(
    ("inner", "round_id"),
    [
        (PRESENT, NEWEST),
        (f"{PRESENT}; kỳ này", NEWEST),
        (f"{PRESENT}; kỳ trước", "2023"),
        (f"{PRESENT}; năm trước", "2023"),
        (f"{PRESENT}; 2022", "2022"),
        (f"{PRESENT}; Năm 2022", "2022"),
        (f"{PRESENT}; NAM 2021; total", "2021"),
        (f"{PRESENT}; 2024-H1", NEWEST),
    ],
)
def test_a_period_is_meant(inner: str, round_id: str, report: Report) -> None:
    found = filled(report, inner)
    total = next(part for part in report.parts if part.round.id == round_id).totals[PRESENT]
    assert (found.round, found.amount) == (round_id, total.value.amount if isinstance(total.value, Number) else None)


def until(report: Report, round_id: str) -> Report:
    ids = [part.round.id for part in report.parts]
    return Report.of(report.parts[: ids.index(round_id) + 1], "")


def test_the_same_period_last_year_has_the_same_length(report: Report) -> None:
    assert filled(until(report, "2023"), f"{PRESENT}; cùng kỳ").round == "2022"
    assert filled(until(report, "2023"), f"{PRESENT}; same period last year").round == "2022"
    assert left(until(report, "2021"), f"{PRESENT}; năm trước").code == "not-asked"


def test_what_a_newer_set_retired_is_still_found_by_its_name(report: Report) -> None:
    *others, newest = report.parts
    two_level = catalogue_reading.load(read_two_level().catalogue)
    now = replace(newest, round=replace(newest.round, catalogue=two_level), totals={})
    both = Report.of([*others, now], "")
    assert filled(both, "Số lượng TTHC cấp huyện; 2023").text == "296"
    # a number is the newest set's: the second row there is the communes'
    assert filled(both, "3/1/2; 2023").text == "161"
    assert left(both, "Số lượng TTHC cấp huyện").code == "not-asked"


def renamed(report: Report, **names: str) -> Report:
    """Return a report whose newest round calls some agencies otherwise."""
    *others, newest = report.parts
    called = {name.replace("_", "-"): words for name, words in names.items()}
    agencies = tuple(replace(one, name=called.get(one.id, one.name)) for one in newest.round.agencies)
    changed = replace(newest, round=replace(newest.round, agencies=agencies))
    return Report((*others, changed), "", report.whole)


def test_an_agency_may_be_called_like_a_period(report: Report) -> None:
    """Without diacritics a fund (quỹ) reads as a quarter (quý)."""
    for name in ("Quỹ Đầu tư phát triển", "Ban Quản lý Chương trình 2030"):
        assert filled(renamed(report, so_tu_phap=name), f"{PRESENT}; {name}").agency == AGENCY
    assert left(report, f"{PRESENT}; cơ quan: Quỹ 2030").code == "unknown-agency"


def test_a_name_of_two_is_no_name(report: Report) -> None:
    twins = renamed(report, so_tu_phap="Sở Đôi", so_noi_vu="Sở Đôi")
    found = left(twins, f"{PRESENT}; Sở Đôi")
    assert found.code == "ambiguous-agency"
    assert sorted(dict(found.params)["choices"].split(", ")) == ["so-noi-vu", "so-tu-phap"]
    again = replace(report.parts[-1], round=replace(report.parts[-1].round, id="2024-9m"))
    assert left(Report.of([*report.parts, again], ""), f"{PRESENT}; 6 tháng 2024").code == "ambiguous-period"


@pytest.mark.parametrize("who", [AGENCY, "Sở Tư pháp", "so tu phap", "đơn vị: SỞ TƯ PHÁP"])
def test_an_agency_is_meant(who: str, report: Report) -> None:
    (part,) = [one for one in report.whole() if one.round.id == NEWEST]
    (share,) = [one for one in part.totals[PRESENT].shares if one.agency == AGENCY]
    found = filled(report, f"{PRESENT}; {who}")
    assert isinstance(share.value, Number)
    assert (found.agency, found.amount) == (AGENCY, share.value.amount)


def test_agencies_are_read_only_where_one_is_asked_for(report: Report) -> None:
    def unread() -> list[ConsolidatedRound]:
        raise AssertionError("the shares were read")

    bare = Report(report.parts, report.state, unread)
    assert filled(bare, PRESENT)
    assert filled(bare, f"{PRESENT}; {AGENCY}; tên")
    with pytest.raises(AssertionError):
        answer(bare, f"{PRESENT}; {AGENCY}")


def test_no_round_is_read_behind_the_last_that_is_asked_for(report: Report) -> None:
    def first_alone() -> Iterator[ConsolidatedRound]:
        yield report.parts[0]
        yield next(part for part in report.whole() if part.round.id == "2021")
        raise AssertionError("the next one was read")

    bare = Report(report.parts, report.state, first_alone)
    assert filled(bare, f"{PRESENT}; {AGENCY}; 2021").round == "2021"


def test_more_than_the_figure_is_there(report: Report) -> None:
    indicator = report.newest.catalogue.indicators[PRESENT]
    assert filled(report, f"{PRESENT}; tên").text == indicator.name.vi
    assert filled(report, indicator.name.vi.upper()).indicator == PRESENT
    assert filled(report, f"{PRESENT}; ĐVT").text == indicator.unit.vi
    assert filled(report, f"{PRESENT}; số đơn vị").text == "39/39"
    assert filled(report, f"{PRESENT}; ghi chú").text == ""
    partial = with_total(report, PRESENT, answered=36)
    assert filled(partial, f"{PRESENT}; note").text == "Có số liệu của 36/39 đơn vị."
    assert filled(partial, PRESENT).coverage == "36/39"


def test_a_figure_has_its_text_without_a_unit(report: Report) -> None:
    (rate,) = [answer(with_total(report, RATE, value=Number(Decimal("83.46"))), RATE)]
    assert isinstance(rate, Filled)
    assert (rate.text, rate.amount, rate.per_cent) == ("83,46", Decimal("83.46"), True)
    assert filled(with_total(report, PRESENT, value=Number(Decimal(1234567))), PRESENT).text == "1.234.567"
    assert filled(with_total(report, PRESENT, value=Status.NOT_DONE), PRESENT).text == "Chưa thực hiện"
    assert filled(report, f"{BLOCKS}; 2023").text.count("\n") == 1


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("", "no-indicator"),
        ("; 2023", "no-indicator"),
        ("no-such-thing", "unknown-indicator"),
        ("6/1", "ambiguous-indicator"),
        ("6.1", "ambiguous-indicator"),
        ("1/6.1/1", "ambiguous-indicator"),
        ("5/1", "heading"),
        ("9/1", "unknown-indicator"),
        (f"{PRESENT}; 1999", "unknown-period"),
        (f"{PRESENT}; kỳ: bao giờ", "unknown-period"),
        (f"{PRESENT}; cùng kỳ", "period-missing"),
        (f"{PRESENT}; Sở Không có", "unknown-word"),
        (f"{PRESENT}; cơ quan: Sở Không có", "unknown-agency"),
        (f"{PRESENT}; so-tu-phap; so-noi-vu", "said-twice"),
        (f"{PRESENT}; tổng; so-noi-vu", "said-twice"),
        (f"{PRESENT}; 2023; kỳ này", "said-twice"),
        (f"{PRESENT}; 2023; 2022", "said-twice"),
        ("civil-servants-recruited; so-tu-phap", "not-owed"),
        ("agency-satisfaction", "blank"),
        (f"{PRESENT}; số đơn vị; so-tu-phap", "coverage-of-agency"),
        (f"{PRESENT}; 2020", "not-asked"),
    ],
)
def test_what_is_not_plain_is_left_with_its_reason(inner: str, code: str, report: Report) -> None:
    assert left(report, inner).code == code


def test_a_choice_is_told(report: Report) -> None:
    assert dict(left(report, "6/1").params)["choices"] == "6/I/1, 6/II/1, 6/III/1"
    choices = dict(left(report, "1/6.1/1").params)["choices"]
    assert choices == "province-surveyed-services, agency-surveyed-services"


def test_an_agency_that_sent_nothing_has_no_figure(report: Report) -> None:
    nothing = replace(report.parts[-1].totals[PRESENT], shares=())
    part = replace(report.parts[-1], totals={PRESENT: nothing})
    assert left(Report.of([part], ""), f"{PRESENT}; {AGENCY}").code == "not-received"


def test_an_agency_that_left_it_blank_has_no_figure(report: Report) -> None:
    total = report.parts[-1].totals[PRESENT]
    share = Share(AGENCY, Status.BLANK, "", "0" * 64, provisional=False)
    part = replace(report.parts[-1], totals={PRESENT: replace(total, shares=(share,))})
    assert left(Report.of([part], ""), f"{PRESENT}; {AGENCY}").code == "left-blank"


def test_a_past_total_has_no_agencies(report: Report) -> None:
    past = Total(PRESENT, Number(Decimal(3)), (), 0, 39, adjusted="Số liệu đã báo cáo, không có số liệu từng đơn vị")
    alone = Report.of([replace(report.parts[-1], totals={PRESENT: past})], "")
    assert filled(alone, PRESENT).coverage == ""
    assert left(alone, f"{PRESENT}; {AGENCY}").code == "past"
    assert left(alone, f"{PRESENT}; số đơn vị").code == "past"


def test_words_of_a_stranger_come_as_they_are(report: Report) -> None:
    assert filled(with_total(report, PRESENT, value=Text("=1+1")), PRESENT).text == "=1+1"


def test_each_place_of_the_tables_points_at_one_indicator(report: Report) -> None:
    catalogue = report.newest.catalogue
    places = {name: printed_places.path_of(catalogue, name) for name in catalogue.order}
    assert places[PRESENT] == "5/1/2"
    assert places["department-divisions"] == "4.1/2"
    assert places["partly-self-financing-district"] == "6/II/3/2"
    # two lines are numbered 6.1 there
    assert {name for name, place in places.items() if not place} == {
        *("province-surveyed-services", "province-survey-forms", BLOCKS),
        *("agency-surveyed-services", "agency-survey-forms", "agency-satisfaction", "service-units"),
    }
    for name, place in places.items():
        assert not place or filled_or_blank(report, place) in (name, "")
    assert filled(report, "II.3").indicator == filled(report, "6/ii.3").indicator == "partly-self-financing"


def filled_or_blank(report: Report, inner: str) -> str:
    found = answer(report, inner)
    return found.indicator if isinstance(found, Filled) else ""


@settings(max_examples=200)
@given(inner=st.text(alphabet=st.sampled_from("56/I.;|: -123kỳtổng"), max_size=24))
def test_no_text_between_braces_is_too_odd(inner: str, report: Report) -> None:
    assert isinstance(answer(report, inner), Filled | Left)
