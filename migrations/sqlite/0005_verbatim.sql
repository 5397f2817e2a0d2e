-- An exact span of a body, in bytes of its UTF-8. The same span keeps its id from one run to the next.
CREATE TABLE verbatim (
    id              BLOB    NOT NULL PRIMARY KEY,
    contribution_id BLOB    NOT NULL REFERENCES contribution (id),
    start_byte      INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte        INTEGER NOT NULL,
    UNIQUE (contribution_id, start_byte, end_byte),
    CHECK (start_byte < end_byte)
) STRICT;
