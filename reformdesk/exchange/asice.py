"""The ASiC-E container with CAdES (ETSI EN 319 162-1, clause 4.4 and annex A): a ZIP and its manifest.

Strict by design: what this program would not write, it does not read. Limits and names are checked
on the directory before a byte is unpacked.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from reformdesk.errors import Refused
from reformdesk.exchange import archive
from reformdesk.exchange.archive import Entry, Limits

if TYPE_CHECKING:
    from lxml import etree

MIME_TYPE = b"application/vnd.etsi.asic-e+zip"
DATA_NAMES = ("round.json", "submission.json", "reply.json")
ATTACHMENTS = "attachments/"
MANIFEST = "META-INF/ASiCManifest{:03}.xml"
SIGNATURE = "META-INF/signature{:03}.p7s"
DEFAULT_LIMITS = Limits()

_ASIC = "http://uri.etsi.org/02918/v1.2.1#"
_DSIG = "http://www.w3.org/2000/09/xmldsig#"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_PKCS7 = "application/x-pkcs7-signature"
_MOST_SIGNATURES = 2
_META = "META-INF/"
_SIGNATURE_ENDING = ".p7s"
_META_NAMES = frozenset(
    pattern.format(number) for number in range(1, _MOST_SIGNATURES + 1) for pattern in (MANIFEST, SIGNATURE)
)
_SAFE_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?")
# Windows opens a device for these, whatever follows the dot
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_XML_HEAD = re.compile(
    rb"<\?xml version=[\"']1\.0[\"']( encoding=[\"']utf-8[\"'])?( standalone=[\"']\w+[\"'])?\s*\?>", re.IGNORECASE
)


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


def write(data_name: str, data: bytes, attachments: Mapping[str, bytes], sign: Callable[[bytes], bytes]) -> bytes:
    """Return a container with one signature; equal input gives equal bytes but for the signature.

    Raises what :func:`read` raises where nobody could read the result: too large, a name that is
    not allowed.
    """
    parts = {data_name: data, **{ATTACHMENTS + name: attachments[name] for name in sorted(attachments)}}
    manifest = _manifest(parts, SIGNATURE.format(1))
    signed = {MANIFEST.format(1): manifest, SIGNATURE.format(1): sign(manifest)}
    blob = archive.pack({"mimetype": MIME_TYPE, **parts, **signed}, stored="mimetype")
    read(blob)
    return blob


def add_signature(blob: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """Return a container with a second signature over the same files (EN 319 162-1, A.4).

    Raises what :func:`read` raises, and ``Refused('signed-twice')`` where there are two already.
    """
    if len(read(blob).signatures) == _MOST_SIGNATURES:
        raise Refused("signed-twice")
    entries = archive.directory(blob, DEFAULT_LIMITS)
    parts = {entry.name: archive.unpack(blob, entry) for entry in entries}
    covered = {name: content for name, content in parts.items() if name != "mimetype" and not name.startswith(_META)}
    manifest = _manifest(covered, SIGNATURE.format(2))
    signed = archive.pack(
        {**parts, MANIFEST.format(2): manifest, SIGNATURE.format(2): sign(manifest)}, stored="mimetype"
    )
    read(signed)
    return signed


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
            f'<asic:DataObjectReference URI="{escape(name)}">',
            f'<ds:DigestMethod Algorithm="{_SHA256}"/><ds:DigestValue>{digest}</ds:DigestValue>',
            "</asic:DataObjectReference>",
        ]
    lines.append("</asic:ASiCManifest>")
    return ("\n".join(lines) + "\n").encode()


def read(blob: bytes, limits: Limits = DEFAULT_LIMITS) -> Container:
    """Read a container and check every digest; signatures are left to the caller.

    Raises :class:`Refused`: ``damaged-container``, ``too-large``, ``strange-entry``,
    ``not-signed``, ``manifest-mismatch``.
    """
    entries = archive.directory(blob, limits)
    _check_entries(entries, limits)
    return _assemble({entry.name: archive.unpack(blob, entry) for entry in entries})


def _check_entries(entries: tuple[Entry, ...], limits: Limits) -> None:
    """Look at the directory alone: nothing has been unpacked yet."""
    if not entries or entries[0].name != "mimetype" or not entries[0].is_stored:
        raise Refused("strange-entry", name="mimetype")
    for entry in entries:
        if not entry.is_plain or not _is_expected(entry.name):
            raise Refused("strange-entry", name=entry.name)
        if entry.size > _most_bytes(entry.name, limits):
            raise Refused("too-large", detail=entry.name)


def _most_bytes(name: str, limits: Limits) -> int:
    if name.startswith(_META):
        return limits.signature_bytes if name.endswith(_SIGNATURE_ENDING) else limits.meta_bytes
    return limits.data_bytes if name in DATA_NAMES else limits.entry_bytes


def _is_expected(name: str) -> bool:
    if name.startswith(ATTACHMENTS):
        return is_safe_name(name.removeprefix(ATTACHMENTS))
    return name == "mimetype" or name in DATA_NAMES or name in _META_NAMES


def is_safe_name(name: str) -> bool:
    """Whether a file may be called so on every system: plain ASCII, no folder, no device of Windows."""
    return _SAFE_NAME.fullmatch(name) is not None and not _DEVICE.fullmatch(name)


def _assemble(parts: Mapping[str, bytes]) -> Container:
    if parts["mimetype"] != MIME_TYPE:
        raise Refused("strange-entry", name="mimetype")
    data_names = [name for name in DATA_NAMES if name in parts]
    if len(data_names) != 1:
        raise Refused("strange-entry", name=data_names[1] if data_names else DATA_NAMES[0])
    covered = {name: content for name, content in parts.items() if name in data_names or name.startswith(ATTACHMENTS)}
    return Container(
        data_name=data_names[0],
        data=parts[data_names[0]],
        attachments={
            name.removeprefix(ATTACHMENTS): content for name, content in covered.items() if name.startswith(ATTACHMENTS)
        },
        signatures=_signature_parts(parts, covered),
    )


def _signature_parts(parts: Mapping[str, bytes], covered: Mapping[str, bytes]) -> tuple[SignaturePart, ...]:
    """Return the signatures in order; each has its manifest, and there is no second without a first."""
    found = []
    for number in range(1, _MOST_SIGNATURES + 1):
        manifest_name, signature_name = MANIFEST.format(number), SIGNATURE.format(number)
        present = {manifest_name, signature_name} & parts.keys()
        if len(present) == 1 or (number == 1 and not present):
            raise Refused("not-signed")
        if present:
            _check_manifest(parts[manifest_name], manifest_name, signature_name, covered)
            found.append(SignaturePart(manifest_name, parts[manifest_name], parts[signature_name]))
    return tuple(found)


def _check_manifest(manifest: bytes, manifest_name: str, signature_name: str, covered: Mapping[str, bytes]) -> None:
    """Every file must stand in the manifest, with the digest it has (EN 319 162-1, A.4)."""
    listed = _listed(_parse(manifest, manifest_name), manifest_name, signature_name)
    for name in sorted(listed.keys() | covered.keys()):
        if name not in covered or listed.get(name) != sha256(covered[name]).digest():
            raise Refused("manifest-mismatch", name=name)


def _listed(root: etree._Element, manifest_name: str, signature_name: str) -> dict[str, bytes]:
    """Return the digests that a manifest names; an extension or any other element is refused."""
    reference, *items = list(root) or [root]
    if not _is(root, "ASiCManifest") or not _is(reference, "SigReference", "URI", "MimeType") or len(reference):
        raise Refused("manifest-mismatch", name=manifest_name)
    if reference.get("URI") != signature_name:
        raise Refused("manifest-mismatch", name=signature_name)
    listed: dict[str, bytes] = {}
    for item in items:
        name = item.get("URI", "")
        if not _is(item, "DataObjectReference", "URI", "MimeType", "Rootfile") or name in listed:
            raise Refused("manifest-mismatch", name=name or manifest_name)
        listed[name] = _digest(item, name)
    return listed


def _digest(item: etree._Element, name: str) -> bytes:
    """Return the SHA-256 of a reference; another method is refused."""
    if [child.tag for child in item] != [f"{{{_DSIG}}}DigestMethod", f"{{{_DSIG}}}DigestValue"]:
        raise Refused("manifest-mismatch", name=name)
    method, value = item
    foreign = len(method) or method.text or len(value) or value.attrib or set(method.attrib) != {"Algorithm"}
    if foreign or method.get("Algorithm") != _SHA256:
        raise Refused("manifest-mismatch", name=name)
    try:
        return b64decode((value.text or "").strip(), validate=True)
    except ValueError as problem:
        raise Refused("manifest-mismatch", name=name) from problem


def _is(element: etree._Element, tag: str, *attributes: str) -> bool:
    """Whether an element is ``tag`` of the ASiC namespace, with no attributes but these and no text."""
    texts = [element.text, *(child.tail for child in element)]
    return (
        element.tag == f"{{{_ASIC}}}{tag}"
        and {str(name) for name in element.attrib} <= set(attributes)
        and not any(text and text.strip() for text in texts)
    )


def _parse(manifest: bytes, manifest_name: str) -> etree._Element:
    """Parse UTF-8 without entities, DTD, comments, processing instructions or network."""
    from lxml import etree

    head = _XML_HEAD.match(manifest)
    body = manifest[head.end() :] if head else manifest
    # any other declaration could name an encoding that hides from this what it looks for
    if b"<!" in body or b"<?" in body:
        raise Refused("manifest-mismatch", name=manifest_name)
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise Refused("manifest-mismatch", name=manifest_name) from problem
