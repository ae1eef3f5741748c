-- The end of schema 3, once the old sentences were read.
alter table evidence drop column date_order_words;
alter table evidence alter column encoding set not null;
alter table audit_trail alter column kind set not null;
alter table audit_trail alter column hash_version set not null;
