-- Numbers of members: what tells apart the people of one mailbox when a code is dictated.
ALTER TABLE member ADD COLUMN number BIGINT NOT NULL DEFAULT 0;
UPDATE member SET number =
    (SELECT COUNT(*) FROM member earlier WHERE earlier.congress_id = member.congress_id AND earlier.id <= member.id);
CREATE UNIQUE INDEX member_number ON member (congress_id, number);

-- Links that were asked for at the door. Written for known and unknown addresses alike, so that neither takes longer;
-- which address was asked isn't kept.
CREATE TABLE link_request (
    id          UUID    PRIMARY KEY NOT NULL,
    congress_id UUID    NOT NULL REFERENCES congress (id),
    asked_at    BIGINT NOT NULL,
    letters     BIGINT NOT NULL
);
CREATE INDEX link_request_of_congress ON link_request (congress_id, asked_at);
