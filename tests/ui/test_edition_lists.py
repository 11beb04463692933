"""The long lists of an edition's page: what they say when nothing is found, of days, and of the keys that hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from reformdesk.core.agency_edits import DissolveAgency, JoinGroup, LeaveGroup
from reformdesk.core.list_headings import CONSOLIDATIONS, INDICATOR_COLUMNS, KINDS, NATURES, values_of
from reformdesk.core.text import fold
from reformdesk.ui.editing import Editing
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD, EDITION
from reformdesk.ui.pages.edition.page import AGENCIES, CHECK, MATRIX, RULES, TABLE
from reformdesk.ui.widgets.basics import EmptyState
from reformdesk.words import LANGUAGES, Words
from tests.ui.conftest import Hands, Open, desk_of, say

_Asked = TypeVar("_Asked", bound=StrEnum)
MEDIA = "so-thong-tin-va-truyen-thong"
ON = date(2025, 7, 1)
ROW_WORDS = {
    "kind": "Kind of figure",
    "nature": "Counted",
    "numerator": "Numerator",
    "denominator": "Denominator",
    "reporter": "Reported by",
}


@pytest.fixture
def desk(office: Path, open_window: Open) -> OfficeDesk:
    return desk_of(open_window(office), OfficeDesk)


@pytest.fixture
def editing(desk: OfficeDesk, hands: Hands) -> Editing:
    hands.click(desk.item(EDITION))
    hands.settle_desk(desk)
    hands.click(desk.errands.editing.page.begin_button)
    hands.settle_desk(desk)
    return desk.errands.editing


def empty_words(editing: Editing) -> list[str]:
    """Return what stands in the place of a list, where there is none."""
    shown = [one for one in editing.page.views.findChildren(EmptyState) if one.isVisible()]
    return [part.text() for one in shown for part in one.findChildren(QLabel)]


def test_what_a_filter_leaves_nothing_of_says_so(editing: Editing, hands: Hands) -> None:
    page = editing.page
    lists = (MATRIX, page.matrix.filter, "MatrixView"), (AGENCIES, page.register.filter, "RegisterView")
    for part, field, view in lists:
        page.open_part(part)
        assert empty_words(editing) == []
        hands.focus(field)
        hands.type("qqq")
        assert empty_words(editing)[0] == say(view, "Nothing is found")
        field.clear()
        assert empty_words(editing) == []


def test_the_register_offers_only_what_could_help(editing: Editing, hands: Hands) -> None:
    register = editing.page.register
    editing.page.open_part(AGENCIES)
    hands.focus(register.filter)
    hands.type("qqq")
    assert empty_words(editing)[1] == say("RegisterView", "Type less of the name.")
    register.gone.setChecked(False)
    assert empty_words(editing)[1] == say("RegisterView", "Type less, or tick “With those that are no more”.")


def test_that_everything_is_reported_is_no_failed_search(editing: Editing, hands: Hands) -> None:
    page = editing.page
    page.open_part(MATRIX)
    page.matrix.nobody.setChecked(True)
    assert empty_words(editing)[0] == say("MatrixView", "Somebody reports everything")
    hands.focus(page.matrix.filter)
    hands.type("a")
    assert empty_words(editing)[0] == say("MatrixView", "Nothing is found")


def test_the_register_says_only_days_that_there_are(editing: Editing, desk: OfficeDesk, hands: Hands) -> None:
    for edit in (JoinGroup(MEDIA, "districts", ON), LeaveGroup(MEDIA, "departments", ON)):
        editing.record(edit)
        hands.settle_desk(desk)
    register, words = editing.page.register, editing.page.wording
    editing.page.open_part(AGENCIES)

    def told(agency: str) -> list[str]:
        register.go_to(agency)
        hands.settle_desk(desk)
        return [one.text() for one in register.panel.findChildren(QLabel) if one.isVisible()]

    assert editing.page.sight is not None
    departments, districts = (words.group(editing.page.sight.register, one) for one in ("departments", "districts"))
    left, joined = (say("AgencyPanel", text) for text in ("{group}: no more from {until}", "{group}: from {since}"))
    found = told(MEDIA)
    assert left.format(group=departments, until="01/07/2025") in found
    assert joined.format(group=districts, since="01/07/2025") in found
    always = told("so-tu-phap")
    assert departments in always
    assert not [text for text in always if "–" in text]
    editing.record(DissolveAgency(MEDIA, date(2026, 1, 1)))
    hands.settle_desk(desk)
    model, row = register.model, register.model.row_of(MEDIA)
    gone = next(at for at in range(model.columnCount()) if model.index(row, at).data() == "01/01/2026")
    assert model.headerData(gone, Qt.Orientation.Horizontal) == say("RegisterView", "Gone from")


def test_the_foot_names_the_keys_of_the_part_on_show(editing: Editing, desk: OfficeDesk, hands: Hands) -> None:
    said = {}
    for part in (f"{TABLE}3", RULES, AGENCIES, MATRIX, CHECK):
        editing.page.open_part(part)
        said[part] = desk.hints.text()
    assert len(set(said.values())) == len(said)
    assert "Alt+↑" in said[f"{TABLE}3"]
    assert not [part for part, keys in said.items() if not part.startswith(TABLE) and "Alt+↑" in keys]
    assert all("Ctrl+Z" in keys for keys in said.values())
    desk.open_page(BOARD)
    hands.settle_desk(desk)
    assert "Ctrl+O" in desk.hints.text()
    # what happens to the draft meanwhile says nothing on another page
    editing.page.open_part(RULES)
    assert "Ctrl+O" in desk.hints.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_and_the_lists_from_excel_have_one_word_each(language: str, qapp: QApplication) -> None:
    words = Words(language)
    qapp.installTranslator(words.translator)
    try:
        wording = EditionWording(words)
        said = {key: words.translator.translate("RowPanel", text) or text for key, text in ROW_WORDS.items()}
    finally:
        qapp.removeTranslator(words.translator)
    headings = {column.key: column.heading.text(language) for column in INDICATOR_COLUMNS}
    assert said == {key: headings[key] for key in said}
    assert _unread(wording.kinds, values_of(KINDS)) == []
    assert _unread(wording.natures, values_of(NATURES)) == []
    assert _unread(wording.consolidations, values_of(CONSOLIDATIONS)) == []


def _unread(shown: Mapping[_Asked, str], read: Mapping[str, str]) -> list[str]:
    """Return the window's words that a list does not read as what they mean."""
    return [text for meant, text in shown.items() if read.get(fold(text)) != meant]


def test_the_parts_of_a_rate_are_in_sight_on_a_small_screen(editing: Editing, desk: OfficeDesk, hands: Hands) -> None:
    desk.window().resize(1366, 768)
    editing.page.open_part(f"{TABLE}7")
    editing.page.rows.go_to("online-payment-rate")
    hands.settle_desk(desk)
    panel = editing.page.rows.panel
    panel.choose_rate()
    hands.settle_desk(desk)
    for field in (panel.shares, panel.numerator, panel.denominator):
        assert field.visibleRegion().boundingRect() == field.rect()
    # who goes from field to field goes down
    order = [panel.name, panel.kind, panel.nature, panel.reporter, panel.shares, panel.numerator, panel.denominator]
    assert [one for one in panel.fields() if one in order] == order
