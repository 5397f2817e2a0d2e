-- Workshops, their tables, and what was noted there or typed from paper.
-- A remark that somebody else noted, and that whoever made it has not confirmed: no guillemets.
ALTER TABLE contribution ADD COLUMN reported INTEGER NOT NULL DEFAULT 0 CHECK (reported IN (0, 1));

CREATE TABLE workshop (
    id          BLOB PRIMARY KEY NOT NULL,
    congress_id BLOB NOT NULL REFERENCES congress (id),
    name        TEXT NOT NULL,
    -- The end of its day: sheets drawn for its tables open until then.
    ends_at     INTEGER NOT NULL,
    made_at     INTEGER NOT NULL,
    made_by     BLOB REFERENCES member (id),
    UNIQUE (congress_id, name)
) STRICT;

CREATE TABLE workshop_table (
    id          BLOB PRIMARY KEY NOT NULL,
    workshop_id BLOB NOT NULL REFERENCES workshop (id),
    number      INTEGER NOT NULL CHECK (number > 0),
    -- SHA-256 of the secret of its last sheet; none before one was drawn.
    hash        BLOB UNIQUE,
    drawn_at    INTEGER,
    expires_at  INTEGER,
    closed_at   INTEGER,
    UNIQUE (workshop_id, number)
) STRICT;

-- Beside each contribution that somebody else than its author wrote down.
CREATE TABLE note (
    contribution_id BLOB PRIMARY KEY NOT NULL REFERENCES contribution (id),
    -- None: from a paper form.
    table_id        BLOB REFERENCES workshop_table (id),
    -- What stands on the paper form, for whoever looks for it in the pile.
    paper           TEXT,
    -- Who is said to have said it. Shown to nobody but them, the table and staff before they confirm.
    speaker_id      BLOB REFERENCES member (id),
    answer          TEXT,
    answered_at     INTEGER,
    -- Who noted it, where they were signed in: a sheet opens a table for whoever holds it.
    noted_by        BLOB REFERENCES member (id),
    noted_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX note_of_table ON note (table_id, noted_at);
CREATE INDEX note_of_speaker ON note (speaker_id);
