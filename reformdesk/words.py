"""The one place where codes become sentences, for the window and the command line alike.

The sentences' sources stand in :mod:`reformdesk.sentences`. Widgets translate their own fixed texts
with ``self.tr("...")``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import QLocale, QTranslator

from reformdesk.assets import translation
from reformdesk.core.catalogue import Label
from reformdesk.core.checks import Finding
from reformdesk.core.text import fold
from reformdesk.core.values import Status, Unreadable
from reformdesk.edition_sentences import EDITION_ERRORS, EDITION_FINDINGS
from reformdesk.errors import ReformDeskError
from reformdesk.form_sentences import FORM_ERRORS, FORM_NOTES, LOSSES
from reformdesk.list_sentences import LIST_COMMANDS
from reformdesk.office_sentences import (
    CLOSINGS,
    OFFICE_COMMANDS,
    OFFICE_ERRORS,
    OFFICE_PLACES,
    REASONS,
    REMARKS,
    TRUSTS,
)
from reformdesk.report_sentences import REPORT_COMMANDS, REPORT_ERRORS
from reformdesk.sentences import (
    ANSWERS,
    COMMANDS,
    ERRORS,
    FINDINGS,
    KINDS,
    PLACES,
    SOURCES,
    STATES,
    UNKNOWN,
    UNREADABLE,
)
from reformdesk.update_sentences import UPDATE_COMMANDS, UPDATE_ERRORS

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}
"""Each language by its own name."""

LANGUAGES = tuple(LANGUAGE_NAMES)
_ALL_FINDINGS = {**FINDINGS, **EDITION_FINDINGS}
_ALL_ERRORS = {**ERRORS, **EDITION_ERRORS, **FORM_ERRORS, **OFFICE_ERRORS, **REPORT_ERRORS, **UPDATE_ERRORS}
_ALL_COMMANDS = {**COMMANDS, **OFFICE_COMMANDS, **REPORT_COMMANDS, **UPDATE_COMMANDS, **LIST_COMMANDS}


class Words:
    """Sentences in one language; ``translator`` may be installed in a Qt application as well."""

    def __init__(self, language: str | None = None) -> None:
        self.language = language if language in LANGUAGES else _system_language()
        self.translator = QTranslator()
        self.translator.load(str(translation(self.language)))

    def say(self, context: str, source: str, **params: object) -> str:
        """Return a source sentence in this language with its parameters filled in."""
        sentence = self.translator.translate(context, source) or source
        return sentence.format(**{name: self._shown(value) for name, value in params.items()})

    def error(self, problem: ReformDeskError) -> str:
        """Return the sentence for an error."""
        source = _ALL_ERRORS.get(problem.code)
        if source is None:
            return self.say("errors", UNKNOWN, code=problem.code)
        params = dict(problem.params)
        if "kind" in params:
            params["kind"] = self.of(KINDS, "kinds", str(params["kind"]))
        return self.say("errors", source, **{"file": "", "detail": "", **params})

    def finding(self, finding: Finding) -> str:
        """Return the sentence for a finding."""
        params = dict(finding.params)
        said = self.say("findings", _ALL_FINDINGS[finding.code], **params)
        if "rate" not in params:
            return said
        return self.say("findings", EDITION_FINDINGS["of-a-rate"], finding=said, **params)

    def unreadable(self, reading: Unreadable) -> str:
        """Return what to type instead."""
        return self.say("typing", UNREADABLE[reading.code], **dict(reading.params))

    def note(self, code: str) -> str:
        """Return what to know of a figure that comes from elsewhere."""
        return self.of(FORM_NOTES, "notes", code)

    def loss(self, code: str, params: Mapping[str, object]) -> str:
        """Return what could not be taken from a workbook, or should be known of it."""
        return self.say("losses", LOSSES[code], **params)

    def place(self, code: str, *, at_office: bool = False) -> str:
        """Return why a workspace should not lie where it does, and what an agency or Home Affairs does then."""
        return self.of({**PLACES, **OFFICE_PLACES} if at_office else PLACES, "places", code)

    def source(self, code: str) -> str:
        """Return how a change came about; behind a colon stands from whom it came."""
        how, colon, name = code.partition(":")
        return self.say("sources", SOURCES[how + colon], name=name) if colon else self.of(SOURCES, "sources", code)

    def reason(self, code: str) -> str:
        """Return why a file waits, or the code itself where it has no words."""
        return self.of(REASONS, "reasons", code)

    def closing(self, state: str, number: int, digest: str) -> str:
        """Return how a round stands that was closed; ``digest`` is how that of the closing begins."""
        return self.say("closings", CLOSINGS[state], number=number, code=digest)

    def remark(self, code: str, **params: str) -> str:
        """Return what is to be said of a consolidated figure."""
        return self.say("remarks", REMARKS[code], **params)

    def trust(self, code: str, **params: str) -> str:
        """Return what is known of a key that signed."""
        return self.say("trusts", TRUSTS[code], **params)

    def state(self, code: str) -> str:
        """Return how a file stands."""
        return self.of(STATES, "states", code)

    def answer(self, code: str) -> str:
        """Return the name of an answer that is no figure, or of a mark."""
        return self.of(ANSWERS, "answers", code)

    def status_named(self, text: str) -> Status | None:
        """Return the answer that is no figure whose name in this language was typed; ``None`` for other text."""
        return self._statuses.get(fold(text))

    @cached_property
    def _statuses(self) -> Mapping[str, Status]:
        return {fold(self.answer(status.value)): status for status in Status}

    def command(self, name: str, **params: object) -> str:
        """Return a line that the command line prints."""
        return self.say("commands", _ALL_COMMANDS[name], **params)

    def of(self, table: Mapping[str, str], context: str, code: str) -> str:
        """Return the words of ``code`` in one of this module's tables; the code where there are none."""
        source = table.get(code)
        return self.say(context, source) if source else code

    def _shown(self, value: object) -> object:
        return _within_a_sentence(value.text(self.language)) if isinstance(value, Label) else value


def _within_a_sentence(name: str) -> str:
    """Return a name without its capital, unless it is an abbreviation."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _system_language() -> str:
    name = QLocale.system().name()[:2]
    return name if name in LANGUAGES else "vi"
