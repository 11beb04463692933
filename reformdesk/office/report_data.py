"""The consolidated report for machines: tidy CSV and JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from reformdesk.core import origin
from reformdesk.core.consolidation import Total
from reformdesk.core.origin import Origin
from reformdesk.core.report import TIDY_HEADER, ConsolidatedRound, tidy_rows
from reformdesk.core.values import to_wire
from reformdesk.office import closing_changes

REPORT_FORMAT = "reformdesk-report/1"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def tidy_csv(consolidated: Iterable[ConsolidatedRound]) -> bytes:
    """Return ``report.csv``: UTF-8 with BOM, one line a total and one a share."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(TIDY_HEADER)
    for row in tidy_rows(consolidated):
        writer.writerow([_harmless(field) for field in row])
    return buffer.getvalue().encode("utf-8-sig")


def _harmless(field: str) -> str:
    """Keep a spreadsheet from reading words as a formula; a negative figure stays a figure."""
    is_figure = field[:1] == "-" and field[1:].replace(".", "", 1).isdigit()
    return f"'{field}" if field.startswith(_FORMULA_STARTS) and not is_figure else field


def report_json(consolidated: Iterable[ConsolidatedRound], made_from: Origin) -> bytes:
    """Return the report as JSON, with each total's shares and what it was made from."""
    document = {
        "format": REPORT_FORMAT,
        "state": made_from.state,
        "origin": origin.as_wire(made_from),
        "rounds": [_round(part) for part in consolidated],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _decided(total: Total) -> dict[str, Any]:
    """Return what officers decided on a total, and what its mean could not weigh."""
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
