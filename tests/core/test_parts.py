"""Two desks of one agency: areas go out in a file, are held against what stands, and taken field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from reformdesk.core import (
    drafts,
    enclosures,
    entry,
    entry_desk,
    history,
    narratives,
    part_taking,
    parts,
    roundbook,
    store,
    units,
)
from reformdesk.core.catalogue import Kind as ValueKind
from reformdesk.core.part_taking import Comparison, Difference, Kind
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.units import Figure
from reformdesk.core.values import Number, Status, Text
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange import part
from reformdesk.exchange.part import Part
from tests.core import builders
from tests.core.builders import NOW, indicator, number

OFFICER = "Trần Thị Hạnh"
PDF = b"%PDF-1.7\nQuyet dinh"


@dataclass
class Two:
    """The main desk and one for data entry only, with the same round of two areas."""

    main: Workspace
    entry: Workspace
    round: Round

    def export(self, *areas: str) -> Part:
        written = parts.compose(self.entry, self.round, areas or ("1", "2"), OFFICER, NOW)
        return part.read(written.content)

    def compare(self, *areas: str) -> Comparison:
        return part_taking.compare(self.main, self.export(*areas))

    def take_ticked(self, comparison: Comparison) -> None:
        chosen = {one.key for one in comparison.differences if not one.conflicts}
        part_taking.take(self.main, comparison, chosen, NOW)

    def take_all(self, comparison: Comparison) -> None:
        part_taking.take(self.main, comparison, {one.key for one in comparison.differences}, NOW)

    def type(self, desk: Workspace, explanation: str | None = None, **figures: str) -> None:
        for name, text in figures.items():
            entry.set_value(desk, self.round, name, number(text), NOW)
            if explanation is not None:
                entry.set_explanation(desk, self.round, name, explanation, NOW)

    def at_main(self) -> dict[str, str]:
        given = entry.answers(self.main, self.round.id)
        return {name: str(one.value.amount) for name, one in given.items() if isinstance(one.value, Number)}


def two_areas() -> dict[str, object]:
    source = builders.source(
        indicator("m"), indicator("n"), indicator("rate", "percent"), indicator("o"), indicator("words", "text")
    )
    label = {"vi": "Hai", "en": "Two"}
    rows = source["tables"][0]["rows"]
    second = {**source["tables"][0], "id": "2", "area": "2", "rows": rows[3:]}
    return {
        **source,
        "areas": [*source["areas"], {"id": "2", "title": "Hai", "short": label, "tiny": label}],
        "tables": [{**source["tables"][0], "rows": rows[:3]}, second],
    }


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    plan = builders.plan(two_areas())
    plan = replace(plan, period={**plan.period, "areas": ["1", "2"]})
    with store.create(tmp_path / "office.rdesk", store.Office.HOME_AFFAIRS, "a", NOW) as office:
        blob = roundbook.open_round(office, plan, (), builders.key("Sở Nội vụ"), NOW)
    with (
        store.create(tmp_path / "a.rdesk", store.Office.AGENCY, "a", NOW) as main,
        entry_desk.found(tmp_path / "a-nhap-lieu.rdesk", "a", NOW) as second,
    ):
        round_, _ = roundbook.take_round(main, blob, "r.rdround", NOW)
        roundbook.take_round(second, blob, "r.rdround", NOW)
        yield Two(main, second, round_)
        assert history.problems(main) == []
        assert history.problems(second) == []


def brief(found: Comparison) -> list[tuple[str, str, bool]]:
    return [(one.kind.value, one.indicator or one.area, one.conflicts) for one in found.differences]


def only(found: Comparison) -> Difference:
    (one,) = found.differences
    return one


def test_only_the_chosen_areas_go_out_and_only_what_was_entered(two: Two) -> None:
    two.type(two.entry, m="1", o="4")
    narratives.set_narrative(two.entry, two.round, "2", "Đã làm.", NOW)
    document = two.export("2").document
    assert [line["indicator"] for line in document.answers] == ["o"]
    assert document.narratives == ({"area": "2", "text": "Đã làm."},)
    assert (document.agency, document.round_digest, document.areas) == ("a", two.round.digest, ("2",))
    assert document.prepared_by == OFFICER


def test_the_name_is_ascii_and_says_whose_round_and_who(two: Two) -> None:
    name = parts.compose(two.entry, two.round, ("1",), OFFICER, NOW).file_name
    assert name.isascii()
    assert name.startswith("a-2024-h1-tran-thi-hanh-2024")
    assert name.endswith(".rdpart")


@pytest.mark.parametrize(("areas", "officer", "code"), [((), OFFICER, "no-areas"), (("1",), "  ", "officer-missing")])
def test_without_an_area_or_a_name_nothing_goes_out(two: Two, areas: tuple[str, ...], officer: str, code: str) -> None:
    with pytest.raises(Mendable, match=code):
        parts.compose(two.entry, two.round, areas, officer, NOW)


def test_what_is_blank_here_is_new_and_what_both_entered_is_a_conflict(two: Two) -> None:
    two.type(two.entry, m="1", n="2", o="3")
    two.type(two.main, n="9", o="3")
    found = two.compare()
    assert brief(found) == [("answer", "m", False), ("answer", "n", True)]
    assert found.same == {"2": 1}
    two.take_ticked(found)
    assert two.at_main() == {"m": "1", "n": "9", "o": "3"}
    assert brief(two.compare()) == [("answer", "n", True)]
    two.take_all(two.compare())
    assert two.at_main() == {"m": "1", "n": "2", "o": "3"}
    assert two.compare().differences == ()


def test_what_is_blank_there_empties_nothing_here(two: Two) -> None:
    two.type(two.main, "vì thế", m="1")
    narratives.set_narrative(two.main, two.round, "1", "Đã làm.", NOW)
    entry.set_value(two.entry, two.round, "m", Status.BLANK, NOW)
    assert two.compare().differences == ()


def test_an_explanation_comes_and_goes_with_its_figure(two: Two) -> None:
    two.type(two.entry, "do sáp nhập", m="1", n="2")
    two.type(two.main, m="1", n="5")
    two.type(two.entry, o="7")
    two.type(two.main, "số cũ", o="6")
    found = two.compare()
    assert brief(found) == [("answer", "m", False), ("answer", "n", True), ("answer", "o", True)]
    two.take_all(found)
    given = entry.answers(two.main, two.round.id)
    assert [given[name].explanation for name in ("m", "n", "o")] == ["do sáp nhập", "do sáp nhập", ""]
    assert two.at_main() == {"m": "1", "n": "2", "o": "7"}


def test_words_about_a_blank_are_no_word_on_a_figure(two: Two) -> None:
    entry.set_explanation(two.entry, two.round, "m", "chưa có số liệu", NOW)
    two.type(two.main, m="12")
    assert brief(two.compare()) == [("answer", "m", True)]


def test_what_is_only_begun_here_is_not_typed_over(two: Two) -> None:
    two.type(two.entry, m="1")
    drafts.keep(two.main, two.round.id, "m", entry.VALUE, "khoảng 12")
    assert brief(two.compare()) == [("answer", "m", True)]


def test_taking_is_one_step_and_says_from_whom(two: Two) -> None:
    two.type(two.entry, "vì thế", m="1", n="2")
    narratives.set_narrative(two.entry, two.round, "2", "Đã làm.", NOW)
    enclosures.enclose(two.entry, two.round, "o", "Quyết định.pdf", PDF, NOW)
    units.set_units(two.entry, ["Phòng Một"])
    units.set_figures(two.entry, two.round, "o", {"phong-mot": Figure(Decimal(4))}, NOW)
    two.take_ticked(two.compare())
    changes = entry.history(two.main, two.round.id, "m")
    assert [one.source for one in changes] == [f"imported:{OFFICER}"] * 2
    assert two.at_main() == {"m": "1", "n": "2", "o": "4"}
    assert narratives.narratives(two.main, two.round.id) == {"2": "Đã làm."}
    (kept,) = enclosures.enclosures(two.main, two.round.id)
    assert enclosures.content_of(two.main, kept.sha256) == PDF
    assert entry.undo(two.main, two.round.id, NOW) is not None
    assert two.at_main() == {}
    assert narratives.narratives(two.main, two.round.id) == {}
    assert enclosures.enclosures(two.main, two.round.id) == ()
    assert entry.undo(two.main, two.round.id, NOW) is None
    entry.redo(two.main, two.round.id, NOW)
    assert two.compare().differences == ()


def test_units_of_two_officers_add_up(two: Two) -> None:
    """Each has asked other units; the lists differ in order and in spelling."""
    units.set_units(two.main, ["Phòng Một", "Phòng Hai"])
    units.set_figures(two.main, two.round, "m", {"phong-mot": Figure(Decimal(10))}, NOW)
    units.set_units(two.entry, ["Chi cục Ba", "phòng  hai", "Phòng Một"])
    theirs = {"chi-cuc-ba": Figure(Decimal(3)), "phong-hai": Figure(Decimal(20))}
    units.set_figures(two.entry, two.round, "m", theirs, NOW)
    found = two.compare()
    assert [(one.unit, one.conflicts) for one in found.differences] == [("Chi cục Ba", False), ("phòng hai", False)]
    two.take_ticked(found)
    assert two.at_main() == {"m": "33"}
    assert [unit.name for unit in units.units(two.main)] == ["Phòng Một", "Phòng Hai", "Chi cục Ba"]
    assert two.compare().differences == ()


def test_a_unit_that_says_otherwise_or_would_replace_a_typed_figure_is_a_conflict(two: Two) -> None:
    for desk in (two.main, two.entry):
        units.set_units(desk, ["Phòng Một"])
    units.set_figures(two.main, two.round, "m", {"phong-mot": Figure(Decimal(10))}, NOW)
    units.set_figures(two.entry, two.round, "m", {"phong-mot": Figure(Decimal(11))}, NOW)
    units.set_figures(two.entry, two.round, "n", {"phong-mot": Figure(Decimal(5))}, NOW)
    units.set_figures(two.entry, two.round, "o", {"phong-mot": Figure(Decimal(6))}, NOW)
    two.type(two.main, n="7", o="6")
    assert brief(two.compare()) == [("unit", "m", True), ("unit", "n", True), ("unit", "o", False)]


def test_a_rate_brings_both_its_parts(two: Two) -> None:
    units.set_units(two.entry, ["Phòng Một"])
    figure = Figure(Decimal(3), Decimal(4))
    units.set_figures(two.entry, two.round, "rate", {"phong-mot": figure}, NOW)
    assert only(two.compare()).theirs == figure
    two.take_ticked(two.compare())
    assert two.at_main() == {"rate": "75"}


def test_a_value_beside_its_units_stays_what_it_is(two: Two) -> None:
    units.set_units(two.entry, ["Phòng Một"])
    units.set_figures(two.entry, two.round, "m", {"phong-mot": Figure(Decimal(5))}, NOW)
    two.type(two.entry, "cộng cả văn phòng", m="8")
    assert brief(two.compare()) == [("answer", "m", False), ("unit", "m", False)]
    two.take_ticked(two.compare())
    assert two.at_main() == {"m": "8"}
    assert two.compare().differences == ()


def test_evidence_beyond_ten_megabytes_is_named_and_left_out(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_EVIDENCE", 100)
    for title, size in (("lớn.pdf", 90), ("nhỏ.pdf", 40), ("vừa.pdf", 50)):
        enclosures.enclose(two.entry, two.round, "m", title, PDF + title.encode() + b"x" * (size - 29), NOW)
    written = parts.compose(two.entry, two.round, ("1",), OFFICER, NOW)
    document = part.read(written.content).document
    assert [line["title"] for line in document.attachments] == ["nhỏ.pdf", "vừa.pdf"]
    assert [line["title"] for line in document.left_out] == ["lớn.pdf"]
    assert [one.title for one in written.left_out] == ["lớn.pdf"]


def test_where_evidence_has_no_room_nothing_is_taken_at_all(two: Two) -> None:
    two.type(two.entry, m="1")
    enclosures.enclose(two.entry, two.round, "n", "Quyết định.pdf", PDF + b"x" * 1024 * 1024, NOW)
    found = two.compare()
    tight = replace(found, round=replace(found.round, evidence_limit=1024))
    with pytest.raises(Mendable, match="evidence-too-large"):
        two.take_all(tight)
    assert two.at_main() == {}
    assert entry.history(two.main, two.round.id, "m") == []


def test_another_agencys_rounds_and_issues_file_is_named(two: Two) -> None:
    two.type(two.entry, m="1")
    sound = two.export()
    own = sound.document
    for other, code in (
        (replace(own, agency="b"), "part-other-agency"),
        (replace(own, round_id="2023"), "part-unknown-round"),
        (replace(own, round_digest="ab" * 32), "part-other-issue"),
    ):
        with pytest.raises(Refused, match=code) as caught:
            part_taking.compare(two.main, replace(sound, document=other))
        assert caught.value.params["officer"] == OFFICER


def test_an_older_issue_that_is_known_here_is_taken_as_far_as_it_goes(two: Two) -> None:
    two.type(two.entry, m="1")
    sound = two.export()
    filed = two.main.rows("SELECT * FROM files WHERE kind = 'round'")[0]
    with two.main.atomic():
        two.main.db.table("files").insert({**filed, "digest": "ab" * 32})
    older = replace(
        sound,
        document=replace(
            sound.document,
            round_digest="ab" * 32,
            answers=(
                *sound.document.answers,
                {"indicator": "gone", "value": {"number": "3"}},
                {"indicator": "n", "value": {"text": "chữ"}},
            ),
            narratives=({"area": "9", "text": "x"},),
        ),
    )
    found = part_taking.compare(two.main, older)
    assert found.is_older
    assert brief(found) == [("answer", "m", False)]
    assert found.lost == ("gone", "9", "n")
    assert not two.compare().is_older


def test_whatever_a_sound_file_says_nothing_breaks(two: Two) -> None:
    """A file may be sound and come from a program that does not play by the rules."""
    chance = Random(11)
    names = [*two.round.owed("a"), "gone"]
    wires = [
        {"number": "5"}, {"number": "-0.5"}, {"mark": "x"}, {"text": "chữ"}, {"status": "blank"},
        {"status": "not-done"}, {"rates": [{"block": "zz", "label": "", "rate": "101"}]},
    ]  # fmt: skip
    sound = two.export()
    for _ in range(150):
        units_ = [
            {"name": chance.choice([" ", "A", "a", "Ạ", "B\n"]), "part": "1", **chance.choice([{}, {"whole": "0"}])}
            for _ in range(3)
        ]
        strange = replace(
            sound.document,
            answers=tuple(
                {"indicator": name, "value": chance.choice(wires), "explanation": chance.choice(["", " ", "vì"])}
                for name in chance.sample(names, 4)
            ),
            details=tuple({"indicator": name, "units": units_} for name in chance.sample(names, 3)),
            narratives=tuple({"area": area, "text": chance.choice([" ", "x"])} for area in ("1", "9")),
        )
        found = part_taking.compare(two.main, part.read(part.write(strange, {})))
        assert len({one.key for one in found.differences}) == len(found.differences)
        part_taking.take(two.main, found, {one.key for one in found.differences if chance.random() < 0.5}, NOW)
        given = entry.answers(two.main, two.round.id)
        assert all(not isinstance(given[name].value, Text) for name in ("m", "n", "o") if name in given)


def test_kinds_of_values_have_their_own_differences(two: Two) -> None:
    assert two.round.catalogue.indicators["words"].kind is ValueKind.TEXT
    entry.set_value(two.entry, two.round, "words", Text("Đã ban hành"), NOW)
    assert only(two.compare()).kind is Kind.ANSWER
