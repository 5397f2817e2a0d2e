-- Who came, gave or holds a proxy in a sitting, as they were at their first act in it: mandates and territories change afterwards.
CREATE TABLE sitting_person (
    sitting_id            BLOB NOT NULL REFERENCES sitting (id),
    member_id             BLOB NOT NULL REFERENCES member (id),
    name                  TEXT NOT NULL,
    mandate               TEXT,
    territory_code        TEXT,
    territory_name        TEXT,
    territory_level       TEXT,
    territory_departement TEXT,
    territory_region      TEXT,
    territory_population  INTEGER,
    PRIMARY KEY (sitting_id, member_id)
) STRICT;

-- Those of the sittings until now, as they are.
INSERT INTO sitting_person
SELECT DISTINCT a.sitting_id, m.id, m.name, m.mandate, m.territory_code, m.territory_name, m.territory_level,
       m.territory_departement, m.territory_region, m.territory_population
FROM (SELECT sitting_id, member_id FROM attendance
      UNION SELECT sitting_id, giver_id FROM proxy
      UNION SELECT sitting_id, holder_id FROM proxy) a
JOIN member m ON m.id = a.member_id;
