-- Administrative procedures of the field between two reviews (Điều 5 QĐ 24/2021/QĐ-TTg): one request is one case. Actions are appended; procedure_case
-- is what they add up to. A decision on a poor list is written in recognised_status; what a decision beside the lists gives stands here.

create table procedure_case (
  id            uuid primary key,
  hamlet_id     uuid not null references hamlet (id),
  -- the commune that received the request
  unit_uid      text not null references ref.unit (uid),
  year          smallint not null check (year between 2000 and 2200),
  -- of the receipt: per commune and year, none left out
  number        integer not null check (number > 0),
  kind          text not null,
  household_id  uuid not null references household (id),
  -- who the request is about, where it is about one person
  person_id     uuid references person (id),
  applicant     text not null,
  received_on   date not null,
  -- last day for the decision; null while no text tells the term
  due_on        date,
  due_certainty text not null,
  state         text not null check (state in ('received', 'incomplete', 'complete', 'assessed', 'met', 'posted', 'recognised', 'refused', 'answered', 'withdrawn')),
  state_on      date not null,
  outcome       text check (outcome in ('recognised', 'refused')),
  -- what was recognised: a list, off the lists, or the standing that the kind of request is for
  outcome_class text,
  document_no   text,
  decided_on    date,
  signer        text,
  -- how long a standing beside the lists holds; the lists have their own table
  result_from   date,
  result_to     date,
  status_id     uuid references recognised_status (id),
  version       integer not null default 1,
  recorded_at   timestamptz not null default now(),
  check ((outcome is null) = (decided_on is null)),
  check (result_to is null or result_from < result_to)
);
comment on table procedure_case is 'scope: area';
create unique index procedure_case_number on procedure_case (unit_uid, year, number);
create index procedure_case_hamlet on procedure_case (hamlet_id, state);
create index procedure_case_household on procedure_case (household_id);
create unique index procedure_case_open on procedure_case (household_id, kind, coalesce(person_id, household_id)) where outcome is null and state <> 'withdrawn';

create table procedure_action (
  id           uuid primary key,
  case_id      uuid not null references procedure_case (id),
  hamlet_id    uuid not null references hamlet (id),
  seq          integer not null check (seq > 0),
  kind         text not null,
  on_date      date not null,
  data         jsonb not null default '{}',
  actor        uuid not null,
  recorded_at  timestamptz not null default now()
);
comment on table procedure_action is 'scope: area';
create unique index procedure_action_order on procedure_action (case_id, seq);
create index procedure_action_hamlet on procedure_action (hamlet_id);

alter table procedure_case enable row level security;
alter table procedure_case force row level security;
create policy read on procedure_case for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on procedure_case for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on procedure_case for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table procedure_action enable row level security;
alter table procedure_action force row level security;
create policy read on procedure_action for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on procedure_action for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
