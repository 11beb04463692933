"""Signed PDFs, made with Qt and signed by pyHanko with certificates of a test authority."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from random import Random

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from reformdesk.errors import Refused
from reformdesk.exchange import pades
from tests.exchange.authority import Branch, der, sign_pdf, stamped, valid_for_a_day
from tests.exchange.papers import (
    DIGEST,
    OTHER,
    Change,
    a_maze,
    another_document_in_the_gap,
    cover_the_page,
    empty_field,
    endless_revisions,
    endless_table,
    made_otherwise,
    other_digest,
    show_the_signature_again,
    turn_the_page,
    updated,
    wide_table,
    with_two_tables,
)
from tests.exchange.softhsm import Authority, new_key, self_issued

HOLDER, ISSUER = "Trần Văn Thư", "Cơ quan chứng thực thử nghiệm"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority(ISSUER)


def printed(digest: str = DIGEST) -> bytes:
    """Print a small form as the program does."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle(pades.marked("Phụ lục số liệu", digest))
    with QPainter(writer) as painter:
        painter.drawText(500, 500, "Số văn bản: 12")
    buffer.close()
    return bytes(kept.data())


@pytest.fixture(scope="module", params=["ec", "rsa"])
def paper(request: pytest.FixtureRequest, authority: Authority, qapp: QApplication) -> bytes:
    key = new_key(request.param)
    return sign_pdf(printed(), key, authority.issue(HOLDER, key))


@pytest.fixture(scope="module")
def ec_paper(authority: Authority, qapp: QApplication) -> bytes:
    key = new_key("ec")
    return sign_pdf(printed(), key, authority.issue(HOLDER, key))


def refusal(blob: bytes) -> str:
    with pytest.raises(Refused) as told:
        pades.check(blob)
    return told.value.code


def test_a_signed_form_says_who_signed_and_for_which_answers(paper: bytes) -> None:
    found = pades.check(paper)
    (one,) = found.signatures
    assert (found.digest, one.name, one.issuer, one.whole) == (DIGEST, HOLDER, ISSUER, True)
    assert one.signed_at is not None
    assert one.signed_at.tzinfo is UTC
    assert not one.anchored


@pytest.mark.parametrize("streams", [True, False])
@pytest.mark.parametrize(
    ("title", "digest"), [(pades.marked("Biểu Đ", DIGEST), DIGEST), ("Giấy mời", ""), (None, ""), ("sha256:12", "")]
)
def test_a_pdf_made_otherwise_is_read_too(title: str, digest: str, authority: Authority, *, streams: bool) -> None:
    key = new_key("ec")
    blob = made_otherwise(title, streams=streams)
    found = pades.check(sign_pdf(blob, key, authority.issue(HOLDER, key)))
    assert (found.digest, [one.whole for one in found.signatures]) == (digest, [True])
    assert pades.digest_in(blob) == digest


def test_older_signatures_and_plain_rsa_are_read(authority: Authority, qapp: QApplication) -> None:
    key = new_key("rsa")
    kind = SigSeedSubFilter.ADOBE_PKCS7_DETACHED
    for md, mechanism in (("sha512", ""), ("sha256", "rsassa_pkcs1v15")):
        certificate = authority.issue(HOLDER, key)
        blob = sign_pdf(printed(), key, certificate, md=md, mechanism=mechanism, kind=kind)
        assert pades.check(blob).digest == DIGEST


def test_an_authority_that_is_asked_for_anchors_the_signer(paper: bytes, authority: Authority) -> None:
    assert pades.check(paper, (der(authority.certificate),)).signatures[0].anchored
    assert not pades.check(paper, (der(Authority(ISSUER).certificate),)).signatures[0].anchored


def test_a_branch_of_an_authority_anchors_the_signer_if_its_certificate_came_along(
    authority: Authority, qapp: QApplication
) -> None:
    branch, key = Branch("Chi nhánh", authority), new_key("rsa")
    certificate = branch.issue(HOLDER, key)
    root = (der(authority.certificate),)
    complete = pades.check(sign_pdf(printed(), key, certificate, (branch.certificate,)), root)
    lonely = pades.check(sign_pdf(printed(), key, certificate), root)
    assert [(one.issuer, one.anchored) for one in complete.signatures] == [("Chi nhánh", True)]
    assert [(one.issuer, one.anchored) for one in lonely.signatures] == [("Chi nhánh", False)]


def test_a_certificate_that_has_expired_or_says_nothing_is_shown_all_the_same(
    authority: Authority, qapp: QApplication
) -> None:
    key = new_key("ec")
    certificate = valid_for_a_day(HOLDER, key, authority, datetime(2024, 3, 1, tzinfo=UTC))
    (one,) = pades.check(sign_pdf(printed(), key, certificate), (der(authority.certificate),)).signatures
    assert (one.name, one.issuer) == (HOLDER, ISSUER)


def test_a_certificate_that_issued_itself_has_no_issuer(qapp: QApplication) -> None:
    key = new_key("ec")
    assert pades.check(sign_pdf(printed(), key, self_issued(HOLDER, key))).signatures[0].issuer == ""


def test_a_time_that_does_not_say_where_is_that_of_this_country(
    ec_paper: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    claimed = datetime(2024, 6, 15, 8, 30)  # noqa: DTZ001 - the case itself
    monkeypatch.setattr(EmbeddedPdfSignature, "self_reported_timestamp", claimed)
    (one,) = pades.check(ec_paper).signatures
    assert str(one.signed_at) == "2024-06-15 01:30:00+00:00"


@pytest.mark.parametrize("mark", [b"/Creator", b"stream\n", b"/MediaBox"])
def test_a_byte_changed_after_signing_is_noticed(mark: bytes, paper: bytes) -> None:
    place = paper.index(mark) + len(mark) + 4
    changed = paper[:place] + bytes([paper[place] ^ 1]) + paper[place + 1 :]
    assert refusal(changed) == "pdf-changed"


def test_a_digest_swapped_by_a_later_update_does_not_speak(paper: bytes) -> None:
    changed = updated(paper, other_digest)
    assert pades.digest_in(changed) == OTHER
    assert pades.check(changed).digest == DIGEST


def test_a_digest_swapped_between_two_signatures_is_refused(paper: bytes, authority: Authority) -> None:
    key = new_key("ec")
    twice = sign_pdf(updated(paper, other_digest), key, authority.issue("Giám đốc", key), field="Sig2")
    assert refusal(twice) == "pdf-changed"


@pytest.mark.parametrize("change", [turn_the_page, cover_the_page])
def test_a_page_changed_by_a_later_update_is_not_what_was_signed(
    change: Change, paper: bytes, authority: Authority
) -> None:
    changed = updated(paper, change)
    assert [one.whole for one in pades.check(changed).signatures] == [False]
    key = new_key("ec")
    twice = sign_pdf(changed, key, authority.issue("Giám đốc", key), field="Sig2")
    assert [one.whole for one in pades.check(twice).signatures] == [False, True]


@pytest.mark.parametrize("visible", [False, True])
def test_two_clerks_may_sign(paper: bytes, authority: Authority, *, visible: bool) -> None:
    key = new_key("ec")
    twice = sign_pdf(paper, key, authority.issue("Giám đốc", key), field="Sig2", visible=visible)
    assert [(one.name, one.whole) for one in pades.check(twice).signatures] == [(HOLDER, True), ("Giám đốc", True)]


def test_a_time_stamp_for_the_archive_changes_nothing_and_signs_nothing(paper: bytes, authority: Authority) -> None:
    assert [(one.name, one.whole) for one in pades.check(stamped(paper, authority)).signatures] == [(HOLDER, True)]
    assert refusal(stamped(printed(), authority)) == "pdf-not-signed"


def test_a_signature_shown_twice_is_refused(paper: bytes) -> None:
    assert refusal(updated(paper, show_the_signature_again)) == "signature-invalid"


def test_another_document_in_the_gap_of_a_signature_is_refused(ec_paper: bytes) -> None:
    """By lengths alone, as pyHanko 0.38 compares them, this one is whole."""
    forged = another_document_in_the_gap(ec_paper)
    assert OTHER in PdfFileReader(BytesIO(forged)).trailer_view["/Info"]["/Title"]
    (embedded,) = PdfFileReader(BytesIO(forged)).embedded_signatures
    embedded.compute_integrity_info()
    assert embedded.coverage.name == "ENTIRE_FILE"
    assert refusal(forged) == "signature-invalid"


def test_a_weak_signature_is_refused(authority: Authority, qapp: QApplication) -> None:
    key, short = new_key("rsa"), rsa.generate_private_key(public_exponent=65537, key_size=1024)
    assert refusal(sign_pdf(printed(), key, authority.issue(HOLDER, key), md="sha1")) == "signature-weak"
    assert refusal(sign_pdf(printed(), short, authority.issue(HOLDER, short))) == "signature-weak"
    sound = sign_pdf(printed(), key, authority.issue(HOLDER, key))
    old = sound.replace(b"/ETSI.CAdES.detached", b"/adbe.pkcs7.sha1    ")
    assert refusal(old) == "signature-weak"


@pytest.mark.parametrize(
    ("blob", "code"),
    [
        (b"", "pdf-unreadable"),
        (b"%PDF-1.7\nnothing", "pdf-unreadable"),
        (b"PK\x03\x04", "pdf-unreadable"),
        (b"%PDF-1.7\n" + bytes(pades.LARGEST), "too-large"),
        (made_otherwise("x"), "pdf-not-signed"),
        (updated(made_otherwise("x"), empty_field), "pdf-not-signed"),
        (made_otherwise("x", password="secret"), "pdf-encrypted"),
    ],
    ids=["empty", "nothing", "zip", "large", "unsigned", "field", "encrypted"],
)
def test_what_is_no_signed_pdf_is_told(blob: bytes, code: str) -> None:
    assert refusal(blob) == code


@pytest.mark.parametrize("share", [0.001, 0.2, 0.5, 0.9, 0.99, 0.9999])
def test_a_file_cut_off_is_told(share: float, paper: bytes) -> None:
    assert refusal(paper[: int(len(paper) * share)]) == "pdf-unreadable"


def test_a_form_cut_off_before_its_signature_is_an_unsigned_form(ec_paper: bytes) -> None:
    end = ec_paper.index(b"%%EOF") + 6
    assert pades.digest_in(ec_paper[:end]) == DIGEST
    assert refusal(ec_paper[:end]) == "pdf-not-signed"


@pytest.mark.parametrize(
    "blob",
    [
        endless_table("0 0 0", "0 1000000000"),
        endless_table("0 -0.999 0", "0 1000000000 1000000000 -999999999"),
        endless_revisions(),
        wide_table(),
        b"%PDF-1.7\n" + b" " * 3_000_000 + b"\nstartxref\n9\n%%EOF\n",
    ],
    ids=["entries", "fractions", "revisions", "wide", "spaces"],
)
def test_a_file_without_end_is_given_up(blob: bytes) -> None:
    assert refusal(blob) == "pdf-unreadable"


def test_a_maze_is_given_up(authority: Authority) -> None:
    assert refusal(a_maze(authority)) == "pdf-unreadable"


def test_a_check_leaves_a_profiler_where_it_was(ec_paper: bytes) -> None:
    before = sys.getprofile()
    pades.check(ec_paper)
    assert sys.getprofile() is before


def test_more_signatures_or_longer_ones_than_any_paper_has_are_refused(ec_paper: bytes, authority: Authority) -> None:
    key = new_key("ec")
    certificate = authority.issue(HOLDER, key)
    assert refusal(sign_pdf(ec_paper, key, certificate, field="Long", room=200_000)) == "pdf-unreadable"
    many = ec_paper
    for number in range(6):
        assert len(pades.check(many).signatures) == number + 1
        many = sign_pdf(many, key, certificate, field=f"Next{number}")
    assert refusal(many) == "pdf-unreadable"


def test_a_file_that_shows_two_documents_is_not_read(authority: Authority) -> None:
    key = new_key("ec")
    blob = with_two_tables(DIGEST)
    assert refusal(blob) == "pdf-not-signed"
    assert refusal(sign_pdf(blob, key, authority.issue(HOLDER, key), strict=False)) == "pdf-unreadable"


def test_a_check_writes_nothing_to_the_terminal(ec_paper: bytes) -> None:
    paper = updated(ec_paper, turn_the_page)
    program = "from sys import stdin; from reformdesk.exchange.pades import check; check(stdin.buffer.read())"
    ran = subprocess.run([sys.executable, "-c", program], input=paper, capture_output=True, check=True)
    assert (ran.stdout, ran.stderr) == (b"", b"")


def test_mutated_papers_raise_nothing_but_refusals(paper: bytes) -> None:
    random = Random(7)
    for _ in range(60):
        mutated = bytearray(paper)
        for _ in range(random.choice((1, 1, 4, 30))):
            mutated[random.randrange(len(mutated))] = random.randrange(256)
        if random.random() < 0.3:
            del mutated[random.randrange(len(mutated)) :]
        try:
            found = pades.check(bytes(mutated))
        except Refused:
            continue
        # a flip outside of what was signed: the signature's own padding
        assert found.digest == DIGEST
