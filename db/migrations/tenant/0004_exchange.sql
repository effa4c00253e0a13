create table import_batch (
  id              uuid primary key,
  unit_uid        text not null references ref.unit (uid),
  format          text not null,
  as_of           date not null,
  file_name       text not null,
  file_sha256     bytea not null,
  content_digest  bytea not null,
  counts          jsonb not null,
  problems        jsonb not null default '[]',
  actor           uuid not null,
  recorded_at     timestamptz not null default now()
);
comment on table import_batch is 'scope: unit';
create index import_batch_content on import_batch (unit_uid, format, as_of, content_digest);

create table import_mapping (
  unit_uid     text not null references ref.unit (uid),
  format       text not null,
  shape_key    text not null,
  mapping      jsonb not null,
  recorded_at  timestamptz not null default now(),
  primary key (unit_uid, format, shape_key)
);
comment on table import_mapping is 'scope: unit';

create table stored_file (
  sha256       bytea primary key,
  unit_uid     text not null references ref.unit (uid),
  name         text not null,
  mime         text not null,
  bytes        integer not null,
  recorded_at  timestamptz not null default now()
);
comment on table stored_file is 'scope: unit';
