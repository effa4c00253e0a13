import { createHash } from "node:crypto";
import { getUnit, unitTitle } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { placeOf } from "../movement/cell.ts";
import { emptyTables, tableOf } from "../movement/rules/leaf.ts";
import { mayRecognise, must } from "../policy.ts";
import { crossCheck } from "../rules/movement.ts";
import { yearTables, type YearTables } from "./tables.ts";

export interface NewSubmission {
  readonly areaUid: string;
  readonly year: number;
  readonly signer: string;
  readonly signedOn: PlainDate;
  readonly note?: string | undefined;
}

const SHOWN = 5;
const some = (names: readonly string[]): string => [...new Set(names)].slice(0, SHOWN).join("; ") + (new Set(names).size > SHOWN ? "; …" : "");

/** Why a year's tables cannot be submitted yet; undefined: nothing is in the way. */
export function blockOf({ movement, issues, tables }: YearTables): AppError | undefined {
  if (movement.plan.rows.length === 0) return new AppError("refused", "poverty.tables.nothingToSubmit");
  if (movement.gaps.length > 0) return new AppError("refused", "poverty.tables.submitGap", { units: some(movement.gaps.map(({ data }) => data.units)) });
  const open = movement.differences.filter(({ explanation }) => explanation === null);
  if (open.length > 0) return new AppError("refused", "poverty.tables.submitUnexplained", { count: open.length, places: some(open.map(({ hamletId }) => placeOf(movement, hamletId))) });
  const total = movement.rows.at(-1)!.value!;
  const { poorToNearPoor, nearPoorToPoor } = crossCheck(total);
  if (poorToNearPoor !== 0 || nearPoorToPoor !== 0) return new AppError("refused", "poverty.tables.submitCross", { poorToNearPoor, nearPoorToPoor });
  const results = tables.find(({ definition }) => definition.id === "results")?.rows.find(({ kind }) => kind === "total");
  const lacking = results?.cells.slice(0, 2).some(({ missing }) => missing !== undefined) ?? false;
  if (lacking) return new AppError("refused", "poverty.tables.submitNoPopulation");
  // a line that does not balance is explained in writing and prints so; every other check must hold
  const broken = issues.filter(({ check }) => check !== "identity");
  if (broken.length > 0) return new AppError("refused", "poverty.tables.submitBroken", { count: broken.length, rules: some(broken.map(({ rule, table }) => `${rule} (${table})`)) });
  return undefined;
}

/**
 * Keeps a year's tables as submitted, with the moment of knowing. One of the unit on file gives way.
 * Errors: forbidden "poverty.outsideArea"; refused "poverty.tables.submit…": a list is missing, a line is neither balanced nor explained, the
 * two tables disagree, no population, another check broken.
 */
export function submitTables(services: Services, actor: Actor, commandId: string, input: NewSubmission): Promise<{ id: string }> {
  must(mayRecognise, actor);
  const unit = getUnit(input.areaUid);
  if (!actor.scope.writesAll && !actor.scope.writeUnits.includes(unit.uid)) throw new AppError("forbidden", "poverty.outsideArea", { areaUid: unit.uid });
  return services.door.write(actor, { commandId, name: "poverty.tables.submit", input }, async (tx) => {
    const found = await yearTables(tx, services, input);
    const block = blockOf(found);
    if (block) throw block;
    const { days, plan, byHamlet } = found.movement;
    const content = JSON.stringify({
      area: plan.area, year: input.year, opening: days.opening, closing: days.closing,
      movement: found.movement.rows, differences: found.movement.differences,
      tables: found.tables.map(({ definition, leaves, rows }) => ({ id: definition.id, columns: leaves.map(({ key }) => key), rows: rows.map(({ key, name, kind, line, cells }) => ({ key, name, kind, line, cells: cells.map(({ text }) => text) })) })),
    });
    const closing = Object.fromEntries(plan.hamletIds.map((id) => {
      const tables = byHamlet.get(id) ?? emptyTables();
      const last = (list: "poor" | "near_poor") => ({ households: tableOf(tables, list).households[8], people: tableOf(tables, list).people[8] });
      return [id, { poor: last("poor"), near_poor: last("near_poor") }];
    }));
    const old = await tx.client.query<{ id: string }>("update table_submission set voided_at = now(), void_reason = 'replaced' where unit_uid = $1 and year = $2 and voided_at is null returning id", [unit.uid, input.year]);
    const id = newId<"table_submission">();
    await tx.client.query(
      `insert into table_submission (id, unit_uid, year, opening_on, closing_on, known_at, content, closing, digest, signer, signed_on, note, submitted_by)
       values ($1, $2, $3, $4, $5, now(), $6, $7, $8, $9, $10, $11, $12)`,
      [id, unit.uid, input.year, days.opening, days.closing, content, JSON.stringify(closing), createHash("sha256").update(content).digest(), input.signer, input.signedOn, input.note || null, actor.accountId],
    );
    const changes: Change[] = [...old.rows.map((row): Change => ({ entity: "table_submission", entityId: row.id, kind: "voided" })), { entity: "table_submission", entityId: id, kind: "added" }];
    return { answer: { id: id as string }, changes, subject: id, unitUid: unit.uid, meta: { year: input.year, area: unitTitle(unit, actor.on) } };
  });
}
