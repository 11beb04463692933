"""An office's stock phrases: the program's own until it has others, kept in its order, each on one line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import phrases, store
from reformdesk.core.changes import Changes
from reformdesk.core.store import Office, Workspace
from reformdesk.errors import Mendable
from tests.core.builders import NOW


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with store.create(tmp_path / "so-noi-vu.rdesk", Office.HOME_AFFAIRS, "so-noi-vu", NOW) as made:
        yield made


def test_the_first_dozen_is_there_from_the_start(workspace: Workspace) -> None:
    first = phrases.phrases(workspace)
    assert len(first) == len(set(first)) == 12
    for one in first:
        assert one == phrases.tidied(one)
        assert len(one) <= phrases.LONGEST
        assert unicodedata.is_normalized("NFC", one)
    assert phrases.keep(workspace, first) is Changes.NOTHING


def test_what_is_kept_stays_in_its_order_with_nothing_twice(workspace: Workspace) -> None:
    wanted = [
        "  Đề nghị\n giải trình. ",
        "",
        "Kiểm tra lại",
        unicodedata.normalize("NFD", "Đề nghị giải trình."),
        " \t",
    ]
    assert phrases.keep(workspace, wanted) is Changes.DESK
    assert phrases.phrases(workspace) == ("Đề nghị giải trình.", "Kiểm tra lại")
    assert phrases.keep(workspace, reversed(phrases.phrases(workspace))) is Changes.DESK
    assert phrases.phrases(workspace) == ("Kiểm tra lại", "Đề nghị giải trình.")
    path = workspace.path
    workspace.close()
    with store.open_workspace(path) as again:
        assert phrases.phrases(again) == ("Kiểm tra lại", "Đề nghị giải trình.")


def test_an_office_may_do_without_any(workspace: Workspace) -> None:
    phrases.keep(workspace, [])
    assert phrases.phrases(workspace) == ()


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["x" * (phrases.LONGEST + 1)], "phrase-too-long"),
        ([str(number) for number in range(phrases.MOST + 1)], "phrases-too-many"),
    ],
)
def test_too_much_is_refused_whole(workspace: Workspace, wanted: list[str], code: str) -> None:
    with pytest.raises(Mendable) as refused:
        phrases.keep(workspace, wanted)
    assert refused.value.code == code
    assert phrases.phrases(workspace) == phrases.first_dozen()


@given(st.text())
def test_tidied_words_are_on_one_line_and_stay_as_they_are(words: str) -> None:
    tidied = phrases.tidied(words)
    assert phrases.tidied(tidied) == tidied
    assert tidied.splitlines() in ([], [tidied])
