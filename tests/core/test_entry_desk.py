"""A desk for data entry only seals nothing, and can be made the main desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from reformdesk.core import entry, entry_desk, store, submission
from reformdesk.core.changes import Changes
from reformdesk.errors import Mendable
from tests.core.builders import NOW, indicator, key, number, opened


def test_it_stays_one_until_it_is_turned(tmp_path: Path) -> None:
    path = tmp_path / "a.rdesk"
    entry_desk.found(path, "a", NOW).close()
    with store.open_workspace(path) as workspace:
        assert (workspace.office, workspace.owner) == (store.Office.AGENCY, "a")
        assert entry_desk.is_entry_only(workspace)
        assert entry_desk.turn(workspace, entry_only=False) is Changes.DESK
        assert entry_desk.turn(workspace, entry_only=False) is Changes.NOTHING
    with store.open_workspace(path) as workspace:
        assert not entry_desk.is_entry_only(workspace)


def test_every_older_workspace_is_a_main_desk(tmp_path: Path) -> None:
    with store.create(tmp_path / "a.rdesk", store.Office.AGENCY, "a", NOW) as workspace:
        assert not entry_desk.is_entry_only(workspace)


def test_it_cannot_finish_until_it_is_the_main_desk(tmp_path: Path) -> None:
    workspace, round_ = opened(tmp_path, indicator("n"))
    with workspace:
        entry.set_value(workspace, round_, "n", number("1"), NOW)
        entry_desk.turn(workspace, entry_only=True)
        with pytest.raises(Mendable, match="entry-only"):
            submission.finish(workspace, round_, key(), "Hà", NOW)
        assert submission.sent(workspace, round_.id) == []
        entry_desk.turn(workspace, entry_only=False)
        assert submission.finish(workspace, round_, key(), "Hà", NOW)[0].revision == 1


def test_the_last_export_is_newest_until_something_changes(tmp_path: Path) -> None:
    workspace, round_ = opened(tmp_path, indicator("n"))
    with workspace:
        assert entry_desk.last_export(workspace, round_.id) is None
        entry_desk.note_export(workspace, round_.id, ("1",), NOW)
        last = entry_desk.last_export(workspace, round_.id)
        assert last == entry_desk.LastExport("2024-06-20T08:00:00Z", ("1",), is_newest=True)
        entry.set_value(workspace, round_, "n", number("1"), NOW)
        last = entry_desk.last_export(workspace, round_.id)
        assert last is not None
        assert not last.is_newest
        assert entry_desk.last_export(workspace, "2023") is None
