-- The archive as it stands after the first issue. Written for H2 in PostgreSQL mode and for PostgreSQL alike.
-- H2 commits each statement by itself: "if not exists" lets the script run again when the portal was killed in the middle of it.
-- Texts have no limit of their own, because their authors know none; ids, slugs and hashes have the ones they are made with.

create table if not exists paper (
    id varchar(40) primary key,
    title varchar not null,
    upvotes integer,
    -- the newest listing, kept here because every list sorts by it; null when no edition lists the paper any more
    listed_on date,
    position integer,
    overview_id bigint,
    constraint listed_with_position check ((listed_on is null) = (position is null))
);

create table if not exists edition (
    date date primary key,
    declared_count integer,
    source_url varchar,
    note varchar,
    unplaced varchar,
    diagnostics varchar not null,
    content_hash varchar(64) not null,
    recorded_at timestamp(6) with time zone not null,
    -- ships with the portal; never together with real editions
    demo boolean not null
);

create table if not exists listing (
    edition_date date not null references edition (date),
    paper_id varchar(40) not null references paper (id),
    position integer not null,
    first_seen_at timestamp(6) with time zone not null,
    primary key (edition_date, paper_id)
);
create index if not exists listing_by_paper on listing (paper_id);

create sequence if not exists overview_seq start with 1 increment by 50;
create table if not exists overview (
    id bigint primary key,
    paper_id varchar(40) not null references paper (id),
    -- the edition whose digest brought it; null for one that a person or a model wrote for the paper alone
    edition_date date references edition (date),
    origin varchar(20) not null,
    model varchar,
    written_at timestamp(6) with time zone,
    recorded_at timestamp(6) with time zone not null,
    superseded_at timestamp(6) with time zone,
    main_work varchar,
    highlights varchar,
    practicality numeric(3, 2),
    novelty numeric(3, 2),
    recommendation numeric(3, 2),
    practicality_reason varchar,
    novelty_reason varchar,
    recommendation_reason varchar,
    comment varchar,
    unplaced varchar,
    truncated boolean not null,
    diagnostics varchar not null,
    constraint practicality_in_scale check (practicality between 0 and 5),
    constraint novelty_in_scale check (novelty between 0 and 5),
    constraint recommendation_in_scale check (recommendation between 0 and 5)
);
create index if not exists overview_by_paper on overview (paper_id);
create index if not exists overview_by_edition on overview (edition_date);
alter table paper drop constraint if exists paper_overview;
alter table paper add constraint paper_overview foreign key (overview_id) references overview (id);
create index if not exists paper_by_overview on paper (overview_id);
create index if not exists paper_by_listing on paper (listed_on, position);

create sequence if not exists tag_seq start with 1 increment by 50;
create table if not exists tag (
    id bigint primary key,
    slug varchar(300) not null unique,
    en varchar,
    zh varchar,
    constraint tag_has_name check (en is not null or zh is not null)
);

-- every folded spelling that leads to a tag, its own slug among them
create table if not exists tag_alias (
    folded varchar(300) primary key,
    tag_id bigint not null references tag (id)
);
create index if not exists tag_alias_by_tag on tag_alias (tag_id);

create sequence if not exists keyword_seq start with 1 increment by 50;
create table if not exists keyword (
    id bigint primary key,
    overview_id bigint not null references overview (id),
    position integer not null,
    en varchar,
    zh varchar,
    tag_id bigint not null references tag (id),
    constraint keyword_has_spelling check (en is not null or zh is not null)
);
create index if not exists keyword_by_overview on keyword (overview_id, position);
create index if not exists keyword_by_tag on keyword (tag_id, overview_id);

create sequence if not exists run_seq start with 1 increment by 50;
create table if not exists run (
    id bigint primary key,
    kind varchar(20) not null,
    source varchar not null,
    status varchar(20) not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    -- items (files of an import) found, recorded anew or changed, found unchanged, refused
    total integer not null,
    recorded integer not null,
    unchanged integer not null,
    refused integer not null
);

create sequence if not exists failure_seq start with 1 increment by 50;
create table if not exists failure (
    id bigint primary key,
    run_id bigint not null references run (id),
    level varchar(20) not null,
    stage varchar(20) not null,
    place varchar not null,
    message varchar not null,
    occurred_at timestamp(6) with time zone not null
);
create index if not exists failure_by_run on failure (run_id);

-- what became of each file of the watched folder
create table if not exists digest_file (
    name varchar(1000) primary key,
    content_hash varchar(64) not null,
    state varchar(20) not null,
    edition_date date,
    diagnostics varchar not null,
    noted_at timestamp(6) with time zone not null
);
create index if not exists digest_file_by_edition on digest_file (edition_date);
