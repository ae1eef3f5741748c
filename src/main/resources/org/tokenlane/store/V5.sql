-- Schema 5: facts of how something is set, from exports of a state, and where further tables begin in a file that was joined from several.

-- A record has one fact or more. is_duplicate is 1 where the file has the same record before, else 0. fields: a line each, the field's code, a tab, and its value, in which \, \n and \t stand for a backslash, a line break and a tab.
create table state_fact (
    evidence_id int not null,
    record_number bigint not null,
    part int not null,
    line int not null,
    block int not null,
    block_offset int not null,
    bytes int not null,
    is_duplicate int not null,
    kind varchar(40) not null,
    mailbox varchar,
    name varchar,
    fields varchar not null,
    primary key (evidence_id, record_number, part)
);

-- When a file with such facts was exported, and what says so. A local time of an unknown zone is kept as it was written.
create table state_export (
    evidence_id int primary key,
    exported_at timestamp(9),
    basis varchar(20) not null
);

-- Rows below such a header have its columns, until the next one.
create table table_header (
    evidence_id int not null,
    block int not null,
    block_offset int not null,
    bytes int not null,
    line int not null,
    primary key (evidence_id, block, block_offset)
);
