"""How an agency's requests on earlier figures stand: written, sent, decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from reformdesk.core import filing, inbox, requests, submission
from reformdesk.core.inbox import Reply
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
    for reply in replies:
        for decided in reply.decided:
            # also with a submission that a desk put back from a backup lost
            sent_with.setdefault(decided.request, set()).add(reply.submission)
    names = {one: requests.name_of(workspace.owner, one) for one in listed}
    return tuple(
        RequestState(one, sent_in.get(one, 0), _verdict(replies, name, sent_with.get(name, ())))
        for one, name in names.items()
    )


def _verdict(replies: Iterable[Reply], request: str, sent_with: Collection[str]) -> Decided | None:
    """Return what was decided by the last words on what a request went with; one taken back is not in them."""
    last = inbox.last_words(replies, sent_with)
    said = [one for reply in last for one in reply.decided if one.request == request]
    return said[-1] if said else None
