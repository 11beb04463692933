"""An exchange file that was saved as ``.zip`` and then unpacked, made whole again. No disk, no clock.

Windows opens a ZIP as a folder and offers to "extract all"; what is left then is a folder with
``mimetype``, ``round.json`` and ``META-INF``. The seal covers the files and not the ZIP around them
(EN 319 162-1, A.4), so that the container can be put together anew and still verifies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reformdesk.errors import Refused
from reformdesk.exchange import archive, asice
from reformdesk.exchange.archive import Limits

META_FOLDER = "META-INF"
ATTACHMENTS_FOLDER = asice.ATTACHMENTS.rstrip("/")
DATA_NAMES = frozenset(asice.DATA_NAMES)

_MIMETYPE = "mimetype"
_FIXED_NAMES = (
    _MIMETYPE,
    *asice.DATA_NAMES,
    *(pattern.format(number) for number in (1, 2) for pattern in (asice.MANIFEST, asice.SIGNATURE)),
)
"""The names of a container but for its attachments, in the order in which this program writes them."""
_AS_WRITTEN = {name.casefold(): name for name in _FIXED_NAMES}
_CLUTTER = re.compile(r"desktop\.ini|thumbs\.db|ehthumbs\.db|\.ds_store|\._.*|.*:zone\.identifier", re.IGNORECASE)
_CLUTTER_FOLDERS = frozenset({"__macosx", "@eadir"})
_OWN_FOLDERS = frozenset({META_FOLDER.casefold(), ATTACHMENTS_FOLDER})
_DEEPEST_WRAPPING = 3


def is_clutter(name: str) -> bool:
    """Whether a file is one that Windows, macOS or a file server leaves in every folder, and nobody sent."""
    *folders, last = _plain(name).split("/")
    return _CLUTTER.fullmatch(last) is not None or any(folder.casefold() in _CLUTTER_FOLDERS for folder in folders)


def as_written(name: str) -> str | None:
    """Return the name that a file of the folder has in a container; ``None`` where no container has it.

    Case is mended, since a USB stick's file system may have changed it: the manifest and the seal
    say afterwards whether the file is the one that it is taken for.
    """
    plain = _plain(name)
    folder, slash, last = plain.partition("/")
    if slash and folder.casefold() == ATTACHMENTS_FOLDER:
        return asice.ATTACHMENTS + last if last and "/" not in last and not is_clutter(last) else None
    return _AS_WRITTEN.get(plain.casefold())


def pack(folder_files: Mapping[str, bytes], limits: Limits = asice.DEFAULT_LIMITS) -> bytes:
    """Return the container that was unpacked into a folder's files, named relative to the folder.

    Names may have either slash; what the system left there is dropped, and so are folders around
    the one that holds it all. A lost ``mimetype``, whose content is always the same, is put back.
    What this program sealed comes back byte for byte, where the same zlib packs it.

    Raises :class:`Refused`: ``not-ours``, ``too-large``, and what :func:`asice.read` raises of the
    result; the signatures are left to :func:`reformdesk.exchange.verification.verify`.
    """
    parts = _renamed(_unwrapped({_plain(name): folder_files[name] for name in folder_files if not is_clutter(name)}))
    _check_sizes(parts, limits)
    if parts.setdefault(_MIMETYPE, asice.MIME_TYPE) != asice.MIME_TYPE:
        raise Refused("not-ours")
    blob = archive.pack({name: parts[name] for name in sorted(parts, key=_place)}, stored=_MIMETYPE)
    asice.read(blob, limits)
    return blob


def _plain(name: str) -> str:
    return name.replace("\\", "/").removeprefix("./")


def _unwrapped(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Drop the folders that hold nothing but the folder of the container."""
    for _ in range(_DEEPEST_WRAPPING):
        tops = {name.partition("/")[0] for name in files if "/" in name}
        own = any(top.casefold() in _OWN_FOLDERS for top in tops)
        if own or len(tops) != 1 or any("/" not in name for name in files):
            break
        files = {name.partition("/")[2]: content for name, content in files.items()}
    return files


def _renamed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files under the names that a container has; a stranger among them is refused, not dropped."""
    named = [(name, as_written(name)) for name in files]
    if not DATA_NAMES & {own for _, own in named}:
        raise Refused("not-ours")
    parts: dict[str, bytes] = {}
    for name, own in named:
        if own is None or own in parts or not own.isascii():
            raise Refused("strange-entry", name=name[:120])
        parts[own] = files[name]
    return parts


def _check_sizes(parts: Mapping[str, bytes], limits: Limits) -> None:
    """Nothing is packed before it is known to be small enough to be read again."""
    if len(parts) > limits.entries:
        raise Refused("too-large", detail="entries")
    for name, content in parts.items():
        if len(name) > limits.name_length:
            raise Refused("strange-entry", name=name[: limits.name_length])
        if len(content) > limits.entry_bytes:
            raise Refused("too-large", detail=name)
    if sum(map(len, parts.values())) > limits.total_bytes:
        raise Refused("too-large", detail="bytes")


def _place(name: str) -> tuple[int, str]:
    """Attachments stand, sorted, between the data and the signatures, as :func:`asice.write` puts them."""
    last_data = _FIXED_NAMES.index(asice.DATA_NAMES[-1])
    return (_FIXED_NAMES.index(name), "") if name in _FIXED_NAMES else (last_data, name)
