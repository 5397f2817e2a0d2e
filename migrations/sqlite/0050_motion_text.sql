-- The motion as people write it: one a congress, its blocks, who holds one, and every wording that they had.
CREATE TABLE motion_text (
    congress_id BLOB NOT NULL PRIMARY KEY REFERENCES congress (id),
    title       TEXT NOT NULL,
    shape       TEXT NOT NULL,
    stage       TEXT NOT NULL,
    origin      TEXT NOT NULL,
    -- Blocks that were ever added: the name of the next one.
    blocks      INTEGER NOT NULL,
    started_at  INTEGER NOT NULL,
    started_by  BLOB REFERENCES member (id)
) STRICT;

CREATE TABLE motion_block (
    congress_id BLOB NOT NULL REFERENCES motion_text (congress_id),
    block       INTEGER NOT NULL,
    rank        INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    words       TEXT NOT NULL,
    -- What of the words is the machine's, in bytes: « 0-43 44-120 ».
    machine     TEXT NOT NULL,
    version     INTEGER NOT NULL,
    written_at  INTEGER NOT NULL,
    written_by  BLOB REFERENCES member (id),
    removed_at  INTEGER,
    -- A lease: who writes it, until when.
    held_by     BLOB REFERENCES member (id),
    held_until  INTEGER,
    PRIMARY KEY (congress_id, block)
) STRICT;

CREATE TABLE motion_revision (
    congress_id BLOB NOT NULL,
    block       INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    act         TEXT NOT NULL,
    kind        TEXT NOT NULL,
    words       TEXT NOT NULL,
    machine     TEXT NOT NULL,
    made_at     INTEGER NOT NULL,
    -- None: the machine.
    made_by     BLOB REFERENCES member (id),
    PRIMARY KEY (congress_id, block, version),
    FOREIGN KEY (congress_id, block) REFERENCES motion_block (congress_id, block)
) STRICT;
