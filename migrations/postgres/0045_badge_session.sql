-- What a badge last signed in, so that another phone, or a new badge, can end it; one badge a person and sitting opens.
-- No foreign key: a backup holds badges and no sessions.
ALTER TABLE badge ADD COLUMN session_id UUID;
CREATE UNIQUE INDEX badge_now ON badge (sitting_id, member_id) WHERE revoked_at IS NULL;
