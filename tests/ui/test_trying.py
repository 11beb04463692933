"""A trial run through the window: started, played, thrown away; the real desk is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from reformdesk.core import founding, trial
from reformdesk.core.board import MISSING, WAITING
from reformdesk.ui.dates import now
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.office_pages import BOARD
from reformdesk.ui.window import MainWindow
from tests.ui.conftest import Hands, HeardMessages, Open, button_named, desk_of, say


@pytest.fixture
def window(open_window: Open, tmp_path: Path, hands: Hands) -> MainWindow:
    path = tmp_path / "that" / "home-affairs.rdesk"
    path.parent.mkdir()
    founding.found(path, "tỉnh Minh Sơn", founding.template_agencies(), now()).close()
    window = open_window(path)
    hands.settle(window)
    return window


def states(desk: OfficeDesk) -> list[str]:
    return [desk.board.model.line(row).state for row in range(desk.board.model.rowCount())]


def test_a_trial_is_played_and_thrown_away(window: MainWindow, hands: Hands, heard: HeardMessages) -> None:
    real = desk_of(window, OfficeDesk).workspace.path
    assert desk_of(window, OfficeDesk).trying.strip is None
    hands.click(button_named(window, say("OfficeDesk", "Trial run first…")))
    hands.settle(window)
    hands.settle(window)
    desk = desk_of(window, OfficeDesk)
    assert desk.workspace.path != real
    strip = desk.trying.strip
    assert strip is not None
    assert strip.isVisible()
    assert trial.PASSPHRASE in strip.accessibleName()
    assert set(states(desk)) == {MISSING}
    hands.drop(window, trial.sent_to(desk.workspace.path))
    hands.settle_desk(desk)
    hands.click(desk.item(BOARD))
    hands.settle_desk(desk)
    assert states(desk).count(WAITING) == trial.PLAYERS
    hands.click(desk.trying.throw_away_button)
    hands.settle(window)
    assert desk_of(window, OfficeDesk).workspace.path == real
    assert desk_of(window, OfficeDesk).trying.strip is None
    assert sorted(one.name for one in real.parent.iterdir() if one.suffix not in ("", ".rdesk-wal")) == [real.name]
    assert heard.problems == []


def test_a_trial_whose_real_desk_is_gone_ends_on_the_first_page(window: MainWindow, hands: Hands) -> None:
    real = desk_of(window, OfficeDesk).workspace.path
    hands.click(button_named(window, say("OfficeDesk", "Trial run first…")))
    hands.settle(window)
    hands.settle(window)
    real.unlink()
    hands.click(desk_of(window, OfficeDesk).trying.throw_away_button)
    assert window.start is not None
    assert [one for one in real.parent.iterdir() if one.is_dir() and one.name != "backups"] == []
