import type { Problem } from "../../exchange/problem.ts";
import { cellAddress } from "../../exchange/address.ts";
import type { Actor } from "../../platform/actor.ts";
import { hamletKey } from "../household-list/places.ts";
import type { AreaHamlet, PlacesContext } from "../household-list/open-context.ts";
import type { RowProblem } from "../rules/list-row.ts";
import type { AnyListKind } from "./kind.ts";
import type { ListLine, ReadSheets } from "./read-sheets.ts";

/** Where a row's people live: a hamlet on file, or one that is made when the list is committed; key "uid/" takes those of whom no hamlet is told. */
export type HamletTarget = { readonly id: string } | { readonly key: string };

export interface NewHamlet {
  readonly key: string;
  readonly unitUid: string;
  /** as first written; "" for the one that stands for a hamlet nobody told */
  readonly text: string;
  readonly rows: number;
}

/** A line that its own cells let in. */
export interface ReadRow {
  readonly line: ListLine;
  readonly value: unknown;
  readonly commune: string | null;
  readonly hamlet: HamletTarget | null;
}

export const problemAt = (sheetName: string, line: ListLine, { severity, code, field, data, proposal }: RowProblem): Problem => {
  const column = field === undefined ? null : line.columnOf(field);
  return {
    severity, code, sheet: sheetName, sheetIndex: line.sheet, row: line.row, column, cell: column === null ? String(line.row) : cellAddress(column, line.row), data: data ?? {},
    ...(proposal !== undefined && { proposal }),
  };
};

export interface Placing {
  readonly kind: AnyListKind;
  readonly actor: Actor;
  readonly area: PlacesContext;
  /** key of a written hamlet → id of one on file */
  readonly choices: Readonly<Record<string, string>>;
}

/** Finds the commune and the hamlet of each line by what it says, what stands above it and what the officer chose. */
export class PlaceRows {
  private readonly asked: Placing;
  private readonly sheets: ReadSheets;
  private readonly onFile = new Map<string, AreaHamlet[]>();
  private readonly placeholders: ReadonlyMap<string, string>;

  constructor(asked: Placing, sheets: ReadSheets) {
    this.asked = asked;
    this.sheets = sheets;
    for (const hamlet of asked.area.hamlets) {
      if (hamlet.placeholder) continue;
      const key = hamletKey(hamlet.name);
      this.onFile.set(key, [...(this.onFile.get(key) ?? []), hamlet]);
    }
    this.placeholders = new Map(asked.area.hamlets.filter(({ placeholder }) => placeholder).map(({ id, unitUid }) => [unitUid, id]));
  }

  /** Problems keep the row out when one of them is an error. */
  place(line: ListLine): { readonly commune: string | null; readonly hamlet: HamletTarget | null; readonly problems: readonly RowProblem[] } {
    if (this.asked.kind.about === "none") return { commune: null, hamlet: null, problems: [] };
    const commune = this.commune(line);
    if (commune === null) return { commune, hamlet: null, problems: [{ severity: "error", code: "listImport.communeMissing", field: "commune", data: { area: this.asked.area.context.area!.name } }] };
    const key = hamletKey(line.hamlet);
    if (key === "") return this.untold(commune);
    const within = `${commune}/${key}`;
    const chosen = this.asked.choices[within];
    const found = chosen === undefined ? this.onFile.get(key)?.find(({ unitUid }) => unitUid === commune)?.id : chosen;
    if (found !== undefined) return { commune, hamlet: { id: found }, problems: [] };
    const [like] = this.sheets.places.likeHamlets(line.hamlet, commune);
    const told = { field: "hamlet", data: { value: line.hamlet }, ...(like !== undefined && { proposal: like }) };
    if (!this.mayMake(commune)) return { commune, hamlet: null, problems: [{ severity: "error", code: "listImport.hamletUnknown", ...told }] };
    return { commune, hamlet: { key: within }, problems: [{ severity: like === undefined ? "note" : "warning", code: "listImport.hamletNew", ...told }] };
  }

  private untold(commune: string): ReturnType<PlaceRows["place"]> {
    const id = this.placeholders.get(commune);
    if (id === undefined && !this.mayMake(commune)) return { commune, hamlet: null, problems: [{ severity: "error", code: "listImport.hamletMissing", field: "hamlet" }] };
    return { commune, hamlet: id === undefined ? { key: `${commune}/` } : { id }, problems: [{ severity: "warning", code: "listImport.hamletUntold", field: "hamlet" }] };
  }

  /** The area's own one; of several the one that is told, or the only one with a hamlet of that name. */
  private commune({ commune, hamlet, texts }: ListLine): string | null {
    const { communes, context } = this.asked.area;
    if (context.area!.communes === undefined) return communes[0] ?? context.area!.uid;
    const told = commune ?? this.sheets.places.communes!.namedIn(texts["address"] ?? "");
    if (told !== null) return told;
    const named = this.onFile.get(hamletKey(hamlet)) ?? [];
    return new Set(named.map(({ unitUid }) => unitUid)).size === 1 ? named[0]!.unitUid : null;
  }

  private mayMake(commune: string): boolean {
    const { scope } = this.asked.actor;
    return scope.writesAll || scope.writeUnits.includes(commune);
  }
}

/** The hamlets that these rows need and the area does not have. */
export function newHamletsOf(rows: readonly ReadRow[]): NewHamlet[] {
  const found = new Map<string, NewHamlet>();
  for (const { hamlet, commune, line } of rows) {
    if (hamlet === null || !("key" in hamlet)) continue;
    const { text, rows: before } = found.get(hamlet.key) ?? { text: hamlet.key.endsWith("/") ? "" : line.hamlet, rows: 0 };
    found.set(hamlet.key, { key: hamlet.key, unitUid: commune!, text, rows: before + 1 });
  }
  return [...found.values()];
}
