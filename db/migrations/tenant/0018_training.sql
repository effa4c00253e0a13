-- Vocational training: trades and norms, money and contracts, classes with their learners, timetable, attendance, exam and certificates.
-- A class and an enrolment are processes: actions are appended, the row is what they add up to. unit_uid is the unit that opens the class,
-- hamlet_id of a person's row the residence, provider_id the organisation that teaches and works on its own rows.

create table trade (
  code           text primary key,
  name           text not null,
  name_folded    text collate "C" not null,
  sector         text not null check (sector in ('farm', 'non_farm')),
  level          text not null check (level in ('so_cap', 'under_3_months', 'apprenticeship')),
  hours_theory   integer check (hours_theory >= 0),
  hours_practice integer check (hours_practice >= 0),
  months         numeric check (months > 0 and scale(months) <= 1),
  -- the department that manages trades of this kind
  managing       text,
  vsco_code      text,
  vsic_code      text,
  document       text,
  valid_from     date not null,
  valid_to       date,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  check (valid_to is null or valid_from < valid_to)
);
comment on table trade is 'scope: reference';

-- what a province pays at most for one learner of a trade
create table trade_norm (
  id             uuid primary key,
  trade_code     text not null references trade (code),
  -- the province
  unit_uid       text not null references ref.unit (uid),
  amount_dong    bigint not null check (amount_dong > 0),
  valid_from     date not null,
  valid_to       date,
  document       text not null,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check (valid_to is null or valid_from < valid_to),
  check ((voided_at is null) = (void_reason is null))
);
comment on table trade_norm is 'scope: reference';
create index trade_norm_trade on trade_norm (trade_code, unit_uid);

create table funding_line (
  id             uuid primary key,
  unit_uid       text not null references ref.unit (uid),
  -- GN, DT, NTM, NSDP, BHTN, XHH; free after 2025
  programme      text not null,
  project        text,
  subproject     text,
  year           smallint not null check (year between 2000 and 2200),
  level          text not null check (level in ('central', 'province', 'commune', 'other')),
  kind           text not null check (kind in ('recurrent', 'investment')),
  allocated_dong bigint not null check (allocated_dong >= 0),
  carried_dong   bigint not null default 0 check (carried_dong >= 0),
  document       text not null,
  note           text,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table funding_line is 'scope: unit';
create index funding_line_unit on funding_line (unit_uid, year);

create table training_plan (
  id             uuid primary key,
  unit_uid       text not null references ref.unit (uid),
  year           smallint not null check (year between 2000 and 2200),
  -- null: all trades together
  trade_code     text references trade (code),
  funding_line_id uuid references funding_line (id),
  classes        integer not null check (classes >= 0),
  learners       integer not null check (learners >= 0),
  amount_dong    bigint not null check (amount_dong >= 0),
  document       text not null,
  decided_on     date,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table training_plan is 'scope: unit';
create index training_plan_unit on training_plan (unit_uid, year);

create table training_contract (
  id             uuid primary key,
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  number         text not null,
  -- null: not signed yet
  signed_on      date,
  kind           text not null check (kind in ('order', 'assign', 'tender')),
  amount_dong    bigint not null check (amount_dong >= 0),
  funding_line_id uuid references funding_line (id),
  valid_to       date,
  document       text,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table training_contract is 'scope: unit';
create index training_contract_provider on training_contract (provider_id);
create index training_contract_unit on training_contract (unit_uid);

create table training_class (
  id             uuid primary key,
  code           text not null,
  name           text not null,
  name_folded    text collate "C" not null,
  trade_code     text not null references trade (code),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  -- where it is held
  hamlet_id      uuid references hamlet (id),
  venue          text,
  plan_id        uuid references training_plan (id),
  funding_line_id uuid references funding_line (id),
  contract_id    uuid references training_contract (id),
  state          text not null default 'planned' check (state in ('planned', 'approved', 'opened', 'running', 'exam', 'closed', 'settled', 'cancelled')),
  state_on       date not null,
  planned_from   date,
  planned_to     date,
  opened_on      date,
  ended_on       date,
  learners_planned integer not null check (learners_planned between 1 and 1000),
  -- which support policy pays, by the day of opening
  policy_code    text,
  cost_dong      bigint check (cost_dong >= 0),
  decision_no    text,
  decided_on     date,
  teacher        text,
  -- who buys what the learners will make
  offtaker       text,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check (planned_to is null or planned_from <= planned_to),
  check (ended_on is null or opened_on <= ended_on),
  check (state in ('planned', 'approved', 'cancelled') or opened_on is not null),
  check ((voided_at is null) = (void_reason is null))
);
comment on table training_class is 'scope: unit';
create unique index training_class_code on training_class (code) where voided_at is null;
create index training_class_unit on training_class (unit_uid, state);
create index training_class_provider on training_class (provider_id);
create index training_class_hamlet on training_class (hamlet_id);
create index training_class_opened on training_class (opened_on);

create table training_class_action (
  id             uuid primary key,
  class_id       uuid not null references training_class (id),
  unit_uid       text not null references ref.unit (uid),
  provider_id    uuid not null references organisation (id),
  seq            integer not null check (seq > 0),
  kind           text not null,
  on_date        date not null,
  data           jsonb not null default '{}',
  actor          uuid not null,
  recorded_at    timestamptz not null default now()
);
comment on table training_class_action is 'scope: unit';
create unique index training_class_action_order on training_class_action (class_id, seq);

create table enrolment (
  id             uuid primary key,
  class_id       uuid not null references training_class (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  hamlet_id      uuid not null references hamlet (id),
  -- null: not identified in the registry
  person_id      uuid references person (id),
  full_name      text not null,
  birth_date     date,
  birth_year     smallint check (birth_year between 1850 and 2200),
  sex            smallint not null default 0 check (sex in (0, 1, 2)),
  -- distinct people are counted by it: the person, or else folded name, birth year and hamlet
  subject_key    text not null,
  state          text not null default 'registered' check (state in ('registered', 'admitted', 'studying', 'dropped', 'examined', 'passed', 'failed', 'certified')),
  state_on       date not null,
  enrolled_on    date not null,
  -- policy groups proven by papers valid on enrolled_on, and the one whose level is paid
  groups         text[] not null default '{}',
  chosen_group   text,
  evidence       jsonb not null default '[]',
  distance_km    numeric check (distance_km >= 0 and scale(distance_km) <= 1),
  area_class     text,
  need_id        uuid,
  previous_supports jsonb not null default '[]',
  prior_job      text,
  prior_income_dong bigint check (prior_income_dong >= 0),
  dropped_on     date,
  drop_reason    text,
  theory_mark    numeric check (theory_mark between 0 and 10 and scale(theory_mark) <= 2),
  practice_mark  numeric check (practice_mark between 0 and 10 and scale(practice_mark) <= 2),
  examined_on    date,
  grade          text,
  note           text,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((state = 'dropped') = (dropped_on is not null)),
  check (chosen_group is null or chosen_group = any (groups)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table enrolment is 'scope: area';
create unique index enrolment_once on enrolment (class_id, subject_key) where voided_at is null;
create index enrolment_hamlet on enrolment (hamlet_id);
create index enrolment_provider on enrolment (provider_id);
create index enrolment_person on enrolment (person_id);
create index enrolment_subject on enrolment (subject_key);

create table enrolment_action (
  id             uuid primary key,
  enrolment_id   uuid not null references enrolment (id),
  class_id       uuid not null references training_class (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  hamlet_id      uuid not null references hamlet (id),
  seq            integer not null check (seq > 0),
  kind           text not null,
  on_date        date not null,
  data           jsonb not null default '{}',
  actor          uuid not null,
  recorded_at    timestamptz not null default now()
);
comment on table enrolment_action is 'scope: area';
create unique index enrolment_action_order on enrolment_action (enrolment_id, seq);
create index enrolment_action_hamlet on enrolment_action (hamlet_id);
create index enrolment_action_class on enrolment_action (class_id);

create table class_session (
  id             uuid primary key,
  class_id       uuid not null references training_class (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  on_date        date not null,
  part           text not null check (part in ('morning', 'afternoon', 'evening')),
  kind           text not null check (kind in ('theory', 'practice', 'integrated')),
  hours          numeric not null check (hours > 0 and hours <= 12 and scale(hours) <= 1),
  topic          text,
  teacher        text,
  cancelled_on   date,
  cancel_reason  text,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  check ((cancelled_on is null) = (cancel_reason is null))
);
comment on table class_session is 'scope: unit';
create unique index class_session_part on class_session (class_id, on_date, part) where cancelled_on is null;

-- a signed sheet: what was marked on its days does not change any more
create table attendance_sheet (
  id             uuid primary key,
  class_id       uuid not null references training_class (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  from_on        date not null,
  to_on          date not null,
  signer         text not null,
  -- photo of the signed sheet, sha256 of the kept file
  scan           bytea,
  locked_by      uuid not null,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check (from_on <= to_on),
  check ((voided_at is null) = (void_reason is null))
);
comment on table attendance_sheet is 'scope: unit';
create index attendance_sheet_class on attendance_sheet (class_id);

create table attendance (
  id             uuid primary key,
  session_id     uuid not null references class_session (id),
  enrolment_id   uuid not null references enrolment (id),
  class_id       uuid not null references training_class (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  hamlet_id      uuid not null references hamlet (id),
  state          text not null check (state in ('present', 'absent', 'late', 'leave')),
  marked_by      uuid,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table attendance is 'scope: area';
create unique index attendance_once on attendance (session_id, enrolment_id) where voided_at is null;
create index attendance_enrolment on attendance (enrolment_id);
create index attendance_class on attendance (class_id);
create index attendance_hamlet on attendance (hamlet_id);

create table training_certificate (
  id             uuid primary key,
  enrolment_id   uuid not null references enrolment (id),
  class_id       uuid not null references training_class (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  hamlet_id      uuid not null references hamlet (id),
  -- chứng chỉ sơ cấp; chứng chỉ đào tạo
  kind           text not null check (kind in ('so_cap', 'dao_tao')),
  serial_no      text not null,
  book_no        text not null,
  grade          text,
  issued_on      date not null,
  signer         text not null,
  -- issued again in place of this one
  replaces       uuid references training_certificate (id),
  revoked_on     date,
  revoke_reason  text,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((revoked_on is null) = (revoke_reason is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table training_certificate is 'scope: area';
create unique index training_certificate_serial on training_certificate (serial_no) where voided_at is null;
create unique index training_certificate_standing on training_certificate (enrolment_id) where voided_at is null and revoked_on is null;
create index training_certificate_class on training_certificate (class_id);
create index training_certificate_hamlet on training_certificate (hamlet_id);

alter table trade enable row level security;
alter table trade force row level security;
create policy read on trade for select using (((select ext.actor()) is not null));
create policy add on trade for insert with check (((select ext.writes_all())));
create policy change on trade for update using (((select ext.writes_all()))) with check (((select ext.writes_all())));

alter table trade_norm enable row level security;
alter table trade_norm force row level security;
create policy read on trade_norm for select using (((select ext.actor()) is not null));
create policy add on trade_norm for insert with check (((select ext.writes_all())));
create policy change on trade_norm for update using (((select ext.writes_all()))) with check (((select ext.writes_all())));

alter table funding_line enable row level security;
alter table funding_line force row level security;
create policy read on funding_line for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or unit_uid ~ '^[0-9]{2,3}@') and (select ext.has_field('training')));
create policy add on funding_line for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training')));
create policy change on funding_line for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training')));

alter table training_plan enable row level security;
alter table training_plan force row level security;
create policy read on training_plan for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or unit_uid ~ '^[0-9]{2,3}@') and (select ext.has_field('training')));
create policy add on training_plan for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training')));
create policy change on training_plan for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training')));

alter table training_contract enable row level security;
alter table training_contract force row level security;
create policy read on training_contract for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[]) or unit_uid ~ '^[0-9]{2,3}@') and (select ext.has_field('training')));
create policy add on training_contract for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training')));
create policy change on training_contract for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training')));

alter table training_class enable row level security;
alter table training_class force row level security;
create policy read on training_class for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on training_class for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on training_class for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table training_class_action enable row level security;
alter table training_class_action force row level security;
create policy read on training_class_action for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[]) or class_id in (select id from training_class)) and (select ext.has_field('training')));
create policy add on training_class_action for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table class_session enable row level security;
alter table class_session force row level security;
create policy read on class_session for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[]) or class_id in (select id from training_class)) and (select ext.has_field('training')));
create policy add on class_session for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on class_session for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table attendance_sheet enable row level security;
alter table attendance_sheet force row level security;
create policy read on attendance_sheet for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[]) or class_id in (select id from training_class)) and (select ext.has_field('training')));
create policy add on attendance_sheet for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on attendance_sheet for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table enrolment enable row level security;
alter table enrolment force row level security;
create policy read on enrolment for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on enrolment for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on enrolment for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table enrolment_action enable row level security;
alter table enrolment_action force row level security;
create policy read on enrolment_action for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on enrolment_action for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table attendance enable row level security;
alter table attendance force row level security;
create policy read on attendance for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on attendance for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on attendance for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table training_certificate enable row level security;
alter table training_certificate force row level security;
create policy read on training_certificate for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on training_certificate for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on training_certificate for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
