"""Reads a written report back and holds it against the tests' own totals, cell by cell.

Each function returns what differs, a line each that names table, row and both figures; empty where nothing
does. Nothing here is shared with the package.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from docx import Document

from tests.own_sums import Json, OwnTotal, Round, printed, tidy, wire
from tests.printed import ReportCell, number_of, read_report, rendered

Totals = Mapping[str, OwnTotal]

PROVISIONAL = "(*)"


def grid(round_: Round, table: Json, totals: Totals) -> list[list[str]]:
    """Return a printed table with its header, as a report of this round alone must print it."""
    heading = _heading(round_, table)
    header = [heading if one["kind"] == "periods" else one.get("header", "") for one in table["columns"]]
    if table["layout"] == "periods-across":
        return [header, *([_across(round_, one, row, totals) for one in table["columns"]] for row in table["rows"])]
    fixed = {"reporter": table.get("printed_reporter", ""), "period": heading}
    return [header, [fixed.get(one["kind"], "") or shown(round_, one, totals) for one in table["columns"]]]


def _heading(round_: Round, table: Json) -> str:
    period = round_.json["period"]
    day = date.fromisoformat(period["cut_off"][table["area"]])
    return str(period["printed"]).replace("{cut_off}", f"{day.day}/{day.month}")


def _across(round_: Round, column: Json, row: Json, totals: Totals) -> str:
    fixed = {"number": row["number"], "name": row["name"], "reporter": row.get("printed_reporter", "")}
    return fixed[column["kind"]] if column["kind"] in fixed else shown(round_, row, totals)


def shown(round_: Round, place: Json, totals: Totals) -> str:
    """Return the total that stands at a row or column, with its signs; empty where none does."""
    name = place.get("indicator")
    if not name:
        return ""
    total = totals[name]
    text = printed(total.figure, round_.indicators[name])
    return f"{text} {PROVISIONAL}" if text and total.provisional else text


def in_xlsx(path: Path, round_: Round, totals: Totals) -> list[str]:
    """Compare the workbook's sheets, of which there is one for each table."""
    report = read_report(path)
    tables = {table["id"]: grid(round_, table, totals) for table in round_.tables}
    missing = [f"xlsx: no sheet {name}" for name in tables if name not in report]
    return [
        *missing,
        *(
            line
            for name, own in tables.items()
            if name in report
            for line in _differing(f"xlsx, sheet {name}", [[_text_of(one) for one in row] for row in report[name]], own)
        ),
    ]


def _text_of(cell: ReportCell) -> str:
    """Return what a cell shows."""
    amount = number_of(cell)
    return str(cell.value or "") if amount is None else rendered(amount, cell.number_format)


def in_docx(path: Path, round_: Round, totals: Totals) -> list[str]:
    """Compare the document's tables, which stand in printed order between its head and its signature."""
    written = [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(str(path)).tables]
    found = []
    for table in round_.tables:
        own = grid(round_, table, totals)
        there = next((one for one in written if one[0] == own[0] and len(one) == len(own)), None)
        if there is None:
            found.append(f"docx: no table {table['id']} with its {len(own)} rows under {own[0]}")
        else:
            found += _differing(f"docx, table {table['id']}", there, own)
    return found


def _differing(where: str, written: Sequence[Sequence[str]], own: Sequence[Sequence[str]]) -> Iterator[str]:
    """Compare row by row; below the table there may be notes."""
    if len(written) < len(own):
        yield f"{where}: {len(written)} rows, own {len(own)}"
    for at, (there, computed) in enumerate(zip(written, own, strict=False), 1):
        if list(there) != computed:
            yield f"{where}, row {at}: written {list(there)}, own {computed}"


def in_csv(path: Path, round_: Round, totals: Totals) -> list[str]:
    """Compare the tidy lines: each total with its coverage, then its shares."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        written = [(*row[:5], row[6]) for row in csv.reader(file)][1:]
    own = []
    for name, total in totals.items():
        own.append((round_.json["id"], name, "", *tidy(total.figure), total.coverage))
        own += [(round_.json["id"], name, agency, *tidy(one), "") for agency, one in total.shares.items()]
    return [
        *(f"csv: {line} is not among the own lines" for line in written if line not in own),
        *(f"csv: own {line} is not written" for line in own if line not in written),
    ]


def in_json(path: Path, round_: Round, totals: Totals) -> list[str]:
    """Compare values, coverage and shares."""
    report = json.loads(path.read_text(encoding="utf-8"))
    (part,) = [one for one in report["rounds"] if one["id"] == round_.json["id"]]
    written = {
        one["indicator"]: (one["value"], one["coverage"], {share["agency"]: share["value"] for share in one["shares"]})
        for one in part["totals"]
    }
    own = {}
    for name, total in totals.items():
        said = round_.indicators[name]
        shares = {agency: wire(one, said) for agency, one in total.shares.items()}
        own[name] = (wire(total.figure, said), total.coverage, shares)
    return [
        f"json, {name}: written {written.get(name)}, own {own.get(name)}"
        for name in dict.fromkeys([*own, *written])
        if written.get(name) != own.get(name)
    ]


def differences(folder: Path, round_: Round, totals: Totals) -> list[str]:
    """Compare all four files of a report in a folder."""
    kinds = {".xlsx": in_xlsx, ".docx": in_docx, ".csv": in_csv, ".json": in_json}
    return [line for suffix, compare in kinds.items() for line in compare(folder / f"report{suffix}", round_, totals)]


def state_in(path: Path) -> str:
    """Return the digest of the merged state that a `report.json` names."""
    return str(json.loads(path.read_text(encoding="utf-8"))["state"])
