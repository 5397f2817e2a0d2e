-- A theme in full: its part of the map, what it continues, what it says and what divides it.
ALTER TABLE theme ADD COLUMN continues_id BLOB REFERENCES theme (id);
-- Anchor and outlines, as JSON: drawn whole, never asked by part.
ALTER TABLE theme ADD COLUMN region TEXT;

CREATE TABLE telling_verbatim (
    theme_id    BLOB    NOT NULL REFERENCES theme (id),
    rank        INTEGER NOT NULL,
    verbatim_id BLOB    NOT NULL REFERENCES verbatim (id),
    PRIMARY KEY (theme_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE division (
    theme_id BLOB    NOT NULL REFERENCES theme (id),
    rank     INTEGER NOT NULL,
    about    TEXT    NOT NULL,
    one_id   BLOB    NOT NULL REFERENCES verbatim (id),
    other_id BLOB    NOT NULL REFERENCES verbatim (id),
    PRIMARY KEY (theme_id, rank)
) STRICT, WITHOUT ROWID;
