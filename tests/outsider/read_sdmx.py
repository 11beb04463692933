"""Reads an SDMX-CSV file through its structure file, as a statistical office would: with ``sdmx1`` from PyPI alone.

``python read_sdmx.py DATA STRUCTURE FLOW`` prints what it found as JSON. It runs with the packages of
``requirements.lock`` beside it, which the program's own environment does not have: pandas among them would be
loaded by every process that opens a workspace.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import sdmx  # type: ignore[import-not-found] # not in the environment that types are checked in

DIMENSIONS = ("INDICATOR", "REPORTER", "BLOCK", "TIME_PERIOD")


def main(data: str, structure: str, name: str) -> None:
    """Print observations (key, value, attributes), the code lists, and which list each component takes codes from."""
    with Path(structure).open("rb") as file:
        message: Any = sdmx.read_sdmx(file, format="XML")
    flow = message.dataflow[name]
    with Path(data).open("rb") as file:
        found: Any = sdmx.read_sdmx(file, format="CSV", structure=flow)
    (data_set,) = found.data
    parts = (*flow.structure.dimensions.components, *flow.structure.attributes.components)
    enumerated = ((part.id, part.local_representation.enumerated) for part in parts)
    json.dump(
        {
            "observations": [
                [
                    [str(one.dimension.values[part].value) for part in DIMENSIONS],
                    str(one.value),
                    {part: str(held.value) for part, held in one.attached_attribute.items() if held.value},
                ]
                for one in data_set.obs
            ],
            "codes": {
                part: {code.id: dict(code.name.localizations) for code in codes.items.values()}
                for part, codes in message.codelist.items()
            },
            "coded": {part: codes.id for part, codes in enumerated if codes is not None},
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
