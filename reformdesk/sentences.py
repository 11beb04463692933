"""The sentences behind the codes, in English, which is their source; :mod:`reformdesk.words` says them.

Each stands here as ``QT_TRANSLATE_NOOP(context, "...")``, which ``pyside6-lupdate`` collects into
``i18n/*.ts``; ``{name}`` marks a parameter.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: ARG001 - lupdate reads both from the call
    """Mark a sentence for collection; PySide6's own returns an untyped object."""
    return source


ERRORS = {
    "evidence-empty": QT_TRANSLATE_NOOP("errors", "“{file}” is empty. Save it once more, then attach it."),
    "evidence-kind": QT_TRANSLATE_NOOP(
        "errors", "“{file}” cannot be attached. Take a PDF, a picture (PNG, JPG), or a Word, Excel or PowerPoint file."
    ),
    "evidence-no-program": QT_TRANSLATE_NOOP("errors", "No program here opens “{file}”. Save a copy of it instead."),
    "evidence-not-opened": QT_TRANSLATE_NOOP("errors", "“{file}” is not opened here. Save a copy of it instead."),
    "evidence-too-large": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is too large: {left} MB are left. Scan it in grey at a lower resolution, or take a part."
    ),
    "evidence-too-many": QT_TRANSLATE_NOOP(
        "errors", "A submission carries at most {most} files of evidence. Put several pages into one PDF."
    ),
    "handover-names": QT_TRANSLATE_NOOP("errors", "Type two different names: of who leaves and of who follows."),
    "not-a-recovery": QT_TRANSLATE_NOOP("errors", "This file is not a recovery file but another kind ({kind})."),
    "passphrase-same": QT_TRANSLATE_NOOP("errors", "The new passphrase is the old one. The successor chooses another."),
    "recovery-inconsistent": QT_TRANSLATE_NOOP(
        "errors", "What the recovery file brings is not what it says ({detail}). Ask Home Affairs for a new one."
    ),
    "recovery-newer": QT_TRANSLATE_NOOP(
        "errors",
        "Home Affairs has accepted no. {revision} for {round}, which this desk does not know. Nothing was changed. "
        "Close the program, move this workspace to another folder, then open the recovery file.",
    ),
    "recovery-older": QT_TRANSLATE_NOOP(
        "errors",
        "The recovery file is older than this desk: for {round} it ends with no. {revision}, here stands no. {here}. "
        "Nothing was changed; go on with this desk.",
    ),
    "recovery-other-agency": QT_TRANSLATE_NOOP(
        "errors", "This recovery file is for {agency}, and this desk is another agency's. Nothing was changed."
    ),
    "recovery-same": QT_TRANSLATE_NOOP(
        "errors", "This desk has all that the recovery file holds. Nothing was changed; go on with this desk."
    ),
    "recovery-too-large": QT_TRANSLATE_NOOP(
        "errors", "The newest submission has too much evidence for a recovery file. Give the agency its file itself."
    ),
    "letter-too-long": QT_TRANSLATE_NOOP("errors", "A letter's number has at most {most} signs."),
    "narrative-too-long": QT_TRANSLATE_NOOP("errors", "This is too long: at most {most} characters. Shorten it."),
    "colleague-missing": QT_TRANSLATE_NOOP("errors", "Type the colleague's full name."),
    "trial-in-use": QT_TRANSLATE_NOOP(
        "errors", "Something in “{folder}” is still open. Close it and delete this folder yourself."
    ),
    "unit-twice": QT_TRANSLATE_NOOP("errors", "“{unit}” stands twice in the list. Take one out."),
    "unknown-unit-id": QT_TRANSLATE_NOOP("errors", "“{unit}” is not in your list of units. Add it there first."),
    "agency-not-in-round": QT_TRANSLATE_NOOP(
        "errors",
        "The round {round} does not ask this agency for anything. Ask Home Affairs for the right round file.",
    ),
    "approval-missing": QT_TRANSLATE_NOOP(
        "errors", "This round asks for the head's signature as well. Let the head of the agency sign, then finish."
    ),
    "backup-damaged": QT_TRANSLATE_NOOP("errors", "The backup “{file}” is damaged. Choose another one."),
    "backup-failed": QT_TRANSLATE_NOOP(
        "errors", "No backup could be written to “{folder}”. Free some space there or allow writing."
    ),
    "cannot-write": QT_TRANSLATE_NOOP("errors", "“{file}” could not be written ({detail}). Choose another folder."),
    "damaged-container": QT_TRANSLATE_NOOP(
        "errors", "The file is damaged or incomplete. Ask the sender for it once more."
    ),
    "disk-full": QT_TRANSLATE_NOOP("errors", "The disk is full. Free some space, then try again: “{file}”."),
    "disk-trouble": QT_TRANSLATE_NOOP(
        "errors", "The disk reports an error at “{file}”. Copy the workspace to another disk and go on there."
    ),
    "empty-file": QT_TRANSLATE_NOOP("errors", "The file is empty. Ask the sender for it once more."),
    "entry-only": QT_TRANSLATE_NOOP(
        "errors",
        "This desk is for data entry only. The agency's main desk finishes: export the areas and open the file there.",
    ),
    "error-inside": QT_TRANSLATE_NOOP(
        "errors",
        "The file of {agency} has an impossible value at “{indicator}”. Ask the agency to correct it.",
    ),
    "errors-open": QT_TRANSLATE_NOOP("errors", "There are still errors: {count}. Mend them first, then finish."),
    "file-in-use": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is open in another program or protected. Close it there, then try again."
    ),
    "file-unreadable": QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read. Copy it to this machine, then try again."),
    "folder-missing": QT_TRANSLATE_NOOP("errors", "There is no folder “{folder}”. Choose another one."),
    "folder-not-ours": QT_TRANSLATE_NOOP(
        "errors", "The folder “{folder}” holds no unpacked file of ours. Choose the file that you received."
    ),
    "part-file": QT_TRANSLATE_NOOP(
        "errors",
        "This is a data-entry file, which officers of one agency pass to each other, and no submission. It is opened "
        "at the agency's main desk.",
    ),
    "part-other-agency": QT_TRANSLATE_NOOP(
        "errors", "The data-entry file of {officer} belongs to another agency ({agency}), not to yours."
    ),
    "part-other-issue": QT_TRANSLATE_NOOP(
        "errors",
        "The data-entry file of {officer} answers another issue of the round {round} than this desk has. Open the "
        "same round file on both machines, then export again.",
    ),
    "part-unknown-round": QT_TRANSLATE_NOOP(
        "errors",
        "The data-entry file of {officer} is for the round {round}, which is not at this desk. Open its round file "
        "here first.",
    ),
    "part-of-container": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” is only one part of an unpacked file, and the rest is not beside it. Choose the .zip as it came.",
    ),
    "folder-not-empty": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is not an empty folder. Choose a new one; nothing was changed."
    ),
    "folder-read-only": QT_TRANSLATE_NOOP(
        "errors", "Nothing can be written to “{folder}”. Choose a folder of your own, such as Documents."
    ),
    "history-broken": QT_TRANSLATE_NOOP(
        "errors",
        "The history in “{file}” was changed from outside ({detail}). Telephone Home Affairs before the next file "
        "goes out, or take the newest copy from the folder “backups”.",
    ),
    "invalid-catalogue": QT_TRANSLATE_NOOP(
        "errors", "The indicator set inside is not valid ({where}). Ask Home Affairs for a new round file."
    ),
    "invalid-document": QT_TRANSLATE_NOOP(
        "errors", "The file's content is not valid (at {where}). Ask the sender to export it again."
    ),
    "is-a-folder": QT_TRANSLATE_NOOP("errors", "“{file}” is a folder. Choose a file."),
    "folder-there": QT_TRANSLATE_NOOP(
        "errors", "“{folder}” is there already, and is not written over. Rename it, or choose another place."
    ),
    "key-change-invalid": QT_TRANSLATE_NOOP(
        "errors", "The file's new key was not handed over by the old one as it claims. Ask the sender by telephone."
    ),
    "key-damaged": QT_TRANSLATE_NOOP("errors", "The key file is damaged. Put its backup copy in its place."),
    "key-exists": QT_TRANSLATE_NOOP("errors", "This desk already has a key ({file}). Use its passphrase."),
    "key-missing": QT_TRANSLATE_NOOP(
        "errors", "The key of this desk was not found ({file}). Put its backup copy back, or make a new key."
    ),
    "key-revoked": QT_TRANSLATE_NOOP(
        "errors",
        "The key of {name} was revoked; what it seals is not taken in any more. Ask the agency for a file under its "
        "new key.",
    ),
    "key-unreadable": QT_TRANSLATE_NOOP("errors", "The key file “{file}” cannot be read."),
    "manifest-mismatch": QT_TRANSLATE_NOOP(
        "errors", "The content was changed after signing (at {name}). Ask the sender for the original file."
    ),
    "newer-catalogue": QT_TRANSLATE_NOOP(
        "errors", "The indicator set was made by a newer program ({format}). Install the newer ReformDesk."
    ),
    "newer-format": QT_TRANSLATE_NOOP(
        "errors", "The file was made by a newer program. Install the newer ReformDesk, then open it again."
    ),
    "indicator-unreported": QT_TRANSLATE_NOOP(
        "errors", "Nobody reports “{number} {name}” yet. Choose who does in its row (marked ✕), or take the row out."
    ),
    "no-agencies": QT_TRANSLATE_NOOP("errors", "There is no agency yet. Paste the agencies' names, one a line."),
    "no-indicators": QT_TRANSLATE_NOOP("errors", "No indicator yet. Paste a table, or start from the template."),
    "no-home-affairs": QT_TRANSLATE_NOOP("errors", "“Sở Nội vụ” is missing among the agencies. Add it."),
    "no-files": QT_TRANSLATE_NOOP("errors", "There is no file in “{folder}”. Choose another folder."),
    "no-round-to-take": QT_TRANSLATE_NOOP("errors", "There is no round yet. Open a round first, then take in files."),
    "no-round": QT_TRANSLATE_NOOP("errors", "There is no round yet. Open the round file of Home Affairs first."),
    "no-screen": QT_TRANSLATE_NOOP(
        "errors", "There is no screen to open a window on. See reformdesk --help for the commands."
    ),
    "not-a-folder": QT_TRANSLATE_NOOP("errors", "“{folder}” is not a folder. Choose another name."),
    "no-areas": QT_TRANSLATE_NOOP("errors", "No area is chosen. Tick what the other desk is to get."),
    "not-a-part": QT_TRANSLATE_NOOP("errors", "This is not a data-entry file. Choose the file that was exported."),
    "not-a-reply": QT_TRANSLATE_NOOP("errors", "This file is not a reply of Home Affairs but another kind ({kind})."),
    "not-a-round-file": QT_TRANSLATE_NOOP("errors", "This file is not a round file but another kind ({kind})."),
    "not-a-submission": QT_TRANSLATE_NOOP("errors", "This file is not a submission but another kind ({kind})."),
    "not-ours": QT_TRANSLATE_NOOP("errors", "This is not a ReformDesk file. Choose the file that the sender exported."),
    "not-ours-looks-like": QT_TRANSLATE_NOOP(
        "errors",
        "This is not a ReformDesk file but a {looks_like} file. Choose the file that the sender exported.",
    ),
    "not-owed": QT_TRANSLATE_NOOP("errors", "The indicator “{indicator}” is not assigned to this agency."),
    "not-owed-inside": QT_TRANSLATE_NOOP(
        "errors", "The file of {agency} answers “{indicator}”, which is not assigned to it."
    ),
    "not-signed": QT_TRANSLATE_NOOP("errors", "The file bears no signature. Ask the sender to export it again."),
    "nothing-changed": QT_TRANSLATE_NOOP(
        "errors", "Nothing has changed since submission no. {revision}. There is nothing new to export."
    ),
    "nothing-owed": QT_TRANSLATE_NOOP("errors", "This agency owes nothing in the round {round}."),
    "nothing-to-reply": QT_TRANSLATE_NOOP("errors", "There is no accepted submission to answer in the round {round}."),
    "office-key-differs": QT_TRANSLATE_NOOP(
        "errors",
        "This file is sealed by a key that is not Home Affairs' known key. Telephone Home Affairs before using it.",
    ),
    "officer-missing": QT_TRANSLATE_NOOP("errors", "Your name is missing. Type it, so that it is known from whom."),
    "other-round": QT_TRANSLATE_NOOP(
        "errors", "The file belongs to another issue of the round {round} than this workspace's."
    ),
    "office-cannot-leave": QT_TRANSLATE_NOOP("errors", "Home Affairs opens the round and cannot be taken out of it."),
    "own-key-revoked": QT_TRANSLATE_NOOP(
        "errors", "This key of Home Affairs was revoked. Make a new key, or go on with the reserve key."
    ),
    "passphrase-empty": QT_TRANSLATE_NOOP("errors", "The passphrase is empty. Type one."),
    "passphrase-missing": QT_TRANSLATE_NOOP(
        "errors", "The passphrase is missing. Set {variable} or type it when asked."
    ),
    "path-missing": QT_TRANSLATE_NOOP("errors", "There is no “{file}”. Check the name."),
    "pdf-changed": QT_TRANSLATE_NOOP(
        "errors", "The PDF was changed after it was signed. Take the file as the signing software wrote it."
    ),
    "pdf-encrypted": QT_TRANSLATE_NOOP(
        "errors", "The PDF is locked with a password. Save it without one, then sign it."
    ),
    "pdf-not-signed": QT_TRANSLATE_NOOP(
        "errors", "The PDF bears no digital signature. Have it signed with the official software first."
    ),
    "pdf-other-figures": QT_TRANSLATE_NOOP(
        "errors", "The PDF was printed from other figures than those here. Print the form again and have it signed."
    ),
    "pdf-unreadable": QT_TRANSLATE_NOOP("errors", "The file cannot be read as a PDF. Choose the signed PDF."),
    "pin-locked": QT_TRANSLATE_NOOP(
        "errors", "The token is locked after too many wrong PINs. Its issuer unlocks it; meanwhile use another key."
    ),
    "pin-wrong": QT_TRANSLATE_NOOP("errors", "The PIN is wrong. Nothing was signed; try again."),
    "pin-wrong-few": QT_TRANSLATE_NOOP(
        "errors", "The PIN is wrong. Nothing was signed. Few tries are left before the token locks: look it up first."
    ),
    "pin-wrong-last": QT_TRANSLATE_NOOP(
        "errors", "The PIN is wrong. ONE try is left before the token locks. Look the PIN up before you try again."
    ),
    "phrase-too-long": QT_TRANSLATE_NOOP("errors", "A phrase has at most {most} characters."),
    "phrases-too-many": QT_TRANSLATE_NOOP("errors", "There can be at most {most} phrases."),
    "province-missing": QT_TRANSLATE_NOOP("errors", "The province's name is missing. Type it."),
    "reason-missing": QT_TRANSLATE_NOOP(
        "errors",
        "Fields changed that nobody asked about: {count}. Write beside each why, then finish.",
    ),
    "request-impossible": QT_TRANSLATE_NOOP("errors", "The right figure cannot be true of this indicator. Check it."),
    "request-reason-missing": QT_TRANSLATE_NOOP("errors", "Write why first: a request without a reason goes nowhere."),
    "request-same": QT_TRANSLATE_NOOP("errors", "This is the figure that was reported; there is nothing to correct."),
    "requests-too-many": QT_TRANSLATE_NOOP("errors", "A submission carries at most {most} requests."),
    "reply-not-for-us": QT_TRANSLATE_NOOP("errors", "This reply says nothing about this agency."),
    "return-empty": QT_TRANSLATE_NOOP("errors", "A return must say why, in general or at a field."),
    "round-differs": QT_TRANSLATE_NOOP(
        "errors", "The round {round} is here already in another issue. Ask Home Affairs which one holds."
    ),
    "round-exists": QT_TRANSLATE_NOOP("errors", "There is already a round {round}. Choose another name."),
    "same-place": QT_TRANSLATE_NOOP(
        "errors", "The key already lies in “{folder}”. Choose another place, such as a USB stick."
    ),
    "same-signer": QT_TRANSLATE_NOOP(
        "errors", "The second signature needs another key than the first. Let the head of the agency sign."
    ),
    "sample-not-accepted": QT_TRANSLATE_NOOP("errors", "The sample's file {file} was not accepted: {reasons}."),
    "round-contested": QT_TRANSLATE_NOOP(
        "errors", "Two desks corrected {round} apart. Decide first which of the two holds, under “Waiting”."
    ),
    "round-unchanged": QT_TRANSLATE_NOOP(
        "errors", "Nothing that {round} asks has changed. Change something, or choose what is to be asked again."
    ),
    "round-too-large": QT_TRANSLATE_NOOP(
        "errors", "The round is too large for one file: it has too many agencies or indicators. Ask for fewer areas."
    ),
    "sample-unreadable": QT_TRANSLATE_NOOP("errors", "The sample's figure for {indicator} cannot be read: {text}."),
    "signature-invalid": QT_TRANSLATE_NOOP(
        "errors", "The signature is not valid. Ask the sender for the original file."
    ),
    "signature-mismatch": QT_TRANSLATE_NOOP(
        "errors", "The signature does not match the content. Ask the sender for the original file."
    ),
    "signature-weak": QT_TRANSLATE_NOOP("errors", "The signature uses a method that is too weak ({detail})."),
    "signed-twice": QT_TRANSLATE_NOOP("errors", "The file bears two signatures already; no third one is needed."),
    "strange-entry": QT_TRANSLATE_NOOP(
        "errors",
        "The file holds something that does not belong there ({name}). Ask the sender for the original.",
    ),
    "token-empty": QT_TRANSLATE_NOOP(
        "errors", "The token has no certificate to sign with. Plug in the token that your certificate is on."
    ),
    "token-missing": QT_TRANSLATE_NOOP("errors", "There is no token. Plug it in, then try again; nothing was signed."),
    "token-module-missing": QT_TRANSLATE_NOOP(
        "errors", "The token's driver was not found ({file}). Install the software that came with the token."
    ),
    "token-trouble": QT_TRANSLATE_NOOP(
        "errors", "The token reports an error ({detail}). Pull it out, plug it in again and try once more."
    ),
    "too-large": QT_TRANSLATE_NOOP("errors", "The file is too large to be one of ours."),
    "unknown-agency": QT_TRANSLATE_NOOP("errors", "The agency {agency} is not in this round."),
    "unknown-round": QT_TRANSLATE_NOOP("errors", "The round {round} is not in this workspace."),
    "unknown-type": QT_TRANSLATE_NOOP("errors", "“{file}” must end in .xlsx, .docx, .csv or .json."),
    "workspace-busy": QT_TRANSLATE_NOOP(
        "errors", "“{file}” is open in another window or program. Close it there, then try again."
    ),
    "workspace-damaged": QT_TRANSLATE_NOOP(
        "errors", "The workspace “{file}” is damaged. Take its newest copy from the folder “backups”."
    ),
    "workspace-exists": QT_TRANSLATE_NOOP("errors", "There is already a “{file}”. Choose another name."),
    "workspace-gone": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” does not lie in “{folder}” any more. Put the USB stick or the folder back, then try again; "
        "leave the program open until then.",
    ),
    "workspace-missing": QT_TRANSLATE_NOOP("errors", "There is no workspace “{file}”. Check the name."),
    "workspace-newer": QT_TRANSLATE_NOOP(
        "errors", "The workspace “{file}” was made by a newer program. Install the newer ReformDesk."
    ),
    "workspace-not-ours": QT_TRANSLATE_NOOP("errors", "“{file}” is not a ReformDesk workspace."),
    "workspace-read-only": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” lies where nothing can be written. Copy it to a folder of your own, then open it there.",
    ),
    "workspace-to-look": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” is damaged and open to be looked at only: nothing in it can be changed. Put a sound backup back.",
    ),
    "workspace-trouble": QT_TRANSLATE_NOOP("errors", "The workspace “{file}” reports an error: {detail}."),
    "workspace-unreadable": QT_TRANSLATE_NOOP("errors", "The workspace “{file}” cannot be read."),
    "wrong-office": QT_TRANSLATE_NOOP("errors", "“{file}” is not the kind of workspace that this needs."),
    "wrong-passphrase": QT_TRANSLATE_NOOP("errors", "The passphrase is wrong. Nothing was signed; try again."),
    "wrong-usage": QT_TRANSLATE_NOOP("errors", "Wrong usage: {detail}. See --help."),
}

FINDINGS = {
    "units-differ": QT_TRANSLATE_NOOP(
        "findings", "Your subordinate units come to {sum}. Correct one of them, or explain."
    ),
    "exceeds": QT_TRANSLATE_NOOP("findings", "Larger than row {number} ({most}). If it is right, please explain."),
    "jump": QT_TRANSLATE_NOOP("findings", "Far from {before} in {period}. If it is right, please explain."),
    "negative": QT_TRANSLATE_NOOP("findings", "A count cannot be below zero."),
    "not-whole": QT_TRANSLATE_NOOP("findings", "A count must be a whole number."),
    "out-of-range": QT_TRANSLATE_NOOP("findings", "Must lie between {least} and {most}."),
    "same-again": QT_TRANSLATE_NOOP("findings", "Exactly the figure of {period}. If it is right, please explain."),
    "total-differs": QT_TRANSLATE_NOOP("findings", "The parts come to {expected}. If it is right, please explain."),
    "wrong-kind": QT_TRANSLATE_NOOP("findings", "This kind of answer does not fit here."),
}

UNREADABLE = {
    "block-twice": QT_TRANSLATE_NOOP("typing", "“{block}” stands twice."),
    "not-a-block-rate": QT_TRANSLATE_NOOP("typing", "Write each block on its line as “name: 88,5%”."),
    "not-a-mark": QT_TRANSLATE_NOOP("typing", "Type x if it was held, 0 if not."),
    "not-a-number": QT_TRANSLATE_NOOP("typing", "Type a number, as 1.234 or 83,46."),
    "not-whole": QT_TRANSLATE_NOOP("typing", "A count must be a whole number."),
    "percent-in-count": QT_TRANSLATE_NOOP("typing", "A count takes no per cent sign."),
    "too-long": QT_TRANSLATE_NOOP("typing", "This number is too long."),
    "unknown-block": QT_TRANSLATE_NOOP("typing", "There is no block “{block}”."),
    "unknown-unit": QT_TRANSLATE_NOOP("typing", "Type the number alone, without “{unit}”."),
    "ambiguous": QT_TRANSLATE_NOOP("typing", "Which one do you mean: {choices}?"),
}

STATES = {
    "accepted": QT_TRANSLATE_NOOP("states", "received"),
    "waiting": QT_TRANSLATE_NOOP("states", "waiting"),
    "rejected": QT_TRANSLATE_NOOP("states", "refused"),
    "known": QT_TRANSLATE_NOOP("states", "already here"),
    "returned": QT_TRANSLATE_NOOP("states", "returned"),
    "missing": QT_TRANSLATE_NOOP("states", "not sent"),
    "provisional": QT_TRANSLATE_NOOP("states", "received provisionally"),
    "entered": QT_TRANSLATE_NOOP("states", "entered on behalf"),
    "received": QT_TRANSLATE_NOOP("states", "received"),
    "partial": QT_TRANSLATE_NOOP("states", "received in part"),
    "overdue": QT_TRANSLATE_NOOP("states", "overdue"),
    "late": QT_TRANSLATE_NOOP("states", "sent after the deadline"),
    "extended": QT_TRANSLATE_NOOP("states", "deadline extended"),
    "not-compared": QT_TRANSLATE_NOOP("states", "matching code not compared yet"),
}

ANSWERS = {
    "blank": QT_TRANSLATE_NOOP("answers", "Not entered"),
    "not-done": QT_TRANSLATE_NOOP("answers", "Not yet carried out"),
    "in-progress": QT_TRANSLATE_NOOP("answers", "In progress"),
    "not-applicable": QT_TRANSLATE_NOOP("answers", "Not applicable"),
    "held": QT_TRANSLATE_NOOP("answers", "Yes (x)"),
    "not-held": QT_TRANSLATE_NOOP("answers", "No (0)"),
}

KINDS = {
    "round": QT_TRANSLATE_NOOP("kinds", "round file"),
    "submission": QT_TRANSLATE_NOOP("kinds", "submission"),
    "reply": QT_TRANSLATE_NOOP("kinds", "reply"),
}

PLACES = {
    "cloud-folder": QT_TRANSLATE_NOOP(
        "places",
        "This workspace lies in a folder that is copied to a cloud, where two machines can spoil it. Keep it on this "
        "machine alone; a second officer works in a workspace of their own and passes areas on as a file.",
    ),
    "network-folder": QT_TRANSLATE_NOOP(
        "places",
        "This workspace lies on a network drive, where a broken line or a second user can spoil it. Keep it on this "
        "machine; a second officer works in a workspace of their own and passes areas on as a file.",
    ),
    "removable": QT_TRANSLATE_NOOP(
        "places", "This workspace lies on a USB drive. Copy it to this machine and work there; take it along as a copy."
    ),
    "temporary": QT_TRANSLATE_NOOP(
        "places", "This workspace lies in a folder that the system empties by itself. Move it to Documents."
    ),
}

SOURCES = {
    "typed": QT_TRANSLATE_NOOP("sources", "typed"),
    "pasted": QT_TRANSLATE_NOOP("sources", "pasted"),
    "imported": QT_TRANSLATE_NOOP("sources", "from a file"),
    "imported:": QT_TRANSLATE_NOOP("sources", "file of {name}"),
    "unchanged": QT_TRANSLATE_NOOP("sources", "ticked as unchanged"),
    "restored": QT_TRANSLATE_NOOP("sources", "restored"),
    "recovered": QT_TRANSLATE_NOOP("sources", "from Home Affairs' recovery file"),
    "undo": QT_TRANSLATE_NOOP("sources", "undone"),
    "redo": QT_TRANSLATE_NOOP("sources", "done again"),
}

COMMANDS = {
    "sound": QT_TRANSLATE_NOOP("commands", "sound: {kind} {round} {agency} no. {revision}, sealed by {signers}"),
    "certified": QT_TRANSLATE_NOOP("commands", "digital signature, certificate by {issuer}"),
    "key-known": QT_TRANSLATE_NOOP("commands", "a known key"),
    "key-not-known": QT_TRANSLATE_NOOP("commands", "NOT a known key"),
    "unsound": QT_TRANSLATE_NOOP("commands", "NOT sound: {problem}"),
    "entered": QT_TRANSLATE_NOOP("commands", "Values entered: {count}."),
    "line-refused": QT_TRANSLATE_NOOP("commands", "{indicator}: {problem}"),
    "submitted": QT_TRANSLATE_NOOP("commands", "Submission no. {revision} written: {file}"),
    "unexplained": QT_TRANSLATE_NOOP("commands", "Findings without an explanation: {count}."),
    "key-made": QT_TRANSLATE_NOOP("commands", "A new key was made. Its matching code: {code}"),
    "issued": QT_TRANSLATE_NOOP("commands", "Ready to send, {count} files: {folder}"),
    "no-installer": QT_TRANSLATE_NOOP("commands", "No installer was at hand; --installer names it."),
    "joined": QT_TRANSLATE_NOOP(
        "commands", "brought together: {files} files and {decisions} decisions new, {contested} contested"
    ),
    "reminders-written": QT_TRANSLATE_NOOP("commands", "Reminder list written: {file}"),
    "report-written": QT_TRANSLATE_NOOP("commands", "Report written: {file}"),
    "head-key-made": QT_TRANSLATE_NOOP("commands", "A key was made for the head. Its matching code: {code}"),
    "receipt": QT_TRANSLATE_NOOP("commands", "  {agency} no. {revision}: {state}, {received_at}, content {submission}"),
    "return": QT_TRANSLATE_NOOP("commands", "  {agency} no. {revision}: returned, content {submission}"),
    "extension": QT_TRANSLATE_NOOP("commands", "  {agency}: may hand in until {until}"),
    "recovery": QT_TRANSLATE_NOOP("commands", "  {agency}: puts a lost desk back"),
    "ask-head-passphrase": QT_TRANSLATE_NOOP("commands", "Passphrase of the head's key: "),
    "ask-passphrase": QT_TRANSLATE_NOOP("commands", "Passphrase: "),
    "demo-playing": QT_TRANSLATE_NOOP("commands", "Round {round}: {number} of {count} agencies"),
    "demo-done": QT_TRANSLATE_NOOP("commands", "The sample province is in {folder}. State: {digest}"),
    "doctor-good": QT_TRANSLATE_NOOP("commands", "good: {what}"),
    "doctor-bad": QT_TRANSLATE_NOOP("commands", "NOT good: {what}: {problem}"),
}

UNKNOWN = QT_TRANSLATE_NOOP("errors", "Something went wrong ({code}).")
