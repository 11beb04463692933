"""Signing with a real PKCS#11 token: SoftHSM2, with keys that stay inside it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from asn1crypto import cms
from pkcs11 import TokenFlag

from reformdesk.errors import Mendable
from reformdesk.exchange import archive, asice, tokens
from reformdesk.exchange.tokens import TokenCertificate
from reformdesk.exchange.verification import seal, verify
from tests.exchange.samples import NOW, key, submission
from tests.exchange.softhsm import MODULE, PIN, Authority, make_token, new_key, self_issued, softhsm

pytestmark = pytest.mark.skipif(not MODULE.is_file(), reason="SoftHSM is not on this machine")

HOLDER = "Nguyễn Thị Hòa"
ISSUER = "Cơ quan chứng thực thử nghiệm"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with softhsm(tmp_path / "hsm") as made:
        yield made


@pytest.fixture
def authority() -> Authority:
    return Authority(ISSUER)


def plugged(kind: str, authority: Authority, label: str = "Sở Tư pháp") -> TokenCertificate:
    """Make a token with a certificate of the authority, and find it."""
    made = new_key(kind)
    make_token(label, made, authority.issue(HOLDER, made))
    return next(one for one in tokens.list_certificates(MODULE) if one.token_label == label)


@pytest.mark.parametrize("kind", ["ec", "rsa"])
def test_a_token_signs_what_this_program_and_openssl_accept(
    kind: str, folder: Path, authority: Authority, tmp_path: Path
) -> None:
    choice = plugged(kind, authority)
    assert (choice.name, choice.issuer) == (HOLDER, ISSUER)
    with tokens.open_token(choice, PIN) as token:
        blob = seal(submission(2), {}, token, NOW)
    signer = verify(blob).signers[0]
    assert (signer.name, signer.issuer, signer.fingerprint) == (HOLDER, ISSUER, choice.fingerprint)
    assert_openssl_accepts(blob, 1, authority.pem, tmp_path)
    info = cms.ContentInfo.load(asice.read(blob).signatures[0].signature)["content"]["signer_infos"][0]
    # the law names RSA-PSS, not the older padding
    assert info["signature_algorithm"].signature_algo == {"ec": "ecdsa", "rsa": "rsassa_pss"}[kind]


def test_officer_by_file_and_head_by_token(folder: Path, authority: Authority, tmp_path: Path) -> None:
    choice = plugged("rsa", authority, "Giám đốc")
    with tokens.open_token(choice, PIN) as token:
        blob = seal(submission(2), {}, key(), NOW, token)
    assert [bool(one.issuer) for one in verify(blob).signers] == [False, True]
    assert_openssl_accepts(blob, 2, authority.pem, tmp_path)


def test_two_tokens_at_once(folder: Path, authority: Authority) -> None:
    officer, head = plugged("ec", authority, "Chuyên viên"), plugged("rsa", authority, "Giám đốc")
    with tokens.open_token(officer, PIN) as first, tokens.open_token(head, PIN) as second:
        blob = seal(submission(2), {}, first, NOW, second)
    assert [one.fingerprint for one in verify(blob).signers] == [officer.fingerprint, head.fingerprint]


def test_two_tokens_with_one_label_are_told_apart(folder: Path, authority: Authority) -> None:
    for _ in range(2):
        made = new_key("ec")
        make_token("cùng tên", made, authority.issue(HOLDER, made))
    found = tokens.list_certificates(MODULE)
    assert len({one.token_serial for one in found}) == 2
    for choice in found:
        with tokens.open_token(choice, PIN) as token:
            assert verify(seal(submission(1), {}, token, NOW)).signers[0].fingerprint == choice.fingerprint


def test_a_certificate_that_issued_itself_says_so(folder: Path) -> None:
    made = new_key("ec")
    make_token("tự cấp", made, self_issued(HOLDER, made))
    assert [one.issuer for one in tokens.list_certificates(MODULE)] == [""]


def test_a_wrong_pin_signs_nothing_and_says_that_tries_are_few(folder: Path, authority: Authority) -> None:
    choice = plugged("ec", authority)
    assert tokens.tries_left(choice) == ""
    with pytest.raises(Mendable) as problem, tokens.open_token(choice, "111111"):
        pass
    assert (problem.value.code, problem.value.params) == ("pin-wrong-few", {})
    assert tokens.tries_left(choice) == "few"
    assert "111111" not in repr(problem.value)
    with tokens.open_token(choice, PIN) as token:
        assert PIN not in repr(token)
    assert tokens.tries_left(choice) == ""


@pytest.mark.parametrize(
    ("flags", "left", "code"),
    [
        (TokenFlag.USER_PIN_FINAL_TRY, "last", "pin-wrong-last"),
        (TokenFlag.USER_PIN_LOCKED, "locked", "pin-locked"),
    ],
)
def test_the_last_try_and_a_locked_pin_are_told(
    flags: TokenFlag, left: str, code: str, folder: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SoftHSM never locks: its flags are taken from a token that would."""
    choice = plugged("ec", authority)
    real = tokens._flags
    monkeypatch.setattr(tokens, "_flags", lambda token: real(token) | flags)
    assert tokens.tries_left(choice) == left
    with pytest.raises(Mendable) as problem, tokens.open_token(choice, "111111"):
        pass
    assert problem.value.code == code


def test_a_token_pulled_out_before_signing(folder: Path, authority: Authority) -> None:
    choice = plugged("ec", authority)
    pull_out(folder)
    with pytest.raises(Mendable, match="token-missing"):
        tokens.list_certificates(MODULE)
    with pytest.raises(Mendable, match="token-missing"), tokens.open_token(choice, PIN):
        pass


def test_a_token_pulled_out_between_the_pin_and_the_signature(folder: Path, authority: Authority) -> None:
    choice = plugged("ec", authority)
    with tokens.open_token(choice, PIN) as token:
        pull_out(folder)
        # the library is told by what it does next, as by a card reader
        with pytest.raises(Mendable, match="token-missing"):
            tokens.list_certificates(MODULE)
        with pytest.raises(Mendable, match="token-missing"):
            seal(submission(1), {}, token, NOW)


def test_a_token_pulled_out_while_the_pin_is_typed(folder: Path, authority: Authority) -> None:
    """The library was not asked anew meanwhile, and calls it a general error."""
    choice = plugged("ec", authority)
    pull_out(folder)
    with pytest.raises(Mendable, match="token-missing"), tokens.open_token(choice, PIN):
        pass


def test_a_token_pulled_out_while_another_signs(folder: Path, authority: Authority, tmp_path: Path) -> None:
    officer, head = plugged("ec", authority, "Chuyên viên"), plugged("rsa", authority, "Giám đốc")
    before = {token.name for token in folder.iterdir()}
    assert len(before) == 2
    with tokens.open_token(officer, PIN) as first:
        pull_out(folder)
        with pytest.raises(Mendable, match="token-missing"), tokens.open_token(head, PIN):
            pass
        with pytest.raises(Mendable, match="token-missing"):
            seal(submission(1), {}, first, NOW)


def test_a_token_in_trouble_is_not_said_to_be_missing(
    folder: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = plugged("ec", authority)
    trouble = Mendable("token-trouble", detail="GeneralError")
    monkeypatch.setattr(tokens, "_logged_in", Mock(side_effect=trouble))
    with pytest.raises(Mendable, match="token-trouble"), tokens.open_token(choice, PIN):
        pass


def test_what_the_token_tells_of_its_pin_is_known_before_it_is_typed(folder: Path, authority: Authority) -> None:
    choice = plugged("ec", authority)
    assert choice.tries == ""
    with pytest.raises(Mendable), tokens.open_token(choice, "111111"):
        pass
    (again,) = tokens.list_certificates(MODULE)
    assert (again, again.tries) == (choice, "few")


def test_an_empty_token_has_nothing_to_sign_with(folder: Path) -> None:
    tool = shutil.which("softhsm2-util")
    assert tool is not None
    line = [tool, "--init-token", "--free", "--label", "trống", "--pin", PIN, "--so-pin", PIN]
    subprocess.run(line, check=True, capture_output=True)
    with pytest.raises(Mendable, match="token-empty"):
        tokens.list_certificates(MODULE)


@pytest.mark.parametrize("name", ["missing.so", "text.so"])
def test_what_is_no_pkcs11_library_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "text.so").write_text("no library")
    with pytest.raises(Mendable, match="token-module-missing"):
        tokens.list_certificates(tmp_path / name)


def test_softhsm_is_among_the_known_libraries() -> None:
    assert MODULE in tokens.known_modules()


def pull_out(folder: Path) -> None:
    for token in folder.iterdir():
        shutil.rmtree(token)


def assert_openssl_accepts(blob: bytes, number: int, authority: bytes, folder: Path) -> None:
    """Run the contract's command with the authority's certificate."""
    openssl = shutil.which("openssl")
    assert openssl is not None
    parts = {entry.name: archive.unpack(blob, entry) for entry in archive.directory(blob, asice.DEFAULT_LIMITS)}
    signature, manifest = f"signature{number:03}.p7s", f"ASiCManifest{number:03}.xml"
    for name in (signature, manifest):
        (folder / name).write_bytes(parts[f"META-INF/{name}"])
    (folder / "ca.pem").write_bytes(authority)
    line = f"cms -verify -binary -inform DER -in {signature} -content {manifest} -CAfile ca.pem -purpose any -out x"
    ran = subprocess.run([openssl, *line.split()], cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
