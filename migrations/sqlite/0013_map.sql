-- Where a run put each verbatim on its map, and the verbatims that say the closest things.
ALTER TABLE placement ADD COLUMN x REAL;
ALTER TABLE placement ADD COLUMN y REAL;

CREATE TABLE neighbour (
    analysis_id  BLOB    NOT NULL,
    verbatim_id  BLOB    NOT NULL,
    -- The closest first, from 1.
    rank         INTEGER NOT NULL,
    neighbour_id BLOB    NOT NULL,
    closeness    REAL    NOT NULL,
    twin         INTEGER NOT NULL CHECK (twin IN (0, 1)),
    PRIMARY KEY (analysis_id, verbatim_id, rank),
    FOREIGN KEY (analysis_id, verbatim_id) REFERENCES placement (analysis_id, verbatim_id),
    FOREIGN KEY (analysis_id, neighbour_id) REFERENCES placement (analysis_id, verbatim_id),
    CHECK (verbatim_id <> neighbour_id)
) STRICT, WITHOUT ROWID;
