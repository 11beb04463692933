"""How it looks: every colour, space and size, from one place (the design's table).

Sizes that hold words follow the text size that the user chose: pass them through :func:`px`, or let
:func:`hold` keep a widget at them, also when the text size changes while the widget is shown.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reformdesk.assets import resource
from reformdesk.ui import outlines

SPACE_4, SPACE_8, SPACE_12, SPACE_20 = 4, 8, 12, 20
SMALL, BODY, TITLE, LARGE = 12, 13, 17, 26
RADIUS, CONTROL, ROW = 4, 30, 44
TEXT_SIZES = (100, 115, 130, 150)
"""The sizes of text to choose from, in percent of the scale above."""

_FAMILIES = ("Segoe UI", "Noto Sans", "DejaVu Sans", "Liberation Sans")


@dataclass(frozen=True)
class Colours:
    """One scheme; each colour has one meaning, and its tint lies behind text of that colour.

    ``line`` parts what stands together, ``edge`` goes around what is typed into, chosen from or pressed.
    """

    ground: str
    sheet: str
    line: str
    edge: str
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
    edge="#8A94A3",
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
    edge="#707E91",
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

HIGH_CONTRAST = Colours(
    ground="#000000",
    sheet="#000000",
    line="#9A9A9A",
    edge="#9A9A9A",
    text="#FFFFFF",
    quiet="#BEBEBE",
    accent="#FFE14D",
    accent_tint="#00334D",
    on_accent="#000000",
    error="#FFA8A0",
    error_tint="#3D0000",
    warning="#FFC46B",
    warning_tint="#332100",
    good="#7CF0AE",
    good_tint="#00301A",
)
HIGH_CONTRAST_LIGHT = Colours(
    ground="#FFFFFF",
    sheet="#FFFFFF",
    line="#5C5C5C",
    edge="#5C5C5C",
    text="#000000",
    quiet="#4A4A4A",
    accent="#003C8C",
    accent_tint="#DCEBFF",
    on_accent="#FFFFFF",
    error="#8A0000",
    error_tint="#FFE9E7",
    warning="#5E3800",
    warning_tint="#FFF1D6",
    good="#00501F",
    good_tint="#DFF5E7",
)
"""High contrast: everything that is to be read at least 7:1, every line 3:1, against what lies behind."""

_NAMES = {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST, "contrast-light": HIGH_CONTRAST_LIGHT}
_SCHEME, _TEXT_SIZE = "scheme", "text_size"
_HOLDS = "holds"
_STYLE, _WEARS_STYLE = "Fusion", "wears_style"

_SHEET = """
* {{ font-size: {body}px; }}
QWidget {{ color: {c.text}; }}
QMainWindow, QDialog, QWidget#ground, QScrollArea, QStackedWidget {{ background: {c.ground}; border: none; }}
QWidget#sheet, QWidget#titleBar, QWidget#navigation, QWidget#statusLine {{ background: {c.sheet}; }}
QWidget#titleBar {{ border-bottom: 1px solid {c.line}; }}
QWidget#navigation {{ border-right: 1px solid {c.line}; }}
QWidget#navigation QPushButton[flat="true"] {{ text-align: left; padding: 0; }}
QWidget#statusLine {{ border-top: 1px solid {c.line}; }}
QScrollArea[framed="false"] {{ border: 2px solid transparent; background: {c.sheet}; }}
QScrollArea[framed="true"] {{ border: 2px solid {c.accent}; background: {c.sheet}; }}
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
QLabel[pill="quiet"] {{ color: {c.quiet}; }}
QLabel[pill] {{ border-radius: {pill}px; padding: 3px 12px; }}
QFrame[strip="error"] {{ background: {c.error_tint}; border-radius: {radius}px; }}
QFrame[strip="returned"] {{ background: {c.error_tint}; border-radius: {radius}px; }}
QFrame[strip="warning"] {{ background: {c.warning_tint}; border-radius: {radius}px; }}
QFrame[strip="accent"] {{ background: {c.accent_tint}; border-radius: {radius}px; }}
QFrame[strip="good"] {{ background: {c.good_tint}; border-radius: {radius}px; }}
QFrame#hairline {{ background: {c.line}; max-height: 1px; min-height: 1px; border: none; }}
QPushButton, QToolButton#menuButton {{
  min-height: {inner}px; padding: 0 14px; border: 1px solid {c.edge}; border-radius: {radius}px;
  background: {c.sheet};
}}
QPushButton:hover, QToolButton#menuButton:hover {{ background: {c.accent_tint}; }}
QPushButton:pressed {{ border-color: {c.accent}; }}
QPushButton:focus, QToolButton#menuButton:focus {{ border: 2px solid {c.accent}; padding: 0 13px; }}
QPushButton:disabled, QToolButton#menuButton:disabled {{
  color: {c.quiet}; background: {c.ground}; border-color: {c.line};
}}
QPushButton[primary="true"] {{
  color: {c.on_accent}; background: {c.accent}; border-color: {c.accent}; font-weight: 600;
}}
QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[primary="true"]:disabled {{ color: {c.quiet}; background: {c.accent_tint}; border-color: {c.line}; }}
QPushButton[flat="true"] {{ border: none; background: transparent; color: {c.accent}; padding: 0 4px; }}
QPushButton[flat="true"]:disabled {{ color: {c.quiet}; }}
QPushButton[small="true"] {{ font-size: {small}px; color: {c.quiet}; min-height: 0; }}
QPushButton[small="true"][tone="warning"] {{ color: {c.warning}; }}
QPushButton[flat="true"]:focus {{ border: 2px solid {c.accent}; padding: 0 2px; }}
QPushButton[chip="true"]:checked {{ border-color: {c.accent}; color: {c.accent}; background: {c.accent_tint}; }}
QToolButton#menuButton::menu-indicator {{ image: none; }}
QLineEdit, QPlainTextEdit, QComboBox, QDateTimeEdit {{
  border: 1px solid {c.edge}; border-radius: {radius}px; background: {c.sheet}; color: {c.text};
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; padding: 0 10px;
}}
QComboBox {{ padding: 0 12px; }}
QLineEdit, QComboBox {{ min-height: {inner}px; }}
QDateTimeEdit, QToolButton#menuButton {{ min-height: {inner}px; max-height: {inner}px; }}
QPlainTextEdit {{ padding: 6px 8px; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {c.quiet}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus {{
  border: 2px solid {c.accent}; padding: 0 9px;
}}
QComboBox:focus {{ padding: 0 11px; }}
QLineEdit:focus, QComboBox:focus {{ min-height: {inner_focus}px; }}
QDateTimeEdit:focus, QToolButton#menuButton:focus {{ min-height: {inner_focus}px; max-height: {inner_focus}px; }}
QComboBox:disabled, QDateTimeEdit:disabled, QLineEdit:disabled, QPlainTextEdit:disabled {{
  color: {c.quiet}; background: {c.ground}; border-color: {c.line};
}}
QLineEdit:read-only {{ background: {c.ground}; color: {c.quiet}; }}
QLineEdit:read-only:!focus {{ border-color: {c.line}; }}
QLineEdit[state="error"] {{ border: 1px solid {c.error}; }}
QLineEdit[state="warning"] {{ border: 1px solid {c.warning}; }}
QLineEdit[state="error"]:focus {{ border: 2px solid {c.error}; }}
QLineEdit[state="warning"]:focus {{ border: 2px solid {c.warning}; }}
QDateTimeEdit QLineEdit, QDateTimeEdit QLineEdit:focus, QDateTimeEdit QLineEdit:disabled {{
  border: none; min-height: 0; padding: 0; background: transparent;
}}
QComboBox::drop-down, QDateTimeEdit::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url("{arrow}"); width: {chevron}px; height: {chevron}px; }}
QComboBox::down-arrow:disabled, QDateTimeEdit::down-arrow:disabled {{ image: url("{asleep}"); }}
QCheckBox::indicator, QTableView::indicator, QListView::indicator {{
  width: {tick}px; height: {tick}px; border: 1px solid {c.quiet}; border-radius: 3px; background: {c.sheet};
}}
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked {{
  background: {c.accent}; border-color: {c.accent}; image: url("{check}");
}}
QTableView::indicator:indeterminate {{
  background: {c.accent}; border-color: {c.accent}; image: url("{partly}");
}}
QRadioButton::indicator {{
  width: {radio}px; height: {radio}px; border: 1px solid {c.quiet}; border-radius: {half}px; background: {c.sheet};
}}
QRadioButton::indicator:checked {{ border: {ring}px solid {c.accent}; width: {dot}px; height: {dot}px; }}
QGroupBox#plain {{ border: none; margin: 0; padding: 0; }}
QCheckBox::indicator:focus {{ border: 2px solid {c.accent}; }}
QCheckBox::indicator:disabled {{ background: {c.line}; border-color: {c.line}; }}
QToolButton#fieldMenu {{ border: none; background: transparent; color: {c.quiet}; }}
QToolButton#fieldMenu:hover {{ background: {c.accent_tint}; border-radius: {radius}px; }}
QToolButton#fieldMenu::menu-indicator {{ image: none; }}
QToolButton#rowTool {{ border: none; background: transparent; color: {c.quiet}; padding: 2px; }}
QToolButton#rowTool:hover {{ background: {c.accent_tint}; border-radius: {radius}px; }}
QToolButton#rowTool:focus, QToolButton#fieldMenu:focus {{ border: 2px solid {c.accent}; border-radius: {radius}px; }}
QFrame#formRow {{ background: {c.sheet}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame#formRow[current="true"], QFrame#formRow[marked="true"] {{ background: {c.accent_tint}; }}
QPushButton#navItem {{
  text-align: left; border: none; border-left: 3px solid transparent; border-radius: 0; background: transparent;
  padding: 0; min-height: {entry}px;
}}
QPushButton#navItem[tall="true"] {{ min-height: {tall_entry}px; }}
QPushButton#navItem:hover {{ background: {c.ground}; }}
QPushButton#navItem:checked {{ border-left-color: {c.accent}; background: {c.accent_tint}; }}
QPushButton#navItem:focus {{ border: 2px solid {c.accent}; border-left: 3px solid {c.accent}; }}
QTableView {{
  background: {c.sheet}; border: 2px solid transparent; gridline-color: {c.line}; alternate-background-color: {c.sheet};
  selection-background-color: {c.accent_tint}; selection-color: {c.text}; outline: none;
}}
QTableView:focus {{ border: 2px solid {c.accent}; }}
QTableView::item {{ padding: 0 6px; border-bottom: 1px solid {c.line}; }}
QTableView::item:selected {{ background: {c.accent_tint}; }}
QHeaderView {{ background: {c.sheet}; }}
QHeaderView::section {{
  background: {c.sheet}; color: {c.quiet}; font-size: {small}px; border: none;
  border-bottom: 1px solid {c.line}; padding: 8px 9px;
}}
QTableCornerButton::section {{ background: {c.sheet}; border: none; }}
QProgressBar {{ border: none; background: {c.line}; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 2px; }}
QProgressBar[full="true"]::chunk {{ background: {c.good}; }}
QMenu {{ background: {c.sheet}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: {radius}px; }}
QMenu::item:selected {{ background: {c.accent_tint}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QListView {{
  background: {c.sheet}; border: 1px solid {c.line}; border-radius: {radius}px; outline: none; padding: 1px;
}}
QListView::item {{ padding: 6px 8px; }}
QListView::item:selected {{ background: {c.accent_tint}; color: {c.text}; }}
QListView:focus {{ border: 2px solid {c.accent}; padding: 0; }}
QTextBrowser {{ background: {c.sheet}; border: 2px solid transparent; }}
QTextBrowser:focus {{ border: 2px solid {c.accent}; }}
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; }}
QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: {radius}px; padding: 1px 4px 1px 2px; }}
QRadioButton#bare {{ spacing: 0; padding: 1px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
QToolTip {{ background: {c.sheet}; color: {c.text}; border: 1px solid {c.line}; padding: 4px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 3px; min-height: 28px; min-width: 28px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {c.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabBar::tab {{
  padding: 7px 14px; background: transparent; color: {c.quiet}; border: none; border-bottom: 2px solid transparent;
}}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
QTabBar::tab:selected:focus {{ border: 2px solid {c.accent}; border-radius: {radius}px; padding: 6px 12px; }}
QTabWidget::pane {{ border: none; }}
"""


def colours(dark: bool, *, high_contrast: bool = False) -> Colours:
    """Return the scheme."""
    if high_contrast:
        return HIGH_CONTRAST if dark else HIGH_CONTRAST_LIGHT
    return DARK if dark else LIGHT


def has_outlines(scheme: Colours) -> bool:
    """Whether what is tinted has an outline too: in high contrast."""
    # asked for each cell of the board: two schemes are not compared colour by colour
    return scheme is HIGH_CONTRAST or scheme is HIGH_CONTRAST_LIGHT


def system_is_dark(application: QApplication) -> bool:
    """Whether the system asks for a dark scheme."""
    return application.styleHints().colorScheme() is Qt.ColorScheme.Dark


def new_application() -> QApplication:
    """Begin the application in Qt's own style, the same on every system.

    Qt is told on the way: to be handed a style, Python makes classes of all that a style knows.
    """
    application = QApplication([*sys.argv[:1], "-style", _STYLE])
    application.setProperty(_WEARS_STYLE, True)
    return application


def apply(
    application: QApplication, *, dark: bool, high_contrast: bool = False, text_size: int = TEXT_SIZES[0]
) -> Colours:
    """Dress the whole application, ``text_size`` in percent, and return its colours."""
    scheme = colours(dark, high_contrast=high_contrast)
    application.setProperty(_SCHEME, _name(scheme))
    application.setProperty(_TEXT_SIZE, text_size)
    if not application.property(_WEARS_STYLE):
        application.setStyle(_STYLE)
        application.setProperty(_WEARS_STYLE, True)
    application.setFont(_font())
    application.setPalette(_palette(scheme))
    sheet = style_sheet(scheme)
    # Qt would dress every widget anew, whether there is anything new or not
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)
    for widget in application.allWidgets():
        if widget.property(_HOLDS):
            _hold(widget)
    return scheme


def current(application: QCoreApplication | None = None) -> Colours:
    """Return the colours that the application wears, for what is painted by hand."""
    wearer = application or QCoreApplication.instance()
    return _NAMES[str((wearer.property(_SCHEME) if wearer is not None else "") or "light")]


def text_size() -> int:
    """Return the size of text that the user chose, in percent."""
    application = QCoreApplication.instance()
    chosen = application.property(_TEXT_SIZE) if application is not None else None
    return int(chosen) if chosen else TEXT_SIZES[0]


def px(pixels: int) -> int:
    """Return a size that holds words as it is at the text size that the user chose."""
    return round(pixels * text_size() / 100)


def at_common_size(pixels: int) -> int:
    """Return what a measured size is at 100 %, so that :func:`px` gives it back."""
    return -(-pixels * 100 // text_size())


def hold(widget: QWidget, **sizes: int) -> None:
    """Keep a widget at sizes that follow the text size.

    ``width`` and ``height`` are fixed, ``least_width``, ``most_width`` and ``least_height`` bounds, in pixels at 100 %.
    """
    held = widget.property(_HOLDS) or {}
    widget.setProperty(_HOLDS, {**held, **sizes})
    _hold(widget)


def _hold(widget: QWidget) -> None:
    setters = {
        "width": widget.setFixedWidth,
        "height": widget.setFixedHeight,
        "least_width": widget.setMinimumWidth,
        "most_width": widget.setMaximumWidth,
        "least_height": widget.setMinimumHeight,
    }
    for name, pixels in widget.property(_HOLDS).items():
        setters[name](px(pixels))


def _name(scheme: Colours) -> str:
    return next(name for name, one in _NAMES.items() if one == scheme)


def style_sheet(scheme: Colours) -> str:
    """Return the style sheet of a scheme at the text size that the user chose."""
    names = ("arrow", "asleep", "check", "partly")
    icons = {part: resource("icons", f"{part}-{_name(scheme)}.svg").as_posix() for part in names}
    sizes = {"body": BODY, "small": SMALL, "title": TITLE, "large": LARGE, "inner": CONTROL - 2}
    sizes |= {
        "inner_focus": CONTROL - 4,
        "tick": 16,
        "chevron": 12,
        "radio": 14,
        "entry": 34,
        "tall_entry": 43,
        "pill": 11,
    }
    scaled = {name: px(size) for name, size in sizes.items()}
    # a ring and a dot that fill the same circle as the empty one
    scaled |= {"ring": scaled["radio"] // 3, "half": scaled["radio"] // 2 + 1}
    scaled["dot"] = scaled["radio"] + 2 - 2 * scaled["ring"]
    sheet = _SHEET + outlines.SHEET if has_outlines(scheme) else _SHEET
    scaled |= {"gap": outlines.GAP, "beside": 15 - outlines.GAP, "inside": scaled["inner"] + 2 - 2 * outlines.GAP}
    return sheet.format(c=scheme, radius=RADIUS, bar=outlines.BAR, **icons, **scaled)


def _font() -> QFont:
    known = set(QFontDatabase.families())
    font = QFont([family for family in _FAMILIES if family in known] or [QFont().family()])
    font.setPixelSize(px(BODY))
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
