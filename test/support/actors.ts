import type { Pool } from "pg";
import { plainDate } from "../../src/kernel/date.ts";
import { operatorActor, resolveActor, systemActor } from "../../src/accounts/scope.ts";
import type { Actor, Role } from "../../src/platform/actor.ts";
import { ViewLog } from "../../src/audit/views.ts";
import { openConfig } from "../../src/platform/config.ts";
import type { Services } from "../../src/platform/feature.ts";
import { newId } from "../../src/platform/door.ts";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestDatabase } from "./database.ts";

export const TODAY = plainDate("2026-11-23");

export const AN_GIANG = { id: "an_giang", schema: "t_an_giang", role: "sinhke_t_an_giang" } as const;
export const CA_MAU = { id: "ca_mau", schema: "t_ca_mau", role: "sinhke_t_ca_mau" } as const;
export const AN_GIANG_UID = "91@2025-07-01";

export function testServices(database: Pick<TestDatabase, "door" | "pool">, today = TODAY): Services {
  const config = openConfig(mkdtempSync(join(tmpdir(), "sinhke-test-data-")), "");
  return { door: database.door, pool: database.pool as Pool, config, views: new ViewLog(database.door), now: () => Date.parse(`${today}T02:00:00Z`), today: () => today };
}

/** The whole province of An Giang, read and write, all fields. */
export const provinceActor = (on = TODAY): Actor => operatorActor(AN_GIANG, AN_GIANG_UID, on);
export const otherProvinceActor = (on = TODAY): Actor => operatorActor(CA_MAU, "96@2025-07-01", on);
export const workerActor = (on = TODAY): Actor => systemActor(AN_GIANG, AN_GIANG_UID, on);

export interface Who {
  readonly role: Role;
  readonly unitUid: string;
  readonly unitLevel?: string;
  readonly hamletIds?: readonly string[];
  readonly fields?: readonly string[];
  readonly organisationId?: string;
}

/** An actor as the door would make one at a request: scope resolved from the hamlets in the database. */
export const actorFor = (services: Services, who: Who, on = TODAY): Promise<Actor> =>
  resolveActor(
    services,
    {
      accountId: newId(), assignmentId: newId(), displayName: `Thử nghiệm ${who.role}`, role: who.role, unitUid: who.unitUid,
      unitLevel: who.unitLevel ?? "commune", hamletIds: who.hamletIds ?? null, organisationId: who.organisationId ?? null, fields: who.fields ?? ["poverty"], tenant: AN_GIANG,
    },
    on,
  );
