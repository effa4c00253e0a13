import { api, type Api, type Services } from "../../platform/feature.ts";
import { allowanceCommand } from "./allowance-command.ts";
import { allowanceRoutes } from "./contract.ts";
import { AllowanceWords } from "./describe.ts";
import { allowanceRulesOf } from "./load.ts";
import { mayAsk, must } from "./policy.ts";
import { provinceCode } from "./province-code.ts";

/** The calculation of one learner, and the policies behind it. */
export function allowanceApi(services: Services): Api {
  return api(allowanceRoutes, {
    async allowanceRules({ language }) {
      const rules = allowanceRulesOf(services);
      const words = new AllowanceWords(rules, language);
      return {
        groups: rules.groups.map(({ code, name }) => ({ code, name: name[language] })),
        policies: rules.policies.map(({ id, name, period, levels, mealPerDay }) => ({
          code: id, name: name[language], from: period.from, to: period.to, mark: words.mark(period.certainty), note: period.note?.[language] ?? null, mealPerDay: mealPerDay.value === null ? "—" : words.money(mealPerDay.value),
          levels: levels.map(({ code, name: level, cap, living }) => ({ code, name: level[language], cap: cap.full ? words.say("fullCost") : cap.value === null ? "—" : words.money(cap.value), living: living.holds, note: living.note?.[language] ?? null })),
        })),
      };
    },
    async askAllowance({ actor, body, language }) {
      must(mayAsk, actor);
      return allowanceCommand({ province: provinceCode(actor), ...body }, allowanceRulesOf(services), language);
    },
  });
}
