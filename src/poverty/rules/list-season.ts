import * as z from "zod/mini";
import type { PlainDate } from "../../kernel/date.ts";

const MonthAndDay = z.string().check(z.regex(/^\d{2}-\d{2}$/));

/** When the yearly review opens and closes, from a day on; the first one also holds for earlier years. */
export const ReviewSeason = z.object({
  from: z.string(), opens: MonthAndDay, closes: MonthAndDay,
  source: z.object({ doc: z.string(), article: z.string(), certainty: z.enum(["text", "second-hand", "unchecked"]) }),
});
export type ReviewSeason = z.infer<typeof ReviewSeason>;

/**
 * The earliest day of a list that speaks for the day asked. A list of one review speaks until the next review closes; a list that is
 * older, though its statuses hold for benefits until a new decision, is not the list of that day.
 */
export function listSince(seasons: readonly ReviewSeason[], on: PlainDate): string {
  const season = seasons.findLast((one) => one.from <= on) ?? seasons[0]!;
  const year = Number(on.slice(0, 4));
  return `${on.slice(5) >= season.closes ? year : year - 1}-${season.opens}`;
}
