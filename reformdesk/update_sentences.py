"""The sentences on installers that go along with a round, as :mod:`reformdesk.sentences` keeps all others."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

UPDATE_ERRORS = {
    "installer-changed": QT_TRANSLATE_NOOP(
        "errors", "“{file}” was changed after it was checked, so it is not used. Try again with the file as it came."
    ),
    "installer-not-started": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” could not be started ({detail}). Ask whoever looks after this machine whether an antivirus program "
        "holds it back.",
    ),
}

UPDATE_COMMANDS = {
    "sound-installer": QT_TRANSLATE_NOOP("commands", "sound: installer {version}, sealed by {signers}"),
}
