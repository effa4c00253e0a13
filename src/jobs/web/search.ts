import { call } from "../../platform/http/client.ts";
import { MOST_FOUND, type SearchContext, type SearchResult } from "../../web/search-source.ts";
import { seekerRoutes } from "../seekers/contract.ts";

/** People who look or looked for work, by name. */
export async function searchSeekers(q: string, { area, on, ...how }: SearchContext): Promise<readonly SearchResult[]> {
  const { rows } = await call(seekerRoutes.seekers, { query: { area, on, q, state: "all", page: 1 } }, how);
  return rows.slice(0, MOST_FOUND).map(({ id, fullName, birthYear, hamlet, unit }) => ({ id, title: birthYear === null ? fullName : `${fullName} (${birthYear})`, detail: `${hamlet}, ${unit}`, to: "/jobs/seekers/$id", params: { id } }));
}
