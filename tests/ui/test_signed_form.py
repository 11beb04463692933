"""The form on paper: printed with its digest, signed outside, attached, and held against the figures at intake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QSizeF, Qt
from PySide6.QtGui import QPainter, QPdfWriter, QTextTable
from PySide6.QtWidgets import QApplication

from reformdesk.core import evidence, keyring, roundbook, store
from reformdesk.core.annexes import CODE_WORDS, Annex, AnnexCorrection
from reformdesk.core.sample import DEFAULT_PASSPHRASE
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange import pades
from reformdesk.exchange.keys import matching_code
from reformdesk.exchange.payload import SubmissionDocument, content_digest
from reformdesk.exchange.tokens import TokenCertificate
from reformdesk.exchange.verification import verify
from reformdesk.ui import actions
from reformdesk.ui.agency_desk import AgencyDesk
from reformdesk.ui.annex import _draw, _paged, render
from reformdesk.ui.dialogs.finish import FinishDialog
from reformdesk.ui.dialogs.key_box import KeyBox
from reformdesk.ui.office_desk import OfficeDesk
from reformdesk.ui.pages.form_row import FormRow
from reformdesk.ui.paper import RESOLUTION
from reformdesk.ui.widgets.basics import Strip
from reformdesk.ui.widgets.qr_code import QUIET_ZONE, modules
from tests.demo import AGENCY
from tests.exchange.authority import sign_pdf
from tests.exchange.softhsm import MODULE, PIN, Authority, make_token, new_key, softhsm
from tests.ui.conftest import Hands, HeardMessages, Open, desk_of, say
from tests.ui.on_form import give_reason

CLERK, ISSUER = "Trần Văn Thư", "Cơ quan chứng thực thử nghiệm"


@pytest.mark.parametrize("corrected", range(0, 18, 3))
def test_no_table_runs_over_its_page(qapp: QApplication, annex: Annex, corrected: int) -> None:
    """Whatever stands above it, and where an area's heading moves on to the next page."""
    lines = (AnnexCorrection("Số lượng các lớp đào tạo, bồi dưỡng", "1", "2", "Cộng thiếu"),) * corrected
    writer = QPdfWriter(QBuffer())
    writer.setResolution(RESOLUTION)
    page = QSizeF(1950.0, 3000.0)
    document = _paged(writer, replace(annex, corrections=lines), page)
    frames = [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable) and one.columns() == 5]
    rects = [document.documentLayout().frameBoundingRect(frame) for frame in frames]
    pages = [int(rect.top() // page.height()) for rect in rects]
    assert pages == [int(rect.bottom() // page.height()) for rect in rects]
    assert pages == list(range(pages[0], pages[0] + len(pages)))
    assert pages[0] <= 2


@pytest.fixture
def annex(desk: Path) -> Iterator[Annex]:
    with store.open_workspace(desk) as workspace:
        yield actions.form_to_print(roundbook.latest(workspace), "Nguyễn Thị Hòa", own_key=True)(workspace)


def clerk_signs(blob: bytes) -> bytes:
    key = new_key("rsa")
    return sign_pdf(blob, key, Authority(ISSUER).issue(CLERK, key))


def test_the_printed_form_bears_the_digest_of_its_answers(qapp: QApplication, annex: Annex) -> None:
    blob = render(annex)
    assert blob.startswith(b"%PDF-")
    assert pades.check(clerk_signs(blob)).digest == annex.digest
    code = modules(f"REFORMDESK-CONTENT:{annex.digest.upper()}")
    assert len(code) == len(code[0]) >= 29 + 2 * QUIET_ZONE
    assert not any(code[0])


class Writing(QPainter):
    """Notes every text that is drawn beside the laid out ones."""

    def __init__(self, device: QPdfWriter) -> None:
        super().__init__(device)
        self.texts: list[str] = []

    # Qt has a dozen ways to call it
    def drawText(self, *arguments: Any) -> None:  # type: ignore[override]
        self.texts.append(arguments[-1])


def drawn(annex: Annex) -> list[str]:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    painter = Writing(writer)
    _draw(painter, writer, annex)
    painter.end()
    return painter.texts


def test_the_printed_form_bears_the_code_of_the_agencys_key(qapp: QApplication, desk: Path) -> None:
    with store.open_workspace(desk) as workspace:
        code = matching_code(keyring.fingerprint(workspace))
        round_ = roundbook.latest(workspace)
        annex = actions.form_to_print(round_, "Hòa", own_key=True)(workspace)
        sealed_by_a_token = actions.form_to_print(round_, "Hòa", own_key=False)(workspace)
    assert {f"Mã đối chiếu của đơn vị: {code}", CODE_WORDS} <= set(drawn(annex))
    assert not any("Mã đối chiếu" in text for text in drawn(sealed_by_a_token))


def test_every_row_is_printed_once_and_no_page_is_empty(qapp: QApplication, annex: Annex) -> None:
    pages = render(annex).count(b"/Type /Page\n")
    assert pages == 2


def change_a_figure(desk: AgencyDesk, hands: Hands) -> None:
    desk.jump("legal-documents-examined")
    hands.settle_desk(desk)
    row = next(one for one in desk.form.findChildren(FormRow) if one.indicator.id == "legal-documents-examined")
    hands.focus(row.field.edit)
    hands.replace("31")
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(desk)
    give_reason(desk, hands, "legal-documents-examined")


def finishing(desk: AgencyDesk, hands: Hands) -> FinishDialog:
    hands.click(desk.finish_button)
    hands.settle_desk(desk)
    return desk.errands.handing_in.finishing


def test_a_form_is_printed_signed_attached_and_agrees_at_intake(
    desk: Path, office: Path, tmp_path: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    agency = desk_of(open_window(desk), AgencyDesk)
    change_a_figure(agency, hands)
    dialog = finishing(agency, hands)
    heard.target = tmp_path / "biểu.pdf"
    hands.click(dialog.print_button)
    hands.settle_desk(agency)
    paper = tmp_path / "biểu đã ký.pdf"
    paper.write_bytes(clerk_signs(heard.target.read_bytes()))
    heard.files = [paper]
    hands.click(dialog.attach_button)
    hands.settle_desk(agency)
    assert CLERK in dialog._form_words.text()
    if not dialog.officer.text():
        hands.focus(dialog.officer)
        hands.type_vietnamese("Nguyễn Thị Hòa")
    hands.focus(dialog.secret.first)
    hands.type(DEFAULT_PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.settle_desk(agency)
    sent = verify(agency.errands.handing_in.exported.path.read_bytes())
    assert list(sent.attachments) == [evidence.SIGNED_FORM]
    at_office = desk_of(open_window(office), OfficeDesk)
    hands.drop(at_office.window(), agency.errands.handing_in.exported.path)
    hands.settle_desk(at_office)
    at_office.ways.open_review(AGENCY, "")
    hands.settle_desk(at_office)
    said = [strip.accessibleName() for strip in at_office.review.findChildren(Strip) if strip.isVisible()]
    (about_paper,) = [words for words in said if CLERK in words]
    assert ISSUER in about_paper
    (one,) = at_office.errands.reviewing.data.papers
    assert (one.agrees, one.digest) == (True, content_digest(document_of(sent.document)))


def document_of(document: object) -> SubmissionDocument:
    assert isinstance(document, SubmissionDocument)
    return document


def test_a_form_printed_from_other_figures_is_not_attached(
    desk: Path, tmp_path: Path, open_window: Open, heard: HeardMessages, hands: Hands, annex: Annex
) -> None:
    paper = tmp_path / "cũ.pdf"
    paper.write_bytes(clerk_signs(render(annex)))
    other = tmp_path / "other"
    other.mkdir()
    copy = other / desk.name
    copy.write_bytes(desk.read_bytes())
    agency = desk_of(open_window(copy), AgencyDesk)
    change_a_figure(agency, hands)
    dialog = finishing(agency, hands)
    heard.files = [paper]
    hands.click(dialog.attach_button)
    hands.settle_desk(agency)
    told = [strip.accessibleName() for strip in dialog.findChildren(Strip) if strip.isVisible()]
    assert heard.words.error(Refused("pdf-other-figures")) in told
    assert dialog.choice().attachments == ()


def test_a_paper_of_other_figures_is_told_at_intake(qapp: QApplication, desk: Path, annex: Annex) -> None:
    expected = annex.digest
    paper = evidence.examine("a.pdf", "Biểu", clerk_signs(render(annex)), "00" * 32)
    assert (paper.agrees, paper.digest) == (False, expected)


@pytest.mark.skipif(not MODULE.is_file(), reason="SoftHSM is not on this machine")
def test_the_officer_signs_with_a_token(
    desk: Path, tmp_path: Path, open_window: Open, heard: HeardMessages, hands: Hands
) -> None:
    """A wrong PIN is told with what the token says of it; the right one gives a digital signature."""
    with softhsm(tmp_path / "hsm"):
        key = new_key("rsa")
        make_token("Sở Tư pháp", key, Authority(ISSUER).issue("Nguyễn Thị Hòa", key))
        agency = desk_of(open_window(desk), AgencyDesk)
        change_a_figure(agency, hands)
        dialog = finishing(agency, hands)
        hands.click(dialog.key.token_button)
        hands.settle_desk(agency)
        assert dialog.key.token is not None
        assert ISSUER in dialog.key._worth.text()
        assert dialog.key._tries.text() == say("KeyBox", "The token locks after a few wrong PINs.")
        if not dialog.officer.text():
            hands.focus(dialog.officer)
            hands.type_vietnamese("Nguyễn Thị Hòa")
        hands.focus(dialog.key.pin.first)
        hands.type("000000")
        hands.press(Qt.Key.Key_Return)
        hands.settle_desk(agency)
        told = [strip.accessibleName() for strip in dialog.findChildren(Strip) if strip.isVisible()]
        assert heard.words.error(Mendable("pin-wrong-few")) in told
        # the wrong one is chosen, so that what is typed replaces it
        assert hands.focused() is dialog.key.pin.first
        hands.type(PIN)
        hands.press(Qt.Key.Key_Return)
        hands.settle_desk(agency)
        (signer,) = verify(agency.errands.handing_in.exported.path.read_bytes()).signers
    assert (signer.name, signer.issuer) == ("Nguyễn Thị Hòa", ISSUER)


@pytest.mark.parametrize(
    ("tries", "said"),
    [
        ("", "The token locks after a few wrong PINs."),
        ("few", "A wrong PIN was typed before: few tries are left before the token locks."),
        ("last", "ONE try is left before the token locks. Look the PIN up first."),
        ("locked", "The token is locked after too many wrong PINs. Its issuer unlocks it."),
    ],
)
def test_the_dialog_says_what_a_key_is_worth_and_how_many_tries_a_token_leaves(
    tries: str, said: str, qapp: QApplication, heard: HeardMessages
) -> None:
    box = KeyBox(new=False)
    seal = "An electronic seal: it shows who made the file and that nobody changed it; it is no digital signature."
    assert (box._worth.text(), box._tries.text()) == (say("KeyBox", seal), "")
    token = TokenCertificate(Path("x.so"), "Sở", b"1", b"1", b"", "Hòa", ISSUER, tries)
    box.offer([token])
    worth = say("KeyBox", "A digital signature; certificate issued by {issuer}.").format(issuer=ISSUER)
    assert (box._worth.text(), box._tries.text()) == (worth, say("KeyBox", said))
    box.offer([replace(token, issuer="")])
    own = "No authority issued this certificate; its worth is that of an electronic seal."
    assert box._worth.text() == say("KeyBox", own)
    box.close()
