"""A lost desk, through the windows with real keys: the file is written, the desk put back, one code compared."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reformdesk.core import entry, keyring, merged, recovery_writing, roundbook, store, submission
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.errors import Refused
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dialogs.recovery import PutBackDialog, RecoveryDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import AGENCIES
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.window import MainWindow
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import Hands, HeardMessages, Open, Speak, desk_of, documents, nameless, say
from tests.ui.on_form import give_reason, row_of

NEW = "khoa moi 2024"


@pytest.fixture
def at_office(office: Path, demo: Path, open_window: Open) -> OfficeDesk:
    (office.parent / "keys").mkdir()
    shutil.copy(demo / "keys" / "home-affairs.p12", office.parent / "keys")
    return desk_of(open_window(office), OfficeDesk)


def write(office: Path, demo: Path, target: Path, agency: str = AGENCY) -> Path:
    """Let Home Affairs write a recovery file."""
    (office.parent / "keys").mkdir(exist_ok=True)
    shutil.copy(demo / "keys" / "home-affairs.p12", office.parent / "keys")
    with store.open_workspace(office) as workspace:
        key = keyring.unlock(workspace, DEFAULT_PASSPHRASE)
        target.write_bytes(recovery_writing.write(workspace, agency, key, LATER)[0])
    return target


@pytest.fixture
def recovery(office: Path, demo: Path, tmp_path: Path) -> Path:
    return write(office, demo, tmp_path / "khoi phuc (1).zip")


def strips(parent: AgencyDesk | OfficeDesk | RecoveryDialog | PutBackDialog) -> list[str]:
    return [one.accessibleName() for one in parent.findChildren(Strip) if one.isVisible()]


def offered(window: MainWindow) -> PutBackDialog:
    assert window.putting_back.dialog is not None
    return window.putting_back.dialog


def choose_agency(desk: OfficeDesk, hands: Hands) -> None:
    hands.click(desk.item(AGENCIES))
    hands.settle_desk(desk)
    page = desk.agencies
    keys = [page.model.cell(row, 0).key for row in range(page.model.rowCount())]
    page.table.selectRow(keys.index(AGENCY))


def put_back(window: MainWindow, hands: Hands, file: Path) -> AgencyDesk:
    hands.drop(window, file)
    hands.click(offered(window).go)
    hands.settle(window)
    return desk_of(window, AgencyDesk)


def test_home_affairs_writes_a_recovery_file(
    at_office: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    choose_agency(at_office, hands)
    hands.click(at_office.agencies.recovery_button)
    hands.settle_desk(at_office)
    dialog = at_office.errands.recovering.dialog
    assert dialog is not None
    assert not dialog.go.isEnabled()
    assert nameless(dialog) == []
    still = "The lost key still speaks for the agency. Unless a copy of it is safe with them, revoke it as well."
    assert say("RecoveryDialog", still) in strips(dialog)
    heard.target = tmp_path / "b.rdreply"
    hands.focus(dialog.key.secret.first)
    hands.type("wrong")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(at_office)
    assert dialog.isVisible()
    assert not heard.target.exists()
    hands.focus(dialog.key.secret.first)
    hands.replace(DEFAULT_PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(at_office)
    assert heard.target.is_file()
    assert str(heard.target) in at_office.saved.text()


def test_home_affairs_own_line_has_no_recovery_file(at_office: OfficeDesk, hands: Hands) -> None:
    hands.click(at_office.item(AGENCIES))
    hands.settle_desk(at_office)
    at_office.agencies.table.selectRow(0)
    assert not at_office.agencies.recovery_button.isEnabled()


def test_from_the_lost_machine_to_the_next_accepted_submission(
    recovery: Path, office: Path, demo: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    window = open_window()
    desk = put_back(window, hands, recovery)
    assert desk.workspace.path == documents() / "ReformDesk" / f"{AGENCY}.rdesk"
    stands = (
        "This desk was put back on {moment} as Home Affairs had accepted no. {revision}. What was typed after that "
        "must be typed again."
    )
    assert any(one.startswith(say("RoundHomePage", stands).partition("{")[0]) for one in strips(desk))
    # Home Affairs' key is to be compared, as after a first round file
    assert say(
        "RoundHomePage", "Home Affairs' matching code was not compared yet. It takes one telephone call."
    ) in strips(desk)
    desk.jump("legal-documents-examined")
    hands.settle_desk(desk)
    hands.focus(row_of(desk, "legal-documents-examined").field.edit)
    hands.replace("77")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    give_reason(desk, hands, "legal-documents-examined")
    desk.finish()
    hands.settle_desk(desk)
    dialog = desk.errands.handing_in.finishing
    assert dialog.officer.text() != ""
    for line in (dialog.secret.first, dialog.secret.second):
        hands.focus(line)
        hands.type(NEW)
    hands.click(dialog.go)
    hands.settle_desk(desk)
    file = desk.errands.handing_in.exported.path
    window.close()
    assert file.name == f"{AGENCY}-r2.rdsub"

    at_office = desk_of(open_window(office), OfficeDesk)
    at_office.take_files([file])
    hands.settle_desk(at_office)
    at_office.ways.open_review(AGENCY, "")
    hands.settle_desk(at_office)
    moment = say("RestoredStrip", "The desk was put back from the recovery file of {moment}.").split("{")[0]
    assert any(moment in one for one in strips(at_office))
    at_office.errands.trust.compare_submission(
        at_office.errands.reviewing.data, at_office.errands.reviewing.data.received.signer
    )
    assert at_office.errands.trust.dialog is not None
    at_office.errands.trust.dialog.agreed.emit()
    at_office.errands.trust.dialog.close()
    hands.settle_desk(at_office)
    assert at_office.errands.reviewing.data.received.counts
    assert any(moment in one for one in strips(at_office))
    at_office.window().close()
    with store.open_workspace(office) as workspace:
        mine = [one for one in merged.received(workspace, NEWEST) if one.agency == AGENCY]
    assert [(one.revision, one.counts) for one in mine] == [(1, False), (2, True)]


def test_the_desk_has_what_the_lost_one_had(recovery: Path, desk: Path, open_window: Open, hands: Hands) -> None:
    window = open_window()
    path = put_back(window, hands, recovery).workspace.path
    window.close()
    with store.open_workspace(desk) as old, store.open_workspace(path) as new:
        assert roundbook.round_ids(new) == roundbook.round_ids(old)
        for name in roundbook.round_ids(old):
            assert entry.current_values(new, name) == entry.current_values(old, name)
            assert [one["digest"] for one in submission.sent(new, name)] == [
                one["digest"] for one in submission.sent(old, name)
            ]


def test_another_folder_is_chosen_where_a_workspace_stands(
    recovery: Path, open_window: Open, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    (documents() / "ReformDesk").mkdir()
    standing = documents() / "ReformDesk" / f"{AGENCY}.rdesk"
    standing.write_bytes(b"what stands")
    window = open_window()
    window.open_path(recovery)
    dialog = offered(window)
    assert not dialog.go.isEnabled()
    assert say("PutBackDialog", "There is a workspace of this agency already. Nothing is overwritten.") in strips(
        dialog
    )
    heard.folder = tmp_path / "Ổ D"
    heard.folder.mkdir()
    hands.click(dialog.choose_button)
    hands.click(dialog.go)
    hands.settle(window)
    assert desk_of(window, AgencyDesk).workspace.path == heard.folder / f"{AGENCY}.rdesk"
    assert standing.read_bytes() == b"what stands"


def test_a_desk_that_stands_says_so(
    recovery: Path, desk: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    window = open_window(desk)
    hands.drop(window, recovery)
    hands.settle(window)
    assert heard.problems == [heard.words.error(Refused("recovery-same"))]


def test_another_agency_s_file_is_named(
    office: Path, demo: Path, tmp_path: Path, desk: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    other = write(office, demo, tmp_path / "x.rdreply", "so-y-te")
    window = open_window(desk)
    hands.drop(window, other)
    hands.settle(window)
    assert heard.problems == [heard.words.error(Refused("recovery-other-agency", agency="Sở Y tế"))]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_languages_fit(recovery: Path, open_window: Open, speak: Speak, language: str) -> None:
    window = open_window(messages=speak(language))
    window.open_path(recovery)
    dialog = offered(window)
    assert nameless(dialog) == []
    assert dialog.height() <= 614
