-- Sittings: when they are, what they deal with, who is convened, who is there, who speaks for whom, who asks to speak.
CREATE TABLE sitting (
    id               UUID    NOT NULL PRIMARY KEY,
    congress_id      UUID    NOT NULL REFERENCES congress (id),
    name             TEXT    NOT NULL,
    place            TEXT,
    access           TEXT    NOT NULL,
    starts_at        BIGINT NOT NULL,
    opened_at        BIGINT,
    closed_at        BIGINT,
    seats            TEXT    NOT NULL,
    college          TEXT    NOT NULL,
    -- A part of the inscrits, as two whole numbers; none where there is no quorum.
    quorum_parts     BIGINT,
    quorum_of        BIGINT,
    most_proxies     BIGINT NOT NULL,
    least_secret     BIGINT NOT NULL,
    newcomers_first  BOOLEAN NOT NULL,
    -- The code by which those in the room check themselves in, while it is on the screen: no secret to whoever is there, and of use
    -- to members who are signed in only.
    check_in_code    TEXT,
    check_in_until   BIGINT,
    made_at          BIGINT NOT NULL,
    made_by          UUID    REFERENCES member (id),
    CHECK ((quorum_parts IS NULL) = (quorum_of IS NULL)),
    CHECK (closed_at IS NULL OR opened_at IS NOT NULL)
);
CREATE INDEX sitting_of_congress ON sitting (congress_id, starts_at);

CREATE TABLE agenda_item (
    id         UUID    NOT NULL PRIMARY KEY,
    sitting_id UUID    NOT NULL REFERENCES sitting (id),
    item_rank  BIGINT NOT NULL CHECK (item_rank > 0),
    title      TEXT    NOT NULL,
    speaker    TEXT,
    minutes    BIGINT,
    document   TEXT,
    video      TEXT,
    begun_at   BIGINT,
    ended_at   BIGINT
);
CREATE INDEX agenda_item_of_sitting ON agenda_item (sitting_id, item_rank);

CREATE TABLE convened (
    sitting_id  UUID    NOT NULL REFERENCES sitting (id),
    member_id   UUID    NOT NULL REFERENCES member (id),
    convened_at BIGINT,
    answer      TEXT,
    answered_at BIGINT,
    PRIMARY KEY (sitting_id, member_id),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);

CREATE TABLE attendance (
    id         UUID    NOT NULL PRIMARY KEY,
    sitting_id UUID    NOT NULL REFERENCES sitting (id),
    member_id  UUID    NOT NULL REFERENCES member (id),
    presence   TEXT    NOT NULL,
    in_at      BIGINT NOT NULL,
    out_at     BIGINT
);
-- A person is there once.
CREATE UNIQUE INDEX attendance_now ON attendance (sitting_id, member_id) WHERE out_at IS NULL;
CREATE INDEX attendance_of_sitting ON attendance (sitting_id, in_at);

CREATE TABLE proxy (
    id          UUID    NOT NULL PRIMARY KEY,
    sitting_id  UUID    NOT NULL REFERENCES sitting (id),
    giver_id    UUID    NOT NULL REFERENCES member (id),
    holder_id   UUID    NOT NULL REFERENCES member (id),
    given_at    BIGINT NOT NULL,
    accepted_at BIGINT,
    -- Which of the holder's places it takes, from 1 to as many as the sitting allows: the constraint is the limit.
    place       BIGINT,
    ended_at    BIGINT,
    end_reason  TEXT,
    CHECK (giver_id <> holder_id),
    CHECK ((accepted_at IS NULL) = (place IS NULL)),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
-- A voice is entrusted once.
CREATE UNIQUE INDEX proxy_of_giver ON proxy (sitting_id, giver_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX proxy_place ON proxy (sitting_id, holder_id, place) WHERE ended_at IS NULL AND place IS NOT NULL;

CREATE TABLE floor_request (
    id         UUID    NOT NULL PRIMARY KEY,
    sitting_id UUID    NOT NULL REFERENCES sitting (id),
    member_id  UUID    NOT NULL REFERENCES member (id),
    asked_at   BIGINT NOT NULL,
    called_at  BIGINT,
    ended_at   BIGINT
);
-- A person asks once, until they have spoken.
CREATE UNIQUE INDEX floor_request_now ON floor_request (sitting_id, member_id) WHERE ended_at IS NULL;
CREATE INDEX floor_request_of_sitting ON floor_request (sitting_id, asked_at);

-- Badges: paper that the desk activates, and that then signs a phone in. Known by the SHA-256 of its secret.
CREATE TABLE badge (
    hash         BYTEA    NOT NULL PRIMARY KEY,
    sitting_id   UUID    NOT NULL REFERENCES sitting (id),
    member_id    UUID    NOT NULL REFERENCES member (id),
    drawn_at     BIGINT NOT NULL,
    activated_at BIGINT,
    revoked_at   BIGINT
);
CREATE INDEX badge_of_member ON badge (member_id);
