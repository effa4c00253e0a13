-- Support: what a commune is, what was answered about a household or person, lists sent to receivers, what was really received, confirmations of status.

-- attributes of a commune that benefits depend on (poor commune, specially difficult …), each with its document; also that it is not so
create table commune_attribute (
  id           uuid primary key,
  unit_uid     text not null references ref.unit (uid),
  code         text not null,
  holds        boolean not null,
  document     text not null,
  valid_from   date not null,
  valid_to     date,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check (valid_to is null or valid_from < valid_to),
  check ((voided_at is null) = (void_reason is null))
);
comment on table commune_attribute is 'scope: reference';
create index commune_attribute_unit on commune_attribute (unit_uid, code);

-- an officer's answer to a question of a policy: of the household, or of one person of it
create table support_fact (
  id            uuid primary key,
  household_id  uuid not null references household (id),
  person_id     uuid references person (id),
  hamlet_id     uuid not null references hamlet (id),
  code          text not null,
  holds         boolean,
  amount        integer check (amount >= 0),
  source        text not null,
  valid_from    date not null,
  valid_to      date,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check (valid_to is null or valid_from < valid_to),
  check ((holds is null) <> (amount is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table support_fact is 'scope: area';
create index support_fact_household on support_fact (household_id);
create index support_fact_hamlet on support_fact (hamlet_id);

-- a list of one policy to one receiver, as it was made for a day; its lines are a snapshot
create table support_list (
  id            uuid primary key,
  unit_uid      text not null references ref.unit (uid),
  policy        text not null,
  receiver      text not null,
  on_date       date not null,
  period        text not null,
  base_id       uuid references support_list (id),
  counts        jsonb not null,
  sent_on       date,
  sent_no       text,
  replied_on    date,
  reply_counts  jsonb,
  actor         uuid not null,
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  version       integer not null default 1,
  check ((voided_at is null) = (void_reason is null))
);
comment on table support_list is 'scope: unit';
create index support_list_unit on support_list (unit_uid, policy, receiver, on_date);

create table support_list_line (
  id            uuid primary key,
  list_id       uuid not null references support_list (id),
  hamlet_id     uuid not null references hamlet (id),
  household_id  uuid not null references household (id),
  person_id     uuid references person (id),
  shown         jsonb not null
);
comment on table support_list_line is 'scope: area';
create index support_list_line_list on support_list_line (list_id);
create index support_list_line_hamlet on support_list_line (hamlet_id);

-- Sổ hỗ trợ: what a household or person really received
create table support_receipt (
  id            uuid primary key,
  household_id  uuid not null references household (id),
  person_id     uuid references person (id),
  hamlet_id     uuid not null references hamlet (id),
  policy        text not null,
  received_on   date not null,
  period        text,
  value_dong    bigint check (value_dong >= 0),
  quantity      numeric check (quantity > 0),
  unit          text,
  document      text not null,
  note          text,
  list_id       uuid references support_list (id),
  batch_id      uuid references import_batch (id),
  recorded_at   timestamptz not null default now(),
  voided_at     timestamptz,
  void_reason   text,
  check (value_dong is not null or quantity is not null),
  check ((quantity is null) = (unit is null)),
  check ((voided_at is null) = (void_reason is null))
);
comment on table support_receipt is 'scope: area';
create index support_receipt_household on support_receipt (household_id);
create index support_receipt_hamlet on support_receipt (hamlet_id, policy, received_on);

-- each confirmation of status that was given out, also that somebody was not on a list
create table status_confirmation (
  id            uuid primary key,
  unit_uid      text not null references ref.unit (uid),
  number        integer not null,
  year          smallint not null,
  household_id  uuid references household (id),
  person_id     uuid references person (id),
  asked_name    text not null,
  on_date       date not null,
  class         text not null check (class in ('poor', 'near_poor', 'none', 'unknown')),
  status_id     uuid references recognised_status (id),
  purpose       text not null,
  signer        text not null,
  text          text not null,
  actor         uuid not null,
  recorded_at   timestamptz not null default now()
);
comment on table status_confirmation is 'scope: unit';
create unique index status_confirmation_number on status_confirmation (unit_uid, year, number);

alter table support_fact enable row level security;
alter table support_fact force row level security;
create policy read on support_fact for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on support_fact for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on support_fact for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table support_list enable row level security;
alter table support_list force row level security;
create policy read on support_list for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on support_list for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));
create policy change on support_list for update using (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));

alter table support_list_line enable row level security;
alter table support_list_line force row level security;
create policy read on support_list_line for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on support_list_line for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table support_receipt enable row level security;
alter table support_receipt force row level security;
create policy read on support_receipt for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on support_receipt for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on support_receipt for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

alter table status_confirmation enable row level security;
alter table status_confirmation force row level security;
create policy read on status_confirmation for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[])) and (select ext.has_field('poverty')));
create policy add on status_confirmation for insert with check (((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) and (select ext.has_field('poverty')));

alter table commune_attribute enable row level security;
alter table commune_attribute force row level security;
create policy read on commune_attribute for select using ((select ext.actor()) is not null);
create policy add on commune_attribute for insert with check ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]));
create policy change on commune_attribute for update using ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[])) with check ((select ext.writes_all()) or unit_uid = any ((select ext.write_units())::text[]));
