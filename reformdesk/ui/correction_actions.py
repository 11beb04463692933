"""The verbs of corrections, as operations of core for the workspace's worker."""

from __future__ import annotations

from reformdesk.core import requests
from reformdesk.core.requests import Decided, Request
from reformdesk.core.rounds import Round
from reformdesk.ui.dates import now
from reformdesk.ui.workspace import Operation


def ask(round_: Round, request: Request) -> Operation[None]:
    """Keep a request on an earlier figure for the next submission."""
    return lambda workspace: (None, requests.ask(workspace, round_, request, now()))


def withdraw(round_id: str, request: Request) -> Operation[None]:
    """Take a request back that was not sent yet."""
    return lambda workspace: (None, requests.withdraw(workspace, round_id, request))


def answer(round_id: str, agency: str, decided: Decided, author: str) -> Operation[None]:
    """Record what Home Affairs decides on a request."""
    return lambda workspace: (None, requests.answer(workspace, round_id, agency, decided, author, now()))
