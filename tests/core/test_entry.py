from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reformdesk.core import entry, history, store
from reformdesk.core.answers import Given
from reformdesk.core.changes import Changes
from reformdesk.core.values import Status
from reformdesk.errors import Mendable
from tests.core.builders import NOW, indicator, number, opened


def test_a_value_is_kept_with_its_history(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    assert entry.set_value(desk, round_, "n", number("1"), NOW) is Changes.ANSWERS
    assert entry.set_value(desk, round_, "n", number("2"), NOW + timedelta(minutes=1)) is Changes.ANSWERS
    desk.close()
    with store.open_workspace(tmp_path / "a.rdesk") as again:
        assert entry.current_values(again, round_.id) == {"n": number("2")}
        history = entry.history(again, round_.id, "n")
    assert [(line.before, line.after) for line in history] == [
        ('{"status": "blank"}', '{"number": "1"}'),
        ('{"number": "1"}', '{"number": "2"}'),
    ]
    assert history[1].changed_at == "2024-06-20T08:01:00Z"


def test_the_same_value_again_is_no_change(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    entry.set_value(desk, round_, "n", number("1"), NOW)
    assert entry.set_value(desk, round_, "n", number("1"), NOW) is Changes.NOTHING
    assert entry.set_value(desk, round_, "n", number("1.0"), NOW) is Changes.NOTHING
    assert len(entry.history(desk, round_.id, "n")) == 1
    desk.close()


def test_what_is_not_owed_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"), indicator("b", reporter={"agency": "b"}))
    with pytest.raises(Mendable) as caught:
        entry.set_values(desk, round_, {"n": number("1"), "b": number("2")}, NOW)
    assert caught.value.code == "not-owed"
    assert entry.answers(desk, round_.id) == {}
    desk.close()


def test_an_explanation_is_text_in_nfc(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    entry.set_explanation(desk, round_, "n", "  ho\u0301a ", NOW)
    assert entry.answers(desk, round_.id)["n"].explanation == "hóa"
    assert entry.answers(desk, round_.id)["n"].value is Status.BLANK
    desk.close()


def test_undo_and_redo_reach_through_a_restart(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"), indicator("m"))
    entry.set_value(desk, round_, "n", number("1"), NOW)
    entry.set_value(desk, round_, "m", number("5"), NOW)
    entry.set_explanation(desk, round_, "n", "vì", NOW)
    desk.close()
    with store.open_workspace(tmp_path / "a.rdesk") as again:
        assert entry.undo(again, round_.id, NOW) == "n"
        assert entry.answers(again, round_.id)["n"].explanation == ""
        assert entry.undo(again, round_.id, NOW) == "m"
        assert entry.redo(again, round_.id, NOW) == "m"
        assert entry.undo(again, round_.id, NOW) == "m"
        assert entry.undo(again, round_.id, NOW) == "n"
        assert entry.undo(again, round_.id, NOW) is None
    with store.open_workspace(tmp_path / "a.rdesk") as again:
        assert entry.redo(again, round_.id, NOW) == "n"
        assert entry.current_values(again, round_.id)["n"] == number("1")


def test_a_new_change_ends_redo(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    entry.set_value(desk, round_, "n", number("1"), NOW)
    entry.undo(desk, round_.id, NOW)
    entry.set_value(desk, round_, "n", number("3"), NOW)
    assert entry.redo(desk, round_.id, NOW) is None
    desk.close()


def test_a_block_is_taken_back_in_one_step(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"), indicator("m"))
    entry.set_value(desk, round_, "n", number("1"), NOW)
    block = {"n": Given(number("2"), "vì"), "m": Given(number("3"))}
    entry.set_answers(desk, round_, block, NOW, entry.PASTED)
    assert entry.undo(desk, round_.id, NOW) == "n"
    now = entry.answers(desk, round_.id)
    assert (now["n"].value, now["n"].explanation, now["m"].value) == (number("1"), "", Status.BLANK)
    assert entry.redo(desk, round_.id, NOW) == "n"
    now = entry.answers(desk, round_.id)
    assert (now["n"].value, now["n"].explanation, now["m"].value) == (number("2"), "vì", number("3"))
    assert history.problems(desk) == []
    desk.close()


def test_a_block_that_says_nothing_new_is_no_step(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"), indicator("m"))
    entry.set_value(desk, round_, "n", number("1"), NOW)
    assert entry.set_values(desk, round_, {"n": number("1"), "m": Status.BLANK}, NOW) == Changes.NOTHING
    assert entry.undo(desk, round_.id, NOW) == "n"
    assert entry.undo(desk, round_.id, NOW) is None
    desk.close()


def test_a_block_with_one_strange_field_writes_nothing(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    with pytest.raises(Mendable, match="not-owed"):
        entry.set_values(desk, round_, {"n": number("1"), "other": number("2")}, NOW)
    assert entry.answers(desk, round_.id) == {}
    desk.close()


def test_an_older_value_is_restored_as_a_step(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    for digit in "12":
        entry.set_value(desk, round_, "n", number(digit), NOW)
    entry.set_explanation(desk, round_, "n", "vì", NOW)
    first = entry.history(desk, round_.id, "n")[0]
    assert entry.restore(desk, round_, first.id, NOW) == Changes.ANSWERS
    assert entry.answers(desk, round_.id)["n"].value == number("1")
    assert entry.answers(desk, round_.id)["n"].explanation == "vì"
    assert entry.restore(desk, round_, first.id, NOW) == Changes.NOTHING
    entry.undo(desk, round_.id, NOW)
    assert entry.answers(desk, round_.id)["n"].value == number("2")
    with pytest.raises(Mendable, match="not-owed"):
        entry.restore(desk, round_, 99, NOW)
    desk.close()


def test_an_explanation_before_any_value_is_no_cut_history(tmp_path: Path) -> None:
    desk, round_ = opened(tmp_path, indicator("n"))
    entry.set_explanation(desk, round_, "n", "vì", NOW)
    assert history.problems(desk) == []
    desk.close()


blocks = st.dictionaries(st.sampled_from("nm"), st.integers(0, 3).map(str), min_size=1)
steps = st.lists(st.one_of(blocks, st.just("undo"), st.just("redo")), max_size=12)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_undo_is_what_a_list_of_states_says(
    tmp_path_factory: pytest.TempPathFactory, taken: list[dict[str, str] | str]
) -> None:
    desk, round_ = opened(tmp_path_factory.mktemp("undo"), indicator("n"), indicator("m"))
    states, place = [{"n": "", "m": ""}], 0
    for step in taken:
        if step == "undo":
            entry.undo(desk, round_.id, NOW)
            place = max(0, place - 1)
        elif isinstance(step, str):
            entry.redo(desk, round_.id, NOW)
            place = min(len(states) - 1, place + 1)
        else:
            entry.set_values(desk, round_, {name: number(one) for name, one in step.items()}, NOW)
            if {**states[place], **step} != states[place]:
                states = [*states[: place + 1], {**states[place], **step}]
                place += 1
        now = entry.current_values(desk, round_.id)
        for name, one in states[place].items():
            assert now.get(name, Status.BLANK) == (number(one) if one else Status.BLANK)
    assert history.problems(desk) == []
    desk.close()
