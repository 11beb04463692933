"""What the size of a province costs at Home Affairs' desk: 39 agencies of the sample against 300 × 12 rounds.

- Drawing the board at 300 agencies, at 1366 × 768: from its data in hand to its pixels, as the page is first shown,
  and all of it once more.
- From opening the workspace until the board is on show, and from the click on *Consolidation* until its
  tables are: the newest round, and all rounds. Each is the median of some turns, in a process that has
  opened the other desk before; once with nothing kept, as after all files came at one desk just now, and once
  with the totals kept that a desk keeps while nobody waits.
- The longest gap of the event loop while the board is scrolled by wheel and keys: a timer of 5 ms beats,
  and the longest wait between two beats counts.
- Taking a folder of 300 files in: files a second, the longest gap meanwhile, and what is left when it is
  stopped half way.

Each sees for itself that what it timed has happened, and breaks off where it has not. No screen is needed.
``make bench`` runs every benchmark; ``PROVINCE`` may name a folder that :mod:`tests.province` has laid out before.
"""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    QPoint,
    QPointF,
    QSettings,
    Qt,
    QTimer,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from reformdesk.core import filing, round_totals, roundbook, sample, store
from reformdesk.core.board import NOT_OWED, BoardData, read_board
from reformdesk.ui import theme
from reformdesk.ui.dates import now
from reformdesk.ui.garbage import GarbageKeeper
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.board import STATE
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD, TABLES
from reformdesk.ui.pages.board import BoardPage
from reformdesk.ui.window import MainWindow
from reformdesk.words import Words
from tests import province
from tests.benchmarks.measured import Measured, Unit, require, run

AGENCIES, ROUNDS, SMALL_ROUNDS = 300, 12, 5
TURNS, DRAWINGS = 3, 9
_MOST_DRAWING, _LONGEST_GAP, _MOST_MORE = 0.1, 0.1, 0.5
"""Seconds: to draw the board, between two beats of the event loop, and for the larger desk beyond the other."""
_MOST_AFTER_STOP = 8
"""Files: what was being looked at when it was stopped is taken in."""
_LEAST_PLACES = 3
_LEAST_IN_SIGHT, _LEAST_COLOURS = 50, 5
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
    view, window = table.viewport(), table.window().windowHandle()
    at = view.rect().center()
    # wheel and keys come by the window, as from a person: what waits for a rest sees that there is none
    centre, on_screen = QPointF(view.mapTo(table.window(), at)), QPointF(view.mapToGlobal(at))
    bar, places = table.verticalScrollBar(), set[int]()
    for turn in (-1, 1):
        for _ in range(60):
            places.add(bar.value())
            event = QWheelEvent(
                centre,
                on_screen,
                QPoint(),
                QPoint(0, 120 * turn),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(window, event)
            QApplication.processEvents()
    for key in [Qt.Key.Key_PageDown] * 20 + [Qt.Key.Key_Up] * 60 + [Qt.Key.Key_Home, Qt.Key.Key_End] * 3:
        QTest.keyClick(window, key)
        QApplication.processEvents()
    require(len(places) > _LEAST_PLACES, f"the table did not scroll: {len(places)} places")
    return heart.end()


def opening(office: Path, folder: Path) -> tuple[float, float, float]:
    """Return the medians of opening the board, the newest round's tables and all rounds' tables."""
    with store.open_workspace(office) as workspace:
        lines, rounds = len(read_board(workspace, "", now()).lines), len(roundbook.round_ids(workspace))
    times: list[tuple[float, float, float]] = []
    for turn in range(TURNS):
        forget()
        desk = Desk(office, folder / str(turn))
        times.append((desk.opened, *desk.open_tables()))
        require(desk.desk.board.model.rowCount() == lines, "the board has not all lines")
        require(desk.desk.tables.model.columnCount() > rounds, "the tables have not all rounds")
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


def drawing(office: Path, folder: Path) -> Iterator[Measured]:
    """Draw the board from data that was read: first, and once more."""
    desk = Desk(office, folder)
    size = desk.desk.board.size()
    desk.close()
    with store.open_workspace(desk.path) as workspace:
        data = read_board(workspace, "", now())
    require(len(data.lines) == AGENCIES, f"the board has {len(data.lines)} lines")
    first: list[float] = []
    again: list[float] = []
    for _ in range(DRAWINGS):
        page = BoardPage(Words("vi"))
        page.resize(size)
        gc.collect()
        start = time.perf_counter()
        shown = _drawn(page, data)
        first.append(time.perf_counter() - start)
        _require_drawn(page, shown, data)
        gc.collect()
        start = time.perf_counter()
        once_more = _drawn(page, data)
        again.append(time.perf_counter() - start)
        require(once_more == shown, "the board looks otherwise when it is drawn once more")
        page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for how, times in (("as it is first shown", first), ("all of it once more", again)):
        what = f"drawing the board of {AGENCIES} agencies, {how}"
        yield Measured(what, "1366 × 768", statistics.median(times), None, _MOST_DRAWING)


def _drawn(page: BoardPage, data: BoardData) -> QImage:
    page.refresh(data)
    page.show()
    # what is laid out once the page has its size belongs to it
    QApplication.processEvents()
    return page.grab().toImage()


def _require_drawn(page: BoardPage, shown: QImage, data: BoardData) -> None:
    """Require that the page has all lines, and that the cells in sight have letters or signs in them."""
    model, table = page.model, page.table
    require(model.rowCount() == len(data.lines), f"the table has {model.rowCount()} lines")
    frame = table.viewport().rect()
    place = table.viewport().mapTo(page, QPoint())
    in_sight: list[tuple[int, int]] = []
    blank: list[tuple[int, int]] = []
    for row, column in product(range(model.rowCount()), (0, *model.area_columns)):
        index = model.index(row, column)
        cell = table.visualRect(index)
        if cell.isEmpty() or not frame.contains(cell) or index.data(STATE) == NOT_OWED:
            continue
        in_sight.append((row, column))
        if len(_colours(shown.copy(cell.translated(place)))) < _LEAST_COLOURS:
            blank.append((row, column))
    require(len(in_sight) >= _LEAST_IN_SIGHT, f"{len(in_sight)} cells are in sight")
    require(not blank, f"the cells {blank} are blank")


def _colours(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def taking_in(made: province.Province, folder: Path) -> Iterator[Measured]:
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
    yield _gap(f"{len(files)} files are taken in, {len(files) / elapsed:.0f} a second", gap)
    yield _gap("what came in is scrolled", scroll(desk.desk.intake.table))
    desk.close()
    filed = _filed(desk.path)
    require(filed == len(files), f"{filed} of {len(files)} files are in")
    half = Desk(folder / "empty" / "home-affairs.rdesk", folder / "half")
    half.desk.take_files([made.coming])
    queue = half.desk.taking.queue
    until(lambda: len(queue.arrivals) >= len(files) // 2)
    before = len(queue.arrivals)
    queue.stop()
    half.settle()
    more = len(queue.arrivals) - before
    half.close()
    filed = _filed(half.path)
    require(before <= filed == before + more < len(files), f"{filed} files are in after a stop at {before}")
    yield Measured("files that are still taken in after a stop", "", more, None, _MOST_AFTER_STOP, Unit.COUNT)


def _filed(path: Path) -> int:
    """Return how many submissions of the newest round a workspace has."""
    with store.open_workspace(path) as workspace:
        newest = roundbook.round_ids(workspace)[-1]
        return len(filing.filed(workspace, "submission", newest))


def _without_newest(made: province.Province, folder: Path) -> Path:
    """Return a copy of the office before anything of the newest round was taken in."""
    folder.mkdir(parents=True)
    path = Path(shutil.copy(made.office, folder / "home-affairs.rdesk"))
    with store.open_workspace(path) as workspace, workspace.atomic():
        newest = roundbook.round_ids(workspace)[-1]
        workspace.db.execute("DELETE FROM standing WHERE round = :round", {"round": newest})
        workspace.db.execute("DELETE FROM files WHERE kind = 'submission' AND round = :round", {"round": newest})
    return path


def _gap(meanwhile: str, gap: float) -> Measured:
    return Measured(f"the window's longest gap while {meanwhile}", "", gap, None, _LONGEST_GAP)


def openings(small: Path, made: province.Province, folder: Path) -> Iterator[Measured]:
    """Open the desks of 39 and of 300 agencies."""
    opening(small, folder / "warm")
    forty, many = opening(small, folder / "39"), opening(made.office, folder / "300")
    kept_many = opening(keeping(made.office, folder / "kept"), folder / "300 kept")
    names = ("the board", "the newest round's tables", "all tables, folded anew", "all tables")
    small_times, large_times = (*forty, forty[2]), (*many, kept_many[2])
    for name, ours, theirs in zip(names, large_times, small_times, strict=True):
        what = f"opening {name} at {AGENCIES} agencies and {ROUNDS} rounds, beyond what 39 and {SMALL_ROUNDS} take"
        yield Measured(what, f"{ours * 1e3:.0f} less {theirs * 1e3:.0f} ms", ours - theirs, None, _MOST_MORE)


def gaps(office: Path, folder: Path) -> Iterator[Measured]:
    """Scroll, also while the worker folds."""
    desk = Desk(office, folder)
    # folding in the background has a line of its own
    desk.desk.consolidating.leave()
    yield _gap("the board is scrolled", scroll(desk.desk.board.table))
    desk.open_tables()
    yield _gap("the tables are scrolled", scroll(desk.desk.tables.table))
    desk.desk.open_page(BOARD)
    desk.settle()
    forget()
    desk.desk.consolidating.refresh()
    yield _gap("the board is scrolled and all rounds are folded", scroll(desk.desk.board.table))
    desk.settle()
    desk.close()


def measures(folder: Path) -> Iterator[Measured]:
    """Measure all of it."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([])
    application.setApplicationName("ReformDesk")
    application.setOrganizationName("ReformDesk")
    qInstallMessageHandler(lambda *_: None)
    theme.apply(application, dark=False)
    # as in the program: Python's own turn at the garbage stops whatever thread it falls to
    gc.freeze()
    GarbageKeeper(application)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    given = os.environ.get("PROVINCE")
    made = (
        province.Province(Path(given), AGENCIES, ROUNDS)
        if given
        else province.make(folder / "province", AGENCIES, ROUNDS)
    )
    small = sample.play(folder / "demo", sample.DEFAULT_PASSPHRASE, lambda *_: None)
    yield from drawing(made.office, folder / "drawing")
    yield from openings(small, made, folder)
    yield from gaps(made.office, folder / "scroll")
    yield from taking_in(made, folder / "intake")


def main() -> None:
    """Print what each costs."""
    run(measures)


if __name__ == "__main__":
    main()
