import accountsEn from "./accounts/messages.en.json" with { type: "json" };
import accountsVi from "./accounts/messages.vi.json" with { type: "json" };
import areasEn from "./areas/messages.en.json" with { type: "json" };
import areasVi from "./areas/messages.vi.json" with { type: "json" };
import cliEn from "./cli/messages.en.json" with { type: "json" };
import cliVi from "./cli/messages.vi.json" with { type: "json" };
import indicatorsEn from "./indicators/messages.en.json" with { type: "json" };
import indicatorsVi from "./indicators/messages.vi.json" with { type: "json" };
import platformEn from "./platform/messages.en.json" with { type: "json" };
import platformVi from "./platform/messages.vi.json" with { type: "json" };
import povertyEn from "./poverty/messages.en.json" with { type: "json" };
import povertyVi from "./poverty/messages.vi.json" with { type: "json" };
import reportsEn from "./reports/messages.en.json" with { type: "json" };
import reportsVi from "./reports/messages.vi.json" with { type: "json" };
import type { Messages } from "./platform/http/messages.ts";

/** Words of every feature's codes; a test compares the list with the folders. */
export const messageParts: readonly { readonly vi: Messages; readonly en: Messages }[] = [
  { vi: accountsVi, en: accountsEn },
  { vi: areasVi, en: areasEn },
  { vi: cliVi, en: cliEn },
  { vi: indicatorsVi, en: indicatorsEn },
  { vi: platformVi, en: platformEn },
  { vi: povertyVi, en: povertyEn },
  { vi: reportsVi, en: reportsEn },
];
