import { resolve } from "node:path";
import { eligibilityCommand, loadPolicies } from "../support/public.ts";
import type { CliCommand } from "./command.ts";
import { parse, printJson, readStandardInput } from "./options.ts";

export const eligibility: CliCommand = {
  words: "eligibility",
  summary: "Một hộ hoặc một người được hưởng chính sách nào vào một ngày, có lý do",
  help: 'echo \'{"on":"2026-03-01","class":"near_poor"}\' | sinhke eligibility [--policies THƯ_MỤC] [--policy MÃ] --json',
  async run(rest) {
    const { values } = parse(rest, { policies: { type: "string" }, policy: { type: "string" } });
    const policies = loadPolicies(undefined, values.policies === undefined ? undefined : resolve(values.policies));
    const answer = eligibilityCommand(await readStandardInput(), policies, "vi", values.policy);
    if (values.json) printJson(answer);
    else console.log([answer.summary, ...answer.policies.map(({ title, answer: word, mark }) => `  ${word}: ${title}${mark ? ` (${mark})` : ""}`)].join("\n"));
  },
};
