"""A round of eighty figures and whoever is asked for them: files as agencies hand them in, for benchmarks to take in.

Of the whole country's communes and departments each answers each of the eighty; what they answer, and its sums, are
known beforehand.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from reformdesk.core import pins, roundbook, store, values
from reformdesk.core.store import Office
from reformdesk.core.values import Number
from reformdesk.exchange import keys
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import seal
from tests.core import builders

FIGURES = 80
ROUND = "2024-h1"
OFFICE = "so-noi-vu"
OPENED = datetime(2024, 6, 17, 2, 0, tzinfo=UTC)
NAMES = tuple(f"n{place:02}" for place in range(FIGURES))
_FEW = 1000
"""Rounds of the key derivation: these keys protect nothing."""
_AT_ONCE = 250


@dataclass(frozen=True)
class Country:
    """``agencies`` files in a folder, and Home Affairs' workspace that has pinned their keys and taken none in."""

    folder: Path
    agencies: int

    @property
    def office(self) -> Path:
        """Home Affairs' workspace, closed."""
        return self.folder / "home-affairs.rdesk"

    @property
    def files(self) -> list[Path]:
        """The submissions, in the agencies' order."""
        return sorted((self.folder / "submissions").glob("*.rdsub"))

    @cached_property
    def sums(self) -> dict[str, int]:
        """What each figure comes to, over the first ``agencies``."""
        return {name: sum(figure(place, name) for place in range(self.agencies)) for name in NAMES}


def figure(place: int, name: str) -> int:
    """Return what an agency answers."""
    return (place * 7919 + int(name[1:]) * 104_729) % 100_000


def make(folder: Path, agencies: int, *, earlier: Sequence[str] = ()) -> Country:
    """Lay out the files of so many agencies; their keys are made and their answers sealed on all processors.

    ``earlier`` are years whose figures the round brings along.
    """
    made = Country(folder, agencies)
    (folder / "submissions").mkdir(parents=True)
    with store.create(made.office, Office.HOME_AFFAIRS, OFFICE, OPENED) as office:
        past = tuple(_earlier(year, agencies) for year in earlier)
        roundbook.open_round(office, _plan(agencies), past, key_of(OFFICE), OPENED)
        round_ = roundbook.load(office, ROUND)
        work = ((folder, round_.digest, round_.catalogue.rules_digest, first, agencies) for first in _firsts(agencies))
        with ProcessPoolExecutor(os.cpu_count()) as pool, office.atomic():
            for certificates in pool.map(_seal, work):
                for agency, certificate in certificates:
                    pins.pin(office, agency, agency, certificate, OPENED)
    return made


def _firsts(agencies: int) -> Iterator[int]:
    return iter(range(0, agencies, _AT_ONCE))


def _seal(work: tuple[Path, str, str, int, int]) -> list[tuple[str, bytes]]:
    folder, digest, rules, first, agencies = work
    found = []
    for place in range(first, min(first + _AT_ONCE, agencies)):
        agency = agency_at(place)
        key = key_of(agency)
        figures = {name: figure(place, name) for name in NAMES}
        (folder / "submissions" / f"{agency}-r1.rdsub").write_bytes(sealed(digest, rules, place, figures, key))
        found.append((agency, key.certificate))
    return found


def sealed(round_digest: str, rules: str, place: int, figures: Mapping[str, int], key: SigningKey) -> bytes:
    """Return an agency's submission."""
    moment = OPENED + timedelta(minutes=place + 1)
    document = SubmissionDocument(
        round_id=ROUND,
        round_digest=round_digest,
        agency=agency_at(place),
        revision=1,
        previous=None,
        prepared_by="Chuyên viên tổng hợp",
        finished_at=moment,
        program="reformdesk",
        rules=rules,
        answers=tuple(
            {"indicator": name, "value": values.to_wire(Number(Decimal(amount)))} for name, amount in figures.items()
        ),
        attachments=(),
    )
    return seal(document, {}, key, moment)


def agency_at(place: int) -> str:
    """Return the id of an agency."""
    return f"xa-{place:05}"


def key_of(holder: str) -> SigningKey:
    """Make a key."""
    return keys.unlock(keys.create(holder, OFFICE, "thử", OPENED, rounds=_FEW), "thử")


def _earlier(year: str, agencies: int) -> dict[str, Any]:
    figures = {name: values.to_wire(Number(Decimal(int(year) + place))) for place, name in enumerate(NAMES)}
    return {
        "round": year,
        "title": {"vi": f"Năm {year}", "en": year},
        "short": {"vi": year, "en": year},
        "months": 12,
        "ends": f"{year}-12-14",
        "answers": {agency_at(place): figures for place in range(agencies)},
    }


def _plan(agencies: int) -> roundbook.RoundPlan:
    wires: list[dict[str, Any]] = [{"id": OFFICE, "name": "Sở Nội vụ", "groups": []}]
    wires += [
        {"id": agency_at(place), "name": f"UBND xã {place}", "groups": ["all"], "contact": f"0200 38{place:05}"}
        for place in range(agencies)
    ]
    plan = builders.plan(builders.source(*(builders.indicator(name) for name in NAMES)), ROUND)
    return roundbook.RoundPlan(
        **{**vars(plan), "office": OFFICE, "agencies": tuple(wires), "deadline": date(2024, 7, 5)}
    )
