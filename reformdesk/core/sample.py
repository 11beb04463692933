"""The sample province played as it would have come about.

Rounds are opened and handed out, every agency enters its own share, seals and hands in, Home
Affairs takes the files in shuffled, some of them twice, and answers with receipts. All figures,
names and dates are data in ``resources/sample/``.

It is played in two stages: the years of the printed tables, and what came after the district level was
retired: another indicator set, other agencies, and some of the old ones.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from reformdesk.assets import resource
from reformdesk.core import (
    entry,
    inbox,
    intake,
    journal,
    judgement,
    keyring,
    merged,
    pins,
    replies,
    roundbook,
    submission,
    values,
)
from reformdesk.core.catalogue import Consolidation, Indicator
from reformdesk.core.catalogue_reading import load
from reformdesk.core.organisation import Agency, reporting
from reformdesk.core.outfile import make_folder, write_whole
from reformdesk.core.rounds import Round, agency_from_wire
from reformdesk.core.store import Office, Workspace, create, open_workspace
from reformdesk.core.values import Number, Status, Value
from reformdesk.errors import Mendable
from reformdesk.exchange.keys import SigningKey

HOME_AFFAIRS = "home-affairs.rdesk"
DEFAULT_PASSPHRASE = "demo"  # noqa: S105 - the contract's word for made-up keys
_KDF_ROUNDS = 20_000
_OFFICER = "Chuyên viên cải cách hành chính"
_FOUNDED = datetime(2020, 11, 2, 2, 0, tzinfo=UTC)

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Sample:
    """A stage of the sample province as data; ``figures`` holds printed texts by round and indicator.

    ``said`` has by agency and indicator what it answers in place of a share; ``former`` and ``succession`` are
    as a round file has them.
    """

    province: str
    office: str
    agencies: tuple[Agency, ...]
    agencies_wire: tuple[Mapping[str, Any], ...]
    rounds: tuple[Mapping[str, Any], ...]
    figures: Mapping[str, Mapping[str, str]]
    catalogue: Path
    said: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    former: tuple[Mapping[str, Any], ...] = ()
    succession: tuple[Mapping[str, Any], ...] = ()

    @property
    def round_ids(self) -> tuple[str, ...]:
        """The ids of its rounds, in the order in which they are played."""
        return tuple(str(wire["id"]) for wire in self.rounds)


def read_sample() -> Sample:
    """Read the sample province as the printed tables know it from ``resources/``."""
    province, rounds, figures = _read("province"), _read("rounds"), _read("figures")
    return Sample(
        province=province["province"]["name"],
        office=province["office"],
        agencies=tuple(agency_from_wire(wire) for wire in province["agencies"]),
        agencies_wire=tuple(province["agencies"]),
        rounds=tuple(rounds["rounds"]),
        figures=figures["figures"],
        catalogue=resource("catalogue", f"{rounds['catalogue']}.json"),
    )


def read_two_level() -> Sample:
    """Read the same province without its district level: the example of an indicator set made from another."""
    before, now = read_sample(), _read("two-level")
    there = {wire["id"] for wire in now["agencies"]}
    return replace(
        before,
        agencies=tuple(agency_from_wire(wire) for wire in now["agencies"]),
        agencies_wire=tuple(now["agencies"]),
        rounds=tuple(now["rounds"]),
        figures=now["figures"],
        catalogue=resource("catalogue", f"{now['catalogue']}.json"),
        said=now["said"],
        former=tuple(
            {name: wire[name] for name in ("id", "name", "name_en")}
            for wire in before.agencies_wire
            if wire["id"] not in there
        ),
        succession=tuple(now["succession"]),
    )


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8"))
    return found


def deal(total: Decimal, weights: Sequence[int]) -> list[Decimal]:
    """Deal a total out by weight so that the shares add up to it exactly (largest remainder).

    Shares are whole where the total is, otherwise they have its last decimal place.
    """
    exponent = total.as_tuple().exponent
    unit = Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
    pieces = int(total / unit)
    whole = sum(weights)
    shares = [pieces * weight // whole for weight in weights]
    remainders = [pieces * weight % whole for weight in weights]
    largest = sorted(range(len(weights)), key=lambda place: (-remainders[place], place))
    for place in largest[: pieces - sum(shares)]:
        shares[place] += 1
    return [share * unit for share in shares]


def shares_of(indicator: Indicator, printed: str, members: Sequence[Agency]) -> dict[str, Value]:
    """Return what each member reports, so that the consolidated figure is ``printed`` again."""
    value = _read_as(printed, indicator)
    if indicator.consolidation is not Consolidation.SUM or not isinstance(value, Number):
        return {agency.id: value for agency in members}
    dealt = deal(value.amount, [_weight(agency) for agency in members])
    return {
        agency.id: Status.NOT_APPLICABLE if not amount and _weight(agency) % 3 == 0 else Number(amount)
        for agency, amount in zip(members, dealt, strict=True)
    }


def part_of(whole: Mapping[str, Value | None], printed: str, indicator: Indicator) -> dict[str, Value]:
    """Return what each member reports as its part of what it has as a ``whole``, so that all come to ``printed``.

    What is lacking is dealt out unevenly: rates differ. Empty where there is no whole to deal out of.
    """
    amounts = {agency: value.amount for agency, value in whole.items() if isinstance(value, Number)}
    total = _read_as(printed, indicator)
    if not amounts or not isinstance(total, Number):
        return {}
    left = sum(amounts.values(), Decimal(0)) - total.amount
    found: dict[str, Value] = {}
    rest = sum(_lacking(agency) * amount for agency, amount in amounts.items())
    for agency, amount in amounts.items():
        weight = _lacking(agency) * amount
        lacking = (left * weight / rest).to_integral_value() if rest else Decimal(0)
        found[agency] = Number(amount - lacking)
        left, rest = left - lacking, rest - weight
    return found


def _lacking(agency: str) -> int:
    """A made-up share of what an agency does not do in time."""
    return 1 + sha256(f"{agency}/lacking".encode()).digest()[0] % 9


def _read_as(printed: str, indicator: Indicator) -> Value:
    value = values.read(printed, indicator)
    if isinstance(value, values.Ambiguous | values.Unreadable):
        raise Mendable("sample-unreadable", indicator=indicator.id, text=printed)
    return value


def _weight(agency: Agency) -> int:
    """A made-up size, the same in every round: an agency's series runs smooth."""
    return 30 + sha256(agency.id.encode()).digest()[0] % 71


def play(target: Path, passphrase: str, progress: Progress) -> Path:
    """Play the rounds of the printed tables into ``target`` and return Home Affairs' workspace, closed.

    ``progress`` is told the round, and how many of its agencies have handed in. Raises
    ``Mendable('folder-not-empty')`` rather than write over anything.
    """
    if os.path.lexists(target) and (not target.is_dir() or any(target.iterdir())):
        raise Mendable("folder-not-empty", folder=str(target))
    for folder in ("agencies", "rounds", "submissions", "replies", "keys"):
        make_folder(target / folder)
    sample = read_sample()
    with create(target / HOME_AFFAIRS, Office.HOME_AFFAIRS, sample.office, _FOUNDED) as office:
        office_key = _key(office, _holder(sample), passphrase, _FOUNDED)
        journal.name_officer(office, _OFFICER)
        _play_all(target, sample, office, _Desks(target, sample, office, office_key, passphrase, _FOUNDED), progress)
    return target / HOME_AFFAIRS


def play_two_level(target: Path, passphrase: str, progress: Progress) -> None:
    """Go on in a folder that :func:`play` has filled: new agencies get desks and keys of their own, others keep theirs.

    Raises ``Mendable('wrong-passphrase')`` for another than it was played under.
    """
    sample = read_two_level()
    founded = datetime.fromisoformat(sample.rounds[0]["opened_at"])
    with open_workspace(target / HOME_AFFAIRS) as office:
        office_key = keyring.unlock(office, passphrase)
        _play_all(target, sample, office, _Desks(target, sample, office, office_key, passphrase, founded), progress)


def _in_haste(desk: Workspace) -> Workspace:
    """Let a desk not wait for the disk at every step: what is played can be played again."""
    desk.connection.execute("PRAGMA synchronous = OFF")
    return desk


def _play_all(target: Path, sample: Sample, office: Workspace, desks: _Desks, progress: Progress) -> None:
    _in_haste(office)
    try:
        for wire in sample.rounds:
            _play_round(target, sample, wire, office, desks, progress)
    finally:
        desks.close()


class _Desks:
    """The open desks of the sample's agencies and everyone's keys; whoever has none yet is founded on a day."""

    def __init__(
        self,
        target: Path,
        sample: Sample,
        office: Workspace,
        office_key: SigningKey,
        passphrase: str,
        founded: datetime,
    ) -> None:
        self.office_key = office_key
        self.workspaces: dict[str, Workspace] = {}
        self.keys: dict[str, SigningKey] = {}
        for agency in sample.agencies:
            path = target / "agencies" / f"{agency.id}.rdesk"
            if path.exists():
                desk = self.workspaces[agency.id] = _in_haste(open_workspace(path))
                self.keys[agency.id] = keyring.unlock(desk, passphrase)
                continue
            desk = self.workspaces[agency.id] = _in_haste(create(path, Office.AGENCY, agency.id, founded))
            self.keys[agency.id] = _key(desk, agency.name, passphrase, founded)
            pins.pin(office, agency.id, agency.name, self.keys[agency.id].certificate, founded)

    def close(self) -> None:
        for desk in self.workspaces.values():
            desk.close()


def _key(desk: Workspace, holder: str, passphrase: str, founded: datetime) -> SigningKey:
    return keyring.create(desk, holder, passphrase, founded, rounds=_KDF_ROUNDS)


def _holder(sample: Sample) -> str:
    return next(agency.name for agency in sample.agencies if agency.id == sample.office)


def _play_round(
    target: Path,
    sample: Sample,
    wire: Mapping[str, Any],
    office: Workspace,
    desks: _Desks,
    progress: Progress,
) -> None:
    opened = datetime.fromisoformat(wire["opened_at"])
    plan = roundbook.RoundPlan(
        id=wire["id"],
        province=sample.province,
        office=sample.office,
        title=wire["title"],
        short=wire["short"],
        period=wire["period"],
        deadline=date.fromisoformat(wire["deadline"]),
        catalogue=load(sample.catalogue).source,
        agencies=sample.agencies_wire,
        former=sample.former,
        succession=sample.succession,
    )
    blob = roundbook.open_round(office, plan, merged.earlier_answers(office, plan=plan), desks.office_key, opened)
    write_whole(target / "rounds" / f"{plan.id}.rdround", blob)
    for kind in ("submissions", "replies"):
        make_folder(target / kind / plan.id)
    round_ = roundbook.load(office, plan.id)
    shares = _all_shares(sample, round_)
    handed_in: dict[str, submission.Submission] = {}
    finished: dict[str, datetime] = {}
    for number, agency in enumerate(sample.agencies, 1):
        desk = desks.workspaces[agency.id]
        finished[agency.id] = opened + timedelta(days=1 + _weight(agency) % 13, minutes=7 * _weight(agency))
        roundbook.take_round(desk, blob, f"{plan.id}.rdround", opened)
        entry.set_values(desk, round_, shares[agency.id], finished[agency.id], entry.IMPORTED)
        sent, _ = submission.finish(desk, round_, desks.keys[agency.id], "Chuyên viên tổng hợp", finished[agency.id])
        write_whole(target / "submissions" / plan.id / sent.file_name, sent.content)
        handed_in[agency.id] = sent
        progress(plan.id, number, len(sample.agencies))
    _take_in(office, handed_in, finished, Random(plan.id))  # noqa: S311 - a shuffle, not a secret
    _answer(target, office, desks, handed_in, round_)


def _all_shares(sample: Sample, round_: Round) -> dict[str, dict[str, Value]]:
    shares: dict[str, dict[str, Value]] = {agency.id: {} for agency in sample.agencies}
    catalogue, printed = round_.catalogue, sample.figures[round_.id]
    whole_of = {one.rate.numerator: one.rate.denominator for one in catalogue.indicators.values() if one.rate}
    # what is a part of something is dealt out of it
    for name in sorted((name for name in round_.asked if name in printed), key=lambda name: name in whole_of):
        indicator = catalogue.indicators[name]
        asked = reporting(sample.agencies, indicator.reporter)
        words = {one.id: sample.said[one.id][name] for one in asked if name in sample.said.get(one.id, {})}
        members = [one for one in asked if one.id not in words]
        whole = {one.id: shares[one.id].get(whole_of.get(name, "")) for one in members}
        dealt = part_of(whole, printed[name], indicator) or shares_of(indicator, printed[name], members)
        for agency, value in {**dealt, **{one: _read_as(text, indicator) for one, text in words.items()}}.items():
            shares[agency][name] = value
    return shares


def _take_in(
    office: Workspace,
    handed_in: Mapping[str, submission.Submission],
    finished: Mapping[str, datetime],
    chance: Random,
) -> None:
    """Take the files in as they arrive: shuffled, every fifth one twice."""
    arriving = list(handed_in.values())
    arriving += chance.sample(arriving, len(arriving) // 5)
    chance.shuffle(arriving)
    for one in arriving:
        received = finished[one.agency] + timedelta(hours=3)
        verdict = intake.take(office, one.file_name, one.content, "folder", received)
        if verdict.state not in (judgement.ACCEPTED, intake.KNOWN):
            raise Mendable("sample-not-accepted", file=one.file_name, reasons=", ".join(verdict.reasons))


def _answer(
    target: Path,
    office: Workspace,
    desks: _Desks,
    handed_in: Mapping[str, submission.Submission],
    round_: Round,
) -> None:
    """Send every agency its receipt."""
    now = datetime.combine(round_.deadline, datetime.min.time(), UTC) + timedelta(hours=9)
    for agency, one in handed_in.items():
        name = f"{agency}-r{one.revision}.rdreply"
        blob = replies.write(office, round_.id, (agency,), desks.office_key, now)
        write_whole(target / "replies" / round_.id / name, blob)
        inbox.take(desks.workspaces[agency], blob, name, now)
