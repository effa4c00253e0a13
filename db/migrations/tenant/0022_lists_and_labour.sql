-- Lists that offices bring in by workbook: what was taken, and the rows of it, so that a row taken once changes nothing when it comes again.

create table list_import (
  id              uuid primary key,
  kind            text not null,
  unit_uid        text not null references ref.unit (uid),
  -- the training centre or enterprise whose list it is; null for an office's own
  organisation_id uuid references organisation (id),
  as_of           date not null,
  parameters      jsonb not null default '{}',
  file_name       text not null,
  file_sha256     bytea not null,
  counts          jsonb not null,
  problems        jsonb not null default '[]',
  actor           uuid not null,
  actor_name      text not null,
  recorded_at     timestamptz not null default now()
);
comment on table list_import is 'scope: unit';
create index list_import_kind on list_import (kind, unit_uid, recorded_at);

create table list_import_row (
  kind            text not null,
  unit_uid        text not null references ref.unit (uid),
  -- organisation_id of the import, the zero uuid where it has none
  owner_id        uuid not null default '00000000-0000-0000-0000-000000000000',
  row_key         text collate "C" not null,
  digest          bytea not null,
  -- what the row became
  entity_id       uuid not null,
  import_id       uuid not null references list_import (id),
  recorded_at     timestamptz not null default now(),
  primary key (kind, row_key, unit_uid, owner_id)
);
comment on table list_import_row is 'scope: unit';

-- Collection of information on labour (Mẫu số 01, Thông tư 01/2022/TT-BLĐTBXH): a period, and what each person of 15 and older said in it.

create table labour_survey (
  id           uuid primary key,
  unit_uid     text not null references ref.unit (uid),
  -- "2026", or "2026-2" for the second within a year
  period       text not null check (period ~ '^\d{4}(-\d)?$'),
  name         text not null,
  starts_on    date not null,
  ends_on      date not null,
  document     text,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  version      integer not null default 1,
  check (starts_on <= ends_on),
  check ((voided_at is null) = (void_reason is null))
);
comment on table labour_survey is 'scope: unit';
create unique index labour_survey_period on labour_survey (unit_uid, period) where voided_at is null;

create table labour_status (
  id                uuid primary key,
  hamlet_id         uuid not null references hamlet (id),
  person_id         uuid references person (id),
  full_name         text not null,
  sort_key          text collate "C" not null,
  birth_date        date,
  birth_year        smallint,
  sex               smallint not null default 0 check (sex in (0, 1, 2)),
  subject_key       text collate "C" not null,
  ethnicity         text,
  period            text not null check (period ~ '^\d{4}(-\d)?$'),
  surveyed_on       date not null,
  source            text not null check (source in ('survey', 'list', 'self', 'linked')),
  priority          text[] not null default '{}',
  education         text check (education in ('below_primary', 'primary', 'lower_secondary', 'upper_secondary')),
  qualification     text check (qualification in ('none', 'no_certificate', 'under_3_months', 'elementary', 'intermediate', 'college', 'university', 'postgraduate')),
  major             text,
  state             text not null check (state in ('employed', 'unemployed', 'inactive')),
  position          text check (position in ('owner', 'self_employed', 'family', 'wage', 'cooperative')),
  job               text,
  vsco              text,
  insurance         text check (insurance in ('compulsory', 'voluntary', 'none')),
  contract          text check (contract in ('none', 'fixed', 'indefinite', 'other')),
  contract_on       date,
  workplace         text,
  workplace_kind    text check (workplace_kind in ('household', 'cooperative', 'state', 'private', 'foreign', 'other')),
  vsic              text,
  workplace_address text,
  industrial_zone   boolean,
  ever_worked       boolean,
  unemployed_for    text check (unemployed_for in ('under_3_months', 'to_1_year', 'over_1_year')),
  previous_job      text,
  inactive_reason   text check (inactive_reason in ('study', 'retired', 'homemaker', 'disabled', 'other')),
  job_want          text check (job_want in ('none', 'province', 'elsewhere', 'abroad')),
  job_wanted        text,
  wage_wanted_dong  bigint check (wage_wanted_dong >= 0),
  training_want     boolean,
  trade_wanted      text,
  level_wanted      text,
  training_when     text,
  note              text,
  recorded_by       uuid not null,
  recorded_at       timestamptz not null default now(),
  voided_at         timestamptz,
  void_reason       text,
  check ((voided_at is null) = (void_reason is null)),
  check (state = 'employed' or (position is null and job is null and vsco is null and insurance is null and contract is null and contract_on is null
    and workplace is null and workplace_kind is null and vsic is null and workplace_address is null and industrial_zone is null)),
  check (state = 'unemployed' or (ever_worked is null and unemployed_for is null and previous_job is null)),
  check (state = 'inactive' or inactive_reason is null),
  check (contract is null or position = 'wage')
);
comment on table labour_status is 'scope: area';
-- one row of a person stands in a period; what it said before is kept beside it, voided
create unique index labour_status_subject on labour_status (subject_key, period) where voided_at is null;
create index labour_status_hamlet on labour_status (hamlet_id, period) where voided_at is null;

-- Help with registering as a worker (Luật Việc làm 74/2025/QH15): the register itself is the State's; here is only that somebody was helped.

create table registration_assist (
  id           uuid primary key,
  hamlet_id    uuid not null references hamlet (id),
  person_id    uuid references person (id),
  full_name    text not null,
  sort_key     text collate "C" not null,
  birth_date   date,
  birth_year   smallint,
  sex          smallint not null default 0 check (sex in (0, 1, 2)),
  subject_key  text collate "C" not null,
  helped_on    date not null,
  channel      text not null check (channel in ('vneid', 'portal', 'paper', 'employer')),
  result       text not null check (result in ('registered', 'adjusted', 'sent', 'advised', 'failed')),
  note         text,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table registration_assist is 'scope: area';
create index registration_assist_hamlet on registration_assist (hamlet_id, helped_on) where voided_at is null;

alter table list_import enable row level security;
alter table list_import force row level security;
create policy read on list_import for select using ((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or organisation_id = any ((select ext.organisations())::uuid[]));
create policy add on list_import for insert with check ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or organisation_id = any ((select ext.organisations())::uuid[]));

alter table list_import_row enable row level security;
alter table list_import_row force row level security;
create policy read on list_import_row for select using ((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or owner_id = any ((select ext.organisations())::uuid[]));
create policy add on list_import_row for insert with check ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or owner_id = any ((select ext.organisations())::uuid[]));
create policy change on list_import_row for update using ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or owner_id = any ((select ext.organisations())::uuid[])) with check ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or owner_id = any ((select ext.organisations())::uuid[]));

alter table labour_survey enable row level security;
alter table labour_survey force row level security;
create policy read on labour_survey for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('jobs')));
create policy add on labour_survey for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on labour_survey for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs')));

alter table labour_status enable row level security;
alter table labour_status force row level security;
create policy read on labour_status for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on labour_status for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on labour_status for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table registration_assist enable row level security;
alter table registration_assist force row level security;
create policy read on registration_assist for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on registration_assist for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on registration_assist for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
