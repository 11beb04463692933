"""What was decided on a figure or a file, as lines that an officer reads."""

from __future__ import annotations

from reformdesk.conflict_sentences import DECISIONS
from reformdesk.core import values
from reformdesk.core.catalogue import Indicator
from reformdesk.core.deciding import Kind
from reformdesk.core.journal import Line
from reformdesk.core.lineage import Signature
from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.decided import Named, decision_words, hands_words, reason_words
from reformdesk.ui.models.form import told
from reformdesk.words import Words


def decision_text(line: Line, named: Named, words: Words, indicator: Indicator | None = None) -> str:
    """Return what was decided, by whom, when and why; ``indicator`` is the one whose total is on show."""
    one = line.decision
    if one.kind is Kind.TOTAL and indicator is not None:
        value, computed = (told(values.from_wire(one.detail[name]), indicator, words) for name in ("value", "computed"))
        what = words.say("decisions", DECISIONS["total-here"], value=value, computed=computed)
    else:
        what = decision_words(one, named, words)
    return " · ".join(filter(None, [what, "; ".join(hands_words(line, words)), reason_words(one)]))


def signature_text(one: Signature, words: Words) -> str:
    """Return who signed, when, and what is known of the key."""
    since = long_moment(one.since) if one.since else ""
    known = words.trust(one.trust, since=since, reason=one.reason)
    return " · ".join(filter(None, [one.name, one.issuer, long_moment(one.signed_at), known]))
