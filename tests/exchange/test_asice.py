from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from struct import pack_into
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from reformdesk.errors import Refused
from reformdesk.exchange import archive, asice
from reformdesk.exchange.archive import Limits

DATA = b'{"format":"reformdesk-reply/1"}\n'
FILES = {"reply.json": DATA, "attachments/a.pdf": b"%PDF-1.4"}
MANIFEST, SIGNATURE = asice.MANIFEST.format(1), asice.SIGNATURE.format(1)


def blob(attachments: Mapping[str, bytes] | None = None) -> bytes:
    return asice.write(
        "reply.json", DATA, attachments or {"a.pdf": b"%PDF-1.4"}, lambda manifest: b"by " + manifest[:9]
    )


def parts() -> dict[str, bytes]:
    made = blob()
    return {entry.name: archive.unpack(made, entry) for entry in archive.directory(made, Limits())}


def packed(changed: Mapping[str, bytes], stored: str = "mimetype") -> bytes:
    return archive.pack(changed, stored=stored)


def refusal(changed: Mapping[str, bytes], limits: Limits = asice.DEFAULT_LIMITS) -> Refused:
    with pytest.raises(Refused) as caught:
        asice.read(packed(changed), limits)
    return caught.value


def manifest_refusal(manifest: bytes) -> Refused:
    return refusal({**parts(), MANIFEST: manifest})


def second() -> dict[str, bytes]:
    manifest = parts()[MANIFEST].replace(b"signature001", b"signature002")
    return {asice.MANIFEST.format(2): manifest, asice.SIGNATURE.format(2): b"by the head"}


def test_container_comes_back() -> None:
    container = asice.read(blob())
    assert (container.data_name, container.data, container.attachments) == ("reply.json", DATA, {"a.pdf": b"%PDF-1.4"})
    assert [part.manifest_name for part in container.signatures] == [MANIFEST]
    assert container.signatures[0].signature == b"by " + container.signatures[0].manifest[:9]


def test_first_bytes_tell_the_type() -> None:
    """EN 319 162-1, A.1: the type can be read at a fixed place of the file."""
    assert blob()[30:69] == b"mimetypeapplication/vnd.etsi.asic-e+zip"


def test_entries_stand_in_their_order() -> None:
    assert list(parts()) == ["mimetype", "reply.json", "attachments/a.pdf", MANIFEST, SIGNATURE]


def test_manifest_names_every_file_with_its_digest() -> None:
    manifest = parts()[MANIFEST].decode()
    listed = dict(re.findall(r'<asic:DataObjectReference URI="([^"]+)">\s.*<ds:DigestValue>([^<]+)<', manifest))
    assert listed == {name: b64encode(sha256(content).digest()).decode() for name, content in FILES.items()}
    assert 'xmlns:asic="http://uri.etsi.org/02918/v1.2.1#"' in manifest
    assert f'<asic:SigReference URI="{SIGNATURE}" MimeType="application/x-pkcs7-signature"/>' in manifest


def test_another_programs_way_of_writing_the_same_manifest_is_read() -> None:
    value = b64encode(sha256(DATA).digest())
    manifest = (
        b"<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<ASiCManifest "
        b"xmlns='http://uri.etsi.org/02918/v1.2.1#' xmlns:d='http://www.w3.org/2000/09/xmldsig#'>\n  "
        b"<SigReference URI='META-INF/signature001.p7s'/><DataObjectReference MimeType='application/json' "
        b"URI='reply.json'>\n <d:DigestMethod Algorithm='http://www.w3.org/2001/04/xmlenc#sha256'/>\n "
        b"<d:DigestValue>\n" + value + b"\n</d:DigestValue></DataObjectReference></ASiCManifest>"
    )
    changed = {name: content for name, content in parts().items() if not name.startswith("attachments/")}
    assert asice.read(packed({**changed, MANIFEST: manifest})).data == DATA


def test_second_signature_is_read() -> None:
    container = asice.read(packed(parts() | second()))
    assert [part.signature for part in container.signatures][1] == b"by the head"


@pytest.mark.parametrize("name", ["reply.json", "attachments/a.pdf"])
def test_changed_content_is_named(name: str) -> None:
    problem = refusal({**parts(), name: b"other"})
    assert (problem.code, problem.params) == ("manifest-mismatch", {"name": name})


def test_every_file_must_be_covered_by_each_manifest() -> None:
    assert refusal(parts() | {"attachments/b.pdf": b"x"}).params == {"name": "attachments/b.pdf"}
    lacking = {name: content for name, content in parts().items() if name != "attachments/a.pdf"}
    assert refusal(lacking).params == {"name": "attachments/a.pdf"}
    short = re.sub(
        rb'<asic:DataObjectReference URI="attachments.*?</asic:DataObjectReference>', b"", parts()[MANIFEST], flags=re.S
    )
    pair = second() | {asice.MANIFEST.format(2): short.replace(b"signature001", b"signature002")}
    assert refusal(parts() | pair).params == {"name": "attachments/a.pdf"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"2001/04/xmlenc#sha256", b"2000/09/xmldsig#sha1"),
        (b"signature001.p7s", b"signature002.p7s"),
        (b'URI="reply.json"', b'URI="reply.json" Extra="1"'),
        (b"</asic:ASiCManifest>", b"<asic:ASiCManifestExtensions/></asic:ASiCManifest>"),
        (b"</asic:ASiCManifest>", b"text</asic:ASiCManifest>"),
        (b"<ds:DigestValue>", b"<ds:DigestValue>!"),
        (b"02918/v1.2.1#", b"02918/v1.1.1#"),
        (b"<asic:SigReference", b"<asic:Other/><asic:SigReference"),
        (b"</asic:ASiCManifest>", b""),
        (b"</asic:ASiCManifest>", b"<!-- note --></asic:ASiCManifest>"),
        (b"</asic:ASiCManifest>", b"<?note?></asic:ASiCManifest>"),
        (b'encoding="UTF-8"', b'encoding="UTF-7"'),
    ],
)
def test_manifest_is_read_strictly(old: bytes, new: bytes) -> None:
    manifest = parts()[MANIFEST]
    assert old in manifest
    assert manifest_refusal(manifest.replace(old, new)).code == "manifest-mismatch"


def test_manifest_without_entities_or_doctype() -> None:
    head, body = parts()[MANIFEST].split(b"\n", 1)
    doctype = b'<!DOCTYPE x [<!ENTITY a "reply.json">]>'
    assert (
        manifest_refusal(head + doctype + body.replace(b'URI="reply.json"', b'URI="&a;"')).code == "manifest-mismatch"
    )
    hidden = (head + doctype + body).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert manifest_refusal(hidden).code == "manifest-mismatch"
    assert manifest_refusal(b"").code == "manifest-mismatch"


def test_a_file_listed_twice_is_refused() -> None:
    twice = re.sub(
        rb"(<asic:DataObjectReference.*?</asic:DataObjectReference>)", rb"\1\1", parts()[MANIFEST], count=1, flags=re.S
    )
    assert manifest_refusal(twice).params == {"name": "reply.json"}


@pytest.mark.parametrize("lacking", [{MANIFEST}, {SIGNATURE}, {MANIFEST, SIGNATURE}])
def test_unsigned(lacking: set[str]) -> None:
    assert refusal({name: content for name, content in parts().items() if name not in lacking}).code == "not-signed"


def test_second_signature_without_a_first() -> None:
    rest = {name: content for name, content in parts().items() if name not in {MANIFEST, SIGNATURE}}
    assert refusal(rest | second()).code == "not-signed"


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "attachments/../evil",
        "/etc/passwd",
        "C:evil",
        "attachments\\evil",
        "attachments/",
        "attachments/sub/a.pdf",
        "attachments/.hidden",
        "attachments/trailing.",
        "attachments/a b.pdf",
        "attachments/CON",
        "attachments/nul.pdf",
        "META-INF/ASiCManifest003.xml",
        "META-INF/manifest.xml",
        "readme.txt",
        "attachments/A.PDF",
    ],
)
def test_names_that_do_not_belong(name: str) -> None:
    assert refusal(parts() | {name: b"x"}).code == "strange-entry"


def test_exactly_one_data_file() -> None:
    assert refusal(parts() | {"round.json": b"{}"}).code == "strange-entry"
    assert refusal({name: content for name, content in parts().items() if name != "reply.json"}).code == "strange-entry"


def test_mimetype_is_first_stored_and_right() -> None:
    mimetype, *rest = parts().items()
    assert refusal(dict([*rest, mimetype])).params == {"name": "mimetype"}
    assert refusal(parts() | {"mimetype": b"application/zip"}).params == {"name": "mimetype"}


def test_mimetype_is_not_compressed() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as made:
        for name, content in parts().items():
            made.writestr(name, content)
    with pytest.raises(Refused) as caught:
        asice.read(buffer.getvalue())
    assert caught.value.params == {"name": "mimetype"}


def test_a_link_among_the_attachments_is_refused() -> None:
    changed = bytearray(blob())
    mode = changed.rindex(b"attachments/a.pdf") - 46 + 38
    pack_into("<L", changed, mode, 0o120777 << 16)
    with pytest.raises(Refused) as caught:
        asice.read(bytes(changed))
    assert caught.value.params == {"name": "attachments/a.pdf"}


def test_what_is_parsed_has_narrower_limits() -> None:
    assert refusal(parts(), Limits(data_bytes=10)).params == {"detail": "reply.json"}
    assert refusal(parts(), Limits(meta_bytes=10)).params == {"detail": MANIFEST}


@pytest.mark.parametrize(
    ("attachments", "code"),
    [({"../x": b""}, "strange-entry"), ({"a": b"", "A": b""}, "strange-entry"), ({"a": bytes(33 << 20)}, "too-large")],
)
def test_nothing_is_written_that_could_not_be_read(attachments: dict[str, bytes], code: str) -> None:
    with pytest.raises(Refused) as caught:
        blob(attachments)
    assert caught.value.code == code
