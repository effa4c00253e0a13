import { getUnit, hamletLabel, unitTitle, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { classRulesOf } from "../class-rules.ts";
import type { TrainingClass } from "../classes/store.ts";
import { reasonViews } from "../reasons.ts";
import { attendedDays, examReasons, hoursOf, type Hours } from "../rules/attendance.ts";
import { enrolmentStepsFrom } from "../rules/enrolment-state.ts";
import { markedSessions } from "../timetable/marks.ts";
import type { LearnerView } from "./contract.ts";
import { admitReasonsOf } from "./steps.ts";
import { enrolmentsOfClass } from "./store.ts";

const percentOf = ({ attended, held }: Hours): number | null => (held === 0 ? null : Math.floor((attended * 100) / held));

export interface HamletName {
  readonly label: string;
  readonly unitUid: string | null;
}

/** Names of hamlets with the unit they lay in on a day. */
export async function hamletNames({ client }: Tx, ids: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, HamletName>> {
  const { rows } = await client.query<{ id: string; name: string; kind: HamletKind; unitUid: string | null }>(
    `select h.id, h.name, h.kind, (select hu.unit_uid from hamlet_unit hu where hu.hamlet_id = h.id and hu.voided_at is null and hu.valid_from <= $2 and (hu.valid_to is null or hu.valid_to > $2) limit 1) as "unitUid"
     from hamlet h where h.id = any ($1)`, [[...new Set(ids)], on]);
  return new Map(rows.map(({ id, name, kind, unitUid }) => [id, { label: hamletLabel({ name, kind }), unitUid }]));
}

/** Learners of a class as its page shows them: who, state, what was attended, what speaks against admission and exam. */
export async function listLearners(tx: Tx, services: Services, wording: Wording, found: TrainingClass, on: PlainDate, language: Language): Promise<LearnerView[]> {
  const learners = await enrolmentsOfClass(tx, found.id);
  const sessions = await markedSessions(tx, found.id);
  const places = await hamletNames(tx, learners.map(({ hamletId }) => hamletId), found.openedOn ?? on);
  const { rows: certificates } = await tx.client.query<{ enrolment: string; serial: string }>(
    "select enrolment_id as enrolment, serial_no as serial from training_certificate where class_id = $1 and voided_at is null and revoked_on is null", [found.id]);
  const serials = new Map(certificates.map(({ enrolment, serial }) => [enrolment, serial]));
  const rules = classRulesOf(services);
  return learners.map((one) => {
    const { classId: _class, providerId: _provider, unitUid: _unit, subjectKey: _key, needId: _need, stateName, ...shown } = one;
    const marked = sessions(one.id);
    const hours = hoursOf(marked);
    const place = places.get(one.hamletId);
    return {
      ...shown, state: stateName, groups: [...one.groups], evidence: one.evidence.map((each) => ({ ...each })), hamlet: place?.label ?? "", unit: place?.unitUid ? unitTitle(getUnit(place.unitUid), on) : "",
      serialNo: serials.get(one.id) ?? null, days: attendedDays(marked, one.droppedOn), theoryPercent: percentOf(hours.theory), practicePercent: percentOf(hours.practice),
      admitReasons: stateName === "registered" ? reasonViews(wording, admitReasonsOf(rules, one, language), language) : [],
      examReasons: stateName === "studying" || stateName === "failed" ? reasonViews(wording, examReasons(rules, marked), language) : [],
      steps: enrolmentStepsFrom(stateName),
    };
  });
}
