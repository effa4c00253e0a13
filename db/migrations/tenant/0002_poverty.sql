create table review_round (
  id           uuid primary key,
  unit_uid     text not null references ref.unit (uid),
  year         smallint not null check (year between 2000 and 2200),
  name         text not null,
  opened_on    date,
  closed_on    date,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  version      integer not null default 1,
  check ((voided_at is null) = (void_reason is null))
);
comment on table review_round is 'scope: unit';
create unique index review_round_once on review_round (unit_uid, year) where voided_at is null;

-- a round can hold two result sets side by side, each under its own ruleset and for its own status year
create table review_result_set (
  id           uuid primary key,
  round_id     uuid not null references review_round (id),
  unit_uid     text not null references ref.unit (uid),
  ruleset      text not null,
  status_year  smallint not null,
  recorded_at  timestamptz not null default now()
);
comment on table review_result_set is 'scope: unit';
create unique index review_result_set_once on review_result_set (round_id, ruleset, status_year);

create table assessment (
  id                 uuid primary key,
  household_id       uuid not null references household (id),
  hamlet_id          uuid not null references hamlet (id),
  result_set_id      uuid references review_result_set (id),
  surveyed_on        date not null,
  area_type          text check (area_type in ('rural', 'urban')),
  score_income       smallint check (score_income >= 0),
  score_deprivation  smallint check (score_deprivation between 0 and 200),
  deprivations       text[],
  income_month       integer check (income_month >= 0),
  deprived_count     smallint check (deprived_count between 0 and 20),
  causes             text[],
  score_source       text not null check (score_source in ('typed_total', 'imported_list', 'demo', 'declared')),
  evidence           text,
  recorded_at        timestamptz not null default now(),
  voided_at          timestamptz,
  void_reason        text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table assessment is 'scope: area';
create index assessment_household on assessment (household_id);
create index assessment_hamlet on assessment (hamlet_id);

-- What the rules say; written only by (re)classification, never read by benefits, movement or reports. One row holds all households of a
-- hamlet of which the same was known: a row per household took five times as long to write.
create table computed_class (
  hamlet_id       uuid not null references hamlet (id),
  status_year     smallint not null,
  ruleset         text not null,
  inputs          text collate "C" not null,
  on_date         date not null,
  class           text,
  list            text check (list in ('poor', 'near_poor')),
  status          text not null check (status in ('decided', 'refused', 'incomplete')),
  advisory        boolean not null,
  reasons         jsonb not null,
  household_ids   uuid[] not null,
  assessment_ids  uuid[] not null,
  run_id          uuid not null,
  computed_at     timestamptz not null default now(),
  primary key (hamlet_id, status_year, ruleset, inputs),
  check ((status = 'decided') = (class is not null)),
  check (list is null or class is not null),
  check (cardinality(household_ids) = cardinality(assessment_ids))
);
comment on table computed_class is 'scope: area';

create table classify_run (
  id           uuid primary key,
  unit_uid     text not null references ref.unit (uid),
  status_year  smallint not null,
  ruleset      text not null,
  counts       jsonb not null,
  at           timestamptz not null default now()
);
comment on table classify_run is 'scope: unit';

-- the households of a hamlet that a run took from one computed class to another; null: none computed, or not decided
create table class_change (
  run_id         uuid not null references classify_run (id),
  hamlet_id      uuid not null references hamlet (id),
  before_class   text,
  after_class    text,
  household_ids  uuid[] not null
);
comment on table class_change is 'scope: area';
create index class_change_run on class_change (run_id);
create index class_change_hamlet on class_change (hamlet_id);

-- what a chairman recognised: the only thing that benefits, certificates, movement and reports read
create table recognised_status (
  id             uuid primary key,
  household_id   uuid not null references household (id),
  hamlet_id      uuid not null references hamlet (id),
  class          text not null check (class in ('poor', 'near_poor')),
  ruleset        text not null,
  status_year    smallint not null,
  members        smallint not null check (members >= 0),
  decision_no    text,
  decision_date  date,
  signer         text,
  valid_from     date not null,
  valid_to       date,
  end_reason     text,
  source         text not null check (source in ('list', 'round', 'decision', 'demo')),
  batch_id       uuid,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check (valid_to is null or valid_from < valid_to),
  check ((voided_at is null) = (void_reason is null))
);
comment on table recognised_status is 'scope: area';
create index recognised_status_household on recognised_status (household_id);
create index recognised_status_hamlet on recognised_status (hamlet_id, valid_from);

create table finding (
  id            uuid primary key,
  household_id  uuid references household (id),
  hamlet_id     uuid not null references hamlet (id),
  code          text not null,
  data          jsonb not null default '{}',
  found_at      timestamptz not null default now(),
  closed_at     timestamptz,
  close_reason  text
);
comment on table finding is 'scope: area';
create index finding_hamlet on finding (hamlet_id, code) where closed_at is null;

-- recognised statuses that count, rolled up by the days they hold: any day is read from it. Rebuilt from records where dirty_log says so.
create table rollup_status (
  hamlet_id   uuid not null references hamlet (id),
  class       text not null,
  ruleset     text not null,
  valid_from  date not null,
  valid_to    date not null default 'infinity',
  households  integer not null,
  persons     integer not null,
  primary key (hamlet_id, class, ruleset, valid_from, valid_to)
);
comment on table rollup_status is 'scope: area';
