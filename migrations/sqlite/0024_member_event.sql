-- What staff did for a person, and when: who acts for somebody leaves a trace that they can read.
CREATE TABLE member_event (
    id          BLOB   PRIMARY KEY NOT NULL,
    congress_id BLOB   NOT NULL REFERENCES congress (id),
    member_id   BLOB   NOT NULL REFERENCES member (id),
    act         TEXT   NOT NULL,
    -- None: by a command on the server.
    by_id       BLOB   REFERENCES member (id),
    at          INTEGER NOT NULL,
    detail      TEXT
) STRICT;
CREATE INDEX member_event_of_member ON member_event (member_id, at);
