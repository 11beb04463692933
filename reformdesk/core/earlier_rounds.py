"""An earlier round as a later round's file carries it: seen by the later edition and succession. Pure, in wire form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reformdesk.core import breaks, values
from reformdesk.core.catalogue import Catalogue
from reformdesk.core.rounds import Break, Round
from reformdesk.core.values import Status


def seen_from(
    past: Mapping[str, Any], then: Round, now: Catalogue, succession: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """Return the accepted answers ``past`` of the round ``then``, as a round by ``now`` and ``succession`` has them.

    It says which indicators were counted otherwise. What agencies that took over or handed on were asked and did
    not answer is blank: whoever adds their figures up must know that one is missing.
    """
    involved = {name for step in succession for name in (step["from"], step["to"])}
    asked = {agency.id: then.owed(agency.id) for agency in then.agencies if agency.id in involved}
    blanks = {agency: dict.fromkeys(names, values.to_wire(Status.BLANK)) for agency, names in asked.items() if names}
    answers = {agency: {**blanks.get(agency, {}), **given} for agency, given in past["answers"].items()}
    seen = {**past, "answers": {**blanks, **answers}}
    seen.pop("breaks", None)
    counted_otherwise = _breaks(then.catalogue, now)
    return {**seen, "breaks": counted_otherwise} if counted_otherwise else seen


def _breaks(then: Catalogue, now: Catalogue) -> dict[str, str]:
    """Return in what an agency's own answers mean something else; how shares become one figure is not its matter."""
    if then.digest == now.digest:
        return {}
    found = breaks.all_between(then, now)
    return {name: why.value for name, why in found.items() if why is not Break.CONSOLIDATION}
