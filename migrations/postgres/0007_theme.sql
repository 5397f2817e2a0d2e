-- The themes of a run with their figures and typical words.
CREATE TABLE theme (
    id            UUID    NOT NULL PRIMARY KEY,
    analysis_id   UUID    NOT NULL REFERENCES analysis (id),
    rank          BIGINT  NOT NULL,
    label         TEXT    NOT NULL,
    hue           BIGINT  NOT NULL CHECK (hue BETWEEN 0 AND 7),
    verbatims     BIGINT  NOT NULL DEFAULT 0,
    contributions BIGINT  NOT NULL DEFAULT 0,
    signatories   BIGINT  NOT NULL DEFAULT 0,
    UNIQUE (analysis_id, rank)
);

CREATE TABLE typical_word (
    theme_id  UUID    NOT NULL REFERENCES theme (id),
    rank      BIGINT  NOT NULL,
    form      TEXT    NOT NULL,
    chi2      DOUBLE PRECISION NOT NULL,
    verbatims BIGINT  NOT NULL,
    PRIMARY KEY (theme_id, rank)
);

CREATE TABLE typical_verbatim (
    theme_id    UUID    NOT NULL REFERENCES theme (id),
    rank        BIGINT  NOT NULL,
    verbatim_id UUID    NOT NULL REFERENCES verbatim (id),
    PRIMARY KEY (theme_id, rank)
);
