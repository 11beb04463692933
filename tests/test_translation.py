"""The interface's words: collected, all translated, and no blank lost on the way."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator

from reformdesk import assets

PACKAGE = Path(assets.__file__).parent
SENTENCES = (
    *("sentences.py", "form_sentences.py", "office_sentences.py", "report_sentences.py", "conflict_sentences.py"),
    "edition_sentences.py",
    "edition_note_sentences.py",
    "filling_sentences.py",
    "list_sentences.py",
    "rekeying_sentences.py",
    "reminder_sentences.py",
    "update_sentences.py",
)
SOURCES = [*(PACKAGE / name for name in SENTENCES), *sorted((PACKAGE / "ui").rglob("*.py"))]
COMMITTED = {language: assets.translation(language).with_suffix(".ts") for language in ("vi", "en")}
ONLY_PLURALS = {"vi": (), "en": ("-pluralonly",)}


@dataclass(frozen=True)
class Message:
    """One entry of a ``.ts`` file; ``kind`` is ``unfinished``, ``vanished``, ``obsolete`` or nothing."""

    context: str
    source: str
    translation: str
    kind: str

    @property
    def place(self) -> tuple[str, str]:
        return self.context, self.source


def messages_in(path: Path) -> list[Message]:
    found = []
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            # plural forms stand in elements of their own
            words = "".join(translation.itertext()).strip("\n")
            found.append(Message(name, message.findtext("source", ""), words, translation.get("type", "")))
    return found


def _tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found is not None, f"{name} is not in the environment"
    return found


def _blanks(sentence: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def _marked(path: Path) -> Iterator[tuple[int, str | None]]:
    """Give the line and text of every call that marks a text; no text where it is not written out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        match node.func, node.args:
            case ast.Attribute(value=ast.Name(id="self"), attr="tr"), [text, *_]:
                pass
            case ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate"), [_, text, *_]:
                pass
            case ast.Name(id="QT_TRANSLATE_NOOP"), [_, text, *_]:
                pass
            case _:
                continue
        yield node.lineno, text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else None


@pytest.mark.parametrize("language", COMMITTED)
def test_what_is_committed_is_what_the_sources_say(language: str, tmp_path: Path) -> None:
    """Run ``make translations`` where this fails, then translate what it leaves unfinished."""
    fresh = tmp_path / COMMITTED[language].name
    shutil.copyfile(COMMITTED[language], fresh)
    words = [_tool("pyside6-lupdate"), "-silent", "-locations", "none", "-no-obsolete", *ONLY_PLURALS[language]]
    subprocess.run([*words, *map(str, SOURCES), "-ts", str(fresh)], check=True)
    committed = {message.place for message in messages_in(COMMITTED[language])}
    collected = {message.place for message in messages_in(fresh)}
    assert sorted(collected - committed) == [], "missing"
    assert sorted(committed - collected) == [], "not used any more"


@pytest.mark.parametrize("language", COMMITTED)
def test_every_message_is_finished(language: str) -> None:
    open_ones = [one.place for one in messages_in(COMMITTED[language]) if one.kind or not one.translation.strip()]
    assert open_ones == []


def test_no_blank_is_lost_or_added() -> None:
    vietnamese = messages_in(COMMITTED["vi"])
    assert len(vietnamese) > 300
    assert [one for one in vietnamese if _blanks(one.source) != _blanks(one.translation)] == []


def test_a_seal_of_the_programs_own_key_is_never_called_a_digital_signature() -> None:
    """*Chữ ký số* is a legal term; the program's own key makes a *niêm phong*."""
    said = [one for one in messages_in(COMMITTED["vi"]) if "chữ ký số" in one.translation.lower()]
    assert [one for one in said if "digital signature" not in one.source.lower()] == []


def test_every_marked_text_can_be_collected_and_was() -> None:
    collected = {message.source for message in messages_in(COMMITTED["vi"])}
    marked = [(path, line, text) for path in SOURCES for line, text in _marked(path)]
    assert len(marked) > 300
    unclear = [f"{path.name}:{line}: {text!r}" for path, line, text in marked if text not in collected]
    assert unclear == []


def test_the_compiled_file_says_the_same(tmp_path: Path) -> None:
    compiled = tmp_path / "vi.qm"
    subprocess.run([_tool("pyside6-lrelease"), "-silent", str(COMMITTED["vi"]), "-qm", str(compiled)], check=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    vietnamese = messages_in(COMMITTED["vi"])
    assert [one for one in vietnamese if translator.translate(one.context, one.source) != one.translation] == []
