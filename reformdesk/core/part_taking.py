"""A colleague's data-entry file at the main desk: held against what stands, and taken field by field.

What the file leaves blank it says nothing of. What both have entered differently is a conflict, and
is for a person to decide; nothing is overwritten unseen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from reformdesk.core import drafts, enclosures, entry, filing, narratives, roundbook, units, values
from reformdesk.core.answers import NO_ANSWER, Answer, Given
from reformdesk.core.changes import Changes
from reformdesk.core.checks import check_value
from reformdesk.core.enclosures import Enclosure
from reformdesk.core.entry import EXPLANATION, IMPORTED_FROM, NARRATIVE, VALUE, Place, Step
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import fold, nfc
from reformdesk.core.units import Figure
from reformdesk.core.values import Status
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.part import Part


class Kind(StrEnum):
    """What of a round a difference is about."""

    ANSWER = "answer"
    UNIT = "unit"
    EVIDENCE = "evidence"
    NARRATIVE = "narrative"


@dataclass(frozen=True)
class Difference:
    """One field that the file has otherwise than this desk.

    ``indicator`` is empty for a narrative. ``here`` and ``theirs`` are, by kind: an :class:`Answer` and
    a :class:`Given`, two figures of the ``unit`` named, two files, two texts; ``here`` is ``None`` for
    nothing. ``conflicts``: both have entered something, be it only begun here.
    """

    kind: Kind
    area: str
    indicator: str
    here: Answer | Figure | str | None
    theirs: Given | Figure | Enclosure | str
    conflicts: bool
    unit: str = ""

    @property
    def key(self) -> str:
        """Tell it from every other of a comparison."""
        which = self.theirs.sha256 if isinstance(self.theirs, Enclosure) else self.unit
        return f"{self.kind}:{self.area}:{self.indicator}:{which}"


@dataclass(frozen=True)
class Comparison:
    """A file held against a desk, in the order of the form.

    ``same`` counts by area what stands here already. ``lost`` are indicators (or areas) of which
    something found no place here; ``is_older`` says that the file answers an older issue of the round.
    """

    part: Part
    round: Round
    differences: tuple[Difference, ...]
    same: Mapping[str, int]
    lost: tuple[str, ...]
    is_older: bool


def compare(workspace: Workspace, part: Part) -> Comparison:
    """Hold a file against what stands.

    Raises ``Refused``: ``part-other-agency``, ``part-unknown-round``, ``part-other-issue``.
    """
    document = part.document
    if document.agency != workspace.owner:
        raise Refused("part-other-agency", agency=document.agency, officer=document.prepared_by)
    if document.round_id not in roundbook.round_ids(workspace):
        raise Refused("part-unknown-round", round=document.round_id, officer=document.prepared_by)
    round_ = roundbook.load(workspace, document.round_id)
    is_older = document.round_digest != round_.digest
    if is_older and document.round_digest not in _issues(workspace, round_.id):
        raise Refused("part-other-issue", round=document.round_id, officer=document.prepared_by)
    weighing = _Weighing(workspace, round_, part)
    differences = tuple(weighing.differences())
    return Comparison(part, round_, differences, weighing.same, tuple(dict.fromkeys(weighing.lost)), is_older)


def take(workspace: Workspace, comparison: Comparison, chosen: Collection[str], now: datetime) -> Changes:
    """Write the differences whose keys were chosen, in one step that says from whom they came.

    Units that the list lacks are added to it, and stay there when the step is taken back. Raises
    ``Mendable``: ``evidence-too-large``, ``evidence-too-many``; then nothing was written.
    """
    round_, part = comparison.round, comparison.part
    wanted = [one for one in comparison.differences if one.key in chosen]
    with workspace.atomic():
        step = Step(workspace, IMPORTED_FROM + part.document.prepared_by, now)
        # a value that stands beside its units on purpose comes after their sum
        for indicator, figures in _figures_in(workspace, wanted).items():
            units.write_figures(workspace, step, round_, indicator, figures)
        for one in wanted:
            match one.theirs:
                case Given():
                    _write_answer(step, round_, one.indicator, one.theirs)
                case Enclosure():
                    content = part.attachments[_name_of(part, one.theirs)]
                    enclosures.write_enclosure(workspace, step, round_, one.theirs, content)
                case str():
                    step.write(Place(round_.id, one.area, NARRATIVE), one.theirs)
                case Figure():
                    pass  # written above, with the sum that it belongs to
    return Changes.ANSWERS if step.wrote else Changes.NOTHING


def _issues(workspace: Workspace, round_id: str) -> set[str]:
    return {str(row["digest"]) for row in filing.filed(workspace, "round", round_id)}


def _figures_in(workspace: Workspace, wanted: list[Difference]) -> dict[str, dict[str, Figure | None]]:
    ids = units.add_units(workspace, (one.unit for one in wanted if one.kind is Kind.UNIT))
    found: dict[str, dict[str, Figure | None]] = {}
    for one in wanted:
        if isinstance(one.theirs, Figure):
            found.setdefault(one.indicator, {})[ids[one.unit]] = one.theirs
    return found


def _write_answer(step: Step, round_: Round, indicator: str, given: Given) -> None:
    if given.value is not None:
        step.write(Place(round_.id, indicator, VALUE), entry.wire_of(given.value))
    if given.explanation is not None:
        step.write(Place(round_.id, indicator, EXPLANATION), given.explanation)


def _name_of(part: Part, wanted: Enclosure) -> str:
    return next(
        str(line["name"])
        for line in part.document.attachments
        if line["indicator"] == wanted.indicator and line["sha256"] == wanted.sha256
    )


class _Weighing:
    """One comparison: what stands here, and what was found of it until now."""

    def __init__(self, workspace: Workspace, round_: Round, part: Part) -> None:
        self.same: Counter[str] = Counter()
        self.lost: list[str] = []
        self._round = round_
        self._part = part
        self._owed = set(round_.owed(workspace.owner))
        self._areas = round_.areas_of(workspace.owner)
        self._answers = entry.answers(workspace, round_.id)
        self._details = units.details(workspace, round_)
        self._listed = {fold(name): unit for unit, name in units.names(workspace).items()}
        self._narratives = narratives.narratives(workspace, round_.id)
        self._evidence = {(one.indicator, one.sha256) for one in enclosures.enclosures(workspace, round_.id)}
        self._drafts = {name for name, _ in drafts.drafts(workspace, round_.id)}
        self._theirs = {line["indicator"]: values.from_wire(line["value"]) for line in part.document.answers}

    def differences(self) -> Iterator[Difference]:
        """Give what differs in the order of the form, each area's words after its indicators."""
        document = self._part.document
        answers = {line["indicator"]: line for line in document.answers}
        details = {line["indicator"]: line for line in document.details}
        evidence: dict[str, list[Mapping[str, Any]]] = {}
        for line in document.attachments:
            evidence.setdefault(line["indicator"], []).append(line)
        words = {line["area"]: line["text"] for line in document.narratives}
        self.lost += sorted({*answers, *details, *evidence} - self._owed) + sorted(words.keys() - set(self._areas))
        area_of = self._round.catalogue.area_of
        for area in self._areas:
            for name in self._round.asked:
                if area_of[name] == area and name in self._owed:
                    figures = self._figures(name, details.get(name))
                    if name in answers:
                        yield from self._of_answer(name, answers[name], figures)
                    yield from self._of_units(name, figures)
                    yield from self._of_evidence(name, evidence.get(name, ()))
            if area in words:
                yield from self._of_narrative(area, words[area])

    def _of_answer(self, name: str, line: Mapping[str, Any], figures: Mapping[str, Figure]) -> Iterator[Difference]:
        indicator, mine = self._round.catalogue.indicators[name], self._answers.get(name, NO_ANSWER)
        value = self._theirs[name]
        if any(finding.code == "wrong-kind" for finding in check_value(indicator, value, ())):
            self.lost.append(name)
            return
        words = nfc(line.get("explanation", "")).strip()
        changes = value is not Status.BLANK and value != mine.value
        # a sum follows from its units, which are looked at one by one
        replaces = changes and not (bool(figures) and units.detail(indicator, figures, ()).total == value)
        if replaces or (words and words != mine.explanation):
            other_figure = mine.value not in (Status.BLANK, value) or name in self._drafts
            conflicts = other_figure or (bool(mine.explanation) and mine.explanation != words)
            # an explanation belongs to its figure, and so does its absence
            given = Given(value if replaces else None, words if words or replaces else None)
            yield self._difference(Kind.ANSWER, name, mine, given, conflicts=conflicts)
        elif not figures:
            self._count(name)

    def _of_units(self, name: str, figures: Mapping[str, Figure]) -> Iterator[Difference]:
        mine = self._answers.get(name, NO_ANSWER).value
        detail = self._details.get(name)
        # a value that was typed as it stands would give way to the sum
        is_typed = detail is None or detail.total != mine
        settled = is_typed and mine not in (Status.BLANK, self._theirs.get(name))
        for unit, figure in figures.items():
            here = detail.figures.get(self._listed.get(fold(unit), "")) if detail is not None else None
            if here == figure:
                self._count(name)
            else:
                conflicts = settled or here is not None
                yield self._difference(Kind.UNIT, name, here, figure, conflicts=conflicts, unit=unit)

    def _of_evidence(self, name: str, lines: Collection[Mapping[str, Any]]) -> Iterator[Difference]:
        for line in lines:
            try:
                made = enclosures.described(name, line["title"], self._part.attachments[line["name"]])
            except Mendable:
                self.lost.append(name)
                continue
            if (name, made.sha256) in self._evidence:
                self._count(name)
            else:
                yield self._difference(Kind.EVIDENCE, name, None, made, conflicts=False)

    def _of_narrative(self, area: str, text: str) -> Iterator[Difference]:
        theirs, mine = nfc(text).strip(), self._narratives.get(area, "")
        if not theirs or theirs == mine:
            self.same[area] += 1
        else:
            conflicts = bool(mine) or area in self._drafts
            yield Difference(Kind.NARRATIVE, area, "", mine or None, theirs, conflicts=conflicts)

    def _figures(self, name: str, line: Mapping[str, Any] | None) -> dict[str, Figure]:
        """Return the units' figures of an indicator by the units' names; what cannot be one is lost."""
        indicator = self._round.catalogue.indicators[name]
        found: dict[str, Figure] = {}
        for one in line["units"] if line is not None else ():
            unit = " ".join(nfc(one["name"]).split())
            fits = units.can_be_detailed(indicator) and ("whole" not in one or units.is_rate(indicator))
            if not fits or not fold(unit) or fold(unit) in map(fold, found):
                self.lost.append(name)
            else:
                found[unit] = Figure(Decimal(one["part"]), Decimal(one["whole"]) if "whole" in one else None)
        return found

    def _difference(
        self,
        kind: Kind,
        name: str,
        here: Answer | Figure | None,
        theirs: Given | Figure | Enclosure,
        *,
        conflicts: bool,
        unit: str = "",
    ) -> Difference:
        area = self._round.catalogue.area_of[name]
        return Difference(kind, area, name, here, theirs, conflicts=conflicts, unit=unit)

    def _count(self, name: str) -> None:
        self.same[self._round.catalogue.area_of[name]] += 1
