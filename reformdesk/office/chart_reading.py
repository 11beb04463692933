"""The figures of a document's charts read back, as tables: a line for each category, a column for each series."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from reformdesk.office.container import parsed

_DIGITS = 12
"""How many digits of a drawn figure are compared; programs draw no more."""


def charts_in(paragraph: Any, related: Any) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield the charts of a paragraph, each as its lines of texts; ``related`` are the document's parts by relation.

    Raises :class:`ValueError` and ``KeyError`` on a mangled chart.
    """
    for found in paragraph.iter(qn("c:chart")):
        content = related[found.get(qn("r:id"))].blob
        try:
            root = parsed(content)
        except etree.XMLSyntaxError as problem:
            raise ValueError("no chart") from problem
        yield tuple(_lines(root))


def _lines(root: Any) -> Iterator[tuple[str, ...]]:
    series = list(root.iter(qn("c:ser")))
    yield ("", *(_name(one) for one in series))
    names = _points(series[0], "c:cat", "c:xVal") if series else {}
    values = [_points(one, "c:val", "c:yVal") for one in series]
    for place in sorted({*names, *(place for one in values for place in one)}):
        yield (names.get(place, ""), *(one.get(place, "") for one in values))


def _name(series: Any) -> str:
    return next((one.text or "" for title in series.iterchildren(qn("c:tx")) for one in title.iter(qn("c:v"))), "")


def _points(series: Any, *kinds: str) -> dict[int, str]:
    """Return what a series has at each of its places; a place without a figure is left out."""
    found = {}
    for axis in series.iterchildren(*map(qn, kinds)):
        for point in axis.iter(qn("c:pt")):
            text = _plain("".join(one.text or "" for one in point.iter(qn("c:v"))))
            if text:
                found[int(point.get("idx"))] = text
    return found


def _plain(text: str) -> str:
    """Return a figure as it is compared; other text, such as a category, as it is."""
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return text.strip()
    return f"{Decimal(f'{amount:.{_DIGITS}g}').normalize():f}" if amount.is_finite() else ""
