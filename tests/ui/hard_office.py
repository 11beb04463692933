"""What Home Affairs' officer decides where things go wrong in a round, in the real window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QObject, Qt
from PySide6.QtWidgets import QMenu, QPushButton

from reformdesk.core.conflicts import Step
from reformdesk.exchange.verification import verify
from reformdesk.ui.dialogs.round_period import to_qt
from reformdesk.ui.office_pages import AGENCIES, ROUNDS, TABLES, WAITING
from reformdesk.ui.pages.total_pane import ADJUST
from tests.ui.conftest import say
from tests.ui.office_story import HomeAffairs
from tests.ui.story import CONTROL, words_on


class DecidingOfficer(HomeAffairs):
    """Home Affairs' officer in a hard round."""

    def choose_side(self, agency: str, indicator: str, figure: str) -> None:
        """Of two files with one number, let the one hold that says a figure; each stands in its column."""
        self.review(agency)
        sides = self.desk.review.sides
        assert sides.isVisible()
        model = sides.model
        row = [model.cell(at, 0).key for at in range(model.rowCount())].index(indicator)
        column = next(at for at in range(1, model.columnCount()) if model.cell(row, at).text.startswith(figure))
        name = say("SidesView", "Side {letter} holds").format(letter="ABCD"[column - 1])
        self.hands.click(next(one for one in sides.findChildren(QPushButton) if one.accessibleName() == name))
        self.settle()
        self.say_why("Đơn vị xác nhận qua điện thoại")

    def settle_waiting(self, file: Path, step: Step, why: str, says: str = "") -> None:
        """Decide on a file that waits, on the page that shows both sides and what each choice does.

        Where several choices take one step, ``says`` is what the wanted one says.
        """
        self.hands.click(self.desk.item(WAITING))
        self.settle()
        digest = verify(file.read_bytes()).digest
        place = [waiting for _, waiting in self.desk.waiting.stops()].index(digest)
        self.hands.focus(self.desk.waiting.table)
        self.hands.press(Qt.Key.Key_Home, CONTROL)
        for _ in range(place):
            self.hands.press(Qt.Key.Key_Down)
        self.hands.press(Qt.Key.Key_D)
        self.settle()
        page = self.desk.conflict
        assert page.isVisible()
        (wanted,) = [
            row.radio
            for choice, row in page.choices
            if choice.step is step and says in f"{row.radio.accessibleName()} {choice.subject}"
        ]
        self.hands.focus(wanted)
        self.hands.press(Qt.Key.Key_Space)
        self.write(page.reason, why)
        self.hands.press(Qt.Key.Key_Return, CONTROL)
        self.settle()
        self.say_who()

    def accept_all(self, why: str) -> None:
        """Let all count provisionally whose keys nobody has compared."""
        self.hands.click(self.desk.item(WAITING))
        self.settle()
        self.hands.click(self.desk.waiting.pile.accept_button)
        self.settle()
        self.hands.type_vietnamese(why)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        self.say_who()

    def compare_pile(self, codes: Mapping[str, str]) -> None:
        """Compare a pile of stamped sheets, by keys alone; ``codes`` has what they say by agency."""
        self.hands.click(self.desk.item(WAITING))
        self.settle()
        self.hands.click(self.desk.waiting.pile.compare_button)
        self.settle()
        dialog = self.desk.errands.comparing.pile
        for _ in range(dialog.model.rowCount()):
            row = dialog.table.currentIndex().row()
            code = codes[dialog.model.cell(row, 0).text]
            assert dialog.code.text().split() == code.split()
            self.hands.press(Qt.Key.Key_1)
        self.hands.click(dialog.go)
        self.settle()
        self.say_who()
        assert not dialog.isVisible()

    def extend(self, agency: str, until: date, why: str) -> None:
        """Give an agency more time."""
        self.at_line(agency)
        self.hands.click(self.desk.board.extend_button)
        self.settle()
        dialog = self.desk.errands.extending.extension
        dialog._until.setDate(to_qt(until))
        self.write(dialog.reason, why)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        self.say_who()
        assert not dialog.isVisible()

    def came_earlier(self, agency: str, moment: datetime, why: str) -> None:
        """Correct when a file really came."""
        self.review(agency)
        self.hands.press(Qt.Key.Key_T)
        self.settle()
        dialog = self.desk.errands.extending.received
        dialog.moment.setDateTime(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))
        self.write(dialog.reason, why)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        self.say_who()
        assert not dialog.isVisible()

    def ask_again(self, indicator: str, note: str, folder: Path) -> Path:
        """Correct the newest round by asking an indicator again; gives the file of its next issue."""
        self.hands.click(self.desk.item(ROUNDS))
        self.settle()
        self.click(self.desk, "RoundsPage", "Correct…")
        dialog = self.desk.errands.opening.dialog
        self.hands.focus(dialog.tabs)
        for _ in range(4):
            self.hands.press(Qt.Key.Key_Right)
        page = dialog.assignments
        page.table.selectRow(page._shown.index(indicator))
        self.hands.click(page.again_button)
        self.settle()
        self.hands.focus(dialog.tabs)
        for _ in range(4):
            self.hands.press(Qt.Key.Key_Left)
        assert dialog.correction is not None
        self.write(dialog.correction.note, note)
        return self.seal_round(folder)

    def at_agency(self, agency: str) -> None:
        """Go to an agency's key."""
        self.hands.click(self.desk.item(AGENCIES))
        self.settle()
        page = self.desk.agencies
        self.hands.focus(page.table)
        page.table.selectRow([page.model.cell(row, 0).key for row in range(page.model.rowCount())].index(agency))

    def revoke(self, agency: str, reason: str) -> None:
        """Revoke an agency's key."""
        self.at_agency(agency)
        self.hands.click(self.desk.agencies.revoke_button)
        dialog = self.desk.errands.revoking.dialog
        self.write(dialog.reason, reason)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        self.say_who()

    def write_recovery(self, agency: str, target: Path) -> Path:
        """Write a recovery file for an agency that lost its machine."""
        self.heard.target = target
        self.at_agency(agency)
        self.hands.click(self.desk.agencies.recovery_button)
        self.settle()
        dialog = self.desk.errands.recovering.dialog
        assert dialog is not None
        self.hands.focus(dialog.key.secret.first)
        self.hands.type(self.passphrase)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert target.is_file()
        return target

    def enter_for(self, agency: str, figures: Mapping[str, str], given_by: str) -> None:
        """Type what an agency says on the telephone, and seal it."""
        self.at_line(agency)
        self.hands.click(self.desk.board.enter_for_button)
        self.settle()
        page = self.desk.entering
        self.write(page.source.given_by, given_by)
        for name, text in figures.items():
            page.go_to(name)
            self.hands.type(text)
            self.hands.press(Qt.Key.Key_Return)
            self.settle()
        self.hands.press(Qt.Key.Key_Return, CONTROL)
        self.settle()
        dialog = self.desk.errands.entering_for.sealing
        self.hands.focus(dialog.key.secret.first)
        self.hands.type(self.passphrase)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        assert self.desk.stack.currentWidget() is self.desk.board

    def adjust(self, indicator: str, figure: str, reason: str) -> None:
        """Put another figure in place of a total, from its cell in the tables."""
        self.hands.click(self.desk.item(TABLES))
        self.settle()
        page = self.desk.tables
        tab, row, column = next(
            (tab, row, column)
            for tab, table in enumerate(page._tables)
            for row, cells in enumerate(table.rows)
            for column, cell in enumerate(cells)
            if cell.indicator is not None and cell.indicator.id == indicator
        )
        page.tabs.setCurrentIndex(tab)
        self.hands.focus(page.table)
        page.table.setCurrentIndex(page.model.index(row, column))
        self.settle()
        self.hands.press(Qt.Key[f"Key_{ADJUST}"])
        self.settle()
        dialog = self.desk.errands.adjusting.dialog
        assert dialog is not None
        self.hands.replace(figure)
        self.hands.press(Qt.Key.Key_Return)
        self.hands.type_vietnamese(reason)
        self.hands.click(dialog.go)
        self.settle()
        self.say_who()

    def close_round(self, note: str) -> tuple[str, str]:
        """Close the newest round; gives the digest that it is known by, and the words of the dialog before."""
        self.open_closing()
        asking = self.desk.errands.closing.closing
        assert asking is not None
        told = words_on(asking)
        self.hands.type_vietnamese(note)
        self.hands.press(Qt.Key.Key_Return)
        self.settle()
        self.say_who()
        closed = self.desk.errands.closing.closed
        assert closed is not None
        assert closed.isVisible()
        digest = closed.digest.text()
        self.hands.click(closed.go)
        return digest, told

    def open_closing(self) -> None:
        self.hands.click(self.desk.item(ROUNDS))
        self.settle()
        self.click(self.desk.rounds, "RoundsPage", "Closing…")

    def reopen(self, reason: str) -> str:
        """Open the newest round again; gives what was proposed as the reason."""
        self.open_closing()
        closed = self.desk.errands.closing.closed
        assert closed is not None
        self.hands.click(closed.reopen)
        self.settle()
        dialog = self.desk.errands.closing.reopening
        assert dialog is not None
        proposed = dialog.reason.toPlainText()
        self.write(dialog.reason, reason)
        self.hands.click(dialog.go)
        self.settle()
        return proposed

    def save_closed_report(self, suffix: str, target: Path) -> Path:
        """Save the report as the last closing has it."""
        self.heard.target = target
        self.open_closing()
        closed = self.desk.errands.closing.closed
        assert closed is not None
        menu: QObject | None = closed.report.menu()
        assert isinstance(menu, QMenu)
        newest = next(one.menu() for one in menu.actions() if one.menu() is not None)
        assert isinstance(newest, QMenu)
        next(one for one in newest.actions() if suffix in one.text()).trigger()
        self.settle()
        self.hands.click(closed.go)
        return target

    def copy_now(self) -> None:
        """Make a copy in the second place."""
        second = self.desk.second
        self.hands.click(second.status)
        assert second.dialog is not None
        self.hands.click(second.dialog.go)
        for _ in range(3):
            self.settle()
            self.qtbot.waitUntil(lambda: not second.is_copying, timeout=15_000)
        assert not second.standing.behind
        self.hands.click(second.dialog.cancel)

    def join(self, other: Path, back: Path) -> Path:
        """Bring a colleague's desk together with this one, and save a copy for them."""
        self.hands.drop(self.window, other)
        self.settle()
        dialog = self.desk.errands.joining.dialog
        assert dialog is not None
        self.hands.click(dialog.go)
        self.settle()
        done = self.desk.errands.joining.done
        assert done is not None
        self.heard.target = back
        self.hands.click(done.copy)
        self.settle()
        self.hands.click(done.go)
        self.settle()
        return back
