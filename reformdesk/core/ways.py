"""The shortest way from one to another over what each leads to."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence


def shortest(start: str, end: str, leads: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a way of at least one step, both ends included; from one back to itself it is a circle. Empty for none."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        for name in leads.get(one, ()):
            if name not in before:
                before[name] = one
                waiting.append(name)
            if name == end:
                return _led(start, end, before)
    return ()


def _led(start: str, end: str, before: Mapping[str, str]) -> tuple[str, ...]:
    way = [end, before[end]]
    while way[-1] != start:
        way.append(before[way[-1]])
    return tuple(reversed(way))
