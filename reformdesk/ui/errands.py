"""What an agency's officer does now and then. Each part is loaded when it is first wanted: a form opens sooner."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace

if TYPE_CHECKING:
    from reformdesk.core.requests import Request
    from reformdesk.ui.agency_desk import AgencyDesk
    from reformdesk.ui.excel_form import ExcelForm
    from reformdesk.ui.handing_in import HandingIn
    from reformdesk.ui.handing_over import HandingOver
    from reformdesk.ui.importing import Importing
    from reformdesk.ui.key_keeping import KeyKeeping
    from reformdesk.ui.requesting import Requesting
    from reformdesk.ui.trust import Trust
    from reformdesk.ui.two_officers import TwoOfficers


class Errands:
    """The parts of a desk that have dialogs and pages of their own, each connected with the desk, and their verbs."""

    def __init__(self, desk: AgencyDesk, workspace: OpenWorkspace, messages: Messages) -> None:
        self._desk = desk
        self._workspace = workspace
        self._messages = messages

    @cached_property
    def key(self) -> KeyKeeping:
        """The desk's key."""
        from reformdesk.ui.key_keeping import KeyKeeping

        made = KeyKeeping(self._desk, self._workspace, self._messages)
        made.said.connect(self._desk.report)
        return made

    @cached_property
    def handing_over(self) -> HandingOver:
        """Handing the desk over to a successor."""
        from reformdesk.ui.handing_over import HandingOver

        made = HandingOver(self._desk, self._workspace, self._messages, self.key)
        made.said.connect(self._desk.report)
        return made

    @cached_property
    def handing_in(self) -> HandingIn:
        """Sealing, and what comes of it."""
        from reformdesk.ui.handing_in import HandingIn

        made = HandingIn(self._desk, self._workspace, self._messages, self.key, self._desk.entering)
        made.read.connect(self._desk.show_data)
        made.stuck.connect(self._desk.open_check)
        made.handed_in.connect(self._desk.open_home)
        return made

    @cached_property
    def trust(self) -> Trust:
        """Comparing Home Affairs' code."""
        from reformdesk.ui.trust import Trust

        return Trust(self._desk, self._workspace, self._messages.words.language)

    @cached_property
    def officers(self) -> TwoOfficers:
        """A second officer's part of the round."""
        from reformdesk.ui.two_officers import TwoOfficers

        desk = self._desk
        made = TwoOfficers(desk, self._workspace, self._messages, desk.form, desk.part, desk.entering)
        made.wants_round.connect(desk.open_round)
        made.looking.connect(desk.show_part)
        made.done.connect(desk.go_back_to)
        made.said.connect(desk.report)
        made.wants_newer.connect(desk.wants_newer)
        return made

    @cached_property
    def requesting(self) -> Requesting:
        """Requests on figures of closed rounds."""
        from reformdesk.ui.requesting import Requesting

        made = Requesting(self._desk.form, self._workspace, self._messages, self._desk.entering)
        made.said.connect(self._desk.report)
        return made

    @cached_property
    def importing(self) -> Importing:
        """What was pasted, or came in a workbook."""
        from reformdesk.ui.importing import Importing

        made = Importing(self._desk.preview, self._desk.entering)
        made.looking.connect(self._desk.show_preview)
        made.done.connect(self._desk.go_back_to)
        return made

    @cached_property
    def excel(self) -> ExcelForm:
        """The Excel form."""
        from reformdesk.ui.excel_form import ExcelForm

        made = ExcelForm(self._desk, self._workspace, self._messages, self._desk.entering, self.importing)
        made.said.connect(self._desk.report)
        made.wants_newer.connect(self._desk.wants_newer)
        return made

    def open_key(self) -> None:
        """Show the desk's key."""
        self.key.open()

    def hand_over(self) -> None:
        """Hand the desk over."""
        self.handing_over.open()

    def export_again(self, digest: str) -> None:
        """Save a copy of what was handed in."""
        self.handing_in.export_again(digest)

    def open_annex(self, digest: str) -> None:
        """Open the annex of what was handed in."""
        self.handing_in.open_annex(digest)

    def show_receipt(self, digest: str, revision: int) -> None:
        """Show a receipt."""
        self.handing_in.show_receipt(digest, revision)

    def turn(self) -> None:
        """Make this desk one for data entry only, or the main desk again."""
        self.officers.turn()

    def write_request(self, earlier: str) -> None:
        """Ask for a figure of a closed round to be put right, in the field that the cursor is in."""
        self.requesting.write(earlier)

    def withdraw_request(self, request: Request) -> None:
        """Take a request back that did not go out yet."""
        self.requesting.withdraw(request)

    def paste(self, name: str, text: str) -> None:
        """Look at a block of cells that was pasted into a field."""
        self.importing.paste(name, text)
