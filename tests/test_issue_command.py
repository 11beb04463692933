"""``reformdesk issue``: one folder to send, written whole or not at all."""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from reformdesk import issuing_files
from reformdesk.core import keyring, pins, roundbook, store
from reformdesk.errors import Mendable, ReformDeskError, Refused, StoreError
from reformdesk.exchange import cades
from reformdesk.exchange.keychange import HOME_AFFAIRS
from reformdesk.exchange.keys import SigningKey, matching_code
from reformdesk.exchange.verification import verify
from reformdesk.issuing_files import FORMS, GUIDES, LETTER, SUMS, Issue
from reformdesk.office import form_reading
from tests.commands import Command, one_line, unchanged
from tests.demo import AGENCIES, AGENCY, LATER, NEWEST
from tests.exchange import samples
from tests.installers import installer

FOLDER = f"phat-hanh-{NEWEST}"
SETUP, PORTABLE = "ReformDesk-1.10.0-setup.exe", "ReformDesk-1.10.0-portable.zip"
SEAL = f"{SETUP}.p7s"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with an older and a newer installer, the newer one of several slices, and a portable copy."""
    folder = tmp_path / "bản cài"
    folder.mkdir()
    (folder / "ReformDesk-1.9.2-setup.exe").write_bytes(b"old")
    (folder / "ReformDesk-1.10.0-2024-setup.exe").write_bytes(b"MZ")
    (folder / SETUP).write_bytes(installer("1.10.0", 3_000_000))
    (folder / PORTABLE).write_bytes(b"PK")
    (folder / "ReformDesk-readme.txt").write_bytes(b"")
    return folder


@pytest.fixture
def key(demo: Path, office: Path, passphrase: str) -> SigningKey:
    """Home Affairs' key beside its workspace, with the passphrase where a script would set it."""
    beside = office.parent / "keys"
    beside.mkdir()
    shutil.copy2(demo / "keys" / "home-affairs.p12", beside)
    with store.open_workspace(office) as workspace:
        return keyring.unlock(workspace, passphrase)


@pytest.fixture
def issue(office: Path) -> Issue:
    with store.open_workspace(office) as workspace:
        return issuing_files.read(workspace, NEWEST)


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("key")
def test_one_folder_holds_all_that_goes_out(office: Path, command: Command, tmp_path: Path, built: Path) -> None:
    place = tmp_path / "gửi đi"
    with unchanged(office):
        said = command("issue", "--workspace", office, "--to", place, "--installer", built)
    folder = place / FOLDER
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Ready to send, {AGENCIES + 9} files: {folder}\n"
    forms = {name for name in names(folder) if name.startswith(f"{FORMS}/")}
    assert len(forms) == AGENCIES
    round_file = f"{NEWEST}.rdround"
    assert names(folder) - forms == {
        *(round_file, f"{round_file}.zip", LETTER, *GUIDES.values(), SUMS),
        *(SETUP, SEAL, PORTABLE),
    }
    assert all(name.isascii() for name in names(folder))
    assert (folder / round_file).read_bytes() == (folder / f"{round_file}.zip").read_bytes()
    assert (folder / SETUP).read_bytes() == (built / SETUP).read_bytes()
    assert [path.name for path in place.iterdir()] == [FOLDER]


@pytest.mark.usefixtures("key")
def test_the_digests_are_what_sha256sum_says(office: Path, command: Command, tmp_path: Path, built: Path) -> None:
    command("issue", "--workspace", office, "--to", tmp_path, "--installer", built)
    folder = tmp_path / FOLDER
    checked = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", SUMS], cwd=folder, check=False)
    assert checked.returncode == 0
    listed = {line.split("  ", 1)[1] for line in (folder / SUMS).read_text("utf-8").splitlines()}
    assert listed == names(folder) - {SUMS}
    assert SEAL in listed


def test_the_installer_is_sealed_by_the_key_of_home_affairs(
    office: Path, command: Command, tmp_path: Path, built: Path, key: SigningKey
) -> None:
    command("issue", "--workspace", office, "--to", tmp_path, "--installer", built / SETUP)
    folder = tmp_path / FOLDER
    signer = cades.verify((folder / SETUP).read_bytes(), (folder / SEAL).read_bytes())
    assert signer.fingerprint == key.fingerprint
    assert signer.fingerprint in {
        one.fingerprint for one in verify((folder / f"{NEWEST}.rdround").read_bytes()).signers
    }


def test_no_installer_goes_out_unsealed(
    office: Path, command: Command, tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An agency's program would say of it that it is not what Home Affairs sent."""
    there = ("issue", "--workspace", office, "--to", tmp_path / "x", "--installer", built)
    one_line(command(*there), 1, "REFORMDESK_PASSPHRASE")
    monkeypatch.setenv("REFORMDESK_PASSPHRASE", "demo")
    one_line(command(*there), 1, "home-affairs.p12")
    assert not (tmp_path / "x").exists()


def test_no_seal_is_made_where_no_installer_goes_along(
    office: Path, command: Command, tmp_path: Path, built: Path
) -> None:
    said = command("issue", "--workspace", office, "--to", tmp_path, "--installer", built / PORTABLE)
    assert said.code == 0
    assert not [name for name in names(tmp_path / FOLDER) if name.endswith(".p7s")]


def test_a_revoked_key_seals_no_installer(office: Path, built: Path, key: SigningKey) -> None:
    revoked = pins.Revocation(HOME_AFFAIRS, key.fingerprint, frozenset(), "Mất máy", "Lan", "")
    with store.open_workspace(office) as workspace:
        pins.revoke(workspace, revoked, LATER)
        with pytest.raises(Mendable, match="own-key-revoked"):
            issuing_files.seal(workspace, issuing_files.examine(built / SETUP), key, LATER)


def test_a_key_that_agencies_do_not_know_seals_no_installer(office: Path, built: Path, key: SigningKey) -> None:
    """One that was replaced, or another's: an agency's program would call the installer forged."""
    examined = issuing_files.examine(built / SETUP)
    with store.open_workspace(office) as workspace:
        with pytest.raises(Mendable, match="installer-foreign-key"):
            issuing_files.seal(workspace, examined, samples.key("Sở Nội vụ"), LATER)
        assert issuing_files.seal(workspace, examined, key, LATER).digest == examined.digest
        pins.end_others(workspace, HOME_AFFAIRS, (), LATER)
        with pytest.raises(Mendable, match="installer-foreign-key"):
            issuing_files.seal(workspace, examined, key, LATER)


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize(
    ("content", "said"),
    [(b"PK" + bytes(3000), "no program"), (installer("1.2.0"), "1.2.0.0"), (b"MZ" + bytes(3000), "no program")],
)
def test_only_a_program_of_the_version_that_its_name_says_is_sealed(
    office: Path, command: Command, tmp_path: Path, built: Path, content: bytes, said: str
) -> None:
    (built / SETUP).write_bytes(content)
    one_line(command("issue", "--workspace", office, "--to", tmp_path / "x", "--installer", built), 1, said)
    assert not (tmp_path / "x").exists()


def test_an_installer_that_changes_after_it_was_sealed_leaves_no_folder(
    issue: Issue, office: Path, tmp_path: Path, built: Path, key: SigningKey
) -> None:
    with store.open_workspace(office) as workspace:
        sealed = issuing_files.seal(workspace, issuing_files.examine(built / SETUP), key, LATER)
    (built / SETUP).write_bytes((built / SETUP).read_bytes() + b"!")
    with pytest.raises(Refused, match="installer-changed"):
        list(issuing_files.write(issue, issuing_files.plan(issue, [built / SETUP], sealed), tmp_path / "out"))
    assert list((tmp_path / "out").iterdir()) == []


def test_the_letter_names_the_key_that_sealed_the_round_file(issue: Issue) -> None:
    assert issue.keys[0].code == matching_code(verify(issue.sealed).signers[0].fingerprint)
    assert not issue.keys[0].is_reserve


def test_a_form_is_read_back_as_its_agencys(office: Path, command: Command, tmp_path: Path) -> None:
    command("issue", "--workspace", office, "--to", tmp_path, "--round", "2023", "--installer", tmp_path)
    with store.open_workspace(office) as workspace:
        round_ = roundbook.load(workspace, "2023")
    path = tmp_path / "phat-hanh-2023" / FORMS / f"bieu-{AGENCY}-2023.xlsx"
    assert form_reading.read_form(path, round_, AGENCY, "vi").losses == ()
    with pytest.raises(ReformDeskError):
        form_reading.read_form(path, round_, "so-noi-vu", "vi")


def test_a_folder_that_is_there_is_not_written_over(office: Path, command: Command, tmp_path: Path) -> None:
    kept = tmp_path / FOLDER / "cong-van-da-ky.pdf"
    kept.parent.mkdir()
    kept.write_bytes(b"%PDF")
    one_line(command("issue", "--workspace", office, "--to", tmp_path), 1, FOLDER)
    assert names(tmp_path / FOLDER) == {kept.name}


def test_what_goes_wrong_is_one_line(office: Path, desk: Path, command: Command, tmp_path: Path) -> None:
    there = ("--to", tmp_path / "x")
    one_line(command("issue", "--workspace", desk, *there), 2)
    one_line(command("issue", "--workspace", office, "--round", "1999", *there), 1, "1999")
    one_line(command("issue", "--workspace", office, "--installer", tmp_path / "none", *there), 1, "none")
    (tmp_path / "file").write_bytes(b"")
    one_line(command("issue", "--workspace", office, "--to", tmp_path / "file"), 1, "file")
    assert not (tmp_path / "x").exists()


def test_without_an_installer_it_says_so(office: Path, command: Command, tmp_path: Path, built: Path) -> None:
    (built / SETUP).unlink()
    said = command("issue", "--workspace", office, "--to", tmp_path, "--installer", built.parent)
    assert said.code == 0
    assert "--installer" in said.out.splitlines()[1]


def test_the_newest_of_each_is_taken_and_a_file_as_it_is(built: Path) -> None:
    assert [path.name for path in issuing_files.find_programs([built])] == [SETUP, PORTABLE]
    only = built / "ReformDesk-readme.txt"
    assert issuing_files.find_programs([only]) == (only,)


@pytest.mark.parametrize("after", [0, 1, 20, AGENCIES + 6, AGENCIES + 8])
def test_stopped_anywhere_it_leaves_nothing(issue: Issue, tmp_path: Path, built: Path, after: int) -> None:
    place = tmp_path / "out"
    writing = issuing_files.write(issue, issuing_files.plan(issue, issuing_files.find_programs([built])), place)
    for _ in range(after):
        next(writing)
    writing.close()
    assert not place.exists() or list(place.iterdir()) == []


def test_progress_counts_to_its_end(issue: Issue, tmp_path: Path, built: Path) -> None:
    items = issuing_files.plan(issue, [built / SETUP])
    steps = list(issuing_files.write(issue, items, tmp_path / "out"))
    assert [one.done for one in steps] == list(range(1, steps[-1].total + 1))
    assert {one.total for one in steps} == {len(items) + 1 + 2}
    digest = sha256((tmp_path / "out" / FOLDER / SETUP).read_bytes()).hexdigest()
    assert f"{digest}  {SETUP}\n" in (tmp_path / "out" / FOLDER / SUMS).read_text("utf-8")


def test_an_installer_that_goes_away_or_a_killed_run_leaves_no_folder(
    issue: Issue, tmp_path: Path, built: Path
) -> None:
    place = tmp_path / "out"
    (place / f".{FOLDER}.part" / "old").mkdir(parents=True)
    items = issuing_files.plan(issue, [built / SETUP])
    (built / SETUP).unlink()
    with pytest.raises(Mendable, match="file-unreadable"):
        list(issuing_files.write(issue, items, place))
    assert list(place.iterdir()) == []


def test_a_full_disk_leaves_no_folder(issue: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = issuing_files.plan(issue, [])

    def full(path: Path, content: bytes) -> None:
        raise StoreError("disk-full", file=path.name)

    writing = issuing_files.write(issue, items, tmp_path / "out")
    next(writing)
    monkeypatch.setattr(issuing_files, "write_whole", full)
    with pytest.raises(StoreError, match="disk-full"):
        list(writing)
    assert list((tmp_path / "out").iterdir()) == []
