-- What « Pour … » may go on with under an objective: exact spans, within one verbatim each.
CREATE TABLE suggestion (
    objective_id UUID    NOT NULL REFERENCES objective (id),
    rank         BIGINT  NOT NULL,
    verbatim_id  UUID    NOT NULL REFERENCES verbatim (id),
    start_byte   BIGINT  NOT NULL CHECK (start_byte >= 0),
    end_byte     BIGINT  NOT NULL,
    PRIMARY KEY (objective_id, rank),
    CHECK (start_byte < end_byte)
);
