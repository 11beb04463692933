"""What a new round is laid out on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from reformdesk.core import catalogue_reading, edition_draft, founding, merged, register, round_correction, roundbook
from reformdesk.core.founding import Edition
from reformdesk.core.register import Register
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.store import Workspace
from reformdesk.ui import actions


@dataclass(frozen=True, eq=False)
class Ground:
    """The last round's plan, the ids that are taken, the indicator sets, the earlier figures, and the desk's key.

    ``agencies`` says who is there when. ``corrects`` is the id of an open round that is to be corrected, whose
    plan ``base`` is then. ``is_drawn`` where the register goes into force with the round that is laid out;
    ``has_draft`` where an edition is being drawn that this round leaves alone.
    """

    base: RoundPlan
    known: frozenset[str]
    editions: tuple[Edition, ...]
    earlier: tuple[Mapping[str, Any], ...]
    has_key: bool
    agencies: Register
    corrects: str | None = None
    is_drawn: bool = False
    has_draft: bool = False


def read_ground(workspace: Workspace) -> Ground:
    """Read it. Raises ``Mendable('no-round')`` where the desk was never set up."""
    return Ground(
        base=founding.base_plan(workspace),
        known=frozenset(roundbook.round_ids(workspace)),
        editions=founding.editions(workspace),
        earlier=merged.earlier_answers(workspace),
        has_key=actions.has_key(workspace),
        agencies=founding.agencies_over_time(workspace),
        has_draft=edition_draft.is_waiting(workspace),
    )


def drawn(ground: Ground, source: Mapping[str, Any], agencies: Register) -> Ground:
    """Return what a round is laid out on that asks by an edition of one's own and of the agencies drawn with it."""
    edition = Edition(source, catalogue_reading.parse(source).name, is_drawn=True)
    return replace(
        ground,
        base=replace(ground.base, catalogue=source),
        editions=(edition, *(one for one in ground.editions if one.source != source)),
        agencies=agencies,
        is_drawn=True,
        has_draft=False,
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
        agencies=register.from_agencies(base.agencies, base.former, base.succession, base.office),
        corrects=round_id,
    )
