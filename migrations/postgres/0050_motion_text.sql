-- The motion as people write it: one a congress, its blocks, who holds one, and every wording that they had.
CREATE TABLE motion_text (
    congress_id UUID NOT NULL PRIMARY KEY REFERENCES congress (id),
    title       TEXT NOT NULL,
    shape       TEXT NOT NULL,
    stage       TEXT NOT NULL,
    origin      TEXT NOT NULL,
    -- Blocks that were ever added: the name of the next one.
    blocks      BIGINT NOT NULL,
    started_at  BIGINT NOT NULL,
    started_by  UUID REFERENCES member (id)
);

CREATE TABLE motion_block (
    congress_id UUID NOT NULL REFERENCES motion_text (congress_id),
    block       BIGINT NOT NULL,
    rank        BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    words       TEXT NOT NULL,
    -- What of the words is the machine's, in bytes: « 0-43 44-120 ».
    machine     TEXT NOT NULL,
    version     BIGINT NOT NULL,
    written_at  BIGINT NOT NULL,
    written_by  UUID REFERENCES member (id),
    removed_at  BIGINT,
    -- A lease: who writes it, until when.
    held_by     UUID REFERENCES member (id),
    held_until  BIGINT,
    PRIMARY KEY (congress_id, block)
);

CREATE TABLE motion_revision (
    congress_id UUID NOT NULL,
    block       BIGINT NOT NULL,
    version     BIGINT NOT NULL,
    act         TEXT NOT NULL,
    kind        TEXT NOT NULL,
    words       TEXT NOT NULL,
    machine     TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    -- None: the machine.
    made_by     UUID REFERENCES member (id),
    PRIMARY KEY (congress_id, block, version),
    FOREIGN KEY (congress_id, block) REFERENCES motion_block (congress_id, block)
);
