import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Change, Tx } from "../../platform/door.ts";
import { ANY_TEXT, coded, DAY, field, importers, listKind, type ListTaking, PLACE_FIELDS, type PlacedRow, sharedFields, WHO_FIELDS, writtenKey } from "../../registry/public.ts";
import { subjectKey } from "../../registry/rules/worker.ts";
import { insertCertificate } from "../certificates/issue.ts";
import { builtInClassRules, classRulesOf } from "../class-rules.ts";
import { getClass, type TrainingClass } from "../classes/store.ts";
import { groupOfWord } from "../learners/groups.ts";
import { insertEnrolment } from "../learners/register.ts";
import { enrolmentsOfClass, getEnrolment } from "../learners/store.ts";
import { mustRunClass } from "../policy.ts";
import { tooMany } from "../rules/class-guards.ts";
import { sortReasons } from "../rules/class-rules-shape.ts";
import type { ClassStateName } from "../rules/class-state.ts";
import type { EnrolmentAction, EnrolmentStateName } from "../rules/enrolment-state.ts";
import { OUTCOME, readLearnerRow, type LearnerRow } from "../rules/learner-row.ts";
import { classOptions } from "./class-choice.ts";

const ENDED: readonly ClassStateName[] = ["closed", "settled"];

/** The state that a line puts its learner in: a list of a class that is being made up registers, of one that runs takes over, of one that ended tells the outcome. */
function stateOf({ stateName }: TrainingClass, { outcome, serialNo }: LearnerRow): EnrolmentStateName {
  if (stateName === "planned" || stateName === "approved") return "registered";
  if (outcome === "passed") return serialNo === null ? "passed" : "certified";
  if (outcome !== null) return outcome;
  return stateName === "opened" ? "admitted" : "studying";
}

async function classOf(tx: Tx, parameters: Readonly<Record<string, string>>, lock: "" | "for update of c" = ""): Promise<TrainingClass> {
  const found = await getClass(tx, parameters["class"] ?? "", lock);
  mustRunClass(tx.actor, found);
  if (found.stateName === "cancelled") throw new AppError("refused", "training.classDone", { name: found.name });
  return found;
}

async function takeLearner(tx: Tx, found: TrainingClass, { value, worker }: PlacedRow<LearnerRow>, { asOf, services, parameters }: ListTaking): Promise<{ id: string; changes: Change[] }> {
  const enrolledOn = value.enrolledOn ?? found.openedOn ?? (found.plannedFrom !== null && found.plannedFrom <= asOf ? found.plannedFrom : asOf);
  const groups = [...new Set(value.groups.flatMap((word) => groupOfWord(word) ?? []))];
  const name = stateOf(found, value);
  const since: PlainDate = name === "registered" || name === "admitted" || name === "studying" ? enrolledOn : (found.endedOn ?? asOf);
  const held = { name, droppedOn: name === "dropped" ? since : null, dropReason: name === "dropped" ? ("other" as const) : null, theory: null, practice: null, grade: value.grade, examinedOn: name === "passed" || name === "failed" || name === "certified" ? since : null };
  const first: EnrolmentAction = name === "registered" ? { kind: "register", on: enrolledOn, reason: null } : { kind: "load", on: since, ...held };
  const evidence = value.proof === null ? [] : groups.map((group) => ({ group, document: value.proof! }));
  const { id, change } = await insertEnrolment(tx, found, {
    worker: { ...worker!, personId: worker!.personId ?? null }, enrolledOn, first, state: name === "registered" ? undefined : { ...held, since, before: null },
    fields: { groups, chosenGroup: groups.length === 1 ? groups[0]! : null, evidence, distanceKm: value.distanceKm, note: value.note },
  });
  if (value.serialNo === null) return { id, changes: [change] };
  const kind = classRulesOf(services).certificates.find(({ level }) => level === found.level)?.kind ?? "dao_tao";
  const made = await insertCertificate(tx, await getEnrolment(tx, id), { kind, serialNo: value.serialNo, bookNo: value.bookNo ?? value.serialNo, grade: value.grade, issuedOn: since, signer: parameters["signer"]?.trim() || found.providerName, replaces: null });
  return { id, changes: [change, made.change] };
}

/** Learners of one class: registered, taken over while it runs, or with what came of them. */
export const learnerList = listKind<LearnerRow>({
  kind: "training-learners",
  titleKey: "training.learnerList.title",
  format: {
    id: "training-learners", layouts: [],
    fields: [
      ...sharedFields(...WHO_FIELDS, ...PLACE_FIELDS),
      field("groups", "Đối tượng", ANY_TEXT, "Đối tượng ưu tiên|Nhóm đối tượng|Diện chính sách|Thuộc đối tượng|Diện"), field("proof", "Giấy tờ chứng minh", ANY_TEXT, "Giấy chứng nhận|Giấy tờ|Minh chứng|Số giấy chứng nhận"),
      field("distance", "Khoảng cách (km)", ANY_TEXT, "Cách lớp (km)|Khoảng cách|Km|Số km"), field("enrolled_on", "Ngày nhập học", DAY, "Ngày đăng ký|Ngày vào học"),
      field("outcome", "Kết quả", coded(OUTCOME), "Kết quả học tập|Kết quả thi|Kết quả cuối khóa|Kết quả đào tạo"), field("grade", "Xếp loại", ANY_TEXT, "Loại|Xếp loại tốt nghiệp"),
      field("serial_no", "Số hiệu chứng chỉ", ANY_TEXT, "Số chứng chỉ|Số hiệu|Số CC"), field("book_no", "Số vào sổ", ANY_TEXT, "Số vào sổ cấp chứng chỉ|Vào sổ số"), field("note", "Ghi chú", ANY_TEXT, ""),
    ],
  },
  mustHave: [["member_name"]],
  about: "worker",
  parameters: [{ key: "class", labelKey: "training.list.class", type: "choice", required: true, options: classOptions }, { key: "signer", labelKey: "training.list.signer", type: "text" }],
  mayTake: importers(["commune", "province", "training_centre"], ["training"]),
  readRow: (texts) => readLearnerRow(texts),
  rowKey: (row, { parameters }) => `${parameters["class"]}|${writtenKey(row)}`,
  says: ({ value, worker }) => [value, worker?.birthDate, worker?.sex],
  check: async (tx, rows, { asOf, parameters }) => {
    const found = await classOf(tx, parameters);
    const there = await enrolmentsOfClass(tx, found.id);
    const keys = new Set(there.map((one) => one.subjectKey));
    const { rows: used } = await tx.client.query<{ serial: string }>("select serial_no as serial from training_certificate where serial_no = any ($1) and voided_at is null", [rows.flatMap(({ value }) => value.serialNo ?? [])]);
    const serials = new Set(used.map(({ serial }) => serial));
    let count = there.filter(({ stateName }) => stateName !== "dropped").length;
    return rows.flatMap((row, index) => {
      const { value } = row;
      const problem = (severity: "error" | "warning", code: string, more: { field?: string; data?: Record<string, string | number> } = {}) => ({ index, severity, code: `training.learnerRow.${code}`, ...more });
      if (row.state === "unchanged") return [];
      const name = row.worker?.fullName ?? "";
      if (row.state === "changed") return [problem("error", "changed", { data: { name } })];
      count += value.outcome === "dropped" ? 0 : 1;
      return [
        ...(row.worker !== null && row.hamletId !== null && keys.has(subjectKey(row.worker)) ? [problem("error", "twice", { field: "member_name", data: { name, code: found.code } })] : []),
        ...(ENDED.includes(found.stateName) && value.outcome === null ? [problem("error", "outcomeMissing", { field: "outcome" })] : []),
        ...(value.outcome !== null && (found.stateName === "planned" || found.stateName === "approved") ? [problem("error", "notOpened", { field: "outcome" })] : []),
        ...(value.serialNo !== null && serials.has(value.serialNo) ? [problem("error", "serialUsed", { field: "serial_no", data: { serialNo: value.serialNo } })] : []),
        ...(value.enrolledOn !== null && value.enrolledOn > asOf ? [problem("error", "dayToCome", { field: "enrolled_on" })] : []),
        ...value.groups.filter((word) => groupOfWord(word) === undefined).map((word) => problem("warning", "groupUnknown", { field: "groups", data: { text: word } })),
        ...tooMany(builtInClassRules(), count, 0).map(({ certainty, data }) => problem(certainty === "text" ? "error" : "warning", "tooMany", { data: { ...data } })),
      ];
    });
  },
  commit: async (tx, rows, taking) => {
    const found = await classOf(tx, taking.parameters, "for update of c");
    const there = (await enrolmentsOfClass(tx, found.id)).filter(({ stateName }) => stateName !== "dropped");
    const [full] = sortReasons(tooMany(classRulesOf(taking.services), there.length + rows.filter(({ value }) => value.outcome !== "dropped").length, 0)).refused;
    if (full) throw new AppError("refused", "training.learnerRow.tooMany", { ...full.data, row: rows.length });
    const ids: string[] = [];
    const changes: Change[] = [];
    for (const row of rows) {
      const made = await takeLearner(tx, found, row, taking);
      ids.push(made.id);
      changes.push(...made.changes);
    }
    return { ids, changes };
  },
  stands: async ({ client }, ids) => {
    const { rows } = await client.query<{ id: string }>("select id from enrolment where id = any ($1) and voided_at is null", [ids]);
    return new Set(rows.map(({ id }) => id));
  },
  example: [
    { line_no: 1, member_name: "Nguyễn Văn Ví Dụ", birth: "05/06/1990", sex: "Nam", identity: "089090000001", commune: "", hamlet: "Ấp Phú Thạnh", groups: "Hộ nghèo", proof: "GCN hộ nghèo số 15/2026", distance: "6,5" },
    { line_no: 2, member_name: "Trần Thị Minh Họa", birth: "1988", sex: "Nữ", identity: "", commune: "", hamlet: "Ấp Phú Thạnh", groups: "Lao động nông thôn", proof: "", distance: "" },
  ],
});
