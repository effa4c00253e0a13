-- Areas, registry and the record of commands of one province. Unqualified: run once per tenant schema.
-- Every table states its scope kind in its comment; a generated test reads it.

create table hamlet (
  id           uuid primary key,
  name         text not null,
  name_folded  text collate "C" not null,
  kind         text not null check (kind in ('ap', 'khom', 'thon', 'to_dan_pho', 'khu_pho', 'unknown')),
  valid_from   date not null,
  valid_to     date,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  version      integer not null default 1,
  check (valid_to is null or valid_from < valid_to)
);
comment on table hamlet is 'scope: reference';

-- which commune a hamlet belongs to, by date: the only exact way to re-base history over a split commune
create table hamlet_unit (
  id          uuid primary key,
  hamlet_id   uuid not null references hamlet (id),
  unit_uid    text not null references ref.unit (uid),
  valid_from  date not null,
  valid_to    date,
  document    text,
  recorded_at timestamptz not null default now(),
  voided_at   timestamptz,
  check (valid_to is null or valid_from < valid_to)
);
comment on table hamlet_unit is 'scope: reference';
create index hamlet_unit_hamlet on hamlet_unit (hamlet_id);
create index hamlet_unit_unit on hamlet_unit (unit_uid);

create table area_type (
  id           uuid primary key,
  unit_uid     text references ref.unit (uid),
  hamlet_id    uuid references hamlet (id),
  type         text not null check (type in ('rural', 'urban')),
  document     text not null,
  valid_from   date not null,
  valid_to     date,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check (valid_to is null or valid_from < valid_to),
  check ((unit_uid is null) <> (hamlet_id is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table area_type is 'scope: reference';

create table household (
  id                uuid primary key,
  hamlet_id         uuid not null references hamlet (id),
  local_code        text,
  head_name         text not null,
  head_name_folded  text collate "C" not null,
  sort_key          text collate "C" not null,
  address           text,
  valid_from        date not null,
  valid_to          date,
  end_reason        text,
  formed_by         text not null default 'listed' check (formed_by in ('listed', 'new', 'split', 'arrived')),
  formed_from       uuid references household (id),
  recorded_at       timestamptz not null default now(),
  voided_at         timestamptz,
  void_reason       text,
  version           integer not null default 1,
  check (valid_to is null or valid_from < valid_to),
  check ((valid_to is null) or end_reason is not null),
  check (formed_from is null or formed_by = 'split'),
  check ((voided_at is null) = (void_reason is null))
);
comment on table household is 'scope: area';
create index household_hamlet on household (hamlet_id);
create index household_head on household (head_name_folded);
create index household_ended on household (hamlet_id) where valid_to is not null;
-- few: what counts of statuses must leave out, without reading every household
create index household_gone on household (id) where valid_to is not null or voided_at is not null;

create table residence (
  id            uuid primary key,
  household_id  uuid not null references household (id),
  hamlet_id     uuid not null references hamlet (id),
  valid_from    date not null,
  valid_to      date,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check (valid_to is null or valid_from < valid_to),
  check ((voided_at is null) = (void_reason is null))
);
comment on table residence is 'scope: area';
create index residence_household on residence (household_id);
create index residence_hamlet on residence (hamlet_id);

create table person (
  id               uuid primary key,
  hamlet_id        uuid not null references hamlet (id),
  full_name        text not null,
  name_folded      text collate "C" not null,
  sort_key         text collate "C" not null,
  sex              smallint not null default 0 check (sex in (0, 1, 2)),
  birth_date       date,
  birth_year       smallint check (birth_year between 1850 and 2200),
  birth_precision  text not null default 'unknown' check (birth_precision in ('day', 'month', 'year', 'unknown')),
  ethnicity        text,
  died_on          date,
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  version          integer not null default 1,
  check ((voided_at is null) = (void_reason is null))
);
comment on table person is 'scope: area';
create index person_hamlet on person (hamlet_id);
create index person_name on person (name_folded);

-- what a corrected person's record said before: the record as it was known on an earlier day can be read again
create table person_past (
  person_id        uuid not null references person (id),
  version          integer not null,
  hamlet_id        uuid not null references hamlet (id),
  full_name        text not null,
  sex              smallint not null,
  birth_date       date,
  birth_year       smallint,
  birth_precision  text not null,
  ethnicity        text,
  died_on          date,
  recorded_at      timestamptz not null,
  replaced_at      timestamptz not null default now(),
  replace_reason   text not null,
  primary key (person_id, version)
);
comment on table person_past is 'scope: area';
create index person_past_hamlet on person_past (hamlet_id);

-- the number itself lies encrypted; search is by keyed hash, lists show first and last three digits
create table person_identifier (
  id           uuid primary key,
  person_id    uuid not null references person (id),
  hamlet_id    uuid not null references hamlet (id),
  type         text not null check (type in ('CCCD', 'CMND', 'other')),
  sealed       bytea not null,
  lookup       bytea not null,
  lookup_last4 bytea not null,
  masked       text not null,
  valid_from   date,
  valid_to     date,
  source       text not null,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table person_identifier is 'scope: area';
create index person_identifier_person on person_identifier (person_id);
create index person_identifier_lookup on person_identifier (lookup);
create index person_identifier_last4 on person_identifier (lookup_last4);

create table membership (
  id            uuid primary key,
  household_id  uuid not null references household (id),
  person_id     uuid not null references person (id),
  hamlet_id     uuid not null references hamlet (id),
  relation      text not null,
  is_head       boolean not null default false,
  valid_from    date not null,
  valid_to      date,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check (valid_to is null or valid_from < valid_to),
  check (is_head = (relation = '01')),
  check ((voided_at is null) = (void_reason is null))
);
comment on table membership is 'scope: area';
create index membership_household on membership (household_id);
create index membership_person on membership (person_id);
create index membership_hamlet on membership (hamlet_id);

create table characteristic (
  id            uuid primary key,
  household_id  uuid not null references household (id),
  hamlet_id     uuid not null references hamlet (id),
  code          text not null,
  valid_from    date not null,
  valid_to      date,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check (valid_to is null or valid_from < valid_to),
  check ((voided_at is null) = (void_reason is null))
);
comment on table characteristic is 'scope: area';
create index characteristic_household on characteristic (household_id);
create index characteristic_hamlet on characteristic (hamlet_id, code);

-- a rate takes its denominator from here, or from the registry only where the registry is declared complete
create table population_count (
  id                   uuid primary key,
  hamlet_id            uuid not null references hamlet (id),
  on_date              date not null,
  households           integer not null check (households >= 0),
  persons              integer check (persons >= 0),
  minority_households  integer check (minority_households between 0 and households),
  area_type            text check (area_type in ('rural', 'urban')),
  source               text not null,
  signer               text,
  figure_kind          text not null default 'document' check (figure_kind in ('document', 'forecast', 'estimate', 'backward', 'illustrative')),
  recorded_at          timestamptz not null default now(),
  voided_at            timestamptz,
  void_reason          text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table population_count is 'scope: area';
create index population_count_hamlet on population_count (hamlet_id, on_date);

create table registry_complete (
  id           uuid primary key,
  hamlet_id    uuid not null references hamlet (id),
  valid_from   date not null,
  valid_to     date,
  declared_by  text not null,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check (valid_to is null or valid_from < valid_to),
  check ((voided_at is null) = (void_reason is null))
);
comment on table registry_complete is 'scope: area';

-- ---- the one door: what was asked, answered, changed -------------------------------------------------------------

create table command_log (
  command_id  uuid primary key,
  name        text not null,
  actor       uuid not null,
  digest      bytea not null,
  answer      jsonb not null,
  at          timestamptz not null default now()
);
comment on table command_log is 'scope: self';

create table audit_event (
  id          uuid primary key,
  at          timestamptz not null default clock_timestamp(),
  actor       uuid not null,
  assignment  uuid,
  action      text not null,
  purpose     text,
  unit_uid    text not null,
  subject     text,
  rows        integer not null default 0,
  digest      bytea not null,
  meta        jsonb not null default '{}'
);
comment on table audit_event is 'scope: unit';
create index audit_event_at on audit_event (at);

create table audit_seal (
  seq       bigint primary key,
  event_id  uuid not null unique references audit_event (id),
  hash      bytea not null
);
comment on table audit_seal is 'scope: system';

create table change_row (
  event_id   uuid not null references audit_event (id) deferrable initially deferred,
  entity     text not null,
  entity_id  uuid not null,
  kind       text not null check (kind in ('added', 'ended', 'voided', 'changed')),
  hamlet_id  uuid,
  primary key (event_id, entity, entity_id, kind)
);
comment on table change_row is 'scope: area';

-- append-only marks of cells to rebuild; one worker deletes what it sees and rebuilds in the same transaction
create table dirty_log (
  id         bigint generated always as identity primary key,
  topic      text not null,
  hamlet_id  uuid not null
);
comment on table dirty_log is 'scope: area';
create index dirty_log_hamlet on dirty_log (hamlet_id, topic);
