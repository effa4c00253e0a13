import { fold } from "./text/fold.ts";

export type Json = Record<string, unknown>;

/** Names are the same without regard to case, marks, spaces, underscores and hyphens: "ngayKhaiGiang" is "Ngày khai giảng". */
export const keyOf = (name: string): string => fold(name).replace(/[_\s-]/g, "");

/** A value with the path at which it stood; `value` undefined: it did not. */
export interface Taken {
  readonly path: string;
  readonly value: unknown;
}

/** The fields of one object, by name without regard to case and underscores; what was not taken is told. */
export class Fields {
  private readonly path: string;
  private readonly left = new Map<string, { readonly name: string; readonly value: unknown }>();

  constructor(json: Json, path: string) {
    this.path = path;
    for (const [name, value] of Object.entries(json)) this.left.set(keyOf(name), { name, value });
  }

  take(...names: string[]): Taken {
    let taken: Taken = { path: `${this.path}${names[0]!}`, value: undefined };
    for (const name of names) {
      const found = this.left.get(keyOf(name));
      if (found === undefined) continue;
      this.left.delete(keyOf(name));
      if (taken.value === undefined) taken = { path: `${this.path}${found.name}`, value: found.value };
    }
    return taken;
  }

  peek(name: string): unknown {
    return this.left.get(keyOf(name))?.value;
  }

  object(name: string, problems: string[]): Fields | null {
    const { value, path } = this.take(name);
    if (value === undefined || value === null) return null;
    if (typeof value === "object" && !Array.isArray(value)) return new Fields(value as Json, `${path}.`);
    problems.push(`${path}: phải là một đối tượng JSON`);
    return null;
  }

  rest(quiet: readonly string[] = []): string[] {
    for (const name of quiet) this.left.delete(keyOf(name));
    return [...this.left.values()].map(({ name }) => `${this.path}${name}`);
  }
}

/** The first of several objects that has the field. */
export function firstOf(levels: readonly Fields[], names: readonly string[]): Taken {
  const found = levels.map((level) => level.take(...names));
  return found.find(({ value }) => value !== undefined) ?? found[0]!;
}

export const peek = (levels: readonly Fields[], name: string): unknown => levels.map((level) => level.peek(name)).find((value) => value !== undefined);
