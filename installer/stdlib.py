"""Is the standard library's compiled code that of its published source?

CPython's makers sign a catalogue (``python.cat``) with the SHA-256 of every source file of the release; the compiled
library itself (``python313.zip``) they do not sign. So a source, wherever it comes from, is known to be genuine by the
catalogue, and what the signed interpreter compiles from it must be the code in the library.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sysconfig
import tarfile
import zipfile
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from installer import signing
from installer.inputs import LOCK, sections
from installer.interpreter import MAKERS
from installer.places import INPUTS, PYTHON, WORK
from installer.wine import Wine, on_windows

_CATALOGUE = PYTHON / "python.cat"
_LIBRARY = PYTHON / "python313.zip"
# Run by the signed interpreter itself: which modules' code is what their source compiles to?
_COMPARE = r"""
import json, marshal, sys, types, zipfile

def bare(code):
    # where a module was compiled is not part of what it does
    return code.replace(
        co_filename="",
        co_consts=tuple(bare(one) if isinstance(one, types.CodeType) else one for one in code.co_consts),
    )

def steady(code):
    # two loads give the same marshalled bytes, whatever objects they happen to share
    return marshal.dumps(marshal.loads(marshal.dumps(bare(code), 2)), 2)

library, sources = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2])
same, other = [], []
for name in sources.namelist():
    compiled = marshal.loads(library.read(name + "c")[16:])
    # the makers left docstrings and assertions out
    made = compile(sources.read(name), name, "exec", dont_inherit=True, optimize=2)
    (same if steady(compiled) == steady(made) else other).append(name)
print("COMPARED " + json.dumps({"same": same, "different": other}))
"""


def catalogued(source: bytes, catalogue: bytes) -> bytes | None:
    """Return a source as the catalogue lists it: as it is, or with Windows' line ends; None where it is not listed.

    An empty file is not in the catalogue, and there is nothing in it to doubt.
    """
    unix = source.replace(b"\r\n", b"\n")
    for form in (source, unix, unix.replace(b"\n", b"\r\n")):
        if not form or hashlib.sha256(form).digest() in catalogue:
            return form
    return None


def compare(wine: Wine) -> dict[str, Any]:
    """Compare the library with the genuine sources at hand, and say of what there was none."""
    signing.require_maker(_CATALOGUE, MAKERS)
    with zipfile.ZipFile(_LIBRARY) as library:
        modules = {name.removesuffix("c") for name in library.namelist() if name.endswith(".pyc")}
    sources = genuine_sources(modules, _CATALOGUE.read_bytes())
    packed = WORK / "stdlib-sources.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name, source in sorted(sources.items()):
            archive.writestr(name, source)
    script = WORK / "compare_stdlib.py"
    script.write_text(_COMPARE, "utf-8")
    ended = wine.run([PYTHON / "python.exe", on_windows(script), on_windows(_LIBRARY), on_windows(packed)])
    _, _, told = ended.said.partition("COMPARED ")
    if not told:
        raise SystemExit(f"installer: the standard library was not compared\n{ended.said[-2000:]}")
    found = json.loads(told)
    return {
        "archive": {"name": _LIBRARY.name, "sha256": hashlib.sha256(_LIBRARY.read_bytes()).hexdigest()},
        "sources_known_by": f"{_CATALOGUE.name}, signed by {sorted(MAKERS)[1]}",
        "same_as_source": len(found["same"]),
        "different_from_source": found["different"],
        "no_source_at_hand": sorted(modules - set(sources)),
    }


def genuine_sources(modules: set[str], catalogue: bytes) -> dict[str, bytes]:
    """Return the sources of modules that lie somewhere here and that the catalogue knows."""
    found: dict[str, bytes] = {}
    for name, source in _candidates():
        if name in modules and name not in found:
            genuine = catalogued(source, catalogue)
            if genuine is not None:
                found[name] = genuine
    return found


def _candidates() -> Iterator[tuple[str, bytes]]:
    """Yield what may be a source: of a distribution of the same release, and of this machine's own Python."""
    archive = _fetch_distribution()
    if archive is not None:
        with zipfile.ZipFile(archive) as opened:
            for name in opened.namelist():
                if name.endswith(".py"):
                    yield name, opened.read(name)
    own = Path(sysconfig.get_path("stdlib"))
    for path in sorted(own.rglob("*.py")):
        yield path.relative_to(own).as_posix(), path.read_bytes()


def _fetch_distribution() -> Path | None:
    """Fetch Pyodide, which carries the sources of CPython 3.13.2, through npm; None where there is no npm.

    Nothing of it runs or is packed, and the catalogue decides about each of its files.
    """
    if shutil.which("npm") is None:
        return None
    name, digest = _pinned_distribution(sections(LOCK.read_text("utf-8")))
    folder = INPUTS / "sources"
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / "python_stdlib.zip"
    if not archive.exists():
        done = subprocess.run(
            ["npm", "pack", "--silent", name], cwd=folder, capture_output=True, text=True, check=False
        )
        packed = folder / done.stdout.strip()
        if done.returncode or not packed.is_file() or integrity(packed.read_bytes()) != digest:
            return None
        with tarfile.open(packed) as opened:
            inner = opened.extractfile("package/python_stdlib.zip")
            if inner is not None:
                archive.write_bytes(inner.read())
    return archive


def _pinned_distribution(lock: Mapping[str, str]) -> tuple[str, str]:
    """Return the name with its version, and the digest, of the distribution that carries the sources."""
    (line,) = [line for line in lock["sources"].splitlines() if line.startswith("# npm ")]
    _, _, name, digest = line.split()
    return name, digest


def integrity(content: bytes) -> str:
    """Return a digest as npm writes it."""
    return "sha512-" + b64encode(hashlib.sha512(content).digest()).decode("ascii")
