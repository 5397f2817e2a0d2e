-- Writing on line: which version a span was cut from, what an author chose and began, why staff hid a text.
ALTER TABLE contribution ADD COLUMN display TEXT;
-- As told to its author; NULL unless hidden.
ALTER TABLE contribution ADD COLUMN hidden_for TEXT;
ALTER TABLE contribution_version ADD COLUMN title TEXT;
-- Grows whenever what is shown of a text that was there changes: files made before are of another edition.
ALTER TABLE congress ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

-- What filters and counts read holds the state too.
DROP INDEX contribution_facts;
CREATE INDEX contribution_facts
    ON contribution (congress_id, number, id, kind, college, territory_departement, state);
CREATE INDEX contribution_withheld ON contribution (congress_id, state) WHERE state <> 'publiee';

-- What a member has begun and not sent, one a target: empty for a new text, else what it is tied to or changes.
CREATE TABLE draft (
    member_id BLOB    NOT NULL REFERENCES member (id),
    target    TEXT    NOT NULL,
    body      TEXT    NOT NULL,
    kind      TEXT,
    -- Ranks in the congress' list of enjeux.
    areas     TEXT    NOT NULL,
    display   TEXT    NOT NULL,
    begun_at  INTEGER NOT NULL,
    saved_at  INTEGER NOT NULL,
    PRIMARY KEY (member_id, target)
) STRICT, WITHOUT ROWID;

-- SQLite can't alter a constraint: the spans are copied out, and back into the table made anew. Rows that point at them
-- are checked when the migration ends.
PRAGMA defer_foreign_keys = ON;
-- Dropping looks for the rows that point at each row: without an index of theirs, all of them for each.
CREATE INDEX for_a_while_typical_verbatim_verbatim_id ON typical_verbatim (verbatim_id);
CREATE INDEX for_a_while_placement_verbatim_id ON placement (verbatim_id);
CREATE INDEX for_a_while_telling_verbatim_verbatim_id ON telling_verbatim (verbatim_id);
CREATE INDEX for_a_while_division_one_id ON division (one_id);
CREATE INDEX for_a_while_division_other_id ON division (other_id);
CREATE INDEX for_a_while_suggestion_verbatim_id ON suggestion (verbatim_id);
CREATE TABLE verbatim_kept AS SELECT id, contribution_id, start_byte, end_byte FROM verbatim;
DROP TABLE verbatim;
CREATE TABLE verbatim (
    id              BLOB    NOT NULL PRIMARY KEY,
    contribution_id BLOB    NOT NULL REFERENCES contribution (id),
    start_byte      INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte        INTEGER NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    UNIQUE (contribution_id, version, start_byte, end_byte),
    CHECK (start_byte < end_byte)
) STRICT;
INSERT INTO verbatim (id, contribution_id, start_byte, end_byte)
    SELECT id, contribution_id, start_byte, end_byte FROM verbatim_kept ORDER BY rowid;
DROP TABLE verbatim_kept;
DROP INDEX for_a_while_typical_verbatim_verbatim_id;
DROP INDEX for_a_while_placement_verbatim_id;
DROP INDEX for_a_while_telling_verbatim_verbatim_id;
DROP INDEX for_a_while_division_one_id;
DROP INDEX for_a_while_division_other_id;
DROP INDEX for_a_while_suggestion_verbatim_id;
