"""No attack without its test, no test without its attack."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

from tests.attacks.table import ATTACKS, PERFORMED, Must

# what an attacker between repository and client can try (TUF specification 1.0, 1.5.2)
OF_TUF = {
    "arbitrary software",
    "rollback",
    "replay",
    "indefinite freeze",
    "mix-and-match",
    "endless data",
    "extraneous dependencies",
    "wrong key",
    "key compromise",
}
MODULES = sorted(Path(__file__).parent.glob("test_*_attacks.py"))


@pytest.fixture(scope="module")
def performed() -> dict[str, set[str]]:
    for path in MODULES:
        import_module(f"tests.attacks.{path.stem}")
    return PERFORMED


def test_every_attack_is_performed(performed: dict[str, set[str]]) -> None:
    assert ATTACKS.keys() - performed.keys() == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_test_performs_an_attack(path: Path, performed: dict[str, set[str]]) -> None:
    functions = [one.name for one in ast.parse(path.read_text()).body if isinstance(one, ast.FunctionDef)]
    named = set.union(*performed.values())
    assert [name for name in functions if name.startswith("test_") and name not in named] == []


def test_no_two_tests_have_one_name() -> None:
    names = [
        one.name
        for path in MODULES
        for one in ast.parse(path.read_text()).body
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
    ]
    assert sorted(names) == sorted(set(names))


def test_a_row_has_a_sentence_and_what_names_it() -> None:
    for attack in ATTACKS.values():
        assert attack.does[0].isupper()
        assert attack.does.endswith(".")
        assert bool(attack.codes) == (attack.must in {Must.REFUSED, Must.WAITS}), attack.id


def test_the_update_frameworks_attacks_are_all_there() -> None:
    assert {attack.tuf for attack in ATTACKS.values()} - {""} == OF_TUF
