"""A folder that is watched for submissions, such as the one that mail attachments are saved in.

What is still being written is left alone: a file is taken once it looks the same in two looks in a
row, and again when it changes later. Nothing in the folder is moved, renamed or deleted.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reformdesk.core.intake import LARGEST_FILE
from reformdesk.exchange.verification import HEAD_BYTES, begins_like_ours

_HALF_WRITTEN = (".part", ".partial", ".crdownload", ".download", ".tmp", ".opdownload")
"""What browsers, mail programs and copying call a file that is not there yet."""
_SUBMISSION = ".rdsub"
_MOST_FILES, _MOST_FOLDERS, _DEEPEST = 20_000, 2_000, 6


@dataclass(frozen=True)
class Look:
    """How a file looks from outside: bytes, and when it was written last, in nanoseconds."""

    size: int
    written: int


Listing = Mapping[Path, Look]


class Watch:
    """Says what has become whole since it was last asked."""

    def __init__(self) -> None:
        self._before: Listing = {}
        self._given: dict[Path, Look] = {}

    def whole_and_new(self, now: Listing) -> tuple[Path, ...]:
        """Return the files that look as they did the last time and were not given out as they are, by name."""
        self._given = {path: look for path, look in self._given.items() if path in now}
        found = sorted(
            path
            for path, look in now.items()
            if look.size and self._before.get(path) == look and self._given.get(path) != look
        )
        self._given |= {path: now[path] for path in found}
        self._before = now
        return tuple(found)

    def give_again(self, path: Path) -> None:
        """Give a file out once more: it could not be read, since another program held it."""
        self._given.pop(path, None)


class Folder:
    """A folder and what lies below it. Looking never raises: one that is not there, as on a pulled stick, is empty."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._judged: dict[str, tuple[Look, bool]] = {}

    def look(self) -> dict[Path, Look]:
        """Return the files that may be submissions, known by their names or by their first bytes.

        A file's first bytes are read again only when it has changed. What cannot be read now, since
        another program holds it, is left out: it comes when it can.
        """
        judged: dict[str, tuple[Look, bool]] = {}
        folders = [(os.fspath(self.path), 0)]
        looked_into = 0
        while folders and looked_into < _MOST_FOLDERS and len(judged) < _MOST_FILES:
            place, depth = folders.pop()
            looked_into += 1
            try:
                with os.scandir(place) as entries:
                    for entry in entries:
                        if not _is_left_alone(entry.name) and _is_folder(entry):
                            folders += [(entry.path, depth + 1)] if depth < _DEEPEST else []
                        elif not _is_left_alone(entry.name):
                            self._judge(entry, judged)
            except OSError:
                continue
        self._judged = judged
        return {Path(path): look for path, (look, ours) in judged.items() if ours}

    def _judge(self, entry: os.DirEntry[str], judged: dict[str, tuple[Look, bool]]) -> None:
        try:
            facts = entry.stat()
            if not stat.S_ISREG(facts.st_mode) or facts.st_size > LARGEST_FILE:
                return
            look = Look(facts.st_size, facts.st_mtime_ns)
            known = self._judged.get(entry.path)
            if known is not None and known[0] == look:
                judged[entry.path] = known
                return
            with open(entry.path, "rb") as file:  # noqa: PTH123 - a folder may have thousands
                head = file.read(HEAD_BYTES)
        except OSError:
            return
        judged[entry.path] = look, entry.name.lower().endswith(_SUBMISSION) or begins_like_ours(head)


def _is_left_alone(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower().endswith(_HALF_WRITTEN)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
