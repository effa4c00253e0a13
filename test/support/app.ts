import type { Hono } from "hono";
import { addAccount } from "../../src/accounts/manage.ts";
import { buildApp } from "../../src/main.ts";
import type { Role } from "../../src/platform/actor.ts";
import type { Services } from "../../src/platform/feature.ts";
import type { AnswerOf, BodyOf, ParamsOf, Problem, QueryOf, Route } from "../../src/platform/http/contract.ts";
import { pathOf } from "../../src/platform/http/client.ts";
import { newId } from "../../src/platform/door.ts";

const PASSWORD = "mat-khau-thu-nghiem";

export interface Login {
  readonly role: Exclude<Role, "system">;
  readonly unitUid: string;
  readonly hamletIds?: readonly string[];
  readonly fields?: readonly ("poverty" | "training" | "jobs")[];
  readonly tenantId?: string;
  readonly organisationId?: string;
}

type Input<R> = { readonly params?: ParamsOf<R>; readonly query?: Partial<QueryOf<R>>; readonly body?: BodyOf<R>; readonly commandId?: string };

/** The program without a port: routes, sessions and policies as they are, asked by a signed-in person. */
export class TestApp {
  readonly app: Hono;
  readonly services: Services;

  constructor(services: Services) {
    this.services = services;
    this.app = buildApp(services);
  }

  async request(route: Route, input: { params?: unknown; query?: unknown; body?: unknown; commandId?: string }, cookie = ""): Promise<Response> {
    const bytes = route.body === "bytes";
    return this.app.request(pathOf(route, input.params, input.query), {
      method: route.method,
      headers: {
        "X-Requested-With": "sinhke", Cookie: cookie, "Content-Type": bytes ? "application/octet-stream" : "application/json",
        ...(input.commandId ? { "Idempotency-Key": input.commandId } : {}),
      },
      ...(input.body === undefined ? {} : { body: bytes ? (input.body as RequestInit["body"]) : JSON.stringify(input.body) }),
    });
  }

  /** Makes an account with one assignment and signs it in through the page's own door. */
  async signIn(login: Login): Promise<Person> {
    const username = `u${newId().slice(-12)}`;
    await addAccount(this.services, {
      username, displayName: `Thử ${login.role}`, role: login.role, unitUid: login.unitUid, fields: [...(login.fields ?? ["poverty"])],
      ...(login.hamletIds ? { hamletIds: [...login.hamletIds] } : {}), ...(login.organisationId ? { organisationId: login.organisationId } : {}), tenantId: login.tenantId ?? "an_giang", password: PASSWORD,
    });
    const response = await this.app.request("/api/session", {
      method: "POST", headers: { "X-Requested-With": "sinhke", "Content-Type": "application/json" }, body: JSON.stringify({ username, password: PASSWORD }),
    });
    if (!response.ok) throw new Error(`sign-in failed: ${await response.text()}`);
    return new Person(this, response.headers.get("Set-Cookie")!.split(";")[0]!, username);
  }
}

export class Person {
  readonly #app: TestApp;
  readonly cookie: string;
  readonly username: string;

  constructor(app: TestApp, cookie: string, username: string) {
    this.#app = app;
    this.cookie = cookie;
    this.username = username;
  }

  /** The answer of a route; throws with the problem when it is refused. */
  async call<R extends Route>(route: R, input: Input<R> = {}): Promise<AnswerOf<R>> {
    const response = await this.#app.request(route, input, this.cookie);
    if (!response.ok) throw new Error(`${route.method} ${route.path}: ${response.status} ${await response.text()}`);
    if (route.answer === "file") return { name: "", mime: response.headers.get("Content-Type") ?? "", bytes: new Uint8Array(await response.arrayBuffer()) } as AnswerOf<R>;
    return (await response.json()) as AnswerOf<R>;
  }

  /** The problem of a call that must be refused; fails when it is not. */
  async refused<R extends Route>(route: R, input: Input<R> = {}): Promise<Problem> {
    const response = await this.#app.request(route, input, this.cookie);
    if (response.ok) throw new Error(`${route.method} ${route.path} was not refused`);
    return (await response.json()) as Problem;
  }
}
