"""How this user exports reports: remembered from one time to the next."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from reformdesk.ui.report_files import KINDS

_KINDS, _FOLDER, _NAME = "report_kinds", "report_folder", "report_name"
_FIRST_NAME, _FIRST_KIND = "bao-cao-cchc", "Word"


@dataclass(frozen=True)
class Habits:
    """The kinds of file, the folder, and what the files' names begin with."""

    kinds: tuple[str, ...]
    folder: Path
    name: str


def recall() -> Habits:
    """Return what was chosen the last time; a folder that is gone is not proposed again."""
    settings = QSettings()
    kinds = tuple(name for name in str(settings.value(_KINDS, _FIRST_KIND)).split(",") if name in KINDS)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(str(settings.value(_FOLDER, documents)))
    return Habits(
        kinds or (_FIRST_KIND,),
        folder if folder.is_dir() else Path(documents),
        str(settings.value(_NAME, _FIRST_NAME)) or _FIRST_NAME,
    )


def keep(habits: Habits) -> None:
    """Remember what was chosen."""
    settings = QSettings()
    settings.setValue(_KINDS, ",".join(habits.kinds))
    settings.setValue(_FOLDER, str(habits.folder))
    settings.setValue(_NAME, habits.name)
