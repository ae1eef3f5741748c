-- Schema 7: what the rules found when they last ran, so that they need not run again on a case that is as it was.

-- made_from: the hash of all that the rules read and of the program that ran them. sha256: of made_from and all data. There is one run at most; no entry of the audit trail is about it, as it follows from the rest, and verifying runs the rules again.
create table rule_run (
    part int primary key,
    made_from varchar(64) not null,
    sha256 varchar(64) not null,
    data varbinary(1048576) not null
);
