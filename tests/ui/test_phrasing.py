"""Stock phrases in a return, by keys alone: chosen, kept from what was typed, put in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from reformdesk.core import phrases
from reformdesk.ui.dialogs.phrases import PhrasesDialog
from reformdesk.ui.dialogs.returning import ReturnDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.words import LANGUAGES
from tests.demo import AGENCY
from tests.ui.conftest import Hands, Open, Speak, desk_of, nameless, say

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FIRST = phrases.first_dozen()


@pytest.fixture
def desk(office: Path, open_window: Open, hands: Hands) -> OfficeDesk:
    made = desk_of(open_window(office), OfficeDesk)
    made.ways.open_review(AGENCY, "")
    hands.settle_desk(made)
    return made


@pytest.fixture
def dialog(desk: OfficeDesk, hands: Hands) -> ReturnDialog:
    """A return that is begun with R on the first row."""
    return begun(desk, hands)


def begun(desk: OfficeDesk, hands: Hands) -> ReturnDialog:
    hands.focus(desk.review.table)
    hands.press(Qt.Key.Key_R)
    made = desk.errands.reviewing.returning
    hands._go_to(made)
    return made


def offered(dialog: ReturnDialog, hands: Hands) -> QMenu:
    hands.press(Qt.Key.Key_Space, CONTROL)
    menu = dialog.phrasing.menu
    assert menu is not None
    assert menu.isVisible()
    return menu


def words_of(dialog: ReturnDialog) -> QLineEdit:
    return next(field for field in dialog.fields if field.is_asked and field.words.hasFocus()).words


def edit_phrases(dialog: ReturnDialog, hands: Hands) -> PhrasesDialog:
    offered(dialog, hands)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Return)
    editing = dialog.phrasing.editing
    assert editing is not None
    hands._go_to(editing)
    return editing


def test_a_phrase_is_chosen_by_its_number_at_a_field(dialog: ReturnDialog, hands: Hands) -> None:
    edit = words_of(dialog)
    hands.replace("Xem dong 5.")
    menu = offered(dialog, hands)
    assert [action.toolTip() for action in menu.actions()[: len(FIRST)]] == list(FIRST)
    hands.press(Qt.Key.Key_2)
    assert edit.text() == f"Xem dong 5. {FIRST[1]}"
    assert hands.focused() is edit
    hands.press(Qt.Key.Key_Home)
    offered(dialog, hands)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert edit.text() == f"{FIRST[1]} Xem dong 5. {FIRST[1]}"
    hands.press(Qt.Key.Key_A, CONTROL)
    offered(dialog, hands)
    hands.press(Qt.Key.Key_3)
    assert edit.text() == FIRST[2]
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert edit.text() == f"{FIRST[1]} Xem dong 5. {FIRST[1]}"


def test_a_phrase_is_chosen_for_the_whole_and_goes_out(desk: OfficeDesk, dialog: ReturnDialog, hands: Hands) -> None:
    hands.type("Sai")
    hands.focus(dialog.words)
    hands.type("Gap")
    offered(dialog, hands)
    hands.press(Qt.Key.Key_1)
    assert dialog.words.toPlainText() == f"Gap {FIRST[0]}"
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands._go_to(desk.review)
    hands.settle_desk(desk)
    said = desk.errands.reviewing.data.said
    assert said is not None
    assert said.words == f"Gap {FIRST[0]}"


def test_esc_leaves_the_words_as_they_are(dialog: ReturnDialog, hands: Hands) -> None:
    edit = words_of(dialog)
    hands.replace("Nhu cu")
    offered(dialog, hands)
    hands.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert (edit.text(), hands.focused()) == ("Nhu cu", edit)


def test_what_was_typed_is_kept_as_a_phrase(desk: OfficeDesk, dialog: ReturnDialog, hands: Hands) -> None:
    hands.replace("Goi lai cho toi")
    offered(dialog, hands)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert phrases.phrases(desk.workspace._workspace) == (*FIRST, "Goi lai cho toi")
    menu = offered(dialog, hands)
    # once is enough
    assert not menu.actions()[-2].isEnabled()
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)
    hands.settle_desk(desk)
    assert begun(desk, hands).phrasing.phrases[-1] == "Goi lai cho toi"


def test_phrases_are_added_changed_ordered_and_removed_by_keys(
    desk: OfficeDesk, dialog: ReturnDialog, hands: Hands
) -> None:
    editing = edit_phrases(dialog, hands)
    assert hands.focused() is editing.list
    hands.press(Qt.Key.Key_Insert)
    hands.type("Cau moi")
    hands.press(Qt.Key.Key_Return)
    assert hands.focused() is editing.list
    hands.press(Qt.Key.Key_Up, ALT)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.replace("Cau dau, sua")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Delete)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands._go_to(dialog)
    hands.settle_desk(desk)
    assert phrases.phrases(desk.workspace._workspace) == ("Cau moi", "Cau dau, sua", *FIRST[2:])
    assert dialog.phrasing.phrases[:2] == ("Cau moi", "Cau dau, sua")


def test_nothing_is_kept_where_one_leaves(desk: OfficeDesk, dialog: ReturnDialog, hands: Hands) -> None:
    edit_phrases(dialog, hands)
    hands.press(Qt.Key.Key_Delete)
    hands.press(Qt.Key.Key_Escape)
    hands._go_to(dialog)
    hands.settle_desk(desk)
    assert phrases.phrases(desk.workspace._workspace) == FIRST


def test_a_list_without_phrases_can_be_begun(dialog: ReturnDialog, hands: Hands) -> None:
    editing = edit_phrases(dialog, hands)
    for _ in FIRST:
        hands.press(Qt.Key.Key_Delete)
    assert editing.listed() == ()
    assert not editing.remove.isEnabled()
    assert not editing.words.isEnabled()
    hands.press(Qt.Key.Key_Insert)
    hands.type("Mot & hai")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands._go_to(dialog)
    edit = words_of(dialog)
    hands.replace("")
    offered(dialog, hands)
    hands.press(Qt.Key.Key_1)
    assert edit.text() == "Mot & hai"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_has_a_name(language: str, office: Path, open_window: Open, hands: Hands, speak: Speak) -> None:
    made = desk_of(open_window(office, speak(language)), OfficeDesk)
    made.ways.open_review(AGENCY, "")
    hands.settle_desk(made)
    dialog = begun(made, hands)
    assert isinstance(dialog.words, QPlainTextEdit)
    assert nameless(dialog) == []
    editing = edit_phrases(dialog, hands)
    assert editing.windowTitle() == say("PhrasesDialog", "Stock phrases")
    assert nameless(editing) == []
