import { call } from "../../platform/http/client.ts";
import { MOST_FOUND, type SearchContext, type SearchResult } from "../../web/search-source.ts";
import { overseasRoutes } from "../overseas/contract.ts";

/** Cases abroad by the name of the worker. */
export async function searchOverseas(q: string, { area, on, ...how }: SearchContext): Promise<readonly SearchResult[]> {
  const { rows } = await call(overseasRoutes.overseasCases, { query: { area, on, q, page: 1 } }, how);
  return rows.slice(0, MOST_FOUND).map(({ id, fullName, birthYear, marketName, hamlet, unit }) => ({
    id, title: birthYear === null ? fullName : `${fullName} (${birthYear})`, detail: [marketName, hamlet, unit].filter(Boolean).join(", "), to: "/migration/overseas/$id", params: { id },
  }));
}
