"""Every dialog is looked at and names its help, every model is sound, the focus is seen wherever it is."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import reformdesk.ui
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.dialogs.writing import WritingDialog
from reformdesk.ui.guide import INDEX, page_for
from reformdesk.ui.models.agency_drafts import AgencyModel
from reformdesk.ui.models.board import BoardModel
from reformdesk.ui.models.drafts import DraftModel
from reformdesk.ui.models.edition_rows import EditionRows
from reformdesk.ui.models.grid import GridModel
from reformdesk.ui.models.indicator_drafts import IndicatorModel
from reformdesk.ui.models.part import PartModel
from reformdesk.ui.models.past_rows import PastModel
from reformdesk.ui.models.preview import PreviewModel
from reformdesk.ui.models.ticking import TickingModel
from reformdesk.ui.widgets.fitted_dialog import FittedDialog
from reformdesk.ui.widgets.sheet_table import SheetTable
from tests.ui.scenes import SCENES

BASES: set[type] = {FittedDialog, QuestionDialog, WritingDialog}
"""What dialogs are made from, which is never shown by itself."""


def _modules() -> Iterator[object]:
    for found in pkgutil.walk_packages(reformdesk.ui.__path__, "reformdesk.ui."):
        yield importlib.import_module(found.name)


def _classes(kind: type) -> set[type]:
    found = {one for module in _modules() for one in vars(module).values() if isinstance(one, type)}
    return {
        one
        for one in found
        if issubclass(one, kind) and one.__module__.startswith("reformdesk.") and one.__name__[0] != "_"
    }


def test_every_dialog_has_a_scene() -> None:
    """A dialog that is new gets its scene, and with it all these looks at it."""
    assert _classes(QDialog) - {scene.kind for scene in SCENES} == BASES


def test_every_dialog_names_its_page_of_the_guide() -> None:
    named = {one.__name__: page_for(str(getattr(one, "GUIDE", ""))) for one in _classes(QDialog)}
    without = {name for name, page in named.items() if page == INDEX}
    assert without == {one.__name__ for one in BASES} | {"CrashDialog"}


def test_every_model_is_checked_against_qts_rules() -> None:
    """Where: board and grid in test_models, the previews in test_pasting_form and test_two_officers, drafts in
    test_first_round, earlier figures in test_earlier_figures_dialog, an edition in test_edition_page.
    """
    bases = {TickingModel, DraftModel}
    drafts = {AgencyModel, IndicatorModel, PastModel, EditionRows}
    assert _classes(QAbstractItemModel) - bases == {BoardModel, GridModel, PreviewModel, PartModel, *drafts}
    source = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    for model in (
        "board",
        "model",
        "agency.preview.model",
        "agency.part.model",
        "agencies",
        "indicators",
        "dialog.model",
        "page.rows.model",
    ):
        assert f"check_model({model})" in source


def _made(kind: str) -> QWidget:
    grid = GridModel()
    made: dict[str, Callable[[], QWidget]] = {
        "button": lambda: QPushButton("Mở"),
        "filled button": lambda: _with(QPushButton("Mở"), primary=True),
        "flat button": lambda: _with(QPushButton("Mở"), flat=True),
        "entry": lambda: _named(QPushButton(), "navItem"),
        "menu": lambda: _named(QToolButton(), "menuButton"),
        "list of a field": lambda: _named(QToolButton(), "fieldMenu"),
        "tool of a row": lambda: _named(QToolButton(), "rowTool"),
        "line": QLineEdit,
        "box": QPlainTextEdit,
        "choice": QComboBox,
        "day": QDateEdit,
        "tick": lambda: QCheckBox("Có"),
        "one of several": lambda: QRadioButton("Sáng"),
        "list": QListWidget,
        "table": lambda: SheetTable(grid, "Bảng"),
        "guide": QTextBrowser,
        "tabs": _tabs,
    }
    widget = made[kind]()
    grid.setParent(widget)
    return widget


def _with(widget: QWidget, **properties: object) -> QWidget:
    for name, value in properties.items():
        widget.setProperty(name, value)
    return widget


def _named(widget: QWidget, name: str) -> QWidget:
    widget.setObjectName(name)
    return widget


def _tabs() -> QWidget:
    made = QTabBar()
    made.addTab("1")
    made.addTab("2")
    return made


_KINDS = (
    *("button", "filled button", "flat button", "entry", "menu", "list of a field", "tool of a row", "line", "box"),
    *("choice", "day", "tick", "one of several", "list", "table", "guide", "tabs"),
)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("kind", _KINDS)
def test_the_focus_is_a_frame_of_two_pixels(
    kind: str, dark: bool, contrast: bool, qapp: QApplication, qtbot: QtBot
) -> None:
    scheme = theme.apply(qapp, dark=dark, high_contrast=contrast)
    window = QWidget()
    window.setObjectName("ground")
    qtbot.addWidget(window)
    other, one = QLineEdit(window), _made(kind)
    one.setParent(window)
    one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.setGeometry(300, 10, 60, 30)
    one.setGeometry(20, 20, 200, 100 if isinstance(one, QAbstractItemView | QPlainTextEdit | QTextBrowser) else 44)
    window.resize(400, 160)
    with qtbot.waitActive(window):
        window.show()
    other.setFocus()
    before = window.grab(one.geometry()).toImage()
    one.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = window.grab(one.geometry()).toImage()
    filled = scheme.ground if contrast else scheme.text
    colour = filled if kind == "filled button" else scheme.accent
    assert _framed(after, colour) >= 2 > _framed(before, colour) - 2
    assert before != after


def _framed(image: QImage, colour: str) -> int:
    """Return the longest run of lines near the upper half that are mostly of one colour: a frame's thickness."""
    best = run = 0
    for y in range(image.height() // 2):
        row = [image.pixelColor(x, y).name() == colour.lower() for x in range(4, image.width() // 8)]
        run = run + 1 if sum(row) > len(row) * 0.6 else 0
        best = max(best, run)
    return best
