"""Who reports: the list of agencies, pasted in the official order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reformdesk.core import agency_draft, founding, pasted_table
from reformdesk.core.reporting_names import COMMUNES, DEPARTMENTS, DISTRICTS, group_id
from reformdesk.errors import Mendable
from reformdesk.ui.dialogs.first_round.draft_step import DraftStep
from reformdesk.ui.models.agency_drafts import CONTACT, GROUP, NAME, AgencyModel


class AgenciesStep(DraftStep):
    """Names, the groups of the official headings, and whom to call."""

    def __init__(self) -> None:
        groups = {
            DEPARTMENTS: self.tr("Departments and sectors"),
            DISTRICTS: self.tr("Districts"),
            COMMUNES: self.tr("Communes, wards, special zones"),
        }
        header = (self.tr("Agency"), self.tr("Group"), self.tr("Contact"))
        hint = self.tr("To be looked at: Enter corrects it, the space bar says that it is right.")
        self.agencies = AgencyModel(header, hint, groups)
        super().__init__(
            self.tr(
                "Copy the list from Word or Excel and paste it here: names, and telephone numbers if the list has "
                "them. Headings such as “II. Communes” become groups; the order stays as it is."
            ),
            self.agencies,
            self.tr("Agencies"),
            self.tr("Start from the sample list"),
        )
        self.table.share({NAME: 5, GROUP: 3, CONTACT: 4}, {})
        self._count()

    def take(self, text: str, html: str) -> None:
        """Add what was pasted below what there is."""
        found = agency_draft.read(pasted_table.read(text, html))
        if found:
            self.agencies.show_drafts([*self.agencies.drafts, *found])
        else:
            self.say(self.tr("No names were found in what lies on the clipboard."), "warning")

    def start_from_template(self) -> None:
        """Begin with the sample province's list."""
        self.agencies.show_drafts(agency_draft.from_wire(founding.template_agencies()))

    def clear(self) -> None:
        """Begin with an empty list."""
        self.agencies.show_drafts(())

    def summary(self) -> str:
        """Return how many agencies there are."""
        return self.tr("agencies: {count}").format(count=self.agencies.count())

    def wire(self) -> tuple[Mapping[str, Any], ...]:
        """Return the agencies as a round file has them; raises ``Mendable`` where the list cannot stand."""
        made = agency_draft.to_wire(self.agencies.drafts, founding.template_agencies())
        if founding.office_among(made) is None:
            raise Mendable("no-home-affairs")
        return made

    def group_words(self, group: str) -> str:
        """Return what a group is called."""
        names = {one.group: self.agencies.cell(at, GROUP).text for at, one in enumerate(self.agencies.drafts)}
        return next((words for name, words in names.items() if group_id(name) == group), group)
