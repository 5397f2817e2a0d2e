-- One file that was read in, and what became of its lines.
CREATE TABLE import (
    id            BLOB    NOT NULL PRIMARY KEY,
    congress_id   BLOB    NOT NULL REFERENCES congress (id),
    file_name     TEXT    NOT NULL,
    sha256        TEXT    NOT NULL,
    imported_at   INTEGER NOT NULL,
    added         INTEGER NOT NULL DEFAULT 0,
    already_there INTEGER NOT NULL DEFAULT 0,
    refused       INTEGER NOT NULL
) STRICT;

CREATE INDEX import_of_congress ON import (congress_id, imported_at);
