"""What a new round is laid out on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reformdesk.core import founding, merged, round_correction, roundbook
from reformdesk.core.founding import Edition
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.store import Workspace
from reformdesk.ui import actions


@dataclass(frozen=True, eq=False)
class Ground:
    """The last round's plan, the ids that are taken, the indicator sets, the earlier figures, and the desk's key.

    ``corrects`` is the id of an open round that is to be corrected, whose plan ``base`` is then.
    """

    base: RoundPlan
    known: frozenset[str]
    editions: tuple[Edition, ...]
    earlier: tuple[Mapping[str, Any], ...]
    has_key: bool
    corrects: str | None = None


def read_ground(workspace: Workspace) -> Ground:
    """Read it. Raises ``Mendable('no-round')`` where the desk was never set up."""
    return Ground(
        base=founding.base_plan(workspace),
        known=frozenset(roundbook.round_ids(workspace)),
        editions=founding.editions(workspace),
        earlier=merged.earlier_answers(workspace),
        has_key=actions.has_key(workspace),
    )


def read_correction(workspace: Workspace, round_id: str) -> Ground:
    """Read what a correction of an open round is laid out on. Raises ``Mendable('unknown-round')``."""
    base = round_correction.plan_of(workspace, round_id)
    return Ground(
        base=base,
        known=frozenset(),
        editions=founding.editions(workspace),
        earlier=round_correction.earlier_in(workspace, round_id),
        has_key=actions.has_key(workspace),
        corrects=round_id,
    )
