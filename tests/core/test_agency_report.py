"""One agency's report: its own answers, of what it owes and of nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from reformdesk.core import origin, past_totals, reporting, roundbook, store
from reformdesk.core.adjusting import Adjustment, adjust
from reformdesk.core.periods import propose
from reformdesk.core.report import printed_tables
from reformdesk.core.values import BlockRate, Rates, Status, to_wire
from reformdesk.errors import Mendable
from reformdesk.exchange import keys
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import verify
from reformdesk.office import export, origin_sheet
from tests.commands import one_line
from tests.core import builders
from tests.core.builders import NOW, number
from tests.core.desks import Desks, at_work
from tests.demo import AGENCY, LATER, NEWEST, ROUNDS, Said, without_submissions

OFFICE = "so-noi-vu"
Command = Callable[..., Said]


def _said(demo: Path, agency: str, round_id: str = NEWEST) -> dict[str, Any]:
    """Return what an agency's own file says, by indicator."""
    document = verify((demo / "submissions" / round_id / f"{agency}-r1.rdsub").read_bytes()).document
    assert isinstance(document, SubmissionDocument)
    return {line["indicator"]: line for line in document.answers}


@pytest.mark.parametrize("agency", [AGENCY, OFFICE])
def test_its_figures_are_its_own_answers(agency: str, demo: Path, office: Path) -> None:
    with store.open_workspace(office) as workspace:
        made = reporting.of_agency(workspace, agency)
    assert [part.round.id for part in made.parts] == [name for name in ROUNDS if _owes(demo, agency, name)]
    for part in made.parts:
        said = _said(demo, agency, part.round.id)
        assert {name: to_wire(total.value) for name, total in part.totals.items()} == {
            name: line["value"] for name, line in said.items()
        }
        for name, total in part.totals.items():
            (share,) = total.shares
            assert (share.agency, share.explanation) == (agency, said[name].get("explanation", ""))
            assert (total.answered, total.owed) == {
                Status.BLANK: (0, 1),
                Status.NOT_APPLICABLE: (0, 0),
            }.get(total.value if isinstance(total.value, Status) else Status.NOT_DONE, (1, 1))
        assert list(part.counted) == [agency]


def _owes(demo: Path, agency: str, round_id: str) -> bool:
    return (demo / "submissions" / round_id / f"{agency}-r1.rdsub").exists()


def test_tables_have_its_rows_alone_under_their_headings(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        made = reporting.of_agency(workspace, AGENCY, [NEWEST])
    tables = {one.table.id: one for one in printed_tables(made.parts)}
    assert list(tables) == ["1", "2", "4.1", "5"]
    assert [row[1].text.split(" (")[0] for row in tables["1"].rows] == [
        "Số lượng các cơ quan, đơn vị được kiểm tra CCHC",
        "Số lượng các cơ quan, đơn vị, địa phương trực thuộc được kiểm tra CCHC",
        "Số lượng mô hình, sáng kiến CCHC được triển khai áp dụng",
        "Đo lường sự hài lòng của người dân, tổ chức",
        "Sở, huyện thực hiện",
        "Số lượng dịch vụ đã khảo sát",
        "Số lượng phiếu đã khảo sát",
        "Mức độ hài lòng chung",
    ]
    printed = {cell.indicator.id for one in tables.values() for row in one.rows for cell in row if cell.indicator}
    assert printed == set(made.parts[0].totals)


def test_it_bears_the_agency_s_name_in_every_format(office: Path, tmp_path: Path, command: Command) -> None:
    for suffix in export.SUFFIXES:
        target = tmp_path / f"r{suffix}"
        assert command("report", "--workspace", office, "--agency", AGENCY, "--to", target).code == 0
    title = "6 tháng đầu năm 2024 của Sở Tư pháp"
    book = load_workbook(tmp_path / "r.xlsx")
    assert book.properties.title == title
    assert book.sheetnames == ["1", "2", "4.1", "5", "Độ phủ", "Nguồn số liệu", "Nguồn gốc"]
    assert {row[12] for row in book["Nguồn số liệu"].iter_rows(min_row=2, values_only=True)} == {AGENCY}
    word = Document(str(tmp_path / "r.docx"))
    assert any(one.text.endswith(title) for one in word.paragraphs)
    document = json.loads((tmp_path / "r.json").read_bytes())
    assert document["rounds"][-1]["title"]["vi"] == title
    agencies = {share["agency"] for part in document["rounds"] for one in part["totals"] for share in one["shares"]}
    assert agencies == {AGENCY}
    lines = (tmp_path / "r.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + 2 * sum(len(part["totals"]) for part in document["rounds"])


def test_it_carries_whose_answers_it_is_made_from(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        made = reporting.of_agency(workspace, AGENCY)
    told = origin.of(made)
    assert told.agency == AGENCY
    assert origin_sheet.read(load_workbook(BytesIO(export.render("r.xlsx", made)))) == told
    assert origin.parse(origin.as_json(told)) == told
    assert origin.of(replace(made, agency=None)).agency == ""


def test_what_officers_decided_on_totals_is_not_its_answer(office: Path) -> None:
    name = "civil-servants-recruited"
    with store.open_workspace(office) as workspace:
        before = reporting.of_agency(workspace, OFFICE, [NEWEST]).parts[0].totals[name]
        wanted = Adjustment(name, number("4321"), before.value, "đếm lại")
        adjust(workspace, reporting.read(workspace, [NEWEST]).newest, wanted, "Lan", LATER)
        assert reporting.of_agency(workspace, OFFICE, [NEWEST]).parts[0].totals[name] == before


def test_a_rate_by_blocks_stays_as_it_was_written(office: Path) -> None:
    with store.open_workspace(office) as workspace:
        made = reporting.of_agency(workspace, OFFICE, ["2023"])
    value = made.parts[0].totals["province-satisfaction"].value
    assert isinstance(value, Rates)
    assert isinstance(value.rates[0], BlockRate)


def test_without_a_submission_its_figures_are_blank(office: Path) -> None:
    without_submissions(office)
    with store.open_workspace(office) as workspace:
        (part,) = reporting.of_agency(workspace, AGENCY, [NEWEST]).parts
        assert {(total.value, total.coverage) for total in part.totals.values()} == {(Status.BLANK, "0/1")}
        assert part.counted == {}
        assert export.render("r.xlsx", reporting.of_agency(workspace, AGENCY))


def test_earlier_periods_are_nobody_s_answers(office: Path) -> None:
    certificate = keys.create("Sở Nội vụ", "home-affairs", "mat khau", LATER, rounds=1000)
    with store.open_workspace(office) as workspace:
        key = keys.unlock(certificate, "mat khau")
        figures = {"civil-servants-present": number("3250")}
        past_totals.enter(workspace, propose("year", 2019), figures, key, "Lan", LATER)
        assert "2019" not in [part.round.id for part in reporting.of_agency(workspace, AGENCY).parts]
        with pytest.raises(Mendable, match="unknown-agency"):
            reporting.of_agency(workspace, AGENCY, ["2019"])


def test_who_is_not_known_or_owes_nothing_is_told(office: Path, tmp_path: Path, command: Command) -> None:
    target = tmp_path / "r.xlsx"

    def asked(*more: str) -> Said:
        return command("report", "--workspace", office, "--to", target, "--agency", *more)

    one_line(asked("so-khong-co"), 1, "so-khong-co")
    one_line(asked(AGENCY, "--rounds", "1999"), 1, "1999")
    one_line(asked(AGENCY, "--rounds", NEWEST, "--closing", "1"), 2, "--closing")
    assert not target.exists()


def test_an_agency_that_owes_nothing_in_the_round_is_told(tmp_path: Path) -> None:
    with at_work(tmp_path) as desks:
        _owe_nothing(desks)
        with pytest.raises(Mendable, match="agency-owes-nothing"):
            reporting.of_agency(desks.office, "b", ["2024-h2"])


def _owe_nothing(desks: Desks) -> None:
    source = builders.source(builders.indicator("m", reporter={"agency": "a"}))
    roundbook.open_round(desks.office, builders.plan(source, "2024-h2"), (), desks.office_key, NOW)
