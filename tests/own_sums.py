"""What a round's totals must be, computed from what was typed: the tests' own way to every printed figure.

Nothing here is shared with the package. The indicators' kinds, reporters and consolidations are read as the
round file's JSON words them; what was typed is read as it is written in Vietnam; the arithmetic is done
anew, exactly. So it can bear witness about the report.

Use: `totals(round_json(path), counting)`, where `counting` has by agency what counts of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

Json = Mapping[str, Any]

WORDS = {"Chưa thực hiện": "not-done", "Đang triển khai": "in-progress", "Không áp dụng": "not-applicable"}
"""The answers that are no figure as they are typed and printed, and what machines call them."""

_SAID = {code: words for words, code in WORDS.items()}
_BLANK = "blank"


@dataclass(frozen=True)
class Figure:
    """One answer or total: a number, or words (`x`, `0`, a text), or rates by block, or what is said instead.

    `said` is empty for a figure, else the code of an answer that is none.
    """

    number: Decimal | None = None
    words: str = ""
    rates: tuple[tuple[str, str, Decimal], ...] = ()
    said: str = ""

    @property
    def is_answer(self) -> bool:
        return self.said != _BLANK


BLANK = Figure(said=_BLANK)


@dataclass(frozen=True)
class Counting:
    """What counts of an agency: what was typed, by indicator, and on whose word.

    `provisional`: nobody has compared its key yet. `entered`: Home Affairs typed it on behalf.
    """

    typed: Mapping[str, str]
    provisional: bool = False
    entered: bool = False


@dataclass(frozen=True)
class Decided:
    """What an officer put in place of a total, as it was typed, why, and what was computed then, as printed."""

    figure: str
    why: str
    computed: str


@dataclass(frozen=True)
class OwnTotal:
    """A total with its shares by agency, in the office's order; `answered` of `owed` stand behind it.

    `uncompared` are the agencies whose key nobody has compared, `typed_here` those whose share Home Affairs
    typed, answered or not. `folded` is what the shares come to where an officer decided on another figure.
    Of a mean that weighs, `unweighed` agencies gave a rate and not what it weighs; `plain` where none did.
    """

    figure: Figure
    shares: Mapping[str, Figure]
    answered: int
    owed: int
    uncompared: tuple[str, ...] = ()
    typed_here: tuple[str, ...] = ()
    folded: Figure | None = None
    decided: Decided | None = None
    unweighed: int = 0
    plain: bool = False

    @property
    def provisional(self) -> int:
        """How many answers stand under a key that nobody has compared."""
        return sum(self.shares[one].is_answer for one in self.uncompared)

    @property
    def entered(self) -> tuple[str, ...]:
        """Whose answers Home Affairs typed."""
        return tuple(one for one in self.typed_here if self.shares[one].is_answer)

    @property
    def coverage(self) -> str:
        return f"{self.answered}/{self.owed}"


@dataclass(frozen=True)
class Round:
    """A round file's JSON, with its indicators by id."""

    json: Json
    indicators: Mapping[str, Json] = field(default_factory=dict)

    @property
    def tables(self) -> Sequence[Json]:
        return [one for one in self.json["catalogue"]["tables"] if one["area"] in self.json["period"]["areas"]]

    @property
    def asked(self) -> list[str]:
        """The indicators that the round asks for, in printed order."""
        return [name for table in self.tables for name in _indicators_of(table)]

    def name_of(self, agency: str) -> str:
        """What an agency is called."""
        return next(str(one["name"]) for one in self.json["agencies"] if one["id"] == agency)

    def owing(self, name: str) -> list[str]:
        """The agencies that owe an indicator, in the office's order."""
        who = self.indicators[name]["reporter"]
        return [
            one["id"]
            for one in self.json["agencies"]
            if (one["id"] == who["agency"] if "agency" in who else who["group"] in one["groups"])
        ]

    def owed(self, agency: str) -> list[str]:
        """What an agency owes, in printed order; nobody owes what is computed."""
        return [name for name in self.asked if agency in self.owing(name) and "rate" not in self.indicators[name]]


def _indicators_of(table: Json) -> Iterator[str]:
    for one in (*table["rows"], *table["columns"]):
        if one.get("indicator"):
            yield one["indicator"]


def round_json(path: Path) -> Round:
    """Read the JSON in a round file."""
    with ZipFile(path) as container:
        return round_of(json.loads(container.read("round.json")))


def round_of(document: Json) -> Round:
    return Round(document, {one["id"]: one for one in document["catalogue"]["indicators"]})


def read(typed: str, indicator: Json, blocks: Sequence[Json] = ()) -> Figure:
    """Read what was typed for an indicator."""
    if not typed:
        return BLANK
    if typed in WORDS:
        return Figure(said=WORDS[typed])
    if indicator["kind"] in ("mark", "text"):
        return Figure(words=typed)
    if ":" in typed:
        return Figure(rates=tuple(_rate(line.strip(), blocks) for line in typed.replace(";", "\n").split("\n")))
    return Figure(number=number(typed))


def number(typed: str) -> Decimal:
    """Read a number: a dot groups thousands, a comma is the decimal sign."""
    return Decimal(typed.split(maxsplit=1)[0].rstrip("%").replace(".", "").replace(",", "."))


def _rate(line: str, blocks: Sequence[Json]) -> tuple[str, str, Decimal]:
    label, _, rate = line.partition(":")
    name = label.lstrip("- ")
    block = next(one["id"] for one in blocks if name in (one["name"]["vi"], *one["also"]))
    return block, label, number(rate.strip())


def totals(
    round_: Round, counting: Mapping[str, Counting], decided: Mapping[str, Decided] | None = None
) -> dict[str, OwnTotal]:
    """Return every total of a round; `decided` has what an officer put in place of a computed one."""
    return {name: _total(round_, name, counting, (decided or {}).get(name)) for name in round_.asked}


def _total(round_: Round, name: str, counting: Mapping[str, Counting], decided: Decided | None) -> OwnTotal:
    indicator = round_.indicators[name]
    blocks = round_.json["catalogue"].get("blocks", ())
    owing = round_.owing(name)
    sent = {agency: counting[agency] for agency in owing if agency in counting}
    shares = {agency: _answer(round_, name, one.typed) for agency, one in sent.items()}
    excused = [agency for agency, share in shares.items() if share.said == "not-applicable"]
    weights = _weights(round_, indicator, counting)
    folded = _fold(indicator, shares, weights)
    if "rate" in indicator and any(not share.said for share in shares.values()):
        folded = _rate_of_all(round_, indicator, sent.values())
    given = [agency for agency, share in shares.items() if not share.said]
    unweighed = sum(agency not in weights for agency in given) if indicator.get("weight") else 0
    if not any(weights.get(agency) for agency in given):
        unweighed = len(given) if indicator.get("weight") else 0
    return OwnTotal(
        read(decided.figure, indicator, blocks) if decided else folded,
        shares,
        sum(share.is_answer for share in shares.values()) - len(excused),
        len(owing) - len(excused),
        uncompared=tuple(agency for agency, one in sent.items() if one.provisional),
        typed_here=tuple(agency for agency, one in sent.items() if one.entered),
        folded=folded if decided else None,
        decided=decided,
        unweighed=unweighed,
        plain=1 < unweighed == len(given),
    )


def _answer(round_: Round, name: str, typed: Mapping[str, str]) -> Figure:
    """What an agency says of an indicator: what it typed, or what two others come to."""
    indicator, blocks = round_.indicators[name], round_.json["catalogue"].get("blocks", ())
    if "rate" not in indicator:
        return read(typed.get(name, ""), indicator, blocks)
    parts = [_answer(round_, indicator["rate"][part], typed) for part in ("numerator", "denominator")]
    said = [one.said for one in parts if one.said]
    if said:
        return Figure(said=next(one for one in ("not-applicable", _BLANK, "not-done", "in-progress") if one in said))
    return _in_a_hundred(*(one.number or Decimal(0) for one in parts))


def _in_a_hundred(part: Decimal, whole: Decimal) -> Figure:
    """Nothing of nothing is no rate at all; something of nothing cannot be."""
    if whole:
        return Figure(number=(100 * part / whole).quantize(Decimal("0.01"), ROUND_HALF_UP))
    return BLANK if part else Figure(said="not-applicable")


def _rate_of_all(round_: Round, indicator: Json, sent: Iterable[Counting]) -> Figure:
    """So many of all in a hundred of all, of those who gave both."""
    pairs = [
        [_answer(round_, indicator["rate"][part], one.typed).number for part in ("numerator", "denominator")]
        for one in sent
    ]
    whole = [(part, of) for part, of in pairs if part is not None and of is not None]
    return _in_a_hundred(sum((part for part, _ in whole), Decimal(0)), sum((of for _, of in whole), Decimal(0)))


def _weights(round_: Round, indicator: Json, counting: Mapping[str, Counting]) -> dict[str, Decimal]:
    """How much each agency's share weighs: as the indicator that this one names says, else all alike."""
    weight = indicator.get("weight")
    if not weight:
        return {}
    said = {agency: read(one.typed.get(weight, ""), round_.indicators[weight]) for agency, one in counting.items()}
    return {agency: figure.number for agency, figure in said.items() if figure.number is not None}


def _fold(indicator: Json, shares: Mapping[str, Figure], weights: Mapping[str, Decimal]) -> Figure:
    figures = {agency: share for agency, share in shares.items() if not share.said}
    if not figures:
        said = {share.said for share in shares.values()}
        return next((Figure(said=one) for one in ("in-progress", "not-done", "not-applicable") if one in said), BLANK)
    given = list(figures.values())
    how = indicator["consolidation"]
    if how == "sole":
        return given[0]
    if how == "sum":
        return Figure(number=sum((one.number or Decimal(0) for one in given), Decimal(0)))
    if how == "mean":
        return Figure(number=_mean(figures, weights))
    if indicator["kind"] == "text":
        return Figure(words="\n".join(dict.fromkeys(one.words for one in given)))
    return Figure(words="x" if any(one.words == "x" for one in given) else "0")


def _mean(figures: Mapping[str, Figure], weights: Mapping[str, Decimal]) -> Decimal:
    weighing = {agency: weights.get(agency, Decimal(0)) for agency in figures}
    if not sum(weighing.values()):
        weighing = dict.fromkeys(figures, Decimal(1))
    whole = sum(weighing.values(), Decimal(0))
    weighed = sum((_worth(figures[agency]) * weight for agency, weight in weighing.items()), Decimal(0))
    return (weighed / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _worth(figure: Figure) -> Decimal:
    if figure.rates:
        return sum((rate for _, _, rate in figure.rates), Decimal(0)) / len(figure.rates)
    return figure.number or Decimal(0)


def plain(amount: Decimal) -> str:
    """Write a number for machines: 83.4600 is `83.46`, and 1E+3 is `1000`."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def printed(figure: Figure, indicator: Json) -> str:
    """Write a figure as the tables print it."""
    if figure.said:
        return _SAID.get(figure.said, "")
    if figure.rates:
        return "\n".join(f"{label}: {_grouped(rate)}%" for _, label, rate in figure.rates)
    if figure.number is None:
        return figure.words
    text = _grouped(figure.number, indicator.get("digits", 1))
    if indicator["kind"] == "rate-or-blocks":
        return f"{text}%"
    return f"{text} {indicator['written_unit']}" if indicator.get("written_unit") else text


def _grouped(amount: Decimal, digits: int = 1) -> str:
    whole, _, fraction = plain(amount).partition(".")
    grouped = f"{int(whole):,}".replace(",", ".").rjust(digits, "0")
    return f"{grouped},{fraction}" if fraction else grouped


def wire(figure: Figure, indicator: Json) -> Json:
    """Write a figure as the exchange files and `report.json` carry it."""
    if figure.said:
        return {"status": figure.said}
    if figure.rates:
        return {"rates": [{"block": block, "label": label, "rate": plain(rate)} for block, label, rate in figure.rates]}
    if figure.number is not None:
        return {"number": plain(figure.number)}
    return {"mark" if indicator["kind"] == "mark" else "text": figure.words}


def tidy(figure: Figure) -> tuple[str, str]:
    """Write a figure as `report.csv` has it: value and status."""
    if figure.said:
        return "", figure.said
    if figure.rates:
        return "; ".join(f"{block}={plain(rate)}" for block, _, rate in figure.rates), ""
    return (plain(figure.number) if figure.number is not None else figure.words), ""
