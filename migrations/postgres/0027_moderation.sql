-- What staff does about texts: which version it read, why it hid one, what was done when and by whom, the corrections that
-- it proposes; and what was changed in the settings of a congress.
ALTER TABLE contribution ADD COLUMN hidden_reason TEXT;
-- The last version that staff read.
ALTER TABLE contribution ADD COLUMN read_version BIGINT;
-- Whether something better not published was found in the version `looked_version`; looked for when staff opens the queue.
ALTER TABLE contribution ADD COLUMN flagged BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE contribution ADD COLUMN looked_version BIGINT;
-- A correction that staff proposed and the author accepted.
ALTER TABLE contribution_version ADD COLUMN corrected BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE moderation_event (
    id              UUID    PRIMARY KEY NOT NULL,
    congress_id     UUID    NOT NULL REFERENCES congress (id),
    contribution_id UUID    NOT NULL REFERENCES contribution (id),
    version         BIGINT  NOT NULL,
    act             TEXT    NOT NULL,
    reason          TEXT,
    words           TEXT,
    -- None: by a command on the server.
    by_id           UUID    REFERENCES member (id),
    at              BIGINT  NOT NULL
);
CREATE INDEX moderation_event_of_contribution ON moderation_event (contribution_id, at);

CREATE TABLE correction (
    id              UUID    PRIMARY KEY NOT NULL,
    contribution_id UUID    NOT NULL REFERENCES contribution (id),
    version         BIGINT  NOT NULL,
    body            TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    proposed_at     BIGINT  NOT NULL,
    proposed_by     UUID    REFERENCES member (id),
    settled_at      BIGINT
);
-- One at a time.
CREATE UNIQUE INDEX correction_open ON correction (contribution_id) WHERE state = 'proposee';

CREATE TABLE settings_change (
    id          UUID    PRIMARY KEY NOT NULL,
    congress_id UUID    NOT NULL REFERENCES congress (id),
    field       TEXT    NOT NULL,
    was         TEXT,
    became      TEXT,
    changed_at  BIGINT  NOT NULL,
    -- None: by a command on the server.
    changed_by  UUID    REFERENCES member (id)
);
CREATE INDEX settings_change_of_congress ON settings_change (congress_id, changed_at);
