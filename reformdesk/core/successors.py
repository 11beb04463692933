"""Who reports in a round what an agency that is no more reported alone: whoever took that task over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from reformdesk.core.catalogue import Reporter
from reformdesk.core.register import Register
from reformdesk.core.round_layout import Layout, assign


def heirs(register: Register, agency: str, indicator: str, day: date) -> tuple[str, ...]:
    """Return which agencies of a day do what an agency did: itself where it is there, else its heirs' heirs too."""
    found: dict[str, None] = {}
    waiting, met = [agency], {agency}
    while waiting:
        one = waiting.pop(0)
        if one in register.by_id and register.by_id[one].exists(day):
            found[one] = None
            continue
        following = [
            other.after for other in register.succession_until(day) if other.before == one and other.covers(indicator)
        ]
        waiting += [other for other in following if other not in met]
        met.update(following)
    return tuple(found)


def taking_over(layout: Layout, register: Register, areas: Collection[str], day: date) -> Mapping[str, str]:
    """Return, by indicator that nobody of a round reports, the one agency in it that took the task over.

    What several took over between them is left out: somebody has to say who reports it.
    """
    there = {agency.id for agency in layout.members}
    asked = {name: layout.catalogue.indicators[name].reporter.agency for name in layout.unreported(areas)}
    known = {name: heirs(register, agency, name, day) for name, agency in asked.items() if agency}
    return {name: found[0] for name, found in known.items() if len(found) == 1 and found[0] in there}


def hand_on(layout: Layout, taking: Mapping[str, str]) -> Layout:
    """Let indicators be reported by the agencies that took them over."""
    for agency in dict.fromkeys(taking.values()):
        layout = assign(layout, {name for name, heir in taking.items() if heir == agency}, Reporter(agency=agency))
    return layout
