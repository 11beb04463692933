"""The ASiC-E container with CAdES (ETSI EN 319 162-1, clause 4.4 and annex A): a ZIP and its manifest.

Strict by design: what this program would not write, it does not read. Limits are checked on the
directory before a byte is unpacked.
"""

from __future__ import annotations

import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from reformdesk.errors import Refused

MIME_TYPE = b"application/vnd.etsi.asic-e+zip"
DATA_NAMES = ("round.json", "submission.json", "reply.json")
ATTACHMENTS = "attachments/"
MANIFEST = "META-INF/ASiCManifest{:03}.xml"
SIGNATURE = "META-INF/signature{:03}.p7s"

_ASIC = "http://uri.etsi.org/02918/v1.2.1#"
_DSIG = "http://www.w3.org/2000/09/xmldsig#"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_PKCS7 = "application/x-pkcs7-signature"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_MOST_SIGNATURES = 2


@dataclass(frozen=True)
class Limits:
    """What a container may hold: entries, bytes of one entry and of all, and their ratio to the file."""

    entries: int = 200
    entry_bytes: int = 32 * 1024 * 1024
    total_bytes: int = 64 * 1024 * 1024
    ratio: int = 120
    name_length: int = 120


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class SignaturePart:
    """A manifest and the signature over exactly its bytes."""

    manifest_name: str
    manifest: bytes
    signature: bytes


@dataclass(frozen=True)
class Container:
    """What a container holds; every part but the signatures is covered by each manifest."""

    data_name: str
    data: bytes
    attachments: Mapping[str, bytes]
    signatures: tuple[SignaturePart, ...]


def write(
    data_name: str, data: bytes, attachments: Mapping[str, bytes], sign: Callable[[bytes], bytes]
) -> bytes:
    """Return a container with one signature; equal input gives equal bytes but for the signature."""
    parts = {data_name: data, **{ATTACHMENTS + name: attachments[name] for name in sorted(attachments)}}
    manifest = _manifest(parts, SIGNATURE.format(1))
    parts[MANIFEST.format(1)] = manifest
    parts[SIGNATURE.format(1)] = sign(manifest)
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr(_entry("mimetype", ZIP_STORED), MIME_TYPE)
        for name, content in parts.items():
            archive.writestr(_entry(name, ZIP_DEFLATED), content, compresslevel=9)
    return buffer.getvalue()


def _entry(name: str, compression: int) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = compression
    entry.create_system = 0
    return entry


def _manifest(parts: Mapping[str, bytes], signature_name: str) -> bytes:
    """ASiCManifest (EN 319 162-1, A.4): names each file with its SHA-256."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<asic:ASiCManifest xmlns:asic="{_ASIC}" xmlns:ds="{_DSIG}">',
        f'<asic:SigReference URI="{signature_name}" MimeType="{_PKCS7}"/>',
    ]
    for name, content in parts.items():
        digest = b64encode(sha256(content).digest()).decode()
        lines += [
            f"<asic:DataObjectReference URI={quoteattr(name)}>",
            f'<ds:DigestMethod Algorithm="{_SHA256}"/><ds:DigestValue>{digest}</ds:DigestValue>',
            "</asic:DataObjectReference>",
        ]
    lines.append("</asic:ASiCManifest>")
    return ("\n".join(lines) + "\n").encode()


def read(blob: bytes, limits: Limits = DEFAULT_LIMITS) -> Container:
    """Read a container and check every digest; signatures are left to the caller.

    Raises :class:`Refused`: ``damaged-container``, ``too-large``, ``strange-entry``,
    ``manifest-mismatch``.
    """
    try:
        with ZipFile(BytesIO(blob)) as archive:
            entries = archive.infolist()
            _check_directory(blob, entries, limits)
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as problem:
        raise Refused("damaged-container", detail=type(problem).__name__) from problem
    return _assemble(parts)


def _check_directory(blob: bytes, entries: list[ZipInfo], limits: Limits) -> None:
    """Look at the directory alone: nothing has been unpacked yet."""
    if len(entries) > limits.entries:
        raise Refused("too-large", detail="entries")
    sizes = [entry.file_size for entry in entries]
    if max(sizes, default=0) > limits.entry_bytes or sum(sizes) > limits.total_bytes:
        raise Refused("too-large", detail="bytes")
    if sum(sizes) > limits.ratio * len(blob):
        raise Refused("too-large", detail="ratio")
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        raise Refused("strange-entry", name="mimetype" if names.count("mimetype") > 1 else _twice(names))
    for entry in entries:
        if not _is_plain(entry, limits):
            raise Refused("strange-entry", name=entry.filename[: limits.name_length])
    first = entries[0] if entries else None
    if first is None or first.filename != "mimetype" or first.header_offset != 0:
        raise Refused("strange-entry", name="mimetype")
    if first.compress_type != ZIP_STORED or first.extra:
        raise Refused("strange-entry", name="mimetype")
    _require_contiguous(blob, entries)


def _twice(names: list[str]) -> str:
    return next(name for name in names if names.count(name) > 1)


def _is_plain(entry: ZipInfo, limits: Limits) -> bool:
    """Whether an entry is a file as this program writes it: not encrypted, no link, an expected name."""
    mode = entry.external_attr >> 16
    is_link = (mode & 0o170000) == 0o120000
    return (
        len(entry.filename) <= limits.name_length
        and _is_expected(entry.filename)
        and not entry.flag_bits & 0x1
        and not is_link
        and entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
    )


def _is_expected(name: str) -> bool:
    if name == "mimetype" or name in DATA_NAMES:
        return True
    if name.startswith(ATTACHMENTS):
        return _SAFE_NAME.fullmatch(name.removeprefix(ATTACHMENTS)) is not None
    numbers = range(1, _MOST_SIGNATURES + 1)
    return name in {pattern.format(number) for number in numbers for pattern in (MANIFEST, SIGNATURE)}


def _require_contiguous(blob: bytes, entries: list[ZipInfo]) -> None:
    """Nothing may hide before, between or behind the entries that the directory names."""
    position = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset != position:
            raise Refused("damaged-container", detail="gap")
        header = blob[position : position + 30]
        local_name = blob[position + 30 : position + 30 + int.from_bytes(header[26:28], "little")]
        if header[:4] != b"PK\x03\x04" or local_name != entry.filename.encode():
            raise Refused("damaged-container", detail="header")
        extra = int.from_bytes(header[28:30], "little")
        position += 30 + len(local_name) + extra + entry.compress_size
        if entry.flag_bits & 0x8:
            raise Refused("damaged-container", detail="streamed")
    end = blob.rfind(b"PK\x05\x06")
    if end < position or end + 22 != len(blob) or blob[position : position + 4] != b"PK\x01\x02":
        raise Refused("damaged-container", detail="directory")


def _assemble(parts: dict[str, bytes]) -> Container:
    if parts.get("mimetype") != MIME_TYPE:
        raise Refused("strange-entry", name="mimetype")
    data_names = [name for name in DATA_NAMES if name in parts]
    if len(data_names) != 1:
        raise Refused("strange-entry", name=data_names[1] if data_names else DATA_NAMES[0])
    covered = {
        name: content for name, content in parts.items() if name in data_names or name.startswith(ATTACHMENTS)
    }
    signatures = tuple(_signature_parts(parts, covered))
    if not signatures:
        raise Refused("not-signed")
    return Container(
        data_name=data_names[0],
        data=parts[data_names[0]],
        attachments={
            name.removeprefix(ATTACHMENTS): content
            for name, content in covered.items()
            if name.startswith(ATTACHMENTS)
        },
        signatures=signatures,
    )


def _signature_parts(parts: Mapping[str, bytes], covered: Mapping[str, bytes]) -> list[SignaturePart]:
    found = []
    for number in range(1, _MOST_SIGNATURES + 1):
        manifest_name, signature_name = MANIFEST.format(number), SIGNATURE.format(number)
        if (manifest_name in parts) != (signature_name in parts):
            raise Refused("not-signed")
        if manifest_name in parts:
            _check_manifest(parts[manifest_name], signature_name, covered)
            found.append(SignaturePart(manifest_name, parts[manifest_name], parts[signature_name]))
    return found


def _check_manifest(manifest: bytes, signature_name: str, covered: Mapping[str, bytes]) -> None:
    """Every file must stand in the manifest, with the digest it has (EN 319 162-1, A.4)."""
    root = _parse(manifest)
    reference = root.find(f"{{{_ASIC}}}SigReference")
    if root.tag != f"{{{_ASIC}}}ASiCManifest" or reference is None or reference.get("URI") != signature_name:
        raise Refused("manifest-mismatch", name=signature_name)
    listed: dict[str, bytes] = {}
    for item in root.findall(f"{{{_ASIC}}}DataObjectReference"):
        name = item.get("URI", "")
        method, value = item.find(f"{{{_DSIG}}}DigestMethod"), item.find(f"{{{_DSIG}}}DigestValue")
        if method is None or value is None or method.get("Algorithm") != _SHA256 or name in listed:
            raise Refused("manifest-mismatch", name=name)
        try:
            listed[name] = b64decode(value.text or "", validate=True)
        except ValueError as problem:
            raise Refused("manifest-mismatch", name=name) from problem
    for name in sorted(listed.keys() | covered.keys()):
        if name not in covered or listed.get(name) != sha256(covered[name]).digest():
            raise Refused("manifest-mismatch", name=name)


def _parse(manifest: bytes) -> etree._Element:
    """Parse without entities, DTD or network."""
    if b"<!" in manifest:
        raise Refused("manifest-mismatch", name="DOCTYPE")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(manifest, parser)
    except etree.XMLSyntaxError as problem:
        raise Refused("manifest-mismatch", name="XML") from problem
