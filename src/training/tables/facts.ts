import { listHamlets } from "../../areas/public.ts";
import { type PlainDate, yearOf } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { reachOf } from "../areas.ts";
import { className } from "../rules/class-name.ts";
import { isGraduate } from "../outcomes/rules/check-outcome.ts";
import { countingMark, type Mark } from "../outcomes/rules/follow-up.ts";
import type { OutcomeKinds } from "../outcomes/rules/kinds.ts";
import { ageBand, bestOf, ethnicBand, isMinority, type Trained } from "./rules/bands.ts";
import type { Fact } from "./rules/build.ts";

export interface FactsAsked {
  readonly area: string;
  readonly from: PlainDate;
  /** last day, included; areas and stocks are read on it */
  readonly to: PlainDate;
  /** outcomes verified up to this day count */
  readonly followedTo: PlainDate;
}

/** A fact with the words that stand for it behind a cell. */
export interface ShownFact extends Fact {
  readonly classId: string | null;
  readonly shown: Readonly<Record<string, string | null>>;
}

export interface TableFacts {
  readonly facts: readonly ShownFact[];
  /** names of trades and lines of money that the facts mention */
  readonly trades: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, string>;
}

/** Somebody of the labour force as the newest collection of labour data says; read by the feature that keeps it. */
export interface LabourPerson {
  readonly subjectKey: string;
  readonly hamletId: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  /** what the person says to be trained by; null: not at all, or not told */
  readonly trained: Trained | null;
  readonly inForce: boolean;
}
export type ReadLabour = (tx: Tx, hamletIds: readonly string[], on: PlainDate) => Promise<readonly LabourPerson[]>;

interface Place {
  readonly hamletIds: readonly string[];
  readonly communeOf: (hamletId: string | null, unitUid: string) => string;
  readonly labelOf: (hamletId: string) => string;
  readonly reach: Awaited<ReturnType<typeof reachOf>>;
}

async function placeOf(tx: Tx, { area, to }: FactsAsked): Promise<Place> {
  const hamlets = await listHamlets(tx, area, to);
  const byId = new Map(hamlets.map((hamlet) => [hamlet.id, hamlet]));
  return {
    hamletIds: hamlets.map(({ id }) => id), reach: await reachOf(tx, area, to),
    communeOf: (hamletId, unitUid) => (hamletId === null ? undefined : byId.get(hamletId))?.unitUid ?? unitUid, labelOf: (hamletId) => byId.get(hamletId)?.label ?? "",
  };
}

/** Everything that the tables of an area and a period count, within the actor's reach. */
export async function tableFacts(tx: Tx, asked: FactsAsked, kinds: OutcomeKinds, readLabour?: ReadLabour): Promise<TableFacts> {
  const place = await placeOf(tx, asked);
  const classes = await classFacts(tx, asked, place);
  const facts = [
    ...classes, ...(await learnerFacts(tx, asked, place, kinds)), ...(await planFacts(tx, asked, place)), ...(await paymentFacts(tx, asked, place)), ...(await needFacts(tx, asked, place)),
    ...(await trainedFacts(tx, asked, place, readLabour)),
  ];
  const { rows: trades } = await tx.client.query<{ code: string; name: string }>("select code, name from trade");
  const { rows: lines } = await tx.client.query<{ id: string; name: string }>(`select id, concat_ws(' · ', programme, project, subproject, year) as name from funding_line`);
  return { facts, trades: new Map(trades.map(({ code, name }) => [code, name])), lines: new Map(lines.map(({ id, name }) => [id, name])) };
}

interface ClassRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly trade: string;
  readonly tradeName: string;
  readonly sector: string;
  readonly provider: string;
  readonly unitUid: string;
  readonly hamletId: string | null;
  readonly line: string | null;
  readonly openedOn: string;
}

/** Everybody who began the class, wherever they live. */
const LEARNERS = "(select count(*)::int from enrolment x where x.class_id = c.id and x.voided_at is null and x.state <> 'registered')";
const OPENED = "c.voided_at is null and c.state <> 'cancelled' and c.opened_on between $1 and $2";
const CLASS = `c.id, c.code, c.name, c.trade_code as trade, t.name as "tradeName", t.sector, o.name as provider, c.unit_uid as "unitUid", c.hamlet_id as "hamletId", c.funding_line_id as line, c.opened_on::text as "openedOn"`;
const OF_CLASS = "training_class c join trade t on t.code = c.trade_code join organisation o on o.id = c.provider_id";

const classFields = (row: ClassRow, { communeOf }: Place) => ({ sector: row.sector, trade: row.trade, commune: communeOf(row.hamletId, row.unitUid), fundingLine: row.line });

async function classFacts(tx: Tx, { from, to }: FactsAsked, place: Place): Promise<ShownFact[]> {
  const { reach } = place;
  const { rows } = await tx.client.query<ClassRow & { learners: number }>(
    `select ${CLASS}, ${LEARNERS} as learners from ${OF_CLASS} where ${OPENED} and ($3::text[] is null or c.unit_uid = any ($3) or c.hamlet_id = any ($4)) order by c.opened_on, c.code`, [from, to, reach?.units ?? null, reach?.hamlets ?? null],
  );
  return rows.map((row): ShownFact => ({ source: "class", id: row.id, subject: null, classId: row.id, fields: { ...classFields(row, place), learners: row.learners }, shown: { code: row.code, name: row.name, trade: row.tradeName, provider: row.provider, openedOn: row.openedOn, learners: String(row.learners) } }));
}

interface LearnerRow extends ClassRow {
  readonly enrolmentId: string;
  readonly subjectKey: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly age: number | null;
  readonly sex: number;
  readonly ethnicity: string | null;
  readonly groups: readonly string[];
  readonly chosenGroup: string | null;
  readonly home: string;
  readonly state: string;
  readonly marks: (Mark & { effects: string[] })[] | null;
}

/** Learners who live in the area, of classes that opened in the period wherever they are. */
async function learnerFacts(tx: Tx, { from, to, followedTo }: FactsAsked, place: Place, { kinds }: OutcomeKinds): Promise<ShownFact[]> {
  const nameOf = new Map(kinds.map((kind) => [kind.code, kind]));
  const { rows } = await tx.client.query<LearnerRow>(
    `select ${CLASS}, e.id as "enrolmentId", e.subject_key as "subjectKey", e.full_name as "fullName", e.birth_year as "birthYear", e.sex, e.groups, e.chosen_group as "chosenGroup", e.hamlet_id as home, e.state, p.ethnicity,
       coalesce(extract(year from age(e.enrolled_on, e.birth_date)), extract(year from e.enrolled_on) - e.birth_year)::int as age,
       (select json_agg(json_build_object('milestone', x.milestone, 'kind', x.kind, 'verified', x.verified_on <= $4, 'effects', x.effects)) from training_outcome x
        where x.enrolment_id = e.id and x.voided_at is null and x.verified_on <= $4) as marks
     from enrolment e join ${OF_CLASS} on c.id = e.class_id left join person p on p.id = e.person_id
     where ${OPENED} and e.voided_at is null and e.state <> 'registered' and e.hamlet_id = any ($3) order by c.opened_on, c.code, e.full_name, e.id`,
    [from, to, place.hamletIds, followedTo],
  );
  return rows.map((row): ShownFact => {
    const mark = isGraduate(row.state) ? countingMark(row.marks ?? []) : undefined;
    const kind = mark && nameOf.get(mark.kind);
    const effects = (row.marks ?? []).flatMap((one) => one.effects);
    return {
      source: "learner", id: row.enrolmentId, subject: row.subjectKey, classId: row.id,
      fields: {
        ...classFields(row, place), group: row.chosenGroup, sex: String(row.sex), ethnic: ethnicBand(row.ethnicity), minority: isMinority(row.ethnicity, row.groups), age: ageBand(row.age), graduated: isGraduate(row.state),
        kind: mark?.kind ?? null, inWork: kind?.inWork ?? false, effects: [...new Set(effects)],
      },
      shown: { name: row.fullName, birthYear: row.birthYear === null ? null : String(row.birthYear), hamlet: place.labelOf(row.home), class: className(row), trade: row.tradeName, outcome: mark?.kind ?? null },
    };
  });
}

interface PlanRow {
  readonly id: string;
  readonly unitUid: string;
  readonly year: number;
  readonly trade: string | null;
  readonly line: string | null;
  readonly classes: number;
  readonly learners: number;
  readonly dong: number;
  readonly document: string;
}

/** Plans of the years of the period. Where a unit has a plan for all trades together, its plans by trade are parts of it and not added. */
async function planFacts(tx: Tx, { from, to }: FactsAsked, { reach }: Place): Promise<ShownFact[]> {
  const { rows } = await tx.client.query<PlanRow>(
    `select id, unit_uid as "unitUid", year, trade_code as trade, funding_line_id as line, classes, learners, amount_dong as dong, document from training_plan
     where voided_at is null and year between $1 and $2 and ($3::text[] is null or unit_uid = any ($3)) order by year, unit_uid`, [yearOf(from), yearOf(to), reach?.units ?? null],
  );
  const keyOf = ({ unitUid, year, line }: PlanRow): string => `${unitUid} ${year} ${line ?? ""}`;
  const whole = new Set(rows.filter(({ trade }) => trade === null).map(keyOf));
  return rows.filter((row) => row.trade === null || !whole.has(keyOf(row))).map((row): ShownFact => ({
    source: "plan", id: row.id, subject: null, classId: null, fields: { commune: row.unitUid, trade: row.trade, fundingLine: row.line, classes: row.classes, learners: row.learners, dong: row.dong },
    shown: { document: row.document, year: String(row.year), classes: String(row.classes), learners: String(row.learners), dong: String(row.dong) },
  }));
}

/** Lists of allowances paid in the period, for classes of the area. */
async function paymentFacts(tx: Tx, { from, to }: FactsAsked, place: Place): Promise<ShownFact[]> {
  const { reach } = place;
  const { rows } = await tx.client.query<ClassRow & { listId: string; paidOn: string; dong: number; voucher: string | null }>(
    `select ${CLASS}, l.id as "listId", l.paid_on::text as "paidOn", l.voucher_no as voucher,
       (select coalesce(sum(i.cost_dong + i.meal_dong + i.travel_dong + i.top_up_dong), 0)::bigint from allowance_item i where i.list_id = l.id and i.voided_at is null and i.outcome = 'payable') as dong
     from allowance_list l join ${OF_CLASS} on c.id = l.class_id
     where l.voided_at is null and l.state in ('paid', 'settled') and l.paid_on between $1 and $2 and c.voided_at is null and ($3::text[] is null or c.unit_uid = any ($3) or c.hamlet_id = any ($4)) order by l.paid_on, c.code`,
    [from, to, reach?.units ?? null, reach?.hamlets ?? null],
  );
  return rows.map((row): ShownFact => ({
    source: "payment", id: row.listId, subject: null, classId: row.id, fields: { ...classFields(row, place), dong: Number(row.dong) }, shown: { class: className(row), voucher: row.voucher, paidOn: row.paidOn, dong: String(row.dong) },
  }));
}

async function needFacts(tx: Tx, { from, to }: FactsAsked, { hamletIds, communeOf, labelOf }: Place): Promise<ShownFact[]> {
  const { rows } = await tx.client.query<{ id: string; subjectKey: string; fullName: string; birthYear: number | null; sex: number; hamletId: string; trade: string; tradeName: string; groups: string[]; state: string }>(
    `select n.id, n.subject_key as "subjectKey", n.full_name as "fullName", n.birth_year as "birthYear", n.sex, n.hamlet_id as "hamletId", n.trade_code as trade, t.name as "tradeName", n.groups, n.state
     from training_need n join trade t on t.code = n.trade_code where n.voided_at is null and n.state in ('confirmed', 'summed', 'planned') and n.year between $1 and $2 and n.hamlet_id = any ($3) order by n.full_name, n.id`,
    [yearOf(from), yearOf(to), hamletIds],
  );
  return rows.map((row): ShownFact => ({
    source: "need", id: row.id, subject: row.subjectKey, classId: null, fields: { commune: communeOf(row.hamletId, ""), trade: row.trade, groups: row.groups, sex: String(row.sex), state: row.state },
    shown: { name: row.fullName, birthYear: row.birthYear === null ? null : String(row.birthYear), hamlet: labelOf(row.hamletId), trade: row.tradeName },
  }));
}

/** Everybody trained by the last day, once at the best: certificates of classes on file, what the person said in the labour collection, self-taught. */
async function trainedFacts(tx: Tx, { to }: FactsAsked, { hamletIds, communeOf, labelOf }: Place, readLabour: ReadLabour | undefined): Promise<ShownFact[]> {
  const { rows } = await tx.client.query<{ subjectKey: string; fullName: string; birthYear: number | null; hamletId: string; best: Trained; by: string }>(
    `select e.subject_key as "subjectKey", e.full_name as "fullName", e.birth_year as "birthYear", e.hamlet_id as "hamletId", case k.kind when 'so_cap' then 'certified' else 'short' end as best, k.serial_no as by
     from training_certificate k join enrolment e on e.id = k.enrolment_id
     where k.voided_at is null and k.issued_on <= $1 and (k.revoked_on is null or k.revoked_on > $1) and e.voided_at is null and e.hamlet_id = any ($2)
     union all
     select s.subject_key, s.full_name, s.birth_year, s.hamlet_id, 'self', s.trade_name from self_taught s
     where s.voided_at is null and s.recognised_year <= $3 and (s.recognised_on is null or s.recognised_on <= $1) and s.hamlet_id = any ($2)`,
    [to, hamletIds, yearOf(to)],
  );
  const best = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const before = best.get(row.subjectKey);
    if (before === undefined || bestOf(row.best, before.best) !== before.best) best.set(row.subjectKey, row);
  }
  const labour = (await readLabour?.(tx, hamletIds, to)) ?? [];
  for (const { subjectKey, hamletId, fullName, birthYear, trained } of labour) {
    const before = best.get(subjectKey);
    if (trained !== null && (before === undefined || bestOf(trained, before.best) !== before.best)) best.set(subjectKey, { subjectKey, fullName, birthYear, hamletId, best: trained, by: before?.by ?? "" });
  }
  const inForce = new Set(labour.filter((one) => one.inForce).map(({ subjectKey }) => subjectKey));
  const trained = [...best.values()].map((row): ShownFact => ({
    source: "trained", id: row.subjectKey, subject: row.subjectKey, classId: null, fields: { commune: communeOf(row.hamletId, ""), best: row.best, inForce: inForce.has(row.subjectKey) },
    shown: { name: row.fullName, birthYear: row.birthYear === null ? null : String(row.birthYear), hamlet: labelOf(row.hamletId), by: row.by },
  }));
  const force = labour.filter((one) => one.inForce).map((row): ShownFact => ({
    source: "labour", id: row.subjectKey, subject: row.subjectKey, classId: null, fields: { commune: communeOf(row.hamletId, "") },
    shown: { name: row.fullName, birthYear: row.birthYear === null ? null : String(row.birthYear), hamlet: labelOf(row.hamletId) },
  }));
  return [...trained, ...force];
}
