"""The pinned inputs: what ``windows.lock`` names, fetched by pip and held to its digest."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from hashlib import file_digest
from pathlib import Path

from installer.places import INPUTS, OWN, SITE

LOCK = OWN / "windows.lock"
_HEADING = re.compile(r"^# \[([a-z]+)\].*$", re.MULTILINE)
_DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_FOR_WINDOWS = ("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp")
_ABIS = ("--abi", "cp313", "--abi", "abi3", "--abi", "none")


def sections(lock: str) -> Mapping[str, str]:
    """Return the requirements under each heading of the lock."""
    _, *parts = _HEADING.split(lock)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def digests(requirements: str) -> frozenset[str]:
    """Return the SHA-256 digests that some requirements allow, in hexadecimal."""
    return frozenset(_DIGEST.findall(requirements))


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def fetch(heading: str, *, wheels: bool) -> list[Path]:
    """Return the files that the lock names under ``heading``, fetched where they are not there yet.

    A file that is not one of the named ones is taken away, whoever put it there.
    """
    lock = sections(LOCK.read_text("utf-8"))
    requirements = lock[heading]
    folder = INPUTS / heading
    folder.mkdir(parents=True, exist_ok=True)
    if not _is_whole(folder, digests(requirements)):
        form = (*_FOR_WINDOWS, *_ABIS, "--only-binary=:all:") if wheels else _as_source(requirements, lock["tools"])
        listed = _written(heading, requirements)
        pip("download", "--no-deps", "--require-hashes", *form, "--dest", str(folder), "-r", listed)
    if not _is_whole(folder, digests(requirements)):
        raise SystemExit(f"installer: what was fetched for [{heading}] is not what windows.lock names")
    return sorted(folder.iterdir())


def _as_source(requirements: str, tools: str) -> tuple[str, ...]:
    """Return what pip is told to fetch a source: it asks the source for its name, with tools that are pinned too."""
    names = ",".join(re.findall(r"^([\w.-]+)==", requirements, re.MULTILINE))
    return f"--no-binary={names}", "--build-constraint", _written("tools", tools)


def _written(heading: str, requirements: str) -> str:
    listed = INPUTS / f"{heading}.txt"
    listed.write_text(requirements, "utf-8")
    return str(listed)


def _is_whole(folder: Path, allowed: frozenset[str]) -> bool:
    found = {path: digest(path) for path in folder.iterdir()}
    for path in [path for path, one in found.items() if one not in allowed]:
        path.unlink()
    return allowed <= set(found.values())


def unpack_wheels(wheels: Sequence[Path]) -> None:
    """Install wheels for Windows into ``SITE``, as pip does it there."""
    pip("install", "--no-deps", "--no-index", "--no-compile", *_FOR_WINDOWS, *_ABIS, "--only-binary=:all:",
        "--target", str(SITE), *map(str, wheels))  # fmt: skip


def pip(*arguments: str) -> None:
    """Run pip; what it says is shown only where it fails."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise SystemExit(f"installer: pip could not do its work. Is there a network?\n{done.stderr[-2000:]}")
