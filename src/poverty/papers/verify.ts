import { getUnit } from "../../areas/public.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { findByToken } from "./certificates.ts";
import type { Verified } from "./contract.ts";
import { tenantOfToken } from "./qr.ts";

const UNKNOWN: Verified = { state: "unknown", commune: null, year: null };

/**
 * What the open page tells of a code: valid or withdrawn, commune, year. A code that was never given, one of another province and nonsense
 * get the same answer. `systemOf` is the program's own actor of a province, or undefined.
 */
export async function verifyCertificate(services: Services, systemOf: (tenantId: string) => Promise<Actor | undefined>, token: string): Promise<Verified> {
  const tenant = tenantOfToken(token);
  const system = tenant === undefined ? undefined : await systemOf(tenant);
  if (!system) return UNKNOWN;
  const found = await services.door.read(system, (tx) => findByToken(tx, token, services.today()));
  if (!found) return UNKNOWN;
  const { state } = found;
  return { state: state.state, commune: getUnit(found.unitUid).fullName, year: state.state === "valid" ? state.year : found.year };
}
