"""Home Affairs and one agency at their desks, passing real files to each other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from reformdesk.core import decisions, entry, filing, inbox, intake, merged, replies, roundbook, store, submission
from reformdesk.core.intake import Verdict
from reformdesk.core.merged import Received
from reformdesk.core.rounds import Round
from reformdesk.core.store import Office, Workspace
from reformdesk.core.submission import Submission
from reformdesk.exchange import keys
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import ReplyDocument
from reformdesk.exchange.verification import seal, verify
from tests.core import builders
from tests.core.builders import NOW

PASSPHRASE = "mat khau"
FEW = 1000
"""Rounds of the key derivation; many only make a test slow."""


@dataclass
class Desks:
    """Two open workspaces with their keys; ``clock`` moves on a minute with each file."""

    folder: Path
    office: Workspace
    agency: Workspace
    office_key: SigningKey
    agency_key: SigningKey
    clock: datetime = NOW

    def tick(self) -> datetime:
        """Return the next minute."""
        self.clock += timedelta(minutes=1)
        return self.clock

    def open_round(
        self,
        round_id: str = "2024-h1",
        signatures: int = 1,
        key: SigningKey | None = None,
        *,
        details: bool = False,
        rated: bool = False,
    ) -> bytes:
        """Open a round at Home Affairs and return its file; ``rated`` asks how many of ``n`` are ``m`` as well."""
        source = builders.rated_source() if rated else builders.source(*map(builders.indicator, "mno"))
        plan = replace(builders.plan(source, round_id), signatures=signatures, details=details)
        earlier = merged.earlier_answers(self.office)
        return roundbook.open_round(self.office, plan, earlier, key or self.office_key, self.tick())

    def take_round(self, blob: bytes, compared: str = "") -> Round:
        """Take a round file at the agency's desk."""
        return roundbook.take_round(self.agency, blob, "r.rdround", self.tick(), compared)[0]

    @property
    def round(self) -> Round:
        """The agency's newest round."""
        return roundbook.latest(self.agency)

    def type(self, explanation: str = "", **figures: str) -> None:
        """Type figures at the agency's desk, with the same words beside each."""
        for name, text in figures.items():
            entry.set_value(self.agency, self.round, name, builders.number(text), self.tick())
            if explanation:
                entry.set_explanation(self.agency, self.round, name, explanation, self.tick())

    def finish(self, key: SigningKey | None = None, approver: SigningKey | None = None) -> Submission:
        """Seal the agency's answers."""
        key = key or self.agency_key
        return submission.finish(self.agency, self.round, key, "Hòa", self.tick(), approver)[0]

    def take(self, sent: Submission, *, provisional: bool = False) -> Verdict:
        """Take a submission in at Home Affairs."""
        return intake.take(self.office, sent.file_name, sent.content, "window", self.tick(), provisional=provisional)

    def take_blob(self, blob: bytes) -> Verdict:
        """Take any bytes in at Home Affairs."""
        return intake.take(self.office, "x.rdsub", blob, "window", self.tick())

    def finish_again(self, key: SigningKey | None = None) -> Submission:
        """Seal the next revision, with something changed."""
        self.type(m=str(self.clock.minute + 100))
        return self.finish(key)

    def round_blob(self) -> bytes:
        """Return the newest round's file."""
        kept = filing.filed(self.agency, "round", self.round.id)[-1]
        return filing.bytes_of(self.agency, kept["digest"], kept["signer"])

    def answer(self) -> None:
        """Send Home Affairs' reply to the agency, who opens it."""
        blob = replies.write(self.office, self.round.id, ("b",), self.office_key, self.tick())
        inbox.take(self.agency, blob, "b.rdreply", self.tick())

    def received(self) -> list[Received]:
        """Return how the submissions stand at Home Affairs."""
        return merged.received(self.office, self.round.id)

    def counting(self) -> list[int]:
        """Return the revisions that count."""
        return [one.revision for one in self.received() if one.counts]


def key(holder: str) -> SigningKey:
    """Return a new key."""
    return keys.unlock(keys.create(holder, "b", PASSPHRASE, NOW, rounds=FEW), PASSPHRASE)


@contextmanager
def at_work(folder: Path, signatures: int = 1, *, details: bool = False) -> Iterator[Desks]:
    """Open both desks with a round that has been handed out; agency ``b`` owes three counts, by units if asked."""
    (folder / "office" / "keys").mkdir(parents=True)
    (folder / "agency" / "keys").mkdir(parents=True)
    with (
        store.create(folder / "office" / "office.rdesk", Office.HOME_AFFAIRS, "a", NOW) as office,
        store.create(folder / "agency" / "b.rdesk", Office.AGENCY, "b", NOW) as agency,
    ):
        desks = Desks(folder, office, agency, key("Sở Nội vụ"), key("Đơn vị B"))
        desks.take_round(desks.open_round(signatures=signatures, details=details))
        yield desks


def pin(desks: Desks, fingerprint: str) -> None:
    """Compare the key of whatever came, and pin it."""
    for one in desks.received():
        decisions.pin_key(desks.office, one.digest, fingerprint, desks.tick())


def send_first(desks: Desks, **figures: str) -> None:
    """Send no. 1 with these figures; Home Affairs takes it in and compares the key."""
    desks.type(**figures)
    desks.take(desks.finish())
    pin(desks, desks.agency_key.fingerprint)


def resealed(desks: Desks, blob: bytes, **changes: Any) -> bytes:
    """Return a reply of Home Affairs with something else in it."""
    document = verify(blob).document
    assert isinstance(document, ReplyDocument)
    return seal(replace(document, **changes), {}, desks.office_key, document.written_at)
