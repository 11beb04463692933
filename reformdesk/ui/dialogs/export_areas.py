"""Exporting areas at a desk for data entry only: which, in whose name, where to; and what to do with the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from reformdesk.core.answers import NO_ANSWER
from reformdesk.errors import ReformDeskError
from reformdesk.ui import theme
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.messages import Messages
from reformdesk.ui.models.form import FormData
from reformdesk.ui.part_actions import ExportChoice, PartExported
from reformdesk.ui.widgets.basics import Strip, button, columns, fit, foot, label, labelled, rows
from reformdesk.ui.widgets.elided import PathLabel
from reformdesk.ui.widgets.fitted_dialog import FittedDialog

_AREA = Qt.ItemDataRole.UserRole
_ROW, _MOST_ROWS = 28, 8
_WIDTH = 560


class ExportAreasDialog(QuestionDialog):
    """Areas with something in them are ticked."""

    GUIDE = "two_officers"

    def __init__(
        self, parent: QWidget, data: FormData, messages: Messages, folder: Path, unsettled: Sequence[str]
    ) -> None:
        super().__init__(parent, self.tr("Export areas"), self.tr("Export"), _WIDTH)
        self._messages = messages
        text = self.tr("The main desk gets what is entered in the areas that are ticked, and chooses field by field.")
        self.content.addWidget(label(text, role="quiet", wrap=True))
        if unsettled:
            text = self.tr("Not finished typing: {count}. These fields do not go out.").format(count=len(unsettled))
            self.content.addWidget(Strip("warning", text))
        self.areas = QListWidget()
        self._fill(data, messages.words.language)
        self.areas.itemChanged.connect(lambda _: self._enable())
        self.content.addLayout(labelled(self.tr("Areas"), self.areas))
        self.officer = QLineEdit(data.officer)
        self.officer.setPlaceholderText(self.tr("Full name"))
        self.officer.textChanged.connect(lambda _: self._enable())
        self.content.addLayout(labelled(self.tr("Entered by"), self.officer))
        line = columns()
        self.folder = QLineEdit(str(folder))
        line.addLayout(labelled(self.tr("Save to"), self.folder), 1)
        line.addWidget(button(self.tr("Choose…"), self._choose), 0, Qt.AlignmentFlag.AlignBottom)
        self.content.addLayout(line)
        self.as_zip = QCheckBox(self.tr("Under a name that ends in .zip, for mail that drops other files"))
        self.content.addWidget(self.as_zip)
        self.add_buttons()
        self._enable()
        (self.areas if data.officer else self.officer).setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the wrapped words need."""
        super().showEvent(event)
        fit(self)

    def choice(self) -> ExportChoice:
        """Return what was chosen."""
        return ExportChoice(
            self._ticked(), self.officer.text().strip(), Path(self.folder.text()), self.as_zip.isChecked()
        )

    def fail(self, problem: ReformDeskError) -> None:
        """Say why nothing was written, with everything chosen still there."""
        self.show_problem(self._messages.words.error(problem))
        self.open()

    def _fill(self, data: FormData, language: str) -> None:
        for area in data.round.areas_of(data.agency):
            name = data.round.catalogue.area(area).short.text(language)
            item = QListWidgetItem(f"{area}  {name}  ·  {data.answered_in(area)}/{len(data.owed_in(area))}")
            item.setData(_AREA, area)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if _is_begun(data, area) else Qt.CheckState.Unchecked)
            self.areas.addItem(item)
        self.areas.setFixedHeight(_ROW * min(_MOST_ROWS, self.areas.count()) + theme.SPACE_12)
        self.areas.setCurrentRow(0)

    def _ticked(self) -> tuple[str, ...]:
        items = [self.areas.item(row) for row in range(self.areas.count())]
        return tuple(str(one.data(_AREA)) for one in items if one.checkState() is Qt.CheckState.Checked)

    def _choose(self) -> None:
        chosen = self._messages.choose_folder(self, self.tr("Save to"))
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _enable(self) -> None:
        ready = bool(self._ticked()) and bool(self.officer.text().strip())
        self.go.setEnabled(ready)
        self.go.setToolTip("" if ready else self.tr("Tick an area and type your name first."))


class PartExportedDialog(FittedDialog):
    """Says where the file is, and that it is not for Home Affairs."""

    GUIDE = "two_officers"

    OPEN_FOLDER = 2

    def __init__(self, parent: QWidget, exported: PartExported) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Exported"))
        theme.hold(self, least_width=_WIDTH)
        layout = rows(self, margin=theme.SPACE_20, space=theme.SPACE_12)
        layout.addWidget(label(self.tr("The file is ready for the main desk"), role="title"))
        layout.addWidget(PathLabel(exported.path))
        text = self.tr(
            "Take it to the machine that finishes, by USB stick or internal mail, and open it there. It is no "
            "submission: do not send it to Home Affairs."
        )
        layout.addWidget(label(text, role="quiet", wrap=True))
        if exported.left_out:
            names = ", ".join(one.title for one in exported.left_out)
            text = self.tr("Too large for this file, take it along yourself: {names}.").format(names=names)
            layout.addWidget(Strip("warning", text))
        self.open_folder = button(self.tr("Open the folder"), lambda: self.done(self.OPEN_FOLDER))
        self.close_button = button(self.tr("Close"), self.accept, primary=True)
        self.close_button.setDefault(True)
        foot(layout, [self.open_folder], [self.close_button])
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_begun(data: FormData, area: str) -> bool:
    """Whether something stands in an area that could go out."""
    owed = set(data.owed_in(area))
    beside = owed & (data.details.keys() | {one.indicator for one in data.enclosures})
    given = any((answer := data.answer(name)).value != NO_ANSWER.value or answer.explanation for name in owed)
    return given or bool(beside) or area in data.narratives
