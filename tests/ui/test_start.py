"""What is loaded before the first field can be typed into: nothing that signs, verifies or writes Office files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks import start_of_form

ROOT = Path(start_of_form.__file__).parents[2]
FOR_LATER = {
    *("aiohttp", "asn1crypto", "asyncio", "click", "cryptography", "docx", "fastjsonschema", "lxml", "openpyxl"),
    *("pyhanko", "segno", "sqlite_utils"),
}


def test_a_form_opens_without_what_is_for_later(desk: Path, home: Path) -> None:
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", start_of_form.__name__, str(desk)],
        cwd=ROOT,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert said.returncode == 0, said.stderr
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in said.stderr.splitlines() if "|" in line}
    assert "reformdesk" in loaded
    assert sorted(loaded & FOR_LATER) == []


def test_the_window_starts_without_the_commands(home: Path) -> None:
    """The command line brings Excel and Home Affairs' side along."""
    code = "import sys; from reformdesk import __main__; print(*sorted(m for m in sys.modules if 'reformdesk' in m))"
    own = {**os.environ, "HOME": str(home)}
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=own, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["reformdesk", "reformdesk.__main__"]
