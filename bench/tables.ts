// A province's report tables at load: node scripts/run-ts.mjs bench/tables.ts [persons]. As the app role, row security on.
import { wording } from "../src/main.ts";
import { renderPaper } from "../src/papers/render.ts";
import { movementOf } from "../src/poverty/movement/movement.ts";
import { listGroups } from "../src/poverty/movement/store.ts";
import { tablePapers } from "../src/poverty/tables/print.ts";
import { yearTables } from "../src/poverty/tables/tables.ts";
import { tablesView } from "../src/poverty/tables/view.ts";
import { openBench } from "./support/installation.ts";
import { report, timesOf } from "./support/measure.ts";

const { installation, actor, persons } = await openBench(Number(process.argv[2] ?? 1_000_000));
const { services } = installation;
const say = (code: string, data: Readonly<Record<string, unknown>> = {}): string => wording.text(code, data, "vi");
const few = { times: 5, warm: 1 };

// what any such table must at least read: both lists, row by row, out of the database into this process
const BOTH = `select household_id, hamlet_id, class, members from recognised_status
  where voided_at is null and ((valid_from <= '2022-12-31' and (valid_to is null or valid_to > '2022-12-31')) or (valid_from <= '2023-12-31' and (valid_to is null or valid_to > '2023-12-31')))`;
const { rowCount } = await services.door.read(actor, ({ client }) => client.query(BOTH));
console.log(`${persons} persons; ${rowCount} rows on the two lists`);
const raw = await timesOf(services.config.data, () => services.door.read(actor, ({ client }) => client.query(BOTH)), few);

for (const [name, areaUid] of [["province", actor.unitUid], ["district of 14 communes", "886@0"], ["commune", "30352@0"]] as const) {
  const asked = { areaUid, year: 2023 };
  const movement = await services.door.read(actor, (tx) => movementOf(tx, services, asked));
  const grouped = await timesOf(services.config.data, () => services.door.read(actor, (tx) => listGroups(tx, movement.asked)), few);
  report(`what befell the households of a ${name}, grouped`, grouped, raw, "both lists read raw");
  const tables = await timesOf(services.config.data, () => services.door.read(actor, async (tx) => tablesView(await yearTables(tx, services, asked), say, "vi")), few);
  report(`thirteen counted tables of a ${name} with their checks`, tables, raw, "both lists read raw");
  const papers = tablePapers(await services.door.read(actor, (tx) => yearTables(tx, services, asked)), say);
  const meta = { title: "Bộ biểu", fileName: "bo-bieu", frozenAt: new Date("2023-12-31T00:00:00Z") };
  const files = await timesOf(services.config.data, () => renderPaper(papers, "xlsx", meta), few);
  report(`their workbook, ${papers.length} sheets, of a ${name}`, files, raw, "both lists read raw");
}
await installation.close();
