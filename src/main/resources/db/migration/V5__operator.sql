-- Who may change the archive, and what they did. Written like V1, to be run again after a kill.

create table if not exists operator (
    name varchar(100) primary key,
    -- bcrypt, in the modular crypt format
    password varchar(100) not null,
    role varchar(20) not null,
    -- what the sessions are encrypted with; another one ends them
    session_key varchar(100) not null,
    changed_at timestamp(6) with time zone not null
);

create sequence if not exists audit_entry_seq start with 1 increment by 50;
create table if not exists audit_entry (
    id bigint primary key,
    at timestamp(6) with time zone not null,
    -- null for somebody who was not logged in
    who varchar(100),
    action varchar(40) not null,
    subject varchar not null,
    sentence varchar not null
);
create index if not exists audit_entry_by_time on audit_entry (at);
