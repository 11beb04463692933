"""``python -m tests.endurance.read_only FOLDER``: every way of writing in a folder in which nothing can be written.

The folder holds a desk, ``desk/``, and Home Affairs' workspace, ``office/``; both folders are closed to writing,
the files in them are not. Prints what each way was told as JSON. Root is refused nothing unless it has given
up that power (:func:`without_power`).
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from reformdesk.core import backups, outfile, second_place, store
from reformdesk.core.store import Office
from reformdesk.errors import ReformDeskError
from tests.core.builders import NOW
from tests.endurance import desk

_DROP, _OVERRIDE = 24, 1
"""PR_CAPBSET_DROP and CAP_DAC_OVERRIDE of <linux/prctl.h> and <linux/capability.h>."""


def without_power() -> None:
    """Give up, for whatever this process becomes, the power to write where nobody may; in a child only."""
    ctypes.CDLL(None).prctl(_DROP, _OVERRIDE, 0, 0, 0)


def told(attempt: Callable[[], object]) -> str:
    """Return the code that an attempt is told, empty where it was done."""
    try:
        attempt()
    except ReformDeskError as problem:
        return problem.code
    return ""


def ways(folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give every way of writing."""
    closed = folder / "office"
    yield "opening", lambda: store.open_workspace(closed / "office.rdesk")
    yield "founding", lambda: store.create(closed / "new.rdesk", Office.AGENCY, desk.AGENCY, NOW)
    yield "a file", lambda: outfile.write_whole(closed / "report.xlsx", b"new")
    yield "files", lambda: outfile.write_together({closed / "report.xlsx": b"new", closed / "b.docx": b"new"})
    yield "asking", lambda: outfile.require_writable(closed / "report.xlsx")
    yield "a folder", lambda: outfile.make_folder(closed / "sub" / "folder")
    yield "bringing back", lambda: second_place.bring_back(_a_copy(folder), closed)
    with store.open_workspace(folder / "desk" / f"{desk.AGENCY}.rdesk") as workspace:
        yield "a copy", lambda: store.copy_to(workspace, closed / "copy.rdesk")
        yield "a second place", lambda: second_place.choose(workspace, closed)
        (folder / "desk" / backups.FOLDER).chmod(0o555)
        yield "a backup", lambda: store.backup_if_due(workspace, NOW)


def _a_copy(folder: Path) -> Path:
    (found,) = (folder / "second").glob("*/*.rdesk")
    return found


def main(folder: Path) -> None:
    """Try all and print it."""
    print(json.dumps({name: told(attempt) for name, attempt in ways(folder)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
