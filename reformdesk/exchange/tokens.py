"""Tokens (PKCS#11): a key that never leaves its hardware, with a certificate that an authority issued.

What a token signs is a *chữ ký số*. The signing is pyHanko's; here tokens are found, opened with
their PIN, and their complaints are put into codes that a person can act on. A PIN is handed to the
token and kept nowhere.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from asn1crypto import x509

from reformdesk.errors import Mendable
from reformdesk.exchange import cades
from reformdesk.exchange.keys import fingerprint

if TYPE_CHECKING:
    import pkcs11
    from pkcs11._pkcs11 import lib as Library  # noqa: N812 - a class, whatever its case
    from pyhanko.sign.pkcs11 import PKCS11Signer

# the libraries of the tokens that government offices have, by the folders they install to
_WINDOWS_MODULES = (
    "eTPKCS11.dll",  # SafeNet
    "bit4xpki.dll",  # Bit4id
    "bit4ipki.dll",
    "vgcapkcs11.dll",  # Ban Cơ yếu Chính phủ
    "opensc-pkcs11.dll",
)
_WINDOWS_FOLDERS = (
    r"C:\Windows\System32",
    r"C:\Program Files\OpenSC Project\OpenSC\pkcs11",
    r"C:\Program Files\VGCA",
)
_UNIX_MODULES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/libeTPkcs11.so",
    "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so",
)
_GONE = {
    "DeviceError",
    "DeviceRemoved",
    "NoSuchToken",
    "ObjectHandleInvalid",
    "SessionClosed",
    "SessionHandleInvalid",
    "SlotIDInvalid",
    "TokenNotPresent",
    "TokenNotRecognised",
}
_WRONG_PIN = {"PinIncorrect", "PinInvalid", "PinLenRange"}


@dataclass(frozen=True)
class TokenCertificate:
    """A certificate on a token, and where its key lies; ``issuer`` is empty where it issued itself.

    ``tries`` is what the token told of its PIN when it was listed, see :func:`tries_left`.
    """

    module: Path
    token_label: str
    token_serial: bytes
    key_id: bytes
    certificate: bytes
    name: str
    issuer: str
    tries: str = field(default="", compare=False)

    @property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of the certificate."""
        return fingerprint(self.certificate)


@dataclass(frozen=True, repr=False)
class TokenKey:
    """A key in an open token; good until the token is closed."""

    choice: TokenCertificate
    signer: PKCS11Signer

    @property
    def certificate(self) -> bytes:
        """The certificate, DER."""
        return self.choice.certificate

    @property
    def fingerprint(self) -> str:
        """SHA-256 (hex) of the certificate."""
        return self.choice.fingerprint

    def sign_raw(self, content: bytes) -> bytes:
        """Let the token sign. Raises ``Mendable``: ``token-missing``, ``token-trouble``."""
        import asyncio  # noqa: PLC0415 - only a token needs an event loop

        with _told_whether_gone(self.choice), _told():
            return asyncio.run(self.signer.async_sign_raw(content, "sha256"))

    def __repr__(self) -> str:
        return f"TokenKey({self.fingerprint})"


def known_modules() -> tuple[Path, ...]:
    """Return the PKCS#11 libraries of usual tokens that are installed on this machine."""
    if sys.platform == "win32":
        candidates = [Path(folder, name) for folder in _WINDOWS_FOLDERS for name in _WINDOWS_MODULES]
    else:
        candidates = [Path(name) for name in _UNIX_MODULES]
    return tuple(path for path in candidates if path.is_file())


def list_certificates(module: Path) -> tuple[TokenCertificate, ...]:
    """Return what the tokens of a library can sign with; no PIN is needed.

    Raises ``Mendable``: ``token-module-missing``, ``token-missing``, ``token-empty``, ``token-trouble``.
    """
    found: list[TokenCertificate] = []
    library = _library(module)
    with _told():
        # some libraries see a token that was plugged in later only when they begin anew
        library.reinitialize()
        tokens = _tokens(library)
    if not tokens:
        raise Mendable("token-missing")
    for token in tokens:
        found += _certificates_on(module, token)
    if not found:
        raise Mendable("token-empty")
    return tuple(found)


def tries_left(choice: TokenCertificate) -> str:
    """Return what the token tells of its PIN: ``""``, ``few`` after a wrong one, ``last``, or ``locked``."""
    return _tries(_token_of(choice))


@contextmanager
def open_token(choice: TokenCertificate, pin: str) -> Iterator[TokenKey]:
    """Open a token with its PIN and give its key; closes it at the end.

    Raises ``Mendable``: ``token-missing``, ``pin-wrong``, ``pin-wrong-few`` and ``pin-wrong-last`` where
    the token tells how many tries are left, ``pin-locked``, ``token-trouble``, ``token-module-missing``.
    """
    from pyhanko.sign.pkcs11 import PKCS11Signer  # noqa: PLC0415 - loads PKCS#11 only for those who have a token

    with _told_whether_gone(choice):
        token = _token_of(choice)
        if _tries(token) == "locked":
            raise Mendable("pin-locked")
        session = _logged_in(token, pin)
    try:
        mechanisms = {getattr(one, "name", "") for one in token.slot.get_mechanisms()}
        signer = PKCS11Signer(
            session,
            signing_cert=x509.Certificate.load(choice.certificate),
            key_id=choice.key_id,
            prefer_pss="SHA256_RSA_PKCS_PSS" in mechanisms,
            # a token that only signs digests is given the digest
            use_raw_mechanism=_is_elliptic(choice.certificate) and "ECDSA_SHA256" not in mechanisms,
        )
        import asyncio  # noqa: PLC0415 - as above

        with _told():
            # find the key while the token is surely in: a search that is cut off cannot be ended
            asyncio.run(signer.ensure_objects_loaded())  # type: ignore[no-untyped-call] # pyHanko leaves it untyped
        yield TokenKey(choice, signer)
    finally:
        with suppress(Exception):  # a token that was pulled out cannot be closed
            session.close()


@contextmanager
def _told_whether_gone(choice: TokenCertificate) -> Iterator[None]:
    """Tell a token that was pulled out from one in trouble: some libraries report either as a general error."""
    try:
        yield
    except Mendable as problem:
        if problem.code == "token-trouble":
            with _told():
                _library(choice.module).reinitialize()
            _token_of(choice)
        raise


def _logged_in(token: pkcs11.Token, pin: str) -> pkcs11.Session:
    with _told():
        try:
            return token.open(user_pin=pin)
        except RuntimeError as problem:
            if type(problem).__name__ not in _WRONG_PIN:
                raise
            codes = {"few": "pin-wrong-few", "last": "pin-wrong-last", "locked": "pin-locked"}
            code = codes.get(_tries(token), "pin-wrong")
            raise Mendable(code) from problem


@contextmanager
def _told() -> Iterator[None]:
    """Put what a token complains of into a code; the errors of its library are RuntimeErrors."""
    try:
        yield
    except (RuntimeError, OSError) as problem:
        name = type(problem).__name__
        if name in _GONE or isinstance(problem, OSError):
            raise Mendable("token-missing") from problem
        if name == "PinLocked":
            raise Mendable("pin-locked") from problem
        raise Mendable("token-trouble", detail=name) from problem


def _library(module: Path) -> Library:
    import pkcs11  # noqa: PLC0415 - as above

    if not module.is_file():
        raise Mendable("token-module-missing", file=str(module))
    try:
        return pkcs11.lib(os.fspath(module))
    except RuntimeError as problem:
        raise Mendable("token-module-missing", file=str(module)) from problem


def _tokens(library: Library) -> list[pkcs11.Token]:
    """Return the tokens that are in and were given to somebody: an empty slot shows one that was not."""
    from pkcs11 import TokenFlag  # noqa: PLC0415 - as above

    return [token for token in library.get_tokens() if token.flags & TokenFlag.TOKEN_INITIALIZED]


def _token_of(choice: TokenCertificate) -> pkcs11.Token:
    """Find a token again by its label and serial number, in whatever slot it is now."""
    library = _library(choice.module)
    with _told():
        for token in _tokens(library):
            if (token.label, token.serial) == (choice.token_label, choice.token_serial):
                return token
    raise Mendable("token-missing")


def _tries(token: pkcs11.Token) -> str:
    from pkcs11 import TokenFlag  # noqa: PLC0415 - as above

    with _told():
        flags = _flags(token)
    marks = (
        (TokenFlag.USER_PIN_LOCKED, "locked"),
        (TokenFlag.USER_PIN_FINAL_TRY, "last"),
        (TokenFlag.USER_PIN_COUNT_LOW, "few"),
    )
    return next((word for flag, word in marks if flags & flag), "")


def _flags(token: pkcs11.Token) -> pkcs11.TokenFlag:
    """Return a token's flags as they are now: a token object keeps those it was made with."""
    return token.slot.get_token().flags


def _certificates_on(module: Path, token: pkcs11.Token) -> list[TokenCertificate]:
    from pkcs11 import Attribute, ObjectClass  # noqa: PLC0415 - as above

    found = []
    with _told(), token.open() as session:
        objects = list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}))
        pairs = [(bytes(one[Attribute.ID]), bytes(one[Attribute.VALUE])) for one in objects]
    for key_id, certificate in pairs:
        if _can_sign(certificate):
            name, issuer = cades.name_in(certificate), cades.issuer_of(certificate)
            place = (module, token.label, token.serial, key_id)
            found.append(TokenCertificate(*place, certificate, name, issuer, _tries(token)))
    return found


def _can_sign(certificate: bytes) -> bool:
    """Whether a certificate is one person's for signing: not an authority's, and of an algorithm that is taken in."""
    try:
        loaded = x509.Certificate.load(certificate)
        usage = loaded.key_usage_value.native if loaded.key_usage_value is not None else {"digital_signature"}
        strong = loaded.public_key.algorithm in ("ec", "rsa") and not loaded.ca
    except (ValueError, TypeError, KeyError):
        return False
    return strong and bool({"digital_signature", "non_repudiation"} & usage)


def _is_elliptic(certificate: bytes) -> bool:
    return bool(x509.Certificate.load(certificate).public_key.algorithm == "ec")
