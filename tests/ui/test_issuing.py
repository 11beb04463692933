"""Phát hành in the window: one folder to send, with progress, to be stopped at any point."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from reformdesk.errors import Refused
from reformdesk.exchange import cades
from reformdesk.issuing_files import Progress
from reformdesk.ui.dialogs.issuing import IssuingDialog
from reformdesk.ui.dialogs.small import PassphraseDialog
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import ROUNDS
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.widgets.elided import PathLabel
from tests.demo import AGENCIES, NEWEST
from tests.installers import installer
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, documents, nameless, say

FOLDER = f"phat-hanh-{NEWEST}"
SETUP = "ReformDesk-1.0.0-setup.exe"


@pytest.fixture
def desk(office: Path, open_window: Open) -> OfficeDesk:
    return desk_of(open_window(office), OfficeDesk)


def laid_out(desk: OfficeDesk, hands: Hands) -> IssuingDialog:
    hands.click(desk.item(ROUNDS))
    hands.settle_desk(desk)
    hands.click(button_named(desk, say("RoundsPage", "Hand out…")))
    hands.settle_desk(desk)
    return desk.errands.issuing.dialog


def test_the_folder_is_made_by_keyboard_and_shown(
    desk: OfficeDesk, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = laid_out(desk, hands)
    assert nameless(dialog) == []
    said = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert str(AGENCIES) in said
    assert FOLDER in said
    hands.focus(dialog.folder)
    hands.replace(str(tmp_path))
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert len(list((tmp_path / FOLDER / "bieu-excel").iterdir())) == AGENCIES
    assert not dialog.bar.isVisible()
    hands.click(dialog.open_folder)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path / FOLDER)]
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_progress_is_told_and_stopping_leaves_nothing(desk: OfficeDesk, hands: Hands, tmp_path: Path) -> None:
    dialog = laid_out(desk, hands)
    told: list[tuple[int, int, str]] = []
    show = dialog.show_progress

    def listen(progress: Progress) -> None:
        show(progress)
        told.append((dialog.bar.value(), dialog.bar.maximum(), dialog.said.text()))
        if progress.done == 7:
            hands.press(Qt.Key.Key_Escape)

    dialog.show_progress = listen  # type: ignore[method-assign] # to press a key in the middle
    hands.focus(dialog.folder)
    hands.replace(str(tmp_path / "gui di"))
    hands.press(Qt.Key.Key_Return)
    assert dialog.bar.isVisible()
    assert not dialog.go.isEnabled()
    hands.settle_desk(desk)
    assert [value for value, _, _ in told] == list(range(1, 8))
    assert "bieu-excel/" in told[-1][2]
    assert list((tmp_path / "gui di").iterdir()) == []
    assert dialog.isVisible()
    assert say("IssuingDialog", "Stopped. Nothing was left behind.") == dialog.said.text()
    del dialog.show_progress
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Space)
    hands.settle_desk(desk)
    assert [one.name for one in (tmp_path / "gui di").iterdir()] == [FOLDER]


def test_a_window_that_closes_takes_away_what_is_unfinished(desk: OfficeDesk, hands: Hands, tmp_path: Path) -> None:
    dialog = laid_out(desk, hands)
    hands.focus(dialog.folder)
    hands.replace(str(tmp_path / "gui di"))
    hands.press(Qt.Key.Key_Return)
    desk.window().close()
    place = tmp_path / "gui di"
    assert not place.exists() or list(place.iterdir()) == []


def test_a_folder_that_is_there_is_not_written_over(desk: OfficeDesk, hands: Hands) -> None:
    (documents() / FOLDER).mkdir(parents=True)
    dialog = laid_out(desk, hands)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert dialog.isVisible()
    assert list((documents() / FOLDER).iterdir()) == []
    (documents() / FOLDER).rmdir()
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert any((documents() / FOLDER).iterdir())


def test_an_installer_is_found_once_and_remembered(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    dialog = laid_out(desk, hands)
    assert say("IssuingDialog", "The program: no installer at hand. Agencies that have it already need none.") in (
        dialog.programs.text()
    )
    heard.folder = tmp_path
    hands.click(dialog.programs_button)
    assert str(tmp_path) in dialog.programs.text()
    (tmp_path / "ReformDesk-1.0.0-setup.exe").write_bytes(b"MZ")
    hands.click(dialog.programs_button)
    assert "ReformDesk-1.0.0-setup.exe" in dialog.programs.text()
    dialog.reject()
    assert QSettings().value("installers") == str(tmp_path)
    again = laid_out(desk, hands)
    assert "ReformDesk-1.0.0-setup.exe" in again.programs.text()


def test_the_installer_is_sealed_before_the_folder_is_made(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, demo: Path
) -> None:
    (tmp_path / SETUP).write_bytes(installer("1.0.0"))
    dialog = laid_out(desk, hands)
    heard.folder = tmp_path
    hands.click(dialog.programs_button)
    assert f"{SETUP}, {SETUP}.p7s" in dialog.programs.text()
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    sealing = desk.errands.issuing.sealing
    told = " ".join(one.text() for one in sealing.findChildren(QLabel))
    assert str(tmp_path / SETUP) in " ".join(
        one.accessibleName() or one.toolTip() for one in sealing.findChildren(PathLabel)
    )
    assert "1.0.0" in told
    assert sha256((tmp_path / SETUP).read_bytes()).hexdigest() in told.replace(" ", "")
    assert sealing.go.text() == say("Issuing", "Seal the installer")
    assert not (documents() / FOLDER).exists()
    # its key is not at this desk: none is made, which no agency would know
    type_passphrase(sealing, hands, desk, "demo")
    assert sealing.isVisible()
    with_key(desk, demo)
    type_passphrase(sealing, hands, desk, "another")
    assert sealing.isVisible()
    assert not (documents() / FOLDER).exists()
    type_passphrase(sealing, hands, desk, "demo")
    assert not sealing.isVisible()
    folder = documents() / FOLDER
    assert cades.verify((folder / SETUP).read_bytes(), (folder / f"{SETUP}.p7s").read_bytes()).name


def choosing(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, folder: Path, *, stated: str = "1.0.0"
) -> IssuingDialog:
    """Let an installer be chosen and begin, up to the passphrase; ``stated`` is the version inside."""
    (folder / SETUP).write_bytes(installer(stated))
    dialog = laid_out(desk, hands)
    heard.folder = folder
    hands.click(dialog.programs_button)
    hands.focus(dialog.go)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    return dialog


def with_key(desk: OfficeDesk, demo: Path) -> None:
    keys = desk.workspace.path.parent / "keys"
    keys.mkdir()
    shutil.copy2(demo / "keys" / "home-affairs.p12", keys)


def test_leaving_the_passphrase_leaves_the_folder_unmade(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    dialog = choosing(desk, hands, heard, tmp_path)
    sealing = desk.errands.issuing.sealing
    hands.focus(sealing.secret.first)
    hands.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.go.isEnabled()
    assert not (documents() / FOLDER).exists()


def test_nothing_can_be_chosen_anew_between_the_passphrase_and_the_writing(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, demo: Path
) -> None:
    with_key(desk, demo)
    dialog = choosing(desk, hands, heard, tmp_path)
    sealing = desk.errands.issuing.sealing
    assert not dialog.go.isEnabled()
    assert not dialog.folder.isEnabled()
    assert not dialog.programs_button.isEnabled()
    dialog.offer_programs(())
    type_passphrase(sealing, hands, desk, "demo")
    assert (documents() / FOLDER / f"{SETUP}.p7s").is_file()


def test_stopping_while_it_is_sealed_writes_nothing(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path, demo: Path
) -> None:
    with_key(desk, demo)
    dialog = choosing(desk, hands, heard, tmp_path)
    sealing = desk.errands.issuing.sealing
    hands.focus(sealing.secret.first)
    hands.replace("demo")
    sealing.accept()
    dialog.reject()
    hands.settle_desk(desk)
    assert not (documents() / FOLDER).exists()
    assert dialog.isVisible()
    assert dialog.go.isEnabled()
    assert dialog.said.text() == say("IssuingDialog", "Stopped. Nothing was left behind.")


def test_what_is_no_installer_is_told_and_no_passphrase_is_asked(
    desk: OfficeDesk, hands: Hands, heard: HeardMessages, tmp_path: Path
) -> None:
    dialog = choosing(desk, hands, heard, tmp_path, stated="0.9.0")
    problem = Refused("installer-other-version", file=SETUP, version="0.9.0.0")
    assert [one.accessibleName() for one in dialog.findChildren(Strip) if one.isVisible()] == [
        heard.words.error(problem)
    ]
    assert dialog.go.isEnabled()
    assert not (documents() / FOLDER).exists()


def type_passphrase(sealing: PassphraseDialog, hands: Hands, desk: OfficeDesk, passphrase: str) -> None:
    hands.focus(sealing.secret.first)
    hands.replace(passphrase)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
