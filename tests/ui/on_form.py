"""An agency's form under test: its rows, its fields, what its workspace file holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from reformdesk.core import entry, roundbook, store
from reformdesk.core.catalogue import Indicator
from reformdesk.core.values import Status, Value, write
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.models.form import FormData
from reformdesk.ui.pages.form_row import FormRow
from tests.demo import AGENCY, LATER, NEWEST
from tests.ui.conftest import Hands


def rows_of(desk: AgencyDesk) -> list[FormRow]:
    return [row for row in desk.form.findChildren(FormRow) if row.isVisible()]


def row_of(desk: AgencyDesk, name: str) -> FormRow:
    return next(row for row in rows_of(desk) if row.indicator.id == name)


def field_at(desk: AgencyDesk, hands: Hands) -> str:
    return next((row.indicator.id for row in rows_of(desk) if row.field.edit is hands.focused()), "")


def data_of(desk: AgencyDesk) -> FormData:
    assert desk._data is not None
    return desk._data


def settle(desk: AgencyDesk, hands: Hands) -> None:
    hands.settle_desk(desk)


def type_into(desk: AgencyDesk, hands: Hands, name: str, text: str) -> None:
    desk.jump(name)
    settle(desk, hands)
    hands.focus(row_of(desk, name).field.edit)
    hands.replace(text)
    hands.press(Qt.Key.Key_Return)
    settle(desk, hands)


def give_reason(
    desk: AgencyDesk, hands: Hands, name: str, words: str = "Cộng thiếu, đã đối chiếu sổ theo dõi tháng 5"
) -> None:
    """Write beside a field why it is corrected, from the keyboard."""
    desk.jump(name)
    settle(desk, hands)
    hands.press(Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.type_vietnamese(words)
    hands.press(Qt.Key.Key_Return)
    settle(desk, hands)


def stored_in(path: Path) -> dict[str, str]:
    """Return what the workspace file holds in the newest round."""
    with store.open_workspace(path) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
        given = entry.answers(workspace, NEWEST)
        return {name: _text(answer.value, round_.catalogue.indicators[name]) for name, answer in given.items()}


def _text(value: Value, indicator: Indicator) -> str:
    return value.value if isinstance(value, Status) else write(value, indicator)


def not_sent(path: Path, *, blanks: int = 0) -> Path:
    """Take back what was sent in the newest round; leave some of its answers blank."""
    with store.open_workspace(path) as workspace:
        round_ = roundbook.latest(workspace)
        with workspace.atomic():
            workspace.db.execute("DELETE FROM files WHERE round = ? AND kind <> 'round'", (NEWEST,))
        owed = round_.owed(AGENCY)
        entry.set_values(workspace, round_, dict.fromkeys(owed[:blanks], Status.BLANK), LATER)
        rest = dict.fromkeys(owed[blanks:], Status.NOT_APPLICABLE)
        entry.set_values(workspace, round_, rest, LATER)
    return path
