-- The report of a month's reviews between two rounds as it was handed in (khoản 1 Điều 7 QĐ 24/2021/QĐ-TTg): the counts of that day, never reckoned anew.

create table procedure_report (
  id           uuid primary key,
  unit_uid     text not null references ref.unit (uid),
  month        date not null check (extract(day from month) = 1),
  counts       jsonb not null,
  handed_on    date not null,
  receiver     text not null,
  document_no  text,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table procedure_report is 'scope: unit';
create unique index procedure_report_one on procedure_report (unit_uid, month) where voided_at is null;

alter table procedure_report enable row level security;
alter table procedure_report force row level security;
create policy read on procedure_report for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on procedure_report for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
create policy change on procedure_report for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
