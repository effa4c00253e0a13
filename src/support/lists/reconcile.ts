import type { Problem } from "../../exchange/problem.ts";
import { AppError } from "../../kernel/error.ts";
import { sameText } from "../../kernel/text/tone.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { mustWriteUnit } from "../../areas/public.ts";
import { hamletKey } from "../../registry/public.ts";
import type { ReplyRow } from "../contract.ts";
import { moneyOf, textOf } from "../lines/line-format.ts";
import { headsOf, Matcher, peopleOf, saidOf, type Match } from "../lines/match.ts";
import { problemAt, readLines, type ReadLine, type ReadLines } from "../lines/read-lines.ts";
import { policiesOf } from "../load.ts";
import { mustKeep } from "../policy.ts";
import type { Line } from "./lines.ts";
import { policyOf } from "./make.ts";
import { getList, linesOf, type SupportList } from "./store.ts";

/** What came back from a receiver, line by line against the list that was sent. */
export interface Reply {
  readonly list: SupportList;
  readonly read: ReadLines;
  readonly rows: readonly ReplyRow[];
  readonly problems: readonly Problem[];
  readonly counts: NonNullable<SupportList["replyCounts"]>;
}

/**
 * Compares a file that came back with a list: whom the receiver took, whom the list does not know, what it holds otherwise, who is absent.
 * Errors: conflict "support.listNotSent"; those of `readLines`.
 */
export async function reconcile(services: Services, actor: Actor, commandId: string, listId: string, bytes: Uint8Array, fileName: string): Promise<Reply> {
  mustKeep(actor);
  const read = await readLines(bytes);
  const { list, lines, people } = await services.door.read(actor, async (tx) => {
    const found = await getList(tx, listId);
    const kept = await linesOf(tx, listId);
    return { list: found, lines: kept, people: await peopleOf(tx, { hamletIds: null, householdIds: [...new Set(kept.map(({ householdId }) => householdId))], on: found.on }) };
  });
  mustWriteUnit(actor, list.unitUid);
  if (list.sentOn === null) throw new AppError("conflict", "support.listNotSent", {});
  const { subject } = policyOf(policiesOf(services), actor, list.policy);
  const reply = compareReply(list, lines, read, new Matcher(subject === "household" ? headsOf(people) : people, services.config.keys), subject);
  await services.door.write(actor, { commandId, name: "support.reconcileList", input: { listId, fileName } }, async ({ client }) => {
    await client.query("update support_list set replied_on = $2, reply_counts = $3, version = version + 1 where id = $1", [listId, services.today(), JSON.stringify(reply.counts)]);
    return { answer: reply.counts, rows: 1, subject: listId, unitUid: list.unitUid, meta: { fileName, ...reply.counts } };
  });
  return reply;
}

function compareReply(list: SupportList, lines: readonly Line[], read: ReadLines, matcher: Matcher, subject: "household" | "person"): Reply {
  const byKey = new Map(lines.map((line) => [line.personId ?? line.householdId, line]));
  const seen = new Map<string, number>();
  const rows: ReplyRow[] = [];
  const problems: Problem[] = [];
  for (const one of read.lines) {
    const said = saidOf(one, subject);
    const match = matcher.match(said);
    const key = match.kind === "one" ? (match.candidate.personId ?? match.candidate.householdId) : null;
    const line = key === null ? undefined : byKey.get(key);
    const row = (kind: ReplyRow["kind"], what: string[] = []): void => void rows.push({ kind, sheet: one.sheet, row: one.row, name: said.name, hamlet: said.hamlet || (line?.shown.hamlet ?? ""), householdId: line?.householdId ?? null, differs: what });
    if (match.kind === "many") {
      row("notFound");
      problems.push(problemAt(one, "error", "support.line.several", "member_name", { name: said.name, count: match.candidates.length }));
    } else if (line === undefined) {
      row("notFound");
      problems.push(problemAt(one, "error", "support.line.notOnList", one.columns.member_name === undefined ? "head_name" : "member_name", { name: said.name }));
    } else if (seen.has(key!)) {
      row("notFound");
      problems.push(problemAt(one, "error", "support.line.twice", null, { name: said.name, first: seen.get(key!)! }));
    } else {
      seen.set(key!, one.row);
      const differs = differencesOf(one, line, match as Extract<Match, { kind: "one" }>);
      row(differs.length > 0 ? "differs" : "matched", differs.map(({ field }) => field));
      problems.push(...differs.map(({ problem }) => problem));
    }
  }
  for (const [key, line] of byKey)
    if (!seen.has(key)) rows.push({ kind: "absent", sheet: "", row: 0, name: line.shown.personName ?? line.shown.headName, hamlet: line.shown.hamlet, householdId: line.householdId, differs: [] });
  const count = (kind: ReplyRow["kind"]): number => rows.filter((row) => row.kind === kind).length;
  return { list, read, rows, problems, counts: { matched: count("matched"), notFound: count("notFound"), differs: count("differs"), absent: count("absent") } };
}

/** What the receiver's line says otherwise than the list; what it leaves empty is no difference. */
function differencesOf(one: ReadLine, { shown }: Line, { candidate, by }: Extract<Match, { kind: "one" }>): { field: string; problem: Problem }[] {
  const found: { field: string; problem: Problem }[] = [];
  const add = (field: string, key: Parameters<typeof problemAt>[3], ours: string, theirs: string): void => void found.push({ field, problem: problemAt(one, "warning", `support.line.differs.${field}`, key, { ours, theirs }) });
  const said = saidOf(one, shown.personName === null ? "household" : "person");
  const ourName = shown.personName ?? shown.headName;
  if (said.name !== "" && !sameText(said.name.toLocaleLowerCase("vi"), ourName.toLocaleLowerCase("vi"))) add("name", one.columns.member_name === undefined ? "head_name" : "member_name", ourName, said.name);
  const year = shown.birthDate !== null ? Number(shown.birthDate.slice(0, 4)) : shown.birthYear;
  if (said.birthYear !== null && year !== null && said.birthYear !== year) add("birth", "birth", String(year), String(said.birthYear));
  if (said.hamlet !== "" && hamletKey(said.hamlet) !== hamletKey(shown.hamlet)) add("hamlet", "hamlet", shown.hamlet, said.hamlet);
  // a number on file that were the same would have found the person
  if (said.digits !== null && by !== "number" && candidate.lookups.length > 0) add("identity", "identity", shown.masked ?? "", `${said.digits.slice(0, 3)}…${said.digits.slice(-3)}`);
  const amount = moneyOf(one.cells.value ?? null);
  if (textOf(one.cells.value ?? null) !== "" && amount !== undefined && shown.amount !== null && amount !== shown.amount) add("amount", "value", String(shown.amount), String(amount));
  return found;
}
