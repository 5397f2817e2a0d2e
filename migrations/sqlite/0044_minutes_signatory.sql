-- Whose signatures the minutes of a sitting wait for, and have.
CREATE TABLE minutes_signatory (
    sitting_id BLOB    NOT NULL REFERENCES minutes (sitting_id),
    member_id  BLOB    NOT NULL REFERENCES member (id),
    office     TEXT    NOT NULL,
    -- Their name when the text was presented.
    name       TEXT    NOT NULL,
    signed_at  INTEGER,
    how        TEXT,
    -- Who noted a signature on paper.
    noted_by   BLOB    REFERENCES member (id),
    PRIMARY KEY (sitting_id, member_id),
    CHECK ((signed_at IS NULL) = (how IS NULL))
) STRICT, WITHOUT ROWID;
