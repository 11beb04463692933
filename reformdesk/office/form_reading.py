"""A form's workbook read back: every row found again, whatever became of the sheet; what is lost is named.

It gives offers, to be weighed and looked at (:mod:`reformdesk.core.proposals`); nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from reformdesk.core.answers import Offered
from reformdesk.core.catalogue import Kind
from reformdesk.core.number_style import NumberStyle, style_of
from reformdesk.core.rounds import Round
from reformdesk.core.values import write_number
from reformdesk.errors import Mendable
from reformdesk.office import form_rates, workbook_file
from reformdesk.office.form_columns import identity_of
from reformdesk.office.form_layout import FORMAT, Identity
from reformdesk.office.form_sheet import Found, Loss, SheetReading, read_sheet
from reformdesk.office.known_rows import KnownRows
from reformdesk.office.sheet_cells import Sheet, sheets_of

TELLS_ALONE = frozenset({"earlier-issue", "column-guessed", "not-our-form", "row-missing", "area-missing"})
"""What is worth knowing although nothing that stands in the file was lost."""


@dataclass(frozen=True)
class FormRead:
    """What a workbook offers, how its numbers stored as text are written, and what could not be taken."""

    offers: tuple[Offered, ...]
    losses: tuple[Loss, ...]
    style: NumberStyle | None


@dataclass
class _Gathered:
    """What was found of one indicator: in its own row, and in those of its blocks."""

    whole: list[Found] = field(default_factory=list)
    blocks: dict[str, list[Found]] = field(default_factory=dict)


def read_form(path: Path, round_: Round, agency: str, language: str = "vi") -> FormRead:
    """Read a workbook as an agency's form of a round; what it lacks is named in ``language``.

    Raises ``Mendable``: what :func:`workbook_file.read` raises; ``form-other-round``,
    ``form-other-agency``, ``form-newer``; ``form-not-recognised`` where no row of the form is in it.
    """
    sheets = list(sheets_of(workbook_file.read(path)))
    identities = {sheet.title: identity_of(sheet) for sheet in sheets}
    _check_whose([one for one in identities.values() if one is not None], round_, agency, path.name)
    known = KnownRows(round_, agency)
    readings = [_read(sheet, identities[sheet.title], known, round_, agency) for sheet in sheets]
    if not any(one.rows for one in readings):
        raise Mendable("form-not-recognised", file=path.name)
    losses = [loss for one in readings for loss in one.losses]
    offers = list(_offers(readings, known, losses))
    told = [
        *_tell_of_issue(identities.values(), round_),
        *losses,
        *_missing(readings, round_, agency, language),
    ]
    numbers = {name for name, one in round_.catalogue.indicators.items() if one.kind not in (Kind.TEXT, Kind.MARK)}
    style = style_of(one.raw for one in offers if isinstance(one.raw, str) and one.indicator in numbers)
    return FormRead(tuple(form_rates.without_computed(offers, round_.catalogue, style)), tuple(told), style)


def whose(path: Path) -> Identity | None:
    """Return whose form of which round a workbook says that it is; ``None`` where it says nothing, or several things.

    Raises ``Mendable``: what :func:`workbook_file.read` raises; ``form-newer``.
    """
    found = {identity_of(sheet) for sheet in sheets_of(workbook_file.read(path))} - {None}
    said = [one for one in found if one is not None]
    if any(one.format != FORMAT for one in said):
        raise Mendable("form-newer", file=path.name)
    return said[0] if len({(one.round, one.agency) for one in said}) == 1 else None


def _check_whose(identities: Sequence[Identity], round_: Round, agency: str, file: str) -> None:
    """Refuse a workbook in which every sheet that says whose it is says another's."""
    if any(one.format != FORMAT for one in identities):
        raise Mendable("form-newer", file=file)
    if not identities or any((one.round, one.agency) == (round_.id, agency) for one in identities):
        return
    other = identities[0]
    if other.round != round_.id:
        past = next((one.title for one in round_.earlier if one.id == other.round), None)
        raise Mendable("form-other-round", file=file, theirs=past or other.round, ours=round_.title)
    named = round_.by_id.get(other.agency)
    raise Mendable("form-other-agency", file=file, agency=named.name if named is not None else other.agency)


def _read(sheet: Sheet, identity: Identity | None, known: KnownRows, round_: Round, agency: str) -> SheetReading:
    if identity is not None and (identity.round, identity.agency) != (round_.id, agency):
        whose = identity.round if identity.round != round_.id else identity.agency
        return SheetReading((), (Loss("sheet-of-another", sheet.title, name=whose),))
    return read_sheet(sheet, known, round_, agency, identified=identity is not None)


def _tell_of_issue(identities: Iterable[Identity | None], round_: Round) -> Iterator[Loss]:
    given = [one for one in identities if one is not None]
    if not given:
        yield Loss("not-our-form")
    elif any(one.digest != round_.digest for one in given if one.round == round_.id):
        yield Loss("earlier-issue")


def _offers(readings: Sequence[SheetReading], known: KnownRows, losses: list[Loss]) -> Iterator[Offered]:
    gathered: dict[str, _Gathered] = {}
    for found in (row for reading in readings for row in reading.rows):
        of_indicator = gathered.setdefault(found.row.indicator, _Gathered())
        if found.row.block:
            of_indicator.blocks.setdefault(found.row.block, []).append(found)
        else:
            of_indicator.whole.append(found)
    for name, one in gathered.items():
        offered = _offer(name, one, known, losses)
        if offered is not None:
            yield offered


def _offer(name: str, gathered: _Gathered, known: KnownRows, losses: list[Loss]) -> Offered | None:
    whole = _only(gathered.whole, losses)
    parts = [one for found in gathered.blocks.values() if (one := _only(found, losses)) is not None]
    rates = [one for one in parts if one.raw != ""]
    explanations = [one.words for one in (*([whole] if whole else []), *parts) if one.words]
    first = whole or next(iter(parts), None)
    if first is None:
        return None
    notes = tuple(dict.fromkeys(note for one in (*([whole] if whole else []), *rates) for note in one.notes))
    raw: str | Decimal = whole.raw if whole is not None else ""
    if raw != "" and rates:
        losses.append(_lost(first, "rate-and-blocks", ", ".join(_shown(one.raw) for one in (first, *rates))))
        raw = ""
    elif rates:
        raw = "\n".join(f"- {known.block_name(one.row)}: {_shown(one.raw).removesuffix('%')}%" for one in rates)
        first = rates[0]
    return Offered(name, raw, "; ".join(dict.fromkeys(explanations)), first.where, notes)


def _only(found: Sequence[Found], losses: list[Loss]) -> Found | None:
    """Return what the rows of one key agree on; where they do not, none of their figures is taken."""
    said = [one for one in found if one.raw != ""]
    spoken = [one for one in found if one.words]
    if not said:
        return spoken[0] if spoken else next(iter(found), None)
    first = said[0]
    words = first.words or (spoken[0].words if spoken else "")
    if len({_shown(one.raw) for one in said}) > 1:
        losses.append(_lost(first, "row-twice", " / ".join(f"{_shown(one.raw)} ({one.where})" for one in said)))
        return Found(first.row, "", words, first.where, first.place, ())
    notes = (*first.notes, "twice") if len(said) > 1 else first.notes
    return Found(first.row, first.raw, words, first.where, first.place, notes)


def _lost(found: Found, code: str, text: str) -> Loss:
    return Loss(code, found.place[0], found.place[1], found.place[2], found.row.name, text)


def _shown(raw: str | Decimal) -> str:
    return write_number(raw) if isinstance(raw, Decimal) else raw


def _missing(readings: Sequence[SheetReading], round_: Round, agency: str, language: str) -> Iterator[Loss]:
    """Name the indicators that no row of the file is for; a whole area by its name alone."""
    there = {row.row.indicator for reading in readings for row in reading.rows}
    there |= {name for reading in readings for name in reading.doubtful}
    area_of = round_.catalogue.area_of
    for area in round_.areas_of(agency):
        owed = [name for name in round_.owed(agency) if area_of[name] == area]
        absent = [name for name in owed if name not in there]
        if len(absent) == len(owed):
            yield Loss("area-missing", name=round_.catalogue.area(area).short.text(language))
            continue
        for name in absent:
            yield Loss("row-missing", name=round_.catalogue.indicators[name].name.text(language))
