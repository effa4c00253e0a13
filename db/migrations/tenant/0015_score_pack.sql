-- Tables of points for B1, as an authority enters them. What was checked is never changed: a correction is a new version. A province's
-- table is read by every commune (a province's code has two digits).

create table score_pack (
  id              uuid primary key,
  unit_uid        text not null references ref.unit (uid),
  code            text not null,
  version         integer not null check (version > 0),
  replaces        uuid references score_pack (id),
  ruleset         text not null,
  area            text not null check (area in ('rural', 'urban')),
  region          text,
  legal_doc       text not null,
  legal_annex     text not null,
  legal_page      text,
  -- sha256 of the document that was read
  legal_file      bytea not null check (length(legal_file) = 32),
  items           jsonb not null,
  examples        jsonb not null,
  status          text not null default 'draft' check (status in ('draft', 'checked', 'active', 'retired')),
  entered_by      uuid not null,
  entered_name    text not null,
  entered_at      timestamptz not null default now(),
  checked_by      uuid,
  checked_name    text,
  checked_at      timestamptz,
  activated_by    uuid,
  activated_name  text,
  activated_at    timestamptz,
  retired_at      timestamptz,
  retire_reason   text,
  -- three different people
  check (checked_by <> entered_by),
  check (activated_by <> entered_by and activated_by <> checked_by),
  check (status in ('draft', 'retired') or checked_by is not null),
  check (status <> 'active' or activated_by is not null),
  check ((status = 'retired') = (retired_at is not null) and (retired_at is null) = (retire_reason is null))
);
comment on table score_pack is 'scope: unit';
create unique index score_pack_version on score_pack (unit_uid, code, version);
create unique index score_pack_active on score_pack (unit_uid, ruleset, area) where status = 'active';

alter table score_pack enable row level security;
alter table score_pack force row level security;
create policy read on score_pack for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or unit_uid ~ '^[0-9]{2}@') and (select ext.has_field('poverty')));
create policy add on score_pack for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
create policy change on score_pack for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));

alter table assessment drop constraint assessment_score_source_check;
alter table assessment add constraint assessment_score_source_check check (score_source in ('typed_total', 'imported_list', 'demo', 'declared', 'score_pack'));
alter table assessment add column score_pack_id uuid references score_pack (id);
alter table assessment add column score_answers jsonb;
alter table assessment add constraint assessment_score_pack check ((score_source = 'score_pack') = (score_pack_id is not null) and (score_pack_id is null) = (score_answers is null));
create index assessment_score_pack on assessment (score_pack_id) where score_pack_id is not null;
