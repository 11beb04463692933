"""What all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# before Qt is imported anywhere: no test needs a screen (QT_QPA_PLATFORM=xcb shows the windows)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# a machine's own language must not decide what a test reads
os.environ["LC_ALL"] = "C.UTF-8"

from reformdesk import issuing_files
from tests.demo import command, demo, desk, office, passphrase, two_level

__all__ = ["command", "demo", "desk", "office", "passphrase", "two_level"]

# a slow or busy machine is no failure
settings.register_profile("reformdesk", deadline=None)
settings.load_profile("reformdesk")

_MEMORY, _ROOM = Path("/dev/shm"), 1 << 30
"""A place in memory, and how much must be free there: some tests write hundreds of megabytes at once."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Lay what the tests write into memory where there is such a place.

    The program has every change on the disk before the next key; to wait for the disk takes longer than to test.
    """
    if os.access(_MEMORY, os.W_OK | os.X_OK) and shutil.disk_usage(_MEMORY).free >= _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from the settings, keys and passphrase of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        patch.delenv("REFORMDESK_PASSPHRASE", raising=False)
        # nor does it matter whether an installer was built here
        patch.setattr(issuing_files, "usual_places", lambda: (home,))
        yield
