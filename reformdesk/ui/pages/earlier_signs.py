"""What the signs beside earlier figures mean, above a form that has any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QLabel

from reformdesk.core.comparison import Column
from reformdesk.core.rounds import Round
from reformdesk.ui import theme
from reformdesk.ui.models.earlier import earlier_cells
from reformdesk.words import Words


class EarlierSigns(QLabel):
    """Stays away where no sign needs words."""

    def __init__(
        self,
        round_: Round,
        shown: Sequence[Column],
        agency: str,
        names: Iterable[str],
        words: Words,
        *,
        has_history: bool = False,
    ) -> None:
        """``has_history``: a row's past can be opened, which says the same at length."""
        super().__init__()
        self.setProperty("role", "small")
        self.setWordWrap(True)
        self.setContentsMargins(theme.SPACE_12, theme.SPACE_4, theme.SPACE_12, theme.SPACE_4)
        cells = (one for name in names for one in earlier_cells(round_, shown, agency, name, words) if one.noted)
        found = {sign for one in cells for sign in "*(" if sign in one.text}
        taken_over = self.tr("* with figures of agencies that were taken over")
        apart = self.tr("(…) reported otherwise or by others; not compared")
        with_keys = self.tr("Point at the figure, or press Ctrl+H in its row, to see why.")
        more = with_keys if has_history else self.tr("Point at the figure to see why.")
        signs = [text for sign, text in (("*", taken_over), ("(", apart)) if sign in found]
        self.setText(" · ".join([*signs, more]) if signs else "")
        if not signs:
            # shown before it is on the page, it would be a window of its own
            self.hide()
