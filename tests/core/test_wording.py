"""What changed between two texts: together the pieces are both of them, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core.wording import Piece, State, between

TEXTS = st.text(alphabet="ab ăn \n.", max_size=60)


@given(TEXTS, TEXTS)
def test_the_pieces_read_as_either_text(before: str, after: str) -> None:
    pieces = between(before, after)
    assert "".join(one.text for one in pieces if one.state is not State.NEW) == before
    assert "".join(one.text for one in pieces if one.state is not State.GONE) == after
    assert all(one.text for one in pieces)


@given(TEXTS)
def test_nothing_changed_is_one_piece_at_most(text: str) -> None:
    assert between(text, text) == ((Piece(State.SAME, text),) if text else ())


def test_a_word_is_the_least_that_changes() -> None:
    assert between("Đã ban hành 24 văn bản.", "Đã ban hành 25 văn bản mới.") == (
        Piece(State.SAME, "Đã ban hành "),
        Piece(State.GONE, "24 "),
        Piece(State.NEW, "25 "),
        Piece(State.SAME, "văn "),
        Piece(State.GONE, "bản."),
        Piece(State.NEW, "bản mới."),
    )
