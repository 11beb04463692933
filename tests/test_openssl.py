"""Anyone can check an exchange file without this program, and this program refuses what was changed."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from reformdesk.core import roundbook, store
from reformdesk.core.catalogue import Kind
from reformdesk.core.values import Mark, Number, Value
from reformdesk.exchange.payload import SubmissionDocument, parse_submission
from tests.demo import NEWEST, ROUNDS, Said, copy_of_agency, exchange_files, hand_in_again, submission_files
from tests.installers import REAL_SIZE, office_key, put, seal_of

MANIFEST, SIGNATURE = "META-INF/ASiCManifest001.xml", "META-INF/signature001.p7s"
MIME_TYPE = b"application/vnd.etsi.asic-e+zip"
_ASIC = "{http://uri.etsi.org/02918/v1.2.1#}"
_DSIG = "{http://www.w3.org/2000/09/xmldsig#}"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"

OPENSSL = shutil.which("openssl")
needs_openssl = pytest.mark.skipif(OPENSSL is None, reason="openssl is not on this machine")


def entries(blob: bytes) -> dict[str, bytes]:
    """Return an archive's files in their order, read by Python's own zipfile."""
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Write an archive with right checksums, ``mimetype`` stored, by Python's own zipfile."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, kind)
    return buffer.getvalue()


def manifest_digests(manifest: bytes) -> dict[str, str]:
    """Return the SHA-256 (hex) that a manifest states, by file name."""
    root = ET.fromstring(manifest)
    reference = root.find(f"{_ASIC}SigReference")
    assert reference is not None
    assert reference.get("URI") == SIGNATURE
    found = {}
    for item in root.findall(f"{_ASIC}DataObjectReference"):
        method, value = item.find(f"{_DSIG}DigestMethod"), item.find(f"{_DSIG}DigestValue")
        assert method is not None
        assert value is not None
        assert method.get("Algorithm") == _SHA256
        found[item.get("URI") or ""] = base64.b64decode(value.text or "").hex()
    return found


def openssl(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    assert OPENSSL is not None
    return subprocess.run([OPENSSL, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def unpack(parts: Mapping[str, bytes], folder: Path) -> None:
    (folder / "signature001.p7s").write_bytes(parts[SIGNATURE])
    (folder / "ASiCManifest001.xml").write_bytes(parts[MANIFEST])
    certificate = openssl(
        "pkcs7", "-inform", "DER", "-in", "signature001.p7s", "-print_certs", "-out", "signer.pem", folder=folder
    )
    assert certificate.returncode == 0, certificate.stderr


def cms_verify(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contract's command, word for word."""
    line = (
        "cms -verify -binary -inform DER -in signature001.p7s -content ASiCManifest001.xml "
        "-CAfile signer.pem -purpose any -out checked"
    )
    return openssl(*line.split(), folder=folder)


@needs_openssl
def test_openssl_accepts_every_exchange_file_of_the_demo(demo: Path, tmp_path: Path) -> None:
    files = exchange_files(demo)
    assert len(files) == len(ROUNDS) + 2 * len(list((demo / "submissions").rglob("*.rdsub")))
    for path in files:
        unpack(entries(path.read_bytes()), tmp_path)
        checked = cms_verify(tmp_path)
        assert checked.returncode == 0, (path, checked.stderr)
        assert "successful" in checked.stderr, path


@needs_openssl
def test_openssl_accepts_the_seal_of_an_installer_and_refuses_a_changed_one(demo: Path, tmp_path: Path) -> None:
    """As an exchange file's signature: the setup itself is the content, of whatever size."""
    key = office_key(demo, tmp_path)
    path = put(tmp_path, "1.2.0", key, size=REAL_SIZE)
    seal = seal_of(path).name
    certificate = openssl(
        *("pkcs7", "-inform", "DER", "-in", seal, "-print_certs", "-out", "signer.pem"), folder=tmp_path
    )
    assert certificate.returncode == 0, certificate.stderr
    line = (
        f"cms -verify -binary -inform DER -in {seal} -content {path.name} -CAfile signer.pem -purpose any -out checked"
    )
    checked = openssl(*line.split(), folder=tmp_path)
    assert checked.returncode == 0, checked.stderr
    assert "successful" in checked.stderr
    assert (tmp_path / "checked").read_bytes() == path.read_bytes()
    with path.open("r+b") as file:
        file.seek(REAL_SIZE // 2)
        file.write(b"\xff\xfe")
    assert openssl(*line.split(), folder=tmp_path).returncode != 0


@needs_openssl
def test_openssl_refuses_a_changed_manifest(demo: Path, tmp_path: Path) -> None:
    """The check above would be worth nothing if this passed."""
    parts = entries(submission_files(demo)[0].read_bytes())
    unpack(parts, tmp_path)
    (tmp_path / "ASiCManifest001.xml").write_bytes(parts[MANIFEST] + b" ")
    assert cms_verify(tmp_path).returncode != 0


def test_every_entry_has_the_digest_that_the_manifest_states(demo: Path) -> None:
    for path in exchange_files(demo):
        parts = entries(path.read_bytes())
        stated = manifest_digests(parts[MANIFEST])
        assert stated == {
            name: hashlib.sha256(content).hexdigest()
            for name, content in parts.items()
            if name != "mimetype" and not name.startswith("META-INF/")
        }, path


def test_the_mime_type_comes_first_and_stored(demo: Path) -> None:
    for path in exchange_files(demo):
        blob = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            first = archive.infolist()[0]
            names = archive.namelist()
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        # where `file` and other programs look for it (EN 319 162-1, A.1)
        assert blob[30 : 38 + len(MIME_TYPE)] == b"mimetype" + MIME_TYPE
        data = {".rdround": "round.json", ".rdsub": "submission.json", ".rdreply": "reply.json"}[path.suffix]
        assert names == ["mimetype", data, MANIFEST, SIGNATURE]


def test_verify_finds_every_file_of_the_demo_sound(demo: Path, command: Callable[..., Said]) -> None:
    files = exchange_files(demo)
    said = command("verify", "--json", *files)
    assert said.code == 0
    results = json.loads(said.out)
    assert [result["file"] for result in results] == [str(path) for path in files]
    assert {result["sound"] for result in results} == {True}
    assert {result["kind"] for result in results} == {"round", "submission", "reply"}
    assert {result["round"] for result in results} == set(ROUNDS)


def _flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


@pytest.mark.parametrize("suffix", [".rdround", ".rdsub", ".rdreply"])
@pytest.mark.parametrize("part", ["data", "manifest", "signature", "mimetype"])
def test_one_changed_byte_is_refused(
    part: str, suffix: str, demo: Path, tmp_path: Path, command: Callable[..., Said]
) -> None:
    path = next(path for path in exchange_files(demo) if path.suffix == suffix)
    parts = entries(path.read_bytes())
    data_name = next(name for name in parts if name.endswith(".json"))
    name = {"data": data_name, "manifest": MANIFEST, "signature": SIGNATURE, "mimetype": "mimetype"}[part]
    changed = tmp_path / f"changed{suffix}"
    places = range(0, len(parts[name]), max(1, len(parts[name]) // 40))
    for place in places:
        changed.write_bytes(zipped({**parts, name: _flipped(parts[name], place)}))
        _refused(command("verify", changed), changed)
    changed.write_bytes(zipped(parts))
    assert command("verify", changed).code == 0, "the changed byte alone must be what is refused"


def _refused(said: Said, path: Path) -> None:
    assert said.code == 1
    assert said.err == ""
    (line,) = said.out.splitlines()
    assert line.startswith(f"{path}: NOT sound: ")
    assert "Something went wrong" not in line
    assert "{" not in line


@pytest.mark.parametrize("name", [MANIFEST, SIGNATURE, "submission.json", "mimetype"])
def test_a_missing_part_is_refused(name: str, demo: Path, tmp_path: Path, command: Callable[..., Said]) -> None:
    parts = entries(submission_files(demo)[0].read_bytes())
    less = tmp_path / "less.rdsub"
    less.write_bytes(zipped({kept: content for kept, content in parts.items() if kept != name}))
    _refused(command("verify", less), less)


def test_a_signature_from_another_file_is_refused(demo: Path, tmp_path: Path, command: Callable[..., Said]) -> None:
    one, other = (entries(path.read_bytes()) for path in submission_files(demo)[:2])
    mixed = tmp_path / "mixed.rdsub"
    mixed.write_bytes(zipped({**one, SIGNATURE: other[SIGNATURE]}))
    _refused(command("verify", mixed), mixed)
    mixed.write_bytes(zipped({**one, MANIFEST: other[MANIFEST], SIGNATURE: other[SIGNATURE]}))
    _refused(command("verify", mixed), mixed)


def test_a_file_cut_short_anywhere_is_refused(demo: Path, tmp_path: Path, command: Callable[..., Said]) -> None:
    blob = submission_files(demo)[0].read_bytes()
    short = tmp_path / "short.rdsub"
    for length in range(1, len(blob), max(1, len(blob) // 50)):
        short.write_bytes(blob[:length])
        _refused(command("verify", short), short)


@pytest.mark.parametrize(
    "name", ["nộp.zip", "so-tu-phap-r1.rdsub.zip", "Tài liệu (1).bin", "image.jpg", "rdsub", "a.rdround"]
)
def test_a_file_is_known_by_its_content_under_any_name(
    name: str, demo: Path, office: Path, tmp_path: Path, command: Callable[..., Said]
) -> None:
    sent = submission_files(demo)[0]
    renamed = Path(shutil.copy2(sent, tmp_path / name))
    (result,) = json.loads(command("verify", "--json", renamed).out)
    assert (result["sound"], result["kind"]) == (True, "submission")
    said = command("merge", "--workspace", office, "--json", renamed)
    assert [item["result"] for item in json.loads(said.out)] == ["known"]


def test_a_submission_of_eighty_values_is_small(demo: Path, tmp_path: Path) -> None:
    """The largest share of the sample, every figure given, stays under 16 KiB, and so does one of 80 values."""
    sizes = {path.stem: path.stat().st_size for path in submission_files(demo)}
    assert max(sizes.values()) < 16 * 1024
    sent = max(submission_files(demo), key=lambda path: len(_answers(path.read_bytes())))
    desk = copy_of_agency(demo, sent.stem.removesuffix("-r1"), tmp_path)
    full = hand_in_again(desk, _every_answer(desk))
    answers = _answers(full.content)
    assert not any(line["value"].get("status") for line in answers)
    most = len(full.content) / len(answers) * 80
    assert most < 16 * 1024


def _answers(blob: bytes) -> list[Mapping[str, dict[str, str]]]:
    document = parse_submission(entries(blob)["submission.json"])
    assert isinstance(document, SubmissionDocument)
    return list(document.answers)


def _every_answer(desk: Path) -> dict[str, Value]:
    """Return a long figure for each indicator that the desk owes."""
    with store.open_workspace(desk) as workspace:
        round_ = roundbook.load(workspace, NEWEST)
        kinds = {name: round_.catalogue.indicators[name].kind for name in round_.owed(workspace.owner)}
    long_figures: dict[Kind, Value] = {
        Kind.MARK: Mark(held=True),
        Kind.COUNT: Number(Decimal(123_456_789)),
        Kind.PERCENT: Number(Decimal("88.25")),
        Kind.RATE_OR_BLOCKS: Number(Decimal("88.25")),
    }
    return {name: long_figures[kind] for name, kind in kinds.items()}
