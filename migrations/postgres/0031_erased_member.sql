-- Somebody asked for all that is held of them to be erased: their row stays, without name or address, since what they did
-- for others points at it.
ALTER TABLE member ADD COLUMN erased_at BIGINT;
