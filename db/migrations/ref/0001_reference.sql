-- What all provinces share: units through time, tenants, sign-in accounts. Written by the owner, read by every tenant role.

create table ref.tenant (
  id            text primary key check (id ~ '^[a-z][a-z0-9_]{1,30}$'),
  name          text not null,
  province_uid  text not null,
  schema_name   text not null unique,
  role_name     text not null unique,
  demo          boolean not null default false,
  created_at    timestamptz not null default now()
);
comment on table ref.tenant is 'scope: reference';

-- uid = code@valid_from: codes were re-used in 2025, a code alone is never a key
create table ref.unit (
  uid          text primary key,
  code         text not null,
  level        text not null check (level in ('province', 'district', 'commune')),
  kind         text not null,
  name         text not null,
  full_name    text not null,
  parent_code  text,
  valid_from   date,
  valid_to     date,
  from_act     text,
  to_act       text,
  check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
comment on table ref.unit is 'scope: reference';
create index unit_code on ref.unit (level, code);
create index unit_parent on ref.unit (parent_code);

create table ref.unit_edge (
  from_uid   text not null references ref.unit (uid),
  to_uid     text not null references ref.unit (uid),
  effective  date not null,
  relation   text not null,
  act        text,
  source     text not null,
  primary key (from_uid, to_uid, effective)
);
comment on table ref.unit_edge is 'scope: reference';
create index unit_edge_to on ref.unit_edge (to_uid);

create table ref.account (
  id             uuid primary key,
  username       text not null unique check (username = lower(username)),
  display_name   text not null,
  password_hash  text,
  failed_logins  integer not null default 0,
  locked_until   timestamptz,
  created_at     timestamptz not null default now(),
  closed_at      timestamptz
);
comment on table ref.account is 'scope: system';

-- an actor is account + assignment: role, unit or hamlets, field of work, period
create table ref.assignment (
  id          uuid primary key,
  account_id  uuid not null references ref.account (id),
  tenant_id   text not null references ref.tenant (id),
  role        text not null check (role in ('surveyor', 'commune', 'district', 'province', 'leader', 'auditor', 'admin')),
  unit_uid    text not null references ref.unit (uid),
  hamlet_ids  uuid[],
  fields      text[] not null,
  valid_from  date not null,
  valid_to    date,
  check (valid_to is null or valid_from < valid_to),
  check ((role = 'surveyor') = (hamlet_ids is not null))
);
comment on table ref.assignment is 'scope: system';
create index assignment_account on ref.assignment (account_id);

create table ref.session (
  token_hash     bytea primary key,
  account_id     uuid not null references ref.account (id),
  assignment_id  uuid not null references ref.assignment (id),
  created_at     timestamptz not null default now(),
  last_seen_at   timestamptz not null default now(),
  expires_at     timestamptz not null
);
comment on table ref.session is 'scope: system';
create index session_account on ref.session (account_id);

create table ref.invitation (
  token_hash  bytea primary key,
  account_id  uuid not null references ref.account (id),
  expires_at  timestamptz not null,
  used_at     timestamptz
);
comment on table ref.invitation is 'scope: system';

create table ref.reference_version (
  file       text primary key,
  sha256     text not null,
  loaded_at  timestamptz not null default now()
);
comment on table ref.reference_version is 'scope: system';
