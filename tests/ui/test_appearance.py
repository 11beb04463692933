"""The look and the size of text that the user chose: kept, and changed live."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reformdesk.ui import app, appearance, theme
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.appearance import Appearance, Look
from reformdesk.ui.office_desk import OfficeDesk
from tests.ui.conftest import Hands, desk_of
from tests.ui.on_form import row_of


@pytest.fixture(autouse=True)
def _plain_again(qapp: QApplication, home: Path) -> Iterator[None]:
    yield
    theme.apply(qapp, dark=False)


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, home: Path, speak: object) -> Iterator[app.Program]:
    made = app.Program(qapp, "vi")
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
    yield made
    made.window.close()
    qapp.removeTranslator(made.words.translator)


def test_every_choice_is_worn_and_kept(qapp: QApplication, home: Path) -> None:
    worn = {
        Look.LIGHT: theme.LIGHT,
        Look.DARK: theme.DARK,
        Look.CONTRAST: theme.HIGH_CONTRAST,
        Look.CONTRAST_LIGHT: theme.HIGH_CONTRAST_LIGHT,
    }
    looks = Appearance(qapp)
    assert looks.look is Look.SYSTEM
    for look, scheme in worn.items():
        looks.choose_look(look)
        assert theme.current(qapp) is scheme
        assert Appearance(qapp).look is look
    for percent in theme.TEXT_SIZES:
        looks.choose_text_size(percent)
        assert theme.text_size() == Appearance(qapp).text_size == percent
        assert qapp.font().pixelSize() == round(theme.BODY * percent / 100)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("contrast", [False, True])
def test_the_system_is_followed_into_its_high_contrast(
    dark: bool, contrast: bool, qapp: QApplication, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "system_is_dark", lambda _: dark)
    monkeypatch.setattr(appearance, "system_wants_contrast", lambda _: contrast)
    Appearance(qapp)
    assert theme.current(qapp) is theme.colours(dark, high_contrast=contrast)


def test_the_systems_wish_can_be_read(qapp: QApplication) -> None:
    assert appearance.system_wants_contrast(qapp) is False


@pytest.mark.parametrize("stored", ["", "purple", "150 %", "-1"])
def test_settings_of_nothing_known_are_the_common_ones(stored: str, qapp: QApplication, home: Path) -> None:
    QSettings().setValue("look", stored)
    QSettings().setValue("text_size", stored)
    looks = Appearance(qapp)
    assert (looks.look, looks.text_size) == (Look.SYSTEM, 100)


def test_a_key_opens_the_settings_and_arrows_choose(program: app.Program, hands: Hands, qapp: QApplication) -> None:
    hands.focus(program.window.start.open_button if program.window.start else program.window)
    hands.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = program.settings
    assert dialog.isVisible()
    hands.focus(dialog.looks[Look.SYSTEM])
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    assert dialog.looks[Look.DARK].isChecked()
    assert theme.current(qapp) is theme.DARK
    hands.press(Qt.Key.Key_Tab)
    assert dialog.sizes[100].hasFocus()
    hands.press(Qt.Key.Key_Right)
    assert theme.text_size() == 115
    hands.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_open_form_grows_with_its_text(program: app.Program, desk: Path, hands: Hands, qtbot: QtBot) -> None:
    program.window.open_path(desk)
    hands.settle(program.window)
    agency = desk_of(program.window, AgencyDesk)
    agency.jump("legal-documents-issued")
    hands.settle(program.window)
    row = row_of(agency, "legal-documents-issued")
    hands.focus(row.field.edit)
    hands.replace("31")
    before = (row.field.width(), agency._column.width(), row.field.edit.fontMetrics().height())
    program.appearance.choose_text_size(150)
    hands.settle(program.window)
    row = row_of(agency, "legal-documents-issued")
    after = (row.field.width(), agency._column.width(), row.field.edit.fontMetrics().height())
    assert [round(new / old, 1) for new, old in zip(after, before, strict=True)] == [1.5, 1.5, 1.5]
    assert row.field.edit.text() == "31"
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    assert row.field.edit.hasFocus()


def test_an_open_board_grows_with_its_text(program: app.Program, office: Path, hands: Hands) -> None:
    program.window.open_path(office)
    hands.settle(program.window)
    table = desk_of(program.window, OfficeDesk).board.table
    before = table.verticalHeader().defaultSectionSize()
    program.appearance.choose_text_size(130)
    hands.settle(program.window)
    assert table.verticalHeader().defaultSectionSize() > before
    assert table.horizontalScrollBar().maximum() == 0


def test_a_sign_is_painted_in_the_new_scheme(program: app.Program, desk: Path, hands: Hands) -> None:
    program.window.open_path(desk)
    hands.settle(program.window)
    program.appearance.choose_look(Look.CONTRAST)
    hands.settle(program.window)
    title = desk_of(program.window, AgencyDesk).title
    assert isinstance(title, QLabel)
    assert title.palette().windowText().color().name() == theme.HIGH_CONTRAST.text.lower()


def test_another_language_opens_the_same_workspace_again(
    program: app.Program, desk: Path, hands: Hands, qtbot: QtBot
) -> None:
    program.window.open_path(desk)
    hands.settle(program.window)
    program.open_settings()
    dialog = program.settings
    hands.focus(dialog.languages)
    QTest.keyClick(dialog.languages, Qt.Key.Key_Down)
    dialog.languages.activated.emit(dialog.languages.currentIndex())
    before = program.window
    qtbot.waitUntil(lambda: program.window is not before)
    qtbot.addWidget(program.window)
    hands.settle(program.window)
    assert desk_of(program.window, AgencyDesk).check_button.text().startswith("Check")
    assert program.words.language == "en"
    program.window.close()
