-- Files rendered from a draft, kept so that what was handed out can be handed out again.
CREATE TABLE document (
    congress_id UUID    NOT NULL REFERENCES congress (id),
    motion_id   UUID    NOT NULL REFERENCES motion (id),
    format      TEXT    NOT NULL,
    sha256      TEXT    NOT NULL,
    bytes       BYTEA   NOT NULL,
    made_at     BIGINT  NOT NULL,
    PRIMARY KEY (motion_id, format)
);
