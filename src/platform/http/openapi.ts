import * as z from "zod/mini";
import type { Route } from "./contract.ts";

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodMiniType, io: "input" | "output"): Json => {
  const json = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  delete json["$schema"];
  return json;
};

function parameters(route: Route): Json[] {
  const list = (schema: z.ZodMiniType | undefined, place: string): Json[] => {
    if (!schema) return [];
    const json = schemaOf(schema, "input") as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(json.properties ?? {}).map(([name, of]) => ({ name, in: place, required: place === "path" || (json.required ?? []).includes(name), schema: of }));
  };
  return [...list(route.params, "path"), ...list(route.query, "query")];
}

function operation(name: string, route: Route): Json {
  const content = route.answer === "file" ? { "application/octet-stream": {} } : { "application/json": { schema: schemaOf(route.answer, "output") } };
  const body = route.body === "bytes" ? { "application/octet-stream": {} } : route.body && { "application/json": { schema: schemaOf(route.body, "input") } };
  return {
    operationId: name, summary: route.summary, parameters: parameters(route),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: { "200": { description: "OK", content }, default: { description: "Lỗi", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } } },
    ...(route.open ? { security: [] } : {}),
  };
}

/** "jobs.loans": where a route lies, for a name that several features use. */
const placeOf = (route: Route): string => route.path.split("/").filter((part) => part !== "" && !part.startsWith(":")).join(".");

/** OpenAPI 3.1 of all route tables: the same definitions that validate and that type the client. */
export function openApi(tables: readonly Record<string, Route>[], version: string): Json {
  const paths: Record<string, Json> = {};
  const routes = tables.flatMap((table) => Object.entries(table));
  const times = new Map<string, number>();
  for (const [name] of routes) times.set(name, (times.get(name) ?? 0) + 1);
  for (const [name, route] of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(times.get(name) === 1 ? name : `${placeOf(route)}.${name}`, route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Sinh Kế", version },
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "sinhke_session" } },
      schemas: {
        Problem: {
          type: "object", required: ["type", "title", "status", "code", "data"],
          properties: { type: { type: "string" }, title: { type: "string" }, status: { type: "integer" }, code: { type: "string" }, data: { type: "object" } },
        },
      },
    },
  };
}
