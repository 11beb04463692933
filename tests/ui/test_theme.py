"""The look: one table of colours, readable everywhere, and one scale."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from reformdesk.ui import theme
from reformdesk.ui.theme import DARK, HIGH_CONTRAST, HIGH_CONTRAST_LIGHT, LIGHT, Colours
from reformdesk.ui.widgets.basics import label, restyle

HIGH = (HIGH_CONTRAST, HIGH_CONTRAST_LIGHT)
NAMES = ["light", "dark", "high contrast", "light high contrast"]
SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK, *HIGH], ids=NAMES)
TINTED = ("accent", "error", "warning", "good")
READ_ON = {
    "text": ("ground", "sheet", "accent_tint", "error_tint", "warning_tint", "good_tint"),
    "quiet": ("ground", "sheet", "accent_tint"),
    "on_accent": ("accent",),
    # the accent's tint lies behind what is chosen, which keeps its colour
    **{tone: ("ground", "sheet", "accent_tint", f"{tone}_tint") for tone in TINTED},
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
    least = 7.0 if scheme in HIGH else 4.5
    low = [
        (front, back, round(contrast(getattr(scheme, front), getattr(scheme, back)), 2))
        for front, back in pairs
        if contrast(getattr(scheme, front), getattr(scheme, back)) < least
    ]
    assert low == []


@SCHEMES
def test_what_a_rule_writes_is_readable_on_what_it_lays_behind(scheme: Colours) -> None:
    low = []
    for selector, rule in re.findall(r"([^{}]+)\{([^{}]*)\}", theme.style_sheet(scheme)):
        written = re.search(r"(?:^|[;\s])color:\s*(#\w{6})", rule)
        behind = re.search(r"background(?:-color)?:\s*(#\w{6})", rule)
        # what cannot be used is quieter than all that is to be read
        least = 7.0 if scheme in HIGH and ":disabled" not in selector else 4.5
        if written and behind and contrast(written[1], behind[1]) < least:
            low.append((" ".join(selector.split()), round(contrast(written[1], behind[1]), 2)))
    assert low == []


@SCHEMES
def test_a_control_s_edge_is_seen_on_whatever_it_stands(scheme: Colours) -> None:
    """WCAG 2.1, 1.4.11; in light, where it is drawn calmer, against the white that it encloses."""
    behind = (scheme.sheet,) if scheme is LIGHT else (scheme.sheet, scheme.ground, scheme.accent_tint)
    assert min(contrast(scheme.edge, back) for back in behind) >= 3


@pytest.mark.parametrize("scheme", HIGH, ids=NAMES[2:])
def test_high_contrast_draws_every_line_so_that_it_is_seen(scheme: Colours) -> None:
    """WCAG 2.1, 1.4.11: what marks a control stands out from what is beside it."""
    assert min(contrast(scheme.line, back) for back in (scheme.ground, scheme.sheet, scheme.accent_tint)) >= 3


@SCHEMES
def test_the_style_sheet_has_no_colour_of_its_own(scheme: Colours) -> None:
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", theme.style_sheet(scheme)))
    assert used <= set(dataclasses.astuple(scheme))


@SCHEMES
def test_every_drawing_of_the_style_sheet_is_there_in_the_scheme_s_colours(scheme: Colours) -> None:
    drawings = re.findall(r'url\("([^"]+)"\)', theme.style_sheet(scheme))
    assert len(drawings) >= 4
    for drawing in drawings:
        used = re.findall(r"#[0-9A-Fa-f]{6}\b", Path(drawing).read_text("utf-8"))
        assert used, drawing
        assert set(used) <= set(dataclasses.astuple(scheme)), drawing


def test_the_scale() -> None:
    assert (theme.SPACE_4, theme.SPACE_8, theme.SPACE_12, theme.SPACE_20) == (4, 8, 12, 20)
    assert (theme.SMALL, theme.BODY, theme.TITLE, theme.LARGE) == (12, 13, 17, 26)
    assert (theme.RADIUS, theme.CONTROL, theme.ROW) == (4, 30, 44)


@SCHEMES
def test_the_application_wears_one_scheme(qapp: QApplication, scheme: Colours) -> None:
    dark = scheme in (DARK, HIGH_CONTRAST)
    assert theme.apply(qapp, dark=dark, high_contrast=scheme in HIGH) is scheme
    assert theme.current(qapp) is scheme
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(scheme.ground)
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText) == QColor(scheme.quiet)


def test_the_program_starts_in_one_style_whatever_the_system_would_have() -> None:
    started = subprocess.run(
        [sys.executable, "-c", "from reformdesk.ui import theme; print(theme.new_application().style().name())"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_STYLE_OVERRIDE": "windows"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (started.stdout, started.stderr) == ("fusion\n", "")


@pytest.mark.parametrize("percent", theme.TEXT_SIZES)
def test_every_size_that_holds_words_follows_the_text(qapp: QApplication, qtbot: QtBot, percent: int) -> None:
    held = QLabel("x")
    qtbot.addWidget(held)
    theme.hold(held, width=200, least_height=40)
    theme.apply(qapp, dark=False, text_size=percent)
    assert (held.minimumWidth(), held.maximumWidth(), held.minimumHeight()) == (
        *[round(200 * percent / 100)] * 2,
        round(40 * percent / 100),
    )
    sizes = {int(one) for one in re.findall(r"font-size: (\d+)px", theme.style_sheet(LIGHT))}
    wanted = (theme.SMALL, theme.BODY, theme.TITLE, theme.LARGE)
    assert sizes == {round(one * percent / 100) for one in wanted}
    theme.apply(qapp, dark=False)


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


def test_what_is_restyled_is_looked_at_again_only_where_it_says_something_new(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)
    shown = label("Chậm", role="small")
    qtbot.addWidget(shown)
    shown.show()
    plain = shown.palette().color(shown.foregroundRole())
    restyle(shown, tone="error")
    assert shown.palette().color(shown.foregroundRole()).name() == theme.LIGHT.error.lower()
    seen: list[QEvent.Type] = []

    class Watch(QObject):
        def eventFilter(self, _: QObject, event: QEvent) -> bool:
            seen.append(event.type())
            return False

    watch = Watch(shown)
    shown.installEventFilter(watch)
    restyle(shown, tone="error")
    assert QEvent.Type.Polish not in seen
    restyle(shown, tone="")
    assert QEvent.Type.Polish in seen
    assert shown.palette().color(shown.foregroundRole()) == plain
