"""Dialogs are as high as their words: nothing is cut off, and no gaps stand between them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reformdesk.core.intake import Verdict
from reformdesk.errors import Refused
from reformdesk.ui import theme
from reformdesk.ui.dialogs.compare import CodeQuestion, CompareDialog
from reformdesk.ui.dialogs.finish import ExportedDialog
from reformdesk.ui.dialogs.key import KeyDialog, KeyFacts, RenewDialog, ReserveDialog
from reformdesk.ui.dialogs.revoke import RevokeDialog
from reformdesk.ui.dialogs.small import PassphraseDialog
from reformdesk.ui.models.intake import IntakeLine
from reformdesk.ui.pages.intake import IntakePage
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.widgets.fitted_dialog import FittedDialog
from reformdesk.words import LANGUAGES
from tests.core.builders import NOW
from tests.ui.conftest import Speak

MOST_SPARE = 3
"""Pixels that a label may be higher than its words: layouts share out what a rounding leaves over."""

KEY = "ab" * 32
WHERE = "Mã hiện trên trang đợt báo cáo trong chương trình của đơn vị và ở mục “Khóa của đơn vị…”."
QUESTION = CodeQuestion("Sở Y tế", "Văn phòng, 0200 3800 115", KEY, WHERE, "Không phải.", "Để riêng", KEY)
DIALOGS: dict[str, Callable[[QWidget, Path], FittedDialog]] = {
    "compare": lambda parent, _: CompareDialog(parent, QUESTION),
    "key": lambda parent, _: KeyDialog(parent, KeyFacts(KEY, "x.p12", "", is_office=True, has_reserve=False)),
    "no key": lambda parent, _: KeyDialog(parent, KeyFacts("", "", "", is_office=False, has_reserve=False)),
    "renew": lambda parent, _: RenewDialog(parent, has_key=True),
    "reserve": ReserveDialog,
    "revoke": lambda parent, _: RevokeDialog(parent, "Sở Y tế", "ABCD", 5),
    "revoke own": lambda parent, _: RevokeDialog(parent, "Sở Nội vụ", "ABCD", None),
    "passphrase": lambda parent, _: PassphraseDialog(parent, "Phiếu tiếp nhận cho mọi đơn vị"),
    "exported": lambda parent, folder: ExportedDialog(parent, folder / "x.rdsub", "", "ABCD", "EFGH", key_copied=False),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_fits_its_words(
    name: str, language: str, qapp: QApplication, qtbot: QtBot, speak: Speak, tmp_path: Path
) -> None:
    speak(language)
    theme.apply(qapp, dark=False)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DIALOGS[name](parent, tmp_path)
    with qtbot.waitExposed(dialog):
        dialog.show()
    QApplication.processEvents()
    for one in dialog.findChildren(QLabel):
        if one.isVisible() and one.wordWrap():
            # one beside a button is as high as that
            beside = theme.CONTROL if isinstance(one.parent(), Strip) else 0
            needed = one.heightForWidth(one.width())
            assert needed <= one.height() <= max(needed, beside) + MOST_SPARE, one.text()
    assert dialog.height() < 614, "higher than a small screen"


@pytest.mark.parametrize("state", ["accepted", "provisional"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_became_of_a_file_stands_on_one_line(
    state: str, language: str, qapp: QApplication, qtbot: QtBot, speak: Speak
) -> None:
    theme.apply(qapp, dark=False)
    page = IntakePage(speak(language).words)
    qtbot.addWidget(page)
    page.resize(1150, 500)
    page.refresh([IntakeLine("so-tu-phap-r2.rdsub", NOW, "window", state)])
    with qtbot.waitExposed(page):
        page.show()
    result = page.table.fontMetrics().horizontalAdvance(page.model.cell(0, 2).text)
    assert page.table.columnWidth(2) - 20 >= result


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_file_was_refused_is_shown_whole(language: str, qapp: QApplication, qtbot: QtBot, speak: Speak) -> None:
    heard = speak(language)
    theme.apply(qapp, dark=False)
    refused = Verdict("so-tu-phap-r2.rdsub", "rejected", error=Refused("key-revoked", name="Sở Tư pháp"))
    page = IntakePage(heard.words)
    qtbot.addWidget(page)
    page.resize(980, 500)
    page.refresh([IntakeLine(refused.file, NOW, "window", refused.state, error=refused.error)])
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    table = page.table
    room = QRect(0, 0, table.columnWidth(3) - 16, 9999)
    words = page.model.cell(0, 3).text
    assert table.rowHeight(0) >= table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() + 8
