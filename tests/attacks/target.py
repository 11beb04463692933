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

from reformdesk.core import comparison, inbox, intake, merged, roundbook, store
from reformdesk.core.store import Workspace
from reformdesk.errors import Refused
from reformdesk.exchange.verification import verify
from reformdesk.ui.models.form import FormData, field_text, read_form, short_text

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


class Copy:
    """A workspace that begins anew when it is full."""

    def __init__(self, pristine: Path, path: Path) -> None:
        self._pristine, self._path = pristine, path
        self._workspace: Workspace | None = None
        self.kept = MOST_KEPT

    def fresh(self) -> Workspace:
        """Return the workspace, from its beginning where much stands in it."""
        if self._workspace is None or self.kept >= MOST_KEPT:
            if self._workspace is not None:
                self._workspace.close()
            shutil.copy2(self._pristine, self._path)
            self._workspace, self.kept = store.open_workspace(self._path), 0
        return self._workspace


class Desks:
    """Home Affairs' desk takes every input in; what is a round file or a reply, the agency's opens."""

    def __init__(self, office: Path, desk: Path, folder: Path) -> None:
        self._office = Copy(office, folder / "office.rdesk")
        self._desk = Copy(desk, folder / "desk.rdesk")

    def take(self, blob: bytes) -> str:
        """Take one input in; return the reason or the state. Raises what is no refusal."""
        workspace = self._office.fresh()
        # provisional now and then, by the input's own bytes, so that it can be replayed alone
        verdict = intake.take(workspace, "x.rdsub", blob, "folder", NOW, provisional=len(blob) % 2 == 0)
        if verdict.error is not None and len(str(verdict.error)) > LONGEST_MESSAGE:
            raise ValueError(f"a message of {len(str(verdict.error))} letters")
        if verdict.state != intake.REJECTED:
            self._office.kept += 1
            merged.digest(workspace)
        if verdict.reasons == ("not-a-submission",):
            return self._open(blob)
        return verdict.reasons[0] if verdict.reasons else verdict.state

    def _open(self, blob: bytes) -> str:
        """Open a file at the agency and read what its officer would then see; return what became of it."""
        workspace = self._desk.fresh()
        is_round = verify(blob).kind == "round"
        try:
            if is_round:
                roundbook.take_round(workspace, blob, "r.rdround", NOW)
            else:
                inbox.take(workspace, blob, "b.rdreply", NOW)
        except Refused as problem:
            return problem.code
        self._desk.kept += 1
        for name in roundbook.round_ids(workspace):
            _read(read_form(workspace, name))
        return "round-opened" if is_round else "reply-opened"


def _read(data: FormData) -> None:
    """Read what the pages of a round show."""
    round_ = data.round
    texts = [round_.province, round_.by_id[round_.office].text("vi"), round_.title.text("en")]
    for area in round_.areas_of(data.agency):
        texts.append(round_.catalogue.area(area).short.text("vi"))
        for name in data.owed_in(area):
            indicator = round_.catalogue.indicators[name]
            texts += [indicator.name.text("vi"), round_.catalogue.printed_number(name), indicator.unit.text("vi")]
            field_text(data.answer(name).value, indicator)
            data.findings_on(name)
            data.request(name)
            data.heights(name)
            comparison.series(round_, data.agency, name)
            texts += [short_text(past.answers.get(data.agency, {}).get(name), indicator) for past in round_.earlier]
    "".join(texts)


def answer(desk: Desks, blob: bytes) -> tuple[str, float, int, str]:
    """Take one input in and measure it."""
    before, trace = time.process_time(), ""
    try:
        code = desk.take(blob)
    except BaseException as problem:  # noqa: BLE001 - anything but a refusal is what is looked for
        code, trace = f"! {type(problem).__name__}", traceback.format_exc()
    return code, time.process_time() - before, peak_memory(), trace


def main() -> None:
    """Answer inputs until there are no more."""
    desk = Desks(*(Path(name) for name in sys.argv[1:4]))
    assert not any(name.startswith("PySide6") for name in sys.modules)
    while length := sys.stdin.buffer.read(4):
        blob = sys.stdin.buffer.read(int.from_bytes(length, "big"))
        print(json.dumps(answer(desk, blob)), flush=True)


if __name__ == "__main__":
    main()
