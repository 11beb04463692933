"""The look: one table of colours, readable everywhere, and one scale."""

from __future__ import annotations

import dataclasses
import re

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from reformdesk.ui import theme
from reformdesk.ui.theme import DARK, LIGHT, Colours

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
TINTED = ("accent", "error", "warning", "good")
READ_ON = {
    "text": ("ground", "sheet", "accent_tint", "error_tint", "warning_tint", "good_tint"),
    "quiet": ("ground", "sheet", "accent_tint"),
    "on_accent": ("accent",),
    **{tone: ("ground", "sheet", f"{tone}_tint") for tone in TINTED},
}


def _luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.1."""
    read = QColor(colour)
    parts = (read.redF(), read.greenF(), read.blueF())
    linear: list[float] = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.1, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") < 4.5 < contrast("#767676", "#FFFFFF")


@SCHEMES
def test_every_colour_is_readable_where_it_is_used(scheme: Colours) -> None:
    pairs = [(front, back) for front, backs in READ_ON.items() for back in backs]
    low = [
        (front, back, round(contrast(getattr(scheme, front), getattr(scheme, back)), 2))
        for front, back in pairs
        if contrast(getattr(scheme, front), getattr(scheme, back)) < 4.5
    ]
    assert low == []


@SCHEMES
def test_the_style_sheet_has_no_colour_of_its_own(scheme: Colours) -> None:
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", theme.style_sheet(scheme)))
    assert used <= set(dataclasses.astuple(scheme))


def test_the_scale() -> None:
    assert (theme.SPACE_4, theme.SPACE_8, theme.SPACE_12, theme.SPACE_20) == (4, 8, 12, 20)
    assert (theme.SMALL, theme.BODY, theme.TITLE, theme.LARGE) == (12, 13, 17, 26)
    assert (theme.RADIUS, theme.CONTROL, theme.ROW) == (4, 30, 44)


@pytest.mark.parametrize("dark", [False, True])
def test_the_application_wears_one_scheme(qapp: QApplication, dark: bool) -> None:
    scheme = theme.apply(qapp, dark=dark)
    assert theme.current(qapp) is scheme is (DARK if dark else LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(scheme.ground)
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText) == QColor(scheme.quiet)


def test_figures_are_of_one_width(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, dark=False)
    shown = QLabel()
    qtbot.addWidget(shown)
    metrics = QFontMetrics(shown.font())
    assert len({metrics.horizontalAdvance(figure * 10) for figure in "0123456789"}) == 1


def test_a_hint_is_readable_inside_its_field(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, dark=False)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == QColor(LIGHT.quiet)
