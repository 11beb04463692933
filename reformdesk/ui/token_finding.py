"""Tokens for a dialog that asks for a key."""

from __future__ import annotations

from reformdesk.ui import actions
from reformdesk.ui.dialogs.key_box import KeyBox
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.workspace import OpenWorkspace
from reformdesk.words import Words


def offer_tokens(workspace: OpenWorkspace, words: Words, dialog: QuestionDialog, box: KeyBox) -> None:
    """Look for tokens when a dialog's key box asks for them."""
    box.wants_tokens.connect(
        lambda: workspace.read(
            actions.find_tokens, box.offer, failed=lambda problem: dialog.show_problem(words.error(problem))
        )
    )
