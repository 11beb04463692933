"""Signed PDFs, made with Qt and signed by pyHanko with certificates of a test authority."""

from __future__ import annotations

from io import BytesIO
from random import Random

import pytest
from asn1crypto import keys as asn1_keys
from cryptography.hazmat.primitives import serialization
from cryptography.x509 import Certificate
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from reformdesk.errors import Refused
from reformdesk.exchange import pades
from tests.exchange.softhsm import Authority, Key, new_key, self_issued

DIGEST = "ab" * 32
OTHER = "cd" * 32
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


def signed(blob: bytes, key: Key, certificate: Certificate, name: str = "Sig1", md: str = "sha256") -> bytes:
    """Sign a PDF as official software does: PAdES, an incremental update."""
    der = certificate.public_bytes(serialization.Encoding.DER)
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    signer = SimpleSigner(
        signing_cert=next(iter(load_certs_from_pemder_data(der))),
        signing_key=asn1_keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call] # pyHanko leaves it untyped
    )
    metadata = PdfSignatureMetadata(field_name=name, md_algorithm=md, subfilter=SigSeedSubFilter.PADES)
    out = sign_pdf(IncrementalPdfFileWriter(BytesIO(blob)), metadata, signer)
    return bytes(out.getvalue())


@pytest.fixture(scope="module", params=["ec", "rsa"])
def paper(request: pytest.FixtureRequest, authority: Authority, qapp: QApplication) -> bytes:
    key = new_key(request.param)
    return signed(printed(), key, authority.issue(HOLDER, key))


def test_a_signed_form_says_who_signed_and_for_which_answers(paper: bytes) -> None:
    found = pades.check(paper)
    (one,) = found.signatures
    assert (found.digest, one.name, one.issuer, one.whole) == (DIGEST, HOLDER, ISSUER, True)
    assert one.signed_at is not None
    assert not one.anchored


def test_an_authority_that_is_asked_for_anchors_the_signer(paper: bytes, authority: Authority) -> None:
    root = authority.certificate.public_bytes(serialization.Encoding.DER)
    stranger = Authority(ISSUER).certificate.public_bytes(serialization.Encoding.DER)
    assert pades.check(paper, (root,)).signatures[0].anchored
    assert not pades.check(paper, (stranger,)).signatures[0].anchored


def test_a_certificate_that_issued_itself_has_no_issuer(qapp: QApplication) -> None:
    key = new_key("ec")
    assert pades.check(signed(printed(), key, self_issued(HOLDER, key))).signatures[0].issuer == ""


def test_a_byte_changed_after_signing_is_noticed(paper: bytes) -> None:
    place = paper.index(b"/Creator")
    changed = paper[: place + 12] + bytes([paper[place + 12] ^ 1]) + paper[place + 13 :]
    with pytest.raises(Refused, match=r"pdf-changed|pdf-unreadable"):
        pades.check(changed)


def test_a_digest_swapped_by_a_later_update_does_not_speak(paper: bytes) -> None:
    writer = IncrementalPdfFileWriter(BytesIO(paper))
    info = writer.trailer["/Info"]
    info[generic.NameObject("/Title")] = generic.pdf_string(pades.marked("Phụ lục", OTHER))
    writer.mark_update(writer.trailer.raw_get("/Info"))
    out = BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call] # pyHanko leaves it untyped
    assert OTHER in str(PdfFileReader(BytesIO(out.getvalue())).trailer_view["/Info"]["/Title"])
    assert pades.check(out.getvalue()).digest == DIGEST


def test_a_page_changed_by_a_later_update_is_not_what_was_signed(paper: bytes) -> None:
    writer = IncrementalPdfFileWriter(BytesIO(paper))
    page = writer.root["/Pages"]["/Kids"].raw_get(0)
    page.get_object()[generic.NameObject("/Rotate")] = generic.NumberObject(180)  # type: ignore[no-untyped-call] # pyHanko leaves it untyped
    writer.mark_update(page)
    out = BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call] # pyHanko leaves it untyped
    assert [one.whole for one in pades.check(out.getvalue()).signatures] == [False]


def test_two_clerks_may_sign(paper: bytes, authority: Authority) -> None:
    key = new_key("ec")
    twice = signed(paper, key, authority.issue("Giám đốc", key), "Sig2")
    assert [(one.name, one.whole) for one in pades.check(twice).signatures] == [(HOLDER, True), ("Giám đốc", True)]


def test_a_weak_digest_is_refused(authority: Authority, qapp: QApplication) -> None:
    key = new_key("rsa")
    with pytest.raises(Refused, match=r"signature-weak|signature-invalid"):
        pades.check(signed(printed(), key, authority.issue(HOLDER, key), md="sha1"))


@pytest.mark.parametrize(
    ("blob", "code"),
    [(b"", "pdf-unreadable"), (b"%PDF-1.7\nnothing", "pdf-unreadable"), (b"PK\x03\x04", "pdf-unreadable")],
)
def test_what_is_no_pdf_is_told(blob: bytes, code: str) -> None:
    with pytest.raises(Refused, match=code):
        pades.check(blob)


def test_an_unsigned_form_is_told(qapp: QApplication) -> None:
    with pytest.raises(Refused, match="pdf-not-signed"):
        pades.check(printed())


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
