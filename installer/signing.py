"""Authenticode: who signed an image, and signing our own where a certificate is given."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

CERTIFICATE = "REFORMDESK_SIGN_PKCS12"
"""Names the file of the key and certificate to sign with (PKCS#12); where it is not set, nothing is signed."""
PASSWORD = "REFORMDESK_SIGN_PASSWORD_FILE"  # noqa: S105 - the name of the variable that names a file
"""Names the file that holds the passphrase of the key."""
TIMESTAMP = "REFORMDESK_SIGN_TIMESTAMP"
"""The address of a time-stamping authority (RFC 3161), where a signature is to outlive its certificate."""
_SUBJECT = re.compile(r"Signer #0:\s+Subject: (?P<subject>.+)")
_ORGANISATION = re.compile(r"(?:^|[/,]\s*)O ?= ?(?P<name>[^/,]+)")
_SIGNED_DIGEST = re.compile(r"^Current message digest\s*: (\w+)", re.MULTILINE)
_REAL_DIGEST = re.compile(r"^Calculated message digest\s*: (\w+)", re.MULTILINE)


@dataclass(frozen=True)
class Signature:
    """Who signed an image, and whether its bytes are still the signed ones."""

    signer: str
    is_intact: bool


def read_report(report: str) -> Signature | None:
    """Return what ``osslsigncode verify`` found, or None where there is no signature."""
    subject = _SUBJECT.search(report)
    if subject is None:
        return None
    organisation = _ORGANISATION.search(subject["subject"])
    signed, real = _SIGNED_DIGEST.search(report), _REAL_DIGEST.search(report)
    # a catalogue carries no digest of its own: what it signs is itself
    intact = signed is None or (real is not None and signed[1] == real[1])
    return Signature(organisation["name"].strip() if organisation else subject["subject"].strip(), intact)


def signature_of(path: Path) -> Signature | None:
    """Return who signed an image; whether this machine trusts the signer's authority is another question."""
    done = subprocess.run(["osslsigncode", "verify", "-in", path], capture_output=True, text=True, check=False)
    return read_report(done.stdout)


def require_maker(path: Path, makers: Collection[str]) -> None:
    """Stop the build where an image is not as one of its makers signed it."""
    found = signature_of(path)
    if found is None or not found.is_intact or found.signer not in makers:
        raise SystemExit(f"installer: {path.name} is not as its makers signed it: {found}")


def sign_where_asked(paths: Iterable[Path]) -> None:
    """Sign images in place with the certificate that the environment names, if it names one."""
    if os.environ.get(CERTIFICATE):
        for path in paths:
            sign(path, os.environ)


def sign(path: Path, environment: Mapping[str, str]) -> None:
    """Sign an image in place with what the environment names."""
    signed = path.with_name(f"{path.name}.signed")
    done = subprocess.run(
        ["osslsigncode", "sign", *_options(environment), "-n", "ReformDesk", "-in", path, "-out", signed],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        signed.unlink(missing_ok=True)
        raise SystemExit(f"installer: {path.name} could not be signed\n{done.stdout[-1000:]}{done.stderr[-1000:]}")
    signed.replace(path)


def _options(environment: Mapping[str, str]) -> list[str]:
    """Return what osslsigncode is told of the key; the passphrase itself is never an argument."""
    options = ["-pkcs12", environment[CERTIFICATE], "-h", "sha256"]
    if environment.get(PASSWORD):
        options += ["-readpass", environment[PASSWORD]]
    if environment.get(TIMESTAMP):
        options += ["-ts", environment[TIMESTAMP]]
    return options


def finalizer() -> str:
    """Return the command by which NSIS has the uninstaller signed; nothing where nothing is signed."""
    return f"{sys.executable} -m installer.signing" if os.environ.get(CERTIFICATE) else ""


if __name__ == "__main__":
    sign_where_asked(map(Path, sys.argv[1:]))
