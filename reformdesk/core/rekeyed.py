"""What a desk keeps of typing figures into another program once more: the order, and what was carried over.

Both are the office's own files (:mod:`reformdesk.core.office_files`): no part of the merged state. What was
carried over is kept for each round, for its totals and for each agency by itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reformdesk.core import office_files, rekeying, round_totals, roundbook, what_counts
from reformdesk.core.changes import Changes
from reformdesk.core.office_files import REKEYING
from reformdesk.core.rekeying import Carried, Line, Order
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace, timestamp
from reformdesk.core.values import from_wire, to_wire
from reformdesk.errors import Mendable
from reformdesk.exchange.documents import canonical

ORDER_FORMAT, CARRIED_FORMAT = "reformdesk-rekeying/1", "reformdesk-rekeyed/1"
WHOLE = ""
"""In place of an agency's id: the totals of all."""

_CARRIED = "rekeyed:"
_ORDER_FILE, _CARRIED_FILE = "rekeying.json", "rekeyed.json"


@dataclass(frozen=True)
class Sheet:
    """What is to be typed of a round: of all (:data:`WHOLE`) or of one agency; ``given`` is the office's own order."""

    round: Round
    agency: str
    lines: tuple[Line, ...]
    given: Order | None


def read(workspace: Workspace, round_id: str, agency: str = WHOLE, order: Order | None = None) -> Sheet:
    """Return what is to be typed, in ``order`` or else in the one that is kept, or else as printed.

    Raises ``Mendable``: ``unknown-round``, ``unknown-agency``; ``StoreError('workspace-to-look')``.
    """
    workspace.require_sound()
    round_ = roundbook.load(workspace, round_id)
    if agency == WHOLE:
        totals = round_totals.of_round(workspace, round_id).totals
    elif agency in round_.by_id:
        totals = rekeying.of_agency(round_, agency, what_counts.submitted(workspace, round_id, agency).get(agency))
    else:
        raise Mendable("unknown-agency", agency=agency)
    given = order or kept_order(workspace)
    return Sheet(round_, agency, rekeying.lines(round_, totals, given, carried(workspace, round_id, agency)), given)


def kept_order(workspace: Workspace) -> Order | None:
    """Return the other program's order as the office gave it; ``None`` for the printed one."""
    found = office_files.get(workspace, REKEYING)
    if found is None:
        return None
    wire = json.loads(found.content)
    return Order(tuple(wire["indicators"]), bool(wire["rest"]))


def keep_order(workspace: Workspace, order: Order | None, now: datetime) -> Changes:
    """Keep an order from now on; ``None`` goes back to the printed one."""
    if order is None:
        return office_files.remove(workspace, REKEYING)
    wire = {"format": ORDER_FORMAT, "indicators": list(order.listed), "rest": order.rest}
    return office_files.put(workspace, REKEYING, _ORDER_FILE, canonical(wire), now)


def carried(workspace: Workspace, round_id: str, agency: str = WHOLE) -> dict[str, Carried]:
    """Return what was carried over, by the lines' keys."""
    return {
        key: Carried(from_wire(one["value"]), one["at"])
        for key, one in _kept(workspace, round_id).get(agency, {}).items()
    }


def carry(workspace: Workspace, round_id: str, agency: str, key: str, done: Carried | None, now: datetime) -> None:
    """Remember that a line was carried over as ``done`` says; ``None`` takes that back."""
    kept = _kept(workspace, round_id)
    own = {name: one for name, one in kept.get(agency, {}).items() if name != key}
    if done is not None:
        own[key] = {"value": to_wire(done.value), "at": done.at}
    wire = {"format": CARRIED_FORMAT, "round": round_id, "of": {**kept, agency: own}}
    office_files.put(workspace, _CARRIED + round_id, _CARRIED_FILE, canonical(wire), now)


def begin_anew(workspace: Workspace, round_id: str, agency: str, now: datetime) -> None:
    """Forget what was carried over of a round: of all or of one agency."""
    kept = {name: one for name, one in _kept(workspace, round_id).items() if name != agency}
    wire = {"format": CARRIED_FORMAT, "round": round_id, "of": kept}
    office_files.put(workspace, _CARRIED + round_id, _CARRIED_FILE, canonical(wire), now)


def carried_now(line: Line, now: datetime) -> Line:
    """Return a line carried over at a moment."""
    return line.carry(timestamp(now))


def _kept(workspace: Workspace, round_id: str) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    found = office_files.get(workspace, _CARRIED + round_id)
    kept: Mapping[str, Mapping[str, Mapping[str, Any]]] = json.loads(found.content)["of"] if found is not None else {}
    return kept
