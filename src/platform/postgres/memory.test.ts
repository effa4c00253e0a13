import { expect, it } from "vitest";
import { memorySettings } from "./memory.ts";

const GB = 1 << 30;

it.each([[1, "256MB", "512MB"], [4, "512MB", "2048MB"], [8, "1024MB", "4096MB"], [24, "1024MB", "12288MB"], [128, "1024MB", "16384MB"]])("a machine of %s GB", (size, pages, cache) => {
  expect(memorySettings(size * GB)).toEqual(expect.arrayContaining([`shared_buffers=${pages}`, `effective_cache_size=${cache}`]));
});
