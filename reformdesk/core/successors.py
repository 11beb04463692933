"""Who reports in a round what an agency that is no more reported alone: whoever took that task over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from reformdesk.core.catalogue import Reporter
from reformdesk.core.register import Register
from reformdesk.core.round_layout import Layout, assign


def heirs(register: Register, agency: str, indicator: str, day: date) -> tuple[str, ...]:
    """Return which agencies of a day do what an agency did: itself where nobody took it over, else its heirs' heirs.

    Who took it over handed it on from that day on, never before; it may have come back to who had it first.
    """
    steps = [one for one in register.succession_until(day) if one.covers(indicator)]
    found: dict[str, None] = {}
    waiting = [(agency, date.min)]
    for one, since in waiting:
        following = [(step.after, step.on) for step in steps if step.before == one and step.on >= since]
        waiting += [state for state in dict.fromkeys(following) if state not in waiting]
        if not following and one in register.by_id and register.by_id[one].exists(day):
            found[one] = None
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
