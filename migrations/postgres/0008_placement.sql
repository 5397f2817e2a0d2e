-- Where a run put each verbatim, in exactly one place, and where that puts the contribution.
CREATE TABLE placement (
    analysis_id    UUID    NOT NULL REFERENCES analysis (id),
    verbatim_id    UUID    NOT NULL REFERENCES verbatim (id),
    -- Its rank within its contribution, from 1.
    ordinal        BIGINT  NOT NULL,
    place          TEXT    NOT NULL,
    theme_rank     BIGINT,
    reason         TEXT,
    typicality     DOUBLE PRECISION NOT NULL,
    kind           TEXT    NOT NULL,
    kind_suggested BOOLEAN NOT NULL,
    PRIMARY KEY (analysis_id, verbatim_id),
    FOREIGN KEY (analysis_id, theme_rank) REFERENCES theme (analysis_id, rank),
    CHECK ((place = 'theme') = (theme_rank IS NOT NULL)),
    CHECK ((place = 'theme') = (reason IS NULL))
);

CREATE INDEX placement_by_place ON placement (analysis_id, place, theme_rank, typicality);

CREATE TABLE contribution_place (
    analysis_id     UUID    NOT NULL REFERENCES analysis (id),
    contribution_id UUID    NOT NULL REFERENCES contribution (id),
    place           TEXT    NOT NULL,
    theme_rank      BIGINT,
    reason          TEXT,
    kind            TEXT    NOT NULL,
    kind_suggested  BOOLEAN NOT NULL,
    PRIMARY KEY (analysis_id, contribution_id),
    FOREIGN KEY (analysis_id, theme_rank) REFERENCES theme (analysis_id, rank),
    CHECK ((place = 'theme') = (theme_rank IS NOT NULL)),
    CHECK ((place = 'theme') = (reason IS NULL))
);
