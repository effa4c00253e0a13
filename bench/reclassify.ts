// Reclassification of a province: node scripts/run-ts.mjs bench/reclassify.ts [households] [folder]. As the app role, row security on.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { generateDemo, type DemoData } from "../demo/generate.ts";
import { loadCommunes, type EdgeLine, type UnitLine } from "../demo/province.ts";
import { AN_PHU_2023 } from "../demo/scenario.ts";
import { operatorActor } from "../src/accounts/scope.ts";
import { openInstallation, type Installation } from "../src/main.ts";
import type { Actor } from "../src/platform/actor.ts";
import { bulkInsert, type Cell } from "../src/platform/bulk.ts";
import { newId } from "../src/platform/door.ts";
import { folderOf } from "../src/platform/resources.ts";
import { addTenant, listTenants } from "../src/platform/tenants.ts";
import { reclassify } from "../src/poverty/public.ts";
import { machineLoad } from "./support/measure.ts";
import { processorClock } from "./support/processor.ts";

const YEAR = 2024;
const YARDSTICK = 5_000;
const PROVINCE = { id: "an_giang", name: "Tỉnh An Giang", provinceUid: "91@2025-07-01", demo: true };
/** what a class is computed from; persons are left out, they would only take longer to make */
const TABLES = ["hamlet", "hamlet_unit", "area_type", "household", "review_round", "review_result_set", "assessment", "recognised_status"];

const households = Number(process.argv[2] ?? 1_000_000);
const folder = resolve(process.argv[3] ?? `.sinhke/bench-reclassify-${households}`);
const lines = <Line>(file: string): Line[] => parse(readFileSync(folderOf(`data/${file}`), "utf8"), { columns: true }) as Line[];

async function load(installation: Installation, actor: Actor, demo: DemoData): Promise<void> {
  for (const table of TABLES) {
    await installation.services.door.write(actor, { commandId: newId(), name: "bench.load", input: table }, async (tx) => {
      const rows = demo.tables[table]!()[Symbol.iterator]();
      const first = rows.next().value as Readonly<Record<string, Cell>>;
      const columns = Object.keys(first);
      const cells = function* (): Iterable<readonly Cell[]> {
        yield columns.map((column) => first[column]);
        for (let next = rows.next(); !next.done; next = rows.next()) yield columns.map((column) => next.value[column] as Cell);
      };
      console.error(`  ${table}: ${await bulkInsert(tx, table, columns, cells())}`);
      return { answer: null };
    });
  }
  const admin = await installation.database.connectAdmin();
  await admin.query("vacuum analyze");
  await admin.end();
}

/** The same standard with another cut-off: what a new circular does to a province. */
function otherCutoff(): string {
  const made = mkdtempSync(join(tmpdir(), "sinhke-bench-standard-"));
  const name = `${AN_PHU_2023.standard.ruleset}.json`;
  const text = readFileSync(folderOf(`src/poverty/standards/${name}`), "utf8");
  writeFileSync(join(made, name), text.replace(`"value": ${AN_PHU_2023.standard.cutoff.rural},`, `"value": ${AN_PHU_2023.standard.cutoff.rural - 10},`));
  return made;
}

/** What a row per household would cost at least: one plain update of as many rows, rolled back. */
async function plainUpdate({ services }: Installation, actor: Actor): Promise<number> {
  let ms = 0;
  await services.door.write(actor, { commandId: newId(), name: "bench.baseline", input: {} }, async ({ client }) => {
    const started = performance.now();
    const { rowCount } = await client.query(
      `update assessment a set area_type = a.area_type from review_result_set s where s.id = a.result_set_id and s.status_year = $1 and a.voided_at is null`, [YEAR]);
    ms = performance.now() - started;
    console.log(`plain SQL update of ${rowCount} rows: ${(ms / 1000).toFixed(2)} s`);
    throw new Error("rolled back");
  }).catch((error: Error) => {
    if (error.message !== "rolled back") throw error;
  });
  return ms;
}

const installation = await openInstallation(folder);
try {
  const { services, database } = installation;
  const fresh = (await listTenants(services.pool)).length === 0;
  const tenant = fresh ? await addTenant(database, PROVINCE) : (await listTenants(services.pool))[0]!;
  const actor = operatorActor({ id: tenant.id, schema: tenant.schema, role: tenant.role }, tenant.provinceUid, services.today());
  if (fresh) {
    const communes = loadCommunes(lines<UnitLine>("admin-units.csv"), lines<EdgeLine>("admin-succession.csv"), ["89", "91"], 8).filter((one) => one.district !== "886@0");
    await load(installation, actor, generateDemo({ seed: "bench", scenario: { ...AN_PHU_2023, assessed: "all" }, scale: { persons: households * 4, communes } }));
  }
  const baseline = await plainUpdate(installation, actor);
  const measure = async (name: string, more: { dryRun?: boolean } = {}, rulesetFolder?: string): Promise<void> => {
    const used = processorClock(services.config.data);
    const started = performance.now();
    const { counts, changes } = await reclassify(services, actor, { commandId: newId(), input: { areaUid: PROVINCE.provinceUid, statusYear: YEAR, ...more }, rulesetFolder });
    const ms = performance.now() - started;
    const processor = (used() ?? Number.NaN) / 1000;
    const verdict = ms <= YARDSTICK ? `within ${YARDSTICK / 1000} s` : `MISSED ${YARDSTICK / 1000} s`;
    console.log(`${name}: ${(ms / 1000).toFixed(2)} s (processor ${processor.toFixed(2)} s, load ${machineLoad()}) for ${counts.households} households, ${changes.total} changed, ${counts.differs} differ; ${(ms / baseline).toFixed(2)} × plain update · ${verdict}`);
  };
  const owner = await database.connectAdmin();
  await owner.query(`truncate ${["computed_class", "class_change", "classify_run", "finding"].map((table) => `${tenant.schema}.${table}`).join(", ")}`);
  await owner.query("vacuum analyze");
  await owner.end();
  await measure("dry run", { dryRun: true });
  await measure("first run, everything written");
  await measure("again, nothing to change");
  await measure("another cut-off, every reason rewritten", {}, otherCutoff());
} finally {
  await installation.close();
}
