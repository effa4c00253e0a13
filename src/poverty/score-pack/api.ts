import { readWorkbookInWorker } from "../../exchange/workbook-client.ts";
import type { Actor } from "../../platform/actor.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { rulesetsOf } from "../rulesets.ts";
import { say } from "../schema-words.ts";
import { ResultWords } from "../review/views.ts";
import { scorePackRoutes, type ImpactView, type PackRowView, type PackView } from "./contract.ts";
import { impactOf, type PackImpact } from "./impact.ts";
import { activatePack, checkPack, enterPack, keepLegalFile, readLegalFile, replacePack, retirePack } from "./keep-packs.ts";
import { mayKeepPacks, mustKeepPacks } from "./policy.ts";
import { readPackFile } from "./read-file.ts";
import { packProblems } from "./rules/pack-problems.ts";
import { scoreOf } from "./rules/score-of.ts";
import type { PackContent, PackItem } from "./rules/score-pack.ts";
import { getPack, listPacks, type ScorePack } from "./store.ts";
import { packWorkbook } from "./write-file.ts";

const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function contentOf(actor: Actor, bytes: Uint8Array, language: Language): Promise<Partial<PackContent>> {
  mustKeepPacks(actor);
  const workbook = await readWorkbookInWorker(bytes);
  try {
    return await readPackFile(workbook, language);
  } finally {
    await workbook.close();
  }
}

const rowOf = (pack: ScorePack): PackRowView => {
  const { id, code, version, ruleset, area, region, status, legal, entered, checked, activated, retired } = pack;
  return { id, code, version, ruleset, area, region, status, legal, entered, checked, activated, retired, items: pack.items.length, examples: pack.examples.length, problems: packProblems(pack).length };
};

const itemsOf = (items: readonly PackItem[]) => items.map((item) => ({ ...item, options: [...item.options] }));

function viewOf(pack: ScorePack, actor: Actor, language: Language): PackView {
  const problems = packProblems(pack);
  const keeps = mayKeepPacks(actor);
  const isNew = (...before: (ScorePack["checked"])[]): boolean => before.every((one) => one?.id !== actor.accountId);
  return {
    row: rowOf(pack), items: itemsOf(pack.items), problems: problems.map(({ code, data }) => ({ code, text: say(code, data, language) })),
    examples: pack.examples.map((one) => ({ ...one, answers: { ...one.answers }, found: scoreOf(pack, one.answers).points })),
    may: {
      replace: keeps && pack.status === "draft", check: keeps && pack.status === "draft" && problems.length === 0 && isNew(pack.entered),
      activate: keeps && pack.status === "checked" && problems.length === 0 && isNew(pack.entered, pack.checked), retire: keeps && pack.status !== "retired",
    },
  };
}

export function scorePackApi(services: Services): Api {
  const { door } = services;
  const impactView = ({ scored, households }: PackImpact, ruleset: string, language: Language): ImpactView => {
    const words = new ResultWords(rulesetsOf(services).find(({ id }) => id === ruleset), language);
    return { scored, households: households.map((one) => ({ ...one, nameBefore: words.className(one.classBefore), nameAfter: words.className(one.classAfter) })) };
  };
  const file = async (name: string, pack: PackContent, language: Language) => ({ name: `${name}.xlsx`, mime: MIME, bytes: await packWorkbook(pack, language, new Date(services.now())) });
  return api(scorePackRoutes, {
    scorePacks: ({ actor, language }) => door.read(actor, async (tx) => ({
      rows: (await listPacks(tx)).map(rowOf), mayKeep: mayKeepPacks(actor), rulesets: rulesetsOf(services).map(({ id, name }) => ({ id, name: name[language] })),
    })),
    packTemplate: ({ language }) => file("mau-bang-diem-b1", { items: [], examples: [] }, language),
    keepPackSource: ({ actor, body, commandId }) => keepLegalFile(services, actor, commandId, body),
    async enterScorePack({ actor, query, body, commandId, language }) {
      const { ruleset, area, region, doc, annex, page, source, replaces } = query;
      const content = await contentOf(actor, body, language);
      return enterPack(services, actor, commandId, { ruleset, area, region: region ?? null, legal: { doc, annex, page: page ?? null, file: source }, replaces: replaces ?? null }, content);
    },
    scorePack: ({ actor, params, language }) => door.read(actor, async (tx) => viewOf(await getPack(tx, params.id), actor, language)),
    async packFile({ actor, params, language }) {
      const pack = await door.read(actor, (tx) => getPack(tx, params.id));
      return file(`${pack.code}-${pack.version}`, pack, language);
    },
    packSource: ({ actor, params }) => readLegalFile(services, actor, params.id),
    async replaceScorePack({ actor, params, body, commandId, language }) {
      return replacePack(services, actor, commandId, params.id, await contentOf(actor, body, language));
    },
    packImpact: ({ actor, params, language }) => door.read(actor, async (tx) => {
      mustKeepPacks(actor);
      const pack = await getPack(tx, params.id);
      return impactView(await impactOf(tx, services, pack), pack.ruleset, language);
    }),
    checkScorePack: ({ actor, params, commandId, language }) => checkPack(services, actor, commandId, params.id, language),
    async activateScorePack({ actor, params, commandId, language }) {
      const { ruleset } = await door.read(actor, (tx) => getPack(tx, params.id));
      return impactView(await activatePack(services, actor, commandId, params.id, language), ruleset, language);
    },
    retireScorePack: ({ actor, params, body, commandId }) => retirePack(services, actor, commandId, params.id, body.reason),
  });
}
