"""A report exported onto a disk that is full or read-only: one clear sentence, and what lay there before is whole."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from reformdesk.errors import StoreError
from reformdesk.words import Words
from tests.endurance import exporting
from tests.endurance.small_disk import on_a_small_disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="mounts of POSIX")

OLD = "bao-cao-cchc.docx"


def test_a_disk_without_room_and_one_that_is_read_only(office: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    said = on_a_small_disk(disk, f'"{sys.executable}" -m {exporting.__name__} "$0" "{office}"')
    assert said.returncode == 0, said.stderr
    found = json.loads(said.stdout)
    words = Words("en")
    full = found["full"]
    assert full["said"] == words.error(StoreError("disk-full", file="bao-cao-cchc.json"))
    assert (full["old"], full["names"]) == ([OLD], [OLD, "filler"])
    assert found["read-only"]["said"] == words.error(StoreError("folder-read-only", folder=str(disk)))
    assert (found["read-only"]["old"], found["read-only"]["names"]) == ([OLD], [OLD])
    assert (found["room"]["said"], found["room"]["old"]) == ("", [])
    assert found["room"]["names"] == [OLD, "bao-cao-cchc.json"]
