-- Where a run put each verbatim on its map, and the verbatims that say the closest things.
ALTER TABLE placement ADD COLUMN x DOUBLE PRECISION;
ALTER TABLE placement ADD COLUMN y DOUBLE PRECISION;

CREATE TABLE neighbour (
    analysis_id  UUID    NOT NULL,
    verbatim_id  UUID    NOT NULL,
    -- The closest first, from 1.
    rank         BIGINT  NOT NULL,
    neighbour_id UUID    NOT NULL,
    closeness    DOUBLE PRECISION NOT NULL,
    twin         BOOLEAN NOT NULL,
    PRIMARY KEY (analysis_id, verbatim_id, rank),
    FOREIGN KEY (analysis_id, verbatim_id) REFERENCES placement (analysis_id, verbatim_id),
    FOREIGN KEY (analysis_id, neighbour_id) REFERENCES placement (analysis_id, verbatim_id),
    CHECK (verbatim_id <> neighbour_id)
);
