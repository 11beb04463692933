"""The parts of Home Affairs' desk that have dialogs of their own; each is loaded when it is first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace

if TYPE_CHECKING:
    from reformdesk.core.opening_evidence import CameAlong
    from reformdesk.ui.evidence_viewing import EvidenceViewing
    from reformdesk.ui.handing_out import HandingOut
    from reformdesk.ui.handing_over import HandingOver
    from reformdesk.ui.key_keeping import KeyKeeping
    from reformdesk.ui.models.keys import KeyLine
    from reformdesk.ui.office_desk import OfficeDesk
    from reformdesk.ui.opening import Opening
    from reformdesk.ui.recovering import WritingRecovery
    from reformdesk.ui.reviewing import Reviewing
    from reformdesk.ui.revoking import Revoking
    from reformdesk.ui.second_keeping import SecondKeeping
    from reformdesk.ui.trust import Trust
    from reformdesk.ui.trying import Trying


class OfficeErrands:
    """Each part connected with the desk, and its verbs."""

    def __init__(self, desk: OfficeDesk, workspace: OpenWorkspace, messages: Messages) -> None:
        self._desk = desk
        self._workspace = workspace
        self._messages = messages

    @cached_property
    def key(self) -> KeyKeeping:
        """Home Affairs' own key."""
        from reformdesk.ui.key_keeping import KeyKeeping

        made = KeyKeeping(self._desk, self._workspace, self._messages)
        made.said.connect(self._desk.report)
        return made

    @cached_property
    def trust(self) -> Trust:
        """Comparing an agency's code."""
        from reformdesk.ui.trust import Trust

        return Trust(self._desk, self._workspace, self._messages.words.language)

    @cached_property
    def revoking(self) -> Revoking:
        """Revoking a key."""
        from reformdesk.ui.revoking import Revoking

        return Revoking(self._desk, self._workspace, self._messages.words.language)

    @cached_property
    def recovering(self) -> WritingRecovery:
        """A recovery file for an agency that lost its desk."""
        from reformdesk.ui.recovering import WritingRecovery

        made = WritingRecovery(self._desk, self._workspace, self._messages)
        made.said.connect(self._desk.report)
        return made

    @cached_property
    def reviewing(self) -> Reviewing:
        """A submission, and what is decided on it."""
        from reformdesk.ui.reviewing import Reviewing

        desk = self._desk
        made = Reviewing(desk, self._workspace, self._messages.words, desk.review, self.trust)
        made.looking.connect(desk.show_review)
        made.nothing.connect(desk.say_nothing_received)
        return made

    @cached_property
    def evidence(self) -> EvidenceViewing:
        """Files that came with a submission."""
        from reformdesk.ui.evidence_viewing import EvidenceViewing

        made = EvidenceViewing(self._desk, self._workspace, self._messages, self.reviewing)
        made.said.connect(self._desk.report)
        return made

    @cached_property
    def opening(self) -> Opening:
        """Opening a round."""
        from reformdesk.ui.opening import Opening

        made = Opening(self._desk, self._workspace, self._messages)
        made.opened.connect(self._desk.open_round)
        return made

    @cached_property
    def handing_out(self) -> HandingOut:
        """The report, round files, receipts."""
        from reformdesk.ui.handing_out import HandingOut

        made = HandingOut(self._desk, self._workspace, self._messages)
        made.said.connect(self._desk.report)
        return made

    @cached_property
    def handing_over(self) -> HandingOver:
        """Handing the desk over to a successor."""
        from reformdesk.ui.handing_over import OFFICE, HandingOver

        made = HandingOver(self._desk, self._workspace, self._messages, self.key, OFFICE)
        made.said.connect(self._desk.report)
        return made

    @cached_property
    def second(self) -> SecondKeeping:
        """Copies in a second place."""
        from reformdesk.ui.second_keeping import SecondKeeping

        return SecondKeeping(self._desk, self._workspace, self._messages)

    @cached_property
    def trying(self) -> Trying:
        """The trial run."""
        from reformdesk.ui.trying import Trying

        made = Trying(self._desk, self._workspace, self._messages)
        made.started.connect(self._desk.goes_to)
        made.ended.connect(self._desk.trial_ended)
        return made

    def try_out(self) -> None:
        """Play a round that is thrown away."""
        self.trying.start()

    def hand_over(self) -> None:
        """Hand the desk over."""
        self.handing_over.open()

    def open_file(self, file: CameAlong | None) -> None:
        """Look at a file that came with a submission."""
        self.evidence.open(file)

    def save_file(self, file: CameAlong | None) -> None:
        """Save a file that came with a submission."""
        self.evidence.save(file)

    def leave(self) -> None:
        """Clear up before the desk closes; what was never wanted has nothing to clear up."""
        if "evidence" in self.__dict__:
            self.evidence.leave()

    def open_key(self) -> None:
        """Show Home Affairs' key."""
        self.key.open()

    def revoke(self, line: KeyLine) -> None:
        """Revoke an agency's key."""
        self.revoking.ask(line)

    def write_recovery(self, agency: str) -> None:
        """Write a recovery file."""
        self.recovering.ask(agency)

    def new_round(self) -> None:
        """Lay out a round and open it."""
        self.opening.open()

    def save_round(self, round_id: str) -> None:
        """Save a round's file once more."""
        self.handing_out.save_round(round_id)

    def save_replies(self, round_id: str) -> None:
        """Seal and save what all agencies of a round are to get back."""
        self.handing_out.save_replies(round_id)
