import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { PlainDate } from "../kernel/date.ts";
import type { Actor } from "../platform/actor.ts";
import { api, type Api, type Services } from "../platform/feature.ts";
import { accountsRoutes, type Session } from "./contract.ts";
import { acceptInvitation, closeAccount, createAccount, inviteAgain, listAccounts, listOrganisations } from "./manage.ts";
import { resolveActor, type Assigned } from "./scope.ts";
import { findLiveSession, signIn, signOut } from "./sign-in.ts";
import type { AssignmentRow } from "./store.ts";

const COOKIE = "sinhke_session";

/** Where the work of an actor begins: known to the features above, given by main.ts. */
export type UsualView = (actor: Actor) => Promise<{ area: { uid: string; fullName: string }; on: PlainDate; withLists: readonly string[] }>;

function sessionView(row: AssignmentRow, displayName: string, username: string, usual: Awaited<ReturnType<UsualView>>): Session {
  return {
    displayName,
    username,
    role: row.role as Session["role"],
    fields: row.fields,
    unit: { uid: row.unit_uid, fullName: row.unit_full_name, level: row.unit_level },
    tenant: { id: row.tenant_id, name: row.tenant_name, demo: row.demo },
    usual: { ...usual, withLists: [...usual.withLists] },
  };
}

const assignedOf = (row: AssignmentRow, displayName: string): Assigned => ({
  accountId: row.account_id,
  assignmentId: row.id,
  displayName,
  role: row.role,
  unitUid: row.unit_uid,
  unitLevel: row.unit_level,
  hamletIds: row.hamlet_ids,
  organisationId: row.organisation_id,
  fields: row.fields,
  tenant: { id: row.tenant_id, schema: row.schema_name, role: row.role_name },
});

/** The actor of a request, from its session cookie. */
export async function actorOfRequest(services: Services, context: Context): Promise<Actor | undefined> {
  const token = getCookie(context, COOKIE);
  const session = token ? await findLiveSession(services, token) : undefined;
  return session && resolveActor(services, assignedOf(session, session.display_name), services.today());
}

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
}

export function accountsApi(services: Services, demoAccounts: readonly DemoAccount[], usualView: UsualView): Api {
  return api(accountsRoutes, {
    welcome: async () => ({ demo: demoAccounts.length > 0, demoAccounts: [...demoAccounts] }),
    async signIn({ body, context }) {
      const { token, assignment, displayName, username } = await signIn(services, body.username, body.password);
      setCookie(context, COOKIE, token, { httpOnly: true, sameSite: "Strict", path: "/", secure: context.req.header("X-Forwarded-Proto") === "https" });
      const actor = await resolveActor(services, assignedOf(assignment, displayName), services.today());
      return sessionView(assignment, displayName, username, await usualView(actor));
    },
    async session({ actor, context }) {
      const row = (await findLiveSession(services, getCookie(context, COOKIE)!))!;
      return sessionView(row, row.display_name, row.username, await usualView(actor));
    },
    async signOut({ context }) {
      await signOut(services, getCookie(context, COOKIE)!);
      deleteCookie(context, COOKIE, { path: "/" });
      return {};
    },
    acceptInvitation: ({ params, body }) => acceptInvitation(services, params.token, body.password),
    listAccounts: async ({ actor }) => ({ accounts: await listAccounts(services, actor) }),
    organisations: async ({ actor }) => ({ organisations: await listOrganisations(services, actor) }),
    createAccount: ({ actor, body, commandId }) => createAccount(services, actor, commandId, body),
    inviteAgain: ({ actor, params, commandId }) => inviteAgain(services, actor, commandId, params.id),
    async closeAccount({ actor, params, body, commandId }) {
      await closeAccount(services, actor, commandId, params.id, body.reason);
      return {};
    },
  });
}
