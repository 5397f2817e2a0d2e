-- What recognised somebody who asked to be erased, as prints (SHA-256) that can't be read back: no list brings them back
-- without their asking. As many as there are ways to recognise them.
CREATE TABLE erased_key (
    member_id BLOB NOT NULL REFERENCES member (id),
    print     BLOB NOT NULL,
    PRIMARY KEY (member_id, print)
) STRICT, WITHOUT ROWID;
CREATE INDEX erased_key_by_print ON erased_key (print);
