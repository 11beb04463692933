"""The dialog in which agencies are reorganised: what it offers, keeps, previews and says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reformdesk.core import register
from reformdesk.core.agency_edits import NameGroup
from reformdesk.core.edition import Edit, Edition
from reformdesk.core.edition_edits import apply
from reformdesk.core.reporting_names import KNOWN_GROUPS
from reformdesk.ui.dialogs.edition.agency import GroupBoxes
from reformdesk.ui.dialogs.edition.reorganise import DIVIDE, END, MERGE, RENAME, ReorganiseDialog
from reformdesk.ui.dialogs.round_period import to_qt
from reformdesk.ui.models import reorganisation
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.models.reorganisation import NewAgency, Owing
from reformdesk.words import Words
from tests.core.builders import indicator, source

ON = date(2025, 7, 1)
LATER = ON + timedelta(days=31)
NAMES = {"ha": "Sở Nội vụ", "b": "Sở Kế hoạch", "c": "Sở Tài chính", "d": "Huyện Đông", "e": "Huyện Tây"}
OWN = {name: {"agency": "b"} for name in "nmopqrs"} | {"t": {"agency": "c"}}


def _edition(*edits: Edit) -> Edition:
    """Return an edition of which ``b`` alone reports seven indicators, ``c`` one and all of them another."""
    agencies = [{"id": one, "name": name, "groups": ["all"]} for one, name in NAMES.items()]
    asked = [indicator(name, reporter=own, consolidation="sole") for name, own in OWN.items()]
    made: dict[str, Any] = source(*asked, indicator("u", reporter={"group": "all"}))
    edition = Edition(made, register.from_agencies(agencies, office="ha"))
    for edit in edits:
        edition = apply(edition, edit)
    return edition


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _open(parent: QWidget, kind: str, *edits: Edit, agency: str = "b") -> ReorganiseDialog:
    dialog = ReorganiseDialog(parent, _edition(*edits), agency, ON, EditionWording(Words("en")))
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    return dialog


def _listed(dialog: ReorganiseDialog) -> list[str]:
    """Return who is listed, a ``*`` before those that are ticked."""
    items = [dialog.going.item(place) for place in range(dialog.going.count())]
    return [
        ("*" if item.checkState() is Qt.CheckState.Checked else "") + str(item.data(Qt.ItemDataRole.UserRole))
        for item in items
        if not item.isHidden()
    ]


def _offered(box: Any) -> set[str]:
    return {str(box.itemData(place)) for place in range(box.count())}


def test_what_was_chosen_for_an_agency_is_not_carried_to_the_next(parent: QWidget) -> None:
    dividing = _open(parent, DIVIDE).dividing
    dividing.heir.setCurrentIndex(dividing.heir.findData("d"))
    dividing.table.selectAll()
    dividing.give_button.click()
    assert dividing._tasks["u"] == "d", "all of them report it"
    dividing.offer(_edition(), LATER, "")
    assert dividing._tasks["u"] == "d", "another day leaves it"
    dividing.agency.setCurrentIndex(dividing.agency.findData("c"))
    assert dividing._tasks == {}
    assert dividing.edit(LATER) is None


@pytest.mark.parametrize("kind", [MERGE, DIVIDE, RENAME, END])
def test_each_page_is_laid_out_within_the_dialog(parent: QWidget, qtbot: QtBot, kind: str) -> None:
    dialog = _open(parent, kind)
    dialog.open()
    shown = dialog._pages[MERGE if kind == END else kind]
    qtbot.waitUntil(lambda: shown.isVisible() and shown.width() == dialog.table.width())
    assert [page for page in dialog._pages.values() if page.isVisible()] == [shown]
    if kind != DIVIDE:
        assert shown.height() <= max(shown.sizeHint().height(), shown.minimumSizeHint().height())
    dialog.reject()


def test_the_preview_tells_this_step_alone() -> None:
    edition = _edition(reorganisation.end(["d"], ON), reorganisation.merge(_edition(), ["c"], "b", ON))
    found = reorganisation.preview(edition, reorganisation.end(["e"], ON), ON)
    assert found.owing == (Owing("e", 1, None),)


def test_who_begins_that_day_takes_over_and_who_ends_that_day_goes_no_more(parent: QWidget) -> None:
    merged = reorganisation.merge(_edition(), ["c"], NewAgency("Sở Mới"), ON)
    dialog = _open(parent, MERGE, merged)
    assert _offered(dialog.into) == {"", "ha", "b", "d", "e", "so-moi"}
    assert set(_listed(dialog)) == {"ha", "*b", "d", "e"}
    assert _offered(dialog.renamed) == {"ha", "b", "d", "e"}
    dialog.into.setCurrentIndex(dialog.into.findData("so-moi"))
    assert dialog.go.isEnabled(), dialog.go.toolTip()


def test_a_name_follows_who_is_renamed_to_another_day(parent: QWidget) -> None:
    dialog = _open(parent, RENAME, reorganisation.end(["b"], LATER))
    assert dialog.name.text() == NAMES["b"]
    dialog.on.setDate(to_qt(LATER))
    assert dialog.name.text() == dialog.renamed.currentText() != NAMES["b"]


def test_who_ends_is_called_so_and_ticked_at_once(parent: QWidget) -> None:
    dialog = _open(parent, MERGE)
    assert dialog.who.text() == dialog.going.accessibleName() == "These go"
    dialog.kind.setCurrentIndex(dialog.kind.findData(END))
    assert dialog.who.text() == dialog.going.accessibleName() == "These end"
    dialog.filter.setText("huyen")
    dialog.all_button.click()
    dialog.filter.clear()
    assert _listed(dialog) == ["*b", "ha", "c", "*d", "*e"]


def test_what_is_ticked_stays_listed_and_another_day_lists_no_more(parent: QWidget) -> None:
    dialog = _open(parent, END)
    dialog.filter.setText("huyen")
    assert _listed(dialog) == ["*b", "d", "e"]
    dialog.on.setDate(to_qt(LATER))
    assert _listed(dialog) == ["*b", "d", "e"]


def test_what_nobody_would_report_is_named(parent: QWidget) -> None:
    dialog = _open(parent, END, agency="c")
    name = dialog._wording.indicator(dialog._edition.drawn, "t")
    assert f"nobody would report then (1): {name}. Give" in dialog.state.text()
    dialog = _open(parent, END, agency="b")
    first = [dialog._wording.indicator(dialog._edition.drawn, name) for name in "nmopqr"]
    assert f"(7): {'; '.join(first)}; …. Give" in dialog.state.text()


@pytest.mark.parametrize("typed", ["Cấp xã", "cap xa", "communes"])
def test_a_group_that_every_province_knows_is_no_new_one(typed: str, parent: QWidget) -> None:
    made = _edition().register
    boxes = GroupBoxes(made, set(), EditionWording(Words("vi")))
    assert set(boxes.boxes) == set(KNOWN_GROUPS)
    boxes.new.setText(typed)
    assert (boxes.chosen(), boxes.naming()) == (("communes",), [])
    boxes.boxes["communes"].setChecked(True)
    assert boxes.chosen() == ("communes",)
    boxes.new.setText("Khối trường")
    assert (boxes.chosen(), boxes.naming()) == (
        ("communes", "khoi-truong"),
        [NameGroup("khoi-truong", "Khối trường")],
    )
