"""An earlier figure in words: what it is made of, or why it is not to be compared."""

from __future__ import annotations

from reformdesk.core.inherited import Inherited
from reformdesk.core.rounds import EarlierRound, Round
from reformdesk.core.values import Status, Value, write
from reformdesk.edition_sentences import BREAKS, INHERITED
from reformdesk.words import Words


def explained(round_: Round, past: EarlierRound, agency: str, name: str, words: Words) -> str:
    """Return what is to be known of an agency's earlier figure; nothing where it is its own and counted alike."""
    found = round_.inherited(past, agency, name)
    broken = past.breaks.get(name) if found.parts else None
    lines = [words.of(BREAKS, "breaks", broken.value)] if broken is not None else []
    if not found.is_own:
        lines.append(_made_of(round_, found, name, words))
    return " ".join(lines)


def _made_of(round_: Round, found: Inherited, name: str, words: Words) -> str:
    def named(agency: str) -> str:
        return round_.known[agency].text(words.language) if agency in round_.known else agency

    indicator = round_.catalogue.indicators[name]
    parts = "; ".join(f"{named(one.agency)} {value_text(one.value, round_, name, words)}" for one in found.parts)
    if found.why is not None:
        code, agencies = found.why.value, found.because
    elif len(found.parts) == 1:
        code, agencies = "taken-over", (found.parts[0].agency,)
    else:
        code, agencies = "of-sums" if indicator.rate is not None else "added", ()
    return words.say("inherited", INHERITED[code], agencies=", ".join(map(named, agencies)), parts=parts)


def value_text(value: Value, round_: Round, name: str, words: Words) -> str:
    """Return a value on one line; what is no figure in its own words, in brackets."""
    if isinstance(value, Status):
        return f"({words.answer(value.value)})"
    return write(value, round_.catalogue.indicators[name]).replace("\n", ", ")
