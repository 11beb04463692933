"""A rate from its parts on its way: entered nowhere, checked, sealed without it, and shown wherever figures are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reformdesk.core import (
    adjusting,
    agency_report,
    annexes,
    catalogue_reading,
    closed_report,
    closings,
    entry,
    figures,
    founding,
    intake,
    lineage,
    merged,
    rekeying,
    round_totals,
    roundbook,
    rounds_compared,
    submission,
    trial,
    what_counts,
)
from reformdesk.core.adjusting import Adjustment
from reformdesk.core.annexes import Letter
from reformdesk.core.catalogue import Severity
from reformdesk.core.checks import Finding, check_answers
from reformdesk.core.consolidation import Submitted, Total, total_of
from reformdesk.core.remarks import About, remarks_on
from reformdesk.core.values import Status, Value
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import verify
from tests.core.builders import NOW, number, rated_source, round_of, with_past
from tests.core.desks import Desks, at_work, pin

JUMP = {"id": "jump", "kind": "jump", "factor": "3", "least": "20", "severity": "warning"}
RANGE = {"id": "range", "kind": "range", "kinds": ["percent"], "least": "0", "most": "100", "severity": "error"}
SOFT = {"id": "soft", "kind": "at-most", "left": "m", "right": "n", "severity": "warning"}


def checked(source: dict[str, Any], past: dict[str, Value] | None = None, **answers: Value) -> list[Finding]:
    round_ = round_of(source)
    return check_answers(with_past(round_, past, months=6) if past else round_, "a", answers)


def test_a_part_above_its_whole_is_an_error_at_the_part() -> None:
    (found,) = checked({**rated_source(), "rules": [RANGE]}, m=number("9"), n=number("8"))
    assert (found.indicator, found.code, found.severity) == ("m", "above-its-whole", Severity.ERROR)
    assert dict(found.params)["most"] == "8"
    assert checked(rated_source(), m=number("8"), n=number("8")) == []
    assert checked(rated_source(), m=number("8"), n=Status.NOT_APPLICABLE) == []


def test_an_edition_may_say_otherwise() -> None:
    (soft,) = checked({**rated_source(), "rules": [SOFT]}, m=number("9"), n=number("8"))
    assert (soft.rule, soft.blocks) == ("soft", False)
    plan = {"numerator": "m", "denominator": "n", "may_exceed": True}
    assert checked({**rated_source(rate=plan), "rules": [RANGE]}, m=number("9"), n=number("8")) == []
    with pytest.raises(Refused):
        catalogue_reading.parse(rated_source(rate={**plan, "may_exceed": "yes"}))


def test_a_rate_that_leaps_is_asked_about_at_its_numerator() -> None:
    past: dict[str, Value] = {"m": number("90"), "n": number("100"), "r": number("90")}
    (found,) = checked({**rated_source(), "rules": [JUMP]}, past, m=number("31"), n=number("150"))
    assert (found.indicator, found.code, found.blocks) == ("m", "jump", False)
    said = dict(found.params)
    assert (said["before"], said["rate_value"]) == ("90", "20,67")
    assert said["rate"] == round_of(rated_source()).catalogue.indicators["r"].name


def test_a_round_without_the_area_of_a_part_does_not_ask_for_the_rate() -> None:
    source = rated_source()
    (table,) = source["tables"]
    label = {"vi": "Khác", "en": ""}
    source["areas"].append({"id": "2", "title": "Khác", "short": label, "tiny": label})
    apart = {**table, "id": "2", "area": "2", "rows": [row for row in table["rows"] if row["indicator"] == "n"]}
    table["rows"] = [row for row in table["rows"] if row["indicator"] != "n"]
    source["tables"].append(apart)
    assert round_of(source).asked == ("m", "o")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Both desks, the agency's with a round that computes a rate."""
    with at_work(tmp_path) as made:
        made.take_round(made.open_round("2024-r", rated=True))
        yield made


def handed_in(desks: Desks, **figures_: str) -> None:
    """Hand in figures, under a key that is known then."""
    desks.type(**figures_)
    desks.take(desks.finish())
    pin(desks, desks.agency_key.fingerprint)


def test_nobody_enters_a_rate_and_no_submission_carries_it(desks: Desks) -> None:
    with pytest.raises(Mendable) as caught:
        entry.set_value(desks.agency, desks.round, "r", number("50"), desks.tick())
    assert caught.value.code == "computed"
    handed_in(desks, m="3", n="8", o="1")
    (one,) = desks.received()
    assert what_counts.answers_in(desks.office, one.digest).answers == {
        "m": number("3"),
        "n": number("8"),
        "o": number("1"),
    }


def test_a_part_above_its_whole_neither_goes_out_nor_gets_in(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    desks.type(m="9", n="8", o="1")
    with pytest.raises(Mendable):
        desks.finish()
    monkeypatch.setattr(submission, "check_answers", lambda *_: [])
    verdict = desks.take(desks.finish())
    assert (verdict.state, verdict.reasons) == (intake.REJECTED, ("error-inside",))


def test_wherever_an_agencys_figures_are_its_rate_is_among_them(desks: Desks) -> None:
    handed_in(desks, m="3", n="8", o="1")
    office, name = desks.office, desks.round.id
    counted = what_counts.submitted(office, name)["b"]
    round_ = roundbook.load(office, name)
    assert agency_report.own(round_, "b", counted).totals["r"].value == number("37.5")
    assert rekeying.of_agency(round_, "b", counted)["r"].value == number("37.5")
    assert figures.read(office, name).amounts()["r"] == {"b": number("37.5").amount}
    file = lineage.of_file(office, name, counted.digest)
    assert [file.value(one) for one in ("r", "m", "nothing")] == [number("37.5"), number("3"), Status.BLANK]
    brought = merged.earlier_answers(office)[-1]["answers"]["b"]
    assert brought["r"] == {"number": "37.5"}


def test_the_stamped_annex_prints_the_rate_and_what_it_is_of(desks: Desks) -> None:
    desks.type("Có công văn giải thích", m="3", n="8", o="1")
    document = verify(desks.finish().content).document
    assert isinstance(document, SubmissionDocument)
    (area,) = annexes.annex_of(document, desks.round, Letter()).areas
    printed = {line.number: (line.value, line.explanation) for line in area.lines}
    assert printed["3"] == ("37,5", "Tự tính: dòng 1 trên dòng 2")
    assert printed["1"] == ("3", "Có công văn giải thích")


def test_a_rate_is_compared_over_those_that_answered_in_both_rounds() -> None:
    round_ = round_of(rated_source())
    before = {"a": says(m="1", n="2"), "b": says(m="1", n="4")}
    now = {"b": says(m="3", n="4"), "c": says(m="1", n="1")}
    sides = rounds_compared.answered_in_both((round_, before), (replace(round_, id="later"), now))
    assert [side.totals["r"].value for side in sides] == [number("25"), number("75")]
    assert [side.totals["r"].coverage for side in sides] == ["1/1", "1/1"]


def says(**answers: str) -> Submitted:
    return Submitted("", "", False, {name: number(text) for name, text in answers.items()}, {})


def test_whoever_gave_one_part_alone_is_left_out_and_told_of() -> None:
    round_ = round_of(rated_source())
    total = total_of(round_, "r", {"a": says(m="1", n="2"), "b": says(m="7")})
    assert (total.value, total.one_part, total.coverage) == (number("50"), 1, "1/3")
    assert About.ONE_PART in [one.about for one in remarks_on(total, round_.catalogue.indicators["r"])]


def decide(desks: Desks, name: str, text: str) -> None:
    wanted = Adjustment(name, number(text), number("1"), "Đếm thiếu")
    adjusting.adjust(desks.office, roundbook.load(desks.office, desks.round.id), wanted, "Lan", desks.tick())


def shown(desks: Desks) -> Total:
    """Return the rate's total, which every way of reading it must give alike."""
    name = desks.round.id
    whole = merged.consolidated(desks.office, [name])[0].totals["r"]
    assert merged.total(desks.office, name, "r") == whole
    assert round_totals.of_round(desks.office, name).totals["r"] == whole.without_shares()
    round_totals.keep(desks.office, name)
    return whole


def test_a_rate_follows_the_parts_that_an_officer_adjusted_until_it_is_adjusted_itself(desks: Desks) -> None:
    handed_in(desks, m="3", n="8", o="1")
    indicator = desks.round.catalogue.indicators["r"]
    decide(desks, "m", "4")
    followed = shown(desks)
    assert (followed.value, followed.computed, followed.adjusted) == (number("50"), number("37.5"), "")
    remarks = {one.about: dict(one.params) for one in remarks_on(followed, indicator)}
    assert remarks[About.FROM_ADJUSTED] == {"computed": "37,5"}
    decide(desks, "r", "51")
    own = shown(desks)
    assert (own.value, own.computed, own.from_adjusted) == (number("51"), number("37.5"), False)
    assert About.FROM_ADJUSTED not in [one.about for one in remarks_on(own, indicator)]


def test_where_a_rate_comes_from_names_its_parts(desks: Desks) -> None:
    handed_in(desks, m="3", n="8", o="1")
    decide(desks, "m", "4")
    found = lineage.of_total(desks.office, desks.round.id, "r")
    assert [(one.indicator, one.value) for one in found.parts] == [("m", number("4")), ("n", number("8"))]
    assert lineage.of_total(desks.office, desks.round.id, "m").parts == ()


def test_a_trial_makes_up_parts_within_their_wholes() -> None:
    catalogue = round_of(rated_source()).catalogue
    made = trial._within_their_wholes(catalogue, {"m": number("60"), "n": number("7"), "o": number("9")})
    assert made == {"m": number("7"), "n": number("7"), "o": number("9")}


def test_a_trial_run_hands_in_what_could_be(tmp_path: Path) -> None:
    """Some made-up numerators would lie above their denominators."""
    agencies = founding.template_agencies()
    with founding.found(tmp_path / "office.rdesk", "tỉnh Minh Sơn", agencies, NOW, rated_source()) as office:
        assert len(list(trial.start(office, NOW).sent.iterdir())) == trial.PLAYERS


def test_a_closing_keeps_the_rate_of_adjusted_parts(desks: Desks) -> None:
    handed_in(desks, m="3", n="8", o="1")
    decide(desks, "m", "4")
    name = desks.round.id
    closings.close(desks.office, name, "", "Lan", desks.tick())
    assert closed_report.as_closed(desks.office, name, "1").rebuilt
    closings.reopen(desks.office, name, "Đếm thiếu", "Lan", desks.tick())
    decide(desks, "m", "5")
    rate = closed_report.as_closed(desks.office, name, "1").part.totals["r"]
    assert (rate.value, rate.computed, rate.from_adjusted) == (number("50"), number("37.5"), True)
