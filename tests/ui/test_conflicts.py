"""The page of what waits: for every reason both sides, what can be decided and what each choice does, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reformdesk.conflict_sentences import ADVICE, DECISIONS, EFFECTS, STEPS
from reformdesk.core import journal, merged
from reformdesk.core.conflicts import Step
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.foreseeing import Place
from reformdesk.core.standing import Reason
from reformdesk.ui.models.conflict import ConflictData, effect_words, read_conflict
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import CONFLICT, REVIEW, WAITING
from reformdesk.ui.pages.conflict import ConflictPage
from reformdesk.words import LANGUAGES, Words
from tests.core.desks import at_work
from tests.demo import NEWEST
from tests.planted import ROUND, planted, record, set_aside_contested, waiting
from tests.ui.conftest import Hands, Open, Situation, desk_of, nameless, say

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(qtbot: QtBot, data: ConflictData | None, words: Words) -> ConflictPage:
    """Show a conflict on a page by itself."""
    assert data is not None
    page = ConflictPage(words)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show_conflict(data)
    page.show()
    QApplication.processEvents()
    return page


def texts(page: ConflictPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_page(reason: Reason, language: str, tmp_path: Path, qtbot: QtBot) -> None:
    words = Words(language)
    with planted(tmp_path, reason) as (desks, one):
        data = read_conflict(desks.office, Place(ROUND, "b", one.digest))
        page = shown(qtbot, data, words)
        assert data is not None
        told = texts(page)
        assert words.reason(reason) in told
        assert words.of(ADVICE, "advice", reason) in told
        assert len(page.choices) == len(data.conflict.choices)
        # nothing is chosen beforehand, and what each does is said
        assert not any(row.radio.isChecked() for _, row in page.choices)
        for choice, row in page.choices:
            assert row.radio.accessibleName() in told
            effects = effect_words(choice.effect, data.round, words, data.letters)
            assert effects
            assert all(effect in told for effect in effects)
        assert page.decide_button.isVisibleTo(page) is bool(page.choices)
        assert page.sides.table.model().rowCount() > 0
        assert nameless(page) == []


@pytest.mark.parametrize("table", [STEPS, EFFECTS, ADVICE, DECISIONS])
def test_every_word_is_vietnamese(table: dict[str, str]) -> None:
    context = {id(STEPS): "steps", id(EFFECTS): "effects", id(ADVICE): "advice", id(DECISIONS): "decisions"}[id(table)]
    own = {"total", "hands"}
    for code, source in table.items():
        if code not in own:
            assert Words("vi").translator.translate(context, source) not in ("", source), code


def test_every_step_reason_and_decision_has_words() -> None:
    assert set(STEPS) == set(Step)
    assert set(ADVICE) == set(Reason)
    kinds = {name.split("-own")[0].split("-entered")[0] for name in DECISIONS}
    assert {kind for kind in Kind if kind not in kinds} <= {Kind.REQUEST}


def test_what_waits_is_decided_by_keys_with_a_reason(situation: Situation, open_window: Open, hands: Hands) -> None:
    desk = desk_of(open_window(situation.path), OfficeDesk)
    desk.open_page(WAITING)
    hands.focus(desk.waiting.table)
    hands.press(Qt.Key.Key_D)
    hands.settle_desk(desk)
    assert (desk.page, desk.stack.currentWidget()) == (CONFLICT, desk.conflict)
    page = desk.conflict
    assert [choice.step for choice, _ in page.choices] == [Step.COMPARE, Step.PROVISIONAL, Step.SET_ASIDE]
    assert not page.decide_button.isEnabled()
    assert page.decide_button.toolTip() == say("ConflictPage", "Choose first.")
    assert hands.focused() is page.choices[0][1].radio
    # going through them chooses none
    hands.press(Qt.Key.Key_Down)
    assert hands.focused() is page.choices[1][1].radio
    assert not page.choices[1][1].radio.isChecked()
    hands.press(Qt.Key.Key_Space)
    assert page.choices[1][1].radio.isChecked()
    assert page.decide_button.toolTip() == say("ConflictPage", "Write why first.")
    # nothing is decided without a reason
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.settle_desk(desk)
    assert desk.page == CONFLICT
    hands.focus(page.reason)
    hands.type("Het han, se goi sau")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.settle_desk(desk)
    # nothing is left to decide: back to the list
    assert desk.stack.currentWidget() is desk.waiting
    held = desk.workspace._workspace
    (one,) = (found for found in merged.received(held, NEWEST) if found.agency == situation.waiting)
    assert (one.counts, one.provisional) == (True, True)
    (kept,) = journal.standing_of(held, Kind.PROVISIONAL)
    assert kept.reason == "Het han, se goi sau"
    assert journal.hands(held, kept.id)[0].author == journal.officer(held)


def test_the_effect_of_each_choice_stands_below_it(situation: Situation, open_window: Open, hands: Hands) -> None:
    desk = desk_of(open_window(situation.path), OfficeDesk)
    desk.open_page(WAITING)
    hands.focus(desk.waiting.table)
    hands.press(Qt.Key.Key_D)
    hands.settle_desk(desk)
    told = texts(desk.conflict)
    counted = say("effects", EFFECTS["agencies"])
    # one has sent nothing, one was returned, one waits
    assert counted.format(before=36, after=37, owing=39) in told
    number = say("effects", EFFECTS["number"]).format(revision=1)
    assert say("effects", EFFECTS["put-away"]).format(one=number) in told


def test_escape_and_the_button_lead_back_and_on(situation: Situation, open_window: Open, hands: Hands) -> None:
    desk = desk_of(open_window(situation.path), OfficeDesk)
    desk.open_page(WAITING)
    hands.focus(desk.waiting.table)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert desk.stack.currentWidget() is desk.review
    hands.press(Qt.Key.Key_D)
    hands.settle_desk(desk)
    assert desk.stack.currentWidget() is desk.conflict
    hands.press(Qt.Key.Key_Escape)
    hands.settle_desk(desk)
    assert desk.stack.currentWidget() is desk.review
    hands.press(Qt.Key.Key_Escape)
    assert desk.stack.currentWidget() is desk.waiting
    hands.press(Qt.Key.Key_D)
    hands.settle_desk(desk)
    hands.click(desk.conflict.open_button)
    hands.settle_desk(desk)
    assert desk.stack.currentWidget() is desk.review
    assert desk.errands.reviewing.data.received.agency == situation.waiting


def test_the_code_is_compared_from_the_page(situation: Situation, open_window: Open, hands: Hands) -> None:
    desk = desk_of(open_window(situation.path), OfficeDesk)
    desk.open_page(WAITING)
    hands.focus(desk.waiting.table)
    hands.press(Qt.Key.Key_D)
    hands.settle_desk(desk)
    hands.press(Qt.Key.Key_Space)
    # the dialog asks what was found; no other reason is needed
    hands.press(Qt.Key.Key_Return, CONTROL)
    dialog = desk.errands.trust.dialog
    assert dialog is not None
    dialog.agreed.emit()
    dialog.close()
    hands.settle_desk(desk)
    assert desk.stack.currentWidget() is desk.waiting
    held = desk.workspace._workspace
    (one,) = (found for found in merged.received(held, NEWEST) if found.agency == situation.waiting)
    assert (one.counts, one.provisional) == (True, False)


def test_what_becomes_of_the_other_side_is_worded_in_one_way(tmp_path: Path, qtbot: QtBot) -> None:
    with planted(tmp_path, Reason.FORK) as (desks, _):
        one = waiting(desks, Reason.FORK)
        data = read_conflict(desks.office, Place(ROUND, one.agency, one.digest))
        page = shown(qtbot, data, Words("vi"))
        assert data is not None
        names = [
            Words("vi").say("effects", EFFECTS["side"], revision=side.revision, letter=data.letters[side.digest])
            for side in data.conflict.sides
        ]
        assert names[0][-2:] == f"{one.revision}A"
        assert any(page.title.text().endswith(name[1:]) for name in names)
        chosen = [(place, row) for place, (choice, row) in enumerate(page.choices) if choice.step is Step.CHOOSE]
        assert len(chosen) == 2
        for place, row in chosen:
            told = [label.text() for label in row.findChildren(QLabel)]
            assert Words("vi").say("effects", EFFECTS["put-away"], one=names[1 - place]) in told


def test_the_reason_stands_right_below_the_choices(tmp_path: Path, qtbot: QtBot) -> None:
    with planted(tmp_path, Reason.FORK) as (desks, _):
        one = waiting(desks, Reason.FORK)
        page = shown(qtbot, read_conflict(desks.office, Place(ROUND, one.agency, one.digest)), Words("vi"))
        last = page.choices[-1][1]
        for height in (1000, 640, 420):
            page.resize(1100, height)
            qtbot.waitUntil(lambda: page.height() == page.window().height())
            QApplication.processEvents()
            below = last.mapTo(page, last.rect().bottomLeft()).y()
            why = page.reason.mapTo(page, page.reason.rect().topLeft()).y()
            assert page.rect().contains(page.decide_button.mapTo(page, page.decide_button.rect().bottomRight()))
            if height == 1000:
                assert 0 < why - below < 60


def test_both_sides_of_a_setting_aside_that_is_contested(tmp_path: Path, qtbot: QtBot) -> None:
    with at_work(tmp_path) as desks:
        set_aside_contested(desks)
        one = waiting(desks, Reason.SET_ASIDE)
        page = shown(qtbot, read_conflict(desks.office, Place(ROUND, "b", one.digest)), Words("vi"))
        assert {choice.step for choice, _ in page.choices} == {Step.TAKE_BACK, Step.MISTAKEN}
        told = texts(page)
        assert Words("vi").reason("contested") in told
        assert "Lan" in told


def test_decisions_that_contradict_each_other_name_both_hands(tmp_path: Path, qtbot: QtBot) -> None:
    with planted(tmp_path, Reason.GAP) as (desks, _):
        for author, day in (("Lan", "2024-07-10"), ("Minh", "2024-07-12")):
            made = record(desks, Decision(Kind.EXTENSION, ROUND, "b", "b", {"until": day}, "lũ"), author)
        data = read_conflict(desks.office, Place(ROUND, "b"), made.id)
        page = shown(qtbot, data, Words("vi"))
        told = texts(page)
        assert all(part in told for part in ("Lan", "Minh", "10/07/2024", "12/07/2024", "lũ"))
        assert [choice.step for choice, _ in page.choices] == [Step.HOLD, Step.HOLD]
        assert not page.sides.isVisibleTo(page)
        heard: list[tuple[str, str, str]] = []
        page.decided.connect(lambda *said: heard.append(said))
        page.choices[1][1].radio.setChecked(True)
        page.reason.setText("Theo công văn")
        page.decide_button.click()
        assert heard == [("hold", page.choices[1][0].subject, "Theo công văn")]


def test_the_review_leads_to_the_page_where_something_waits(
    situation: Situation, open_window: Open, hands: Hands
) -> None:
    desk = desk_of(open_window(situation.path), OfficeDesk)
    desk.ways.open_review(situation.waiting, "")
    hands.settle_desk(desk)
    assert desk.page == REVIEW
    # accepting is for what counts
    hands.focus(desk.review.table)
    hands.press(Qt.Key.Key_A)
    hands.settle_desk(desk)
    assert not desk.errands.reviewing.data.received.reviewed
