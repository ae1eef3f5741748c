-- Schema 2: evidence that was taken out of another case tells of the file that its records stand in, as that case has it. The line of a record is then its line in that file.
-- replaced: what kinds of values were replaced by pseudonyms, in words; empty where the records are as they were.
create table origin (
    evidence_id int primary key,
    case_name varchar not null,
    bytes bigint not null,
    sha256 varchar(64) not null,
    records bigint not null,
    imported_at_utc timestamp(3) not null,
    imported_by varchar not null,
    replaced varchar not null
);
