from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from reformdesk.errors import Refused
from reformdesk.exchange import asice, unpacked
from reformdesk.exchange.archive import Limits
from reformdesk.exchange.payload import Document
from reformdesk.exchange.verification import begins_like_ours, countersign, seal, verify
from tests.exchange import samples

EVIDENCE = {"quyet-dinh.pdf": samples.EVIDENCE}
MANIFEST, SIGNATURE = asice.MANIFEST.format(1), asice.SIGNATURE.format(1)

FROZEN = sorted((Path(__file__).parent.parent / "data" / "frozen").glob("*/*.rd[rs]*"))


def sealed(document: Document | None = None) -> bytes:
    if document is None:
        return seal(samples.with_evidence(samples.submission()), EVIDENCE, samples.key(), samples.NOW)
    return seal(document, {}, samples.key(), samples.NOW)


def extracted(blob: bytes, folder: Path) -> dict[str, bytes]:
    """Unpack as any program would, and read back what lies there."""
    with ZipFile(BytesIO(blob)) as archive:
        archive.extractall(folder)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def refusal(files: dict[str, bytes], limits: Limits = asice.DEFAULT_LIMITS) -> Refused:
    with pytest.raises(Refused) as caught:
        unpacked.pack(files, limits)
    return caught.value


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    return extracted(sealed(), tmp_path / "unpacked")


@pytest.mark.parametrize("document", [samples.round_(), samples.reply(), samples.submission()])
def test_what_was_unpacked_is_the_same_file_again(document: Document, tmp_path: Path) -> None:
    blob = sealed(document)
    whole = unpacked.pack(extracted(blob, tmp_path))
    assert verify(whole) == verify(blob)
    assert whole == blob


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_files_of_every_released_format_come_back(path: Path, tmp_path: Path) -> None:
    before, after = verify(path.read_bytes()), verify(unpacked.pack(extracted(path.read_bytes(), tmp_path)))
    assert (after.digest, after.signers) == (before.digest, before.signers)


def test_evidence_and_a_second_signature_come_back(tmp_path: Path) -> None:
    blob = countersign(sealed(), samples.key("Giám đốc"), samples.NOW)
    whole = unpacked.pack(extracted(blob, tmp_path))
    assert whole == blob
    assert [signer.name for signer in verify(whole).signers] == ["Sở Tư pháp", "Giám đốc"]
    assert verify(whole).attachments == EVIDENCE


def test_it_begins_as_a_container_does(files: dict[str, bytes]) -> None:
    assert begins_like_ours(unpacked.pack(dict(reversed(files.items()))))


@pytest.mark.parametrize(
    "clutter",
    ["desktop.ini", "Thumbs.db", ".DS_Store", "META-INF/.DS_Store", "._round.json", "__MACOSX/._mimetype",
     "attachments/Thumbs.db", "submission.json:Zone.Identifier"],
)  # fmt: skip
def test_what_the_system_left_is_dropped(clutter: str, files: dict[str, bytes]) -> None:
    assert unpacked.pack({**files, clutter: b"[.ShellClassInfo]"}) == unpacked.pack(files)


@pytest.mark.parametrize("around", ["so-tu-phap-r1/", "so-tu-phap-r1/so-tu-phap-r1/", "so-tu-phap-r1\\", "./"])
def test_a_folder_around_it_all_is_taken_off(around: str, files: dict[str, bytes]) -> None:
    wrapped = {around + name: content for name, content in files.items()}
    assert unpacked.pack(wrapped) == unpacked.pack(files)
    assert unpacked.pack({**wrapped, "desktop.ini": b""}) == unpacked.pack(files)


def test_names_whose_case_a_usb_stick_changed_are_mended(files: dict[str, bytes]) -> None:
    changed = {name if name.startswith("attachments") else name.upper(): content for name, content in files.items()}
    assert "META-INF/SIGNATURE001.P7S" in changed
    assert unpacked.pack(changed) == unpacked.pack(files)
    lower = {name.lower(): content for name, content in files.items()}
    assert unpacked.pack(lower) == unpacked.pack(files)


def test_backslashes_are_slashes(files: dict[str, bytes]) -> None:
    assert unpacked.pack({name.replace("/", "\\"): files[name] for name in files}) == unpacked.pack(files)


def test_a_lost_mimetype_is_put_back_and_a_foreign_one_refused(files: dict[str, bytes]) -> None:
    whole = unpacked.pack(files)
    del files["mimetype"]
    assert unpacked.pack(files) == whole
    assert refusal({**files, "mimetype": b"application/epub+zip"}).code == "not-ours"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("submission.json", "manifest-mismatch"),
        ("attachments/quyet-dinh.pdf", "manifest-mismatch"),
        (MANIFEST, "signature-mismatch"),
        (SIGNATURE, "signature-invalid"),
    ],
)
def test_a_changed_byte_is_refused_as_in_a_file(name: str, code: str, files: dict[str, bytes]) -> None:
    content = bytearray(files[name])
    if name == MANIFEST:
        content[-1:] = b" "
    else:
        content[-2] ^= 1
    with pytest.raises(Refused) as caught:
        verify(unpacked.pack({**files, name: bytes(content)}))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("submission.json", "not-ours"),
        (MANIFEST, "not-signed"),
        (SIGNATURE, "not-signed"),
        ("attachments/quyet-dinh.pdf", "manifest-mismatch"),
    ],
)
def test_a_lost_file_is_refused(name: str, code: str, files: dict[str, bytes]) -> None:
    del files[name]
    assert refusal(files).code == code


@pytest.mark.parametrize(
    "stranger",
    [
        "notes.txt",
        "META-INF/evil.xml",
        "attachments/deep/x.pdf",
        "../mimetype",
        "META-INF/../round.json",
        "round.json",
        "attachments/quyết-định.pdf",
        "attachments/con.pdf",
        "attachments/" + "a" * 200,
        "SUBMISSION.json",
    ],
)
def test_a_stranger_among_the_files_is_refused(stranger: str, files: dict[str, bytes]) -> None:
    assert refusal({**files, stranger: b"x"}).code == "strange-entry"


def test_a_folder_of_other_things_is_not_ours() -> None:
    assert refusal({}).code == "not-ours"
    assert refusal({"photo.jpg": b"\xff\xd8", "notes/plan.docx": b"PK"}).code == "not-ours"


def test_limits_hold_before_anything_is_packed(files: dict[str, bytes]) -> None:
    size = max(len(content) for content in files.values())
    total = sum(len(content) for content in files.values())
    unpacked.pack(files, Limits(entries=len(files), entry_bytes=size, total_bytes=total))
    for limits in (Limits(entries=len(files) - 1), Limits(entry_bytes=size - 1), Limits(total_bytes=total - 1)):
        assert refusal(files, limits).code == "too-large"
    assert refusal(files, Limits(data_bytes=10)).code == "too-large"


@pytest.mark.parametrize("limits", [Limits(entries=4), Limits(entry_bytes=100), Limits(total_bytes=100)])
def test_nothing_is_packed_that_is_too_large(
    limits: Limits, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> bytes:
        raise AssertionError("packed")

    monkeypatch.setattr("reformdesk.exchange.archive.pack", never)
    assert refusal(files, limits).code == "too-large"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("META-INF\\SIGNATURE002.P7S", "META-INF/signature002.p7s"),
        ("./Round.json", "round.json"),
        ("Attachments/Scan.pdf", "attachments/Scan.pdf"),
        ("attachments/deep/scan.pdf", None),
        ("attachments/Thumbs.db", None),
        ("attachments/", None),
        ("attachments", None),
        ("META-INF", None),
        ("META-INF/signature003.p7s", None),
        ("letter.docx", None),
    ],
)
def test_names_are_those_of_a_container_or_none(name: str, written: str | None) -> None:
    assert unpacked.as_written(name) == written
