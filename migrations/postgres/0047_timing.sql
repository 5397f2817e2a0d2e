-- How long people speak: each in turn, and in pitches of so many seconds. Ends are moments, so that every page counts down to the
-- same one. And the network that is named on the screen when people come in.
ALTER TABLE sitting ADD COLUMN turn_seconds BIGINT CHECK (turn_seconds > 0);
ALTER TABLE sitting ADD COLUMN pitch_seconds BIGINT CHECK (pitch_seconds > 0);
ALTER TABLE sitting ADD COLUMN pitch_who TEXT;
ALTER TABLE sitting ADD COLUMN pitch_ends_at BIGINT;
ALTER TABLE sitting ADD COLUMN network TEXT;
ALTER TABLE floor_request ADD COLUMN ends_at BIGINT;
