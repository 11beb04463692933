"""A day of typing leaves the process as large as it was; ``REFORMDESK_TYPED`` sets how long the day is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.endurance import memory

TYPED = int(os.environ.get("REFORMDESK_TYPED", "2000"))
MOST = {"core": 4, "window": 16}
"""How many megabytes a process may grow once it is warm; a form's rows are made anew with each area."""


def stands(kind: str, count: int) -> list[dict[str, int]]:
    """Return how a process stood when it was warm, and at the end."""
    said = subprocess.run(
        [sys.executable, "-m", memory.__name__, kind, str(count)],
        cwd=Path(memory.__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    return [json.loads(line) for line in said.stdout.splitlines()]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(("kind", "count"), [("core", TYPED), ("window", TYPED // 16)])
def test_typing_leaves_nothing_behind(kind: str, count: int) -> None:
    warm, end = stands(kind, count)
    assert (warm["typed"], end["typed"]) == (int(count * memory.WARM), count)
    assert (end["resident"] - warm["resident"]) >> 20 < MOST[kind], (warm, end)
    # what a row asks beside its field comes and goes with the figures
    assert end["widgets"] - warm["widgets"] < 60, (warm, end)
