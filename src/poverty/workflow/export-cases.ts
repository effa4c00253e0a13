import { writeWorkbook } from "../../exchange/write-workbook.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import type { Language } from "../../platform/http/messages.ts";
import { getRound } from "../review/rounds.ts";
import { ResultWords } from "../review/views.ts";
import { rulesetsOf } from "../rulesets.ts";
import { StandardWords } from "../standard-words.ts";
import { listCases, type CaseRow, type CasesAsked } from "./cases.ts";

const MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const EVERY = 100_000;

/** The households of a round as the list shows them, all pages; taking it out is an audit row. */
export async function exportCases(
  services: Services, actor: Actor, { commandId, roundId, purpose, asked }: { commandId: string; roundId: string; purpose: string; asked: Omit<CasesAsked, "page" | "perPage"> }, language: Language,
): Promise<FileAnswer> {
  const { round, rows } = await services.door.read(actor, async (tx) => ({ round: await getRound(tx, roundId), rows: (await listCases(tx, { ...asked, page: 1, perPage: EVERY })).rows }));
  await services.door.write(actor, { commandId, name: "poverty.exportCases", input: { roundId, ...asked }, purpose }, async () => ({ answer: { rows: rows.length }, rows: rows.length, subject: roundId, unitUid: round.unitUid }));
  const classes = new ResultWords(rulesetsOf(services).find(({ id }) => round.resultSets.some((set) => set.id === asked.resultSetId && set.ruleset === id)), language);
  const words = new StandardWords(undefined, language);
  const say = (key: string, data: Record<string, unknown> = {}): string => words.say(`poverty.caseList.${key}`, data);
  const day = (on: PlainDate | null): string => (on === null ? "" : shortDate(on));
  const cells = (row: CaseRow, i: number): (string | number | null)[] => [
    i + 1, row.hamlet, row.headName, row.localCode ?? "", row.members, words.say(`poverty.previous.${row.previousClass}`), row.scoreIncome, row.scoreDeprivation, classes.className(row.class) ?? "",
    words.say(`poverty.state.${row.state}`), day(row.stateOn), day(row.surveyedOn), row.flags.map((flag) => words.say(`poverty.flag.${flag}`)).join("; "), row.note ?? "",
  ];
  const columns = [
    { header: say("number"), width: 6, type: "integer" as const }, { header: say("hamlet"), width: 20 }, { header: say("head"), width: 28 }, { header: say("code"), width: 10 }, { header: say("members"), width: 10, type: "integer" as const },
    { header: say("previous"), width: 16 }, { header: "B1", width: 8, type: "integer" as const }, { header: "B2", width: 8, type: "integer" as const }, { header: say("class"), width: 18 }, { header: say("state"), width: 22 },
    { header: say("stateOn"), width: 12 }, { header: say("surveyedOn"), width: 12 }, { header: say("flags"), width: 26, type: "wrapped" as const }, { header: say("note"), width: 30, type: "wrapped" as const },
  ];
  const bytes = await writeWorkbook([{ name: say("sheet"), title: [`${round.name} — ${round.unitName}`, say("count", { count: rows.length })], columns, rows: rows.map(cells) }], new Date(services.now()));
  return { name: `ra-soat-${round.year}.xlsx`, mime: MIME, bytes };
}
