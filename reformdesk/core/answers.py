"""An agency's answer to one indicator: as it stands, as it is to be written, as something offers it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reformdesk.core.values import Status, Value


@dataclass(frozen=True)
class Answer:
    """An indicator's answer as it stands."""

    value: Value
    explanation: str = ""
    changed_at: str = ""


@dataclass(frozen=True)
class Given:
    """What is to be written of an answer; ``None`` leaves a part as it stands."""

    value: Value | None = None
    explanation: str | None = None


@dataclass(frozen=True)
class Offered:
    """What a source says of one indicator.

    ``raw`` is text as typed or the exact number of a numeric cell. ``explanation`` is ``None``
    where the source has no place for one. ``where`` is the place in the source, such as a cell;
    ``notes`` are codes of what a person should know, such as ``formula``.
    """

    indicator: str
    raw: str | Decimal
    explanation: str | None = None
    where: str = ""
    notes: tuple[str, ...] = ()


NO_ANSWER = Answer(Status.BLANK)
