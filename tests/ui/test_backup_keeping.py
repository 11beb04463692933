"""Restoring from a backup is a dialog, also for a workspace that cannot be opened any more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reformdesk.core import backups
from reformdesk.core.changes import Changes
from reformdesk.core.store import Workspace
from reformdesk.errors import StoreError
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dialogs.backups import BackupsDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.window import MainWindow
from tests.demo import altered
from tests.ui.conftest import Hands, HeardMessages, Open, desk_of, nameless
from tests.ui.on_form import stored_in, type_into

FIELD = "training-courses"


@pytest.fixture
def window(desk: Path, open_window: Open) -> MainWindow:
    return open_window(desk)


def dialog_of(window: MainWindow, hands: Hands) -> BackupsDialog:
    assert window.desk is not None
    hands.click(window.desk.backups_button)
    hands.settle(window)
    assert window.backups.dialog is not None
    assert window.backups.dialog.isVisible()
    return window.backups.dialog


def test_an_older_state_comes_back_and_the_desk_opens_again(
    window: MainWindow, desk: Path, hands: Hands, heard: HeardMessages
) -> None:
    before = stored_of(window, hands, FIELD)
    dialog_of(window, hands).reject()
    type_into(desk_of(window, AgencyDesk), hands, FIELD, "77")
    dialog = dialog_of(window, hands)
    assert nameless(dialog) == []
    assert dialog.model.rowCount() == 1
    hands.press(Qt.Key.Key_Return)
    hands.settle(window)
    assert heard.problems == []
    assert stored_of(window, hands, FIELD) == before != "77"
    window.close()
    aside = [one for one in (desk.parent / "backups").iterdir() if one not in backups.backups(desk)]
    assert [stored_in(one)[FIELD] for one in aside] == ["77"]


def stored_of(window: MainWindow, hands: Hands, name: str) -> str:
    found = desk_of(window, AgencyDesk)
    found.jump(name)
    hands.settle(window)
    row = found.form._rows[name]
    return row.field.edit.text()


def test_a_backup_is_made_when_asked(window: MainWindow, desk: Path, hands: Hands) -> None:
    dialog = dialog_of(window, hands)
    first = backups.backups(desk)
    first[0].rename(first[0].with_name(first[0].name.replace("-20", "-19")))
    hands.click(dialog.make)
    hands.settle(window)
    assert dialog.model.rowCount() == 2
    assert len(backups.backups(desk)) == 2


def test_a_damaged_workspace_leads_to_its_backups(
    window: MainWindow, desk: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    before = stored_of(window, hands, FIELD)
    window.close()
    content = bytearray(desk.read_bytes())
    content[200:4096] = b"\xff" * 3896
    desk.write_bytes(content)
    again = open_window()
    again.open_path(desk)
    hands.settle(again)
    assert again.backups.dialog is not None
    assert again.backups.dialog.isVisible()
    hands.click(again.backups.dialog.go)
    hands.settle(again)
    assert heard.problems == []
    assert stored_of(again, hands, FIELD) == before


def test_a_damaged_workspace_without_backups_is_told(
    desk: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    desk.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    again = open_window()
    again.open_path(desk)
    assert len(heard.problems) == 1
    assert again.backups.dialog is None


def test_a_damaged_backup_cannot_be_chosen(window: MainWindow, desk: Path, hands: Hands) -> None:
    (only,) = backups.backups(desk)
    only.write_bytes(b"nothing")
    dialog = dialog_of(window, hands)
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip()


def test_home_affairs_has_the_same_dialog(office: Path, open_window: Open, hands: Hands) -> None:
    window = open_window(office)
    assert desk_of(window, OfficeDesk)
    assert dialog_of(window, hands).model.rowCount() == 1


def shown_to_look(window: MainWindow, hands: Hands) -> BackupsDialog:
    hands.settle(window)
    assert window.desk is not None
    assert window.desk.workspace.to_look
    assert window.backups.dialog is not None
    assert window.backups.dialog.isVisible()
    return window.backups.dialog


def test_a_desk_with_one_changed_figure_is_shown_but_not_written_to(
    window: MainWindow, desk: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    type_into(desk_of(window, AgencyDesk), hands, FIELD, "971")
    hands.click(dialog_of(window, hands).make)
    hands.settle(window)
    window.close()
    altered(desk, b'"971"', b'"917"')
    lies = desk.read_bytes()
    again = open_window()
    again.open_path(desk)
    dialog = shown_to_look(again, hands)
    dialog.reject()
    hands.settle(again)
    found = desk_of(again, AgencyDesk)
    assert found._warning is not None
    assert found._warning.accessibleName() == heard.words.error(StoreError("workspace-to-look", file=desk.name))
    found.jump(FIELD)
    hands.settle(again)
    hands.focus(found.form._rows[FIELD].field.edit)
    said: list[tuple[str, str]] = []
    found.entering.said.connect(lambda text, tone: said.append((text, tone)))
    hands.replace("5")
    hands.press(Qt.Key.Key_Return)
    hands.settle(again)
    assert [tone for _, tone in said][-1] == "error", said
    hands.click(found.backups_button)
    hands.settle(again)
    assert desk.read_bytes() == lies
    assert again.backups.dialog is not None
    hands.click(again.backups.dialog.go)
    hands.settle(again)
    assert heard.problems == []
    assert not desk_of(again, AgencyDesk).workspace.to_look
    assert stored_of(again, hands, FIELD) == "971"


def test_home_affairs_desk_with_a_changed_file_is_shown_but_not_written_to(
    office: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    window = open_window(office)
    hands.settle(window)
    window.close()
    altered(office, b'"format":"reformdesk-submission/', b'"format":"reformdesk-submissiom/')
    lies = office.read_bytes()
    again = open_window()
    again.open_path(office)
    dialog = shown_to_look(again, hands)
    found = desk_of(again, OfficeDesk)
    dialog.reject()
    for item in list(found._items.values()):
        hands.click(item)
        hands.settle(again)
    assert heard.problems == []
    assert office.read_bytes() == lies
    hands.click(found.backups_button)
    hands.settle(again)
    assert again.backups.dialog is not None
    hands.click(again.backups.dialog.go)
    hands.settle(again)
    assert not desk_of(again, OfficeDesk).workspace.to_look


def test_a_workspace_whose_header_is_gone_leads_to_its_backups(
    window: MainWindow, desk: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    window.close()
    desk.write_bytes(bytes(100) + desk.read_bytes()[100:])
    again = open_window()
    again.open_path(desk)
    hands.settle(again)
    assert again.desk is None
    assert again.backups.dialog is not None
    hands.click(again.backups.dialog.go)
    hands.settle(again)
    assert heard.problems == []
    assert desk_of(again, AgencyDesk)


def test_damage_that_shows_while_a_desk_is_open_turns_it_to_look(
    window: MainWindow, desk: Path, hands: Hands, heard: HeardMessages
) -> None:
    hands.settle(window)
    found = desk_of(window, AgencyDesk)
    found.workspace.run(lambda workspace: (json.loads(_spoiled(workspace)), Changes.NOTHING))
    hands.settle(window)
    shown_to_look(window, hands)
    assert desk_of(window, AgencyDesk) is not found
    assert heard.problems == []


def _spoiled(workspace: Workspace) -> str:
    """Stumble over an answer that has become something else."""
    with workspace.atomic():
        workspace.db.execute("UPDATE answers SET value = '{\"number\"' WHERE rowid = (SELECT min(rowid) FROM answers)")
    return str(workspace.rows("SELECT value FROM answers ORDER BY rowid LIMIT 1")[0]["value"])
