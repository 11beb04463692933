"""The form as a workbook: an agency's own rows, for a colleague without the program.

Cells that are to be filled in are tinted and open; all else is locked, without a password: the lock
keeps the hand from slipping, it keeps no secret.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reformdesk.core import comparison, values
from reformdesk.core.answers import NO_ANSWER, Answer
from reformdesk.core.catalogue import Indicator, Kind, Label
from reformdesk.core.comparison import Beside
from reformdesk.core.rounds import EarlierRound, Round
from reformdesk.core.values import Number, Rates, Status, Text, Value
from reformdesk.office import form_rates
from reformdesk.office import form_words as words
from reformdesk.office.form_checks import add_checks
from reformdesk.office.form_layout import HEADINGS, Identity, LayoutRow, Part, layout_rows
from reformdesk.office.sheet_text import begins_like_a_formula

VIETNAMESE = "[$-42A]"
"""The locale of the number formats: Windows language 0x042A, Vietnamese."""

MOST_DIGITS = 15
"""How many digits a spreadsheet's number keeps; a longer one is written as text."""

_EARLIER = 3
_FONT = "Times New Roman"
_TEXT, _QUIET, _TINT, _GROUND, _LINE = "1B2430", "5A6675", "E7F0FA", "F6F7F9", "C3CAD4"
_THIN = Side(style="thin", color=_LINE)
_FRAME = Border(top=_THIN, bottom=_THIN, left=_THIN, right=_THIN)
_INPUT_SIDE = Side(style="thin", color="0B5FA5")
_INPUT_FRAME = Border(top=_INPUT_SIDE, bottom=_INPUT_SIDE, left=_INPUT_SIDE, right=_INPUT_SIDE)
_WIDTH_OF_LETTER = 1.12
"""The width of a letter of 12 points, in the units of column widths."""
_LINE_HEIGHT, _LEAST_HEIGHT = 16, 22
_IDENTITY_CELL, _PARTS_ROW, _HEADER_ROW = "A1", 3, 4
_LONGEST_SHEET_NAME = 31
_FORBIDDEN_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True)
class Filled:
    """What the form is made of: the round, whose it is, the answers so far, the language of its words."""

    round: Round
    agency: str
    answers: Mapping[str, Answer]
    language: str = "vi"

    def say(self, label: Label) -> str:
        """Return a label in the form's language."""
        return label.text(self.language)


@dataclass(frozen=True)
class _Column:
    part: Part
    width: int
    past: EarlierRound | None = None
    beside: Beside | None = None


def file_name(round_: Round, agency: str) -> str:
    """Return the name that a form is saved under: ASCII, since mail systems spoil other letters."""
    return f"bieu-{agency}-{round_.id}.xlsx"


def workbook(filled: Filled) -> bytes:
    """Return an agency's form as .xlsx bytes: a sheet that says how, then a sheet for each area."""
    book = Workbook()
    guide = book.worksheets[0]
    guide.title = filled.say(words.GUIDE)
    counts: list[tuple[str, str, int]] = []
    for area in filled.round.areas_of(filled.agency):
        sheet = book.create_sheet(_sheet_name(filled, area))
        counts.append((area, sheet.title, _fill_area(sheet, filled, area)))
    areas = [sheet for sheet in book.worksheets if sheet is not guide]
    form_rates.put_formulas(areas, filled.round.catalogue, _PARTS_ROW)
    _fill_guide(guide, filled, counts)
    book.properties.title = filled.round.title.text(filled.language)
    book.properties.creator = "ReformDesk"
    book.active = 0
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _identity(filled: Filled) -> str:
    return str(Identity(filled.round.id, filled.round.digest, filled.agency))


def _sheet_name(filled: Filled, area: str) -> str:
    found = filled.round.catalogue.area(area)
    name = f"{found.id} {found.short.text(filled.language)}".translate(_FORBIDDEN_IN_SHEET_NAMES)
    return " ".join(name.split())[:_LONGEST_SHEET_NAME].strip()


def _columns(filled: Filled, area: str) -> list[_Column]:
    area_of = filled.round.catalogue.area_of
    own = [name for name in filled.round.figures_of(filled.agency) if area_of[name] == area]
    past = comparison.columns(filled.round, filled.agency, own, _EARLIER)
    return [
        _Column(Part.ROW, 10),
        _Column(Part.NUMBER, 6),
        _Column(Part.NAME, 56),
        _Column(Part.UNIT, 13),
        _Column(Part.REPORTER, 24),
        *(_Column(Part.EARLIER, 16, one.past, one.beside) for one in past),
        _Column(Part.VALUE, 19),
        _Column(Part.WORDS, 42),
    ]


def _fill_area(sheet: Worksheet, filled: Filled, area: str) -> int:
    """Fill an area's sheet; return the number of its indicators."""
    columns = _columns(filled, area)
    found = filled.round.catalogue.area(area)
    cut_off = filled.round.period.cut_off.get(area)
    agency = filled.round.by_id[filled.agency].text(filled.language)
    below = [agency, filled.say(filled.round.title)]
    if cut_off is not None:
        below.append(f"{filled.say(words.CUT_OFF)} {_day(cut_off)}")
    _put(sheet, 1, 1, _identity(filled))
    title = found.title if filled.language == "vi" else f"{found.id}. {found.short.text(filled.language)}"
    _put(sheet, 1, 2, title, bold=True, size=15)
    _put(sheet, 2, 2, " · ".join(below), colour=_QUIET)
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 24, 20
    for place, column in enumerate(columns, 1):
        mark = f"{column.part}:{column.past.id}" if column.past is not None else str(column.part)
        _put(sheet, _PARTS_ROW, place, mark)
        _head(sheet, place, column, filled)
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    rows = layout_rows(filled.round, filled.agency, area, filled.language)
    for place, row in enumerate(rows, _HEADER_ROW + 1):
        _fill_row(sheet, place, row, columns, filled)
    sheet.row_dimensions[_PARTS_ROW].hidden = True
    sheet.column_dimensions["A"].hidden = True
    heads = [_lines(str(sheet.cell(_HEADER_ROW, at).value or ""), one.width) for at, one in enumerate(columns, 1)]
    sheet.row_dimensions[_HEADER_ROW].height = _LINE_HEIGHT * max(heads) + 6
    sheet.freeze_panes = f"D{_HEADER_ROW + 1}"
    sheet.sheet_view.zoomScale = 90
    _protect(sheet)
    _set_up_print(sheet, landscape=True)
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.print_area = f"B1:{get_column_letter(len(columns))}{_HEADER_ROW + len(rows)}"
    return len({row.indicator for row in rows if row.indicator} - filled.round.catalogue.rates.keys())


def _head(sheet: Worksheet, place: int, column: _Column, filled: Filled) -> None:
    if column.past is not None:
        beside = {Beside.SAME_PERIOD: words.SAME_PERIOD, Beside.PREVIOUS: words.PREVIOUS}
        role = beside.get(column.beside) if column.beside is not None else None
        text = filled.say(column.past.short) + (f"\n{filled.say(role)}" if role is not None else "")
    elif column.part is Part.VALUE:
        text = f"{filled.say(HEADINGS[Part.VALUE])}\n{filled.say(filled.round.short)}"
    else:
        text = filled.say(HEADINGS[column.part]) if column.part in HEADINGS else ""
    cell = _put(sheet, _HEADER_ROW, place, text, bold=True)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.fill = PatternFill("solid", fgColor=_GROUND)
    cell.border = _FRAME


def _fill_row(sheet: Worksheet, place: int, row: LayoutRow, columns: list[_Column], filled: Filled) -> None:
    texts: list[int] = [1]
    for at, column in enumerate(columns, 1):
        match column.part:
            case Part.ROW:
                _put(sheet, place, at, row.key)
                continue
            case Part.VALUE | Part.WORDS if row.indicator in filled.round.catalogue.rates:
                _put_computed(sheet, place, at, row, column.part, filled)
            case Part.VALUE | Part.WORDS if row.key and not (row.block and column.part is Part.WORDS):
                _open_cell(sheet, place, at, row, column.part, filled)
            case Part.EARLIER if row.key and column.past is not None:
                _put_earlier(sheet, place, at, row, filled, column.past)
            case _:
                _put_printed(sheet, place, at, row, column.part)
        cell = sheet.cell(place, at)
        if column.part not in (Part.VALUE, Part.WORDS) or cell.border.top is None or not cell.border.top.style:
            cell.border = _FRAME
        texts.append(
            _lines(str(cell.value or ""), column.width - (3 * row.level + 2 if column.part is Part.NAME else 0))
        )
    sheet.row_dimensions[place].height = max(_LEAST_HEIGHT, _LINE_HEIGHT * max(texts) + 6)


def _put_printed(sheet: Worksheet, place: int, at: int, row: LayoutRow, part: Part) -> None:
    text = {Part.NUMBER: row.number, Part.NAME: row.name, Part.UNIT: row.unit, Part.REPORTER: row.reporter}
    is_name = part is Part.NAME
    cell = _put(sheet, place, at, text.get(part, ""), bold=not row.key and part in (Part.NUMBER, Part.NAME))
    if part in (Part.UNIT, Part.REPORTER):
        cell.font = Font(name=_FONT, size=11, color=_QUIET)
    cell.alignment = Alignment(
        horizontal="left" if is_name or part is Part.REPORTER else "center",
        vertical="center",
        wrap_text=True,
        indent=(1 + 2 * row.level) if is_name else int(part is Part.REPORTER),
    )
    if not row.key:
        cell.fill = PatternFill("solid", fgColor=_GROUND)


def _put_earlier(sheet: Worksheet, place: int, at: int, row: LayoutRow, filled: Filled, past: EarlierRound) -> None:
    indicator = filled.round.catalogue.indicators[row.indicator]
    value = filled.round.earlier_value(past, filled.agency, row.indicator)
    _put_value(sheet, place, at, _of_row(value, row), indicator, colour=_QUIET)
    # in the format: the figure itself stays a number
    before = '"("' if row.indicator in past.breaks else ""
    behind = "" if filled.round.inherited(past, filled.agency, row.indicator).is_own else '"*"'
    cell = sheet.cell(place, at)
    shown = cell.number_format.removeprefix(VIETNAMESE)
    locale = cell.number_format.removesuffix(shown)
    cell.number_format = f"{locale}{before}{shown}{behind}" + ('")"' if before else "")


def _put_computed(sheet: Worksheet, place: int, at: int, row: LayoutRow, part: Part, filled: Filled) -> None:
    """Make a cell of a rate: locked, since the spreadsheet computes it, with what it is computed from beside it."""
    catalogue = filled.round.catalogue
    if part is Part.WORDS:
        cell = _put(sheet, place, at, form_rates.how(catalogue, row.indicator, filled.language), colour=_QUIET)
        cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
        return
    _put_value(sheet, place, at, None, catalogue.indicators[row.indicator], colour=_TEXT)


def _open_cell(sheet: Worksheet, place: int, at: int, row: LayoutRow, part: Part, filled: Filled) -> None:
    """Make a cell that is to be filled in, with what is known already and a check of what is typed."""
    indicator = filled.round.catalogue.indicators[row.indicator]
    answer = filled.answers.get(row.indicator, NO_ANSWER)
    if part is Part.WORDS:
        cell = _put(sheet, place, at, answer.explanation)
        cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
        # as text: 1/5 in a sentence's beginning must not become a date
        cell.number_format = "@"
    else:
        _put_value(sheet, place, at, _of_row(answer.value, row), indicator, colour=_TEXT)
    cell = sheet.cell(place, at)
    cell.fill = PatternFill("solid", fgColor=_TINT)
    cell.border = _INPUT_FRAME
    cell.protection = Protection(locked=False)
    add_checks(sheet, cell.coordinate, row, part, filled.round.catalogue, filled.language)


def _of_row(value: Value | None, row: LayoutRow) -> Value | None:
    """Return what of a value stands in a row: rates by block stand in the blocks' rows, all else above them."""
    if isinstance(value, Rates):
        rate = next((one.rate for one in value.rates if one.block == row.block), None)
        return Number(rate) if rate is not None else None
    return None if row.block else value


def _put_value(
    sheet: Worksheet, place: int, at: int, value: Value | None, indicator: Indicator, *, colour: str
) -> None:
    cell = sheet.cell(place, at)
    match value:
        case Number(amount, unit) if not unit and len(amount.as_tuple().digits) <= MOST_DIGITS:
            cell.value = amount
        case None | Status.BLANK:
            pass
        case _:
            _put(sheet, place, at, values.write(value, indicator), colour=colour)
    cell.number_format = number_format(indicator)
    cell.font = Font(name=_FONT, size=11 if isinstance(value, Status) else 12, color=colour)
    is_words = isinstance(value, Text) or indicator.kind is Kind.TEXT
    cell.alignment = Alignment(
        horizontal="left" if is_words else "right",
        vertical="center",
        # LibreOffice draws a figure that may wrap without its indent
        wrap_text=is_words or isinstance(cell.value, str),
        indent=1,
    )


def number_format(indicator: Indicator) -> str:
    """Return the number format of an indicator's cells: as figures are printed here."""
    if indicator.kind in (Kind.MARK, Kind.TEXT):
        return "@"
    behind = f'" {indicator.written_unit}"' if indicator.written_unit else ""
    if indicator.kind.takes_fraction:
        # as many digits after the comma as were typed
        return f"{VIETNAMESE}General{behind}"
    whole = "0" * indicator.digits if indicator.digits > 1 else "#,##0"
    return f"{VIETNAMESE}{whole}{behind}"


def _fill_guide(sheet: Worksheet, filled: Filled, counts: list[tuple[str, str, int]]) -> None:
    round_, say = filled.round, filled.say
    _put(sheet, 1, 1, _identity(filled))
    sheet.column_dimensions["A"].hidden = True
    for letter, width in (("B", 26), ("C", 44), ("D", 14), ("E", 20)):
        sheet.column_dimensions[letter].width = width
    _put(sheet, 1, 2, say(words.TITLE), bold=True, size=16)
    sheet.row_dimensions[1].height = 34
    counted = say(words.CUMULATES if round_.period.cumulates else words.SPAN_ALONE)
    facts = (
        (words.AGENCY, round_.by_id[filled.agency].text(filled.language)),
        (words.ROUND, f"{say(round_.title)} ({_day(round_.period.starts)} – {_day(round_.period.ends)}, {counted})"),
        (words.DEADLINE, _day(round_.deadline)),
    )
    for place, (name, text) in enumerate(facts, 2):
        _put(sheet, place, 2, say(name), colour=_QUIET)
        _put(sheet, place, 3, text, bold=True)
        sheet.row_dimensions[place].height = _LEAST_HEIGHT
    place = len(facts) + 3
    sample = _put(sheet, place, 2, "")
    sample.fill, sample.border = PatternFill("solid", fgColor=_TINT), _INPUT_FRAME
    _put(sheet, place, 3, say(words.INPUT)).alignment = Alignment(vertical="center", horizontal="left", indent=1)
    sheet.row_dimensions[place].height = _LEAST_HEIGHT
    place = _fill_steps(sheet, place + 2, filled)
    _fill_contents(sheet, place + 1, filled, counts)
    sheet.sheet_view.showGridLines = False
    _protect(sheet)
    _set_up_print(sheet, landscape=False)


def _steps(filled: Filled) -> tuple[Label, ...]:
    """Return how to fill the form, and what the signs beside earlier figures mean where there are any."""
    round_, agency = filled.round, filled.agency
    asked = [(past, name) for past in round_.earlier for name in round_.figures_of(agency)]
    signs = any(name in past.breaks or not round_.inherited(past, agency, name).is_own for past, name in asked)
    return (*words.STEPS, words.SIGNS) if signs else words.STEPS


def _fill_steps(sheet: Worksheet, place: int, filled: Filled) -> int:
    for number, step in enumerate(_steps(filled), 1):
        text = f"{number}.  {filled.say(step)}"
        cell = _put(sheet, place, 2, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.merge_cells(start_row=place, start_column=2, end_row=place, end_column=5)
        sheet.row_dimensions[place].height = _LINE_HEIGHT * _lines(text, 132) + 6
        place += 1
    return place


def _fill_contents(sheet: Worksheet, place: int, filled: Filled, counts: list[tuple[str, str, int]]) -> None:
    headings = (words.AREA, None, words.COUNT, words.CUT_OFF)
    for at, heading in enumerate(headings, 2):
        cell = _put(sheet, place, at, filled.say(heading) if heading is not None else "", bold=True)
        cell.fill, cell.border = PatternFill("solid", fgColor=_GROUND), _FRAME
        cell.alignment = Alignment(horizontal="left" if at == 2 else "center", vertical="center", indent=int(at == 2))
    sheet.merge_cells(start_row=place, start_column=2, end_row=place, end_column=3)
    sheet.row_dimensions[place].height = _LEAST_HEIGHT
    for row, (area, title, count) in enumerate(counts, place + 1):
        cut_off = filled.round.period.cut_off.get(area)
        for at, text in ((2, title), (3, ""), (4, str(count)), (5, _day(cut_off) if cut_off else "")):
            cell = _put(sheet, row, at, text)
            cell.border = _FRAME
            cell.alignment = Alignment(
                horizontal="left" if at == 2 else "center", vertical="center", indent=int(at == 2)
            )
        link = sheet.cell(row, 2)
        link.hyperlink = f"#'{title}'!A1"
        link.font = Font(name=_FONT, size=12, color="0B5FA5", underline="single")
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=3)
        sheet.row_dimensions[row].height = _LEAST_HEIGHT


def _protect(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    # widths and heights may be changed: long words must be readable
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _set_up_print(sheet: Worksheet, *, landscape: bool) -> None:
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left, sheet.page_margins.right = 0.6, 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.6, 0.8
    sheet.page_margins.header = sheet.page_margins.footer = 0.35
    footer = sheet.oddFooter
    if footer is not None:
        footer.left.text, footer.right.text = "&A", "&P/&N"


def _put(
    sheet: Worksheet, place: int, at: int, text: str, *, bold: bool = False, size: int = 12, colour: str = _TEXT
) -> Cell | MergedCell:
    cell = sheet.cell(place, at)
    if text:
        cell.value = text
        # text stays text: what begins like a formula must not become one
        cell.data_type = "s"
        cell.quotePrefix = begins_like_a_formula(text)
    cell.font = Font(name=_FONT, size=size, bold=bold, color=colour)
    cell.alignment = Alignment(vertical="center")
    return cell


def _lines(text: str, width: int) -> int:
    """Estimate how many lines a text takes; programs do not agree on sizing rows by themselves."""
    return sum(max(1, ceil(len(line) * _WIDTH_OF_LETTER / width)) for line in text.split("\n"))


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
