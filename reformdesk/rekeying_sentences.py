"""The words of typing figures into another program once more, in English, which is their source."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

REKEYING = {
    "title": QT_TRANSLATE_NOOP("rekeying", "FIGURES TO BE TYPED"),
    "sheet": QT_TRANSLATE_NOOP("rekeying", "To be typed"),
    "about": QT_TRANSLATE_NOOP("rekeying", "{round}. {whose}. Figures: {figures} of {count} lines."),
    "whole": QT_TRANSLATE_NOOP("rekeying", "Totals of all agencies"),
    "block": QT_TRANSLATE_NOOP("rekeying", "{name}: {block}"),
    "blank": QT_TRANSLATE_NOOP("rekeying", "Leave empty: nothing entered"),
    "choose": QT_TRANSLATE_NOOP("rekeying", "Choose “{answer}”"),
    "words": QT_TRANSLATE_NOOP("rekeying", "Type the words: {text}"),
    "unit": QT_TRANSLATE_NOOP("rekeying", "Reported in “{unit}”, asked for in “{asked}”."),
    "carried": QT_TRANSLATE_NOOP("rekeying", "Carried over"),
    "changed": QT_TRANSLATE_NOOP("rekeying", "Carried over {before}, now {now}"),
    "empty": QT_TRANSLATE_NOOP("rekeying", "empty"),
    "not-listed": QT_TRANSLATE_NOOP("rekeying", "Not in the list"),
    "header-place": QT_TRANSLATE_NOOP("rekeying", "Line"),
    "header-number": QT_TRANSLATE_NOOP("rekeying", "No."),
    "header-name": QT_TRANSLATE_NOOP("rekeying", "Indicator"),
    "header-unit": QT_TRANSLATE_NOOP("rekeying", "Unit"),
    "header-figure": QT_TRANSLATE_NOOP("rekeying", "Figure"),
    "header-choice": QT_TRANSLATE_NOOP("rekeying", "Where it is no figure"),
    "header-note": QT_TRANSLATE_NOOP("rekeying", "To be known"),
    "header-state": QT_TRANSLATE_NOOP("rekeying", "How far"),
    "unmatched-unknown": QT_TRANSLATE_NOOP("rekeying", "line {line}: no indicator is called so: {text}"),
    "unmatched-several": QT_TRANSLATE_NOOP("rekeying", "line {line}: several indicators fit: {text}"),
    "unmatched-twice": QT_TRANSLATE_NOOP("rekeying", "line {line}: named before: {text}"),
    "written": QT_TRANSLATE_NOOP("rekeying", "Written: {file}: {count} lines, {figures} of them figures"),
}
"""What the list, the window and the command say alike."""
