// Board and source drawer at load: node scripts/run-ts.mjs bench/dashboard.ts [persons]. As the app role, row security on, through HTTP.
import { addAccount } from "../src/accounts/manage.ts";
import { systemActor } from "../src/accounts/scope.ts";
import { indicatorsRoutes, type Board } from "../src/indicators/contract.ts";
import { markEverything, rollUp } from "../src/indicators/rollup.ts";
import { buildApp } from "../src/main.ts";
import { newId } from "../src/platform/door.ts";
import { pathOf } from "../src/platform/http/client.ts";
import type { Route } from "../src/platform/http/contract.ts";
import { openBench } from "./support/installation.ts";
import { machineLoad, report, timesOf } from "./support/measure.ts";

const { installation, actor, persons } = await openBench(Number(process.argv[2] ?? 1_000_000));
const { services } = installation;
const system = systemActor(actor.tenant, actor.unitUid, services.today());
const app = buildApp(services);
const headers = { "X-Requested-With": "sinhke", "Content-Type": "application/json" };

async function signIn(): Promise<string> {
  const credentials = { username: `b${newId().slice(-12)}`, password: "mat-khau-do-toc-do" };
  await addAccount(services, { ...credentials, displayName: "Đo tốc độ", role: "province", unitUid: actor.unitUid, fields: ["poverty"], tenantId: actor.tenant.id });
  const answer = await app.request("/api/session", { method: "POST", headers, body: JSON.stringify(credentials) });
  return answer.headers.get("Set-Cookie")!.split(";")[0]!;
}

const cookie = await signIn();
async function get<Answer>(route: Route, query: Record<string, unknown>): Promise<Answer> {
  const answer = await app.request(pathOf(route, undefined, query), { headers: { ...headers, Cookie: cookie } });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Answer;
}

await markEverything(services.door, system);
let started = performance.now();
console.log(`${persons} persons; ${await rollUp(services.door, system)} hamlets rolled up in ${(performance.now() - started).toFixed(0)} ms`);

const raw = (sql: string): Promise<unknown> => services.door.read(actor, ({ client }) => client.query(sql));
const COUNT = `select class, count(*), sum(members) from recognised_status where valid_from <= '2023-12-31' and (valid_to is null or valid_to > '2023-12-31') and voided_at is null group by class`;
const scan = await timesOf(services.config.data, () => raw(COUNT));

for (const [name, area] of [["province", actor.unitUid], ["district of 14 communes", "886@0"], ["commune", "30352@0"]] as const) {
  const board = await timesOf(services.config.data, () => get(indicatorsRoutes.board, { area, year: 2023 }));
  report(`board of a ${name}: 10 tiles, communes, 6 years`, board, scan, "one raw count over all statuses", 100);
}
for (const [name, area] of [["province", actor.unitUid], ["district of 14 communes", "886@0"]] as const) {
  const drawer = await timesOf(services.config.data, () => get(indicatorsRoutes.source, { area, year: 2023, indicator: "poverty.poor_rate" }), { times: 10 });
  report(`source drawer of a ${name}: recounted from records, registry compared`, drawer, scan, "one raw count over all statuses");
}

// a new fact: written through the door, asked for at once, then rolled up
const commune = "30352@0";
const poor = async (): Promise<number> => Number((await get<Board>(indicatorsRoutes.board, { area: commune, year: 2023 })).tiles[1]!.figure.value);
const before = await poor();
const { records } = await get<{ records: { items: { householdId: string }[] } }>(indicatorsRoutes.source, { area: commune, year: 2023, indicator: "poverty.poor_households", perPage: 1 });
await services.door.write(actor, { commandId: newId(), name: "bench.void", input: {} }, async ({ client }) => {
  const { rows } = await client.query<{ hamlet_id: string }>(
    "update recognised_status set voided_at = now(), void_reason = 'đo tốc độ' where household_id = $1 and valid_to is null and voided_at is null returning hamlet_id", [records.items[0]!.householdId]);
  return { answer: null, dirty: { topic: "status", hamletIds: rows.map((row) => row.hamlet_id) } };
});
started = performance.now();
const seen = before - (await poor());
console.log(`a new fact is seen by the next board (${seen === 1 ? "yes" : "NO"}), asked ${(performance.now() - started).toFixed(0)} ms after it was written; yardstick 2 s`);
started = performance.now();
console.log(`its hamlet rolled up again: ${await rollUp(services.door, system)} in ${(performance.now() - started).toFixed(1)} ms; load ${machineLoad()}`);
await installation.close();
