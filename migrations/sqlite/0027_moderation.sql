-- What staff does about texts: which version it read, why it hid one, what was done when and by whom, the corrections that
-- it proposes; and what was changed in the settings of a congress.
ALTER TABLE contribution ADD COLUMN hidden_reason TEXT;
-- The last version that staff read.
ALTER TABLE contribution ADD COLUMN read_version INTEGER;
-- Whether something better not published was found in the version `looked_version`; looked for when staff opens the queue.
ALTER TABLE contribution ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0 CHECK (flagged IN (0, 1));
ALTER TABLE contribution ADD COLUMN looked_version INTEGER;
-- A correction that staff proposed and the author accepted.
ALTER TABLE contribution_version ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0 CHECK (corrected IN (0, 1));

CREATE TABLE moderation_event (
    id              BLOB    PRIMARY KEY NOT NULL,
    congress_id     BLOB    NOT NULL REFERENCES congress (id),
    contribution_id BLOB    NOT NULL REFERENCES contribution (id),
    version         INTEGER NOT NULL,
    act             TEXT    NOT NULL,
    reason          TEXT,
    words           TEXT,
    -- None: by a command on the server.
    by_id           BLOB    REFERENCES member (id),
    at              INTEGER NOT NULL
) STRICT;
CREATE INDEX moderation_event_of_contribution ON moderation_event (contribution_id, at);

CREATE TABLE correction (
    id              BLOB    PRIMARY KEY NOT NULL,
    contribution_id BLOB    NOT NULL REFERENCES contribution (id),
    version         INTEGER NOT NULL,
    body            TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    proposed_at     INTEGER NOT NULL,
    proposed_by     BLOB    REFERENCES member (id),
    settled_at      INTEGER
) STRICT;
-- One at a time.
CREATE UNIQUE INDEX correction_open ON correction (contribution_id) WHERE state = 'proposee';

CREATE TABLE settings_change (
    id          BLOB    PRIMARY KEY NOT NULL,
    congress_id BLOB    NOT NULL REFERENCES congress (id),
    field       TEXT    NOT NULL,
    was         TEXT,
    became      TEXT,
    changed_at  INTEGER NOT NULL,
    -- None: by a command on the server.
    changed_by  BLOB    REFERENCES member (id)
) STRICT;
CREATE INDEX settings_change_of_congress ON settings_change (congress_id, changed_at);
