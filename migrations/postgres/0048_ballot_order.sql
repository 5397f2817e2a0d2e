-- Which page said last what stands beside a voice of a public poll, and as its how manieth: an older choice of that page which comes
-- late doesn't take the place of a newer one. Nothing of it is kept of
-- secret polls, nor once a poll has closed.
ALTER TABLE poll_seat ADD COLUMN said_by TEXT;
ALTER TABLE poll_seat ADD COLUMN said_rank BIGINT;
