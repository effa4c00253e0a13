-- The work of a review round: who does it, which households, what happened to each, meetings, posting, the opinion asked for.
-- A household's review is appended actions; review_case is what they add up to, written in the same transaction and rebuildable.

alter table assessment add column evidence_file bytea;

alter table review_round add column process text;
alter table review_round add column plan_no text;
alter table review_round add column plan_date date;
alter table review_round add column committee_no text;
alter table review_round add column committee_date date;
-- đồng for a finished form; empty until a document sets it
alter table review_round add column form_rate integer check (form_rate >= 0);
alter table review_round add column form_rate_document text;
-- who is asked before recognition, where the province has said so; empty: as the process has it for the day
alter table review_round add column opinion_level text check (opinion_level in ('district', 'province'));
alter table review_round add column opinion_mode text check (opinion_mode in ('opinion', 'approve', 'inform', 'none'));
alter table review_round add column opinion_document text;
alter table review_round add constraint review_round_opinion check ((opinion_level is null or opinion_mode is not null) and (opinion_mode is null or opinion_document is not null));
alter table review_round add constraint review_round_rate check (form_rate is null or form_rate_document is not null);

create table review_milestone (
  id           uuid primary key,
  round_id     uuid not null references review_round (id),
  unit_uid     text not null references ref.unit (uid),
  code         text not null,
  due_on       date not null,
  document     text not null,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table review_milestone is 'scope: unit';
create unique index review_milestone_once on review_milestone (round_id, code) where voided_at is null;

create table review_staff (
  id           uuid primary key,
  round_id     uuid not null references review_round (id),
  unit_uid     text not null references ref.unit (uid),
  kind         text not null check (kind in ('committee', 'surveyor')),
  full_name    text not null,
  position     text,
  task         text,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table review_staff is 'scope: unit';
create index review_staff_round on review_staff (round_id);

create table review_training (
  id           uuid primary key,
  round_id     uuid not null references review_round (id),
  unit_uid     text not null references ref.unit (uid),
  held_on      date not null,
  place        text not null,
  content      text not null,
  staff_ids    uuid[] not null,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table review_training is 'scope: unit';
create index review_training_round on review_training (round_id);

-- who visits a hamlet, and the forms handed out there
create table review_hamlet (
  round_id        uuid not null references review_round (id),
  hamlet_id       uuid not null references hamlet (id),
  head_name       text,
  surveyor_ids    uuid[] not null default '{}',
  forms_given     integer not null default 0 check (forms_given >= 0),
  forms_given_on  date,
  forms_back      integer not null default 0 check (forms_back >= 0),
  version         integer not null default 1,
  primary key (round_id, hamlet_id)
);
comment on table review_hamlet is 'scope: area';
create index review_hamlet_hamlet on review_hamlet (hamlet_id);

create table review_case (
  id               uuid primary key,
  round_id         uuid not null references review_round (id),
  result_set_id    uuid not null references review_result_set (id),
  household_id     uuid not null references household (id),
  hamlet_id        uuid not null references hamlet (id),
  origin           text not null check (origin in ('on_list', 'request', 'found')),
  state            text not null check (state in ('listed', 'quick_check_failed', 'surveyed', 'scored', 'not_found', 'met', 'posted', 'complaint', 'rechecked', 'reposted', 'reported',
                     'opinion', 'recognised', 'certified', 'withdrawn', 'moved_away', 'duplicate')),
  state_on         date not null,
  previous_class   text not null check (previous_class in ('poor', 'near_poor', 'none')),
  class            text,
  list             text check (list in ('poor', 'near_poor')),
  assessment_id    uuid references assessment (id),
  surveyor_id      uuid references review_staff (id),
  meeting_id       uuid,
  posting_id       uuid,
  complaint_due    date,
  flags            text[] not null default '{}',
  note             text,
  version          integer not null default 1,
  recorded_at      timestamptz not null default now()
);
comment on table review_case is 'scope: area';
create unique index review_case_once on review_case (result_set_id, household_id);
create index review_case_hamlet on review_case (hamlet_id, result_set_id);
create index review_case_household on review_case (household_id);

create table review_action (
  id           uuid primary key,
  case_id      uuid not null references review_case (id),
  hamlet_id    uuid not null references hamlet (id),
  seq          integer not null check (seq > 0),
  kind         text not null,
  on_date      date not null,
  data         jsonb not null default '{}',
  actor        uuid not null,
  recorded_at  timestamptz not null default now()
);
comment on table review_action is 'scope: area';
create unique index review_action_order on review_action (case_id, seq);
create index review_action_hamlet on review_action (hamlet_id);

create table review_meeting (
  id             uuid primary key,
  round_id       uuid not null references review_round (id),
  result_set_id  uuid not null references review_result_set (id),
  hamlet_id      uuid not null references hamlet (id),
  held_on        date not null,
  place          text not null,
  chair          text not null,
  secretary      text not null,
  invited        integer check (invited >= 0),
  present        integer not null check (present > 0),
  reviewed_present integer check (reviewed_present between 0 and present),
  agree          integer not null check (agree >= 0),
  disagree       integer not null check (disagree >= 0),
  opinions       text,
  -- the signed page
  file           bytea,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check (agree + disagree <= present),
  check ((voided_at is null) = (void_reason is null))
);
comment on table review_meeting is 'scope: area';
create index review_meeting_hamlet on review_meeting (hamlet_id, result_set_id);

-- households taken out of the list and voted on one by one
create table review_vote (
  meeting_id  uuid not null references review_meeting (id),
  case_id     uuid not null references review_case (id),
  hamlet_id   uuid not null references hamlet (id),
  agree       integer not null check (agree >= 0),
  disagree    integer not null check (disagree >= 0),
  note        text,
  primary key (meeting_id, case_id)
);
comment on table review_vote is 'scope: area';
create index review_vote_hamlet on review_vote (hamlet_id);

create table review_posting (
  id             uuid primary key,
  round_id       uuid not null references review_round (id),
  result_set_id  uuid not null references review_result_set (id),
  hamlet_id      uuid not null references hamlet (id),
  kind           text not null check (kind in ('first', 'again')),
  places         text not null,
  from_on        date not null,
  to_on          date not null,
  reason         text,
  file           bytea,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check (from_on <= to_on),
  check ((voided_at is null) = (void_reason is null))
);
comment on table review_posting is 'scope: area';
create index review_posting_hamlet on review_posting (hamlet_id, result_set_id);

create table review_opinion (
  id             uuid primary key,
  round_id       uuid not null references review_round (id),
  result_set_id  uuid not null references review_result_set (id),
  unit_uid       text not null references ref.unit (uid),
  level          text not null check (level in ('district', 'province', 'none')),
  mode           text not null check (mode in ('opinion', 'approve', 'inform', 'none')),
  report_no      text not null,
  reported_on    date not null,
  due_on         date,
  reply_no       text,
  replied_on     date,
  agreed         boolean,
  content        text,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null)),
  check ((replied_on is null) = (agreed is null))
);
comment on table review_opinion is 'scope: unit';
create unique index review_opinion_once on review_opinion (result_set_id) where voided_at is null;

-- ---- who reads and writes them ------------------------------------------------------------------------------------

alter table review_milestone enable row level security;
alter table review_milestone force row level security;
create policy read on review_milestone for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on review_milestone for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
create policy change on review_milestone for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));

alter table review_staff enable row level security;
alter table review_staff force row level security;
create policy read on review_staff for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on review_staff for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
create policy change on review_staff for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));

alter table review_training enable row level security;
alter table review_training force row level security;
create policy read on review_training for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on review_training for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
create policy change on review_training for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));

alter table review_hamlet enable row level security;
alter table review_hamlet force row level security;
create policy read on review_hamlet for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on review_hamlet for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on review_hamlet for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table review_case enable row level security;
alter table review_case force row level security;
create policy read on review_case for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on review_case for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on review_case for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table review_action enable row level security;
alter table review_action force row level security;
create policy read on review_action for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on review_action for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table review_meeting enable row level security;
alter table review_meeting force row level security;
create policy read on review_meeting for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on review_meeting for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on review_meeting for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table review_vote enable row level security;
alter table review_vote force row level security;
create policy read on review_vote for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on review_vote for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table review_posting enable row level security;
alter table review_posting force row level security;
create policy read on review_posting for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on review_posting for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on review_posting for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table review_opinion enable row level security;
alter table review_opinion force row level security;
create policy read on review_opinion for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on review_opinion for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
create policy change on review_opinion for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
