"""Consolidated tables of rounds that were asked by two indicator sets: which is which, in both languages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reformdesk.core.consolidation import consolidate
from reformdesk.core.report import ConsolidatedRound
from reformdesk.ui.pages.tables import TablesPage
from reformdesk.words import Words
from tests.core.builders import indicator, round_of, source
from tests.ui.conftest import Speak


@pytest.mark.parametrize(
    ("language", "tab", "title", "named"),
    [
        ("vi", "1 (đến Quý I)", "1. Lĩnh vực – Lĩnh vực", "1. Lĩnh vực – Bộ mới (ví dụ)"),
        ("en", "1 (to Q1)", "1. Area – Area", "1. Area – New set (example)"),
    ],
)
def test_a_table_of_an_older_set_says_so(
    language: str, tab: str, title: str, named: str, qtbot: QtBot, speak: Speak
) -> None:
    speak(language)
    page = TablesPage(Words(language))
    qtbot.addWidget(page)
    old: dict[str, Any] = source(indicator("m"), indicator("n"))
    old["tables"][0]["title_en"] = "1. Area"
    new: dict[str, Any] = json.loads(json.dumps(old))
    new |= {"name": {"vi": "Bộ mới", "en": "New set"}, "example": True, "format": "reformdesk-catalogue/2"}
    new["tables"][0]["rows"][0]["name"] = "Gọi khác"
    first = {"id": "2024-q1", "short": {"vi": "Quý I", "en": "Q1"}}
    page.refresh([_part(old, **first), _part(new)])
    assert [page.tabs.tabText(place) for place in range(page.tabs.count())] == ["1", tab]
    assert page._title.text() == named
    page.tabs.setCurrentIndex(1)
    assert page._title.text() == title
    assert page.model.cell(0, 1).text == "M"


def _part(made: dict[str, Any], **given: Any) -> ConsolidatedRound:
    round_ = round_of(made, **given)
    return ConsolidatedRound(round_, consolidate(round_, {}))
