import type { NewTenant } from "../../src/platform/bootstrap.ts";

export const TEST_PASSWORD = "only-for-tests";

/** Two provinces, so that nothing can forget which one it works for. */
export const TENANTS: readonly NewTenant[] = [
  { id: "an_giang", name: "Tỉnh An Giang", provinceUid: "91@2025-07-01", demo: true },
  { id: "ca_mau", name: "Tỉnh Cà Mau", provinceUid: "96@2025-07-01", demo: true },
];
