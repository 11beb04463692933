"""How it looks: every colour, space and size, from one place (the design's table)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from reformdesk.assets import resource

SPACE_4, SPACE_8, SPACE_12, SPACE_20 = 4, 8, 12, 20
SMALL, BODY, TITLE, LARGE = 12, 13, 17, 26
RADIUS, CONTROL, ROW = 4, 30, 44
_FAMILIES = ("Segoe UI", "Noto Sans", "DejaVu Sans", "Liberation Sans")


@dataclass(frozen=True)
class Colours:
    """One scheme; each colour has one meaning, and its tint lies behind text of that colour."""

    ground: str
    sheet: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_tint: str
    on_accent: str
    error: str
    error_tint: str
    warning: str
    warning_tint: str
    good: str
    good_tint: str


LIGHT = Colours(
    ground="#F6F7F9",
    sheet="#FFFFFF",
    line="#DDE1E7",
    text="#1B2430",
    quiet="#5A6675",
    accent="#0B5FA5",
    accent_tint="#E7F0FA",
    on_accent="#FFFFFF",
    error="#B3261E",
    error_tint="#FCEBEA",
    warning="#8A5300",
    warning_tint="#FFF4DF",
    good="#1A7446",
    good_tint="#E6F4EC",
)
DARK = Colours(
    ground="#14181E",
    sheet="#1C222B",
    line="#323B47",
    text="#E6EAF0",
    quiet="#9AA7B8",
    accent="#6CB2F2",
    accent_tint="#1F3347",
    on_accent="#10161D",
    error="#FF8A80",
    error_tint="#3A2224",
    warning="#FFC26B",
    warning_tint="#382C18",
    good="#6FD09B",
    good_tint="#1B3226",
)

_STYLE = """
* {{ font-size: {body}px; }}
QWidget {{ color: {c.text}; }}
QMainWindow, QDialog, QWidget#ground, QScrollArea, QStackedWidget {{ background: {c.ground}; border: none; }}
QWidget#sheet, QWidget#titleBar, QWidget#navigation, QWidget#statusLine {{ background: {c.sheet}; }}
QWidget#titleBar {{ border-bottom: 1px solid {c.line}; }}
QWidget#navigation {{ border-right: 1px solid {c.line}; }}
QWidget#statusLine {{ border-top: 1px solid {c.line}; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {title}px; font-weight: 600; }}
QLabel[role="large"] {{ font-size: {large}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="quiet"] {{ color: {c.quiet}; }}
QLabel[role="small"] {{ color: {c.quiet}; font-size: {small}px; }}
QLabel[tone="accent"] {{ color: {c.accent}; }}
QLabel[tone="error"] {{ color: {c.error}; }}
QLabel[tone="returned"] {{ color: {c.error}; }}
QLabel[tone="warning"] {{ color: {c.warning}; }}
QLabel[tone="good"] {{ color: {c.good}; }}
QLabel[tone="quiet"] {{ color: {c.quiet}; }}
QLabel[pill="accent"] {{ color: {c.accent}; background: {c.accent_tint}; }}
QLabel[pill="error"] {{ color: {c.error}; background: {c.error_tint}; }}
QLabel[pill="warning"] {{ color: {c.warning}; background: {c.warning_tint}; }}
QLabel[pill="good"] {{ color: {c.good}; background: {c.good_tint}; }}
QLabel[pill] {{ border-radius: 11px; padding: 3px 12px; }}
QFrame[strip="error"] {{ background: {c.error_tint}; border-radius: {radius}px; }}
QFrame[strip="returned"] {{ background: {c.error_tint}; border-radius: {radius}px; }}
QFrame[strip="warning"] {{ background: {c.warning_tint}; border-radius: {radius}px; }}
QFrame[strip="accent"] {{ background: {c.accent_tint}; border-radius: {radius}px; }}
QFrame[strip="good"] {{ background: {c.good_tint}; border-radius: {radius}px; }}
QFrame#hairline {{ background: {c.line}; max-height: 1px; min-height: 1px; border: none; }}
QPushButton, QToolButton#menuButton {{
  min-height: {inner}px; padding: 0 14px; border: 1px solid {c.line}; border-radius: {radius}px;
  background: {c.sheet};
}}
QPushButton:hover, QToolButton#menuButton:hover {{ background: {c.accent_tint}; }}
QPushButton:pressed {{ border-color: {c.accent}; }}
QPushButton:focus, QToolButton#menuButton:focus {{ border: 2px solid {c.accent}; padding: 0 13px; }}
QPushButton:disabled {{ color: {c.quiet}; background: {c.ground}; }}
QPushButton[primary="true"] {{
  color: {c.on_accent}; background: {c.accent}; border-color: {c.accent}; font-weight: 600;
}}
QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[primary="true"]:disabled {{ color: {c.quiet}; background: {c.line}; border-color: {c.line}; }}
QPushButton[flat="true"] {{ border: none; background: transparent; color: {c.accent}; padding: 0 4px; }}
QPushButton[flat="true"]:focus {{ border: 2px solid {c.accent}; padding: 0 2px; }}
QPushButton[chip="true"]:checked {{ border-color: {c.accent}; color: {c.accent}; background: {c.accent_tint}; }}
QToolButton#menuButton::menu-indicator {{ image: none; }}
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {{
  border: 1px solid {c.line}; border-radius: {radius}px; background: {c.sheet}; color: {c.text};
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; padding: 0 10px;
}}
QLineEdit, QComboBox, QDateEdit {{ min-height: {inner}px; }}
QPlainTextEdit {{ padding: 6px 8px; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {c.quiet}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus {{
  border: 2px solid {c.accent}; padding: 0 9px;
}}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus {{ min-height: {inner_focus}px; }}
QLineEdit:read-only {{ background: {c.ground}; color: {c.quiet}; }}
QLineEdit[state="error"] {{ border: 1px solid {c.error}; }}
QLineEdit[state="warning"] {{ border: 1px solid {c.warning}; }}
QLineEdit[state="error"]:focus {{ border: 2px solid {c.error}; }}
QLineEdit[state="warning"]:focus {{ border: 2px solid {c.warning}; }}
QDateEdit QLineEdit {{ border: none; min-height: 0; padding: 0; background: transparent; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
QCheckBox::indicator {{
  width: 16px; height: 16px; border: 1px solid {c.quiet}; border-radius: 3px; background: {c.sheet};
}}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{check}"); }}
QCheckBox::indicator:focus {{ border: 2px solid {c.accent}; }}
QCheckBox::indicator:disabled {{ background: {c.line}; border-color: {c.line}; }}
QToolButton#fieldMenu {{ border: none; background: transparent; color: {c.quiet}; }}
QToolButton#fieldMenu:hover, QToolButton#fieldMenu:focus {{ background: {c.accent_tint}; border-radius: {radius}px; }}
QToolButton#fieldMenu::menu-indicator {{ image: none; }}
QToolButton#rowTool {{ border: none; background: transparent; color: {c.quiet}; padding: 2px; }}
QToolButton#rowTool:hover, QToolButton#rowTool:focus {{ background: {c.accent_tint}; border-radius: {radius}px; }}
QFrame#formRow {{ background: {c.sheet}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame#formRow[current="true"], QFrame#formRow[marked="true"] {{ background: {c.accent_tint}; }}
QPushButton#navItem {{
  text-align: left; border: none; border-left: 3px solid transparent; border-radius: 0; background: transparent;
  padding: 0; min-height: 34px;
}}
QPushButton#navItem[tall="true"] {{ min-height: 43px; }}
QPushButton#navItem:hover {{ background: {c.ground}; }}
QPushButton#navItem:checked {{ border-left-color: {c.accent}; background: {c.accent_tint}; }}
QPushButton#navItem:focus {{ border: 2px solid {c.accent}; border-left: 3px solid {c.accent}; }}
QTableView {{
  background: {c.sheet}; border: none; gridline-color: {c.line}; alternate-background-color: {c.sheet};
  selection-background-color: {c.accent_tint}; selection-color: {c.text}; outline: none;
}}
QTableView::item {{ padding: 0 8px; border-bottom: 1px solid {c.line}; }}
QTableView::item:selected {{ background: {c.accent_tint}; color: {c.text}; }}
QHeaderView {{ background: {c.sheet}; }}
QHeaderView::section {{
  background: {c.sheet}; color: {c.quiet}; font-size: {small}px; border: none;
  border-bottom: 1px solid {c.line}; padding: 8px 6px;
}}
QTableCornerButton::section {{ background: {c.sheet}; border: none; }}
QProgressBar {{ border: none; background: {c.line}; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 2px; }}
QProgressBar[full="true"]::chunk {{ background: {c.good}; }}
QMenu {{ background: {c.sheet}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: {radius}px; }}
QMenu::item:selected {{ background: {c.accent_tint}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QListView {{ background: {c.sheet}; border: 1px solid {c.line}; border-radius: {radius}px; outline: none; }}
QListView::item {{ padding: 6px 8px; }}
QListView::item:selected {{ background: {c.accent_tint}; color: {c.text}; }}
QListView:focus {{ border: 2px solid {c.accent}; }}
QTextBrowser {{ background: {c.sheet}; border: 2px solid transparent; }}
QTextBrowser:focus {{ border: 2px solid {c.accent}; }}
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; }}
QCheckBox:focus, QRadioButton:focus {{ color: {c.accent}; }}
QToolTip {{ background: {c.sheet}; color: {c.text}; border: 1px solid {c.line}; padding: 4px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {c.line}; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {c.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabBar::tab {{
  padding: 7px 14px; background: transparent; color: {c.quiet}; border: none; border-bottom: 2px solid transparent;
}}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
QTabBar::tab:focus {{ color: {c.accent}; }}
QTabWidget::pane {{ border: none; }}
"""


def colours(dark: bool) -> Colours:
    """Return the scheme."""
    return DARK if dark else LIGHT


def system_is_dark(application: QApplication) -> bool:
    """Whether the system asks for a dark scheme."""
    return application.styleHints().colorScheme() is Qt.ColorScheme.Dark


def apply(application: QApplication, *, dark: bool) -> Colours:
    """Dress the whole application and return its colours."""
    scheme = colours(dark)
    application.setStyle("Fusion")
    application.setFont(_font())
    application.setPalette(_palette(scheme))
    application.setStyleSheet(style_sheet(scheme))
    application.setProperty("dark", dark)
    return scheme


def current(application: QApplication) -> Colours:
    """Return the colours that the application wears, for what is painted by hand."""
    return colours(bool(application.property("dark")))


def style_sheet(scheme: Colours) -> str:
    """Return the style sheet of a scheme."""
    name = "dark" if scheme is DARK else "light"
    icons = {part: resource("icons", f"{part}-{name}.svg").as_posix() for part in ("arrow", "check")}
    sizes = {"body": BODY, "small": SMALL, "title": TITLE, "large": LARGE, "radius": RADIUS, "inner": CONTROL - 2}
    sizes["inner_focus"] = CONTROL - 4
    return _STYLE.format(c=scheme, **icons, **sizes)


def _font() -> QFont:
    known = set(QFontDatabase.families())
    font = QFont([family for family in _FAMILIES if family in known] or [QFont().family()])
    font.setPixelSize(BODY)
    return tabular(font)


def tabular(font: QFont) -> QFont:
    """Give a font figures of one width, so that columns compare."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _palette(scheme: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: scheme.ground,
        QPalette.ColorRole.Base: scheme.sheet,
        QPalette.ColorRole.AlternateBase: scheme.ground,
        QPalette.ColorRole.Button: scheme.sheet,
        QPalette.ColorRole.Text: scheme.text,
        QPalette.ColorRole.WindowText: scheme.text,
        QPalette.ColorRole.ButtonText: scheme.text,
        QPalette.ColorRole.PlaceholderText: scheme.quiet,
        QPalette.ColorRole.Highlight: scheme.accent,
        QPalette.ColorRole.HighlightedText: scheme.on_accent,
        QPalette.ColorRole.ToolTipBase: scheme.sheet,
        QPalette.ColorRole.ToolTipText: scheme.text,
        QPalette.ColorRole.Link: scheme.accent,
        QPalette.ColorRole.Accent: scheme.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette
