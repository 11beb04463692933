"""Whether there is a screen for a window."""

from __future__ import annotations

import os
import sys


def is_there() -> bool:
    """Whether a window would be seen here; a platform like ``offscreen`` shows none."""
    if sys.platform in ("win32", "darwin"):
        return True
    unseen = os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal")
    return not unseen and bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_missed() -> bool:
    """Whether Qt could not open a window at all."""
    return not is_there() and not os.environ.get("QT_QPA_PLATFORM")
