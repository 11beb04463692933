"""``python -m tests.endurance.typing_process WORKSPACE LOG``: types for ever, and goes on after trouble."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from random import Random

from reformdesk.core import roundbook, store
from reformdesk.errors import StoreError
from tests.endurance import desk
from tests.endurance.ledger import Ledger, Log
from tests.endurance.scenes import ROUND

_PAUSE = 0.005
"""Seconds after each step, so that a log does not grow beyond what a test wants to read."""


def main(path: Path, log: Log) -> None:
    """Type; what could not be stored is tried again until it is."""
    # a file that may not grow is an error for SQLite, not the end of the process
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    ledger = Ledger()
    with store.open_workspace(path) as workspace:
        round_ = roundbook.load(workspace, ROUND)
        typist = desk.Typist(Random(1), round_, workspace.owner)
        while True:
            step = typist.step(ledger)
            log.begun(step)
            while True:
                time.sleep(_PAUSE)
                try:
                    desk.perform(workspace, round_, step)
                except StoreError as told:
                    log.say("told", told.code)
                else:
                    break
            log.done()
            ledger = ledger.after(step)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Log(Path(sys.argv[2])))
