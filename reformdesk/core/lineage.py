"""Where a consolidated figure comes from: its shares, the submission of each, and the signed file of that.

Whoever doubts a figure follows it to a file that any ZIP program opens and ``openssl`` checks, and to
everything that was decided on the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from reformdesk.core import adjusting, arrivals, filing, journal, merged, pins, roundbook, what_counts
from reformdesk.core.arrivals import Arrival
from reformdesk.core.consolidation import Submitted, Total
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.journal import Line
from reformdesk.core.merged import Received
from reformdesk.core.outfile import write_whole
from reformdesk.core.pins import How, Pin
from reformdesk.core.roundbook import OWN_SUBJECTS
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.values import Status, Value

CHECK = (
    "unzip -j {file} 'META-INF/*'",
    "openssl pkcs7 -inform DER -in signature001.p7s -print_certs -out signer.pem",
    (
        "openssl cms -verify -binary -inform DER -in signature001.p7s -content ASiCManifest001.xml"
        " -CAfile signer.pem -purpose any"
    ),
)
"""How a file is checked outside of this program, line by line; the last says ``Verification successful``."""


class Trust(StrEnum):
    """What is known of a key that signed."""

    COMPARED = "compared"
    HANDED_OVER = "handed-over"
    OWN = "own"
    OPEN = "open"
    ENDED = "ended"
    REVOKED = "revoked"


@dataclass(frozen=True)
class Signature:
    """One signature on a file. ``since`` is when the key came to be trusted, or ceased to (RFC 3339 UTC).

    ``issuer`` is empty for a key of the program's own making; ``reason`` says why one was revoked.
    """

    name: str
    issuer: str
    fingerprint: str
    signed_at: str
    is_head: bool
    trust: Trust
    since: str = ""
    reason: str = ""


@dataclass(frozen=True, eq=False)
class FileLineage:
    """A submission down to its file. ``sha256`` is of the file's bytes, as ``sha256sum`` prints it.

    ``received.digest`` is the SHA-256 of the submission within it, by which totals and replies name it.
    """

    round: Round
    received: Received
    content: Submitted
    signatures: tuple[Signature, ...]
    arrivals: tuple[Arrival, ...]
    decisions: tuple[Line, ...]
    size: int
    sha256: str

    def value(self, indicator: str) -> Value:
        """Return what it says of an indicator."""
        answers = self.round.with_rates(self.received.agency, self.content.answers)
        return answers.get(indicator, Status.BLANK)

    @property
    def check(self) -> tuple[str, ...]:
        """The commands that check the file outside of this program."""
        return tuple(line.format(file=self.file_name) for line in CHECK)

    @property
    def file_name(self) -> str:
        """What the file is saved as, whatever it was called when it came."""
        one = self.received
        return f"{one.round}-{one.agency}-r{one.revision}.rdsub"


@dataclass(frozen=True, eq=False)
class TotalLineage:
    """A total with its shares and all that was ever decided on its figure; of a rate, also the totals of its parts."""

    round: Round
    total: Total
    decisions: tuple[Line, ...]
    parts: tuple[Total, ...] = ()


def of_total(workspace: Workspace, round_id: str, indicator: str) -> TotalLineage:
    """Return where a total comes from. Raises ``Mendable('unknown-round')``."""
    round_ = roundbook.load(workspace, round_id)
    rate = round_.catalogue.indicators[indicator].rate
    return TotalLineage(
        round_,
        merged.total(workspace, round_id, indicator),
        adjusting.lines_on(workspace, round_id, indicator),
        tuple(merged.total(workspace, round_id, name) for name in rate.parts) if rate is not None else (),
    )


def of_file(workspace: Workspace, round_id: str, digest: str) -> FileLineage:
    """Return where a submission comes from; ``KeyError`` where there is none with this digest."""
    found = [one for one in merged.received(workspace, round_id) if one.digest == digest]
    if not found:
        raise KeyError(digest)
    # sealed by two keys it is two files, of which one counts
    shown = max(found, key=lambda one: one.counts)
    blob = filing.bytes_of(workspace, digest, shown.signer)
    return FileLineage(
        round=roundbook.load(workspace, round_id),
        received=shown,
        content=what_counts.answers_in(workspace, digest),
        signatures=_signatures(workspace, shown),
        arrivals=tuple(one for one in arrivals.all_of(workspace) if (one.digest, one.signer) == (digest, shown.signer)),
        decisions=_decisions(workspace, shown),
        size=len(blob),
        sha256=sha256(blob).hexdigest(),
    )


def _signatures(workspace: Workspace, one: Received) -> tuple[Signature, ...]:
    head = pins.head_of(one.agency)
    known = [pin for pin in pins.all_pins(workspace) if pin.subject in (one.agency, head, *OWN_SUBJECTS)]
    first = _signature(workspace, known, (one.signer_name, one.issuer, one.signer, one.signed_at), head="")
    approved = [
        _signature(workspace, known, (each.name, each.issuer, each.approver, each.signed_at), head=head)
        for each in filing.approvals(workspace, one.digest, one.signer)
    ]
    return (first, *approved)


def _signature(workspace: Workspace, known: list[Pin], by: tuple[str, str, str, str], *, head: str) -> Signature:
    name, issuer, key, signed_at = by
    trust, since, reason = _trust(workspace, [pin for pin in known if pin.fingerprint == key], key)
    return Signature(name, issuer, key, signed_at, bool(head), trust, since, reason)


def _trust(workspace: Workspace, own: list[Pin], key: str) -> tuple[Trust, str, str]:
    for revoked in pins.all_revocations(workspace):
        if revoked.fingerprint == key:
            return Trust.REVOKED, revoked.revoked_at, revoked.reason
    pin = next((pin for pin in own if pin.ended_at is None), next(iter(own), None))
    if pin is None:
        return Trust.OPEN, "", ""
    if pin.ended_at is not None:
        return Trust.ENDED, pin.ended_at, ""
    if pin.subject in OWN_SUBJECTS:
        return Trust.OWN, pin.pinned_at, ""
    handed_over = pin.how is How.HANDED_OVER
    return (Trust.HANDED_OVER if handed_over else Trust.COMPARED), pin.pinned_at, ""


def _decisions(workspace: Workspace, one: Received) -> tuple[Line, ...]:
    """Return what was decided on a submission, and on the keys that signed it."""
    here = journal.at(workspace, one.round, one.agency)
    on_keys = journal.at(workspace, "", one.agency)
    lines = (*_touching(workspace, here, one), *_touching(workspace, on_keys, one))
    return tuple(sorted(lines, key=lambda line: (line.hands[0].decided_at if line.hands else "", line.decision.id)))


def _touching(workspace: Workspace, decisions: tuple[Decision, ...], one: Received) -> tuple[Line, ...]:
    about = {one.digest, one.signer, *one.approvers}
    # what was entered on behalf is named beside the agency's own file
    own = {each.id for each in decisions if about & {each.subject, str(each.detail.get("entered", ""))}}
    return journal.signed(
        workspace,
        decisions,
        lambda each: each.id in own or (each.kind is Kind.TAKE_BACK and each.subject in own),
    )


def save_file(workspace: Workspace, digest: str, signer: str, target: Path) -> None:
    """Write a signed file as it came, byte for byte. Raises what writing raises."""
    write_whole(target, filing.bytes_of(workspace, digest, signer))
