import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { accountsApi, actorOfRequest, type DemoAccount } from "./accounts/api.ts";
import { systemActor } from "./accounts/scope.ts";
import { areasApi } from "./areas/api.ts";
import { loadReferenceData } from "./areas/reference-data.ts";
import { sealAudit } from "./audit/seal.ts";
import { ViewLog } from "./audit/views.ts";
import { indicatorsApi } from "./indicators/api.ts";
import { markEverything, rollUp } from "./indicators/rollup.ts";
import { tableApi } from "./exchange/table/api.ts";
import { listPlansOf, usualView } from "./indicators/public.ts";
import { enterprisesApi } from "./enterprises/api.ts";
import { enterprisesQueue } from "./enterprises/public.ts";
import { adviceApi } from "./jobs/advice/api.ts";
import { eventsApi } from "./jobs/events/api.ts";
import { loansApi } from "./jobs/loans/api.ts";
import { labourApi } from "./jobs/labour-status/api.ts";
import { registrationAssistApi } from "./jobs/registration-assist/api.ts";
import { proposalsApi } from "./jobs/proposals/api.ts";
import { seekersApi } from "./jobs/seekers/api.ts";
import { awayApi } from "./migration/away/api.ts";
import { overseasApi } from "./migration/overseas/api.ts";
import { migrationQueue, migrationTimeline, type MigrationContributions } from "./migration/public.ts";
import { migrationTablesApi } from "./migration/tables/api.ts";
import { checkApi } from "./indicators/check/api.ts";
import { AppError } from "./kernel/error.ts";
import { plainDate } from "./kernel/date.ts";
import type { Actor } from "./platform/actor.ts";
import { openConfig } from "./platform/config.ts";
import { openDatabase, type Database } from "./platform/db.ts";
import { Door } from "./platform/door.ts";
import type { Api, Services } from "./platform/feature.ts";
import { securityHeaders } from "./platform/http/security.ts";
import { mount, problemResponse } from "./platform/http/server.ts";
import { Wording } from "./platform/http/messages.ts";
import { openApi } from "./platform/http/openapi.ts";
import { mountPages } from "./platform/http/pages.ts";
import { folderOf } from "./platform/resources.ts";
import { every } from "./platform/timer.ts";
import { listTenants, type Tenant } from "./platform/tenants.ts";
import { householdListApi } from "./poverty/household-list/api.ts";
import { movementApi } from "./poverty/movement/api.ts";
import { tablesApi } from "./poverty/tables/api.ts";
import { proceduresApi } from "./poverty/procedures/api.ts";
import { paperApi } from "./poverty/papers/api.ts";
import { reportsApi } from "./reports/api.ts";
import { povertyApi } from "./poverty/api.ts";
import { scorePackApi } from "./poverty/score-pack/api.ts";
import { compareApi } from "./poverty/compare/api.ts";
import { receiverFormApi } from "./poverty/receiver-form/api.ts";
import { workflowApi } from "./poverty/workflow/api.ts";
import { povertyContributions, povertyQueue } from "./poverty/public.ts";
import { fairHires, fairHireStates, fairsOfOrganisation, fairsQueue, fairsTimeline } from "./fairs/public.ts";
import { queueApi } from "./queue/api.ts";
import { trainingQueue, trainingTimeline } from "./training/public.ts";
import { registryApi } from "./registry/api.ts";
import { listImportApi } from "./registry/list-import/api.ts";
import { listKinds } from "./list-kinds.ts";
import { supportApi } from "./support/api.ts";
import { trainingApis } from "./training/apis.ts";
import { fairApis } from "./fairs/api.ts";
import { allowanceApis } from "./training/allowance-apis.ts";
import { hiringOf, jobsQueue, jobsTimeline, readLabour, sourcesOf, type JobsContributions } from "./jobs/public.ts";
import { followUpApis } from "./training/follow-up-apis.ts";
import { supportFor } from "./support/public.ts";
import type { RegistryContributions } from "./registry/public.ts";
import { messageParts } from "./words.ts";

const VERSION = (JSON.parse(readFileSync(folderOf("package.json"), "utf8")) as { version: string }).version;

export const wording = new Wording(messageParts);

const vietnamToday = () => plainDate(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10));

export interface Installation {
  readonly services: Services;
  readonly database: Database;
  close(): Promise<void>;
}

/** Opens the data folder: database, keys, the door. */
export async function openInstallation(data: string): Promise<Installation> {
  const config = openConfig(data);
  const database = await openDatabase(config, loadReferenceData);
  const door = new Door(database.pool);
  const views = new ViewLog(door);
  const services: Services = { door, pool: database.pool, config, now: () => Date.now(), today: vietnamToday, views };
  return { services, database, close: () => database.close() };
}

const actorOfTenant = (tenant: Tenant, services: Services) =>
  systemActor({ id: tenant.id, schema: tenant.schema, role: tenant.role }, tenant.provinceUid, services.today());

/** What the features above the registry add to it. */
const registryContributions = (services: Services): RegistryContributions => ({
  ...povertyContributions(services),
  personTimeline: async (tx, ids) => [...(await trainingTimeline(tx, ids)), ...(await jobsTimeline(tx, ids)), ...(await migrationTimeline(services)(tx, ids)), ...(await fairsTimeline(tx, ids))],
  words: (key, data, language) => wording.text(key, data, language),
});

const jobsContributions: JobsContributions = {
  async plansOf(tx, unitUid, year) {
    const plans = (await listPlansOf(tx, [unitUid], year, "infinity")).filter(({ toYear }) => toYear === null);
    const of = (id: string) => {
      const plan = plans.find(({ indicator }) => indicator === id);
      return plan === undefined ? null : { value: Number(plan.value), document: plan.document, kind: plan.kind };
    };
    return { people: of("jobs.people"), events: of("jobs.events") };
  },
};

const migrationContributions: MigrationContributions = {
  async plansOf(tx, unitUids, year) {
    const plans = await listPlansOf(tx, [...unitUids], year, "infinity");
    // the first of a unit is the one that counts
    return new Map(plans.filter(({ indicator, toYear }) => indicator === "overseas.departures" && toYear === null).map(({ unitUid, value }) => [unitUid, Number(value)] as const).toReversed());
  },
};

const systemOf = (services: Services) => async (tenantId: string): Promise<Actor | undefined> => {
  const tenant = (await listTenants(services.pool)).find((one) => one.id === tenantId);
  return tenant && actorOfTenant(tenant, services);
};

export function buildApis(services: Services, demoAccounts: readonly DemoAccount[]): Api[] {
  const hires = sourcesOf(services, { hires: fairHires, states: fairHireStates });
  return [
    accountsApi(services, demoAccounts, (actor) => usualView(services, actor)),
    areasApi(services),
    registryApi(services, registryContributions(services)),
    listImportApi(services, wording, listKinds),
    povertyApi(services),
    supportApi(services),
    ...followUpApis(services, wording, { readLabour }),
    ...allowanceApis(services, wording),
    workflowApi(services),
    compareApi(services),
    queueApi(services, wording, [povertyQueue(services), trainingQueue(services), jobsQueue(hires), fairsQueue(services), migrationQueue, enterprisesQueue]),
    overseasApi(services, wording),
    awayApi(services, wording),
    migrationTablesApi(services, wording, migrationContributions),
    proceduresApi(services, wording),
    scorePackApi(services),
    receiverFormApi(services),
    movementApi(services, wording),
    tablesApi(services, wording),
    householdListApi(services),
    paperApi(services, { supportFor: supportFor(services) }, systemOf(services)),
    ...fairApis(services, wording, systemOf(services)),
    ...trainingApis(services, wording),
    indicatorsApi(services, wording),
    checkApi(),
    tableApi(services),
    reportsApi(services, wording),
    enterprisesApi(services, wording, { hiringOf, fairsOf: fairsOfOrganisation }),
    eventsApi(services, wording, jobsContributions, hires),
    proposalsApi(services, wording, hires),
    seekersApi(services, wording),
    loansApi(services, wording),
    adviceApi(services, wording),
    labourApi(services, wording),
    registrationAssistApi(services, wording),
  ];
}

/** The whole HTTP application; tests call it without a port. */
export function buildApp(services: Services, demoAccounts: readonly DemoAccount[] = []): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  app.onError((error, context) => problemResponse(error, context, wording, (fault) => console.error(fault)));
  const apis = buildApis(services, demoAccounts);
  for (const { routes, handlers } of apis) mount(app, routes, handlers, (context) => actorOfRequest(services, context));
  app.get("/api/openapi.json", (context) => context.json(openApi(apis.map((one) => one.routes), VERSION)));
  app.all("/api/*", (context) => {
    throw new AppError("not_found", "http.noSuchAddress", { path: context.req.path });
  });
  mountPages(app);
  return app;
}

export interface RunningServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** Serves on 127.0.0.1 (or the given host) with the upkeep workers: rolled-up cells, audit seals, view log. */
export async function startServer(installation: Installation, options: { port: number; host?: string; demoAccounts?: readonly DemoAccount[] }): Promise<RunningServer> {
  const { services } = installation;
  const app = buildApp(services, options.demoAccounts);
  const host = options.host ?? "127.0.0.1";
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port: options.port, hostname: host }, (info) => resolve({ server: listening, port: info.port }));
    listening.once("error", (cause: NodeJS.ErrnoException) =>
      reject(cause.code === "EADDRINUSE" ? new AppError("unavailable", "http.portTaken", { port: options.port }) : cause));
  });
  const flushViews = (): Promise<void> => services.views.flush((tenant) => systemActor(tenant, "", services.today()));
  const tenants = async (work: (system: Actor) => Promise<unknown>): Promise<void> => {
    for (const tenant of await listTenants(services.pool)) await work(actorOfTenant(tenant, services));
  };
  await tenants((system) => markEverything(services.door, system));
  const stops = [
    every(500, () => tenants((system) => rollUp(services.door, system))),
    every(1_000, flushViews),
    every(1_000, () => tenants((system) => sealAudit(services.door, system))),
  ];
  return {
    port,
    url: `http://${host}:${port}`,
    async close() {
      await Promise.all(stops.map((stop) => stop()));
      await flushViews();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
    },
  };
}
