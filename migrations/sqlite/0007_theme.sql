-- The themes of a run with their figures and typical words.
CREATE TABLE theme (
    id            BLOB    NOT NULL PRIMARY KEY,
    analysis_id   BLOB    NOT NULL REFERENCES analysis (id),
    rank          INTEGER NOT NULL,
    label         TEXT    NOT NULL,
    hue           INTEGER NOT NULL CHECK (hue BETWEEN 0 AND 7),
    verbatims     INTEGER NOT NULL DEFAULT 0,
    contributions INTEGER NOT NULL DEFAULT 0,
    signatories   INTEGER NOT NULL DEFAULT 0,
    UNIQUE (analysis_id, rank)
) STRICT;

CREATE TABLE typical_word (
    theme_id  BLOB    NOT NULL REFERENCES theme (id),
    rank      INTEGER NOT NULL,
    form      TEXT    NOT NULL,
    chi2      REAL    NOT NULL,
    verbatims INTEGER NOT NULL,
    PRIMARY KEY (theme_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE typical_verbatim (
    theme_id    BLOB    NOT NULL REFERENCES theme (id),
    rank        INTEGER NOT NULL,
    verbatim_id BLOB    NOT NULL REFERENCES verbatim (id),
    PRIMARY KEY (theme_id, rank)
) STRICT, WITHOUT ROWID;
