"""Whatever the package raises or finds has words, and every blank in the words is filled."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import pytest

import reformdesk
from reformdesk import sentences, words
from reformdesk.core.standing import Reason
from reformdesk.core.values import Status
from reformdesk.edition_sentences import EDITION_ERRORS, EDITION_FINDINGS
from reformdesk.errors import Mendable, ReformDeskError, Refused, StoreError
from reformdesk.form_sentences import FORM_ERRORS
from reformdesk.list_sentences import LIST_COMMANDS
from reformdesk.office_sentences import OFFICE_COMMANDS, OFFICE_ERRORS, REASONS
from reformdesk.report_sentences import REPORT_COMMANDS, REPORT_ERRORS
from reformdesk.sentences import ANSWERS, FINDINGS, KINDS, STATES, UNREADABLE
from reformdesk.update_sentences import UPDATE_COMMANDS, UPDATE_ERRORS
from reformdesk.words import Words

COMMANDS = {**sentences.COMMANDS, **OFFICE_COMMANDS, **REPORT_COMMANDS, **UPDATE_COMMANDS, **LIST_COMMANDS}
ALL_FINDINGS = {**FINDINGS, **EDITION_FINDINGS}
ERRORS = {**sentences.ERRORS, **EDITION_ERRORS, **FORM_ERRORS, **OFFICE_ERRORS, **REPORT_ERRORS, **UPDATE_ERRORS}
PACKAGE = Path(reformdesk.__file__).parent
_ERROR_CLASSES = {one.__name__ for one in (ReformDeskError, Mendable, Refused, StoreError)}
_ALWAYS_FILLED = {"file", "detail"}
"""What ``Words.error`` fills with nothing where an error does not say it."""


@dataclass(frozen=True)
class Raised:
    """A code as the source gives it; ``params`` is None where the source builds them elsewhere."""

    code: str
    params: frozenset[str] | None
    where: str


_SLUG = re.compile(r"[a-z]+(-[a-z]+)+")


def _calls() -> Iterator[tuple[Path, ast.Call, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                yield path, node, node.func.id if isinstance(node.func, ast.Name) else node.func.attr


def _chosen_before(path: Path, call: ast.Call) -> list[str]:
    """Return the codes among which a function chooses before it makes the error."""
    functions = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    around = [one for one in functions if one.lineno <= call.lineno <= (one.end_lineno or one.lineno)]
    inside = [part for one in around for statement in one.body for part in ast.walk(statement)]
    texts = [part.value for part in inside if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return [text for text in texts if _SLUG.fullmatch(text)]


def _strings(node: ast.AST) -> list[str]:
    """Return the texts that an expression can come to: one text, or either side of a choice."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=otherwise):
            return [*_strings(body), *_strings(otherwise)]
        case _:
            return []


def _where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(PACKAGE.parent).as_posix()}:{getattr(node, 'lineno', 0)}"


def raised_errors() -> list[Raised]:
    """Return every error that the package makes with a code that its source shows."""
    found = []
    for path, call, name in _calls():
        if name in _ERROR_CLASSES and call.args:
            given = [keyword.arg for keyword in call.keywords]
            params = None if None in given else frozenset(arg for arg in given if arg)
            chosen = isinstance(call.args[0], ast.Name) and call.args[0].id == "code"
            codes = _chosen_before(path, call) if chosen else _strings(call.args[0])
            found += [Raised(code, params, _where(path, call)) for code in codes]
    return found


def _blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def _pairs(node: ast.AST) -> frozenset[str] | None:
    """Return the names in a literal ``(("name", value), …)``; None where it is no literal."""
    if not isinstance(node, ast.Tuple):
        return None
    firsts = [item.elts[0] for item in node.elts if isinstance(item, ast.Tuple) and item.elts]
    names = [name for first in firsts for name in _strings(first)]
    return frozenset(names) if len(names) == len(node.elts) else None


def _codes_of(class_name: str, place: int) -> list[Raised]:
    """Return the codes that ``class_name`` is made with as its argument number ``place``."""
    found = []
    for path, call, name in _calls():
        if name == class_name and len(call.args) > place:
            params = _pairs(call.args[place + 1]) if len(call.args) > place + 1 else frozenset()
            found += [Raised(code, params, _where(path, call)) for code in _strings(call.args[place])]
    return found


def _without_words(found: list[Raised], table: Mapping[str, str]) -> list[str]:
    return [f"{one.where}: {one.code}" for one in found if one.code not in table]


def _unfilled(found: list[Raised], table: Mapping[str, str], filled: set[str]) -> list[str]:
    return [
        f"{one.where}: {one.code} lacks {sorted(missing)}"
        for one in found
        if one.params is not None and (missing := _blanks(table.get(one.code, "")) - one.params - filled)
    ]


def test_the_scan_sees_the_package() -> None:
    codes = {one.code for one in raised_errors()}
    assert {"wrong-passphrase", "key-damaged", "damaged-container", "disk-full", "wrong-usage"} <= codes
    assert len(codes) > 50
    assert {one.code for one in _codes_of("Finding", 3)} >= {"wrong-kind", "exceeds", "out-of-range"}
    assert {one.code for one in _codes_of("Unreadable", 0)} >= {"not-whole", "unknown-unit"}


def test_every_error_has_words() -> None:
    assert _without_words(raised_errors(), ERRORS) == []


def test_every_blank_of_an_error_is_filled() -> None:
    assert _unfilled(raised_errors(), ERRORS, _ALWAYS_FILLED) == []


def test_no_words_are_left_over() -> None:
    """A sentence for a code that nothing raises is either dead or the code is misspelt somewhere."""
    texts = {
        node.value
        for path in PACKAGE.rglob("*.py")
        if not path.name.endswith("sentences.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [code for code in (*ERRORS, *ALL_FINDINGS, *UNREADABLE) if code not in texts] == []


def test_every_finding_has_words_and_they_are_filled() -> None:
    found = _codes_of("Finding", 3)
    assert _without_words(found, ALL_FINDINGS) == []
    assert _unfilled(found, ALL_FINDINGS, set()) == []


def test_every_unreadable_value_has_words_and_they_are_filled() -> None:
    found = _codes_of("Unreadable", 0)
    assert _without_words(found, UNREADABLE) == []
    assert _unfilled(found, UNREADABLE, set()) == []


def test_every_command_line_has_words_and_they_are_filled() -> None:
    found = []
    for path, call, name in _calls():
        if path.parent.name == "cli" and name in ("line", "command") and call.args:
            params = frozenset(keyword.arg for keyword in call.keywords if keyword.arg)
            found += [Raised(code, params, _where(path, call)) for code in _strings(call.args[0])]
    assert len(found) > 10
    assert _without_words(found, COMMANDS) == []
    assert _unfilled(found, COMMANDS, set()) == []


def test_every_reason_state_kind_and_answer_has_words() -> None:
    assert set(REASONS) == {reason.value for reason in Reason}
    assert {"accepted", "waiting", "rejected", "known"} <= set(STATES)
    assert set(KINDS) == {"round", "submission", "reply"}
    assert {status.value for status in Status} <= set(ANSWERS)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_sentence_can_be_said_in_every_language(language: str) -> None:
    said = Words(language)
    tables = {"errors": ERRORS, "findings": ALL_FINDINGS, "typing": UNREADABLE, "commands": COMMANDS}
    for context, table in tables.items():
        for code, sentence in table.items():
            text = said.say(context, sentence, **{name: f"<{name}>" for name in _blanks(sentence)})
            assert "{" not in text, (code, text)
            assert all(f"<{name}>" in text for name in _blanks(sentence)), (code, text)


def test_an_error_with_braces_in_a_name_is_said_as_it_is() -> None:
    assert "{a}.rdesk" in Words("en").error(StoreError("workspace-missing", file="{a}.rdesk"))


def test_a_code_without_words_names_itself() -> None:
    assert "no-such-code" in Words("en").error(Refused("no-such-code"))
