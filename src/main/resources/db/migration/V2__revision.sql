-- The revision of the archive, and what is known of a paper besides its overviews. Written like V1, to be run again after a kill.

-- One row. Each transaction that changes the archive raises it, and holds its lock until the commit: so revisions are in the
-- order of the commits, and what carries a higher revision than one that was read was committed after it.
create table if not exists archive_revision (
    id integer primary key,
    revision bigint not null,
    changed_at timestamp(6) with time zone not null,
    -- tells this archive from all others
    begun_at timestamp(6) with time zone not null,
    constraint one_row check (id = 1)
);
insert into archive_revision (id, revision, changed_at, begun_at)
select 1, 0, current_timestamp, current_timestamp where not exists (select 1 from archive_revision);

alter table paper add column if not exists revision bigint default 0 not null;
create index if not exists paper_by_revision on paper (revision, id);

-- Papers that have left the archive, so that what was derived from them can follow.
create table if not exists removed_paper (
    paper_id varchar(40) primary key,
    revision bigint not null
);
create index if not exists removed_paper_by_revision on removed_paper (revision);

alter table paper add column if not exists abstract varchar;
-- a JSON array of names, in the paper's order
alter table paper add column if not exists authors varchar default '[]' not null;
alter table paper add column if not exists published_at timestamp(6) with time zone;
alter table paper add column if not exists organization varchar;
alter table paper add column if not exists code_url varchar;
alter table paper add column if not exists project_url varchar;
