"""A report exported in the window onto a disk with no room, then onto one that is read-only.

``python -m tests.endurance.exporting FOLDER WORKSPACE`` does it in a process of its own, on a small disk mounted on
the folder, and prints as JSON what the dialog said each time and what lay on the disk after it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from reformdesk.ui.dialogs.export_report import ExportDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.window import MainWindow
from reformdesk.words import Words
from tests.endurance.cramped import Tmpfs

OLD = b"the older report"
_LONGEST = 120.0


def wait_until(true: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    until = time.monotonic() + _LONGEST
    while not true():
        QApplication.processEvents()
        if time.monotonic() > until:
            raise TimeoutError


def export(desk: OfficeDesk, folder: Path) -> dict[str, object]:
    """Export two files and say what came of it."""
    desk.errands.export_report()
    wait_until(lambda: desk.errands.exporting.dialog is not None and desk.errands.exporting.dialog.isVisible())
    dialog = desk.errands.exporting.dialog
    assert isinstance(dialog, ExportDialog)
    dialog.folder.setText(str(folder))
    for name, tick in dialog.kinds.ticks.items():
        tick.setChecked(name in ("Word", "JSON"))
    dialog.go.click()
    wait_until(lambda: not desk.errands.exporting.is_running and not desk.workspace.is_busy)
    strip = dialog._problem
    said = strip.accessibleName() if strip is not None else ""
    dialog.reject()
    return {
        "said": said,
        "old": [one.name for one in sorted(folder.iterdir()) if one.is_file() and one.read_bytes() == OLD],
        "names": [one.name for one in sorted(folder.iterdir())],
    }


def main(folder: Path, workspace: Path) -> None:
    """Do it all and print it."""
    application = QApplication([])
    application.setOrganizationName("ReformDesk")
    window = MainWindow(Messages(Words("en")), place=lambda _path: None)
    window.show()
    window.open_path(workspace)
    desk = window.desk
    assert isinstance(desk, OfficeDesk)
    wait_until(lambda: desk.report_button.isEnabled() and not desk.workspace.is_busy)
    (folder / "bao-cao-cchc.docx").write_bytes(OLD)
    disk = Tmpfs(folder)
    found = {}
    # the report in Word fits, and the one for machines does not
    disk.leave(400_000)
    found["full"] = export(desk, folder)
    disk.release()
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    found["read-only"] = export(desk, folder)
    subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
    found["room"] = export(desk, folder)
    window.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
