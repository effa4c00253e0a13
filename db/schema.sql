-- Generated from the migrations by scripts/generate-schema.ts; do not edit. One province's schema.

-- scope: unit
create table advice_session (
  id uuid not null,
  unit_uid text not null,
  on_date date not null,
  kind text not null,
  topics text[] not null,
  place text,
  adviser text not null,
  unnamed integer not null /* has default */,
  note text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table advice_visit (
  id uuid not null,
  session_id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  name_folded text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  topic text not null,
  result text not null,
  next_on date,
  note text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table allowance_item (
  id uuid not null,
  list_id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  enrolment_id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  level_code text,
  attended_days integer not null,
  distance_km numeric,
  outcome text not null,
  cost_dong bigint not null,
  meal_dong bigint not null,
  travel_dong bigint not null,
  top_up_dong bigint not null /* has default */,
  answer jsonb not null,
  decided_reason text,
  signed_for_on date,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  returned_on date,
  return_reason text
);

-- scope: unit
create table allowance_list (
  id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  number integer not null,
  state text not null,
  state_on date not null,
  policy_code text,
  attended_to date not null,
  decision_no text,
  decided_on date,
  signer text,
  voucher_no text,
  paid_on date,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table allowance_list_action (
  id uuid not null,
  list_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  seq integer not null,
  kind text not null,
  on_date date not null,
  data jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: reference
create table area_type (
  id uuid not null,
  unit_uid text,
  hamlet_id uuid,
  type text not null,
  document text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table assessment (
  id uuid not null,
  household_id uuid not null,
  hamlet_id uuid not null,
  result_set_id uuid,
  surveyed_on date not null,
  area_type text,
  score_income smallint,
  score_deprivation smallint,
  deprivations text[],
  income_month integer,
  deprived_count smallint,
  causes text[],
  score_source text not null,
  evidence text,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  evidence_file bytea,
  score_pack_id uuid,
  score_answers jsonb,
  procedure_case_id uuid,
  status_year smallint
);

-- scope: area
create table attendance (
  id uuid not null,
  session_id uuid not null,
  enrolment_id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid not null,
  state text not null,
  marked_by uuid,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table attendance_scan (
  id uuid not null,
  sheet_id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  sha256 bytea not null,
  kept_by uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table attendance_sheet (
  id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  from_on date not null,
  to_on date not null,
  signer text not null,
  locked_by uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table audit_event (
  id uuid not null,
  at timestamp with time zone not null /* has default */,
  actor uuid not null,
  assignment uuid,
  action text not null,
  purpose text,
  unit_uid text not null,
  subject text,
  rows integer not null /* has default */,
  digest bytea not null,
  meta jsonb not null /* has default */
);

-- scope: system
create table audit_seal (
  seq bigint not null,
  event_id uuid not null,
  hash bytea not null
);

-- scope: area
create table away_need (
  id uuid not null,
  out_migrant_id uuid not null,
  hamlet_id uuid not null,
  kind text not null,
  content text not null,
  owner text not null,
  due_on date,
  opened_on date not null,
  closed_on date,
  result text,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null /* has default */
);

-- scope: area
create table away_need_step (
  id uuid not null,
  need_id uuid not null,
  hamlet_id uuid not null,
  on_date date not null,
  note text not null,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table certificate (
  id uuid not null,
  household_id uuid not null,
  hamlet_id uuid not null,
  unit_uid text not null,
  year smallint not null,
  number integer not null,
  template text not null,
  issued_on date not null,
  token text,
  withdrawn_on date,
  withdraw_reason text,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: reference
create table certificate_qr (
  id uuid not null,
  unit_uid text not null,
  address text not null,
  document text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table change_row (
  event_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  kind text not null,
  hamlet_id uuid
);

-- scope: area
create table characteristic (
  id uuid not null,
  household_id uuid not null,
  hamlet_id uuid not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table child_answer (
  id uuid not null,
  assessment_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  hamlet_id uuid not null,
  lacks text[] not null,
  surveyed_on date not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table class_change (
  run_id uuid not null,
  hamlet_id uuid not null,
  before_class text,
  after_class text,
  household_ids uuid[] not null
);

-- scope: unit
create table class_session (
  id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  on_date date not null,
  part text not null,
  kind text not null,
  hours numeric not null,
  topic text,
  teacher text,
  cancelled_on date,
  cancel_reason text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table class_visit (
  id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  on_date date not null,
  visitors text not null,
  announced boolean not null,
  present integer not null,
  enrolled integer not null,
  teacher_there boolean,
  found text not null,
  conclusion text not null,
  mend_by date,
  mended_on date,
  mended_note text,
  recorded_by uuid not null,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table classify_run (
  id uuid not null,
  unit_uid text not null,
  status_year smallint not null,
  ruleset text not null,
  counts jsonb not null,
  at timestamp with time zone not null /* has default */
);

-- scope: self
create table command_log (
  command_id uuid not null,
  name text not null,
  actor uuid not null,
  digest bytea not null,
  answer jsonb not null,
  at timestamp with time zone not null /* has default */
);

-- scope: reference
create table commune_attribute (
  id uuid not null,
  unit_uid text not null,
  code text not null,
  holds boolean not null,
  document text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table computed_class (
  hamlet_id uuid not null,
  status_year smallint not null,
  ruleset text not null,
  inputs text not null,
  on_date date not null,
  class text,
  list text,
  status text not null,
  advisory boolean not null,
  reasons jsonb not null,
  household_ids uuid[] not null,
  assessment_ids uuid[] not null,
  run_id uuid not null,
  computed_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table contract_settlement (
  id uuid not null,
  contract_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  papers jsonb not null /* has default */,
  state text not null /* has default */,
  state_on date not null,
  minutes_no text,
  settled_on date,
  settled_dong bigint,
  note text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table dirty_log (
  id bigint not null /* has default */,
  topic text not null,
  hamlet_id uuid not null
);

-- scope: area
create table enrolment (
  id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  state text not null /* has default */,
  state_on date not null,
  enrolled_on date not null,
  groups text[] not null /* has default */,
  chosen_group text,
  evidence jsonb not null /* has default */,
  distance_km numeric,
  area_class text,
  need_id uuid,
  previous_supports jsonb not null /* has default */,
  prior_job text,
  prior_income_dong bigint,
  dropped_on date,
  drop_reason text,
  theory_mark numeric,
  practice_mark numeric,
  examined_on date,
  grade text,
  note text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table enrolment_action (
  id uuid not null,
  enrolment_id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid not null,
  seq integer not null,
  kind text not null,
  on_date date not null,
  data jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table fair_action (
  id uuid not null,
  fair_id uuid not null,
  visit_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid,
  step text not null,
  employer_id uuid,
  fair_vacancy_id uuid,
  topic text,
  on_date date not null,
  next_on date,
  result text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table fair_consent (
  id uuid not null,
  fair_id uuid not null,
  visit_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid,
  purpose text not null,
  employer_id uuid,
  text_version text not null,
  how text not null,
  given_at timestamp with time zone not null /* has default */,
  withdrawn_at timestamp with time zone,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: reference
create table fair_employer (
  id uuid not null,
  fair_id uuid not null,
  unit_uid text not null,
  organisation_id uuid,
  name text not null,
  name_folded text not null,
  booth text,
  industry text,
  contact_name text,
  phone text,
  email text,
  note text,
  attended boolean not null /* has default */,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table fair_followup (
  id uuid not null,
  fair_id uuid not null,
  action_id uuid not null,
  visit_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid,
  kind text not null,
  owner text not null,
  due_on date not null,
  state text not null /* has default */,
  result text,
  result_note text,
  closed_on date,
  linked_entity text,
  linked_id uuid,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  wanted_trade text,
  handed_on date,
  handed_by text
);

-- scope: unit
create table fair_handover (
  id uuid not null,
  fair_id uuid not null,
  employer_id uuid not null,
  unit_uid text not null,
  purpose text not null,
  fields text[] not null,
  rows integer not null,
  receiver text not null,
  handed_on date not null,
  handed_by uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table fair_handover_line (
  id uuid not null,
  handover_id uuid not null,
  fair_id uuid not null,
  visit_id uuid not null,
  unit_uid text not null,
  not_hired_on date,
  delete_by date,
  deleted_on date,
  deleted_proof text,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table fair_result (
  id uuid not null,
  fair_id uuid not null,
  visit_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid,
  milestone smallint not null,
  on_date date not null,
  outcome text not null,
  employer_id uuid,
  employer_name text,
  started_on date,
  note text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table fair_tally (
  id uuid not null,
  fair_id uuid not null,
  unit_uid text not null,
  step text not null,
  count integer not null,
  of_which_female integer,
  source text not null /* has default */,
  note text,
  on_date date not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: reference
create table fair_vacancy (
  id uuid not null,
  fair_id uuid not null,
  employer_id uuid not null,
  unit_uid text not null,
  job text not null,
  vsco text,
  posts integer not null,
  wage_from bigint,
  wage_to bigint,
  place text,
  requirement text,
  vacancy_id uuid,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table fair_visit (
  id uuid not null,
  fair_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid,
  residence text,
  person_id uuid,
  full_name text,
  name_folded text,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  phone text,
  subject_key text not null,
  short_code text not null,
  channel text not null,
  wish text,
  checked_in_at timestamp with time zone,
  erased_at timestamp with time zone,
  erase_reason text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table finding (
  id uuid not null,
  household_id uuid,
  hamlet_id uuid not null,
  code text not null,
  data jsonb not null /* has default */,
  found_at timestamp with time zone not null /* has default */,
  closed_at timestamp with time zone,
  close_reason text
);

-- scope: unit
create table frozen_figure (
  id uuid not null,
  unit_uid text not null,
  indicator text not null,
  period_code text not null,
  on_date date not null,
  known_at timestamp with time zone not null,
  value jsonb not null,
  frozen_by uuid not null,
  frozen_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table funding_line (
  id uuid not null,
  unit_uid text not null,
  programme text not null,
  project text,
  subproject text,
  year smallint not null,
  level text not null,
  kind text not null,
  allocated_dong bigint not null,
  carried_dong bigint not null /* has default */,
  document text not null,
  note text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: reference
create table hamlet (
  id uuid not null,
  name text not null,
  name_folded text not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  version integer not null /* has default */
);

-- scope: reference
create table hamlet_unit (
  id uuid not null,
  hamlet_id uuid not null,
  unit_uid text not null,
  valid_from date not null,
  valid_to date,
  document text,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone
);

-- scope: area
create table household (
  id uuid not null,
  hamlet_id uuid not null,
  local_code text,
  head_name text not null,
  head_name_folded text not null,
  sort_key text not null,
  address text,
  valid_from date not null,
  valid_to date,
  end_reason text,
  formed_by text not null /* has default */,
  formed_from uuid,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null /* has default */
);

-- scope: unit
create table import_batch (
  id uuid not null,
  unit_uid text not null,
  format text not null,
  as_of date not null,
  file_name text not null,
  file_sha256 bytea not null,
  content_digest bytea not null,
  counts jsonb not null,
  problems jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  actor_name text
);

-- scope: unit
create table import_mapping (
  unit_uid text not null,
  format text not null,
  shape_key text not null,
  mapping jsonb not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table job_event (
  id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  name_folded text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  started_on date not null,
  reported_on date not null,
  channel text not null,
  nature text not null,
  employer_id uuid,
  employer_name text,
  employer_key text not null /* has default */,
  place_kind text not null,
  job text,
  vsco text,
  wage bigint,
  evidence jsonb not null /* has default */,
  distinct_reason text,
  outcome_id uuid,
  loan_id uuid,
  overseas_id uuid,
  placement_id uuid,
  batch_id uuid,
  verified_on date,
  verified_by text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: reference
create table job_fair (
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  on_date date not null,
  to_date date,
  place text,
  unit_uid text not null,
  partner_units text[] not null /* has default */,
  organiser text,
  partner_centres text,
  decision_no text,
  decided_on date,
  budget_line text,
  budget_dong bigint,
  register_token text,
  register_until date,
  closed_on date,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table job_loan (
  id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  name_folded text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  borrower_kind text not null,
  establishment_name text,
  organisation_id uuid,
  amount_dong bigint not null,
  lent_on date not null,
  term_months integer not null,
  rate_kind text not null,
  contract_no text not null,
  project text not null,
  project_place text,
  fund text,
  association text,
  savings_group text,
  over_reason text,
  state text not null /* has default */,
  state_on date not null,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table job_month (
  id uuid not null,
  hamlet_id uuid not null,
  month date not null,
  reported_on date not null,
  reporter text not null,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table job_proposal (
  id uuid not null,
  hamlet_id uuid not null,
  source text not null,
  source_key text not null,
  record_id uuid,
  decision text not null,
  event_id uuid,
  reason text,
  facts jsonb not null,
  decided_on date not null,
  decided_by text not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table labour_status (
  id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  sort_key text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  ethnicity text,
  period text not null,
  surveyed_on date not null,
  source text not null,
  priority text[] not null /* has default */,
  education text,
  qualification text,
  major text,
  state text not null,
  position text,
  job text,
  vsco text,
  insurance text,
  contract text,
  contract_on date,
  workplace text,
  workplace_kind text,
  vsic text,
  workplace_address text,
  industrial_zone boolean,
  ever_worked boolean,
  unemployed_for text,
  previous_job text,
  inactive_reason text,
  job_want text,
  job_wanted text,
  wage_wanted_dong bigint,
  training_want boolean,
  trade_wanted text,
  level_wanted text,
  training_when text,
  note text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  name_folded text not null /* has default */
);

-- scope: unit
create table labour_survey (
  id uuid not null,
  unit_uid text not null,
  period text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  document text,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null /* has default */
);

-- scope: unit
create table list_import (
  id uuid not null,
  kind text not null,
  unit_uid text not null,
  organisation_id uuid,
  as_of date not null,
  parameters jsonb not null /* has default */,
  file_name text not null,
  file_sha256 bytea not null,
  counts jsonb not null,
  problems jsonb not null /* has default */,
  actor uuid not null,
  actor_name text not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table list_import_row (
  kind text not null,
  unit_uid text not null,
  owner_id uuid not null /* has default */,
  row_key text not null,
  digest bytea not null,
  entity_id uuid not null,
  import_id uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table membership (
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  hamlet_id uuid not null,
  relation text not null,
  is_head boolean not null /* has default */,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table movement_explanation (
  id uuid not null,
  hamlet_id uuid not null,
  year smallint not null,
  list text not null,
  line text not null,
  kind text not null,
  residual integer not null,
  explanation text not null,
  household_ids uuid[] not null,
  signer text not null,
  signed_on date not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: reference
create table organisation (
  id uuid not null,
  name text not null,
  name_folded text not null,
  kinds text[] not null,
  tax_code text,
  unit_uid text,
  address text,
  contact_name text,
  phone text,
  email text,
  industry text,
  workers integer,
  note text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: reference
create table organisation_licence (
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  number text not null,
  issued_on date,
  valid_from date not null,
  valid_to date,
  trades text[],
  yearly_quota integer,
  document text,
  checked_on date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table out_migrant (
  id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  name_folded text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  phone text,
  kind text not null,
  destination text not null,
  destination_code text,
  industrial_park text,
  employer text,
  job text,
  contact text,
  left_on date,
  left_precision text,
  seasonal boolean not null /* has default */,
  returned_on date,
  returned_precision text,
  return_reason text,
  papers text,
  source text not null,
  seen_on date not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null /* has default */
);

-- scope: area
create table overseas_action (
  id uuid not null,
  case_id uuid not null,
  hamlet_id uuid not null,
  seq integer not null,
  kind text not null,
  on_date date not null,
  data jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table overseas_case (
  id uuid not null,
  hamlet_id uuid not null,
  unit_uid text not null,
  person_id uuid,
  full_name text not null,
  name_folded text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  phone text,
  keeper uuid,
  previous_id uuid,
  state text not null,
  state_on date not null,
  wished_on date not null,
  source text not null,
  fair_id uuid,
  market text,
  programme text,
  form text,
  organisation_id uuid,
  sender_name text,
  licence_checked_on date,
  licence_result text,
  job text,
  vsco text,
  contract_no text,
  contract_on date,
  term_months smallint,
  wage bigint,
  currency text,
  cost_declared_dong bigint,
  cost_own_dong bigint,
  cost_loan_dong bigint,
  cost_support_dong bigint,
  groups text[] not null /* has default */,
  language text,
  language_level text,
  orientation_no text,
  medical_on date,
  passport_sealed bytea,
  passport_masked text,
  address_abroad text,
  home_contact text,
  departed_on date,
  departed_precision text,
  departed_recorded_on date,
  due_back_on date,
  returned_on date,
  returned_precision text,
  job_event_id uuid,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null /* has default */
);

-- scope: area
create table overseas_follow_up (
  id uuid not null,
  case_id uuid not null,
  hamlet_id uuid not null,
  phase text not null,
  milestone smallint not null,
  on_date date not null,
  outcome text not null,
  note text,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: keeper
create table overseas_incident (
  id uuid not null,
  case_id uuid not null,
  hamlet_id uuid not null,
  kind text not null,
  on_date date not null,
  told_by text,
  content text not null,
  wanted text,
  resolved_on date,
  resolution text,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null /* has default */
);

-- scope: area
create table overseas_request (
  id uuid not null,
  case_id uuid not null,
  hamlet_id uuid not null,
  unit_uid text not null,
  year smallint not null,
  number integer not null,
  state text not null,
  state_on date not null,
  received_on date not null,
  complete_on date,
  forwarded_on date,
  due_on date,
  due_certainty text not null,
  decided_on date,
  document_no text,
  amount_dong bigint,
  paid_on date,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table overseas_request_action (
  id uuid not null,
  request_id uuid not null,
  hamlet_id uuid not null,
  seq integer not null,
  kind text not null,
  on_date date not null,
  data jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table overseas_support (
  id uuid not null,
  case_id uuid not null,
  hamlet_id uuid not null,
  phase text not null,
  kind text not null,
  on_date date not null,
  amount_dong bigint,
  policy text,
  certainty text,
  reason text,
  note text,
  document text,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table person (
  id uuid not null,
  hamlet_id uuid not null,
  full_name text not null,
  name_folded text not null,
  sort_key text not null,
  sex smallint not null /* has default */,
  birth_date date,
  birth_year smallint,
  birth_precision text not null /* has default */,
  ethnicity text,
  died_on date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null /* has default */
);

-- scope: area
create table person_identifier (
  id uuid not null,
  person_id uuid not null,
  hamlet_id uuid not null,
  type text not null,
  sealed bytea not null,
  lookup bytea not null,
  lookup_last4 bytea not null,
  masked text not null,
  valid_from date,
  valid_to date,
  source text not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table person_past (
  person_id uuid not null,
  version integer not null,
  hamlet_id uuid not null,
  full_name text not null,
  sex smallint not null,
  birth_date date,
  birth_year smallint,
  birth_precision text not null,
  ethnicity text,
  died_on date,
  recorded_at timestamp with time zone not null,
  replaced_at timestamp with time zone not null /* has default */,
  replace_reason text not null
);

-- scope: area
create table placement (
  id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  name_folded text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  seeker_id uuid,
  referral_id uuid,
  vacancy_id uuid,
  organisation_id uuid,
  employer_name text not null,
  started_on date not null,
  left_on date,
  left_reason text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table placement_check (
  id uuid not null,
  placement_id uuid not null,
  hamlet_id uuid not null,
  milestone smallint not null,
  due_on date not null,
  checked_on date,
  result text,
  note text,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table plan_row (
  id uuid not null,
  indicator text not null,
  unit_uid text not null,
  year smallint not null,
  plan_kind text not null,
  value numeric not null,
  figure_kind text not null /* has default */,
  document text not null,
  document_date date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  to_year smallint
);

-- scope: area
create table population_count (
  id uuid not null,
  hamlet_id uuid not null,
  on_date date not null,
  households integer not null,
  persons integer,
  minority_households integer,
  area_type text,
  source text not null,
  signer text,
  figure_kind text not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table procedure_action (
  id uuid not null,
  case_id uuid not null,
  hamlet_id uuid not null,
  seq integer not null,
  kind text not null,
  on_date date not null,
  data jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table procedure_case (
  id uuid not null,
  hamlet_id uuid not null,
  unit_uid text not null,
  year smallint not null,
  number integer not null,
  kind text not null,
  household_id uuid not null,
  person_id uuid,
  applicant text not null,
  received_on date not null,
  due_on date,
  due_certainty text not null,
  state text not null,
  state_on date not null,
  outcome text,
  outcome_class text,
  document_no text,
  decided_on date,
  signer text,
  result_from date,
  result_to date,
  status_id uuid,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table procedure_report (
  id uuid not null,
  unit_uid text not null,
  month date not null,
  counts jsonb not null,
  handed_on date not null,
  receiver text not null,
  document_no text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table recognised_status (
  id uuid not null,
  household_id uuid not null,
  hamlet_id uuid not null,
  class text not null,
  ruleset text not null,
  status_year smallint not null,
  members smallint not null,
  decision_no text,
  decision_date date,
  signer text,
  valid_from date not null,
  valid_to date,
  end_reason text,
  source text not null,
  batch_id uuid,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table referral (
  id uuid not null,
  seeker_id uuid not null,
  hamlet_id uuid not null,
  vacancy_id uuid not null,
  organisation_id uuid not null,
  full_name text not null,
  referred_on date not null,
  state text not null /* has default */,
  state_on date not null,
  interview_on date,
  reason text,
  score smallint,
  adviser uuid not null,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table referral_action (
  id uuid not null,
  referral_id uuid not null,
  hamlet_id uuid not null,
  organisation_id uuid not null,
  seq integer not null,
  kind text not null,
  on_date date not null,
  data jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table registration_assist (
  id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  sort_key text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  helped_on date not null,
  channel text not null,
  result text not null,
  note text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  name_folded text not null /* has default */
);

-- scope: area
create table registry_complete (
  id uuid not null,
  hamlet_id uuid not null,
  valid_from date not null,
  valid_to date,
  declared_by text not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: reference
create table reporting_period (
  id uuid not null,
  code text not null,
  name text not null,
  year smallint not null,
  starts_on date not null,
  ends_on date not null,
  document text
);

-- scope: area
create table residence (
  id uuid not null,
  household_id uuid not null,
  hamlet_id uuid not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table return_record (
  id uuid not null,
  case_id uuid not null,
  hamlet_id uuid not null,
  subject_key text not null,
  returned_on date not null,
  returned_precision text not null,
  kind text not null,
  reason text not null,
  savings_band text,
  skills text,
  language text,
  job_wish text,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null /* has default */
);

-- scope: area
create table review_action (
  id uuid not null,
  case_id uuid not null,
  hamlet_id uuid not null,
  seq integer not null,
  kind text not null,
  on_date date not null,
  data jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table review_case (
  id uuid not null,
  round_id uuid not null,
  result_set_id uuid not null,
  household_id uuid not null,
  hamlet_id uuid not null,
  origin text not null,
  state text not null,
  state_on date not null,
  previous_class text not null,
  class text,
  list text,
  assessment_id uuid,
  surveyor_id uuid,
  meeting_id uuid,
  posting_id uuid,
  complaint_due date,
  flags text[] not null /* has default */,
  note text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table review_hamlet (
  round_id uuid not null,
  hamlet_id uuid not null,
  head_name text,
  surveyor_ids uuid[] not null /* has default */,
  forms_given integer not null /* has default */,
  forms_given_on date,
  forms_back integer not null /* has default */,
  version integer not null /* has default */
);

-- scope: area
create table review_meeting (
  id uuid not null,
  round_id uuid not null,
  result_set_id uuid not null,
  hamlet_id uuid not null,
  held_on date not null,
  place text not null,
  chair text not null,
  secretary text not null,
  invited integer,
  present integer not null,
  reviewed_present integer,
  agree integer not null,
  disagree integer not null,
  opinions text,
  file bytea,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table review_milestone (
  id uuid not null,
  round_id uuid not null,
  unit_uid text not null,
  code text not null,
  due_on date not null,
  document text not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table review_opinion (
  id uuid not null,
  round_id uuid not null,
  result_set_id uuid not null,
  unit_uid text not null,
  level text not null,
  mode text not null,
  report_no text not null,
  reported_on date not null,
  due_on date,
  reply_no text,
  replied_on date,
  agreed boolean,
  content text,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table review_posting (
  id uuid not null,
  round_id uuid not null,
  result_set_id uuid not null,
  hamlet_id uuid not null,
  kind text not null,
  places text not null,
  from_on date not null,
  to_on date not null,
  reason text,
  file bytea,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table review_result_set (
  id uuid not null,
  round_id uuid not null,
  unit_uid text not null,
  ruleset text not null,
  status_year smallint not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table review_round (
  id uuid not null,
  unit_uid text not null,
  year smallint not null,
  name text not null,
  opened_on date,
  closed_on date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null /* has default */,
  process text,
  plan_no text,
  plan_date date,
  committee_no text,
  committee_date date,
  form_rate integer,
  form_rate_document text,
  opinion_level text,
  opinion_mode text,
  opinion_document text
);

-- scope: unit
create table review_staff (
  id uuid not null,
  round_id uuid not null,
  unit_uid text not null,
  kind text not null,
  full_name text not null,
  position text,
  task text,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table review_training (
  id uuid not null,
  round_id uuid not null,
  unit_uid text not null,
  held_on date not null,
  place text not null,
  content text not null,
  staff_ids uuid[] not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table review_vote (
  meeting_id uuid not null,
  case_id uuid not null,
  hamlet_id uuid not null,
  agree integer not null,
  disagree integer not null,
  note text
);

-- scope: area
create table rollup_status (
  hamlet_id uuid not null,
  class text not null,
  ruleset text not null,
  valid_from date not null,
  valid_to date not null /* has default */,
  households integer not null,
  persons integer not null
);

-- scope: system
create table schema_version (
  file text not null,
  at timestamp with time zone not null /* has default */
);

-- scope: unit
create table score_pack (
  id uuid not null,
  unit_uid text not null,
  code text not null,
  version integer not null,
  replaces uuid,
  ruleset text not null,
  area text not null,
  region text,
  legal_doc text not null,
  legal_annex text not null,
  legal_page text,
  legal_file bytea not null,
  items jsonb not null,
  examples jsonb not null,
  status text not null /* has default */,
  entered_by uuid not null,
  entered_name text not null,
  entered_at timestamp with time zone not null /* has default */,
  checked_by uuid,
  checked_name text,
  checked_at timestamp with time zone,
  activated_by uuid,
  activated_name text,
  activated_at timestamp with time zone,
  retired_at timestamp with time zone,
  retire_reason text
);

-- scope: area
create table seeker (
  id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  name_folded text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  registered_on date not null,
  phone text,
  wanted_vsco text[] not null /* has default */,
  wanted_job text,
  wanted_places text[] not null /* has default */,
  wage_wanted bigint,
  shifts text[] not null /* has default */,
  general_education text,
  technical_level text,
  major text,
  skills text,
  licences text,
  experience_vsco text,
  experience_months integer,
  needs_dormitory boolean,
  disabled boolean,
  priority text[] not null /* has default */,
  note text,
  state text not null /* has default */,
  state_on date not null,
  source text not null /* has default */,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table self_taught (
  id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  name_folded text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  trade_code text,
  vsco text,
  trade_name text not null,
  learned_by text not null,
  years_in_job smallint not null,
  skill_check text not null,
  recognised_year smallint not null,
  recognised_on date,
  confirmer text not null,
  reason text,
  note text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table sender_complaint (
  id uuid not null,
  unit_uid text not null,
  organisation_id uuid,
  sender_name text not null,
  on_date date not null,
  content text not null,
  answered_on date,
  answer text,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table status_confirmation (
  id uuid not null,
  unit_uid text not null,
  number integer not null,
  year smallint not null,
  household_id uuid,
  person_id uuid,
  asked_name text not null,
  on_date date not null,
  class text not null,
  status_id uuid,
  purpose text not null,
  signer text not null,
  text text not null,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table stored_file (
  sha256 bytea not null,
  unit_uid text not null,
  name text not null,
  mime text not null,
  bytes integer not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table support_fact (
  id uuid not null,
  household_id uuid not null,
  person_id uuid,
  hamlet_id uuid not null,
  code text not null,
  holds boolean,
  amount integer,
  source text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table support_list (
  id uuid not null,
  unit_uid text not null,
  policy text not null,
  receiver text not null,
  on_date date not null,
  period text not null,
  base_id uuid,
  counts jsonb not null,
  sent_on date,
  sent_no text,
  replied_on date,
  reply_counts jsonb,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  version integer not null /* has default */
);

-- scope: area
create table support_list_line (
  id uuid not null,
  list_id uuid not null,
  hamlet_id uuid not null,
  household_id uuid not null,
  person_id uuid,
  shown jsonb not null
);

-- scope: area
create table support_receipt (
  id uuid not null,
  household_id uuid not null,
  person_id uuid,
  hamlet_id uuid not null,
  policy text not null,
  received_on date not null,
  period text,
  value_dong bigint,
  quantity numeric,
  unit text,
  document text not null,
  note text,
  list_id uuid,
  batch_id uuid,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table table_submission (
  id uuid not null,
  unit_uid text not null,
  year smallint not null,
  opening_on date not null,
  closing_on date not null,
  known_at timestamp with time zone not null,
  content jsonb not null,
  closing jsonb not null,
  digest bytea not null,
  signer text not null,
  signed_on date not null,
  note text,
  submitted_by uuid not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: reference
create table trade (
  code text not null,
  name text not null,
  name_folded text not null,
  sector text not null,
  level text not null,
  hours_theory integer,
  hours_practice integer,
  months numeric,
  managing text,
  vsco_code text,
  vsic_code text,
  document text,
  valid_from date not null,
  valid_to date,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: reference
create table trade_norm (
  id uuid not null,
  trade_code text not null,
  unit_uid text not null,
  amount_dong bigint not null,
  valid_from date not null,
  valid_to date,
  document text not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table training_certificate (
  id uuid not null,
  enrolment_id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid not null,
  kind text not null,
  serial_no text not null,
  book_no text not null,
  grade text,
  issued_on date not null,
  signer text not null,
  replaces uuid,
  revoked_on date,
  revoke_reason text,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table training_class (
  id uuid not null,
  code text not null,
  name text not null,
  name_folded text not null,
  trade_code text not null,
  provider_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid,
  venue text,
  plan_id uuid,
  funding_line_id uuid,
  contract_id uuid,
  state text not null /* has default */,
  state_on date not null,
  planned_from date,
  planned_to date,
  opened_on date,
  ended_on date,
  learners_planned integer not null,
  policy_code text,
  cost_dong bigint,
  decision_no text,
  decided_on date,
  teacher text,
  offtaker text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text,
  split_from uuid
);

-- scope: unit
create table training_class_action (
  id uuid not null,
  class_id uuid not null,
  unit_uid text not null,
  provider_id uuid not null,
  seq integer not null,
  kind text not null,
  on_date date not null,
  data jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table training_contract (
  id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  number text not null,
  signed_on date,
  kind text not null,
  amount_dong bigint not null,
  funding_line_id uuid,
  valid_to date,
  document text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table training_need (
  id uuid not null,
  hamlet_id uuid not null,
  person_id uuid,
  full_name text not null,
  name_folded text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  trade_code text not null,
  year smallint not null,
  groups text[] not null /* has default */,
  state text not null,
  state_on date not null,
  collected_on date not null,
  wanted_for text,
  wanted_when text,
  wanted_place text,
  note text,
  decline_reason text,
  plan_id uuid,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table training_need_action (
  id uuid not null,
  need_id uuid not null,
  hamlet_id uuid not null,
  seq integer not null,
  kind text not null,
  on_date date not null,
  data jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table training_outcome (
  id uuid not null,
  enrolment_id uuid not null,
  class_id uuid not null,
  provider_id uuid not null,
  unit_uid text not null,
  hamlet_id uuid not null,
  person_id uuid,
  subject_key text not null,
  milestone smallint not null,
  on_date date not null,
  kind text not null,
  place_kind text,
  vsco text,
  workplace text,
  income_before_dong bigint,
  income_after_dong bigint,
  offtake text,
  cooperative text,
  effects text[] not null /* has default */,
  source text,
  note text,
  state text not null /* has default */,
  verified_on date,
  verified_by text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: unit
create table training_plan (
  id uuid not null,
  unit_uid text not null,
  year smallint not null,
  trade_code text,
  funding_line_id uuid,
  classes integer not null,
  learners integer not null,
  amount_dong bigint not null,
  document text not null,
  decided_on date,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: area
create table training_support_action (
  id uuid not null,
  case_id uuid not null,
  hamlet_id uuid not null,
  seq integer not null,
  kind text not null,
  on_date date not null,
  data jsonb not null /* has default */,
  actor uuid not null,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: area
create table training_support_case (
  id uuid not null,
  hamlet_id uuid not null,
  unit_uid text not null,
  year smallint not null,
  number integer not null,
  person_id uuid,
  full_name text not null,
  name_folded text not null,
  birth_date date,
  birth_year smallint,
  sex smallint not null /* has default */,
  subject_key text not null,
  course text not null,
  provider_name text not null,
  class_id uuid,
  opened_on date not null,
  received_on date not null,
  complete_on date,
  due_on date,
  state text not null,
  state_on date not null,
  outcome text,
  decision_no text,
  decided_on date,
  signer text,
  amount_dong bigint,
  voucher_no text,
  paid_on date,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */
);

-- scope: unit
create table typed_figure (
  id uuid not null,
  indicator text not null,
  unit_uid text not null,
  on_date date not null,
  value numeric not null,
  figure_kind text not null,
  document text not null,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

-- scope: reference
create table vacancy (
  id uuid not null,
  organisation_id uuid not null,
  unit_uid text not null,
  title text not null,
  title_folded text not null,
  vsco text,
  vsic text,
  posts integer not null,
  posts_female integer,
  description text,
  position_level text,
  general_education text,
  technical_level text,
  major text,
  computer text,
  languages text,
  soft_skills text,
  experience_months integer,
  place_kind text not null,
  place_unit_uid text,
  place text,
  country text,
  wage_from bigint,
  wage_to bigint,
  meal_support text,
  benefits text,
  contract_kind text,
  shift text,
  dormitory boolean,
  transport boolean,
  probation_days integer,
  accepts_disabled boolean,
  hazardous boolean,
  needs_licence text,
  age_from smallint,
  age_to smallint,
  apply_by date,
  contact text,
  source text not null,
  state text not null /* has default */,
  opened_on date not null,
  line_key text,
  version integer not null /* has default */,
  recorded_at timestamp with time zone not null /* has default */,
  voided_at timestamp with time zone,
  void_reason text
);

alter table advice_session add constraint advice_session_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table advice_session add constraint advice_session_kind_check CHECK ((kind = ANY (ARRAY['single'::text, 'group'::text, 'online'::text])));
alter table advice_session add constraint advice_session_pkey PRIMARY KEY (id);
alter table advice_session add constraint advice_session_topics_check CHECK (((cardinality(topics) > 0) AND (topics <@ ARRAY['job'::text, 'training'::text, 'overseas'::text, 'unemployment_insurance'::text, 'labour_law'::text, 'other'::text])));
alter table advice_session add constraint advice_session_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table advice_session add constraint advice_session_unnamed_check CHECK ((unnamed >= 0));
alter table advice_visit add constraint advice_visit_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table advice_visit add constraint advice_visit_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table advice_visit add constraint advice_visit_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table advice_visit add constraint advice_visit_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table advice_visit add constraint advice_visit_pkey PRIMARY KEY (id);
alter table advice_visit add constraint advice_visit_result_check CHECK ((result = ANY (ARRAY['informed'::text, 'seeker'::text, 'referred'::text, 'training_need'::text, 'overseas_case'::text, 'returns'::text])));
alter table advice_visit add constraint advice_visit_session_id_fkey FOREIGN KEY (session_id) REFERENCES t_an_giang.advice_session(id);
alter table advice_visit add constraint advice_visit_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table advice_visit add constraint advice_visit_topic_check CHECK ((topic = ANY (ARRAY['job'::text, 'training'::text, 'overseas'::text, 'unemployment_insurance'::text, 'labour_law'::text, 'other'::text])));
alter table allowance_item add constraint allowance_item_attended_days_check CHECK ((attended_days >= 0));
alter table allowance_item add constraint allowance_item_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table allowance_item add constraint allowance_item_check1 CHECK (((returned_on IS NULL) = (return_reason IS NULL)));
alter table allowance_item add constraint allowance_item_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table allowance_item add constraint allowance_item_cost_dong_check CHECK ((cost_dong >= 0));
alter table allowance_item add constraint allowance_item_distance_km_check CHECK ((distance_km >= (0)::numeric));
alter table allowance_item add constraint allowance_item_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES t_an_giang.enrolment(id);
alter table allowance_item add constraint allowance_item_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table allowance_item add constraint allowance_item_list_id_fkey FOREIGN KEY (list_id) REFERENCES t_an_giang.allowance_list(id);
alter table allowance_item add constraint allowance_item_meal_dong_check CHECK ((meal_dong >= 0));
alter table allowance_item add constraint allowance_item_outcome_check CHECK ((outcome = ANY (ARRAY['payable'::text, 'refused'::text, 'undetermined'::text])));
alter table allowance_item add constraint allowance_item_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table allowance_item add constraint allowance_item_pkey PRIMARY KEY (id);
alter table allowance_item add constraint allowance_item_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table allowance_item add constraint allowance_item_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table allowance_item add constraint allowance_item_top_up_dong_check CHECK ((top_up_dong >= 0));
alter table allowance_item add constraint allowance_item_travel_dong_check CHECK ((travel_dong >= 0));
alter table allowance_item add constraint allowance_item_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table allowance_list add constraint allowance_list_check CHECK (((decision_no IS NULL) = (decided_on IS NULL)));
alter table allowance_list add constraint allowance_list_check1 CHECK (((state <> ALL (ARRAY['paid'::text, 'settled'::text])) OR (paid_on IS NOT NULL)));
alter table allowance_list add constraint allowance_list_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table allowance_list add constraint allowance_list_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table allowance_list add constraint allowance_list_number_check CHECK ((number > 0));
alter table allowance_list add constraint allowance_list_pkey PRIMARY KEY (id);
alter table allowance_list add constraint allowance_list_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table allowance_list add constraint allowance_list_state_check CHECK ((state = ANY (ARRAY['computed'::text, 'signed'::text, 'returned'::text, 'approved'::text, 'paid'::text, 'settled'::text])));
alter table allowance_list add constraint allowance_list_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table allowance_list_action add constraint allowance_list_action_list_id_fkey FOREIGN KEY (list_id) REFERENCES t_an_giang.allowance_list(id);
alter table allowance_list_action add constraint allowance_list_action_pkey PRIMARY KEY (id);
alter table allowance_list_action add constraint allowance_list_action_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table allowance_list_action add constraint allowance_list_action_seq_check CHECK ((seq > 0));
alter table allowance_list_action add constraint allowance_list_action_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table area_type add constraint area_type_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table area_type add constraint area_type_check1 CHECK (((unit_uid IS NULL) <> (hamlet_id IS NULL)));
alter table area_type add constraint area_type_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table area_type add constraint area_type_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table area_type add constraint area_type_pkey PRIMARY KEY (id);
alter table area_type add constraint area_type_type_check CHECK ((type = ANY (ARRAY['rural'::text, 'urban'::text])));
alter table area_type add constraint area_type_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table assessment add constraint assessment_area_type_check CHECK ((area_type = ANY (ARRAY['rural'::text, 'urban'::text])));
alter table assessment add constraint assessment_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table assessment add constraint assessment_deprived_count_check CHECK (((deprived_count >= 0) AND (deprived_count <= 20)));
alter table assessment add constraint assessment_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table assessment add constraint assessment_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table assessment add constraint assessment_income_month_check CHECK ((income_month >= 0));
alter table assessment add constraint assessment_of_request CHECK ((((procedure_case_id IS NULL) = (status_year IS NULL)) AND ((procedure_case_id IS NULL) OR (result_set_id IS NULL))));
alter table assessment add constraint assessment_pkey PRIMARY KEY (id);
alter table assessment add constraint assessment_procedure_case_id_fkey FOREIGN KEY (procedure_case_id) REFERENCES t_an_giang.procedure_case(id);
alter table assessment add constraint assessment_result_set_id_fkey FOREIGN KEY (result_set_id) REFERENCES t_an_giang.review_result_set(id);
alter table assessment add constraint assessment_score_deprivation_check CHECK (((score_deprivation >= 0) AND (score_deprivation <= 200)));
alter table assessment add constraint assessment_score_income_check CHECK ((score_income >= 0));
alter table assessment add constraint assessment_score_pack CHECK ((((score_source = 'score_pack'::text) = (score_pack_id IS NOT NULL)) AND ((score_pack_id IS NULL) = (score_answers IS NULL))));
alter table assessment add constraint assessment_score_pack_id_fkey FOREIGN KEY (score_pack_id) REFERENCES t_an_giang.score_pack(id);
alter table assessment add constraint assessment_score_source_check CHECK ((score_source = ANY (ARRAY['typed_total'::text, 'imported_list'::text, 'demo'::text, 'declared'::text, 'score_pack'::text])));
alter table attendance add constraint attendance_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table attendance add constraint attendance_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table attendance add constraint attendance_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES t_an_giang.enrolment(id);
alter table attendance add constraint attendance_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table attendance add constraint attendance_pkey PRIMARY KEY (id);
alter table attendance add constraint attendance_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table attendance add constraint attendance_session_id_fkey FOREIGN KEY (session_id) REFERENCES t_an_giang.class_session(id);
alter table attendance add constraint attendance_state_check CHECK ((state = ANY (ARRAY['present'::text, 'absent'::text, 'late'::text, 'leave'::text])));
alter table attendance add constraint attendance_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table attendance_scan add constraint attendance_scan_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table attendance_scan add constraint attendance_scan_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table attendance_scan add constraint attendance_scan_pkey PRIMARY KEY (id);
alter table attendance_scan add constraint attendance_scan_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table attendance_scan add constraint attendance_scan_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES t_an_giang.attendance_sheet(id);
alter table attendance_scan add constraint attendance_scan_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table attendance_sheet add constraint attendance_sheet_check CHECK ((from_on <= to_on));
alter table attendance_sheet add constraint attendance_sheet_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table attendance_sheet add constraint attendance_sheet_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table attendance_sheet add constraint attendance_sheet_pkey PRIMARY KEY (id);
alter table attendance_sheet add constraint attendance_sheet_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table attendance_sheet add constraint attendance_sheet_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table audit_event add constraint audit_event_pkey PRIMARY KEY (id);
alter table audit_seal add constraint audit_seal_event_id_fkey FOREIGN KEY (event_id) REFERENCES t_an_giang.audit_event(id);
alter table audit_seal add constraint audit_seal_event_id_key UNIQUE (event_id);
alter table audit_seal add constraint audit_seal_pkey PRIMARY KEY (seq);
alter table away_need add constraint away_need_check CHECK (((closed_on IS NULL) = (result IS NULL)));
alter table away_need add constraint away_need_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table away_need add constraint away_need_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table away_need add constraint away_need_kind_check CHECK ((kind = ANY (ARRAY['papers'::text, 'job'::text, 'training'::text, 'loan'::text, 'school'::text, 'health'::text, 'housing'::text, 'relief'::text, 'other'::text])));
alter table away_need add constraint away_need_out_migrant_id_fkey FOREIGN KEY (out_migrant_id) REFERENCES t_an_giang.out_migrant(id);
alter table away_need add constraint away_need_pkey PRIMARY KEY (id);
alter table away_need add constraint away_need_result_check CHECK ((result = ANY (ARRAY['met'::text, 'partly'::text, 'not_met'::text, 'dropped'::text])));
alter table away_need_step add constraint away_need_step_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table away_need_step add constraint away_need_step_need_id_fkey FOREIGN KEY (need_id) REFERENCES t_an_giang.away_need(id);
alter table away_need_step add constraint away_need_step_pkey PRIMARY KEY (id);
alter table certificate add constraint certificate_check CHECK (((withdrawn_on IS NULL) = (withdraw_reason IS NULL)));
alter table certificate add constraint certificate_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table certificate add constraint certificate_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table certificate add constraint certificate_number_check CHECK ((number >= 1));
alter table certificate add constraint certificate_pkey PRIMARY KEY (id);
alter table certificate add constraint certificate_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table certificate add constraint certificate_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table certificate_qr add constraint certificate_qr_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table certificate_qr add constraint certificate_qr_check1 CHECK (((valid_to IS NULL) OR (valid_to > valid_from)));
alter table certificate_qr add constraint certificate_qr_pkey PRIMARY KEY (id);
alter table certificate_qr add constraint certificate_qr_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table change_row add constraint change_row_event_id_fkey FOREIGN KEY (event_id) REFERENCES t_an_giang.audit_event(id) DEFERRABLE INITIALLY DEFERRED;
alter table change_row add constraint change_row_kind_check CHECK ((kind = ANY (ARRAY['added'::text, 'ended'::text, 'voided'::text, 'changed'::text])));
alter table change_row add constraint change_row_pkey PRIMARY KEY (event_id, entity, entity_id, kind);
alter table characteristic add constraint characteristic_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table characteristic add constraint characteristic_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table characteristic add constraint characteristic_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table characteristic add constraint characteristic_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table characteristic add constraint characteristic_pkey PRIMARY KEY (id);
alter table child_answer add constraint child_answer_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES t_an_giang.assessment(id);
alter table child_answer add constraint child_answer_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table child_answer add constraint child_answer_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table child_answer add constraint child_answer_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table child_answer add constraint child_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table child_answer add constraint child_answer_pkey PRIMARY KEY (id);
alter table class_change add constraint class_change_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table class_change add constraint class_change_run_id_fkey FOREIGN KEY (run_id) REFERENCES t_an_giang.classify_run(id);
alter table class_session add constraint class_session_check CHECK (((cancelled_on IS NULL) = (cancel_reason IS NULL)));
alter table class_session add constraint class_session_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table class_session add constraint class_session_hours_check CHECK (((hours > (0)::numeric) AND (hours <= (12)::numeric) AND (scale(hours) <= 1)));
alter table class_session add constraint class_session_kind_check CHECK ((kind = ANY (ARRAY['theory'::text, 'practice'::text, 'integrated'::text])));
alter table class_session add constraint class_session_part_check CHECK ((part = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text])));
alter table class_session add constraint class_session_pkey PRIMARY KEY (id);
alter table class_session add constraint class_session_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table class_session add constraint class_session_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table class_visit add constraint class_visit_check CHECK ((present <= enrolled));
alter table class_visit add constraint class_visit_check1 CHECK (((mended_on IS NULL) = (mended_note IS NULL)));
alter table class_visit add constraint class_visit_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table class_visit add constraint class_visit_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table class_visit add constraint class_visit_conclusion_check CHECK ((conclusion = ANY (ARRAY['good'::text, 'remarks'::text, 'wrong'::text])));
alter table class_visit add constraint class_visit_enrolled_check CHECK ((enrolled >= 0));
alter table class_visit add constraint class_visit_pkey PRIMARY KEY (id);
alter table class_visit add constraint class_visit_present_check CHECK ((present >= 0));
alter table class_visit add constraint class_visit_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table class_visit add constraint class_visit_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table classify_run add constraint classify_run_pkey PRIMARY KEY (id);
alter table classify_run add constraint classify_run_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table command_log add constraint command_log_pkey PRIMARY KEY (command_id);
alter table commune_attribute add constraint commune_attribute_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table commune_attribute add constraint commune_attribute_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table commune_attribute add constraint commune_attribute_pkey PRIMARY KEY (id);
alter table commune_attribute add constraint commune_attribute_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table computed_class add constraint computed_class_check CHECK (((status = 'decided'::text) = (class IS NOT NULL)));
alter table computed_class add constraint computed_class_check1 CHECK (((list IS NULL) OR (class IS NOT NULL)));
alter table computed_class add constraint computed_class_check2 CHECK ((cardinality(household_ids) = cardinality(assessment_ids)));
alter table computed_class add constraint computed_class_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table computed_class add constraint computed_class_list_check CHECK ((list = ANY (ARRAY['poor'::text, 'near_poor'::text])));
alter table computed_class add constraint computed_class_pkey PRIMARY KEY (hamlet_id, status_year, ruleset, inputs);
alter table computed_class add constraint computed_class_status_check CHECK ((status = ANY (ARRAY['decided'::text, 'refused'::text, 'incomplete'::text])));
alter table contract_settlement add constraint contract_settlement_check CHECK (((state = 'settled'::text) = (settled_on IS NOT NULL)));
alter table contract_settlement add constraint contract_settlement_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES t_an_giang.training_contract(id);
alter table contract_settlement add constraint contract_settlement_pkey PRIMARY KEY (id);
alter table contract_settlement add constraint contract_settlement_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table contract_settlement add constraint contract_settlement_settled_dong_check CHECK ((settled_dong >= 0));
alter table contract_settlement add constraint contract_settlement_state_check CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text, 'returned'::text, 'settled'::text])));
alter table contract_settlement add constraint contract_settlement_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table dirty_log add constraint dirty_log_pkey PRIMARY KEY (id);
alter table enrolment add constraint enrolment_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table enrolment add constraint enrolment_check CHECK (((state = 'dropped'::text) = (dropped_on IS NOT NULL)));
alter table enrolment add constraint enrolment_check1 CHECK (((chosen_group IS NULL) OR (chosen_group = ANY (groups))));
alter table enrolment add constraint enrolment_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table enrolment add constraint enrolment_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table enrolment add constraint enrolment_distance_km_check CHECK (((distance_km >= (0)::numeric) AND (scale(distance_km) <= 1)));
alter table enrolment add constraint enrolment_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table enrolment add constraint enrolment_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table enrolment add constraint enrolment_pkey PRIMARY KEY (id);
alter table enrolment add constraint enrolment_practice_mark_check CHECK ((((practice_mark >= (0)::numeric) AND (practice_mark <= (10)::numeric)) AND (scale(practice_mark) <= 2)));
alter table enrolment add constraint enrolment_prior_income_dong_check CHECK ((prior_income_dong >= 0));
alter table enrolment add constraint enrolment_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table enrolment add constraint enrolment_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table enrolment add constraint enrolment_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'admitted'::text, 'studying'::text, 'dropped'::text, 'examined'::text, 'passed'::text, 'failed'::text, 'certified'::text])));
alter table enrolment add constraint enrolment_theory_mark_check CHECK ((((theory_mark >= (0)::numeric) AND (theory_mark <= (10)::numeric)) AND (scale(theory_mark) <= 2)));
alter table enrolment add constraint enrolment_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table enrolment_action add constraint enrolment_action_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table enrolment_action add constraint enrolment_action_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES t_an_giang.enrolment(id);
alter table enrolment_action add constraint enrolment_action_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table enrolment_action add constraint enrolment_action_pkey PRIMARY KEY (id);
alter table enrolment_action add constraint enrolment_action_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table enrolment_action add constraint enrolment_action_seq_check CHECK ((seq > 0));
alter table enrolment_action add constraint enrolment_action_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_action add constraint fair_action_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table fair_action add constraint fair_action_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES t_an_giang.fair_employer(id);
alter table fair_action add constraint fair_action_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES t_an_giang.job_fair(id);
alter table fair_action add constraint fair_action_fair_vacancy_id_fkey FOREIGN KEY (fair_vacancy_id) REFERENCES t_an_giang.fair_vacancy(id);
alter table fair_action add constraint fair_action_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table fair_action add constraint fair_action_pkey PRIMARY KEY (id);
alter table fair_action add constraint fair_action_step_check CHECK ((step = ANY (ARRAY['f4a'::text, 'f4b'::text, 'f5a'::text, 'f5b'::text, 'f6'::text, 'f7'::text, 'f8'::text, 'f9'::text])));
alter table fair_action add constraint fair_action_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_action add constraint fair_action_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES t_an_giang.fair_visit(id);
alter table fair_consent add constraint fair_consent_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES t_an_giang.fair_employer(id);
alter table fair_consent add constraint fair_consent_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES t_an_giang.job_fair(id);
alter table fair_consent add constraint fair_consent_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table fair_consent add constraint fair_consent_how_check CHECK ((how = ANY (ARRAY['paper'::text, 'online'::text, 'spoken'::text])));
alter table fair_consent add constraint fair_consent_pkey PRIMARY KEY (id);
alter table fair_consent add constraint fair_consent_purpose_check CHECK ((purpose = ANY (ARRAY['share_with_firm'::text, 'contact_later'::text])));
alter table fair_consent add constraint fair_consent_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_consent add constraint fair_consent_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES t_an_giang.fair_visit(id);
alter table fair_employer add constraint fair_employer_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table fair_employer add constraint fair_employer_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES t_an_giang.job_fair(id);
alter table fair_employer add constraint fair_employer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES t_an_giang.organisation(id);
alter table fair_employer add constraint fair_employer_pkey PRIMARY KEY (id);
alter table fair_employer add constraint fair_employer_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_followup add constraint fair_followup_action_id_fkey FOREIGN KEY (action_id) REFERENCES t_an_giang.fair_action(id);
alter table fair_followup add constraint fair_followup_check CHECK (((state = 'open'::text) = (closed_on IS NULL)));
alter table fair_followup add constraint fair_followup_check1 CHECK (((linked_entity IS NULL) = (linked_id IS NULL)));
alter table fair_followup add constraint fair_followup_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table fair_followup add constraint fair_followup_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES t_an_giang.job_fair(id);
alter table fair_followup add constraint fair_followup_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table fair_followup add constraint fair_followup_handed CHECK (((handed_on IS NULL) = (handed_by IS NULL)));
alter table fair_followup add constraint fair_followup_kind_check CHECK ((kind = ANY (ARRAY['overseas'::text, 'training'::text])));
alter table fair_followup add constraint fair_followup_pkey PRIMARY KEY (id);
alter table fair_followup add constraint fair_followup_result_check CHECK ((result = ANY (ARRAY['case_opened'::text, 'class_joined'::text, 'need_registered'::text, 'advised'::text, 'changed_mind'::text, 'not_eligible'::text, 'no_contact'::text, 'other'::text])));
alter table fair_followup add constraint fair_followup_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])));
alter table fair_followup add constraint fair_followup_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_followup add constraint fair_followup_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES t_an_giang.fair_visit(id);
alter table fair_followup add constraint fair_followup_wanted_trade_fkey FOREIGN KEY (wanted_trade) REFERENCES t_an_giang.trade(code);
alter table fair_handover add constraint fair_handover_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES t_an_giang.fair_employer(id);
alter table fair_handover add constraint fair_handover_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES t_an_giang.job_fair(id);
alter table fair_handover add constraint fair_handover_pkey PRIMARY KEY (id);
alter table fair_handover add constraint fair_handover_rows_check CHECK ((rows > 0));
alter table fair_handover add constraint fair_handover_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_handover_line add constraint fair_handover_line_check CHECK (((deleted_on IS NULL) OR (not_hired_on IS NOT NULL)));
alter table fair_handover_line add constraint fair_handover_line_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES t_an_giang.job_fair(id);
alter table fair_handover_line add constraint fair_handover_line_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES t_an_giang.fair_handover(id);
alter table fair_handover_line add constraint fair_handover_line_pkey PRIMARY KEY (id);
alter table fair_handover_line add constraint fair_handover_line_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_handover_line add constraint fair_handover_line_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES t_an_giang.fair_visit(id);
alter table fair_result add constraint fair_result_check CHECK (((outcome <> 'working'::text) OR (started_on IS NOT NULL)));
alter table fair_result add constraint fair_result_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table fair_result add constraint fair_result_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES t_an_giang.fair_employer(id);
alter table fair_result add constraint fair_result_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES t_an_giang.job_fair(id);
alter table fair_result add constraint fair_result_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table fair_result add constraint fair_result_milestone_check CHECK ((milestone = ANY (ARRAY[0, 30, 90])));
alter table fair_result add constraint fair_result_outcome_check CHECK ((outcome = ANY (ARRAY['working'::text, 'not_working'::text, 'lost'::text])));
alter table fair_result add constraint fair_result_pkey PRIMARY KEY (id);
alter table fair_result add constraint fair_result_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_result add constraint fair_result_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES t_an_giang.fair_visit(id);
alter table fair_tally add constraint fair_tally_check CHECK (((of_which_female IS NULL) OR (of_which_female <= count)));
alter table fair_tally add constraint fair_tally_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table fair_tally add constraint fair_tally_count_check CHECK (((count >= 0) AND (count <= 1000000)));
alter table fair_tally add constraint fair_tally_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES t_an_giang.job_fair(id);
alter table fair_tally add constraint fair_tally_of_which_female_check CHECK (((of_which_female >= 0) AND (of_which_female <= 1000000)));
alter table fair_tally add constraint fair_tally_pkey PRIMARY KEY (id);
alter table fair_tally add constraint fair_tally_source_check CHECK ((source = ANY (ARRAY['tally'::text, 'group'::text, 'document'::text])));
alter table fair_tally add constraint fair_tally_step_check CHECK ((step = ANY (ARRAY['f1'::text, 'f2'::text, 'f3'::text, 'f4a'::text, 'f4b'::text, 'f5a'::text, 'f5b'::text, 'f6'::text, 'f7'::text, 'f8'::text, 'f9'::text])));
alter table fair_tally add constraint fair_tally_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_vacancy add constraint fair_vacancy_check CHECK (((wage_to IS NULL) OR (wage_from IS NULL) OR (wage_to >= wage_from)));
alter table fair_vacancy add constraint fair_vacancy_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table fair_vacancy add constraint fair_vacancy_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES t_an_giang.fair_employer(id);
alter table fair_vacancy add constraint fair_vacancy_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES t_an_giang.job_fair(id);
alter table fair_vacancy add constraint fair_vacancy_pkey PRIMARY KEY (id);
alter table fair_vacancy add constraint fair_vacancy_posts_check CHECK (((posts >= 1) AND (posts <= 100000)));
alter table fair_vacancy add constraint fair_vacancy_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_vacancy add constraint fair_vacancy_wage_from_check CHECK ((wage_from >= 0));
alter table fair_vacancy add constraint fair_vacancy_wage_to_check CHECK ((wage_to >= 0));
alter table fair_visit add constraint fair_visit_birth_year_check CHECK (((birth_year >= 1900) AND (birth_year <= 2200)));
alter table fair_visit add constraint fair_visit_channel_check CHECK ((channel = ANY (ARRAY['desk'::text, 'pass'::text, 'online'::text, 'import'::text])));
alter table fair_visit add constraint fair_visit_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table fair_visit add constraint fair_visit_check1 CHECK (((erased_at IS NULL) = (erase_reason IS NULL)));
alter table fair_visit add constraint fair_visit_check2 CHECK (((erased_at IS NULL) OR ((full_name IS NULL) AND (name_folded IS NULL) AND (phone IS NULL) AND (residence IS NULL) AND (birth_date IS NULL))));
alter table fair_visit add constraint fair_visit_fair_id_fkey FOREIGN KEY (fair_id) REFERENCES t_an_giang.job_fair(id);
alter table fair_visit add constraint fair_visit_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table fair_visit add constraint fair_visit_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table fair_visit add constraint fair_visit_pkey PRIMARY KEY (id);
alter table fair_visit add constraint fair_visit_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table fair_visit add constraint fair_visit_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table fair_visit add constraint fair_visit_wish_check CHECK ((wish = ANY (ARRAY['job'::text, 'training'::text, 'overseas'::text, 'advice'::text])));
alter table finding add constraint finding_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table finding add constraint finding_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table finding add constraint finding_pkey PRIMARY KEY (id);
alter table frozen_figure add constraint frozen_figure_pkey PRIMARY KEY (id);
alter table frozen_figure add constraint frozen_figure_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table funding_line add constraint funding_line_allocated_dong_check CHECK ((allocated_dong >= 0));
alter table funding_line add constraint funding_line_carried_dong_check CHECK ((carried_dong >= 0));
alter table funding_line add constraint funding_line_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table funding_line add constraint funding_line_kind_check CHECK ((kind = ANY (ARRAY['recurrent'::text, 'investment'::text])));
alter table funding_line add constraint funding_line_level_check CHECK ((level = ANY (ARRAY['central'::text, 'province'::text, 'commune'::text, 'other'::text])));
alter table funding_line add constraint funding_line_pkey PRIMARY KEY (id);
alter table funding_line add constraint funding_line_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table funding_line add constraint funding_line_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table hamlet add constraint hamlet_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table hamlet add constraint hamlet_kind_check CHECK ((kind = ANY (ARRAY['ap'::text, 'khom'::text, 'thon'::text, 'to_dan_pho'::text, 'khu_pho'::text, 'unknown'::text])));
alter table hamlet add constraint hamlet_pkey PRIMARY KEY (id);
alter table hamlet_unit add constraint hamlet_unit_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table hamlet_unit add constraint hamlet_unit_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table hamlet_unit add constraint hamlet_unit_pkey PRIMARY KEY (id);
alter table hamlet_unit add constraint hamlet_unit_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table household add constraint household_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table household add constraint household_check1 CHECK (((valid_to IS NULL) OR (end_reason IS NOT NULL)));
alter table household add constraint household_check2 CHECK (((formed_from IS NULL) OR (formed_by = 'split'::text)));
alter table household add constraint household_check3 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table household add constraint household_formed_by_check CHECK ((formed_by = ANY (ARRAY['listed'::text, 'new'::text, 'split'::text, 'arrived'::text])));
alter table household add constraint household_formed_from_fkey FOREIGN KEY (formed_from) REFERENCES t_an_giang.household(id);
alter table household add constraint household_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table household add constraint household_pkey PRIMARY KEY (id);
alter table import_batch add constraint import_batch_pkey PRIMARY KEY (id);
alter table import_batch add constraint import_batch_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table import_mapping add constraint import_mapping_pkey PRIMARY KEY (unit_uid, format, shape_key);
alter table import_mapping add constraint import_mapping_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table job_event add constraint job_event_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES t_an_giang.import_batch(id);
alter table job_event add constraint job_event_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table job_event add constraint job_event_channel_check CHECK ((channel = ANY (ARRAY['dn_trong_xa'::text, 'dn_trong_tinh'::text, 'dn_ngoai_tinh'::text, 'tu_tao'::text, 'vay_von'::text, 'nuoc_ngoai'::text, 'sau_hoc_nghe'::text, 'san_gdvl'::text, 'tt_dvvl'::text, 'viec_lam_cong'::text])));
alter table job_event add constraint job_event_check CHECK ((started_on <= reported_on));
alter table job_event add constraint job_event_check1 CHECK (((verified_on IS NULL) = (verified_by IS NULL)));
alter table job_event add constraint job_event_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table job_event add constraint job_event_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES t_an_giang.organisation(id);
alter table job_event add constraint job_event_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table job_event add constraint job_event_nature_check CHECK ((nature = ANY (ARRAY['new'::text, 'kept'::text])));
alter table job_event add constraint job_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table job_event add constraint job_event_pkey PRIMARY KEY (id);
alter table job_event add constraint job_event_place_kind_check CHECK ((place_kind = ANY (ARRAY['xa'::text, 'tinh'::text, 'ngoai_tinh'::text, 'nuoc_ngoai'::text])));
alter table job_event add constraint job_event_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES t_an_giang.placement(id);
alter table job_event add constraint job_event_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table job_event add constraint job_event_vsco_check CHECK ((vsco ~ '^[0-9]{1,5}$'::text));
alter table job_event add constraint job_event_wage_check CHECK ((wage >= 0));
alter table job_fair add constraint job_fair_budget_dong_check CHECK ((budget_dong >= 0));
alter table job_fair add constraint job_fair_check CHECK (((to_date IS NULL) OR (to_date >= on_date)));
alter table job_fair add constraint job_fair_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table job_fair add constraint job_fair_code_check CHECK ((code ~ '^[A-Z0-9][A-Z0-9.-]{1,23}$'::text));
alter table job_fair add constraint job_fair_kind_check CHECK ((kind = ANY (ARRAY['phien_luu_dong'::text, 'hoi_cho'::text, 'truc_tuyen'::text, 'cum_xa'::text])));
alter table job_fair add constraint job_fair_pkey PRIMARY KEY (id);
alter table job_fair add constraint job_fair_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table job_loan add constraint job_loan_amount_dong_check CHECK ((amount_dong > 0));
alter table job_loan add constraint job_loan_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table job_loan add constraint job_loan_borrower_kind_check CHECK ((borrower_kind = ANY (ARRAY['worker'::text, 'establishment'::text])));
alter table job_loan add constraint job_loan_check CHECK (((borrower_kind = 'worker'::text) OR (establishment_name IS NOT NULL)));
alter table job_loan add constraint job_loan_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table job_loan add constraint job_loan_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table job_loan add constraint job_loan_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES t_an_giang.organisation(id);
alter table job_loan add constraint job_loan_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table job_loan add constraint job_loan_pkey PRIMARY KEY (id);
alter table job_loan add constraint job_loan_rate_kind_check CHECK ((rate_kind = ANY (ARRAY['usual'::text, 'poor'::text, 'other'::text])));
alter table job_loan add constraint job_loan_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table job_loan add constraint job_loan_state_check CHECK ((state = ANY (ARRAY['active'::text, 'repaid'::text, 'overdue'::text, 'written_off'::text])));
alter table job_loan add constraint job_loan_term_months_check CHECK ((term_months > 0));
alter table job_month add constraint job_month_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table job_month add constraint job_month_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table job_month add constraint job_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric));
alter table job_month add constraint job_month_pkey PRIMARY KEY (id);
alter table job_proposal add constraint job_proposal_check CHECK (((decision = 'accepted'::text) = (event_id IS NOT NULL)));
alter table job_proposal add constraint job_proposal_check1 CHECK (((decision = 'accepted'::text) OR (reason IS NOT NULL)));
alter table job_proposal add constraint job_proposal_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table job_proposal add constraint job_proposal_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'declined'::text])));
alter table job_proposal add constraint job_proposal_event_id_fkey FOREIGN KEY (event_id) REFERENCES t_an_giang.job_event(id);
alter table job_proposal add constraint job_proposal_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table job_proposal add constraint job_proposal_pkey PRIMARY KEY (id);
alter table job_proposal add constraint job_proposal_source_check CHECK ((source = ANY (ARRAY['fair'::text, 'placement'::text, 'outcome'::text])));
alter table labour_status add constraint labour_status_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table labour_status add constraint labour_status_check1 CHECK (((state = 'employed'::text) OR (("position" IS NULL) AND (job IS NULL) AND (vsco IS NULL) AND (insurance IS NULL) AND (contract IS NULL) AND (contract_on IS NULL) AND (workplace IS NULL) AND (workplace_kind IS NULL) AND (vsic IS NULL) AND (workplace_address IS NULL) AND (industrial_zone IS NULL))));
alter table labour_status add constraint labour_status_check2 CHECK (((state = 'unemployed'::text) OR ((ever_worked IS NULL) AND (unemployed_for IS NULL) AND (previous_job IS NULL))));
alter table labour_status add constraint labour_status_check3 CHECK (((state = 'inactive'::text) OR (inactive_reason IS NULL)));
alter table labour_status add constraint labour_status_check4 CHECK (((contract IS NULL) OR ("position" = 'wage'::text)));
alter table labour_status add constraint labour_status_contract_check CHECK ((contract = ANY (ARRAY['none'::text, 'fixed'::text, 'indefinite'::text, 'other'::text])));
alter table labour_status add constraint labour_status_education_check CHECK ((education = ANY (ARRAY['below_primary'::text, 'primary'::text, 'lower_secondary'::text, 'upper_secondary'::text])));
alter table labour_status add constraint labour_status_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table labour_status add constraint labour_status_inactive_reason_check CHECK ((inactive_reason = ANY (ARRAY['study'::text, 'retired'::text, 'homemaker'::text, 'disabled'::text, 'other'::text])));
alter table labour_status add constraint labour_status_insurance_check CHECK ((insurance = ANY (ARRAY['compulsory'::text, 'voluntary'::text, 'none'::text])));
alter table labour_status add constraint labour_status_job_want_check CHECK ((job_want = ANY (ARRAY['none'::text, 'province'::text, 'elsewhere'::text, 'abroad'::text])));
alter table labour_status add constraint labour_status_period_check CHECK ((period ~ '^\d{4}(-\d)?$'::text));
alter table labour_status add constraint labour_status_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table labour_status add constraint labour_status_pkey PRIMARY KEY (id);
alter table labour_status add constraint labour_status_position_check CHECK (("position" = ANY (ARRAY['owner'::text, 'self_employed'::text, 'family'::text, 'wage'::text, 'cooperative'::text])));
alter table labour_status add constraint labour_status_qualification_check CHECK ((qualification = ANY (ARRAY['none'::text, 'no_certificate'::text, 'under_3_months'::text, 'elementary'::text, 'intermediate'::text, 'college'::text, 'university'::text, 'postgraduate'::text])));
alter table labour_status add constraint labour_status_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table labour_status add constraint labour_status_source_check CHECK ((source = ANY (ARRAY['survey'::text, 'list'::text, 'self'::text, 'linked'::text])));
alter table labour_status add constraint labour_status_state_check CHECK ((state = ANY (ARRAY['employed'::text, 'unemployed'::text, 'inactive'::text])));
alter table labour_status add constraint labour_status_unemployed_for_check CHECK ((unemployed_for = ANY (ARRAY['under_3_months'::text, 'to_1_year'::text, 'over_1_year'::text])));
alter table labour_status add constraint labour_status_wage_wanted_dong_check CHECK ((wage_wanted_dong >= 0));
alter table labour_status add constraint labour_status_workplace_kind_check CHECK ((workplace_kind = ANY (ARRAY['household'::text, 'cooperative'::text, 'state'::text, 'private'::text, 'foreign'::text, 'other'::text])));
alter table labour_survey add constraint labour_survey_check CHECK ((starts_on <= ends_on));
alter table labour_survey add constraint labour_survey_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table labour_survey add constraint labour_survey_period_check CHECK ((period ~ '^\d{4}(-\d)?$'::text));
alter table labour_survey add constraint labour_survey_pkey PRIMARY KEY (id);
alter table labour_survey add constraint labour_survey_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table list_import add constraint list_import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES t_an_giang.organisation(id);
alter table list_import add constraint list_import_pkey PRIMARY KEY (id);
alter table list_import add constraint list_import_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table list_import_row add constraint list_import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES t_an_giang.list_import(id);
alter table list_import_row add constraint list_import_row_pkey PRIMARY KEY (kind, row_key, unit_uid, owner_id);
alter table list_import_row add constraint list_import_row_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table membership add constraint membership_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table membership add constraint membership_check1 CHECK ((is_head = (relation = '01'::text)));
alter table membership add constraint membership_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table membership add constraint membership_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table membership add constraint membership_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table membership add constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table membership add constraint membership_pkey PRIMARY KEY (id);
alter table movement_explanation add constraint movement_explanation_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table movement_explanation add constraint movement_explanation_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table movement_explanation add constraint movement_explanation_household_ids_check CHECK ((cardinality(household_ids) > 0));
alter table movement_explanation add constraint movement_explanation_kind_check CHECK ((kind = ANY (ARRAY['balance'::text, 'opening'::text])));
alter table movement_explanation add constraint movement_explanation_line_check CHECK ((line = ANY (ARRAY['households'::text, 'people'::text])));
alter table movement_explanation add constraint movement_explanation_list_check CHECK ((list = ANY (ARRAY['poor'::text, 'near_poor'::text])));
alter table movement_explanation add constraint movement_explanation_pkey PRIMARY KEY (id);
alter table movement_explanation add constraint movement_explanation_residual_check CHECK ((residual <> 0));
alter table movement_explanation add constraint movement_explanation_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table organisation add constraint organisation_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table organisation add constraint organisation_kinds_check CHECK (((cardinality(kinds) > 0) AND (kinds <@ ARRAY['training_provider'::text, 'enterprise'::text, 'cooperative'::text, 'artisan'::text, 'job_service_centre'::text, 'sending_enterprise'::text, 'public_unit'::text, 'bank'::text])));
alter table organisation add constraint organisation_pkey PRIMARY KEY (id);
alter table organisation add constraint organisation_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table organisation add constraint organisation_workers_check CHECK ((workers >= 0));
alter table organisation_licence add constraint organisation_licence_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table organisation_licence add constraint organisation_licence_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table organisation_licence add constraint organisation_licence_kind_check CHECK ((kind = ANY (ARRAY['vocational'::text, 'overseas'::text, 'employment_service'::text])));
alter table organisation_licence add constraint organisation_licence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES t_an_giang.organisation(id);
alter table organisation_licence add constraint organisation_licence_pkey PRIMARY KEY (id);
alter table organisation_licence add constraint organisation_licence_yearly_quota_check CHECK ((yearly_quota >= 0));
alter table out_migrant add constraint out_migrant_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table out_migrant add constraint out_migrant_check CHECK (((left_on IS NULL) = (left_precision IS NULL)));
alter table out_migrant add constraint out_migrant_check1 CHECK (((returned_on IS NULL) = (returned_precision IS NULL)));
alter table out_migrant add constraint out_migrant_check2 CHECK (((kind <> 'without_papers'::text) OR (returned_on IS NOT NULL)));
alter table out_migrant add constraint out_migrant_check3 CHECK (((left_on IS NULL) OR (returned_on IS NULL) OR (left_on <= returned_on) OR (left_precision <> 'day'::text) OR (returned_precision <> 'day'::text)));
alter table out_migrant add constraint out_migrant_check4 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table out_migrant add constraint out_migrant_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table out_migrant add constraint out_migrant_kind_check CHECK ((kind = ANY (ARRAY['domestic'::text, 'cross_border'::text, 'without_papers'::text])));
alter table out_migrant add constraint out_migrant_left_precision_check CHECK ((left_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])));
alter table out_migrant add constraint out_migrant_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table out_migrant add constraint out_migrant_pkey PRIMARY KEY (id);
alter table out_migrant add constraint out_migrant_returned_precision_check CHECK ((returned_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])));
alter table out_migrant add constraint out_migrant_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table out_migrant add constraint out_migrant_source_check CHECK ((source = ANY (ARRAY['hamlet'::text, 'commune'::text, 'list'::text, 'self'::text])));
alter table overseas_action add constraint overseas_action_case_id_fkey FOREIGN KEY (case_id) REFERENCES t_an_giang.overseas_case(id);
alter table overseas_action add constraint overseas_action_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table overseas_action add constraint overseas_action_pkey PRIMARY KEY (id);
alter table overseas_action add constraint overseas_action_seq_check CHECK ((seq > 0));
alter table overseas_case add constraint overseas_case_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table overseas_case add constraint overseas_case_check CHECK (((departed_on IS NULL) = (departed_precision IS NULL)));
alter table overseas_case add constraint overseas_case_check1 CHECK (((departed_on IS NULL) = (departed_recorded_on IS NULL)));
alter table overseas_case add constraint overseas_case_check2 CHECK (((returned_on IS NULL) = (returned_precision IS NULL)));
alter table overseas_case add constraint overseas_case_check3 CHECK (((returned_on IS NULL) OR (departed_on IS NOT NULL)));
alter table overseas_case add constraint overseas_case_check4 CHECK (((passport_sealed IS NULL) = (passport_masked IS NULL)));
alter table overseas_case add constraint overseas_case_check5 CHECK (((wage IS NULL) = (currency IS NULL)));
alter table overseas_case add constraint overseas_case_check6 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table overseas_case add constraint overseas_case_cost_declared_dong_check CHECK ((cost_declared_dong >= 0));
alter table overseas_case add constraint overseas_case_cost_loan_dong_check CHECK ((cost_loan_dong >= 0));
alter table overseas_case add constraint overseas_case_cost_own_dong_check CHECK ((cost_own_dong >= 0));
alter table overseas_case add constraint overseas_case_cost_support_dong_check CHECK ((cost_support_dong >= 0));
alter table overseas_case add constraint overseas_case_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));
alter table overseas_case add constraint overseas_case_departed_precision_check CHECK ((departed_precision = ANY (ARRAY['day'::text, 'month'::text])));
alter table overseas_case add constraint overseas_case_form_check CHECK ((form = ANY (ARRAY['dvsn'::text, 'dn_dich_vu'::text, 'dn_trung_thau'::text, 'dn_dau_tu'::text, 'thuc_tap_nang_cao'::text, 'ca_nhan'::text])));
alter table overseas_case add constraint overseas_case_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table overseas_case add constraint overseas_case_licence_result_check CHECK ((licence_result = ANY (ARRAY['valid'::text, 'none'::text, 'expired'::text, 'not_needed'::text, 'unknown'::text])));
alter table overseas_case add constraint overseas_case_market_check CHECK ((market ~ '^[A-Z]{2}$'::text));
alter table overseas_case add constraint overseas_case_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES t_an_giang.organisation(id);
alter table overseas_case add constraint overseas_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table overseas_case add constraint overseas_case_pkey PRIMARY KEY (id);
alter table overseas_case add constraint overseas_case_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES t_an_giang.overseas_case(id);
alter table overseas_case add constraint overseas_case_returned_precision_check CHECK ((returned_precision = ANY (ARRAY['day'::text, 'month'::text])));
alter table overseas_case add constraint overseas_case_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table overseas_case add constraint overseas_case_source_check CHECK ((source = ANY (ARRAY['commune'::text, 'hamlet'::text, 'fair'::text, 'job_centre'::text, 'list'::text])));
alter table overseas_case add constraint overseas_case_state_check CHECK ((state = ANY (ARRAY['nguyen_vong'::text, 'tu_van'::text, 'dang_hoc'::text, 'cho_xc'::text, 'da_xc'::text, 'gia_han'::text, 'bo_hd'::text, 've_dung_han'::text, 've_truoc_han'::text, 'tu_vong_mat_tich'::text, 'huy'::text])));
alter table overseas_case add constraint overseas_case_term_months_check CHECK (((term_months >= 1) AND (term_months <= 240)));
alter table overseas_case add constraint overseas_case_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table overseas_case add constraint overseas_case_wage_check CHECK ((wage >= 0));
alter table overseas_follow_up add constraint overseas_follow_up_case_id_fkey FOREIGN KEY (case_id) REFERENCES t_an_giang.overseas_case(id);
alter table overseas_follow_up add constraint overseas_follow_up_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table overseas_follow_up add constraint overseas_follow_up_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table overseas_follow_up add constraint overseas_follow_up_milestone_check CHECK ((milestone = ANY (ARRAY[3, 6, 12])));
alter table overseas_follow_up add constraint overseas_follow_up_phase_check CHECK ((phase = ANY (ARRAY['abroad'::text, 'home'::text])));
alter table overseas_follow_up add constraint overseas_follow_up_pkey PRIMARY KEY (id);
alter table overseas_incident add constraint overseas_incident_case_id_fkey FOREIGN KEY (case_id) REFERENCES t_an_giang.overseas_case(id);
alter table overseas_incident add constraint overseas_incident_check CHECK (((resolved_on IS NULL) = (resolution IS NULL)));
alter table overseas_incident add constraint overseas_incident_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table overseas_incident add constraint overseas_incident_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table overseas_incident add constraint overseas_incident_pkey PRIMARY KEY (id);
alter table overseas_request add constraint overseas_request_amount_dong_check CHECK ((amount_dong >= 0));
alter table overseas_request add constraint overseas_request_case_id_fkey FOREIGN KEY (case_id) REFERENCES t_an_giang.overseas_case(id);
alter table overseas_request add constraint overseas_request_check CHECK (((decided_on IS NULL) = (document_no IS NULL)));
alter table overseas_request add constraint overseas_request_check1 CHECK (((paid_on IS NULL) OR (decided_on IS NOT NULL)));
alter table overseas_request add constraint overseas_request_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table overseas_request add constraint overseas_request_number_check CHECK ((number > 0));
alter table overseas_request add constraint overseas_request_pkey PRIMARY KEY (id);
alter table overseas_request add constraint overseas_request_state_check CHECK ((state = ANY (ARRAY['received'::text, 'incomplete'::text, 'forwarded'::text, 'approved'::text, 'refused'::text, 'paid'::text, 'withdrawn'::text])));
alter table overseas_request add constraint overseas_request_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table overseas_request add constraint overseas_request_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table overseas_request_action add constraint overseas_request_action_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table overseas_request_action add constraint overseas_request_action_pkey PRIMARY KEY (id);
alter table overseas_request_action add constraint overseas_request_action_request_id_fkey FOREIGN KEY (request_id) REFERENCES t_an_giang.overseas_request(id);
alter table overseas_request_action add constraint overseas_request_action_seq_check CHECK ((seq > 0));
alter table overseas_support add constraint overseas_support_amount_dong_check CHECK ((amount_dong >= 0));
alter table overseas_support add constraint overseas_support_case_id_fkey FOREIGN KEY (case_id) REFERENCES t_an_giang.overseas_case(id);
alter table overseas_support add constraint overseas_support_certainty_check CHECK ((certainty = ANY (ARRAY['text'::text, 'second-hand'::text, 'unchecked'::text, 'unknown'::text])));
alter table overseas_support add constraint overseas_support_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table overseas_support add constraint overseas_support_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table overseas_support add constraint overseas_support_phase_check CHECK ((phase = ANY (ARRAY['before'::text, 'home'::text])));
alter table overseas_support add constraint overseas_support_pkey PRIMARY KEY (id);
alter table person add constraint person_birth_precision_check CHECK ((birth_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text])));
alter table person add constraint person_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table person add constraint person_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table person add constraint person_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table person add constraint person_pkey PRIMARY KEY (id);
alter table person add constraint person_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table person_identifier add constraint person_identifier_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table person_identifier add constraint person_identifier_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table person_identifier add constraint person_identifier_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table person_identifier add constraint person_identifier_pkey PRIMARY KEY (id);
alter table person_identifier add constraint person_identifier_type_check CHECK ((type = ANY (ARRAY['CCCD'::text, 'CMND'::text, 'other'::text])));
alter table person_past add constraint person_past_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table person_past add constraint person_past_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table person_past add constraint person_past_pkey PRIMARY KEY (person_id, version);
alter table placement add constraint placement_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table placement add constraint placement_check CHECK (((left_on IS NULL) OR (left_on >= started_on)));
alter table placement add constraint placement_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table placement add constraint placement_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table placement add constraint placement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES t_an_giang.organisation(id);
alter table placement add constraint placement_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table placement add constraint placement_pkey PRIMARY KEY (id);
alter table placement add constraint placement_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES t_an_giang.referral(id);
alter table placement add constraint placement_seeker_id_fkey FOREIGN KEY (seeker_id) REFERENCES t_an_giang.seeker(id);
alter table placement add constraint placement_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table placement add constraint placement_vacancy_id_fkey FOREIGN KEY (vacancy_id) REFERENCES t_an_giang.vacancy(id);
alter table placement_check add constraint placement_check_check CHECK (((checked_on IS NULL) = (result IS NULL)));
alter table placement_check add constraint placement_check_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table placement_check add constraint placement_check_milestone_check CHECK ((milestone = ANY (ARRAY[30, 90])));
alter table placement_check add constraint placement_check_pkey PRIMARY KEY (id);
alter table placement_check add constraint placement_check_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES t_an_giang.placement(id);
alter table placement_check add constraint placement_check_result_check CHECK ((result = ANY (ARRAY['stays'::text, 'left'::text, 'unreachable'::text])));
alter table plan_row add constraint plan_row_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table plan_row add constraint plan_row_check1 CHECK (((to_year > year) AND ((to_year - year) < 10)));
alter table plan_row add constraint plan_row_figure_kind_check CHECK ((figure_kind = ANY (ARRAY['document'::text, 'forecast'::text, 'estimate'::text, 'backward'::text, 'illustrative'::text])));
alter table plan_row add constraint plan_row_pkey PRIMARY KEY (id);
alter table plan_row add constraint plan_row_plan_kind_check CHECK ((plan_kind = ANY (ARRAY['assigned'::text, 'own'::text, 'council'::text])));
alter table plan_row add constraint plan_row_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table population_count add constraint population_count_area_type_check CHECK ((area_type = ANY (ARRAY['rural'::text, 'urban'::text])));
alter table population_count add constraint population_count_check CHECK (((minority_households >= 0) AND (minority_households <= households)));
alter table population_count add constraint population_count_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table population_count add constraint population_count_figure_kind_check CHECK ((figure_kind = ANY (ARRAY['document'::text, 'forecast'::text, 'estimate'::text, 'backward'::text, 'illustrative'::text])));
alter table population_count add constraint population_count_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table population_count add constraint population_count_households_check CHECK ((households >= 0));
alter table population_count add constraint population_count_persons_check CHECK ((persons >= 0));
alter table population_count add constraint population_count_pkey PRIMARY KEY (id);
alter table procedure_action add constraint procedure_action_case_id_fkey FOREIGN KEY (case_id) REFERENCES t_an_giang.procedure_case(id);
alter table procedure_action add constraint procedure_action_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table procedure_action add constraint procedure_action_pkey PRIMARY KEY (id);
alter table procedure_action add constraint procedure_action_seq_check CHECK ((seq > 0));
alter table procedure_case add constraint procedure_case_check CHECK (((outcome IS NULL) = (decided_on IS NULL)));
alter table procedure_case add constraint procedure_case_check1 CHECK (((result_to IS NULL) OR (result_from < result_to)));
alter table procedure_case add constraint procedure_case_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table procedure_case add constraint procedure_case_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table procedure_case add constraint procedure_case_number_check CHECK ((number > 0));
alter table procedure_case add constraint procedure_case_outcome_check CHECK ((outcome = ANY (ARRAY['recognised'::text, 'refused'::text])));
alter table procedure_case add constraint procedure_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table procedure_case add constraint procedure_case_pkey PRIMARY KEY (id);
alter table procedure_case add constraint procedure_case_state_check CHECK ((state = ANY (ARRAY['received'::text, 'incomplete'::text, 'complete'::text, 'assessed'::text, 'met'::text, 'posted'::text, 'recognised'::text, 'refused'::text, 'answered'::text, 'withdrawn'::text])));
alter table procedure_case add constraint procedure_case_status_id_fkey FOREIGN KEY (status_id) REFERENCES t_an_giang.recognised_status(id);
alter table procedure_case add constraint procedure_case_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table procedure_case add constraint procedure_case_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table procedure_report add constraint procedure_report_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table procedure_report add constraint procedure_report_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric));
alter table procedure_report add constraint procedure_report_pkey PRIMARY KEY (id);
alter table procedure_report add constraint procedure_report_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table recognised_status add constraint recognised_status_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table recognised_status add constraint recognised_status_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table recognised_status add constraint recognised_status_class_check CHECK ((class = ANY (ARRAY['poor'::text, 'near_poor'::text])));
alter table recognised_status add constraint recognised_status_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table recognised_status add constraint recognised_status_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table recognised_status add constraint recognised_status_members_check CHECK ((members >= 0));
alter table recognised_status add constraint recognised_status_pkey PRIMARY KEY (id);
alter table recognised_status add constraint recognised_status_source_check CHECK ((source = ANY (ARRAY['list'::text, 'round'::text, 'decision'::text, 'demo'::text])));
alter table referral add constraint referral_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table referral add constraint referral_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table referral add constraint referral_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES t_an_giang.organisation(id);
alter table referral add constraint referral_pkey PRIMARY KEY (id);
alter table referral add constraint referral_score_check CHECK (((score >= 0) AND (score <= 100)));
alter table referral add constraint referral_seeker_id_fkey FOREIGN KEY (seeker_id) REFERENCES t_an_giang.seeker(id);
alter table referral add constraint referral_state_check CHECK ((state = ANY (ARRAY['referred'::text, 'interview'::text, 'hired'::text, 'rejected'::text, 'withdrawn'::text])));
alter table referral add constraint referral_vacancy_id_fkey FOREIGN KEY (vacancy_id) REFERENCES t_an_giang.vacancy(id);
alter table referral_action add constraint referral_action_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table referral_action add constraint referral_action_kind_check CHECK ((kind = ANY (ARRAY['refer'::text, 'interview'::text, 'hire'::text, 'reject'::text, 'withdraw'::text])));
alter table referral_action add constraint referral_action_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES t_an_giang.organisation(id);
alter table referral_action add constraint referral_action_pkey PRIMARY KEY (id);
alter table referral_action add constraint referral_action_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES t_an_giang.referral(id);
alter table referral_action add constraint referral_action_seq_check CHECK ((seq > 0));
alter table registration_assist add constraint registration_assist_channel_check CHECK ((channel = ANY (ARRAY['vneid'::text, 'portal'::text, 'paper'::text, 'employer'::text])));
alter table registration_assist add constraint registration_assist_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table registration_assist add constraint registration_assist_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table registration_assist add constraint registration_assist_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table registration_assist add constraint registration_assist_pkey PRIMARY KEY (id);
alter table registration_assist add constraint registration_assist_result_check CHECK ((result = ANY (ARRAY['registered'::text, 'adjusted'::text, 'sent'::text, 'advised'::text, 'failed'::text])));
alter table registration_assist add constraint registration_assist_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table registry_complete add constraint registry_complete_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table registry_complete add constraint registry_complete_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table registry_complete add constraint registry_complete_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table registry_complete add constraint registry_complete_pkey PRIMARY KEY (id);
alter table reporting_period add constraint reporting_period_check CHECK ((starts_on <= ends_on));
alter table reporting_period add constraint reporting_period_code_key UNIQUE (code);
alter table reporting_period add constraint reporting_period_pkey PRIMARY KEY (id);
alter table residence add constraint residence_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table residence add constraint residence_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table residence add constraint residence_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table residence add constraint residence_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table residence add constraint residence_pkey PRIMARY KEY (id);
alter table return_record add constraint return_record_case_id_fkey FOREIGN KEY (case_id) REFERENCES t_an_giang.overseas_case(id);
alter table return_record add constraint return_record_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table return_record add constraint return_record_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table return_record add constraint return_record_kind_check CHECK ((kind = ANY (ARRAY['on_time'::text, 'early'::text])));
alter table return_record add constraint return_record_pkey PRIMARY KEY (id);
alter table return_record add constraint return_record_returned_precision_check CHECK ((returned_precision = ANY (ARRAY['day'::text, 'month'::text])));
alter table review_action add constraint review_action_case_id_fkey FOREIGN KEY (case_id) REFERENCES t_an_giang.review_case(id);
alter table review_action add constraint review_action_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table review_action add constraint review_action_pkey PRIMARY KEY (id);
alter table review_action add constraint review_action_seq_check CHECK ((seq > 0));
alter table review_case add constraint review_case_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES t_an_giang.assessment(id);
alter table review_case add constraint review_case_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table review_case add constraint review_case_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table review_case add constraint review_case_list_check CHECK ((list = ANY (ARRAY['poor'::text, 'near_poor'::text])));
alter table review_case add constraint review_case_origin_check CHECK ((origin = ANY (ARRAY['on_list'::text, 'request'::text, 'found'::text])));
alter table review_case add constraint review_case_pkey PRIMARY KEY (id);
alter table review_case add constraint review_case_previous_class_check CHECK ((previous_class = ANY (ARRAY['poor'::text, 'near_poor'::text, 'none'::text])));
alter table review_case add constraint review_case_result_set_id_fkey FOREIGN KEY (result_set_id) REFERENCES t_an_giang.review_result_set(id);
alter table review_case add constraint review_case_round_id_fkey FOREIGN KEY (round_id) REFERENCES t_an_giang.review_round(id);
alter table review_case add constraint review_case_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'quick_check_failed'::text, 'surveyed'::text, 'scored'::text, 'not_found'::text, 'met'::text, 'posted'::text, 'complaint'::text, 'rechecked'::text, 'reposted'::text, 'reported'::text, 'opinion'::text, 'recognised'::text, 'certified'::text, 'withdrawn'::text, 'moved_away'::text, 'duplicate'::text])));
alter table review_case add constraint review_case_surveyor_id_fkey FOREIGN KEY (surveyor_id) REFERENCES t_an_giang.review_staff(id);
alter table review_hamlet add constraint review_hamlet_forms_back_check CHECK ((forms_back >= 0));
alter table review_hamlet add constraint review_hamlet_forms_given_check CHECK ((forms_given >= 0));
alter table review_hamlet add constraint review_hamlet_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table review_hamlet add constraint review_hamlet_pkey PRIMARY KEY (round_id, hamlet_id);
alter table review_hamlet add constraint review_hamlet_round_id_fkey FOREIGN KEY (round_id) REFERENCES t_an_giang.review_round(id);
alter table review_meeting add constraint review_meeting_agree_check CHECK ((agree >= 0));
alter table review_meeting add constraint review_meeting_check CHECK (((reviewed_present >= 0) AND (reviewed_present <= present)));
alter table review_meeting add constraint review_meeting_check1 CHECK (((agree + disagree) <= present));
alter table review_meeting add constraint review_meeting_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table review_meeting add constraint review_meeting_disagree_check CHECK ((disagree >= 0));
alter table review_meeting add constraint review_meeting_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table review_meeting add constraint review_meeting_invited_check CHECK ((invited >= 0));
alter table review_meeting add constraint review_meeting_pkey PRIMARY KEY (id);
alter table review_meeting add constraint review_meeting_present_check CHECK ((present > 0));
alter table review_meeting add constraint review_meeting_result_set_id_fkey FOREIGN KEY (result_set_id) REFERENCES t_an_giang.review_result_set(id);
alter table review_meeting add constraint review_meeting_round_id_fkey FOREIGN KEY (round_id) REFERENCES t_an_giang.review_round(id);
alter table review_milestone add constraint review_milestone_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table review_milestone add constraint review_milestone_pkey PRIMARY KEY (id);
alter table review_milestone add constraint review_milestone_round_id_fkey FOREIGN KEY (round_id) REFERENCES t_an_giang.review_round(id);
alter table review_milestone add constraint review_milestone_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table review_opinion add constraint review_opinion_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table review_opinion add constraint review_opinion_check1 CHECK (((replied_on IS NULL) = (agreed IS NULL)));
alter table review_opinion add constraint review_opinion_level_check CHECK ((level = ANY (ARRAY['district'::text, 'province'::text, 'none'::text])));
alter table review_opinion add constraint review_opinion_mode_check CHECK ((mode = ANY (ARRAY['opinion'::text, 'approve'::text, 'inform'::text, 'none'::text])));
alter table review_opinion add constraint review_opinion_pkey PRIMARY KEY (id);
alter table review_opinion add constraint review_opinion_result_set_id_fkey FOREIGN KEY (result_set_id) REFERENCES t_an_giang.review_result_set(id);
alter table review_opinion add constraint review_opinion_round_id_fkey FOREIGN KEY (round_id) REFERENCES t_an_giang.review_round(id);
alter table review_opinion add constraint review_opinion_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table review_posting add constraint review_posting_check CHECK ((from_on <= to_on));
alter table review_posting add constraint review_posting_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table review_posting add constraint review_posting_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table review_posting add constraint review_posting_kind_check CHECK ((kind = ANY (ARRAY['first'::text, 'again'::text])));
alter table review_posting add constraint review_posting_pkey PRIMARY KEY (id);
alter table review_posting add constraint review_posting_result_set_id_fkey FOREIGN KEY (result_set_id) REFERENCES t_an_giang.review_result_set(id);
alter table review_posting add constraint review_posting_round_id_fkey FOREIGN KEY (round_id) REFERENCES t_an_giang.review_round(id);
alter table review_result_set add constraint review_result_set_pkey PRIMARY KEY (id);
alter table review_result_set add constraint review_result_set_round_id_fkey FOREIGN KEY (round_id) REFERENCES t_an_giang.review_round(id);
alter table review_result_set add constraint review_result_set_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table review_round add constraint review_round_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table review_round add constraint review_round_form_rate_check CHECK ((form_rate >= 0));
alter table review_round add constraint review_round_opinion CHECK ((((opinion_level IS NULL) OR (opinion_mode IS NOT NULL)) AND ((opinion_mode IS NULL) OR (opinion_document IS NOT NULL))));
alter table review_round add constraint review_round_opinion_level_check CHECK ((opinion_level = ANY (ARRAY['district'::text, 'province'::text])));
alter table review_round add constraint review_round_opinion_mode_check CHECK ((opinion_mode = ANY (ARRAY['opinion'::text, 'approve'::text, 'inform'::text, 'none'::text])));
alter table review_round add constraint review_round_pkey PRIMARY KEY (id);
alter table review_round add constraint review_round_rate CHECK (((form_rate IS NULL) OR (form_rate_document IS NOT NULL)));
alter table review_round add constraint review_round_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table review_round add constraint review_round_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table review_staff add constraint review_staff_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table review_staff add constraint review_staff_kind_check CHECK ((kind = ANY (ARRAY['committee'::text, 'surveyor'::text])));
alter table review_staff add constraint review_staff_pkey PRIMARY KEY (id);
alter table review_staff add constraint review_staff_round_id_fkey FOREIGN KEY (round_id) REFERENCES t_an_giang.review_round(id);
alter table review_staff add constraint review_staff_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table review_training add constraint review_training_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table review_training add constraint review_training_pkey PRIMARY KEY (id);
alter table review_training add constraint review_training_round_id_fkey FOREIGN KEY (round_id) REFERENCES t_an_giang.review_round(id);
alter table review_training add constraint review_training_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table review_vote add constraint review_vote_agree_check CHECK ((agree >= 0));
alter table review_vote add constraint review_vote_case_id_fkey FOREIGN KEY (case_id) REFERENCES t_an_giang.review_case(id);
alter table review_vote add constraint review_vote_disagree_check CHECK ((disagree >= 0));
alter table review_vote add constraint review_vote_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table review_vote add constraint review_vote_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES t_an_giang.review_meeting(id);
alter table review_vote add constraint review_vote_pkey PRIMARY KEY (meeting_id, case_id);
alter table rollup_status add constraint rollup_status_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table rollup_status add constraint rollup_status_pkey PRIMARY KEY (hamlet_id, class, ruleset, valid_from, valid_to);
alter table schema_version add constraint schema_version_pkey PRIMARY KEY (file);
alter table score_pack add constraint score_pack_area_check CHECK ((area = ANY (ARRAY['rural'::text, 'urban'::text])));
alter table score_pack add constraint score_pack_check CHECK ((checked_by <> entered_by));
alter table score_pack add constraint score_pack_check1 CHECK (((activated_by <> entered_by) AND (activated_by <> checked_by)));
alter table score_pack add constraint score_pack_check2 CHECK (((status = ANY (ARRAY['draft'::text, 'retired'::text])) OR (checked_by IS NOT NULL)));
alter table score_pack add constraint score_pack_check3 CHECK (((status <> 'active'::text) OR (activated_by IS NOT NULL)));
alter table score_pack add constraint score_pack_check4 CHECK ((((status = 'retired'::text) = (retired_at IS NOT NULL)) AND ((retired_at IS NULL) = (retire_reason IS NULL))));
alter table score_pack add constraint score_pack_legal_file_check CHECK ((length(legal_file) = 32));
alter table score_pack add constraint score_pack_pkey PRIMARY KEY (id);
alter table score_pack add constraint score_pack_replaces_fkey FOREIGN KEY (replaces) REFERENCES t_an_giang.score_pack(id);
alter table score_pack add constraint score_pack_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'checked'::text, 'active'::text, 'retired'::text])));
alter table score_pack add constraint score_pack_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table score_pack add constraint score_pack_version_check CHECK ((version > 0));
alter table seeker add constraint seeker_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table seeker add constraint seeker_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table seeker add constraint seeker_experience_months_check CHECK ((experience_months >= 0));
alter table seeker add constraint seeker_experience_vsco_check CHECK ((experience_vsco ~ '^[0-9]{1,5}$'::text));
alter table seeker add constraint seeker_general_education_check CHECK ((general_education = ANY (ARRAY['none'::text, 'primary'::text, 'lower_secondary'::text, 'upper_secondary'::text])));
alter table seeker add constraint seeker_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table seeker add constraint seeker_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table seeker add constraint seeker_pkey PRIMARY KEY (id);
alter table seeker add constraint seeker_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table seeker add constraint seeker_shifts_check CHECK ((shifts <@ ARRAY['day'::text, 'rotating'::text, 'night'::text]));
alter table seeker add constraint seeker_source_check CHECK ((source = ANY (ARRAY['office'::text, 'fair'::text, 'list'::text, 'class'::text, 'self'::text])));
alter table seeker add constraint seeker_state_check CHECK ((state = ANY (ARRAY['looking'::text, 'placed'::text, 'paused'::text, 'closed'::text])));
alter table seeker add constraint seeker_technical_level_check CHECK ((technical_level = ANY (ARRAY['none'::text, 'worker'::text, 'under_3_months'::text, 'elementary'::text, 'intermediate'::text, 'college'::text, 'university'::text, 'postgraduate'::text])));
alter table seeker add constraint seeker_wage_wanted_check CHECK ((wage_wanted >= 0));
alter table seeker add constraint seeker_wanted_places_check CHECK ((wanted_places <@ ARRAY['xa'::text, 'tinh'::text, 'ngoai_tinh'::text, 'nuoc_ngoai'::text]));
alter table self_taught add constraint self_taught_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table self_taught add constraint self_taught_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table self_taught add constraint self_taught_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table self_taught add constraint self_taught_learned_by_check CHECK ((learned_by = ANY (ARRAY['self_study'::text, 'passed_on'::text, 'on_the_job'::text])));
alter table self_taught add constraint self_taught_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table self_taught add constraint self_taught_pkey PRIMARY KEY (id);
alter table self_taught add constraint self_taught_recognised_year_check CHECK (((recognised_year >= 2000) AND (recognised_year <= 2200)));
alter table self_taught add constraint self_taught_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table self_taught add constraint self_taught_skill_check_check CHECK ((skill_check = ANY (ARRAY['self'::text, 'hamlet'::text, 'enterprise'::text, 'certificate'::text])));
alter table self_taught add constraint self_taught_trade_code_fkey FOREIGN KEY (trade_code) REFERENCES t_an_giang.trade(code);
alter table self_taught add constraint self_taught_years_in_job_check CHECK (((years_in_job >= 0) AND (years_in_job <= 80)));
alter table sender_complaint add constraint sender_complaint_check CHECK (((answered_on IS NULL) = (answer IS NULL)));
alter table sender_complaint add constraint sender_complaint_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table sender_complaint add constraint sender_complaint_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES t_an_giang.organisation(id);
alter table sender_complaint add constraint sender_complaint_pkey PRIMARY KEY (id);
alter table sender_complaint add constraint sender_complaint_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table status_confirmation add constraint status_confirmation_class_check CHECK ((class = ANY (ARRAY['poor'::text, 'near_poor'::text, 'none'::text, 'unknown'::text])));
alter table status_confirmation add constraint status_confirmation_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table status_confirmation add constraint status_confirmation_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table status_confirmation add constraint status_confirmation_pkey PRIMARY KEY (id);
alter table status_confirmation add constraint status_confirmation_status_id_fkey FOREIGN KEY (status_id) REFERENCES t_an_giang.recognised_status(id);
alter table status_confirmation add constraint status_confirmation_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table stored_file add constraint stored_file_pkey PRIMARY KEY (sha256);
alter table stored_file add constraint stored_file_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table support_fact add constraint support_fact_amount_check CHECK ((amount >= 0));
alter table support_fact add constraint support_fact_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table support_fact add constraint support_fact_check1 CHECK (((holds IS NULL) <> (amount IS NULL)));
alter table support_fact add constraint support_fact_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table support_fact add constraint support_fact_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table support_fact add constraint support_fact_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table support_fact add constraint support_fact_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table support_fact add constraint support_fact_pkey PRIMARY KEY (id);
alter table support_list add constraint support_list_base_id_fkey FOREIGN KEY (base_id) REFERENCES t_an_giang.support_list(id);
alter table support_list add constraint support_list_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table support_list add constraint support_list_pkey PRIMARY KEY (id);
alter table support_list add constraint support_list_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table support_list_line add constraint support_list_line_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table support_list_line add constraint support_list_line_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table support_list_line add constraint support_list_line_list_id_fkey FOREIGN KEY (list_id) REFERENCES t_an_giang.support_list(id);
alter table support_list_line add constraint support_list_line_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table support_list_line add constraint support_list_line_pkey PRIMARY KEY (id);
alter table support_receipt add constraint support_receipt_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES t_an_giang.import_batch(id);
alter table support_receipt add constraint support_receipt_check CHECK (((value_dong IS NOT NULL) OR (quantity IS NOT NULL)));
alter table support_receipt add constraint support_receipt_check1 CHECK (((quantity IS NULL) = (unit IS NULL)));
alter table support_receipt add constraint support_receipt_check2 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table support_receipt add constraint support_receipt_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table support_receipt add constraint support_receipt_household_id_fkey FOREIGN KEY (household_id) REFERENCES t_an_giang.household(id);
alter table support_receipt add constraint support_receipt_list_id_fkey FOREIGN KEY (list_id) REFERENCES t_an_giang.support_list(id);
alter table support_receipt add constraint support_receipt_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table support_receipt add constraint support_receipt_pkey PRIMARY KEY (id);
alter table support_receipt add constraint support_receipt_quantity_check CHECK ((quantity > (0)::numeric));
alter table support_receipt add constraint support_receipt_value_dong_check CHECK ((value_dong >= 0));
alter table table_submission add constraint table_submission_check CHECK ((opening_on < closing_on));
alter table table_submission add constraint table_submission_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table table_submission add constraint table_submission_pkey PRIMARY KEY (id);
alter table table_submission add constraint table_submission_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table table_submission add constraint table_submission_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table trade add constraint trade_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table trade add constraint trade_hours_practice_check CHECK ((hours_practice >= 0));
alter table trade add constraint trade_hours_theory_check CHECK ((hours_theory >= 0));
alter table trade add constraint trade_level_check CHECK ((level = ANY (ARRAY['so_cap'::text, 'under_3_months'::text, 'apprenticeship'::text])));
alter table trade add constraint trade_months_check CHECK (((months > (0)::numeric) AND (scale(months) <= 1)));
alter table trade add constraint trade_pkey PRIMARY KEY (code);
alter table trade add constraint trade_sector_check CHECK ((sector = ANY (ARRAY['farm'::text, 'non_farm'::text])));
alter table trade_norm add constraint trade_norm_amount_dong_check CHECK ((amount_dong > 0));
alter table trade_norm add constraint trade_norm_check CHECK (((valid_to IS NULL) OR (valid_from < valid_to)));
alter table trade_norm add constraint trade_norm_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table trade_norm add constraint trade_norm_pkey PRIMARY KEY (id);
alter table trade_norm add constraint trade_norm_trade_code_fkey FOREIGN KEY (trade_code) REFERENCES t_an_giang.trade(code);
alter table trade_norm add constraint trade_norm_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table training_certificate add constraint training_certificate_check CHECK (((revoked_on IS NULL) = (revoke_reason IS NULL)));
alter table training_certificate add constraint training_certificate_check1 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table training_certificate add constraint training_certificate_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table training_certificate add constraint training_certificate_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES t_an_giang.enrolment(id);
alter table training_certificate add constraint training_certificate_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table training_certificate add constraint training_certificate_kind_check CHECK ((kind = ANY (ARRAY['so_cap'::text, 'dao_tao'::text])));
alter table training_certificate add constraint training_certificate_pkey PRIMARY KEY (id);
alter table training_certificate add constraint training_certificate_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table training_certificate add constraint training_certificate_replaces_fkey FOREIGN KEY (replaces) REFERENCES t_an_giang.training_certificate(id);
alter table training_certificate add constraint training_certificate_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table training_class add constraint training_class_check CHECK (((planned_to IS NULL) OR (planned_from <= planned_to)));
alter table training_class add constraint training_class_check1 CHECK (((ended_on IS NULL) OR (opened_on <= ended_on)));
alter table training_class add constraint training_class_check2 CHECK (((state = ANY (ARRAY['planned'::text, 'approved'::text, 'cancelled'::text])) OR (opened_on IS NOT NULL)));
alter table training_class add constraint training_class_check3 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table training_class add constraint training_class_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES t_an_giang.training_contract(id);
alter table training_class add constraint training_class_cost_dong_check CHECK ((cost_dong >= 0));
alter table training_class add constraint training_class_funding_line_id_fkey FOREIGN KEY (funding_line_id) REFERENCES t_an_giang.funding_line(id);
alter table training_class add constraint training_class_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table training_class add constraint training_class_learners_planned_check CHECK (((learners_planned >= 1) AND (learners_planned <= 1000)));
alter table training_class add constraint training_class_pkey PRIMARY KEY (id);
alter table training_class add constraint training_class_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES t_an_giang.training_plan(id);
alter table training_class add constraint training_class_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table training_class add constraint training_class_split_from_fkey FOREIGN KEY (split_from) REFERENCES t_an_giang.training_class(id);
alter table training_class add constraint training_class_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'approved'::text, 'opened'::text, 'running'::text, 'exam'::text, 'closed'::text, 'settled'::text, 'cancelled'::text])));
alter table training_class add constraint training_class_trade_code_fkey FOREIGN KEY (trade_code) REFERENCES t_an_giang.trade(code);
alter table training_class add constraint training_class_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table training_class_action add constraint training_class_action_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table training_class_action add constraint training_class_action_pkey PRIMARY KEY (id);
alter table training_class_action add constraint training_class_action_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table training_class_action add constraint training_class_action_seq_check CHECK ((seq > 0));
alter table training_class_action add constraint training_class_action_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table training_contract add constraint training_contract_amount_dong_check CHECK ((amount_dong >= 0));
alter table training_contract add constraint training_contract_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table training_contract add constraint training_contract_funding_line_id_fkey FOREIGN KEY (funding_line_id) REFERENCES t_an_giang.funding_line(id);
alter table training_contract add constraint training_contract_kind_check CHECK ((kind = ANY (ARRAY['order'::text, 'assign'::text, 'tender'::text])));
alter table training_contract add constraint training_contract_pkey PRIMARY KEY (id);
alter table training_contract add constraint training_contract_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table training_contract add constraint training_contract_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table training_need add constraint training_need_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table training_need add constraint training_need_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table training_need add constraint training_need_check1 CHECK (((state <> 'declined'::text) OR (decline_reason IS NOT NULL)));
alter table training_need add constraint training_need_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table training_need add constraint training_need_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table training_need add constraint training_need_pkey PRIMARY KEY (id);
alter table training_need add constraint training_need_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES t_an_giang.training_plan(id);
alter table training_need add constraint training_need_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table training_need add constraint training_need_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'confirmed'::text, 'summed'::text, 'planned'::text, 'declined'::text])));
alter table training_need add constraint training_need_trade_code_fkey FOREIGN KEY (trade_code) REFERENCES t_an_giang.trade(code);
alter table training_need add constraint training_need_wanted_for_check CHECK ((wanted_for = ANY (ARRAY['find_job'::text, 'own_trade'::text, 'self_employed'::text, 'abroad'::text, 'other'::text])));
alter table training_need add constraint training_need_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table training_need_action add constraint training_need_action_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table training_need_action add constraint training_need_action_need_id_fkey FOREIGN KEY (need_id) REFERENCES t_an_giang.training_need(id);
alter table training_need_action add constraint training_need_action_pkey PRIMARY KEY (id);
alter table training_need_action add constraint training_need_action_seq_check CHECK ((seq > 0));
alter table training_outcome add constraint training_outcome_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table training_outcome add constraint training_outcome_check1 CHECK (((state = 'recorded'::text) = (verified_on IS NULL)));
alter table training_outcome add constraint training_outcome_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table training_outcome add constraint training_outcome_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES t_an_giang.enrolment(id);
alter table training_outcome add constraint training_outcome_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table training_outcome add constraint training_outcome_income_after_dong_check CHECK ((income_after_dong >= 0));
alter table training_outcome add constraint training_outcome_income_before_dong_check CHECK ((income_before_dong >= 0));
alter table training_outcome add constraint training_outcome_milestone_check CHECK ((milestone = ANY (ARRAY[1, 3, 6, 12])));
alter table training_outcome add constraint training_outcome_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table training_outcome add constraint training_outcome_pkey PRIMARY KEY (id);
alter table training_outcome add constraint training_outcome_place_kind_check CHECK ((place_kind = ANY (ARRAY['xa'::text, 'tinh'::text, 'ngoai_tinh'::text, 'nuoc_ngoai'::text])));
alter table training_outcome add constraint training_outcome_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES t_an_giang.organisation(id);
alter table training_outcome add constraint training_outcome_state_check CHECK ((state = ANY (ARRAY['recorded'::text, 'verified'::text, 'closed'::text])));
alter table training_outcome add constraint training_outcome_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table training_plan add constraint training_plan_amount_dong_check CHECK ((amount_dong >= 0));
alter table training_plan add constraint training_plan_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table training_plan add constraint training_plan_classes_check CHECK ((classes >= 0));
alter table training_plan add constraint training_plan_funding_line_id_fkey FOREIGN KEY (funding_line_id) REFERENCES t_an_giang.funding_line(id);
alter table training_plan add constraint training_plan_learners_check CHECK ((learners >= 0));
alter table training_plan add constraint training_plan_pkey PRIMARY KEY (id);
alter table training_plan add constraint training_plan_trade_code_fkey FOREIGN KEY (trade_code) REFERENCES t_an_giang.trade(code);
alter table training_plan add constraint training_plan_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table training_plan add constraint training_plan_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table training_support_action add constraint training_support_action_case_id_fkey FOREIGN KEY (case_id) REFERENCES t_an_giang.training_support_case(id);
alter table training_support_action add constraint training_support_action_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table training_support_action add constraint training_support_action_pkey PRIMARY KEY (id);
alter table training_support_action add constraint training_support_action_seq_check CHECK ((seq > 0));
alter table training_support_case add constraint training_support_case_amount_dong_check CHECK ((amount_dong >= 0));
alter table training_support_case add constraint training_support_case_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2200)));
alter table training_support_case add constraint training_support_case_check CHECK (((complete_on IS NULL) = (due_on IS NULL)));
alter table training_support_case add constraint training_support_case_check1 CHECK (((outcome IS NULL) = (decided_on IS NULL)));
alter table training_support_case add constraint training_support_case_check2 CHECK (((outcome IS DISTINCT FROM 'approved'::text) OR (amount_dong IS NOT NULL)));
alter table training_support_case add constraint training_support_case_class_id_fkey FOREIGN KEY (class_id) REFERENCES t_an_giang.training_class(id);
alter table training_support_case add constraint training_support_case_hamlet_id_fkey FOREIGN KEY (hamlet_id) REFERENCES t_an_giang.hamlet(id);
alter table training_support_case add constraint training_support_case_number_check CHECK ((number > 0));
alter table training_support_case add constraint training_support_case_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'refused'::text])));
alter table training_support_case add constraint training_support_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES t_an_giang.person(id);
alter table training_support_case add constraint training_support_case_pkey PRIMARY KEY (id);
alter table training_support_case add constraint training_support_case_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2])));
alter table training_support_case add constraint training_support_case_state_check CHECK ((state = ANY (ARRAY['received'::text, 'incomplete'::text, 'complete'::text, 'approved'::text, 'refused'::text, 'paid'::text, 'withdrawn'::text])));
alter table training_support_case add constraint training_support_case_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table training_support_case add constraint training_support_case_year_check CHECK (((year >= 2000) AND (year <= 2200)));
alter table typed_figure add constraint typed_figure_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table typed_figure add constraint typed_figure_figure_kind_check CHECK ((figure_kind = ANY (ARRAY['document'::text, 'forecast'::text, 'estimate'::text, 'backward'::text, 'illustrative'::text])));
alter table typed_figure add constraint typed_figure_pkey PRIMARY KEY (id);
alter table typed_figure add constraint typed_figure_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table vacancy add constraint vacancy_age_from_check CHECK (((age_from >= 15) AND (age_from <= 100)));
alter table vacancy add constraint vacancy_age_to_check CHECK (((age_to >= 15) AND (age_to <= 100)));
alter table vacancy add constraint vacancy_check CHECK (((posts_female >= 0) AND (posts_female <= posts)));
alter table vacancy add constraint vacancy_check1 CHECK ((wage_to >= wage_from));
alter table vacancy add constraint vacancy_check2 CHECK (((age_to IS NULL) OR (age_from IS NULL) OR (age_from <= age_to)));
alter table vacancy add constraint vacancy_check3 CHECK (((voided_at IS NULL) = (void_reason IS NULL)));
alter table vacancy add constraint vacancy_contract_kind_check CHECK ((contract_kind = ANY (ARRAY['indefinite'::text, 'fixed_term'::text, 'seasonal'::text, 'probation'::text, 'other'::text])));
alter table vacancy add constraint vacancy_experience_months_check CHECK ((experience_months >= 0));
alter table vacancy add constraint vacancy_general_education_check CHECK ((general_education = ANY (ARRAY['none'::text, 'primary'::text, 'lower_secondary'::text, 'upper_secondary'::text])));
alter table vacancy add constraint vacancy_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES t_an_giang.organisation(id);
alter table vacancy add constraint vacancy_pkey PRIMARY KEY (id);
alter table vacancy add constraint vacancy_place_kind_check CHECK ((place_kind = ANY (ARRAY['xa'::text, 'tinh'::text, 'ngoai_tinh'::text, 'nuoc_ngoai'::text])));
alter table vacancy add constraint vacancy_place_unit_uid_fkey FOREIGN KEY (place_unit_uid) REFERENCES ref.unit(uid);
alter table vacancy add constraint vacancy_posts_check CHECK ((posts > 0));
alter table vacancy add constraint vacancy_probation_days_check CHECK ((probation_days >= 0));
alter table vacancy add constraint vacancy_shift_check CHECK ((shift = ANY (ARRAY['day'::text, 'rotating'::text, 'night'::text])));
alter table vacancy add constraint vacancy_source_check CHECK ((source = ANY (ARRAY['fair'::text, 'centre'::text, 'portal'::text, 'list'::text, 'commune'::text])));
alter table vacancy add constraint vacancy_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paused'::text, 'filled'::text, 'expired'::text])));
alter table vacancy add constraint vacancy_technical_level_check CHECK ((technical_level = ANY (ARRAY['none'::text, 'worker'::text, 'under_3_months'::text, 'elementary'::text, 'intermediate'::text, 'college'::text, 'university'::text, 'postgraduate'::text])));
alter table vacancy add constraint vacancy_unit_uid_fkey FOREIGN KEY (unit_uid) REFERENCES ref.unit(uid);
alter table vacancy add constraint vacancy_vsco_check CHECK ((vsco ~ '^[0-9]{1,5}$'::text));
alter table vacancy add constraint vacancy_wage_from_check CHECK ((wage_from >= 0));
CREATE INDEX advice_session_unit ON advice_session USING btree (unit_uid, on_date);
CREATE INDEX advice_visit_hamlet ON advice_visit USING btree (hamlet_id);
CREATE INDEX advice_visit_session ON advice_visit USING btree (session_id);
CREATE INDEX allowance_item_enrolment ON allowance_item USING btree (enrolment_id);
CREATE INDEX allowance_item_hamlet ON allowance_item USING btree (hamlet_id);
CREATE UNIQUE INDEX allowance_item_once ON allowance_item USING btree (list_id, enrolment_id) WHERE (voided_at IS NULL);
CREATE INDEX allowance_item_subject ON allowance_item USING btree (subject_key);
CREATE UNIQUE INDEX allowance_list_number ON allowance_list USING btree (class_id, number);
CREATE UNIQUE INDEX allowance_list_one ON allowance_list USING btree (class_id) WHERE (voided_at IS NULL);
CREATE INDEX allowance_list_provider ON allowance_list USING btree (provider_id);
CREATE INDEX allowance_list_unit ON allowance_list USING btree (unit_uid, state);
CREATE UNIQUE INDEX allowance_list_action_order ON allowance_list_action USING btree (list_id, seq);
CREATE INDEX assessment_hamlet ON assessment USING btree (hamlet_id);
CREATE INDEX assessment_household ON assessment USING btree (household_id);
CREATE INDEX attendance_class ON attendance USING btree (class_id);
CREATE INDEX attendance_enrolment ON attendance USING btree (enrolment_id);
CREATE INDEX attendance_hamlet ON attendance USING btree (hamlet_id);
CREATE UNIQUE INDEX attendance_once ON attendance USING btree (session_id, enrolment_id) WHERE (voided_at IS NULL);
CREATE INDEX attendance_scan_class ON attendance_scan USING btree (class_id);
CREATE UNIQUE INDEX attendance_scan_once ON attendance_scan USING btree (sheet_id, sha256) WHERE (voided_at IS NULL);
CREATE INDEX attendance_sheet_class ON attendance_sheet USING btree (class_id);
CREATE INDEX audit_event_at ON audit_event USING btree (at);
CREATE INDEX away_need_hamlet ON away_need USING btree (hamlet_id) WHERE ((closed_on IS NULL) AND (voided_at IS NULL));
CREATE INDEX away_need_migrant ON away_need USING btree (out_migrant_id);
CREATE INDEX away_need_step_hamlet ON away_need_step USING btree (hamlet_id);
CREATE INDEX away_need_step_need ON away_need_step USING btree (need_id);
CREATE INDEX certificate_hamlet ON certificate USING btree (hamlet_id);
CREATE INDEX certificate_household ON certificate USING btree (household_id);
CREATE UNIQUE INDEX certificate_number ON certificate USING btree (unit_uid, year, number);
CREATE UNIQUE INDEX certificate_token ON certificate USING btree (token) WHERE (token IS NOT NULL);
CREATE INDEX characteristic_hamlet ON characteristic USING btree (hamlet_id, code);
CREATE INDEX characteristic_household ON characteristic USING btree (household_id);
CREATE INDEX child_answer_hamlet ON child_answer USING btree (hamlet_id);
CREATE INDEX child_answer_household ON child_answer USING btree (household_id);
CREATE UNIQUE INDEX child_answer_one ON child_answer USING btree (assessment_id, person_id) WHERE (voided_at IS NULL);
CREATE INDEX child_answer_person ON child_answer USING btree (person_id);
CREATE INDEX class_change_hamlet ON class_change USING btree (hamlet_id);
CREATE INDEX class_change_run ON class_change USING btree (run_id);
CREATE UNIQUE INDEX class_session_part ON class_session USING btree (class_id, on_date, part) WHERE (cancelled_on IS NULL);
CREATE INDEX class_visit_class ON class_visit USING btree (class_id);
CREATE INDEX class_visit_unit ON class_visit USING btree (unit_uid, on_date);
CREATE INDEX commune_attribute_unit ON commune_attribute USING btree (unit_uid, code);
CREATE UNIQUE INDEX contract_settlement_one ON contract_settlement USING btree (contract_id);
CREATE INDEX contract_settlement_unit ON contract_settlement USING btree (unit_uid, state);
CREATE INDEX dirty_log_hamlet ON dirty_log USING btree (hamlet_id, topic);
CREATE INDEX enrolment_hamlet ON enrolment USING btree (hamlet_id);
CREATE INDEX enrolment_need ON enrolment USING btree (need_id) WHERE (need_id IS NOT NULL);
CREATE UNIQUE INDEX enrolment_once ON enrolment USING btree (class_id, subject_key) WHERE (voided_at IS NULL);
CREATE INDEX enrolment_person ON enrolment USING btree (person_id);
CREATE INDEX enrolment_provider ON enrolment USING btree (provider_id);
CREATE INDEX enrolment_subject ON enrolment USING btree (subject_key);
CREATE INDEX enrolment_action_class ON enrolment_action USING btree (class_id);
CREATE INDEX enrolment_action_hamlet ON enrolment_action USING btree (hamlet_id);
CREATE UNIQUE INDEX enrolment_action_order ON enrolment_action USING btree (enrolment_id, seq);
CREATE INDEX fair_action_fair ON fair_action USING btree (fair_id, step);
CREATE INDEX fair_action_hamlet ON fair_action USING btree (hamlet_id);
CREATE UNIQUE INDEX fair_action_once ON fair_action USING btree (visit_id, step, COALESCE(employer_id, fair_id), COALESCE(fair_vacancy_id, fair_id), COALESCE(topic, ''::text), on_date) WHERE (voided_at IS NULL);
CREATE INDEX fair_action_visit ON fair_action USING btree (visit_id);
CREATE INDEX fair_consent_fair ON fair_consent USING btree (fair_id);
CREATE INDEX fair_consent_visit ON fair_consent USING btree (visit_id);
CREATE UNIQUE INDEX fair_employer_once ON fair_employer USING btree (fair_id, name_folded) WHERE (voided_at IS NULL);
CREATE INDEX fair_employer_organisation ON fair_employer USING btree (organisation_id);
CREATE UNIQUE INDEX fair_followup_action ON fair_followup USING btree (action_id) WHERE (voided_at IS NULL);
CREATE INDEX fair_followup_due ON fair_followup USING btree (state, due_on);
CREATE INDEX fair_followup_fair ON fair_followup USING btree (fair_id);
CREATE INDEX fair_followup_hamlet ON fair_followup USING btree (hamlet_id);
CREATE INDEX fair_handover_fair ON fair_handover USING btree (fair_id, employer_id);
CREATE INDEX fair_handover_line_fair ON fair_handover_line USING btree (fair_id);
CREATE INDEX fair_handover_line_handover ON fair_handover_line USING btree (handover_id);
CREATE INDEX fair_handover_line_visit ON fair_handover_line USING btree (visit_id);
CREATE INDEX fair_result_fair ON fair_result USING btree (fair_id);
CREATE INDEX fair_result_hamlet ON fair_result USING btree (hamlet_id);
CREATE UNIQUE INDEX fair_result_once ON fair_result USING btree (visit_id, milestone) WHERE (voided_at IS NULL);
CREATE INDEX fair_tally_fair ON fair_tally USING btree (fair_id, step);
CREATE INDEX fair_vacancy_employer ON fair_vacancy USING btree (employer_id);
CREATE INDEX fair_vacancy_fair ON fair_vacancy USING btree (fair_id);
CREATE UNIQUE INDEX fair_visit_code ON fair_visit USING btree (fair_id, short_code);
CREATE INDEX fair_visit_hamlet ON fair_visit USING btree (hamlet_id);
CREATE INDEX fair_visit_person ON fair_visit USING btree (person_id);
CREATE INDEX fair_visit_subject ON fair_visit USING btree (fair_id, subject_key);
CREATE INDEX finding_hamlet ON finding USING btree (hamlet_id, code) WHERE (closed_at IS NULL);
CREATE INDEX funding_line_unit ON funding_line USING btree (unit_uid, year);
CREATE INDEX hamlet_unit_hamlet ON hamlet_unit USING btree (hamlet_id);
CREATE INDEX hamlet_unit_unit ON hamlet_unit USING btree (unit_uid);
CREATE INDEX household_ended ON household USING btree (hamlet_id) WHERE (valid_to IS NOT NULL);
CREATE INDEX household_gone ON household USING btree (id) WHERE ((valid_to IS NOT NULL) OR (voided_at IS NOT NULL));
CREATE INDEX household_hamlet ON household USING btree (hamlet_id);
CREATE INDEX household_head ON household USING btree (head_name_folded);
CREATE INDEX import_batch_content ON import_batch USING btree (unit_uid, format, as_of, content_digest);
CREATE INDEX job_event_hamlet ON job_event USING btree (hamlet_id, started_on);
CREATE INDEX job_event_loan ON job_event USING btree (loan_id) WHERE (loan_id IS NOT NULL);
CREATE UNIQUE INDEX job_event_once ON job_event USING btree (subject_key, employer_key, started_on) WHERE ((voided_at IS NULL) AND (employer_key <> ''::text));
CREATE INDEX job_event_subject ON job_event USING btree (subject_key, started_on) WHERE (voided_at IS NULL);
CREATE UNIQUE INDEX job_fair_code ON job_fair USING btree (code) WHERE (voided_at IS NULL);
CREATE INDEX job_fair_day ON job_fair USING btree (on_date DESC, id);
CREATE UNIQUE INDEX job_fair_token ON job_fair USING btree (register_token);
CREATE UNIQUE INDEX job_loan_contract ON job_loan USING btree (contract_no) WHERE (voided_at IS NULL);
CREATE INDEX job_loan_hamlet ON job_loan USING btree (hamlet_id, lent_on);
CREATE UNIQUE INDEX job_month_one ON job_month USING btree (hamlet_id, month) WHERE (voided_at IS NULL);
CREATE INDEX job_proposal_event ON job_proposal USING btree (event_id) WHERE (event_id IS NOT NULL);
CREATE INDEX job_proposal_hamlet ON job_proposal USING btree (hamlet_id, decision);
CREATE UNIQUE INDEX job_proposal_one ON job_proposal USING btree (source, source_key) WHERE (voided_at IS NULL);
CREATE INDEX labour_status_hamlet ON labour_status USING btree (hamlet_id, period) WHERE (voided_at IS NULL);
CREATE INDEX labour_status_name ON labour_status USING btree (name_folded) WHERE (voided_at IS NULL);
CREATE UNIQUE INDEX labour_status_subject ON labour_status USING btree (subject_key, period) WHERE (voided_at IS NULL);
CREATE UNIQUE INDEX labour_survey_period ON labour_survey USING btree (unit_uid, period) WHERE (voided_at IS NULL);
CREATE INDEX list_import_kind ON list_import USING btree (kind, unit_uid, recorded_at);
CREATE INDEX membership_hamlet ON membership USING btree (hamlet_id);
CREATE INDEX membership_household ON membership USING btree (household_id);
CREATE INDEX membership_person ON membership USING btree (person_id);
CREATE UNIQUE INDEX movement_explanation_once ON movement_explanation USING btree (hamlet_id, year, list, line, kind) WHERE (voided_at IS NULL);
CREATE INDEX organisation_name ON organisation USING btree (name_folded);
CREATE UNIQUE INDEX organisation_tax_code ON organisation USING btree (tax_code) WHERE (voided_at IS NULL);
CREATE INDEX organisation_licence_of ON organisation_licence USING btree (organisation_id, kind);
CREATE INDEX out_migrant_hamlet ON out_migrant USING btree (hamlet_id, returned_on);
CREATE INDEX out_migrant_subject ON out_migrant USING btree (subject_key);
CREATE INDEX overseas_action_hamlet ON overseas_action USING btree (hamlet_id);
CREATE UNIQUE INDEX overseas_action_order ON overseas_action USING btree (case_id, seq);
CREATE INDEX overseas_case_departed ON overseas_case USING btree (departed_on) WHERE (voided_at IS NULL);
CREATE INDEX overseas_case_hamlet ON overseas_case USING btree (hamlet_id, state);
CREATE UNIQUE INDEX overseas_case_open ON overseas_case USING btree (subject_key) WHERE ((voided_at IS NULL) AND (state <> ALL (ARRAY['ve_dung_han'::text, 've_truoc_han'::text, 'tu_vong_mat_tich'::text, 'huy'::text])));
CREATE INDEX overseas_case_subject ON overseas_case USING btree (subject_key);
CREATE INDEX overseas_follow_up_hamlet ON overseas_follow_up USING btree (hamlet_id);
CREATE UNIQUE INDEX overseas_follow_up_once ON overseas_follow_up USING btree (case_id, phase, milestone) WHERE (voided_at IS NULL);
CREATE INDEX overseas_incident_case ON overseas_incident USING btree (case_id);
CREATE INDEX overseas_request_case ON overseas_request USING btree (case_id);
CREATE INDEX overseas_request_hamlet ON overseas_request USING btree (hamlet_id, state);
CREATE UNIQUE INDEX overseas_request_number ON overseas_request USING btree (unit_uid, year, number);
CREATE INDEX overseas_request_action_hamlet ON overseas_request_action USING btree (hamlet_id);
CREATE UNIQUE INDEX overseas_request_action_order ON overseas_request_action USING btree (request_id, seq);
CREATE INDEX overseas_support_case ON overseas_support USING btree (case_id);
CREATE INDEX overseas_support_hamlet ON overseas_support USING btree (hamlet_id);
CREATE INDEX person_hamlet_name ON person USING btree (hamlet_id, name_folded, id) INCLUDE (voided_at);
CREATE INDEX person_name ON person USING btree (name_folded);
CREATE INDEX person_name_end ON person USING btree (reverse(name_folded));
CREATE INDEX person_name_joints ON person USING gin (name_joints(name_folded));
CREATE INDEX person_name_trigram ON person USING gin (name_folded ext.gin_trgm_ops);
CREATE INDEX person_identifier_last4 ON person_identifier USING btree (lookup_last4);
CREATE INDEX person_identifier_lookup ON person_identifier USING btree (lookup);
CREATE INDEX person_identifier_person ON person_identifier USING btree (person_id);
CREATE INDEX person_past_hamlet ON person_past USING btree (hamlet_id);
CREATE INDEX placement_hamlet ON placement USING btree (hamlet_id);
CREATE UNIQUE INDEX placement_referral ON placement USING btree (referral_id) WHERE (voided_at IS NULL);
CREATE INDEX placement_check_due ON placement_check USING btree (hamlet_id, due_on) WHERE (result IS NULL);
CREATE UNIQUE INDEX placement_check_one ON placement_check USING btree (placement_id, milestone);
CREATE INDEX plan_row_unit ON plan_row USING btree (unit_uid, indicator, year);
CREATE INDEX population_count_hamlet ON population_count USING btree (hamlet_id, on_date);
CREATE INDEX procedure_action_hamlet ON procedure_action USING btree (hamlet_id);
CREATE UNIQUE INDEX procedure_action_order ON procedure_action USING btree (case_id, seq);
CREATE INDEX procedure_case_hamlet ON procedure_case USING btree (hamlet_id, state);
CREATE INDEX procedure_case_household ON procedure_case USING btree (household_id);
CREATE UNIQUE INDEX procedure_case_number ON procedure_case USING btree (unit_uid, year, number);
CREATE UNIQUE INDEX procedure_case_open ON procedure_case USING btree (household_id, kind, COALESCE(person_id, household_id)) WHERE ((outcome IS NULL) AND (state <> 'withdrawn'::text));
CREATE UNIQUE INDEX procedure_report_one ON procedure_report USING btree (unit_uid, month) WHERE (voided_at IS NULL);
CREATE INDEX recognised_status_hamlet ON recognised_status USING btree (hamlet_id, valid_from);
CREATE INDEX recognised_status_household ON recognised_status USING btree (household_id);
CREATE INDEX referral_hamlet ON referral USING btree (hamlet_id, state);
CREATE UNIQUE INDEX referral_open ON referral USING btree (seeker_id, vacancy_id) WHERE ((voided_at IS NULL) AND (state = ANY (ARRAY['referred'::text, 'interview'::text, 'hired'::text])));
CREATE INDEX referral_organisation ON referral USING btree (organisation_id, state);
CREATE INDEX referral_seeker ON referral USING btree (seeker_id);
CREATE INDEX referral_action_hamlet ON referral_action USING btree (hamlet_id);
CREATE UNIQUE INDEX referral_action_order ON referral_action USING btree (referral_id, seq);
CREATE INDEX registration_assist_hamlet ON registration_assist USING btree (hamlet_id, helped_on) WHERE (voided_at IS NULL);
CREATE INDEX residence_hamlet ON residence USING btree (hamlet_id);
CREATE INDEX residence_household ON residence USING btree (household_id);
CREATE INDEX return_record_hamlet ON return_record USING btree (hamlet_id, returned_on);
CREATE UNIQUE INDEX return_record_once ON return_record USING btree (case_id) WHERE (voided_at IS NULL);
CREATE INDEX review_action_hamlet ON review_action USING btree (hamlet_id);
CREATE UNIQUE INDEX review_action_order ON review_action USING btree (case_id, seq);
CREATE INDEX review_case_hamlet ON review_case USING btree (hamlet_id, result_set_id);
CREATE INDEX review_case_household ON review_case USING btree (household_id);
CREATE UNIQUE INDEX review_case_once ON review_case USING btree (result_set_id, household_id);
CREATE INDEX review_hamlet_hamlet ON review_hamlet USING btree (hamlet_id);
CREATE INDEX review_meeting_hamlet ON review_meeting USING btree (hamlet_id, result_set_id);
CREATE UNIQUE INDEX review_milestone_once ON review_milestone USING btree (round_id, code) WHERE (voided_at IS NULL);
CREATE UNIQUE INDEX review_opinion_once ON review_opinion USING btree (result_set_id) WHERE (voided_at IS NULL);
CREATE INDEX review_posting_hamlet ON review_posting USING btree (hamlet_id, result_set_id);
CREATE UNIQUE INDEX review_result_set_once ON review_result_set USING btree (round_id, ruleset, status_year);
CREATE UNIQUE INDEX review_round_once ON review_round USING btree (unit_uid, year) WHERE (voided_at IS NULL);
CREATE INDEX review_staff_round ON review_staff USING btree (round_id);
CREATE INDEX review_training_round ON review_training USING btree (round_id);
CREATE INDEX review_vote_hamlet ON review_vote USING btree (hamlet_id);
CREATE UNIQUE INDEX score_pack_active ON score_pack USING btree (unit_uid, ruleset, area) WHERE (status = 'active'::text);
CREATE UNIQUE INDEX score_pack_version ON score_pack USING btree (unit_uid, code, version);
CREATE UNIQUE INDEX seeker_current ON seeker USING btree (subject_key) WHERE ((voided_at IS NULL) AND (state <> 'closed'::text));
CREATE INDEX seeker_hamlet ON seeker USING btree (hamlet_id, state);
CREATE INDEX self_taught_hamlet ON self_taught USING btree (hamlet_id, recognised_year);
CREATE UNIQUE INDEX self_taught_one ON self_taught USING btree (subject_key, COALESCE(trade_code, lower(trade_name))) WHERE (voided_at IS NULL);
CREATE INDEX self_taught_person ON self_taught USING btree (person_id);
CREATE INDEX sender_complaint_unit ON sender_complaint USING btree (unit_uid, on_date);
CREATE UNIQUE INDEX status_confirmation_number ON status_confirmation USING btree (unit_uid, year, number);
CREATE INDEX support_fact_hamlet ON support_fact USING btree (hamlet_id);
CREATE INDEX support_fact_household ON support_fact USING btree (household_id);
CREATE INDEX support_list_unit ON support_list USING btree (unit_uid, policy, receiver, on_date);
CREATE INDEX support_list_line_hamlet ON support_list_line USING btree (hamlet_id);
CREATE INDEX support_list_line_list ON support_list_line USING btree (list_id);
CREATE INDEX support_receipt_hamlet ON support_receipt USING btree (hamlet_id, policy, received_on);
CREATE INDEX support_receipt_household ON support_receipt USING btree (household_id);
CREATE UNIQUE INDEX table_submission_once ON table_submission USING btree (unit_uid, year) WHERE (voided_at IS NULL);
CREATE INDEX trade_norm_trade ON trade_norm USING btree (trade_code, unit_uid);
CREATE INDEX training_certificate_class ON training_certificate USING btree (class_id);
CREATE INDEX training_certificate_hamlet ON training_certificate USING btree (hamlet_id);
CREATE UNIQUE INDEX training_certificate_serial ON training_certificate USING btree (serial_no) WHERE (voided_at IS NULL);
CREATE UNIQUE INDEX training_certificate_standing ON training_certificate USING btree (enrolment_id) WHERE ((voided_at IS NULL) AND (revoked_on IS NULL));
CREATE UNIQUE INDEX training_class_code ON training_class USING btree (code) WHERE (voided_at IS NULL);
CREATE INDEX training_class_hamlet ON training_class USING btree (hamlet_id);
CREATE INDEX training_class_opened ON training_class USING btree (opened_on);
CREATE INDEX training_class_provider ON training_class USING btree (provider_id);
CREATE INDEX training_class_unit ON training_class USING btree (unit_uid, state);
CREATE UNIQUE INDEX training_class_action_order ON training_class_action USING btree (class_id, seq);
CREATE INDEX training_contract_provider ON training_contract USING btree (provider_id);
CREATE INDEX training_contract_unit ON training_contract USING btree (unit_uid);
CREATE INDEX training_need_hamlet ON training_need USING btree (hamlet_id, year, state);
CREATE UNIQUE INDEX training_need_one ON training_need USING btree (subject_key, trade_code, year) WHERE ((voided_at IS NULL) AND (state <> 'declined'::text));
CREATE INDEX training_need_person ON training_need USING btree (person_id);
CREATE INDEX training_need_action_hamlet ON training_need_action USING btree (hamlet_id);
CREATE UNIQUE INDEX training_need_action_order ON training_need_action USING btree (need_id, seq);
CREATE INDEX training_outcome_class ON training_outcome USING btree (class_id);
CREATE INDEX training_outcome_hamlet ON training_outcome USING btree (hamlet_id);
CREATE UNIQUE INDEX training_outcome_one ON training_outcome USING btree (enrolment_id, milestone) WHERE (voided_at IS NULL);
CREATE INDEX training_plan_unit ON training_plan USING btree (unit_uid, year);
CREATE INDEX training_support_action_hamlet ON training_support_action USING btree (hamlet_id);
CREATE UNIQUE INDEX training_support_action_order ON training_support_action USING btree (case_id, seq);
CREATE INDEX training_support_case_hamlet ON training_support_case USING btree (hamlet_id, state);
CREATE UNIQUE INDEX training_support_case_number ON training_support_case USING btree (unit_uid, year, number);
CREATE INDEX training_support_case_subject ON training_support_case USING btree (subject_key);
CREATE INDEX typed_figure_unit ON typed_figure USING btree (unit_uid, indicator, on_date);
CREATE UNIQUE INDEX vacancy_line ON vacancy USING btree (line_key) WHERE (voided_at IS NULL);
CREATE INDEX vacancy_open ON vacancy USING btree (state, apply_by) WHERE (voided_at IS NULL);
CREATE INDEX vacancy_organisation ON vacancy USING btree (organisation_id);
create policy add on advice_session for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on advice_session for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on advice_session for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on advice_visit for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on advice_visit for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on advice_visit for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on allowance_item for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on allowance_item for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on allowance_item for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on allowance_list for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on allowance_list for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on allowance_list for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on allowance_list_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on allowance_list_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on area_type for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy change on area_type for update to public using (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on area_type for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
create policy add on assessment for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on assessment for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on assessment for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on attendance for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on attendance for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on attendance for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on attendance_scan for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on attendance_scan for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on attendance_scan for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on attendance_sheet for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on attendance_sheet for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on attendance_sheet for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[])) OR (class_id IN ( SELECT training_class.id
   FROM t_an_giang.training_class))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on audit_event for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR ((actor = ( SELECT ext.actor() AS actor)) AND (cardinality(( SELECT ext.organisations() AS organisations)) > 0)));
create policy read on audit_event for select to public using (( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (actor = ( SELECT ext.actor() AS actor)));
create policy seal on audit_seal for insert to public with check ( SELECT ext.is_system() AS is_system);
create policy work on audit_seal for select to public using ( SELECT ext.is_system() AS is_system);
create policy add on away_need for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on away_need for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on away_need for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on away_need_step for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on away_need_step for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on certificate for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on certificate for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on certificate for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on certificate_qr for insert to public with check ( SELECT ext.writes_all() AS writes_all);
create policy change on certificate_qr for update to public using ( SELECT ext.writes_all() AS writes_all) with check ( SELECT ext.writes_all() AS writes_all);
create policy read on certificate_qr for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
create policy add on change_row for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR ((hamlet_id IS NULL) AND (event_id IN ( SELECT audit_event.id
   FROM t_an_giang.audit_event))) OR (event_id IN ( SELECT audit_event.id
   FROM t_an_giang.audit_event
  WHERE (audit_event.actor = ( SELECT ext.actor() AS actor)))));
create policy read on change_row for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])) OR ((hamlet_id IS NULL) AND (event_id IN ( SELECT audit_event.id
   FROM t_an_giang.audit_event))));
create policy add on characteristic for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy change on characteristic for update to public using (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on characteristic for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])));
create policy add on child_answer for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on child_answer for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on child_answer for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on class_change for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on class_change for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on class_session for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on class_session for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on class_session for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[])) OR (class_id IN ( SELECT training_class.id
   FROM t_an_giang.training_class))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on class_visit for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on class_visit for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on class_visit for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on classify_run for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on classify_run for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on command_log for insert to public with check (actor = ( SELECT ext.actor() AS actor));
create policy answer on command_log for update to public using (actor = ( SELECT ext.actor() AS actor)) with check (actor = ( SELECT ext.actor() AS actor));
create policy own on command_log for select to public using (actor = ( SELECT ext.actor() AS actor));
create policy add on commune_attribute for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy change on commune_attribute for update to public using (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy read on commune_attribute for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
create policy add on computed_class for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on computed_class for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on computed_class for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on contract_settlement for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on contract_settlement for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on contract_settlement for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy done on dirty_log for delete to public using ( SELECT ext.is_system() AS is_system);
create policy mark on dirty_log for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on dirty_log for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])));
create policy add on enrolment for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on enrolment for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on enrolment for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy search on enrolment for select to sinhke_search using true;
create policy add on enrolment_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on enrolment_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on fair_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on fair_action for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on fair_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.read_units() AS read_units)))) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on fair_consent for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on fair_consent for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on fair_consent for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.read_units() AS read_units)))) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on fair_employer for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on fair_employer for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on fair_employer for select to public using ((( SELECT ext.actor() AS actor) IS NOT NULL) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on fair_followup for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units)))) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on fair_followup for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units)))) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units)))) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on fair_followup for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.read_units() AS read_units)))) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on fair_handover for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on fair_handover for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on fair_handover for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.read_units() AS read_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on fair_handover_line for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on fair_handover_line for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on fair_handover_line for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.read_units() AS read_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on fair_result for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units)))) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on fair_result for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units)))) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units)))) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on fair_result for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.read_units() AS read_units)))) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on fair_tally for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on fair_tally for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on fair_tally for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.read_units() AS read_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on fair_vacancy for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on fair_vacancy for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on fair_vacancy for select to public using ((( SELECT ext.actor() AS actor) IS NOT NULL) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on fair_visit for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on fair_visit for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.write_units() AS write_units))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on fair_visit for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (fair_id IN ( SELECT f.id
   FROM t_an_giang.job_fair f
  WHERE (f.partner_units && ( SELECT ext.read_units() AS read_units)))) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on finding for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND (( SELECT ext.has_field('poverty'::text) AS has_field) OR (code ~~ 'registry.%'::text)));
create policy change on finding for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND (( SELECT ext.has_field('poverty'::text) AS has_field) OR (code ~~ 'registry.%'::text))) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND (( SELECT ext.has_field('poverty'::text) AS has_field) OR (code ~~ 'registry.%'::text)));
create policy read on finding for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND (( SELECT ext.has_field('poverty'::text) AS has_field) OR (code ~~ 'registry.%'::text)));
create policy add on frozen_figure for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy read on frozen_figure for select to public using (( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])));
create policy add on funding_line for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on funding_line for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on funding_line for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (unit_uid ~ '^[0-9]{2,3}@'::text)) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on hamlet for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (( SELECT ext.write_units() AS write_units) IS NOT NULL));
create policy change on hamlet for update to public using (( SELECT ext.writes_all() AS writes_all) OR (id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on hamlet for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
create policy add on hamlet_unit for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy change on hamlet_unit for update to public using (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy read on hamlet_unit for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
create policy add on household for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy change on household for update to public using (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on household for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])));
create policy search on household for select to sinhke_search using true;
create policy add on import_batch for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy change on import_batch for update to public using (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy read on import_batch for select to public using (( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])));
create policy add on import_mapping for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy change on import_mapping for update to public using (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy read on import_mapping for select to public using (( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])));
create policy add on job_event for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on job_event for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on job_event for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on job_fair for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on job_fair for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on job_fair for select to public using ((( SELECT ext.actor() AS actor) IS NOT NULL) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on job_loan for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on job_loan for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on job_loan for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on job_month for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on job_month for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on job_month for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on job_proposal for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on job_proposal for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on job_proposal for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on labour_status for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on labour_status for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on labour_status for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on labour_survey for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on labour_survey for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on labour_survey for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on list_import for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[])));
create policy read on list_import for select to public using (( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[])));
create policy add on list_import_row for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (owner_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[])));
create policy change on list_import_row for update to public using (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (owner_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (owner_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[])));
create policy read on list_import_row for select to public using (( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (owner_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[])));
create policy add on membership for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy change on membership for update to public using (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on membership for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])));
create policy add on movement_explanation for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on movement_explanation for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on movement_explanation for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on organisation for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND (( SELECT ext.has_field('training'::text) AS has_field) OR ( SELECT ext.has_field('jobs'::text) AS has_field)));
create policy change on organisation for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND (( SELECT ext.has_field('training'::text) AS has_field) OR ( SELECT ext.has_field('jobs'::text) AS has_field))) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND (( SELECT ext.has_field('training'::text) AS has_field) OR ( SELECT ext.has_field('jobs'::text) AS has_field)));
create policy read on organisation for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
create policy add on organisation_licence for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (EXISTS ( SELECT
   FROM t_an_giang.organisation o
  WHERE ((o.id = organisation_licence.organisation_id) AND (o.unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))))));
create policy change on organisation_licence for update to public using (( SELECT ext.writes_all() AS writes_all) OR (EXISTS ( SELECT
   FROM t_an_giang.organisation o
  WHERE ((o.id = organisation_licence.organisation_id) AND (o.unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])))))) with check (( SELECT ext.writes_all() AS writes_all) OR (EXISTS ( SELECT
   FROM t_an_giang.organisation o
  WHERE ((o.id = organisation_licence.organisation_id) AND (o.unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))))));
create policy read on organisation_licence for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
create policy add on out_migrant for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on out_migrant for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on out_migrant for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on overseas_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on overseas_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on overseas_case for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on overseas_case for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on overseas_case for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on overseas_follow_up for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on overseas_follow_up for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on overseas_follow_up for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on overseas_incident for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR ((hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) AND (case_id IN ( SELECT overseas_case.id
   FROM t_an_giang.overseas_case
  WHERE (overseas_case.keeper = ( SELECT ext.actor() AS actor)))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on overseas_incident for update to public using ((( SELECT ext.writes_all() AS writes_all) OR ((hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) AND (case_id IN ( SELECT overseas_case.id
   FROM t_an_giang.overseas_case
  WHERE (overseas_case.keeper = ( SELECT ext.actor() AS actor)))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR ((hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) AND (case_id IN ( SELECT overseas_case.id
   FROM t_an_giang.overseas_case
  WHERE (overseas_case.keeper = ( SELECT ext.actor() AS actor)))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on overseas_incident for select to public using ((( SELECT ext.writes_all() AS writes_all) OR ((hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) AND (case_id IN ( SELECT overseas_case.id
   FROM t_an_giang.overseas_case
  WHERE (overseas_case.keeper = ( SELECT ext.actor() AS actor)))))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on overseas_request for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on overseas_request for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on overseas_request for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on overseas_request_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on overseas_request_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on overseas_support for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on overseas_support for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on overseas_support for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on person for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy change on person for update to public using (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on person for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])));
create policy search on person for select to sinhke_search using true;
create policy add on person_identifier for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy change on person_identifier for update to public using (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on person_identifier for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])));
create policy search on person_identifier for select to sinhke_search using true;
create policy add on person_past for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy change on person_past for update to public using (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on person_past for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])));
create policy add on placement for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on placement for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on placement for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on placement_check for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on placement_check for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on placement_check for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on plan_row for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy change on plan_row for update to public using (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy read on plan_row for select to public using (( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])));
create policy add on population_count for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy change on population_count for update to public using (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on population_count for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])));
create policy add on procedure_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on procedure_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on procedure_case for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on procedure_case for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on procedure_case for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on procedure_report for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on procedure_report for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on procedure_report for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on recognised_status for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on recognised_status for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on recognised_status for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on referral for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on referral for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on referral for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on referral_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on referral_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on registration_assist for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on registration_assist for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on registration_assist for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on registry_complete for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy change on registry_complete for update to public using (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on registry_complete for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])));
create policy add on reporting_period for insert to public with check ( SELECT ext.writes_all() AS writes_all);
create policy change on reporting_period for update to public using ( SELECT ext.writes_all() AS writes_all) with check ( SELECT ext.writes_all() AS writes_all);
create policy read on reporting_period for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
create policy add on residence for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy change on residence for update to public using (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])));
create policy read on residence for select to public using (( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])));
create policy add on return_record for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on return_record for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on return_record for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on review_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_case for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on review_case for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_case for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_hamlet for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on review_hamlet for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_hamlet for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_meeting for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on review_meeting for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_meeting for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_milestone for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on review_milestone for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_milestone for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (unit_uid ~ '^[0-9]{2}@'::text)) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_opinion for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on review_opinion for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_opinion for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_posting for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on review_posting for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_posting for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_result_set for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on review_result_set for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_result_set for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_round for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on review_round for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_round for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (unit_uid ~ '^[0-9]{2}@'::text)) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_staff for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on review_staff for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_staff for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_training for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on review_training for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_training for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on review_vote for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on review_vote for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on rollup_status for insert to public with check ( SELECT ext.is_system() AS is_system);
create policy read on rollup_status for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy remove on rollup_status for delete to public using ( SELECT ext.is_system() AS is_system);
create policy add on score_pack for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on score_pack for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on score_pack for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (unit_uid ~ '^[0-9]{2}@'::text)) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on seeker for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on seeker for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on seeker for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on self_taught for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on self_taught for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on self_taught for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on sender_complaint for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on sender_complaint for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on sender_complaint for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy add on status_confirmation for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on status_confirmation for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on stored_file for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy change on stored_file for update to public using (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy read on stored_file for select to public using (( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])));
create policy add on support_fact for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on support_fact for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on support_fact for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on support_list for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on support_list for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on support_list for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on support_list_line for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on support_list_line for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on support_receipt for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on support_receipt for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on support_receipt for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on table_submission for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy change on table_submission for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy read on table_submission for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[]))) AND ( SELECT ext.has_field('poverty'::text) AS has_field));
create policy add on trade for insert to public with check ( SELECT ext.writes_all() AS writes_all);
create policy change on trade for update to public using ( SELECT ext.writes_all() AS writes_all) with check ( SELECT ext.writes_all() AS writes_all);
create policy read on trade for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
create policy add on trade_norm for insert to public with check ( SELECT ext.writes_all() AS writes_all);
create policy change on trade_norm for update to public using ( SELECT ext.writes_all() AS writes_all) with check ( SELECT ext.writes_all() AS writes_all);
create policy read on trade_norm for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
create policy add on training_certificate for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on training_certificate for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on training_certificate for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on training_class for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on training_class for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on training_class for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[])) OR (EXISTS ( SELECT
   FROM t_an_giang.enrolment e
  WHERE ((e.class_id = training_class.id) AND (e.voided_at IS NULL) AND (e.hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])))))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy search on training_class for select to sinhke_search using true;
create policy add on training_class_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on training_class_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[])) OR (class_id IN ( SELECT training_class.id
   FROM t_an_giang.training_class))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on training_contract for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on training_contract for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on training_contract for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[])) OR (unit_uid ~ '^[0-9]{2,3}@'::text)) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on training_need for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on training_need for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on training_need for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on training_need_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on training_need_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on training_outcome for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on training_outcome for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on training_outcome for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[])) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (provider_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on training_plan for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on training_plan for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on training_plan for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])) OR (unit_uid ~ '^[0-9]{2,3}@'::text)) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on training_support_action for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on training_support_action for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on training_support_case for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy change on training_support_case for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (hamlet_id = ANY (( SELECT ext.write_hamlets() AS write_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy read on training_support_case for select to public using ((( SELECT ext.reads_all() AS reads_all) OR (hamlet_id = ANY (( SELECT ext.read_hamlets() AS read_hamlets)::uuid[]))) AND ( SELECT ext.has_field('training'::text) AS has_field));
create policy add on typed_figure for insert to public with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy change on typed_figure for update to public using (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[]))) with check (( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])));
create policy read on typed_figure for select to public using (( SELECT ext.reads_all() AS reads_all) OR (unit_uid = ANY (( SELECT ext.read_units() AS read_units)::text[])));
create policy add on vacancy for insert to public with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy change on vacancy for update to public using ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field)) with check ((( SELECT ext.writes_all() AS writes_all) OR (unit_uid = ANY (( SELECT ext.write_units() AS write_units)::text[])) OR (organisation_id = ANY (( SELECT ext.organisations() AS organisations)::uuid[]))) AND ( SELECT ext.has_field('jobs'::text) AS has_field));
create policy read on vacancy for select to public using (( SELECT ext.actor() AS actor) IS NOT NULL);
CREATE OR REPLACE FUNCTION bulk_insert(target text, columns text[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'tenant', 'ref', 'ext'
AS $function$
  declare
    source constant regclass := format('pg_temp.%I', 'bulk_' || target)::regclass;
    home constant text := current_schema();
    list constant text := (select string_agg(format('%I', c), ', ') from unnest(columns) c);
    proved boolean := has_parameter_privilege('session_replication_role', 'set');
    fk record;
    wanted uuid[];
    written bigint;
  begin
    -- a view, a policy or a type of the session could run code of its own as this role
    if not exists (select from pg_class where oid = source and relkind = 'r' and relpersistence = 't' and not relrowsecurity)
      or exists (select from pg_attribute s where s.attrelid = source and s.attnum > 0 and not exists (
        select from pg_attribute t where t.attrelid = format('%I.%I', home, target)::regclass and t.attname = s.attname and t.atttypid = s.atttypid)) then
      raise exception 'bulk_%: not a plain temporary table of these columns', target;
    end if;
    for fk in
      select a.attname as name, c.confrelid::regclass::text as parent, k.attname as key, a.atttypid = 'uuid'::regtype and k.attname = 'id' as simple
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[1]
      where c.conrelid = format('%I.%I', home, target)::regclass and c.contype = 'f' and a.attname::text = any (columns)
    loop
      exit when not proved;
      proved := fk.simple;
      continue when not proved;
      execute format(
        'select array_agg(s.id) from (select distinct %1$I as id from %2$s where %1$I is not null) s
         where not exists (select from %3$s p where p.id = s.id and p.xmin = pg_current_xact_id()::xid)', fk.name, source, fk.parent) into wanted;
      continue when wanted is null;
      execute format('select count(*) = cardinality($1) from (select from %s p where p.id = any ($1) for key share) f', fk.parent) into proved using wanted;
    end loop;
    if proved then perform set_config('session_replication_role', 'replica', true); end if;
    execute format('insert into %I.%I (%s) select %s from %s', home, target, list, list, source);
    get diagnostics written = row_count;
    if proved then perform set_config('session_replication_role', 'origin', true); end if;
    return written;
  end
  $function$
;
CREATE OR REPLACE FUNCTION joints_asked(query text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT (string_agg((((''''::text || replace(replace((("right"(words.w[i.i], 2) || ' '::text) || words.w[(i.i + 1)]), '\'::text, '\\'::text), ''''::text, ''''''::text)) || ''''::text) || CASE WHEN (i.i = (cardinality(words.w) - 1)) THEN ':*'::text ELSE ''::text END), ' & '::text))::tsquery AS string_agg FROM (SELECT string_to_array(joints_asked.query, ' '::text) AS w) words, LATERAL generate_series(1, (cardinality(words.w) - 1)) i(i) WHERE ((i.i > 1) OR (length(words.w[1]) > 1)))
;
CREATE OR REPLACE FUNCTION name_joints(name text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (split_part(name, ' '::text, 6) <> ''::text) THEN name_joints_of_many(name) WHEN (split_part(name, ' '::text, 4) = ''::text) THEN array_to_tsvector(ARRAY[(("right"(split_part(name, ' '::text, 1), 2) || ' '::text) || split_part(name, ' '::text, 2)), (("right"(split_part(name, ' '::text, 2), 2) || ' '::text) || split_part(name, ' '::text, 3))]) ELSE array_to_tsvector(ARRAY[(("right"(split_part(name, ' '::text, 1), 2) || ' '::text) || split_part(name, ' '::text, 2)), (("right"(split_part(name, ' '::text, 2), 2) || ' '::text) || split_part(name, ' '::text, 3)), (("right"(split_part(name, ' '::text, 3), 2) || ' '::text) || split_part(name, ' '::text, 4)), (("right"(split_part(name, ' '::text, 4), 2) || ' '::text) || split_part(name, ' '::text, 5))]) END
;
CREATE OR REPLACE FUNCTION name_joints_of_many(name text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(array_to_tsvector(array_agg((("right"(words.w[i.i], 2) || ' '::text) || words.w[(i.i + 1)]))), ''::tsvector) AS "coalesce" FROM (SELECT string_to_array(name_joints_of_many.name, ' '::text) AS w) words, LATERAL generate_series(1, (cardinality(words.w) - 1)) i(i))
;
CREATE OR REPLACE FUNCTION numbers_elsewhere(lookups bytea[], here uuid[])
 RETURNS TABLE(found bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'tenant', 'ref', 'ext'
AS $function$
  select distinct i.lookup from person_identifier i join person p on p.id = i.person_id
  where (select ext.actor()) is not null and i.lookup = any (lookups) and i.voided_at is null and p.voided_at is null and i.hamlet_id <> all (here)
  $function$
;
CREATE OR REPLACE FUNCTION provider_learners(provider uuid, year integer, without uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'tenant', 'ref', 'ext'
AS $function$
  select count(*)::integer from enrolment e join training_class c on c.id = e.class_id
  where (select ext.actor()) is not null and c.provider_id = provider and c.id <> without and c.voided_at is null and e.voided_at is null and e.state <> 'dropped' and c.state <> 'cancelled'
    and extract(year from coalesce(c.opened_on, c.planned_from, c.state_on)) = year
  $function$
;
CREATE OR REPLACE FUNCTION search_person_ids(query text, most integer, exact text[] DEFAULT '{}'::text[])
 RETURNS TABLE(person_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'tenant', 'ref', 'ext'
 SET enable_seqscan TO 'off'
AS $function$
  declare
    wanted constant integer := least(most, 200);
    hamlets constant uuid[] := ext.read_hamlets();
    few constant boolean := not ext.reads_all() and cardinality(hamlets) <= 60;
    piece constant text := case when length(query) < 3 then ' ' || query else query end;
    pattern constant text := '%' || replace(replace(replace(piece, '\', '\\'), '%', '\%'), '_', '\_') || '%';
    joints constant tsquery := joints_asked(query);
    marked constant text[] := array(select '%' || replace(replace(replace(e, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(exact) e);
    own constant text := 'select p.id, p.full_name, p.name_folded from person p where p.voided_at is null'
      || case when ext.reads_all() then '' else ' and p.hamlet_id = any ($4)' end;
    begins constant text := own || ' and p.name_folded >= $1 and p.name_folded < $1 || chr(1114111) order by p.name_folded limit 3000';
    ends constant text := own || ' and reverse(p.name_folded) collate "C" >= reverse($2) and reverse(p.name_folded) collate "C" < reverse($2) || chr(1114111)'
      || ' order by reverse(p.name_folded) collate "C" limit 3000';
    -- from the index alone; the whole name is fetched where its marks are asked for
    few_hold constant text := 'select h.id' || case when cardinality(exact) = 0 then '' else ', p.full_name' end
      || ' from (select n.id from (select p.id, p.name_folded from person p where p.voided_at is null and p.hamlet_id = any ($4) offset 0) n where n.name_folded like $3 limit 3000) h'
      || case when cardinality(exact) = 0 then '' else ' join person p on p.id = h.id' end;
    meets constant text := 'select * from (' || own || ' and name_joints(p.name_folded) @@ $7 offset 0) p where p.name_folded like $3 limit 3000';
    first_hold constant text := 'select * from (' || own || ' limit 20000) p where p.name_folded like $3';
    -- the empty name keeps the planner, which under row security may not look at how often letters occur, from reading a million names of an index
    hold constant text := own || ' and p.full_name <> '''' and p.name_folded like $3 limit 3000';
    choose constant text := case when cardinality(exact) = 0 then 'select c.id, true as good from (%s) c limit $6'
      else 'select c.id, lower(c.full_name collate "vi-x-icu") like any ($5) as good from (%s) c order by 2 desc limit $6' end;
    way text;
    good uuid[];
    other uuid[];
    all_good uuid[] := '{}';
    all_other uuid[] := '{}';
  begin
    foreach way in array case when few then array[begins, few_hold] when joints is not null then array[begins, ends, meets] else array[begins, ends, first_hold, hold] end loop
      -- planned each time, with the values known
      execute 'select array_agg(id) filter (where good), array_agg(id) filter (where not good) from (' || format(choose, way) || ') r'
        into good, other using query, piece, pattern, hamlets, marked, wanted, joints;
      all_good := all_good || good;
      all_other := all_other || other;
      exit when cardinality(all_good) >= wanted;
    end loop;
    return query select id from unnest(all_good || all_other) with ordinality as u (id, at) group by id order by min(at) limit wanted;
  end
  $function$
;
CREATE OR REPLACE FUNCTION training_line_used(lines uuid[])
 RETURNS TABLE(line uuid, dong bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'tenant', 'ref', 'ext'
AS $function$
  select c.funding_line_id, sum(coalesce(c.cost_dong, 0))::bigint from training_class c
  where (select ext.actor()) is not null and c.funding_line_id = any (lines) and c.voided_at is null and c.state <> 'cancelled' group by 1
  $function$
;
