"""What the installer's script includes: words in both languages, and lists of files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from installer import script
from installer.icons import FILE_TYPES
from installer.places import OWN
from installer.script import generated, in_packing_order, removal_list, texts

_BLANK = re.compile(r"\$\{?\w+\}?")


@pytest.mark.parametrize("name", sorted(texts()))
def test_each_text_is_said_in_both_languages(name: str) -> None:
    said = texts()[name]
    assert set(said) == set(script.LANGUAGES)
    assert set(_BLANK.findall(said["vi"])) == set(_BLANK.findall(said["en"]))
    assert any(ord(letter) > 0x1E00 for letter in said["vi"])
    assert '"' not in said["vi"] + said["en"]


def test_the_script_says_every_text_and_no_other() -> None:
    source = (OWN / "reformdesk.nsi").read_text("utf-8")
    said = set(re.findall(r"\$\((\w+)\)", source)) | {f"TYPE_{name}" for name in FILE_TYPES}
    assert said - set(texts()) == set()
    assert set(texts()) - said == set()


def test_it_is_removed_from_the_inside_outwards() -> None:
    names = ["ReformDesk.exe", "_internal/a/b/c.txt", "_internal/d.txt"]
    assert removal_list(names).split("\r\n") == [
        "ReformDesk.exe", "_internal\\a\\b\\c.txt", "_internal\\d.txt",
        "_internal\\a\\b\\", "_internal\\a\\", "_internal\\", "",
    ]  # fmt: skip


def test_a_name_that_the_list_cannot_hold_ends_the_build() -> None:
    with pytest.raises(SystemExit, match="ASCII"):
        removal_list(["_internal/đợt.txt"])


def test_the_two_programs_are_packed_one_after_the_other() -> None:
    names = ["a.txt", "reformdesk-cli.exe", "_internal/x.dll", "ReformDesk.exe"]
    assert in_packing_order(names)[:2] == ["ReformDesk.exe", "reformdesk-cli.exe"]
    assert sorted(in_packing_order(names)) == sorted(names)


def test_every_file_is_packed_once(tmp_path: Path) -> None:
    for name in ("ReformDesk.exe", "_internal/a/x.txt", "_internal/y.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * 2000)
    text = generated(tmp_path, "1.2.3", Path("out.exe"), Path("icon.ico"))
    assert re.findall(r'^    File "(.+)"$', text, re.MULTILINE) == [
        str(tmp_path / name) for name in ("ReformDesk.exe", "_internal/a/x.txt", "_internal/y.txt")
    ]
    assert '!define VERSION "1.2.3"' in text
    assert 'VIProductVersion "1.2.3.0"' in text
    assert '!define SIZE_KB "6"' in text
    assert "uninstfinalize" not in text


def test_a_finalizer_is_asked_for_the_uninstaller(tmp_path: Path) -> None:
    text = generated(tmp_path, "1.0.0", Path("out.exe"), Path("icon.ico"), "sign it")
    assert "!uninstfinalize 'sign it \"%1\"' = 0" in text


def test_the_installer_asks_for_no_administrator_and_ends_no_program() -> None:
    source = (OWN / "reformdesk.nsi").read_text("utf-8")
    code = "\n".join(line for line in source.splitlines() if not line.lstrip().startswith(";"))
    assert "RequestExecutionLevel user" in code
    assert re.findall(r"taskkill|TerminateProcess|KillProc|HKLM|HKCR|RMDir /r", code) == []
