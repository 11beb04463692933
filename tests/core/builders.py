"""A small indicator set and rounds over it, for tests of core."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from reformdesk.core import catalogue_reading, roundbook, store
from reformdesk.core.catalogue import Indicator
from reformdesk.core.rounds import EarlierRound, Round, from_document
from reformdesk.core.store import Office, Workspace
from reformdesk.core.values import Number, Value
from reformdesk.exchange import keys
from reformdesk.exchange.keys import SigningKey

NOW = datetime(2024, 6, 20, 8, 0, tzinfo=UTC)
WRONG_BY = tuple(timedelta(days=days) for days in (0, -3650, 1, 4000, -2, 0, -40, 3650, -1, 700, -700, 5))
"""How far a clock may be off that somebody set at random."""
AGENCIES = ({"id": "a", "name": "A", "groups": ["all"]}, {"id": "b", "name": "B", "groups": ["all"]})


def indicator(name: str = "n", kind: str = "count", **given: Any) -> dict[str, Any]:
    return {
        "id": name,
        "name": name.upper(),
        "kind": kind,
        "nature": "flow",
        "unit": {"vi": "cái", "en": "pieces"},
        "reporter": {"group": "all"},
        "consolidation": "sum",
        **given,
    }


def source(*indicators: dict[str, Any], rules: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    label = {"vi": "Lĩnh vực", "en": "Area"}
    rows = [
        {"number": str(place), "name": one["name"], "level": 0, "indicator": one["id"]}
        for place, one in enumerate(indicators, 1)
    ]
    return {
        "format": catalogue_reading.FORMAT,
        "id": "small",
        "name": label,
        "areas": [{"id": "1", "title": "Lĩnh vực", "short": label, "tiny": label}],
        "blocks": [
            {"id": "so-nganh", "name": {"vi": "Khối sở, ngành", "en": "Departments"}, "also": ["Khối sở ngành"]},
            {"id": "huyen", "name": {"vi": "Khối huyện", "en": "Districts"}},
        ],
        "tables": [
            {
                "id": "1",
                "area": "1",
                "title": "1. Lĩnh vực",
                "layout": "periods-across",
                "columns": [
                    {"kind": "number", "header": "STT"},
                    {"kind": "name", "header": "Chỉ tiêu"},
                    {"kind": "periods"},
                ],
                "rows": rows,
            }
        ],
        "indicators": list(indicators),
        "rules": list(rules),
    }


def rated_source(**changed: Any) -> dict[str, Any]:
    """Return a set of three counts and ``r``, how many in a hundred ``n`` are ``m``; ``changed`` is of that rate."""
    given = {"consolidation": "rate", "rate": {"numerator": "m", "denominator": "n"}, **changed}
    made = source(indicator("m"), indicator("n"), indicator("r", "percent", **given), indicator("o"))
    return {**made, "format": catalogue_reading.format_of(made)}


def one(kind: str = "count", **given: Any) -> Indicator:
    """Return a single indicator of a kind."""
    return catalogue_reading.parse(source(indicator("n", kind, **given))).indicators["n"]


def plan(catalogue_source: Mapping[str, Any], round_id: str = "2024-h1") -> roundbook.RoundPlan:
    return roundbook.RoundPlan(
        id=round_id,
        province="tỉnh Thử",
        office="a",
        title={"vi": "6 tháng đầu năm 2024", "en": "First half of 2024"},
        short={"vi": "6T 2024", "en": "H1 2024"},
        period={
            "from": "2023-12-15",
            "to": "2024-06-14",
            "months": 6,
            "cumulates": True,
            "cut_off": {"1": "2024-05-31"},
            "areas": ["1"],
            "printed": "Năm 2024 (tính đến {cut_off})",
            "printed_in": {},
        },
        deadline=date(2024, 7, 5),
        catalogue=catalogue_source,
        agencies=AGENCIES,
    )


def key(holder: str = "A") -> SigningKey:
    return keys.unlock(keys.create(holder, "a", "thử", NOW, rounds=1000), "thử")


def round_of(catalogue_source: Mapping[str, Any], **changed: Any) -> Round:
    """Return a round over an indicator set, of three agencies where no others are given."""
    third = {"id": "c", "name": "C", "groups": ["all"]}
    made = replace(plan(catalogue_source), **{"agencies": (*AGENCIES, third), **changed})
    return from_document(roundbook.document_of(made, NOW), "0" * 64)


def opened(
    folder: Path, *indicators: dict[str, Any], rules: tuple[dict[str, Any], ...] = ()
) -> tuple[Workspace, Round]:
    """Return agency ``a``'s desk with a round over the given indicators."""
    sealing = key("Sở Nội vụ")
    with store.create(folder / "office.rdesk", Office.HOME_AFFAIRS, "a", NOW) as office:
        blob = roundbook.open_round(office, plan(source(*indicators, rules=rules)), (), sealing, NOW)
    desk = store.create(folder / "a.rdesk", Office.AGENCY, "a", NOW)
    round_, _ = roundbook.take_round(desk, blob, "2024-h1.rdround", NOW)
    return desk, round_


def with_past(
    round_: Round, answers: Mapping[str, Value], *, months: int = 12, ends: date = date(2023, 12, 14)
) -> Round:
    """Return the round with one more earlier round, answered so by agency ``a``."""
    past = EarlierRound("past", round_.title, round_.short, months, ends, {"a": answers})
    return replace(round_, earlier=(*round_.earlier, past))


def number(text: str) -> Number:
    return Number(Decimal(text))
