"""Keys: P-256 with a self-signed certificate, kept in a PKCS#12 file under a passphrase.

ECDSA over P-256 with SHA-256 is what the law on digital signatures names and what ``openssl``
checks everywhere. A key of the program's own making gives a seal (niêm phong), not a chữ ký số.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from reformdesk.errors import Mendable

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.serialization import KeySerializationEncryption

KDF_ROUNDS = 600_000
"""PBKDF2 rounds for a key file, as OWASP advises for HMAC-SHA-256."""

_VALID_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_VALID_UNTIL = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""No end that is known beforehand (RFC 5280, 4.1.2.5): a key ends when it is revoked."""

_MOST_NAME_BYTES = 64
CODE_GROUPS = 6
CODE_GROUP_LENGTH = 4
_CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class SealingKey(Protocol):
    """A key that can seal: one from a key file, or one that never leaves its token."""

    @property
    def certificate(self) -> bytes:
        """Its certificate, DER."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of the certificate."""


@dataclass(frozen=True)
class SigningKey:
    """An unlocked key with its certificate; both DER, the key as unencrypted PKCS#8."""

    private_key: bytes
    certificate: bytes

    @property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of the certificate."""
        return fingerprint(self.certificate)

    def __repr__(self) -> str:
        return f"SigningKey({self.fingerprint})"


def create(holder: str, agency_id: str, passphrase: str, made_at: datetime, *, rounds: int = KDF_ROUNDS) -> bytes:
    """Return a new key with its certificate as PKCS#12 under ``passphrase``.

    The certificate names the holder (CN) and the agency's id (OU). Its validity says nothing: were it
    reckoned from ``made_at``, what an old machine with a wrong clock seals would not pass ``openssl``,
    and neither would a receipt years later.

    ``rounds`` is the cost of guessing the passphrase; only tests and the demo lower it. Raises
    ``Mendable('passphrase-empty')``.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import pkcs12
    from cryptography.x509.oid import NameOID

    secret = _secret(passphrase)
    if not secret:
        raise Mendable("passphrase-empty")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, _fitting(holder)),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, _fitting(agency_id)),
        ]
    )
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(min(made_at, _VALID_FROM))
        .not_valid_after(_VALID_UNTIL)
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(agency_id.encode(), key, certificate, None, _under(secret, rounds))


def _under(secret: bytes, rounds: int) -> KeySerializationEncryption:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

    return (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(secret)
    )


def change_passphrase(blob: bytes, old: str, new: str, *, rounds: int = KDF_ROUNDS) -> bytes:
    """Return the same key and certificate under another passphrase.

    What is returned was opened with the new passphrase and holds the same key. Raises ``Mendable``:
    ``wrong-passphrase``, ``key-damaged``, ``passphrase-empty``, ``passphrase-same``.
    """
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import pkcs12

    held = unlock(blob, old)
    secret = _secret(new)
    if not secret:
        raise Mendable("passphrase-empty")
    if secret == _secret(old):
        raise Mendable("passphrase-same")
    inside = pkcs12.load_pkcs12(blob, _secret(old))
    if inside.cert is None or not isinstance(inside.key, ec.EllipticCurvePrivateKey):
        raise Mendable("key-damaged")
    name, certificate = inside.cert.friendly_name, inside.cert.certificate
    changed = pkcs12.serialize_key_and_certificates(name, inside.key, certificate, None, _under(secret, rounds))
    if unlock(changed, new) != held:
        raise Mendable("key-damaged")
    return changed


def unlock(blob: bytes, passphrase: str) -> SigningKey:
    """Open a key file. Raises ``Mendable``: ``wrong-passphrase``, ``key-damaged``."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12

    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(blob, _secret(passphrase))
    except ValueError as problem:
        # the library tells a wrong passphrase and a mangled file apart only by its words
        code = "wrong-passphrase" if "password" in str(problem).lower() else "key-damaged"
        raise Mendable(code) from problem
    if not isinstance(key, ec.EllipticCurvePrivateKey) or certificate is None:
        raise Mendable("key-damaged")
    return SigningKey(
        key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        certificate.public_bytes(Encoding.DER),
    )


def _fitting(text: str) -> str:
    """Cut a name to what a certificate may hold, between two letters.

    X.520 allows 64 characters, the library 64 bytes: about fifty Vietnamese letters.
    """
    return unicodedata.normalize("NFC", text).encode()[:_MOST_NAME_BYTES].decode(errors="ignore").strip()


def fingerprint(certificate: bytes) -> str:
    """Return the SHA-256 (hex) of a DER certificate."""
    return sha256(certificate).hexdigest()


def matching_code(fingerprint_hex: str) -> str:
    """Return a fingerprint as six groups of four letters that two people compare by telephone.

    The letters are Crockford's base 32 (no I, L, O, U). Twenty-four of them are 120 bits: finding
    a second certificate with the same code is out of reach.
    """
    bits = int(fingerprint_hex, 16) >> (256 - 5 * CODE_GROUPS * CODE_GROUP_LENGTH)
    letters = ""
    for _ in range(CODE_GROUPS * CODE_GROUP_LENGTH):
        bits, index = divmod(bits, 32)
        letters = _CODE_LETTERS[index] + letters
    return " ".join(letters[start : start + CODE_GROUP_LENGTH] for start in range(0, len(letters), CODE_GROUP_LENGTH))


def _secret(passphrase: str) -> bytes:
    """The passphrase's bytes: NFC, so that every keyboard gives the same."""
    return unicodedata.normalize("NFC", passphrase).encode(errors="replace")
