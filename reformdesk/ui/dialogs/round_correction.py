"""The page of a round's plan that is there when an open round is corrected: what changes, and for whom."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from reformdesk.core.catalogue import Catalogue
from reformdesk.core.round_correction import Preview
from reformdesk.ui.widgets.basics import label, labelled, rows

_MOST_WORDS = 2000
_MOST_NAMED = 6


class CorrectionPage(QWidget):
    """Asks what agencies are told, and shows what becomes of what they have sent."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        outer = rows(self)
        self.note = QLineEdit()
        self.english = QLineEdit()
        for edit in (self.note, self.english):
            edit.setMaxLength(_MOST_WORDS)
        self.note.textChanged.connect(lambda _: self.edited.emit())
        outer.addLayout(labelled(self.tr("What is corrected, in words that every agency reads"), self.note))
        outer.addLayout(labelled(self.tr("The same in English, if wanted"), self.english))
        self.stands = label(role="strong", wrap=True)
        self.asked = label(wrap=True)
        outer.addWidget(self.stands)
        outer.addWidget(self.asked)
        text = self.tr(
            "Change the other parts as needed. What agencies have typed and sent stays; under “Who reports what” lines "
            "can be asked again though nothing in them changed."
        )
        outer.addWidget(label(text, role="small", wrap=True))
        outer.addStretch(1)

    def words(self) -> dict[str, str]:
        """Return what agencies are told."""
        english = self.english.text().strip()
        return {"vi": self.note.text().strip(), **({"en": english} if english else {})}

    def show_preview(self, preview: Preview, catalogue: Catalogue, language: str) -> None:
        """Say how many submissions stand unchanged, and which indicators are asked for."""
        if not preview.counted:
            self.stands.setText(self.tr("Nothing was received yet; the next issue takes the place of this one."))
            self.asked.setText("")
            return
        self.stands.setText(
            self.tr("Submissions that stand unchanged: {count} of {all}").format(
                count=len(preview.unchanged), all=preview.counted
            )
        )

        def named(counts: Mapping[str, int]) -> str:
            lines = [
                self.tr("{indicator} ({count} agencies)").format(
                    indicator=catalogue.indicators[name].name.text(language) if name in catalogue.indicators else name,
                    count=count,
                )
                for name, count in list(counts.items())[:_MOST_NAMED]
            ]
            return "; ".join([*lines, *(["…"] if len(counts) > _MOST_NAMED else [])])

        parts = [
            self.tr("Must answer something: {count}.").format(count=len(preview.partly)) if preview.partly else "",
            self.tr("Nothing stands any more: {count}.").format(count=len(preview.lost)) if preview.lost else "",
            self.tr("Asked again: {what}.").format(what=named(preview.asked_again)) if preview.asked_again else "",
            self.tr("New: {what}.").format(what=named(preview.new)) if preview.new else "",
            self.tr("Not asked any more: {count}.").format(count=len(preview.gone)) if preview.gone else "",
        ]
        self.asked.setText("\n".join(filter(None, parts)))
