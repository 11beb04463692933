"""What the size of a province costs at Home Affairs' desk: 39 agencies of the sample against 300 × 12 rounds.

- From opening the workspace until the board is on show, and from the click on *Consolidation* until its
  tables are: the newest round, and all rounds. Each is the median of some turns, in a process that has
  opened the other desk before; once with nothing kept, as after all files came at one desk just now, and once
  with the totals kept that a desk keeps while nobody waits.
- The longest gap of the event loop while the board is scrolled by wheel and keys: a timer of 5 ms beats,
  and the longest wait between two beats counts.
- Taking a folder of 300 files in: files a second, the longest gap meanwhile, and what is left when it is
  stopped half way.

No screen is needed. ``python -m tests.benchmarks.bench_board [PROVINCE]``, a folder that :mod:`tests.province`
has laid out before; ``make bench`` runs every benchmark.
"""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QPoint, QPointF, QSettings, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from reformdesk.core import round_totals, roundbook, sample, store
from reformdesk.ui import theme
from reformdesk.ui.garbage import GarbageKeeper
from reformdesk.ui.messages import Messages
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD, TABLES
from reformdesk.ui.window import MainWindow
from reformdesk.words import Words
from tests import province

AGENCIES, ROUNDS = 300, 12
TURNS = 3
_BEAT = 5
_LONGEST = 120.0


class Heart(QObject):
    """Beats every 5 ms; ``longest`` is the longest wait between two beats, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Begin to count."""
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start(_BEAT)

    def end(self) -> float:
        """Count no more, and say the longest gap."""
        self._beat()
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        moment = time.perf_counter()
        self.longest = max(self.longest, moment - self._last)
        self._last = moment


def until(done: Callable[[], bool]) -> None:
    """Let the application run until something is so."""
    give_up = time.monotonic() + _LONGEST
    # a loop that never waits would keep the worker from working
    wake = QTimer()
    wake.start(_BEAT)
    while not done():
        if time.monotonic() > give_up:
            raise TimeoutError
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def forget() -> None:
    """Forget what was read and what is left of a window: every turn begins like a program that was just started."""
    roundbook._read.cache_clear()
    gc.unfreeze()
    gc.collect()
    gc.freeze()


class Desk:
    """A desk on a copy of a workspace, on show."""

    def __init__(self, office: Path, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.path = Path(shutil.copy(office, folder / "home-affairs.rdesk"))
        self.window = MainWindow(Messages(Words("vi")), place=lambda _path: None)
        self.window.resize(1366, 768)
        self.window.show()
        start = time.perf_counter()
        self.window.open_path(self.path)
        until(lambda: isinstance(self.window.centralWidget(), OfficeDesk))
        QApplication.processEvents()
        self.opened = time.perf_counter() - start
        desk = self.window.desk
        if not isinstance(desk, OfficeDesk):
            raise TypeError(desk)
        self.desk = desk
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        until(lambda: not self.desk.workspace.is_busy and not self.desk.taking.queue.is_busy)
        QApplication.processEvents()

    def open_tables(self) -> tuple[float, float]:
        """Return the seconds until the newest round's tables are on show, and until all rounds' are."""
        start = time.perf_counter()
        self.desk.open_page(TABLES)
        until(lambda: not self.desk.tables.is_empty)
        QApplication.processEvents()
        first = time.perf_counter() - start
        until(lambda: not self.desk.workspace.is_busy)
        QApplication.processEvents()
        return first, time.perf_counter() - start

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()


def scroll(table: QTableView) -> float:
    """Return the longest gap in seconds while a table is scrolled to its end and back by wheel, pages and arrows."""
    heart = Heart()
    table.setFocus()
    QApplication.processEvents()
    heart.begin()
    view = table.viewport()
    centre = QPointF(view.rect().center())
    for turn in (-1, 1):
        for _ in range(60):
            event = QWheelEvent(
                centre,
                QPointF(view.mapToGlobal(centre.toPoint())),
                QPoint(),
                QPoint(0, 120 * turn),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(view, event)
            QApplication.processEvents()
    for key in [Qt.Key.Key_PageDown] * 20 + [Qt.Key.Key_Up] * 60 + [Qt.Key.Key_Home, Qt.Key.Key_End] * 3:
        QTest.keyClick(table, key)
        QApplication.processEvents()
    return heart.end()


def opening(office: Path, folder: Path) -> tuple[float, float, float]:
    """Return the medians of opening the board, the newest round's tables and all rounds' tables."""
    times: list[tuple[float, float, float]] = []
    for turn in range(TURNS):
        forget()
        desk = Desk(office, folder / str(turn))
        times.append((desk.opened, *desk.open_tables()))
        desk.close()
    return tuple(statistics.median(one[place] for one in times) for place in range(3))  # type: ignore[return-value] # three


def keeping(office: Path, folder: Path) -> Path:
    """Return a copy of a workspace that keeps its rounds' totals."""
    folder.mkdir(parents=True)
    path = Path(shutil.copy(office, folder / "home-affairs.rdesk"))
    with store.open_workspace(path) as workspace:
        for name in roundbook.round_ids(workspace):
            round_totals.keep(workspace, name)
    return path


def taking_in(made: province.Province, folder: Path) -> str:
    """Take a folder of all agencies in, and stop another intake half way."""
    files = sorted(made.coming.iterdir())
    desk = Desk(_without_newest(made, folder / "empty"), folder / "whole")
    heart = Heart()
    heart.begin()
    start = time.perf_counter()
    desk.desk.take_files([made.coming])
    until(lambda: not desk.desk.taking.queue.is_busy and not desk.desk.workspace.is_busy)
    elapsed = time.perf_counter() - start
    gap = heart.end()
    taken = len(desk.desk.taking.queue.arrivals)
    afterwards = scroll(desk.desk.intake.table)
    desk.close()
    half = Desk(folder / "empty" / "home-affairs.rdesk", folder / "half")
    half.desk.take_files([made.coming])
    queue = half.desk.taking.queue
    until(lambda: len(queue.arrivals) >= len(files) // 2)
    queue.stop()
    half.settle()
    kept = len(queue.arrivals)
    half.close()
    return "\n".join(
        [
            f"taking in {taken} files: {elapsed:.1f} s, {taken / elapsed:.0f} a second; longest gap {gap * 1e3:.0f} ms",
            f"scrolling what came in: longest gap {afterwards * 1e3:.0f} ms",
            f"taking in, stopped half way: {kept} files in, {len(files) - kept} outside",
        ]
    )


def _without_newest(made: province.Province, folder: Path) -> Path:
    """Return a copy of the office before anything of the newest round was taken in."""
    folder.mkdir(parents=True)
    path = Path(shutil.copy(made.office, folder / "home-affairs.rdesk"))
    with store.open_workspace(path) as workspace, workspace.atomic():
        newest = roundbook.round_ids(workspace)[-1]
        workspace.db.execute("DELETE FROM standing WHERE round = :round", {"round": newest})
        workspace.db.execute("DELETE FROM files WHERE kind = 'submission' AND round = :round", {"round": newest})
    return path


def main() -> None:
    """Print what each costs."""
    application = QApplication([])
    application.setApplicationName("ReformDesk")
    application.setOrganizationName("ReformDesk")
    qInstallMessageHandler(lambda *_: None)
    theme.apply(application, dark=False)
    # as in the program: Python's own turn at the garbage stops whatever thread it falls to
    gc.freeze()
    GarbageKeeper(application)
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        given = [Path(name) for name in sys.argv[1:]]
        made = (
            province.Province(given[0], AGENCIES, ROUNDS)
            if given
            else province.make(folder / "province", AGENCIES, ROUNDS)
        )
        small = sample.play(folder / "demo", sample.DEFAULT_PASSPHRASE, lambda *_: None)
        opening(small, folder / "warm")
        forty, many = opening(small, folder / "39"), opening(made.office, folder / "300")
        kept_many = opening(keeping(made.office, folder / "kept"), folder / "300 kept")
        names = ("the board", "the newest round's tables", "all tables, folded anew", "all tables")
        small_times, large_times = (*forty, forty[2]), (*many, kept_many[2])
        for what, ours, theirs in zip(names, large_times, small_times, strict=True):
            more = ours - theirs
            verdict = "" if more < 0.5 else ", target 500 ms missed"
            sys.stdout.write(
                f"opening {what}: {ours * 1e3:.0f} ms; at 39 agencies {theirs * 1e3:.0f} ms; "
                f"{more * 1e3:.0f} ms more{verdict}\n"
            )
        desk = Desk(made.office, folder / "scroll")
        # folding in the background has a line of its own
        desk.desk.consolidating.leave()
        gaps = {"the board": scroll(desk.desk.board.table)}
        desk.open_tables()
        gaps["the tables"] = scroll(desk.desk.tables.table)
        desk.desk.open_page(BOARD)
        desk.settle()
        forget()
        desk.desk.consolidating.refresh()
        gaps["the board while all rounds are folded"] = scroll(desk.desk.board.table)
        desk.settle()
        desk.close()
        for what, gap in gaps.items():
            verdict = "" if gap < 0.1 else ", target 100 ms missed"
            sys.stdout.write(f"scrolling {what}: longest gap {gap * 1e3:.0f} ms{verdict}\n")
        sys.stdout.write(taking_in(made, folder / "intake") + "\n")


if __name__ == "__main__":
    main()
