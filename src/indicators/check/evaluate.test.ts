import { test } from "vitest";
import { evaluate, type Fragment } from "./evaluate.ts";
import second from "./fragments/second.json" with { type: "json" };
test("first run", () => {
  console.log(JSON.stringify(evaluate(second as unknown as Fragment[]), null, 1));
});
