"""A change note and what is wrong with an edition, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from reformdesk.core import edition_changes, edition_checks, founding, register
from reformdesk.core.agency_edits import DissolveAgency, JoinGroup, MergeAgencies
from reformdesk.core.catalogue import Consolidation, Kind, Label, Nature, Reporter
from reformdesk.core.edition import Edition
from reformdesk.core.edition_edits import Several, apply
from reformdesk.core.indicator_edits import Assign, ChangeUnit, Consolidate, RemoveRule, Retire, SetRule
from reformdesk.core.table_edits import NameEdition, Renumber
from reformdesk.edition_note_sentences import ASKED_KINDS, CHANGES, CONSOLIDATIONS, NATURES, PROBLEMS
from reformdesk.edition_words import EditionWords
from reformdesk.words import LANGUAGES, Words
from tests.test_words import PACKAGE

REFORM = date(2025, 7, 1)
FROM_OUTSIDE = {"weight-removed", "contact-removed", "founding-removed", "group-always"}
"""Sentences that the words choose themselves, where what a change speaks of is empty."""
MADE_BY = (
    (PROBLEMS, ("edition_checks", "table_checks", "rule_checks"), set[str]()),
    (CHANGES, ("set_changes", "agency_changes"), FROM_OUTSIDE),
)


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The set that ships with the program, with the sample province."""
    return Edition(founding.template_indicators().source, register.from_agencies(founding.template_agencies()))


@pytest.fixture(scope="module")
def changed(edition: Edition) -> Edition:
    """The same with some of everything changed."""
    edits = (
        NameEdition(Label("Bộ chỉ tiêu 2025", "Indicator set 2025")),
        Retire("reform-contest"),
        Renumber("2", 0, "1a"),
        ChangeUnit("reform-workshops", Label("khóa", "courses")),
        Assign(("legal-documents-issued", "legal-documents-handled"), Reporter(group="all")),
        Consolidate("agency-satisfaction", Consolidation.MEAN),
        RemoveRule("feedback-settled-within-received"),
        MergeAgencies(("so-thong-tin-va-truyen-thong",), "so-noi-vu", REFORM),
        JoinGroup("dai-pt-th", "communes"),
    )
    return apply(edition, Several(edits))


def note(edition: Edition, changed: Edition, language: str) -> list[str]:
    said = EditionWords(Words(language), changed, edition)
    return said.text(edition_changes.between(edition, changed)).splitlines()


def test_a_change_note_reads_as_one(edition: Edition, changed: Edition) -> None:
    first = "Legal normative documents drafted as lead agency and issued"
    other = edition.indicator("legal-documents-handled").name.en
    feedback = "Feedback and recommendations"
    assert note(edition, changed, "en") == [
        "The indicator set",
        "- The set “Indicator set 2021–2024” is called “Indicator set 2025”.",
        "",
        "1. Direction and administration of reform",
        "- “Thematic workshops on administrative reform” is counted in “courses” instead of “classes”.",
        "- The mean of “Overall satisfaction (by departments and districts)” is not weighed any more.",
        "- Retired: 3 “Provincial contest on administrative reform (held = x; not held = 0)”.",
        "",
        "2. Institutional reform",
        f"- “{first}” has the number 1a instead of 1.",
        f"- “{first}”, “{other}” is reported by every agency instead of Department of Justice.",
        f"- “{first}”, “{other}”: figures add up (before: one agency's figure stands alone).",
        "",
        "Rules",
        f"- No rule any more: “{feedback} settled” is at most “{feedback} received”.",
        "",
        "Agencies",
        "- On 01/07/2025 merged into Department of Home Affairs: Department of Information and Communications.",
        "- Provincial Radio and Television Station reports with “communes and wards”.",
    ]


def test_a_change_note_is_vietnamese_to_the_last_line(edition: Edition, changed: Edition) -> None:
    said = note(edition, changed, "vi")
    assert "- Bỏ: 3 “Tổ chức cuộc thi tìm hiểu CCHC cấp tỉnh”." in said
    assert said[-3:] == [
        "Đơn vị",
        "- Từ ngày 01/07/2025, sáp nhập vào Sở Nội vụ: Sở Thông tin và Truyền thông.",
        "- Đài Phát thanh - Truyền hình tỉnh thuộc nhóm “cấp xã”.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_wrong_can_be_said(edition: Edition, language: str) -> None:
    districts = [one.id for one in edition.register.at(REFORM) if "districts" in one.groups]
    done = apply(edition, Several(tuple(DissolveAgency(one, REFORM) for one in districts)))
    done = apply(done, Retire("agency-survey-forms"))
    said = EditionWords(Words(language), done, edition)
    lines = [said.problem(one) for one in edition_checks.problems(done, edition)]
    assert len(lines) > 6
    assert not any("{" in line for line in lines)
    assert ("districts" in lines[0]) == (language == "en")
    (twice,) = (said.problem(one) for one in edition_checks.problems(done) if one.code == "number-twice")
    assert ("Carried out by departments and districts" in twice) == (language == "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kept", range(3))
def test_what_was_retired_is_called_by_its_name(edition: Edition, language: str, kept: int) -> None:
    """Whatever of the set is retired, no id is ever said."""
    gone = [name for place, name in enumerate(edition.drawn.order) if place % 3 != kept]
    done = apply(edition, Several(tuple(map(Retire, gone))))
    said = EditionWords(Words(language), done, edition)
    found = edition_checks.problems(done, edition)
    assert {"rule-names-retired", "heading-empty"} <= {one.code for one in found}
    lines = [*(said.problem(one) for one in found), *(said.rule(one) for one in done.drawn.rules)]
    ids = {name for name in edition.indicators if "-" in name} | {rule.id for rule in edition.drawn.rules}
    assert [line for line in lines if any(re.search(rf"(?<![\w-]){one}(?![\w-])", line) for one in ids)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_that_names_no_indicator_is_named_by_what_it_says(edition: Edition, language: str) -> None:
    (ranged,) = (one for one in edition.drawn.rules if one.kind == "range" and Kind.PERCENT in one.kinds)
    done = apply(edition, SetRule(replace(ranged, id="")))
    said = EditionWords(Words(language), done, edition)
    (twice,) = (one for one in edition_checks.problems(done, edition) if one.code == "rule-twice")
    assert said.rule(ranged) in said.problem(twice)


@pytest.mark.parametrize(("table", "modules", "chosen"), MADE_BY, ids=["problems", "changes"])
def test_every_code_has_words_and_no_words_are_left_over(
    table: dict[str, str], modules: tuple[str, ...], chosen: set[str]
) -> None:
    texts = "".join((PACKAGE / "core" / f"{one}.py").read_text(encoding="utf-8") for one in modules)
    codes = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', texts)) - {"at-most"}
    assert codes == table.keys() - chosen
    assert chosen <= table.keys()


def test_every_kind_of_what_is_asked_has_a_name() -> None:
    assert {one.value for one in Kind} == ASKED_KINDS.keys()
    assert {one.value for one in Nature} == NATURES.keys()
    assert {one.value for one in Consolidation} == CONSOLIDATIONS.keys()


def test_a_rule_is_said_in_full(edition: Edition) -> None:
    said = EditionWords(Words("vi"), edition)
    rules = {rule.id: said.rule(rule) for rule in edition.drawn.rules}
    assert rules["range-percent"] == "tỷ lệ (%), tỷ lệ, hoặc theo khối: từ 0 đến 100"
    assert rules["state-funded-total"].count("“") == 3
    assert rules["equitized-units-total"].count("−") == 1
    assert "gấp 3 lần" in rules["jump"]
