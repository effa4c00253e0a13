// Person search at load: node scripts/run-ts.mjs bench/search.ts [persons]. The use case itself, as the app role, row security on.
import type pg from "pg";
import { resolveActor } from "../src/accounts/scope.ts";
import { fold } from "../src/kernel/text/fold.ts";
import type { Actor } from "../src/platform/actor.ts";
import { searchPersons } from "../src/registry/search-persons.ts";
import { openBench } from "./support/installation.ts";
import { machineLoad, report, timesOf } from "./support/measure.ts";

const YARDSTICK_MS = 30;
const SHOWN = 20;
const TEXTS = 60;
const COMMUNE = "30352@2025-07-01";

const { installation, actor: province, persons } = await openBench(Number(process.argv[2] ?? 1_000_000));
const { services, database } = installation;
const { door } = services;
const officer = await resolveActor(
  services,
  { accountId: province.accountId, assignmentId: null, displayName: "Đo tốc độ", role: "commune", unitUid: COMMUNE, unitLevel: "commune", hamletIds: null, fields: ["poverty"], tenant: province.tenant },
  services.today(),
);
const owner = await database.connectAdmin();
await owner.query(`set search_path = ${province.tenant.schema}, ref, ext`);
const hamlets = officer.scope.readHamlets;
const ofOfficer = (await owner.query<{ n: number }>("select count(*)::int as n from person where hamlet_id = any ($1)", [hamlets])).rows[0]!.n;
console.log(`${persons} persons, ${ofOfficer} of them in the commune; ${TEXTS} texts a line, the best ${SHOWN} hits with household and place`);

/** Names of persons everywhere in the register, always the same ones. */
async function sample(where: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await owner.query<{ full_name: string }>(
    `select full_name from person where voided_at is null and (${where}) order by md5(id::text) limit ${TEXTS}`, values);
  return rows.map((row) => row.full_name);
}

interface Kind {
  readonly name: string;
  readonly texts: readonly string[];
  /** of the raw query: where the text lies in the name */
  readonly like: (folded: string) => string;
}

const anywhere = (folded: string): string => `%${folded}%`;
const words = (name: string, from: number, to?: number): string => fold(name).split(" ").slice(from, to).join(" ");

async function kindsFor(actor: Actor): Promise<readonly Kind[]> {
  const own = actor.scope.readsAll ? "true" : "hamlet_id = any ($1)";
  const values = actor.scope.readsAll ? [] : [hamlets];
  const names = await sample(own, values);
  const long = await sample(`${own} and name_folded ~ '^\\w+ \\w+ \\w+ \\w+'`, values);
  const rare = await sample(`${own} and name_folded in (select name_folded from person group by name_folded having count(*) = 1)`, values);
  const letters = "qwxzj".split("").flatMap((first) => "fjwzbdgklmpt".split("").map((second) => first + second));
  return [
    { name: "beginning of a name", texts: names.map((name) => fold(name).slice(0, 9)), like: (folded) => `${folded}%` },
    { name: "last two words of a name", texts: names.map((name) => words(name, -2)), like: anywhere },
    { name: "words in the middle of a name", texts: long.map((name) => words(name, 1, -1)), like: anywhere },
    { name: "words that one person in the province bears", texts: rare.map((name) => words(name, 1)), like: anywhere },
    { name: "whole name with its marks", texts: names, like: anywhere },
    { name: "letters that nobody bears", texts: letters.slice(0, TEXTS).map((pair) => `${pair}q`), like: anywhere },
    { name: "two letters that nobody bears", texts: letters.slice(0, TEXTS), like: anywhere },
  ];
}

/** One query for the same rows by the owner of the tables, no policies: ids and what is shown of them. */
const RAW = `
  select p.id, p.full_name, p.birth_year, p.sex, t.name, t.kind, m.household_id, h.head_name
  from (select * from person where name_folded like $1 and voided_at is null and ($2::uuid[] is null or hamlet_id = any ($2)) limit 200) p
    join hamlet t on t.id = p.hamlet_id
    left join membership m on m.person_id = p.id and m.voided_at is null and m.valid_to is null
    left join household h on h.id = m.household_id`;

const raw = (client: pg.Client, pattern: string, actor: Actor): Promise<unknown> => client.query(RAW, [pattern, actor.scope.readsAll ? null : hamlets]);

/** Each run takes the next text. */
function each(texts: readonly string[], work: (text: string) => Promise<unknown>): () => Promise<unknown> {
  let at = 0;
  return () => work(texts[at++ % texts.length]!);
}

for (const [who, actor] of [["province", province], ["commune officer", officer]] as const) {
  for (const { name, texts, like } of await kindsFor(actor)) {
    const options = { times: TEXTS, warm: 5 };
    const found = await timesOf(services.config.data, each(texts, (text) => door.read(actor, (tx) => searchPersons(tx, services, text, SHOWN))), options);
    const baseline = await timesOf(services.config.data, each(texts, (text) => raw(owner, like(fold(text)), actor)), options);
    report(`${who}: ${name}`, found, baseline, "raw SQL without row security", YARDSTICK_MS);
  }
}
console.log(`load ${machineLoad()}`);
await owner.end();
await installation.close();
