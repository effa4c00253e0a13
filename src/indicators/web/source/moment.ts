import { dateInVietnam } from "../../../kernel/date.ts";
import { dayText } from "../../../web/design/format.ts";

const HOUR_MS = 3_600_000;
const VIETNAM_HOURS = 7;

/** "14:05 ngày 23/11/2026" (the words come from the caller): time and day in Viet Nam of a moment. */
export function momentOf(iso: string): { readonly time: string; readonly day: string } {
  const at = Date.parse(iso);
  return { time: new Date(at + VIETNAM_HOURS * HOUR_MS).toISOString().slice(11, 16), day: dayText(dateInVietnam(at)) };
}
