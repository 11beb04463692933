"""What a revision says otherwise than the one before it: from what, to what, and why (bản đính chính)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reformdesk.core import values
from reformdesk.core.values import Status, Value

Line = Mapping[str, Any]
"""An answer as ``submission.json`` carries it."""


@dataclass(frozen=True)
class Correction:
    """One figure that changed. ``reason`` is empty where no new word says why."""

    indicator: str
    before: Value
    after: Value
    reason: str

    @property
    def lacks_reason(self) -> bool:
        """Whether a word is missing; a blank that is filled in explains itself."""
        return not self.reason and self.before is not Status.BLANK


def between(before: Iterable[Line], after: Iterable[Line]) -> tuple[Correction, ...]:
    """Return what ``after`` says otherwise than ``before``, in the order of ``after``."""
    past = {str(line["indicator"]): line for line in before}
    blank: Line = {"value": values.to_wire(Status.BLANK)}
    found = []
    for line in after:
        old = past.get(line["indicator"], blank)
        if line["value"] != old["value"]:
            found.append(
                Correction(
                    indicator=str(line["indicator"]),
                    before=values.from_wire(old["value"]),
                    after=values.from_wire(line["value"]),
                    reason=new_words(old, line),
                )
            )
    return tuple(found)


def new_words(before: Line, after: Line) -> str:
    """Return the explanation beside an answer, unless it stood there before: old words explain no new change."""
    words = str(after.get("explanation", ""))
    return words if words != before.get("explanation", "") else ""


def to_wire(corrections: Iterable[Correction]) -> tuple[dict[str, Any], ...]:
    """Return the member ``corrections`` of a submission."""
    return tuple(
        {
            "indicator": one.indicator,
            "before": values.to_wire(one.before),
            **({"reason": one.reason} if one.reason else {}),
        }
        for one in corrections
    )


def reasons(wire: Iterable[Line]) -> dict[str, str]:
    """Return why figures changed, by indicator, as a submission's member ``corrections`` says it."""
    return {str(one["indicator"]): str(one.get("reason", "")) for one in wire}
