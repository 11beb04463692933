"""Evidence (tài liệu kiểm chứng): files that an agency puts beside an indicator, to go out with its submission."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath

from reformdesk.core import entry
from reformdesk.core.changes import Changes
from reformdesk.core.entry import EVIDENCE, Place, Step
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import nfc, slug
from reformdesk.errors import Mendable

KINDS: Mapping[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".pptx": (b"PK\x03\x04",),
    ".doc": (b"\xd0\xcf\x11\xe0",),
    ".xls": (b"\xd0\xcf\x11\xe0",),
}
"""What may be put there, by the name's ending, and how such a file begins."""

MOST_BYTES = 20 * 1024 * 1024
"""Of all evidence of one submission together, where the round sets no other limit."""

_MOST_FILES = 100
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Enclosure:
    """One file of evidence; ``title`` is its name as the agency knows it, ``size`` in bytes."""

    indicator: str
    sha256: str
    title: str
    size: int

    @property
    def file_name(self) -> str:
        """Return its ASCII name in a container: one of its own for each indicator and content."""
        path = PurePath(self.title)
        place = sha256(f"{self.indicator} {self.sha256}".encode()).hexdigest()[:12]
        return f"{place}-{slug(path.stem)[:_LONGEST_NAME]}{path.suffix.lower()}"


def enclosures(workspace: Workspace, round_id: str) -> tuple[Enclosure, ...]:
    """Return a round's evidence by indicator, each in the order of its title."""
    found = [
        Enclosure(name, digest, *_facts(content))
        for (name, digest), content in entry.entries(workspace, round_id, EVIDENCE).items()
    ]
    return tuple(sorted(found, key=lambda one: (one.indicator, one.title, one.sha256)))


def content_of(workspace: Workspace, digest: str) -> bytes:
    """Return a file of evidence by its SHA-256; ``KeyError`` where it is not kept."""
    found = workspace.rows("SELECT content FROM contents WHERE sha256 = :sha256", {"sha256": digest})
    if not found:
        raise KeyError(digest)
    return bytes(found[0]["content"])


def enclose(
    workspace: Workspace, round_: Round, indicator: str, title: str, content: bytes, now: datetime
) -> Enclosure:
    """Put a file beside an indicator. Raises ``Mendable``: ``not-owed``, ``evidence-kind``, ``evidence-empty``,
    ``evidence-too-large`` (with what is left, in MB), ``evidence-too-many``.
    """
    if indicator not in round_.owed(workspace.owner):
        raise Mendable("not-owed", indicator=indicator)
    made = described(indicator, title, content)
    with workspace.atomic():
        write_enclosure(workspace, Step(workspace, entry.TYPED, now), round_, made, content)
    return made


def described(indicator: str, title: str, content: bytes) -> Enclosure:
    """Return a file as it would stand beside an indicator.

    Raises ``Mendable``: ``evidence-kind``, ``evidence-empty``.
    """
    name = nfc(PurePath(title).name).strip()
    if not content:
        raise Mendable("evidence-empty", file=name)
    if not content.startswith(KINDS.get(PurePath(name).suffix.lower(), (b"\0no such file",))):
        raise Mendable("evidence-kind", file=name)
    return Enclosure(indicator, sha256(content).hexdigest(), name, len(content))


def write_enclosure(workspace: Workspace, step: Step, round_: Round, made: Enclosure, content: bytes) -> None:
    """Put a described file beside its indicator as a part of a step that is under way; raises as :func:`enclose`."""
    require_room(enclosures(workspace, round_.id), made, round_.evidence_limit or MOST_BYTES)
    put_back(workspace, step, round_.id, made, content)


def put_back(workspace: Workspace, step: Step, round_id: str, made: Enclosure, content: bytes) -> None:
    """Write a file of evidence that was looked at before as a part of a step that is under way."""
    workspace.db.table("contents").insert({"sha256": made.sha256, "content": content}, ignore=True)
    wire = json.dumps({"size": made.size, "title": made.title}, ensure_ascii=False, sort_keys=True)
    step.write(Place(round_id, made.indicator, EVIDENCE + made.sha256), wire)


def take_out(workspace: Workspace, round_: Round, enclosure: Enclosure, now: datetime) -> Changes:
    """Take a file away from an indicator; undo brings it back, so that its content is kept."""
    with workspace.atomic():
        step = Step(workspace, entry.TYPED, now)
        step.write(Place(round_.id, enclosure.indicator, EVIDENCE + enclosure.sha256), "")
    return Changes.ANSWERS if step.wrote else Changes.NOTHING


def title_of(wire: str) -> str:
    """Return the title that an entry's content says."""
    return _facts(wire)[0]


def require_room(standing: tuple[Enclosure, ...], new: Enclosure, most: int) -> None:
    """Require that a file fits beside others, ``most`` bytes in all.

    Raises ``Mendable``: ``evidence-too-large``, ``evidence-too-many``.
    """
    sizes = {one.sha256: one.size for one in standing}
    if len(sizes | {new.sha256: 0}) > _MOST_FILES:
        raise Mendable("evidence-too-many", most=_MOST_FILES)
    left = most - sum(size for digest, size in sizes.items() if digest != new.sha256)
    if new.size > left:
        raise Mendable("evidence-too-large", file=new.title, left=max(0, left) // (1024 * 1024))


def _facts(content: str) -> tuple[str, int]:
    wire = json.loads(content)
    return str(wire["title"]), int(wire["size"])
