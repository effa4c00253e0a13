import { readWorkbookInWorker } from "../../exchange/workbook-client.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { readHouseholdList, type ListPreview } from "../../registry/public.ts";
import { openContext } from "./list-context.ts";

const MOST_BYTES = 20 << 20;
const MOST_AT_ONCE = 2;
const MOST_A_MINUTE = 10;
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 10;

interface Checked {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly preview: ListPreview;
  readonly at: number;
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
  async check(caller: string, { bytes, fileName, asOf }: { bytes: Uint8Array; fileName: string; asOf: PlainDate | undefined }): Promise<{ token: string; preview: ListPreview }> {
    if (bytes.length > MOST_BYTES) throw new AppError("too_large", "poverty.import.checkTooLarge", { most: MOST_BYTES >> 20 });
    this.mustBeTurn(caller);
    this.running++;
    try {
      const workbook = await readWorkbookInWorker(bytes);
      try {
        const preview = await readHouseholdList(workbook, { context: openContext(asOf ?? this.services.today()) });
        return { token: this.keep({ bytes, fileName, preview, at: this.services.now() }), preview };
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

  private keep(checked: Checked): string {
    this.sweep();
    const token = newId<"check">();
    this.kept.set(token, checked);
    for (const oldest of [...this.kept.keys()].slice(0, Math.max(0, this.kept.size - MOST_KEPT))) this.kept.delete(oldest);
    return token;
  }

  private sweep(): void {
    const since = this.services.now() - KEPT_MS;
    for (const [token, { at }] of this.kept) if (at < since) this.kept.delete(token);
  }
}
