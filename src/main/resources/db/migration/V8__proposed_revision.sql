-- As of which revision of the archive likely merges of tags were looked for last. Written like V1, to be run again after a kill.

-- null if they never were
alter table tagging add column if not exists proposed_revision bigint;
