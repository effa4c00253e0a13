// Import of one list of a whole district's size: node scripts/run-ts.mjs bench/import.ts. As the app role, row security on.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { streamXlsxRows } from "hucre";
import { operatorActor } from "../src/accounts/scope.ts";
import { plainDate } from "../src/kernel/date.ts";
import { openInstallation } from "../src/main.ts";
import { copyRows } from "../src/platform/bulk.ts";
import { folderOf } from "../src/platform/resources.ts";
import { addTenant } from "../src/platform/tenants.ts";
import { importHouseholdList } from "../src/poverty/household-list/commit.ts";
import { NO_CHOICES, readForArea, type ListFile } from "../src/poverty/household-list/read-for-area.ts";
import { insertAgain } from "./support/insert-again.ts";

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const memory = (): string => `${(process.memoryUsage().rss / (1 << 20)).toFixed(0)} MB, at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`;

interface Against {
  readonly name: string;
  readonly ms: number;
  readonly most?: number;
}

async function timed<T>(name: string, work: () => Promise<T>, ...against: readonly Against[]): Promise<{ answer: T; ms: number }> {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const answer = await work();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const ratios = against.map((base) => `${(ms / base.ms).toFixed(2)} × ${base.name}${base.most === undefined ? "" : ms <= base.most ? ` (within ${seconds(base.most)})` : ` (MISSED ${seconds(base.most)})`}`);
  console.log([`${name}: ${seconds(ms)}`, `${seconds((user + system) / 1000)} of processor in Node`, ...ratios, memory(), `load ${loadavg()[0]!.toFixed(1)}`].join(" · "));
  return { answer, ms };
}

// workbooks are read in a thread of its own, whose file the build makes
const { buildProgram } = (await import(pathToFileURL(folderOf("scripts/build.mjs")).href)) as { buildProgram: () => Promise<void> };
await buildProgram();

const folder = mkdtempSync(join(tmpdir(), "sinhke-bench-"));
const list = join(folder, "list.xlsx");
const made = execFileSync(process.execPath, [folderOf("scripts/run-ts.mjs"), folderOf("bench/support/make-list.ts"), list], { encoding: "utf8" });
const { households, persons } = JSON.parse(made) as { households: number; persons: number };
const bytes = readFileSync(list);
console.log(`${households} households, ${persons} persons, 40 columns, ${(bytes.length / (1 << 20)).toFixed(1)} MB · before the import ${memory()}`);
const installation = await openInstallation(join(folder, "data"));
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
  const commit = await timed("commit: households, persons, numbers sealed, recognitions", () => importHouseholdList(services, actor, preview.answer), { name: "COPY", ms: copy.ms, most: 6_000 });
  console.log(`${commit.answer.rows} rows written`);
  preview.answer = undefined as never; // as an import that is done: its list is let go
  const ratio = (ms: number): string => `the commit is ${(commit.ms / ms).toFixed(2)} × this`;
  const checked = await insertAgain(admin, tenant.schema, true);
  console.log(`raw INSERT … SELECT of the same rows by a superuser, keys checked row by row: ${seconds(checked)} · ${ratio(checked)}`);
  const unchecked = await insertAgain(admin, tenant.schema, false);
  console.log(`raw INSERT … SELECT of the same rows by a superuser, keys not checked at all: ${seconds(unchecked)} · ${ratio(unchecked)}`);
  await admin.end();
  const again = await timed("preview of the same list against the filled register", () => readForArea(services, actor, file, NO_CHOICES), { name: "first preview", ms: preview.ms, most: preview.ms * 1.2 });
  await timed("the same list again", () => importHouseholdList(services, actor, again.answer));
} finally {
  await installation.close();
  rmSync(folder, { recursive: true, force: true });
}
