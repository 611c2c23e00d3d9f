-- What Hugging Face's daily lists and the language model bring, and what is known of each of their answers. Written like V1, to be run
-- again after a kill.

-- what a daily list says of a paper; null where it does not say
alter table paper add column if not exists submitted_at timestamp(6) with time zone;
alter table paper add column if not exists submitted_by varchar;
alter table paper add column if not exists comments integer;
alter table paper add column if not exists thumbnail_url varchar;
-- a JSON array of addresses
alter table paper add column if not exists media varchar default '[]' not null;
alter table paper add column if not exists code_stars integer;
alter table paper add column if not exists lead varchar;
alter table paper add column if not exists lead_model varchar;
-- the operator keeps it from readers
alter table paper add column if not exists hidden boolean default false not null;

-- an edition that only a daily list knows has no content that it was recorded from
alter table edition alter column content_hash drop not null;

-- whether Hugging Face's list has the paper: then no other source takes it from the edition
alter table listing add column if not exists hugging_face boolean default false not null;
alter table listing add column if not exists listed_at timestamp(6) with time zone;
-- the place in the model's comparison of the day, counted from 1
alter table listing add column if not exists choice integer;

-- A keyword belongs to an overview, or is Hugging Face's: then it has none.
alter table keyword alter column overview_id drop not null;
alter table keyword add column if not exists paper_id varchar(40);
update keyword set paper_id = (select o.paper_id from overview o where o.id = keyword.overview_id) where paper_id is null;
alter table keyword alter column paper_id set not null;
alter table keyword drop constraint if exists keyword_paper;
alter table keyword add constraint keyword_paper foreign key (paper_id) references paper (id);
-- whether readers see it: kept here, because it decides all figures about tags
alter table keyword add column if not exists shown boolean default false not null;
update keyword set shown = true where not shown
    and exists (select 1 from paper p where p.id = keyword.paper_id and p.overview_id = keyword.overview_id);
create index if not exists keyword_by_paper on keyword (paper_id, position);
create index if not exists keyword_by_shown on keyword (tag_id, shown, paper_id);

-- how far the run has come that goes over to another vocabulary, with the keywords that belong to no overview
alter table tagging add column if not exists next_paper varchar(40) default '' not null;

alter table overview add column if not exists prompt_version varchar(40);

-- What is known of Hugging Face's list of a date, whether or not it has led to an edition.
create table if not exists day_list (
    date date primary key,
    -- the last answer that could be read; null if there was none yet
    looked_at timestamp(6) with time zone,
    -- no more papers are waited for; null as long as the list grows
    settled_at timestamp(6) with time zone,
    -- entries of that answer, and those of them that could not be read
    entries integer not null,
    left_out integer not null,
    -- papers of earlier answers that the last one lacks
    missing integer not null,
    diagnostics varchar not null,
    -- why the last attempt brought nothing, for people; null if it went well
    failure varchar,
    failed_at timestamp(6) with time zone
);

-- which saved answers were read, by their names
create table if not exists saved_list (
    name varchar(1000) primary key,
    content_hash varchar(64) not null,
    noted_at timestamp(6) with time zone not null
);

-- overviews that are wanted and not written
create table if not exists pending_overview (
    paper_id varchar(40) primary key references paper (id),
    edition_date date not null,
    state varchar(20) not null,
    -- the model that was chosen; null: whichever is set
    model varchar,
    wanted_at timestamp(6) with time zone not null,
    attempts integer not null,
    not_before timestamp(6) with time zone,
    -- what was wrong at the last attempt, for the operator
    reason varchar
);
create index if not exists pending_overview_by_edition on pending_overview (edition_date);

-- Every call of a language model, opened before it is made.
create sequence if not exists model_call_seq start with 1 increment by 50;
create table if not exists model_call (
    id bigint primary key,
    run_id bigint references run (id),
    purpose varchar(20) not null,
    paper_id varchar(40),
    edition_date date,
    model varchar not null,
    prompt_version varchar(40) not null,
    budget_day date not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    -- as the answer says; null if it does not
    input_tokens integer,
    output_tokens integer,
    -- what it cost, or the most that it can have cost as long as that is not known
    price numeric(14, 6) not null,
    price_known boolean not null,
    outcome varchar(20) not null,
    -- what was wrong, for people
    reason varchar,
    -- kept until it is used, so that nothing is paid for twice
    answer varchar
);
create index if not exists model_call_by_day on model_call (budget_day);
create index if not exists model_call_by_paper on model_call (paper_id);
create index if not exists model_call_by_outcome on model_call (outcome);
