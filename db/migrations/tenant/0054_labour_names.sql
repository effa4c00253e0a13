-- Names without marks, to search by.
alter table labour_status add column name_folded text collate "C" not null default '';
create index labour_status_name on labour_status (name_folded) where voided_at is null;
alter table registration_assist add column name_folded text collate "C" not null default '';
