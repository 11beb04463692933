"""The round at a desk for data entry only: enter, check, export, take the file to the main desk."""

from __future__ import annotations

from PySide6.QtCore import Signal

from reformdesk.ui.dates import long_moment
from reformdesk.ui.models.form import FormData
from reformdesk.ui.pages.round_home import RoundHomePage, Step
from reformdesk.ui.widgets.basics import Strip, button


class EntryHomePage(RoundHomePage):
    """Has no step that seals; ``export_areas`` asks for a file for the main desk."""

    export_areas = Signal()

    def fill_sheet(self, data: FormData) -> None:
        """Say where the entry stands."""
        text = self.tr("Data entry only: another machine of your agency finishes and hands in.")
        self.sheet.addWidget(Strip("accent", text))
        state, last = data.readiness, data.last_export
        answered = state.owed - len(state.blanks)
        steps = [
            Step(
                self.tr("Fill in"),
                self.tr("{done} of {owed} indicators").format(done=answered, owed=state.owed),
                answered == state.owed,
                button(self.tr("Fill in"), self.fill.emit),
            ),
            Step(
                self.tr("Check"),
                self.tr("Errors: {errors}. Please explain: {open}. Not entered: {blanks}.").format(
                    errors=len(state.errors) + len(state.unreasoned),
                    open=len(state.unexplained),
                    blanks=len(state.blanks),
                ),
                not state.errors and not state.unreasoned and not state.unexplained and not state.blanks,
                button(self.tr("Check"), self.check.emit),
            ),
            Step(
                self.tr("Export areas"),
                self._export_words(data),
                last is not None and last.is_newest,
                button(self.tr("Export areas…"), self.export_areas.emit),
            ),
            Step(
                self.tr("Open the file on the main desk"),
                self.tr("By USB stick or internal mail, as often as you like: only what differs is shown there."),
                False,
                None,
            ),
        ]
        self.show_steps(data, steps)
        self.show_turning(
            self.tr("Two officers, two machines"),
            self.tr("Is this machine to finish and hand in after all?"),
            self.tr("Make this the main desk…"),
        )

    def _export_words(self, data: FormData) -> str:
        last = data.last_export
        if last is None:
            return self.tr("Writes one small file for the machine that finishes.")
        text = self.tr("Last on {moment}: areas {areas}.").format(
            moment=long_moment(last.written_at), areas=", ".join(last.areas)
        )
        changed = self.tr("Something has changed since.")
        return text if last.is_newest else f"{text} {changed}"
