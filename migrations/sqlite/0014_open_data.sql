-- Files of open data as they were last made, so that a download reads one row: `made_from` says which state of the
-- congress they show. Derived: it can be emptied.
CREATE TABLE open_data (
    congress_id BLOB    NOT NULL REFERENCES congress (id),
    name        TEXT    NOT NULL,
    made_from   TEXT    NOT NULL,
    bytes       BLOB    NOT NULL,
    made_at     INTEGER NOT NULL,
    PRIMARY KEY (congress_id, name)
) STRICT;
