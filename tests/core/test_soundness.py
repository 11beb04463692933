"""Each thing that figures are made of proves itself; what does not may be looked at, and leaves the desk no more."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reformdesk.core import (
    agency_report,
    backups,
    closings,
    health,
    journal,
    parts,
    rekeyed,
    replies,
    reporting,
    roundbook,
    soundness,
    store,
)
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError, StoreError
from reformdesk.exchange import keys
from tests.core.builders import NOW
from tests.endurance import desk

OFFICE, AGENCY = "home-affairs.rdesk", "agency.rdesk"


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[str], Path]:
    def copied(name: str) -> Path:
        path = Path(shutil.copy(desk.newest(name), tmp_path))
        with store.open_workspace(path) as workspace:
            store.backup_if_due(workspace, NOW)
            if name == OFFICE:
                closings.close(workspace, roundbook.latest(workspace).id, "", "Lan", NOW)
        return path

    return copied


def changed(path: Path, *statements: str) -> None:
    """Change a workspace behind its own back."""
    with closing(sqlite3.connect(path)) as raw:
        for one in statements:
            raw.execute(one)
        raw.commit()


_UNGUARDED = (
    "DROP TRIGGER IF EXISTS decisions_refuse_update",
    "DROP TRIGGER IF EXISTS closings_refuse_update",
)
_FIRST = "WHERE rowid = (SELECT min(rowid) FROM"


@pytest.mark.parametrize(
    ("name", "statement", "code"),
    [
        (AGENCY, "UPDATE answers SET value = replace(value, '1', '7')", "history"),
        (AGENCY, f"UPDATE history SET changed_at = '2020-01-01T00:00:00Z' {_FIRST} history)", "history"),
        (AGENCY, f"DELETE FROM history {_FIRST} history)", "history"),
        (OFFICE, f"UPDATE files SET data = CAST(replace(data, '1', '2') AS BLOB) {_FIRST} files)", "files"),
        (OFFICE, "UPDATE files SET name = CAST(x'ff' AS TEXT)", "files"),
        (OFFICE, "UPDATE decisions SET reason = reason || '.'", "decisions"),
        (OFFICE, "UPDATE closings SET document = CAST(document || ' ' AS BLOB)", "closings"),
        (OFFICE, "UPDATE pins SET name = CAST(x'ff' AS TEXT)", "text"),
        (OFFICE, "DROP TABLE pins", "text"),
        (OFFICE, "UPDATE standing SET issue = replace(issue, 'a', 'b')", "standing"),
        (OFFICE, "UPDATE standing SET agency = agency || 'x'", "standing"),
        (OFFICE, "UPDATE standing SET round = '2020'", "standing"),
        (AGENCY, "INSERT INTO contents VALUES ('00', x'00')", "evidence"),
    ],
)
def test_what_is_not_what_it_was_is_told(name: str, statement: str, code: str, kept: Callable[[str], Path]) -> None:
    path = kept(name)
    with soundness.open_sound(path) as workspace:
        assert soundness.problems(workspace) == []
    changed(path, *_UNGUARDED, statement)
    with store.open_workspace(path, to_look=True) as workspace:
        assert soundness.problems(workspace) == [code]
    with pytest.raises(StoreError, match="workspace-damaged"):
        soundness.open_sound(path)
    assert any(one.problem is not None for one in health.workspace_check(path))


@pytest.mark.parametrize("table", ["meta", "files", "decisions", "standing"])
def test_a_schema_that_is_no_more_ours_is_damage(table: str, kept: Callable[[str], Path]) -> None:
    path = kept(OFFICE)
    words = f"UPDATE sqlite_schema SET sql = replace(sql, ' TEXT', 'x TEXT') WHERE name = '{table}'"
    changed(path, "PRAGMA writable_schema = ON", words)
    with pytest.raises(StoreError, match="workspace-damaged"):
        soundness.open_sound(path)


def test_a_column_whose_letter_became_a_large_one_is_the_same_column(kept: Callable[[str], Path]) -> None:
    path = kept(OFFICE)
    with soundness.open_sound(path) as workspace:
        before = desk.figures(workspace)
    words = "UPDATE sqlite_schema SET sql = replace(sql, ' round TEXT', ' Round TEXT')"
    changed(path, "PRAGMA writable_schema = ON", words)
    with soundness.open_sound(path) as workspace:
        assert workspace.connection.execute("SELECT * FROM standing").description[2][0] == "Round"
        assert desk.figures(workspace) == before


def test_the_self_check_proves_each_seal_and_each_backup(kept: Callable[[str], Path]) -> None:
    path = kept(OFFICE)
    assert all(one.problem is None for one in health.workspace_check(path))
    changed(path, f"UPDATE files SET bytes = x'00' {_FIRST} files)")
    (backup,) = backups.backups(path)
    backup.write_bytes(backup.read_bytes()[:-4096])
    codes = [one.problem.code for one in health.workspace_check(path) if isinstance(one.problem, ReformDeskError)]
    assert codes == ["workspace-damaged", "backup-damaged"]


def _report(workspace: Workspace) -> object:
    return reporting.read(workspace)


def _own(workspace: Workspace) -> object:
    return agency_report.read(workspace, "b")


def _receipt(workspace: Workspace) -> object:
    key = keys.unlock(keys.create("Sở Nội vụ", "a", "demo", NOW, rounds=1000), "demo")
    return replies.write(workspace, roundbook.latest(workspace).id, ("b",), key, NOW)


def _rekeyed(workspace: Workspace) -> object:
    return rekeyed.read(workspace, roundbook.latest(workspace).id)


def _part(workspace: Workspace) -> object:
    return parts.compose(workspace, roundbook.latest(workspace), ("1",), "Lan", NOW)


def _name(workspace: Workspace) -> object:
    return journal.name_officer(workspace, "Lan")


@pytest.mark.parametrize("handing_out", [_report, _own, _receipt, _rekeyed, _part, _name])
def test_nothing_leaves_a_desk_that_is_only_looked_at(
    handing_out: Callable[[Workspace], object], kept: Callable[[str], Path]
) -> None:
    path = kept(OFFICE)
    lies = path.read_bytes()
    with store.open_workspace(path, to_look=True) as workspace:
        assert desk.figures(workspace)
        with pytest.raises(StoreError, match="workspace-to-look"):
            handing_out(workspace)
        # nor by any other way
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            workspace.connection.execute("DELETE FROM meta")
    assert path.read_bytes() == lies
