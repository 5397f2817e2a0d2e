-- Whether a version cites a verbatim is asked for each verbatim of a ledger, and on each contribution’s page.
CREATE INDEX motion_version_citation_of_verbatim ON motion_version_citation (verbatim_id);
