"""An agency joins the register, or reports with other groups from a day on."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from reformdesk.core.agency_edits import FoundAgency, JoinGroup, LeaveGroup, NameGroup
from reformdesk.core.edition import Edit
from reformdesk.core.edition_edits import Several
from reformdesk.core.listed_names import Names
from reformdesk.core.register import Entry, Register
from reformdesk.core.reporting_names import KNOWN_GROUPS
from reformdesk.core.round_layout import EVERYONE
from reformdesk.core.text import slug
from reformdesk.ui.dialogs.round_period import date_edit, to_python, to_qt
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.edition_wording import EditionWording
from reformdesk.ui.widgets.basics import columns, label, labelled, rows

_MOST_LETTERS = 300


class GroupBoxes(QWidget):
    """The groups there are and those that every province knows, to be ticked, and a line for one that is new."""

    def __init__(self, register: Register, ticked: set[str], wording: EditionWording) -> None:
        super().__init__()
        layout = rows(self)
        layout.addWidget(label(self.tr("Reports with")))
        self.boxes: dict[str, QCheckBox] = {}
        self._names = Names(register)
        for group in dict.fromkeys((*(one.id for one in register.groups), *KNOWN_GROUPS)):
            if group != EVERYONE:
                box = self.boxes[group] = QCheckBox(wording.group(register, group))
                box.setChecked(group in ticked)
                layout.addWidget(box)
        self.new = QLineEdit()
        self.new.setMaxLength(_MOST_LETTERS)
        layout.addLayout(labelled(self.tr("and with a new group called"), self.new))

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the groups."""
        ticked = [group for group, box in self.boxes.items() if box.isChecked()]
        name = self.new.text().strip()
        typed = [self._names.group_called(name) or slug(name)] if name else []
        return tuple(dict.fromkeys((*ticked, *typed)))

    def naming(self) -> list[Edit]:
        """Return what names a group that is new."""
        name = self.new.text().strip()
        return [NameGroup(slug(name), name)] if name and not self._names.group_called(name) else []


class JoinDialog(QuestionDialog):
    """A new agency; it stands behind the one that the cursor was on."""

    GUIDE = "reorganise"

    def __init__(self, parent: QWidget, register: Register, behind: str, on: date, wording: EditionWording) -> None:
        super().__init__(parent, self.tr("A new agency"), self.tr("Into the draft"))
        self._behind = behind
        self.name, self.english, self.contact = QLineEdit(), QLineEdit(), QLineEdit()
        for text, edit in (
            (self.tr("Name"), self.name),
            (self.tr("English name"), self.english),
            (self.tr("Contact"), self.contact),
        ):
            edit.setMaxLength(_MOST_LETTERS)
            self.content.addLayout(labelled(text, edit))
        entry = register.by_id.get(behind)
        ticked = {one.group for one in entry.memberships if one.holds(on)} if entry is not None else set()
        self.groups = GroupBoxes(register, ticked, wording)
        self.content.addWidget(self.groups)
        self.on = date_edit()
        self.on.setDate(to_qt(on))
        self.always = QCheckBox(self.tr("It has always been there: it was only missing here"))
        self.always.toggled.connect(self.on.setDisabled)
        line = columns()
        line.addLayout(labelled(self.tr("There from"), self.on))
        line.addStretch(1)
        self.content.addLayout(line)
        self.content.addWidget(self.always)
        self.add_buttons()
        self.name.textChanged.connect(lambda _: self._enable())
        self._enable()

    def _enable(self) -> None:
        self.go.setEnabled(bool(self.name.text().strip()))
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Type the agency's name first."))

    def edit(self) -> Edit:
        """Return what lets it be there."""
        on = None if self.always.isChecked() else to_python(self.on.date())
        name, english, contact = (one.text().strip() for one in (self.name, self.english, self.contact))
        new = FoundAgency(name, self.groups.chosen(), english, contact, on, self._behind)
        return Several((*self.groups.naming(), new))


class GroupsDialog(QuestionDialog):
    """With which groups an agency reports from a day on."""

    GUIDE = "reorganise"

    def __init__(self, parent: QWidget, register: Register, entry: Entry, on: date, wording: EditionWording) -> None:
        super().__init__(parent, self.tr("Groups of an agency"), self.tr("Into the draft"))
        self._entry = entry
        self.content.addWidget(label(wording.agency(entry, on), role="strong", wrap=True))
        self._before = {one.group for one in entry.memberships if one.holds(on)} - {EVERYONE}
        self.groups = GroupBoxes(register, self._before, wording)
        self.content.addWidget(self.groups)
        self.on = date_edit()
        self.on.setDate(to_qt(on))
        line = columns()
        line.addLayout(labelled(self.tr("From"), self.on))
        line.addStretch(1)
        self.content.addLayout(line)
        self.add_buttons()

    def edit(self) -> Edit | None:
        """Return what changes its groups, ``None`` where nothing does."""
        on, chosen = to_python(self.on.date()), self.groups.chosen()
        joined = [JoinGroup(self._entry.id, group, on) for group in chosen if group not in self._before]
        left = [LeaveGroup(self._entry.id, group, on) for group in sorted(self._before - set(chosen))]
        steps = (*self.groups.naming(), *joined, *left)
        return Several(steps) if steps else None
