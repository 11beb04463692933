"""``python -m tests.endurance.memory core|window VALUES``: types, and says how the process has grown.

The first line of what is printed is taken when everything is warm, the last at the end.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from random import Random

from reformdesk.core import entry, roundbook, store
from reformdesk.core.values import Number
from tests.core.builders import NOW
from tests.endurance import desk
from tests.endurance.ledger import Ledger, Log
from tests.endurance.scenes import ROUND

WARM = 0.5
"""The share of the values after which everything is warm."""


def resident() -> int:
    """Return the memory of this process, in bytes."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def say(typed: int, widgets: int) -> None:
    """Print how it stands."""
    gc.collect()
    print(json.dumps({"typed": typed, "resident": resident(), "widgets": widgets}), flush=True)


def in_core(path: Path, count: int) -> None:
    """Type into the workspace itself, one field after the other, and undo every tenth."""
    with store.open_workspace(path) as workspace:
        round_ = roundbook.load(workspace, ROUND)
        names = round_.owed(workspace.owner)
        for number in range(count):
            if number == int(count * WARM):
                say(number, 0)
            entry.set_value(workspace, round_, names[number % len(names)], Number(Decimal(number)), NOW)
        say(count, 0)


def at_window(path: Path, home: Path, count: int) -> None:
    """Type into the window's fields, through all areas, with explanations, undo and redo between."""
    from tests.endurance.window import AtTheWindow, KeyTypist  # noqa: PLC0415 - the other way needs no windows

    at = AtTheWindow(path, home)
    first = at.data.round.owed(at.data.agency)[0]
    typist = KeyTypist(at, Log(home / "log"), Random(1), Ledger())
    for number in range(count):
        if number == int(count * WARM):
            at.rest_at(first)
            say(number, len(at.application.allWidgets()))
        typist.step()
    at.rest_at(first)
    say(count, len(at.application.allWidgets()))
    at.window.close()


def main(kind: str, count: int) -> None:
    """Type in a folder of one's own."""
    with tempfile.TemporaryDirectory() as name:
        path = desk.make(Path(name) / "desk")
        if kind == "core":
            in_core(path, count)
        else:
            at_window(path, Path(name) / "home", count)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
