from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest

from reformdesk.core import drives, whereabouts
from reformdesk.core.drives import LINUX, WINDOWS, Kind, Mount
from reformdesk.core.whereabouts import Found, SearchLimits, find_rounds, likely_folders, read_container
from reformdesk.errors import Refused
from reformdesk.exchange import asice, documents
from reformdesk.exchange.payload import Document
from reformdesk.exchange.verification import Verified, countersign, seal, verify
from tests.exchange import samples

MANIFEST = asice.MANIFEST.format(1)


def sealed(document: Document) -> bytes:
    return seal(document, {}, samples.key(), samples.NOW)


@pytest.fixture(scope="module")
def round_file() -> bytes:
    return sealed(samples.round_())


@pytest.fixture(scope="module")
def reply_file() -> bytes:
    return sealed(samples.reply())


def put(path: Path, content: bytes, age: int = 0) -> Path:
    """Write a file that was changed ``age`` seconds before some moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    return path


def unpack(blob: bytes, folder: Path) -> Path:
    with ZipFile(BytesIO(blob)) as archive:
        archive.extractall(folder)
    return folder


def refusal(path: Path, most_bytes: int = whereabouts.LARGEST_FILE) -> str:
    with pytest.raises(Refused) as caught:
        read_container(path, most_bytes)
    return caught.value.code


def only(found: list[Found]) -> Found:
    assert len(found) == 1
    return found[0]


# where files lie


def test_the_likely_folders_of_a_windows_machine(tmp_path: Path) -> None:
    home, cloud, roaming = tmp_path / "Hòa", tmp_path / "OneDrive - Sở", tmp_path / "Roaming"
    stick, server = tmp_path / "stick", tmp_path / "server"
    there = [
        home / "Downloads",
        home / "Downloads" / "Telegram Desktop",
        home / "Documents" / "Zalo Received Files",
        home / "Documents" / "ViberDownloads",
        roaming / "ZaloData" / "media" / "229" / "ZaloDownloads" / "resource" / "g770" / "file",
        stick,
        home / "Desktop",
        cloud / "Desktop",
        home / "Documents",
    ]
    for folder in (*there, server):
        folder.mkdir(parents=True, exist_ok=True)
    environ = {"OneDriveCommercial": str(cloud), "APPDATA": str(roaming), "LOCALAPPDATA": str(tmp_path / "none")}
    mounts = (Mount(str(stick), Kind.REMOVABLE), Mount(str(server), Kind.NETWORK), Mount(str(tmp_path), Kind.FIXED))
    assert list(likely_folders(home, WINDOWS, environ, mounts)) == there


def test_the_likely_folders_of_a_vietnamese_linux(tmp_path: Path) -> None:
    (tmp_path / ".config").mkdir()
    settings = 'XDG_DOWNLOAD_DIR="$HOME/Tải xuống"\nXDG_DESKTOP_DIR="$HOME/Bàn làm việc"\n'
    (tmp_path / ".config" / "user-dirs.dirs").write_text(settings, "utf-8")
    there = [tmp_path / "Tải xuống", tmp_path / "Bàn làm việc", tmp_path / "Tài liệu"]
    for folder in there:
        folder.mkdir()
    assert list(likely_folders(tmp_path, LINUX, {}, ())) == there


def test_a_folder_under_two_names_is_one(tmp_path: Path) -> None:
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "Tải xuống").symlink_to(tmp_path / "Downloads", target_is_directory=True)
    (tmp_path / "Documents").write_text("no folder")
    assert likely_folders(tmp_path, LINUX, {}, ()) == (tmp_path / "Downloads",)


def test_this_machine_answers_without_being_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(drives, "mounts", lambda *_: (Mount(str(tmp_path / "stick"), Kind.REMOVABLE),))
    assert likely_folders(tmp_path, LINUX, {}) == (tmp_path / "stick",)


# finding


@pytest.mark.parametrize(
    "name",
    ["2024-h1.rdround", "2024-h1.rdround.zip", "2024-h1 (1).zip", "ATT00001.bin", "tệp không đuôi", "anh.jpg"],
)
def test_a_round_is_known_by_content_whatever_its_name(name: str, round_file: bytes, tmp_path: Path) -> None:
    path = put(tmp_path / name, round_file)
    document = samples.round_()
    assert find_rounds([tmp_path]) == [
        Found(
            path=path,
            kind=documents.ROUND,
            digest=verify(round_file).digest,
            round_id="2024-h1",
            written_at=document.opened_at,
            agencies=("so-noi-vu", "so-tu-phap"),
            is_folder=False,
            revision=2,
            title={"vi": "6 tháng đầu năm 2024", "en": "First half of 2024"},
            office="Sở Nội vụ",
            province="Tỉnh mẫu",
            deadline=document.deadline,
        )
    ]


def test_replies_and_submissions_say_whose_they_are(reply_file: bytes, tmp_path: Path) -> None:
    put(tmp_path / "a.zip", reply_file)
    put(tmp_path / "b.zip", sealed(samples.submission()))
    reply, submission = sorted(find_rounds([tmp_path]), key=lambda one: one.kind)
    assert (reply.kind, reply.round_id, reply.agencies) == (documents.REPLY, "2024-h1", ("so-tu-phap", "so-y-te"))
    assert (reply.revision, reply.office, reply.deadline) == (None, "", None)
    assert (submission.kind, submission.agencies, submission.revision) == (documents.SUBMISSION, ("so-tu-phap",), 1)


def test_what_is_not_sound_is_not_shown(round_file: bytes, tmp_path: Path) -> None:
    broken = bytearray(round_file)
    broken[len(broken) // 2] ^= 1
    put(tmp_path / "changed.rdround", bytes(broken))
    put(tmp_path / "half.rdround.crdownload", round_file[: len(round_file) // 2])
    put(tmp_path / "empty.rdround", b"")
    put(tmp_path / "other.zip", b"PK\x03\x04 something else altogether, long enough to be looked at in its first bytes")
    assert find_rounds([tmp_path]) == []


def test_the_newest_round_comes_first(tmp_path: Path) -> None:
    for number, days in enumerate((3, 1, 2)):
        document = replace(samples.round_(), id=f"r{days}", opened_at=samples.NOW - timedelta(days=days))
        put(tmp_path / f"{number}.zip", sealed(document))
    assert [one.round_id for one in find_rounds([tmp_path])] == ["r1", "r2", "r3"]


def test_the_same_content_is_listed_once_where_it_came_last(round_file: bytes, tmp_path: Path) -> None:
    put(tmp_path / "a" / "old.zip", round_file, age=50)
    newest = put(tmp_path / "b" / "2024-h1 (1).zip", round_file, age=10)
    put(tmp_path / "old.zip", round_file, age=90)
    assert only(find_rounds([tmp_path])).path == newest
    folder = unpack(round_file, tmp_path / "c" / "2024-h1")
    put(tmp_path / "c" / "later.zip", round_file, age=1_000_000)
    assert only(find_rounds([tmp_path])).path == folder


def test_of_two_the_one_that_more_have_signed_stays(tmp_path: Path) -> None:
    once = sealed(samples.submission())
    twice = put(tmp_path / "a.zip", countersign(once, samples.key("Giám đốc"), samples.NOW), age=100)
    put(tmp_path / "b.zip", once)
    assert only(find_rounds([tmp_path])).path == twice


def test_a_copy_is_not_verified_again(round_file: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def noting(blob: bytes) -> Verified:
        seen.append(blob)
        return verify(blob)

    monkeypatch.setattr(whereabouts, "verify", noting)
    for name in ("a", "b", "c"):
        put(tmp_path / name, round_file)
        put(tmp_path / f"broken-{name}", round_file[:-1])
    only(find_rounds([tmp_path]))
    assert sorted(map(len, seen)) == [len(round_file) - 1, len(round_file)]


def test_an_unpacked_round_is_found_and_said_to_be_a_folder(round_file: bytes, tmp_path: Path) -> None:
    folder = unpack(round_file, tmp_path / "2024-h1.rdround" / "2024-h1.rdround")
    found = only(find_rounds([tmp_path]))
    assert (found.path, found.is_folder, found.digest) == (folder, True, verify(round_file).digest)


def test_a_round_unpacked_among_other_files_is_found(round_file: bytes, tmp_path: Path) -> None:
    put(tmp_path / "letter.pdf", b"%PDF-1.4")
    put(tmp_path / "other" / "x.docx", b"PK")
    unpack(round_file, tmp_path)
    found = only(find_rounds([tmp_path]))
    assert (found.path, found.is_folder) == (tmp_path, True)


def test_the_search_goes_as_deep_as_it_may(round_file: bytes, tmp_path: Path) -> None:
    put(tmp_path / "1" / "2" / "3" / "x.zip", round_file)
    assert find_rounds([tmp_path]) == []
    assert len(find_rounds([tmp_path], SearchLimits(depth=3))) == 1
    assert len(find_rounds([tmp_path / "1"])) == 1


def test_files_above_the_size_and_entries_above_the_number_are_left(round_file: bytes, tmp_path: Path) -> None:
    put(tmp_path / "x.zip", round_file)
    assert len(find_rounds([tmp_path], SearchLimits(file_bytes=len(round_file), entries=1))) == 1
    assert find_rounds([tmp_path], SearchLimits(file_bytes=len(round_file) - 1)) == []
    assert find_rounds([tmp_path], SearchLimits(entries=0)) == []
    assert find_rounds([tmp_path / "none", tmp_path], SearchLimits(folders=1)) == []
    unpack(round_file, tmp_path / "y")
    assert find_rounds([tmp_path / "y"], SearchLimits(file_bytes=2000)) == []


@pytest.mark.parametrize("name", [".Trash-1000", "$RECYCLE.BIN", "System Volume Information", ".cache"])
def test_bins_and_the_systems_folders_are_passed_by(name: str, round_file: bytes, tmp_path: Path) -> None:
    put(tmp_path / name / "x.zip", round_file)
    assert find_rounds([tmp_path]) == []


def budget(answers: int) -> Callable[[], bool]:
    """Say yes so many times, and then no."""
    asked = count()
    return lambda: next(asked) < answers


def test_the_caller_sets_the_time_and_gets_what_was_found(tmp_path: Path) -> None:
    for number in range(4):
        put(tmp_path / f"{number}.zip", sealed(replace(samples.round_(), id=f"r{number}")), age=number)
    found = [len(find_rounds([tmp_path], keep_going=budget(answers))) for answers in range(12)]
    assert found[0] == 0
    assert found == sorted(found)
    assert set(found) == {0, 1, 2, 3, 4}
    stopped = find_rounds([tmp_path], keep_going=budget(found.index(1)))
    assert only(stopped).round_id == "r0"


def test_the_caller_is_asked_before_every_entry_and_every_file(tmp_path: Path) -> None:
    for number in range(50):
        put(tmp_path / f"{number}.zip", b"x")
    asked = count()
    find_rounds([tmp_path], keep_going=lambda: next(asked) >= 0)
    assert next(asked) == 1 + 50 + 50


def test_a_link_to_a_folder_is_not_followed(round_file: bytes, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "x.zip", round_file)
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert find_rounds([tmp_path / "here"]) == []
    assert len(find_rounds([tmp_path / "here" / "link"])) == 1


def test_likely_names_and_young_files_come_first(
    round_file: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "photo.jpg", b"x", age=1)
    put(tmp_path / "old.zip", b"x", age=50)
    put(tmp_path / "new.zip", b"x", age=20)
    put(tmp_path / "large.zip", b"x" * 100)
    opened: list[str] = []
    monkeypatch.setattr(whereabouts, "begins_like_ours", lambda head: False)
    whole = Path.open

    def noted(path: Path, mode: str = "r") -> object:
        opened.append(path.name)
        return whole(path, mode)

    monkeypatch.setattr(Path, "open", noted)
    find_rounds([tmp_path], SearchLimits(file_bytes=99))
    assert opened == ["new.zip", "old.zip", "photo.jpg"]


def test_what_cannot_be_read_stops_nothing(round_file: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "good.zip", round_file)
    put(tmp_path / "forbidden.zip", round_file)
    put(tmp_path / "gone" / "x.zip", round_file)
    (tmp_path / "nowhere").symlink_to(tmp_path / "none")
    (tmp_path / "circle").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "pipe.zip")
    whole, scandir = Path.open, os.scandir

    def forbidding(path: Path, mode: str = "r") -> object:
        if path.name == "forbidden.zip":
            raise PermissionError(13, "Access is denied")
        return whole(path, mode)

    def pulled_out(path: Path) -> object:
        if Path(path).name == "gone":
            raise OSError(21, "The device is not ready")
        return scandir(path)

    monkeypatch.setattr(Path, "open", forbidding)
    monkeypatch.setattr(os, "scandir", pulled_out)
    folders = [tmp_path / "missing", tmp_path / "good.zip", tmp_path]
    assert only(find_rounds(folders)).path == tmp_path / "good.zip"


def test_what_only_a_cloud_has_is_not_downloaded() -> None:
    class Status:
        st_mode, st_size, st_file_attributes = 0o100644, 10, 0

    search = whereabouts._Search(SearchLimits(), lambda: True)
    for attributes, readable in ((0x20, True), (0x1000, False), (0x400000, False), (0x40000, False)):
        status = Status()
        status.st_file_attributes = attributes
        assert search._is_readable(status) is readable  # type: ignore[arg-type]  # Windows' attributes, made up here


# reading


def test_a_file_is_read_as_it_is(round_file: bytes, tmp_path: Path) -> None:
    assert read_container(put(tmp_path / "x.bin", round_file)) == round_file
    assert read_container(put(tmp_path / "x.txt", b"hello")) == b"hello"
    assert read_container(put(tmp_path / "attachments" / "x.pdf", b"%PDF")) == b"%PDF"
    # a round under the name of one of its parts
    assert read_container(put(tmp_path / "round.json", round_file)) == round_file


@pytest.mark.parametrize("inside", ["", "round.json", "mimetype", MANIFEST, asice.SIGNATURE.format(1), "META-INF/.."])
def test_an_unpacked_folder_is_read_wherever_one_points(inside: str, round_file: bytes, tmp_path: Path) -> None:
    folder = unpack(round_file, tmp_path / "2024-h1")
    put(folder / "desktop.ini", b"[.ShellClassInfo]")
    put(folder / "META-INF" / "Thumbs.db", b"x")
    put(folder / "letter.docx", b"PK")
    assert read_container(folder / inside) == round_file


@pytest.mark.parametrize("above", [1, 2])
def test_folders_around_it_are_passed_through(above: int, round_file: bytes, tmp_path: Path) -> None:
    folder = unpack(round_file, tmp_path.joinpath(*["2024-h1"] * above))
    put(folder.parent / ".DS_Store", b"x")
    assert read_container(tmp_path) == round_file


def test_changed_bytes_in_a_folder_are_named_as_in_a_file(round_file: bytes, tmp_path: Path) -> None:
    folder = unpack(round_file, tmp_path)
    data = (folder / "round.json").read_bytes()
    put(folder / "round.json", data.replace(b"2024-06-10", b"2024-06-20"))
    assert refusal(folder) == "manifest-mismatch"


def test_a_part_without_the_rest_is_said_to_be_one(round_file: bytes, tmp_path: Path) -> None:
    folder = unpack(round_file, tmp_path / "whole")
    alone = tmp_path / "alone"
    alone.mkdir()
    (folder / "round.json").rename(alone / "round.json")
    assert refusal(alone / "round.json") == "part-of-container"
    assert refusal(folder / MANIFEST) == "part-of-container"


def test_a_folder_of_other_things_is_said_to_be_one(round_file: bytes, tmp_path: Path) -> None:
    assert refusal(tmp_path) == "folder-not-ours"
    put(tmp_path / "x.rdround", round_file)
    assert refusal(tmp_path) == "folder-not-ours"
    unpack(round_file, tmp_path / "1" / "2" / "3" / "4")
    assert refusal(tmp_path / "1") == "folder-not-ours"
    put(tmp_path / "1" / "2" / "letter.docx", b"PK")
    assert refusal(tmp_path / "1" / "2") == "folder-not-ours"


def test_reading_is_bounded(round_file: bytes, tmp_path: Path) -> None:
    path, folder = put(tmp_path / "x.zip", round_file), unpack(round_file, tmp_path / "y")
    assert refusal(path, len(round_file) - 1) == "too-large"
    assert read_container(path, len(round_file)) == round_file
    size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
    assert refusal(folder, size - 1) == "too-large"
    assert read_container(folder, size) == round_file
    for number in range(asice.DEFAULT_LIMITS.entries):
        put(folder / "attachments" / f"{number}.pdf", b"")
    assert refusal(folder) == "too-large"


def test_what_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(tmp_path / "none.zip") == "path-missing"
    assert refusal(tmp_path / "nul\0l.zip") == "file-unreadable"
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "file-unreadable"
    path = put(tmp_path / "x.zip", b"x")

    def forbidden(*_: object) -> object:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "open", forbidden)
    assert refusal(path) == "file-unreadable"
