-- Links of convocations: each answers for one person about one sitting, and opens nothing. Known by the SHA-256 of its secret.
CREATE TABLE convocation_link (
    hash       BLOB NOT NULL PRIMARY KEY,
    sitting_id BLOB NOT NULL REFERENCES sitting (id),
    member_id  BLOB NOT NULL REFERENCES member (id),
    made_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX convocation_link_of_member ON convocation_link (member_id);
