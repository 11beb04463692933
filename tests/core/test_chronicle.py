from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reformdesk.core import chronicle
from reformdesk.core.chronicle import Head

LINKS = [sha256(str(number).encode()).hexdigest() for number in range(70)]


def by_definition(links: Sequence[str]) -> bytes:
    """RFC 9162, 2.1.1, word for word."""
    if not links:
        return sha256().digest()
    if len(links) == 1:
        return sha256(b"\x00" + bytes.fromhex(links[0])).digest()
    middle = 1
    while middle * 2 < len(links):
        middle *= 2
    return sha256(b"\x01" + by_definition(links[:middle]) + by_definition(links[middle:])).digest()


@pytest.mark.parametrize("length", range(70))
def test_the_head_is_the_root_that_the_standard_defines(length: int) -> None:
    assert chronicle.head(LINKS[:length]) == Head(length, by_definition(LINKS[:length]).hex())


@given(st.integers(0, 70), st.integers(0, 70))
def test_a_history_that_went_on_is_proved(one: int, other: int) -> None:
    least, most = sorted((one, other))
    proof = chronicle.extension_proof(LINKS[:most], least)
    assert chronicle.extends(chronicle.head(LINKS[:least]), chronicle.head(LINKS[:most]), proof)


@given(st.data())
def test_a_line_changed_before_the_earlier_head_cannot_be_proved(data: st.DataObject) -> None:
    most = data.draw(st.integers(2, 70))
    least = data.draw(st.integers(1, most - 1))
    place = data.draw(st.integers(0, least - 1))
    edited = [*LINKS[:place], sha256(b"edited").hexdigest(), *LINKS[place + 1 : most]]
    proof = chronicle.extension_proof(edited, least)
    assert not chronicle.extends(chronicle.head(LINKS[:least]), chronicle.head(edited), proof)


@given(st.data())
def test_a_cut_history_cannot_be_proved(data: st.DataObject) -> None:
    before = data.draw(st.integers(2, 40))
    kept = data.draw(st.integers(0, before - 1))
    added = data.draw(st.integers(0, 30))
    after = LINKS[:kept] + [sha256(f"new {number}".encode()).hexdigest() for number in range(added)]
    proof = chronicle.extension_proof(after, min(before, len(after)))
    assert not chronicle.extends(chronicle.head(LINKS[:before]), chronicle.head(after), proof)


@given(st.data())
def test_a_proof_with_any_part_changed_added_or_missing_fails(data: st.DataObject) -> None:
    most = data.draw(st.integers(3, 70))
    least = data.draw(st.integers(1, most - 1))
    proof = chronicle.extension_proof(LINKS[:most], least)
    before, after = chronicle.head(LINKS[:least]), chronicle.head(LINKS[:most])
    place = data.draw(st.integers(0, len(proof) - 1))
    wrong = sha256(b"wrong").digest()
    for broken in (
        [*proof[:place], wrong, *proof[place + 1 :]],
        [*proof[:place], *proof[place + 1 :]],
        [*proof, wrong],
        [wrong, *proof],
    ):
        assert not chronicle.extends(before, after, broken)


def test_a_link_depends_on_the_line_and_on_the_one_before() -> None:
    line = {
        "round": "r",
        "indicator": "i",
        "part": "value",
        "before": "1",
        "after": "2",
        "source": "typed",
        "undoes": None,
        "changed_at": "2024-06-01T00:00:00Z",
    }
    first = chronicle.link("", line)
    assert chronicle.link(first, line) != first
    for name in line:
        assert chronicle.link("", {**line, name: "other"}) != first
