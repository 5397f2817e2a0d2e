-- People of a congress, what they are now and what they may do. An address may be shared: mairie@ is normal.
CREATE TABLE member (
    id                    BLOB    NOT NULL PRIMARY KEY,
    congress_id           BLOB    NOT NULL REFERENCES congress (id),
    -- Recognises the same person in a second file.
    person_key            TEXT    NOT NULL,
    name                  TEXT    NOT NULL,
    -- Computed by the program, since collations differ between engines.
    sort_name             TEXT    NOT NULL,
    mandate               TEXT,
    college               TEXT    NOT NULL,
    territory_code        TEXT,
    territory_name        TEXT,
    territory_level       TEXT,
    territory_departement TEXT,
    territory_region      TEXT,
    territory_population  INTEGER,
    email                 TEXT,
    telephone             TEXT,
    display               TEXT    NOT NULL,
    contact               INTEGER NOT NULL CHECK (contact IN (0, 1)),
    mail                  TEXT    NOT NULL,
    created_at            INTEGER NOT NULL,
    invited_at            INTEGER,
    declined_at           INTEGER,
    rules_read_at         INTEGER,
    UNIQUE (congress_id, person_key),
    CHECK ((territory_code IS NULL) = (territory_name IS NULL)),
    CHECK ((territory_code IS NULL) = (territory_level IS NULL))
) STRICT;

CREATE INDEX member_by_name ON member (congress_id, sort_name, id);
CREATE INDEX member_by_email ON member (congress_id, email);

CREATE TABLE member_role (
    member_id BLOB NOT NULL REFERENCES member (id),
    role      TEXT NOT NULL,
    PRIMARY KEY (member_id, role)
) STRICT, WITHOUT ROWID;

-- Who speaks for a member territory, and since when; the last one named first.
CREATE TABLE representative (
    congress_id     BLOB    NOT NULL REFERENCES congress (id),
    territory_level TEXT    NOT NULL,
    territory_code  TEXT    NOT NULL,
    member_id       BLOB    NOT NULL REFERENCES member (id),
    named_at        INTEGER NOT NULL,
    ended_at        INTEGER,
    PRIMARY KEY (congress_id, territory_level, territory_code, member_id, named_at)
) STRICT, WITHOUT ROWID;
