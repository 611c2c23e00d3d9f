-- Keywords are the largest table, and each of its indexes is written with each keyword. H2 makes an index of its own for a reference
-- when it finds none, and keeps it when one of ours comes later; made again, the references take ours. PostgreSQL makes none.
-- Written like V1, to be run again after a kill.

alter table keyword drop constraint if exists keyword_paper;
alter table keyword add constraint keyword_paper foreign key (paper_id) references paper (id);
alter table keyword drop constraint if exists keyword_resolved_tag;
alter table keyword add constraint keyword_resolved_tag foreign key (resolved_tag_id) references tag (id);
-- keyword_by_shown begins with the tag, too
drop index if exists keyword_by_tag;
