-- What becomes of a verbatim that no passage of the motion cites, as staff settles it. What isn’t here is still to be settled.
CREATE TABLE disposition (
    verbatim_id UUID NOT NULL PRIMARY KEY REFERENCES verbatim (id),
    kind        TEXT NOT NULL,
    -- The number of the contribution that it goes with.
    near        BIGINT,
    reason      TEXT,
    words       TEXT,
    settled_at  BIGINT NOT NULL,
    settled_by  UUID REFERENCES member (id)
);

-- Until now nothing but a citation settled anything: what stood beside no passage was what was still to be settled.
ALTER TABLE motion_version RENAME COLUMN uncited TO pending;
