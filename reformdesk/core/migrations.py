"""The workspace's schema. A released migration is never edited; a change is a new one.

One schema serves agency and Home Affairs alike. Times are RFC 3339 UTC, values are the JSON of
``resources/schemas/value.schema.json``, digests are SHA-256 in hex.
"""

from __future__ import annotations

import secrets

from sqlite_utils import Database, Migrations

from reformdesk.core import chronicle, moved_decisions

migrations = Migrations("reformdesk")


@migrations(name="0001_first")
def _first(db: Database) -> None:
    for statement in (
        # what the workspace is: its kind, whose, made when and by which program
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        # every exchange file taken in or written, byte for byte
        """CREATE TABLE files (
            digest TEXT NOT NULL,
            signer TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('round', 'submission', 'reply')),
            round TEXT NOT NULL,
            agency TEXT NOT NULL DEFAULT '',
            revision INTEGER NOT NULL,
            previous TEXT,
            signer_name TEXT NOT NULL,
            signed_at TEXT NOT NULL,
            certificate BLOB NOT NULL,
            name TEXT NOT NULL,
            channel TEXT NOT NULL,
            received_at TEXT NOT NULL,
            data BLOB NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (digest, signer)
        ) STRICT""",
        "CREATE INDEX files_by_place ON files (kind, round, agency, revision)",
        # the rounds in force: one line an id, pointing at the round file
        """CREATE TABLE rounds (
            id TEXT PRIMARY KEY,
            digest TEXT NOT NULL,
            position INTEGER NOT NULL UNIQUE,
            taken_at TEXT NOT NULL
        ) STRICT""",
        # an agency's answers as they stand
        """CREATE TABLE answers (
            round TEXT NOT NULL REFERENCES rounds (id),
            indicator TEXT NOT NULL,
            value TEXT NOT NULL,
            explanation TEXT NOT NULL DEFAULT '',
            changed_at TEXT NOT NULL,
            PRIMARY KEY (round, indicator)
        ) STRICT""",
        # every change of an answer, in order; undo is a change too
        """CREATE TABLE history (
            id INTEGER PRIMARY KEY,
            round TEXT NOT NULL REFERENCES rounds (id),
            indicator TEXT NOT NULL,
            part TEXT NOT NULL CHECK (part IN ('value', 'explanation')),
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            source TEXT NOT NULL,
            undoes INTEGER REFERENCES history (id),
            changed_at TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX history_by_answer ON history (round, indicator, id)",
        # certificates compared by telephone and pinned; subject is an agency's id
        """CREATE TABLE pins (
            subject TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            name TEXT NOT NULL,
            certificate BLOB NOT NULL,
            pinned_at TEXT NOT NULL,
            PRIMARY KEY (subject, fingerprint)
        ) STRICT""",
        # what an officer decided about a file, never erased
        """CREATE TABLE decisions (
            kind TEXT NOT NULL CHECK (kind IN ('provisional', 'choose', 'return')),
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            author TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            PRIMARY KEY (kind, subject, detail)
        ) STRICT""",
        # how each taken submission stands: derived from files, pins and decisions, kept for speed
        """CREATE TABLE standing (
            digest TEXT NOT NULL,
            signer TEXT NOT NULL,
            round TEXT NOT NULL,
            agency TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('accepted', 'waiting')),
            reasons TEXT NOT NULL,
            counts INTEGER NOT NULL,
            provisional INTEGER NOT NULL,
            returned INTEGER NOT NULL,
            PRIMARY KEY (digest, signer),
            FOREIGN KEY (digest, signer) REFERENCES files (digest, signer)
        ) STRICT""",
        "CREATE INDEX standing_by_place ON standing (round, agency)",
    ):
        db.execute(statement)


@migrations(name="0002_trust")
def _trust(db: Database) -> None:
    """Trust: chained history, second signatures, keys that follow, end and are revoked, returns by field."""
    for statement in (
        # each line's link in the hash chain of core.chronicle
        "ALTER TABLE history ADD COLUMN link TEXT NOT NULL DEFAULT ''",
        # the keys that led to the signer's by handing over, oldest first, separated by blanks
        "ALTER TABLE files ADD COLUMN followed TEXT NOT NULL DEFAULT ''",
        # who issued the signer's certificate; empty for a key of the program's own making
        "ALTER TABLE files ADD COLUMN issuer TEXT NOT NULL DEFAULT ''",
        # second signatures: the head who approved it; bytes has the file where it came apart from the first
        """CREATE TABLE approvals (
            digest TEXT NOT NULL,
            signer TEXT NOT NULL,
            approver TEXT NOT NULL,
            name TEXT NOT NULL,
            issuer TEXT NOT NULL,
            signed_at TEXT NOT NULL,
            certificate BLOB NOT NULL,
            bytes BLOB,
            PRIMARY KEY (digest, signer, approver),
            FOREIGN KEY (digest, signer) REFERENCES files (digest, signer)
        ) STRICT""",
        # how a key came to be trusted: compared by telephone, first seen and not compared yet, named in
        # a trusted round file, handed over by a trusted key; and since when it speaks no more
        """ALTER TABLE pins ADD COLUMN how TEXT NOT NULL DEFAULT 'compared'
            CHECK (how IN ('compared', 'first-seen', 'named', 'handed-over'))""",
        "ALTER TABLE pins ADD COLUMN ended_at TEXT",
        "UPDATE pins SET how = 'first-seen' WHERE (SELECT value FROM meta WHERE name = 'office') = 'agency'",
        # a key that was lost or stolen; covers names the submissions that had been received before
        """CREATE TABLE revocations (
            subject TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            covers TEXT NOT NULL,
            reason TEXT NOT NULL,
            author TEXT NOT NULL,
            revoked_at TEXT NOT NULL,
            PRIMARY KEY (subject, fingerprint)
        ) STRICT""",
        # more kinds of decision; SQLite changes a CHECK only by copying
        """CREATE TABLE new_decisions (
            kind TEXT NOT NULL CHECK (kind IN ('provisional', 'choose', 'return', 'history', 'set-aside')),
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            author TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            PRIMARY KEY (kind, subject, detail)
        ) STRICT""",
        """INSERT INTO new_decisions
            SELECT kind, subject,
                   CASE kind WHEN 'return' THEN json_object('words', detail, 'fields', json_array()) ELSE detail END,
                   author, decided_at
            FROM decisions""",
        "DROP TABLE decisions",
        "ALTER TABLE new_decisions RENAME TO decisions",
    ):
        db.execute(statement)
    _link_history(db)


@migrations(name="0003_form")
def _form(db: Database) -> None:
    """The form: steps that are undone whole, subordinate units, narratives, evidence, the letter's number."""
    for statement in (
        # more parts of what is entered, and the id of the first line of the step that a line belongs to
        """CREATE TABLE new_history (
            id INTEGER PRIMARY KEY,
            round TEXT NOT NULL REFERENCES rounds (id),
            indicator TEXT NOT NULL,
            part TEXT NOT NULL CHECK (
                part IN ('value', 'explanation', 'narrative') OR part GLOB 'unit:*' OR part GLOB 'evidence:*'
            ),
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            source TEXT NOT NULL,
            undoes INTEGER REFERENCES new_history (id),
            changed_at TEXT NOT NULL,
            link TEXT NOT NULL,
            step INTEGER NOT NULL
        ) STRICT""",
        """INSERT INTO new_history
            SELECT id, round, indicator, part, before, after, source, undoes, changed_at, link, id
            FROM history ORDER BY id""",
        "DROP TABLE history",
        "ALTER TABLE new_history RENAME TO history",
        "CREATE INDEX history_by_answer ON history (round, indicator, id)",
        # what is entered beside values and explanations, as it stands: a subordinate unit's figure and
        # a piece of evidence of an indicator, the narrative of an area (whose id stands as indicator)
        """CREATE TABLE entries (
            round TEXT NOT NULL REFERENCES rounds (id),
            indicator TEXT NOT NULL,
            part TEXT NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (round, indicator, part)
        ) STRICT, WITHOUT ROWID""",
        # what is being typed and is no answer yet
        """CREATE TABLE drafts (
            round TEXT NOT NULL REFERENCES rounds (id),
            indicator TEXT NOT NULL,
            part TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (round, indicator, part)
        ) STRICT, WITHOUT ROWID""",
        # an agency's subordinate units, kept from round to round; one that is gone keeps its past figures
        """CREATE TABLE units (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            gone INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID""",
        # the files of evidence, by their SHA-256
        "CREATE TABLE contents (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT",
        # number and date of the stamped letter that went with a submission
        """CREATE TABLE letters (
            round TEXT NOT NULL REFERENCES rounds (id),
            revision INTEGER NOT NULL,
            number TEXT NOT NULL,
            dated TEXT NOT NULL,
            PRIMARY KEY (round, revision)
        ) STRICT, WITHOUT ROWID""",
    ):
        db.execute(statement)


@migrations(name="0004_requests")
def _requests(db: Database) -> None:
    """Requests to correct what was reported in earlier rounds, and what Home Affairs decides on them."""
    for statement in (
        # an agency's requests: round is the one whose submission they go out with
        """CREATE TABLE requests (
            round TEXT NOT NULL REFERENCES rounds (id),
            earlier TEXT NOT NULL,
            indicator TEXT NOT NULL,
            reported TEXT NOT NULL,
            wanted TEXT NOT NULL,
            reason TEXT NOT NULL,
            made_at TEXT NOT NULL,
            PRIMARY KEY (round, earlier, indicator)
        ) STRICT, WITHOUT ROWID""",
        # what officers of Home Affairs decided, never erased; request is the SHA-256 that a reply names it by
        """CREATE TABLE request_answers (
            request TEXT NOT NULL,
            round TEXT NOT NULL,
            agency TEXT NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('agreed', 'declined')),
            words TEXT NOT NULL,
            author TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            PRIMARY KEY (request, decided_at, verdict, words)
        ) STRICT, WITHOUT ROWID""",
    ):
        db.execute(statement)


@migrations(name="0005_merge")
def _merge(db: Database) -> None:
    """Desks that are brought together: decisions as content that only grows, arrivals, closings, a kept fold."""
    for statement in (
        # what officers decided; the id is the SHA-256 of what is said (core.deciding), and nothing is ever erased
        """CREATE TABLE new_decisions (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN (
                'provisional', 'choose', 'history', 'gap', 'issue', 'set-aside', 'return', 'accept', 'beside',
                'received', 'extension', 'key-mistaken', 'revoke', 'request', 'total', 'round-issue', 'closing',
                'take-back'
            )),
            round TEXT NOT NULL,
            agency TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        # whose place a decision takes
        """CREATE TABLE decision_before (
            id TEXT NOT NULL,
            before TEXT NOT NULL,
            PRIMARY KEY (id, before)
        ) STRICT, WITHOUT ROWID""",
        # who decided so, when and at which desk; several may have
        """CREATE TABLE decision_hands (
            id TEXT NOT NULL,
            author TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            desk TEXT NOT NULL,
            PRIMARY KEY (id, author, decided_at, desk)
        ) STRICT, WITHOUT ROWID""",
    ):
        db.execute(statement)
    _make_desk(db)
    moved_decisions.move(db)
    for statement in (
        "DROP TABLE decisions",
        "DROP TABLE request_answers",
        "DROP TABLE revocations",
        "ALTER TABLE new_decisions RENAME TO decisions",
        "CREATE INDEX decisions_by_matter ON decisions (kind, subject)",
        "CREATE INDEX decisions_by_place ON decisions (round, agency)",
        "CREATE INDEX decision_before_by_before ON decision_before (before)",
        # closed rounds, each as the document that its digest stands for
        """CREATE TABLE closings (
            digest TEXT PRIMARY KEY,
            round TEXT NOT NULL,
            number INTEGER NOT NULL,
            document BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""",
        # every time that a file came; digest and signer are empty for what was refused unread
        """CREATE TABLE arrivals (
            digest TEXT NOT NULL,
            signer TEXT NOT NULL,
            name TEXT NOT NULL,
            channel TEXT NOT NULL,
            received_at TEXT NOT NULL,
            desk TEXT NOT NULL,
            verdict TEXT NOT NULL,
            reasons TEXT NOT NULL,
            PRIMARY KEY (digest, signer, received_at, name, channel, desk)
        ) STRICT""",
        """INSERT INTO arrivals
            SELECT f.digest, f.signer, f.name, f.channel, f.received_at, m.value, s.state, s.reasons
            FROM files f JOIN standing s USING (digest, signer) JOIN meta m ON m.name = 'desk'""",
        # what an officer of Home Affairs is typing for an agency; the source stands under an empty indicator
        """CREATE TABLE entered_drafts (
            round TEXT NOT NULL,
            agency TEXT NOT NULL,
            indicator TEXT NOT NULL,
            text TEXT NOT NULL,
            explanation TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            PRIMARY KEY (round, agency, indicator)
        ) STRICT, WITHOUT ROWID""",
        # totals as they were folded last; key tells from what. Never part of a digest
        """CREATE TABLE folded (
            round TEXT PRIMARY KEY,
            key TEXT NOT NULL,
            document BLOB NOT NULL
        ) STRICT, WITHOUT ROWID""",
        # whether Home Affairs entered it on behalf of the agency
        "ALTER TABLE files ADD COLUMN entered INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE standing ADD COLUMN entered INTEGER NOT NULL DEFAULT 0",
        # whether desks decided different things about it, and which issue of the round it answers
        "ALTER TABLE standing ADD COLUMN contested INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE standing ADD COLUMN issue TEXT NOT NULL DEFAULT ''",
        """UPDATE standing SET issue = coalesce((
            SELECT json_extract(CAST(data AS TEXT), '$.round.digest') FROM files
            WHERE files.digest = standing.digest AND files.signer = standing.signer), '')""",
        # what a list of rounds shows, and what orders them, so that no round file need be read for it
        "ALTER TABLE rounds ADD COLUMN label TEXT NOT NULL DEFAULT '{}'",
        """UPDATE rounds SET label = (
            SELECT json_object(
                'title', json_extract(CAST(data AS TEXT), '$.title'),
                'short', json_extract(CAST(data AS TEXT), '$.short'),
                'indicator_set', json_extract(CAST(data AS TEXT), '$.catalogue.name'),
                'revision', json_extract(CAST(data AS TEXT), '$.revision'),
                'opened_at', json_extract(CAST(data AS TEXT), '$.opened_at'),
                'deadline', json_extract(CAST(data AS TEXT), '$.deadline'),
                'months', json_extract(CAST(data AS TEXT), '$.period.months'),
                'ends', json_extract(CAST(data AS TEXT), '$.period.to'),
                'areas', json_extract(CAST(data AS TEXT), '$.period.areas')
            ) FROM files WHERE files.digest = rounds.digest LIMIT 1)
            WHERE digest IN (SELECT digest FROM files)""",
        # who compared a key, and against what
        "ALTER TABLE pins ADD COLUMN author TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE pins ADD COLUMN compared_by TEXT NOT NULL DEFAULT ''",
    ):
        db.execute(statement)
    for table in ("decisions", "decision_before", "decision_hands", "closings"):
        for verb in ("UPDATE", "DELETE"):
            db.execute(
                f"""CREATE TRIGGER {table}_refuse_{verb.lower()} BEFORE {verb} ON {table}
                    BEGIN SELECT raise(ABORT, 'only ever added to'); END"""
            )


@migrations(name="0006_office_files")
def _office_files(db: Database) -> None:
    """Files that the office keeps for its own work, each under a name; no part of the merged state."""
    db.execute(
        """CREATE TABLE office_files (
            name TEXT PRIMARY KEY,
            file_name TEXT NOT NULL,
            content BLOB NOT NULL,
            kept_at TEXT NOT NULL
        ) STRICT"""
    )


@migrations(name="0007_edition_draft")
def _edition_draft(db: Database) -> None:
    """The one edition that is being drawn at this desk; no part of the merged state."""
    for statement in (
        # what it was made from, what it has come to, and how many of its steps are done: those beyond were undone
        """CREATE TABLE edition_draft (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            base TEXT NOT NULL,
            edition TEXT NOT NULL,
            done INTEGER NOT NULL,
            begun_at TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE edition_steps (
            position INTEGER PRIMARY KEY,
            edit TEXT NOT NULL,
            made_at TEXT NOT NULL
        ) STRICT""",
    ):
        db.execute(statement)


def _make_desk(db: Database) -> None:
    """Name the desk: two that decide the same are told apart by it, a copy is not."""
    db.execute("INSERT INTO meta VALUES ('desk', :desk)", {"desk": secrets.token_hex(8)})


def _link_history(db: Database) -> None:
    link = ""
    for line in list(db.query("SELECT * FROM history ORDER BY id")):
        link = chronicle.link(link, line)
        db.execute("UPDATE history SET link = :link WHERE id = :id", {"link": link, "id": line["id"]})
