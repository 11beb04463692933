"""What the Windows package is made of: pinned, and the same versions that the checkout runs."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from installer import inputs
from installer.inputs import LOCK, digests, sections
from installer.places import ROOT

_PINNED = re.compile(r"^([\w.-]+)==(\S+) \\(?:\n    --hash=sha256:[0-9a-f]{64})+$", re.MULTILINE)
_CHECKOUT = ROOT / "requirements.lock"


def versions(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE))


def test_the_lock_has_its_headings() -> None:
    assert set(sections(LOCK.read_text("utf-8"))) == {"python", "packed", "tools", "sources"}


def test_everything_in_it_is_pinned_by_digest() -> None:
    lock = LOCK.read_text("utf-8")
    assert set(versions(lock)) == {name for name, _ in _PINNED.findall(lock)} != set()
    assert "://" not in lock
    (line,) = [line for line in sections(lock)["sources"].splitlines() if line.startswith("# npm")]
    assert re.fullmatch(r"# npm \w+@[\d.]+ sha512-[\w+/]{86}==", line)


def test_what_is_packed_is_what_the_checkout_runs() -> None:
    checkout = versions(_CHECKOUT.read_text("utf-8"))
    packed = versions(sections(LOCK.read_text("utf-8"))["packed"])
    assert {name: checkout.get(name) for name in packed} == packed


def test_a_packed_wheel_is_one_that_the_checkout_would_take() -> None:
    allowed = digests(_CHECKOUT.read_text("utf-8"))
    assert digests(sections(LOCK.read_text("utf-8"))["packed"]) - allowed == set()


@pytest.fixture
def pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lock that names one file, and the folder where that lies."""
    lock = tmp_path / "windows.lock"
    lock.write_text(f"# [packed] of a test\none==1 \\\n    --hash=sha256:{sha256(b'right').hexdigest()}\n", "utf-8")
    monkeypatch.setattr(inputs, "LOCK", lock)
    monkeypatch.setattr(inputs, "INPUTS", tmp_path)
    (tmp_path / "packed").mkdir()
    return tmp_path / "packed"


def test_what_is_there_is_not_fetched_again(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "pip", lambda *_: pytest.fail("fetched again"))
    (pinned / "one.whl").write_bytes(b"right")
    assert inputs.fetch("packed", wheels=True) == [pinned / "one.whl"]


def test_a_file_that_the_lock_does_not_name_goes_away(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pinned / "one.whl").write_bytes(b"wrong")
    monkeypatch.setattr(inputs, "pip", lambda *_: (pinned / "one.whl").write_bytes(b"right"))
    inputs.fetch("packed", wheels=True)
    assert (pinned / "one.whl").read_bytes() == b"right"


def test_something_else_than_what_was_pinned_ends_the_build(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "pip", lambda *_: (pinned / "one.whl").write_bytes(b"wrong"))
    with pytest.raises(SystemExit, match=r"not what windows\.lock names"):
        inputs.fetch("packed", wheels=True)
    assert not (pinned / "one.whl").exists()
