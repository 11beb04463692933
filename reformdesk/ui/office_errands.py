"""The parts of Home Affairs' desk that have dialogs of their own; each is loaded when it is first wanted."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reformdesk.ui.messages import Messages
from reformdesk.ui.workspace import OpenWorkspace

if TYPE_CHECKING:
    from reformdesk.core.board import BoardData
    from reformdesk.core.merged import Received
    from reformdesk.core.opening_evidence import CameAlong
    from reformdesk.ui.adjusting import Adjusting
    from reformdesk.ui.charting import Charting
    from reformdesk.ui.checking import Checking
    from reformdesk.ui.closing import Closing
    from reformdesk.ui.comparing import Comparing
    from reformdesk.ui.deciding import Deciding
    from reformdesk.ui.earlier_figures import EarlierFigures
    from reformdesk.ui.editing import Editing
    from reformdesk.ui.entering_for import EnteringFor
    from reformdesk.ui.evidence_viewing import EvidenceViewing
    from reformdesk.ui.exporting import Exporting
    from reformdesk.ui.extending import Extending
    from reformdesk.ui.filling import Filling
    from reformdesk.ui.following_up import FollowingUp
    from reformdesk.ui.handing_out import HandingOut
    from reformdesk.ui.handing_over import HandingOver
    from reformdesk.ui.issuing import Issuing
    from reformdesk.ui.joining import Joining
    from reformdesk.ui.key_keeping import KeyKeeping
    from reformdesk.ui.models.intake import IntakeLine
    from reformdesk.ui.models.keys import KeyLine
    from reformdesk.ui.office_desk import OfficeDesk
    from reformdesk.ui.opening import Opening
    from reformdesk.ui.recovering import WritingRecovery
    from reformdesk.ui.rekeying import Rekeying
    from reformdesk.ui.reviewing import Reviewing
    from reformdesk.ui.revoking import Revoking
    from reformdesk.ui.second_keeping import SecondKeeping
    from reformdesk.ui.settling import Settling
    from reformdesk.ui.tracing import Tracing
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

        return Trust(self._desk, self._workspace, self._messages.words.language, self.deciding.run)

    @cached_property
    def deciding(self) -> Deciding:
        """The name that decisions bear."""
        from reformdesk.ui.deciding import Deciding

        return Deciding(self._desk, self._workspace, self._messages.words)

    @cached_property
    def joining(self) -> Joining:
        """Another desk of this office."""
        from reformdesk.ui.joining import Joining

        made = Joining(self._desk, self._workspace, self._messages)
        made.goes_to.connect(self._desk.goes_to)
        made.said.connect(self._desk.report)
        return made

    @cached_property
    def revoking(self) -> Revoking:
        """Revoking a key."""
        from reformdesk.ui.revoking import Revoking

        return Revoking(self._desk, self.deciding, self._messages.words.language)

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
        made = Reviewing(desk, self._workspace, self._messages.words, desk.review, (self.trust, self.deciding))
        made.looking.connect(desk.ways.show_review)
        made.nothing.connect(desk.say_nothing_received)
        made.all_reviewed.connect(desk.say_all_reviewed)
        return made

    @cached_property
    def settling(self) -> Settling:
        """What waits, and what was decided."""
        from reformdesk.ui.settling import Settling

        desk, words = self._desk, self._messages.words
        pages, parts = (desk.conflict, desk.decisions), (self.trust, self.deciding)
        made = Settling(desk, self._workspace, words, pages, parts)
        made.looking.connect(desk.ways.show_conflict)
        made.left.connect(desk.ways.leave_conflict)
        made.reviewed.connect(desk.ways.review_decided)
        made.said.connect(desk.report)
        return made

    @cached_property
    def adjusting(self) -> Adjusting:
        """Adjusting totals."""
        from reformdesk.ui.adjusting import Adjusting

        return Adjusting(self._desk, self._workspace, self.deciding, self._messages.words)

    @cached_property
    def tracing(self) -> Tracing:
        """From a figure to its signed file."""
        from reformdesk.ui.tracing import Tracing

        made = Tracing(self._desk, self._workspace, self._messages)
        made.looking.connect(self._desk.ways.show_lineage)
        made.said.connect(self._desk.report)
        made.page.back.connect(self._desk.ways.leave_lineage)
        return made

    @cached_property
    def earlier(self) -> EarlierFigures:
        """Totals of earlier periods."""
        from reformdesk.ui.earlier_figures import EarlierFigures

        return EarlierFigures(self._desk, self._workspace, self.deciding, self._messages.words)

    def ask_earlier(self, round_id: str) -> None:
        """Ask for the totals of an earlier period; ``round_id`` is one to set right, empty for a new one."""
        self.earlier.ask(round_id)

    def adjust_total(self, round_id: str, indicator: str) -> None:
        """Ask what to print in place of a total."""
        self.adjusting.ask(round_id, indicator)

    def trace(self, indicator: str) -> None:
        """Show the signed file of the submission on show, with what it says of an indicator."""
        self.tracing.show_file(self.reviewing.round_id, self.reviewing.data.received.digest, indicator)

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
        made.opened.connect(lambda round_id: self.issuing.open(round_id, just_opened=True))
        return made

    @cached_property
    def editing(self) -> Editing:
        """The next edition."""
        from reformdesk.ui.editing import Editing

        made = Editing(self._desk, self._workspace, self._messages)
        made.said.connect(self._desk.report)
        made.use.connect(self.opening.open_drawn)
        return made

    @cached_property
    def issuing(self) -> Issuing:
        """The folder that goes to the agencies."""
        from reformdesk.ui.issuing import Issuing

        return Issuing(self._desk, self._workspace, self._messages)

    @cached_property
    def exporting(self) -> Exporting:
        """Reports."""
        from reformdesk.ui.exporting import Exporting

        made = Exporting(self._desk, self._workspace, self._messages)
        made.said.connect(self._desk.report)
        made.progressed.connect(self._desk.say_progress)
        return made

    @cached_property
    def checking(self) -> Checking:
        """Reports that come back."""
        from reformdesk.ui.checking import Checking

        return Checking(self._desk, self._workspace, self._messages)

    @cached_property
    def handing_out(self) -> HandingOut:
        """Round files, receipts."""
        from reformdesk.ui.handing_out import HandingOut

        made = HandingOut(self._desk, self._workspace, self._messages)
        made.said.connect(self._desk.report)
        return made

    @cached_property
    def filling(self) -> Filling:
        """Forms of somebody else's."""
        from reformdesk.ui.filling import Filling

        return Filling(self._desk, self._workspace, self._messages)

    @cached_property
    def rekeying(self) -> Rekeying:
        """Figures typed into the ministry's software."""
        from reformdesk.ui.rekeying import Rekeying

        return Rekeying(self._desk, self._workspace, self._messages)

    def rekey(self, round_id: str) -> None:
        """Show the figures of a round beside the browser in which they are typed once more."""
        self.rekeying.open(round_id)

    @cached_property
    def closing(self) -> Closing:
        """Closing a round and opening it again."""
        from reformdesk.ui.closing import Closing

        made = Closing(self._desk, self._workspace, self._messages, self.deciding)
        made.export.connect(self.exporting.open)
        made.export_as.connect(self.exporting.quick)
        made.said.connect(self._desk.report)
        return made

    def close_round(self, round_id: str) -> None:
        """Show how a round stands, to be closed or opened again."""
        self.closing.open(round_id)

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

    def hand_over(self) -> None:
        """Hand the desk over."""
        self.handing_over.open()

    @cached_property
    def following_up(self) -> FollowingUp:
        """The reminder list and the arrivals."""
        from reformdesk.ui.following_up import FollowingUp

        return FollowingUp(self._desk, self._workspace, self._messages)

    @cached_property
    def charting(self) -> Charting:
        """Pictures of an indicator."""
        from reformdesk.ui.charting import Charting

        return Charting(self._desk, self._workspace, self._messages)

    def show_charts(self, round_id: str, name: str) -> None:
        """Show an indicator over time and across agencies."""
        self.charting.open(round_id, name)

    def remind(self, data: BoardData) -> None:
        """Show whom to remind in a round."""
        self.following_up.remind(data)

    def show_arrivals(self, data: BoardData) -> None:
        """Show when a round's files came."""
        self.following_up.show_arrivals(data)

    @cached_property
    def entering_for(self) -> EnteringFor:
        """Entering on behalf of an agency."""
        from reformdesk.ui.entering_for import EnteringFor

        desk = self._desk
        made = EnteringFor(desk, self._workspace, self._messages, desk.entering, self.deciding)
        made.looking.connect(desk.ways.show_entering)
        made.left.connect(desk.ways.leave_entering)
        made.said.connect(desk.report)
        return made

    def enter_arrival(self, line: IntakeLine) -> None:
        """Enter on behalf of the agency that a line of the intake is about."""
        self.entering_for.enter_arrival(line)

    @cached_property
    def comparing(self) -> Comparing:
        """Keys that were not compared yet, many at a time."""
        from reformdesk.ui.comparing import Comparing

        made = Comparing(self._desk, self._workspace, self.deciding, self._messages.words)
        made.said.connect(self._desk.report)
        return made

    def compare_pile(self, data: BoardData) -> None:
        """Compare the codes of a round that nobody has compared yet."""
        self.comparing.compare(data.round.id)

    def accept_pile(self, data: BoardData) -> None:
        """Let all of a round count that waits for its keys alone."""
        self.comparing.accept_all(data.waiting_for_keys)

    @cached_property
    def extending(self) -> Extending:
        """More time for agencies, and when a file really came."""
        from reformdesk.ui.extending import Extending

        return Extending(self._desk, self._workspace, self.deciding, self._messages.words)

    def correct_received(self, one: Received) -> None:
        """Correct when a submission reached the office."""
        self.extending.correct(one.round, one.digest)

    def correct_arrival(self, line: IntakeLine) -> None:
        """Correct when what came in reached the office."""
        if line.round is not None:
            self.extending.correct(line.round.id, line.digest)

    def accept_arrival(self, line: IntakeLine) -> None:
        """Let what came in count before its key is compared."""
        from reformdesk.ui import office_actions

        self.deciding.run(lambda author: office_actions.accept_provisionally(line.digest, author))

    def compare_arrival(self, line: IntakeLine) -> None:
        """Compare the code of the key that sealed what came in."""
        if line.round is not None and line.agency is not None:
            self.reviewing.compare(line.round.id, line.agency.id, line.digest)

    def open_file(self, file: CameAlong | None) -> None:
        """Look at a file that came with a submission."""
        self.evidence.open(file)

    def save_file(self, file: CameAlong | None) -> None:
        """Save a file that came with a submission."""
        self.evidence.save(file)

    def open_key(self) -> None:
        """Show Home Affairs' key."""
        self.key.open()

    def offer_desk(self, path: Path) -> None:
        """Ask what to do with another workspace that was dropped here."""
        self.joining.offer(path)

    def name_officer(self) -> None:
        """Change who decides at this desk."""
        self.deciding.rename()

    def revoke(self, line: KeyLine) -> None:
        """Revoke an agency's key."""
        self.revoking.ask(line)

    def write_recovery(self, agency: str) -> None:
        """Write a recovery file."""
        self.recovering.ask(agency)

    def new_round(self) -> None:
        """Lay out a round and open it."""
        self.opening.open()

    def correct_round(self, round_id: str) -> None:
        """Lay out the next issue of an open round."""
        self.opening.correct(round_id)

    def issue_round(self, round_id: str) -> None:
        """Make the folder that goes to the agencies."""
        self.issuing.open(round_id)

    def export_report(self) -> None:
        """Ask which report to export, or show the export that is under way."""
        self.exporting.open()

    def export_report_as(self, suffix: str) -> None:
        """Write the report on all rounds as one kind of file."""
        self.exporting.quick(suffix)

    def check_report(self) -> None:
        """Ask for a report that came back, and check it."""
        self.checking.choose()

    def save_round(self, round_id: str) -> None:
        """Save a round's file once more."""
        self.handing_out.save_round(round_id)

    def save_replies(self, round_id: str) -> None:
        """Seal and save what all agencies of a round are to get back."""
        self.handing_out.save_replies(round_id)

    def leave(self) -> None:
        """Take away what is unfinished, and copies that were looked at, before the desk closes."""
        if "evidence" in self.__dict__:
            self.evidence.leave()
        if "issuing" in self.__dict__:
            self.issuing.leave()
        if "exporting" in self.__dict__:
            self.exporting.leave()
        if "rekeying" in self.__dict__:
            self.rekeying.leave()
