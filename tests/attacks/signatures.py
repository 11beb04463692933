"""CMS signatures taken apart and signed again (RFC 5652), and the arithmetic of P-256 (FIPS 186-5)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from reformdesk.exchange.keys import SigningKey
from tests.attacks import der
from tests.attacks.der import Node

# where things stand in a signature as this program writes it
SIGNED_DATA = (1, 0)
DIGESTS, CONTENT, CERTIFICATES, SIGNERS = ((*SIGNED_DATA, place) for place in (1, 2, 3, 4))
SIGNER = (*SIGNERS, 0)
SIGNER_ID, DIGEST, ATTRIBUTES, ALGORITHM, VALUE = ((*SIGNER, place) for place in (1, 2, 3, 4, 5))
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_FIELD = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
_BASE = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
Point = tuple[int, int] | None
Private = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | ed448.Ed448PrivateKey


def signed_bytes(signature: Node) -> bytes:
    """Return what the signer signed: the attributes as a SET (RFC 5652, 5.4)."""
    return Node(der.SET, inner=signature.at(*ATTRIBUTES).inner).dump()


def sign_again(signature: Node, key: SigningKey) -> Node:
    """Sign a signature's attributes as they are now; equal attributes give an equal value (RFC 6979)."""
    return sign_bytes(signature, key, signed_bytes(signature))


def sign_bytes(signature: Node, key: SigningKey, content: bytes) -> Node:
    """Put the signature over any bytes in."""
    private = load_der_private_key(key.private_key, None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    signer = signature.at(*SIGNER)
    signer.inner[-1] = Node(der.OCTETS, private.sign(content, ec.ECDSA(hashes.SHA256(), deterministic_signing=True)))
    return signature


def numbers(signature: Node) -> tuple[int, int]:
    """Return an ECDSA signature's r and s."""
    return decode_dss_signature(signature.at(*VALUE).content)


def certified(private: Private, serial: int = 7, name: str = "Đơn vị B") -> SigningKey:
    """Return a key of any kind with a certificate of its own."""
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = datetime(2024, 1, 1, tzinfo=UTC)
    algorithm = hashes.SHA256() if isinstance(private, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) else None
    certificate = (
        x509.CertificateBuilder(subject, subject, private.public_key(), serial)
        .not_valid_before(made)
        .not_valid_after(made + timedelta(days=3650))
        .sign(private, algorithm, ecdsa_deterministic=True if isinstance(private, ec.EllipticCurvePrivateKey) else None)
    )
    return SigningKey(
        private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()), certificate.public_bytes(Encoding.DER)
    )


def recovered_keys(signature: Node) -> list[ec.EllipticCurvePublicKey]:
    """Return the public keys under which a signature holds: the signer's and one that nobody has."""
    r, s = numbers(signature)
    digest = int.from_bytes(sha256(signed_bytes(signature)).digest(), "big")
    root = pow(r**3 - 3 * r + _B, (_FIELD + 1) // 4, _FIELD)
    inverse = pow(r, -1, ORDER)
    found = []
    for y in (root, _FIELD - root):
        point = _add(_times(s * inverse, (r, y)), _times(-digest * inverse, _BASE))
        assert point is not None
        found.append(ec.EllipticCurvePublicNumbers(*point, ec.SECP256R1()).public_key())
    return found


def certificate_for(public: ec.EllipticCurvePublicKey, like: bytes) -> bytes:
    """Return a certificate with the name, number and days of ``like`` for another public key."""
    model = x509.load_der_x509_certificate(like)
    builder = x509.CertificateBuilder(model.issuer, model.subject, public, model.serial_number)
    dated = builder.not_valid_before(model.not_valid_before_utc).not_valid_after(model.not_valid_after_utc)
    return dated.sign(ec.generate_private_key(ec.SECP256R1()), hashes.SHA256()).public_bytes(Encoding.DER)


def _add(one: Point, other: Point) -> Point:
    if one is None or other is None:
        return one or other
    (x, y), (u, v) = one, other
    if x == u and (y + v) % _FIELD == 0:
        return None
    slope = (3 * x * x - 3) * pow(2 * y, -1, _FIELD) if one == other else (v - y) * pow(u - x, -1, _FIELD)
    third = (slope * slope - x - u) % _FIELD
    return third, (slope * (x - third) - y) % _FIELD


def _times(factor: int, point: Point) -> Point:
    total: Point = None
    for bit in f"{factor % ORDER:b}":
        total = _add(total, total)
        total = _add(total, point) if bit == "1" else total
    return total
