"""The second place while a desk is open: chosen, copied to, pulled, and gone back to."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reformdesk.core import merged, second_place
from reformdesk.core.second_place import SecondPlace
from reformdesk.core.store import open_workspace
from reformdesk.errors import Mendable, StoreError
from reformdesk.ui.dates import now
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.second_keeping import SecondKeeping
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.window import MainWindow
from tests.demo import submission_files, without_submissions
from tests.ui.conftest import Hands, HeardMessages, Open, desk_of, documents, say


@pytest.fixture
def keeping(office: Path, open_window: Open, hands: Hands) -> SecondKeeping:
    window = open_window(office)
    hands.settle(window)
    return desk_of(window, OfficeDesk).second


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "USB"
    made.mkdir()
    return made


def settle(keeping: SecondKeeping, hands: Hands, qtbot: QtBot) -> None:
    window = keeping.status.window()
    assert isinstance(window, MainWindow)
    # what is asked of the desk, the way to the place, what the desk remembers of it
    for _ in range(3):
        hands.settle(window)
        qtbot.waitUntil(lambda: not keeping.is_copying, timeout=15_000)


def choose(keeping: SecondKeeping, hands: Hands, heard: HeardMessages, qtbot: QtBot, folder: Path) -> None:
    hands.click(keeping.status)
    assert keeping.dialog is not None
    heard.folder = folder
    hands.click(keeping.dialog.choose_button)
    settle(keeping, hands, qtbot)


def copies(stick: Path) -> list[Path]:
    return [copy for folder in stick.iterdir() for copy in second_place.copies(folder)]


def test_it_is_asked_for_and_copied_to(
    keeping: SecondKeeping, hands: Hands, heard: HeardMessages, qtbot: QtBot, stick: Path
) -> None:
    assert keeping.status.text() == "! " + say("SecondKeeping", "No second place for copies")
    choose(keeping, hands, heard, qtbot, stick)
    age = say("SecondKeeping", "just now")
    assert keeping.status.text() == say("SecondKeeping", "Second copy: {age}").format(age=age)
    assert len(copies(stick)) == 1


def test_what_was_taken_in_is_in_the_copy_once_the_desk_is_closed(
    office: Path, demo: Path, open_window: Open, hands: Hands, heard: HeardMessages, qtbot: QtBot, stick: Path
) -> None:
    without_submissions(office)
    window = open_window(office)
    hands.settle(window)
    desk = desk_of(window, OfficeDesk)
    choose(desk.second, hands, heard, qtbot, stick)
    assert desk.second.dialog is not None
    hands.click(desk.second.dialog.cancel)
    hands.drop(window, *submission_files(demo)[:3])
    qtbot.waitUntil(lambda: hasattr(desk, "verdicts"), timeout=15_000)
    desk.verdicts.accept()
    settle(desk.second, hands, qtbot)
    assert desk.second.standing.behind
    assert desk.second._later.isActive()
    window.close()
    with open_workspace(copies(stick)[-1]) as copy, open_workspace(office) as workspace:
        assert merged.digest(copy) == merged.digest(workspace)
        assert not second_place.state(workspace).behind


def test_where_the_workspace_lies_is_refused_in_the_dialog(
    keeping: SecondKeeping, hands: Hands, heard: HeardMessages, qtbot: QtBot, office: Path
) -> None:
    choose(keeping, hands, heard, qtbot, office.parent)
    assert keeping.dialog is not None
    told = [one.accessibleName() for one in keeping.dialog.findChildren(Strip) if one.isVisible()]
    assert told == [heard.words.error(Mendable("second-place-here", folder=str(office.parent)))]
    assert not keeping.standing.folder


def test_a_pulled_stick_is_said_and_blocks_nothing(
    keeping: SecondKeeping, hands: Hands, heard: HeardMessages, qtbot: QtBot, stick: Path
) -> None:
    choose(keeping, hands, heard, qtbot, stick)
    shutil.rmtree(stick)
    assert keeping.dialog is not None
    hands.click(keeping.dialog.go)
    settle(keeping, hands, qtbot)
    told = [one.accessibleName() for one in keeping.dialog.findChildren(Strip) if one.isVisible()]
    assert told == [heard.words.error(StoreError("second-place-missing", folder=str(stick)))]
    age = say("SecondKeeping", "just now")
    said = say("SecondKeeping", "Second place not reached; copy: {age}").format(age=age)
    assert keeping.status.text() == f"! {said}"
    hands.click(keeping.dialog.cancel)
    keeping.status.window().close()
    assert heard.problems == []


def test_given_up_the_line_asks_again(
    keeping: SecondKeeping, hands: Hands, heard: HeardMessages, qtbot: QtBot, stick: Path
) -> None:
    choose(keeping, hands, heard, qtbot, stick)
    assert keeping.dialog is not None
    hands.click(keeping.dialog.give_up_button)
    settle(keeping, hands, qtbot)
    assert keeping.standing == SecondPlace()
    assert not keeping.dialog.go.isEnabled()


@pytest.mark.parametrize(
    ("age", "words", "count"),
    [
        (timedelta(minutes=5), "{count} min ago", 5),
        (timedelta(hours=7, minutes=5), "{count} h ago", 7),
        (timedelta(days=3, hours=5), "{count} days ago", 3),
    ],
)
def test_the_line_says_how_old_the_copy_is(keeping: SecondKeeping, age: timedelta, words: str, count: int) -> None:
    moment = now()
    made_at = (moment - age).isoformat()
    said = keeping._words(SecondPlace("E:/", made_at), moment)
    expected = say("SecondKeeping", words).format(count=count)
    assert said == say("SecondKeeping", "Second copy: {age}").format(age=expected)


@pytest.mark.parametrize("here", [True, False])
def test_a_copy_that_is_opened_goes_on_on_this_machine_if_that_is_wanted(
    office: Path, open_window: Open, hands: Hands, heard: HeardMessages, stick: Path, here: bool
) -> None:
    with open_workspace(office) as workspace:
        second_place.choose(workspace, stick)
        copy = second_place.copy(workspace, now())
        digest = merged.digest(workspace)
    assert copy is not None
    heard.answer = here
    window = open_window(copy)
    hands.settle(window)
    assert len(heard.asked) == 1
    path = desk_of(window, OfficeDesk).workspace.path
    assert path == (documents() / "ReformDesk" / office.name if here else copy)
    window.close()
    with open_workspace(path) as opened:
        assert merged.digest(opened) == digest
