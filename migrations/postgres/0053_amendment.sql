-- What members ask to change in the motion: each with every wording that it had, and who signs it.
ALTER TABLE motion_text ADD COLUMN amended_until BIGINT;

CREATE TABLE amendment (
    id           UUID NOT NULL PRIMARY KEY,
    congress_id  UUID NOT NULL REFERENCES motion_text (congress_id),
    number       BIGINT NOT NULL CHECK (number > 0),
    -- The version that it was written on, and the block: none at the beginning of the motion, or within another amendment.
    version      BIGINT NOT NULL,
    block        BIGINT,
    parent_id    UUID REFERENCES amendment (id),
    kind         TEXT NOT NULL,
    -- What a block that it inserts is.
    block_kind   TEXT,
    -- The words that it was written on.
    base         TEXT NOT NULL,
    title        TEXT NOT NULL,
    -- Empty where it deletes.
    words        TEXT NOT NULL,
    motive       TEXT NOT NULL,
    wording      BIGINT NOT NULL,
    written_at   BIGINT NOT NULL,
    -- None: it was said in the room by somebody who is named in the signature alone.
    author_id    UUID REFERENCES member (id),
    signature    TEXT NOT NULL,
    is_oral      BOOLEAN NOT NULL,
    proposed_at  BIGINT NOT NULL,
    state        TEXT NOT NULL,
    refused_for  TEXT,
    fallen_for   UUID REFERENCES amendment (id),
    settled_at   BIGINT,
    -- Once it was adopted: when the text was changed by it; none where the text had moved, and somebody must do so.
    applied_at   BIGINT,
    avis         TEXT,
    avis_words   TEXT NOT NULL,
    -- Words that the staff would rather have, until the author answers.
    avis_rewrite TEXT,
    avis_by      UUID REFERENCES member (id),
    is_apart     BOOLEAN NOT NULL,
    -- The block that it made, once it was adopted.
    made_block   BIGINT,
    UNIQUE (congress_id, number)
);
CREATE INDEX amendment_of_author ON amendment (author_id);

CREATE TABLE amendment_wording (
    amendment_id UUID NOT NULL REFERENCES amendment (id),
    number       BIGINT NOT NULL,
    title        TEXT NOT NULL,
    words        TEXT NOT NULL,
    motive       TEXT NOT NULL,
    made_at      BIGINT NOT NULL,
    made_by      UUID REFERENCES member (id),
    PRIMARY KEY (amendment_id, number)
);

CREATE TABLE cosignature (
    amendment_id UUID NOT NULL REFERENCES amendment (id),
    member_id    UUID NOT NULL REFERENCES member (id),
    signature    TEXT NOT NULL,
    signed_at    BIGINT NOT NULL,
    PRIMARY KEY (amendment_id, member_id)
);
CREATE INDEX cosignature_of_member ON cosignature (member_id);
