"""A file of figures at the command line: a plain list, or the form's workbook, through the form's own checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from reformdesk.core import proposals, values
from reformdesk.core.answers import Answer, Given
from reformdesk.core.proposals import Fate
from reformdesk.core.rounds import Round
from reformdesk.errors import Mendable
from reformdesk.office import entry_sheet, form_reading, workbook_file
from reformdesk.words import Words


@dataclass(frozen=True)
class Entered:
    """What is to be written, a line for each thing that was refused, and for each that is worth knowing."""

    given: Mapping[str, Given]
    refused: tuple[str, ...]
    told: tuple[str, ...] = ()


def read(source: Path, round_: Round, agency: str, answers: Mapping[str, Answer], words: Words) -> Entered:
    """Read a file for an agency's round. Raises ``Mendable`` as the readers do."""
    try:
        lines = entry_sheet.read_lines(source)
    except Mendable as problem:
        if problem.code != "sheet-unreadable" or not workbook_file.is_workbook(source):
            raise
    else:
        return _from_list(lines, round_, agency, words)
    return _from_form(form_reading.read_form(source, round_, agency, words.language), round_, agency, answers, words)


def _from_list(lines: Sequence[entry_sheet.Line], round_: Round, agency: str, words: Words) -> Entered:
    given: dict[str, Given] = {}
    refused = []
    for line in lines:
        reading = _read(round_, agency, line)
        problem = _problem(round_, agency, line.indicator, reading, words)
        if problem:
            refused.append(words.command("line-refused", indicator=line.indicator, problem=problem))
        elif reading is not None and not isinstance(reading, values.Unreadable | values.Ambiguous):
            given[line.indicator] = Given(reading, line.explanation or None)
    return Entered(given, tuple(refused))


def _from_form(
    form: form_reading.FormRead, round_: Round, agency: str, answers: Mapping[str, Answer], words: Words
) -> Entered:
    weighed = proposals.weigh(round_, agency, answers, form.offers, form.style)
    refused = []
    for one in weighed:
        reading = None if one.fate in (Fate.NOT_OWED, Fate.COMPUTED) else one.reading
        problem = _problem(round_, agency, one.indicator, reading, words)
        if problem:
            place = f"{one.offered.where} {one.indicator}"
            refused.append(words.command("line-refused", indicator=place, problem=problem))
    told = [words.loss(loss.code, asdict(loss)) for loss in form.losses if loss.code in form_reading.TELLS_ALONE]
    lost = [words.loss(loss.code, asdict(loss)) for loss in form.losses if loss.code not in form_reading.TELLS_ALONE]
    given = proposals.accepted(weighed, {one.indicator for one in weighed})
    return Entered(given, (*refused, *lost), tuple(told))


def _read(round_: Round, agency: str, line: entry_sheet.Line) -> values.Reading | None:
    """Read a line's value; ``None`` where the indicator is not the agency's."""
    if line.indicator not in round_.owed(agency):
        return None
    indicator = round_.catalogue.indicators[line.indicator]
    if isinstance(line.value, str):
        return values.read(line.value, indicator)
    return values.from_amount(line.value, indicator)


def _problem(round_: Round, agency: str, name: str, reading: values.Reading | None, words: Words) -> str:
    """Return why a value cannot be entered; empty where it can. No reading: the indicator is not the agency's."""
    match reading:
        case None:
            return words.error(Mendable(round_.why_not_owed(agency, name), indicator=name))
        case values.Unreadable():
            return words.unreadable(reading)
        case values.Ambiguous(choices):
            indicator = round_.catalogue.indicators[name]
            shown = [values.write(choice, indicator) or words.answer("blank") for choice in choices]
            return words.unreadable(values.Unreadable("ambiguous", (("choices", " / ".join(shown)),)))
        case _:
            return ""
