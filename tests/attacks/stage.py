"""Where attacks are performed: an agency's and Home Affairs' real workspaces, and real sealed files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from reformdesk.core import intake, merged
from reformdesk.core.intake import Verdict
from reformdesk.errors import Refused
from reformdesk.exchange import asice, cades
from reformdesk.exchange.documents import canonical
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import Verified, seal, verify
from tests.attacks.table import Attack, Must
from tests.attacks.zips import parts_of, repack
from tests.core.desks import Desks, at_work, key, pin

DATA, MANIFEST, SIGNATURE = "submission.json", asice.MANIFEST.format(1), asice.SIGNATURE.format(1)
EVIDENCE = {"quyet-dinh.pdf": b"%PDF-1.4 a scanned decision"}


@dataclass
class Stage:
    """Both desks; the office has counted revision 1, and revision 2 is on its way."""

    desks: Desks
    first: bytes
    second: bytes

    @cached_property
    def original(self) -> Verified:
        """What revision 2 says."""
        return verify(self.second)

    @property
    def document(self) -> SubmissionDocument:
        """Revision 2's document."""
        document = self.original.document
        assert isinstance(document, SubmissionDocument)
        return document

    @property
    def files(self) -> dict[str, bytes]:
        """Revision 2's files in their order."""
        return parts_of(self.second)

    @property
    def agency_key(self) -> SigningKey:
        """The agency's compared key."""
        return self.desks.agency_key

    @cached_property
    def with_evidence(self) -> bytes:
        """Revision 2 with a paper attached."""
        return self.evidenced(EVIDENCE)

    @cached_property
    def noise(self) -> bytes:
        """Bytes that no packing makes smaller."""
        return Random(1).randbytes(64 * 1024)

    def evidenced(self, evidence: Mapping[str, bytes]) -> bytes:
        """Return revision 2 with papers attached and listed."""
        listed = tuple(
            {"name": name, "sha256": sha256(content).hexdigest(), "size": len(content), "title": "Quyết định"}
            for name, content in evidence.items()
        )
        return self.sealed(evidence, attachments=listed)

    def sealed(
        self, evidence: Mapping[str, bytes] | None = None, sealing: SigningKey | None = None, **changes: Any
    ) -> bytes:
        """Return revision 2 changed and sealed again, by the agency's key unless another is given."""
        document = replace(self.document, **changes)
        return seal(document, evidence or {}, sealing or self.agency_key, self.desks.clock)

    def sealed_data(self, data: bytes, name: str = DATA, evidence: Mapping[str, bytes] | None = None) -> bytes:
        """Seal any bytes as a data file with the agency's key, as a hostile program at its desk would."""
        return asice.write(name, data, evidence or {}, self.sign)

    def sealed_json(self, **members: Any) -> bytes:
        """Return revision 2 with other members, valid or not, sealed with the agency's key."""
        return self.sealed_data(canonical(json.loads(self.original.data) | members))

    def sealed_manifest(self, manifest: bytes, files: Mapping[str, bytes] | None = None) -> bytes:
        """Return revision 2 under another manifest, sealed with the agency's key."""
        kept = self.files if files is None else files
        return repack({**kept, MANIFEST: manifest, SIGNATURE: self.sign(manifest)})

    def with_signature(self, signature: bytes) -> bytes:
        """Return revision 2 with other bytes as its signature."""
        return repack({**self.files, SIGNATURE: signature})

    def sign(self, content: bytes) -> bytes:
        """Sign with the agency's key."""
        return cades.sign(content, self.agency_key, self.desks.clock)

    def state(self) -> str:
        """Return the digest of what the office holds."""
        return merged.digest(self.desks.office)


@dataclass
class Trial:
    """One attack performed; asserts what its row says must happen."""

    attack: Attack
    stage: Stage
    tries: int = 0
    codes: set[str] = field(default_factory=set)

    def refused(self, blob: bytes, *codes: str) -> None:
        """The office refuses ``blob`` by one of the row's codes, or of these."""
        assert self.attack.must in {Must.REFUSED, Must.HARMLESS}
        verdict = self._taken(blob)
        assert verdict.state == intake.REJECTED, verdict
        assert set(verdict.reasons) <= set(codes or self.attack.codes), verdict
        self.codes.update(verdict.reasons)

    def harmless(self, blob: bytes, original: Verified | None = None) -> bool:
        """The office refuses ``blob`` or reads what the original says; tells which."""
        original = original or self.stage.original
        self.tries += 1
        try:
            found = verify(blob)
        except Refused:
            return False
        assert (found.data, found.attachments, found.signers) == (
            original.data,
            original.attachments,
            original.signers,
        )
        return True

    def waits(self, desks: Desks, blob: bytes, *reasons: str) -> Verdict:
        """The office keeps ``blob`` waiting for one of the row's reasons, or of these."""
        verdict = self.took(desks, blob)
        assert (self.attack.must, verdict.state) == (Must.WAITS, "waiting"), verdict
        assert set(verdict.reasons) & set(reasons or self.attack.codes), verdict
        assert verdict.digest not in {one.digest for one in desks.received() if one.counts}
        return verdict

    def took(self, desks: Desks, blob: bytes) -> Verdict:
        """Take ``blob`` in at ``desks``, for a test that asserts what became of it."""
        self.tries += 1
        return desks.take_blob(blob)

    def stopped(self, receive: Callable[[], object]) -> None:
        """A desk other than the office's refuses by one of the row's codes."""
        self.tries += 1
        with pytest.raises(Refused) as caught:
            receive()
        assert caught.value.code in self.attack.codes

    def _taken(self, blob: bytes) -> Verdict:
        self.tries += 1
        desks = self.stage.desks
        return intake.take(desks.office, "x.rdsub", blob, "window", desks.clock)


@contextmanager
def set_up(folder: Path, signatures: int = 1) -> Iterator[Stage]:
    """Open both desks with revision 1 counted and revision 2 sealed."""
    with at_work(folder, signatures) as desks:
        head = key("Giám đốc B") if signatures > 1 else None
        desks.type(m="40", n="2", o="3")
        first = desks.finish(approver=head)
        desks.take(first)
        pin(desks, desks.agency_key.fingerprint)
        if head is not None:
            pin(desks, head.fingerprint)
        desks.type(m="41")
        second = desks.finish(approver=head)
        assert desks.counting() == [1]
        yield Stage(desks, first.content, second.content)
