-- What an officer decided about a hiring that another record tells of (a result of a fair, an outcome of a class, a placement): taken as a job event,
-- or declined with a reason. A hiring without a row waits; nothing is counted before it was accepted.

create table job_proposal (
  id           uuid primary key,
  hamlet_id    uuid not null references hamlet (id),
  source       text not null check (source in ('fair', 'placement', 'outcome')),
  -- which hiring of the source: whose and with whom, whatever record tells of it
  source_key   text not null,
  -- the record that was read; null: it stands no longer and the officer kept the event
  record_id    uuid,
  decision     text not null check (decision in ('accepted', 'declined')),
  event_id     uuid references job_event (id),
  reason       text,
  -- what the record said: startedOn, employerKey, channel, nature
  facts        jsonb not null,
  decided_on   date not null,
  decided_by   text not null,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check ((decision = 'accepted') = (event_id is not null)),
  check (decision = 'accepted' or reason is not null),
  check ((voided_at is null) = (void_reason is null))
);
comment on table job_proposal is 'scope: area';
create unique index job_proposal_one on job_proposal (source, source_key) where voided_at is null;
create index job_proposal_hamlet on job_proposal (hamlet_id, decision);
create index job_proposal_event on job_proposal (event_id) where event_id is not null;

alter table job_proposal enable row level security;
alter table job_proposal force row level security;
create policy read on job_proposal for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy add on job_proposal for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
create policy change on job_proposal for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('jobs')));
