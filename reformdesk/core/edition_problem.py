"""What is wrong with an edition, and where."""

from __future__ import annotations

from dataclasses import dataclass

from reformdesk.core.catalogue import Label, Reporter, Rule, Severity


@dataclass(frozen=True)
class Asked:
    """An indicator that is no more there, by its id: what it was called, the edition before knows."""

    indicator: str


Param = str | Label | Reporter | Rule | Asked


@dataclass(frozen=True)
class Problem:
    """What is wrong, and where: of the places those that are known are not empty; ``row`` counts from 0.

    ``code`` and ``params`` become words in the interface.
    """

    code: str
    severity: Severity
    params: tuple[tuple[str, Param], ...] = ()
    area: str = ""
    table: str = ""
    row: int | None = None
    indicator: str = ""
    rule: str = ""
    agency: str = ""

    @property
    def blocks(self) -> bool:
        """Whether a draft with it cannot be handed out; else it is only worth a look."""
        return self.severity is Severity.ERROR
