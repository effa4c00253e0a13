import type { PlainDate } from "../../kernel/date.ts";
import { makeDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { listReferrals } from "../seekers/referrals.ts";
import { listEvents } from "./store.ts";

/** What came of one employer's offers: people sent, by state; lượt and người whose work began in the year. The numbers of the lists that they open to. */
export async function hiringOf(tx: Tx, { organisationId, area, on, year }: { organisationId: string; area: string; on: PlainDate; year: number }): Promise<{ referrals: Record<string, number>; hires: { events: number; people: number } }> {
  const { counts: referrals } = await listReferrals(tx, { area, on, organisation: organisationId }, 1, 1);
  const { counts: { events, people } } = await listEvents(tx, { area, on, from: makeDate(year, 1, 1), to: makeDate(year, 12, 31), employer: organisationId, nature: "new", sort: "-started" }, 1, 1);
  return { referrals, hires: { events, people } };
}
