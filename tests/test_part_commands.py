"""What the command line says of data-entry files, and of a desk that only enters."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reformdesk import cli
from reformdesk.core import entry_desk, parts, roundbook, store
from tests.demo import AGENCY, LATER, Said

Command = Callable[..., Said]


@pytest.fixture
def sent(desk: Path, tmp_path: Path) -> Path:
    """A data-entry file, under the name that a messenger gave it."""
    path = tmp_path / "nhan duoc.zip"
    with store.open_workspace(desk) as workspace:
        round_ = roundbook.latest(workspace)
        written = parts.compose(workspace, round_, round_.areas_of(AGENCY), "Trần Thị Hạnh", LATER)
    path.write_bytes(written.content)
    assert len(written.content) < 16 * 1024
    return path


def test_verify_names_it_as_what_it_is(command: Command, sent: Path) -> None:
    said = command("verify", sent)
    assert said.code == cli.REFUSED
    assert "data-entry file" in said.out
    (found,) = json.loads(command("verify", "--json", sent).out)
    assert (found["sound"], found["problem"]["code"]) == (False, "part-file")


def test_merge_refuses_it_and_keeps_nothing(command: Command, sent: Path, office: Path) -> None:
    before = command("digest", "--workspace", office).out
    said = command("merge", "--workspace", office, sent, "--json")
    assert said.code == cli.REFUSED
    assert "part-file" in said.out
    assert command("digest", "--workspace", office).out == before


def test_a_desk_for_data_entry_does_not_submit(command: Command, desk: Path, tmp_path: Path, passphrase: str) -> None:
    own = Path(shutil.copy(desk, desk.with_name("b.rdesk")))
    with store.open_workspace(own) as workspace:
        entry_desk.turn(workspace, entry_only=True)
    said = command("submit", "--workspace", own, "--to", tmp_path / "out")
    assert said.code == cli.REFUSED
    assert "data entry only" in said.err
    assert passphrase not in said.err
    assert list((tmp_path / "out").glob("*")) == []
