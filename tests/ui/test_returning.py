"""Sending a submission back with words at its fields, in real windows with real keys."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit

from reformdesk.core import entry, intake, returns, roundbook, store, what_counts
from reformdesk.core.checks import Finding
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.values import Number, Unreadable
from reformdesk.ui.dialogs.returning import MOST_LETTERS, AskedField, ReturnDialog, proposed_day
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.words import LANGUAGES
from tests import demo as sample
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, Speak, button_named, desk_of, nameless, say

COUNT, PLAIN, PERCENT = "legal-documents-issued", "legal-documents-examined", "agency-satisfaction"
CONTROL = Qt.KeyboardModifier.ControlModifier


def _open_review(path: Path, open_window: Open, hands: Hands, messages: HeardMessages | None = None) -> OfficeDesk:
    desk = desk_of(open_window(path, messages), OfficeDesk)
    desk.ways.open_review(AGENCY, "")
    hands.settle_desk(desk)
    return desk


@pytest.fixture
def at_review(office: Path, open_window: Open, hands: Hands) -> OfficeDesk:
    """Home Affairs with the agency's submission on show."""
    return _open_review(office, open_window, hands)


@pytest.fixture
def dialog(at_review: OfficeDesk, hands: Hands) -> ReturnDialog:
    """The dialog as the button opens it, with nothing asked about yet."""
    hands.click(button_named(at_review.review, say("ReviewStrips", "Return… (R)")))
    for field in at_review.errands.reviewing.returning.fields:
        field.tick.setChecked(False)
    return at_review.errands.reviewing.returning


def field_of(dialog: ReturnDialog, name: str) -> AskedField:
    return next(field for field in dialog.fields if field.indicator.id == name)


def ask_with_r(desk: OfficeDesk, hands: Hands, name: str) -> ReturnDialog:
    hands.focus(desk.review.table)
    hands.press(Qt.Key.Key_Home, CONTROL)
    while desk.review.table.currentIndex().row() < desk.review.model.row_of(name):
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_R)
    dialog = desk.errands.reviewing.returning
    hands._go_to(dialog)
    return dialog


@pytest.mark.parametrize(
    ("deadline", "day", "proposed"),
    [
        ("2024-06-15", "2024-06-10", "2024-06-15"),
        ("2024-06-15", "2024-06-15", "2024-06-15"),
        ("2024-06-15", "2024-06-17", "2024-06-20"),  # a Monday
        ("2024-06-15", "2024-06-19", "2024-06-24"),  # over a weekend
        ("2024-06-15", "2024-06-22", "2024-06-26"),  # from a Saturday
    ],
)
def test_an_answer_is_due_at_the_deadline_or_in_three_working_days(deadline: str, day: str, proposed: str) -> None:
    assert proposed_day(date.fromisoformat(deadline), date.fromisoformat(day)) == date.fromisoformat(proposed)


def test_fields_with_a_finding_come_first_and_only_unexplained_ones_are_ticked(
    office: Path, desk: Path, open_window: Open, hands: Hands
) -> None:
    explained, unexplained = "reform-initiatives", "civil-servants-present"
    with store.open_workspace(desk) as workspace:
        entry.set_explanation(workspace, roundbook.load(workspace, NEWEST), explained, "Số liệu đúng", LATER)
        sent = sample.finish_with(workspace, {unexplained: Number(Decimal(9999))}, NEWEST, LATER)
    with store.open_workspace(office) as workspace:
        assert intake.take(workspace, sent.file_name, sent.content, "window", LATER).state == "accepted"
    at_review = _open_review(office, open_window, hands)
    assert {one.indicator for one in at_review.errands.reviewing.data.findings} == {explained, unexplained}
    hands.click(button_named(at_review.review, say("ReviewStrips", "Return… (R)")))
    names = [field.indicator.id for field in at_review.errands.reviewing.returning.fields]
    owed = at_review.errands.reviewing.data.round.owed(AGENCY)
    assert names == [explained, unexplained, *(name for name in owed if name not in (explained, unexplained))]
    assert [field.indicator.id for field in at_review.errands.reviewing.returning.fields if field.is_asked] == [
        unexplained
    ]


def test_r_on_a_row_asks_about_it_and_the_keyboard_does_the_rest(
    at_review: OfficeDesk, hands: Hands, office: Path
) -> None:
    digest = at_review.errands.reviewing.data.received.digest
    dialog = ask_with_r(at_review, hands, PLAIN)
    field = field_of(dialog, PLAIN)
    assert hands.focused() is field.words
    others = tuple(one.asked() for one in dialog.fields if one.is_asked and one is not field)
    hands.type_vietnamese("Đề nghị kèm danh mục")
    hands.press(Qt.Key.Key_Tab)
    hands.type("1.200")
    hands.press(Qt.Key.Key_Tab)
    hands.type("1300")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.settle_desk(at_review)
    assert not dialog.isVisible()
    # the cursor stays on the figure, wherever the fields asked about have moved to
    review = at_review.review
    assert review.model.cell(review.table.currentIndex().row(), 0).key == PLAIN
    at_review.window().close()
    with store.open_workspace(office) as workspace:
        (kept,) = returns.returns_on(workspace, digest)
        assert what_counts.submitted(workspace, NEWEST).get(AGENCY) is None
    asked = FieldReturn(PLAIN, "Đề nghị kèm danh mục", Decimal(1200), Decimal(1300))
    assert kept.fields == tuple(sorted((asked, *others), key=lambda one: one.indicator))


def test_arrows_go_through_the_rows_space_ticks_and_tab_goes_into_the_words(dialog: ReturnDialog, hands: Hands) -> None:
    hands.focus(dialog.no_day)
    hands.press(Qt.Key.Key_Tab)
    assert hands.focused() is dialog.fields[0].tick
    for _ in range(2):
        hands.press(Qt.Key.Key_Down)
    third = dialog.fields[2]
    assert hands.focused() is third.tick
    hands.press(Qt.Key.Key_Space)
    assert third.is_asked
    hands.press(Qt.Key.Key_Tab)
    assert hands.focused() is third.words
    hands.press(Qt.Key.Key_Up)
    assert hands.focused() is dialog.fields[1].tick
    hands.press(Qt.Key.Key_Return)
    assert hands.focused() is third.tick
    assert dialog.isVisible()
    # a row that nothing is asked about does not hold Tab up
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Tab)
    assert hands.focused().window() is dialog
    assert not any(one.isAncestorOf(hands.focused()) for one in dialog.fields)


def test_a_finding_proposes_the_words_and_what_was_written_stays(dialog: ReturnDialog, heard: HeardMessages) -> None:
    field = dialog.fields[0]
    finding = next(one for one in _findings_of(dialog) if one.indicator == field.indicator.id)
    field.tick.setChecked(True)
    assert heard.words.finding(finding) in field.words.text()
    field.words.setText("Khác")
    field.tick.setChecked(False)
    field.tick.setChecked(True)
    assert field.words.text() == "Khác"


def _findings_of(dialog: ReturnDialog) -> tuple[Finding, ...]:
    desk = dialog.parent()
    assert isinstance(desk, OfficeDesk)
    return desk.errands.reviewing.data.findings


def test_without_words_and_fields_it_cannot_go_and_says_why(dialog: ReturnDialog, hands: Hands) -> None:
    why = say("ReturnDialog", "A return must say why: write it above, or tick a field to ask about.")
    assert not dialog.go.isEnabled()
    assert (dialog.go.toolTip(), dialog.hint.text()) == (why, why)
    hands.focus(dialog.words)
    hands.type_vietnamese("Thiếu mục 5")
    assert dialog.go.isEnabled()
    hands.replace("  ")
    assert not dialog.go.isEnabled()
    field = field_of(dialog, PLAIN)
    field.tick.setChecked(True)
    assert dialog.go.toolTip() == f"“{field.title}”: {say('AskedField', 'Write what you ask.')}"
    hands.focus(field.words)
    hands.type_vietnamese("Vì sao?")
    assert dialog.go.isEnabled()
    assert dialog.go.toolTip() == ""
    assert dialog.returned().fields == (FieldReturn(PLAIN, "Vì sao?"),)


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        (COUNT, "mười", "not-a-number"),
        (COUNT, "1,5", "not-whole"),
        (COUNT, "Không áp dụng", "not-a-number"),
        (PERCENT, "88.125", "ambiguous"),
        (PERCENT, "0," + "1" * 11, "too-long"),
    ],
)
def test_a_bound_that_cannot_be_read_is_marked_at_its_field(
    name: str, typed: str, code: str, dialog: ReturnDialog, hands: Hands
) -> None:
    field = field_of(dialog, name)
    field.tick.setChecked(True)
    hands.focus(field.least)
    hands.type_vietnamese(typed)
    # nobody is corrected in the middle of a number
    assert not field.mark.isVisible()
    assert not dialog.go.isEnabled()
    hands.press(Qt.Key.Key_Tab)
    assert field.mark.isVisible()
    assert (field.least.property("state"), field.most.property("state")) == ("error", "")
    assert field.mark.text() in dialog.go.toolTip()
    bound = field._bound(field.least)
    assert isinstance(bound, Unreadable)
    assert bound.code == code
    hands.focus(field.least)
    hands.replace("5")
    assert not field.mark.isVisible()
    assert dialog.go.isEnabled()
    assert dialog.returned().fields[0].least == 5


def test_bounds_the_wrong_way_round_are_both_marked(dialog: ReturnDialog, hands: Hands) -> None:
    field = field_of(dialog, PERCENT)
    field.tick.setChecked(True)
    for edit, typed in ((field.least, "90%"), (field.most, "83,46%")):
        hands.focus(edit)
        hands.type(typed)
    hands.focus(field.words)
    assert field.mark.text() == say("AskedField", "The first figure is larger than the second.")
    assert (field.least.property("state"), field.most.property("state")) == ("error", "error")
    hands.focus(field.least)
    hands.replace("80")
    assert dialog.returned().fields == (FieldReturn(PERCENT, field.words.text(), Decimal(80), Decimal("83.46")),)


def test_a_range_is_offered_for_figures_only(at_review: OfficeDesk, hands: Hands) -> None:
    at_review.ways.open_review("so-noi-vu", "")
    hands.settle_desk(at_review)
    offered = {}
    for field in ReturnDialog(at_review, at_review.errands.reviewing.data, at_review._words).fields:
        field.tick.setChecked(True)
        offered[field.indicator.kind.value] = [edit.isVisibleTo(field) for edit in (field.least, field.most)]
    assert {kind for kind, shown in offered.items() if all(shown)} == {"count", "percent"}
    assert {kind for kind, shown in offered.items() if not any(shown)} == {"mark", "rate-or-blocks"}


def test_it_says_until_when_or_names_no_day(dialog: ReturnDialog, hands: Hands) -> None:
    hands.focus(dialog.words)
    hands.type_vietnamese("Thiếu mục 5")
    dialog.until.setDate(QDate(2099, 7, 15))
    assert dialog.returned() == Return("Thiếu mục 5", date(2099, 7, 15))
    assert dialog.until.text() == "15/07/2099"
    hands.click(dialog.no_day)
    assert not dialog.until.isEnabled()
    assert dialog.returned().until is None


def test_too_many_words_are_named(dialog: ReturnDialog) -> None:
    dialog.words.setPlainText("a" * (MOST_LETTERS + 1))
    assert str(MOST_LETTERS) in dialog.go.toolTip()
    dialog.words.setPlainText("a" * MOST_LETTERS)
    assert dialog.go.isEnabled()


def test_a_click_on_the_name_ticks_but_not_one_beside_the_words(dialog: ReturnDialog, hands: Hands) -> None:
    field = dialog.fields[0]
    hands.click(field)
    assert field.is_asked
    hands.click(field.question)
    assert field.is_asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_a_small_screen_and_names_every_control(
    language: str, office: Path, open_window: Open, speak: Speak, hands: Hands
) -> None:
    desk = _open_review(office, open_window, hands, speak(language))
    desk.window().resize(1093, 614)
    hands.settle_desk(desk)
    dialog = ask_with_r(desk, hands, PLAIN)
    for field in dialog.fields:
        field.tick.setChecked(True)
    hands.settle_desk(desk)
    assert dialog.width() <= 1093
    assert dialog.height() <= 614
    assert dialog.go.geometry().bottom() < dialog.height()
    assert nameless(dialog) == []
    narrow = [edit for edit in dialog.findChildren(QLineEdit) if edit.isVisible() and edit.width() < 80]
    assert [edit for edit in narrow if edit.accessibleName()] == []


def test_what_does_not_count_is_not_asked_about(office: Path, open_window: Open, hands: Hands) -> None:
    at_review = _open_review(office, open_window, hands)
    dialog = ask_with_r(at_review, hands, PLAIN)
    field_of(dialog, PLAIN).words.setText("Vì sao?")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.settle_desk(at_review)
    del at_review.errands.reviewing.returning
    hands.focus(at_review.review.table)
    hands.press(Qt.Key.Key_R)
    assert not hasattr(at_review, "returning")
