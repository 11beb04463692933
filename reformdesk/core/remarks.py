"""What a printed total has to say about itself: the signs beside it, and the notes below its table.

A total may bear several remarks. Each kind with a sign of its own has one note a table, which gathers
whom it is about; how far a total is covered goes by letters, all else by numbers, in the order of
reading and the same words under the same sign.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from string import Formatter, ascii_lowercase

from reformdesk.core.catalogue import Indicator
from reformdesk.core.consolidation import Total
from reformdesk.core.values import Status, Value, write

PROVISIONAL = "(*)"
"""What stands behind a total with a share whose key nobody has compared yet."""

ENTERED = "(**)"
"""What stands behind a total with a share that Home Affairs entered on behalf."""

PROVISIONAL_NOTE = "(*) Có số liệu tiếp nhận tạm, chưa đối chiếu khóa xác thực của đơn vị."

_NO_FIGURE = "chưa có số"


class About(StrEnum):
    """What a remark says."""

    PROVISIONAL = "provisional"
    ENTERED = "entered"
    PARTIAL = "partial"
    ADJUSTED = "adjusted"
    OVERTAKEN = "overtaken"
    CONTESTED = "contested"
    PLAIN_MEAN = "plain-mean"
    UNWEIGHED = "unweighed"
    ONE_PART = "one-part"
    FROM_ADJUSTED = "from-adjusted"
    PAST = "past"


_SIGNS = {About.PROVISIONAL: PROVISIONAL, About.ENTERED: ENTERED}

_PRINTED = {
    About.PROVISIONAL: PROVISIONAL_NOTE.removeprefix(f"{PROVISIONAL} "),
    About.ENTERED: "Có số liệu do Sở Nội vụ nhập thay đơn vị",
    About.PARTIAL: "Có số liệu của {coverage} đơn vị.",
    About.ADJUSTED: "Điều chỉnh số tổng hợp; số tính từ các đơn vị là {computed}. Lý do: {reason}",
    About.OVERTAKEN: (
        "Điều chỉnh số tổng hợp khi số tính từ các đơn vị là {computed}, nay số tính được là {now}. Lý do: {reason}"
    ),
    About.CONTESTED: "Có hai cách điều chỉnh khác nhau, chưa quyết định; đây là số tính từ các đơn vị.",
    About.PLAIN_MEAN: "Bình quân cộng của các đơn vị, vì chưa có số liệu để tính tỷ lệ chung.",
    About.UNWEIGHED: "Chưa tính {count} đơn vị có tỷ lệ nhưng chưa có số liệu để tính tỷ lệ chung.",
    About.ONE_PART: "Chưa tính {count} đơn vị mới có tử số hoặc mẫu số.",
    About.FROM_ADJUSTED: "Tính từ tử số, mẫu số đã điều chỉnh; tỷ lệ tính từ các đơn vị là {computed}.",
    About.PAST: "Số liệu đã báo cáo, không có số liệu từng đơn vị.",
}
"""The notes as the report prints them; like the tables' own words they are the same in every language."""


@dataclass(frozen=True)
class Remark:
    """One thing to say of a total.

    A figure among ``params`` is empty where there is none; ``agencies`` are the names of those it is about,
    where they are listed.
    """

    about: About
    params: tuple[tuple[str, str], ...] = ()
    agencies: tuple[str, ...] = ()

    @property
    def printed(self) -> str:
        """The words below a printed table."""
        params = {name: text or _NO_FIGURE for name, text in self.params}
        words = Formatter().vformat(_PRINTED[self.about], (), params)
        return f"{words}: {', '.join(self.agencies)}." if self.agencies else words


@dataclass(frozen=True)
class Note:
    """A remark under the sign that the totals of one table bear for it."""

    sign: str
    remark: Remark

    @property
    def printed(self) -> str:
        """The line below a printed table."""
        return f"{self.sign} {self.remark.printed}"


def remarks_on(total: Total, indicator: Indicator, entered_for: tuple[str, ...] = ()) -> tuple[Remark, ...]:
    """Return all that is to be said of a total, in the order of its signs.

    ``entered_for`` names the agencies for which something behind it was entered, as far as they are known.
    """
    return (*_on_shares(total, entered_for), *_on_figure(total, indicator))


def _on_shares(total: Total, entered_for: tuple[str, ...]) -> Iterable[Remark]:
    """Yield what the shares behind a printed figure lack."""
    if total.value is Status.BLANK:
        return
    if total.provisional:
        yield Remark(About.PROVISIONAL)
    if total.entered:
        yield Remark(About.ENTERED, agencies=entered_for)
    if total.is_partial and not total.is_past:
        yield Remark(About.PARTIAL, (("coverage", total.coverage),))
    if total.adjusted or total.from_adjusted:
        return
    if total.one_part:
        yield Remark(About.ONE_PART, (("count", str(total.one_part)),))
    if total.plain_mean:
        yield Remark(About.PLAIN_MEAN)
    elif total.unweighed:
        yield Remark(About.UNWEIGHED, (("count", str(total.unweighed)),))


def _on_figure(total: Total, indicator: Indicator) -> Iterable[Remark]:
    """Yield what officers decided on the figure; a past one is told of by its heading."""
    if total.contested:
        yield Remark(About.CONTESTED)
    if total.from_adjusted:
        yield Remark(About.FROM_ADJUSTED, (("computed", _figure(total.computed, indicator)),))
    if not total.adjusted or total.is_past:
        return
    reason = ("reason", total.adjusted)
    if total.is_overtaken:
        known = total.computed if total.decided_on is None else total.decided_on
        now = ("now", _figure(total.computed, indicator))
        yield Remark(About.OVERTAKEN, (("computed", _figure(known, indicator)), now, reason))
    else:
        yield Remark(About.ADJUSTED, (("computed", _figure(total.computed, indicator)), reason))


def _figure(value: Value, indicator: Indicator) -> str:
    return write(value, indicator).replace("\n", "; ")


def notes_on(remarks: Iterable[Remark]) -> dict[Remark, Note]:
    """Give every remark of a table, in the order of reading, its sign.

    The notes come in the order of their signs, and the values repeat where remarks share one.
    """
    distinct = list(dict.fromkeys(remarks))
    gathered = {
        about: replace(
            next(one for one in distinct if one.about is about),
            agencies=tuple(dict.fromkeys(name for one in distinct if one.about is about for name in one.agencies)),
        )
        for about in _SIGNS
        if any(one.about is about for one in distinct)
    }
    notes = {one: Note(_SIGNS[about], gathered[about]) for about in gathered for one in distinct if one.about is about}
    covered = [one for one in distinct if one.about is About.PARTIAL]
    numbered = [one for one in distinct if one.about not in (*_SIGNS, About.PARTIAL)]
    notes |= {one: Note(f"({_letters(place)})", one) for place, one in enumerate(covered)}
    return notes | {one: Note(f"({place})", one) for place, one in enumerate(numbered, 1)}


def _letters(place: int) -> str:
    """Count in letters: a to z, then aa and so on."""
    above, letter = divmod(place, len(ascii_lowercase))
    return (_letters(above - 1) if above else "") + ascii_lowercase[letter]
