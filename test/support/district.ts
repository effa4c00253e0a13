import type { Services } from "../../src/platform/feature.ts";
import { aHamlet, type PlantedHamlet } from "./scenario.ts";

export const [DISTRICT, PHU_HUU, PROVINCE] = ["886@0", "30352@0", "91@2025-07-01"] as const;

/** The communes of huyện An Phú at the end of 2023 without xã Phú Hữu. */
export const OTHERS = [
  "30337@0", "30340@0", "30341@2005-04-27", "30343@0", "30346@0", "30349@0", "30355@0", "30358@0", "30361@0", "30364@0", "30367@0", "30370@0", "30373@2023-04-10",
] as const;

/** Huyện An Phú small: two hamlets in xã Phú Hữu, one in every other commune, at two year ends. Gives ấp Một. */
export async function plantDistrict(services: Services, without: readonly string[] = []): Promise<PlantedHamlet> {
  const first = await aHamlet("ấp Một").in(PHU_HUU).endOf(2022, { households: 100, poor: 30, nearPoor: 12 }).endOf(2023, { households: 110, poor: 18, nearPoor: 11 }).plant(services);
  await aHamlet("ấp Hai").in(PHU_HUU).endOf(2022, { households: 57, poor: 4, nearPoor: 3 }).endOf(2023, { households: 58, poor: 2, nearPoor: 4 }).plant(services);
  for (const [i, uid] of OTHERS.entries()) {
    if (without.includes(uid)) continue;
    await aHamlet(`ấp ${i + 3}`).in(uid).endOf(2022, { households: 50 + i, poor: 5, nearPoor: 2 }).endOf(2023, { households: 51 + i, poor: 4, nearPoor: 3 }).plant(services);
  }
  return first;
}
