import { getUnit, unitTitle } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { Paper } from "../../papers/paper.ts";
import type { PrintJob } from "../../papers/print-log.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { groupName } from "../learners/groups.ts";
import { hamletNames } from "../learners/list.ts";
import { enrolmentsOfClass, type Enrolment } from "../learners/store.ts";
import { mustRunClass } from "../policy.ts";
import { attendanceSheet, certificateBook, certificatePaper, learnerList, resultList, type ClassHead, type PaperCertificate } from "../rules/class-papers.ts";
import type { CertificateKind } from "../rules/codes.ts";
import { markedSessions } from "../timetable/marks.ts";
import { listSessions } from "../timetable/sessions.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { CLASS_PAPERS } from "./contract.ts";
import { getClass, type TrainingClass } from "./store.ts";

export interface PaperAsked {
  readonly paper: (typeof CLASS_PAPERS)[number];
  /** of the attendance sheet: "2024-03"; the month of the last session held where not given */
  readonly month?: string | undefined;
}

const birthOf = ({ birthDate, birthYear }: Pick<Enrolment, "birthDate" | "birthYear">): string => (birthDate === null ? String(birthYear ?? "") : shortDate(birthDate));

/** Papers of a class. Errors: refused "training.nothingToPrint". */
export function classJob(services: Services, wording: Wording, actor: Actor, id: string, asked: PaperAsked): Promise<PrintJob> {
  const say = (key: string): string => wording.text(`training.${key}`, {}, "vi");
  return services.door.read(actor, async (tx) => {
    const found = await getClass(tx, id);
    mustRunClass(actor, found);
    const head: ClassHead = {
      code: found.code, name: found.name, trade: found.tradeName, level: say(`level.${found.level}`), provider: found.providerName, unitName: getUnit(found.unitUid).fullName, venue: found.venue, openedOn: found.openedOn, endedOn: found.endedOn,
      decisionNo: found.decisionNo, teacher: found.teacher,
    };
    const learners = (await enrolmentsOfClass(tx, id)).filter(({ stateName }) => stateName !== "registered" || found.openedOn === null);
    const { papers, count } = await papersOf(tx, services, say, found, head, learners, asked);
    if (papers.length === 0 || count === 0) throw new AppError("refused", "training.nothingToPrint", { name: found.name });
    const frozen = found.endedOn ?? found.openedOn ?? found.stateOn;
    return { papers, count, subject: id, unitUid: found.unitUid, meta: { title: papers[0]!.title ?? found.name, fileName: `${asked.paper} ${found.code} ${asked.month ?? ""}`, frozenAt: new Date(`${frozen}T00:00:00Z`) } };
  });
}

async function papersOf(tx: Tx, services: Services, say: (key: string) => string, found: TrainingClass, head: ClassHead, learners: readonly Enrolment[], asked: PaperAsked): Promise<{ papers: Paper[]; count: number }> {
  switch (asked.paper) {
    case "learners": {
      const places = await hamletNames(tx, learners.map(({ hamletId }) => hamletId), found.openedOn ?? services.today());
      const rows = learners.map((one) => {
        const place = places.get(one.hamletId);
        const unit = place?.unitUid ? unitTitle(getUnit(place.unitUid), services.today()) : null;
        return {
          fullName: one.fullName, birth: birthOf(one), sex: say(`sex.${one.sex}`), address: [place?.label, unit].filter(Boolean).join(", "), groups: one.groups.map((code) => groupName(code, "vi")).join("; "),
          note: one.stateName === "dropped" ? say("learnerState.dropped") : "",
        };
      });
      return { papers: [learnerList(head, rows)], count: rows.length };
    }
    case "attendance": {
      const held = (await listSessions(tx, found.id)).filter(({ cancelledOn }) => cancelledOn === null);
      const month = asked.month ?? held.findLast(({ on }) => on <= services.today())?.on.slice(0, 7) ?? held[0]?.on.slice(0, 7) ?? "";
      const sessions = held.filter(({ on }) => on.startsWith(month));
      const marked = await markedSessions(tx, found.id);
      const rows = learners.map((one) => {
        const own = marked(one.id).filter(({ cancelled, on }) => !cancelled && on.startsWith(month));
        return { fullName: one.fullName, marks: own.map(({ mark }) => mark) };
      });
      return sessions.length === 0 ? { papers: [], count: 0 } : { papers: [attendanceSheet(head, month, sessions, rows)], count: rows.length };
    }
    case "results": {
      const done = learners.filter(({ stateName }) => ["passed", "failed", "certified"].includes(stateName));
      const rows = done.map((one) => ({ fullName: one.fullName, birth: birthOf(one), theory: one.theoryMark, practice: one.practiceMark, grade: one.grade, outcome: say(`result.${one.stateName === "failed" ? "failed" : "passed"}`) }));
      return { papers: [resultList(head, rows)], count: rows.length };
    }
    case "certificates":
    case "book": {
      const list = await certificatesOf(tx, say, found.id, learners);
      return { papers: asked.paper === "book" ? [certificateBook(head, list)] : list.map((one) => certificatePaper(head, one)), count: list.length };
    }
  }
}

async function certificatesOf({ client }: Tx, say: (key: string) => string, classId: string, learners: readonly Enrolment[]): Promise<PaperCertificate[]> {
  const { rows } = await client.query<{ enrolmentId: string; kind: CertificateKind; serialNo: string; bookNo: string; grade: string | null; issuedOn: PlainDate; signer: string }>(
    `select enrolment_id as "enrolmentId", kind, serial_no as "serialNo", book_no as "bookNo", grade, issued_on::text as "issuedOn", signer from training_certificate
     where class_id = $1 and voided_at is null and revoked_on is null order by length(book_no), book_no`, [classId]);
  const byId = new Map(learners.map((one) => [one.id, one]));
  return rows.flatMap(({ enrolmentId, ...row }) => {
    const one = byId.get(enrolmentId);
    return one ? [{ ...row, fullName: one.fullName, birth: birthOf(one), sex: say(`sex.${one.sex}`) }] : [];
  });
}
