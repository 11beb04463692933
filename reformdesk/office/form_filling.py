"""A form of somebody else's filled from a report: what could be, and a list of what could not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reformdesk.core.report import Report
from reformdesk.errors import Mendable
from reformdesk.office import form_answers, form_filling_docx, form_filling_xlsx, form_package, placeholders
from reformdesk.office.form_answers import Filled
from reformdesk.office.form_package import FormKind, Package
from reformdesk.office.form_runs import Line

SUFFIXES = tuple(kind.value for kind in FormKind)

_FILLERS = {FormKind.WORKBOOK: form_filling_xlsx.filled, FormKind.DOCUMENT: form_filling_docx.filled}


@dataclass(frozen=True)
class FilledForm:
    """A form with its figures, not written anywhere yet; ``lines`` say of each placeholder what became of it."""

    kind: FormKind
    content: bytes
    lines: tuple[Line, ...]

    @property
    def filled(self) -> tuple[Line, ...]:
        """The placeholders that gave way to what they ask for."""
        return tuple(line for line in self.lines if isinstance(line.outcome, Filled))

    @property
    def left(self) -> tuple[Line, ...]:
        """The placeholders that stand in the form as before."""
        return tuple(line for line in self.lines if not isinstance(line.outcome, Filled))


def fill(form: Package, report: Report) -> FilledForm:
    """Fill a form; the newest round of the report is its period.

    Raises ``Mendable('form-empty')`` where there is no placeholder in it, and what reading the form and the
    agencies' figures raises (:mod:`reformdesk.office.form_package`, :mod:`reformdesk.core.reporting`).
    """
    filler = _FILLERS[form.kind]
    _, asked = filler(form, {})
    if not asked:
        raise Mendable("form-empty", file=form.name)
    inners = [one.inner for line in asked for one in placeholders.find(line.raw)]
    changed, lines = filler(form, form_answers.answers(report, inners))
    return FilledForm(form.kind, form.with_parts(changed), tuple(lines))


def read(path: Path) -> Package:
    """Read a form; raises as :func:`reformdesk.office.form_package.read` does."""
    return form_package.read(path)


def check_target(form: Path, kind: FormKind, target: Path) -> None:
    """See that a form can be written to ``target``: never over itself, and under its own kind of name.

    Raises ``Mendable``: ``form-over-itself``, ``form-suffix``.
    """
    if target.suffix.lower() != kind.value:
        raise Mendable("form-suffix", file=target.name, suffix=kind.value)
    if target.exists() and target.samefile(form):
        raise Mendable("form-over-itself", file=form.name)
