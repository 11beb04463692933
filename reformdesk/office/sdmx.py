"""The report for statistical tools: SDMX-CSV 2.0, one observation a line, read with :mod:`.sdmx_structure`'s file.

Every figure, a total or an agency's share, is an observation; a rate by block is one a block. Words and the answers
that are no figure leave ``OBS_VALUE`` empty: ``ANSWER`` says what was answered, ``OBS_TEXT`` has the words.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import NamedTuple

from reformdesk.core import seam_text, seams
from reformdesk.core.catalogue import Indicator
from reformdesk.core.consolidation import Share, Total
from reformdesk.core.remarks import About, Remark, remarks_on
from reformdesk.core.report import ConsolidatedRound, Report, plain
from reformdesk.core.seams import Seam
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text, Value, format_plain
from reformdesk.errors import Mendable
from reformdesk.office.harmless import harmless
from reformdesk.office.sdmx_codes import BREAK, NORMAL, TOTAL, Coding, answer_code, coding_of, status_of, time_period

SUFFIX, STRUCTURE_SUFFIX = ".sdmx.csv", ".sdmx.xml"
DIMENSIONS = ("INDICATOR", "REPORTER", "BLOCK", "TIME_PERIOD")
MEASURE = "OBS_VALUE"
ATTRIBUTES = (
    *("OBS_STATUS", "ANSWER", "OBS_TEXT", "DECIMALS", "UNIT_WRITTEN"),
    *("COVERAGE_ANSWERED", "COVERAGE_OWED", "UNCOMPARED", "ENTERED", "ADJUSTED", "COMPUTED", "COMMENT_OBS"),
    "SUBMISSION",
    *("UNIT_MEASURE", "AREA", "NATURE", "ROUND", "CUT_OFF", "CUMULATIVE"),
)
COLUMNS = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, MEASURE, *ATTRIBUTES)
_INFORMATION = "I"
_TOLD_APART = (About.PROVISIONAL, About.ENTERED, About.PARTIAL, About.ADJUSTED, About.OVERTAKEN)
"""Remarks that have an attribute of their own."""

_NOTHING_BEHIND = ("",) * 8
"""Where nothing was handed in, from ``COVERAGE_ANSWERED`` to ``SUBMISSION``."""

Row = Sequence[str]


def pieces(report: Report) -> Iterator[bytes]:
    """Yield the file's head, then its rounds, one at a time.

    Raises ``Mendable('sdmx-same-period')`` before the first where two rounds ask for a figure of the same period:
    an SDMX file can hold one observation for it.
    """
    _require_periods_apart(report.parts)
    coding = coding_of(report.parts)
    between = _between(report.parts)
    yield _lines([COLUMNS])
    for part in report.whole():
        head, when = ("dataflow", coding.dataflow, _INFORMATION), time_period(part.round.period)
        read = _Read(part, coding, head, when, between[part.round.id])
        yield _lines(_rows(read) if report.agency is None else _rows_of(report.agency.id, read))


def _require_periods_apart(parts: Iterable[ConsolidatedRound]) -> None:
    covered: dict[tuple[str, str], ConsolidatedRound] = {}
    for part in parts:
        for name in part.totals:
            earlier = covered.setdefault((time_period(part.round.period), name), part)
            if earlier is not part:
                raise Mendable("sdmx-same-period", first=earlier.round.title, second=part.round.title)


def _between(parts: Sequence[ConsolidatedRound]) -> dict[str, dict[str, Seam]]:
    """Return by round what lies between its totals and those of the last round before that has figures."""
    last: dict[str, ConsolidatedRound] = {}
    found: dict[str, dict[str, Seam]] = {}
    for part in parts:
        told = {name: seams.between(last[name], part, name) for name in part.totals if name in last}
        found[part.round.id] = {name: seam for name, seam in told.items() if seam is not None}
        last |= {name: part for name, total in part.totals.items() if not isinstance(total.value, Status)}
    return found


def _lines(rows: Iterable[Row]) -> bytes:
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows(rows)
    return buffer.getvalue().encode()


class _Read(NamedTuple):
    """A round that is being written: its figures, their codes, and what all of its lines begin and end a key with.

    ``between`` is what lies between its totals and the earlier ones in the file.
    """

    part: ConsolidatedRound
    coding: Coding
    head: Row
    when: str
    between: Mapping[str, Seam]

    def key(self, indicator: str, reporter: str, block: str) -> Row:
        """Return the first fields of a line: what it belongs to, and its dimensions."""
        return *self.head, indicator, reporter, block, self.when

    def about(self, indicator: str) -> Row:
        """Return what holds for all observations of an indicator in the round."""
        return _about(self.part, self.part.round.catalogue.indicators[indicator], self.coding)


def _rows(read: _Read) -> Iterator[Row]:
    for name, total in read.part.totals.items():
        about = read.about(name)
        seam = read.between.get(name)
        behind = _behind_total(total, read.part.round.catalogue.indicators[name], seam)
        for block, value in _by_block(total.value, read.coding):
            observed = _observed(value, _status_of_total(total, value, seam))
            yield (*read.key(name, TOTAL, block), *observed, *behind, *about)
        yield from _share_rows(read, total, about)


def _rows_of(agency: str, read: _Read) -> Iterator[Row]:
    """Yield what one agency answered: no total, and what it did not answer as such."""
    for name, total in read.part.totals.items():
        about = read.about(name)
        if total.shares:
            yield from _share_rows(read, total, about)
        else:
            observed = _observed(Status.BLANK, status_of(Status.BLANK))
            yield (*read.key(name, agency, TOTAL), *observed, *_NOTHING_BEHIND, *about)


def _share_rows(read: _Read, total: Total, about: Row) -> Iterator[Row]:
    for share in total.shares:
        behind = _behind_share(share)
        for block, value in _by_block(share.value, read.coding):
            observed = _observed(value, status_of(value, unvalidated=share.provisional))
            yield (*read.key(total.indicator, share.agency, block), *observed, *behind, *about)


def _by_block(value: Value, coding: Coding) -> Iterator[tuple[str, Value]]:
    """Yield an answer as observations: one a block where it is given so."""
    if not isinstance(value, Rates):
        yield TOTAL, value
        return
    told: dict[str, BlockRate] = {}
    for rate in value.rates:
        told.setdefault(coding.blocks.get(rate.block, rate.block), rate)
    for block, rate in told.items():
        yield block, Rates((rate,))


def _observed(value: Value, status: str) -> Row:
    """Return ``OBS_VALUE`` and what is said of it alone."""
    figure, words, unit = "", "", ""
    match value:
        case Number(amount, unit):
            figure = format_plain(amount)
        case Mark(held):
            figure = "1" if held else "0"
        case Rates(rates):
            figure = format_plain(rates[0].rate)
        case Text(words):
            pass
    decimals = str(len(figure.partition(".")[2])) if figure else ""
    return figure, status, answer_code(value), _in_one_line(words), decimals, _in_one_line(unit)


def _status_of_total(total: Total, value: Value, seam: Seam | None) -> str:
    """Return the code of a total; that its series is broken is said where nothing weightier is."""
    imputed = bool(total.adjusted) or total.from_adjusted
    told = {"imputed": imputed, "unvalidated": bool(total.provisional), "partial": total.is_partial}
    code = status_of(value) if total.is_past else status_of(value, **told)
    return BREAK if code == NORMAL and seam is not None and seam.parts_series else code


def _behind_total(total: Total, indicator: Indicator, seam: Seam | None) -> Row:
    """Return what stands behind a total, from its coverage to the remarks on it; a total has no file of its own."""
    adjusted = total.adjusted and not total.is_past
    remarks = [one for one in remarks_on(total, indicator) if one.about not in _TOLD_APART]
    remarks += [Remark(About.PAST)] if total.is_past else []
    said = [*dict.fromkeys(one.printed for one in remarks), *([seam_text.said(seam)] if seam is not None else [])]
    return (
        *(str(total.answered), str(total.owed), str(total.provisional), str(total.entered)),
        _in_one_line(total.adjusted) if adjusted else "",
        _in_one_line("".join(plain(total.computed))) if adjusted or total.from_adjusted else "",
        _in_one_line(" ".join(said)),
        "",
    )


def _behind_share(share: Share) -> Row:
    """Return what stands behind a share; it has no coverage, and Home Affairs adjusts totals alone."""
    counted = (str(int(share.provisional)), str(int(share.entered)))
    return ("", "", *counted, "", "", _in_one_line(share.explanation), share.submission)


def _about(part: ConsolidatedRound, indicator: Indicator, coding: Coding) -> Row:
    """Return what holds for all observations of an indicator in a round."""
    period, area = part.round.period, part.round.catalogue.area_of[indicator.id]
    cut_off = period.cut_off.get(area)
    return (
        coding.units[indicator.unit.vi],
        coding.areas[area],
        indicator.nature.value.upper(),
        part.round.id,
        cut_off.isoformat() if cut_off else "",
        "true" if period.cumulates else "false",
    )


def _in_one_line(words: str) -> str:
    """Return words as a field: some readers take every line break for the next observation."""
    if not words:
        return ""
    return harmless(" / ".join(line for line in words.splitlines() if line.strip()))
