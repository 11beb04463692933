"""Setting up Home Affairs' desk: the province, its agencies, and what the next round starts from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reformdesk.assets import resource
from reformdesk.core import catalogue_reading, filing, register, register_rounds, roundbook
from reformdesk.core.catalogue import Catalogue, Label
from reformdesk.core.register import Register
from reformdesk.core.register_rounds import HandedOut
from reformdesk.core.round_labels import in_order
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.store import Office, Workspace, create
from reformdesk.core.text import fold, nfc
from reformdesk.errors import Mendable, Refused
from reformdesk.exchange.payload import kept_round

TEMPLATE, EXAMPLE = "2021-2024", "two-level-2025"
_FOUNDATION = "foundation"
_REGISTER = "register"
_LARGEST_EDITION = 32 * 1024 * 1024


@dataclass(frozen=True)
class Foundation:
    """What a set-up is: ``indicators`` is the indicator set's JSON form, of one's own or the template's."""

    province: str
    office: str
    agencies: tuple[Mapping[str, Any], ...]
    indicators: Mapping[str, Any]


def template_agencies() -> tuple[Mapping[str, Any], ...]:
    """Return the sample province's agencies, a list to start from."""
    sample = json.loads(resource("sample", "province.json").read_text(encoding="utf-8"))
    return tuple(sample["agencies"])


def template_indicators() -> Catalogue:
    """Return the indicator set that ships with the program."""
    return catalogue_reading.load(resource("catalogue", f"{TEMPLATE}.json"))


def office_among(agencies: Iterable[Mapping[str, Any]]) -> str | None:
    """Return the id of the agency that is Home Affairs, known by its name."""
    return next((str(one["id"]) for one in agencies if fold(one["name"]).startswith("so noi vu")), None)


def found(
    path: Path,
    province: str,
    agencies: tuple[Mapping[str, Any], ...],
    now: datetime,
    indicators: Mapping[str, Any] | None = None,
) -> Workspace:
    """Make Home Affairs' workspace; without ``indicators`` its rounds begin with the template's.

    Raises ``Mendable``: ``province-missing``, ``no-home-affairs``, what reading the indicator set raises,
    and what creating a workspace raises.
    """
    name = " ".join(nfc(province).split())
    if not name:
        raise Mendable("province-missing")
    office = office_among(agencies)
    if office is None:
        raise Mendable("no-home-affairs")
    foundation: dict[str, Any] = {"province": name, "office": office, "agencies": list(agencies)}
    if indicators is not None:
        catalogue_reading.parse(indicators)
        foundation["indicators"] = indicators
    workspace = create(path, Office.HOME_AFFAIRS, office, now)
    workspace.set_meta(_FOUNDATION, json.dumps(foundation, ensure_ascii=False))
    return workspace


def foundation(workspace: Workspace) -> Foundation:
    """Return what rounds start from: the last round's province, agencies and indicators, else what was set up.

    Raises ``Mendable('no-round')`` where there is neither.
    """
    known = roundbook.round_ids(workspace)
    if known:
        newest = filing.filed(workspace, "round", known[-1])[-1]
        last = kept_round(filing.data_of(workspace, str(newest["digest"])))
        return Foundation(last.province, last.office, last.agencies, last.catalogue)
    wire = json.loads(workspace.meta(_FOUNDATION, "{}"))
    if not wire:
        raise Mendable("no-round")
    indicators = wire.get("indicators") or template_indicators().source
    return Foundation(wire["province"], wire["office"], tuple(wire["agencies"]), indicators)


def _kept_register(workspace: Workspace) -> Mapping[str, Any]:
    try:
        kept = json.loads(workspace.meta(_REGISTER, "{}"))
    except (ValueError, RecursionError) as problem:
        raise Refused("invalid-register", detail="JSON") from problem
    if not isinstance(kept, dict) or (kept and "register" not in kept):
        raise Refused("invalid-register", detail=_REGISTER)
    return kept


def agencies_over_time(workspace: Workspace) -> Register:
    """Return the office's register of agencies: as it was kept last, with what rounds have said since.

    Where none was kept the rounds tell it, and before the first round the set-up. Raises
    ``Mendable('no-round')`` where there is nothing, and ``Refused`` as reading a register does.
    """
    kept = _kept_register(workspace)
    begun = register.from_wire(kept["register"]) if kept else None
    known = list(in_order(workspace).values())
    seen = set(kept.get("rounds", ())).intersection(known)
    new = [_handed_out(workspace, digest) for digest in known if digest not in seen]
    if not new:
        base = foundation(workspace)
        return begun or register.from_agencies(base.agencies, office=base.office)
    told = register_rounds.of_rounds(new, workspace.owner, begun)
    if told == begun or not seen:
        return told
    # what an earlier round changed gives way to what later ones were handed out with
    first = min(one.day for one in new)
    seen_before = (_handed_out(workspace, digest) for digest in known if digest in seen)
    later = [one for one in seen_before if one.day > first]
    return register_rounds.of_rounds([*new, *later], workspace.owner, begun)


def _handed_out(workspace: Workspace, digest: str) -> HandedOut:
    document = kept_round(filing.data_of(workspace, digest))
    day = date.fromisoformat(document.period["to"])
    return HandedOut(day, document.agencies, document.former, document.succession)


def keep_register(workspace: Workspace, kept: Register) -> None:
    """Keep the register of a draft that goes into force with the round that is handed out of it."""
    rounds = sorted(in_order(workspace).values())
    wire = {"register": register.to_wire(kept), "rounds": rounds}
    workspace.set_meta(_REGISTER, json.dumps(wire, ensure_ascii=False))


def base_plan(workspace: Workspace, day: date | None = None) -> RoundPlan:
    """Return what the next round starts from: the last round, else what was set up.

    With the last ``day`` of its period it has the agencies of that day, and who had succeeded whom by then.
    """
    known = roundbook.round_ids(workspace)
    if known:
        newest = filing.filed(workspace, "round", known[-1])[-1]
        last = kept_round(filing.data_of(workspace, str(newest["digest"])))
        plan = replace(roundbook.plan_in(last), id="", title={}, short={})
    else:
        plan = _set_up_plan(workspace)
    return plan if day is None else as_of(plan, agencies_over_time(workspace), day)


def as_of(plan: RoundPlan, agencies: Register, day: date) -> RoundPlan:
    """Return a plan with the agencies that there are on a day, and who had succeeded whom by then."""
    return replace(
        plan,
        agencies=agencies.wire_at(day),
        former=agencies.former_wire(day),
        succession=agencies.succession_wire(day),
    )


def _set_up_plan(workspace: Workspace) -> RoundPlan:
    base = foundation(workspace)
    return RoundPlan(
        id="",
        province=base.province,
        office=base.office,
        title={},
        short={},
        period={},
        deadline=date.min,
        catalogue=base.indicators,
        agencies=base.agencies,
    )


@dataclass(frozen=True, eq=False)
class Edition:
    """An indicator set that a round may ask by: ``source`` in its JSON form.

    ``round`` is the newest round that asked by it, ``file`` the file it was read from, ``is_drawn`` where it
    was drawn at this desk; those that ship with the program have none of them.
    """

    source: Mapping[str, Any]
    name: Label
    round: Label | None = None
    file: str = ""
    is_drawn: bool = False


def editions(workspace: Workspace) -> tuple[Edition, ...]:
    """Return the indicator sets that there are: those of the rounds, newest first, the program's own, its example."""
    found: list[Edition] = []
    for round_id in reversed(roundbook.round_ids(workspace)):
        round_ = roundbook.load(workspace, round_id)
        if all(round_.catalogue.source != one.source for one in found):
            found.append(Edition(round_.catalogue.source, round_.catalogue.name, round_.title))
    for name in (TEMPLATE, EXAMPLE):
        shipped = catalogue_reading.load(resource("catalogue", f"{name}.json"))
        if all(shipped.source != one.source for one in found):
            found.append(Edition(shipped.source, shipped.name))
    return tuple(found)


def edition_in(path: Path) -> Edition:
    """Read an indicator set from its own JSON file, or from a round file.

    Raises ``Mendable('file-unreadable')``, ``Refused``: ``too-large``, ``invalid-catalogue``, and what reading a
    round file raises.
    """
    try:
        if path.stat().st_size > _LARGEST_EDITION:
            raise Refused("too-large", file=path.name)
        content = path.read_bytes()
    except OSError as problem:
        raise Mendable("file-unreadable", file=str(path)) from problem
    try:
        source = json.loads(content)
    except (ValueError, RecursionError):
        found = roundbook.read_round_file(content)[1].catalogue
    else:
        if not isinstance(source, dict):
            raise Refused("invalid-catalogue", where=path.name)
        found = catalogue_reading.parse(source)
    return Edition(found.source, found.name, file=path.name)
