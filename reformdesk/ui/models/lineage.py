"""What was decided on a figure or a file, as lines that an officer reads."""

from __future__ import annotations

from reformdesk.core import values
from reformdesk.core.catalogue import Indicator
from reformdesk.core.deciding import Kind
from reformdesk.core.journal import Line
from reformdesk.core.lineage import Signature
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.form import told
from reformdesk.words import Words


def decision_text(line: Line, words: Words, indicator: Indicator | None = None) -> str:
    """Return what was decided, by whom, when and why; ``indicator`` is the one that a total is of."""
    one = line.decision
    if one.kind is Kind.TOTAL and indicator is not None:
        value, computed = (told(values.from_wire(one.detail[name]), indicator, words) for name in ("value", "computed"))
        what = words.decision(one.kind, value=value, computed=computed)
    else:
        what = words.decision(one.kind)
    hands = "; ".join(" ".join(filter(None, [hand.author, long_moment(hand.decided_at)])) for hand in line.hands)
    said = one.reason or str(one.detail.get("words", ""))
    return " · ".join(filter(None, [what, hands, said]))


def signature_text(one: Signature, words: Words) -> str:
    """Return who signed, when, and what is known of the key."""
    since = long_moment(one.since) if one.since else ""
    known = words.trust(one.trust, since=since, reason=one.reason)
    return " · ".join(filter(None, [one.name, one.issuer, long_moment(one.signed_at), known]))
