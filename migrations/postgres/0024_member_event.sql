-- What staff did for a person, and when: who acts for somebody leaves a trace that they can read.
CREATE TABLE member_event (
    id          UUID   PRIMARY KEY NOT NULL,
    congress_id UUID   NOT NULL REFERENCES congress (id),
    member_id   UUID   NOT NULL REFERENCES member (id),
    act         TEXT   NOT NULL,
    -- None: by a command on the server.
    by_id       UUID   REFERENCES member (id),
    at          BIGINT NOT NULL,
    detail      TEXT
);
CREATE INDEX member_event_of_member ON member_event (member_id, at);
