import type { Actor } from "../../src/platform/actor.ts";
import type { Tx } from "../../src/platform/door.ts";
import { newId } from "../../src/platform/door.ts";

/** A place with one row in every table: what an actor of that place must see, and every other must not. */
export interface Place {
  readonly hamlet: string;
  readonly unit: string;
}

type Row = Record<string, unknown>;

/** One row a table, in the order of their references. A table that is missing here fails the scope test. */
export function plantRows(place: Place, owner: string): Record<string, Row> {
  const { hamlet, unit } = place;
  const id = {
    household: newId(), person: newId(), round: newId(), assessment: newId(), run: newId(), event: newId(),
    set: newId(), case: newId(), meeting: newId(),
    supportList: newId(), organisation: newId(), procedure: newId(),
    overseas: newId(), overseasRequest: newId(), outMigrant: newId(), awayNeed: newId(),
    class: newId(), enrolment: newId(), session: newId(), trade: `T${hamlet.slice(-6)}`,
    listImport: newId(),
    vacancy: newId(), seeker: newId(), referral: newId(), placement: newId(), advice: newId(),
    attendanceSheet: newId(), need: newId(), contract: newId(), allowanceList: newId(), supportCase: newId(),
    fair: newId(), fairEmployer: newId(), fairVisit: newId(), fairAction: newId(), fairHandover: newId(),
  };
  const bytes = Buffer.from(hamlet.replaceAll("-", ""), "hex");
  const worker = { hamlet_id: hamlet, full_name: "Lê Thử", name_folded: "le thu", birth_year: 1990, subject_key: `le thu|1990|${hamlet}` };
  return {
    hamlet: { id: hamlet, name: "Ấp Thử", name_folded: "ap thu", kind: "ap", valid_from: "2011-01-01" },
    hamlet_unit: { id: newId(), hamlet_id: hamlet, unit_uid: unit, valid_from: "2011-01-01" },
    area_type: { id: newId(), unit_uid: unit, type: "rural", document: "Văn bản thử", valid_from: "2011-01-01" },
    household: { id: id.household, hamlet_id: hamlet, head_name: "Lê Thử Nghiệm", head_name_folded: "le thu nghiem", sort_key: "x", valid_from: "2020-01-01" },
    residence: { id: newId(), household_id: id.household, hamlet_id: hamlet, valid_from: "2020-01-01" },
    person: { id: id.person, hamlet_id: hamlet, full_name: "Lê Thử Nghiệm", name_folded: "le thu nghiem", sort_key: "x", birth_precision: "unknown" },
    person_past: { person_id: id.person, version: 1, hamlet_id: hamlet, full_name: "Lê Thử", sex: 0, birth_precision: "unknown", recorded_at: "2020-01-01", replace_reason: "thử" },
    person_identifier: { id: newId(), person_id: id.person, hamlet_id: hamlet, type: "CCCD", sealed: bytes, lookup: bytes, lookup_last4: bytes, masked: "089••••••001", source: "thử" },
    membership: { id: newId(), household_id: id.household, person_id: id.person, hamlet_id: hamlet, relation: "01", is_head: true, valid_from: "2020-01-01" },
    characteristic: { id: newId(), household_id: id.household, hamlet_id: hamlet, code: "ethnic_minority", valid_from: "2020-01-01" },
    population_count: { id: newId(), hamlet_id: hamlet, on_date: "2023-12-31", households: 10, source: "thử" },
    registry_complete: { id: newId(), hamlet_id: hamlet, valid_from: "2020-01-01", declared_by: "thử" },
    command_log: { command_id: newId(), name: "test.plant", actor: owner, digest: bytes, answer: "{}" },
    audit_event: { id: id.event, actor: owner, action: "test.plant", unit_uid: unit, digest: bytes },
    audit_seal: { seq: Number.parseInt(hamlet.slice(-6), 16), event_id: id.event, hash: bytes },
    change_row: { event_id: id.event, entity: "household", entity_id: id.household, kind: "added", hamlet_id: hamlet },
    dirty_log: { topic: "status", hamlet_id: hamlet },
    review_round: { id: id.round, unit_uid: unit, year: 2023, name: "Rà soát 2023" },
    review_result_set: { id: id.set, round_id: id.round, unit_uid: unit, ruleset: "thu", status_year: 2024 },
    review_milestone: { id: newId(), round_id: id.round, unit_uid: unit, code: "met", due_on: "2023-10-20", document: "thử" },
    review_staff: { id: newId(), round_id: id.round, unit_uid: unit, kind: "surveyor", full_name: "Lê Thử Nghiệm" },
    review_training: { id: newId(), round_id: id.round, unit_uid: unit, held_on: "2023-09-01", place: "thử", content: "thử", staff_ids: [] },
    review_hamlet: { round_id: id.round, hamlet_id: hamlet },
    review_case: { id: id.case, round_id: id.round, result_set_id: id.set, household_id: id.household, hamlet_id: hamlet, origin: "on_list", state: "listed", state_on: "2023-09-05", previous_class: "poor" },
    review_action: { id: newId(), case_id: id.case, hamlet_id: hamlet, seq: 1, kind: "list", on_date: "2023-09-05", actor: owner },
    review_meeting: { id: id.meeting, round_id: id.round, result_set_id: id.set, hamlet_id: hamlet, held_on: "2023-10-15", place: "thử", chair: "thử", secretary: "thử", present: 2, agree: 1, disagree: 1 },
    review_vote: { meeting_id: id.meeting, case_id: id.case, hamlet_id: hamlet, agree: 1, disagree: 1 },
    review_posting: { id: newId(), round_id: id.round, result_set_id: id.set, hamlet_id: hamlet, kind: "first", places: "thử", from_on: "2023-10-20", to_on: "2023-10-25" },
    review_opinion: { id: newId(), round_id: id.round, result_set_id: id.set, unit_uid: unit, level: "district", mode: "opinion", report_no: "1", reported_on: "2023-11-01" },
    assessment: { id: id.assessment, household_id: id.household, hamlet_id: hamlet, surveyed_on: "2023-10-01", score_source: "typed_total" },
    child_answer: { id: newId(), assessment_id: id.assessment, household_id: id.household, person_id: id.person, hamlet_id: hamlet, lacks: ["nutrition"], surveyed_on: "2023-10-01" },
    classify_run: { id: id.run, unit_uid: unit, status_year: 2024, ruleset: "thu", counts: "{}" },
    computed_class: {
      hamlet_id: hamlet, status_year: 2024, ruleset: "thu", inputs: "rural|140|30", on_date: "2024-01-01", class: "poor", list: "poor", status: "decided", advisory: false,
      reasons: "{}", household_ids: [id.household], assessment_ids: [id.assessment], run_id: id.run,
    },
    class_change: { run_id: id.run, hamlet_id: hamlet, after_class: "poor", household_ids: [id.household] },
    recognised_status: { id: newId(), household_id: id.household, hamlet_id: hamlet, class: "poor", ruleset: "thu", status_year: 2024, members: 1, valid_from: "2023-12-10", source: "list" },
    certificate: { id: newId(), household_id: id.household, hamlet_id: hamlet, unit_uid: unit, year: 2024, number: 1, template: "thu", issued_on: "2024-01-05" },
    certificate_qr: { id: newId(), unit_uid: unit, address: "https://thu.vn", document: "Quyết định thử", valid_from: "2024-01-01" },
    procedure_case: {
      id: id.procedure, hamlet_id: hamlet, unit_uid: unit, year: 2024, number: 1, kind: "adhoc_entry", household_id: id.household, applicant: "Lê Thử", received_on: "2024-03-10", due_certainty: "unknown", state: "received", state_on: "2024-03-10",
    },
    procedure_action: { id: newId(), case_id: id.procedure, hamlet_id: hamlet, seq: 1, kind: "receive", on_date: "2024-03-10", actor: owner },
    organisation: { id: id.organisation, name: "Cơ sở thử", name_folded: "co so thu", kinds: ["enterprise"], unit_uid: unit },
    organisation_licence: { id: newId(), organisation_id: id.organisation, kind: "vocational", number: "thử", valid_from: "2020-01-01" },
    trade: { code: id.trade, name: "Nghề thử", name_folded: "nghe thu", sector: "farm", level: "under_3_months", valid_from: "2020-01-01" },
    trade_norm: { id: newId(), trade_code: id.trade, unit_uid: unit, amount_dong: 2_000_000, valid_from: "2020-01-01", document: "thử" },
    funding_line: { id: newId(), unit_uid: unit, programme: "GN", year: 2024, level: "central", kind: "recurrent", allocated_dong: 100_000_000, document: "thử" },
    training_plan: { id: newId(), unit_uid: unit, year: 2024, classes: 1, learners: 30, amount_dong: 60_000_000, document: "thử" },
    training_contract: { id: id.contract, provider_id: id.organisation, unit_uid: unit, number: "1/HĐ", kind: "order", amount_dong: 60_000_000 },
    contract_settlement: { id: newId(), contract_id: id.contract, provider_id: id.organisation, unit_uid: unit, state_on: "2024-06-01" },
    training_class: {
      id: id.class, code: `L-${hamlet}`, name: "Lớp thử", name_folded: "lop thu", trade_code: id.trade, provider_id: id.organisation, unit_uid: unit, hamlet_id: hamlet, state_on: "2024-03-01", learners_planned: 30,
    },
    training_class_action: { id: newId(), class_id: id.class, unit_uid: unit, provider_id: id.organisation, seq: 1, kind: "plan", on_date: "2024-03-01", actor: owner },
    enrolment: {
      id: id.enrolment, class_id: id.class, provider_id: id.organisation, unit_uid: unit, hamlet_id: hamlet, full_name: "Lê Thử Nghiệm", subject_key: `le thu nghiem|1990|${hamlet}`, state_on: "2024-03-01", enrolled_on: "2024-03-01",
    },
    enrolment_action: { id: newId(), enrolment_id: id.enrolment, class_id: id.class, provider_id: id.organisation, unit_uid: unit, hamlet_id: hamlet, seq: 1, kind: "register", on_date: "2024-03-01", actor: owner },
    class_session: { id: id.session, class_id: id.class, provider_id: id.organisation, unit_uid: unit, on_date: "2024-03-02", part: "morning", kind: "theory", hours: 4 },
    attendance_sheet: { id: id.attendanceSheet, class_id: id.class, provider_id: id.organisation, unit_uid: unit, from_on: "2024-03-01", to_on: "2024-03-31", signer: "thử", locked_by: owner },
    attendance_scan: { id: newId(), sheet_id: id.attendanceSheet, class_id: id.class, provider_id: id.organisation, unit_uid: unit, sha256: Buffer.from(hamlet), kept_by: owner },
    attendance: { id: newId(), session_id: id.session, enrolment_id: id.enrolment, class_id: id.class, provider_id: id.organisation, unit_uid: unit, hamlet_id: hamlet, state: "present" },
    training_certificate: {
      id: newId(), enrolment_id: id.enrolment, class_id: id.class, provider_id: id.organisation, unit_uid: unit, hamlet_id: hamlet, kind: "dao_tao", serial_no: `S-${hamlet}`, book_no: "1", issued_on: "2024-05-01", signer: "thử",
    },
    allowance_list: { id: id.allowanceList, class_id: id.class, provider_id: id.organisation, unit_uid: unit, number: 1, state: "computed", state_on: "2024-05-01", attended_to: "2024-05-01" },
    allowance_list_action: { id: newId(), list_id: id.allowanceList, provider_id: id.organisation, unit_uid: unit, seq: 1, kind: "compute", on_date: "2024-05-01", actor: owner },
    allowance_item: {
      id: newId(), list_id: id.allowanceList, class_id: id.class, provider_id: id.organisation, unit_uid: unit, enrolment_id: id.enrolment, hamlet_id: hamlet, full_name: "Lê Thử Nghiệm", subject_key: `le thu nghiem|1990|${hamlet}`,
      attended_days: 1, outcome: "payable", cost_dong: 0, meal_dong: 30_000, travel_dong: 0, answer: "{}",
    },
    training_support_case: {
      id: id.supportCase, hamlet_id: hamlet, unit_uid: unit, year: 2026, number: 1, full_name: "Lê Thử Nghiệm", name_folded: "le thu nghiem", subject_key: `le thu nghiem|1990|${hamlet}`, course: "Lớp thử", provider_name: "Cơ sở thử",
      opened_on: "2026-03-01", received_on: "2026-03-10", state: "received", state_on: "2026-03-10",
    },
    training_support_action: { id: newId(), case_id: id.supportCase, hamlet_id: hamlet, seq: 1, kind: "receive", on_date: "2026-03-10", actor: owner },
    class_visit: { id: newId(), class_id: id.class, provider_id: id.organisation, unit_uid: unit, on_date: "2024-03-15", visitors: "thử", announced: true, present: 1, enrolled: 1, found: "thử", conclusion: "good", recorded_by: owner },
    vacancy: { id: id.vacancy, organisation_id: id.organisation, unit_uid: unit, title: "Công nhân thử", title_folded: "cong nhan thu", posts: 1, place_kind: "tinh", source: "commune", opened_on: "2024-01-01" },
    seeker: { id: id.seeker, ...worker, registered_on: "2024-01-01", state_on: "2024-01-01" },
    referral: { id: id.referral, seeker_id: id.seeker, hamlet_id: hamlet, vacancy_id: id.vacancy, organisation_id: id.organisation, full_name: "Lê Thử", referred_on: "2024-01-02", state_on: "2024-01-02", adviser: owner },
    referral_action: { id: newId(), referral_id: id.referral, hamlet_id: hamlet, organisation_id: id.organisation, seq: 1, kind: "refer", on_date: "2024-01-02", actor: owner },
    placement: { id: id.placement, ...worker, employer_name: "Cơ sở thử", started_on: "2024-02-01" },
    placement_check: { id: newId(), placement_id: id.placement, hamlet_id: hamlet, milestone: 30, due_on: "2024-03-02" },
    job_event: { id: newId(), ...worker, started_on: "2024-02-01", reported_on: "2024-02-05", channel: "tu_tao", nature: "new", place_kind: "xa" },
    job_proposal: { id: newId(), hamlet_id: hamlet, source: "fair", source_key: `${id.fairVisit}/thu`, record_id: newId(), decision: "declined", reason: "thử", facts: "{}", decided_on: "2024-02-01", decided_by: "thử" },
    job_month: { id: newId(), hamlet_id: hamlet, month: "2024-02-01", reported_on: "2024-03-01", reporter: "thử" },
    job_loan: { id: newId(), ...worker, borrower_kind: "worker", amount_dong: 50_000_000, lent_on: "2024-01-01", term_months: 36, rate_kind: "usual", contract_no: hamlet, project: "thử", state_on: "2024-01-01" },
    advice_session: { id: id.advice, unit_uid: unit, on_date: "2024-01-01", kind: "single", topics: ["job"], adviser: "thử" },
    advice_visit: { id: newId(), session_id: id.advice, ...worker, topic: "job", result: "informed" },
    training_need: {
      id: id.need, hamlet_id: hamlet, full_name: "Lê Thử Nghiệm", name_folded: "le thu nghiem", subject_key: `le thu nghiem|1990|${hamlet}`, trade_code: id.trade, year: 2024, state: "draft", state_on: "2024-01-10", collected_on: "2024-01-10",
    },
    training_need_action: { id: newId(), need_id: id.need, hamlet_id: hamlet, seq: 1, kind: "collect", on_date: "2024-01-10", actor: owner },
    training_outcome: {
      id: newId(), enrolment_id: id.enrolment, class_id: id.class, provider_id: id.organisation, unit_uid: unit, hamlet_id: hamlet, subject_key: `le thu nghiem|1990|${hamlet}`, milestone: 1, on_date: "2024-06-01", kind: "tu_tao",
    },
    self_taught: {
      id: newId(), hamlet_id: hamlet, full_name: "Lê Thử Nghiệm", name_folded: "le thu nghiem", subject_key: `le thu nghiem|1990|${hamlet}`, trade_name: "Nghề mộc", learned_by: "passed_on", years_in_job: 5, skill_check: "hamlet",
      recognised_year: 2024, confirmer: "Trưởng ấp thử",
    },
    procedure_report: { id: newId(), unit_uid: unit, month: "2026-03-01", counts: "{}", handed_on: "2026-04-05", receiver: "thử", recorded_by: owner },
    finding: { id: newId(), household_id: id.household, hamlet_id: hamlet, code: "test" },
    rollup_status: { hamlet_id: hamlet, class: "poor", ruleset: "thu", valid_from: "2023-12-10", households: 1, persons: 1 },
    score_pack: { id: newId(), unit_uid: unit, code: "B1-thu", version: 1, ruleset: "thu", area: "rural", legal_doc: "Văn bản thử", legal_annex: "I", legal_file: Buffer.alloc(32, 1), items: "[]", examples: "[]", entered_by: owner, entered_name: "thử" },
    commune_attribute: { id: newId(), unit_uid: unit, code: "poorCommune", holds: true, document: "Văn bản thử", valid_from: "2020-01-01" },
    support_fact: { id: newId(), household_id: id.household, person_id: id.person, hamlet_id: hamlet, code: "pensioner", holds: false, source: "thử", valid_from: "2020-01-01" },
    support_list: { id: id.supportList, unit_uid: unit, policy: "credit.poor", receiver: "nhcsxh", on_date: "2024-01-01", period: "2024", counts: "{}", actor: owner },
    support_list_line: { id: newId(), list_id: id.supportList, hamlet_id: hamlet, household_id: id.household, shown: "{}" },
    support_receipt: { id: newId(), household_id: id.household, hamlet_id: hamlet, policy: "tet.gift", received_on: "2024-02-01", value_dong: 500000, document: "thử" },
    status_confirmation: { id: newId(), unit_uid: unit, number: 1, year: 2024, household_id: id.household, asked_name: "Lê Thử", on_date: "2024-01-01", class: "poor", purpose: "thử", signer: "thử", text: "thử", actor: owner },
    overseas_case: { id: id.overseas, hamlet_id: hamlet, unit_uid: unit, full_name: "Lê Thử Nghiệm", name_folded: "le thu nghiem", subject_key: hamlet, keeper: owner, state: "nguyen_vong", state_on: "2025-01-10", wished_on: "2025-01-10", source: "commune" },
    overseas_action: { id: newId(), case_id: id.overseas, hamlet_id: hamlet, seq: 1, kind: "wish", on_date: "2025-01-10", actor: owner },
    overseas_support: { id: newId(), case_id: id.overseas, hamlet_id: hamlet, phase: "before", kind: "language", on_date: "2025-03-01", actor: owner },
    overseas_request: { id: id.overseasRequest, case_id: id.overseas, hamlet_id: hamlet, unit_uid: unit, year: 2025, number: 1, state: "received", state_on: "2025-03-01", received_on: "2025-03-01", due_certainty: "unknown" },
    overseas_request_action: { id: newId(), request_id: id.overseasRequest, hamlet_id: hamlet, seq: 1, kind: "receive", on_date: "2025-03-01", actor: owner },
    overseas_incident: { id: newId(), case_id: id.overseas, hamlet_id: hamlet, kind: "accident", on_date: "2025-06-01", content: "thử", actor: owner },
    overseas_follow_up: { id: newId(), case_id: id.overseas, hamlet_id: hamlet, phase: "abroad", milestone: 3, on_date: "2025-06-01", outcome: "working", actor: owner },
    return_record: { id: newId(), case_id: id.overseas, hamlet_id: hamlet, subject_key: hamlet, returned_on: "2025-12-01", returned_precision: "day", kind: "early", reason: "thử", actor: owner },
    sender_complaint: { id: newId(), unit_uid: unit, sender_name: "Công ty Thử", on_date: "2025-06-01", content: "thử", actor: owner },
    out_migrant: { id: id.outMigrant, hamlet_id: hamlet, full_name: "Lê Thử Nghiệm", name_folded: "le thu nghiem", subject_key: hamlet, kind: "domestic", destination: "thử", source: "hamlet", seen_on: "2025-01-10" },
    away_need: { id: id.awayNeed, out_migrant_id: id.outMigrant, hamlet_id: hamlet, kind: "papers", content: "thử", owner: "thử", opened_on: "2025-01-10" },
    away_need_step: { id: newId(), need_id: id.awayNeed, hamlet_id: hamlet, on_date: "2025-01-10", note: "thử", actor: owner },
    job_fair: { id: id.fair, code: `PGD-${hamlet.slice(-6).toUpperCase()}`, name: "Phiên thử", kind: "phien_luu_dong", on_date: "2024-06-01", unit_uid: unit },
    fair_employer: { id: id.fairEmployer, fair_id: id.fair, unit_uid: unit, name: "Công ty Thử", name_folded: "cong ty thu" },
    fair_vacancy: { id: newId(), fair_id: id.fair, employer_id: id.fairEmployer, unit_uid: unit, job: "Thợ may", posts: 10 },
    fair_visit: { id: id.fairVisit, fair_id: id.fair, unit_uid: unit, hamlet_id: hamlet, full_name: "Lê Thử Nghiệm", name_folded: "le thu nghiem", subject_key: "le thu nghiem|1990", short_code: "A2B3C", channel: "desk" },
    fair_action: { id: id.fairAction, fair_id: id.fair, visit_id: id.fairVisit, unit_uid: unit, hamlet_id: hamlet, step: "f8", on_date: "2024-06-01", recorded_by: owner },
    fair_tally: { id: newId(), fair_id: id.fair, unit_uid: unit, step: "f3", count: 5, on_date: "2024-06-01" },
    fair_followup: { id: newId(), fair_id: id.fair, action_id: id.fairAction, visit_id: id.fairVisit, unit_uid: unit, hamlet_id: hamlet, kind: "training", owner: "thử", due_on: "2024-07-01" },
    fair_result: { id: newId(), fair_id: id.fair, visit_id: id.fairVisit, unit_uid: unit, hamlet_id: hamlet, milestone: 30, on_date: "2024-07-01", outcome: "not_working", recorded_by: owner },
    fair_consent: { id: newId(), fair_id: id.fair, visit_id: id.fairVisit, unit_uid: unit, hamlet_id: hamlet, purpose: "share_with_firm", text_version: "thu", how: "paper", recorded_by: owner },
    fair_handover: { id: id.fairHandover, fair_id: id.fair, employer_id: id.fairEmployer, unit_uid: unit, purpose: "thử", fields: ["full_name"], rows: 1, receiver: "thử", handed_on: "2024-06-02", handed_by: owner },
    fair_handover_line: { id: newId(), handover_id: id.fairHandover, fair_id: id.fair, visit_id: id.fairVisit, unit_uid: unit },
    plan_row: { id: newId(), indicator: "poverty.poor_rate", unit_uid: unit, year: 2023, plan_kind: "own", value: 1, document: "thử" },
    typed_figure: { id: newId(), indicator: "poverty.poor_rate", unit_uid: unit, on_date: "2022-12-31", value: 1, figure_kind: "document", document: "thử" },
    reporting_period: { id: newId(), code: hamlet, name: "Năm", year: 2023, starts_on: "2023-01-01", ends_on: "2023-12-31" },
    frozen_figure: { id: newId(), unit_uid: unit, indicator: "poverty.poor_rate", period_code: "2023", on_date: "2023-12-31", known_at: "2024-01-01", value: "{}", frozen_by: owner },
    movement_explanation: {
      id: newId(), hamlet_id: hamlet, year: 2023, list: "poor", line: "households", kind: "balance", residual: 1, explanation: "Thử giải trình", household_ids: [id.household], signer: "thử", signed_on: "2023-12-20",
    },
    table_submission: { id: newId(), unit_uid: unit, year: 2023, opening_on: "2022-12-31", closing_on: "2023-12-31", known_at: "2024-01-01", content: "{}", closing: "{}", digest: bytes, signer: "thử", signed_on: "2023-12-20", submitted_by: owner },
    import_batch: { id: newId(), unit_uid: unit, format: "household-list", as_of: "2023-12-31", file_name: "a.xlsx", file_sha256: bytes, content_digest: bytes, counts: "{}", actor: owner },
    list_import: { id: id.listImport, kind: "thu", unit_uid: unit, as_of: "2024-01-01", file_name: "a.xlsx", file_sha256: bytes, counts: "{}", actor: owner, actor_name: "thử" },
    list_import_row: { kind: "thu", unit_uid: unit, row_key: hamlet, digest: bytes, entity_id: id.person, import_id: id.listImport },
    labour_survey: { id: newId(), unit_uid: unit, period: "2026", name: "Thu thập thử", starts_on: "2026-03-01", ends_on: "2026-06-30" },
    labour_status: {
      id: newId(), hamlet_id: hamlet, full_name: "Lê Thử", sort_key: "x", birth_year: 1990, subject_key: `le thu|1990|${hamlet}`, period: "2026", surveyed_on: "2026-03-10", source: "survey", state: "unemployed",
      recorded_by: owner,
    },
    registration_assist: { id: newId(), hamlet_id: hamlet, full_name: "Lê Thử", sort_key: "x", birth_year: 1990, subject_key: `le thu|1990|${hamlet}`, helped_on: "2026-03-10", channel: "paper", result: "advised", recorded_by: owner },
    import_mapping: { unit_uid: unit, format: "household-list", shape_key: "x", mapping: "{}" },
    stored_file: { sha256: bytes, unit_uid: unit, name: "a.xlsx", mime: "x", bytes: 1 },
  };
}

/** Inserts one row as the actor of this transaction; throws when a policy refuses it. */
export async function insertRow(tx: Pick<Tx, "client">, table: string, row: Row): Promise<void> {
  const names = Object.keys(row);
  await tx.client.query(`insert into ${table} (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
}

export type PlantedBy = Actor;
