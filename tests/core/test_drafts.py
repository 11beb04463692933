"""What is being typed is kept key by key, and goes once it is an answer."""

from __future__ import annotations

from pathlib import Path

from reformdesk.core import drafts, entry, history, store
from tests.core.builders import NOW, indicator, number, opened


def test_the_newest_letters_are_there_after_a_restart(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    for text in ("1", "12", "123"):
        drafts.keep(desk, round_.id, "n", entry.VALUE, text)
    drafts.keep(desk, round_.id, "n", entry.EXPLANATION, "ho\u0301a")
    desk.close()
    with store.open_workspace(desk.path) as again:
        assert drafts.drafts(again, round_.id) == {("n", "value"): "123", ("n", "explanation"): "hóa"}
        assert entry.answers(again, round_.id) == {}
        assert history.problems(again) == []


def test_a_draft_goes_with_what_it_became_and_with_nothing_else(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"), indicator("m"))
    for name in "nm":
        drafts.keep(desk, round_.id, name, entry.VALUE, "1")
    drafts.keep(desk, round_.id, "n", entry.EXPLANATION, "vì")
    entry.set_value(desk, round_, "n", number("12"), NOW)
    assert set(drafts.drafts(desk, round_.id)) == {("m", "value"), ("n", "explanation")}
    # also where the answer stands as it stood
    drafts.keep(desk, round_.id, "n", entry.VALUE, "1")
    entry.set_value(desk, round_, "n", number("12"), NOW)
    drafts.drop(desk, round_.id, "n", entry.EXPLANATION)
    assert set(drafts.drafts(desk, round_.id)) == {("m", "value")}
    desk.close()
