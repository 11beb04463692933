"""What was decided, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reformdesk.conflict_sentences import DECISIONS
from reformdesk.core import filing, journal, roundbook, values
from reformdesk.core.deciding import Decision, Kind
from reformdesk.core.journal import Line
from reformdesk.core.rounds import Round
from reformdesk.core.store import Workspace
from reformdesk.core.text import sentence
from reformdesk.exchange.keys import matching_code
from reformdesk.exchange.payload import kept_round
from reformdesk.ui.dates import day, long_moment
from reformdesk.ui.models.review import value_text
from reformdesk.words import Words


@dataclass(frozen=True)
class Named:
    """What decisions are about, by what they name it: the round's issues, and other decisions."""

    round: Round
    issues: Mapping[str, tuple[int, date, Mapping[str, str]]]
    decisions: Mapping[str, Decision]


def read_named(workspace: Workspace, round_id: str) -> Named:
    """Read what the decisions of a round name."""
    issues = {}
    for row in filing.filed(workspace, "round", round_id):
        document = kept_round(filing.data_of(workspace, row["digest"]))
        issues[str(row["digest"])] = (document.revision, document.opened_at.astimezone().date(), document.note)
    made = (*journal.of_round(workspace, round_id), *journal.of_round(workspace, ""))
    return Named(roundbook.load(workspace, round_id), issues, {one.id: one for one in made})


def named_by(round_: Round, lines: Iterable[Line]) -> Named:
    """Return what decisions on one file or one total name: each other."""
    return Named(round_, {}, {line.decision.id: line.decision for line in lines})


def issue_words(named: Named, digest: str, words: Words) -> str:
    """Return which issue of a round a digest is."""
    if digest not in named.issues:
        return digest[:8]
    revision, opened, note = named.issues[digest]
    text = note.get(words.language) or note.get("vi", "")
    code = "issue-noted" if text else "issue-named"
    return words.say("decisions", DECISIONS[code], revision=revision, day=day(opened), note=text)


def decision_words(one: Decision, named: Named, words: Words) -> str:
    """Return what was decided, without on whom and why."""
    code, said = _decided(one, named, words)
    text = words.say("decisions", DECISIONS[code], **said)
    if one.kind is Kind.RETURN:
        fields = words.say("decisions", DECISIONS["fields"], count=len(one.detail["fields"]))
        text = ", ".join([text, *([fields] if one.detail["fields"] else [])])
    return text


def _decided(one: Decision, named: Named, words: Words) -> tuple[str, Mapping[str, object]]:
    """Return which sentence says a decision, with what stands in it."""
    with_words = _WITH_WORDS.get(one.kind)
    return with_words(one, named, words) if with_words is not None else (one.kind.value, {})


_Said = tuple[str, Mapping[str, object]]


def _beside(one: Decision, _named: Named, _words: Words) -> _Said:
    return f"beside-{one.detail['holds']}", {}


def _received(one: Decision, _named: Named, _words: Words) -> _Said:
    return "received", {"moment": long_moment(one.detail["received_at"])}


def _extension(one: Decision, _named: Named, _words: Words) -> _Said:
    until = one.detail["until"]
    return ("extension", {"day": day(date.fromisoformat(until))}) if until else ("no-extension", {})


def _key_mistaken(one: Decision, _named: Named, _words: Words) -> _Said:
    return "key-mistaken", {"code": matching_code(one.subject)}


def _revoke(one: Decision, _named: Named, _words: Words) -> _Said:
    return "revoke", {"code": matching_code(one.subject), "count": len(one.detail["covers"])}


def _request(one: Decision, _named: Named, _words: Words) -> _Said:
    return f"request-{one.detail['verdict']}", {}


def _total(one: Decision, named: Named, words: Words) -> _Said:
    indicator = named.round.catalogue.indicators.get(one.subject)
    if indicator is None:
        return "total", {"value": "…", "indicator": one.subject}
    value = value_text(values.from_wire(one.detail["value"]), indicator, words)
    return "total", {"value": value, "indicator": indicator.name.text(words.language)}


def _round_issue(one: Decision, named: Named, words: Words) -> _Said:
    return "round-issue", {"issue": issue_words(named, one.detail["digest"], words)}


def _closing(one: Decision, _named: Named, _words: Words) -> _Said:
    return ("closing", {"number": one.detail["number"]}) if "number" in one.detail else ("reopened", {})


def _take_back(one: Decision, named: Named, words: Words) -> _Said:
    taken = named.decisions.get(one.subject)
    gone = words.say("decisions", DECISIONS["gone"])
    return "take-back", {"what": lowered(decision_words(taken, named, words)) if taken is not None else gone}


_WITH_WORDS: Mapping[Kind, Callable[[Decision, Named, Words], _Said]] = {
    Kind.BESIDE: _beside,
    Kind.RECEIVED: _received,
    Kind.EXTENSION: _extension,
    Kind.KEY_MISTAKEN: _key_mistaken,
    Kind.REVOKE: _revoke,
    Kind.REQUEST: _request,
    Kind.TOTAL: _total,
    Kind.ROUND_ISSUE: _round_issue,
    Kind.CLOSING: _closing,
    Kind.TAKE_BACK: _take_back,
}


def hands_words(line: Line, words: Words) -> list[str]:
    """Return who decided so and when, each hand by itself."""
    nobody = words.say("decisions", DECISIONS["nobody"])
    return [
        words.say("decisions", DECISIONS["hands"], author=hand.author or nobody, moment=long_moment(hand.decided_at))
        for hand in line.hands
    ]


def reason_words(one: Decision) -> str:
    """Return why it was decided so: with a return, the words that the agency reads."""
    said = str(one.detail.get("words", "")) if one.kind in (Kind.RETURN, Kind.REQUEST) else ""
    return " ".join(filter(None, [sentence(said) if one.reason else said, one.reason]))


def lowered(text: str) -> str:
    """Return a sentence as part of another."""
    return text[:1].lower() + text[1:]
