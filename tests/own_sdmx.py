"""An SDMX export as a reader from PyPI (``sdmx1``) reads it, and compared with the tests' own sums.

The data are read through the structure file alone: nothing here knows the package.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.own_sums import Figure, OwnTotal, Round, plain

READER = Path(__file__).with_name("outsider") / "read_sdmx.py"
PACKAGES = Path(sys.prefix) / "outsider"
"""Where the set-up puts the reader's packages."""

TOTAL = "_T"
FLOW = "REFORM_INDICATORS"
Key = tuple[str, str, str, str]
"""Indicator, agency, block, period."""


@dataclass(frozen=True)
class Observation:
    """What a reader finds at a key: the observation's value as text, and its attributes that are not empty."""

    value: str
    attributes: Mapping[str, str]


@dataclass(frozen=True)
class Export:
    """A data file with its structure; ``codes`` has by code list the codes with their names by language."""

    observations: Mapping[Key, Observation]
    codes: Mapping[str, Mapping[str, Mapping[str, str]]]
    coded: Mapping[str, str]
    """The code list of each component that has one."""


def read_export(data: bytes, structure: bytes) -> Export:
    """Read both files with the reader and its own packages; a key that stands twice is an error."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("data.csv", "structure.xml")]
        for path, content in zip(paths, (data, structure), strict=True):
            path.write_bytes(content)
        made = subprocess.run(
            [sys.executable, READER, *paths, FLOW],
            env={**os.environ, "PYTHONPATH": str(PACKAGES), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=False,
        )
    assert made.returncode == 0, made.stderr.decode()
    read: dict[str, Any] = json.loads(made.stdout)
    observations: dict[Key, Observation] = {}
    for (indicator, reporter, block, when), value, attributes in read["observations"]:
        key = (indicator, reporter, block, when)
        assert key not in observations, key
        observations[key] = Observation(value, attributes)
    return Export(observations, read["codes"], read["coded"])


def unknown_codes(export: Export) -> set[tuple[str, str]]:
    """Return what is used as a code and stands in no code list."""
    used = {(name, code) for key in export.observations for name, code in zip(_CODED, key[:3], strict=True)}
    used |= {
        (name, value)
        for one in export.observations.values()
        for name, value in one.attributes.items()
        if name in export.coded
    }
    return {(name, code) for name, code in used if code not in export.codes[export.coded[name]]}


_CODED = ("INDICATOR", "REPORTER", "BLOCK")
_KINDS = {"mark": "MARK", "text": "TEXT"}


def differences(export: Export, round_: Round, totals: Mapping[str, OwnTotal], period: str) -> list[str]:
    """Compare the observations of a round with the own totals and shares."""
    own = dict(_own(round_, totals, period))
    written = {key: one for key, one in export.observations.items() if key[3] == period and key[0] in totals}
    lines = [f"{key} is not among the own" for key in written.keys() - own.keys()]
    lines += [f"own {key} is not written" for key in own.keys() - written.keys()]
    for key in own.keys() & written.keys():
        found = {"OBS_VALUE": written[key].value, **written[key].attributes}
        lines += [
            f"{key}: {name} is {found.get(name, '')!r}, own {wanted!r}"
            for name, wanted in own[key].items()
            if found.get(name, "") != wanted
        ]
    return lines


def _own(round_: Round, totals: Mapping[str, OwnTotal], period: str) -> Iterator[tuple[Key, dict[str, str]]]:
    for name, total in totals.items():
        kind = round_.indicators[name]["kind"]
        behind = {
            "COVERAGE_ANSWERED": str(total.answered),
            "COVERAGE_OWED": str(total.owed),
            "UNCOMPARED": str(total.provisional),
            "ENTERED": str(len(total.entered)),
            "ADJUSTED": total.decided.why if total.decided else "",
        }
        for block, said in _observed(total.figure, kind):
            yield (name, TOTAL, block, period), {**said, **behind}
        for agency, share in total.shares.items():
            signs = {
                "UNCOMPARED": str(int(agency in total.uncompared)),
                "ENTERED": str(int(agency in total.typed_here)),
            }
            for block, said in _observed(share, kind):
                yield (name, agency, block, period), {**said, **signs}


def _observed(figure: Figure, kind: str) -> Iterator[tuple[str, dict[str, str]]]:
    if figure.rates:
        for block, _, rate in figure.rates:
            yield block, {"OBS_VALUE": plain(rate), "ANSWER": "RATE"}
        return
    if figure.said:
        status = "M" if figure.said == "not-applicable" else "O"
        answer = figure.said.upper().replace("-", "_")
        yield TOTAL, {"OBS_VALUE": "", "ANSWER": answer, "OBS_STATUS": status}
        return
    value = "" if kind == "text" else {"x": "1"}.get(figure.words, figure.words)
    shown = plain(figure.number) if figure.number is not None else value
    yield TOTAL, {"OBS_VALUE": shown, "ANSWER": _KINDS.get(kind, "NUMBER")}


def decimal_of(observation: Observation) -> Decimal | None:
    """Return an observation's value as a number; ``None`` where it has none."""
    return Decimal(observation.value) if observation.value else None
