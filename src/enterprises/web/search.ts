import { call } from "../../platform/http/client.ts";
import { MOST_FOUND, type SearchContext, type SearchResult } from "../../web/search-source.ts";
import { enterprisesRoutes } from "../contract.ts";

/** Organisations by name or tax code. */
export async function searchOrganisations(q: string, { on, ...how }: SearchContext): Promise<readonly SearchResult[]> {
  const { rows } = await call(enterprisesRoutes.organisations, { query: { on, q } }, how);
  return rows.slice(0, MOST_FOUND).map(({ id, name, address }) => ({ id, title: name, ...(address && { detail: address }), to: "/enterprises/$id", params: { id } }));
}
