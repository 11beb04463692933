"""Whether what was built from somebody's data holds what its types declare.

Annotations bind nobody who writes JSON: a name that is a number is found here and not by the page
that shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

_MOST_INT, _MOST_DIGITS = 10_000, 20
_HOLDS_NOTHING = (str, int, Decimal)


def require(built: object) -> None:
    """Look through a dataclass and those inside it: text, numbers of a sane size, and tuples of these.

    Raises ``TypeError`` or ``ValueError`` for the first that is something else.
    """
    if isinstance(built, tuple):
        for one in built:
            require(one)
    elif is_dataclass(built) and not isinstance(built, type):
        for name, declared in _declared(type(built)):
            value = getattr(built, name)
            _require(name, value, declared)
            # a round has thousands of these
            if not isinstance(value, _HOLDS_NOTHING):
                require(tuple(value.values()) if isinstance(value, Mapping) else value)


@cache
def _declared(kind: type[Any]) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, str(field.type)) for field in fields(kind))


def _require(name: str, value: object, declared: str) -> None:
    if declared == "str" and type(value) is not str:
        raise TypeError(name)
    if declared == "tuple[str, ...]" and (not isinstance(value, tuple) or any(type(one) is not str for one in value)):
        raise TypeError(name)
    if declared == "int" and (type(value) is not int or abs(value) > _MOST_INT):
        raise ValueError(name)
    if declared == "Decimal" and not (
        isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) <= _MOST_DIGITS
    ):
        raise ValueError(name)
