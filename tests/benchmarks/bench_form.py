"""What the agency's form costs, against the bare work and the bare widgets.

- From the Enter key to the value on the disk, against one ``synchronous=FULL`` commit of a similar
  row in an SQLite database of its own on the same disk.
- Opening a form of 80 indicators with four earlier periods, against the same labels, lines and
  buttons, with the same texts in the same layouts, and nothing behind them.
- From the start of the program until the first field has the focus and is painted, against an empty window.

Both sides run in turns, so that the ratios do not depend on the machine. Each sees for itself that what it timed
has happened, and breaks off where it has not. No screen is needed.
``python -m tests.benchmarks.bench_form``; ``make bench`` runs every benchmark.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMargins, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reformdesk.core import entry, roundbook, store
from reformdesk.core.changes import Changes
from reformdesk.core.store import Office, Workspace
from reformdesk.core.values import Number, Value
from reformdesk.ui.garbage import GarbageKeeper
from reformdesk.ui.models.form import FormData, field_text, read_form
from reformdesk.ui.pages.form import FormPage
from reformdesk.ui.widgets.value_field import ValueField
from tests.benchmarks import start_of_form
from tests.benchmarks.measured import Measured, in_turns, require, run, timed
from tests.core import builders
from tests.core.builders import NOW
from tests.endurance import desk
from tests.endurance.window import AtTheWindow

COMMITS, OPENINGS, STARTS = 300, 15, 15
INDICATORS, EARLIER = 80, ("2020", "2021", "2022", "2023")
_DURABLE = ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL")
_FULL = 2
_APART, _LEAST_COLOURS = 2, 200
"""Every second pixel is looked at; a page with text, whose letters are smoothed, has more colours than that."""
ROOT = Path(__file__).resolve().parents[2]


class Committed:
    """Notes when the commit of a value had returned, on the worker's thread; 0 for none since it was last asked."""

    def __init__(self) -> None:
        self._moment = 0.0
        self._write = entry.set_answers
        # measured from outside, for this process only
        entry.set_answers = self._written

    def _written(self, *given: Any, **named: Any) -> Changes:
        changes = self._write(*given, **named)
        self._moment = time.perf_counter()
        return changes

    def moment(self) -> float:
        """Return when that was, once."""
        moment, self._moment = self._moment, 0.0
        return moment


def keystroke(folder: Path) -> Measured:
    """From the Enter key in a field to the commit that has returned."""
    at = AtTheWindow(desk.make(folder / "desk"), folder / "home")
    # as in the program: Python's own turn at the garbage would fall between the key and the disk
    gc.freeze()
    keeper = GarbageKeeper(at.application)
    committed = Committed()
    name = at.data.round.owed(desk.AGENCY)[3]
    until_saved = QEventLoop()
    at.desk.entering.said.connect(lambda _text, tone: until_saved.quit() if tone == "good" else None)
    ours: list[float] = []
    bare: list[float] = []
    with closing(sqlite3.connect(folder / "bare.db")) as raw:
        for pragma in _DURABLE:
            raw.execute(f"PRAGMA {pragma}")
        raw.execute(
            "CREATE TABLE history (id INTEGER PRIMARY KEY, place TEXT, before TEXT, after TEXT, link TEXT) STRICT"
        )
        for number in range(COMMITS):
            at.go_to(name)
            at.settle()
            at.type(str(number + 1))
            # whoever types needs far longer from key to key than what the last one set off
            at.settle()
            line = at.focused()
            start = time.perf_counter()
            QTest.keyClick(line, Qt.Key.Key_Return)
            # a window at rest waits in Qt; looking again and again would keep the worker from the processor
            until_saved.exec()
            ours.append(committed.moment() - start)
            at.settle()
            bare.append(timed(partial(_commit, raw, number)))
    found: list[tuple[int, str, list[str], str]] = []
    at.workspace.read(partial(_kept, round_id=at.data.round.id, name=name), found.append)
    at.settle()
    at.window.close()
    keeper.deleteLater()
    typed = [str(number + 1) for number in range(COMMITS)]
    require(found == [(_FULL, "wal", typed, typed[-1])], f"on the disk is {found}")
    require(min(ours) > 0, "a value was called saved before it was")
    return Measured(
        "a keystroke until it is on the disk",
        "one bare commit with synchronous=FULL",
        statistics.median(ours),
        statistics.median(bare),
        1.5,
    )


def _kept(workspace: Workspace, round_id: str, name: str) -> tuple[int, str, list[str], str]:
    """Return how durable a workspace's commits are, the values in the history of an indicator, and where it stands."""
    (synchronous,), (journal,) = (workspace.rows(f"PRAGMA {one}") for one in ("synchronous", "journal_mode"))
    past = [_amount(entry.value_of(one.after)) for one in entry.history(workspace, round_id, name)]
    standing = _amount(entry.answers(workspace, round_id)[name].value)
    return synchronous["synchronous"], journal["journal_mode"], past, standing


def _amount(value: Value) -> str:
    return str(value.amount) if isinstance(value, Number) else repr(value)


def _commit(raw: sqlite3.Connection, number: int) -> None:
    with raw:
        raw.execute(
            "INSERT INTO history (place, before, after, link) VALUES (?, ?, ?, ?)",
            ("2024-h1 reform-initiatives", f'{{"number": "{number}"}}', f'{{"number": "{number + 1}"}}', "0" * 64),
        )


def form_of_many(folder: Path) -> FormData:
    """Return a form of 80 indicators, all in one area, with four earlier periods that were all answered."""
    source = builders.source(*(builders.indicator(f"n{place}") for place in range(INDICATORS)))
    for row in source["tables"][0]["rows"]:
        row["name"] = f"Số văn bản quy phạm pháp luật được rà soát, kiểm tra trong kỳ báo cáo, nhóm {row['number']}"
    folder.mkdir()
    sealing = builders.key("Sở Nội vụ")
    earlier = [
        {
            "round": one,
            "title": {"vi": f"Năm {one}", "en": one},
            "short": {"vi": one, "en": one},
            "months": 12,
            "ends": f"{one}-12-14",
            "answers": {"a": {f"n{place}": {"number": str(place + int(one))} for place in range(INDICATORS)}},
        }
        for one in EARLIER
    ]
    with store.create(folder / "office.rdesk", Office.HOME_AFFAIRS, "a", NOW) as office:
        blob = roundbook.open_round(office, builders.plan(source), tuple(earlier), sealing, NOW)
    with store.create(folder / "a.rdesk", Office.AGENCY, "a", NOW) as agency:
        round_, _ = roundbook.take_round(agency, blob, "r.rdround", NOW)
        figures = {f"n{place}": builders.number(str(place)) for place in range(0, INDICATORS, 2)}
        entry.set_values(agency, round_, figures, NOW)
        return read_form(agency, round_.id)


def opening(folder: Path) -> Measured:
    """Opening a form of 80 indicators."""
    at = AtTheWindow(desk.make(folder / "desk"), folder / "home")
    data = form_of_many(folder / "many")
    size = at.desk.form.size()
    model = _shown(partial(_form, at, data), size)
    ground = _ground(model)
    _require_form(model, data)
    plan = _plan(ground)
    mirror = _shown(partial(_bare, plan), size)
    shown, bare_ones = (_visible(one) for one in (ground, _ground(mirror)))
    require(shown == bare_ones, f"{shown} widgets against {bare_ones} bare ones")
    ours, bare = in_turns(
        OPENINGS,
        partial(_shown_and_gone, partial(_form, at, data), size),
        partial(_shown_and_gone, partial(_bare, plan), size),
    )
    _require_form(_shown(partial(_form, at, data), size), data)
    at.window.close()
    what = f"opening a form of {INDICATORS} indicators and {len(EARLIER)} earlier periods"
    return Measured(what, f"its bare widgets ({shown})", ours, bare, 2)


def _require_form(page: QWidget, data: FormData) -> None:
    """Require that each indicator has its field, with its value in it, and that the page is painted."""
    fields = [one.edit.text() for one in page.findChildren(ValueField)]
    known = data.round.catalogue.indicators
    require(
        fields == [field_text(data.value(name), known[name]) for name in data.round.owed(data.agency)],
        f"the form shows {fields}",
    )
    require(len(_colours(page)) > _LEAST_COLOURS, "the form is not painted")


def _ground(page: QWidget) -> QWidget:
    scroll = page.findChild(QScrollArea)
    ground = scroll.widget() if scroll is not None else None
    if ground is None:
        raise TypeError(page)
    return ground


def _visible(ground: QWidget) -> int:
    return sum(one.isVisibleTo(ground) for one in ground.findChildren(QWidget))


def _colours(page: QWidget) -> set[int]:
    picture = page.grab().toImage()
    return {picture.pixel(x, y) for x in range(0, picture.width(), _APART) for y in range(0, picture.height(), _APART)}


def _form(at: AtTheWindow, data: FormData) -> QWidget:
    page = FormPage(at.messages.words)
    page.show_area("1", data)
    return page


def _shown(make: Callable[[], QWidget], size: QSize) -> QWidget:
    page = make()
    page.resize(size)
    page.show()
    page.grab()
    QCoreApplication.processEvents()
    return page


def _shown_and_gone(make: Callable[[], QWidget], size: QSize) -> None:
    page = _shown(make, size)
    page.hide()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


_BARE = (QLineEdit, QToolButton, QPushButton, QCheckBox, QLabel, QFrame)


@dataclass(frozen=True)
class Stretch:
    """Room in a layout."""

    factor: int


@dataclass(frozen=True)
class Row:
    """A layout: its direction, margins and spacing, and what it holds, each with its stretch."""

    direction: QBoxLayout.Direction
    margins: QMargins
    spacing: int
    parts: tuple[tuple[Plain | Row | Stretch, int], ...]


@dataclass(frozen=True)
class Plain:
    """A widget as it is to be built of Qt's own: ``free`` are the ones that it holds without a layout."""

    kind: type[QWidget]
    name: str
    text: str
    wraps: bool
    least: QSize
    most: QSize
    row: Row | None
    free: tuple[Plain, ...]


def _plan(model: QWidget) -> Plain:
    """Note a widget and all that is shown in it: reading is not to be timed."""
    layout = model.layout()
    row = _plan_row(layout) if layout is not None else None
    laid = _in_layout(layout) if layout is not None else set()
    free = tuple(
        _plan(child)
        for child in model.children()
        if isinstance(child, QWidget) and child not in laid and not child.isWindow() and child.isVisibleTo(model)
    )
    return Plain(
        next((one for one in _BARE if isinstance(model, one)), QWidget),
        model.objectName(),
        model.text() if isinstance(model, QLabel | QLineEdit | QToolButton | QPushButton) else "",
        isinstance(model, QLabel) and model.wordWrap(),
        model.minimumSize(),
        model.maximumSize(),
        row,
        free,
    )


def _in_layout(layout: QLayout) -> set[QWidget]:
    found: set[QWidget] = set()
    for item in map(layout.itemAt, range(layout.count())):
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            found.add(widget)
        elif inner is not None:
            found |= _in_layout(inner)
    return found


def _plan_row(layout: QLayout) -> Row:
    parts: list[tuple[Plain | Row | Stretch, int]] = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        stretch = layout.stretch(place) if isinstance(layout, QBoxLayout) else 0
        if widget is not None:
            if not widget.isHidden():
                parts.append((_plan(widget), stretch))
        elif inner is not None:
            parts.append((_plan_row(inner), stretch))
        else:
            parts.append((Stretch(stretch), 0))
    direction = layout.direction() if isinstance(layout, QBoxLayout) else QBoxLayout.Direction.TopToBottom
    return Row(direction, layout.contentsMargins(), layout.spacing(), tuple(parts))


def _bare(plan: Plain) -> QWidget:
    """Build what a form shows of Qt's own widgets, in a scroll area as the form's is."""
    page = QWidget()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    outer.addWidget(scroll)
    scroll.setWidget(_build(plan))
    return page


def _build(plan: Plain) -> QWidget:
    made = plan.kind()
    made.setObjectName(plan.name)
    if plan.text and isinstance(made, QLabel | QLineEdit | QToolButton | QPushButton):
        made.setText(plan.text)
    if plan.wraps and isinstance(made, QLabel):
        made.setWordWrap(True)
    made.setMinimumSize(plan.least)
    made.setMaximumSize(plan.most)
    if plan.row is not None:
        _fill(QBoxLayout(plan.row.direction, made), plan.row)
    for free in plan.free:
        _build(free).setParent(made)
    return made


def _fill(layout: QBoxLayout, plan: Row) -> None:
    layout.setContentsMargins(plan.margins)
    layout.setSpacing(plan.spacing)
    for part, stretch in plan.parts:
        if isinstance(part, Plain):
            layout.addWidget(_build(part), stretch)
        elif isinstance(part, Row):
            inner = QBoxLayout(part.direction)
            _fill(inner, part)
            layout.addLayout(inner, stretch)
        else:
            layout.addStretch(part.factor)


def starting(folder: Path) -> Measured:
    """From the start of the program until the first field has the focus and is painted."""
    path = desk.make(folder / "desk")
    own = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
    # an installed program has its modules compiled: whatever this machine keeps, both sides do so here
    own["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**given, **own, "QT_QPA_PLATFORM": "offscreen"}
    program = partial(_until_told, environment, "-m", start_of_form.__name__, str(path))
    window = partial(_until_told, environment, "-c", start_of_form.EMPTY_WINDOW)
    program()
    window()
    turns = [(program(), window()) for _ in range(STARTS)]
    ours, bare = (statistics.median(times) for times in zip(*turns, strict=True))
    return Measured("start until the form's first field can be typed in", "an empty PySide6 window", ours, bare, 2)


def _until_told(environment: dict[str, str], *words: str) -> float:
    """Return how long a process of its own takes until the moment that it prints; it ends well where that is true."""
    start = time.monotonic()
    said = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ).stdout
    return float(said) - start


def measures(folder: Path) -> Iterator[Measured]:
    """Measure each."""
    for measure in (keystroke, opening, starting):
        own = folder / measure.__name__
        own.mkdir()
        yield measure(own)


def main() -> None:
    """Print a line for each."""
    run(measures)


if __name__ == "__main__":
    main()
