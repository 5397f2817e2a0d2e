-- Polls, their rolls and their ballots. Public choices stand beside their voice; secret ones lie in a box that nothing joins to the roll.
CREATE TABLE poll (
    id             BLOB    NOT NULL PRIMARY KEY,
    congress_id    BLOB    NOT NULL REFERENCES congress (id),
    sitting_id     BLOB    NOT NULL REFERENCES sitting (id),
    item_id        BLOB    REFERENCES agenda_item (id),
    number         INTEGER NOT NULL CHECK (number > 0),
    title          TEXT    NOT NULL,
    body           TEXT    NOT NULL,
    -- As JSON: what is asked, names of options, by which rule.
    method         TEXT    NOT NULL,
    options        TEXT    NOT NULL,
    rule           TEXT    NOT NULL,
    secrecy        TEXT    NOT NULL,
    means          TEXT    NOT NULL,
    college        TEXT    NOT NULL,
    is_test        INTEGER NOT NULL CHECK (is_test IN (0, 1)),
    state          TEXT    NOT NULL,
    prepared_at    INTEGER NOT NULL,
    prepared_by    BLOB    REFERENCES member (id),
    opened_at      INTEGER,
    closed_at      INTEGER,
    proclaimed_at  INTEGER,
    cancelled_at   INTEGER,
    cancelled_from TEXT,
    reason         TEXT,
    entitled       INTEGER,
    present        INTEGER,
    represented    INTEGER,
    still_there    INTEGER,
    -- SHA-256 of what the box held, said before anything is counted.
    seal           BLOB,
    -- What came out, as JSON; written at proclamation, and never before.
    outcome        TEXT,
    UNIQUE (congress_id, number)
) STRICT;
CREATE INDEX poll_of_sitting ON poll (sitting_id, number);

-- The roll: frozen when the poll opens.
CREATE TABLE poll_seat (
    poll_id               BLOB    NOT NULL REFERENCES poll (id),
    seat                  TEXT    NOT NULL,
    member_id             BLOB    NOT NULL REFERENCES member (id),
    voter_id              BLOB    NOT NULL REFERENCES member (id),
    standing              TEXT    NOT NULL,
    name                  TEXT    NOT NULL,
    voter_name            TEXT    NOT NULL,
    mandate               TEXT,
    territory_code        TEXT,
    territory_name        TEXT,
    territory_level       TEXT,
    territory_departement TEXT,
    territory_region      TEXT,
    territory_population  INTEGER,
    weight                INTEGER NOT NULL CHECK (weight > 0),
    -- What became of it; no moment is kept of a vote.
    part                  TEXT    NOT NULL,
    -- As JSON, of public polls only.
    choice                TEXT,
    PRIMARY KEY (poll_id, seat)
) STRICT, WITHOUT ROWID;
CREATE INDEX poll_seat_of_voter ON poll_seat (voter_id, poll_id);

-- The box of a secret poll: HMAC of a receipt, and the receipt with its choice, sealed, all of one length. Their key is no part of
-- the database.
CREATE TABLE poll_box (
    poll_id BLOB NOT NULL REFERENCES poll (id),
    tag     BLOB NOT NULL,
    sealed  BLOB NOT NULL,
    PRIMARY KEY (poll_id, tag)
) STRICT, WITHOUT ROWID;

-- What a secret poll proclaims: each finds their own by its receipt.
CREATE TABLE poll_ballot (
    poll_id BLOB NOT NULL REFERENCES poll (id),
    receipt TEXT NOT NULL,
    choice  TEXT NOT NULL,
    PRIMARY KEY (poll_id, receipt)
) STRICT, WITHOUT ROWID;
