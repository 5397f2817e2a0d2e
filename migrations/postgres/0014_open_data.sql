-- Files of open data as they were last made, so that a download reads one row: `made_from` says which state of the
-- congress they show. Derived: it can be emptied.
CREATE TABLE open_data (
    congress_id UUID    NOT NULL REFERENCES congress (id),
    name        TEXT    NOT NULL,
    made_from   TEXT    NOT NULL,
    bytes       BYTEA   NOT NULL,
    made_at     BIGINT  NOT NULL,
    PRIMARY KEY (congress_id, name)
);
