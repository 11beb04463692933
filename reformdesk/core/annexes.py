"""The annex to an agency's stamped letter: what is printed of a submission, for Word and PDF alike.

An official paper is Vietnamese, whatever language the window speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reformdesk.core import values
from reformdesk.core.catalogue import Catalogue, Indicator
from reformdesk.core.rounds import Round
from reformdesk.exchange.keys import matching_code
from reformdesk.exchange.payload import SubmissionDocument, content_digest

TITLE = "Phụ lục số liệu cải cách hành chính"
QR_PREFIX = "REFORMDESK-CONTENT:"
"""Before the content's digest, in capitals, in the QR code."""
CODE_WORDS = "Sở Nội vụ so mã đối chiếu này với mã của khóa đã niêm phong tệp nộp."
"""What the agency's matching code is there for."""


@dataclass(frozen=True)
class Letter:
    """Number and date of the stamped letter that a submission goes out with; empty where not known yet."""

    number: str = ""
    dated: date | None = None


@dataclass(frozen=True)
class AnnexLine:
    """An indicator as it is printed."""

    number: str
    name: str
    unit: str
    value: str
    explanation: str


@dataclass(frozen=True)
class AnnexArea:
    """An area: its figures, and what they do not tell."""

    id: str
    title: str
    lines: tuple[AnnexLine, ...]
    narrative: str


@dataclass(frozen=True)
class AnnexCorrection:
    """What a correction says otherwise than the submission before."""

    name: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, eq=False)
class Annex:
    """What is printed. ``digest`` is the content digest; ``evidence`` has titles with the indicator's name.

    ``key`` is the fingerprint of the agency's key, empty while it has none: Home Affairs compares its code
    on the stamped sheet.
    """

    agency: str
    title: str
    revision: int
    is_correction: bool
    prepared_by: str
    digest: str
    letter: Letter
    areas: tuple[AnnexArea, ...]
    corrections: tuple[AnnexCorrection, ...]
    evidence: tuple[tuple[str, str], ...]
    key: str = ""

    @property
    def issue(self) -> str:
        """Return which number this is, and whether it corrects the one before."""
        return f"Bản đính chính, Lần {self.revision}" if self.is_correction else f"Lần {self.revision}"

    @property
    def corner(self) -> tuple[str, ...]:
        """Return what stands top right of an annex in a file of its own: the letter's number and date."""
        dated = self.letter.dated
        return tuple(filter(None, (self.letter.number, f"{dated:%d/%m/%Y}" if dated else "")))

    @property
    def belongs_to(self) -> str:
        """Return which letter it belongs to, with dots for what the clerk still fills in."""
        dated = self.letter.dated
        # Decree 30: days below ten and the months 1 and 2 take a nought
        day = f"{dated.day:02}" if dated else "……"
        month = (f"{dated.month:02}" if dated.month < 3 else str(dated.month)) if dated else "……"
        year = str(dated.year) if dated else "……"
        number = self.letter.number or "……/……"
        return f"(Kèm theo Văn bản số {number} ngày {day} tháng {month} năm {year} của {self.agency})"

    @property
    def digest_line(self) -> str:
        """Return the content digest in groups that two people can compare."""
        groups = " ".join(self.digest[start : start + 8] for start in range(0, len(self.digest), 8))
        return f"Mã nội dung (SHA-256): {groups}"

    @property
    def code_line(self) -> str:
        """Return the matching code of the agency's key as Home Affairs sees it, empty where there is no key yet."""
        return f"Mã đối chiếu của đơn vị: {matching_code(self.key)}" if self.key else ""


def annex_of(document: SubmissionDocument, round_: Round, letter: Letter, key: str = "") -> Annex:
    """Return what a submission, or the draft of one, prints; ``key`` is the fingerprint of the key that seals it."""
    said = {line["area"]: line["text"] for line in document.narratives}
    lines = {line["indicator"]: line for line in document.answers}
    return Annex(
        agency=round_.by_id[document.agency].name,
        title=round_.title.vi,
        revision=document.revision,
        is_correction=document.is_correction,
        prepared_by=document.prepared_by,
        digest=content_digest(document),
        letter=letter,
        areas=tuple(
            AnnexArea(
                id=area,
                title=round_.catalogue.area(area).title,
                lines=_lines(round_, document.agency, area, lines),
                narrative=said.get(area, ""),
            )
            for area in round_.areas_of(document.agency)
        ),
        corrections=tuple(_correction(round_, one, lines) for one in document.corrections),
        evidence=tuple(
            (one["title"], round_.catalogue.indicators[one["indicator"]].name.vi)
            for one in document.attachments
            if one.get("indicator") in round_.catalogue.indicators
        ),
        key=key,
    )


def _lines(round_: Round, agency: str, area: str, lines: Mapping[str, Mapping[str, Any]]) -> tuple[AnnexLine, ...]:
    catalogue = round_.catalogue
    given = round_.with_rates(agency, {name: values.from_wire(line["value"]) for name, line in lines.items()})
    return tuple(
        AnnexLine(
            number=catalogue.printed_number(name),
            name=catalogue.indicators[name].name.vi,
            unit=catalogue.indicators[name].unit.vi,
            value=values.write(given[name], catalogue.indicators[name]) if name in given else "",
            explanation=_computed(catalogue, name) or lines.get(name, {}).get("explanation", ""),
        )
        for name in round_.figures_of(agency)
        if catalogue.area_of[name] == area
    )


def _computed(catalogue: Catalogue, name: str) -> str:
    """Return what a rate is computed from; empty for what was entered."""
    if name not in catalogue.rates:
        return ""
    part, whole = (catalogue.printed_number(one) for one in catalogue.rates[name].parts)
    return f"Tự tính: dòng {part} trên dòng {whole}"


def _correction(round_: Round, one: Mapping[str, Any], lines: Mapping[str, Mapping[str, Any]]) -> AnnexCorrection:
    indicator = round_.catalogue.indicators[one["indicator"]]
    after = lines[one["indicator"]]["value"]
    name = indicator.name.vi
    return AnnexCorrection(name, _printed(one["before"], indicator), _printed(after, indicator), one.get("reason", ""))


def _printed(wire: Mapping[str, Any], indicator: Indicator) -> str:
    return values.write(values.from_wire(wire), indicator)
