-- Workshops, their tables, and what was noted there or typed from paper.
-- A remark that somebody else noted, and that whoever made it has not confirmed: no guillemets.
ALTER TABLE contribution ADD COLUMN reported BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE workshop (
    id          UUID PRIMARY KEY NOT NULL,
    congress_id UUID NOT NULL REFERENCES congress (id),
    name        TEXT NOT NULL,
    -- The end of its day: sheets drawn for its tables open until then.
    ends_at     BIGINT NOT NULL,
    made_at     BIGINT NOT NULL,
    made_by     UUID REFERENCES member (id),
    UNIQUE (congress_id, name)
);

CREATE TABLE workshop_table (
    id          UUID PRIMARY KEY NOT NULL,
    workshop_id UUID NOT NULL REFERENCES workshop (id),
    number      BIGINT NOT NULL CHECK (number > 0),
    -- SHA-256 of the secret of its last sheet; none before one was drawn.
    hash        BYTEA UNIQUE,
    drawn_at    BIGINT,
    expires_at  BIGINT,
    closed_at   BIGINT,
    UNIQUE (workshop_id, number)
);

-- Beside each contribution that somebody else than its author wrote down.
CREATE TABLE note (
    contribution_id UUID PRIMARY KEY NOT NULL REFERENCES contribution (id),
    -- None: from a paper form.
    table_id        UUID REFERENCES workshop_table (id),
    -- What stands on the paper form, for whoever looks for it in the pile.
    paper           TEXT,
    -- Who is said to have said it. Shown to nobody but them, the table and staff before they confirm.
    speaker_id      UUID REFERENCES member (id),
    answer          TEXT,
    answered_at     BIGINT,
    -- Who noted it, where they were signed in: a sheet opens a table for whoever holds it.
    noted_by        UUID REFERENCES member (id),
    noted_at        BIGINT NOT NULL
);
CREATE INDEX note_of_table ON note (table_id, noted_at);
CREATE INDEX note_of_speaker ON note (speaker_id);
