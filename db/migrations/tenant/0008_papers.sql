-- Certificates of poor and near-poor households. The number runs per commune and year of issue; a row is never deleted, a certificate is withdrawn.
create table certificate (
  id               uuid primary key,
  household_id     uuid not null references household (id),
  hamlet_id        uuid not null references hamlet (id),
  unit_uid         text not null references ref.unit (uid),
  year             smallint not null check (year between 2000 and 2200),
  number           integer not null check (number >= 1),
  template         text not null,
  issued_on        date not null,
  token            text,
  withdrawn_on     date,
  withdraw_reason  text,
  recorded_at      timestamptz not null default now(),
  check ((withdrawn_on is null) = (withdraw_reason is null))
);
comment on table certificate is 'scope: area';
create unique index certificate_number on certificate (unit_uid, year, number);
create unique index certificate_token on certificate (token) where token is not null;
create index certificate_household on certificate (household_id);
create index certificate_hamlet on certificate (hamlet_id);
alter table certificate enable row level security;
alter table certificate force row level security;
create policy read on certificate for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy add on certificate for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));
create policy change on certificate for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty'))) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and (select ext.has_field('poverty')));

-- A QR code on certificates is off until the province decides otherwise; a row is such a decision. `address`: where the open page is reached.
create table certificate_qr (
  id           uuid primary key,
  unit_uid     text not null references ref.unit (uid),
  address      text not null,
  document     text not null,
  valid_from   date not null,
  valid_to     date,
  recorded_at  timestamptz not null default now(),
  voided_at    timestamptz,
  void_reason  text,
  check ((voided_at is null) = (void_reason is null)),
  check (valid_to is null or valid_to > valid_from)
);
comment on table certificate_qr is 'scope: reference';
alter table certificate_qr enable row level security;
alter table certificate_qr force row level security;
create policy read on certificate_qr for select using ((select ext.actor()) is not null);
create policy add on certificate_qr for insert with check ((select ext.writes_all()));
create policy change on certificate_qr for update using ((select ext.writes_all())) with check ((select ext.writes_all()));
