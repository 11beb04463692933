"""What is loaded before the first field can be typed into: nothing that signs, verifies or writes Office files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks import start_of_form

ROOT = Path(start_of_form.__file__).parents[2]
FOR_LATER = {"aiohttp", "asyncio", "cryptography", "docx", "fastjsonschema", "lxml", "openpyxl", "pyhanko", "segno"}


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
