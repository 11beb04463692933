"""The binding itself: PySide6 6.12.0 on Python 3.11 dropped a reference to None with each call that returns nothing."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_leaves_none_alone() -> None:
    one = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        one.setObjectName("x")
    # where None lives for ever (Python 3.12 and later) the count is a constant
    assert abs(sys.getrefcount(None) - before) < 500
