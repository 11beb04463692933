"""Frozen dataclasses as JSON and back, by the types that they declare.

A member that has its default is left out, so that a later member with a default reads older JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

_PLAIN = (str, int, bool)


def to_wire(built: Any) -> Any:
    """Return the JSON form of a dataclass, of one of its members, or of a tuple of these."""
    if is_dataclass(built) and not isinstance(built, type):
        given = ((field, getattr(built, field.name)) for field in fields(built))
        return {field.name: to_wire(value) for field, value in given if value != _default(field)}
    if isinstance(built, tuple):
        return [to_wire(one) for one in built]
    if isinstance(built, frozenset):
        return sorted(to_wire(one) for one in built)
    if isinstance(built, StrEnum):
        return built.value
    if isinstance(built, date):
        return built.isoformat()
    return str(built) if isinstance(built, Decimal) else built


def from_wire(kind: type[T], wire: Any) -> T:
    """Build ``kind`` from its JSON form; ``TypeError``, ``ValueError`` or ``KeyError`` where it is none."""
    built: T = _built(kind, wire)
    return built


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


@lru_cache(maxsize=256)
def _declared(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _built(kind: Any, wire: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        (own,) = (one for one in get_args(kind) if one is not NoneType)
        return None if wire is None else _built(own, wire)
    if origin in (tuple, frozenset):
        if not isinstance(wire, list):
            raise TypeError(str(kind))
        return origin(_built(get_args(kind)[0], one) for one in wire)
    if kind in _PLAIN:
        if type(wire) is not kind:
            raise TypeError(str(kind))
        return wire
    if kind is date:
        return date.fromisoformat(wire)
    if isinstance(kind, type) and issubclass(kind, StrEnum | Decimal):
        return kind(wire)
    declared = _declared(kind)
    if unknown := wire.keys() - declared.keys():
        raise ValueError(f"{kind.__name__}: {sorted(unknown)}")
    return kind(**{name: _built(declared[name], value) for name, value in wire.items()})
