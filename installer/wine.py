"""Wine: a Windows of its own in a folder, in which the package is built and tried."""

from __future__ import annotations

import os
import pwd
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_SETTINGS = {
    # names of files with diacritics
    "LC_ALL": "C.UTF-8",
    "WINEARCH": "win64",
    "WINEDEBUG": "-all",
    # neither .NET nor a browser is wanted, and Wine would ask for both in windows of its own
    "WINEDLLOVERRIDES": "mscoree,mshtml=",
}


@dataclass(frozen=True)
class Ended:
    """How a program ended: its exit code and all that it printed."""

    code: int
    said: str


class Wine:
    """A prefix; what runs in it sees the whole machine as drive Z."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix

    @property
    def system(self) -> Path:
        """The folder in which Windows keeps its own libraries."""
        return self.prefix / "drive_c" / "windows" / "system32"

    @property
    def home(self) -> Path:
        """The folder of the user who runs everything here."""
        return self.prefix / "drive_c" / "users" / pwd.getpwuid(os.getuid()).pw_name

    def make(self, libraries: Sequence[Path]) -> None:
        """Make the prefix anew, with libraries that Windows 10 has and Wine lacks."""
        self.remove()
        self.prefix.mkdir(parents=True)
        self.run(["wineboot", "-i"], timeout=300)
        self.settle()
        for library in libraries:
            shutil.copy(library, self.system)
        self.pretend("win10")
        self._separate_from_this_machine()

    def pretend(self, version: str) -> None:
        """Be this version of Windows from now on (as ``winecfg`` names it)."""
        self.run(["winecfg", "-v", version], timeout=120)
        self.settle()

    def _separate_from_this_machine(self) -> None:
        """Wine links the user's folders to those of this machine: make them folders of the prefix."""
        for path in self.home.rglob("*"):
            if path.is_symlink():
                path.unlink()
                path.mkdir()

    def run(
        self,
        command: Sequence[str | Path],
        environment: Mapping[str, str] | None = None,
        *,
        folder: Path | None = None,
        timeout: float = 1800,
    ) -> Ended:
        """Run a program to its end. Its output is a pipe, since Python under Wine cannot write to a plain file."""
        done = subprocess.run(
            ["wine", *map(str, command)] if command[0] != "wineboot" else list(map(str, command)),
            env=self.environment | dict(environment or {}),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode("utf-8", "replace").replace("\r\n", "\n"))

    def start(self, command: Sequence[str | Path], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start a program and go on; its output is thrown away through a pipe that somebody reads."""
        line = " ".join(["exec", "wine", *(shlex.quote(str(part)) for part in command), "> >(cat >/dev/null)", "2>&1"])
        return subprocess.Popen(
            ["bash", "-c", line], env=self.environment | dict(environment), stdin=subprocess.DEVNULL
        )

    def runs(self, program: str) -> bool:
        """Whether a program of this name runs here."""
        here = f"WINEPREFIX={self.prefix}".encode()
        for process in Path("/proc").glob("[0-9]*"):
            # a process may end while it is looked at, or belong to somebody else
            with suppress(OSError):
                words = (process / "cmdline").read_bytes().split(b"\0")
                if words[0].replace(b"\\", b"/").endswith(b"/" + program.encode()):
                    return here in (process / "environ").read_bytes().split(b"\0")
        return False

    def end(self) -> None:
        """End what runs here, and only here."""
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False, timeout=60, capture_output=True)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing runs here any more."""
        subprocess.run(["wineserver", "-w"], env=self.environment, check=False, timeout=300)

    def remove(self) -> None:
        """End what runs here, and only here, and take the prefix away."""
        if self.prefix.exists():
            self.end()
            shutil.rmtree(self.prefix)

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which programs run here."""
        passed = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "VIRTUAL"))
        }
        return passed | _SETTINGS | {"WINEPREFIX": str(self.prefix)}


def on_windows(path: Path) -> str:
    """Return how a program under Wine calls a path of this machine."""
    return "Z:" + str(path.resolve()).replace("/", "\\")
