"""PyInstaller's run: from the pinned parts to the one folder that is packed."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from installer import drawing, version_info
from installer.places import BUILD, OWN, PACKAGE, PYTHON, WORK, version
from installer.wine import Wine, on_windows

PROGRAMS = {"ReformDesk": "ReformDesk", "reformdesk-cli": "ReformDesk, command line"}
"""The two programs and what Windows calls them; Windows does not tell the case of names apart."""
_FIXED = {
    # the same input gives the same bytes: no time of building, no order of a set's members
    "SOURCE_DATE_EPOCH": "1704067200",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    # both programs carry the library: where it is plain, the installer packs it once, and better
    "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
}


def store_plainly(archive: Path) -> None:
    """Write a ZIP of modules again, uncompressed and in a fixed order: the installer packs it better as a whole."""
    with zipfile.ZipFile(archive) as opened:
        content = {name: opened.read(name) for name in sorted(opened.namelist())}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as written:
        for name, one in content.items():
            written.writestr(zipfile.ZipInfo(name), one)


def prepare() -> None:
    """Write what the plan reads: icons and version resources."""
    drawing.draw_all()
    for name, description in PROGRAMS.items():
        text = version_info.resource(version(), f"{name}.exe", description)
        (WORK / f"{name}.version").write_text(text, "utf-8")


def freeze(wine: Wine) -> None:
    """Make the package's folder anew."""
    shutil.rmtree(PACKAGE.parent, ignore_errors=True)
    shutil.rmtree(WORK, ignore_errors=True)
    prepare()
    ended = wine.run(
        [
            PYTHON / "python.exe", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
            "--distpath", on_windows(PACKAGE.parent), "--workpath", on_windows(WORK / "pyinstaller"),
            on_windows(OWN / "reformdesk.spec"),
        ],
        _FIXED | {"PYINSTALLER_CONFIG_DIR": on_windows(BUILD / "cache")},
    )  # fmt: skip
    (WORK / "pyinstaller.log").write_text(ended.said, "utf-8")
    if ended.code or not all((PACKAGE / f"{name}.exe").is_file() for name in PROGRAMS):
        raise SystemExit(f"installer: PyInstaller did not come to an end\n{ended.said[-4000:]}")
    store_plainly(PACKAGE / "_internal" / "base_library.zip")


if __name__ == "__main__":
    prepare()
