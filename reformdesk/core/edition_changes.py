"""What is different between two editions, in the order in which a change note tells it. Pure.

First the set itself, then its tables in printed order with what is asked in them, then rules, then agencies.
"""

from __future__ import annotations

from reformdesk.core import agency_changes, set_changes
from reformdesk.core.edition import Edition
from reformdesk.core.edition_change import Change


def between(old: Edition, new: Edition) -> tuple[Change, ...]:
    """Return what is different; nothing where two editions ask the same of the same agencies."""
    return (*set_changes.between(old.drawn, new.drawn), *agency_changes.between(old.register, new.register))
