"""What a trial of the installer has: a Windows, the installed program, folders of its user, and what is expected."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from installer import packing, stubs
from installer.places import BUILD, DIST, PACKAGE, ROOT, version
from installer.wine import Ended, Wine

LOWER = "0.0.1"
"""The version of the installer that is upgraded from: the same program, with a part that the newer one lacks."""
DROPPED_PART = "_internal/resources/dropped-part.txt"
TRIED = BUILD / "tried"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
_PASSPHRASE = {"REFORMDESK_PASSPHRASE": "demo"}


class TrialFailed(Exception):
    """Something is not as it should be."""


def expect(is_so: object, otherwise: str) -> None:
    """End the trial with a clear word where something is not so."""
    if not is_so:
        raise TrialFailed(otherwise)


@dataclass
class Trial:
    """One trial: its Windows, and what was measured on the way."""

    wine: Wine
    figures: list[str] = field(default_factory=list)

    @classmethod
    def fresh(cls) -> Trial:
        """Make a Windows in which nothing of ours has ever been."""
        expect(cls.setup().is_file(), f"there is no {cls.setup().name} in dist/: run make installer")
        trial = cls.again()
        trial.wine.make(stubs.make(PACKAGE))
        return trial

    @classmethod
    def again(cls) -> Trial:
        """Take the Windows of the last trial as it was left."""
        TRIED.mkdir(parents=True, exist_ok=True)
        return cls(Wine(TRIED / "wine"))

    @staticmethod
    def setup(number: str | None = None) -> Path:
        """The installer of a version, by default of this one."""
        return (TRIED if number else DIST) / packing.setup_name(number or version())

    @property
    def home(self) -> Path:
        """The user's folder."""
        return self.wine.home

    @property
    def data(self) -> Path:
        """Where the user keeps work: a folder with diacritics and blanks."""
        return self.home / "Tài liệu CCHC"

    @property
    def program(self) -> Path:
        """Where the program is installed unless somebody says otherwise."""
        return self.home / "AppData" / "Local" / "Programs" / "ReformDesk"

    def run_setup(self, path: Path, *switches: str) -> int:
        """Run an installer silently and return its exit code."""
        return self.run_silently(path, "/S", *switches)

    def run_silently(self, *command: str | Path) -> int:
        """Run something to its end, and what it started too; return its exit code."""
        code = self.wine.run(command, timeout=600).code
        self.wine.settle()
        return code

    def command(self, *arguments: str | Path, program: Path | None = None) -> Ended:
        """Run the packaged command line."""
        executable = (program or self.program) / "reformdesk-cli.exe"
        return self.wine.run([executable, *map(self.there, arguments)], OFFSCREEN | _PASSPHRASE, folder=self.home)

    def done(self, *arguments: str | Path, program: Path | None = None) -> str:
        """Run the packaged command line, which must succeed; return what it said."""
        ended = self.command(*arguments, program=program)
        expect(ended.code == 0, f"{arguments[0]} ended with {ended.code}: {ended.said[-800:]}")
        return ended.said

    def there(self, argument: str | Path) -> str:
        """Return an argument as a program in this Windows reads it: a path by its drive."""
        if not isinstance(argument, Path):
            return argument
        drive = self.wine.prefix / "drive_c"
        inside = argument.is_relative_to(drive)
        path = argument.relative_to(drive) if inside else argument.relative_to("/")
        return ("C:\\" if inside else "Z:\\") + str(path).replace("/", "\\")

    def checkout(self, *arguments: str | Path) -> str:
        """Run the unpackaged program on this machine, which must succeed; return what it said."""
        done = subprocess.run(
            [sys.executable, "-P", "-m", "reformdesk", *map(str, arguments)],
            env={**self.wine.environment, **OFFSCREEN, **_PASSPHRASE, "PYTHONPATH": str(ROOT)},
            cwd=self.home,
            capture_output=True,
            text=True,
            check=False,
        )
        expect(
            done.returncode == 0, f"the checkout's {arguments[0]} ended with {done.returncode}: {done.stderr[-800:]}"
        )
        return done.stdout

    def registry(self, key: str) -> str:
        """Return what the registry has below a key of the user, nothing where there is no such key."""
        ended = self.wine.run(["reg", "query", f"HKCU\\{key}", "/s"])
        return ended.said if ended.code == 0 else ""


def digests(folder: Path) -> Mapping[str, str]:
    """Return the digest of every file below a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> Sequence[str]:
    """Return the names of what came, went or changed."""
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
