import { call } from "../../platform/http/client.ts";
import { MOST_FOUND, type SearchContext, type SearchResult } from "../../web/search-source.ts";
import { classRoutes } from "../classes/contract.ts";

/** Classes by code or name. */
export async function searchClasses(q: string, { area, on, ...how }: SearchContext): Promise<readonly SearchResult[]> {
  const { rows } = await call(classRoutes.classes, { query: { area, on, q, sort: "-opened", page: 1, perPage: MOST_FOUND } }, how);
  return rows.map(({ id, code, name, unit, provider }) => ({ id, title: name.includes(code) ? name : `${name} (${code})`, detail: `${unit}, ${provider}`, to: "/training/classes/$id", params: { id } }));
}
