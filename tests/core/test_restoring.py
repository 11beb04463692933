"""A backup takes the place of a workspace; what stood there is kept whole."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from reformdesk.core import backups, entry, restoring, store
from reformdesk.errors import StoreError
from tests.core.builders import NOW, indicator, number, opened

LATER = NOW + timedelta(days=3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with one answer in its backup and another one since."""
    folder = tmp_path / "Báo cáo CCHC 2024"
    folder.mkdir()
    desk, round_ = opened(folder, indicator("n"), indicator("m"))
    entry.set_value(desk, round_, "n", number("1"), NOW)
    store.backup_if_due(desk, NOW)
    entry.set_values(desk, round_, {"n": number("2"), "m": number("3")}, LATER)
    store.backup_if_due(desk, LATER)
    desk.close()
    return desk.path


def values(path: Path) -> dict[str, str]:
    with store.open_workspace(path) as workspace:
        return {name: str(value) for name, value in entry.current_values(workspace, "2024-h1").items()}


def contents(folder: Path) -> set[str]:
    return {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}


def test_the_newest_comes_first_with_what_it_holds(path: Path) -> None:
    found = restoring.list_backups(path)
    assert [(one.made_at, one.answers, one.changed_at, one.sound) for one in found] == [
        (LATER, 2, "2024-06-23T08:00:00Z", True),
        (NOW, 1, "2024-06-20T08:00:00Z", True),
    ]


def test_a_backup_comes_back_and_what_stood_there_is_kept(path: Path) -> None:
    before = values(path)
    aside = restoring.restore(path, restoring.list_backups(path)[-1].path, LATER)
    assert values(path) == {"n": str(number("1"))}
    assert aside is not None
    assert values(aside) == before
    assert aside not in backups.backups(path)


def test_a_damaged_workspace_is_replaced_and_kept_as_it_is(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    damaged = path.read_bytes()
    aside = restoring.restore(path, restoring.list_backups(path)[0].path, LATER)
    assert values(path) == {"n": str(number("2")), "m": str(number("3"))}
    assert aside is not None
    assert aside.read_bytes() == damaged


def test_a_workspace_that_could_not_be_opened_holds_no_lock(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[200:4096] = b"\xff" * 3896
    path.write_bytes(content)
    with pytest.raises(StoreError, match="workspace-damaged") as caught:
        store.open_workspace(path)
    assert caught.value.__traceback__ is not None  # which would keep a forgotten connection alive
    restoring.restore(path, restoring.list_backups(path)[0].path, LATER)
    assert set(values(path)) == {"n", "m"}


def test_what_was_not_written_back_yet_is_kept_and_never_mixed_in(path: Path, tmp_path: Path) -> None:
    """A write-ahead log of the old file, beside the new one, would be taken for its own."""
    torn = tmp_path / "torn"
    torn.mkdir()
    with store.open_workspace(path) as workspace:
        with workspace.atomic():
            workspace.db.execute("UPDATE meta SET value = 'x' WHERE name = 'created_by'")
        shutil.copytree(path.parent, torn / "copy")
    copy = torn / "copy" / path.name
    log = copy.with_name(copy.name + "-wal")
    assert log.exists()
    copy.write_bytes(b"\0" * 100)
    aside = restoring.restore(copy, restoring.list_backups(copy)[-1].path, LATER)
    assert aside is not None
    assert aside.with_name(aside.name + "-wal").exists()
    assert not log.exists()
    assert values(copy) == {"n": str(number("1"))}


def test_where_the_workspace_is_gone_the_backup_takes_its_place(path: Path) -> None:
    newest = restoring.list_backups(path)[0].path
    path.unlink()
    assert restoring.restore(path, newest, LATER) is None
    assert set(values(path)) == {"n", "m"}


def test_an_open_workspace_is_left_alone(path: Path) -> None:
    backup = restoring.list_backups(path)[-1].path
    with store.open_workspace(path):
        before = contents(path.parent)
        with pytest.raises(StoreError, match="workspace-busy"):
            restoring.restore(path, backup, LATER)
        assert contents(path.parent) == before
    assert set(values(path)) == {"n", "m"}


def test_a_damaged_backup_is_named_and_changes_nothing(path: Path) -> None:
    backup = restoring.list_backups(path)[-1].path
    content = bytearray(backup.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    backup.write_bytes(content)
    found = {one.path: one for one in restoring.list_backups(path)}
    assert not found[backup].sound
    assert found[backup].made_at == NOW
    with pytest.raises(StoreError, match="backup-damaged"):
        restoring.restore(path, backup, LATER)
    assert set(values(path)) == {"n", "m"}


def test_a_full_disk_leaves_the_workspace_as_it_stood(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(target: Path, _content: bytes) -> None:
        raise StoreError("disk-full", file=target.name)

    before = values(path)
    monkeypatch.setattr(restoring, "write_whole", full)
    with pytest.raises(StoreError, match="disk-full"):
        restoring.restore(path, restoring.list_backups(path)[-1].path, LATER)
    assert values(path) == before


def test_there_is_nothing_to_list_where_none_was_made(tmp_path: Path) -> None:
    assert restoring.list_backups(tmp_path / "x.rdesk") == []
