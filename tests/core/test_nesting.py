"""What stands below a row, and what heads it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core.nesting import end_of, head_of

levels = st.lists(st.integers(0, 4), min_size=1)


def test_a_row_ends_with_what_is_nested_below_it() -> None:
    rows = [0, 1, 2, 1, 0]
    assert [end_of(rows, place) for place in range(5)] == [4, 3, 3, 4, 5]
    assert [head_of(rows, place) for place in range(5)] == [-1, 0, 1, 0, -1]


@given(levels)
def test_whatever_heads_a_row_ends_behind_it(rows: list[int]) -> None:
    for place in range(len(rows)):
        head = head_of(rows, place)
        assert head == -1 or (rows[head] < rows[place] and end_of(rows, head) > place)
        assert all(rows[one] > rows[place] for one in range(place + 1, end_of(rows, place)))
