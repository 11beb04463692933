"""The shortest way over what leads to what."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core.ways import shortest

NAMES = "abcde"
graphs = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), unique=True))


def test_the_shortest_of_several_is_found() -> None:
    leads = {"a": ["b", "c"], "b": ["d"], "c": ["e"], "d": ["e"], "e": ["a"]}
    assert shortest("a", "e", leads) == ("a", "c", "e")
    assert shortest("a", "a", leads) == ("a", "c", "e", "a")
    assert shortest("a", "a", {"a": ["a"]}) == ("a", "a")
    assert shortest("e", "b", {"a": ["b"]}) == ()


@given(graphs, st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_a_way_is_one_and_is_there_where_any_is(leads: dict[str, list[str]], start: str, end: str) -> None:
    way = shortest(start, end, leads)
    reached, waiting = set[str](), [start]
    while waiting:
        new = [name for name in leads.get(waiting.pop(), []) if name not in reached]
        reached |= set(new)
        waiting += new
    assert bool(way) == (end in reached)
    assert all(after in leads[before] for before, after in pairwise(way))
    assert not way or (way[0], way[-1]) == (start, end)
