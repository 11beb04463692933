"""The review of a submission: what a return said, what changed since, what a fork's sides say, what is missing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton

from reformdesk.core import decisions, entry, inbox, intake, keyring, merged, replies, roundbook, store
from reformdesk.core.returns import FieldReturn, Return
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.core.standing import Reason
from reformdesk.core.values import Number, Status, Value
from reformdesk.exchange.keys import matching_code
from reformdesk.ui.dates import long_moment
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.pages.review import ReviewPage
from reformdesk.ui.widgets.basics import Strip
from reformdesk.words import LANGUAGES
from tests import demo as sample
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import CheckModel, Hands, HeardMessages, Open, Situation, Speak, button_named, desk_of, nameless
from tests.ui.conftest import say as translated

ANSWERED, OUTSIDE, IN_VAIN, UNASKED = (
    "legal-documents-handled",
    "legal-documents-examined",
    "other-documents-with-legal-norms",
    "legal-documents-issued",
)
ASKED = Return(
    "Xem lại phần văn bản",
    date(2024, 7, 30),
    (
        FieldReturn(ANSWERED, "Còn thiếu?", Decimal(1), Decimal(12)),
        FieldReturn(OUTSIDE, "Quá ít", Decimal(20)),
        FieldReturn(IN_VAIN, "Vì sao bằng 0?"),
    ),
)
HandIn = Callable[..., bytes]


def say(source: str, context: str = "ReviewStrips") -> str:
    return translated(context, source)


def number(figure: int) -> Value:
    return Number(Decimal(figure))


@pytest.fixture
def hand_in(demo: Path, tmp_path: Path) -> HandIn:
    """Let the agency seal files: each name is a machine of its own with a copy of the agency's desk."""

    def sealed(machine: str, changes: dict[str, Value], hours: int = 0) -> bytes:
        folder = tmp_path / machine
        path = folder / f"{AGENCY}.rdesk"
        if not path.exists():
            sample.copy_of_agency(demo, AGENCY, folder)
        return sample.hand_in_again(path, changes, NEWEST, LATER + timedelta(hours=hours)).content

    return sealed


def take(office: Path, *blobs: bytes) -> list[tuple[str, ...]]:
    """Take files in at Home Affairs, named 0.rdsub and so on; gives what they wait for."""
    with store.open_workspace(office) as workspace:
        return [
            intake.take(workspace, f"{place}.rdsub", blob, "window", LATER + timedelta(days=1)).reasons
            for place, blob in enumerate(blobs)
        ]


@pytest.fixture
def returned(office: Path) -> str:
    """The agency's no. 1 was returned; gives its digest."""
    with store.open_workspace(office) as workspace:
        sent = next(one for one in merged.received(workspace, NEWEST) if one.agency == AGENCY)
        decisions.send_back(workspace, sent.digest, ASKED, "officer", LATER)
    return sent.digest


@pytest.fixture
def answered(office: Path, demo: Path, desk: Path, returned: str) -> str:
    """The agency's no. 2 answers the return: one field well, one not as expected, one not; gives its digest."""
    shutil.copytree(demo / "keys", office.parent / "keys")
    with store.open_workspace(office) as workspace:
        blob = replies.write(workspace, NEWEST, (AGENCY,), keyring.unlock(workspace, DEFAULT_PASSPHRASE), LATER)
    with store.open_workspace(desk) as workspace:
        inbox.take(workspace, blob, "tra lai.rdreply", LATER)
        entry.set_explanation(workspace, roundbook.load(workspace, NEWEST), UNASKED, "Gõ nhầm", LATER)
        changes = {ANSWERED: number(11), OUTSIDE: number(15), UNASKED: number(25)}
        sent = sample.finish_with(workspace, changes, NEWEST, LATER)
    assert take(office, sent.content) == [()]
    return sent.digest


def open_review(
    office: Path, open_window: Open, hands: Hands, digest: str = "", messages: HeardMessages | None = None
) -> OfficeDesk:
    made = desk_of(open_window(office, messages), OfficeDesk)
    made.ways.open_review(AGENCY, digest)
    hands.settle_desk(made)
    return made


def strips(page: ReviewPage) -> list[tuple[str, str]]:
    shown = [strip for strip in page.findChildren(Strip) if strip.isVisible()]
    return [(strip.property("strip"), strip.accessibleName()) for strip in shown]


def names(page: ReviewPage) -> list[str]:
    """Return what the rows are of, without the areas' headings."""
    return list(filter(None, (page.model.cell(row, 0).key for row in range(page.model.rowCount()))))


def beside(page: ReviewPage, name: str) -> tuple[str, str, str]:
    """Return the value's text, and the tone and words beside it."""
    row, last = page.model.row_of(name), page.model.columnCount() - 1
    words = page.model.cell(row, last)
    return page.model.cell(row, last - 1).text, words.tone, words.text


def buttons(page: ReviewPage, text: str) -> list[QAbstractButton]:
    return [one for one in page.findChildren(QAbstractButton) if one.text() == text and one.isVisible()]


def test_a_returned_submission_shows_what_was_asked_and_until_when(
    office: Path, returned: str, open_window: Open, hands: Hands, check_model: CheckModel
) -> None:
    page = open_review(office, open_window, hands).review
    ((tone, text),) = strips(page)
    assert tone == "returned"
    assert f" {ASKED.words}. " in text
    assert "30/07/2024" in text
    assert names(page)[:3] == [name for name in names(page) if name in (ANSWERED, OUTSIDE, IN_VAIN)]
    _, tone, words = beside(page, ANSWERED)
    assert tone == "error"
    assert "Còn thiếu?" in words
    assert say("Expected: {least} to {most}.", "ReviewRows").format(least=1, most=12) in words
    assert say("Expected: at least {least}.", "ReviewRows").format(least=20) in beside(page, OUTSIDE)[2]
    check_model(page.model)


def test_the_next_one_shows_how_far_it_answers(
    office: Path, answered: str, open_window: Open, hands: Hands, check_model: CheckModel
) -> None:
    made = open_review(office, open_window, hands)
    page = made.review
    assert made.errands.reviewing.data.received.digest == answered
    told = {
        ANSWERED: ("good", say("Answers your question: {words}", "ReviewRows")),
        OUTSIDE: ("warning", say("Answered, but not as you expected: {words}", "ReviewRows")),
        IN_VAIN: ("error", say("Not answered: {words}", "ReviewRows")),
    }
    for name, (tone, sentence) in told.items():
        _, shown_tone, words = beside(page, name)
        assert shown_tone == tone
        assert sentence.partition("{")[0] in words
    assert set(names(page)[:3]) == set(told)
    summary = say(
        "Answers your return of no. {revision}: {answered} of {asked} fields you asked about; other fields "
        "changed: {others}."
    ).format(revision=1, answered=2, asked=3, others=1)
    assert summary in strips(page)[0][1]
    assert ASKED.words in strips(page)[0][1]
    check_model(page.model)


def test_what_changed_stands_after_what_was(office: Path, answered: str, open_window: Open, hands: Hands) -> None:
    made = open_review(office, open_window, hands)
    page, data = made.review, made.errands.reviewing.data
    assert data.before is not None
    assert data.changed == {ANSWERED, OUTSIDE, UNASKED}
    assert beside(page, UNASKED)[0] == "24 → 25"
    assert say("Explanation: {words}", "ReviewRows").format(words="Gõ nhầm") in beside(page, UNASKED)[2]
    value = page.model.columnCount() - 2
    strong = {name for name in names(page) if page.model.cell(page.model.row_of(name), value).strong}
    assert strong == set(data.changed)


def test_what_crossed_the_return_is_no_correction_by_the_agency_itself(
    office: Path, returned: str, hand_in: HandIn, open_window: Open, hands: Hands
) -> None:
    take(office, hand_in("A", {ANSWERED: number(7)}))
    page = open_review(office, open_window, hands).review
    crossed = say(
        "Sent before the agency had read your return of no. {revision}: {answered} of {asked} fields you asked about "
        "are answered; other fields changed: {others}."
    ).format(revision=1, answered=1, asked=3, others=0)
    (tone, said), _ = strips(page)
    assert crossed in said
    assert say("Without a reason: {count}.").format(count=1) in said
    assert tone == "warning"


def test_the_cursor_passes_the_areas_headings_by(
    situation: Situation, open_window: Open, hands: Hands, check_model: CheckModel
) -> None:
    made = desk_of(open_window(situation.path), OfficeDesk)
    made.ways.open_review(situation.waiting, "")
    hands.settle_desk(made)
    page = made.review
    assert page.table.currentIndex().row() == page.model.row_of(names(page)[0]) == 1
    hands.focus(page.table)
    passed = [names(page)[0]]
    for _ in names(page)[1:]:
        hands.press(Qt.Key.Key_Down)
        passed.append(page.model.cell(page.table.currentIndex().row(), 0).key)
    assert passed == names(page)
    check_model(page.model)


def test_the_status_line_names_the_keys_that_do_something(
    situation: Situation, open_window: Open, hands: Hands
) -> None:
    made = desk_of(open_window(situation.path), OfficeDesk)
    always = ("Enter: details", "Esc: back to the list")
    for agency, own in (
        (situation.waiting, ("D: decide",)),
        (AGENCY, ()),
        ("so-cong-thuong", ("A: accept", "R: return")),
    ):
        made.ways.open_review(agency, "")
        hands.settle_desk(made)
        keys = {say(one, "OfficeWays") for one in (*always, *own)}
        assert set(made.hints.text().split(" · ")) == keys


def test_words_alone_answer_a_question(office: Path, answered: str, open_window: Open, hands: Hands) -> None:
    made = open_review(office, open_window, hands)
    data = made.errands.reviewing.data
    explained = replace(data.content, explanations={**data.content.explanations, IN_VAIN: "Không có văn bản nào"})
    made.review.show_review(replace(data, content=explained))
    assert beside(made.review, IN_VAIN)[1] == "good"


def test_a_reason_that_is_missing_is_a_warning_also_where_a_question_is_answered(
    office: Path, returned: str, hand_in: HandIn, open_window: Open, hands: Hands
) -> None:
    # sealed on a machine that the return never came to: a correction of its own, for which it owes a reason
    assert take(office, hand_in("a", {ANSWERED: number(11)})) == [()]
    made = open_review(office, open_window, hands)
    page, data = made.review, made.errands.reviewing.data
    _, tone, words = beside(page, ANSWERED)
    assert say("no reason given", "ReviewRows") in words
    assert say("Answers your question: {words}", "ReviewRows").partition("{")[0] in words
    assert tone == "warning"
    page.show_review(replace(data, reasons={ANSWERED: "Cộng thiếu"}))
    assert beside(page, ANSWERED)[1] == "good"


def test_the_first_one_has_nothing_to_compare_with(
    situation: Situation, open_window: Open, hands: Hands, check_model: CheckModel
) -> None:
    made = desk_of(open_window(situation.path), OfficeDesk)
    made.ways.open_review(situation.waiting, "")
    hands.settle_desk(made)
    assert made.errands.reviewing.data.previous is None
    assert made.errands.reviewing.data.changed == set()
    value = made.review.model.columnCount() - 2
    model = made.review.model
    assert all(model.cell(model.row_of(name), value).strong for name in names(made.review))


@pytest.fixture
def fork(office: Path, hand_in: HandIn) -> list[str]:
    """Two machines sealed a no. 2 each; gives the digests in the order of their letters."""
    first = hand_in("A", {ANSWERED: number(7), OUTSIDE: number(1207)})
    second = hand_in("B", {ANSWERED: number(7), OUTSIDE: number(1270), UNASKED: Status.NOT_APPLICABLE}, hours=1)
    take(office, first, second)
    with store.open_workspace(office) as workspace:
        return [one.digest for one in merged.received(workspace, NEWEST) if "fork" in one.reasons]


def test_a_fork_stands_side_by_side_with_what_differs(
    office: Path, fork: list[str], open_window: Open, hands: Hands, check_model: CheckModel
) -> None:
    made = open_review(office, open_window, hands)
    sides, data = made.review.sides, made.errands.reviewing.data
    assert sides.isVisible()
    assert [side.received.digest for side in data.sides] == fork
    model = sides.model
    assert [model.cell(row, 0).key for row in range(model.rowCount())] == [UNASKED, OUTSIDE]
    first = next(side for side in data.sides if side.content.answers[OUTSIDE] == number(1207))
    column = 1 + data.sides.index(first)
    assert [model.cell(1, place).text for place in (column, 3 - column)] == ["1.207", "1.270"]
    shown = " ".join(child.text() for child in sides.findChildren(type(sides.note)) if child.isVisible())
    for side in data.sides:
        one = side.received
        facts = (one.signer_name, matching_code(one.signer), long_moment(one.signed_at), long_moment(one.received_at))
        assert all(fact in shown for fact in (*facts, one.name))
    check_model(model)


def test_a_side_under_an_authoritys_certificate_is_no_seal(
    office: Path, fork: list[str], open_window: Open, hands: Hands
) -> None:
    made = open_review(office, open_window, hands)
    data = made.errands.reviewing.data
    first, other = data.sides
    certified = replace(first, received=replace(first.received, issuer="Ban Cơ yếu"))
    made.review.show_review(replace(data, sides=(certified, other)))
    shown = [child.text() for child in made.review.sides.findChildren(type(made.review.sides.note))]
    words = "Digital signature of {name} (certificate by {issuer}), matching code {code}"
    one = first.received
    said = say(words, "SidesView").format(name=one.signer_name, issuer="Ban Cơ yếu", code=matching_code(one.signer))
    assert shown.count(said) == 1


def test_what_agrees_is_folded_away(office: Path, fork: list[str], open_window: Open, hands: Hands) -> None:
    made = open_review(office, open_window, hands)
    sides, owed = made.review.sides, len(made.errands.reviewing.data.names)
    assert sides.fold.text().endswith(say("Fields that agree: {count}", "SidesView").format(count=owed - 2))
    hands.focus(sides.fold)
    hands.press(Qt.Key.Key_Space)
    assert sides.model.rowCount() == owed
    assert [sides.model.cell(row, 0).key for row in range(2)] == [UNASKED, OUTSIDE]
    hands.press(Qt.Key.Key_Space)
    assert sides.model.rowCount() == 2


def test_one_side_is_chosen_with_the_keyboard_and_then_counts(
    office: Path, fork: list[str], open_window: Open, hands: Hands
) -> None:
    made = open_review(office, open_window, hands)
    chosen, other = fork
    choose = buttons(made.review, say("This one holds", "SidesView"))
    assert len(choose) == 2
    hands.focus(choose[0])
    hands.press(Qt.Key.Key_Space)
    hands.focus(made.errands.reviewing.why.reason)
    hands.type_vietnamese("Gọi hỏi: tệp này đúng")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(made)
    made.ways.open_review(AGENCY, other)
    hands.settle_desk(made)
    data = made.errands.reviewing.data
    assert [side.holds for side in data.sides] == [True, False]
    assert strips(made.review)[0][1] == say(
        "Another file with this number was chosen. This one stays here and does not count."
    )
    # a second choice would only open the fork again
    assert buttons(made.review, say("This one holds", "SidesView")) == []
    made.ways.open_review(AGENCY, chosen)
    hands.settle_desk(made)
    assert made.errands.reviewing.data.received.counts
    assert not made.review.sides.isVisible()


def test_a_side_can_be_seen_alone_and_stays_so(office: Path, fork: list[str], open_window: Open, hands: Hands) -> None:
    made = open_review(office, open_window, hands)
    page = made.review
    hands.click(button_named(page, say("Show this one alone")))
    assert page.table.isVisible()
    assert hands.focused() is page.table
    hands.press(Qt.Key.Key_Down)
    row = page.table.currentIndex().row()
    hands.press(Qt.Key.Key_F5)
    hands.settle_desk(made)
    assert page.table.isVisible()
    assert page.table.currentIndex().row() == row
    hands.click(button_named(page, say("Show the sides")))
    assert page.sides.isVisible()


def test_words_alone_make_a_difference(office: Path, fork: list[str], open_window: Open, hands: Hands) -> None:
    made = open_review(office, open_window, hands)
    data = made.errands.reviewing.data
    same = [replace(side, content=data.content) for side in data.sides]
    made.review.show_review(replace(data, sides=tuple(same)))
    sides = made.review.sides
    note = "Every field says the same. The files differ only in when they were sealed, or by whom."
    assert (sides.model.rowCount(), sides.note.text()) == (0, say(note, "SidesView"))
    explained = replace(data.content, explanations={OUTSIDE: "Gồm cả huyện"})
    third = replace(same[1], letter="C", content=explained)
    made.review.show_review(replace(data, sides=(*same, third)))
    assert [sides.model.cell(row, 0).key for row in range(sides.model.rowCount())] == [OUTSIDE]
    assert "Gồm cả huyện" in sides.model.cell(0, 3).text


def test_a_gap_names_what_is_missing(office: Path, hand_in: HandIn, open_window: Open, hands: Hands) -> None:
    hand_in("A", {OUTSIDE: number(31)})
    hand_in("A", {OUTSIDE: number(32)}, hours=1)
    assert take(office, hand_in("A", {OUTSIDE: number(33)}, hours=2)) == [("gap",)]
    page = open_review(office, open_window, hands).review
    missing = say("Missing: no. {numbers} (named by no. {revision}). Ask the agency to send it.")
    assert ("warning", missing.format(numbers="2, 3", revision=4)) in strips(page)


def test_what_goes_on_from_a_fork_leads_there(
    office: Path, hand_in: HandIn, fork: list[str], open_window: Open, hands: Hands
) -> None:
    assert take(office, hand_in("A", {OUTSIDE: number(33)}, hours=2)) == [("gap",)]
    made = open_review(office, open_window, hands)
    before = made.errands.reviewing.data.previous
    assert before is not None
    hands.click(button_named(made.review, say("Open no. {revision}").format(revision=2)))
    hands.settle_desk(made)
    assert made.errands.reviewing.data.received == before
    assert made.review.sides.isVisible()


def test_what_goes_on_from_another_file_than_the_one_here_says_so(
    office: Path, hand_in: HandIn, open_window: Open, hands: Hands
) -> None:
    hand_in("A", {OUTSIDE: number(31)})
    other = hand_in("B", {OUTSIDE: number(32)})
    assert take(office, other, hand_in("A", {OUTSIDE: number(33)}, hours=1)) == [(), ("gap",)]
    page = open_review(office, open_window, hands).review
    text = say("No. {revision} goes on from another no. {before} than the one here. Ask the agency for it.")
    assert ("warning", text.format(revision=3, before=2)) in strips(page)


def test_comparing_is_asked_for_each_key_that_nobody_compared(
    situation: Situation, open_window: Open, hands: Hands
) -> None:
    made = desk_of(open_window(situation.path), OfficeDesk)
    made.ways.open_review(situation.waiting, "")
    hands.settle_desk(made)
    data, head = made.errands.reviewing.data, "ab" * 32
    one = replace(
        data.received,
        reasons=(Reason.KEY_UNKNOWN, Reason.APPROVER_UNKNOWN),
        approvers=frozenset({head}),
        state="waiting",
    )
    page = ReviewPage(made._words)
    asked: list[tuple[str, str]] = []
    page.compare.connect(lambda digest, key: asked.append((digest, key)))
    page.show_review(replace(data, received=one))
    page.show()
    for shown in buttons(page, say("Compare the code…")):
        shown.click()
    assert asked == [(one.digest, one.signer), (one.digest, head)]
    assert matching_code(head) in strips(page)[1][1]
    assert len(buttons(page, say("Accept provisionally"))) == 1
    page.close()


def test_a_history_that_does_not_go_on_can_be_accepted(
    situation: Situation, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    made = desk_of(open_window(situation.path), OfficeDesk)
    made.ways.open_review(situation.waiting, "")
    hands.settle_desk(made)
    one = replace(made.errands.reviewing.data.received, reasons=(Reason.HISTORY_BROKEN,))
    page = ReviewPage(heard.words)
    accepted: list[str] = []
    page.history_accepted.connect(accepted.append)
    page.show_review(replace(made.errands.reviewing.data, received=one))
    page.show()
    told = "It was changed outside the program, or an older copy was put back. Ask the agency before you accept it."
    assert say(told) in strips(page)[0][1]
    button_named(page, say("Accept it all the same")).click()
    assert accepted == [one.digest]
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_on_a_small_screen(
    language: str, office: Path, fork: list[str], open_window: Open, speak: Speak, hands: Hands
) -> None:
    made = open_review(office, open_window, hands, messages=speak(language))
    made.window().resize(1093, 614)
    hands.settle_desk(made)
    hands.click(made.review.sides.fold)
    hands.settle_desk(made)
    assert made.window().size().width() == 1093
    assert nameless(made.review) == []
    for table, turn in ((made.review.sides.table, say("Show this one alone")), (made.review.table, "")):
        assert table.isVisible()
        assert table.horizontalScrollBar().maximum() == 0
        # a number needs less than words
        assert min(table.columnWidth(column) for column in range(table.model().columnCount())) > 50
        if turn:
            hands.click(button_named(made.review, turn))
            hands.settle_desk(made)


def test_rows_have_the_height_of_their_words_and_follow_the_window(
    office: Path, returned: str, open_window: Open, hands: Hands
) -> None:
    made = open_review(office, open_window, hands)
    page, heights = made.review, {}
    for width in (1366, 1093):
        made.window().resize(width, 768)
        hands.settle_desk(made)
        hands.settle_desk(made)
        table, row = page.table, page.model.row_of(ANSWERED)
        words = page.model.cell(row, page.model.columnCount() - 1).text
        room = QRect(0, 0, table.columnWidth(page.model.columnCount() - 1), 9999)
        needed = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        heights[width] = table.rowHeight(row)
        assert heights[width] > needed
    assert heights[1093] > heights[1366]
