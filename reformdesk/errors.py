"""The errors a person is told about.

An error is raised once, with a code and the parameters its sentence needs, and is put into words
once, in :mod:`reformdesk.words`. Any other exception is a bug and ends in the crash report.
"""

from __future__ import annotations

from typing import Self

WANTS_NEWER = frozenset({"newer-format", "newer-catalogue", "form-newer", "workspace-newer"})
"""Codes of files that only a newer version of the program can read."""


class ReformDeskError(Exception):
    """Base of all expected errors.

    ``code`` is a stable English slug (``wrong-passphrase``); ``params`` fill the sentence that
    :mod:`reformdesk.words` keeps for the code.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code} ({details})" if details else self.code

    def kept(self) -> Self:
        """Return this error for keeping: what it says, without the frames that it passed.

        Those hold the file that was refused, with all that was read of it, for as long as the error is held.
        """
        self.__cause__ = self.__context__ = None
        return self.with_traceback(None)


class Mendable(ReformDeskError):
    """What the user gave can be mended by the user: a passphrase, a value, a choice, a folder."""


class StoreError(ReformDeskError):
    """The workspace file cannot be opened, read or written."""


class Refused(ReformDeskError):
    """A file was refused: not ours, not sound, or not for this workspace. Nothing was stored."""
