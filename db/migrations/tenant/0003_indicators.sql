create table plan_row (
  id             uuid primary key,
  indicator      text not null,
  unit_uid       text not null references ref.unit (uid),
  year           smallint not null,
  plan_kind      text not null check (plan_kind in ('assigned', 'own', 'council')),
  value          numeric not null,
  figure_kind    text not null default 'document' check (figure_kind in ('document', 'forecast', 'estimate', 'backward', 'illustrative')),
  document       text not null,
  document_date  date,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table plan_row is 'scope: unit';
create index plan_row_unit on plan_row (unit_uid, indicator, year);

-- history without records is entered as a figure with its source document
create table typed_figure (
  id             uuid primary key,
  indicator      text not null,
  unit_uid       text not null references ref.unit (uid),
  on_date        date not null,
  value          numeric not null,
  figure_kind    text not null check (figure_kind in ('document', 'forecast', 'estimate', 'backward', 'illustrative')),
  document       text not null,
  recorded_at    timestamptz not null default now(),
  voided_at      timestamptz,
  void_reason    text,
  check ((voided_at is null) = (void_reason is null))
);
comment on table typed_figure is 'scope: unit';
create index typed_figure_unit on typed_figure (unit_uid, indicator, on_date);

-- calendar years, or years cut on the 14th or 15th of a month: dated data
create table reporting_period (
  id         uuid primary key,
  code       text not null unique,
  name       text not null,
  year       smallint not null,
  starts_on  date not null,
  ends_on    date not null,
  document   text,
  check (starts_on <= ends_on)
);
comment on table reporting_period is 'scope: reference';

create table frozen_figure (
  id           uuid primary key,
  unit_uid     text not null references ref.unit (uid),
  indicator    text not null,
  period_code  text not null,
  on_date      date not null,
  known_at     timestamptz not null,
  value        jsonb not null,
  frozen_by    uuid not null,
  frozen_at    timestamptz not null default now()
);
comment on table frozen_figure is 'scope: unit';
