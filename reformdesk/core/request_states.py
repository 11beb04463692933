"""How an agency's requests on earlier figures stand: written, sent, decided."""

from __future__ import annotations

from dataclasses import dataclass

from reformdesk.core import filing, inbox, requests, submission
from reformdesk.core.requests import Decided, Request
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.exchange.payload import parse_submission


@dataclass(frozen=True)
class RequestState:
    """A request, the number of the last submission that carries it (0 for none yet), and what was decided."""

    request: Request
    sent_in: int
    decided: Decided | None

    @property
    def may_be_withdrawn(self) -> bool:
        """Whether nobody else has it yet."""
        return not self.sent_in


def request_states(workspace: Workspace, round_: Round) -> tuple[RequestState, ...]:
    """Return a round's requests, by earlier round and indicator."""
    listed = requests.requests(workspace, round_.id)
    if not listed:
        return ()
    sent_in: dict[Request, int] = {}
    sent_with: dict[str, set[str]] = {}
    for row in submission.sent(workspace, round_.id):
        document = parse_submission(filing.data_of(workspace, str(row["digest"])))
        for one in requests.from_document(document.requests):
            sent_in[one] = int(row["revision"])
            sent_with.setdefault(requests.name_of(workspace.owner, one), set()).add(str(row["digest"]))
    replies = inbox.replies(workspace, round_.id)
    states = []
    for one in listed:
        name = requests.name_of(workspace.owner, one)
        # a verdict that was taken back is not in the last word on what the request went with
        last = inbox.last_words(replies, sent_with.get(name, ()))
        said = [decided for reply in last for decided in reply.decided if decided.request == name]
        states.append(RequestState(one, sent_in.get(one, 0), said[-1] if said else None))
    return tuple(states)
