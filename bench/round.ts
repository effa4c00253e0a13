// A district's round end to end: node scripts/run-ts.mjs bench/round.ts [households]. Through the use cases as the role of the province, row security on.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDemo } from "../demo/generate.ts";
import { loadDemo } from "../demo/load.ts";
import { operatorActor } from "../src/accounts/scope.ts";
import { plainDate as day } from "../src/kernel/date.ts";
import { openInstallation, wording } from "../src/main.ts";
import { newId } from "../src/platform/door.ts";
import { addTenant } from "../src/platform/tenants.ts";
import { recognise } from "../src/poverty/review/recognise.ts";
import { createRound } from "../src/poverty/review/rounds.ts";
import { yearTables } from "../src/poverty/tables/tables.ts";
import { tablesView } from "../src/poverty/tables/view.ts";
import { doOnCase } from "../src/poverty/workflow/case-deeds.ts";
import { addCase, takeList } from "../src/poverty/workflow/listing.ts";
import { recordMeeting } from "../src/poverty/workflow/meetings.ts";
import { recordOpinion, reportForOpinion } from "../src/poverty/workflow/opinions.ts";
import { recordPosting } from "../src/poverty/workflow/postings.ts";
import { addStaff, saveSetup } from "../src/poverty/workflow/setup.ts";
import { surveyCase } from "../src/poverty/workflow/survey.ts";
import { sealNumber } from "../src/registry/sealing.ts";
import { machineLoad } from "./support/measure.ts";
import { processorClock } from "./support/processor.ts";

const YEAR = 2024;
/** Offices that enter at the same time. */
const AT_ONCE = 4;
const most = Number(process.argv[2] ?? 41_504);

const folder = mkdtempSync(join(tmpdir(), "sinhke-bench-round-"));
const { services, database, close } = await openInstallation(folder);
const tenant = await addTenant(database, { id: "an_giang", name: "Tỉnh An Giang", provinceUid: "91@2025-07-01", demo: true });
const actor = operatorActor({ id: tenant.id, schema: tenant.schema, role: tenant.role }, tenant.provinceUid, services.today());
await loadDemo(services.door, actor, generateDemo({ seed: "bench" }), { seal: (number) => sealNumber(services.config.keys, number) });
const admin = await database.connectAdmin();
await admin.query("analyze");
const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => (await services.door.read(actor, ({ client }) => client.query<Row>(sql, values))).rows;

interface Step {
  readonly name: string;
  readonly count: number;
  readonly seconds: number;
  /** of the processors, program and server together; not known where a process of the server ended meanwhile */
  readonly used: number | undefined;
}
const steps: Step[] = [];
const told = (ms: number | undefined): number | undefined => (ms === undefined || ms < 0 ? undefined : ms / 1000);

async function timed<T>(name: string, work: () => Promise<{ count: number; answer: T }>): Promise<T> {
  const used = processorClock(folder);
  const started = performance.now();
  const { count, answer } = await work();
  steps.push({ name, count, seconds: (performance.now() - started) / 1000, used: told(used()) });
  console.error(`  ${name}: ${steps.at(-1)!.seconds.toFixed(1)} s, load ${machineLoad()}`);
  return answer;
}

/** `AT_ONCE` of them under way at any moment. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = items.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const item of waiting) await work(item);
  }));
}

const communes = await rows<{ uid: string; hamlets: string[] }>(
  `select hu.unit_uid as uid, array_agg(hu.hamlet_id::text) as hamlets from hamlet_unit hu join ref.unit u on u.uid = hu.unit_uid
   where u.parent_code = '886' and hu.valid_from <= '2024-09-05' and (hu.valid_to is null or hu.valid_to > '2024-09-05') and hu.voided_at is null group by 1 order by 1`);
interface Opened {
  readonly uid: string;
  readonly hamlets: string[];
  readonly id: string;
  readonly setId: string;
  readonly surveyorId: string;
}
const opened = await timed("rounds opened and set up", async () => {
  const answer: Opened[] = [];
  for (const { uid, hamlets } of communes) {
    const { id, resultSetId: setId } = await createRound(services, actor, newId(), { unitUid: uid, year: YEAR, openedOn: day("2024-09-05") });
    await saveSetup(services, actor, newId(), id, 1, { opinionLevel: "district", opinionMode: "opinion", opinionDocument: "QĐ 24/2021/QĐ-TTg" });
    const { id: surveyorId } = await addStaff(services, actor, newId(), id, { kind: "surveyor", fullName: "Rà Soát Viên Mẫu" });
    answer.push({ uid, hamlets, id, setId, surveyorId });
  }
  return { count: answer.length, answer };
});
const listed = await timed("households of the lists taken", async () => {
  let count = 0;
  for (const { id } of opened) count += (await takeList(services, actor, newId(), id, day("2024-09-05"))).added;
  return { count, answer: count };
});
await timed("further households added by their requests", async () => {
  const found = await rows<{ id: string; hamlet: string }>(
    `select h.id, h.hamlet_id as hamlet from household h where h.hamlet_id = any ($1) and h.valid_to is null and h.voided_at is null and not exists (select from review_case c where c.household_id = h.id and c.round_id = any ($2)) limit $3`,
    [opened.flatMap(({ hamlets }) => hamlets), opened.map(({ id }) => id), Math.max(0, most - listed)]);
  const roundOf = new Map(opened.flatMap(({ id, hamlets }) => hamlets.map((hamlet) => [hamlet, id] as const)));
  await each(found, ({ id, hamlet }) => addCase(services, actor, newId(), roundOf.get(hamlet)!, { householdId: id, on: day("2024-09-10"), request: { formNo: "01/M", receivedOn: day("2024-09-09") } }));
  return { count: found.length, answer: null };
});
await timed("their quick checks entered", async () => {
  const asking = await rows<{ id: string; version: number }>("select id, version from review_case where round_id = any ($1) and origin = 'request'", [opened.map(({ id }) => id)]);
  await each(asking, ({ id, version }) => doOnCase(services, actor, newId(), id, { baseVersion: version, on: day("2024-09-12"), deed: { kind: "quickCheck", passed: true } }));
  return { count: asking.length, answer: null };
});
await timed("visits entered, judged and told their warnings", async () => {
  const cases = await rows<{ id: string; version: number; round: string; previous: string }>(`select id, version, round_id as round, previous_class as previous from review_case where round_id = any ($1)`, [opened.map(({ id }) => id)]);
  const surveyors = new Map(opened.map(({ id, surveyorId }) => [id, surveyorId]));
  await each(cases, ({ id, version, round, previous }) => surveyCase(services, actor, newId(), id, {
    baseVersion: version, surveyorId: surveyors.get(round)!, surveyedOn: day("2024-10-10"), scoreIncome: previous === "none" ? 165 : 130, deprivations: previous === "poor" ? ["water", "toilet", "employment"] : ["water"], causes: ["1"], evidence: "Phiếu mẫu",
  }, "vi"));
  return { count: cases.length, answer: null };
});
const withCases = new Map<string, string[]>();
for (const { round, hamlet } of await rows<{ round: string; hamlet: string }>(`select distinct round_id as round, hamlet_id::text as hamlet from review_case where round_id = any ($1)`, [opened.map(({ id }) => id)])) {
  withCases.set(round, [...(withCases.get(round) ?? []), hamlet]);
}
await timed("hamlets met", async () => {
  const hamlets = opened.flatMap(({ id, setId }) => (withCases.get(id) ?? []).map((hamletId) => ({ id, setId, hamletId })));
  await each(hamlets, ({ id, setId, hamletId }) => recordMeeting(services, actor, newId(), id, { resultSetId: setId, hamletId, heldOn: day("2024-10-20"), place: "Văn phòng ấp", chair: "Mẫu", secretary: "Mẫu", present: 40, agree: 35, disagree: 5, singles: [] } as never));
  return { count: hamlets.length, answer: null };
});
await timed("communes posted, reported, answered and decided", async () => {
  for (const { id, setId } of opened) {
    await recordPosting(services, actor, newId(), id, { resultSetId: setId, hamletIds: withCases.get(id) ?? [], kind: "first", places: "Văn phòng ấp", fromOn: day("2024-10-22"), toOn: day("2024-10-28") } as never);
    const { id: opinionId } = await reportForOpinion(services, actor, newId(), id, { resultSetId: setId, reportNo: "1/BC", reportedOn: day("2024-11-01") });
    await recordOpinion(services, actor, newId(), id, { opinionId, replyNo: "1/UBND", repliedOn: day("2024-11-08"), agreed: true, caseIds: [] } as never);
    await recognise(services, actor, newId(), id, { decisionNo: "1/QĐ-UBND", decisionDate: day("2024-12-10"), signer: "Mẫu", resultSetId: setId } as never);
  }
  return { count: opened.length, answer: null };
});
const tables = await timed("the thirteen counted tables of the district", async () => {
  const say = (code: string, data: Readonly<Record<string, unknown>> = {}): string => wording.text(code, data, "vi");
  const answer = await services.door.read(actor, async (tx) => tablesView(await yearTables(tx, services, { areaUid: "886@0", year: YEAR }), say, "vi"));
  return { count: answer.tables.length, answer };
});

// the two rows of a visit again, one transaction each, by the owner without policies, as many at once: what any program must at least write
const written = (await rows<{ n: number }>(`select count(*)::int as n from review_case where round_id = any ($1)`, [opened.map(({ id }) => id)]))[0]!.n;
const schema = `"${tenant.schema}"`;
await admin.query(`create table ${schema}.bench_assessment (like ${schema}.assessment including all); create table ${schema}.bench_action (like ${schema}.review_action including all)`);
const copied = (await admin.query<{ id: string; action: string }>(`select data->>'assessmentId' as id, id as action from ${schema}.review_action where kind = 'survey' order by recorded_at desc limit 2000`)).rows;
const owners = await Promise.all(Array.from({ length: AT_ONCE }, () => database.connectAdmin()));
await timed("a visit's two rows written bare", async () => {
  await each(copied, async ({ id, action }) => {
    const owner = owners.pop()!;
    await owner.query("begin");
    await owner.query(`insert into ${schema}.bench_assessment select * from ${schema}.assessment where id = $1`, [id]);
    await owner.query(`insert into ${schema}.bench_action select * from ${schema}.review_action where id = $1`, [action]);
    await owner.query("commit");
    owners.push(owner);
  });
  return { count: copied.length, answer: null };
});
const bare = steps.pop()!;

const msEach = (seconds: number, count: number): number => (seconds * 1000) / Math.max(1, count);
console.log(`${written} households in ${opened.length} communes, ${AT_ONCE} offices at once; load average ${machineLoad()}`);
for (const { name, count, seconds, used } of [...steps, bare]) {
  console.log(`${name}: ${count} in ${seconds.toFixed(1)} s, ${used?.toFixed(1) ?? "…"} s of processor; ${msEach(seconds, count).toFixed(2)} ms each, ${(msEach(seconds, count) / msEach(bare.seconds, bare.count)).toFixed(2)} × a visit's two rows bare`);
}
console.log(`end to end: ${steps.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(0)} s`);
console.log(`checks of the tables: ${tables.issues.length} amiss, ${tables.missing.length} told as missing`);
for (const owner of owners) await owner.end();
await admin.end();
await close();
rmSync(folder, { recursive: true, force: true });
