from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from reformdesk.core import drives, safe_places
from reformdesk.core.drives import LINUX, MACOS, WINDOWS, Kind, Mount
from reformdesk.core.safe_places import CLOUD, NETWORK, REMOVABLE, TEMPORARY, unsafe_here, unsafe_place

AT_HOME = {
    "USERPROFILE": r"C:\Users\Hòa",
    "TEMP": r"D:\Tam",
    "OneDrive": r"C:\Users\Hòa\OneDrive",
    "OneDriveCommercial": r"D:\Mây của Sở",
}
DRIVES = (
    Mount("C:\\", Kind.FIXED),
    Mount("D:\\", Kind.FIXED),
    Mount("E:\\", Kind.REMOVABLE),
    Mount("G:\\", Kind.CLOUD),
    Mount("Z:\\", Kind.NETWORK),
    Mount(r"C:\Users\Hòa\Nextcloud của tôi", Kind.CLOUD),
)
PARTITIONS = (
    Mount("/", Kind.FIXED),
    Mount("/srv/chung", Kind.NETWORK),
    Mount("/srv/chung/nhanh", Kind.FIXED),
    Mount("/media/hoa/USB", Kind.REMOVABLE),
    Mount("/home/hoa/Mây", Kind.CLOUD),
)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (r"C:\Users\Hòa\Documents\cchc.rdesk", None),
        (r"D:\CCHC\2024\cchc.rdesk", None),
        (r"C:\Users\Hòa\OneDriver\cchc.rdesk", None),
        (r"C:\Users\Hòa\OneDrive\Documents\cchc.rdesk", CLOUD),
        (r"c:\users\hòa\onedrive\cchc.rdesk", CLOUD),
        (r"D:\Mây của Sở\cchc.rdesk", CLOUD),
        (r"D:\OneDrive - Sở Nội vụ\cchc.rdesk", CLOUD),
        (r"G:\Drive của tôi\cchc.rdesk", CLOUD),
        (r"H:\Drive của tôi\cchc.rdesk", CLOUD),
        (r"C:\Users\Hòa\My Drive (hoa@gmail.com)\cchc.rdesk", CLOUD),
        (r"D:\CCHC\My Drive\cchc.rdesk", None),
        (r"D:\Dropbox\cchc.rdesk", CLOUD),
        (r"D:\Dropbox (Personal)\x\cchc.rdesk", CLOUD),
        (r"C:\Users\Hòa\iCloudDrive\cchc.rdesk", CLOUD),
        (r"C:\Users\Hòa\Nextcloud của tôi\a\cchc.rdesk", CLOUD),
        (r"C:\Users\Hòa\Nextcloud2\cchc.rdesk", CLOUD),
        (r"E:\CCHC\cchc.rdesk", REMOVABLE),
        (r"E:\Dropbox\cchc.rdesk", CLOUD),
        (r"Z:\cchc.rdesk", NETWORK),
        (r"\\may-chu\chung\cchc.rdesk", NETWORK),
        (r"\\?\UNC\may-chu\chung\cchc.rdesk", NETWORK),
        (r"\\?\D:\CCHC\cchc.rdesk", None),
        (r"\\?\E:\CCHC\cchc.rdesk", REMOVABLE),
        (r"D:\Tam\cchc.rdesk", TEMPORARY),
        (r"C:\Users\HOA~1\AppData\Local\Temp\cchc.rdesk", TEMPORARY),
        (r"C:\Users\Hòa\AppData\Local\ReformDesk\cchc.rdesk", None),
        (r"X:\Temp1_2024-h1.zip\cchc.rdesk", TEMPORARY),
        (r"X:\Rar$DIa1234.5678\cchc.rdesk", TEMPORARY),
        (r"X:\7zO4C83F2A1\cchc.rdesk", TEMPORARY),
        (r"C:\Users\Hòa\Microsoft\Windows\INetCache\Content.Outlook\AB12\cchc.rdesk", TEMPORARY),
        (r"C:\$Recycle.Bin\S-1-5\cchc.rdesk", TEMPORARY),
        (r"C:\Temp10\cchc.rdesk", None),
    ],
)
def test_windows(path: str, code: str | None) -> None:
    assert unsafe_place(path, WINDOWS, AT_HOME, DRIVES) == code
    assert unsafe_place(PureWindowsPath(path), WINDOWS, AT_HOME, DRIVES) == code


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/home/hoa/Tài liệu/cchc.rdesk", None),
        ("/home/hoa/Dropbox/cchc.rdesk", CLOUD),
        ("/home/hoa/Mây/cchc.rdesk", CLOUD),
        ("/home/hoa/Mây2/cchc.rdesk", None),
        ("/srv/chung/cchc.rdesk", NETWORK),
        ("/srv/chung/nhanh/cchc.rdesk", None),
        ("/media/hoa/USB/cchc.rdesk", REMOVABLE),
        ("/tmp/mozilla_hoa0/cchc.rdesk", TEMPORARY),
        ("/scratch/x/cchc.rdesk", TEMPORARY),
        ("/home/hoa/.cache/.fr-Ab12/cchc.rdesk", TEMPORARY),
        ("/media/hoa/USB/.Trash-1000/files/cchc.rdesk", TEMPORARY),
        ("/home/hoa/tmp/cchc.rdesk", None),
    ],
)
def test_linux(path: str, code: str | None) -> None:
    environ = {"HOME": "/home/hoa", "TMPDIR": "/scratch"}
    assert unsafe_place(PurePosixPath(path), LINUX, environ, PARTITIONS) == code
    assert unsafe_place(path, LINUX, environ, PARTITIONS[::-1]) == code


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/Users/hoa/Documents/cchc.rdesk", None),
        ("/Users/hoa/Library/Mobile Documents/com~apple~CloudDocs/cchc.rdesk", CLOUD),
        ("/Users/hoa/Library/CloudStorage/OneDrive-So/cchc.rdesk", CLOUD),
        ("/Volumes/USB/cchc.rdesk", REMOVABLE),
        ("/private/var/folders/ab/x/T/cchc.rdesk", TEMPORARY),
    ],
)
def test_macos(path: str, code: str | None) -> None:
    assert unsafe_place(path, MACOS, {"HOME": "/Users/hoa"}, (Mount("/Volumes/USB", Kind.REMOVABLE),)) == code


def test_what_was_mounted_last_over_a_folder_is_what_counts() -> None:
    over = (Mount("/srv/chung", Kind.FIXED), Mount("/srv/chung", Kind.NETWORK))
    assert unsafe_place("/srv/chung/cchc.rdesk", LINUX, {}, over) == NETWORK
    assert unsafe_place("/srv/chung/cchc.rdesk", LINUX, {}, over[::-1]) is None


@pytest.mark.parametrize("environ", [{}, {"TEMP": "C:\\", "TMP": "", "USERPROFILE": ""}, {"TEMP": "Temp"}])
def test_odd_settings_frighten_nobody(environ: Mapping[str, str]) -> None:
    assert unsafe_place(r"C:\CCHC\cchc.rdesk", WINDOWS, environ, DRIVES) is None
    assert unsafe_place("/data/cchc.rdesk", LINUX, {"TMPDIR": "/", "HOME": ""}, ()) is None


def test_names_are_compared_in_one_form() -> None:
    decomposed = "H:\\Drive cu\u0309a to\u0302i\\cchc.rdesk"
    assert unsafe_place(decomposed, WINDOWS, {}, ()) == CLOUD


def test_this_machine_is_asked_and_links_are_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_places, "_POSIX_TEMP", ())
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(drives, "mounts", lambda *_: (Mount("/", Kind.FIXED),))
    real = tmp_path / "real"
    (real / "work").mkdir(parents=True)
    (tmp_path / "link").symlink_to(real / "work", target_is_directory=True)
    work = tmp_path / "link" / "cchc.rdesk"
    assert unsafe_here(work) is None
    (real / ".stfolder").mkdir()
    assert unsafe_here(work) == CLOUD
    monkeypatch.setattr(drives, "mounts", lambda *_: (Mount(str(tmp_path), Kind.NETWORK),))
    (real / ".stfolder").rmdir()
    assert unsafe_here(work) == NETWORK


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_linux_itself_answers() -> None:
    assert unsafe_here(Path("/dev/shm/cchc.rdesk")) == TEMPORARY
    assert unsafe_here(Path("/opt/cchc.rdesk")) is None
