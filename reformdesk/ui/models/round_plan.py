"""What a new round is laid out on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reformdesk.core import founding, merged, roundbook
from reformdesk.core.founding import Edition
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.store import Workspace
from reformdesk.ui import actions


@dataclass(frozen=True, eq=False)
class Ground:
    """The last round's plan, the ids that are taken, the indicator sets, the earlier figures, and the desk's key."""

    base: RoundPlan
    known: frozenset[str]
    editions: tuple[Edition, ...]
    earlier: tuple[Mapping[str, Any], ...]
    has_key: bool


def read_ground(workspace: Workspace) -> Ground:
    """Read it. Raises ``Mendable('no-round')`` where the desk was never set up."""
    return Ground(
        base=founding.base_plan(workspace),
        known=frozenset(roundbook.round_ids(workspace)),
        editions=founding.editions(workspace),
        earlier=merged.earlier_answers(workspace),
        has_key=actions.has_key(workspace),
    )
