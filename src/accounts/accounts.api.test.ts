import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServices } from "../../test/support/actors.ts";
import { TestApp, type Person } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import type { Services } from "../platform/feature.ts";
import { accountsRoutes } from "./contract.ts";
import { addAccount } from "./manage.ts";

let database: TestDatabase;
let app: TestApp;
let admin: Person;
const AN_GIANG = "91@2025-07-01";
let moment = Date.parse("2026-11-23T02:00:00Z");

beforeAll(async () => {
  database = await openTestDatabase();
  const services: Services = { ...testServices(database), now: () => moment };
  app = new TestApp(services);
  admin = await app.signIn({ role: "admin", unitUid: AN_GIANG });
});
afterAll(() => database.close());

const tryPassword = (username: string, password: string): Promise<Response> => app.request(accountsRoutes.signIn, { body: { username, password } });
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code;

describe("signing in", () => {
  it("opens a session that tells who, where and for which field", async () => {
    const session = await admin.call(accountsRoutes.session);
    expect(session).toMatchObject({ role: "admin", unit: { fullName: "Tỉnh An Giang" }, tenant: { id: "an_giang" }, fields: ["poverty"] });
  });

  it("never says whether name or password was wrong", async () => {
    const noSuch = await tryPassword("khong.co.ai", "sai-mat-khau");
    const wrong = await tryPassword(admin.username, "sai-mat-khau");
    expect([noSuch.status, wrong.status]).toEqual([401, 401]);
    expect(await noSuch.text()).toBe(await wrong.text());
  });

  it("locks after five wrong passwords and opens again after a quarter of an hour", async () => {
    const person = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
    for (let i = 0; i < 5; i++) expect((await tryPassword(person.username, "sai")).status).toBe(401);
    const locked = await tryPassword(person.username, "mat-khau-thu-nghiem");
    expect([locked.status, await codeOf(locked)]).toEqual([422, "accounts.locked"]);
    moment += 16 * 60_000;
    expect((await tryPassword(person.username, "mat-khau-thu-nghiem")).status).toBe(200);
  });

  it("asks for a session on every route that is not open", async () => {
    const response = await app.request(accountsRoutes.session, {});
    expect([response.status, await codeOf(response)]).toEqual([401, "accounts.signInFirst"]);
  });

  it("refuses a change that does not come from an own page", async () => {
    const response = await app.app.request("/api/session", { method: "DELETE", headers: { Cookie: admin.cookie } });
    expect([response.status, await codeOf(response)]).toEqual([403, "http.foreignPage"]);
  });

  it("ends with signing out", async () => {
    const person = await app.signIn({ role: "leader", unitUid: AN_GIANG });
    await person.call(accountsRoutes.signOut);
    expect((await person.refused(accountsRoutes.session)).code).toBe("accounts.signInFirst");
  });

  it("sends a strict content policy with every answer", async () => {
    const policy = (await app.request(accountsRoutes.welcome, {})).headers.get("Content-Security-Policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  });
});

describe("accounts of a province", () => {
  it("are made with an invitation that sets the password once", async () => {
    const made = await admin.call(accountsRoutes.createAccount, { body: { username: "xa.moi", displayName: "Cán bộ mới", role: "commune", unitUid: "30337@2025-07-01", fields: ["poverty"] } });
    const accept = () => app.request(accountsRoutes.acceptInvitation, { params: { token: made.invitation }, body: { password: "mot-mat-khau-dai" } });
    expect((await accept()).status).toBe(200);
    expect((await tryPassword("xa.moi", "mot-mat-khau-dai")).status).toBe(200);
    const again = await accept();
    expect([again.status, await codeOf(again)]).toEqual([422, "accounts.invitationUsed"]);
  });

  it("get a new link for a lost password: the one before ends, a closed account gets none", async () => {
    const body = { username: "xa.quen", displayName: "Cán bộ quên", role: "commune", unitUid: "30337@2025-07-01", fields: ["poverty"] } as const;
    const { id, invitation: before } = await admin.call(accountsRoutes.createAccount, { body: { ...body, fields: [...body.fields] } });
    const { invitation } = await admin.call(accountsRoutes.inviteAgain, { params: { id } });
    const accept = (token: string) => app.request(accountsRoutes.acceptInvitation, { params: { token }, body: { password: "mot-mat-khau-moi" } });
    expect((await accept(before)).status).toBe(422);
    expect((await accept(invitation)).status).toBe(200);
    expect((await tryPassword("xa.quen", "mot-mat-khau-moi")).status).toBe(200);
    const officer = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
    expect((await officer.refused(accountsRoutes.inviteAgain, { params: { id } })).code).toBe("accounts.notAdministrator");
    const neighbour = await app.signIn({ role: "admin", unitUid: "96@2025-07-01", tenantId: "ca_mau" });
    expect((await neighbour.refused(accountsRoutes.inviteAgain, { params: { id } })).code).toBe("accounts.unknown");
    await admin.call(accountsRoutes.closeAccount, { params: { id }, body: { reason: "nghỉ việc" } });
    expect((await admin.refused(accountsRoutes.inviteAgain, { params: { id } })).code).toBe("accounts.isClosed");
  });

  it("are listed per province: the neighbour's are not seen", async () => {
    await addAccount(app.services, { username: "ca.mau", displayName: "Cà Mau", role: "admin", unitUid: "96@2025-07-01", fields: [], tenantId: "ca_mau", password: "x".repeat(12) });
    const { accounts } = await admin.call(accountsRoutes.listAccounts);
    expect(accounts.map((one) => one.username)).not.toContain("ca.mau");
    expect(accounts.map((one) => one.username)).toContain(admin.username);
  });

  it("are managed by administrators only", async () => {
    const officer = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
    expect((await officer.refused(accountsRoutes.listAccounts)).code).toBe("accounts.notAdministrator");
  });

  it("a name that is taken is refused in words", async () => {
    const problem = await admin.refused(accountsRoutes.createAccount, { body: { username: admin.username, displayName: "Trùng tên", role: "leader", unitUid: AN_GIANG, fields: ["poverty"] } });
    expect([problem.status, problem.code]).toEqual([409, "accounts.usernameTaken"]);
    expect(problem.title).toContain(admin.username);
  });

  it("closing one ends its session at once, and nobody closes the own", async () => {
    const person = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
    const { accounts } = await admin.call(accountsRoutes.listAccounts);
    const idOf = (username: string): string => accounts.find((one) => one.username === username)!.id;
    await admin.call(accountsRoutes.closeAccount, { params: { id: idOf(person.username) }, body: { reason: "chuyển công tác" } });
    expect((await person.refused(accountsRoutes.session)).code).toBe("accounts.signInFirst");
    expect((await admin.refused(accountsRoutes.closeAccount, { params: { id: idOf(admin.username) }, body: { reason: "thử khóa" } })).code).toBe("accounts.notYourself");
  });
});
