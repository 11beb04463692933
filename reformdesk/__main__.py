"""``python -m reformdesk``: the window without a command, else one command."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

_FILE_SUFFIXES = {".rdesk", ".rdround", ".rdsub", ".rdreply", ".rdpart", ".zip"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; window and commands start without loading each other."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (len(given) == 1 and Path(given[0]).suffix.lower() in _FILE_SUFFIXES):
        return _open_window(Path(given[0]) if given else None)
    from reformdesk import cli

    outcome = cli.run(given, _window_check)
    return _open_window(outcome.open) if outcome.open else outcome.code


def _open_window(path: Path | None) -> int:
    from reformdesk import screen

    if screen.is_missed():
        from reformdesk import cli

        return cli.refuse_window()
    # what is loaded now stays: looking through it for garbage is in vain (reformdesk.ui.garbage does it from then on)
    gc.disable()
    from reformdesk.ui import plain_imports

    plain_imports.restore()
    from reformdesk.ui import app

    return app.run(path)


def _window_check() -> str:
    from reformdesk.ui import app

    return app.build_offscreen()


if __name__ == "__main__":
    sys.exit(main())
