-- What a congress decided: who reads, when texts appear, whom to call.
ALTER TABLE congress ADD COLUMN readers TEXT NOT NULL DEFAULT 'public';
ALTER TABLE congress ADD COLUMN moderation TEXT NOT NULL DEFAULT 'apres';
ALTER TABLE congress ADD COLUMN grace_minutes INTEGER NOT NULL DEFAULT 60;
ALTER TABLE congress ADD COLUMN contact_name TEXT;
ALTER TABLE congress ADD COLUMN contact_telephone TEXT;
ALTER TABLE congress ADD COLUMN contact_email TEXT;

-- A step whose end was moved, by whom and why: nothing is prolonged silently.
CREATE TABLE phase_change (
    id          BLOB    NOT NULL PRIMARY KEY,
    congress_id BLOB    NOT NULL REFERENCES congress (id),
    kind        TEXT    NOT NULL,
    ended_at    INTEGER NOT NULL,
    ends_at     INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    -- None: by a command on the server.
    changed_by  BLOB    REFERENCES member (id),
    reason      TEXT    NOT NULL
) STRICT;

CREATE INDEX phase_change_of_congress ON phase_change (congress_id, changed_at);
