"""A trial run: a copy of the set-up in a folder of its own, played with, then thrown away.

Its keys are made for it alone, so that nothing of it is taken for real anywhere else; the workspace
that it was started from is only read.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from reformdesk.core import catalogue_reading, entry, founding, keyring, roundbook, submission, values
from reformdesk.core.catalogue import Catalogue, Indicator, Kind
from reformdesk.core.checks import above_their_whole
from reformdesk.core.founding import Foundation
from reformdesk.core.organisation import Agency
from reformdesk.core.outfile import make_folder, write_whole
from reformdesk.core.periods import propose
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.rounds import Round
from reformdesk.core.store import Office, Workspace, create
from reformdesk.core.values import Ambiguous, Number, Unreadable, Value
from reformdesk.errors import StoreError

PASSPHRASE = "chay thu"  # noqa: S105 - shown to everybody; it opens keys that are thrown away
ROUND = "chay-thu"
PLAYERS = 3
_FROM = "trial-of"
_MARK = "chay-thu.txt"
_MARK_WORDS = "Thư mục chạy thử của ReformDesk. Mọi thứ ở đây sẽ bị bỏ; không gửi tệp nào trong này cho ai.\n"
_KDF_ROUNDS = 20_000
_DAYS = 10
_OFFICER = "Chạy thử"


@dataclass(frozen=True)
class Trial:
    """Where a trial lies: its workspace, and the folder with what its agencies sent."""

    workspace: Path
    sent: Path


def start(workspace: Workspace, now: datetime) -> Trial:
    """Lay a trial out beside the workspace: a round is open and three agencies have handed in.

    Raises what writing raises; nothing is left behind then.
    """
    base = founding.foundation(workspace)
    folder = _free_folder(workspace.path.absolute())
    make_folder(folder)
    try:
        write_whole(folder / _MARK, _MARK_WORDS.encode())
        return _play(folder, base, workspace.path.absolute(), now)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _free_folder(path: Path) -> Path:
    """Return a name that is not taken: another trial may not have been thrown away yet."""
    names = (f"{path.stem}-chay-thu{'' if turn == 1 else f'-{turn}'}" for turn in range(1, 1000))
    return next(path.parent / name for name in names if not (path.parent / name).exists())


def _play(folder: Path, base: Foundation, real: Path, now: datetime) -> Trial:
    place = folder / "so-noi-vu"
    sent = folder / "tep-gui-ve"
    for one in (place / "keys", sent):
        make_folder(one)
    path = place / real.name
    with founding.found(path, base.province, base.agencies, now, base.indicators) as office:
        office.set_meta(_FROM, str(real))
        holder = next(str(one["name"]) for one in base.agencies if one["id"] == base.office)
        key = keyring.create(office, holder, PASSPHRASE, now, rounds=_KDF_ROUNDS)
        blob = roundbook.open_round(office, _plan(base, now), (), key, now)
        round_ = roundbook.latest(office)
    write_whole(folder / f"{ROUND}.rdround", blob)
    for agency in _players(round_):
        _hand_in(folder / "don-vi" / agency.id, agency, blob, sent, now)
    return Trial(path, sent)


def _plan(base: Foundation, now: datetime) -> RoundPlan:
    indicators = catalogue_reading.parse(base.indicators)
    year = propose("year", now.year)
    areas = [area.id for area in indicators.areas]
    return RoundPlan(
        id=ROUND,
        province=base.province,
        office=base.office,
        title={"vi": f"CHẠY THỬ – {year.title['vi']}", "en": f"TRIAL RUN – {year.title['en']}"},
        short={"vi": "Chạy thử", "en": "Trial run"},
        period={
            "from": year.starts.isoformat(),
            "to": year.ends.isoformat(),
            "months": year.months,
            "cumulates": year.cumulates,
            "cut_off": {area: year.ends.isoformat() for area in areas},
            "areas": areas,
            "printed": year.printed,
            "printed_in": {},
        },
        deadline=(now + timedelta(days=_DAYS)).date(),
        catalogue=base.indicators,
        agencies=base.agencies,
    )


def _players(round_: Round) -> Sequence[Agency]:
    """Return who plays: one of each group first, then as the list goes on."""
    owing = [agency for agency in round_.agencies if round_.owed(agency.id)]
    first_of = {agency.groups[1:]: agency for agency in reversed(owing) if agency.id != round_.office}
    chosen = sorted(first_of.values(), key=owing.index)
    return [*chosen, *(agency for agency in owing if agency not in chosen)][:PLAYERS]


def _hand_in(place: Path, agency: Agency, blob: bytes, sent: Path, now: datetime) -> None:
    make_folder(place / "keys")
    with create(place / f"{agency.id}.rdesk", Office.AGENCY, agency.id, now) as desk:
        key = keyring.create(desk, agency.name, PASSPHRASE, now, rounds=_KDF_ROUNDS)
        round_, _ = roundbook.take_round(desk, blob, f"{ROUND}.rdround", now)
        indicators = round_.catalogue.indicators
        made_up = {name: _made_up(agency, indicators[name]) for name in round_.owed(agency.id)}
        made_up = _within_their_wholes(round_.catalogue, made_up)
        entry.set_values(desk, round_, made_up, now, entry.IMPORTED)
        for finding in submission.readiness(desk, round_).unexplained:
            entry.set_explanation(desk, round_, finding.indicator, "Số liệu chạy thử", now)
        made, _ = submission.finish(desk, round_, key, _OFFICER, now)
    write_whole(sent / made.file_name, made.content)


def _within_their_wholes(catalogue: Catalogue, made_up: Mapping[str, Value]) -> dict[str, Value]:
    """Return made-up figures with no part above the whole that it is of."""
    figures = dict(made_up)
    while found := {one.indicator for one in above_their_whole(catalogue, figures)}:
        # a part may be the whole of another: figures only sink, so that this ends
        for part in found:
            wholes = (figures[rate.denominator] for rate in catalogue.rates.values() if rate.numerator == part)
            figures[part] = Number(Decimal(min(int(one.amount) for one in wholes if isinstance(one, Number))))
    return figures


def _made_up(agency: Agency, indicator: Indicator) -> Value:
    """Return a figure that could be, the same for the same agency and indicator."""
    size = sha256(f"{agency.id} {indicator.id}".encode()).digest()[0]
    typed = {
        Kind.COUNT: str(5 + size % 60),
        Kind.DECIMAL: f"{5 + size % 60},5",
        Kind.PERCENT: str(75 + size % 25),
        Kind.RATE_OR_BLOCKS: str(75 + size % 25),
        Kind.MARK: "x" if size % 2 else "0",
        Kind.TEXT: "Chạy thử",
    }[indicator.kind]
    value = values.read(typed, indicator)
    if isinstance(value, Ambiguous | Unreadable):
        raise TypeError(indicator.id)
    return value


def started_from(workspace: Workspace) -> Path | None:
    """Return the real workspace of a trial; ``None`` where this one is real itself."""
    path = workspace.meta(_FROM)
    return Path(path) if path else None


def sent_to(workspace: Path) -> Path:
    """Return the folder with what a trial's agencies sent."""
    return workspace.absolute().parent.parent / "tep-gui-ve"


def throw_away(workspace: Path) -> None:
    """Remove a trial with everything in its folder, once its workspace is closed.

    A folder without a trial's mark is left alone. Raises ``StoreError('trial-in-use')`` where
    something in it is still open.
    """
    folder = workspace.absolute().parent.parent
    if not (folder / _MARK).is_file():
        return
    try:
        for one in sorted(folder.iterdir()):
            # the mark goes last: what is left of a folder can still be thrown away
            if one.is_dir():
                shutil.rmtree(one)
            elif one.name != _MARK:
                one.unlink()
        shutil.rmtree(folder)
    except OSError as problem:
        raise StoreError("trial-in-use", folder=str(folder)) from problem
