"""What the agency's form shows, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from reformdesk.core import (
    comparison,
    drafts,
    enclosures,
    entry,
    entry_desk,
    filing,
    inbox,
    letters,
    narratives,
    pins,
    rates,
    request_states,
    round_labels,
    roundbook,
    submission,
    units,
    values,
)
from reformdesk.core.annexes import Letter
from reformdesk.core.answers import NO_ANSWER, Answer
from reformdesk.core.catalogue import Indicator, Kind, Label
from reformdesk.core.checks import Finding
from reformdesk.core.corrections import Correction
from reformdesk.core.enclosures import Enclosure
from reformdesk.core.entry_desk import LastExport
from reformdesk.core.inbox import Extension, OpenReturn, Reply, RoundClosed
from reformdesk.core.issues import Carried
from reformdesk.core.pins import How, Pin
from reformdesk.core.request_states import RequestState
from reformdesk.core.returns import FieldReturn
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.submission import Readiness, SinceLast
from reformdesk.core.units import Detail, Unit
from reformdesk.core.values import Number, Rates, Status, Value, write, write_number

if TYPE_CHECKING:
    from reformdesk.words import Words


@dataclass(frozen=True)
class Request:
    """What a return, or a change since the last submission, means for one field.

    ``asked`` has Home Affairs' words, if it asked about this field; ``met`` says that the value or
    the words have changed since. ``unreasoned``: nobody asked, and a change says not why.
    ``corrected`` is what the agency changes of itself, since submission ``revision``.
    """

    asked: FieldReturn | None
    until: date | None
    met: bool
    unreasoned: bool
    corrected: Correction | None = None
    revision: int = 0


@dataclass(frozen=True, eq=False)
class FormData:
    """An agency's round as it stands: what is asked, answered, found, sent and answered back.

    ``head_key`` is the key with which the head sealed the newest submission, empty for none; ``anew`` is what
    a corrected round asks otherwise than the issue that the newest submission answers.
    """

    round: Round
    agency: str
    answers: Mapping[str, Answer]
    drafts: Mapping[tuple[str, str], str]
    units: tuple[Unit, ...]
    details: Mapping[str, Detail]
    enclosures: tuple[Enclosure, ...]
    narratives: Mapping[str, str]
    readiness: Readiness
    sent: tuple[Mapping[str, Any], ...]
    replies: tuple[Reply, ...]
    asked: OpenReturn | None
    rounds: tuple[tuple[str, Label], ...]
    officer: str
    head: str
    head_key: str
    office_key: Pin | None
    entry_only: bool = False
    last_export: LastExport | None = None
    since: SinceLast | None = None
    requests: tuple[RequestState, ...] = ()
    letters: Mapping[int, Letter] = field(default_factory=dict)
    anew: Carried | None = None
    closed: RoundClosed | None = None
    extension: Extension | None = None

    @property
    def deadline(self) -> date:
        """The last day for this agency: the round's own, or a later one that Home Affairs gave it."""
        return max(self.round.deadline, self.extension.until) if self.extension is not None else self.round.deadline

    @property
    def extended(self) -> Extension | None:
        """What Home Affairs gave this agency beyond the round's deadline, if anything holds."""
        longer = self.extension is not None and self.extension.until > self.round.deadline
        return self.extension if longer else None

    def answer(self, name: str) -> Answer:
        """Return an indicator's answer."""
        return self.answers.get(name, NO_ANSWER)

    def findings_on(self, name: str) -> tuple[Finding, ...]:
        """Return what the rules say about an indicator."""
        return tuple(finding for finding in self.readiness.findings if finding.indicator == name)

    def request(self, name: str) -> Request | None:
        """Return what the open return, or a change since the last submission, means for an indicator, if anything."""
        if self.asked is None:
            return self._correction(name)
        asked = self.asked.returned.field(name)
        unreasoned = name in self.readiness.unreasoned
        if asked is None and not unreasoned:
            return None
        return Request(asked, self.asked.returned.until, name not in self.readiness.unmet, unreasoned)

    def _correction(self, name: str) -> Request | None:
        since = self.since
        found = next((one for one in since.corrections if one.indicator == name), None) if since is not None else None
        if since is None or found is None:
            return None
        unreasoned = name in self.readiness.unreasoned
        return Request(None, None, met=True, unreasoned=unreasoned, corrected=found, revision=since.revision)

    @property
    def is_correcting(self) -> bool:
        """Whether the next submission would be a correction of the agency's own."""
        return self.asked is None and self.since is not None and not self.since.nothing

    @property
    def is_handed_in(self) -> bool:
        """Whether the newest submission was written, and nothing is to be sent after it."""
        return bool(self.sent) and self.asked is None and not self.is_correcting

    def owed_in(self, area: str) -> tuple[str, ...]:
        """Return what the agency owes in an area."""
        area_of = self.round.catalogue.area_of
        return tuple(name for name in self.round.owed(self.agency) if area_of[name] == area)

    def figures_in(self, area: str) -> tuple[str, ...]:
        """Return what the agency owes in an area and the rates that are computed in it."""
        area_of = self.round.catalogue.area_of
        return tuple(name for name in self.round.figures_of(self.agency) if area_of[name] == area)

    def value(self, name: str) -> Value:
        """Return what an indicator stands at: its answer, or what its rate comes to."""
        rate = self.round.catalogue.rates.get(name)
        return (
            self.answer(name).value if rate is None else rates.computed(*(self.answer(one).value for one in rate.parts))
        )

    def answered_in(self, area: str) -> int:
        """Return how many of them are answered."""
        return sum(values.is_answer(self.answer(name).value) for name in self.owed_in(area))

    def heights(self, name: str) -> list[float | None]:
        """Return where a sparkline draws an indicator's series, the present answer last where it belongs to it."""
        drawn = comparison.series(self.round, self.agency, name)
        past = [height_of(self.round.earlier_value(one, self.agency, name)) for one in drawn.past]
        return [*past, height_of(self.value(name))] if drawn.joins else past


def read_form(workspace: Workspace, round_id: str) -> FormData:
    """Read a round's form; ``round_id`` may be empty for the newest."""
    round_ = roundbook.load(workspace, round_id) if round_id else roundbook.latest(workspace)
    return FormData(
        round=round_,
        agency=workspace.owner,
        answers=entry.answers(workspace, round_.id),
        drafts=drafts.drafts(workspace, round_.id),
        units=units.units(workspace),
        details=units.details(workspace, round_),
        enclosures=enclosures.enclosures(workspace, round_.id),
        narratives=narratives.narratives(workspace, round_.id),
        readiness=submission.readiness(workspace, round_),
        sent=tuple(submission.sent(workspace, round_.id)),
        replies=tuple(inbox.replies(workspace, round_.id)),
        closed=inbox.closed(workspace, round_.id),
        asked=inbox.open_return(workspace, round_.id),
        rounds=tuple((one.id, one.title) for one in round_labels.labels(workspace)),
        officer=workspace.meta("officer"),
        head=workspace.meta("head"),
        head_key=_head_key(workspace, round_.id),
        office_key=_key_to_compare(workspace, round_.office),
        entry_only=entry_desk.is_entry_only(workspace),
        last_export=entry_desk.last_export(workspace, round_.id),
        since=submission.since_last(workspace, round_),
        anew=submission.asked_anew(workspace, round_),
        requests=request_states.request_states(workspace, round_),
        letters=letters.letters(workspace, round_.id),
        extension=inbox.extension(workspace, round_.id),
    )


def _head_key(workspace: Workspace, round_id: str) -> str:
    sent = submission.sent(workspace, round_id)
    keys = filing.approvers(workspace, sent[-1]["digest"], sent[-1]["signer"]) if sent else frozenset()
    return min(keys, default="")


def _key_to_compare(workspace: Workspace, office: str) -> Pin | None:
    """Return Home Affairs' key as it was first seen, while nobody has compared its code, or once that differed.

    The latter has ended, and no other speaks.
    """
    known = [pin for pin in pins.all_pins(workspace) if pin.subject == office]
    speaking = [pin for pin in known if pin.ended_at is None]
    if any(pin.how is How.COMPARED for pin in speaking):
        return None
    return next((pin for pin in speaking or known if pin.how is How.FIRST_SEEN), None)


def short_text(value: Value | None, indicator: Indicator) -> str:
    """Return a value for a narrow column: rates one below the other, an answer that is no figure as a dash."""
    if value is None or value is Status.BLANK:
        return "–"
    if isinstance(value, Status):
        return "…"
    if isinstance(value, Rates):
        return "\n".join(write_number(rate.rate) for rate in value.rates)
    if isinstance(value, Number):
        return write_number(value.amount)
    return write(value, indicator)


def told(value: Value, indicator: Indicator, words: Words) -> str:
    """Return a value on one line, as an officer reads it."""
    if isinstance(value, Status):
        return words.answer(value.value)
    return field_text(value, indicator).replace("\n", "; ")


def height_of(value: Value | None) -> float | None:
    """Return where a sparkline draws a value; only for drawing, never for reckoning."""
    return float(value.amount) if isinstance(value, Number) else None


def field_text(value: Value, indicator: Indicator) -> str:
    """Return a value as it stands in its field."""
    if isinstance(value, Number) and indicator.kind is Kind.PERCENT:
        return f"{write_number(value.amount)}%"
    return write(value, indicator)
