"""Real tokens for tests: SoftHSM2 with keys made inside it and certificates of a small authority."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pkcs11
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from pkcs11.constants import Attribute, ObjectClass

MODULE = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN, SO_PIN = "246810", "135791113"
_MADE = datetime(2024, 1, 1, tzinfo=UTC)

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@contextmanager
def softhsm(folder: Path) -> Iterator[Path]:
    """Let SoftHSM keep its tokens in a folder; gives that of the tokens."""
    tokens = folder / "tokens"
    tokens.mkdir(parents=True)
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(settings)
    try:
        yield tokens
    finally:
        pkcs11.unload(str(MODULE))
        if before is None:
            del os.environ["SOFTHSM2_CONF"]
        else:
            os.environ["SOFTHSM2_CONF"] = before


class Authority:
    """A test authority that issues certificates."""

    def __init__(self, name: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.certificate = _certificate(self.name, self.name, self.key.public_key(), self.key, authority=True)

    def issue(self, holder: str, key: Key) -> x509.Certificate:
        """Issue a certificate for signing."""
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, holder)])
        return _certificate(subject, self.name, key.public_key(), self.key, authority=False)

    @property
    def pem(self) -> bytes:
        """The authority's own certificate."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def self_issued(holder: str, key: Key) -> x509.Certificate:
    """Return a certificate that vouches for itself."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, holder)])
    return _certificate(subject, subject, key.public_key(), key, authority=False)


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    public: ec.EllipticCurvePublicKey | rsa.RSAPublicKey,
    signing: Key,
    *,
    authority: bool,
) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(public)
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(_MADE)
    builder = builder.not_valid_after(_MADE + timedelta(days=3650)).add_extension(usage, critical=True)
    builder = builder.add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    return builder.sign(signing, hashes.SHA256())


def new_key(kind: str) -> Key:
    """Make a key to put on a token: ``ec`` or ``rsa``."""
    if kind == "ec":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def make_token(label: str, key: Key, certificate: x509.Certificate, key_id: bytes = b"\x01") -> None:
    """Make a token with a key and its certificate."""
    tool = shutil.which("softhsm2-util")
    assert tool is not None
    subprocess.run(
        [tool, "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", SO_PIN],
        check=True,
        capture_output=True,
    )
    library = pkcs11.lib(str(MODULE))
    library.reinitialize()
    token = next(one for one in library.get_tokens() if one.label == label and not _has_key(one))
    with token.open(rw=True, user_pin=PIN) as session:
        _put_key(session, key, key_id)
        session.create_object(
            {
                Attribute.CLASS: ObjectClass.CERTIFICATE,
                Attribute.CERTIFICATE_TYPE: pkcs11.constants.CertificateType.X_509,
                Attribute.TOKEN: True,
                Attribute.LABEL: label,
                Attribute.ID: key_id,
                Attribute.SUBJECT: certificate.subject.public_bytes(),
                Attribute.VALUE: certificate.public_bytes(serialization.Encoding.DER),
            }
        )


def _has_key(token: pkcs11.Token) -> bool:
    with token.open() as session:
        return bool(list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})))


def _put_key(session: pkcs11.Session, key: Key, key_id: bytes) -> None:
    der = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    if isinstance(key, rsa.RSAPrivateKey):
        from pkcs11.util.rsa import decode_rsa_private_key  # noqa: PLC0415 - one of two readers is needed

        attributes = decode_rsa_private_key(der)
    else:
        from pkcs11.util.ec import decode_ec_private_key  # noqa: PLC0415 - likewise

        attributes = decode_ec_private_key(der)
    marks = {
        Attribute.TOKEN: True,
        Attribute.PRIVATE: True,
        Attribute.SENSITIVE: True,
        Attribute.SIGN: True,
        Attribute.ID: key_id,
    }
    session.create_object({**attributes, **marks})
