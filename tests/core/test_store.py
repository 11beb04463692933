from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from reformdesk.core import backups, store
from reformdesk.core.migrations import migrations
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import StoreError
from tests.core.builders import NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "Báo cáo CCHC 2024"
    folder.mkdir()
    made = folder / "đơn vị.rdesk"
    store.create(made, Office.AGENCY, "a", NOW).close()
    return made


def refusal(path: Path) -> str:
    with pytest.raises(StoreError) as caught:
        store.open_workspace(path)
    return caught.value.code


def test_a_workspace_is_one_file_once_closed(path: Path) -> None:
    with store.open_workspace(path) as workspace:
        workspace.set_meta("officer", "Nguyễn Văn Đức")
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    with store.open_workspace(path) as workspace:
        assert (workspace.office, workspace.owner) == (Office.AGENCY, "a")
        assert workspace.meta("officer") == "Nguyễn Văn Đức"
        assert workspace.meta("nothing", "-") == "-"


def test_how_sqlite_is_set(path: Path) -> None:
    with store.open_workspace(path) as workspace:
        settings = {
            name: workspace.rows(f"PRAGMA {name}")[0][name]
            for name in ("journal_mode", "synchronous", "foreign_keys", "locking_mode")
        }
        tables = workspace.rows("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "locking_mode": "exclusive"}
    loose = {row["name"] for row in tables if not row["strict"]}
    assert loose <= {"sqlite_schema", "sqlite_sequence", "_sqlite_migrations"}


def test_the_second_to_open_is_told(path: Path) -> None:
    with store.open_workspace(path):
        assert refusal(path) == "workspace-busy"
        # also after the attempt in this very process: closing a file lets go of a process' locks on it
        code = (
            "import sys; from pathlib import Path; from reformdesk.core import store;"
            "store.open_workspace(Path(sys.argv[1]))"
        )
        other = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
        assert "workspace-busy" in other.stderr
    store.open_workspace(path).close()


def test_what_a_killed_process_held_is_free(path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from reformdesk.core import store;"
        "w = store.open_workspace(Path(sys.argv[1])); w.set_meta('officer', 'A'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == -9
    with store.open_workspace(path) as workspace:
        assert workspace.meta("officer") == "A"
        assert store.check(workspace) == []


def test_a_newer_schema_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('reformdesk', '9999_later', '')"
        )
    before = path.read_bytes()
    assert refusal(path) == "workspace-newer"
    assert path.read_bytes() == before


def test_what_is_no_workspace(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.rdesk") == "workspace-missing"
    assert refusal(tmp_path) == "workspace-not-ours"
    for name, content in {"empty": b"", "jpeg": b"\xff\xd8\xff\xe0", "text": b"SQLite format 3, or so"}.items():
        file = tmp_path / f"{name}.rdesk"
        file.write_bytes(content)
        assert refusal(file) == "workspace-not-ours"
        assert file.read_bytes() == content
    foreign = tmp_path / "foreign.rdesk"
    with closing(sqlite3.connect(foreign)) as raw, raw:
        raw.execute("CREATE TABLE t (x)")
    assert refusal(foreign) == "workspace-not-ours"


def test_nothing_is_made_over_a_file_that_is_there(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        store.create(path, Office.AGENCY, "b", NOW)
    assert caught.value.code == "workspace-exists"
    assert path.read_bytes() == before


def test_a_failed_transaction_leaves_nothing(path: Path) -> None:
    with store.open_workspace(path) as workspace:
        with pytest.raises(StoreError):
            _write_twice(workspace)
        assert workspace.meta("officer") == ""


def test_backups_rotate_and_open(path: Path) -> None:
    with store.open_workspace(path) as workspace:
        assert store.backup_if_due(workspace, NOW) is not None
        assert store.backup_if_due(workspace, NOW + timedelta(hours=1)) is None
        for days in range(1, backups.KEPT + 5):
            workspace.set_meta("officer", f"ngày {days}")
            store.backup_if_due(workspace, NOW + timedelta(days=days))
        kept = backups.backups(path)
    assert len(kept) == backups.KEPT
    restored = path.with_name("restored.rdesk")
    shutil.copy(kept[-1], restored)
    with store.open_workspace(restored) as workspace:
        assert workspace.meta("officer") == f"ngày {backups.KEPT + 4}"


def test_a_backup_is_one_plain_file_and_what_was_cut_short_goes_with_the_next(path: Path) -> None:
    folder = path.parent / backups.FOLDER
    folder.mkdir()
    cut_short = backups.stamped(path, "-", NOW - timedelta(days=1)).with_suffix(".part")
    other = folder / "đơn vị-khác-20240101T000000Z.part"
    for one in (cut_short, *(cut_short.with_name(cut_short.name + ending) for ending in backups.BESIDE), other):
        one.write_bytes(b"SQLite")
    with store.open_workspace(path) as workspace:
        kept = backups.back_up(workspace.connection, path, NOW)
        assert {one.name for one in folder.iterdir()} == {kept.name, other.name}
    assert kept.read_bytes()[18:20] == b"\x01\x01"
    with closing(sqlite3.connect(kept)) as opened:
        assert opened.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_a_backup_that_cannot_be_made_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(connection: sqlite3.Connection, target: Path) -> bool:
        for ending in ("", *backups.BESIDE):
            target.with_name(target.name + ending).write_bytes(b"SQLite")
        return False

    monkeypatch.setattr(backups, "copy_whole", torn)
    with store.open_workspace(path) as workspace, pytest.raises(StoreError, match="workspace-damaged"):
        backups.back_up(workspace.connection, path, NOW)
    assert list((path.parent / backups.FOLDER).iterdir()) == []


def test_what_has_lost_its_facts_is_no_backup(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("DROP TABLE meta")
        with pytest.raises(StoreError, match="workspace-damaged"):
            backups.back_up(opened, path, NOW)
    assert backups.backups(path) == []


@pytest.mark.parametrize("ahead", [False, True])
def test_a_copy_that_is_gone_on_with_is_the_same_but_for_its_mark(ahead: bool, path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute(f"PRAGMA journal_mode = {'WAL' if ahead else 'DELETE'}")
        opened.execute("INSERT INTO meta VALUES ('officer', 'Lan')")
        opened.commit()
    content = path.read_bytes()
    assert content[18] == (2 if ahead else 1)
    first, second = (backups.begun_anew(content) for _ in range(2))
    assert len({content, first, second}) == 3
    before = _meta(path)
    path.write_bytes(first)
    (mark,) = set(_meta(path)) - set(before)
    assert mark.startswith(backups.LIFE)
    assert {name: value for name, value in _meta(path).items() if name != mark} == before
    with store.open_workspace(path) as workspace:
        assert store.check(workspace) == []


def test_what_is_no_database_is_gone_on_with_as_it_is() -> None:
    assert backups.begun_anew(b"no database " * 100) == b"no database " * 100
    assert backups.begun_anew(b"") == b""


def _meta(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as opened:
        return dict(opened.execute("SELECT name, value FROM meta"))


def _write_twice(workspace: Workspace) -> None:
    with workspace.atomic():
        workspace.set_meta("officer", "A")
        workspace.db.execute("INSERT INTO meta (name, value) VALUES ('officer', 'B')")


def _pulled(path: Path, stick: Path) -> None:
    """Pull a stick out, and put one back that holds the same: another file to the system."""
    path.parent.rename(stick)
    shutil.copytree(stick, path.parent)


def test_what_was_put_back_is_opened_anew(path: Path, tmp_path: Path) -> None:
    with store.open_workspace(path) as workspace:
        workspace.set_meta("officer", "Hòa")
        _pulled(path, tmp_path / "stick")
        with pytest.raises(StoreError, match="workspace-gone"):
            workspace.set_meta("officer", "Bình")
        workspace.reattach()
        assert workspace.meta("officer") == "Hòa"
        workspace.set_meta("officer", "Bình")
    with store.open_workspace(path) as workspace:
        assert workspace.meta("officer") == "Bình"


@pytest.mark.parametrize("put_back", ["nothing", "another desk's"])
def test_what_is_not_the_same_desk_is_not_written_to(path: Path, tmp_path: Path, put_back: str) -> None:
    with store.open_workspace(path) as workspace:
        path.parent.rename(tmp_path / "stick")
        if put_back != "nothing":
            path.parent.mkdir()
            store.create(path, Office.AGENCY, "b", NOW).close()
        for _ in range(2):
            with pytest.raises(StoreError, match="workspace-gone"):
                workspace.reattach()
            with pytest.raises(StoreError, match="workspace-gone"):
                workspace.set_meta("officer", "Bình")
        shutil.rmtree(path.parent, ignore_errors=True)
        (tmp_path / "stick").rename(path.parent)
        workspace.reattach()
        workspace.set_meta("officer", "Bình")


def test_a_workspace_is_made_whole_or_not_at_all(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    new = tmp_path / "new.rdesk"
    monkeypatch.setattr(migrations, "apply", broken)
    with pytest.raises(StoreError):
        store.create(new, Office.AGENCY, "a", NOW)
    assert not list(tmp_path.glob("*new*"))
    monkeypatch.undo()
    # what a process left that was killed in the middle is no obstacle
    (tmp_path / ".new.rdesk.part").write_bytes(b"SQLite format 3\0")
    (tmp_path / ".new.rdesk.part-wal").write_bytes(b"?")
    store.create(new, Office.AGENCY, "a", NOW).close()
    assert [one.name for one in tmp_path.iterdir() if "new" in one.name] == [new.name]


def test_a_copy_is_whole_and_goes_over_an_older_one_but_never_over_itself(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "bản sao.rdesk"
    target.write_bytes(b"older")
    with store.open_workspace(path) as workspace:
        workspace.set_meta("officer", "Lan")
        store.copy_to(workspace, target)
        with pytest.raises(StoreError, match="workspace-exists"):
            store.copy_to(workspace, path)
        with pytest.raises(StoreError, match="backup-failed"):
            store.copy_to(workspace, tmp_path / "nowhere" / "x.rdesk")
    assert not [one.name for one in tmp_path.iterdir() if "part" in one.name]
    with store.open_workspace(target) as copy:
        assert copy.meta("officer") == "Lan"
