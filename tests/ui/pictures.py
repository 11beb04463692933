"""Pictures of every page and dialog, for people to look at: ``python -m tests.ui.pictures FOLDER [words…]``.

Saves ``SCENE-SCHEME-LANGUAGE-SIZE-SCALE.png``; words narrow it down to names that hold one of them
in each place (``form board``, ``dark``, ``vi``, ``1093x614``). A screen's scale belongs to a
process, so that each scale is drawn by a process of its own. It asserts nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from reformdesk.ui import theme
from reformdesk.words import LANGUAGES, Words
from tests.demo import play_once
from tests.ui.scenes import SCENES, Scene
from tests.ui.stage import Stage

SCHEMES = {
    "light": {"dark": False},
    "dark": {"dark": True},
    "contrast": {"dark": True, "high_contrast": True},
    "paper": {"dark": False, "high_contrast": True},
}
SIZES = ((1366, 768), (1093, 614), (1920, 1080))
SCALES = (1.0, 1.5)
TEXT_SIZES = (100, 150)
_SCALE = "QT_SCALE_FACTOR"


def names(scale: float) -> Iterator[tuple[str, Scene, str, str, tuple[int, int], int]]:
    """Yield every picture of a scale: its name and what is on it."""
    for language in LANGUAGES:
        for scheme in SCHEMES:
            for text in TEXT_SIZES:
                for size in SIZES:
                    for scene in SCENES:
                        name = f"{scene.name}-{scheme}-{language}-{size[0]}x{size[1]}-text{text}-scale{scale:.2f}"
                        yield name, scene, language, scheme, size, text


def draw(folder: Path, demo: Path, wanted: list[str], scale: float) -> list[Path]:
    """Draw the pictures of the scale that this process has."""
    application = QApplication([])
    application.setApplicationName("ReformDesk")
    application.setOrganizationName("ReformDesk")
    qInstallMessageHandler(lambda *_: None)
    drawn = []
    for name, scene, language, scheme, size, text in names(scale):
        if not all(any(part in name for part in word.split("|")) for word in wanted):
            continue
        say = Words(language)
        application.installTranslator(say.translator)
        with tempfile.TemporaryDirectory() as kept:
            stage = Stage(demo, Path(kept) / "Báo cáo CCHC", say)
            stage.size = size
            theme.apply(application, text_size=text, **SCHEMES[scheme])
            shown = scene.open(stage)
            stage.settle(shown.window())
            drawn.append(folder / f"{name}.png")
            shown.grab().save(str(drawn[-1]))
            print(drawn[-1].name, f"{shown.width()}x{shown.height()}", flush=True)
            stage.close()
        application.removeTranslator(say.translator)
    return drawn


def main(folder: Path, wanted: list[str]) -> None:
    """Play the sample once, then draw in one process a scale."""
    folder.mkdir(parents=True, exist_ok=True)
    if _SCALE in os.environ:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        draw(folder, Path(os.environ["DEMO"]), wanted, float(os.environ[_SCALE]))
        return
    with tempfile.TemporaryDirectory() as kept:
        # the scenes are of the printed tables' last round, as the tests play it
        demo = Path(os.environ["DEMO"]) if "DEMO" in os.environ else play_once(Path(kept))
        for scale in SCALES:
            if all("scale" not in word or f"scale{scale:.2f}" in word for word in wanted):
                settings = {_SCALE: str(scale), "DEMO": str(demo), "LC_ALL": "C.UTF-8"}
                subprocess.run(
                    [sys.executable, "-m", "tests.ui.pictures", str(folder), *wanted],
                    env={**os.environ, **settings},
                    check=True,
                )


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "pictures"), sys.argv[2:])
