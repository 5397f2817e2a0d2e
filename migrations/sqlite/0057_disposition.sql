-- What becomes of a verbatim that no passage of the motion cites, as staff settles it. What isn’t here is still to be settled.
CREATE TABLE disposition (
    verbatim_id BLOB NOT NULL PRIMARY KEY REFERENCES verbatim (id),
    kind        TEXT NOT NULL,
    -- The number of the contribution that it goes with.
    near        INTEGER,
    reason      TEXT,
    words       TEXT,
    settled_at  INTEGER NOT NULL,
    settled_by  BLOB REFERENCES member (id)
) STRICT;

-- Until now nothing but a citation settled anything: what stood beside no passage was what was still to be settled.
ALTER TABLE motion_version RENAME COLUMN uncited TO pending;
