"""The trial's own judgement: what it calls a difference, and what it reads from Windows."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer import tryout
from installer.trial import Trial, TrialFailed, differences, digests, expect
from installer.trial_setup import registered_command
from installer.wine import Wine

_REGISTRY = """
HKEY_CURRENT_USER\\Software\\Classes\\ReformDesk.rdround\\DefaultIcon
    (Default)    REG_SZ    C:\\Báo cáo\\ReformDesk.exe,2

HKEY_CURRENT_USER\\Software\\Classes\\ReformDesk.rdround\\shell\\open\\command
    (Default)    REG_SZ    "C:\\Báo cáo\\ReformDesk.exe" "%1"
"""


def test_the_registered_command_is_read_with_its_blanks() -> None:
    assert registered_command(_REGISTRY) == ["C:\\Báo cáo\\ReformDesk.exe", "%1"]


def test_what_came_went_or_changed_is_found(tmp_path: Path) -> None:
    for name in ("same", "changed", "gone", "sub/deep"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    before = digests(tmp_path)
    (tmp_path / "changed").write_text("!", "utf-8")
    (tmp_path / "gone").unlink()
    (tmp_path / "sub" / "new").touch()
    assert differences(before, digests(tmp_path)) == ["changed", "gone", "sub/new"]


def test_a_path_is_named_by_its_drive(tmp_path: Path) -> None:
    trial = Trial(Wine(tmp_path / "wine"))
    assert trial.there(trial.wine.prefix / "drive_c" / "Tài liệu" / "a.rdesk") == "C:\\Tài liệu\\a.rdesk"
    assert trial.there(Path("/srv/a b")) == "Z:\\srv\\a b"
    assert trial.there("--workspace") == "--workspace"


def test_what_is_not_so_ends_the_trial() -> None:
    expect(["something"], "nothing")
    with pytest.raises(TrialFailed, match="nothing"):
        expect([], "nothing")


def test_every_step_says_what_is_to_be_seen() -> None:
    words = [one for one, _ in tryout.STEPS]
    assert len(set(words)) == len(words)
    assert all(step.__doc__ for _, step in tryout.STEPS)
