-- Versions of the motion that were published: numbered, with their words and sources as they stood, never changed.
CREATE TABLE motion_version (
    congress_id  UUID NOT NULL REFERENCES motion_text (congress_id),
    number       BIGINT NOT NULL,
    title        TEXT NOT NULL,
    shape        TEXT NOT NULL,
    -- SHA-256 of its words, in hexadecimal.
    digest       TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by UUID REFERENCES member (id),
    -- Verbatims of the analysis that stood beside no block.
    uncited      BIGINT NOT NULL,
    PRIMARY KEY (congress_id, number)
);

CREATE TABLE motion_version_block (
    congress_id UUID NOT NULL,
    number      BIGINT NOT NULL,
    rank        BIGINT NOT NULL,
    block       BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    -- Its number among headings or propositions.
    printed     BIGINT,
    -- Its words, fields filled in.
    words       TEXT NOT NULL,
    machine     TEXT NOT NULL,
    PRIMARY KEY (congress_id, number, rank),
    UNIQUE (congress_id, number, block),
    FOREIGN KEY (congress_id, number) REFERENCES motion_version (congress_id, number)
);

CREATE TABLE motion_version_citation (
    congress_id UUID NOT NULL,
    number      BIGINT NOT NULL,
    block       BIGINT NOT NULL,
    rank        BIGINT NOT NULL,
    verbatim_id UUID NOT NULL REFERENCES verbatim (id),
    start_byte  BIGINT NOT NULL CHECK (start_byte >= 0),
    end_byte    BIGINT NOT NULL,
    stance      TEXT NOT NULL,
    PRIMARY KEY (congress_id, number, block, rank),
    FOREIGN KEY (congress_id, number) REFERENCES motion_version (congress_id, number),
    CHECK (start_byte < end_byte)
);
