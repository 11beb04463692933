"""Open a round at Home Affairs: its period, areas, agencies, who reports what, what is demanded, and the seal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from reformdesk.core import roundbook
from reformdesk.core.founding import Edition
from reformdesk.core.periods import PeriodProposal
from reformdesk.core.register import Register
from reformdesk.core.round_correction import Preview
from reformdesk.core.round_layout import Asked, Layout, Trouble, troubles
from reformdesk.core.roundbook import RoundPlan
from reformdesk.core.successors import hand_on, taking_over
from reformdesk.errors import Mendable
from reformdesk.ui.dates import today
from reformdesk.ui.dialogs.key_box import KeyBox
from reformdesk.ui.dialogs.round_agencies import AgenciesPage, AssignmentsPage
from reformdesk.ui.dialogs.round_correction import CorrectionPage
from reformdesk.ui.dialogs.round_period import AreasPage, DemandsPage, PeriodPage
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.round_plan import Ground
from reformdesk.ui.widgets.basics import fit, label, restyle

_WIDTH = 820
_SETS = (".json", ".rdround")


class RoundPlanDialog(QuestionDialog):
    """Begins with the last round, or with an open one that is to be corrected.

    ``wants_edition`` has a file with another indicator set, ``wants_preview`` a correction's plan and what it
    asks again.
    """

    GUIDE = "new_round"
    wants_edition = Signal(object)
    wants_preview = Signal(object, object)

    def __init__(self, parent: QWidget, ground: Ground, messages: Messages) -> None:
        self.correction = CorrectionPage() if ground.corrects is not None else None
        title, go = self.tr("Open a round"), self.tr("Open the round")
        if self.correction is not None:
            title, go = self.tr("Correct the round"), self.tr("Make the next issue")
            self.GUIDE = "correct_round"
        super().__init__(parent, title, go, _WIDTH)
        self._ground = ground
        self._messages = messages
        self._editions = list(ground.editions)
        base = ground.base
        self._layout = Layout(base.agencies, base.catalogue)
        self._registered = base.agencies
        self.span = PeriodPage()
        self.areas = AreasPage(messages.words.language)
        self.agencies = AgenciesPage(messages.words, base.office)
        self.assignments = AssignmentsPage(messages.words)
        self.demands = DemandsPage(base.signatures, base.evidence_limit, details=base.details)
        self._make_pages()
        self._counts = label(role="small", wrap=True)
        self._state = label(role="small", wrap=True)
        for one in (self._counts, self._state):
            self.content.addWidget(one)
        self.key = KeyBox(new=not ground.has_key)
        self.key.kind.currentIndexChanged.connect(lambda: fit(self))
        self.secret = self.key.secret
        self.content.addWidget(self.key)
        self.add_buttons()
        self._connect()
        self._begin()

    def _make_pages(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of the plan"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.pages = QStackedWidget()
        first = ((self.tr("Correction"), self.correction),) if self.correction is not None else ()
        for name, page in (
            *first,
            (self.tr("Period"), self.span),
            (self.tr("Areas and days"), self.areas),
            (self.tr("Agencies"), self.agencies),
            (self.tr("Who reports what"), self.assignments),
            (self.tr("Demands"), self.demands),
        ):
            self.tabs.addTab(name)
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.tabs.currentChanged.connect(lambda _: fit(self))
        self.content.addWidget(self.tabs)
        self.content.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.span.proposed.connect(self._take_days)
        self.span.edited.connect(self._follow)
        self.span.edited.connect(self._look)
        self.areas.edited.connect(self._look_at_layout)
        for days in (self.span.starts, self.span.ends):
            days.dateChanged.connect(lambda _: self._ask_for_preview())
        self.span.cumulates.currentIndexChanged.connect(lambda _: self._ask_for_preview())
        self.areas.edition.connect(self._take_edition)
        self.areas.wants_file.connect(self._choose_edition)
        self.agencies.changed.connect(self._take_layout)
        self.agencies.wants_registered.connect(self._take_registered)
        self.assignments.changed.connect(self._take_layout)
        self.assignments.wants_successors.connect(lambda: self._take_layout(hand_on(self._layout, self._taking_over())))
        self.key.edited.connect(self._enable)

    def _begin(self) -> None:
        base = self._ground.base
        current = next((at for at, one in enumerate(self._editions) if one.source == base.catalogue), 0)
        self.areas.show_sets([self._said(one) for one in self._editions], current)
        asked = set(base.period.get("areas", ())) or {area.id for area in self._layout.catalogue.areas}
        self.areas.show_areas(self._layout.catalogue, asked.__contains__, today())
        if self.correction is None:
            self.span.propose()
        else:
            self.span.keep(base)
            days = {area: date.fromisoformat(day) for area, day in base.period["cut_off"].items()}
            self.areas.take_days(days)
            self.assignments.again_button.show()
            self.correction.edited.connect(self._look)
        self._look_at_layout()

    def _said(self, edition: Edition) -> str:
        """Return an indicator set's name and where it comes from."""
        language = self._messages.words.language
        name = edition.name.text(language)
        if edition.file:
            return self.tr("{name}, from {file}").format(name=name, file=edition.file)
        if edition.is_drawn:
            return self.tr("{name}, as it is drawn here").format(name=name)
        if edition.round is not None:
            return self.tr("{name}, as in {round}").format(name=name, round=edition.round.text(language))
        return self.tr("{name}, as it comes with the program").format(name=name)

    def add_edition(self, edition: Edition) -> None:
        """Offer an indicator set that was read from a file, and take it."""
        self._editions.append(edition)
        place = len(self._editions) - 1
        self.areas.show_sets([self._said(one) for one in self._editions], place)
        self._take_edition(place)

    def _choose_edition(self) -> None:
        chosen: Path | None = self._messages.choose_file(self, self.tr("Indicator set"), _SETS)
        if chosen is not None:
            self.wants_edition.emit(chosen)

    def _take_edition(self, place: int) -> None:
        self._layout = Layout(self._layout.agencies, self._editions[place].source)
        self.areas.show_areas(self._layout.catalogue, lambda _area: True, self.span.span().ends)
        self._look_at_layout()

    def _take_days(self, proposal: PeriodProposal) -> None:
        self.areas.set_days(proposal.ends)

    def _follow(self) -> None:
        """Let the agencies be those of the period's last day, unless somebody changed them by hand."""
        if self.correction is None and self._layout.agencies == self._registered:
            self._take_registered()

    def _take_registered(self) -> None:
        self._registered = self._ground.agencies.wire_at(self.span.span().ends)
        if self._layout.agencies != self._registered:
            self._layout = Layout(self._registered, self._layout.source)
            self._look_at_layout()

    def _taking_over(self) -> Mapping[str, str]:
        """Return who took over what nobody reports, as the register has it on the period's last day."""
        areas, day = self.areas.cut_off(), self.span.span().ends
        return taking_over(self._layout, self._ground.agencies, areas, day)

    def _take_layout(self, layout: Layout) -> None:
        self._layout = layout
        self._look_at_layout()

    def _look_at_layout(self) -> None:
        """Show what depends on who takes part and what is asked."""
        areas = tuple(self.areas.cut_off())
        assigned = self._layout.assigned(areas)
        self.agencies.show_layout(self._layout, assigned.__getitem__)
        self.assignments.show_layout(self._layout, areas)
        self._tell_earlier()
        self._look()
        self._ask_for_preview()

    def _tell_day(self) -> None:
        """Say of which day the agencies are."""
        if self.correction is None:
            day = self.span.span().ends
            is_registered = self._layout.agencies == self._registered
            gone = self._ground.agencies.former(day) if is_registered else ()
            self.agencies.tell_day(day, gone, is_registered=is_registered)

    def _ask_for_preview(self) -> None:
        if self.correction is not None:
            self.wants_preview.emit(self.plan(), tuple(sorted(self.assignments.again)))

    def show_preview(self, preview: Preview) -> None:
        """Say what becomes of what was sent."""
        if self.correction is not None:
            self.correction.show_preview(preview, self._layout.catalogue, self._messages.words.language)
            fit(self)

    def _tell_earlier(self) -> None:
        """Say which earlier figures travel along, and which give way."""
        there = self._ground.earlier
        try:
            kept = roundbook.fitting(self.plan(), there)
        except Mendable as problem:
            self.show_problem(self._messages.words.error(problem))
            return
        if not there:
            self.span.earlier.setText(self.tr("Earlier figures: none yet."))
            return
        language = self._messages.words.language
        names = ", ".join(str(one["title"].get(language) or one["title"]["vi"]) for one in kept)
        text = self.tr("Earlier figures that travel along, each agency's own for its form: {rounds}.").format(
            rounds=names or "–"
        )
        if len(kept) < len(there):
            gone = self.tr("Rounds left out, since the file would be too large: {count}, the oldest.").format(
                count=len(there) - len(kept)
            )
            text = f"{text} {gone}"
        self.span.earlier.setText(text)

    def _troubles(self) -> tuple[Trouble, ...]:
        span = self.span.span()
        asked = Asked(span.id, span.title["vi"], span.starts, span.ends, self.span.due(), self.areas.cut_off())
        return troubles(asked, self._layout, self._ground.known, today())

    def _look(self) -> None:
        """Say how the round stands as it is laid out."""
        self._tell_day()
        self.assignments.tell_taken_over(len(self._taking_over()))
        found = self._troubles()
        areas = self.areas.cut_off()
        owing = sum(bool(count) for count in self._layout.assigned(areas).values())
        asked = sum(self._layout.catalogue.area_of[name] in areas for name in self._layout.catalogue.order)
        counts = self.tr("Agencies: {agencies} · indicators: {indicators}").format(agencies=owing, indicators=asked)
        self._counts.setText(counts)
        lines = [*map(self._trouble, found), *self._left_alone()]
        self._state.setText("\n".join(lines))
        self._state.setVisible(bool(lines))
        blocking = any(one.blocks for one in found)
        restyle(self._state, tone="error" if blocking else "warning")
        self._enable()
        fit(self)

    def _left_alone(self) -> list[str]:
        """Say that a draft waits which this round does not ask by."""
        if not self._ground.has_draft:
            return []
        text = self.tr(
            "! The draft of the indicator set is not used in this round. To use it: press “Use for a new round…” "
            "in “Indicators, agencies”."
        )
        return [text]

    def _trouble(self, trouble: Trouble) -> str:
        unreported = self._layout.unreported(self.areas.cut_off())
        words = {
            Trouble.NO_TITLE: self.tr("✕ Give the round a name."),
            Trouble.NO_AREA: self.tr("✕ Tick at least one area."),
            Trouble.SPAN: self.tr("✕ The period ends before it begins."),
            Trouble.KNOWN: self.tr("✕ There is a round for this period already. Choose another period or name."),
            Trouble.NOBODY: self.tr("✕ Nobody would have anything to report."),
            Trouble.UNREPORTED: self.tr("! Indicators that nobody reports: {count}. See “Who reports what”."),
            Trouble.CUT_OFF: self.tr("! A cut-off day lies after the deadline."),
            Trouble.PASSED: self.tr("! The deadline has passed already."),
        }
        return words[trouble].format(count=len(unreported))

    @property
    def layout_now(self) -> Layout:
        """Who takes part and what is asked, as it stands here."""
        return self._layout

    @property
    def drawn(self) -> Register | None:
        """The register that goes into force with the round, where one was drawn for it."""
        return self._ground.agencies if self._ground.is_drawn else None

    def plan(self) -> RoundPlan:
        """Return the round as it was laid out here."""
        span, base, register = self.span.span(), self._ground.base, self._ground.agencies
        present = {str(one["id"]) for one in self._layout.agencies}
        cut_off = self.areas.cut_off()
        demanded = self.demands.demanded()
        return RoundPlan(
            id=span.id,
            province=base.province,
            office=base.office,
            title=span.title,
            short=span.short,
            period={
                "from": span.starts.isoformat(),
                "to": span.ends.isoformat(),
                "months": span.months,
                "cumulates": span.cumulates,
                "cut_off": {area: day.isoformat() for area, day in cut_off.items()},
                "areas": list(cut_off),
                "printed": span.printed,
                "printed_in": {},
            },
            deadline=self.span.due(),
            catalogue=self._layout.source,
            agencies=self._layout.agencies,
            signatures=demanded.signatures,
            details=demanded.details,
            evidence_limit=demanded.evidence_limit,
            former=register.former_wire(span.ends, present),
            succession=self._succession(span.ends),
        )

    def _succession(self, until: date) -> tuple[Mapping[str, Any], ...]:
        """Return who succeeded whom until a day; of an open round as it was handed out, not written anew."""
        if self.correction is None:
            return self._ground.agencies.succession_wire(until)
        return tuple(one for one in self._ground.base.succession if date.fromisoformat(one["on"]) <= until)

    def _enable(self) -> None:
        blocking = [one for one in self._troubles() if one.blocks]
        is_said = self.correction is None or bool(self.correction.note.text().strip())
        self.go.setEnabled(self.key.is_ready and not blocking and is_said)
        why = self._trouble(blocking[0]) if blocking else self.tr("Type the passphrase first.")
        if not is_said:
            why = self.tr("Say first what is corrected.")
        self.go.setToolTip("" if self.go.isEnabled() else why)
