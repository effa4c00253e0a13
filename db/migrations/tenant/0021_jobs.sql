-- Jobs: vacancies of organisations, people who look for work, who was sent where, and the job events (lượt giải quyết việc làm) that reports
-- count. A row about a person carries a snapshot of the person, so that those who enter it need no right to read the register.

create table vacancy (
  id                 uuid primary key,
  organisation_id    uuid not null references organisation (id),
  -- who entered it
  unit_uid           text not null references ref.unit (uid),
  title              text not null,
  title_folded       text collate "C" not null,
  vsco               text check (vsco ~ '^[0-9]{1,5}$'),
  vsic               text,
  posts              integer not null check (posts > 0),
  posts_female       integer check (posts_female between 0 and posts),
  description        text,
  position_level     text,
  general_education  text check (general_education in ('none', 'primary', 'lower_secondary', 'upper_secondary')),
  technical_level    text check (technical_level in ('none', 'worker', 'under_3_months', 'elementary', 'intermediate', 'college', 'university', 'postgraduate')),
  major              text,
  computer           text,
  languages          text,
  soft_skills        text,
  experience_months  integer check (experience_months >= 0),
  place_kind         text not null check (place_kind in ('xa', 'tinh', 'ngoai_tinh', 'nuoc_ngoai')),
  -- where the work is, where it lies in a unit that is known
  place_unit_uid     text references ref.unit (uid),
  place              text,
  country            text,
  wage_from          bigint check (wage_from >= 0),
  wage_to            bigint check (wage_to >= wage_from),
  meal_support       text,
  benefits           text,
  contract_kind      text check (contract_kind in ('indefinite', 'fixed_term', 'seasonal', 'probation', 'other')),
  shift              text check (shift in ('day', 'rotating', 'night')),
  dormitory          boolean,
  transport          boolean,
  probation_days     integer check (probation_days >= 0),
  accepts_disabled   boolean,
  -- heavy, harmful or dangerous work
  hazardous          boolean,
  needs_licence      text,
  age_from           smallint check (age_from between 15 and 100),
  age_to             smallint check (age_to between 15 and 100),
  apply_by           date,
  contact            text,
  source             text not null check (source in ('fair', 'centre', 'portal', 'list', 'commune')),
  state              text not null default 'open' check (state in ('open', 'paused', 'filled', 'expired')),
  opened_on          date not null,
  -- same line of a firm's list imported twice
  line_key           text,
  version            integer not null default 1,
  recorded_at        timestamptz not null default now(),
  voided_at          timestamptz,
  void_reason        text,
  check (age_to is null or age_from is null or age_from <= age_to),
  check ((voided_at is null) = (void_reason is null))
);
comment on table vacancy is 'scope: reference';
create index vacancy_organisation on vacancy (organisation_id);
create index vacancy_open on vacancy (state, apply_by) where voided_at is null;
create unique index vacancy_line on vacancy (line_key) where voided_at is null;

create table seeker (
  id                 uuid primary key,
  hamlet_id     uuid not null references hamlet (id),
  person_id     uuid references person (id),
  full_name     text not null,
  name_folded   text collate "C" not null,
  birth_date    date,
  birth_year    smallint check (birth_year between 1850 and 2200),
  sex           smallint not null default 0 check (sex in (0, 1, 2)),
  -- the person where known, else name, birth year and hamlet: distinct people are counted by it
  subject_key   text not null,
  registered_on      date not null,
  phone              text,
  -- occupations wished for, best first
  wanted_vsco        text[] not null default '{}',
  wanted_job         text,
  wanted_places      text[] not null default '{}' check (wanted_places <@ array['xa', 'tinh', 'ngoai_tinh', 'nuoc_ngoai']),
  wage_wanted        bigint check (wage_wanted >= 0),
  shifts             text[] not null default '{}' check (shifts <@ array['day', 'rotating', 'night']),
  general_education  text check (general_education in ('none', 'primary', 'lower_secondary', 'upper_secondary')),
  technical_level    text check (technical_level in ('none', 'worker', 'under_3_months', 'elementary', 'intermediate', 'college', 'university', 'postgraduate')),
  major              text,
  skills             text,
  licences           text,
  experience_vsco    text check (experience_vsco ~ '^[0-9]{1,5}$'),
  experience_months  integer check (experience_months >= 0),
  needs_dormitory    boolean,
  disabled           boolean,
  -- orders outreach only, never a score
  priority           text[] not null default '{}',
  note               text,
  state              text not null default 'looking' check (state in ('looking', 'placed', 'paused', 'closed')),
  state_on           date not null,
  source             text not null default 'office' check (source in ('office', 'fair', 'list', 'class', 'self')),
  version       integer not null default 1,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table seeker is 'scope: area';
create index seeker_hamlet on seeker (hamlet_id, state);
create unique index seeker_current on seeker (subject_key) where voided_at is null and state <> 'closed';

create table referral (
  id               uuid primary key,
  seeker_id        uuid not null references seeker (id),
  hamlet_id        uuid not null references hamlet (id),
  vacancy_id       uuid not null references vacancy (id),
  organisation_id  uuid not null references organisation (id),
  full_name        text not null,
  referred_on      date not null,
  state            text not null default 'referred' check (state in ('referred', 'interview', 'hired', 'rejected', 'withdrawn')),
  state_on         date not null,
  interview_on     date,
  reason           text,
  score            smallint check (score between 0 and 100),
  adviser          uuid not null,
  version          integer not null default 1,
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table referral is 'scope: area';
create index referral_hamlet on referral (hamlet_id, state);
create index referral_organisation on referral (organisation_id, state);
create index referral_seeker on referral (seeker_id);
create unique index referral_open on referral (seeker_id, vacancy_id) where voided_at is null and state in ('referred', 'interview', 'hired');

create table referral_action (
  id               uuid primary key,
  referral_id      uuid not null references referral (id),
  hamlet_id        uuid not null references hamlet (id),
  organisation_id  uuid not null references organisation (id),
  seq              integer not null check (seq > 0),
  kind             text not null check (kind in ('refer', 'interview', 'hire', 'reject', 'withdraw')),
  on_date          date not null,
  data             jsonb not null default '{}',
  actor            uuid not null,
  recorded_at      timestamptz not null default now()
);
comment on table referral_action is 'scope: area';
create unique index referral_action_order on referral_action (referral_id, seq);
create index referral_action_hamlet on referral_action (hamlet_id);

-- the person began the work of a vacancy, or of an employer beside the vacancies
create table placement (
  id               uuid primary key,
  hamlet_id     uuid not null references hamlet (id),
  person_id     uuid references person (id),
  full_name     text not null,
  name_folded   text collate "C" not null,
  birth_date    date,
  birth_year    smallint check (birth_year between 1850 and 2200),
  sex           smallint not null default 0 check (sex in (0, 1, 2)),
  -- the person where known, else name, birth year and hamlet: distinct people are counted by it
  subject_key   text not null,
  seeker_id        uuid references seeker (id),
  referral_id      uuid references referral (id),
  vacancy_id       uuid references vacancy (id),
  organisation_id  uuid references organisation (id),
  employer_name    text not null,
  started_on       date not null,
  left_on          date,
  left_reason      text,
  version       integer not null default 1,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check (left_on is null or left_on >= started_on),
  check ((voided_at is null) = (void_reason is null))
);
comment on table placement is 'scope: area';
create index placement_hamlet on placement (hamlet_id);
create unique index placement_referral on placement (referral_id) where voided_at is null;

-- is the person still there after 30 and 90 days
create table placement_check (
  id            uuid primary key,
  placement_id  uuid not null references placement (id),
  hamlet_id     uuid not null references hamlet (id),
  milestone     smallint not null check (milestone in (30, 90)),
  due_on        date not null,
  checked_on    date,
  result        text check (result in ('stays', 'left', 'unreachable')),
  note          text,
  recorded_at   timestamptz not null default now(),
  check ((checked_on is null) = (result is null))
);
comment on table placement_check is 'scope: area';
create unique index placement_check_one on placement_check (placement_id, milestone);
create index placement_check_due on placement_check (hamlet_id, due_on) where result is null;

create table job_event (
  id             uuid primary key,
  hamlet_id     uuid not null references hamlet (id),
  person_id     uuid references person (id),
  full_name     text not null,
  name_folded   text collate "C" not null,
  birth_date    date,
  birth_year    smallint check (birth_year between 1850 and 2200),
  sex           smallint not null default 0 check (sex in (0, 1, 2)),
  -- the person where known, else name, birth year and hamlet: distinct people are counted by it
  subject_key   text not null,
  -- start of work, also where it is reported months later
  started_on     date not null,
  reported_on    date not null,
  channel        text not null check (channel in ('dn_trong_xa', 'dn_trong_tinh', 'dn_ngoai_tinh', 'tu_tao', 'vay_von', 'nuoc_ngoai', 'sau_hoc_nghe', 'san_gdvl', 'tt_dvvl', 'viec_lam_cong')),
  nature         text not null check (nature in ('new', 'kept')),
  employer_id    uuid references organisation (id),
  employer_name  text,
  -- the employer without marks and kind words, '' where nobody said who it is: one employer within twelve months is one event
  employer_key   text not null default '',
  place_kind     text not null check (place_kind in ('xa', 'tinh', 'ngoai_tinh', 'nuoc_ngoai')),
  job            text,
  vsco           text check (vsco ~ '^[0-9]{1,5}$'),
  wage           bigint check (wage >= 0),
  evidence       jsonb not null default '[]',
  -- why it is another event though another one of the same person looks like it
  distinct_reason text,
  outcome_id     uuid,
  loan_id        uuid,
  overseas_id    uuid,
  placement_id   uuid references placement (id),
  batch_id       uuid references import_batch (id),
  verified_on    date,
  verified_by    text,
  version       integer not null default 1,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check (started_on <= reported_on),
  check ((verified_on is null) = (verified_by is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table job_event is 'scope: area';
create index job_event_hamlet on job_event (hamlet_id, started_on);
create index job_event_subject on job_event (subject_key, started_on) where voided_at is null;
create index job_event_loan on job_event (loan_id) where loan_id is not null;
-- one employer takes one person on one day once, whoever reports it
create unique index job_event_once on job_event (subject_key, employer_key, started_on) where voided_at is null and employer_key <> '';

-- a hamlet reported for a month, also where nobody began work: without it nothing is known
create table job_month (
  id            uuid primary key,
  hamlet_id     uuid not null references hamlet (id),
  month         date not null check (extract(day from month) = 1),
  reported_on   date not null,
  reporter      text not null,
  version       integer not null default 1,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table job_month is 'scope: area';
create unique index job_month_one on job_month (hamlet_id, month) where voided_at is null;

-- the bank keeps the credit file; here stands which jobs a loan made or kept, by name
create table job_loan (
  id                  uuid primary key,
  hamlet_id     uuid not null references hamlet (id),
  person_id     uuid references person (id),
  full_name     text not null,
  name_folded   text collate "C" not null,
  birth_date    date,
  birth_year    smallint check (birth_year between 1850 and 2200),
  sex           smallint not null default 0 check (sex in (0, 1, 2)),
  -- the person where known, else name, birth year and hamlet: distinct people are counted by it
  subject_key   text not null,
  borrower_kind       text not null check (borrower_kind in ('worker', 'establishment')),
  establishment_name  text,
  organisation_id     uuid references organisation (id),
  amount_dong         bigint not null check (amount_dong > 0),
  lent_on             date not null,
  term_months         integer not null check (term_months > 0),
  rate_kind           text not null check (rate_kind in ('usual', 'poor', 'other')),
  contract_no         text not null,
  project             text not null,
  project_place       text,
  fund                text,
  association         text,
  savings_group       text,
  -- why it was entered though a rule of lending speaks against it
  over_reason         text,
  state               text not null default 'active' check (state in ('active', 'repaid', 'overdue', 'written_off')),
  state_on            date not null,
  version       integer not null default 1,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check (borrower_kind = 'worker' or establishment_name is not null),
  check ((voided_at is null) = (void_reason is null))
);
comment on table job_loan is 'scope: area';
create index job_loan_hamlet on job_loan (hamlet_id, lent_on);
create unique index job_loan_contract on job_loan (contract_no) where voided_at is null;

create table advice_session (
  id            uuid primary key,
  unit_uid      text not null references ref.unit (uid),
  on_date       date not null,
  kind          text not null check (kind in ('single', 'group', 'online')),
  topics        text[] not null check (cardinality(topics) > 0 and topics <@ array['job', 'training', 'overseas', 'unemployment_insurance', 'labour_law', 'other']),
  place         text,
  adviser       text not null,
  -- listeners counted by hand whose names nobody wrote down
  unnamed       integer not null default 0 check (unnamed >= 0),
  note          text,
  version       integer not null default 1,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table advice_session is 'scope: unit';
create index advice_session_unit on advice_session (unit_uid, on_date);

create table advice_visit (
  id            uuid primary key,
  session_id    uuid not null references advice_session (id),
  hamlet_id     uuid not null references hamlet (id),
  person_id     uuid references person (id),
  full_name     text not null,
  name_folded   text collate "C" not null,
  birth_date    date,
  birth_year    smallint check (birth_year between 1850 and 2200),
  sex           smallint not null default 0 check (sex in (0, 1, 2)),
  -- the person where known, else name, birth year and hamlet: distinct people are counted by it
  subject_key   text not null,
  topic         text not null check (topic in ('job', 'training', 'overseas', 'unemployment_insurance', 'labour_law', 'other')),
  result        text not null check (result in ('informed', 'seeker', 'referred', 'training_need', 'overseas_case', 'returns')),
  next_on       date,
  note          text,
  version       integer not null default 1,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table advice_visit is 'scope: area';
create index advice_visit_session on advice_visit (session_id);
create index advice_visit_hamlet on advice_visit (hamlet_id);

-- every office of the province may send people to a vacancy; who entered it, and its organisation, keep it
alter table vacancy enable row level security;
alter table vacancy force row level security;
create policy read on vacancy for select using ((select ext.actor()) is not null);
create policy add on vacancy for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or organisation_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('jobs')));
create policy change on vacancy for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or organisation_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or organisation_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('jobs')));

alter table seeker enable row level security;
alter table seeker force row level security;
create policy read on seeker for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on seeker for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on seeker for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table placement enable row level security;
alter table placement force row level security;
create policy read on placement for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on placement for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on placement for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table placement_check enable row level security;
alter table placement_check force row level security;
create policy read on placement_check for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on placement_check for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on placement_check for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table job_event enable row level security;
alter table job_event force row level security;
create policy read on job_event for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on job_event for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on job_event for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table job_month enable row level security;
alter table job_month force row level security;
create policy read on job_month for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on job_month for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on job_month for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table job_loan enable row level security;
alter table job_loan force row level security;
create policy read on job_loan for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on job_loan for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on job_loan for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table advice_visit enable row level security;
alter table advice_visit force row level security;
create policy read on advice_visit for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on advice_visit for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on advice_visit for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

-- an organisation answers what became of those who were sent to it
alter table referral enable row level security;
alter table referral force row level security;
create policy read on referral for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or organisation_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('jobs')));
create policy add on referral for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or organisation_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('jobs')));
create policy change on referral for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or organisation_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or organisation_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('jobs')));

alter table referral_action enable row level security;
alter table referral_action force row level security;
create policy read on referral_action for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or organisation_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('jobs')));
create policy add on referral_action for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or organisation_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('jobs')));

alter table advice_session enable row level security;
alter table advice_session force row level security;
create policy read on advice_session for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('jobs')));
create policy add on advice_session for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on advice_session for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs')));
