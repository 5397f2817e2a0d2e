-- Sittings: when they are, what they deal with, who is convened, who is there, who speaks for whom, who asks to speak.
CREATE TABLE sitting (
    id               BLOB    NOT NULL PRIMARY KEY,
    congress_id      BLOB    NOT NULL REFERENCES congress (id),
    name             TEXT    NOT NULL,
    place            TEXT,
    access           TEXT    NOT NULL,
    starts_at        INTEGER NOT NULL,
    opened_at        INTEGER,
    closed_at        INTEGER,
    seats            TEXT    NOT NULL,
    college          TEXT    NOT NULL,
    -- A part of the inscrits, as two whole numbers; none where there is no quorum.
    quorum_parts     INTEGER,
    quorum_of        INTEGER,
    most_proxies     INTEGER NOT NULL,
    least_secret     INTEGER NOT NULL,
    newcomers_first  INTEGER NOT NULL CHECK (newcomers_first IN (0, 1)),
    -- The code by which those in the room check themselves in, while it is on the screen: no secret to whoever is there, and of use
    -- to members who are signed in only.
    check_in_code    TEXT,
    check_in_until   INTEGER,
    made_at          INTEGER NOT NULL,
    made_by          BLOB    REFERENCES member (id),
    CHECK ((quorum_parts IS NULL) = (quorum_of IS NULL)),
    CHECK (closed_at IS NULL OR opened_at IS NOT NULL)
) STRICT;
CREATE INDEX sitting_of_congress ON sitting (congress_id, starts_at);

CREATE TABLE agenda_item (
    id         BLOB    NOT NULL PRIMARY KEY,
    sitting_id BLOB    NOT NULL REFERENCES sitting (id),
    item_rank  INTEGER NOT NULL CHECK (item_rank > 0),
    title      TEXT    NOT NULL,
    speaker    TEXT,
    minutes    INTEGER,
    document   TEXT,
    video      TEXT,
    begun_at   INTEGER,
    ended_at   INTEGER
) STRICT;
CREATE INDEX agenda_item_of_sitting ON agenda_item (sitting_id, item_rank);

CREATE TABLE convened (
    sitting_id  BLOB    NOT NULL REFERENCES sitting (id),
    member_id   BLOB    NOT NULL REFERENCES member (id),
    convened_at INTEGER,
    answer      TEXT,
    answered_at INTEGER,
    PRIMARY KEY (sitting_id, member_id),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
    id         BLOB    NOT NULL PRIMARY KEY,
    sitting_id BLOB    NOT NULL REFERENCES sitting (id),
    member_id  BLOB    NOT NULL REFERENCES member (id),
    presence   TEXT    NOT NULL,
    in_at      INTEGER NOT NULL,
    out_at     INTEGER
) STRICT;
-- A person is there once.
CREATE UNIQUE INDEX attendance_now ON attendance (sitting_id, member_id) WHERE out_at IS NULL;
CREATE INDEX attendance_of_sitting ON attendance (sitting_id, in_at);

CREATE TABLE proxy (
    id          BLOB    NOT NULL PRIMARY KEY,
    sitting_id  BLOB    NOT NULL REFERENCES sitting (id),
    giver_id    BLOB    NOT NULL REFERENCES member (id),
    holder_id   BLOB    NOT NULL REFERENCES member (id),
    given_at    INTEGER NOT NULL,
    accepted_at INTEGER,
    -- Which of the holder's places it takes, from 1 to as many as the sitting allows: the constraint is the limit.
    place       INTEGER,
    ended_at    INTEGER,
    end_reason  TEXT,
    CHECK (giver_id <> holder_id),
    CHECK ((accepted_at IS NULL) = (place IS NULL)),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
) STRICT;
-- A voice is entrusted once.
CREATE UNIQUE INDEX proxy_of_giver ON proxy (sitting_id, giver_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX proxy_place ON proxy (sitting_id, holder_id, place) WHERE ended_at IS NULL AND place IS NOT NULL;

CREATE TABLE floor_request (
    id         BLOB    NOT NULL PRIMARY KEY,
    sitting_id BLOB    NOT NULL REFERENCES sitting (id),
    member_id  BLOB    NOT NULL REFERENCES member (id),
    asked_at   INTEGER NOT NULL,
    called_at  INTEGER,
    ended_at   INTEGER
) STRICT;
-- A person asks once, until they have spoken.
CREATE UNIQUE INDEX floor_request_now ON floor_request (sitting_id, member_id) WHERE ended_at IS NULL;
CREATE INDEX floor_request_of_sitting ON floor_request (sitting_id, asked_at);

-- Badges: paper that the desk activates, and that then signs a phone in. Known by the SHA-256 of its secret.
CREATE TABLE badge (
    hash         BLOB    NOT NULL PRIMARY KEY,
    sitting_id   BLOB    NOT NULL REFERENCES sitting (id),
    member_id    BLOB    NOT NULL REFERENCES member (id),
    drawn_at     INTEGER NOT NULL,
    activated_at INTEGER,
    revoked_at   INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX badge_of_member ON badge (member_id);
