"""A file of a newer program in the window: what came along is checked, offered, and started once all is saved."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reformdesk import update_files
from reformdesk.core import entry, store
from reformdesk.core.changes import Changes
from reformdesk.core.values import Number
from reformdesk.errors import StoreError
from reformdesk.exchange.keys import SigningKey, matching_code
from reformdesk.office import form_template
from reformdesk.office.form_template import Filled
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.updating import Updating
from reformdesk.ui.widgets.basics import Strip
from tests.demo import NEWEST
from tests.exchange.test_part import repacked
from tests.installers import REAL_SIZE, named, put, seal_of
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, nameless, say
from tests.ui.newer import LONGEST, VERSION, Refuse, said, startable, told, tones
from tests.ui.on_form import data_of, row_of, settle

pytestmark = pytest.mark.usefixtures("temporary")


@pytest.mark.usefixtures("compared")
def test_one_button_installs_what_home_affairs_sealed(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse, hands: Hands, temporary: Path
) -> None:
    path = put(stick, VERSION, key)
    window = open_window(desk)
    started = startable(window)
    dialog = refuse(window)
    assert nameless(dialog) == []
    assert tones(dialog) == ["good"]
    assert dialog.go.text() == say("UpdateDialog", "Install ReformDesk {version}").format(version=VERSION)
    assert not dialog.compared.isVisible()
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Return)
    assert started == [path.read_bytes()]
    assert not window.isVisible()
    assert window.desk is None
    # the copy is the program that runs now
    assert [one.name for one in temporary.glob("*/*")] == [named(VERSION)]


@pytest.mark.usefixtures("compared")
def test_what_is_being_typed_is_saved_before_the_installer_starts(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse, hands: Hands
) -> None:
    put(stick, VERSION, key)
    window = open_window(desk)
    agency = desk_of(window, AgencyDesk)
    field = "training-courses"
    agency.jump(field)
    settle(agency, hands)
    hands.focus(row_of(agency, field).field.edit)
    hands.replace("41")
    kept: list[object] = []

    def start(program: Path) -> None:
        with store.open_workspace(desk) as workspace:
            kept.append(entry.answers(workspace, NEWEST)[field].value)

    window.updating.start = start
    hands.click(refuse(window).go)
    assert kept == [Number(Decimal(41))]


@pytest.mark.usefixtures("compared")
def test_it_is_offered_on_the_start_page_by_the_keys_of_the_desks_that_it_lists(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse, hands: Hands
) -> None:
    put(stick, VERSION, key)
    open_window(desk).close()
    window = open_window()
    started = startable(window)
    dialog = refuse(window)
    assert tones(dialog) == ["good"]
    hands.click(dialog.go)
    assert len(started) == 1
    assert not window.isVisible()


def test_it_is_offered_where_the_file_is_dropped(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    put(stick, VERSION, key)
    for window in (open_window(), open_window(desk)):
        startable(window)
        hands.drop(window, stick / "2025-h1.rdround")
        dialog = told(window, qtbot)
        assert dialog.offered is not None
        dialog.reject()


def test_a_colleagues_file_asks_for_it_too(
    desk: Path, open_window: Open, qtbot: QtBot, tmp_path: Path, key: SigningKey
) -> None:
    part = tmp_path / "USB" / "so-tu-phap.rdpart"
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(repacked(**{"part.json": b'{"format":"reformdesk-part/2"}'}))
    put(tmp_path / "USB" / "phat-hanh-2025", VERSION, key)
    window = open_window(desk)
    startable(window)
    desk_of(window, AgencyDesk).take_files([part])
    assert told(window, qtbot).offered is not None


def test_an_excel_form_asks_for_it_too(
    desk: Path, open_window: Open, qtbot: QtBot, tmp_path: Path, key: SigningKey
) -> None:
    window = open_window(desk)
    startable(window)
    agency = desk_of(window, AgencyDesk)
    data = data_of(agency)
    form = tmp_path / "USB" / "bieu.xlsx"
    form.parent.mkdir(parents=True, exist_ok=True)
    form.write_bytes(form_template.workbook(Filled(data.round, data.agency, {})))
    book = load_workbook(form)
    for sheet in book.worksheets:
        sheet["A1"].value = "reformdesk-form/2 something new"
    book.save(form)
    put(form.parent, VERSION, key)
    agency.take_files([form])
    assert told(window, qtbot).offered is not None


@pytest.mark.usefixtures("compared")
def test_a_workspace_of_a_newer_program_asks_for_it_too(
    desk: Path, open_window: Open, qtbot: QtBot, tmp_path: Path, key: SigningKey
) -> None:
    brought = tmp_path / "USB" / "brought.rdesk"
    brought.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(desk, brought)
    with closing(sqlite3.connect(brought)) as raw, raw:
        raw.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('reformdesk', '9999_later', '')"
        )
    put(brought.parent, VERSION, key)
    window = open_window(desk)
    startable(window)
    window.open_path(brought)
    dialog = told(window, qtbot)
    assert tones(dialog) == ["good"]
    assert brought.name in said(dialog)


def test_a_search_that_breaks_is_told_and_the_next_one_begins(
    stick: Path,
    open_window: Open,
    refuse: Refuse,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    heard: HeardMessages,
) -> None:
    window = open_window()
    window.broke.disconnect()
    bugs: list[object] = []
    window.broke.connect(bugs.append)
    with monkeypatch.context() as patch:
        patch.setattr(update_files, "find", _fail_with(ZeroDivisionError()))
        window.open_path(stick / "2025-h1.rdround")
        qtbot.waitUntil(lambda: bugs != [], timeout=LONGEST)
    assert [type(one) for one in bugs] == [ZeroDivisionError]
    assert not window.updating.is_busy
    with monkeypatch.context() as patch:
        patch.setattr(update_files, "find", _fail_with(StoreError("disk-full", file="a")))
        dialog = refuse(window)
    assert heard.words.error(StoreError("disk-full", file="a")) in " ".join(
        one.accessibleName() for one in dialog.findChildren(Strip)
    )
    dialog.reject()
    assert tones(refuse(window)) == []


def _fail_with(problem: Exception) -> Callable[..., None]:
    def fail(*_arguments: object) -> None:
        raise problem

    return fail


@pytest.mark.usefixtures("compared")
def test_nothing_is_installed_where_something_could_not_be_saved(
    desk: Path,
    stick: Path,
    key: SigningKey,
    open_window: Open,
    refuse: Refuse,
    hands: Hands,
    heard: HeardMessages,
    temporary: Path,
) -> None:
    put(stick, VERSION, key)
    window = open_window(desk)
    started = startable(window)
    agency = desk_of(window, AgencyDesk)
    agency.jump("training-courses")
    settle(agency, hands)
    dialog = refuse(window)
    agency.workspace.run(_turn_read_only)
    row_of(agency, "training-courses").field.edit.setText("41")
    row_of(agency, "training-courses").field.edit.setModified(True)
    hands.click(dialog.go)
    assert started == []
    assert len(heard.problems) == 1
    assert window.isVisible()
    assert window.start is not None
    assert window.windowTitle() == "ReformDesk"
    assert list(temporary.iterdir()) == []


def _turn_read_only(workspace: store.Workspace) -> tuple[None, Changes]:
    workspace.db.execute("PRAGMA query_only = 1")
    return None, Changes.NOTHING


def test_what_is_not_as_home_affairs_sent_it_is_not_offered(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse, hands: Hands, temporary: Path
) -> None:
    path = put(stick, VERSION, key)
    path.write_bytes(path.read_bytes()[:-1])
    window = open_window(desk)
    startable(window)
    dialog = refuse(window)
    assert tones(dialog) == ["error"]
    assert not dialog.go.isVisible()
    assert named(VERSION) in said(dialog)
    # asked again, with the seal gone as well, and with one over an old installer under a new name
    hands.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    seal_of(path).unlink()
    round_ = data_of(desk_of(window, AgencyDesk)).round
    contact = round_.by_id[round_.office].contact
    dialog = refuse(window)
    assert tones(dialog) == ["warning"]
    assert contact in said(dialog)
    dialog.reject()
    put(stick, VERSION, key, stated="1.0.0")
    dialog = refuse(window)
    assert tones(dialog) == ["error"]
    assert contact in said(dialog)
    assert matching_code(key.fingerprint) in said(dialog)
    assert not dialog.go.isVisible()
    assert list(temporary.iterdir()) == []


def test_where_no_newer_installer_is_at_hand_it_says_where_to_get_it(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse, heard: HeardMessages
) -> None:
    put(stick, "0.0.1", key)
    window = open_window(desk)
    startable(window)
    dialog = refuse(window)
    assert tones(dialog) == []
    assert not dialog.go.isVisible()
    round_ = data_of(desk_of(window, AgencyDesk)).round
    assert round_.by_id[round_.office].contact in said(dialog)
    assert heard.problems == []


@pytest.mark.usefixtures("compared")
def test_elsewhere_than_on_windows_it_says_so(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse, hands: Hands, temporary: Path
) -> None:
    put(stick, VERSION, key)
    window = open_window(desk)
    window.updating.start = None
    dialog = refuse(window)
    assert tones(dialog) == ["good", "warning"]
    assert "Windows" in said(dialog)
    assert not dialog.go.isVisible()
    # and no Enter starts what has no button
    assert dialog.offered is None
    hands.click(button_named(dialog, say("UpdateDialog", "Close")))
    assert window.isVisible()
    assert list(temporary.iterdir()) == []


@pytest.mark.usefixtures("compared")
def test_a_copy_that_was_swapped_is_not_started_and_the_start_page_tells(
    desk: Path,
    stick: Path,
    key: SigningKey,
    open_window: Open,
    refuse: Refuse,
    hands: Hands,
    heard: HeardMessages,
    temporary: Path,
) -> None:
    put(stick, VERSION, key)
    window = open_window(desk)
    started = startable(window)
    dialog = refuse(window)
    assert dialog.offered is not None
    assert dialog.offered.copy is not None
    dialog.offered.copy.unlink()
    dialog.offered.copy.write_bytes(b"MZ evil")
    hands.click(dialog.go)
    assert started == []
    assert len(heard.problems) == 1
    assert named(VERSION) in heard.problems[0]
    assert window.isVisible()
    assert window.start is not None
    assert window.windowTitle() == "ReformDesk"
    assert list(temporary.iterdir()) == []


def test_leaving_it_or_the_window_leaves_no_copy(
    desk: Path, stick: Path, key: SigningKey, open_window: Open, refuse: Refuse, hands: Hands, temporary: Path
) -> None:
    put(stick, VERSION, key)
    window = open_window(desk)
    startable(window)
    dialog = refuse(window)
    assert list(temporary.iterdir()) != []
    hands.click(dialog.cancel)
    assert list(temporary.iterdir()) == []
    refuse(window)
    window.close()
    assert list(temporary.iterdir()) == []


def test_a_slow_stick_keeps_nobody_waiting(
    desk: Path,
    stick: Path,
    key: SigningKey,
    open_window: Open,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    temporary: Path,
) -> None:
    """Twenty-five megabytes that come slowly: the window says what is looked at, and goes on drawing."""
    put(stick, VERSION, key, size=REAL_SIZE)
    goes_on = threading.Event()
    check = update_files.check

    def slow(*arguments: object) -> object:
        assert goes_on.wait(LONGEST / 1000)
        return check(*arguments)  # type: ignore[arg-type] # as it was called

    monkeypatch.setattr(update_files, "check", slow)
    window = open_window(desk)
    startable(window)
    window.open_path(stick / "2025-h1.rdround")
    qtbot.waitUntil(lambda: window.updating.dialog is not None and window.updating.dialog.bar.isVisible())
    dialog = window.updating.dialog
    assert dialog is not None
    assert named(VERSION) in dialog.checking.text()
    longest = _longest_pause(window.updating, goes_on, qtbot)
    assert dialog.offered is not None
    assert longest < 0.25
    dialog.reject()
    # stopped in the middle, what comes in the end is taken away
    goes_on.clear()
    window.open_path(stick / "2025-h1.rdround")
    qtbot.waitUntil(lambda: window.updating.dialog is not dialog and _is_checking(window.updating))
    again = window.updating.dialog
    assert again is not None
    again.reject()
    goes_on.set()
    qtbot.waitUntil(lambda: not [one for one in threading.enumerate() if one.name == "update"], timeout=LONGEST)
    QApplication.processEvents()
    assert not again.isVisible()
    assert list(temporary.iterdir()) == []


def _is_checking(updating: Updating) -> bool:
    return updating.dialog is not None and updating.dialog.bar.isVisible()


def _longest_pause(updating: Updating, goes_on: threading.Event, qtbot: QtBot) -> float:
    """Let the check go on, and return the longest time in seconds that the window did not come to its timer."""
    pauses: list[float] = []
    last = time.monotonic()

    def tick() -> None:
        nonlocal last
        pauses.append(time.monotonic() - last)
        last = time.monotonic()

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(5)
    goes_on.set()
    qtbot.waitUntil(lambda: not _is_checking(updating), timeout=LONGEST)
    timer.stop()
    return max(pauses)
