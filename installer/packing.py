"""From the package's folder to what is handed out: the installer, the portable copy, and their digests."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

from installer import icons, script, signing
from installer.inputs import digest
from installer.places import DIST, OWN, PACKAGE, ROOT, WORK, version

_FIXED_TIME = 1704067200
"""What a packed file is dated, in seconds since 1970: the same input gives the same bytes."""
_FIXED_DATE = (2024, 1, 1, 0, 0, 0)
SUMS = "SHA256SUMS"


def setup_name(number: str) -> str:
    """Return the installer's name."""
    return f"ReformDesk-{number}-setup.exe"


def portable_name(number: str) -> str:
    """Return the name of the copy that needs no installation."""
    return f"ReformDesk-{number}-portable.zip"


def settle(package: Path) -> None:
    """Write the list by which the package is removed, and date everything alike."""
    names = [path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()]
    others = [name for name in names if name != script.LIST]
    (package / script.LIST).write_bytes(script.removal_list(others).encode("ascii"))
    for path in package.rglob("*"):
        os.utime(path, (_FIXED_TIME, _FIXED_TIME))


def write_installer(package: Path, number: str, target: Path, finalizer: str = "", *, quickly: bool = False) -> None:
    """Pack ``package`` as version ``number`` into the installer ``target``; what is packed quickly is large."""
    folder = WORK / f"script-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    text = script.generated(package, number, target, icons.paths()[0], finalizer)
    # NSIS tells UTF-8 from a code page by the mark at the beginning
    (folder / "generated.nsh").write_text(text, "utf-8-sig")
    done = subprocess.run(
        [
            "makensis",
            "-V2",
            "-INPUTCHARSET",
            "UTF8",
            f"-X!addincludedir {folder}",
            *(["-DQUICKLY"] if quickly else []),
            OWN / "reformdesk.nsi",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"installer: NSIS refused its script\n{done.stdout[-3000:]}{done.stderr[-2000:]}")


def write_portable(package: Path, target: Path) -> None:
    """Pack ``package`` into a ZIP whose one folder runs from where it is unpacked."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(package.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"{package.name}/{path.relative_to(package).as_posix()}", _FIXED_DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())


def write_sums(folder: Path, names: list[str]) -> None:
    """Write the digests of what is handed out, in the form that ``sha256sum --check`` reads."""
    (folder / SUMS).write_text("".join(f"{digest(folder / name)}  {name}\n" for name in names), "utf-8")


def pack() -> list[Path]:
    """Write everything into ``dist/`` and return the installer and the portable copy."""
    DIST.mkdir(exist_ok=True)
    number = version()
    setup, portable = DIST / setup_name(number), DIST / portable_name(number)
    settle(PACKAGE)
    write_installer(PACKAGE, number, setup, signing.finalizer())
    write_portable(PACKAGE, portable)
    return [setup, portable]
