-- Writing on line: which version a span was cut from, what an author chose and began, why staff hid a text.
ALTER TABLE contribution ADD COLUMN display TEXT;
-- As told to its author; NULL unless hidden.
ALTER TABLE contribution ADD COLUMN hidden_for TEXT;
ALTER TABLE contribution_version ADD COLUMN title TEXT;
-- Grows whenever what is shown of a text that was there changes: files made before are of another edition.
ALTER TABLE congress ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;

-- What filters and counts read holds the state too.
DROP INDEX contribution_facts;
CREATE INDEX contribution_facts
    ON contribution (congress_id, number, id, kind, college, territory_departement, state);
CREATE INDEX contribution_withheld ON contribution (congress_id, state) WHERE state <> 'publiee';

-- What a member has begun and not sent, one a target: empty for a new text, else what it is tied to or changes.
CREATE TABLE draft (
    member_id UUID    NOT NULL REFERENCES member (id),
    target    TEXT    NOT NULL,
    body      TEXT    NOT NULL,
    kind      TEXT,
    -- Ranks in the congress' list of enjeux.
    areas     TEXT    NOT NULL,
    display   TEXT    NOT NULL,
    begun_at  BIGINT  NOT NULL,
    saved_at  BIGINT  NOT NULL,
    PRIMARY KEY (member_id, target)
);

ALTER TABLE verbatim ADD COLUMN version BIGINT NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE verbatim DROP CONSTRAINT verbatim_contribution_id_start_byte_end_byte_key;
ALTER TABLE verbatim ADD UNIQUE (contribution_id, version, start_byte, end_byte);
