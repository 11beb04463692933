from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from reformdesk.errors import Mendable
from reformdesk.exchange import keys
from tests.exchange import samples

LONG_NAME = "Ban Quản lý Khu kinh tế và các khu công nghiệp, khu chế xuất tỉnh"


def made(holder: str = "Sở Tư pháp", passphrase: str = samples.PASSPHRASE) -> bytes:
    return keys.create(holder, "so-tu-phap", passphrase, samples.MADE, rounds=samples.FEW_ROUNDS)


def certificate_of(key: keys.SigningKey) -> x509.Certificate:
    return x509.load_der_x509_certificate(key.certificate)


def test_certificate_says_whose_it_is_and_for_how_long() -> None:
    certificate = certificate_of(keys.unlock(made(), samples.PASSPHRASE))
    subject = certificate.subject
    assert [name.value for name in subject.get_attributes_for_oid(NameOID.COMMON_NAME)] == ["Sở Tư pháp"]
    assert [name.value for name in subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)] == ["so-tu-phap"]
    assert isinstance(certificate.public_key(), ec.EllipticCurvePublicKey)
    assert certificate.not_valid_before_utc <= samples.MADE
    assert certificate.not_valid_after_utc.year == 9999
    certificate.verify_directly_issued_by(certificate)


def test_a_name_longer_than_a_certificate_holds_is_cut_between_letters() -> None:
    subject = certificate_of(keys.unlock(made(LONG_NAME), samples.PASSPHRASE)).subject
    name = str(subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)
    assert LONG_NAME.startswith(name)
    assert len(name) > 40


@pytest.mark.parametrize("passphrase", ["mật khẩu", "a", "😀 emoji", "dài " * 60])
def test_passphrase_is_the_same_in_nfc_and_nfd(passphrase: str) -> None:
    blob = made(passphrase=unicodedata.normalize("NFD", passphrase))
    assert keys.unlock(blob, unicodedata.normalize("NFC", passphrase)) == keys.unlock(blob, passphrase)


@pytest.mark.parametrize("wrong", ["", "Mật khẩu của tôi", samples.PASSPHRASE + " "])
def test_wrong_passphrase_can_be_mended(wrong: str) -> None:
    with pytest.raises(Mendable) as caught:
        keys.unlock(made(), wrong)
    assert caught.value.code == "wrong-passphrase"


@pytest.mark.parametrize("damage", [b"", b"\xff" * 200, made()[:-1]], ids=["empty", "junk", "cut"])
def test_damaged_key_file_is_told_from_a_wrong_passphrase(damage: bytes) -> None:
    with pytest.raises(Mendable) as caught:
        keys.unlock(damage, samples.PASSPHRASE)
    assert caught.value.code == "key-damaged"


def test_empty_passphrase_makes_no_key() -> None:
    with pytest.raises(Mendable) as caught:
        made(passphrase="")
    assert caught.value.code == "passphrase-empty"


def test_a_key_does_not_show_itself() -> None:
    key = samples.key()
    assert repr(key) == f"SigningKey({key.fingerprint})"


def test_key_file_is_strongly_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "key.p12"
    path.write_bytes(keys.create("Sở Y tế", "so-y-te", "demo", samples.MADE))
    told = subprocess.run(
        ["openssl", "pkcs12", "-info", "-noout", "-in", str(path), "-passin", "pass:demo"],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    assert "AES-256-CBC, Iteration 600000, PRF hmacWithSHA256" in told
    assert "3DES" not in told


def test_matching_code_reads_the_fingerprints_first_120_bits() -> None:
    assert keys.matching_code("00" * 32) == "0000 0000 0000 0000 0000 0000"
    assert keys.matching_code("ff" * 32) == "ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ"
    # 00001 00010 00011 00100 ... in base 2 is 1 2 3 4 ... in Crockford's base 32
    first = "".join(f"{number:05b}" for number in range(1, 25))
    assert keys.matching_code(f"{int(first, 2):030x}" + "0" * 34) == "1234 5678 9ABC DEFG HJKM NPQR"


def test_matching_code_has_no_letter_that_sounds_like_a_digit() -> None:
    code = keys.matching_code(samples.key().fingerprint)
    assert not set(code) & set("ILOU")
