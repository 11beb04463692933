"""The contract's openssl command accepts every kind of file, by key file and by token, with one signature and two."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from reformdesk.exchange import archive, asice, keys, tokens
from reformdesk.exchange.keys import SealingKey
from reformdesk.exchange.payload import Document
from reformdesk.exchange.verification import seal, verify
from tests.exchange.samples import FEW_ROUNDS, NOW, PASSPHRASE, key, reply, round_, submission
from tests.exchange.softhsm import MODULE, PIN, Authority, make_token, new_key, softhsm

OPENSSL = shutil.which("openssl")
KINDS: dict[str, Callable[[], Document]] = {"round": round_, "submission": submission, "reply": reply}
SIGNERS = ("file", "ec", "rsa")
"""A key file, a token with an elliptic key, one with an RSA key."""

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="openssl is not on this machine")
needs_token = pytest.mark.skipif(not MODULE.is_file(), reason="SoftHSM is not on this machine")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority("Cơ quan chứng thực thử nghiệm")


@pytest.fixture(scope="module")
def signers(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[SealingKey]]]:
    """Two keys of each kind: the officer's and the head's."""
    with softhsm(tmp_path_factory.mktemp("hsm")), ExitStack() as opened:
        made: dict[str, list[SealingKey]] = {"file": [key("Sở Tư pháp"), key("Giám đốc Sở Tư pháp")]}
        for kind in SIGNERS[1:]:
            for who in ("Chuyên viên", "Giám đốc"):
                own = new_key(kind)
                make_token(f"{kind} {who}", own, authority.issue(who, own))
        for choice in tokens.list_certificates(MODULE):
            token = opened.enter_context(tokens.open_token(choice, PIN))
            made.setdefault(choice.token_label.split()[0], []).append(token)
        yield made


def check(blob: bytes, folder: Path, issued_by: bytes = b"", on: str = "") -> int:
    """Run the contract's command on each signature and return how many there are.

    ``signer.pem`` is the certificate in the signature, and whoever issued it; ``on`` turns openssl's clock.
    """
    parts = {entry.name: archive.unpack(blob, entry) for entry in archive.directory(blob, asice.DEFAULT_LIMITS)}
    count = sum(name.endswith(".p7s") for name in parts)
    for number in range(1, count + 1):
        signature, manifest = f"signature{number:03}.p7s", f"ASiCManifest{number:03}.xml"
        for name in (signature, manifest):
            (folder / name).write_bytes(parts[f"META-INF/{name}"])
        run(f"pkcs7 -inform DER -in {signature} -print_certs -out signer.pem", folder)
        with (folder / "signer.pem").open("ab") as signer:
            signer.write(issued_by)
        line = f"cms -verify -binary -inform DER -in {signature} -content {manifest}"
        assert "successful" in run(f"{line} -CAfile signer.pem -purpose any -out x{on}", folder)
    return count


def run(line: str, folder: Path) -> str:
    assert OPENSSL is not None
    ran = subprocess.run([OPENSSL, *line.split()], cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stderr


@needs_token
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("first", SIGNERS)
@pytest.mark.parametrize("second", ["", *SIGNERS])
def test_every_kind_of_file_by_every_kind_of_key(
    kind: str,
    first: str,
    second: str,
    signers: dict[str, list[SealingKey]],
    authority: Authority,
    tmp_path: Path,
) -> None:
    head = signers[second][1] if second else None
    blob = seal(KINDS[kind](), {}, signers[first][0], NOW, head)
    assert check(blob, tmp_path, authority.pem) == len(verify(blob).signers) == (2 if second else 1)


@pytest.mark.parametrize("years", [1, 30, 90])
def test_a_receipt_is_good_years_later(years: int, tmp_path: Path) -> None:
    then = round((NOW + timedelta(days=365 * years)).timestamp())
    assert check(seal(reply(), {}, key("Sở Nội vụ"), NOW), tmp_path, on=f" -attime {then}") == 1


@pytest.mark.parametrize("years", [-10, -60, 10, 90])
def test_a_clock_that_is_years_off_when_the_key_is_made_and_used(years: int, tmp_path: Path) -> None:
    """The machine's clock fell back, or ran ahead, and openssl looks at the day on which it checks."""
    then = NOW + timedelta(days=round(365.25 * years))
    own = keys.unlock(keys.create("Sở Tư pháp", "so-tu-phap", PASSPHRASE, then, rounds=FEW_ROUNDS), PASSPHRASE)
    blob = seal(submission(1), {}, own, then)
    assert check(blob, tmp_path) == 1
    assert verify(blob).signers[0].signed_at == then
