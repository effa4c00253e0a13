import { resolve } from "node:path";
import { operatorActor } from "../accounts/scope.ts";
import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { isUuid } from "../kernel/id.ts";
import type { Installation } from "../main.ts";
import { listTenants } from "../platform/tenants.ts";
import type { EligibilityView } from "../support/contract.ts";
import { eligibilityCommand, getHouseholdEligibility, loadPolicies } from "../support/public.ts";
import { CommandRefused, type CliCommand } from "./command.ts";
import { need, needDate, parse, printJson, readStandardInput, withInstallation } from "./options.ts";

/** The household of that id in whichever province of the data folder it lies. Errors: not_found "support.householdUnknown". */
async function ofRegister({ services }: Installation, householdId: string, on: PlainDate, only: string | undefined): Promise<EligibilityView> {
  for (const { id, schema, role, provinceUid } of await listTenants(services.pool)) {
    const operator = operatorActor({ id, schema, role }, provinceUid, services.today());
    const found = await services.door.read(operator, (tx) => getHouseholdEligibility(tx, services, { householdId, on, language: "vi", only })).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "support.householdUnknown") return null;
      throw error;
    });
    if (found) return found;
  }
  throw new AppError("not_found", "support.householdUnknown", { on });
}

export const eligibility: CliCommand = {
  words: "eligibility",
  summary: "Một hộ hoặc một người được hưởng chính sách nào vào một ngày, có lý do",
  help: `echo '{"on":"2026-03-01","class":"near_poor"}' | sinhke eligibility [--policies THƯ_MỤC] [--policy MÃ] --json
sinhke eligibility --data THƯ_MỤC --household MÃ_HỘ --on 2026-03-01 [--policy MÃ] --json`,
  async run(rest) {
    const { values } = parse(rest, { policies: { type: "string" }, policy: { type: "string" }, data: { type: "string" }, household: { type: "string" }, on: { type: "string" } });
    const answer = values.data === undefined && values.household === undefined ? await inline(values) : await onFile(values);
    if (values.json) printJson(answer);
    else console.log([answer.summary, ...answer.policies.map(({ title, answer: word, mark }) => `  ${word}: ${title}${mark ? ` (${mark})` : ""}`)].join("\n"));
  },
};

interface Values {
  readonly policies?: string | undefined;
  readonly policy?: string | undefined;
  readonly data?: string | undefined;
  readonly household?: string | undefined;
  readonly on?: string | undefined;
}

async function inline({ policies, policy }: Values): Promise<EligibilityView> {
  const loaded = loadPolicies(undefined, policies === undefined ? undefined : resolve(policies));
  return eligibilityCommand(await readStandardInput(), loaded, "vi", policy);
}

/** The household and day from standard input, where they are not in the options: `{ "householdId": "…", "on": "…" }`. */
async function asked({ household, on }: Values): Promise<Values> {
  if (household !== undefined) return { household, on };
  const json = (await readStandardInput()) as Record<string, unknown> | null;
  const text = (...names: string[]): string | undefined => names.map((name) => json?.[name]).find((value): value is string => typeof value === "string");
  return { household: text("householdId", "household_id", "household", "id"), on: on ?? text("on", "date") };
}

async function onFile({ data, policy, policies, ...values }: Values): Promise<EligibilityView> {
  const { household, on } = await asked(values);
  if (policies !== undefined) throw new CommandRefused("Với --data, tệp chính sách riêng nằm trong thư mục policies của thư mục dữ liệu; bỏ --policies");
  const id = need(household, "household");
  if (!isUuid(id)) throw new CommandRefused(`--household phải là mã của hộ (trong địa chỉ trang của hộ), nhận được “${id}”`);
  const day = needDate(on, "on");
  return withInstallation(resolve(need(data, "data")), (installation) => ofRegister(installation, id, day, policy));
}
