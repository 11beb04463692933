"""An earlier figure as it stands in a narrow column, with a sign where there is more to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reformdesk.core.catalogue import Indicator
from reformdesk.core.comparison import Column
from reformdesk.core.inherited import Part
from reformdesk.core.rounds import EarlierRound, Round
from reformdesk.core.values import Status
from reformdesk.inherited_words import explained
from reformdesk.ui.models.form import short_text, told
from reformdesk.words import Words

_MOST_LINES = 2


@dataclass(frozen=True)
class EarlierCell:
    """``text`` has a star behind what others reported too, and brackets around what is not to be compared.

    ``tip`` says more than the text, where there is more to say; ``noted`` that there is a sign.
    """

    text: str
    tip: str = ""
    noted: bool = False


def earlier_cell(round_: Round, past: EarlierRound, agency: str, name: str, words: Words) -> EarlierCell:
    """Return what a column shows of an agency's figure in an earlier round."""
    indicator = round_.catalogue.indicators[name]
    found = round_.inherited(past, agency, name)
    note = explained(round_, past, agency, name, words)
    if not note:
        text = short_text(found.value, indicator)
        full = told(Status.BLANK if found.value is None else found.value, indicator, words)
        return EarlierCell(text, full if full != text else "")
    if found.value is None:
        return EarlierCell(_beside(found.parts, indicator), note, noted=True)
    text = short_text(found.value, indicator) + ("" if found.is_own else "*")
    return EarlierCell(f"({text})" if name in past.breaks else text, note, noted=True)


def earlier_cells(
    round_: Round, shown: Sequence[Column], agency: str, name: str, words: Words
) -> tuple[EarlierCell, ...]:
    """Return what stands in the columns of an indicator's row."""
    return tuple(earlier_cell(round_, one.past, agency, name, words) for one in shown)


def _beside(parts: tuple[Part, ...], indicator: Indicator) -> str:
    """Return figures that are named beside each other, as far as a row has lines for them."""
    speaking = [part for part in parts if part.value is not Status.NOT_APPLICABLE] or parts
    given = [short_text(part.value, indicator) for part in speaking]
    return "\n".join(f"({text})" for text in given) if len(given) <= _MOST_LINES else "(…)"
