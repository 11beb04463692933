from __future__ import annotations

import json
from pathlib import Path

import pytest

from reformdesk.core import drives
from reformdesk.core.drives import Kind, Mount

MOUNTINFO = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /srv/chung rw,relatime shared:2 - cifs //192.168.1.5/chung rw,vers=3.0
31 22 0:41 / /mnt/nfs rw - nfs4 server:/export rw
32 22 8:17 / /media/hoa/USB\\040KINGSTON rw,nosuid master:1 - vfat /dev/sdb1 rw
33 22 0:42 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
34 22 0:43 / /home/hoa/drive rw - fuse.rclone gdrive: rw
35 22 0:44 / /home/hoa/kin rw - fuse.gocryptfs /x rw
36 22 8:18 / /run/media/hoa/ĐA rw - fuseblk /dev/sdb2 rw
37 22 0:45 / /media/hoa/may-chu rw - smb3 //x/y rw
"""


def test_mounts_are_told_apart() -> None:
    kinds = {mount.root: mount.kind for mount in drives.parse_mountinfo(MOUNTINFO)}
    assert kinds == {
        "/": Kind.FIXED,
        "/srv/chung": Kind.NETWORK,
        "/mnt/nfs": Kind.NETWORK,
        "/media/hoa/USB KINGSTON": Kind.REMOVABLE,
        "/run/user/1000/gvfs": Kind.NETWORK,
        "/home/hoa/drive": Kind.CLOUD,
        "/home/hoa/kin": Kind.FIXED,
        "/run/media/hoa/ĐA": Kind.REMOVABLE,
        "/media/hoa/may-chu": Kind.NETWORK,
    }


@pytest.mark.parametrize("text", ["", "nonsense", "1 2 3 - ext4", "22 1 8:1 / /x rw\n\n"])
def test_a_line_that_is_none_is_passed_over(text: str) -> None:
    assert drives.parse_mountinfo(text) == ()


@pytest.mark.parametrize(
    ("drive_type", "label", "kind"),
    [
        (2, "KINGSTON", Kind.REMOVABLE),
        (2, "", Kind.REMOVABLE),
        (2, None, None),
        (3, "Windows", Kind.FIXED),
        (3, "Google Drive", Kind.CLOUD),
        (3, "Google Drive - hoa@gmail.com", Kind.CLOUD),
        (4, None, Kind.NETWORK),
        (5, "SETUP", None),
        (0, None, None),
        (1, None, None),
    ],
)
def test_windows_drives_are_told_apart(drive_type: int, label: str | None, kind: Kind | None) -> None:
    assert drives.kind_of_drive(drive_type, label) is kind


def test_the_users_own_folders_are_where_the_desktop_says(tmp_path: Path) -> None:
    text = (
        "# a comment\n"
        'XDG_DESKTOP_DIR="$HOME/"\n'
        'XDG_DOWNLOAD_DIR="$HOME/Tải xuống"\n'
        'XDG_DOCUMENTS_DIR="/srv/hồ sơ"\n'
        'XDG_MUSIC_DIR="$HOME/Nhạc"\n'
    )
    folder = tmp_path / ".config"
    folder.mkdir()
    (folder / "user-dirs.dirs").write_text(text, "utf-8")
    expected = {"downloads": tmp_path / "Tải xuống", "documents": Path("/srv/hồ sơ")}
    assert drives.known_folders(drives.LINUX, tmp_path, {}) == expected
    assert drives.known_folders(drives.LINUX, Path("/elsewhere"), {"XDG_CONFIG_HOME": str(folder)})[
        "downloads"
    ] == Path("/elsewhere/Tải xuống")
    assert drives.known_folders(drives.LINUX, tmp_path / "nobody", {}) == {}


def test_the_clouds_own_settings_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drives, "_drives", lambda system: (Mount("/", Kind.FIXED),))
    accounts = {"personal": {"path": "/home/hoa/Dropbox", "host": 1}, "business": {"path": "/data/DB (Sở)"}}
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text(json.dumps(accounts), "utf-8")
    (tmp_path / ".config" / "Nextcloud").mkdir(parents=True)
    (tmp_path / ".config" / "Nextcloud" / "nextcloud.cfg").write_text(
        "[Accounts]\n0\\Folders\\1\\localPath=/home/hoa/Nextcloud/\n"
        "0\\Folders\\2\\localPath=/data/T\\xe0i li\\x1ec7u/\n"
        "0\\url=https://cloud.example\n",
        "utf-8",
    )
    roaming = tmp_path / "Roaming"
    (roaming / "ownCloud").mkdir(parents=True)
    (roaming / "ownCloud" / "owncloud.cfg").write_bytes("0\\Folders\\1\\localPath=D:/Tài liệu/\r\n".encode())
    drive, *clouds = drives.mounts(drives.LINUX, tmp_path, {"APPDATA": str(roaming)})
    assert drive == Mount("/", Kind.FIXED)
    assert {mount.kind for mount in clouds} == {Kind.CLOUD}
    assert [mount.root for mount in clouds] == [
        "/home/hoa/Dropbox",
        "/data/DB (Sở)",
        "/home/hoa/Nextcloud",
        "/data/Tài liệu",
        "D:/Tài liệu",
    ]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "[" * 100_000, '{"personal": 3}', '{"personal": {"path": 3}}', '{"a": {"path": ""}}']
)
def test_broken_settings_say_nothing(text: str) -> None:
    assert drives.dropbox_roots(text) == []
    assert drives.nextcloud_roots(text + "\nlocalPath=\nlocalPath=/\n") == []


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", ".tmp.driveupload", ".sync", ".SynologyWorkingDirectory"])
def test_the_mark_of_a_synchronising_program_is_seen_from_below(mark: str, tmp_path: Path) -> None:
    work = tmp_path / "chung" / "2024" / "cchc.rdesk"
    work.parent.mkdir(parents=True)
    assert drives.marked_folders(work) == ()
    (tmp_path / "chung" / mark).mkdir()
    assert drives.marked_folders(work) == (Mount(str(tmp_path / "chung"), Kind.CLOUD),)


def test_a_server_that_may_be_gone_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.lexists", lambda path: True)
    assert drives.marked_folders(Path("\\\\may-chu\\chung\\x")) == ()


def test_another_systems_questions_have_no_answer_and_raise_nothing(tmp_path: Path) -> None:
    for system in (drives.WINDOWS, drives.MACOS, "Plan9"):
        assert drives.known_folders(system, tmp_path, {}) == {}
        assert all(isinstance(mount, Mount) for mount in drives.mounts(system, tmp_path, {}))
