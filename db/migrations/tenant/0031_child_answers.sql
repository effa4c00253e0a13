-- What a visit found of each child, beside the household's own answers: report table 11 counts children. And what a request between two reviews
-- was decided on becomes a result of the household like one of a round.

create table child_answer (
  id             uuid primary key,
  assessment_id  uuid not null references assessment (id),
  household_id   uuid not null references household (id),
  person_id      uuid not null references person (id),
  hamlet_id      uuid not null references hamlet (id),
  -- indicators in which the child lacks; none: asked, and lacks nothing
  lacks          text[] not null,
  surveyed_on    date not null,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table child_answer is 'scope: area';
create unique index child_answer_one on child_answer (assessment_id, person_id) where voided_at is null;
create index child_answer_person on child_answer (person_id);
create index child_answer_household on child_answer (household_id);
create index child_answer_hamlet on child_answer (hamlet_id);

alter table child_answer enable row level security;
alter table child_answer force row level security;
create policy read on child_answer for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on child_answer for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on child_answer for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table assessment add column procedure_case_id uuid references procedure_case (id);
-- of a request: the year of the status that was decided on it; of a round it is that of its result set
alter table assessment add column status_year smallint;
alter table assessment add constraint assessment_of_request check ((procedure_case_id is null) = (status_year is null) and (procedure_case_id is null or result_set_id is null));
create index assessment_of_request on assessment (procedure_case_id) where procedure_case_id is not null;
