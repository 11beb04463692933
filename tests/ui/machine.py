"""Computers that people sit at: each has a home of its own, and so documents, settings and keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths


def documents() -> Path:
    """Return the folder that the system calls Documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class Machine:
    """A computer by its user's home folder; one sits at one at a time."""

    def __init__(self, home: Path, patch: pytest.MonkeyPatch) -> None:
        self.home, self._patch = home, patch
        for name in ("Documents", "config", "data"):
            (home / name).mkdir(parents=True, exist_ok=True)

    def sit_down(self) -> None:
        """Let the program find this home from now on."""
        self._patch.setenv("HOME", str(self.home))
        self._patch.setenv("XDG_CONFIG_HOME", str(self.home / "config"))
        self._patch.setenv("XDG_DATA_HOME", str(self.home / "data"))
        assert documents() == self.home / "Documents"
        # Qt asks for the settings' folder once, before any test
        config = str(self.home / "config")
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, config)

    def cloned(self, home: Path) -> Machine:
        """Return another machine with all that lies on this one, as a disk's image put back makes it."""
        shutil.copytree(self.home, home)
        return Machine(home, self._patch)

    def lose(self) -> None:
        """Let the machine be gone with everything on it."""
        shutil.rmtree(self.home)
