// Import of one list of a whole district's size: node scripts/run-ts.mjs bench/import.ts. As the app role, row security on.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { streamXlsxRows } from "hucre";
import { operatorActor } from "../src/accounts/scope.ts";
import { plainDate } from "../src/kernel/date.ts";
import { openInstallation } from "../src/main.ts";
import { copyRows } from "../src/platform/bulk.ts";
import { addTenant } from "../src/platform/tenants.ts";
import { importHouseholdList } from "../src/poverty/household-list/commit.ts";
import { NO_CHOICES, readForArea, type ListFile } from "../src/poverty/household-list/read-for-area.ts";
import { demoAsList } from "./support/list-workbook.ts";

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const memory = (): string => `${(process.memoryUsage().rss / (1 << 20)).toFixed(0)} MB`;

async function timed<T>(name: string, work: () => Promise<T>, against?: { readonly name: string; readonly ms: number; readonly most?: number }): Promise<{ answer: T; ms: number }> {
  const started = performance.now();
  const answer = await work();
  const ms = performance.now() - started;
  const ratio = against ? `; ${(ms / against.ms).toFixed(2)} × ${against.name}` : "";
  const verdict = against?.most === undefined ? "" : ms <= against.most ? ` · within ${seconds(against.most)}` : ` · MISSED ${seconds(against.most)}`;
  console.log(`${name}: ${seconds(ms)}${ratio}${verdict} (${memory()})`);
  return { answer, ms };
}

const { bytes, households, persons } = await demoAsList();
console.log(`${households} households, ${persons} persons, 40 columns, ${(bytes.length / (1 << 20)).toFixed(1)} MB`);
const folder = mkdtempSync(join(tmpdir(), "sinhke-bench-"));
const installation = await openInstallation(folder);
try {
  const { services, database } = installation;
  const tenant = await addTenant(database, { id: "an_giang", name: "Tỉnh An Giang", provinceUid: "91@2025-07-01", demo: true });
  const actor = operatorActor({ id: tenant.id, schema: tenant.schema, role: tenant.role }, tenant.provinceUid, services.today());
  const file: ListFile = { bytes, fileName: "danh-sach.xlsx", areaUid: "30352@0", asOf: plainDate("2023-12-31") };

  const bare = await timed("bare reader (hucre)", async () => {
    let rows = 0;
    for await (const _ of streamXlsxRows(bytes)) rows++;
    return rows;
  });
  const preview = await timed("preview: every line read, checked, compared", () => readForArea(services, actor, file, NO_CHOICES), { name: "bare reader", ms: bare.ms, most: bare.ms * 1.5 });
  const admin = await database.connectAdmin();
  await admin.query("create temporary table bare (id text, name text, folded text, birth text, number text)");
  function* rows(): Iterable<readonly string[]> {
    for (const { members } of preview.answer.preview.reading.households) for (const member of members) yield [member.name, member.name, member.nameKey, String(member.birth?.year), member.identity?.number ?? ""];
  }
  const copy = await timed("COPY of as many persons into a bare table", () => copyRows({ client: admin } as never, "bare", "id, name, folded, birth, number", rows()));
  await admin.end();
  const { answer } = await timed("commit: households, persons, numbers sealed, recognitions", () => importHouseholdList(services, actor, preview.answer), { name: "COPY", ms: copy.ms, most: 6_000 });
  console.log(`${answer.rows} rows written`);
  const again = await timed("preview of the same list against the filled register", () => readForArea(services, actor, file, NO_CHOICES), { name: "first preview", ms: preview.ms });
  await timed("the same list again", () => importHouseholdList(services, actor, again.answer));
} finally {
  await installation.close();
  rmSync(folder, { recursive: true, force: true });
}
