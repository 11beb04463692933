"""The register as a list to mend or to add to: read back as it is, it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from reformdesk.core.agency_list import shown_groups
from reformdesk.core.catalogue import Label
from reformdesk.core.list_headings import AGENCY_COLUMNS, SUCCESSION_COLUMNS
from reformdesk.core.listed_names import Names, own_groups
from reformdesk.core.listed_rows import BETWEEN, ListForm
from reformdesk.core.organisation import Succession
from reformdesk.core.register import Entry, Register

_AGENCIES = Label("Đơn vị", "Agencies")
_SUCCESSION = Label("Kế thừa", "Succession")
_ABOUT_AGENCIES = Label(
    "Mỗi dòng là một đơn vị. Đơn vị nào không có trong danh sách thì giữ nguyên như đang có.",
    "Each row is an agency. Whoever the list does not name stays as they are.",
)
_ABOUT_SUCCESSION = Label(
    "Chỉ dùng khi nhiệm vụ được chia cho nhiều nơi hoặc đơn vị cũ vẫn còn; mỗi dòng là một nơi tiếp nhận.",
    "Only where tasks were divided or the predecessor stays: each row is one who took over.",
)


def forms(register: Register, language: str) -> tuple[ListForm, ListForm]:
    """Return the agencies over time and who took over from whom, as two sheets."""
    rows = []
    parted = []
    writing = _Writing(register, language)
    for entry in register.entries:
        handed = [one for one in register.successions if one.before == entry.id]
        at_once = bool(handed) and all(one.indicators is None and one.on == entry.dissolved for one in handed)
        rows += list(writing.rows(entry, handed if at_once else ()))
        parted += [writing.succession(one) for one in handed if not at_once]
    numbered = tuple((str(number), *row) for number, row in enumerate(rows, 1))
    return (
        ListForm(_AGENCIES.text(language), _ABOUT_AGENCIES.text(language), AGENCY_COLUMNS, numbered),
        ListForm(_SUCCESSION.text(language), _ABOUT_SUCCESSION.text(language), SUCCESSION_COLUMNS, tuple(parted)),
    )


class _Writing:
    def __init__(self, register: Register, language: str) -> None:
        self._register = register
        self._language = language
        self._names = Names(register)
        self._own = own_groups(one.group for entry in register.entries for one in entry.memberships)

    def rows(self, entry: Entry, handed: Sequence[Succession]) -> Iterator[tuple[str, ...]]:
        """Yield a row for each span of days in which an agency's name and groups stay the same."""
        begins = self._begins(entry)
        for since, following in zip(begins, (*begins[1:], None), strict=True):
            named = entry.named(since or date.min)
            groups = sorted(shown_groups(entry, since or date.min, self._own))
            end = following or entry.dissolved
            yield (
                entry.id,
                named.name,
                named.name_en,
                "; ".join(map(self._group, groups)),
                _day(since),
                _day(end - timedelta(days=1)) if end else "",
                "; ".join(self._named(one.after) for one in handed if following is None),
                entry.contact if following is None else "",
            )

    def _begins(self, entry: Entry) -> list[date | None]:
        shown = [one for one in entry.memberships if one.group in self._own]
        days = {one.since for one in entry.names} | {day for one in shown for day in (one.since, one.until)}
        inside = sorted(day for day in days if day is not None and day != entry.founded and entry.exists(day))
        return [entry.founded, *inside]

    def succession(self, one: Succession) -> tuple[str, ...]:
        """Return the row of one who took over."""
        tasks = "; ".join(sorted(one.indicators or ()))
        return self._named(one.before), self._named(one.after), _day(one.on), tasks

    def _named(self, agency: str) -> str:
        """Return an agency's name, or its id where the name may mean another one as well, or two."""
        name = self._register.by_id[agency].names[-1].name
        return name if self._names.agency(name) == agency and not BETWEEN.search(name) else agency

    def _group(self, group: str) -> str:
        name = self._names.group_name(group, self._language)
        return group if BETWEEN.search(name) else name


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
