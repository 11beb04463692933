"""Comparing keys at either desk: asks the question, and does what the answer means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reformdesk.core.rounds import Round
from reformdesk.ui import actions, compared_keys
from reformdesk.ui.dialogs.compare import CodeQuestion, CompareDialog
from reformdesk.ui.models.review import ReviewData
from reformdesk.ui.workspace import OpenWorkspace, Operation

Decide = Callable[[Callable[[str], Operation[None]]], None]


class Trust(QObject):
    """Opens the dialog over a desk; ``dialog`` is the one that was opened last.

    At Home Affairs ``decide`` runs what an answer means under the officer's name.
    """

    def __init__(self, desk: QWidget, workspace: OpenWorkspace, language: str, decide: Decide | None = None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._workspace = workspace
        self._language = language
        self._decide: Decide = decide or (lambda decision: workspace.run(decision("")))
        self.dialog: CompareDialog | None = None

    def compare_submission(self, data: ReviewData, key: str) -> None:
        """At Home Affairs: is the key that sealed a submission the agency's?"""
        one = data.received
        agency = data.round.by_id[one.agency]
        is_head = key != one.signer
        known = sorted(data.known_heads if is_head else data.known_keys)
        where = self.tr("It stands in their program on the page of the round, and under “Your key…”.")
        if is_head:
            where = self.tr("It stands in their program on the page of the round, below their own code.")
        question = CodeQuestion(
            who=agency.text(self._language),
            contact=agency.contact,
            fingerprint=key,
            where=where,
            warning=self.tr("Then this file is not theirs. It is put aside and never counts. Tell them at once."),
            consequence=self.tr("Put it aside"),
            before=known[0] if known else "",
            is_head=is_head,
        )
        from reformdesk.ui import office_actions

        self._ask(
            question,
            lambda: self._decide(partial(office_actions.pin_key, one.digest, key)),
            lambda: self._decide(partial(office_actions.set_aside, one.digest, one.signer)),
        )

    def compare_office(self, round_: Round, key: str) -> None:
        """At an agency: is the key of the first round file Home Affairs'?"""
        self._ask(
            self._about_office(round_, key),
            lambda: self._workspace.run(
                actions.mark_compared(round_.office, key), lambda _: compared_keys.remember_compared(key)
            ),
            lambda: self._workspace.run(
                actions.disown_office(round_.office, key), lambda _: compared_keys.forget_compared(key)
            ),
        )

    def compare_new_office_key(
        self, round_: Round, key: str, before: str, path: Path, then: Callable[[str], object]
    ) -> None:
        """At an agency: a file came under another key than Home Affairs' known one (``before``)."""

        def taken(round_id: str) -> None:
            compared_keys.remember_compared(key)
            then(round_id)

        self._ask(
            replace(self._about_office(round_, key), before=before),
            lambda: self._workspace.run(actions.take_at_agency(path, key), taken),
            lambda: compared_keys.forget_compared(key),
        )

    def _about_office(self, round_: Round, key: str) -> CodeQuestion:
        office = round_.by_id[round_.office]
        return CodeQuestion(
            who=f"{office.text(self._language)}, {round_.province}",
            contact=office.contact,
            fingerprint=key,
            where=self.tr("It stands in their program under “Agencies and keys”, “Home Affairs' key…”."),
            warning=self.tr("Then this file is not from Home Affairs. Do not use it, and tell them at once."),
            consequence=self.tr("Leave it"),
        )

    def _ask(self, question: CodeQuestion, agreed: Callable[[], object], differ: Callable[[], object]) -> None:
        self.dialog = CompareDialog(self._desk, question)
        self.dialog.agreed.connect(agreed)
        self.dialog.differ.connect(differ)
        self.dialog.open()
