-- What is mended in the work of training: a line of a payment list given back alone, a learner registered from a need, a class split off another,
-- photos of signed attendance sheets.

-- the office gives one line back to the provider, who hands it in again
alter table allowance_item add column returned_on date;
alter table allowance_item add column return_reason text;
alter table allowance_item add check ((returned_on is null) = (return_reason is null));

-- the enrolment that answers a need; one that was voided answers it no longer
alter table training_need add column enrolment_id uuid references enrolment (id);
create index training_need_enrolment on training_need (enrolment_id);

alter table training_class add column split_from uuid references training_class (id);

-- pages of a signed sheet, photographed or scanned; the file lies under its hash
alter table attendance_sheet drop column scan;
create table attendance_scan (
  id             uuid primary key,
  sheet_id       uuid not null references attendance_sheet (id),
  class_id       uuid not null references training_class (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  sha256         bytea not null,
  kept_by        uuid not null,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table attendance_scan is 'scope: unit';
create unique index attendance_scan_once on attendance_scan (sheet_id, sha256) where voided_at is null;
create index attendance_scan_class on attendance_scan (class_id);

alter table attendance_scan enable row level security;
alter table attendance_scan force row level security;
create policy read on attendance_scan for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on attendance_scan for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on attendance_scan for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
