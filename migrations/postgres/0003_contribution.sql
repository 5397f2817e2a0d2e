-- One text with the signature frozen as it was. `fingerprint` recognises a line that was read before.
CREATE TABLE contribution (
    id                    UUID    NOT NULL PRIMARY KEY,
    congress_id           UUID    NOT NULL REFERENCES congress (id),
    number                BIGINT  NOT NULL CHECK (number > 0),
    import_id             UUID    REFERENCES import (id),
    fingerprint           TEXT    NOT NULL,
    title                 TEXT,
    body                  TEXT    NOT NULL,
    channel               TEXT    NOT NULL,
    kind                  TEXT,
    received_at           BIGINT  NOT NULL,
    signed_name           TEXT,
    signed_mandate        TEXT,
    college               TEXT    NOT NULL,
    territory_code        TEXT,
    territory_name        TEXT,
    territory_level       TEXT,
    territory_departement TEXT,
    territory_region      TEXT,
    territory_population  BIGINT,
    -- Name, mandate and territory taken together; NULL when nobody signed.
    signatory             TEXT,
    UNIQUE (congress_id, number),
    UNIQUE (congress_id, fingerprint),
    CHECK ((territory_code IS NULL) = (territory_name IS NULL)),
    CHECK ((territory_code IS NULL) = (territory_level IS NULL))
);

-- What filters, counts and ranks read, without the bodies.
CREATE INDEX contribution_facts
    ON contribution (congress_id, number, id, kind, college, territory_departement);
CREATE INDEX contribution_signatory ON contribution (congress_id, signatory);
CREATE INDEX contribution_departement ON contribution (congress_id, territory_departement);

CREATE TABLE contribution_area (
    contribution_id UUID    NOT NULL REFERENCES contribution (id),
    congress_id     UUID    NOT NULL,
    area_rank       BIGINT  NOT NULL,
    PRIMARY KEY (contribution_id, area_rank),
    FOREIGN KEY (congress_id, area_rank) REFERENCES issue_area (congress_id, rank)
);
