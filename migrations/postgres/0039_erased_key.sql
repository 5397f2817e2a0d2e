-- What recognised somebody who asked to be erased, as prints (SHA-256) that can't be read back: no list brings them back
-- without their asking. As many as there are ways to recognise them.
CREATE TABLE erased_key (
    member_id UUID NOT NULL REFERENCES member (id),
    print     BYTEA NOT NULL,
    PRIMARY KEY (member_id, print)
);
CREATE INDEX erased_key_by_print ON erased_key (print);
