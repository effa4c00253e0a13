-- Who trains, employs, places and sends: one row each, whatever it does. What a licence allows, and until when, stands beside it.

create table organisation (
  id            uuid primary key,
  name          text not null,
  name_folded   text collate "C" not null,
  kinds         text[] not null check (cardinality(kinds) > 0 and kinds <@ array['training_provider', 'enterprise', 'cooperative', 'artisan', 'job_service_centre', 'sending_enterprise', 'public_unit', 'bank']),
  tax_code      text,
  -- where it has its seat; empty where it lies outside the province
  unit_uid      text references ref.unit (uid),
  address       text,
  contact_name  text,
  phone         text,
  email         text,
  -- line of business as written
  industry      text,
  workers       integer check (workers >= 0),
  note          text,
  version       integer not null default 1,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table organisation is 'scope: reference';
create index organisation_name on organisation (name_folded);
create unique index organisation_tax_code on organisation (tax_code) where voided_at is null;

create table organisation_licence (
  id               uuid primary key,
  organisation_id  uuid not null references organisation (id),
  kind             text not null check (kind in ('vocational', 'overseas', 'employment_service')),
  number           text not null,
  issued_on        date,
  valid_from       date not null,
  valid_to         date,
  -- codes of the trades it may train; empty where the licence names none
  trades           text[],
  -- learners a year
  yearly_quota     integer check (yearly_quota >= 0),
  document         text,
  -- when somebody last looked whether it still holds
  checked_on       date,
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  check (valid_to is null or valid_from < valid_to),
  check ((voided_at is null) = (void_reason is null))
);
comment on table organisation_licence is 'scope: reference';
create index organisation_licence_of on organisation_licence (organisation_id, kind);

alter table organisation enable row level security;
alter table organisation force row level security;
create policy read on organisation for select using ((select ext.actor()) is not null);
create policy add on organisation for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and ((select ext.has_field('training')) or (select ext.has_field('jobs'))));
create policy change on organisation for update
  using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or id = any ((select ext.organisations())::uuid[])) and ((select ext.has_field('training')) or (select ext.has_field('jobs'))))
  with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or id = any ((select ext.organisations())::uuid[])) and ((select ext.has_field('training')) or (select ext.has_field('jobs'))));

alter table organisation_licence enable row level security;
alter table organisation_licence force row level security;
create policy read on organisation_licence for select using ((select ext.actor()) is not null);
-- whoever may keep an organisation keeps its licences; the organisation itself does not
create policy add on organisation_licence for insert with check ((select ext.writes_all()) or exists (select from organisation o where o.id = organisation_id and o.unit_uid = any ((select ext.write_units())::text[])));
create policy change on organisation_licence for update
  using ((select ext.writes_all()) or exists (select from organisation o where o.id = organisation_id and o.unit_uid = any ((select ext.write_units())::text[])))
  with check ((select ext.writes_all()) or exists (select from organisation o where o.id = organisation_id and o.unit_uid = any ((select ext.write_units())::text[])));
