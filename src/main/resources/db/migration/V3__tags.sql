-- Tags as concepts: what leads to a tag and why, what the operator decided, which merges were proposed, and by which vocabulary the
-- keywords were resolved. Written like V1, to be run again after a kill.
--
-- What people decided (tag_merge, operator_alias, the names of a renamed tag) is kept apart from what follows from it (keyword.tag_id,
-- tag_alias): so a decision can be taken back, and the rest be worked out anew.

-- the tag that this one went into; null as long as it stands for itself
alter table tag add column if not exists merged_into_id bigint;
alter table tag drop constraint if exists tag_merged_into;
alter table tag add constraint tag_merged_into foreign key (merged_into_id) references tag (id);
create index if not exists tag_by_merged_into on tag (merged_into_id);
-- the operator gave it its names
alter table tag add column if not exists renamed boolean default false not null;

-- the tag that the spelling leads to by itself; tag_id is where merges took it
alter table keyword add column if not exists resolved_tag_id bigint;
update keyword set resolved_tag_id = tag_id where resolved_tag_id is null;
alter table keyword alter column resolved_tag_id set not null;
alter table keyword drop constraint if exists keyword_resolved_tag;
alter table keyword add constraint keyword_resolved_tag foreign key (resolved_tag_id) references tag (id);
create index if not exists keyword_by_resolved_tag on keyword (resolved_tag_id);

-- the spelling that decides, folded; null in rows made before it was kept, until the keywords are resolved anew
alter table keyword add column if not exists folded varchar(300);
create index if not exists keyword_by_folded on keyword (folded);

-- the spelling as it was written first; rows made before it was kept have the folded form
alter table tag_alias add column if not exists spelling varchar;
update tag_alias set spelling = folded where spelling is null;
alter table tag_alias alter column spelling set not null;
alter table tag_alias add column if not exists source varchar(20) default 'FOLDING' not null;

-- spellings that the operator sent to a tag; they stand above the vocabulary
create table if not exists operator_alias (
    folded varchar(300) primary key,
    spelling varchar not null,
    tag_id bigint not null references tag (id),
    decided_at timestamp(6) with time zone not null,
    decided_by varchar(100) not null
);
create index if not exists operator_alias_by_tag on operator_alias (tag_id);

create sequence if not exists tag_merge_seq start with 1 increment by 50;
create table if not exists tag_merge (
    id bigint primary key,
    from_tag_id bigint not null references tag (id),
    into_tag_id bigint not null references tag (id),
    merged_at timestamp(6) with time zone not null,
    merged_by varchar(100) not null,
    -- null as long as the merge stands
    undone_at timestamp(6) with time zone,
    undone_by varchar(100)
);
create index if not exists tag_merge_by_from on tag_merge (from_tag_id);
create index if not exists tag_merge_by_into on tag_merge (into_tag_id);

-- Slugs instead of tags, because a concept of the vocabulary that no keyword has led to yet can be proposed, too.
create sequence if not exists tag_proposal_seq start with 1 increment by 50;
create table if not exists tag_proposal (
    id bigint primary key,
    from_slug varchar(300) not null,
    into_slug varchar(300) not null,
    -- a JSON array: kind, evidence, score
    reasons varchar not null,
    score double precision not null,
    papers bigint not null,
    state varchar(20) not null,
    proposed_at timestamp(6) with time zone not null,
    decided_at timestamp(6) with time zone,
    decided_by varchar(100),
    unique (from_slug, into_slug)
);
create index if not exists tag_proposal_by_state on tag_proposal (state, score);

-- One row: which vocabulary the keywords were resolved with, and how far the run is that goes over to another one.
create table if not exists tagging (
    id integer primary key,
    -- SHA-256 of the vocabulary; null for an archive that is older than the vocabularies
    vocabulary varchar(64),
    -- the vocabulary of a run that has not ended, and the last overview that it was through with
    next_vocabulary varchar(64),
    next_overview bigint not null,
    constraint one_tagging check (id = 1)
);
insert into tagging (id, next_overview) select 1, 0 where not exists (select 1 from tagging);

-- what a run moved from one tag to another
create sequence if not exists tag_move_seq start with 1 increment by 50;
create table if not exists tag_move (
    id bigint primary key,
    run_id bigint not null references run (id),
    from_slug varchar(300) not null,
    into_slug varchar(300) not null,
    -- keywords of all overviews, and papers whose shown overview has one of them
    keywords bigint not null,
    papers bigint not null,
    unique (run_id, from_slug, into_slug)
);
