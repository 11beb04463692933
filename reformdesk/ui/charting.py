"""Pictures of an indicator at Home Affairs' desk: read one round after the other, saved as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from reformdesk.core import charted, figures, merged, round_labels, round_totals
from reformdesk.core.charted import Bars
from reformdesk.core.figures import OutliersOf
from reformdesk.core.report import ConsolidatedRound
from reformdesk.core.store import Workspace
from reformdesk.errors import ReformDeskError
from reformdesk.ui import actions
from reformdesk.ui.dialogs.charts import ACROSS, OVER_TIME, ChartsDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace


class Charting(QObject):
    """Opens the dialog; ``dialog`` is the one that was opened last."""

    dialog: ChartsDialog

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, messages: Messages) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._messages = messages
        self._turn = 0

    def open(self, round_id: str, name: str, *, across: bool = False) -> None:
        """Show an indicator that a round asks for: over time, or across that round's agencies."""
        self._turn += 1
        turn = self._turn

        def begin(found: tuple[ConsolidatedRound, list[str]]) -> None:
            if turn == self._turn:
                self._open(found[0], name, across=across)
                self._read_next(turn, found[1], [found[0]], name)

        self._workspace.read(lambda workspace: _begin(workspace, round_id), begin)

    def _open(self, part: ConsolidatedRound, name: str, *, across: bool) -> None:
        words = self._messages.words
        dialog = self.dialog = ChartsDialog(self._desk, part.round.catalogue.indicators[name], words)
        dialog.tabs.setCurrentIndex(ACROSS if across else OVER_TIME)
        dialog.save.connect(lambda picture: self._save(dialog, name, picture))
        dialog.open()
        dialog.chart.setFocus()
        self._workspace.read(
            lambda workspace: charted.bars(part.round, merged.total(workspace, part.round.id, name)),
            lambda bars: self._show_bars(dialog, bars, name),
        )
        dialog.finished.connect(lambda _: self.leave())

    def _show_bars(self, dialog: ChartsDialog, bars: Bars, name: str) -> None:
        """Draw them, and mark those that stand out once that is known."""
        dialog.show_bars(bars, frozenset())

        def mark(found: OutliersOf) -> None:
            odd = frozenset(one.outlier.agency for one in found.lines if one.indicator == name)
            if odd:
                dialog.show_bars(bars, odd)

        self._workspace.read(lambda workspace: figures.outliers_of(workspace, bars.round.id), mark)

    def leave(self) -> None:
        """Read no more for a dialog that was closed."""
        self._turn += 1

    def _read_next(self, turn: int, left: list[str], parts: list[ConsolidatedRound], name: str) -> None:
        if turn != self._turn:
            return
        self.dialog.show_series(charted.series(parts, name, parts[0].round.id), more=len(left))
        if not left:
            return
        following = left[0]

        def read(part: ConsolidatedRound) -> None:
            self._read_next(turn, left[1:], [*parts, part], name)

        self._workspace.read(lambda workspace: round_totals.of_round(workspace, following), read)

    def _save(self, dialog: ChartsDialog, name: str, picture: QImage) -> None:
        target = self._messages.choose_target(dialog, self.tr("Save the picture"), f"{name}.png")
        if target is None:
            return

        def saved(path: Path) -> None:
            dialog.say(self.tr("✓ Saved to {file}").format(file=path))

        def failed(problem: ReformDeskError) -> None:
            dialog.show_problem(self._messages.words.error(problem))

        self._workspace.run(actions.write_file(target, _png(picture)), saved, failed=failed)


def _begin(workspace: Workspace, round_id: str) -> tuple[ConsolidatedRound, list[str]]:
    """Read the round itself, and name the others, the newest first."""
    others = sorted(round_labels.labels(workspace), key=lambda one: one.ends, reverse=True)
    return round_totals.of_round(workspace, round_id), [one.id for one in others if one.id != round_id]


def _png(picture: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload] # it takes text, its stub says bytes
    return bytes(content.data())
