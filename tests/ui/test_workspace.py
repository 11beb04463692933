"""The open workspace: what is written first is on the disk before the window goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from reformdesk.core import store
from reformdesk.core.changes import Changes
from reformdesk.core.store import Office, Workspace
from reformdesk.ui import workspace as open_workspace
from reformdesk.ui.workspace import OpenWorkspace
from tests.core.builders import NOW


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[OpenWorkspace]:
    made = open_workspace.adopt(lambda: store.create(tmp_path / "desk.rdesk", Office.AGENCY, "a", NOW))
    yield made
    made.close()


def test_what_is_written_first_is_done_when_the_caller_goes_on(
    opened: OpenWorkspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_workspace, "_A_MOMENT", 30)
    done: list[str] = []
    told: list[None] = []

    def write(workspace: Workspace) -> tuple[None, Changes]:
        workspace.set_meta("officer", "Lan")
        done.append(workspace.meta("officer"))
        return None, Changes.DESK

    opened.run(write, told.append, first=True)
    assert done == ["Lan"]
    # what became of it is told later all the same, never before the caller goes on
    assert told == []
    qtbot.waitUntil(lambda: told == [None])


def test_a_disk_that_needs_longer_is_not_waited_for(opened: OpenWorkspace, qtbot: QtBot) -> None:
    disk = Event()
    told: list[bool] = []
    opened.run(lambda _: (disk.wait(30), Changes.NOTHING), told.append, first=True)
    assert opened.is_busy
    disk.set()
    qtbot.waitUntil(lambda: told == [True])
