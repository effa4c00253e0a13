-- Allowances of learners: the list of a class paid through the provider's contract, the single case at the commune (2.002821), visits to running
-- classes, and the papers with which a contract is settled. Lists and cases are processes: actions are appended, the row is what they add up to.

create table allowance_list (
  id             uuid primary key,
  class_id       uuid not null references training_class (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  -- of the class: 1 for its first list
  number         integer not null check (number > 0),
  state          text not null check (state in ('computed', 'signed', 'returned', 'approved', 'paid', 'settled')),
  state_on       date not null,
  policy_code    text,
  -- attendance up to this day
  attended_to    date not null,
  decision_no    text,
  decided_on     date,
  signer         text,
  voucher_no     text,
  paid_on        date,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((decision_no is null) = (decided_on is null)),
  check (state not in ('paid', 'settled') or paid_on is not null),
  check ((voided_at is null) = (void_reason is null))
);
comment on table allowance_list is 'scope: unit';
create unique index allowance_list_number on allowance_list (class_id, number);
create unique index allowance_list_one on allowance_list (class_id) where voided_at is null;
create index allowance_list_unit on allowance_list (unit_uid, state);
create index allowance_list_provider on allowance_list (provider_id);

create table allowance_list_action (
  id             uuid primary key,
  list_id        uuid not null references allowance_list (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  seq            integer not null check (seq > 0),
  kind           text not null,
  on_date        date not null,
  data           jsonb not null default '{}',
  actor          uuid not null,
  recorded_at    timestamptz not null default now()
);
comment on table allowance_list_action is 'scope: unit';
create unique index allowance_list_action_order on allowance_list_action (list_id, seq);

create table allowance_item (
  id             uuid primary key,
  list_id        uuid not null references allowance_list (id),
  class_id       uuid not null references training_class (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  enrolment_id   uuid not null references enrolment (id),
  hamlet_id      uuid not null references hamlet (id),
  person_id      uuid references person (id),
  full_name      text not null,
  birth_year     smallint,
  sex            smallint not null default 0 check (sex in (0, 1, 2)),
  subject_key    text not null,
  level_code     text,
  attended_days  integer not null check (attended_days >= 0),
  distance_km    numeric check (distance_km >= 0),
  outcome        text not null check (outcome in ('payable', 'refused', 'undetermined')),
  cost_dong      bigint not null check (cost_dong >= 0),
  meal_dong      bigint not null check (meal_dong >= 0),
  travel_dong    bigint not null check (travel_dong >= 0),
  top_up_dong    bigint not null default 0 check (top_up_dong >= 0),
  -- what the rules gave, in full: between which amounts, why
  answer         jsonb not null,
  -- why an officer laid down what the rules left open
  decided_reason text,
  signed_for_on  date,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table allowance_item is 'scope: area';
create unique index allowance_item_once on allowance_item (list_id, enrolment_id) where voided_at is null;
create index allowance_item_hamlet on allowance_item (hamlet_id);
create index allowance_item_subject on allowance_item (subject_key);
create index allowance_item_enrolment on allowance_item (enrolment_id);

create table training_support_case (
  id             uuid primary key,
  hamlet_id      uuid not null references hamlet (id),
  unit_uid       text not null references ref.unit (uid),
  year           smallint not null check (year between 2000 and 2200),
  number         integer not null check (number > 0),
  person_id      uuid references person (id),
  full_name      text not null,
  name_folded    text collate "C" not null,
  birth_date     date,
  birth_year     smallint check (birth_year between 1850 and 2200),
  sex            smallint not null default 0 check (sex in (0, 1, 2)),
  subject_key    text not null,
  -- the course, wherever it is held; class_id where it is a class on file
  course         text not null,
  provider_name  text not null,
  class_id       uuid references training_class (id),
  opened_on      date not null,
  received_on    date not null,
  -- the day from which the term runs, and its last day
  complete_on    date,
  due_on         date,
  state          text not null check (state in ('received', 'incomplete', 'complete', 'approved', 'refused', 'paid', 'withdrawn')),
  state_on       date not null,
  outcome        text check (outcome in ('approved', 'refused')),
  decision_no    text,
  decided_on     date,
  signer         text,
  amount_dong    bigint check (amount_dong >= 0),
  voucher_no     text,
  paid_on        date,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  check ((complete_on is null) = (due_on is null)),
  check ((outcome is null) = (decided_on is null)),
  check (outcome is distinct from 'approved' or amount_dong is not null)
);
comment on table training_support_case is 'scope: area';
create unique index training_support_case_number on training_support_case (unit_uid, year, number);
create index training_support_case_hamlet on training_support_case (hamlet_id, state);
create index training_support_case_subject on training_support_case (subject_key);

create table training_support_action (
  id             uuid primary key,
  case_id        uuid not null references training_support_case (id),
  hamlet_id      uuid not null references hamlet (id),
  seq            integer not null check (seq > 0),
  kind           text not null,
  on_date        date not null,
  data           jsonb not null default '{}',
  actor          uuid not null,
  recorded_at    timestamptz not null default now()
);
comment on table training_support_action is 'scope: area';
create unique index training_support_action_order on training_support_action (case_id, seq);
create index training_support_action_hamlet on training_support_action (hamlet_id);

create table class_visit (
  id             uuid primary key,
  class_id       uuid not null references training_class (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  on_date        date not null,
  visitors       text not null,
  announced      boolean not null,
  -- counted on the spot, and on the list of learners that day
  present        integer not null check (present >= 0),
  enrolled       integer not null check (enrolled >= 0),
  teacher_there  boolean,
  found          text not null,
  conclusion     text not null check (conclusion in ('good', 'remarks', 'wrong')),
  mend_by        date,
  mended_on      date,
  mended_note    text,
  recorded_by    uuid not null,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check (present <= enrolled),
  check ((mended_on is null) = (mended_note is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table class_visit is 'scope: unit';
create index class_visit_class on class_visit (class_id);
create index class_visit_unit on class_visit (unit_uid, on_date);

create table contract_settlement (
  id             uuid primary key,
  contract_id    uuid not null references training_contract (id),
  provider_id    uuid not null references organisation (id),
  unit_uid       text not null references ref.unit (uid),
  -- papers by code: { have, on, note }
  papers         jsonb not null default '{}',
  state          text not null default 'open' check (state in ('open', 'submitted', 'returned', 'settled')),
  state_on       date not null,
  minutes_no     text,
  settled_on     date,
  settled_dong   bigint check (settled_dong >= 0),
  note           text,
  version        integer not null default 1,
  recorded_at    timestamptz not null default now(),
  check ((state = 'settled') = (settled_on is not null))
);
comment on table contract_settlement is 'scope: unit';
create unique index contract_settlement_one on contract_settlement (contract_id);
create index contract_settlement_unit on contract_settlement (unit_uid, state);

alter table allowance_list enable row level security;
alter table allowance_list force row level security;
create policy read on allowance_list for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on allowance_list for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on allowance_list for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table allowance_list_action enable row level security;
alter table allowance_list_action force row level security;
create policy read on allowance_list_action for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on allowance_list_action for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table allowance_item enable row level security;
alter table allowance_item force row level security;
create policy read on allowance_item for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on allowance_item for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on allowance_item for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[]) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));

alter table training_support_case enable row level security;
alter table training_support_case force row level security;
create policy read on training_support_case for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('training')));
create policy add on training_support_case for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training')));
create policy change on training_support_case for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training')));

alter table training_support_action enable row level security;
alter table training_support_action force row level security;
create policy read on training_support_action for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('training')));
create policy add on training_support_action for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('training')));

alter table class_visit enable row level security;
alter table class_visit force row level security;
create policy read on class_visit for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on class_visit for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training')));
create policy change on class_visit for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('training')));

alter table contract_settlement enable row level security;
alter table contract_settlement force row level security;
create policy read on contract_settlement for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy add on contract_settlement for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
create policy change on contract_settlement for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]) or provider_id = any ((select ext.organisations())::uuid[])) and (select ext.has_field('training')));
