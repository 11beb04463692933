"""What stays out of the package is not missed: lists held to the source, and the program run without it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer import trim
from installer.places import ROOT
from installer.trim import is_root, keeps_data, kept_images

# Whatever is excluded cannot be imported here either.
_WITHOUT = """
import importlib, pkgutil, sys

class Nowhere:
    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(one + ".") for one in sys.argv[1].split(",")):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Nowhere())
import installer.offline
import reformdesk
for found in pkgutil.walk_packages(reformdesk.__path__, "reformdesk."):
    importlib.import_module(found.name)
import pyhanko.sign.pkcs11, pyhanko.sign.validation, pyhanko.sign.diff_analysis
from reformdesk.__main__ import main
sys.exit(main(["doctor"]))
"""


def test_the_program_is_whole_without_what_is_left_out() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT, ",".join(trim.MODULES)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr


# The tests of what signs and verifies, where pyHanko's clients are stood in for and their library cannot be imported.
_SIGNING = """
import sys
sys.modules["aiohttp"] = None
import installer.offline
import pytest
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", *sys.argv[1:]]))
"""


@pytest.mark.parametrize("name", ["test_pades", "test_cades"])
def test_signing_and_verifying_ask_for_no_network(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SIGNING, f"tests/exchange/{name}.py"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_parts_of_qt_are_those_that_the_source_imports() -> None:
    imported = {
        (node.module or "").partition(".")[2]
        for path in (ROOT / "reformdesk").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6.")
    }
    assert imported == trim.QT_MODULES


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        ("python313.dll", True),
        ("Qt6Core.dll", False),
        ("lxml/etree.cp313-win_amd64.pyd", True),
        ("PySide6/QtWidgets.pyd", True),
        ("PySide6/QtNetwork.pyd", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/platforms/qdirect2d.dll", False),
        ("PySide6/plugins/tls/qopensslbackend.dll", False),
    ],
)
def test_what_is_loaded_by_its_name_stays(place: str, stays: bool) -> None:
    assert is_root(place) is stays


def test_a_library_stays_where_another_wants_it() -> None:
    wants = {"a.pyd": ["b.dll", "kernel32.dll"], "B.DLL": ["c.dll"], "d.dll": ["c.dll"]}
    found = {name: Path(name) for name in ("sub/a.pyd", "B.DLL", "c.dll", "d.dll")}
    kept = kept_images(found, lambda path: wants.get(path.name.removeprefix("sub/"), []))
    assert kept == {"sub/a.pyd", "B.DLL", "c.dll"}


@pytest.mark.parametrize(
    ("place", "goes_along"),
    [
        ("resources/help/vi/start.md", True),
        ("resources/help/images/agency-form.png", False),
        ("docx/templates/default.docx", True),
        ("docx/templates/default-docx-template/word/styles.xml", False),
        ("lxml/includes/etree_defs.h", False),
        ("PySide6/translations/qtbase_ja.qm", False),
    ],
)
def test_data_goes_along_where_it_is_read(place: str, goes_along: bool) -> None:
    assert keeps_data(place) is goes_along


def test_pyinstaller_names_places_as_windows_does() -> None:
    kept, data = trim.kept_entries([], [("resources\\help\\images\\a.png", "", "DATA"), ("a\\b.json", "", "DATA")])
    assert (kept, data) == ([], [("a\\b.json", "", "DATA")])
