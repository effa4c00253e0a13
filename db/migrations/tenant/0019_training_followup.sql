-- What comes before and after a class: who wants to learn which trade (nhu cầu học nghề), what became of those who passed (theo dõi sau học nghề), and
-- workers who learned their trade without a class (lao động tự học), a group of trained workers of its own.

create table training_need (
  id             uuid primary key,
  hamlet_id      uuid not null references hamlet (id),
  person_id      uuid references person (id),
  full_name      text not null,
  name_folded    text collate "C" not null,
  birth_date     date,
  birth_year     smallint check (birth_year between 1850 and 2200),
  sex            smallint not null default 0 check (sex in (0, 1, 2)),
  subject_key    text not null,
  trade_code     text not null references trade (code),
  year           smallint not null check (year between 2000 and 2200),
  groups         text[] not null default '{}',
  state          text not null check (state in ('draft', 'confirmed', 'summed', 'planned', 'declined')),
  state_on       date not null,
  collected_on   date not null,
  wanted_for     text check (wanted_for in ('find_job', 'own_trade', 'self_employed', 'abroad', 'other')),
  wanted_when    text,
  wanted_place   text,
  note           text,
  decline_reason text,
  -- the plan it was taken into
  plan_id        uuid references training_plan (id),
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null)),
  check (state <> 'declined' or decline_reason is not null)
);
comment on table training_need is 'scope: area';
create unique index training_need_one on training_need (subject_key, trade_code, year) where voided_at is null and state <> 'declined';
create index training_need_person on training_need (person_id);
create index training_need_hamlet on training_need (hamlet_id, year, state);

create table training_need_action (
  id           uuid primary key,
  need_id      uuid not null references training_need (id),
  hamlet_id    uuid not null references hamlet (id),
  seq          integer not null check (seq > 0),
  kind         text not null,
  on_date      date not null,
  data         jsonb not null default '{}',
  actor        uuid not null,
  recorded_at  timestamptz not null default now()
);
comment on table training_need_action is 'scope: area';
create unique index training_need_action_order on training_need_action (need_id, seq);
create index training_need_action_hamlet on training_need_action (hamlet_id);

create table training_outcome (
  id                 uuid primary key,
  enrolment_id       uuid not null references enrolment (id),
  class_id           uuid not null references training_class (id),
  provider_id        uuid not null references organisation (id),
  -- the unit that opened the class
  unit_uid           text not null references ref.unit (uid),
  hamlet_id          uuid not null references hamlet (id),
  person_id          uuid references person (id),
  subject_key        text not null,
  -- months after the end of the class
  milestone          smallint not null check (milestone in (1, 3, 6, 12)),
  -- the day the learner (or who knows) was asked
  on_date            date not null,
  kind               text not null,
  place_kind         text check (place_kind in ('xa', 'tinh', 'ngoai_tinh', 'nuoc_ngoai')),
  vsco               text,
  workplace          text,
  income_before_dong bigint check (income_before_dong >= 0),
  income_after_dong  bigint check (income_after_dong >= 0),
  offtake            text,
  cooperative        text,
  -- what became of the household: thoat_ngheo, thoat_can_ngheo, tro_thanh_kha
  effects            text[] not null default '{}',
  source             text,
  note               text,
  state              text not null default 'recorded' check (state in ('recorded', 'verified', 'closed')),
  verified_on        date,
  verified_by        text,
  version            integer not null default 1,
  recorded_at        timestamptz not null default now(),
  voided_at          timestamptz,
  void_reason        text,
  check ((voided_at is null) = (void_reason is null)),
  check ((state = 'recorded') = (verified_on is null))
);
comment on table training_outcome is 'scope: area';
create unique index training_outcome_one on training_outcome (enrolment_id, milestone) where voided_at is null;
create index training_outcome_class on training_outcome (class_id);
create index training_outcome_hamlet on training_outcome (hamlet_id);

create table self_taught (
  id              uuid primary key,
  hamlet_id       uuid not null references hamlet (id),
  person_id       uuid references person (id),
  full_name       text not null,
  name_folded     text collate "C" not null,
  birth_date      date,
  birth_year      smallint check (birth_year between 1850 and 2200),
  sex             smallint not null default 0 check (sex in (0, 1, 2)),
  subject_key     text not null,
  -- null: a trade that is not taught, known by its name alone
  trade_code      text references trade (code),
  vsco            text,
  trade_name      text not null,
  learned_by      text not null check (learned_by in ('self_study', 'passed_on', 'on_the_job')),
  years_in_job    smallint not null check (years_in_job between 0 and 80),
  skill_check     text not null check (skill_check in ('self', 'hamlet', 'enterprise', 'certificate')),
  recognised_year smallint not null check (recognised_year between 2000 and 2200),
  recognised_on   date,
  confirmer       text not null,
  -- why it was taken although a rule that was not read in a text speaks against it
  reason          text,
  note            text,
  version         integer not null default 1,
  recorded_at     timestamptz not null default now(),
  voided_at       timestamptz,
  void_reason     text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table self_taught is 'scope: area';
create unique index self_taught_one on self_taught (subject_key, coalesce(trade_code, lower(trade_name))) where voided_at is null;
create index self_taught_person on self_taught (person_id);
create index self_taught_hamlet on self_taught (hamlet_id, recognised_year);

alter table training_need enable row level security;
alter table training_need force row level security;
create policy read on training_need for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('training')));
create policy add on training_need for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training')));
create policy change on training_need for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training')));

alter table training_need_action enable row level security;
alter table training_need_action force row level security;
create policy read on training_need_action for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('training')));
create policy add on training_need_action for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training')));

alter table training_outcome enable row level security;
alter table training_outcome force row level security;
create policy read on training_outcome for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on training_outcome for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on training_outcome for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table self_taught enable row level security;
alter table self_taught force row level security;
create policy read on self_taught for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('training')));
create policy add on self_taught for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training')));
create policy change on self_taught for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training')));
