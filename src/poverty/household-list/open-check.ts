import { readWorkbookInWorker } from "../../exchange/workbook-client.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Problem } from "../../exchange/problem.ts";
import { inspectFile, openContext, type ListMapping, type ListPreview } from "../../registry/public.ts";
import type { Choices } from "./contract.ts";
import { mappingOf } from "./mappings.ts";

const MOST_BYTES = 20 << 20;
const MOST_AT_ONCE = 2;
const MOST_A_MINUTE = 10;
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 10;

interface OpenFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly asOf: PlainDate | undefined;
}

interface Checked extends OpenFile {
  readonly preview: ListPreview;
  readonly problems: readonly Problem[];
  readonly at: number;
}

export interface CheckAnswer {
  readonly token: string;
  readonly preview: ListPreview;
  readonly problems: readonly Problem[];
}

/** "Soát danh sách": anybody's file is read and told what is amiss with it. Held in memory for ten minutes for the marked copy, stored nowhere. */
export class OpenChecks {
  private readonly services: Services;
  private readonly kept = new Map<string, Checked>();
  private readonly asked = new Map<string, number[]>();
  private running = 0;

  constructor(services: Services) {
    this.services = services;
  }

  /** `caller`: address of the asking machine. Errors: too_large "poverty.import.checkTooLarge", unavailable "poverty.import.tooManyChecks". */
  async check(caller: string, file: OpenFile): Promise<CheckAnswer> {
    if (file.bytes.length > MOST_BYTES) throw new AppError("too_large", "poverty.import.checkTooLarge", { most: MOST_BYTES >> 20 });
    return this.inspect(caller, newId<"check">(), file, []);
  }

  /** The same file again, its columns as the asker names them; kept for no office. Errors: as `check`, not_found "poverty.import.jobUnknown", invalid "poverty.import.fieldUnknown". */
  async again(caller: string, token: string, mappings: Choices["mappings"]): Promise<CheckAnswer> {
    const { bytes, fileName, asOf } = this.get(token);
    return this.inspect(caller, token, { bytes, fileName, asOf }, mappings.map(mappingOf));
  }

  private async inspect(caller: string, token: string, file: OpenFile, mappings: readonly ListMapping[]): Promise<CheckAnswer> {
    this.mustBeTurn(caller);
    this.running++;
    try {
      const workbook = await readWorkbookInWorker(file.bytes);
      try {
        const { preview, problems } = await inspectFile(workbook, { context: openContext(file.asOf ?? this.services.today()), mappings });
        this.keep(token, { ...file, preview, problems, at: this.services.now() });
        return { token, preview, problems };
      } finally {
        await workbook.close();
      }
    } finally {
      this.running--;
    }
  }

  /** Errors: not_found "poverty.import.jobUnknown". */
  get(token: string): Checked {
    this.sweep();
    const found = this.kept.get(token);
    if (!found) throw new AppError("not_found", "poverty.import.jobUnknown", {});
    return found;
  }

  private mustBeTurn(caller: string): void {
    const since = this.services.now() - 60_000;
    for (const [address, times] of this.asked) if (times.every((time) => time < since)) this.asked.delete(address);
    const times = (this.asked.get(caller) ?? []).filter((time) => time >= since);
    if (this.running >= MOST_AT_ONCE || times.length >= MOST_A_MINUTE) throw new AppError("unavailable", "poverty.import.tooManyChecks", {});
    this.asked.set(caller, [...times, this.services.now()]);
  }

  private keep(token: string, checked: Checked): void {
    this.sweep();
    this.kept.delete(token);
    this.kept.set(token, checked);
    for (const oldest of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size - MOST_KEPT))) this.kept.delete(oldest);
  }

  private sweep(): void {
    const since = this.services.now() - KEPT_MS;
    for (const [token, { at }] of this.kept) if (at < since) this.kept.delete(token);
  }
}
