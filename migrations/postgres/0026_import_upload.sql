-- Files that staff sent and looks at before they are read in, kept for a day at most; and what is told of a file's lines.
CREATE TABLE import_upload (
    id          UUID   NOT NULL PRIMARY KEY,
    congress_id UUID   NOT NULL REFERENCES congress (id),
    kind        TEXT   NOT NULL,
    file_name   TEXT   NOT NULL,
    bytes       BYTEA  NOT NULL,
    size        BIGINT NOT NULL,
    uploaded_by UUID   NOT NULL REFERENCES member (id),
    uploaded_at BIGINT NOT NULL
);
CREATE INDEX import_upload_of_congress ON import_upload (congress_id, uploaded_at);

ALTER TABLE import ADD COLUMN kind TEXT NOT NULL DEFAULT 'contributions';
-- None: by a command on the server.
ALTER TABLE import ADD COLUMN imported_by UUID REFERENCES member (id);

CREATE TABLE import_remark (
    import_id UUID    NOT NULL REFERENCES import (id),
    rank      BIGINT  NOT NULL,
    -- None: of the whole file.
    line      BIGINT,
    refused   BOOLEAN NOT NULL,
    words     TEXT    NOT NULL,
    PRIMARY KEY (import_id, rank)
);
