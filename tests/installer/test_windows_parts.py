"""The small parts of the build: icons, versions, signatures, genuine sources, digests."""

from __future__ import annotations

import struct
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtGui import QImage

from installer import drawing, icons, listing, packing, signing, stdlib, stubs, version_info
from installer.signing import Signature, read_report

_REPORT = """
Current message digest    : {signed}
Calculated message digest : DEBB

Signer's certificate:
\t------------------
\tSigner #0:
\t\tSubject: /C=US/ST=Oregon/O=Python Software Foundation/CN=Python Software Foundation
"""


@pytest.mark.parametrize("size", [16, 256])
@pytest.mark.parametrize("name", list(icons.drawings()))
def test_an_icon_is_drawn_at_every_size(name: str, size: int) -> None:
    image = QImage.fromData(drawing.draw(icons.drawings()[name], size))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    assert len({image.pixel(x, size // 2) for x in range(size)}) > 3


def test_an_icon_file_names_its_pictures() -> None:
    packed = icons.container({256: b"large", 16: b"small one"})
    assert struct.unpack_from("<HHH", packed) == (0, 1, 2)
    for place, (size, picture) in enumerate([(16, b"small one"), (0, b"large")]):
        width, *_, length, offset = struct.unpack_from("<BBBBHHII", packed, 6 + 16 * place)
        assert (width, packed[offset : offset + length]) == (size, picture)


@pytest.mark.parametrize(("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("1.2.3.4", (1, 2, 3, 4))])
def test_a_version_is_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert version_info.quad(version) == numbers
    text = version_info.resource(version, "ReformDesk.exe", "ReformDesk")
    assert f"filevers={numbers}" in text
    assert f"StringStruct('FileVersion', '{version}')" in text
    compile(text, "version", "eval")


@pytest.mark.parametrize(("signed", "intact"), [("DEBB", True), ("BEEF", False)])
def test_a_signature_is_read_with_whether_it_holds(signed: str, intact: bool) -> None:
    assert read_report(_REPORT.format(signed=signed)) == Signature("Python Software Foundation", intact)


def test_no_signature_is_none() -> None:
    assert read_report("No signature found") is None


def test_the_passphrase_of_the_signing_key_is_no_argument() -> None:
    given = {signing.CERTIFICATE: "key.p12", signing.PASSWORD: "passphrase.txt"}
    assert signing._options(given) == ["-pkcs12", "key.p12", "-h", "sha256", "-readpass", "passphrase.txt"]


def test_nothing_is_signed_without_a_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(signing.CERTIFICATE, raising=False)
    signing.sign_where_asked([Path("not-there.exe")])
    assert signing.finalizer() == ""


def test_a_source_is_genuine_where_the_catalogue_lists_it() -> None:
    windows, unix = b"a = 1\r\nb = 2\r\n", b"a = 1\nb = 2\n"
    catalogue = b"head" + sha256(windows).digest() + b"tail"
    assert stdlib.catalogued(unix, catalogue) == windows
    assert stdlib.catalogued(windows, catalogue) == windows
    assert stdlib.catalogued(b"a = 1\nb = 3\n", catalogue) is None
    assert stdlib.catalogued(b"", catalogue) == b""


def test_a_missing_library_is_made_of_the_names_that_are_asked_for() -> None:
    source = stubs.icu_source(["ucnv_open", "ucnv_close", "ucnv_open"])
    assert source.count("__declspec(dllexport)") == 2
    assert "*status = 4" in source


def test_the_same_folder_gives_the_same_portable_copy(tmp_path: Path) -> None:
    package = tmp_path / "ReformDesk"
    (package / "_internal").mkdir(parents=True)
    (package / "ReformDesk.exe").write_bytes(b"program")
    (package / "_internal" / "a.txt").write_text("a", "utf-8")
    digests = []
    for _ in range(2):
        packing.settle(package)
        packing.write_portable(package, tmp_path / "portable.zip")
        digests.append(sha256((tmp_path / "portable.zip").read_bytes()).hexdigest())
        (package / "ReformDesk.exe").touch()
    assert digests[0] == digests[1]
    with ZipFile(tmp_path / "portable.zip") as archive:
        assert sorted(archive.namelist()) == [
            "ReformDesk/ReformDesk.exe", "ReformDesk/_internal/a.txt", "ReformDesk/files.txt"
        ]  # fmt: skip


def test_the_digests_are_what_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "a.exe").write_bytes(b"a")
    packing.write_sums(tmp_path, ["a.exe"])
    assert (tmp_path / packing.SUMS).read_text("utf-8") == f"{sha256(b'a').hexdigest()}  a.exe\n"


def test_an_image_that_nobody_pinned_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # the program that reads signatures is the build's, not the tests'
    monkeypatch.setattr(signing, "signature_of", lambda _: None)
    package, site = tmp_path / "package", tmp_path / "site"
    for name in ("package/ReformDesk.exe", "package/lib/known.dll", "package/icuuc.dll", "site/known.dll"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.rpartition("/")[2].encode())
    origins = listing.origins_by_digest([site])
    listed = {"files": [listing.entry(path, package, origins) for path in sorted(package.rglob("*.*"))]}
    assert {one["name"]: one["unchanged_from"] for one in listed["files"]} == {
        "ReformDesk.exe": "ReformDesk", "icuuc.dll": "ReformDesk", "lib/known.dll": "site/known.dll"
    }  # fmt: skip
    assert listing.unknown_images(listed, ["ReformDesk.exe"]) == ["icuuc.dll"]
