import accountsEn from "./accounts/messages.en.json" with { type: "json" };
import accountsVi from "./accounts/messages.vi.json" with { type: "json" };
import cliEn from "./cli/messages.en.json" with { type: "json" };
import cliVi from "./cli/messages.vi.json" with { type: "json" };
import type { Messages } from "./platform/http/messages.ts";
import platformEn from "./platform/messages.en.json" with { type: "json" };
import platformVi from "./platform/messages.vi.json" with { type: "json" };

/** Words of every feature's codes. */
export const messageParts: readonly { readonly vi: Messages; readonly en: Messages }[] = [
  { vi: platformVi, en: platformEn },
  { vi: accountsVi, en: accountsEn },
  { vi: cliVi, en: cliEn },
];
