"""``python -m reformdesk``: the window without a command, else one command."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from reformdesk import cli

_FILE_SUFFIXES = {".rdesk", ".rdround", ".rdsub", ".rdreply", ".zip"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (len(given) == 1 and Path(given[0]).suffix.lower() in _FILE_SUFFIXES):
        return _open_window(Path(given[0]) if given else None)
    outcome = cli.run(given, _window_check)
    return _open_window(outcome.open) if outcome.open else outcome.code


def _open_window(path: Path | None) -> int:
    if cli.lacks_screen():
        return cli.REFUSED
    from reformdesk.ui import app  # noqa: PLC0415 - the commands start without loading the windows

    return app.run(path)


def _window_check() -> str:
    from reformdesk.ui import app  # noqa: PLC0415 - as above

    return app.build_offscreen()


if __name__ == "__main__":
    sys.exit(main())
