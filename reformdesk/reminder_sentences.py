"""The words of the reminder list, in English, which is their source."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

REMINDERS = {
    "title": QT_TRANSLATE_NOOP("reminders", "REMINDER LIST"),
    "sheet": QT_TRANSLATE_NOOP("reminders", "Reminders"),
    "about": QT_TRANSLATE_NOOP("reminders", "Report: {round}. Submission deadline: {day}."),
    "line": QT_TRANSLATE_NOOP("reminders", "{number}. {agency}: {what}"),
    "contact": QT_TRANSLATE_NOOP("reminders", "Contact: {contact}"),
    "nobody": QT_TRANSLATE_NOOP("reminders", "There is nobody to remind."),
    "missing": QT_TRANSLATE_NOOP("reminders", "not sent yet"),
    "overdue": QT_TRANSLATE_NOOP("reminders", "not sent yet, overdue"),
    "returned": QT_TRANSLATE_NOOP("reminders", "returned, no corrected submission yet"),
    "partial": QT_TRANSLATE_NOOP("reminders", "sent in part; still blank: {areas}"),
    "extended": QT_TRANSLATE_NOOP("reminders", "{state}; deadline extended to {day}"),
    "header-number": QT_TRANSLATE_NOOP("reminders", "No."),
    "header-agency": QT_TRANSLATE_NOOP("reminders", "Agency"),
    "header-contact": QT_TRANSLATE_NOOP("reminders", "Contact"),
    "header-what": QT_TRANSLATE_NOOP("reminders", "How it stands"),
    "header-areas": QT_TRANSLATE_NOOP("reminders", "Areas still missing"),
    "header-answer": QT_TRANSLATE_NOOP("reminders", "Result of the reminder"),
}
