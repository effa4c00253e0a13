import { expect, it } from "vitest";
import { partsOf } from "./parts.ts";

it("draws each graduate once: in work, without, lost, not told", () => {
  expect(partsOf({ graduates: 10, inWork: 4, byKind: { tu_tao: 3, dn_tuyen: 1, hoc_tiep: 1, chua_viec: 1, mat_lien_lac: 2 } })).toEqual({ inWork: 4, notInWork: 2, lost: 2, unknown: 2 });
});
