-- What « Pour … » may go on with under an objective: exact spans, within one verbatim each.
CREATE TABLE suggestion (
    objective_id BLOB    NOT NULL REFERENCES objective (id),
    rank         INTEGER NOT NULL,
    verbatim_id  BLOB    NOT NULL REFERENCES verbatim (id),
    start_byte   INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte     INTEGER NOT NULL,
    PRIMARY KEY (objective_id, rank),
    CHECK (start_byte < end_byte)
) STRICT, WITHOUT ROWID;
