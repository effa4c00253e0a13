import { hamletIdsOf, mustWriteUnit } from "../../areas/public.ts";
import { ContentDigest } from "../../exchange/content-digest.ts";
import type { Problem } from "../../exchange/problem.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { bulkInsert } from "../../platform/bulk.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { ImportCounts } from "../contract.ts";
import { dayOf, moneyOf, quantityOf, textOf } from "../lines/line-format.ts";
import { headsOf, Matcher, peopleOf, saidOf } from "../lines/match.ts";
import { problemAt, readLines, type ReadLine, type ReadLines } from "../lines/read-lines.ts";
import { policiesOf } from "../load.ts";
import { mustKeep } from "../policy.ts";
import { provinceOf } from "../records.ts";
import { policiesFor } from "../rules/eligibility.ts";
import type { Policy } from "../rules/policy-shape.ts";
import { keysOnFile, RECEIPT_COLUMNS, receiptCells, receiptKey, type NewReceipt } from "./store.ts";

/** What stands for cells that the file leaves out. */
export interface ImportAsked {
  readonly area: string;
  readonly policy: string | null;
  readonly receivedOn: PlainDate | null;
  readonly document: string | null;
}

export interface ReadReceipts {
  readonly asked: ImportAsked;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly read: ReadLines;
  readonly receipts: readonly NewReceipt[];
  readonly problems: readonly Problem[];
  readonly counts: ImportCounts;
  readonly digest: string;
}

const FORMAT = "support-receipts";

/**
 * Reads a list of what was handed out and finds whom each line means. Stores nothing.
 * Errors: forbidden "support.notKeeper" | "areas.outsideArea"; those of `readLines`.
 */
export async function previewReceipts(services: Services, actor: Actor, asked: ImportAsked, bytes: Uint8Array, fileName: string): Promise<ReadReceipts> {
  mustKeep(actor);
  mustWriteUnit(actor, asked.area);
  const read = await readLines(bytes);
  const policies = policiesFor(policiesOf(services).policies, provinceOf(actor));
  const reader = new ReceiptReader(policies, asked, services.today());
  const parsed = read.lines.map((line) => reader.read(line));
  return services.door.read(actor, async (tx) => {
    const on = asked.receivedOn ?? services.today();
    const hamletIds = await hamletIdsOf(tx, asked.area, on);
    const people = await peopleOf(tx, { hamletIds, on });
    const matchers = { household: new Matcher(headsOf(people), services.config.keys), person: new Matcher(people, services.config.keys) };
    const receipts: NewReceipt[] = [];
    for (const { line, part } of parsed) {
      if (part === null) continue;
      const own = matchers[part.subject].match(saidOf(line, part.subject));
      // a household's support may be taken home by another member
      const match = own.kind === "none" ? matchers.person.match(saidOf(line, "person")) : own;
      if (match.kind === "one") {
        const { householdId, personId, hamletId } = match.candidate;
        receipts.push({ id: newId<"support_receipt">(), householdId, personId: part.subject === "household" ? null : personId, hamletId, ...part.receipt, listId: null, batchId: null });
      } else {
        const key = line.columns.member_name === undefined ? "head_name" : "member_name";
        reader.problems.push(problemAt(line, "error", match.kind === "none" ? "support.line.nobody" : "support.line.several", key, { name: saidOf(line, part.subject).name, count: match.kind === "many" ? match.candidates.length : 0 }));
      }
    }
    const { fresh, twice } = await apart(tx, receipts);
    const rejected = new Set(reader.problems.filter(({ severity }) => severity === "error").map(({ sheetIndex, row }) => `${sheetIndex}!${row}`)).size;
    const digest = new ContentDigest();
    for (const receipt of receipts) digest.add(receiptKey(receipt));
    return {
      asked, fileName, bytes, read, receipts: fresh, problems: reader.problems, digest: digest.value(),
      counts: { lines: read.lines.length, fresh: fresh.length, twice, rejected, dong: fresh.reduce((sum, { valueDong }) => sum + (valueDong ?? 0), 0) },
    };
  });
}

/** Lines that are on file already, or stand twice in the file, are taken once. */
async function apart(tx: Tx, receipts: readonly NewReceipt[]): Promise<{ fresh: NewReceipt[]; twice: number }> {
  const known = await keysOnFile(tx, [...new Set(receipts.map(({ householdId }) => householdId))]);
  const fresh: NewReceipt[] = [];
  for (const receipt of receipts) {
    const key = receiptKey(receipt);
    if (known.has(key)) continue;
    known.add(key);
    fresh.push(receipt);
  }
  return { fresh, twice: receipts.length - fresh.length };
}

/** Writes what was read, whole or not at all; lines that came onto file meanwhile are left out. Errors: refused "support.nothingNew". */
export function commitReceipts(services: Services, actor: Actor, commandId: string, ready: ReadReceipts): Promise<{ batchId: string; added: number; twice: number }> {
  mustKeep(actor);
  mustWriteUnit(actor, ready.asked.area);
  const input = { area: ready.asked.area, digest: ready.digest, policy: ready.asked.policy };
  return services.door.write(actor, { commandId, name: "support.importReceipts", input }, async (tx) => {
    await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || $1))", [`support.receipts ${ready.asked.area}`]);
    const { fresh, twice } = await apart(tx, ready.receipts);
    if (fresh.length === 0) throw new AppError("refused", "support.nothingNew", { twice: twice + ready.counts.twice, rejected: ready.counts.rejected });
    const batchId = newId<"import_batch">();
    const digest = Buffer.from(ready.digest, "hex");
    await tx.client.query(
      "insert into import_batch (id, unit_uid, format, as_of, file_name, file_sha256, content_digest, counts, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      [batchId, ready.asked.area, FORMAT, services.today(), ready.fileName, digest, digest, JSON.stringify(ready.counts), actor.accountId],
    );
    await bulkInsert(tx, "support_receipt", RECEIPT_COLUMNS, fresh.map((receipt) => receiptCells({ ...receipt, batchId })));
    await tx.client.query(
      `insert into change_row (event_id, entity, entity_id, kind, hamlet_id) select $1, 'support_receipt', r.id, 'added', r.hamlet_id from support_receipt r where r.batch_id = $2`, [commandId, batchId]);
    return { answer: { batchId, added: fresh.length, twice }, rows: fresh.length, subject: batchId, unitUid: ready.asked.area, meta: { fileName: ready.fileName, ...ready.counts } };
  });
}

interface Part {
  readonly subject: "household" | "person";
  readonly receipt: Pick<NewReceipt, "policy" | "receivedOn" | "period" | "valueDong" | "quantity" | "unit" | "document" | "note">;
}

/** Turns cells into what was received; every cell that cannot be read is a problem at its address. */
class ReceiptReader {
  readonly problems: Problem[] = [];
  private readonly policies: readonly Policy[];
  private readonly asked: ImportAsked;
  private readonly today: PlainDate;

  constructor(policies: readonly Policy[], asked: ImportAsked, today: PlainDate) {
    this.policies = policies;
    this.asked = asked;
    this.today = today;
  }

  read(line: ReadLine): { line: ReadLine; part: Part | null } {
    const policy = this.policy(line);
    const receivedOn = this.day(line);
    const { valueDong, quantity, unit, empty } = this.amounts(line);
    const document = textOf(line.cells.document ?? null) || this.asked.document;
    if (!document) this.problem(line, "support.line.documentMissing", "document");
    if (policy === undefined || receivedOn === undefined || empty || !document) return { line, part: null };
    const [period, note] = [textOf(line.cells.period ?? null) || null, textOf(line.cells.note ?? null) || null];
    return { line, part: { subject: policy.subject, receipt: { policy: policy.id, receivedOn, period, valueDong, quantity, unit, document, note } } };
  }

  private problem(line: ReadLine, code: string, key: Parameters<typeof problemAt>[3], data: Problem["data"] = {}): void {
    this.problems.push(problemAt(line, "error", code, key, data));
  }

  private policy(line: ReadLine): Policy | undefined {
    const text = textOf(line.cells.policy ?? null);
    if (text === "") {
      const usual = this.policies.find(({ id }) => id === this.asked.policy);
      if (!usual) this.problem(line, "support.line.policyMissing", "policy");
      return usual;
    }
    const found = this.policies.filter(({ id, title }) => id === text || fold(title.vi) === fold(text));
    if (found.length !== 1) this.problem(line, "support.line.policyUnknown", "policy", { value: text });
    return found.length === 1 ? found[0] : undefined;
  }

  private day(line: ReadLine): PlainDate | undefined {
    const cell = line.cells.received_on ?? null;
    if (textOf(cell) === "") {
      if (this.asked.receivedOn === null) this.problem(line, "support.line.dayMissing", "received_on");
      return this.asked.receivedOn ?? undefined;
    }
    const day = dayOf(cell) as PlainDate | undefined;
    if (day === undefined) this.problem(line, "support.line.dayWrong", "received_on", { value: textOf(cell) });
    else if (day > this.today) this.problem(line, "support.line.dayToCome", "received_on", { value: textOf(cell) });
    return day !== undefined && day <= this.today ? day : undefined;
  }

  private amounts(line: ReadLine): { valueDong: number | null; quantity: number | null; unit: string | null; empty: boolean } {
    const [money, count] = [line.cells.value ?? null, line.cells.quantity ?? null];
    const valueDong = textOf(money) === "" ? null : moneyOf(money);
    const quantity = textOf(count) === "" ? null : quantityOf(count);
    const unit = textOf(line.cells.unit ?? null) || null;
    if (valueDong === undefined) this.problem(line, "support.line.moneyWrong", "value", { value: textOf(money) });
    if (quantity === undefined) this.problem(line, "support.line.quantityWrong", "quantity", { value: textOf(count) });
    if (valueDong === null && quantity === null) this.problem(line, "support.line.valueMissing", "value");
    if (quantity && unit === null) this.problem(line, "support.line.unitMissing", "unit");
    const empty = valueDong === undefined || quantity === undefined || (valueDong === null && quantity === null) || (quantity !== null && unit === null);
    return { valueDong: valueDong ?? null, quantity: quantity ?? null, unit: quantity ? unit : null, empty };
  }
}

