-- Files rendered from a draft, kept so that what was handed out can be handed out again.
CREATE TABLE document (
    congress_id BLOB    NOT NULL REFERENCES congress (id),
    motion_id   BLOB    NOT NULL REFERENCES motion (id),
    format      TEXT    NOT NULL,
    sha256      TEXT    NOT NULL,
    bytes       BLOB    NOT NULL,
    made_at     INTEGER NOT NULL,
    PRIMARY KEY (motion_id, format)
) STRICT;
