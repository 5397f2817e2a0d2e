-- One file that was read in, and what became of its lines.
CREATE TABLE import (
    id            UUID    NOT NULL PRIMARY KEY,
    congress_id   UUID    NOT NULL REFERENCES congress (id),
    file_name     TEXT    NOT NULL,
    sha256        TEXT    NOT NULL,
    imported_at   BIGINT  NOT NULL,
    added         BIGINT  NOT NULL DEFAULT 0,
    already_there BIGINT  NOT NULL DEFAULT 0,
    refused       BIGINT  NOT NULL
);

CREATE INDEX import_of_congress ON import (congress_id, imported_at);
