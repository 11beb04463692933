"""The reminder list in words: text to paste, and a workbook."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from reformdesk import cli, reminding
from reformdesk.core import merged, round_totals, roundbook, store
from reformdesk.core.board import read_board
from reformdesk.core.organisation import Agency
from reformdesk.core.reminders import Reminder, reminders
from reformdesk.words import LANGUAGES, Words
from tests.demo import LATER, NEWEST, Said
from tests.ui.situation import Situation, put_into_situation


@pytest.fixture
def situation(office: Path) -> Situation:
    return put_into_situation(office)


def test_the_text_names_who_how_and_whom_to_telephone(situation: Situation) -> None:
    with store.open_workspace(situation.path) as workspace:
        data = read_board(workspace, "", LATER)
    text = reminding.as_text(data.round, reminders(data, ["missing", "returned"]), Words("vi"))
    assert text.splitlines() == [
        "DANH SÁCH ĐÔN ĐỐC",
        "Báo cáo: 6 tháng đầu năm 2024. Hạn gửi: 05/07/2024.",
        "",
        "1. Sở Tư pháp: đã trả lại, chưa có tệp nộp mới",
        "   Người liên hệ: Văn phòng, 0200 3800 102",
        "2. Sở Xây dựng: chưa gửi, quá hạn",
        "   Người liên hệ: Văn phòng, 0200 3800 108",
    ]
    assert "nobody" in reminding.as_text(data.round, (), Words("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_has_a_line_for_each_and_room_for_the_answer(language: str, situation: Situation) -> None:
    words = Words(language)
    with store.open_workspace(situation.path) as workspace:
        data = read_board(workspace, "", LATER)
    found = reminders(data)
    sheet = openpyxl.load_workbook(BytesIO(reminding.as_workbook(data.round, found, words))).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert len(rows) == len(found)
    assert [row[1] for row in rows] == [one.agency.text(language) for one in found]
    assert [row[2] for row in rows] == [one.agency.contact for one in found]
    assert all(row[5] is None for row in rows)
    assert [cell.value for cell in sheet[4]][5]


def test_a_name_that_begins_like_a_formula_stays_a_text(situation: Situation) -> None:
    with store.open_workspace(situation.path) as workspace:
        round_ = roundbook.latest(workspace)
    trap = Reminder(Agency("x", "=1+1", contact="+84 200"), "missing", overdue=False, areas=())
    content = reminding.as_workbook(round_, [trap], Words("vi"))
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert sheet is not None
    assert [(sheet.cell(5, column).value, sheet.cell(5, column).data_type) for column in (2, 3)] == [
        ("=1+1", "s"),
        ("+84 200", "s"),
    ]


def test_the_command_tells_the_board_and_writes_the_list(
    situation: Situation, command: Callable[..., Said], tmp_path: Path
) -> None:
    said = command("board", "--workspace", situation.path)
    assert said.code == cli.DONE
    assert len(said.out.splitlines()) == 39
    assert "Department of Construction: not sent, overdue" in said.out
    found = json.loads(command("board", "--workspace", situation.path, "--json").out)
    assert (found["round"], found["due"], len(found["agencies"])) == (NEWEST, "2024-07-05T17:00:00Z", 39)
    states = {one["agency"]: (one["state"], one["overdue"]) for one in found["agencies"]}
    assert states[situation.missing] == ("missing", True)
    assert states[situation.waiting] == ("waiting", False)
    assert found["areas"]["1"] == {"received": 36, "owed": 39}
    target = tmp_path / "đôn đốc.xlsx"
    assert command("board", "--workspace", situation.path, "--to", target).code == cli.DONE
    assert openpyxl.load_workbook(target).active is not None
    older = json.loads(command("board", "--workspace", situation.path, "--round", "2021", "--json").out)
    assert older["round"] == "2021"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--to", "x.csv"), cli.WRONG_USAGE),
        (("--to", "x.xlsx", "--json"), cli.WRONG_USAGE),
        (("--round", "9"), cli.REFUSED),
    ],
)
def test_what_the_command_refuses(
    situation: Situation, command: Callable[..., Said], arguments: tuple[str, ...], code: int
) -> None:
    said = command("board", "--workspace", situation.path, *arguments)
    assert said.code == code
    assert len(said.err.splitlines()) == 1


def test_kept_totals_are_those_of_a_fresh_fold_whatever_is_decided(situation: Situation) -> None:
    with store.open_workspace(situation.path) as workspace:
        for _ in range(2):
            for part in merged.consolidated(workspace):
                kept = round_totals.of_round(workspace, part.round.id)
                assert kept.totals == {name: one.without_shares() for name, one in part.totals.items()}
                name = part.round.asked[0]
                assert merged.total(workspace, part.round.id, name) == part.totals[name]
            before = round_totals.of_round(workspace, NEWEST)
            assert round_totals.of_round(workspace, NEWEST) is before
            with workspace.atomic():
                row = workspace.rows(
                    "SELECT digest FROM standing WHERE round = :r AND counts = 1 LIMIT 1", {"r": NEWEST}
                )
                sql = "UPDATE standing SET counts = 0 WHERE digest = :digest"
                workspace.db.execute(sql, {"digest": row[0]["digest"]})
            after = round_totals.of_round(workspace, NEWEST)
            assert after is not before
            assert replace(after, round=before.round) != before
