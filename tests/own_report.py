"""Reads a written report back and holds it against the tests' own totals, cell by cell.

Each function returns what differs, a line each that names table, row and both figures; empty where nothing
does. Nothing here is shared with the package.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docx import Document

from tests.own_sums import Json, OwnTotal, Round, printed, tidy, wire
from tests.printed import ReportCell, number_of, read_report, rendered

Totals = Mapping[str, OwnTotal]

PROVISIONAL = "Có số liệu tiếp nhận tạm, chưa đối chiếu khóa xác thực của đơn vị."
COVERED = "Có số liệu của {coverage} đơn vị."
ENTERED = "Có số liệu do Sở Nội vụ nhập thay đơn vị: "
DECIDED = "Điều chỉnh số tổng hợp; số tính từ các đơn vị là {computed}. Lý do: {why}"
OVERTAKEN = "Điều chỉnh số tổng hợp khi số tính từ các đơn vị là {computed}, nay số tính được là {now}. Lý do: {why}"
PLAIN = "Bình quân cộng của các đơn vị, vì chưa có số liệu để tính tỷ lệ chung."
UNWEIGHED = "Chưa tính {count} đơn vị có tỷ lệ nhưng chưa có số liệu để tính tỷ lệ chung."


@dataclass(frozen=True)
class Table:
    """A printed table as it must be: rows with their header, the signs behind each cell, the notes below."""

    rows: list[list[str]]
    signs: list[list[str]]
    notes: list[str]

    @property
    def signed(self) -> list[list[str]]:
        """Each cell's text with its signs."""
        return [
            [" ".join(filter(None, (text, sign))) for text, sign in zip(texts, signs, strict=True)]
            for texts, signs in zip(self.rows, self.signs, strict=True)
        ]


def printed_table(round_: Round, table: Json, totals: Totals) -> Table:
    """Return a table as a report of this round alone must print it."""
    heading = _heading(round_, table)
    header = [heading if one["kind"] == "periods" else one.get("header", "") for one in table["columns"]]
    if table["layout"] == "periods-across":
        rows = [[_across(one, row) for one in table["columns"]] for row in table["rows"]]
    else:
        fixed = {"reporter": table.get("printed_reporter", ""), "period": heading}
        rows = [[fixed.get(one["kind"], "") or one.get("indicator", "") for one in table["columns"]]]
    said = [[remarks(round_, totals[cell], cell) if cell in totals else [] for cell in row] for row in rows]
    signs = _signs([remark for row in said for cell in row for remark in cell])
    return Table(
        [header, *([_shown(round_, totals, cell) for cell in row] for row in rows)],
        [[""] * len(header), *([" ".join(signs[remark] for remark in cell) for cell in row] for row in said)],
        _notes(signs),
    )


def _heading(round_: Round, table: Json) -> str:
    period = round_.json["period"]
    day = date.fromisoformat(period["cut_off"][table["area"]])
    return str(period["printed"]).replace("{cut_off}", f"{day.day}/{day.month}")


def _across(column: Json, row: Json) -> str:
    fixed = {"number": row["number"], "name": row["name"], "reporter": row.get("printed_reporter", "")}
    return str(fixed[column["kind"]] if column["kind"] in fixed else row.get("indicator", ""))


def _shown(round_: Round, totals: Totals, cell: str) -> str:
    return printed(totals[cell].figure, round_.indicators[cell]) if cell in totals else cell


def remarks(round_: Round, total: OwnTotal, name: str) -> list[str]:
    """Return what is to be said of a total, as the notes say it."""
    indicator = round_.indicators[name]
    found = []
    if total.figure.is_answer:
        found += [PROVISIONAL] if total.provisional else []
        found += [ENTERED + ", ".join(map(round_.name_of, total.entered))] if total.entered else []
        found += [COVERED.format(coverage=total.coverage)] if total.answered < total.owed else []
    if total.decided is not None and total.folded is not None:
        now = printed(total.folded, indicator).replace("\n", "; ") or "chưa có số"
        said = DECIDED if now == total.decided.computed else OVERTAKEN
        found.append(said.format(computed=total.decided.computed, now=now, why=total.decided.why))
    elif total.plain:
        found.append(PLAIN)
    elif total.unweighed:
        found.append(UNWEIGHED.format(count=total.unweighed))
    return found


def _signs(said: list[str]) -> dict[str, str]:
    """Give remarks their signs: coverage goes by letters, all else but the stars by numbers, as they are read."""
    distinct = list(dict.fromkeys(said))
    covered = [one for one in distinct if one.startswith(COVERED.partition("{")[0])]
    signs = {one: "(*)" for one in distinct if one == PROVISIONAL}
    signs |= {one: "(**)" for one in distinct if one.startswith(ENTERED)}
    numbered = [one for one in distinct if one not in covered and one not in signs]
    signs |= {one: f"({letter})" for one, letter in zip(covered, "abcdefghijklmnop", strict=False)}
    return signs | {one: f"({place})" for place, one in enumerate(numbered, 1)}


def _notes(signs: Mapping[str, str]) -> list[str]:
    """Return the notes below a table; who was entered on behalf is told in one."""
    entered = [one.removeprefix(ENTERED).split(", ") for one in signs if one.startswith(ENTERED)]
    names = dict.fromkeys(name for one in entered for name in one)
    said = {one: f"{sign} {one}" for one, sign in signs.items()}
    said |= {one: f"(**) {ENTERED}{', '.join(names)}." for one in signs if one.startswith(ENTERED)}
    return list(dict.fromkeys(said.values()))


def in_xlsx(path: Path, round_: Round, totals: Totals) -> list[str]:
    """Compare the workbook's sheets, of which there is one for each table, with the notes below it."""
    report = read_report(path)
    found: list[str] = []
    for table in round_.tables:
        own, where = printed_table(round_, table, totals), f"xlsx, sheet {table['id']}"
        sheet = [[_text_of(one) for one in row] for row in report.get(table["id"], [])]
        found += _differing(where, sheet, own.signed)
        below = [row[0] for row in sheet[len(own.rows) :] if any(row)]
        found += [f"{where}: notes {below}, own {own.notes}"] if below != own.notes else []
    return found


def _text_of(cell: ReportCell) -> str:
    """Return what a cell shows: a number by its format, words with what the format puts behind them."""
    amount = number_of(cell)
    if amount is not None:
        return rendered(amount, cell.number_format)
    behind = cell.number_format.removeprefix("@").strip('"') if cell.number_format.startswith("@") else ""
    return f"{cell.value or ''}{behind}"


def in_docx(path: Path, round_: Round, totals: Totals) -> list[str]:
    """Compare the document's tables, which stand in printed order in its annex."""
    document = Document(str(path))
    written = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    words = [one.text for one in document.paragraphs]
    found = []
    for table in round_.tables:
        own = printed_table(round_, table, totals)
        there = next((one for one in written if one[0] == own.rows[0] and len(one) == len(own.rows)), None)
        if there is None:
            found.append(f"docx: no table {table['id']} with its {len(own.rows)} rows under {own.rows[0]}")
        else:
            found += _differing(f"docx, table {table['id']}", there, own.signed)
        found += [f"docx, table {table['id']}: no note {note}" for note in own.notes if note not in words]
    return found


def _differing(where: str, written: Sequence[Sequence[str]], own: Sequence[Sequence[str]]) -> Iterator[str]:
    """Compare row by row; below the table there may be notes."""
    if len(written) < len(own):
        yield f"{where}: {len(written)} rows, own {len(own)}"
    for at, (there, computed) in enumerate(zip(written, own, strict=False), 1):
        if list(there) != computed:
            yield f"{where}, row {at}: written {list(there)}, own {computed}"


def in_csv(path: Path, round_: Round, totals: Totals) -> list[str]:
    """Compare the tidy lines: each total with its remarks and coverage, then its shares."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        # what an agency explains is its own
        written = [(*row[:5], "" if row[2] else row[5], row[6]) for row in csv.reader(file)][1:]
    own = []
    for name, total in totals.items():
        own.append((round_.json["id"], name, "", *tidy(total.figure), _note(round_, total, name), total.coverage))
        own += [(round_.json["id"], name, agency, *tidy(one), "", "") for agency, one in total.shares.items()]
    return [
        *(f"csv: {line} is not among the own lines" for line in written if line not in own),
        *(f"csv: own {line} is not written" for line in own if line not in written),
    ]


def _note(round_: Round, total: OwnTotal, name: str) -> str:
    """Return what is said of a total in one field; its coverage has another."""
    counted = (("(*)", total.provisional), ("(**)", len(total.entered)))
    apart = (PROVISIONAL, ENTERED, COVERED.partition("{")[0])
    said = [f"{sign} {count}" for sign, count in counted if count]
    return "; ".join([*said, *(one for one in remarks(round_, total, name) if not one.startswith(apart))])


def in_json(path: Path, round_: Round, totals: Totals) -> list[str]:
    """Compare values, coverage, decisions and shares, each with its signs."""
    report = json.loads(path.read_text(encoding="utf-8"))
    (part,) = [one for one in report["rounds"] if one["id"] == round_.json["id"]]
    written = {
        one["indicator"]: (
            one["value"],
            one["coverage"],
            one.get("adjusted", {}).get("computed"),
            {
                share["agency"]: (share["value"], bool(share.get("provisional")), "entered" in share)
                for share in one["shares"]
            },
        )
        for one in part["totals"]
    }
    own = {}
    for name, total in totals.items():
        said = round_.indicators[name]
        shares = {
            agency: (wire(one, said), agency in total.uncompared, agency in total.typed_here)
            for agency, one in total.shares.items()
        }
        folded = wire(total.folded, said) if total.folded is not None else None
        own[name] = (wire(total.figure, said), total.coverage, folded, shares)
    return [
        f"json, {name}: written {written.get(name)}, own {own.get(name)}"
        for name in dict.fromkeys([*own, *written])
        if written.get(name) != own.get(name)
    ]


def differences(folder: Path, round_: Round, totals: Totals) -> list[str]:
    """Compare all four files of a report in a folder."""
    kinds = {".xlsx": in_xlsx, ".docx": in_docx, ".csv": in_csv, ".json": in_json}
    return [line for suffix, compare in kinds.items() for line in compare(folder / f"report{suffix}", round_, totals)]


def changes_in(folder: Path, round_: Round, compared: tuple[Totals, Totals], against: str) -> list[str]:
    """Compare what a report lists as changed since a closing, known by its digest, with two computations."""
    before, now = compared
    changed = {name: (before[name], now[name]) for name in now if _held(before[name]) != _held(now[name])}
    own = {
        name: tuple((wire(one.figure, round_.indicators[name]), one.coverage) for one in sides)
        for name, sides in changed.items()
    }
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    (part,) = [one for one in report["rounds"] if one["id"] == round_.json["id"]]
    (changes,) = [one for one in part["closing"]["changes"] if one["against"]["digest"] == against]
    written = {
        one["indicator"]: tuple((side["value"], side["coverage"]) for side in (one["before"], one["after"]))
        for one in changes["totals"]
    }
    found = [] if written == own else [f"json, changed since {against[:8]}: {written}, own {own}"]
    lines = [_line_of_change(round_, name, *sides) for name, sides in changed.items()]
    sheet = read_report(folder / "report.xlsx")["Thay doi"]
    in_sheet = [[_text_of(one) for one in row][:5] for row in sheet]
    tables = Document(str(folder / "report.docx")).tables
    in_words = [[cell.text for cell in row.cells][:5] for table in tables for row in table.rows]
    found += [f"xlsx, changed since {against[:8]}: no line {line}" for line in lines if line not in in_sheet]
    return found + [f"docx, changed since {against[:8]}: no line {line}" for line in lines if line not in in_words]


def _line_of_change(round_: Round, name: str, before: OwnTotal, now: OwnTotal) -> list[str]:
    said = round_.indicators[name]
    return [said["name"], *(printed(one.figure, said) for one in (before, now)), before.coverage, now.coverage]


def _held(total: OwnTotal) -> tuple[object, ...]:
    """Return what of a total a closing holds."""
    return total.figure, total.folded, total.coverage, total.provisional, len(total.entered)


def state_in(path: Path) -> str:
    """Return the digest of the merged state that a `report.json` names."""
    return str(json.loads(path.read_text(encoding="utf-8"))["state"])
