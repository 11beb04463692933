"""A rule: what it says of one value, of a value and its past, or of values among each other."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QCheckBox, QComboBox, QLayout, QLineEdit, QStackedWidget, QWidget

from reformdesk.core.catalogue import Catalogue, Kind, Part, Rule, Severity
from reformdesk.core.values import write_number
from reformdesk.ui.dialogs.small import QuestionDialog
from reformdesk.ui.models.edition_wording import RULE_KINDS, EditionWording
from reformdesk.ui.pages.edition.beside import choices
from reformdesk.ui.widgets.basics import button, columns, fit, label, labelled, rows

_WIDTH = 640
_MOST_PARTS, _FIRST_PARTS = 12, 3
_FIGURES = (Kind.COUNT, Kind.DECIMAL, Kind.PERCENT)


class RuleDialog(QuestionDialog):
    """Begins with a rule, or for a new one with the indicator that it is to be about."""

    GUIDE = "rule"

    def __init__(
        self, parent: QWidget, catalogue: Catalogue, rule: Rule | None, indicator: str, wording: EditionWording
    ) -> None:
        title = self.tr("A new rule") if rule is None else self.tr("Change a rule")
        super().__init__(parent, title, self.tr("Set the rule"), _WIDTH)
        self._rule = rule
        self._wording = wording
        self._known: Mapping[str, str] = {
            name: wording.indicator(catalogue, name)
            for name in catalogue.order
            if name in catalogue.indicators and catalogue.indicators[name].kind in _FIGURES
        }
        self.kind = choices(self.tr("What the rule says"))
        for kind in RULE_KINDS:
            self.kind.addItem(wording.rule_kinds[kind], kind)
        self.content.addLayout(labelled(self.tr("What the rule says"), self.kind))
        self.pages = QStackedWidget()
        self._pages = {
            "at-most": self._at_most(),
            "total": self._total(),
            "range": self._range(),
            "jump": self._jump(),
            "repeat": self._repeat(),
        }
        for page in self._pages.values():
            self.pages.addWidget(page)
        self.content.addWidget(self.pages)
        self.severity = choices(self.tr("A figure against it"))
        for severity in (Severity.WARNING, Severity.ERROR):
            self.severity.addItem(wording.severities[severity], severity)
        self.content.addLayout(labelled(self.tr("A figure against it"), self.severity))
        self.add_buttons()
        self.kind.currentIndexChanged.connect(lambda _: self._turn())
        for edit in self._numbers():
            edit.textChanged.connect(lambda _: self._enable())
        self._begin(rule, indicator)
        self._turn()

    def _at_most(self) -> QWidget:
        self.left, self.right = self._indicators(self.tr("This indicator")), self._indicators(self.tr("is at most"))
        return _page(labelled(self.tr("This indicator"), self.left), labelled(self.tr("is at most"), self.right))

    def _total(self) -> QWidget:
        self.total = self._indicators(self.tr("This indicator"))
        page = QWidget()
        layout = rows(page)
        layout.addLayout(labelled(self.tr("This indicator"), self.total))
        layout.addWidget(label(self.tr("equals")))
        self._parts: list[tuple[QComboBox, QComboBox]] = []
        self._part_rows: list[QWidget] = []
        for place in range(1, _MOST_PARTS + 1):
            sign = choices(self.tr("Sign of part {number}").format(number=place))
            sign.addItem(self.tr("+ plus"), 1)
            sign.addItem(self.tr("− minus"), -1)
            sign.setMinimumContentsLength(5)
            name = self._indicators(self.tr("Part {number}").format(number=place), none=self.tr("– nothing"))
            row = QWidget()
            line = columns(row)
            line.addWidget(sign)
            line.addWidget(name, 1)
            layout.addWidget(row)
            row.setVisible(place <= _FIRST_PARTS)
            self._part_rows.append(row)
            self._parts.append((sign, name))
        self.more_button = button(self.tr("One more part"), self._more)
        layout.addWidget(self.more_button)
        return page

    def _more(self) -> None:
        hidden = [row for row in self._part_rows if row.isHidden()]
        if hidden:
            hidden[0].show()
        self.more_button.setEnabled(len(hidden) > 1)
        fit(self)

    def _range(self) -> QWidget:
        self.kinds = {kind: QCheckBox(text) for kind, text in self._wording.kinds.items() if kind.value != "text"}
        self.kinds.pop(Kind.MARK, None)
        self.least, self.most = QLineEdit("0"), QLineEdit("100")
        page = QWidget()
        layout = rows(page)
        layout.addLayout(labelled(self.tr("Not less than"), self.least))
        layout.addLayout(labelled(self.tr("Not more than"), self.most))
        layout.addWidget(label(self.tr("Every figure that is a")))
        for box in self.kinds.values():
            layout.addWidget(box)
        return page

    def _jump(self) -> QWidget:
        self.factor, self.distance = QLineEdit("3"), QLineEdit("20")
        return _page(
            labelled(self.tr("Times the figure before, or a part of it"), self.factor),
            labelled(self.tr("and differs from it by at least"), self.distance),
        )

    def _repeat(self) -> QWidget:
        said = self.tr("Asks about a figure over a period that is the same as in the period before or last year.")
        page = QWidget()
        rows(page).addWidget(label(said, role="quiet", wrap=True))
        return page

    def _indicators(self, name: str, none: str = "") -> QComboBox:
        made = choices(name)
        if none:
            made.addItem(none, "")
        for one, text in self._known.items():
            made.addItem(text, one)
        return made

    def _begin(self, rule: Rule | None, indicator: str) -> None:
        if rule is None:
            for field in (self.left, self.total):
                field.setCurrentIndex(max(0, field.findData(indicator)))
            return
        self.kind.setCurrentIndex(self.kind.findData(rule.kind))
        self.severity.setCurrentIndex(self.severity.findData(rule.severity))
        for field, name in ((self.left, rule.left), (self.right, rule.right), (self.total, rule.total)):
            if name and field.findData(name) < 0:
                # what the rule named was retired: nothing else is taken for it
                field.insertItem(0, self.tr("choose"), "")
            field.setCurrentIndex(max(0, field.findData(name)))
        for part, row, (sign, field) in zip(rule.parts, self._part_rows, self._parts, strict=False):
            row.show()
            sign.setCurrentIndex(sign.findData(part.sign))
            field.setCurrentIndex(max(0, field.findData(part.indicator)))
        for kind, box in self.kinds.items():
            box.setChecked(kind in rule.kinds)
        if rule.kind == "range":
            self.least.setText(write_number(rule.least))
            self.most.setText(write_number(rule.most))
        elif rule.kind == "jump":
            self.factor.setText(write_number(rule.factor))
            self.distance.setText(write_number(rule.least))

    def _turn(self) -> None:
        kind = str(self.kind.currentData())
        for name, page in self._pages.items():
            page.setVisible(name == kind)
        self.pages.setCurrentWidget(self._pages[kind])
        self._enable()
        fit(self)

    def _numbers(self) -> tuple[QLineEdit, ...]:
        return (self.least, self.most, self.factor, self.distance)

    def _enable(self) -> None:
        """Wait for numbers that can be read."""
        asked = {"range": (self.least, self.most), "jump": (self.factor, self.distance)}
        unread = [one for one in asked.get(str(self.kind.currentData()), ()) if _amount(one) is None]
        self.go.setEnabled(not unread)
        self.go.setToolTip(self.tr("Type numbers first.") if unread else "")

    def rule(self) -> Rule:
        """Return the rule that was laid out."""
        kind = str(self.kind.currentData())
        own = self._rule.id if self._rule is not None else ""
        severity = Severity(self.severity.currentData())
        match kind:
            case "at-most":
                left, right = str(self.left.currentData()), str(self.right.currentData())
                return Rule(own, kind, severity, left=left, right=right)
            case "total":
                chosen = [(int(sign.currentData()), str(name.currentData())) for sign, name in self._parts]
                parts = tuple(Part(sign, name) for sign, name in chosen if name)
                return Rule(own, kind, severity, total=str(self.total.currentData()), parts=parts)
            case "range":
                kinds = tuple(one for one, box in self.kinds.items() if box.isChecked())
                return Rule(own, kind, severity, kinds=kinds, least=_number(self.least), most=_number(self.most))
            case "jump":
                return Rule(own, kind, severity, factor=_number(self.factor), least=_number(self.distance))
        return Rule(own, kind, severity)


def _number(field: QLineEdit) -> Decimal:
    return _amount(field) or Decimal(0)


def _amount(field: QLineEdit) -> Decimal | None:
    """Return the number in a field, written as here: dots group, a comma parts the fraction."""
    try:
        found = Decimal("".join(field.text().split()).replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _page(*fields: QLayout) -> QWidget:
    page = QWidget()
    layout = rows(page)
    for one in fields:
        layout.addLayout(one)
    return page
