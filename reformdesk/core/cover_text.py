"""The report in words: sentences that are filled from the figures and say what changed against the last like period.

Nothing is said where there is no figure, and no ratio where it would be wrong. The printed report is in
Vietnamese, whatever the language of the window is. Pure: no store, no clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reformdesk.core.catalogue import Area
from reformdesk.core.cover_figures import Figures, groups, is_short
from reformdesk.core.organisation import Agency
from reformdesk.core.report import ConsolidatedRound, Report
from reformdesk.core.text import lower_first, vietnamese_day
from reformdesk.core.values import is_answer, write_number

_LONGEST_PARAGRAPH = 480
"""How many letters a paragraph has before the next sentence begins another."""


@dataclass(frozen=True)
class AreaText:
    """What is said of an area: its heading, and paragraphs of whole sentences."""

    area: Area
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class CoverText:
    """A report's text: what it is about, how the figures came together, what each area reached, how it ends."""

    subject: str
    opening: str
    collected: tuple[str, ...]
    areas: tuple[AreaText, ...]
    ending: tuple[str, ...]


def cover_text(report: Report) -> CoverText:
    """Return the text of a report on its newest round, of all agencies or of the one whose report it is."""
    office = report.newest.by_id[report.newest.office].name
    about = f"kết quả các chỉ tiêu thống kê cải cách hành chính {lower_first(report.newest.title.vi)}"
    # the title of an agency's own round names it already
    whose = "" if report.agency is not None else f" của {_province(report.newest.province)}"
    told = _with_bare_titles(report)
    return CoverText(
        f"{about[:1].upper()}{about[1:]}",
        f"{office} tổng hợp {about}{whose} như sau:",
        tuple(_collected(told)),
        tuple(_areas(told)),
        (
            "Số liệu của từng chỉ tiêu qua các kỳ được trình bày tại Phụ lục kèm theo.",
            f"Trên đây là báo cáo của {office} về {about}{whose}./.",
        ),
    )


def _with_bare_titles(report: Report) -> Report:
    """Return the report with its rounds called by their periods alone: what is compared need not name whose it is."""
    if report.agency is None:
        return report
    behind = f" của {report.agency.name}"
    titles = [replace(part.round.title, vi=part.round.title.vi.removesuffix(behind)) for part in report.parts]
    parts = zip(report.parts, titles, strict=True)
    return replace(report, parts=tuple(replace(part, round=replace(part.round, title=title)) for part, title in parts))


def _province(name: str) -> str:
    return name if name.lower().startswith(("tỉnh", "thành phố")) and name[:1].islower() else lower_first(name)


def _collected(report: Report) -> Iterator[str]:
    part = report.parts[-1]
    yield _period(part)
    if report.agency is not None:
        yield from _of_agency(report.agency, part)
    elif part.is_past:
        yield "Số liệu là số tổng hợp đã báo cáo, không có số liệu của từng đơn vị."
    elif part.counted:
        yield _who_sent(report, part)
        yield from _who_is_missing(part)
        yield from _marked(part)
    yield _how_complete(part)
    yield from _adjusted(part)
    yield from _comparable(report.parts)


def _of_agency(agency: Agency, part: ConsolidatedRound) -> Iterator[str]:
    counted = part.counted.get(agency.id)
    if counted is None:
        yield f"Chưa có số liệu của {agency.name}."
        return
    yield f"Số liệu lấy từ tệp nộp lần {counted.revision} của {agency.name}."
    yield from _marked(part)


def _period(part: ConsolidatedRound) -> str:
    period = part.round.period
    said = f"Số liệu của kỳ báo cáo tính từ ngày {vietnamese_day(period.starts)} đến ngày {vietnamese_day(period.ends)}"
    said += ", cộng dồn từ đầu năm" if period.cumulates else ", chỉ tính số phát sinh trong kỳ"
    by_day: dict[str, list[str]] = {}
    for area in part.round.catalogue.areas:
        if area.id in period.areas and area.id in period.cut_off:
            by_day.setdefault(vietnamese_day(period.cut_off[area.id]), []).append(lower_first(area.short.vi))
    days = list(by_day)
    if not days or days == [vietnamese_day(period.ends)]:
        return f"{said}."
    if len(days) == 1:
        return f"{said}; thời điểm chốt số liệu là ngày {days[0]}."
    # the day of most areas needs no list
    usual = max(days, key=lambda day: len(by_day[day]))
    apart = "; ".join(f"lĩnh vực {_and(by_day[day])} là ngày {day}" for day in days if day != usual)
    return f"{said}; thời điểm chốt số liệu là ngày {usual}, riêng {apart}."


def _who_sent(report: Report, part: ConsolidatedRound) -> str:
    owing = _owing(part)
    sent = [agency for agency in owing if agency.id in part.counted]
    said = f"Đã có số liệu của {len(sent)}/{len(owing)} cơ quan, đơn vị"
    arrivals = report.arrivals
    if arrivals is None or not arrivals.days:
        return f"{said}."
    due = vietnamese_day(arrivals.deadline)
    if arrivals.in_time == arrivals.so_far == len(sent):
        return f"{said}, tất cả đều gửi đúng hạn (hạn gửi: ngày {due})."
    late = arrivals.so_far - arrivals.in_time
    behind = f", {late:02} đơn vị gửi quá hạn" if late else ""
    return f"{said}; có {_padded(arrivals.in_time)} đơn vị gửi đúng hạn (hạn gửi: ngày {due}){behind}."


def _owing(part: ConsolidatedRound) -> list[Agency]:
    return [agency for agency in part.round.agencies if part.round.owed(agency.id)]


def _who_is_missing(part: ConsolidatedRound) -> Iterator[str]:
    missing = [agency.name for agency in _owing(part) if agency.id not in part.counted]
    if missing:
        yield f"Chưa có số liệu của {_padded(len(missing))} cơ quan, đơn vị: {'; '.join(missing)}."


def _marked(part: ConsolidatedRound) -> Iterator[str]:
    """Say for whom figures were entered, and whose key nobody has compared yet."""
    entered = [agency.name for agency in _owing(part) if _is(part, agency, entered=True)]
    if entered:
        office = part.round.by_id[part.round.office].name
        who = "; ".join(entered)
        yield f"Số liệu của {_padded(len(entered))} cơ quan, đơn vị do {office} nhập thay đơn vị: {who}."
    provisional = [agency.name for agency in _owing(part) if _is(part, agency, entered=False)]
    if provisional:
        yield (
            f"Số liệu của {_padded(len(provisional))} cơ quan, đơn vị được tiếp nhận tạm,"
            f" chưa đối chiếu khóa xác thực: {'; '.join(provisional)}."
        )


def _is(part: ConsolidatedRound, agency: Agency, *, entered: bool) -> bool:
    counted = part.counted.get(agency.id)
    return counted is not None and (counted.entered if entered else counted.provisional)


def _how_complete(part: ConsolidatedRound) -> str:
    totals = part.totals.values()
    without = sum(not is_answer(total.value) for total in totals)
    partial = sum(is_answer(total.value) and is_short(total) for total in totals)
    if not without and not partial:
        return f"Cả {len(part.totals)} chỉ tiêu của kỳ báo cáo đều có đủ số liệu."
    said = f"Trong {len(part.totals)} chỉ tiêu của kỳ báo cáo, {len(part.totals) - without} chỉ tiêu đã có số liệu"
    if partial:
        said += f" (trong đó {_padded(partial)} chỉ tiêu chưa đủ số liệu của các đơn vị)"
    return f"{said}, {_padded(without)} chỉ tiêu chưa có số liệu." if without else f"{said}."


def _adjusted(part: ConsolidatedRound) -> Iterator[str]:
    adjusted = sum(bool(total.adjusted) and not total.is_past for total in part.totals.values())
    if adjusted:
        yield (
            f"Số tổng hợp của {_padded(adjusted)} chỉ tiêu được điều chỉnh; số tính từ các đơn vị và lý do"
            " điều chỉnh ghi dưới từng biểu tại Phụ lục."
        )


def _comparable(parts: Sequence[ConsolidatedRound]) -> Iterator[str]:
    """Say how many figures are not compared and why, and how many are with those of other agencies."""
    figures = Figures(parts)
    without, short = figures.without_like(), figures.short()
    if without:
        months = _padded(parts[-1].round.period.months)
        yield (
            f"Có {_padded(len(without))} chỉ tiêu tính theo kỳ không so sánh với các kỳ trước vì không có kỳ trước"
            f" nào cùng loại với kỳ này ({months} tháng)."
        )
    if broken := figures.behind_a_break():
        yield (
            f"Có {_padded(len(broken))} chỉ tiêu không so sánh với các kỳ trước vì chuỗi số liệu bị gián đoạn:"
            " cách tính hoặc các đơn vị báo cáo đã thay đổi."
        )
    if reorganised := figures.reorganised():
        first = min(one.on for one in reorganised.values() if one.on is not None)
        yield (
            f"Có {_padded(len(reorganised))} chỉ tiêu được so sánh với số liệu của các đơn vị trước sắp xếp tổ chức"
            f" (trước ngày {vietnamese_day(first)})."
        )
    if short:
        yield (
            f"Có {_padded(len(short))} chỉ tiêu chưa so sánh với kỳ trước vì kỳ này hoặc kỳ trước chưa đủ số liệu của"
            " các đơn vị."
        )


def _areas(report: Report) -> Iterator[AreaText]:
    catalogue, asked = report.newest.catalogue, report.newest.period.areas
    figures = Figures(report.parts)
    place = 0
    for area in catalogue.areas:
        tables = catalogue.tables_of(area.id) if area.id in asked else ()
        sentences = [_sentence(figures, group) for table in tables for group in groups(catalogue, table)]
        paragraphs = tuple(_paragraphs([one for one in sentences if one]))
        if paragraphs:
            place += 1
            yield AreaText(area, f"{place}. {area.title}", paragraphs)


def _paragraphs(sentences: Sequence[str]) -> Iterator[str]:
    """Put short sentences together; what tells several figures is a paragraph by itself."""
    together: list[str] = []
    for sentence in sentences:
        if together and len(" ".join([*together, sentence])) > _LONGEST_PARAGRAPH:
            yield " ".join(together)
            together = []
        together.append(sentence)
    if together:
        yield " ".join(together)


def _sentence(figures: Figures, names: Sequence[str]) -> str:
    """Return a group of figures as one sentence; empty where there is none."""
    said: list[str] = []
    base = ""
    for clause in filter(None, map(figures.clause, names)):
        said.append(clause.after(base))
        base = clause.base or base
    if not said:
        return ""
    text = "; ".join([said[0], *map(lower_first, said[1:])])
    return f"{text[:1].upper()}{text[1:]}."


def _and(words: Sequence[str]) -> str:
    return " và ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _padded(count: int) -> str:
    """Return a small count as official documents write it: ``03``."""
    return write_number(Decimal(count), 2 if count else 1)
