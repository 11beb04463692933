"""LibreOffice without a window, scripted: it opens a workbook, does what a hand would do, saves it as .xlsx."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

SOFFICE = shutil.which("soffice")
_SECONDS = 180

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Hand"/></library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Hand" script:language="StarBasic">{code}
</script:module>
"""
_CODE = """
Sub Work(source As String, target As String)
  Dim load(0) As New com.sun.star.beans.PropertyValue
  load(0).Name = "Hidden"
  load(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, load())
{steps}
  Dim save(0) As New com.sun.star.beans.PropertyValue
  save(0).Name = "FilterName"
  save(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(target, save())
  book.close(True)
End Sub
"""


class Hand:
    """Runs steps in Basic over a workbook, called ``book`` there; ``folder`` holds a profile of its own."""

    def __init__(self, folder: Path) -> None:
        self._profile = folder / "profile"
        # the first start makes the profile; what is put there before would be lost
        self._run("--terminate_after_init")

    def work(self, path: Path, steps: Sequence[str]) -> None:
        """Open a workbook, take the steps, save it in its place."""
        basic = self._profile / "user" / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        code = _CODE.format(steps="\n".join(f"  {step}" for step in steps))
        (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
        (basic / "Hand.xba").write_text(_MODULE.format(code=escape(code)), encoding="utf-8")
        saved = path.with_name(f"saved-{path.name}")
        self._run(f'macro:///Standard.Hand.Work("{path.as_uri()}","{saved.as_uri()}")')
        saved.replace(path)

    def _run(self, what: str) -> None:
        assert SOFFICE is not None
        words = [SOFFICE, "--headless", "--norestore", f"-env:UserInstallation={self._profile.as_uri()}", what]
        subprocess.run(words, check=True, capture_output=True, timeout=_SECONDS)


def converted(path: Path, kind: str, folder: Path) -> Path:
    """Let LibreOffice read a document and write it as another kind (``pdf``, ``txt:Text (encoded):UTF8``)."""
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [SOFFICE, "--headless", "--norestore", profile, "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(words, check=True, capture_output=True, timeout=_SECONDS)
    made = folder / f"{path.stem}.{kind.partition(':')[0]}"
    assert made.is_file(), "LibreOffice has no Writer here"
    return made


def typed(sheet: str, address: str, text: str) -> str:
    """Return the step that types ``text`` into a cell: what looks like a number becomes one."""
    quoted = text.replace('"', '""')
    return f'book.Sheets.getByName("{sheet}").getCellRangeByName("{address}").setFormula("{quoted}")'
