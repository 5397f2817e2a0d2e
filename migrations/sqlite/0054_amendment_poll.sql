-- Which polls decide which amendments: one poll for several that are identical, or that nobody contests.
CREATE TABLE amendment_poll (
    poll_id      BLOB NOT NULL REFERENCES poll (id),
    amendment_id BLOB NOT NULL REFERENCES amendment (id),
    PRIMARY KEY (poll_id, amendment_id)
) STRICT;
CREATE INDEX amendment_poll_of_amendment ON amendment_poll (amendment_id);
