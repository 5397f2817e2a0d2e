-- The life of a contribution. `body` is what may be shown; in every state but « publiee » it is dots of the same
-- length in bytes, so that spans of earlier runs stay valid and sums hold. What was written stands in its versions.
ALTER TABLE contribution ADD COLUMN state TEXT NOT NULL DEFAULT 'publiee';
ALTER TABLE contribution ADD COLUMN version BIGINT  NOT NULL DEFAULT 1;
ALTER TABLE contribution ADD COLUMN changed_at BIGINT;
-- Who wrote it, whatever the signature shows. Never exported.
ALTER TABLE contribution ADD COLUMN member_id UUID REFERENCES member (id);
-- Who typed it, when somebody else did.
ALTER TABLE contribution ADD COLUMN entered_by UUID REFERENCES member (id);
-- « Je soutiens et j'ajoute mon cas. »
ALTER TABLE contribution ADD COLUMN complement_of UUID REFERENCES contribution (id);

CREATE INDEX contribution_of_member ON contribution (member_id, received_at);
CREATE INDEX contribution_complement ON contribution (complement_of);

-- Versions of texts that were changed, hidden, withdrawn or erased, the present one too. `body` is private, `shown` is
-- what quotes of that version show. Texts never touched have none.
CREATE TABLE contribution_version (
    contribution_id UUID    NOT NULL REFERENCES contribution (id),
    version         BIGINT  NOT NULL CHECK (version > 0),
    body            TEXT    NOT NULL,
    shown           TEXT    NOT NULL,
    kind            TEXT,
    made_at         BIGINT  NOT NULL,
    made_by         UUID    REFERENCES member (id),
    PRIMARY KEY (contribution_id, version)
);

CREATE TABLE support (
    contribution_id UUID    NOT NULL REFERENCES contribution (id),
    member_id       UUID    NOT NULL REFERENCES member (id),
    given_at        BIGINT  NOT NULL,
    PRIMARY KEY (contribution_id, member_id)
);

CREATE INDEX support_of_member ON support (member_id);
