import { call } from "../../platform/http/client.ts";
import { MOST_FOUND, type SearchContext, type SearchResult } from "../../web/search-source.ts";
import { dayText } from "../../web/design/format.ts";
import { fairRoutes } from "../plan/contract.ts";

/** Fairs by name or code. */
export async function searchFairs(q: string, { area, on, ...how }: SearchContext): Promise<readonly SearchResult[]> {
  const { rows } = await call(fairRoutes.fairs, { query: { area, on, q, page: 1, perPage: MOST_FOUND } }, how);
  return rows.map(({ id, name, onDate, unit }) => ({ id, title: name, detail: `${dayText(onDate)}, ${unit}`, to: "/fairs/$id", params: { id } }));
}
