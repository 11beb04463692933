"""The watched process: takes inputs from its standard input into a real workspace, says what became of each.

Each input comes as four bytes of length and the bytes; the answer is a line of JSON: the code or
state, the seconds of computing, the peak of memory in bytes, and a traceback where there was one.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path

from reformdesk.core import intake, merged, store
from reformdesk.core.store import Workspace

NOW = datetime(2024, 7, 1, tzinfo=UTC)
MOST_KEPT = 8
"""How many submissions stand beside each other before the workspace begins anew."""

LONGEST_MESSAGE = 2000


def peak_memory() -> int:
    """Return the most memory that this process has had, in bytes."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource  # noqa: PLC0415 - not on Windows, and not needed on Linux

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # not ru_maxrss: on Linux that begins with the parent's memory
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


class Intake:
    """A workspace that begins anew when it is full."""

    def __init__(self, pristine: Path, folder: Path) -> None:
        self._pristine = pristine
        self._path = folder / "office.rdesk"
        self._workspace: Workspace | None = None
        self._kept = MOST_KEPT

    def take(self, blob: bytes) -> str:
        """Take one input in; return the reason or the state. Raises what is no refusal."""
        workspace = self._fresh()
        # provisional now and then, by the input's own bytes, so that it can be replayed alone
        verdict = intake.take(workspace, "x.rdsub", blob, "folder", NOW, provisional=len(blob) % 2 == 0)
        if verdict.error is not None and len(str(verdict.error)) > LONGEST_MESSAGE:
            raise ValueError(f"a message of {len(str(verdict.error))} letters")
        if verdict.state != intake.REJECTED:
            self._kept += 1
            merged.digest(workspace)
        return verdict.reasons[0] if verdict.reasons else verdict.state

    def _fresh(self) -> Workspace:
        if self._workspace is None or self._kept >= MOST_KEPT:
            if self._workspace is not None:
                self._workspace.close()
            shutil.copy2(self._pristine, self._path)
            self._workspace, self._kept = store.open_workspace(self._path), 0
        return self._workspace


def answer(desk: Intake, blob: bytes) -> tuple[str, float, int, str]:
    """Take one input in and measure it."""
    before, trace = time.process_time(), ""
    try:
        code = desk.take(blob)
    except BaseException as problem:  # noqa: BLE001 - anything but a refusal is what is looked for
        code, trace = f"! {type(problem).__name__}", traceback.format_exc()
    return code, time.process_time() - before, peak_memory(), trace


def main() -> None:
    """Answer inputs until there are no more."""
    desk = Intake(Path(sys.argv[1]), Path(sys.argv[2]))
    assert not any(name.startswith("PySide6") for name in sys.modules)
    while length := sys.stdin.buffer.read(4):
        blob = sys.stdin.buffer.read(int.from_bytes(length, "big"))
        print(json.dumps(answer(desk, blob)), flush=True)


if __name__ == "__main__":
    main()
