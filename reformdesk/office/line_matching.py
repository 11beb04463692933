"""Two readings of one table brought together line by line, whatever was taken out, put in or changed between."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

_LOOKS_AHEAD = 1000
"""How many lines one of them may lack in a row before the rest counts as changed."""

_Line = TypeVar("_Line")


class _Ahead(Generic[_Line]):
    """Lines that can be looked at before they are taken."""

    def __init__(self, lines: Iterable[_Line]) -> None:
        self._coming = iter(lines)
        self._held: deque[_Line] = deque()

    def first(self) -> _Line | None:
        return next(iter(self.seen(1)), None)

    def seen(self, count: int) -> Iterable[_Line]:
        self._held.extend(islice(self._coming, max(0, count - len(self._held))))
        return islice(self._held, count)

    def take(self) -> _Line:
        return self._held.popleft()


def matched(
    expected: Iterable[_Line], printed: Iterable[_Line], akin: Callable[[_Line, _Line], bool]
) -> Iterator[tuple[_Line | None, _Line | None]]:
    """Yield the lines that belong together; ``None`` stands where one of the two has none.

    ``akin`` says whether two lines are about the same; there may be several such in a table. Only so many lines
    are held as one side may lack.
    """
    left, right = _Ahead(expected), _Ahead(printed)
    while left.first() is not None and right.first() is not None:
        missing, added = _apart(left, right, akin)
        yield from ((left.take(), None) for _ in range(missing))
        yield from ((None, right.take()) for _ in range(added))
        if not missing and not added:
            yield left.take(), right.take()
    while left.first() is not None:
        yield left.take(), None
    while right.first() is not None:
        yield None, right.take()


def _apart(left: _Ahead[_Line], right: _Ahead[_Line], akin: Callable[[_Line, _Line], bool]) -> tuple[int, int]:
    """Return how many lines the right side lacks here, or has too many; neither where the first two are one line."""
    here, there = list(left.seen(1)), list(right.seen(1))
    if akin(here[0], there[0]):
        return 0, 0
    here, there = list(left.seen(_LOOKS_AHEAD)), list(right.seen(_LOOKS_AHEAD))

    def goes_on(one: int, other: int) -> bool:
        """Whether the two go on alike from there, for two lines where there are as many."""
        pairs = zip(here[one : one + 2], there[other : other + 2], strict=False)
        return one < len(here) and other < len(there) and all(akin(*pair) for pair in pairs)

    if len(here) > 1 and len(there) > 1 and goes_on(1, 1):
        # one line was changed where it stands
        return 0, 0
    for count in range(1, max(len(here), len(there))):
        if goes_on(0, count):
            return 0, count
        if goes_on(count, 0):
            return count, 0
    return 0, 0
