-- Job fairs and job-exchange sessions: plan and firms, visitors, what happened at the booths, tallies of paper fairs, follow-ups, consent and hand-over.
-- A fair, its firms and vacancies are public notices (read in the whole province); what tells of persons belongs to the fair's unit, the units that
-- take part in it, and to the hamlet where the person lives.

create table job_fair (
  id              uuid primary key,
  code            text not null check (code ~ '^[A-Z0-9][A-Z0-9.-]{1,23}$'),
  name            text not null,
  kind            text not null check (kind in ('phien_luu_dong', 'hoi_cho', 'truc_tuyen', 'cum_xa')),
  on_date         date not null,
  -- last day, where it runs over several
  to_date         date,
  place           text,
  -- the organiser's area
  unit_uid        text not null references ref.unit (uid),
  -- units of the province that work at the fair too
  partner_units   text[] not null default '{}',
  organiser       text,
  partner_centres text,
  decision_no     text,
  decided_on      date,
  budget_line     text,
  budget_dong     bigint check (budget_dong >= 0),
  -- address of the open registration page; null: no registration over the net
  register_token  text,
  -- last day of registration over the net; null: until the fair's last day
  register_until  date,
  -- results are complete and the report was made
  closed_on       date,
  version         integer not null default 1,
  recorded_at     timestamptz not null default now(),
  voided_at       timestamptz,
  void_reason     text,
  check (to_date is null or to_date >= on_date),
  check ((voided_at is null) = (void_reason is null))
);
comment on table job_fair is 'scope: reference';
create unique index job_fair_code on job_fair (code) where voided_at is null;
create unique index job_fair_token on job_fair (register_token);
create index job_fair_day on job_fair (on_date desc, id);

create table fair_employer (
  id              uuid primary key,
  fair_id         uuid not null references job_fair (id),
  unit_uid        text not null references ref.unit (uid),
  organisation_id uuid references organisation (id),
  name            text not null,
  name_folded     text not null,
  booth           text,
  industry        text,
  contact_name    text,
  phone           text,
  email           text,
  note            text,
  -- false: registered and did not come; not counted in F1
  attended        boolean not null default true,
  version         integer not null default 1,
  recorded_at     timestamptz not null default now(),
  voided_at       timestamptz,
  void_reason     text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table fair_employer is 'scope: reference';
create unique index fair_employer_once on fair_employer (fair_id, name_folded) where voided_at is null;
create index fair_employer_organisation on fair_employer (organisation_id);

create table fair_vacancy (
  id              uuid primary key,
  fair_id         uuid not null references job_fair (id),
  employer_id     uuid not null references fair_employer (id),
  unit_uid        text not null references ref.unit (uid),
  job             text not null,
  vsco            text,
  posts           integer not null check (posts between 1 and 100000),
  wage_from       bigint check (wage_from >= 0),
  wage_to         bigint check (wage_to >= 0),
  place           text,
  requirement     text,
  -- the vacancy of the firm's own list, where it is there
  vacancy_id      uuid,
  recorded_at     timestamptz not null default now(),
  voided_at       timestamptz,
  void_reason     text,
  check (wage_to is null or wage_from is null or wage_to >= wage_from),
  check ((voided_at is null) = (void_reason is null))
);
comment on table fair_vacancy is 'scope: reference';
create index fair_vacancy_employer on fair_vacancy (employer_id);
create index fair_vacancy_fair on fair_vacancy (fair_id);

create table fair_visit (
  id              uuid primary key,
  fair_id         uuid not null references job_fair (id),
  unit_uid        text not null references ref.unit (uid),
  -- where the person lives; null: outside the province, unknown, or anonymous
  hamlet_id       uuid references hamlet (id),
  -- as told, where no hamlet was chosen
  residence       text,
  person_id       uuid references person (id),
  -- null: anonymous, or erased
  full_name       text,
  name_folded     text,
  birth_date      date,
  birth_year      smallint check (birth_year between 1900 and 2200),
  sex             smallint not null default 0 check (sex in (0, 1, 2)),
  phone           text,
  -- distinct persons are counted by it
  subject_key     text not null,
  -- on the pass: short enough to be typed
  short_code      text not null,
  channel         text not null check (channel in ('desk', 'pass', 'online', 'import')),
  wish            text check (wish in ('job', 'training', 'overseas', 'advice')),
  -- null: registered and not come yet
  checked_in_at   timestamptz,
  -- contact details and name were erased; the row stays as the tombstone
  erased_at       timestamptz,
  erase_reason    text,
  version         integer not null default 1,
  recorded_at     timestamptz not null default now(),
  voided_at       timestamptz,
  void_reason     text,
  check ((voided_at is null) = (void_reason is null)),
  check ((erased_at is null) = (erase_reason is null)),
  check (erased_at is null or (full_name is null and name_folded is null and phone is null and residence is null and birth_date is null))
);
comment on table fair_visit is 'scope: unit';
create unique index fair_visit_code on fair_visit (fair_id, short_code);
create index fair_visit_subject on fair_visit (fair_id, subject_key);
create index fair_visit_hamlet on fair_visit (hamlet_id);
create index fair_visit_person on fair_visit (person_id);

create table fair_action (
  id              uuid primary key,
  fair_id         uuid not null references job_fair (id),
  visit_id        uuid not null references fair_visit (id),
  unit_uid        text not null references ref.unit (uid),
  -- of the visit
  hamlet_id       uuid references hamlet (id),
  step            text not null check (step in ('f4a', 'f4b', 'f5a', 'f5b', 'f6', 'f7', 'f8', 'f9')),
  employer_id     uuid references fair_employer (id),
  fair_vacancy_id uuid references fair_vacancy (id),
  -- f7: market; f8: trade; f9: job, trade, overseas, insurance
  topic           text,
  on_date         date not null,
  -- f5b: day of the interview
  next_on         date,
  result          text,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null default now(),
  voided_at       timestamptz,
  void_reason     text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table fair_action is 'scope: unit';
create index fair_action_fair on fair_action (fair_id, step);
create index fair_action_visit on fair_action (visit_id);
create index fair_action_hamlet on fair_action (hamlet_id);
-- a button pressed twice
create unique index fair_action_once on fair_action (visit_id, step, coalesce(employer_id, fair_id), coalesce(fair_vacancy_id, fair_id), coalesce(topic, ''), on_date) where voided_at is null;

-- counts without persons: paper fairs, groups
create table fair_tally (
  id              uuid primary key,
  fair_id         uuid not null references job_fair (id),
  unit_uid        text not null references ref.unit (uid),
  step            text not null check (step in ('f1', 'f2', 'f3', 'f4a', 'f4b', 'f5a', 'f5b', 'f6', 'f7', 'f8', 'f9')),
  count           integer not null check (count between 0 and 1000000),
  of_which_female integer check (of_which_female between 0 and 1000000),
  -- tally: counted on paper at the fair; group: came together; document: told by a report
  source          text not null default 'tally' check (source in ('tally', 'group', 'document')),
  -- name of the group, who counted, the report
  note            text,
  on_date         date not null,
  recorded_at     timestamptz not null default now(),
  voided_at       timestamptz,
  void_reason     text,
  check (of_which_female is null or of_which_female <= count),
  check ((voided_at is null) = (void_reason is null))
);
comment on table fair_tally is 'scope: unit';
create index fair_tally_fair on fair_tally (fair_id, step);

-- every registration abroad (f7) or for training (f8) until its result
create table fair_followup (
  id              uuid primary key,
  fair_id         uuid not null references job_fair (id),
  action_id       uuid not null references fair_action (id),
  visit_id        uuid not null references fair_visit (id),
  unit_uid        text not null references ref.unit (uid),
  hamlet_id       uuid references hamlet (id),
  kind            text not null check (kind in ('overseas', 'training')),
  owner           text not null,
  due_on          date not null,
  state           text not null default 'open' check (state in ('open', 'done', 'dropped')),
  result          text check (result in ('case_opened', 'class_joined', 'need_registered', 'advised', 'changed_mind', 'not_eligible', 'no_contact', 'other')),
  result_note     text,
  closed_on       date,
  -- the training need or the overseas case it became
  linked_entity   text,
  linked_id       uuid,
  version         integer not null default 1,
  recorded_at     timestamptz not null default now(),
  voided_at       timestamptz,
  void_reason     text,
  check ((state = 'open') = (closed_on is null)),
  check ((linked_entity is null) = (linked_id is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table fair_followup is 'scope: unit';
create unique index fair_followup_action on fair_followup (action_id) where voided_at is null;
create index fair_followup_due on fair_followup (state, due_on);
create index fair_followup_fair on fair_followup (fair_id);
create index fair_followup_hamlet on fair_followup (hamlet_id);

-- taken on after the fair, and still at work 30 and 90 days later
create table fair_result (
  id              uuid primary key,
  fair_id         uuid not null references job_fair (id),
  visit_id        uuid not null references fair_visit (id),
  unit_uid        text not null references ref.unit (uid),
  hamlet_id       uuid references hamlet (id),
  milestone       smallint not null check (milestone in (0, 30, 90)),
  on_date         date not null,
  outcome         text not null check (outcome in ('working', 'not_working', 'lost')),
  employer_id     uuid references fair_employer (id),
  employer_name   text,
  started_on      date,
  note            text,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null default now(),
  voided_at       timestamptz,
  void_reason     text,
  check (outcome <> 'working' or started_on is not null),
  check ((voided_at is null) = (void_reason is null))
);
comment on table fair_result is 'scope: unit';
create unique index fair_result_once on fair_result (visit_id, milestone) where voided_at is null;
create index fair_result_fair on fair_result (fair_id);
create index fair_result_hamlet on fair_result (hamlet_id);

-- before contact details go to a firm: who agreed to what, by which text, how it can be proved
create table fair_consent (
  id              uuid primary key,
  fair_id         uuid not null references job_fair (id),
  visit_id        uuid not null references fair_visit (id),
  unit_uid        text not null references ref.unit (uid),
  hamlet_id       uuid references hamlet (id),
  purpose         text not null check (purpose in ('share_with_firm', 'contact_later')),
  -- null: every firm that the person registers with
  employer_id     uuid references fair_employer (id),
  text_version    text not null,
  how             text not null check (how in ('paper', 'online', 'spoken')),
  given_at        timestamptz not null default now(),
  withdrawn_at    timestamptz,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null default now()
);
comment on table fair_consent is 'scope: unit';
create index fair_consent_visit on fair_consent (visit_id);
create index fair_consent_fair on fair_consent (fair_id);

create table fair_handover (
  id              uuid primary key,
  fair_id         uuid not null references job_fair (id),
  employer_id     uuid not null references fair_employer (id),
  unit_uid        text not null references ref.unit (uid),
  purpose         text not null,
  fields          text[] not null,
  rows            integer not null check (rows > 0),
  receiver        text not null,
  handed_on       date not null,
  handed_by       uuid not null,
  recorded_at     timestamptz not null default now()
);
comment on table fair_handover is 'scope: unit';
create index fair_handover_fair on fair_handover (fair_id, employer_id);

create table fair_handover_line (
  id              uuid primary key,
  handover_id     uuid not null references fair_handover (id),
  fair_id         uuid not null references job_fair (id),
  visit_id        uuid not null references fair_visit (id),
  unit_uid        text not null references ref.unit (uid),
  -- not taken on: the firm has to delete; the day it came known
  not_hired_on    date,
  -- null while the office has set no number of days
  delete_by       date,
  deleted_on      date,
  deleted_proof   text,
  recorded_at     timestamptz not null default now(),
  check (deleted_on is null or not_hired_on is not null)
);
comment on table fair_handover_line is 'scope: unit';
create index fair_handover_line_handover on fair_handover_line (handover_id);
create index fair_handover_line_visit on fair_handover_line (visit_id);
create index fair_handover_line_fair on fair_handover_line (fair_id);

alter table job_fair enable row level security;
alter table job_fair force row level security;
create policy read on job_fair for select using ((select ext.actor()) is not null and (select ext.has_field('jobs')));
create policy add on job_fair for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on job_fair for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('jobs')));

alter table fair_employer enable row level security;
alter table fair_employer force row level security;
create policy read on fair_employer for select using ((select ext.actor()) is not null and (select ext.has_field('jobs')));
create policy add on fair_employer for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on fair_employer for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));

alter table fair_vacancy enable row level security;
alter table fair_vacancy force row level security;
create policy read on fair_vacancy for select using ((select ext.actor()) is not null and (select ext.has_field('jobs')));
create policy add on fair_vacancy for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on fair_vacancy for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));

alter table fair_visit enable row level security;
alter table fair_visit force row level security;
create policy read on fair_visit for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.read_units())::text[]) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on fair_visit for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on fair_visit for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));

alter table fair_action enable row level security;
alter table fair_action force row level security;
create policy read on fair_action for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.read_units())::text[]) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on fair_action for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on fair_action for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));

alter table fair_consent enable row level security;
alter table fair_consent force row level security;
create policy read on fair_consent for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.read_units())::text[]) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on fair_consent for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on fair_consent for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));

alter table fair_followup enable row level security;
alter table fair_followup force row level security;
create policy read on fair_followup for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.read_units())::text[]) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on fair_followup for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[]) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on fair_followup for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[]) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[]) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table fair_result enable row level security;
alter table fair_result force row level security;
create policy read on fair_result for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.read_units())::text[]) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on fair_result for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[]) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on fair_result for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[]) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[]) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));

alter table fair_tally enable row level security;
alter table fair_tally force row level security;
create policy read on fair_tally for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.read_units())::text[])) and (select ext.has_field('jobs')));
create policy add on fair_tally for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on fair_tally for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));

alter table fair_handover enable row level security;
alter table fair_handover force row level security;
create policy read on fair_handover for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.read_units())::text[])) and (select ext.has_field('jobs')));
create policy add on fair_handover for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on fair_handover for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));

alter table fair_handover_line enable row level security;
alter table fair_handover_line force row level security;
create policy read on fair_handover_line for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.read_units())::text[])) and (select ext.has_field('jobs')));
create policy add on fair_handover_line for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));
create policy change on fair_handover_line for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or fair_id in (select f.id from job_fair f where f.partner_units && (select ext.write_units())::text[])) and (select ext.has_field('jobs')));
