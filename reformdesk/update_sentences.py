"""The sentences on installers that go along with a round, as :mod:`reformdesk.sentences` keeps all others."""

from __future__ import annotations

from reformdesk.sentences import QT_TRANSLATE_NOOP

UPDATE_ERRORS = {
    "installer-changed": QT_TRANSLATE_NOOP(
        "errors", "“{file}” was changed after it was checked, so it is not used. Try again with the file as it came."
    ),
    "installer-foreign-key": QT_TRANSLATE_NOOP(
        "errors",
        "This key is not one of Home Affairs' keys in force: the agencies' programs would not know it. Seal with the "
        "key that seals the rounds.",
    ),
    "installer-no-program": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” is no program for Windows, so it is not an installer of ReformDesk. Take the file as it was built.",
    ),
    "installer-not-started": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” could not be started ({detail}). Ask whoever looks after this machine whether an antivirus program "
        "holds it back.",
    ),
    "installer-other-version": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” says inside that it is version {version}, which its name does not. Take the file as it was built.",
    ),
}

UPDATE_COMMANDS = {
    "sound-installer": QT_TRANSLATE_NOOP("commands", "sound: installer {version}, sealed by {signers}"),
}
