"""An earlier figure in words: what it is made of, or why it is not to be compared."""

from __future__ import annotations

from reformdesk.core.rounds import EarlierRound, Round
from reformdesk.core.values import Status, Value, write
from reformdesk.edition_sentences import BROKEN, INHERITED
from reformdesk.words import Words


def explained(round_: Round, past: EarlierRound, agency: str, name: str, words: Words) -> str:
    """Return what is to be known of an agency's earlier figure; nothing where it is its own and counted alike."""
    found = round_.inherited(past, agency, name)
    reason = reasons(round_, past, agency, name, words)
    if found.why is None and len(found.parts) == 1:
        return reason
    told = "then" if found.why is not None else "of-sums" if round_.catalogue.indicators[name].rate else "added"
    parts = "; ".join(
        f"{_named(round_, one.agency, words)} {value_text(one.value, round_, name, words)}" for one in found.parts
    )
    listed = words.say("inherited", INHERITED[told], parts=parts) if not found.is_own else ""
    return " ".join(filter(None, (reason, listed)))


def reasons(round_: Round, past: EarlierRound, agency: str, name: str, words: Words) -> str:
    """Return why an earlier figure is not to be compared, or whose it is, without the figures that it is made of."""
    found = round_.inherited(past, agency, name)
    broken = past.breaks.get(name) if found.parts else None
    lines = [words.of(BROKEN, "broken", broken.value)] if broken is not None else []
    taken_over = len(found.parts) == 1 and not found.is_own
    code = found.why.value if found.why is not None else "taken-over" if taken_over else ""
    if code:
        agencies = found.because if found.why is not None else [one.agency for one in found.parts]
        named = ", ".join(_named(round_, one, words) for one in agencies)
        lines.append(words.say("inherited", INHERITED[code], agencies=named))
    return " ".join(lines)


def _named(round_: Round, agency: str, words: Words) -> str:
    return round_.known[agency].text(words.language) if agency in round_.known else agency


def value_text(value: Value, round_: Round, name: str, words: Words) -> str:
    """Return a value on one line; what is no figure in its own words, in brackets."""
    if isinstance(value, Status):
        return f"({words.answer(value.value)})"
    return write(value, round_.catalogue.indicators[name]).replace("\n", ", ")
