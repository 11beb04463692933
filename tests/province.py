"""A made-up province of any size, in files only: its desks are skipped, so that 300 agencies × 12 rounds take a minute.

``python -m tests.province FOLDER --agencies 300 --rounds 12`` lays one out. The last round's submissions
of the last tenth of agencies stay outside the workspace, in ``coming/``, with those of ``coming`` more.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from reformdesk.assets import resource
from reformdesk.core import catalogue_reading, intake, judgement, merged, pins, roundbook, store, values
from reformdesk.core.catalogue import Indicator, Kind
from reformdesk.core.rounds import Round
from reformdesk.core.store import Office, Workspace
from reformdesk.core.values import BlockRate, Mark, Number, Rates, Status, Text, Value
from reformdesk.exchange import keys
from reformdesk.exchange.keys import SigningKey
from reformdesk.exchange.payload import SubmissionDocument
from reformdesk.exchange.verification import seal, verify

OFFICE = "so-noi-vu"
OFFICE_FILE = "home-affairs.rdesk"
_FOUNDED = datetime(2019, 12, 2, 2, 0, tzinfo=UTC)
_FEW = 1000
"""Rounds of the key derivation: these keys protect nothing."""
_SYLLABLES = ("An", "Bình", "Đông", "Hải", "Hòa", "Long", "Lộc", "Minh", "Phú", "Sơn", "Tân", "Thịnh", "Vĩnh", "Xuân")


@dataclass(frozen=True)
class Province:
    """Where its files lie: Home Affairs' workspace, and what was not taken in yet."""

    folder: Path
    agencies: int
    rounds: int

    @property
    def office(self) -> Path:
        """Home Affairs' workspace, closed."""
        return self.folder / OFFICE_FILE

    @property
    def coming(self) -> Path:
        """The submissions of the newest round, all of them."""
        return self.folder / "coming"


def make(folder: Path, agencies: int, rounds: int, *, taken: int | None = None) -> Province:
    """Lay a province out. Of the newest round, ``taken`` submissions are in already; all but a tenth by default."""
    made = Province(folder, agencies, rounds)
    made.coming.mkdir(parents=True)
    wires = _agencies(agencies)
    sealing = {str(one["id"]): _key(str(one["name"])) for one in wires}
    source = _catalogue()
    with store.create(made.office, Office.HOME_AFFAIRS, OFFICE, _FOUNDED) as office:
        with office.atomic():
            for one in wires:
                key = sealing[str(one["id"])]
                pins.pin(office, str(one["id"]), str(one["name"]), key.certificate, _FOUNDED)
        for number in range(rounds):
            round_ = _open(office, source, wires, number, sealing[OFFICE])
            is_last = number == rounds - 1
            most = agencies if not is_last else agencies - agencies // 10 if taken is None else taken
            # one transaction a round: nobody waits for the disk here
            with office.atomic():
                for place, one in enumerate(wires):
                    moment = round_.opened_at + timedelta(days=1 + place % 25, minutes=place)
                    blob = _sealed(round_, str(one["id"]), sealing[str(one["id"])], moment)
                    name = f"{one['id']}-r1.rdsub"
                    if is_last:
                        (made.coming / name).write_bytes(blob)
                    if place < most:
                        verdict = intake.take(office, name, blob, "folder", moment + timedelta(hours=3))
                        if verdict.state != judgement.ACCEPTED:
                            raise RuntimeError(f"{name}: {verdict}")
    return made


def take(office: Workspace, folder: Path, now: datetime) -> list[intake.Verdict]:
    """Take a folder in, without a window."""
    return [verdict for _, verdict in intake.take_all(office, folder, "folder", now)]


def _agencies(count: int) -> tuple[dict[str, Any], ...]:
    """Return the sample's departments, then made-up communes, each with a contact."""
    sample = json.loads(resource("sample", "province.json").read_text(encoding="utf-8"))
    departments = [one for one in sample["agencies"] if "departments" in one["groups"]]
    chance = Random(count)
    communes = [
        {
            "id": f"xa-{number:03}",
            "name": f"UBND {('xã', 'phường')[number % 2]} {' '.join(chance.sample(_SYLLABLES, 2))} {number}",
            "groups": ["all", "districts"],
            "contact": f"Phòng Văn hóa - Xã hội, 0200 38{number:05}",
        }
        for number in range(1, count - len(departments) + 1)
    ]
    return (*departments, *communes)


def _catalogue() -> dict[str, Any]:
    """Return the template with every count summed over everybody: more than any province asks."""
    source: dict[str, Any] = json.loads(
        json.dumps(catalogue_reading.load(resource("catalogue", "2021-2024.json")).source)
    )
    for one in source["indicators"]:
        if one["kind"] == "count":
            one |= {"reporter": {"group": "all"}, "consolidation": "sum"}
    return source


def _open(
    office: Workspace, source: dict[str, Any], wires: tuple[dict[str, Any], ...], number: int, key: SigningKey
) -> Round:
    ends = date(2020 + number // 4, 3 * (number % 4) + 3, 14)
    starts = date(2019 + number // 4, 12, 15)
    title = f"Kỳ {number % 4 + 1} năm {ends.year}"
    areas = [one["id"] for one in source["areas"]]
    plan = roundbook.RoundPlan(
        id=f"{ends.year}-q{number % 4 + 1}",
        province="tỉnh Thử Nghiệm",
        office=OFFICE,
        title={"vi": title, "en": f"Period {number % 4 + 1} of {ends.year}"},
        short={"vi": f"Q{number % 4 + 1}/{ends.year}", "en": f"Q{number % 4 + 1} {ends.year}"},
        period={
            "from": starts.isoformat(),
            "to": ends.isoformat(),
            "months": 3 * (number % 4 + 1),
            "cumulates": True,
            "cut_off": dict.fromkeys(areas, ends.isoformat()),
            "areas": areas,
            "printed": title,
            "printed_in": {},
        },
        deadline=ends + timedelta(days=20),
        catalogue=source,
        agencies=wires,
    )
    opened_at = datetime.combine(ends, datetime.min.time(), UTC)
    blob = roundbook.open_round(office, plan, merged.earlier_answers(office, plan=plan), key, opened_at)
    return roundbook.load(office, plan.id) if blob else roundbook.latest(office)


def _sealed(round_: Round, agency: str, key: SigningKey, moment: datetime) -> bytes:
    chance = Random(f"{round_.id}/{agency}")
    lines = [
        {"indicator": name, "value": values.to_wire(_value(chance, round_.catalogue.indicators[name]))}
        for name in sorted(round_.owed(agency))
    ]
    document = SubmissionDocument(
        round_id=round_.id,
        round_digest=round_.digest,
        agency=agency,
        revision=1,
        previous=None,
        prepared_by="Chuyên viên tổng hợp",
        finished_at=moment,
        program="reformdesk",
        rules=round_.catalogue.rules_digest,
        answers=tuple(lines),
        attachments=(),
    )
    return seal(document, {}, key, moment)


def _value(chance: Random, indicator: Indicator) -> Value:
    if chance.random() < 0.05:
        return chance.choice([Status.NOT_APPLICABLE, Status.NOT_DONE])
    match indicator.kind:
        case Kind.COUNT:
            return Number(Decimal(chance.randint(0, 5000)))
        case Kind.MARK:
            return Mark(chance.random() < 0.5)
        case Kind.TEXT:
            return Text("Đang hoàn thiện")
        case Kind.RATE_OR_BLOCKS if indicator.blocks:
            return Rates(tuple(BlockRate(one.id, one.name.vi, _rate(chance)) for one in indicator.blocks))
        case _:
            return Number(_rate(chance))


def _rate(chance: Random) -> Decimal:
    return Decimal(chance.randint(0, 10_000)).scaleb(-2)


def _key(holder: str) -> SigningKey:
    return keys.unlock(keys.create(holder, OFFICE, "thử", _FOUNDED, rounds=_FEW), "thử")


def main() -> None:
    """Lay a province out and check one of its files."""
    parser = argparse.ArgumentParser(prog="python -m tests.province", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--agencies", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=12)
    options = parser.parse_args()
    made = make(options.folder, options.agencies, options.rounds)
    verify(next(made.coming.iterdir()).read_bytes())


if __name__ == "__main__":
    main()
