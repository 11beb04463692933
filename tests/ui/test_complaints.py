"""What officers complain of in the tax office's program, which every office knows: none of it here.

It writes where it may not; it fails in folders with diacritics, and unless the system writes dates
as dd/MM/yyyy; it breaks Vietnamese typing (:mod:`tests.ui.test_typing`); it cannot open old data
after a form changed; its Excel import fails on altered columns or an open file
(:mod:`tests.office`); it says "wrong version" without saying what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDateEdit

from reformdesk.core.values import Number
from reformdesk.errors import Mendable, Refused, StoreError
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.dates import day
from reformdesk.ui.office_desk import OfficeDesk
from tests.benchmarks import start_of_form
from tests.ui.conftest import Hands, HeardMessages, Open, Speak, desk_of
from tests.ui.on_form import data_of, row_of, stored_in, type_into

ROOT = Path(start_of_form.__file__).parents[2]
FROZEN = ROOT / "tests" / "data" / "frozen"
FIELD = "training-courses"
LOCALES = ("vi_VN", "en_US", "de_CH", "ar_EG", "fa_IR", "th_TH", "ja_JP")

WATCHED = """
import os, sys
written = set()
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
def watch(event, given):
    if event == "open" and isinstance(given[0], (str, bytes)) and (given[2] or 0) & WRITING:
        written.add(os.path.abspath(os.fsdecode(given[0])))
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link", "os.chmod"):
        written.update(os.path.abspath(os.fsdecode(one)) for one in given[:2] if isinstance(one, (str, bytes)))
    elif event == "sqlite3.connect" and not any(word in str(given[0]) for word in ('immutable', ':memory:')):
        written.add(os.path.abspath(str(given[0]).removeprefix("file://").partition("?")[0]))
sys.addaudithook(watch)
"""
WINDOW = """
from pathlib import Path
from tests.benchmarks import start_of_form
def told(code):
    print("\\n".join(sorted(written)))
    sys.stdout.flush()
    end(code)
end, os._exit = os._exit, told
start_of_form.main(Path(sys.argv[1]))
"""
COMMANDS = """
from reformdesk.__main__ import main
for words in (
    ["enter", "--workspace", sys.argv[1], "--from", sys.argv[2]],
    ["submit", "--workspace", sys.argv[1], "--to", sys.argv[3]],
):
    assert main(words) == 0, words
print("\\n".join(sorted(written)))
"""


def _run(script: str, home: Path, *arguments: Path) -> list[Path]:
    """Run the program in a process of its own and return the places that it wrote to."""
    own = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "QT_QPA_PLATFORM": "offscreen",
        "REFORMDESK_PASSPHRASE": "demo",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    said = subprocess.run(
        [sys.executable, "-c", WATCHED + script, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert said.returncode == 0, said.stderr
    return [Path(line) for line in said.stdout.splitlines() if line.startswith("/")]


def _program() -> dict[Path, int]:
    """Return the program's own files with the time of their last change."""
    return {
        path: path.stat().st_mtime_ns
        for part in ("reformdesk", "resources", "i18n")
        for path in (ROOT / part).rglob("*")
        if "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("script", [WINDOW, COMMANDS], ids=["window", "commands"])
def test_nothing_is_written_but_to_the_users_own_folders(script: str, desk: Path, home: Path, tmp_path: Path) -> None:
    table = tmp_path / "số liệu.csv"
    table.write_text(f"indicator,value\n{FIELD},7\n", "utf-8")
    before = _program()
    written = _run(script, home, desk, table, tmp_path / "đã nộp")
    assert any(path.name.startswith(desk.stem) for path in written)
    own = (desk.parent, home, tmp_path)
    assert [str(path) for path in written if not any(path.is_relative_to(one) for one in own)] == []
    assert _program() == before


def test_a_name_with_diacritics_and_blanks_is_like_any_other(desk: Path, tmp_path: Path) -> None:
    """Of the user, the folder, the workspace and the table."""
    home = tmp_path / "Nguyễn Thị Hồng Ánh"
    shutil.copytree(desk.parent, home / "Tài liệu của tôi" / "Báo cáo CCHC")
    own = home / "Tài liệu của tôi" / "Báo cáo CCHC" / desk.name
    renamed = own.rename(own.with_name("Đơn vị của tôi (bản 2).rdesk"))
    table = home / "Số liệu tháng 6.csv"
    table.write_text(f"indicator,value\n{FIELD},7\n", "utf-8")
    _run(WINDOW, home, renamed)
    _run(COMMANDS, home, renamed, table, home / "Đã nộp")
    assert [one.suffix for one in (home / "Đã nộp").iterdir()] == [".rdsub"]
    assert stored_in(renamed)[FIELD] == "7"


@pytest.fixture(params=LOCALES)
def _system(request: pytest.FixtureRequest) -> Iterator[None]:
    """A system that writes dates and numbers in its own way."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("_system")
def test_dates_and_numbers_are_the_same_whatever_the_systems_format(
    desk: Path, open_window: Open, hands: Hands
) -> None:
    agency = desk_of(open_window(desk), AgencyDesk)
    assert day(data_of(agency).round.deadline) in agency.deadline.text()
    type_into(agency, hands, FIELD, "1.234")
    assert data_of(agency).answer(FIELD).value == Number(Decimal(1234))
    assert row_of(agency, FIELD).field.edit.text() == "1.234"


@pytest.mark.usefixtures("_system")
def test_a_date_is_entered_the_same_way_whatever_the_systems_format(
    office: Path, open_window: Open, hands: Hands
) -> None:
    home_affairs = desk_of(open_window(office), OfficeDesk)
    home_affairs.errands.new_round()
    hands.settle_desk(home_affairs)
    shown = home_affairs.errands.opening.dialog.findChildren(QDateEdit)
    assert shown
    for one in shown:
        assert one.text() == f"{one.date().day():02}/{one.date().month():02}/{one.date().year()}"
    home_affairs.errands.opening.dialog.reject()


@pytest.mark.parametrize("version", sorted(folder.name for folder in FROZEN.iterdir()))
def test_data_of_an_older_form_opens_and_goes_on(
    version: str, tmp_path: Path, open_window: Open, hands: Hands, heard: HeardMessages
) -> None:
    agency = desk_of(open_window(Path(shutil.copy(FROZEN / version / "agency.rdesk", tmp_path))), AgencyDesk)
    assert heard.problems == []
    type_into(agency, hands, "broadcast-bulletins", "31")
    assert data_of(agency).answer("broadcast-bulletins").value == Number(Decimal(31))
    for place in range(agency.rounds.count()):
        agency.open_round(str(agency.rounds.itemData(place)))
        hands.settle_desk(agency)
        agency.open_page("preview")
    assert heard.problems == []


@pytest.mark.parametrize(
    ("problem", "language", "what_to_do"),
    [
        (Refused("newer-format", where="format"), "vi", "Hãy cài"),
        (Refused("newer-format", where="format"), "en", "Install"),
        (StoreError("workspace-newer", file="a.rdesk"), "vi", "Hãy cài"),
        (StoreError("workspace-newer", file="a.rdesk"), "en", "Install"),
    ],
)
def test_a_newer_version_is_said_with_what_to_do(
    problem: Mendable | Refused | StoreError, language: str, what_to_do: str, speak: Speak
) -> None:
    assert what_to_do in speak(language).words.error(problem)
