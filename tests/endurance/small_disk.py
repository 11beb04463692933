"""A small disk that really fills up, or turns read-only: a file system in memory, in a mount namespace of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_OWN_MOUNTS = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c")


def on_a_small_disk(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command with a small disk mounted on a folder, in a mount namespace of its own."""
    folder.mkdir()
    words = f'mount -t tmpfs -o size=12m none "$0" && cd "{ROOT}" && {command}'
    try:
        mounted = subprocess.run(
            [*_OWN_MOUNTS, 'mount -t tmpfs none "$0"', str(folder)], capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if mounted.returncode:
        pytest.skip("no mount namespace of one's own here")
    return subprocess.run([*_OWN_MOUNTS, words, str(folder)], capture_output=True, text=True, check=False)
