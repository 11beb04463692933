"""What high contrast adds to the look: outlines where other schemes have a tint or a shade alone.

Who needs high contrast does not see a tint of 1.2:1: what is chosen has a bar in the accent, what is tinted
an outline in its tone, and a filled button with the focus a gap inside its edge. What cannot be used has a dashed
edge, and is written as faint as a line.
"""

from __future__ import annotations

BAR = 3
"""How wide the accent stands beside what is chosen, as in the navigation, in pixels."""

GAP = 6
"""A line, a gap and a line around a filled button that has the focus, in pixels."""

SHEET = """
QPushButton:disabled, QToolButton#menuButton:disabled, QComboBox:disabled, QDateTimeEdit:disabled,
QLineEdit:disabled, QPlainTextEdit:disabled {{
  color: {c.line}; background: {c.ground}; border: 1px dashed {c.line};
}}
QPushButton[primary="true"]:disabled {{
  color: {c.line}; background: {c.ground}; border: 1px dashed {c.line}; font-weight: 400;
}}
QPushButton[flat="true"]:disabled {{ color: {c.line}; background: transparent; border: none; }}
QDateTimeEdit QLineEdit:disabled {{ border: none; background: transparent; }}
QLineEdit:read-only:!focus {{ border: 1px dashed {c.line}; }}
QCheckBox:disabled, QRadioButton:disabled, QMenu::item:disabled {{ color: {c.line}; }}
QCheckBox::indicator:unchecked:disabled, QRadioButton::indicator:unchecked:disabled {{
  background: {c.ground}; border: 1px dashed {c.line};
}}
QRadioButton::indicator:checked:disabled {{ border-color: {c.line}; }}
QPushButton[primary="true"]:focus {{
  border: {gap}px double {c.accent}; border-radius: 0; background-clip: padding;
  padding: 0 {beside}px; min-height: {inside}px;
}}
QPushButton[chip="true"]:checked:focus {{ border: 2px solid {c.text}; }}
QProgressBar {{ background: {c.sheet}; border: 1px solid {c.line}; }}
QLabel[pill] {{ border: 1px solid {c.line}; padding: 2px 11px; }}
QLabel[pill="accent"], QFrame[strip="accent"] {{ border: 1px solid {c.accent}; }}
QLabel[pill="error"], QFrame[strip="error"], QFrame[strip="returned"] {{ border: 1px solid {c.error}; }}
QLabel[pill="warning"], QFrame[strip="warning"] {{ border: 1px solid {c.warning}; }}
QLabel[pill="good"], QFrame[strip="good"] {{ border: 1px solid {c.good}; }}
QFrame#formRow {{ border-left: {bar}px solid {c.sheet}; }}
QFrame#formRow[current="true"], QFrame#formRow[marked="true"] {{ border-left-color: {c.accent}; }}
QTableView::item:selected {{ border-top: 2px solid {c.accent}; border-bottom: 2px solid {c.accent}; }}
QListView::item {{ border-left: {bar}px solid transparent; padding-left: 5px; }}
QListView::item:selected {{ border-left: {bar}px solid {c.accent}; }}
QMenu::item:selected {{ color: {c.on_accent}; background: {c.accent}; }}
QMenu::item:disabled:selected {{ color: {c.line}; background: {c.sheet}; }}
"""
