-- Schema 3: what was said in sentences alone is said in codes and numbers too, so that the program never reads a sentence.

-- How dates such as 3/12/2025 were read, and on what basis; null where there were none that could be read in two ways.
alter table evidence alter column date_order rename to date_order_words;
alter table evidence add column date_order varchar(20);
alter table evidence add column date_order_basis varchar(20);
alter table evidence add column encoding varchar(20);

-- The hash's version says what it covers: 1 the texts, as schemas 1 and 2 had it; 2 the kind and the fields too.
alter table audit_trail add column kind varchar(40);
alter table audit_trail add column hash_version int;

-- The facts of an entry beside its text: a number or a text.
create table audit_field (
    entry int not null,
    name varchar(40) not null,
    number bigint,
    text varchar,
    primary key (entry, name)
);
