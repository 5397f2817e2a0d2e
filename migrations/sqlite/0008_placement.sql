-- Where a run put each verbatim, in exactly one place, and where that puts the contribution.
CREATE TABLE placement (
    analysis_id    BLOB    NOT NULL REFERENCES analysis (id),
    verbatim_id    BLOB    NOT NULL REFERENCES verbatim (id),
    -- Its rank within its contribution, from 1.
    ordinal        INTEGER NOT NULL,
    place          TEXT    NOT NULL,
    theme_rank     INTEGER,
    reason         TEXT,
    typicality     REAL    NOT NULL,
    kind           TEXT    NOT NULL,
    kind_suggested INTEGER NOT NULL CHECK (kind_suggested IN (0, 1)),
    PRIMARY KEY (analysis_id, verbatim_id),
    FOREIGN KEY (analysis_id, theme_rank) REFERENCES theme (analysis_id, rank),
    CHECK ((place = 'theme') = (theme_rank IS NOT NULL)),
    CHECK ((place = 'theme') = (reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX placement_by_place ON placement (analysis_id, place, theme_rank, typicality);

CREATE TABLE contribution_place (
    analysis_id     BLOB    NOT NULL REFERENCES analysis (id),
    contribution_id BLOB    NOT NULL REFERENCES contribution (id),
    place           TEXT    NOT NULL,
    theme_rank      INTEGER,
    reason          TEXT,
    kind            TEXT    NOT NULL,
    kind_suggested  INTEGER NOT NULL CHECK (kind_suggested IN (0, 1)),
    PRIMARY KEY (analysis_id, contribution_id),
    FOREIGN KEY (analysis_id, theme_rank) REFERENCES theme (analysis_id, rank),
    CHECK ((place = 'theme') = (theme_rank IS NOT NULL)),
    CHECK ((place = 'theme') = (reason IS NULL))
) STRICT, WITHOUT ROWID;
