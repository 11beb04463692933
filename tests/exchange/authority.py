"""Signed PDFs for tests: a test authority with a branch, and pyHanko where the official software would be."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO

from asn1crypto import algos, keys, x509
from cryptography import x509 as x509_builder
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.exchange.softhsm import Authority, Key, _certificate

WHOLE_PAGE = (0, 0, 595, 842)


class Branch(Authority):
    """An authority that another one vouches for."""

    def __init__(self, name: str, root: Authority) -> None:
        super().__init__(name)
        self.certificate = _certificate(self.name, root.name, self.key.public_key(), root.key, authority=True)


def der(certificate: x509_builder.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


def valid_for_a_day(holder: str, key: Key, issuer: Authority, day: datetime) -> x509_builder.Certificate:
    """Issue a certificate without a word on what its key may do, valid from a day to the next."""
    subject = x509_builder.Name([x509_builder.NameAttribute(NameOID.COMMON_NAME, holder)])
    builder = x509_builder.CertificateBuilder().subject_name(subject).issuer_name(issuer.name)
    builder = builder.public_key(key.public_key()).serial_number(x509_builder.random_serial_number())
    builder = builder.not_valid_before(day).not_valid_after(day + timedelta(days=1))
    return builder.sign(issuer.key, hashes.SHA256())


def sign_pdf(
    blob: bytes,
    key: Key,
    certificate: x509_builder.Certificate,
    chain: tuple[x509_builder.Certificate, ...] = (),
    *,
    field: str = "Sig1",
    md: str = "sha256",
    mechanism: str = "",
    kind: SigSeedSubFilter = SigSeedSubFilter.PADES,
    visible: bool = False,
    strict: bool = True,
    room: int | None = None,
) -> bytes:
    """Sign a PDF as official software does, by an incremental update; ``visible`` over the whole first page.

    ``room`` is what is kept for the value, in hexadecimal digits.
    """
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call] # pyHanko leaves it untyped
    store.register_multiple(x509.Certificate.load(der(one)) for one in chain)
    signer = SimpleSigner(
        signing_cert=x509.Certificate.load(der(certificate)),
        signing_key=_loaded(key),
        cert_registry=store,
        signature_mechanism=algos.SignedDigestAlgorithm({"algorithm": mechanism}) if mechanism else None,
    )
    metadata = PdfSignatureMetadata(field_name=field, md_algorithm=md, subfilter=kind)
    place = SigFieldSpec(field, box=WHOLE_PAGE) if visible else None
    writer = IncrementalPdfFileWriter(BytesIO(blob), strict=strict)
    out = PdfSigner(metadata, signer, new_field_spec=place).sign_pdf(writer, bytes_reserved=room)
    return bytes(out.getvalue())


def stamped(blob: bytes, authority: Authority) -> bytes:
    """Add a document time stamp, as archiving does (EN 319 142-1, 5.4)."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    certificate = x509.Certificate.load(der(authority.issue("Dấu thời gian", key)))
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call] # pyHanko leaves it untyped
    service = DummyTimeStamper(certificate, _loaded(key), certs_to_embed=store)
    out = PdfTimeStamper(service, field_name="Stamp").timestamp_pdf(IncrementalPdfFileWriter(BytesIO(blob)), "sha256")
    return bytes(out.getvalue())


def _loaded(key: Key) -> keys.PrivateKeyInfo:
    return keys.PrivateKeyInfo.load(
        key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
