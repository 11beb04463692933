"""Taking in at Home Affairs' desk: progress, stopping, deciding from the page, a watched folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from reformdesk.core import merged, store
from reformdesk.core.remarks import PROVISIONAL
from reformdesk.ui import watching as watching_module
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD, INTAKE
from reformdesk.ui.taking_in import Progress
from reformdesk.ui.widgets.basics import with_sign
from tests import province
from tests.core.builders import NOW
from tests.demo import NEWEST, submission_files, without_submissions
from tests.ui.conftest import Hands, HeardMessages, Open, Situation, button_named, desk_of, nameless, say

MANY = 60


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> province.Province:
    """A province with one round that nobody has answered yet."""
    return province.make(tmp_path_factory.mktemp("province") / "made", MANY, 1, taken=0)


@pytest.fixture
def empty(laid_out: province.Province, tmp_path: Path) -> Path:
    """A copy of its Home Affairs."""
    return Path(shutil.copy(laid_out.office, tmp_path))


@pytest.fixture
def desk(situation: Situation, open_window: Open, hands: Hands) -> OfficeDesk:
    made = desk_of(open_window(situation.path), OfficeDesk)
    hands.settle_desk(made)
    return made


def rows(desk: OfficeDesk) -> list[list[str]]:
    model = desk.intake.model
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def digest_of(path: Path) -> str:
    with store.open_workspace(path) as workspace:
        return merged.digest(workspace)


def count_in(path: Path) -> int:
    with store.open_workspace(path) as workspace:
        return len(workspace.rows("SELECT 1 FROM files WHERE kind = 'submission'"))


def test_a_folder_shows_how_far_it_is_and_ends_with_a_line_for_each(
    empty: Path, laid_out: province.Province, open_window: Open, hands: Hands
) -> None:
    desk = desk_of(open_window(empty), OfficeDesk)
    told: list[Progress] = []
    desk.taking.queue.progressed.connect(told.append)
    hands.drop(desk.window(), laid_out.coming)
    assert desk.stack.currentWidget() is desk.intake
    hands.settle_desk(desk)
    assert [one.done for one in told if one.count == MANY and not one.is_over] == list(range(MANY))
    assert told[-1].is_over
    assert told[-1].done == MANY
    assert len(rows(desk)) == MANY
    assert desk.intake.progress_text.text() == say("IntakePage", "Files looked at: {count}").format(count=MANY)
    assert not desk.intake.progress.isVisible()
    desk.open_page(BOARD)
    assert desk.board._counts["received"].figure.text() == str(MANY)


@pytest.mark.parametrize("after", [0, MANY // 2, MANY - 1])
def test_stopped_anywhere_nothing_is_half_in_and_the_rest_ends_as_if_undisturbed(
    after: int,
    empty: Path,
    laid_out: province.Province,
    tmp_path: Path,
    open_window: Open,
    hands: Hands,
    qtbot: QtBot,
) -> None:
    undisturbed = Path(shutil.copy(laid_out.office, tmp_path / "undisturbed.rdesk"))
    with store.open_workspace(undisturbed) as workspace:
        province.take(workspace, laid_out.coming, NOW)
    window = open_window(empty)
    desk = desk_of(window, OfficeDesk)
    queue = desk.taking.queue

    def stop(progress: Progress) -> None:
        if progress.done == after and progress.count == MANY and not progress.stopped:
            desk.intake.stop.emit()

    queue.progressed.connect(stop)
    hands.drop(window, laid_out.coming)
    qtbot.waitUntil(lambda: not queue.is_busy, timeout=15_000)
    hands.settle_desk(desk)
    queue.progressed.disconnect(stop)
    kept = len(queue.arrivals)
    assert kept in (after, after + 1)
    words = say("IntakePage", "Stopped: {done} files looked at, {left} left outside. Drop them again at any time.")
    assert desk.intake.progress_text.text() == words.format(done=kept, left=MANY - kept)
    window.close()
    assert count_in(empty) == kept
    again = open_window(empty)
    hands.drop(again, laid_out.coming)
    hands.settle_desk(desk_of(again, OfficeDesk))
    again.close()
    assert digest_of(empty) == digest_of(undisturbed)


def test_escape_stops(empty: Path, laid_out: province.Province, open_window: Open, hands: Hands) -> None:
    desk = desk_of(open_window(empty), OfficeDesk)
    hands.settle_desk(desk)
    desk.open_page(INTAKE)
    stopped: list[None] = []
    desk.intake.stop.connect(lambda: stopped.append(None))
    desk.intake.show_progress(Progress(1, 300))
    hands.focus(desk.intake.table if desk.intake.table.isVisible() else desk.intake.stop_button)
    hands.press(Qt.Key.Key_Escape)
    assert stopped == [None]


def test_more_files_join_the_queue_and_a_stop_does_not_last(
    empty: Path, laid_out: province.Province, open_window: Open, hands: Hands
) -> None:
    files = sorted(laid_out.coming.iterdir())
    desk = desk_of(open_window(empty), OfficeDesk)
    hands.settle_desk(desk)
    desk.take_files(files[:5])
    desk.take_files(files[5:9])
    hands.settle_desk(desk)
    assert len(desk.taking.queue.arrivals) == 9
    desk.taking.queue.stop()
    desk.take_files([laid_out.coming])
    hands.settle_desk(desk)
    assert len(desk.taking.queue.arrivals) == 9 + MANY


def test_what_waits_is_decided_there_and_then(desk: OfficeDesk, situation: Situation, demo: Path, hands: Hands) -> None:
    hands.click(desk.item(INTAKE))
    hands.settle_desk(desk)
    assert nameless(desk.intake) == []
    waiting = desk.intake.chips["waiting"]
    assert waiting.text().endswith(" 1")
    hands.click(waiting)
    assert [row[2] for row in rows(desk)] == [f"? {say('states', 'waiting')}"]
    hands.focus(desk.intake.table)
    hands.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    desk.intake.table.selectRow(0)
    hands.click(button_named(desk.intake, say("IntakePage", "Accept provisionally")))
    hands.settle_desk(desk)
    assert rows(desk) == []
    hands.click(desk.intake.chips[""])
    said = {row[0]: row[2] for row in rows(desk)}
    assert said[f"{situation.waiting}-r1.rdsub"] == f"{PROVISIONAL} {say('states', 'received provisionally')}"


def test_the_code_is_compared_from_the_page(desk: OfficeDesk, situation: Situation, hands: Hands) -> None:
    hands.click(desk.item(INTAKE))
    hands.settle_desk(desk)
    hands.click(desk.intake.chips["waiting"])
    desk.intake.table.selectRow(0)
    hands.click(button_named(desk.intake, say("IntakePage", "Compare the code…")))
    hands.settle_desk(desk)
    assert desk.errands.trust.dialog is not None
    hands.click(desk.errands.trust.dialog.agree_button)
    hands.settle_desk(desk)
    assert rows(desk) == []


def test_enter_opens_a_submission_and_back_returns_to_the_page(desk: OfficeDesk, hands: Hands) -> None:
    hands.click(desk.item(INTAKE))
    hands.settle_desk(desk)
    hands.focus(desk.intake.table)
    hands.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert desk.stack.currentWidget() is desk.review
    assert desk.item(INTAKE).isChecked()
    desk.review.back.emit()
    assert desk.stack.currentWidget() is desk.intake


def test_a_watched_folder_is_taken_in_once_it_is_whole(
    office: Path,
    demo: Path,
    tmp_path: Path,
    open_window: Open,
    hands: Hands,
    heard: HeardMessages,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for pause in ("_EVERY", "_SOON"):
        # it looks when the test says so
        monkeypatch.setattr(watching_module, pause, 10**8)
    without_submissions(office)
    folder = tmp_path / "Thư đến"
    folder.mkdir()
    first, second, *_ = submission_files(demo)
    window = open_window(office)
    desk = desk_of(window, OfficeDesk)
    hands.settle_desk(desk)
    hands.click(desk.item(INTAKE))
    heard.folder = folder
    hands.click(button_named(desk.intake, say("IntakePage", "Watch a folder…")))
    watching = desk.taking.watching
    assert watching.folder == folder
    assert desk.intake.watched_path.isVisible()

    def look() -> None:
        with qtbot.waitSignal(watching._looked):
            watching.look()
        hands.settle_desk(desk)

    qtbot.waitUntil(lambda: not watching._looking)
    (folder / "bao cao.zip").write_bytes(first.read_bytes()[:500])
    look()
    (folder / "bao cao.zip").write_bytes(first.read_bytes())
    (folder / "cong van.pdf").write_bytes(b"%PDF-1.7" + bytes(300))
    (folder / f"{second.name}.crdownload").write_bytes(second.read_bytes())
    look()
    assert rows(desk) == []
    look()
    assert [(row[0], row[2], row[5]) for row in rows(desk)] == [
        ("bao cao.zip", with_sign("good", say("states", "received")), say("channels", "watched folder"))
    ]
    (folder / f"{second.name}.crdownload").rename(folder / second.name)
    look()
    look()
    assert [row[0] for row in rows(desk)] == [second.name, "bao cao.zip"]
    assert {path.name for path in folder.iterdir()} == {"bao cao.zip", "cong van.pdf", second.name}
    window.close()

    again = desk_of(open_window(office), OfficeDesk)
    hands.settle_desk(again)
    assert again.taking.watching.folder == folder
    look_again = again.taking.watching
    for _ in range(2):
        qtbot.waitUntil(lambda: not look_again._looking)
        with qtbot.waitSignal(look_again._looked):
            look_again.look()
        hands.settle_desk(again)
    # what it has had all along is no news
    assert again.taking.queue.arrivals == []
    hands.click(again.item(INTAKE))
    hands.settle_desk(again)
    hands.click(button_named(again.intake, say("IntakePage", "Stop watching")))
    assert look_again.folder is None
    assert QSettings().value(look_again._setting) is None


def test_a_missing_path_and_an_empty_folder_are_told(
    desk: OfficeDesk, tmp_path: Path, hands: Hands, heard: HeardMessages
) -> None:
    (tmp_path / "trống").mkdir()
    desk.take_files([tmp_path / "trống"])
    hands.settle_desk(desk)
    assert len(heard.problems) == 1
    desk.take_files([tmp_path / "không có.rdsub"])
    hands.settle_desk(desk)
    assert rows(desk)[0][2] == with_sign("error", heard.words.state("rejected"))
    assert NEWEST in [one.round.id for one in desk.intake._lines if one.round is not None]
