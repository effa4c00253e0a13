-- Labour abroad by contract, and people away from home and back (Luật 69/2020/QH14; the commune "nắm tình hình"). A case abroad is appended actions;
-- overseas_case is what they add up to: it counts once, on the day it first left. What happened to a worker abroad is read by whoever keeps the case.
-- Away and back is no labour abroad: crossing the border without a contract, or coming home without papers, is recorded for support only.

create table overseas_case (
  id               uuid primary key,
  hamlet_id        uuid not null references hamlet (id),
  -- the commune that took the case up
  unit_uid         text not null references ref.unit (uid),
  person_id        uuid references person (id),
  full_name        text not null,
  name_folded      text collate "C" not null,
  birth_date       date,
  birth_year       smallint check (birth_year between 1850 and 2200),
  sex              smallint not null default 0 check (sex in (0, 1, 2)),
  subject_key      text not null,
  phone            text,
  -- the account that keeps the case: it and the province read what happened abroad
  keeper           uuid,
  -- the case of an earlier stay abroad
  previous_id      uuid references overseas_case (id),
  state            text not null check (state in ('nguyen_vong', 'tu_van', 'dang_hoc', 'cho_xc', 'da_xc', 'gia_han', 'bo_hd', 've_dung_han', 've_truoc_han', 'tu_vong_mat_tich', 'huy')),
  state_on         date not null,
  wished_on        date not null,
  source           text not null check (source in ('commune', 'hamlet', 'fair', 'job_centre', 'list')),
  fair_id          uuid,
  -- ISO 3166-1, two letters; null while it is not chosen
  market           text check (market ~ '^[A-Z]{2}$'),
  programme        text,
  form             text check (form in ('dvsn', 'dn_dich_vu', 'dn_trung_thau', 'dn_dau_tu', 'thuc_tap_nang_cao', 'ca_nhan')),
  organisation_id  uuid references organisation (id),
  sender_name      text,
  licence_checked_on date,
  licence_result   text check (licence_result in ('valid', 'none', 'expired', 'not_needed', 'unknown')),
  job              text,
  vsco             text,
  contract_no      text,
  contract_on      date,
  term_months      smallint check (term_months between 1 and 240),
  wage             bigint check (wage >= 0),
  currency         text check (currency ~ '^[A-Z]{3}$'),
  cost_declared_dong bigint check (cost_declared_dong >= 0),
  cost_own_dong    bigint check (cost_own_dong >= 0),
  cost_loan_dong   bigint check (cost_loan_dong >= 0),
  cost_support_dong bigint check (cost_support_dong >= 0),
  -- priority groups (Điều 14 Luật Việc làm 2025) and household class as they stood when the officer wrote them down
  groups           text[] not null default '{}',
  language         text,
  language_level   text,
  orientation_no   text,
  medical_on       date,
  passport_sealed  bytea,
  passport_masked  text,
  address_abroad   text,
  home_contact     text,
  departed_on      date,
  departed_precision text check (departed_precision in ('day', 'month')),
  -- when the departure was told to the office
  departed_recorded_on date,
  due_back_on      date,
  returned_on      date,
  returned_precision text check (returned_precision in ('day', 'month')),
  -- the job event that counts the departure; its table is below this one
  job_event_id     uuid,
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  version          integer not null default 1,
  check ((departed_on is null) = (departed_precision is null)),
  check ((departed_on is null) = (departed_recorded_on is null)),
  check ((returned_on is null) = (returned_precision is null)),
  check (returned_on is null or departed_on is not null),
  check ((passport_sealed is null) = (passport_masked is null)),
  check ((wage is null) = (currency is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table overseas_case is 'scope: area';
create index overseas_case_hamlet on overseas_case (hamlet_id, state);
create index overseas_case_subject on overseas_case (subject_key);
create index overseas_case_departed on overseas_case (departed_on) where voided_at is null;
-- one person has one case at a time that is not over
create unique index overseas_case_open on overseas_case (subject_key) where voided_at is null and state not in ('ve_dung_han', 've_truoc_han', 'tu_vong_mat_tich', 'huy');

create table overseas_action (
  id               uuid primary key,
  case_id          uuid not null references overseas_case (id),
  hamlet_id        uuid not null references hamlet (id),
  seq              integer not null check (seq > 0),
  kind             text not null,
  on_date          date not null,
  data             jsonb not null default '{}',
  actor            uuid not null,
  recorded_at      timestamptz not null default now()
);
comment on table overseas_action is 'scope: area';
create unique index overseas_action_order on overseas_action (case_id, seq);
create index overseas_action_hamlet on overseas_action (hamlet_id);

-- money and help one by one: before leaving by the rules of the day, after coming home for the way back
create table overseas_support (
  id               uuid primary key,
  case_id          uuid not null references overseas_case (id),
  hamlet_id        uuid not null references hamlet (id),
  phase            text not null check (phase in ('before', 'home')),
  kind             text not null,
  on_date          date not null,
  amount_dong      bigint check (amount_dong >= 0),
  -- which rule it was measured by and how sure that rule is; null where none is known
  policy           text,
  certainty        text check (certainty in ('text', 'second-hand', 'unchecked', 'unknown')),
  -- why more than the known level
  reason           text,
  note             text,
  document         text,
  actor            uuid not null,
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table overseas_support is 'scope: area';
create index overseas_support_case on overseas_support (case_id);
create index overseas_support_hamlet on overseas_support (hamlet_id);

-- procedure 2.002820: the province decides; the steps are in overseas_request_action
create table overseas_request (
  id               uuid primary key,
  case_id          uuid not null references overseas_case (id),
  hamlet_id        uuid not null references hamlet (id),
  unit_uid         text not null references ref.unit (uid),
  year             smallint not null check (year between 2000 and 2200),
  number           integer not null check (number > 0),
  state            text not null check (state in ('received', 'incomplete', 'forwarded', 'approved', 'refused', 'paid', 'withdrawn')),
  state_on         date not null,
  received_on      date not null,
  -- the day all papers were there: the term runs from it
  complete_on      date,
  forwarded_on     date,
  due_on           date,
  due_certainty    text not null,
  decided_on       date,
  document_no      text,
  amount_dong      bigint check (amount_dong >= 0),
  paid_on          date,
  version          integer not null default 1,
  recorded_at      timestamptz not null default now(),
  check ((decided_on is null) = (document_no is null)),
  check (paid_on is null or decided_on is not null)
);
comment on table overseas_request is 'scope: area';
create unique index overseas_request_number on overseas_request (unit_uid, year, number);
create index overseas_request_case on overseas_request (case_id);
create index overseas_request_hamlet on overseas_request (hamlet_id, state);

create table overseas_request_action (
  id               uuid primary key,
  request_id       uuid not null references overseas_request (id),
  hamlet_id        uuid not null references hamlet (id),
  seq              integer not null check (seq > 0),
  kind             text not null,
  on_date          date not null,
  data             jsonb not null default '{}',
  actor            uuid not null,
  recorded_at      timestamptz not null default now()
);
comment on table overseas_request_action is 'scope: area';
create unique index overseas_request_action_order on overseas_request_action (request_id, seq);
create index overseas_request_action_hamlet on overseas_request_action (hamlet_id);

-- accidents, unpaid wages, contracts left: for the officer who keeps the case and for the province alone
create table overseas_incident (
  id               uuid primary key,
  case_id          uuid not null references overseas_case (id),
  hamlet_id        uuid not null references hamlet (id),
  kind             text not null,
  on_date          date not null,
  told_by          text,
  content          text not null,
  wanted           text,
  resolved_on      date,
  resolution       text,
  actor            uuid not null,
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  version          integer not null default 1,
  check ((resolved_on is null) = (resolution is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table overseas_incident is 'scope: keeper';
create index overseas_incident_case on overseas_incident (case_id);

create table overseas_follow_up (
  id               uuid primary key,
  case_id          uuid not null references overseas_case (id),
  hamlet_id        uuid not null references hamlet (id),
  phase            text not null check (phase in ('abroad', 'home')),
  milestone        smallint not null check (milestone in (3, 6, 12)),
  on_date          date not null,
  outcome          text not null,
  note             text,
  actor            uuid not null,
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table overseas_follow_up is 'scope: area';
create unique index overseas_follow_up_once on overseas_follow_up (case_id, phase, milestone) where voided_at is null;
create index overseas_follow_up_hamlet on overseas_follow_up (hamlet_id);

create table return_record (
  id               uuid primary key,
  case_id          uuid not null references overseas_case (id),
  hamlet_id        uuid not null references hamlet (id),
  subject_key      text not null,
  returned_on      date not null,
  returned_precision text not null check (returned_precision in ('day', 'month')),
  kind             text not null check (kind in ('on_time', 'early')),
  reason           text not null,
  savings_band     text,
  skills           text,
  language         text,
  job_wish         text,
  actor            uuid not null,
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  version          integer not null default 1,
  check ((voided_at is null) = (void_reason is null))
);
comment on table return_record is 'scope: area';
create unique index return_record_once on return_record (case_id) where voided_at is null;
create index return_record_hamlet on return_record (hamlet_id, returned_on);

-- what was said against a sending enterprise in a commune (NN-03); the worker's own story stays in the incident
create table sender_complaint (
  id               uuid primary key,
  unit_uid         text not null references ref.unit (uid),
  organisation_id  uuid references organisation (id),
  sender_name      text not null,
  on_date          date not null,
  content          text not null,
  answered_on      date,
  answer           text,
  actor            uuid not null,
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  check ((answered_on is null) = (answer is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table sender_complaint is 'scope: unit';
create index sender_complaint_unit on sender_complaint (unit_uid, on_date);

create table out_migrant (
  id               uuid primary key,
  hamlet_id        uuid not null references hamlet (id),
  person_id        uuid references person (id),
  full_name        text not null,
  name_folded      text collate "C" not null,
  birth_date       date,
  birth_year       smallint check (birth_year between 1850 and 2200),
  sex              smallint not null default 0 check (sex in (0, 1, 2)),
  subject_key      text not null,
  phone            text,
  -- domestic: away in this country; cross_border: works over the border without a contract; without_papers: came home from abroad without papers.
  -- The last two are never labour abroad by contract and are counted in no table of it
  kind             text not null check (kind in ('domestic', 'cross_border', 'without_papers')),
  destination      text not null,
  -- a province of this country by its code, or two letters of a country
  destination_code text,
  industrial_park  text,
  employer         text,
  job              text,
  contact          text,
  left_on          date,
  left_precision   text check (left_precision in ('day', 'month', 'year')),
  seasonal         boolean not null default false,
  returned_on      date,
  returned_precision text check (returned_precision in ('day', 'month', 'year')),
  return_reason    text,
  -- papers that the person has or lacks, in words
  papers           text,
  source           text not null check (source in ('hamlet', 'commune', 'list', 'self')),
  seen_on          date not null,
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  version          integer not null default 1,
  check ((left_on is null) = (left_precision is null)),
  check ((returned_on is null) = (returned_precision is null)),
  check (kind <> 'without_papers' or returned_on is not null),
  check (left_on is null or returned_on is null or left_on <= returned_on or left_precision <> 'day' or returned_precision <> 'day'),
  check ((voided_at is null) = (void_reason is null))
);
comment on table out_migrant is 'scope: area';
create index out_migrant_hamlet on out_migrant (hamlet_id, returned_on);
create index out_migrant_subject on out_migrant (subject_key);

create table away_need (
  id               uuid primary key,
  out_migrant_id   uuid not null references out_migrant (id),
  hamlet_id        uuid not null references hamlet (id),
  kind             text not null check (kind in ('papers', 'job', 'training', 'loan', 'school', 'health', 'housing', 'relief', 'other')),
  content          text not null,
  -- who looks after it, in words, and until when
  owner            text not null,
  due_on           date,
  opened_on        date not null,
  closed_on        date,
  result           text check (result in ('met', 'partly', 'not_met', 'dropped')),
  recorded_at      timestamptz not null default now(),
  voided_at        timestamptz,
  void_reason      text,
  version          integer not null default 1,
  check ((closed_on is null) = (result is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table away_need is 'scope: area';
create index away_need_migrant on away_need (out_migrant_id);
create index away_need_hamlet on away_need (hamlet_id) where closed_on is null and voided_at is null;

create table away_need_step (
  id               uuid primary key,
  need_id          uuid not null references away_need (id),
  hamlet_id        uuid not null references hamlet (id),
  on_date          date not null,
  note             text not null,
  actor            uuid not null,
  recorded_at      timestamptz not null default now()
);
comment on table away_need_step is 'scope: area';
create index away_need_step_need on away_need_step (need_id);
create index away_need_step_hamlet on away_need_step (hamlet_id);

alter table overseas_case enable row level security;
alter table overseas_case force row level security;
create policy read on overseas_case for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on overseas_case for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on overseas_case for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table overseas_support enable row level security;
alter table overseas_support force row level security;
create policy read on overseas_support for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on overseas_support for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on overseas_support for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table overseas_request enable row level security;
alter table overseas_request force row level security;
create policy read on overseas_request for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on overseas_request for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on overseas_request for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table overseas_follow_up enable row level security;
alter table overseas_follow_up force row level security;
create policy read on overseas_follow_up for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on overseas_follow_up for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on overseas_follow_up for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table return_record enable row level security;
alter table return_record force row level security;
create policy read on return_record for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on return_record for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on return_record for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table out_migrant enable row level security;
alter table out_migrant force row level security;
create policy read on out_migrant for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on out_migrant for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on out_migrant for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table away_need enable row level security;
alter table away_need force row level security;
create policy read on away_need for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on away_need for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on away_need for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table overseas_action enable row level security;
alter table overseas_action force row level security;
create policy read on overseas_action for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on overseas_action for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table overseas_request_action enable row level security;
alter table overseas_request_action force row level security;
create policy read on overseas_request_action for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on overseas_request_action for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table away_need_step enable row level security;
alter table away_need_step force row level security;
create policy read on away_need_step for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on away_need_step for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table overseas_incident enable row level security;
alter table overseas_incident force row level security;
-- keeper: whoever writes for the whole province, and the account that keeps the case; a leader reads every hamlet and not this
create policy read on overseas_incident for select using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) and case_id in (select id from overseas_case where keeper = (select ext.actor()))) and (select ext.has_field('jobs')));
create policy add on overseas_incident for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) and case_id in (select id from overseas_case where keeper = (select ext.actor()))) and (select ext.has_field('jobs')));
create policy change on overseas_incident for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) and case_id in (select id from overseas_case where keeper = (select ext.actor()))) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) and case_id in (select id from overseas_case where keeper = (select ext.actor()))) and (select ext.has_field('jobs')));

alter table sender_complaint enable row level security;
alter table sender_complaint force row level security;
create policy read on sender_complaint for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('jobs')));
create policy add on sender_complaint for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on sender_complaint for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs')));
