// Generated from the migrations by scripts/generate-schema.ts; do not edit.
import type { Generated } from "kysely";

export interface AdviceSession {
  id: string;
  unit_uid: string;
  on_date: string;
  kind: string;
  topics: string[];
  place: string | null;
  adviser: string;
  unnamed: Generated<number>;
  note: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface AdviceVisit {
  id: string;
  session_id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  name_folded: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  topic: string;
  result: string;
  next_on: string | null;
  note: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface AllowanceItem {
  id: string;
  list_id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  enrolment_id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  level_code: string | null;
  attended_days: number;
  distance_km: string | null;
  outcome: string;
  cost_dong: number;
  meal_dong: number;
  travel_dong: number;
  top_up_dong: Generated<number>;
  answer: unknown;
  decided_reason: string | null;
  signed_for_on: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  returned_on: string | null;
  return_reason: string | null;
}

export interface AllowanceList {
  id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  number: number;
  state: string;
  state_on: string;
  policy_code: string | null;
  attended_to: string;
  decision_no: string | null;
  decided_on: string | null;
  signer: string | null;
  voucher_no: string | null;
  paid_on: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface AllowanceListAction {
  id: string;
  list_id: string;
  provider_id: string;
  unit_uid: string;
  seq: number;
  kind: string;
  on_date: string;
  data: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface AreaType {
  id: string;
  unit_uid: string | null;
  hamlet_id: string | null;
  type: string;
  document: string;
  valid_from: string;
  valid_to: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface Assessment {
  id: string;
  household_id: string;
  hamlet_id: string;
  result_set_id: string | null;
  surveyed_on: string;
  area_type: string | null;
  score_income: number | null;
  score_deprivation: number | null;
  deprivations: string[] | null;
  income_month: number | null;
  deprived_count: number | null;
  causes: string[] | null;
  score_source: string;
  evidence: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  evidence_file: Buffer | null;
  score_pack_id: string | null;
  score_answers: unknown | null;
  procedure_case_id: string | null;
  status_year: number | null;
}

export interface Attendance {
  id: string;
  session_id: string;
  enrolment_id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  hamlet_id: string;
  state: string;
  marked_by: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface AttendanceScan {
  id: string;
  sheet_id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  sha256: Buffer;
  kept_by: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface AttendanceSheet {
  id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  from_on: string;
  to_on: string;
  signer: string;
  locked_by: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface AuditEvent {
  id: string;
  at: Generated<Date>;
  actor: string;
  assignment: string | null;
  action: string;
  purpose: string | null;
  unit_uid: string;
  subject: string | null;
  rows: Generated<number>;
  digest: Buffer;
  meta: Generated<unknown>;
}

export interface AuditSeal {
  seq: number;
  event_id: string;
  hash: Buffer;
}

export interface AwayNeed {
  id: string;
  out_migrant_id: string;
  hamlet_id: string;
  kind: string;
  content: string;
  owner: string;
  due_on: string | null;
  opened_on: string;
  closed_on: string | null;
  result: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  version: Generated<number>;
}

export interface AwayNeedStep {
  id: string;
  need_id: string;
  hamlet_id: string;
  on_date: string;
  note: string;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface Certificate {
  id: string;
  household_id: string;
  hamlet_id: string;
  unit_uid: string;
  year: number;
  number: number;
  template: string;
  issued_on: string;
  token: string | null;
  withdrawn_on: string | null;
  withdraw_reason: string | null;
  recorded_at: Generated<Date>;
}

export interface CertificateQr {
  id: string;
  unit_uid: string;
  address: string;
  document: string;
  valid_from: string;
  valid_to: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ChangeRow {
  event_id: string;
  entity: string;
  entity_id: string;
  kind: string;
  hamlet_id: string | null;
}

export interface Characteristic {
  id: string;
  household_id: string;
  hamlet_id: string;
  code: string;
  valid_from: string;
  valid_to: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ChildAnswer {
  id: string;
  assessment_id: string;
  household_id: string;
  person_id: string;
  hamlet_id: string;
  lacks: string[];
  surveyed_on: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ClassChange {
  run_id: string;
  hamlet_id: string;
  before_class: string | null;
  after_class: string | null;
  household_ids: string[];
}

export interface ClassSession {
  id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  on_date: string;
  part: string;
  kind: string;
  hours: string;
  topic: string | null;
  teacher: string | null;
  cancelled_on: string | null;
  cancel_reason: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
}

export interface ClassVisit {
  id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  on_date: string;
  visitors: string;
  announced: boolean;
  present: number;
  enrolled: number;
  teacher_there: boolean | null;
  found: string;
  conclusion: string;
  mend_by: string | null;
  mended_on: string | null;
  mended_note: string | null;
  recorded_by: string;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ClassifyRun {
  id: string;
  unit_uid: string;
  status_year: number;
  ruleset: string;
  counts: unknown;
  at: Generated<Date>;
}

export interface CommandLog {
  command_id: string;
  name: string;
  actor: string;
  digest: Buffer;
  answer: unknown;
  at: Generated<Date>;
}

export interface CommuneAttribute {
  id: string;
  unit_uid: string;
  code: string;
  holds: boolean;
  document: string;
  valid_from: string;
  valid_to: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ComputedClass {
  hamlet_id: string;
  status_year: number;
  ruleset: string;
  inputs: string;
  on_date: string;
  class: string | null;
  list: string | null;
  status: string;
  advisory: boolean;
  reasons: unknown;
  household_ids: string[];
  assessment_ids: string[];
  run_id: string;
  computed_at: Generated<Date>;
}

export interface ContractSettlement {
  id: string;
  contract_id: string;
  provider_id: string;
  unit_uid: string;
  papers: Generated<unknown>;
  state: Generated<string>;
  state_on: string;
  minutes_no: string | null;
  settled_on: string | null;
  settled_dong: number | null;
  note: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
}

export interface DirtyLog {
  id: Generated<number>;
  topic: string;
  hamlet_id: string;
}

export interface Enrolment {
  id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  state: Generated<string>;
  state_on: string;
  enrolled_on: string;
  groups: Generated<string[]>;
  chosen_group: string | null;
  evidence: Generated<unknown>;
  distance_km: string | null;
  area_class: string | null;
  need_id: string | null;
  previous_supports: Generated<unknown>;
  prior_job: string | null;
  prior_income_dong: number | null;
  dropped_on: string | null;
  drop_reason: string | null;
  theory_mark: string | null;
  practice_mark: string | null;
  examined_on: string | null;
  grade: string | null;
  note: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface EnrolmentAction {
  id: string;
  enrolment_id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  hamlet_id: string;
  seq: number;
  kind: string;
  on_date: string;
  data: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface FairAction {
  id: string;
  fair_id: string;
  visit_id: string;
  unit_uid: string;
  hamlet_id: string | null;
  step: string;
  employer_id: string | null;
  fair_vacancy_id: string | null;
  topic: string | null;
  on_date: string;
  next_on: string | null;
  result: string | null;
  recorded_by: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface FairConsent {
  id: string;
  fair_id: string;
  visit_id: string;
  unit_uid: string;
  hamlet_id: string | null;
  purpose: string;
  employer_id: string | null;
  text_version: string;
  how: string;
  given_at: Generated<Date>;
  withdrawn_at: Date | null;
  recorded_by: string;
  recorded_at: Generated<Date>;
}

export interface FairEmployer {
  id: string;
  fair_id: string;
  unit_uid: string;
  organisation_id: string | null;
  name: string;
  name_folded: string;
  booth: string | null;
  industry: string | null;
  contact_name: string | null;
  phone: string | null;
  email: string | null;
  note: string | null;
  attended: Generated<boolean>;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface FairFollowup {
  id: string;
  fair_id: string;
  action_id: string;
  visit_id: string;
  unit_uid: string;
  hamlet_id: string | null;
  kind: string;
  owner: string;
  due_on: string;
  state: Generated<string>;
  result: string | null;
  result_note: string | null;
  closed_on: string | null;
  linked_entity: string | null;
  linked_id: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  wanted_trade: string | null;
  handed_on: string | null;
  handed_by: string | null;
}

export interface FairHandover {
  id: string;
  fair_id: string;
  employer_id: string;
  unit_uid: string;
  purpose: string;
  fields: string[];
  rows: number;
  receiver: string;
  handed_on: string;
  handed_by: string;
  recorded_at: Generated<Date>;
}

export interface FairHandoverLine {
  id: string;
  handover_id: string;
  fair_id: string;
  visit_id: string;
  unit_uid: string;
  not_hired_on: string | null;
  delete_by: string | null;
  deleted_on: string | null;
  deleted_proof: string | null;
  recorded_at: Generated<Date>;
}

export interface FairResult {
  id: string;
  fair_id: string;
  visit_id: string;
  unit_uid: string;
  hamlet_id: string | null;
  milestone: number;
  on_date: string;
  outcome: string;
  employer_id: string | null;
  employer_name: string | null;
  started_on: string | null;
  note: string | null;
  recorded_by: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface FairTally {
  id: string;
  fair_id: string;
  unit_uid: string;
  step: string;
  count: number;
  of_which_female: number | null;
  source: Generated<string>;
  note: string | null;
  on_date: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface FairVacancy {
  id: string;
  fair_id: string;
  employer_id: string;
  unit_uid: string;
  job: string;
  vsco: string | null;
  posts: number;
  wage_from: number | null;
  wage_to: number | null;
  place: string | null;
  requirement: string | null;
  vacancy_id: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface FairVisit {
  id: string;
  fair_id: string;
  unit_uid: string;
  hamlet_id: string | null;
  residence: string | null;
  person_id: string | null;
  full_name: string | null;
  name_folded: string | null;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  phone: string | null;
  subject_key: string;
  short_code: string;
  channel: string;
  wish: string | null;
  checked_in_at: Date | null;
  erased_at: Date | null;
  erase_reason: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface Finding {
  id: string;
  household_id: string | null;
  hamlet_id: string;
  code: string;
  data: Generated<unknown>;
  found_at: Generated<Date>;
  closed_at: Date | null;
  close_reason: string | null;
}

export interface FrozenFigure {
  id: string;
  unit_uid: string;
  indicator: string;
  period_code: string;
  on_date: string;
  known_at: Date;
  value: unknown;
  frozen_by: string;
  frozen_at: Generated<Date>;
}

export interface FundingLine {
  id: string;
  unit_uid: string;
  programme: string;
  project: string | null;
  subproject: string | null;
  year: number;
  level: string;
  kind: string;
  allocated_dong: number;
  carried_dong: Generated<number>;
  document: string;
  note: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface Hamlet {
  id: string;
  name: string;
  name_folded: string;
  kind: string;
  valid_from: string;
  valid_to: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  version: Generated<number>;
}

export interface HamletUnit {
  id: string;
  hamlet_id: string;
  unit_uid: string;
  valid_from: string;
  valid_to: string | null;
  document: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
}

export interface Household {
  id: string;
  hamlet_id: string;
  local_code: string | null;
  head_name: string;
  head_name_folded: string;
  sort_key: string;
  address: string | null;
  valid_from: string;
  valid_to: string | null;
  end_reason: string | null;
  formed_by: Generated<string>;
  formed_from: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  version: Generated<number>;
}

export interface ImportBatch {
  id: string;
  unit_uid: string;
  format: string;
  as_of: string;
  file_name: string;
  file_sha256: Buffer;
  content_digest: Buffer;
  counts: unknown;
  problems: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
  actor_name: string | null;
}

export interface ImportMapping {
  unit_uid: string;
  format: string;
  shape_key: string;
  mapping: unknown;
  recorded_at: Generated<Date>;
}

export interface JobEvent {
  id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  name_folded: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  started_on: string;
  reported_on: string;
  channel: string;
  nature: string;
  employer_id: string | null;
  employer_name: string | null;
  employer_key: Generated<string>;
  place_kind: string;
  job: string | null;
  vsco: string | null;
  wage: number | null;
  evidence: Generated<unknown>;
  distinct_reason: string | null;
  outcome_id: string | null;
  loan_id: string | null;
  overseas_id: string | null;
  placement_id: string | null;
  batch_id: string | null;
  verified_on: string | null;
  verified_by: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface JobFair {
  id: string;
  code: string;
  name: string;
  kind: string;
  on_date: string;
  to_date: string | null;
  place: string | null;
  unit_uid: string;
  partner_units: Generated<string[]>;
  organiser: string | null;
  partner_centres: string | null;
  decision_no: string | null;
  decided_on: string | null;
  budget_line: string | null;
  budget_dong: number | null;
  register_token: string | null;
  register_until: string | null;
  closed_on: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface JobLoan {
  id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  name_folded: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  borrower_kind: string;
  establishment_name: string | null;
  organisation_id: string | null;
  amount_dong: number;
  lent_on: string;
  term_months: number;
  rate_kind: string;
  contract_no: string;
  project: string;
  project_place: string | null;
  fund: string | null;
  association: string | null;
  savings_group: string | null;
  over_reason: string | null;
  state: Generated<string>;
  state_on: string;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface JobMonth {
  id: string;
  hamlet_id: string;
  month: string;
  reported_on: string;
  reporter: string;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface JobProposal {
  id: string;
  hamlet_id: string;
  source: string;
  source_key: string;
  record_id: string | null;
  decision: string;
  event_id: string | null;
  reason: string | null;
  facts: unknown;
  decided_on: string;
  decided_by: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface LabourStatus {
  id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  sort_key: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  ethnicity: string | null;
  period: string;
  surveyed_on: string;
  source: string;
  priority: Generated<string[]>;
  education: string | null;
  qualification: string | null;
  major: string | null;
  state: string;
  position: string | null;
  job: string | null;
  vsco: string | null;
  insurance: string | null;
  contract: string | null;
  contract_on: string | null;
  workplace: string | null;
  workplace_kind: string | null;
  vsic: string | null;
  workplace_address: string | null;
  industrial_zone: boolean | null;
  ever_worked: boolean | null;
  unemployed_for: string | null;
  previous_job: string | null;
  inactive_reason: string | null;
  job_want: string | null;
  job_wanted: string | null;
  wage_wanted_dong: number | null;
  training_want: boolean | null;
  trade_wanted: string | null;
  level_wanted: string | null;
  training_when: string | null;
  note: string | null;
  recorded_by: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  name_folded: Generated<string>;
}

export interface LabourSurvey {
  id: string;
  unit_uid: string;
  period: string;
  name: string;
  starts_on: string;
  ends_on: string;
  document: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  version: Generated<number>;
}

export interface ListImport {
  id: string;
  kind: string;
  unit_uid: string;
  organisation_id: string | null;
  as_of: string;
  parameters: Generated<unknown>;
  file_name: string;
  file_sha256: Buffer;
  counts: unknown;
  problems: Generated<unknown>;
  actor: string;
  actor_name: string;
  recorded_at: Generated<Date>;
}

export interface ListImportRow {
  kind: string;
  unit_uid: string;
  owner_id: Generated<string>;
  row_key: string;
  digest: Buffer;
  entity_id: string;
  import_id: string;
  recorded_at: Generated<Date>;
}

export interface Membership {
  id: string;
  household_id: string;
  person_id: string;
  hamlet_id: string;
  relation: string;
  is_head: Generated<boolean>;
  valid_from: string;
  valid_to: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface MovementExplanation {
  id: string;
  hamlet_id: string;
  year: number;
  list: string;
  line: string;
  kind: string;
  residual: number;
  explanation: string;
  household_ids: string[];
  signer: string;
  signed_on: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface Organisation {
  id: string;
  name: string;
  name_folded: string;
  kinds: string[];
  tax_code: string | null;
  unit_uid: string | null;
  address: string | null;
  contact_name: string | null;
  phone: string | null;
  email: string | null;
  industry: string | null;
  workers: number | null;
  note: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface OrganisationLicence {
  id: string;
  organisation_id: string;
  kind: string;
  number: string;
  issued_on: string | null;
  valid_from: string;
  valid_to: string | null;
  trades: string[] | null;
  yearly_quota: number | null;
  document: string | null;
  checked_on: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface OutMigrant {
  id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  name_folded: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  phone: string | null;
  kind: string;
  destination: string;
  destination_code: string | null;
  industrial_park: string | null;
  employer: string | null;
  job: string | null;
  contact: string | null;
  left_on: string | null;
  left_precision: string | null;
  seasonal: Generated<boolean>;
  returned_on: string | null;
  returned_precision: string | null;
  return_reason: string | null;
  papers: string | null;
  source: string;
  seen_on: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  version: Generated<number>;
}

export interface OverseasAction {
  id: string;
  case_id: string;
  hamlet_id: string;
  seq: number;
  kind: string;
  on_date: string;
  data: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface OverseasCase {
  id: string;
  hamlet_id: string;
  unit_uid: string;
  person_id: string | null;
  full_name: string;
  name_folded: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  phone: string | null;
  keeper: string | null;
  previous_id: string | null;
  state: string;
  state_on: string;
  wished_on: string;
  source: string;
  fair_id: string | null;
  market: string | null;
  programme: string | null;
  form: string | null;
  organisation_id: string | null;
  sender_name: string | null;
  licence_checked_on: string | null;
  licence_result: string | null;
  job: string | null;
  vsco: string | null;
  contract_no: string | null;
  contract_on: string | null;
  term_months: number | null;
  wage: number | null;
  currency: string | null;
  cost_declared_dong: number | null;
  cost_own_dong: number | null;
  cost_loan_dong: number | null;
  cost_support_dong: number | null;
  groups: Generated<string[]>;
  language: string | null;
  language_level: string | null;
  orientation_no: string | null;
  medical_on: string | null;
  passport_sealed: Buffer | null;
  passport_masked: string | null;
  address_abroad: string | null;
  home_contact: string | null;
  departed_on: string | null;
  departed_precision: string | null;
  departed_recorded_on: string | null;
  due_back_on: string | null;
  returned_on: string | null;
  returned_precision: string | null;
  job_event_id: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  version: Generated<number>;
}

export interface OverseasFollowUp {
  id: string;
  case_id: string;
  hamlet_id: string;
  phase: string;
  milestone: number;
  on_date: string;
  outcome: string;
  note: string | null;
  actor: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface OverseasIncident {
  id: string;
  case_id: string;
  hamlet_id: string;
  kind: string;
  on_date: string;
  told_by: string | null;
  content: string;
  wanted: string | null;
  resolved_on: string | null;
  resolution: string | null;
  actor: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  version: Generated<number>;
}

export interface OverseasRequest {
  id: string;
  case_id: string;
  hamlet_id: string;
  unit_uid: string;
  year: number;
  number: number;
  state: string;
  state_on: string;
  received_on: string;
  complete_on: string | null;
  forwarded_on: string | null;
  due_on: string | null;
  due_certainty: string;
  decided_on: string | null;
  document_no: string | null;
  amount_dong: number | null;
  paid_on: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
}

export interface OverseasRequestAction {
  id: string;
  request_id: string;
  hamlet_id: string;
  seq: number;
  kind: string;
  on_date: string;
  data: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface OverseasSupport {
  id: string;
  case_id: string;
  hamlet_id: string;
  phase: string;
  kind: string;
  on_date: string;
  amount_dong: number | null;
  policy: string | null;
  certainty: string | null;
  reason: string | null;
  note: string | null;
  document: string | null;
  actor: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface Person {
  id: string;
  hamlet_id: string;
  full_name: string;
  name_folded: string;
  sort_key: string;
  sex: Generated<number>;
  birth_date: string | null;
  birth_year: number | null;
  birth_precision: Generated<string>;
  ethnicity: string | null;
  died_on: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  version: Generated<number>;
}

export interface PersonIdentifier {
  id: string;
  person_id: string;
  hamlet_id: string;
  type: string;
  sealed: Buffer;
  lookup: Buffer;
  lookup_last4: Buffer;
  masked: string;
  valid_from: string | null;
  valid_to: string | null;
  source: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface PersonPast {
  person_id: string;
  version: number;
  hamlet_id: string;
  full_name: string;
  sex: number;
  birth_date: string | null;
  birth_year: number | null;
  birth_precision: string;
  ethnicity: string | null;
  died_on: string | null;
  recorded_at: Date;
  replaced_at: Generated<Date>;
  replace_reason: string;
}

export interface Placement {
  id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  name_folded: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  seeker_id: string | null;
  referral_id: string | null;
  vacancy_id: string | null;
  organisation_id: string | null;
  employer_name: string;
  started_on: string;
  left_on: string | null;
  left_reason: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface PlacementCheck {
  id: string;
  placement_id: string;
  hamlet_id: string;
  milestone: number;
  due_on: string;
  checked_on: string | null;
  result: string | null;
  note: string | null;
  recorded_at: Generated<Date>;
}

export interface PlanRow {
  id: string;
  indicator: string;
  unit_uid: string;
  year: number;
  plan_kind: string;
  value: string;
  figure_kind: Generated<string>;
  document: string;
  document_date: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  to_year: number | null;
}

export interface PopulationCount {
  id: string;
  hamlet_id: string;
  on_date: string;
  households: number;
  persons: number | null;
  minority_households: number | null;
  area_type: string | null;
  source: string;
  signer: string | null;
  figure_kind: Generated<string>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ProcedureAction {
  id: string;
  case_id: string;
  hamlet_id: string;
  seq: number;
  kind: string;
  on_date: string;
  data: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface ProcedureCase {
  id: string;
  hamlet_id: string;
  unit_uid: string;
  year: number;
  number: number;
  kind: string;
  household_id: string;
  person_id: string | null;
  applicant: string;
  received_on: string;
  due_on: string | null;
  due_certainty: string;
  state: string;
  state_on: string;
  outcome: string | null;
  outcome_class: string | null;
  document_no: string | null;
  decided_on: string | null;
  signer: string | null;
  result_from: string | null;
  result_to: string | null;
  status_id: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
}

export interface ProcedureReport {
  id: string;
  unit_uid: string;
  month: string;
  counts: unknown;
  handed_on: string;
  receiver: string;
  document_no: string | null;
  recorded_by: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface RecognisedStatus {
  id: string;
  household_id: string;
  hamlet_id: string;
  class: string;
  ruleset: string;
  status_year: number;
  members: number;
  decision_no: string | null;
  decision_date: string | null;
  signer: string | null;
  valid_from: string;
  valid_to: string | null;
  end_reason: string | null;
  source: string;
  batch_id: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface Referral {
  id: string;
  seeker_id: string;
  hamlet_id: string;
  vacancy_id: string;
  organisation_id: string;
  full_name: string;
  referred_on: string;
  state: Generated<string>;
  state_on: string;
  interview_on: string | null;
  reason: string | null;
  score: number | null;
  adviser: string;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ReferralAction {
  id: string;
  referral_id: string;
  hamlet_id: string;
  organisation_id: string;
  seq: number;
  kind: string;
  on_date: string;
  data: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface RegistrationAssist {
  id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  sort_key: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  helped_on: string;
  channel: string;
  result: string;
  note: string | null;
  recorded_by: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  name_folded: Generated<string>;
}

export interface RegistryComplete {
  id: string;
  hamlet_id: string;
  valid_from: string;
  valid_to: string | null;
  declared_by: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ReportingPeriod {
  id: string;
  code: string;
  name: string;
  year: number;
  starts_on: string;
  ends_on: string;
  document: string | null;
}

export interface Residence {
  id: string;
  household_id: string;
  hamlet_id: string;
  valid_from: string;
  valid_to: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ReturnRecord {
  id: string;
  case_id: string;
  hamlet_id: string;
  subject_key: string;
  returned_on: string;
  returned_precision: string;
  kind: string;
  reason: string;
  savings_band: string | null;
  skills: string | null;
  language: string | null;
  job_wish: string | null;
  actor: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  version: Generated<number>;
}

export interface ReviewAction {
  id: string;
  case_id: string;
  hamlet_id: string;
  seq: number;
  kind: string;
  on_date: string;
  data: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface ReviewCase {
  id: string;
  round_id: string;
  result_set_id: string;
  household_id: string;
  hamlet_id: string;
  origin: string;
  state: string;
  state_on: string;
  previous_class: string;
  class: string | null;
  list: string | null;
  assessment_id: string | null;
  surveyor_id: string | null;
  meeting_id: string | null;
  posting_id: string | null;
  complaint_due: string | null;
  flags: Generated<string[]>;
  note: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
}

export interface ReviewHamlet {
  round_id: string;
  hamlet_id: string;
  head_name: string | null;
  surveyor_ids: Generated<string[]>;
  forms_given: Generated<number>;
  forms_given_on: string | null;
  forms_back: Generated<number>;
  version: Generated<number>;
}

export interface ReviewMeeting {
  id: string;
  round_id: string;
  result_set_id: string;
  hamlet_id: string;
  held_on: string;
  place: string;
  chair: string;
  secretary: string;
  invited: number | null;
  present: number;
  reviewed_present: number | null;
  agree: number;
  disagree: number;
  opinions: string | null;
  file: Buffer | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ReviewMilestone {
  id: string;
  round_id: string;
  unit_uid: string;
  code: string;
  due_on: string;
  document: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ReviewOpinion {
  id: string;
  round_id: string;
  result_set_id: string;
  unit_uid: string;
  level: string;
  mode: string;
  report_no: string;
  reported_on: string;
  due_on: string | null;
  reply_no: string | null;
  replied_on: string | null;
  agreed: boolean | null;
  content: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ReviewPosting {
  id: string;
  round_id: string;
  result_set_id: string;
  hamlet_id: string;
  kind: string;
  places: string;
  from_on: string;
  to_on: string;
  reason: string | null;
  file: Buffer | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ReviewResultSet {
  id: string;
  round_id: string;
  unit_uid: string;
  ruleset: string;
  status_year: number;
  recorded_at: Generated<Date>;
}

export interface ReviewRound {
  id: string;
  unit_uid: string;
  year: number;
  name: string;
  opened_on: string | null;
  closed_on: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  version: Generated<number>;
  process: string | null;
  plan_no: string | null;
  plan_date: string | null;
  committee_no: string | null;
  committee_date: string | null;
  form_rate: number | null;
  form_rate_document: string | null;
  opinion_level: string | null;
  opinion_mode: string | null;
  opinion_document: string | null;
}

export interface ReviewStaff {
  id: string;
  round_id: string;
  unit_uid: string;
  kind: string;
  full_name: string;
  position: string | null;
  task: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ReviewTraining {
  id: string;
  round_id: string;
  unit_uid: string;
  held_on: string;
  place: string;
  content: string;
  staff_ids: string[];
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface ReviewVote {
  meeting_id: string;
  case_id: string;
  hamlet_id: string;
  agree: number;
  disagree: number;
  note: string | null;
}

export interface RollupStatus {
  hamlet_id: string;
  class: string;
  ruleset: string;
  valid_from: string;
  valid_to: Generated<string>;
  households: number;
  persons: number;
}

export interface SchemaVersion {
  file: string;
  at: Generated<Date>;
}

export interface ScorePack {
  id: string;
  unit_uid: string;
  code: string;
  version: number;
  replaces: string | null;
  ruleset: string;
  area: string;
  region: string | null;
  legal_doc: string;
  legal_annex: string;
  legal_page: string | null;
  legal_file: Buffer;
  items: unknown;
  examples: unknown;
  status: Generated<string>;
  entered_by: string;
  entered_name: string;
  entered_at: Generated<Date>;
  checked_by: string | null;
  checked_name: string | null;
  checked_at: Date | null;
  activated_by: string | null;
  activated_name: string | null;
  activated_at: Date | null;
  retired_at: Date | null;
  retire_reason: string | null;
}

export interface Seeker {
  id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  name_folded: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  registered_on: string;
  phone: string | null;
  wanted_vsco: Generated<string[]>;
  wanted_job: string | null;
  wanted_places: Generated<string[]>;
  wage_wanted: number | null;
  shifts: Generated<string[]>;
  general_education: string | null;
  technical_level: string | null;
  major: string | null;
  skills: string | null;
  licences: string | null;
  experience_vsco: string | null;
  experience_months: number | null;
  needs_dormitory: boolean | null;
  disabled: boolean | null;
  priority: Generated<string[]>;
  note: string | null;
  state: Generated<string>;
  state_on: string;
  source: Generated<string>;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface SelfTaught {
  id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  name_folded: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  trade_code: string | null;
  vsco: string | null;
  trade_name: string;
  learned_by: string;
  years_in_job: number;
  skill_check: string;
  recognised_year: number;
  recognised_on: string | null;
  confirmer: string;
  reason: string | null;
  note: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface SenderComplaint {
  id: string;
  unit_uid: string;
  organisation_id: string | null;
  sender_name: string;
  on_date: string;
  content: string;
  answered_on: string | null;
  answer: string | null;
  actor: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface StatusConfirmation {
  id: string;
  unit_uid: string;
  number: number;
  year: number;
  household_id: string | null;
  person_id: string | null;
  asked_name: string;
  on_date: string;
  class: string;
  status_id: string | null;
  purpose: string;
  signer: string;
  text: string;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface StoredFile {
  sha256: Buffer;
  unit_uid: string;
  name: string;
  mime: string;
  bytes: number;
  recorded_at: Generated<Date>;
}

export interface SupportFact {
  id: string;
  household_id: string;
  person_id: string | null;
  hamlet_id: string;
  code: string;
  holds: boolean | null;
  amount: number | null;
  source: string;
  valid_from: string;
  valid_to: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface SupportList {
  id: string;
  unit_uid: string;
  policy: string;
  receiver: string;
  on_date: string;
  period: string;
  base_id: string | null;
  counts: unknown;
  sent_on: string | null;
  sent_no: string | null;
  replied_on: string | null;
  reply_counts: unknown | null;
  actor: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  version: Generated<number>;
}

export interface SupportListLine {
  id: string;
  list_id: string;
  hamlet_id: string;
  household_id: string;
  person_id: string | null;
  shown: unknown;
}

export interface SupportReceipt {
  id: string;
  household_id: string;
  person_id: string | null;
  hamlet_id: string;
  policy: string;
  received_on: string;
  period: string | null;
  value_dong: number | null;
  quantity: string | null;
  unit: string | null;
  document: string;
  note: string | null;
  list_id: string | null;
  batch_id: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface TableSubmission {
  id: string;
  unit_uid: string;
  year: number;
  opening_on: string;
  closing_on: string;
  known_at: Date;
  content: unknown;
  closing: unknown;
  digest: Buffer;
  signer: string;
  signed_on: string;
  note: string | null;
  submitted_by: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface Trade {
  code: string;
  name: string;
  name_folded: string;
  sector: string;
  level: string;
  hours_theory: number | null;
  hours_practice: number | null;
  months: string | null;
  managing: string | null;
  vsco_code: string | null;
  vsic_code: string | null;
  document: string | null;
  valid_from: string;
  valid_to: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
}

export interface TradeNorm {
  id: string;
  trade_code: string;
  unit_uid: string;
  amount_dong: number;
  valid_from: string;
  valid_to: string | null;
  document: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface TrainingCertificate {
  id: string;
  enrolment_id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  hamlet_id: string;
  kind: string;
  serial_no: string;
  book_no: string;
  grade: string | null;
  issued_on: string;
  signer: string;
  replaces: string | null;
  revoked_on: string | null;
  revoke_reason: string | null;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface TrainingClass {
  id: string;
  code: string;
  name: string;
  name_folded: string;
  trade_code: string;
  provider_id: string;
  unit_uid: string;
  hamlet_id: string | null;
  venue: string | null;
  plan_id: string | null;
  funding_line_id: string | null;
  contract_id: string | null;
  state: Generated<string>;
  state_on: string;
  planned_from: string | null;
  planned_to: string | null;
  opened_on: string | null;
  ended_on: string | null;
  learners_planned: number;
  policy_code: string | null;
  cost_dong: number | null;
  decision_no: string | null;
  decided_on: string | null;
  teacher: string | null;
  offtaker: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
  split_from: string | null;
}

export interface TrainingClassAction {
  id: string;
  class_id: string;
  unit_uid: string;
  provider_id: string;
  seq: number;
  kind: string;
  on_date: string;
  data: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface TrainingContract {
  id: string;
  provider_id: string;
  unit_uid: string;
  number: string;
  signed_on: string | null;
  kind: string;
  amount_dong: number;
  funding_line_id: string | null;
  valid_to: string | null;
  document: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface TrainingNeed {
  id: string;
  hamlet_id: string;
  person_id: string | null;
  full_name: string;
  name_folded: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  trade_code: string;
  year: number;
  groups: Generated<string[]>;
  state: string;
  state_on: string;
  collected_on: string;
  wanted_for: string | null;
  wanted_when: string | null;
  wanted_place: string | null;
  note: string | null;
  decline_reason: string | null;
  plan_id: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface TrainingNeedAction {
  id: string;
  need_id: string;
  hamlet_id: string;
  seq: number;
  kind: string;
  on_date: string;
  data: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface TrainingOutcome {
  id: string;
  enrolment_id: string;
  class_id: string;
  provider_id: string;
  unit_uid: string;
  hamlet_id: string;
  person_id: string | null;
  subject_key: string;
  milestone: number;
  on_date: string;
  kind: string;
  place_kind: string | null;
  vsco: string | null;
  workplace: string | null;
  income_before_dong: number | null;
  income_after_dong: number | null;
  offtake: string | null;
  cooperative: string | null;
  effects: Generated<string[]>;
  source: string | null;
  note: string | null;
  state: Generated<string>;
  verified_on: string | null;
  verified_by: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface TrainingPlan {
  id: string;
  unit_uid: string;
  year: number;
  trade_code: string | null;
  funding_line_id: string | null;
  classes: number;
  learners: number;
  amount_dong: number;
  document: string;
  decided_on: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface TrainingSupportAction {
  id: string;
  case_id: string;
  hamlet_id: string;
  seq: number;
  kind: string;
  on_date: string;
  data: Generated<unknown>;
  actor: string;
  recorded_at: Generated<Date>;
}

export interface TrainingSupportCase {
  id: string;
  hamlet_id: string;
  unit_uid: string;
  year: number;
  number: number;
  person_id: string | null;
  full_name: string;
  name_folded: string;
  birth_date: string | null;
  birth_year: number | null;
  sex: Generated<number>;
  subject_key: string;
  course: string;
  provider_name: string;
  class_id: string | null;
  opened_on: string;
  received_on: string;
  complete_on: string | null;
  due_on: string | null;
  state: string;
  state_on: string;
  outcome: string | null;
  decision_no: string | null;
  decided_on: string | null;
  signer: string | null;
  amount_dong: number | null;
  voucher_no: string | null;
  paid_on: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
}

export interface TypedFigure {
  id: string;
  indicator: string;
  unit_uid: string;
  on_date: string;
  value: string;
  figure_kind: string;
  document: string;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface Vacancy {
  id: string;
  organisation_id: string;
  unit_uid: string;
  title: string;
  title_folded: string;
  vsco: string | null;
  vsic: string | null;
  posts: number;
  posts_female: number | null;
  description: string | null;
  position_level: string | null;
  general_education: string | null;
  technical_level: string | null;
  major: string | null;
  computer: string | null;
  languages: string | null;
  soft_skills: string | null;
  experience_months: number | null;
  place_kind: string;
  place_unit_uid: string | null;
  place: string | null;
  country: string | null;
  wage_from: number | null;
  wage_to: number | null;
  meal_support: string | null;
  benefits: string | null;
  contract_kind: string | null;
  shift: string | null;
  dormitory: boolean | null;
  transport: boolean | null;
  probation_days: number | null;
  accepts_disabled: boolean | null;
  hazardous: boolean | null;
  needs_licence: string | null;
  age_from: number | null;
  age_to: number | null;
  apply_by: string | null;
  contact: string | null;
  source: string;
  state: Generated<string>;
  opened_on: string;
  line_key: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface RefAccount {
  id: string;
  username: string;
  display_name: string;
  password_hash: string | null;
  failed_logins: Generated<number>;
  locked_until: Date | null;
  created_at: Generated<Date>;
  closed_at: Date | null;
}

export interface RefAssignment {
  id: string;
  account_id: string;
  tenant_id: string;
  role: string;
  unit_uid: string;
  hamlet_ids: string[] | null;
  fields: string[];
  valid_from: string;
  valid_to: string | null;
  organisation_id: string | null;
}

export interface RefInvitation {
  token_hash: Buffer;
  account_id: string;
  expires_at: Date;
  used_at: Date | null;
}

export interface RefReferenceVersion {
  file: string;
  sha256: string;
  loaded_at: Generated<Date>;
}

export interface RefSchemaVersion {
  file: string;
  at: Generated<Date>;
}

export interface RefSession {
  token_hash: Buffer;
  account_id: string;
  assignment_id: string;
  created_at: Generated<Date>;
  last_seen_at: Generated<Date>;
  expires_at: Date;
}

export interface RefTenant {
  id: string;
  name: string;
  province_uid: string;
  schema_name: string;
  role_name: string;
  demo: Generated<boolean>;
  created_at: Generated<Date>;
}

export interface RefUnit {
  uid: string;
  code: string;
  level: string;
  kind: string;
  name: string;
  full_name: string;
  parent_code: string | null;
  valid_from: string | null;
  valid_to: string | null;
  from_act: string | null;
  to_act: string | null;
}

export interface RefUnitEdge {
  from_uid: string;
  to_uid: string;
  effective: string;
  relation: string;
  act: string | null;
  source: string;
}

export interface Schema {
  "advice_session": AdviceSession;
  "advice_visit": AdviceVisit;
  "allowance_item": AllowanceItem;
  "allowance_list": AllowanceList;
  "allowance_list_action": AllowanceListAction;
  "area_type": AreaType;
  "assessment": Assessment;
  "attendance": Attendance;
  "attendance_scan": AttendanceScan;
  "attendance_sheet": AttendanceSheet;
  "audit_event": AuditEvent;
  "audit_seal": AuditSeal;
  "away_need": AwayNeed;
  "away_need_step": AwayNeedStep;
  "certificate": Certificate;
  "certificate_qr": CertificateQr;
  "change_row": ChangeRow;
  "characteristic": Characteristic;
  "child_answer": ChildAnswer;
  "class_change": ClassChange;
  "class_session": ClassSession;
  "class_visit": ClassVisit;
  "classify_run": ClassifyRun;
  "command_log": CommandLog;
  "commune_attribute": CommuneAttribute;
  "computed_class": ComputedClass;
  "contract_settlement": ContractSettlement;
  "dirty_log": DirtyLog;
  "enrolment": Enrolment;
  "enrolment_action": EnrolmentAction;
  "fair_action": FairAction;
  "fair_consent": FairConsent;
  "fair_employer": FairEmployer;
  "fair_followup": FairFollowup;
  "fair_handover": FairHandover;
  "fair_handover_line": FairHandoverLine;
  "fair_result": FairResult;
  "fair_tally": FairTally;
  "fair_vacancy": FairVacancy;
  "fair_visit": FairVisit;
  "finding": Finding;
  "frozen_figure": FrozenFigure;
  "funding_line": FundingLine;
  "hamlet": Hamlet;
  "hamlet_unit": HamletUnit;
  "household": Household;
  "import_batch": ImportBatch;
  "import_mapping": ImportMapping;
  "job_event": JobEvent;
  "job_fair": JobFair;
  "job_loan": JobLoan;
  "job_month": JobMonth;
  "job_proposal": JobProposal;
  "labour_status": LabourStatus;
  "labour_survey": LabourSurvey;
  "list_import": ListImport;
  "list_import_row": ListImportRow;
  "membership": Membership;
  "movement_explanation": MovementExplanation;
  "organisation": Organisation;
  "organisation_licence": OrganisationLicence;
  "out_migrant": OutMigrant;
  "overseas_action": OverseasAction;
  "overseas_case": OverseasCase;
  "overseas_follow_up": OverseasFollowUp;
  "overseas_incident": OverseasIncident;
  "overseas_request": OverseasRequest;
  "overseas_request_action": OverseasRequestAction;
  "overseas_support": OverseasSupport;
  "person": Person;
  "person_identifier": PersonIdentifier;
  "person_past": PersonPast;
  "placement": Placement;
  "placement_check": PlacementCheck;
  "plan_row": PlanRow;
  "population_count": PopulationCount;
  "procedure_action": ProcedureAction;
  "procedure_case": ProcedureCase;
  "procedure_report": ProcedureReport;
  "recognised_status": RecognisedStatus;
  "referral": Referral;
  "referral_action": ReferralAction;
  "registration_assist": RegistrationAssist;
  "registry_complete": RegistryComplete;
  "reporting_period": ReportingPeriod;
  "residence": Residence;
  "return_record": ReturnRecord;
  "review_action": ReviewAction;
  "review_case": ReviewCase;
  "review_hamlet": ReviewHamlet;
  "review_meeting": ReviewMeeting;
  "review_milestone": ReviewMilestone;
  "review_opinion": ReviewOpinion;
  "review_posting": ReviewPosting;
  "review_result_set": ReviewResultSet;
  "review_round": ReviewRound;
  "review_staff": ReviewStaff;
  "review_training": ReviewTraining;
  "review_vote": ReviewVote;
  "rollup_status": RollupStatus;
  "schema_version": SchemaVersion;
  "score_pack": ScorePack;
  "seeker": Seeker;
  "self_taught": SelfTaught;
  "sender_complaint": SenderComplaint;
  "status_confirmation": StatusConfirmation;
  "stored_file": StoredFile;
  "support_fact": SupportFact;
  "support_list": SupportList;
  "support_list_line": SupportListLine;
  "support_receipt": SupportReceipt;
  "table_submission": TableSubmission;
  "trade": Trade;
  "trade_norm": TradeNorm;
  "training_certificate": TrainingCertificate;
  "training_class": TrainingClass;
  "training_class_action": TrainingClassAction;
  "training_contract": TrainingContract;
  "training_need": TrainingNeed;
  "training_need_action": TrainingNeedAction;
  "training_outcome": TrainingOutcome;
  "training_plan": TrainingPlan;
  "training_support_action": TrainingSupportAction;
  "training_support_case": TrainingSupportCase;
  "typed_figure": TypedFigure;
  "vacancy": Vacancy;
  "ref.account": RefAccount;
  "ref.assignment": RefAssignment;
  "ref.invitation": RefInvitation;
  "ref.reference_version": RefReferenceVersion;
  "ref.schema_version": RefSchemaVersion;
  "ref.session": RefSession;
  "ref.tenant": RefTenant;
  "ref.unit": RefUnit;
  "ref.unit_edge": RefUnitEdge;
}
