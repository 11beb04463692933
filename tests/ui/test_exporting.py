"""The report exported in the window: several kinds at once, put aside, stopped, refused; older files stay whole."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from reformdesk.core import outfile
from reformdesk.errors import Mendable, StoreError
from reformdesk.office import export
from reformdesk.office.export import Progress, Writing
from reformdesk.ui.dialogs.export_report import ExportDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.report_files import KINDS, Step
from tests.demo import NEWEST, ROUNDS
from tests.ui.conftest import Hands, HeardMessages, Open, desk_of, documents, nameless, say
from tests.ui.situation import Situation

NAME = "bao-cao-cchc"
OLD = b"the older report"


@pytest.fixture
def desk(office: Path, open_window: Open) -> OfficeDesk:
    return desk_of(open_window(office), OfficeDesk)


def asked(desk: OfficeDesk, hands: Hands) -> ExportDialog:
    """Ask for the export by its key."""
    hands.focus(desk.board.table)
    hands.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    hands.settle_desk(desk)
    dialog = desk.errands.exporting.dialog
    assert dialog is not None
    return dialog


def tick(dialog: ExportDialog, *kinds: str) -> None:
    for name, one in dialog.kinds.ticks.items():
        one.setChecked(name in kinds)


def say_where(dialog: ExportDialog, hands: Hands, folder: Path) -> None:
    hands.focus(dialog.folder)
    hands.replace(str(folder))


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_all_kinds_are_written_by_keyboard_and_remembered(
    desk: OfficeDesk, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = asked(desk, hands)
    assert nameless(dialog) == []
    assert dialog.folder.text() == str(documents())
    assert dialog.kinds.ticked == ("Word",)
    for name in KINDS:
        if name != "Word":
            hands.focus(dialog.kinds.ticks[name])
            hands.press(Qt.Key.Key_Space)
    say_where(dialog, hands, tmp_path)
    hands.focus(dialog.name)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type_vietnamese("báo cáo quý")
    hands.press(Qt.Key.Key_Return)
    assert not dialog.go.isEnabled()
    hands.settle_desk(desk)
    files = [tmp_path / f"báo cáo quý{suffix}" for suffixes in KINDS.values() for suffix in suffixes]
    assert all(one.stat().st_size > 1000 for one in files)
    assert list(dialog.files.buttons) == files
    assert not any(one.startswith(".") for one in names(tmp_path))
    hands.click(dialog.files.buttons[files[0]])
    hands.click(dialog.files.open_folder)
    assert [url.toLocalFile() for url in opened] == [str(files[0]), str(tmp_path)]
    assert nameless(dialog) == []
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    again = asked(desk, hands)
    assert again.kinds.ticked == tuple(KINDS)
    assert (again.folder.text(), again.name.text()) == (str(tmp_path), "báo cáo quý")
    assert str(files[0].name) in again.replaced.text()
    assert again.replaced.isVisible()


def test_only_the_rounds_that_are_ticked_go_out(desk: OfficeDesk, hands: Hands, tmp_path: Path) -> None:
    dialog = asked(desk, hands)
    assert not dialog.rounds.list.isVisible()
    dialog.rounds.what.setCurrentIndex(1)
    assert dialog.rounds.list.isVisible()
    hands.focus(dialog.rounds.list)
    hands.press(Qt.Key.Key_Space)
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip() == say("ExportDialog", "Tick a round first.")
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Space)
    tick(dialog, "JSON")
    say_where(dialog, hands, tmp_path)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    wire = json.loads((tmp_path / f"{NAME}.json").read_bytes())
    assert [one["id"] for one in wire["rounds"]] == [*ROUNDS[-2:]]


def test_one_agencys_own_figures_go_out(situation: Situation, open_window: Open, hands: Hands, tmp_path: Path) -> None:
    desk = desk_of(open_window(situation.path), OfficeDesk)
    dialog = asked(desk, hands)
    dialog.rounds.whose.setCurrentIndex(dialog.rounds.whose.findData(situation.missing))
    assert dialog.missing.isVisible()
    dialog.rounds.whose.setCurrentIndex(dialog.rounds.whose.findData("so-tai-chinh"))
    assert not dialog.missing.isVisible()
    assert dialog.name.text() == f"{NAME}-so-tai-chinh"
    tick(dialog, "PDF", "JSON")
    say_where(dialog, hands, tmp_path)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    wire = json.loads((tmp_path / f"{NAME}-so-tai-chinh.json").read_bytes())
    shares = [share for one in wire["rounds"] for total in one["totals"] for share in total["shares"]]
    assert {share["agency"] for share in shares} == {"so-tai-chinh"}
    assert (tmp_path / f"{NAME}-so-tai-chinh.pdf").read_bytes().startswith(b"%PDF-")


def test_what_can_not_be_written_yet_says_why(desk: OfficeDesk, hands: Hands) -> None:
    dialog = asked(desk, hands)
    tick(dialog)
    assert dialog.go.toolTip() == say("ExportDialog", "Tick a kind of file first.")
    tick(dialog, "Word")
    assert dialog.go.isEnabled()
    hands.focus(dialog.name)
    hands.replace(" ")
    assert dialog.go.toolTip() == say("ExportDialog", "Choose a folder and a name first.")


def test_who_is_missing_is_said_before(situation: Situation, open_window: Open, hands: Hands) -> None:
    desk = desk_of(open_window(situation.path), OfficeDesk)
    dialog = asked(desk, hands)
    data = desk._data
    assert data is not None
    counting = {one.agency for one in data.received if one.counts}
    lacking = [line.agency.name for line in data.lines if line.agency.id not in counting]
    assert dialog.missing.isVisible()
    assert f"{len(data.lines) - len(lacking)}/{len(data.lines)}" in dialog.missing.text()
    assert all(name in dialog.missing.text() for name in lacking)
    dialog.rounds.what.setCurrentIndex(1)
    dialog.rounds.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.rounds.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert not dialog.missing.isVisible()
    assert dialog.go.isEnabled()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let every file take a hundred steps; gives the names of those that were begun."""
    begun: list[str] = []
    write = export.writing

    def slowly(file_name: str, report: object) -> Writing:
        begun.append(file_name)
        for done in range(100):
            yield Progress(done, 100)
        return export.finished(write(file_name, report))  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr(export, "writing", slowly)
    return begun


def halfway(dialog: ExportDialog, then: object) -> list[Step]:
    """Do something in the middle of the second file; returns the steps that were told."""
    told: list[Step] = []
    show = dialog.show_progress

    def listen(step: Step) -> None:
        show(step)
        told.append(step)
        if (step.place, step.done) == (2, 50):
            assert callable(then)
            then()

    dialog.show_progress = listen  # type: ignore[method-assign] # to do it in the middle
    return told


@pytest.mark.usefixtures("slow")
def test_stopping_leaves_older_files_and_nothing_else(desk: OfficeDesk, hands: Hands, tmp_path: Path) -> None:
    folder = tmp_path / "gui di"
    folder.mkdir()
    old = folder / f"{NAME}.csv"
    old.write_bytes(OLD)
    dialog = asked(desk, hands)
    tick(dialog, "CSV", "JSON")
    say_where(dialog, hands, folder)
    told = halfway(dialog, lambda: hands.press(Qt.Key.Key_Escape))
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert [(one.place, one.done) for one in told][-1] == (2, 50)
    assert [one.part for one in told] == sorted(one.part for one in told)
    assert dialog.isVisible()
    assert dialog.said.text() == say("ExportDialog", "Stopped. Nothing was written, older files are as they were.")
    assert (names(folder), old.read_bytes()) == ([old.name], OLD)
    del dialog.show_progress
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Space)
    hands.settle_desk(desk)
    assert names(folder) == [f"{NAME}.csv", f"{NAME}.json"]
    assert old.read_bytes() != OLD


@pytest.mark.usefixtures("slow")
def test_the_window_can_be_closed_meanwhile(desk: OfficeDesk, hands: Hands, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "gui di"
    folder.mkdir()
    dialog = asked(desk, hands)
    tick(dialog, "CSV", "JSON")
    say_where(dialog, hands, folder)
    halfway(dialog, desk.window().close)
    hands.press(Qt.Key.Key_Return)
    window = desk.window()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)
    assert names(folder) == []


def test_an_export_that_is_put_aside_lets_other_work_go_on(
    desk: OfficeDesk, hands: Hands, tmp_path: Path, slow: list[str]
) -> None:
    """And a second one, asked for meanwhile, shows the first."""
    dialog = asked(desk, hands)
    tick(dialog, "CSV", "JSON")
    say_where(dialog, hands, tmp_path)
    seen: list[str] = []

    def put_aside() -> None:
        dialog.aside.click()
        desk.errands.exporting.progressed.connect(once)

    def once(text: str) -> None:
        desk.errands.exporting.progressed.disconnect(once)
        seen.append(text)
        assert not dialog.isVisible()
        desk.errands.export_report_as(".csv")
        assert dialog.isVisible()
        dialog.aside.click()
        desk.board.table.setFocus()

    halfway(dialog, put_aside)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert not dialog.isVisible()
    assert [f"{NAME}.json" in one for one in seen] == [True]
    assert str(tmp_path / f"{NAME}.csv") in desk.saved.text()
    assert slow == [f"{NAME}.csv", f"{NAME}.json"]
    assert names(tmp_path)[-2:] == [f"{NAME}.csv", f"{NAME}.json"]


@pytest.mark.usefixtures("slow")
def test_what_fails_aside_comes_to_the_front(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    dialog = asked(desk, hands)
    tick(dialog, "CSV", "JSON")
    say_where(dialog, hands, folder)

    def pull_out() -> None:
        dialog.aside.click()
        # as a window manager does
        desk.window().activateWindow()
        folder.rmdir()

    halfway(dialog, pull_out)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert dialog.isVisible()
    assert heard.problems == []
    assert said_in(dialog) == heard.words.error(StoreError("folder-missing", folder=str(folder)))
    folder.mkdir()
    del dialog.show_progress
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert len(names(folder)) == 2


def said_in(dialog: ExportDialog) -> str:
    """Return the sentence above the buttons."""
    strip = dialog._problem
    return strip.accessibleName() if strip is not None and strip.isVisible() else ""


def test_a_file_that_another_program_holds_is_named_and_stays(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows lets nobody replace what Excel has open; elsewhere the same refusal is played."""
    folder = tmp_path / "Excel"
    folder.mkdir()
    held = folder / f"{NAME}.xlsx"
    held.write_bytes(OLD)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.suffix == ".xlsx":
            raise PermissionError(13, "used by another process")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    dialog = asked(desk, hands)
    tick(dialog, "Excel")
    say_where(dialog, hands, folder)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert said_in(dialog) == heard.words.error(StoreError("file-in-use", file=held.name))
    assert (names(folder), held.read_bytes()) == ([held.name], OLD)
    monkeypatch.undo()
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert said_in(dialog) == ""
    assert zipfile.is_zipfile(held)


@pytest.mark.parametrize("times", [1, 2])
def test_what_is_overtaken_is_begun_anew_once(
    times: int, desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, tried = export.writing, list[str]()
    folder = tmp_path / "x"
    folder.mkdir()

    def overtaken(file_name: str, report: object) -> Writing:
        tried.append(file_name)
        if len(tried) <= times:
            raise Mendable("report-overtaken", round="2024")
        return (yield from write(file_name, report))  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr(export, "writing", overtaken)
    dialog = asked(desk, hands)
    tick(dialog, "JSON")
    say_where(dialog, hands, folder)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert len(tried) == 2
    assert bool(names(folder)) == (times == 1)
    wanted = "" if times == 1 else heard.words.error(Mendable("report-overtaken", round="2024"))
    assert said_in(dialog) == wanted


def test_files_that_belong_together_are_written_together(tmp_path: Path) -> None:
    """Where there is no room for the last, the first is not replaced either."""
    first, last = tmp_path / "a.docx", tmp_path / "b.xlsx"
    first.write_bytes(OLD)
    last.mkdir()
    with pytest.raises(StoreError) as told:
        outfile.write_together({first: b"new", last: b"new"})
    assert told.value.code == "is-a-folder"
    assert (names(tmp_path), first.read_bytes()) == (["a.docx", "b.xlsx"], OLD)


def test_a_quick_export_can_be_watched_and_stopped(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, slow: list[str], qtbot: QtBot
) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    heard.target = folder / "a.csv"
    desk.errands.export_report_as(".csv")
    desk.errands.export_report()
    qtbot.waitUntil(lambda: desk.errands.exporting.dialog is not None, timeout=60_000)
    dialog = desk.errands.exporting.dialog
    assert dialog is not None
    assert dialog.is_writing
    dialog.cancel.click()
    hands.settle_desk(desk)
    assert dialog.said.text() == say("ExportDialog", "Stopped. Nothing was written, older files are as they were.")
    assert names(folder) == []
    assert slow == ["a.csv"]


def test_a_folder_that_is_gone_is_not_proposed_again(desk: OfficeDesk, hands: Hands, tmp_path: Path) -> None:
    QSettings().setValue("report_folder", str(tmp_path / "gone"))
    QSettings().setValue("report_kinds", "Word,Papyrus")
    dialog = asked(desk, hands)
    assert dialog.folder.text() == str(documents())
    assert dialog.kinds.ticked == ("Word",)
    assert dialog.rounds.live[0].id == NEWEST


def test_the_offices_letterhead_is_kept_shown_and_taken_away(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    paper, letter = tmp_path / "giấy tiêu đề.docx", Document()
    letter.add_paragraph("SỞ NỘI VỤ TỈNH MINH SƠN, 12 Trần Phú")
    letter.add_paragraph("{{NOI_DUNG}}")
    letter.save(str(paper))
    dialog = asked(desk, hands)
    assert not dialog.letterhead.take_away.isVisible()
    heard.files = [tmp_path / "không có.docx"]
    hands.click(dialog.letterhead.choose)
    hands.settle_desk(desk)
    assert said_in(dialog) == heard.words.error(Mendable("file-unreadable", file="không có.docx"))
    heard.files = [paper]
    hands.click(dialog.letterhead.choose)
    hands.settle_desk(desk)
    assert said_in(dialog) == ""
    assert dialog.letterhead.name.accessibleName() == paper.name
    say_where(dialog, hands, tmp_path)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    written = Document(str(tmp_path / f"{NAME}.docx"))
    assert written.paragraphs[0].text == "SỞ NỘI VỤ TỈNH MINH SƠN, 12 Trần Phú"
    dialog.accept()
    again = asked(desk, hands)
    assert again.letterhead.name.accessibleName() == paper.name
    hands.click(again.letterhead.take_away)
    hands.settle_desk(desk)
    assert not again.letterhead.take_away.isVisible()
    tick(again, "PDF")
    assert not again.letterhead.isVisible()


def test_after_a_bug_another_export_can_be_begun(
    desk: OfficeDesk, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = asked(desk, hands)
    tick(dialog, "JSON")
    say_where(dialog, hands, tmp_path)
    desk.workspace.broke.disconnect()
    told: list[BaseException] = []
    desk.workspace.broke.connect(told.append)

    def writing(_name: str, _report: object) -> Writing:
        yield Progress(0, 1)
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(export, "writing", writing)
        hands.click(dialog.go)
        hands.settle_desk(desk)
    assert [type(one) for one in told] == [ZeroDivisionError]
    assert not desk.errands.exporting.is_running
    assert not dialog.is_writing
    hands.click(dialog.go)
    hands.settle_desk(desk)
    assert f"{NAME}.json" in names(tmp_path)


def test_the_key_pressed_twice_asks_once(desk: OfficeDesk, hands: Hands) -> None:
    exporting = desk.errands.exporting
    exporting.open()
    exporting.open()
    hands.settle_desk(desk)
    assert len([one for one in desk.findChildren(ExportDialog) if one.isVisible()]) == 1
