"""Wrong input in the windows: one clear sentence, and nothing is lost."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from reformdesk.core import entry, founding, merged, roundbook, store, submission
from reformdesk.core.answers import Answer
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.errors import Mendable, StoreError
from reformdesk.ui import actions, office_actions
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dates import now
from reformdesk.ui.dialogs.finish import FinishChoice
from reformdesk.ui.dialogs.key_box import SealWith
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.widgets.basics import Strip, with_sign
from reformdesk.ui.window import MainWindow
from tests.demo import AGENCY, NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, Situation, button_named, desk_of, documents, say
from tests.ui.on_form import give_reason

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500)
PASSPHRASE = "mot tinh khac"
WRONG = ("missing", "folder", "empty", "jpeg", "text", "cut", "foreign-database")


@pytest.fixture
def wrong(tmp_path: Path, demo: Path) -> dict[str, Path]:
    """One path for each kind of wrong input, under names that promise something else."""
    folder = tmp_path / "USB" / "nhầm tệp"
    folder.mkdir(parents=True)
    paths = {kind: folder / f"{kind}.rdround" for kind in WRONG}
    paths["folder"].mkdir()
    paths["empty"].write_bytes(b"")
    paths["jpeg"].write_bytes(JPEG)
    paths["text"].write_text("Kính gửi Sở Nội vụ", encoding="utf-8")
    whole = (demo / "rounds" / f"{NEWEST}.rdround").read_bytes()
    paths["cut"].write_bytes(whole[: len(whole) // 2])
    paths["foreign-database"].write_bytes(b"SQLite format 3\0" + bytes(4096))
    return paths


def _one_sentence(heard: HeardMessages) -> str:
    assert len(heard.problems) == 1
    said = heard.problems.pop()
    assert said.endswith((".", "!"))
    assert "{" not in said
    return said


def _shown_problem(dialog: QDialog) -> str:
    """Return what a dialog that is still open says went wrong."""
    assert dialog.isVisible()
    strips = [strip for strip in dialog.findChildren(Strip) if strip.isVisible() and strip.property("strip") == "error"]
    assert len(strips) == 1
    return strips[0].accessibleName()


def _answers(path: Path) -> dict[str, Answer]:
    with store.open_workspace(path) as workspace:
        return dict(entry.answers(workspace, NEWEST))


def _foreign_round(folder: Path, round_id: str = "2030") -> Path:
    """Open a round in another province, which has agencies of the same names and a key of its own."""
    target = folder / f"{round_id}.rdround"
    workspace = founding.found(folder / "other.rdesk", "tỉnh Khác", founding.template_agencies(), now())
    with workspace:
        base = founding.base_plan(workspace)
        title = {"vi": "Năm 2030", "en": "Year 2030"}
        period = {
            "from": "2029-12-15", "to": "2030-12-14", "months": 12, "cumulates": True,
            "cut_off": {"1": "2030-12-14"}, "areas": ["1"], "printed": "Năm 2030", "printed_in": {},
        }  # fmt: skip
        plan = replace(base, id=round_id, title=title, short=title, period=period, deadline=date(2030, 12, 1))
        (folder / "keys").mkdir()
        office_actions.open_round(plan, SealWith(PASSPHRASE))(workspace)
        office_actions.write_round(round_id, target)(workspace)
    return target


@pytest.mark.parametrize("kind", WRONG)
def test_the_first_page_says_what_is_wrong_and_stays(
    kind: str, wrong: dict[str, Path], open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    window = open_window()
    if kind == "missing":
        window.open_path(wrong[kind])
    else:
        hands.drop(window, wrong[kind])
    hands.settle(window)
    assert _one_sentence(heard)
    assert window.start is not None
    assert window.start.isVisible()


def test_the_first_page_knows_a_submission_for_what_it_is(
    demo: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    window = open_window()
    hands.drop(window, demo / "submissions" / NEWEST / f"{AGENCY}-r1.rdsub")
    assert heard.words.of({"submission": "submission"}, "kinds", "submission") in _one_sentence(heard)


@pytest.mark.parametrize("kind", WRONG)
def test_an_agency_is_told_and_keeps_its_answers(
    kind: str, wrong: dict[str, Path], desk: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    before = _answers(desk)
    window = open_window(desk)
    window.open_path(wrong[kind]) if kind == "missing" else hands.drop(window, wrong[kind])
    hands.settle(window)
    assert _one_sentence(heard)
    assert desk_of(window, AgencyDesk).rounds.currentData() == NEWEST
    window.close()
    assert _answers(desk) == before


@pytest.mark.parametrize(
    "name",
    [
        f"submissions/{NEWEST}/so-y-te-r1.rdsub",
        f"replies/{NEWEST}/so-y-te-r1.rdreply",
        "foreign-round",
        "foreign-reply",
    ],
)
def test_an_agency_takes_nothing_that_is_not_for_it(
    name: str, desk: Path, demo: Path, tmp_path: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    before = _answers(desk)
    given = demo / name
    if name == "foreign-round":
        given = _foreign_round(tmp_path)
    elif name == "foreign-reply":
        given = tmp_path / "reply.zip"
        shutil.copy(demo / "replies" / "2023" / "so-y-te-r1.rdreply", given)
    window = open_window(desk)
    hands.drop(window, given)
    hands.settle(window)
    if name == "foreign-round":
        # under another key it is a question, and the answer here is no
        dialog = desk_of(window, AgencyDesk).errands.trust.dialog
        assert dialog is not None
        hands.click(dialog.differ_button)
        hands.click(dialog.aside_button)
        hands.settle(window)
        assert desk_of(window, AgencyDesk).rounds.findData("2030") == -1
    else:
        assert _one_sentence(heard)
    window.close()
    assert _answers(desk) == before


def test_a_foreign_round_leaves_an_existing_desk_as_it_is(
    tmp_path: Path, demo: Path, open_window: Open, heard: HeardMessages, hands: Hands, qtbot: QtBot
) -> None:
    mine = documents() / "ReformDesk"
    first = open_window()
    path = _begin(first, demo / "rounds" / f"{NEWEST}.rdround", hands, qtbot)
    assert path == mine / f"{AGENCY}.rdesk"
    first.close()
    second = open_window()
    hands.drop(second, _foreign_round(tmp_path))
    _choose_agency(second, hands)
    qtbot.waitUntil(lambda: bool(heard.problems), timeout=15_000)
    assert _one_sentence(heard)
    assert second.desk is None
    again = open_window(path)
    assert desk_of(again, AgencyDesk).rounds.count() == 1


def _choose_agency(window: MainWindow, hands: Hands) -> None:
    hands.focus(window.choosing.filter)
    hands.type("so tu phap")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)


def _begin(window: MainWindow, round_file: Path, hands: Hands, qtbot: QtBot) -> Path:
    hands.drop(window, round_file)
    _choose_agency(window, hands)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=15_000)
    hands.settle(window)
    return desk_of(window, AgencyDesk).workspace.path


def test_documents_where_nothing_can_be_written_are_named(
    home: Path, demo: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    (home / "Documents" / "ReformDesk").write_text("in the way", encoding="utf-8")
    window = open_window()
    hands.drop(window, demo / "rounds" / f"{NEWEST}.rdround")
    _choose_agency(window, hands)
    assert "ReformDesk" in _one_sentence(heard)
    assert window.desk is None


def test_a_workspace_that_is_open_elsewhere_is_named(
    desk: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    with store.open_workspace(desk):
        window = open_window()
        hands.drop(window, desk)
        said = _one_sentence(heard)
    assert said == heard.words.error(StoreError("workspace-busy", file=desk.name))
    assert window.start is not None
    hands.drop(window, desk)
    hands.settle(window)
    assert desk_of(window, AgencyDesk).rounds.currentData() == NEWEST


def test_a_busy_workspace_does_not_close_the_desk_that_is_open(
    desk: Path, office: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    window = open_window(desk)
    with store.open_workspace(office):
        hands.drop(window, office)
        assert _one_sentence(heard)
    assert desk_of(window, AgencyDesk).workspace.path == desk


def _finish(desk: AgencyDesk, hands: Hands, passphrase: str, folder: Path) -> None:
    desk.jump("training-courses")
    hands.settle_desk(desk)
    hands.focus(next(one for one in desk.form._rows.values() if one.indicator.id == "training-courses").field.edit)
    hands.replace("8")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    give_reason(desk, hands, "training-courses")
    hands.click(desk.finish_button)
    hands.settle_desk(desk)
    dialog = desk.errands.handing_in.finishing
    hands.focus(dialog.officer)
    hands.replace("Tran Thi B")
    hands.focus(dialog.folder)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type_vietnamese(str(folder))
    hands.focus(dialog.secret.first)
    hands.type(passphrase)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)


@pytest.mark.parametrize("trouble", ["wrong passphrase", "file in the way", "folder of the file's name"])
def test_finishing_that_fails_says_so_in_its_dialog_and_hands_in_nothing(
    trouble: str, desk: Path, open_window: Open, heard: HeardMessages, hands: Hands, tmp_path: Path
) -> None:
    file = tmp_path / "a file"
    file.write_text("in the way", encoding="utf-8")
    folder = file if trouble == "file in the way" else tmp_path / "đã nộp"
    if trouble.startswith("folder"):
        (folder / f"{AGENCY}-r2.rdsub").mkdir(parents=True)
    window = open_window(desk)
    agency = desk_of(window, AgencyDesk)
    _finish(agency, hands, "something else" if trouble == "wrong passphrase" else "demo", folder)
    said = _shown_problem(agency.errands.handing_in.finishing)
    assert (said == heard.words.error(Mendable("wrong-passphrase"))) is (trouble == "wrong passphrase")
    assert heard.problems == []
    # with the trouble out of the way, the same dialog finishes
    hands.focus(agency.errands.handing_in.finishing.folder)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type_vietnamese(str(tmp_path / "nộp lại"))
    hands.focus(agency.errands.handing_in.finishing.secret.first)
    hands.replace("demo")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    assert agency.errands.handing_in.exported.path == tmp_path / "nộp lại" / f"{AGENCY}-r2.rdsub"
    assert agency.errands.handing_in.exported.path.is_file()
    hands.click(agency.errands.handing_in.exported.close_button)
    window.close()
    with store.open_workspace(desk) as workspace:
        assert [row["revision"] for row in submission.sent(workspace, NEWEST)] == [1, 2]


def test_an_export_to_nowhere_is_said_and_the_desk_goes_on(
    situation: Situation, open_window: Open, heard: HeardMessages, hands: Hands, tmp_path: Path
) -> None:
    file = tmp_path / "a file"
    file.write_text("in the way", encoding="utf-8")
    office = desk_of(open_window(situation.path), OfficeDesk)
    for target in (file / "report.xlsx", tmp_path / "nowhere" / "report.xlsx"):
        heard.target = target
        office.errands.export_report_as(".xlsx")
        hands.settle_desk(office)
        assert str(target.parent) in _one_sentence(heard)
    heard.target = tmp_path / "report.xlsx"
    office.errands.export_report_as(".xlsx")
    hands.settle_desk(office)
    assert heard.target.is_file()


@pytest.mark.parametrize("kind", [*WRONG, "another round", "another issue"])
def test_home_affairs_is_told_and_its_state_stays(
    kind: str,
    wrong: dict[str, Path],
    situation: Situation,
    open_window: Open,
    heard: HeardMessages,
    hands: Hands,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    with store.open_workspace(situation.path) as workspace:
        before = merged.digest(workspace)
    if kind.startswith("another"):
        wrong[kind] = _foreign_submission(tmp_path, NEWEST if kind == "another issue" else "2030")
    if kind == "folder":
        (wrong[kind] / "bên trong.rdsub").write_bytes(JPEG)
    window = open_window(situation.path)
    office = desk_of(window, OfficeDesk)
    hands.drop(window, wrong[kind])
    hands.settle(window)
    model = office.intake.model
    assert len(office.taking.queue.arrivals) == 1
    assert model.cell(0, 2).text == with_sign("error", heard.words.state("rejected"))
    assert model.cell(0, 3).text.endswith(".")
    assert heard.problems == []
    window.close()
    with store.open_workspace(situation.path) as workspace:
        assert merged.digest(workspace) == before


def _foreign_submission(folder: Path, round_id: str) -> Path:
    """Hand in an agency's report for another province's round."""
    made = folder / "agency"
    (made / "keys").mkdir(parents=True)
    round_file = _foreign_round(folder, round_id)
    with store.create(made / "a.rdesk", store.Office.AGENCY, AGENCY, now()) as workspace:
        actions.take_at_agency(round_file)(workspace)
        round_ = roundbook.load(workspace, round_id)
        exported, _ = actions.finish(round_, FinishChoice("B", SealWith(PASSPHRASE), made))(workspace)
    return exported.path


@pytest.mark.parametrize("place", ["under a file", "in no folder", "taken"])
def test_setting_up_where_it_cannot_be_keeps_what_was_typed(
    place: str, open_window: Open, heard: HeardMessages, hands: Hands, tmp_path: Path
) -> None:
    file = tmp_path / "a file"
    file.write_text("in the way", encoding="utf-8")
    path = {"under a file": file / "a.rdesk", "in no folder": tmp_path / "no" / "a.rdesk", "taken": file}[place]
    window = open_window()
    assert window.start is not None
    hands.click(window.start.set_up_button)
    dialog = window.setting_up
    hands.focus(dialog.province)
    hands.press(Qt.Key.Key_Return)
    assert _shown_problem(dialog) == heard.words.error(Mendable("province-missing"))
    hands.focus(dialog.province)
    hands.type_vietnamese("tỉnh Minh Sơn")
    hands.focus(dialog.path)
    hands.replace(str(path))
    hands.press(Qt.Key.Key_Return)
    hands.click(button_named(dialog, say("AgenciesStep", "Start from the sample list")))
    while dialog.step < dialog.count - 1:
        hands.click(dialog.go)
    hands.click(dialog.go)
    assert _shown_problem(dialog) != heard.words.error(Mendable("province-missing"))
    assert dialog.province.text() == "tỉnh Minh Sơn"
    assert dialog.agencies.model.count() == 39
    assert window.desk is None
    assert file.read_text(encoding="utf-8") == "in the way"


def test_a_folder_to_send_that_cannot_be_made_is_told_and_made_elsewhere(
    open_window: Open, heard: HeardMessages, hands: Hands, tmp_path: Path
) -> None:
    (tmp_path / "keys").mkdir()
    founding.found(tmp_path / "a.rdesk", "tỉnh Minh Sơn", founding.template_agencies(), now()).close()
    office = desk_of(open_window(tmp_path / "a.rdesk"), OfficeDesk)
    hands.click(button_named(office, say("OfficeDesk", "Open a new round…")))
    hands.settle_desk(office)
    opening = office.errands.opening.dialog
    for line in (opening.secret.first, opening.secret.second):
        hands.focus(line)
        hands.type(PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(office)
    assert not opening.isVisible()
    dialog = office.errands.issuing.dialog
    (tmp_path / "file").write_bytes(b"")
    hands.focus(dialog.folder)
    hands.replace(str(tmp_path / "file"))
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(office)
    assert str(tmp_path / "file") in _shown_problem(dialog)
    hands.focus(dialog.folder)
    hands.replace(str(tmp_path))
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(office)
    assert len(list(tmp_path.glob("phat-hanh-*/*.rdround"))) == 1
    assert heard.problems == []


def test_what_fails_while_the_window_closes_is_still_told(desk: Path, open_window: Open, heard: HeardMessages) -> None:
    window = open_window(desk)

    def full(_workspace: Workspace) -> tuple[None, Changes]:
        raise StoreError("disk-full", file=desk.name)

    desk_of(window, AgencyDesk).workspace.run(full, failed=lambda _problem: pytest.fail("the page is on its way out"))
    window.close()
    assert _one_sentence(heard) == heard.words.error(StoreError("disk-full", file=desk.name))
