"""What a scene is, and the list that each module here enters its own into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from reformdesk.ui.window import MainWindow
from tests.ui.stage import Stage


@dataclass(frozen=True)
class Scene:
    """``kind`` is what is opened, ``guide`` the page of the guide that F1 opens there."""

    name: str
    open: Callable[[Stage], QWidget]
    guide: str
    kind: type[QWidget]


SCENES: list[Scene] = []


def scene(
    guide: str, kind: type[QWidget] = MainWindow
) -> Callable[[Callable[[Stage], QWidget]], Callable[[Stage], QWidget]]:
    """Enter a scene under its function's name."""

    def enter(opened: Callable[[Stage], QWidget]) -> Callable[[Stage], QWidget]:
        SCENES.append(Scene(opened.__name__.strip("_").replace("_", "-"), opened, guide, kind))
        return opened

    return enter
