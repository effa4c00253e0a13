import { getUnit, unitPlace } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Services } from "../../platform/feature.ts";
import type { Tx } from "../../platform/door.ts";
import type { After, Before } from "../rules/movement.ts";
import { movementOf, type AreaYear, type Movement } from "./movement.ts";
import { effectsOf, type Kind, type Line, type List, type Part } from "./rules/leaf.ts";
import { reasonOf, type Reason } from "./rules/reason.ts";
import { keyOf, listMoves, listOnList, type MoveRow, type Page } from "./store.ts";

export interface CellAsked extends AreaYear, Page {
  readonly list: List;
  readonly line: Line;
  readonly column: number;
  /** a row of the table: hamlet id or commune uid; the whole area where not given */
  readonly row?: string | undefined;
}

/** A household behind a cell and what it adds to it. */
export interface CellRow {
  readonly householdId: string;
  readonly headName: string;
  readonly place: string;
  readonly adds: number;
  readonly reason: Reason;
}

const [PARTS, BEFORE, AFTER] = [["whole", "left", "arrived"], ["poor", "near_poor", "none", "absent"], ["poor", "near_poor", "none", "gone"]] as const satisfies [readonly Part[], readonly Before[], readonly After[]];

/** Every kind of household there can be, with whether it gained (1) or lost (-1) members. */
function* everyKind(): Iterable<{ kind: Kind; change: number }> {
  for (const part of PARTS) for (const before of BEFORE) for (const after of AFTER) for (const everPoor of [true, false]) for (const everNearPoor of [true, false])
    for (const change of [-1, 0, 1]) yield { kind: { part, before, after, everPoor, everNearPoor }, change };
}

const one = (change: number) => ({ households: 1, membersBefore: 1, membersAfter: 1, gained: change > 0 ? 1 : 0, lost: change < 0 ? 1 : 0 });

function keysOf(asked: CellAsked, { options }: Movement): string[] {
  return [...everyKind()].flatMap(({ kind, change }) => {
    const effects = effectsOf(kind, one(change), options).filter(({ list, column }) => list === asked.list && column === asked.column);
    return effects.some((effect) => effect[asked.line] > 0) ? [keyOf(kind, change)] : [];
  });
}

/** The households behind one cell of a movement table, which add up to it, each with the reason. Errors: invalid "poverty.movement.noCell". */
export async function openCell(tx: Tx, services: Services, asked: CellAsked): Promise<{ total: number; rows: CellRow[]; movement: Movement }> {
  const { column, list, line, row, page, perPage } = asked;
  const movement = await movementOf(tx, services, asked);
  const { plan } = movement;
  const rows = row === undefined ? plan.rows : plan.rows.filter((each) => each.key === row || each.group?.uid === row);
  if (rows.length === 0 || column < 1 || column > 9) throw new AppError("invalid", "poverty.movement.noCell", { row: row ?? "", column: String(column) });
  const within = { ...movement.asked, hamletIds: rows.flatMap(({ hamletIds }) => hamletIds) };
  const place = (id: string): string => placeOf(movement, id);
  if (column === 1 || column === 9) {
    const found = await listOnList(tx, within, column === 1 ? "opening" : "closing", list, { page, perPage });
    const code = column === 1 ? "poverty.movement.reason.opening" : "poverty.movement.reason.closing";
    return {
      movement, total: found.total,
      rows: found.rows.map(({ householdId, headName, hamletId, members }) => ({ householdId, headName, place: place(hamletId), adds: line === "people" ? members : 1, reason: { code, data: { members: String(members) } } })),
    };
  }
  const found = await listMoves(tx, within, keysOf(asked, movement), { page, perPage });
  const adds = (move: MoveRow): number => {
    const effects = effectsOf(move, { ...move, households: 1 }, movement.options).filter((effect) => effect.list === list && effect.column === column);
    return effects.reduce((sum, effect) => sum + effect[line], 0);
  };
  return {
    movement, total: found.total,
    rows: found.rows.map((move) => ({
      householdId: move.householdId, headName: move.headName, place: place(move.hamletId), adds: adds(move),
      reason: reasonOf({ ...move, list, column, otherPlace: move.otherHamletId && place(move.otherHamletId) }),
    })),
  };
}

/** "ấp Phú Lợi"; with its commune where the table has more than one. */
export function placeOf({ plan }: Movement, hamletId: string): string {
  const hamlet = plan.hamlets.get(hamletId);
  if (!hamlet) return "—";
  return plan.level === "hamlet" ? hamlet.label : `${hamlet.label}, ${unitPlace(getUnit(hamlet.unitUid), plan.bordersOn)}`;
}
