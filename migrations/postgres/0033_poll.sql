-- Polls, their rolls and their ballots. Public choices stand beside their voice; secret ones lie in a box that nothing joins to the roll.
CREATE TABLE poll (
    id             UUID    NOT NULL PRIMARY KEY,
    congress_id    UUID    NOT NULL REFERENCES congress (id),
    sitting_id     UUID    NOT NULL REFERENCES sitting (id),
    item_id        UUID    REFERENCES agenda_item (id),
    number         BIGINT NOT NULL CHECK (number > 0),
    title          TEXT    NOT NULL,
    body           TEXT    NOT NULL,
    -- As JSON: what is asked, names of options, by which rule.
    method         TEXT    NOT NULL,
    options        TEXT    NOT NULL,
    rule           TEXT    NOT NULL,
    secrecy        TEXT    NOT NULL,
    means          TEXT    NOT NULL,
    college        TEXT    NOT NULL,
    is_test        BOOLEAN NOT NULL,
    state          TEXT    NOT NULL,
    prepared_at    BIGINT NOT NULL,
    prepared_by    UUID    REFERENCES member (id),
    opened_at      BIGINT,
    closed_at      BIGINT,
    proclaimed_at  BIGINT,
    cancelled_at   BIGINT,
    cancelled_from TEXT,
    reason         TEXT,
    entitled       BIGINT,
    present        BIGINT,
    represented    BIGINT,
    still_there    BIGINT,
    -- SHA-256 of what the box held, said before anything is counted.
    seal           BYTEA,
    -- What came out, as JSON; written at proclamation, and never before.
    outcome        TEXT,
    UNIQUE (congress_id, number)
);
CREATE INDEX poll_of_sitting ON poll (sitting_id, number);

-- The roll: frozen when the poll opens.
CREATE TABLE poll_seat (
    poll_id               UUID    NOT NULL REFERENCES poll (id),
    seat                  TEXT    COLLATE "C" NOT NULL,
    member_id             UUID    NOT NULL REFERENCES member (id),
    voter_id              UUID    NOT NULL REFERENCES member (id),
    standing              TEXT    NOT NULL,
    name                  TEXT    NOT NULL,
    voter_name            TEXT    NOT NULL,
    mandate               TEXT,
    territory_code        TEXT,
    territory_name        TEXT,
    territory_level       TEXT,
    territory_departement TEXT,
    territory_region      TEXT,
    territory_population  BIGINT,
    weight                BIGINT NOT NULL CHECK (weight > 0),
    -- What became of it; no moment is kept of a vote.
    part                  TEXT    NOT NULL,
    -- As JSON, of public polls only.
    choice                TEXT,
    PRIMARY KEY (poll_id, seat)
);
CREATE INDEX poll_seat_of_voter ON poll_seat (voter_id, poll_id);

-- The box of a secret poll: HMAC of a receipt, and the receipt with its choice, sealed, all of one length. Their key is no part of
-- the database.
CREATE TABLE poll_box (
    poll_id UUID NOT NULL REFERENCES poll (id),
    tag     BYTEA NOT NULL,
    sealed  BYTEA NOT NULL,
    PRIMARY KEY (poll_id, tag)
);

-- What a secret poll proclaims: each finds their own by its receipt.
CREATE TABLE poll_ballot (
    poll_id UUID NOT NULL REFERENCES poll (id),
    receipt TEXT COLLATE "C" NOT NULL,
    choice  TEXT NOT NULL,
    PRIMARY KEY (poll_id, receipt)
);
