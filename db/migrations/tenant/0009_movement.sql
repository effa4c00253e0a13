-- Movement between two recognised lists is derived, never kept. Kept is what people say of it: why a line does not balance, and what was
-- submitted.

-- a line of a hamlet that does not balance, explained in writing with the households concerned; stale once the difference is another one
create table movement_explanation (
  id             uuid primary key,
  hamlet_id      uuid not null references hamlet (id),
  year           smallint not null check (year between 2000 and 2200),
  list           text not null check (list in ('poor', 'near_poor')),
  line           text not null check (line in ('households', 'people')),
  -- balance: column 9 against the columns before it; opening: column 1 against what was submitted as column 9 a year before
  kind           text not null check (kind in ('balance', 'opening')),
  residual       integer not null check (residual <> 0),
  explanation    text not null,
  household_ids  uuid[] not null check (cardinality(household_ids) > 0),
  signer         text not null,
  signed_on      date not null,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table movement_explanation is 'scope: area';
create unique index movement_explanation_once on movement_explanation (hamlet_id, year, list, line, kind) where voided_at is null;

-- the tables of a year as they were submitted: the numbers, the moment of knowing, and column 9 of each hamlet for the year after
create table table_submission (
  id            uuid primary key,
  unit_uid      text not null references ref.unit (uid),
  year          smallint not null check (year between 2000 and 2200),
  opening_on    date not null,
  closing_on    date not null,
  known_at      timestamptz not null,
  content       jsonb not null,
  closing       jsonb not null,
  digest        bytea not null,
  signer        text not null,
  signed_on     date not null,
  note          text,
  submitted_by  uuid not null,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check (opening_on < closing_on),
  check ((voided_at is null) = (void_reason is null))
);
comment on table table_submission is 'scope: unit';
create unique index table_submission_once on table_submission (unit_uid, year) where voided_at is null;

alter table movement_explanation enable row level security;
alter table movement_explanation force row level security;
create policy read on movement_explanation for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on movement_explanation for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on movement_explanation for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table table_submission enable row level security;
alter table table_submission force row level security;
create policy read on table_submission for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on table_submission for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
create policy change on table_submission for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
