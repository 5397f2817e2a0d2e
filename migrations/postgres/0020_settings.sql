-- What a congress decided: who reads, when texts appear, whom to call.
ALTER TABLE congress ADD COLUMN readers TEXT NOT NULL DEFAULT 'public';
ALTER TABLE congress ADD COLUMN moderation TEXT NOT NULL DEFAULT 'apres';
ALTER TABLE congress ADD COLUMN grace_minutes BIGINT  NOT NULL DEFAULT 60;
ALTER TABLE congress ADD COLUMN contact_name TEXT;
ALTER TABLE congress ADD COLUMN contact_telephone TEXT;
ALTER TABLE congress ADD COLUMN contact_email TEXT;

-- A step whose end was moved, by whom and why: nothing is prolonged silently.
CREATE TABLE phase_change (
    id          UUID    NOT NULL PRIMARY KEY,
    congress_id UUID    NOT NULL REFERENCES congress (id),
    kind        TEXT    NOT NULL,
    ended_at    BIGINT  NOT NULL,
    ends_at     BIGINT  NOT NULL,
    changed_at  BIGINT  NOT NULL,
    -- None: by a command on the server.
    changed_by  UUID    REFERENCES member (id),
    reason      TEXT    NOT NULL
);

CREATE INDEX phase_change_of_congress ON phase_change (congress_id, changed_at);
