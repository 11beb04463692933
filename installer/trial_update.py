"""The trial's step of a newer version that comes along with a round: known by Home Affairs' seal, checked, started."""

from __future__ import annotations

import shutil
import subprocess

from installer import packing
from installer.places import PYTHON, ROOT, version
from installer.trial import OFFSCREEN, TRIED, Trial, expect
from installer.trial_round import AGENCY, OFFICE, ROUND
from installer.wine import on_windows

_NEWER = "9.0.0"
_SEEN = "started.txt"
# in the place of an installer, which would ask somebody
_PROGRAM = f"""
#include <stdio.h>
int main(void) {{ FILE *seen = fopen("{_SEEN}", "w"); return seen == 0 || fclose(seen) != 0; }}
"""
_STATES = """
1 VERSIONINFO FILEVERSION {numbers},0 PRODUCTVERSION {numbers},0 FILEOS 0x40004 FILETYPE 1
BEGIN END
"""
# what the program does once somebody agreed; the embeddable Python reads no PYTHONPATH
_OFFERED = f"""
import sys, time
sys.path.insert(0, sys.argv.pop(1))
from pathlib import Path
from reformdesk import update_files
from reformdesk.core import updates
file, desk, running = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
offer = update_files.look(update_files.find(file, running), updates.keys_at([desk]))
print(offer.version, offer.standing)
update_files.start(offer, update_files.launch)
seen = offer.copy.with_name("{_SEEN}")
for _ in range(60):
    time.sleep(0 if seen.exists() else 1)
print("started" if seen.exists() else "not started")
"""


def starts_newer(trial: Trial) -> None:
    """The unpackaged program in the same Windows finds a sealed program of a higher version, checks and starts it.

    Nobody compared the key of the sample's Home Affairs here, which an officer would do before agreeing.
    """
    demo = trial.data / "Tỉnh mẫu"
    _build()
    sent = trial.data / "Phát hành lại"
    shutil.rmtree(sent, ignore_errors=True)
    program = TRIED / packing.setup_name(_NEWER)
    trial.checkout("issue", "--workspace", demo / OFFICE, "--round", ROUND, "--to", sent, "--installer", program)
    (folder,) = sent.iterdir()
    desk = demo / "agencies" / f"{AGENCY}.rdesk"
    ended = trial.wine.run(
        [
            *(PYTHON / "python.exe", "-X", "utf8", "-c", _OFFERED, on_windows(ROOT)),
            *(trial.there(folder / f"{ROUND}.rdround"), trial.there(desk), version()),
        ],
        OFFSCREEN,
    )
    trial.wine.settle()
    expect(ended.said.splitlines()[-2:] == [f"{_NEWER} unknown-key", "started"], ended.said)


def _build() -> None:
    """Build a program that says it is a higher version and leaves a sign that it ran."""
    source, states, stated = TRIED / "newer.c", TRIED / "newer.rc", TRIED / "newer.res.o"
    source.write_text(_PROGRAM, "utf-8")
    states.write_text(_STATES.format(numbers=_NEWER.replace(".", ",")), "utf-8")
    subprocess.run(["x86_64-w64-mingw32-windres", states, stated], check=True)
    program = TRIED / packing.setup_name(_NEWER)
    subprocess.run(["x86_64-w64-mingw32-gcc", "-Os", "-s", "-o", program, source, stated], check=True)
