-- Schema 6: hashes of what an import wrote into the case, so that a change behind the program's back is found where it can still be read.

-- kind: segment (name: its id), dictionary (name: the field and the code of the page's first value) or rows (name: the table whose rows of the file it covers). The entry of the import in the audit trail has the hash of a file's hashes; for files that were imported before, that of the migration has it.
create table content_hash (
    evidence_id int not null,
    kind varchar(20) not null,
    name varchar(100) not null,
    sha256 varchar(64) not null,
    primary key (evidence_id, kind, name)
);
