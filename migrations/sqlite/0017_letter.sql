-- Letters to send, queued together with what causes them, and where each stands. `key` says what a letter is about, so that
-- nothing is sent twice. Who sends one holds it by a lease until `leased_until`: see crates/storage/src/mail/claim.rs.
-- `member_id` points at no table: a letter outlives whom it was sent to.
CREATE TABLE letter (
    id                BLOB    PRIMARY KEY NOT NULL,
    congress_id       BLOB    NOT NULL REFERENCES congress (id),
    key               TEXT    NOT NULL,
    member_id         BLOB,
    recipient_name    TEXT    NOT NULL,
    recipient_address TEXT    NOT NULL,
    purpose           TEXT    NOT NULL,
    urgent            INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    subject           TEXT    NOT NULL,
    text_body         TEXT    NOT NULL,
    html_body         TEXT    NOT NULL,
    stop_url          TEXT,
    created_at        INTEGER NOT NULL,
    state             TEXT    NOT NULL CHECK (state IN ('en-attente', 'differee', 'envoyee', 'refusee', 'revenue')),
    due_at            INTEGER,
    ended_at          INTEGER,
    attempts          INTEGER NOT NULL,
    cause             TEXT,
    answer            TEXT,
    leased_by         BLOB,
    leased_until      INTEGER,
    CHECK ((due_at IS NOT NULL) = (state IN ('en-attente', 'differee'))),
    CHECK ((ended_at IS NULL) = (state IN ('en-attente', 'differee'))),
    CHECK ((cause IS NULL) = (state IN ('en-attente', 'envoyee'))),
    CHECK ((answer IS NULL) = (cause IS NULL)),
    CHECK ((leased_by IS NULL) = (leased_until IS NULL)),
    UNIQUE (congress_id, key)
) STRICT;
CREATE INDEX letter_due ON letter (urgent DESC, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX letter_recipient ON letter (congress_id, recipient_address, id);
CREATE INDEX letter_member ON letter (member_id) WHERE member_id IS NOT NULL;
