-- What members ask to change in the motion: each with every wording that it had, and who signs it.
ALTER TABLE motion_text ADD COLUMN amended_until INTEGER;

CREATE TABLE amendment (
    id           BLOB NOT NULL PRIMARY KEY,
    congress_id  BLOB NOT NULL REFERENCES motion_text (congress_id),
    number       INTEGER NOT NULL CHECK (number > 0),
    -- The version that it was written on, and the block: none at the beginning of the motion, or within another amendment.
    version      INTEGER NOT NULL,
    block        INTEGER,
    parent_id    BLOB REFERENCES amendment (id),
    kind         TEXT NOT NULL,
    -- What a block that it inserts is.
    block_kind   TEXT,
    -- The words that it was written on.
    base         TEXT NOT NULL,
    title        TEXT NOT NULL,
    -- Empty where it deletes.
    words        TEXT NOT NULL,
    motive       TEXT NOT NULL,
    wording      INTEGER NOT NULL,
    written_at   INTEGER NOT NULL,
    -- None: it was said in the room by somebody who is named in the signature alone.
    author_id    BLOB REFERENCES member (id),
    signature    TEXT NOT NULL,
    is_oral      INTEGER NOT NULL CHECK (is_oral IN (0, 1)),
    proposed_at  INTEGER NOT NULL,
    state        TEXT NOT NULL,
    refused_for  TEXT,
    fallen_for   BLOB REFERENCES amendment (id),
    settled_at   INTEGER,
    -- Once it was adopted: when the text was changed by it; none where the text had moved, and somebody must do so.
    applied_at   INTEGER,
    avis         TEXT,
    avis_words   TEXT NOT NULL,
    -- Words that the staff would rather have, until the author answers.
    avis_rewrite TEXT,
    avis_by      BLOB REFERENCES member (id),
    is_apart     INTEGER NOT NULL CHECK (is_apart IN (0, 1)),
    -- The block that it made, once it was adopted.
    made_block   INTEGER,
    UNIQUE (congress_id, number)
) STRICT;
CREATE INDEX amendment_of_author ON amendment (author_id);

CREATE TABLE amendment_wording (
    amendment_id BLOB NOT NULL REFERENCES amendment (id),
    number       INTEGER NOT NULL,
    title        TEXT NOT NULL,
    words        TEXT NOT NULL,
    motive       TEXT NOT NULL,
    made_at      INTEGER NOT NULL,
    made_by      BLOB REFERENCES member (id),
    PRIMARY KEY (amendment_id, number)
) STRICT;

CREATE TABLE cosignature (
    amendment_id BLOB NOT NULL REFERENCES amendment (id),
    member_id    BLOB NOT NULL REFERENCES member (id),
    signature    TEXT NOT NULL,
    signed_at    INTEGER NOT NULL,
    PRIMARY KEY (amendment_id, member_id)
) STRICT;
CREATE INDEX cosignature_of_member ON cosignature (member_id);
