"""What the README names is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text("utf-8")
COMPARED = TEXT.partition("\n## How it compares\n")[2].partition("\n## ")[0]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py::\w+)`", TEXT)))


def _rows(table: str) -> list[list[str]]:
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


@pytest.mark.parametrize("named", NAMED)
def test_a_test_that_it_names_is_there_and_runs(named: str) -> None:
    path, _, name = named.partition("::")
    made = ast.parse((ROOT / path).read_text("utf-8")).body
    (found,) = [one for one in made if isinstance(one, ast.FunctionDef) and one.name == name]
    assert not [one for one in map(ast.unparse, found.decorator_list) if one.startswith("pytest.mark.x")]
    assert any(isinstance(one, ast.Assert) for one in ast.walk(found)) or "performs" in ast.unparse(found)


def test_every_claim_beside_other_programs_names_a_test() -> None:
    claims = _rows(COMPARED.partition("What the others do better")[0])
    assert len(claims) >= 12
    assert [row[0] for row in claims if len(row) != 3 or not re.search(r"`tests/[\w/]+\.py::test_\w+`", row[1])] == []


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT))))
def test_what_it_links_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()
