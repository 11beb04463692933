"""The consolidated report for machines: tidy CSV and JSON."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

from reformdesk.core import origin
from reformdesk.core.consolidation import Total
from reformdesk.core.report import TIDY_HEADER, ConsolidatedRound, Report, tidy_rows
from reformdesk.core.values import to_wire
from reformdesk.office import closing_changes
from reformdesk.office.harmless import harmless

REPORT_FORMAT = "reformdesk-report/1"


def csv_pieces(report: Report) -> Iterator[bytes]:
    """Yield ``report.csv``, its head and then its rounds: UTF-8 with BOM, one line a total and one a share."""
    yield codecs.BOM_UTF8 + _lines([TIDY_HEADER])
    for part in report.whole():
        yield _lines(map(harmless, row) for row in tidy_rows([part]))


def _lines(rows: Iterable[Iterable[str]]) -> bytes:
    buffer = StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode()


def json_pieces(report: Report) -> Iterator[bytes]:
    """Yield the report as JSON, its head and then its rounds, with each total's shares and the state's digest.

    ``resources/schemas/report.schema.json`` says what stands in it.
    """
    head = _json(_head(report)).removesuffix("\n}")
    yield f'{head},\n "rounds": ['.encode()
    for number, part in enumerate(report.whole()):
        text = _json(_round(part)).replace("\n", "\n  ")
        yield f"{',' if number else ''}\n  {text}".encode()
    yield b"\n ]\n}\n"


def _json(item: Mapping[str, Any]) -> str:
    return json.dumps(item, ensure_ascii=False, indent=1)


def _head(report: Report) -> dict[str, Any]:
    """Return what ``report.json`` says of the report as a whole."""
    return {"format": REPORT_FORMAT, "state": report.state, "origin": origin.as_wire(origin.of(report))}


def _decided(total: Total) -> dict[str, Any]:
    """Return what officers decided on a total, and what its mean or its rate leaves out."""
    found: dict[str, Any] = {}
    if total.adjusted:
        found["adjusted"] = {
            "computed": to_wire(total.computed),
            "decided_on": to_wire(total.computed if total.decided_on is None else total.decided_on),
            "reason": total.adjusted,
        }
    if total.contested:
        found["contested"] = True
    if total.unweighed:
        found["unweighed"] = total.unweighed
    if total.one_part:
        found["one_part"] = total.one_part
    if total.from_adjusted:
        found["from_adjusted"] = {"computed": to_wire(total.computed)}
    return found


def _round(part: ConsolidatedRound) -> dict[str, Any]:
    return {
        "id": part.round.id,
        "digest": part.round.digest,
        "title": {"vi": part.round.title.vi, "en": part.round.title.en},
        **({"closing": closing_changes.as_json(part.closing)} if part.closing is not None else {}),
        "totals": [
            {
                "indicator": name,
                "value": to_wire(total.value),
                "coverage": total.coverage,
                **_decided(total),
                "shares": [
                    {
                        "agency": share.agency,
                        "value": to_wire(share.value),
                        "submission": share.submission,
                        **({"provisional": True} if share.provisional else {}),
                        **({"entered": _source(part.entered[share.agency])} if share.entered else {}),
                        **({"explanation": share.explanation} if share.explanation else {}),
                    }
                    for share in total.shares
                ],
            }
            for name, total in part.totals.items()
        ],
    }


def _source(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return where figures that were entered on behalf come from."""
    named = {"by": "by", "how": "how", "given_by": "given_by", "when": "given_at", "document": "document"}
    return {name: told[member] for name, member in named.items() if told[member]}
