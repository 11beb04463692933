"""Files beside the workspace: written whole, keys kept apart."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reformdesk.core import keyring, store
from reformdesk.core.outfile import make_folder, write_whole
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable, StoreError
from tests.core.builders import NOW


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    (tmp_path / "keys").mkdir()
    return store.create(tmp_path / "a.rdesk", Office.AGENCY, "a", NOW)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "Báo cáo.xlsx"
    write_whole(target, b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["Báo cáo.xlsx"]


def test_a_private_file_is_its_owners_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "k", b"", private=True)
    assert stat.S_IMODE((tmp_path / "k").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("target", "code"), [("none/file", "folder-missing"), (".", "is-a-folder"), ("file/inside", "folder-missing")]
)
def test_where_nothing_can_be_written(tmp_path: Path, target: str, code: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError) as caught:
        write_whole(tmp_path / target, b"x")
    assert caught.value.code == code


def test_a_folder_cannot_be_made_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for target in ("file", "file/inside"):
        with pytest.raises(StoreError):
            make_folder(tmp_path / target)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"old")
    code = (
        "import resource, signal, sys; from pathlib import Path;"
        "from reformdesk.core.outfile import write_whole; from reformdesk.errors import StoreError;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_whole(Path(sys.argv[1]), bytes(5000))\n"
        "except StoreError as problem: print(problem.code)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(target)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "disk-full"
    assert target.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["report.xlsx"]


def test_a_key_is_kept_beside_the_workspace_and_never_replaced(desk: Workspace, tmp_path: Path) -> None:
    assert keyring.find(desk) is None
    made = keyring.create(desk, "Đơn vị A", "mật khẩu", NOW, rounds=1000)
    path = keyring.find(desk)
    assert path == tmp_path / "keys" / "a.p12"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert keyring.unlock(desk, "mật khẩu") == made
    with pytest.raises(Mendable) as caught:
        keyring.create(desk, "Đơn vị A", "khác", NOW, rounds=1000)
    assert caught.value.code == "key-exists"
    desk.close()


def test_a_wrong_passphrase_and_a_missing_key(desk: Workspace) -> None:
    with pytest.raises(Mendable) as caught:
        keyring.unlock(desk, "x")
    assert caught.value.code == "key-missing"
    with pytest.raises(Mendable) as caught:
        keyring.create(desk, "A", "", NOW, rounds=1000)
    assert caught.value.code == "passphrase-empty"
    keyring.create(desk, "A", "đúng", NOW, rounds=1000)
    with pytest.raises(Mendable) as caught:
        keyring.unlock(desk, "sai")
    assert caught.value.code == "wrong-passphrase"
    desk.close()


def test_the_passphrase_and_the_key_are_nowhere_in_the_workspace(desk: Workspace, tmp_path: Path) -> None:
    key = keyring.create(desk, "A", "mat-khau-bi-mat", NOW, rounds=1000)
    desk.close()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"mat-khau-bi-mat" not in content
            assert key.private_key not in content
