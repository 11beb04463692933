"""Signatures that other programs make, here ``openssl cms``: what is sound is accepted, and what is not says why."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from reformdesk.errors import Refused
from reformdesk.exchange import cades

CONTENT = b"<asic:ASiCManifest/>\n"
KEYS = {
    "p256": "ec -pkeyopt ec_paramgen_curve:P-256",
    "p384": "ec -pkeyopt ec_paramgen_curve:P-384",
    "rsa": "rsa:2048",
    "short": "rsa:1024",
}
CADES = "-cades -md sha256"

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not on this machine")


def openssl(line: str, folder: Path) -> None:
    subprocess.run(["openssl", *line.split()], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a key of each kind and the content."""
    made = tmp_path_factory.mktemp("foreign")
    (made / "content").write_bytes(CONTENT)
    for name, kind in KEYS.items():
        how = f"req -x509 -newkey {kind} -nodes -sha256 -days 3650 -subj /CN=so-tu-phap"
        openssl(f"{how} -keyout {name}.key -out {name}.pem", made)
    return made


def signed(folder: Path, key: str, options: str = CADES) -> bytes:
    how = f"cms -sign -binary -signer {key}.pem -inkey {key}.key {options}"
    openssl(f"{how} -in content -outform DER -out signature", folder)
    return (folder / "signature").read_bytes()


@pytest.mark.parametrize(
    ("key", "options"),
    [
        ("p256", CADES),
        ("p256", f"{CADES} -nosmimecap"),
        ("p384", CADES),
        # by PKCS #1 v1.5, as openssl signs with RSA unless it is told otherwise
        ("rsa", CADES),
        ("rsa", f"{CADES} -keyopt rsa_padding_mode:pss"),
    ],
)
def test_a_sound_signature_is_accepted_and_covers_its_content(folder: Path, key: str, options: str) -> None:
    signature = signed(folder, key, options)
    assert cades.verify(CONTENT, signature).name == "so-tu-phap"
    with pytest.raises(Refused, match="signature-mismatch"):
        cades.verify(CONTENT + b" ", signature)


@pytest.mark.parametrize(
    ("key", "options", "code", "detail"),
    [
        ("p256", "-md sha256", "signature-invalid", "attributes"),
        ("p256", "-cades -md sha512", "signature-weak", "sha512"),
        ("p256", f"{CADES} -keyid", "signature-invalid", "signers"),
        ("p256", f"{CADES} -certfile rsa.pem", "signature-invalid", "additions"),
        ("p256", f"{CADES} -nodetach", "signature-invalid", "not detached"),
        ("p256", f"{CADES} -nocerts", "signature-invalid", None),
        ("short", CADES, "signature-weak", "1024"),
    ],
)
def test_what_the_page_for_integrators_rules_out_is_refused(
    folder: Path, key: str, options: str, code: str, detail: str | None
) -> None:
    with pytest.raises(Refused, match=code) as problem:
        cades.verify(CONTENT, signed(folder, key, options))
    assert detail is None or problem.value.params["detail"] == detail


def test_no_bit_of_an_rsa_signature_can_be_changed(folder: Path) -> None:
    signature = signed(folder, "rsa")
    for place in range(len(signature)):
        changed = bytearray(signature)
        changed[place] ^= 1
        with pytest.raises(Refused):
            cades.verify(CONTENT, bytes(changed))
