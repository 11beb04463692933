"""``make try-installer``: the installer in a fresh Windows (Wine), from the first installation to the removal.

Every step says what was to be seen, and the first that is not as it should be ends the trial with exit code 1. Windows
are built offscreen: how they look is seen elsewhere.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

from installer import build, trial_round, trial_setup, trial_update
from installer.trial import Trial, TrialFailed

STEPS: tuple[tuple[str, Callable[[Trial], None]], ...] = (
    ("a Windows that is too old is told so, and nothing is written", trial_setup.refuses_old_windows),
    ("a lower version is installed silently", trial_setup.installs_lower_version),
    ("doctor finds the installed program whole", trial_setup.doctor),
    ("file types, icons and the start menu are there", trial_setup.file_types),
    ("every program states its version and has its icon", trial_setup.faces),
    ("a given certificate signs a program", trial_setup.signs),
    ("a double click on a round file opens the program", trial_setup.double_click),
    ("the sample province is played by the installed program", trial_round.plays_province),
    ("an agency corrects its figures, and Home Affairs takes the file in", trial_round.plays_round),
    ("other formats of dates and numbers change nothing", trial_setup.other_formats),
    ("files and workspaces go from the package to the checkout", trial_round.package_to_checkout),
    ("files and workspaces go from the checkout to the package", trial_round.checkout_to_package),
    ("a newer version that came along is known by its seal, and started", trial_update.starts_newer),
    ("an upgrade waits for the running program and keeps all data", trial_setup.upgrades_running),
    ("a damaged program is repaired", trial_setup.repairs),
    ("an older installer does not replace a newer program", trial_setup.refuses_older),
    ("nothing was written beside the program", trial_setup.program_folder_is_untouched),
    ("the portable copy runs from a drive and a folder with diacritics", trial_setup.portable),
    ("the start is under one and a half times that of the unpackaged program", trial_setup.start_time),
    ("the removal leaves every workspace, key and setting", trial_setup.uninstalls),
    ("it installs into a folder with diacritics and blanks", trial_setup.installs_elsewhere),
)


def main(arguments: Sequence[str]) -> int:
    """Try the installer in ``dist/``; numbers name single steps, to look at one again in the Windows that is there."""
    build.require(("wine", "wineserver", "makensis", "osslsigncode", "x86_64-w64-mingw32-gcc"))
    chosen = [int(one) for one in arguments] or range(1, len(STEPS) + 1)
    trial = Trial.fresh() if not arguments else Trial.again()
    began = time.monotonic()
    try:
        for number in chosen:
            words, step = STEPS[number - 1]
            started = time.monotonic()
            step(trial)
            build.say(f"{number:2} ok {time.monotonic() - started:4.0f} s  {words}")
    except TrialFailed as problem:
        build.say(f"{number:2} NOT ok  {words}: {problem}")
        return 1
    finally:
        trial.wine.end()
    for line in trial.figures:
        build.say(line)
    build.say(f"tried in {time.monotonic() - began:.0f} s: {len(chosen)} passed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
