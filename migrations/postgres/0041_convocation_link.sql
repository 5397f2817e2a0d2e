-- Links of convocations: each answers for one person about one sitting, and opens nothing. Known by the SHA-256 of its secret.
CREATE TABLE convocation_link (
    hash       BYTEA NOT NULL PRIMARY KEY,
    sitting_id UUID NOT NULL REFERENCES sitting (id),
    member_id  UUID NOT NULL REFERENCES member (id),
    made_at    BIGINT NOT NULL
);
CREATE INDEX convocation_link_of_member ON convocation_link (member_id);
