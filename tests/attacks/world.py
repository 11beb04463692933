"""What the fuzzer starts from: the same keys, workspaces and sealed files, byte for byte, on every machine."""

from __future__ import annotations

import json
import shutil
from base64 import b64encode
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from reformdesk.core import replies, store
from reformdesk.core.store import Office
from reformdesk.exchange import asice, cades, keychange
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.verification import verify
from tests.attacks import der, signatures
from tests.attacks.der import Node
from tests.attacks.signatures import ATTRIBUTES
from tests.attacks.stage import DATA, EVIDENCE, MANIFEST, SIGNATURE
from tests.core.builders import NOW
from tests.core.desks import Desks, pin

MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")


def fixed_key(number: int, name: str) -> SigningKey:
    """Return a key that is always the same."""
    return signatures.certified(ec.derive_private_key(number, ec.SECP256R1()), number, name)


class Sealer:
    """Seals with one key; equal content gives equal bytes, unlike the program's own signatures (RFC 6979)."""

    def __init__(self, key: SigningKey, now: datetime) -> None:
        self.key = key
        self._template = der.parse(cades.sign(b"", key, now))

    def tree(self, manifest: bytes) -> Node:
        """Return the signature over a manifest, to be changed."""
        made = deepcopy(self._template)
        for attribute in made.at(*ATTRIBUTES).inner:
            if attribute.inner[0].content == MESSAGE_DIGEST:
                attribute.inner[1].inner[0].content = sha256(manifest).digest()
        return signatures.sign_again(made, self.key)

    def files(self, name: str, data: bytes, evidence: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the files of a sound container."""
        parts = {name: data, **{asice.ATTACHMENTS + one: content for one, content in evidence.items()}}
        manifest = asice._manifest(parts, SIGNATURE)
        signed = {MANIFEST: manifest, SIGNATURE: self.tree(manifest).dump()}
        return {"mimetype": asice.MIME_TYPE, **parts, **signed}

    def second(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the files with a second signature by this key."""
        covered = {name: one for name, one in files.items() if name != "mimetype" and not name.startswith("META-INF")}
        manifest = asice._manifest(covered, asice.SIGNATURE.format(2))
        return {**files, asice.MANIFEST.format(2): manifest, asice.SIGNATURE.format(2): self.tree(manifest).dump()}


@dataclass(frozen=True)
class World:
    """``office`` is Home Affairs' workspace with revision 1 counted, ``desk`` the agency's that sent it and one more.

    The documents are valid JSON for them.
    """

    office: Path
    desk: Path
    agency: Sealer
    head: Sealer
    stranger: Sealer
    home_affairs: Sealer
    documents: Mapping[str, Mapping[str, Any]]
    digests: tuple[str, ...]

    @property
    def sealers(self) -> tuple[Sealer, ...]:
        """Everyone who has a key."""
        return self.agency, self.head, self.stranger, self.home_affairs

    @cached_property
    def seeds(self) -> tuple[dict[str, bytes], ...]:
        """Sound containers of every kind, as files."""
        plain = self.files(DATA, self.documents[DATA])
        return (
            plain,
            self.files(DATA, self.documents["with-evidence"], EVIDENCE),
            self.head.second(plain),
            self.files(DATA, self.documents["handed-over"], sealer=self.stranger),
            self.files("round.json", self.documents["round.json"], sealer=self.home_affairs),
            self.files("reply.json", self.documents["reply.json"], sealer=self.home_affairs),
        )

    def files(
        self,
        name: str,
        document: object,
        evidence: Mapping[str, bytes] | None = None,
        sealer: Sealer | None = None,
    ) -> dict[str, bytes]:
        """Seal a document, valid or not."""
        data = document if isinstance(document, bytes) else as_json(document).encode("utf-8", "surrogatepass")
        return (sealer or self.agency).files(name, data, evidence or {})


def as_json(document: object) -> str:
    """Write JSON as this program does, whatever it says."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def make(folder: Path) -> World:
    """Play the beginning of a round in ``folder`` and keep what fuzzing needs."""
    agency, head, stranger, office = (
        fixed_key(number, name)
        for number, name in enumerate(("Đơn vị B", "Giám đốc B", "Kẻ khác", "Sở Nội vụ"), start=1001)
    )
    for name in ("office", "agency"):
        (folder / name / "keys").mkdir(parents=True)
    path = folder / "office" / "office.rdesk"
    with (
        store.create(path, Office.HOME_AFFAIRS, "a", NOW) as own,
        store.create(folder / "agency" / "b.rdesk", Office.AGENCY, "b", NOW) as desk,
    ):
        desks = Desks(folder, own, desk, office, agency)
        desks.take_round(desks.open_round())
        desks.type(m="40", n="2", o="3")
        first = desks.finish()
        desks.take(first)
        pin(desks, agency.fingerprint)
        desks.type("Tăng do sáp nhập", m="41")
        second = desks.finish()
        reply = replies.write(own, desks.round.id, ("b",), office, desks.tick())
        data = {DATA: second.content, "round.json": desks.round_blob(), "reply.json": reply}
        documents = {name: json.loads(verify(blob).data) for name, blob in data.items()}
    shutil.copy2(path, folder / "pristine.rdesk")
    shutil.copy2(folder / "agency" / "b.rdesk", folder / "pristine-agency.rdesk")
    statement = Sealer(agency, NOW).tree(keychange._claim("b", stranger.fingerprint)).dump()
    documents["handed-over"] = documents[DATA] | {"key_changes": [b64encode(statement).decode()]}
    documents["with-evidence"] = documents[DATA] | {"attachments": [listed(name, EVIDENCE[name]) for name in EVIDENCE]}
    digests = (first.digest, second.digest, documents[DATA]["round"]["digest"], "0" * 64)
    return World(
        office=folder / "pristine.rdesk",
        desk=folder / "pristine-agency.rdesk",
        agency=Sealer(agency, NOW),
        head=Sealer(head, NOW),
        stranger=Sealer(stranger, NOW),
        home_affairs=Sealer(office, NOW),
        documents=documents,
        digests=digests,
    )


def listed(name: str, content: bytes) -> dict[str, Any]:
    """Return how a submission lists a piece of evidence."""
    return {"name": name, "sha256": sha256(content).hexdigest(), "size": len(content), "title": "Quyết định"}
