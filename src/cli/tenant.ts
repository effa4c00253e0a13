import { operatorActor } from "../accounts/scope.ts";
import { unitIndex } from "../areas/load.ts";
import type { Unit } from "../areas/rules/unit.ts";
import { AppError } from "../kernel/error.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Installation } from "../main.ts";
import type { Actor } from "../platform/actor.ts";
import { addTenant, listTenants, tenantIdOf } from "../platform/tenants.ts";
import { provinceOfToday } from "./province.ts";

/** The operator acting in the province of today that holds an area; with `create` a new data folder gets that province. */
export async function operatorFor(installation: Installation, area: Unit, on: PlainDate, create = false): Promise<Actor> {
  const { services, database } = installation;
  const today = services.today();
  const province = provinceOfToday(unitIndex(), area, on, today);
  const id = tenantIdOf(province.fullName);
  let tenant = (await listTenants(services.pool)).find((one) => one.id === id);
  if (!tenant && create) tenant = await addTenant(database, { id, name: province.fullName, provinceUid: province.uid, demo: false });
  if (!tenant) throw new AppError("refused", "cli.noTenant", { province: province.fullName });
  return operatorActor({ id: tenant.id, schema: tenant.schema, role: tenant.role }, tenant.provinceUid, today);
}
