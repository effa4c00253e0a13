import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { generateDemo } from "../../demo/generate.ts";
import { loadDemo } from "../../demo/load.ts";
import { loadCommunes, type EdgeLine, type UnitLine } from "../../demo/province.ts";
import { AN_PHU_2023 } from "../../demo/scenario.ts";
import { operatorActor } from "../../src/accounts/scope.ts";
import { openInstallation, type Installation } from "../../src/main.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { folderOf } from "../../src/platform/resources.ts";
import { addTenant, listTenants } from "../../src/platform/tenants.ts";
import { sealNumber } from "../../src/registry/sealing.ts";

const PROVINCE = { id: "an_giang", name: "Tỉnh An Giang", provinceUid: "91@2025-07-01", demo: true };
const HAMLETS_EACH = 8;

export interface Bench {
  readonly installation: Installation;
  readonly actor: Actor;
  readonly persons: number;
}

const rows = <Line>(file: string): Line[] => parse(readFileSync(folderOf(`data/${file}`), "utf8"), { columns: true }) as Line[];

/** A province of about `persons` synthetic people in a folder of its own, made once and kept for the next measurement. */
export async function openBench(persons: number): Promise<Bench> {
  const installation = await openInstallation(resolve(`.sinhke/bench-${persons}`));
  const { services, database } = installation;
  const fresh = (await listTenants(services.pool)).length === 0;
  const tenant = fresh ? await addTenant(database, PROVINCE) : (await listTenants(services.pool))[0]!;
  const actor = operatorActor({ id: tenant.id, schema: tenant.schema, role: tenant.role }, tenant.provinceUid, services.today());
  if (fresh) {
    const started = performance.now();
    const communes = loadCommunes(rows<UnitLine>("admin-units.csv"), rows<EdgeLine>("admin-succession.csv"), ["89", "91"], HAMLETS_EACH).filter((one) => one.district !== "886@0");
    const demo = generateDemo({ seed: "bench", scenario: { ...AN_PHU_2023, assessed: "all" }, scale: { persons, communes } });
    await loadDemo(services.door, actor, demo, { seal: (number) => sealNumber(services.config.keys, number), onTable: (table, n) => console.error(`  ${table}: ${n}`) });
    const admin = await database.connectAdmin();
    await admin.query("vacuum analyze");
    await admin.end();
    console.error(`loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  const counted = await services.door.read(actor, ({ client }) => client.query<{ n: number }>("select count(*) as n from person"));
  return { installation, actor, persons: counted.rows[0]!.n };
}
