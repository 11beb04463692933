"""Behind a figure in the review: its units, its area's words, its files, by keys; copies go when the desk closes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import gettempdir

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from reformdesk.core import enclosures, narratives, units
from reformdesk.core.opening_evidence import Kind
from reformdesk.core.units import Figure
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.pages.review_details import ReviewDetails, size_text
from reformdesk.ui.window import MainWindow
from reformdesk.words import LANGUAGES
from tests.core.desks import at_work
from tests.core.test_opening_evidence import word
from tests.ui.conftest import Hands, HeardMessages, Open, Speak, desk_of, nameless, say

PDF, PICTURE = b"%PDF-1.7 Quyet dinh", b"\x89PNG\r\n\x1a\nanh"


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Home Affairs with no. 1 and no. 2 of an agency: units, words and files changed in between."""
    with at_work(tmp_path, details=True) as desks:
        desks.type(m="40", n="2", o="3")
        units.set_units(desks.agency, ["Phòng A", "Phòng B"])
        a, b = units.units(desks.agency)
        figures = {a.id: Figure(Decimal(30)), b.id: Figure(Decimal(10))}
        units.set_figures(desks.agency, desks.round, "m", figures, desks.tick())
        narratives.set_narrative(desks.agency, desks.round, "1", "Đã ban hành 24 văn bản.", desks.tick())
        old = enclosures.enclose(desks.agency, desks.round, "m", "Quyết định.pdf", PDF, desks.tick())
        desks.take(desks.finish(), provisional=True)
        units.set_units(desks.agency, ["Phòng A", "Phòng C"])
        c = units.units(desks.agency)[1]
        units.set_figures(
            desks.agency,
            desks.round,
            "m",
            {a.id: Figure(Decimal(31)), b.id: None, c.id: Figure(Decimal(9))},
            desks.tick(),
        )
        narratives.set_narrative(desks.agency, desks.round, "1", "Đã ban hành 25 văn bản <mới>.", desks.tick())
        enclosures.take_out(desks.agency, desks.round, old, desks.tick())
        for name, title, content in (
            ("n", "Ảnh hội nghị.png", PICTURE),
            ("n", "Biên bản.docx", word()),
            ("o", "Không rõ.pdf", PDF + b"2"),
        ):
            enclosures.enclose(desks.agency, desks.round, name, title, content, desks.tick())
        desks.take(desks.finish(), provisional=True)
    return tmp_path / "office" / "office.rdesk"


class Opener:
    """Stands in for the system's programs: notes what it was asked to open, and does it or not."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.opens = True

    def open(self, url: QUrl) -> bool:
        self.paths.append(Path(url.toLocalFile()))
        return self.opens


@pytest.fixture
def opener(monkeypatch: pytest.MonkeyPatch) -> Opener:
    made = Opener()
    monkeypatch.setattr(QDesktopServices, "openUrl", made.open)
    return made


@pytest.fixture
def window(sent: Path, open_window: Open) -> MainWindow:
    return open_window(sent)


@pytest.fixture
def desk(window: MainWindow, hands: Hands) -> OfficeDesk:
    made = desk_of(window, OfficeDesk)
    made.ways.open_review("b", "")
    hands.settle_desk(made)
    hands.focus(made.review.table)
    hands.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    return made


def details(desk: OfficeDesk) -> ReviewDetails:
    return desk.review.answers.details


def listed(desk: OfficeDesk) -> list[str]:
    found = details(desk).list
    return [found.item(row).text() for row in range(found.count())]


def test_enter_shows_what_lies_behind_a_row_and_hides_it_again(desk: OfficeDesk, hands: Hands) -> None:
    assert not details(desk).isVisible()
    hands.press(Qt.Key.Key_Return)
    assert details(desk).isVisible()
    assert hands.focused() is desk.review.table
    lines = details(desk).text.toPlainText().splitlines()
    told = [line for line in lines if line]
    assert told[0] == "M"
    place = told.index("Phòng A")
    assert told[place : place + 9] == ["Phòng A", "30", "31", "Phòng C", "–", "9", "Phòng B", "10", "–"]
    assert told[place + 9 : place + 12] == [say("ReviewDetails", "Sum"), "40", "40"]
    assert not details(desk).list.isVisible()
    hands.press(Qt.Key.Key_Down)
    assert next(filter(None, details(desk).text.toPlainText().splitlines())) == "N"
    hands.press(Qt.Key.Key_Return)
    assert not details(desk).isVisible()


def test_the_words_show_what_is_new_and_what_is_gone(desk: OfficeDesk, hands: Hands) -> None:
    hands.press(Qt.Key.Key_Return)
    html = details(desk).text.toHtml()
    text = details(desk).text.toPlainText()
    assert "Đã ban hành 24 25 văn bản. bản <mới>." in text
    assert html.count("line-through") == 2
    assert html.count(" text-decoration: underline;") == 2


def test_the_table_tells_that_there_is_more(desk: OfficeDesk) -> None:
    model = desk.review.model
    last = model.columnCount() - 1
    beside = {model.cell(row, 0).key: model.cell(row, last).text for row in range(model.rowCount())}
    by_units = say("ReviewRows", "By units: {count}").format(count=2)
    assert beside["m"].endswith(f"{by_units}, {say('ReviewRows', 'changed: {count}').format(count=3)}")
    proof = say("ReviewRows", "Evidence: {count}").format(count=2)
    assert beside["n"].endswith(f"{proof}, {say('ReviewRows', 'new: {count}').format(count=2)}")
    summary = desk.review.answers.summary.text()
    for source, count in (
        ("files: {count}", 3),
        ("new files: {count}", 3),
        ("files that are not there any more: {count}", 1),
        ("figures by subordinate units: {count}", 1),
        ("areas with words: {count}", 1),
    ):
        assert say("ReviewAnswers", source).format(count=count) in summary


def test_a_copy_is_opened_by_keys_and_goes_when_the_desk_closes(
    window: MainWindow, desk: OfficeDesk, hands: Hands, opener: Opener
) -> None:
    hands.press(Qt.Key.Key_E)
    assert hands.focused() is details(desk).list
    assert desk.review.table.currentIndex().row() == desk.review.model.row_of("n")
    assert [text.splitlines()[0] for text in listed(desk)] == ["Biên bản.docx", "Ảnh hội nghị.png"]
    assert "Word" in listed(desk)[0]
    # what an Office file may do is said before it is opened
    assert details(desk).note.isVisible()
    hands.press(Qt.Key.Key_Down)
    assert not details(desk).note.isVisible()
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    (path,) = opener.paths
    assert path.read_bytes() == PICTURE
    assert path.name.startswith("anh-hoi-nghi-")
    assert path.suffix == ".png"
    assert path.is_relative_to(gettempdir())
    assert not path.stat().st_mode & 0o277
    hands.press(Qt.Key.Key_Escape)
    assert hands.focused() is desk.review.table
    assert desk.stack.currentWidget() is desk.review
    window.close()
    assert not path.parent.exists()


def test_what_may_run_is_never_opened_but_can_be_saved(
    desk: OfficeDesk, hands: Hands, opener: Opener, heard: HeardMessages, tmp_path: Path
) -> None:
    reviewing = desk.errands.reviewing
    files = tuple(
        file if file.indicator != "o" else type(file)(**{**vars(file), "kind": Kind.ACTIVE, "ending": ".bin"})
        for file in reviewing.data.files
    )
    object.__setattr__(reviewing.data, "files", files)
    desk.review.show_review(reviewing.data)
    hands.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_E)
    assert not details(desk).open_button.isEnabled()
    assert details(desk).open_button.toolTip() == details(desk).note.text() != ""
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    assert opener.paths == []
    heard.target = tmp_path / "ban sao.bin"
    hands.focus(details(desk).save_button)
    hands.press(Qt.Key.Key_Space)
    hands.settle_desk(desk)
    assert heard.target.read_bytes() == PDF + b"2"
    assert heard.problems == []


def test_where_no_program_opens_it_that_is_said(
    desk: OfficeDesk, hands: Hands, opener: Opener, heard: HeardMessages
) -> None:
    opener.opens = False
    hands.press(Qt.Key.Key_E)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    (problem,) = heard.problems
    assert "Biên bản.docx" in problem


def test_letters_go_on_from_wherever_one_reads(desk: OfficeDesk, hands: Hands) -> None:
    steps: list[int] = []
    desk.review.step.connect(steps.append)
    desk.review.place.next.setEnabled(True)
    hands.press(Qt.Key.Key_E)
    for widget in (details(desk).text, details(desk).list, details(desk).save_button):
        hands.focus(widget)
        hands.press(Qt.Key.Key_N)
    assert steps == [1, 1, 1]


def test_a_key_for_the_files_is_meant_for_the_next_one(desk: OfficeDesk, hands: Hands) -> None:
    desk.ways.open_review("b", "")
    QTest.keyClick(desk.review.table, Qt.Key.Key_E)
    assert not details(desk).isVisible()
    hands.settle_desk(desk)
    assert hands.focused() is details(desk).list


def test_the_first_one_has_nothing_to_compare_with(desk: OfficeDesk, hands: Hands) -> None:
    first = next(one for one in desk.errands.reviewing.data.others if one.revision == 1)
    desk.ways.open_review("b", first.digest)
    hands.settle_desk(desk)
    hands.press(Qt.Key.Key_Return)
    text = details(desk).text
    assert "Đã ban hành 24 văn bản." in text.toPlainText()
    assert "line-through" not in text.toHtml()
    new = say("ReviewAnswers", "new files: {count}").partition("{")[0]
    assert new not in desk.review.answers.summary.text()


def test_earlier_periods_give_way_where_there_is_no_room_beside_the_details(
    sent: Path, office: Path, open_window: Open, hands: Hands
) -> None:
    window = open_window(office)
    desk = desk_of(window, OfficeDesk)
    desk.ways.open_review("so-tu-phap", "")
    hands.settle_desk(desk)
    table = desk.review.table
    hidden: dict[tuple[int, bool], list[bool]] = {}
    for width in (1920, 1093):
        window.resize(width, 768)
        for shown in (True, False):
            desk.review.answers.turn()
            hands.settle_desk(desk)
            assert details(desk).isVisible() is shown
            count = desk.review.model.columnCount()
            hidden[width, shown] = [table.isColumnHidden(column) for column in range(count)]
    assert hidden.pop((1093, True)) == [False, False, True, True, True, False, False]
    assert all(not any(columns) for columns in hidden.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_has_a_name(language: str, sent: Path, open_window: Open, hands: Hands, speak: Speak) -> None:
    made = desk_of(open_window(sent, speak(language)), OfficeDesk)
    made.ways.open_review("b", "")
    hands.settle_desk(made)
    hands.press(Qt.Key.Key_E)
    assert nameless(made.review) == []


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 KB"), (1, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (1_048_576, "1,0 MB"), (1_100_000, "1,1 MB")],
)
def test_a_size_is_told_as_people_here_write_it(count: int, text: str) -> None:
    assert size_text(count) == text
