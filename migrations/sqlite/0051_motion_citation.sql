-- Verbatims beside the blocks of the motion: exact spans, and what they stand there for. One that is taken away stays, dated.
CREATE TABLE motion_citation (
    id          BLOB NOT NULL PRIMARY KEY,
    congress_id BLOB NOT NULL,
    block       INTEGER NOT NULL,
    verbatim_id BLOB NOT NULL REFERENCES verbatim (id),
    start_byte  INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte    INTEGER NOT NULL,
    stance      TEXT NOT NULL,
    attached_at INTEGER NOT NULL,
    -- None: the machine, with its draft.
    attached_by BLOB REFERENCES member (id),
    detached_at INTEGER,
    detached_by BLOB REFERENCES member (id),
    FOREIGN KEY (congress_id, block) REFERENCES motion_block (congress_id, block),
    CHECK (start_byte < end_byte)
) STRICT;

CREATE INDEX motion_citation_of_block ON motion_citation (congress_id, block);
CREATE INDEX motion_citation_of_verbatim ON motion_citation (verbatim_id);
