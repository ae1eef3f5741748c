-- Schema 1 of a case file. Nothing but tables, their keys and their indexes may stand here: a case that holds anything else is refused before it is opened.
-- All times are UTC. Counts are of records. Whatever belongs to an evidence_id that is not in evidence is of an import that did not end, and is taken out.

create table case_info (
    name varchar(100) primary key,
    text varchar not null
);

-- column_names: for columns that the analyst renamed a line each, the file's name of it, a tab, and the name that it stands for.
create table evidence (
    id int primary key,
    path varchar not null,
    archive_sha256 varchar(64),
    bytes bigint not null,
    sha256 varchar(64) not null,
    shapes varchar not null,
    form varchar not null,
    date_order varchar not null,
    column_names varchar not null,
    records bigint not null,
    stored bigint not null,
    duplicates bigint not null,
    rejected bigint not null,
    undated bigint not null,
    first_event_utc timestamp(9),
    last_event_utc timestamp(9),
    imported_at_utc timestamp(3) not null,
    imported_by varchar not null,
    imported_with varchar not null
);
create unique index evidence_by_hash on evidence (sha256);

create table shape (
    id varchar(100) primary key,
    title varchar not null,
    source varchar(100) not null,
    richness int not null
);

-- The bytes of an evidence file, whole: its blocks one behind the other are the file. A block too large for one row stands in several parts.
create table raw_block (
    evidence_id int not null,
    number int not null,
    part int not null,
    file_offset bigint not null,
    raw_bytes int not null,
    zstd varbinary(1048576) not null,
    primary key (evidence_id, number, part)
);

-- The values of the fields that events share, in pages; a segment's columns hold their codes, which count from 1.
create table dictionary_page (
    field varchar(40) not null,
    first_code int not null,
    part int not null,
    value_count int not null,
    evidence_id int not null,
    data varbinary(1048576) not null,
    primary key (field, first_code, part)
);
create index dictionary_page_by_evidence on dictionary_page (evidence_id);

-- The records that were read as events, in segments of rows; one row is one record, duplicates included.
create table segment (
    id int primary key,
    evidence_id int not null,
    row_count int not null
);

create table segment_column (
    segment_id int not null,
    name varchar(40) not null,
    part int not null,
    data varbinary(1048576) not null,
    primary key (segment_id, name, part)
);

-- Which token and session each record belongs to, as the last import left it: derived from the segments, kept so that an import links anew only what it touches.
create table link_column (
    name varchar(40) not null,
    part int not null,
    data varbinary(1048576) not null,
    primary key (name, part)
);

create table rejected (
    evidence_id int not null,
    record_number bigint not null,
    line int not null,
    block int not null,
    block_offset int not null,
    bytes int not null,
    reason varchar not null,
    primary key (evidence_id, record_number)
);

-- Who the analyst takes an origin inside a session for; origins of one name are one person.
create table actor (
    session_id varchar not null,
    origin varchar not null,
    name varchar not null,
    primary key (session_id, origin)
);

-- How the analyst took an origin inside a session apart: events that have this in common are a part of their own.
create table origin_split (
    session_id varchar not null,
    number int not null,
    origin varchar not null,
    split_by varchar(20) not null,
    text varchar not null,
    primary key (session_id, number)
);

-- The analyst's own filters, in the filter language.
create table saved_filter (
    name varchar primary key,
    text varchar not null
);

-- How the analyst tuned the rules: a rule's setting in place of its file's; for the rule * the networks and applications that no rule takes for an attacker's.
create table rule_setting (
    rule varchar(1200) not null,
    name varchar(100) not null,
    text varchar not null,
    primary key (rule, name)
);

-- Sigma rules that the analyst loaded, as their files have them.
create table sigma_file (
    name varchar(1000) primary key,
    sha256 varchar(64) not null,
    text varchar not null
);

-- The analyst's marks. A mark stays when it is taken out or undone; whether it is in force follows from the states of the changes that made it and took it out:
-- 0 done, 1 undone, 2 undone and left so. Who made a change when stands in its entry of the audit trail.
create table mark_change (
    number int primary key,
    entry int not null,
    state int not null
);

create table mark (
    id int primary key,
    kind varchar(20) not null,
    target_kind varchar(20),
    target varchar,
    text varchar not null,
    reason varchar not null,
    time_nanos bigint not null,
    added_in int not null
);
create index mark_by_change on mark (added_in);

create table mark_removal (
    change_number int not null,
    mark int not null,
    primary key (change_number, mark)
);
create index mark_removal_by_mark on mark_removal (mark);

-- The indicators of a mark that is a list of them.
create table indicator (
    mark int not null,
    number int not null,
    type varchar(20) not null,
    text varchar not null,
    comment varchar not null,
    primary key (mark, number)
);

-- Who did what when; each entry's hash covers the one before it, so that none can be changed or taken out unseen.
create table audit_trail (
    number int primary key,
    at_utc timestamp(3) not null,
    who varchar not null,
    what varchar not null,
    detail varchar not null,
    hash varchar(64) not null
);
