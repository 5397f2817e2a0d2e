-- Files that staff sent and looks at before they are read in, kept for a day at most; and what is told of a file's lines.
CREATE TABLE import_upload (
    id          BLOB    NOT NULL PRIMARY KEY,
    congress_id BLOB    NOT NULL REFERENCES congress (id),
    kind        TEXT    NOT NULL,
    file_name   TEXT    NOT NULL,
    bytes       BLOB    NOT NULL,
    size        INTEGER NOT NULL,
    uploaded_by BLOB    NOT NULL REFERENCES member (id),
    uploaded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX import_upload_of_congress ON import_upload (congress_id, uploaded_at);

ALTER TABLE import ADD COLUMN kind TEXT NOT NULL DEFAULT 'contributions';
-- None: by a command on the server.
ALTER TABLE import ADD COLUMN imported_by BLOB REFERENCES member (id);

CREATE TABLE import_remark (
    import_id BLOB    NOT NULL REFERENCES import (id),
    rank      INTEGER NOT NULL,
    -- None: of the whole file.
    line      INTEGER,
    refused   INTEGER NOT NULL CHECK (refused IN (0, 1)),
    words     TEXT    NOT NULL,
    PRIMARY KEY (import_id, rank)
) STRICT, WITHOUT ROWID;
