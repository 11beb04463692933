"""Whatever is wrong with a workspace or a path costs one clear line and nothing else."""

from __future__ import annotations

import hashlib
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from reformdesk.core import backups, store
from reformdesk.core.store import Office
from reformdesk.core.values import Number
from tests.commands import (
    JPEG,
    Command,
    one_line,
    state_of,
    unchanged,
    write_table,
)
from tests.demo import (
    AGENCY,
    LATER,
    NEWEST,
    hand_in_again,
)


def _every_command(workspace: Path, tmp_path: Path, agency: bool) -> list[list[str | Path]]:
    table = write_table(tmp_path / "v.csv", "indicator,value", "civil-servants-present,77")
    if agency:
        return [
            ["enter", "--workspace", workspace, "--from", table],
            ["submit", "--workspace", workspace, "--to", tmp_path / "out"],
        ]
    return [
        ["merge", "--workspace", workspace, table],
        ["digest", "--workspace", workspace],
        ["report", "--workspace", workspace, "--to", tmp_path / "r.xlsx"],
    ]


@pytest.mark.parametrize("agency", [True, False])
def test_a_workspace_that_is_open_elsewhere(
    agency: bool, office: Path, desk: Path, passphrase: str, tmp_path: Path, command: Command
) -> None:
    path = desk if agency else office
    before = state_of(path)
    with store.open_workspace(path):
        for arguments in _every_command(path, tmp_path, agency):
            one_line(command(*arguments), 1, path.name)
        one_line(command("verify", "--workspace", path, tmp_path / "v.csv"), 1, path.name)
    assert state_of(path) == before
    assert not (tmp_path / "r.xlsx").exists()


@pytest.mark.parametrize("agency", [True, False])
def test_a_workspace_of_the_wrong_kind(
    agency: bool, office: Path, desk: Path, passphrase: str, tmp_path: Path, command: Command
) -> None:
    path = office if agency else desk
    with unchanged(path):
        for arguments in _every_command(path, tmp_path, agency):
            one_line(command(*arguments), 2, path.name)


@pytest.mark.parametrize("agency", [True, False])
def test_no_workspace(agency: bool, passphrase: str, tmp_path: Path, command: Command) -> None:
    for name, content in (("none", None), ("empty", b""), ("photo", JPEG)):
        path = tmp_path / f"{name}.rdesk"
        if content is not None:
            path.write_bytes(content)
        for arguments in _every_command(path, tmp_path, agency):
            one_line(command(*arguments), 2, path.name)
        assert content is None or path.read_bytes() == content
    for arguments in _every_command(tmp_path, tmp_path, agency):
        one_line(command(*arguments), 2, tmp_path.name)
    assert not (tmp_path / "none.rdesk").exists()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "other.rdesk"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE letters (number TEXT)")
    other.close()
    before = path.read_bytes()
    one_line(command("digest", "--workspace", path), 2, "other.rdesk")
    assert path.read_bytes() == before


@pytest.mark.parametrize("agency", [True, False])
def test_a_workspace_of_a_newerprogram(
    agency: bool, office: Path, desk: Path, passphrase: str, tmp_path: Path, command: Command
) -> None:
    path = desk if agency else office
    with sqlite3.connect(path) as newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('reformdesk', '9999_later', '')"
        )
        newer.commit()
        newer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    newer.close()
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    for arguments in _every_command(path, tmp_path, agency):
        one_line(command(*arguments), 1, path.name, "newer")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_damaged_workspace(office: Path, tmp_path: Path, command: Command) -> None:
    """Whatever page is damaged, each command says so or does its work; none ends in a traceback."""
    whole = office.read_bytes()
    pages = range(1, len(whole) // 4096, max(1, len(whole) // 4096 // 25))
    for page in pages:
        office.write_bytes(whole[: page * 4096] + b"\xa5" * 4096 + whole[(page + 1) * 4096 :])
        for arguments in _every_command(office, tmp_path, agency=False)[1:]:
            said = command(*arguments)
            if said.code:
                one_line(said, 1, office.name)
        assert command("doctor", "--workspace", office).code in (0, 1)
    office.write_bytes(whole[: len(whole) // 2])
    one_line(command("digest", "--workspace", office), 1, office.name)


def test_a_workspace_that_lacks_its_facts(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "bare.rdesk"
    store.create(path, Office.HOME_AFFAIRS, "so-noi-vu", LATER).close()
    with sqlite3.connect(path) as bare:
        bare.execute("DELETE FROM meta")
        bare.commit()
        bare.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    bare.close()
    one_line(command("digest", "--workspace", path), 1, "bare.rdesk", "damaged")


def test_a_workspace_without_rounds(tmp_path: Path, passphrase: str, command: Command) -> None:
    office, desk = tmp_path / "office.rdesk", tmp_path / "desk.rdesk"
    store.create(office, Office.HOME_AFFAIRS, "so-noi-vu", LATER).close()
    store.create(desk, Office.AGENCY, AGENCY, LATER).close()
    assert command("digest", "--workspace", office).code == 0
    one_line(command("report", "--workspace", office, "--to", tmp_path / "r.xlsx"), 1)
    for arguments in _every_command(desk, tmp_path, agency=True):
        one_line(command(*arguments), 1)


def test_merge_keeps_a_backup(demo: Path, office: Path, command: Command) -> None:
    file = demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub"
    for _ in range(2):
        assert command("merge", "--workspace", office, file).code == 0
    (backup,) = backups.backups(office)
    assert state_of(backup) == state_of(office)


needs_proc = pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="/proc is where even root cannot write")


@needs_proc
def test_a_folder_where_nothing_can_be_written(office: Path, desk: Path, passphrase: str, command: Command) -> None:
    hand_in_again(desk, {"civil-servants-present": Number(Decimal(11))})
    with unchanged(office, desk):
        one_line(command("report", "--workspace", office, "--to", "/proc/r.xlsx"), 1, "/proc")
        one_line(command("demo", "--to", "/proc/demo", "--no-window"), 1, "/proc")
        one_line(command("submit", "--workspace", desk, "--to", "/proc/out"), 1, "/proc")


def test_a_name_that_is_too_long(office: Path, desk: Path, passphrase: str, tmp_path: Path, command: Command) -> None:
    long = "x" * 300
    with unchanged(office, desk):
        one_line(command("digest", "--workspace", tmp_path / long), 2)
        assert command("merge", "--workspace", office, tmp_path / long).code == 1
        assert command("verify", tmp_path / long).code == 1
        one_line(command("enter", "--workspace", desk, "--from", tmp_path / long), 1)
        one_line(command("demo", "--no-window", "--to", tmp_path / long), 1)
        one_line(command("submit", "--workspace", desk, "--to", tmp_path / long), 1)
        for length in (251, 255, 300):
            target = tmp_path / f"{'x' * (length - 5)}.xlsx"
            one_line(command("report", "--workspace", office, "--to", target), 1)
