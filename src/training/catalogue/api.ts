import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { classRulesOf } from "../class-rules.ts";
import { mayDecide, mayKeepTrades } from "../policy.ts";
import { reasonText } from "../reasons.ts";
import { tradeRemarks } from "../rules/trade-remarks.ts";
import { catalogueRoutes } from "./contract.ts";
import { addFunding, changeFunding, listFunding, signContract, voidMoney } from "./money.ts";
import { addContract, addPlan, listContracts, listPlans, listProviders } from "./plans.ts";
import { addTrade, changeTrade, normOn, setNorm, trades } from "./trades.ts";

/** Trades and norms, money, plans, contracts. */
export function catalogueApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(catalogueRoutes, {
    trades: ({ actor, query, language }) => door.read(actor, async (tx) => {
      const on = query.on ?? services.today();
      const rules = classRulesOf(services);
      const rows = (await trades(tx)).map((trade) => ({
        ...trade, norms: [...trade.norms], normOn: normOn(trade, on)?.amountDong ?? null,
        remarks: tradeRemarks(rules, trade).map((reason) => ({ code: reason.code, certainty: reason.certainty, text: reasonText(wording, reason, language) })),
      }));
      return { rows, may: mayKeepTrades(actor) };
    }),
    addTrade: ({ actor, body, commandId }) => addTrade(services, actor, commandId, body),
    changeTrade: ({ actor, params, body, commandId }) => changeTrade(services, actor, commandId, params.code, body),
    setNorm: ({ actor, params, body, commandId }) => setNorm(services, actor, commandId, params.code, body),
    providers: ({ actor, query }) => door.read(actor, async (tx) => ({ rows: await listProviders(tx, query.on ?? services.today()) })),
    funding: ({ actor, query }) => door.read(actor, async (tx) => ({ rows: await listFunding(tx, query, query.on ?? services.today()), may: mayDecide(actor) })),
    addFunding: ({ actor, body, commandId }) => addFunding(services, actor, commandId, body),
    changeFunding: ({ actor, params, body, commandId }) => changeFunding(services, actor, commandId, params.id, body),
    voidFunding: ({ actor, params, body, commandId }) => voidMoney(services, actor, commandId, "funding_line", params.id, body),
    plans: ({ actor, query }) => door.read(actor, async (tx) => ({ rows: await listPlans(tx, query, query.on ?? services.today()), may: mayDecide(actor) })),
    addPlan: ({ actor, body, commandId }) => addPlan(services, actor, commandId, body),
    voidPlan: ({ actor, params, body, commandId }) => voidMoney(services, actor, commandId, "training_plan", params.id, body),
    contracts: ({ actor, query }) => door.read(actor, async (tx) => ({ rows: await listContracts(tx, query, query.on ?? services.today()), may: mayDecide(actor) })),
    addContract: ({ actor, body, commandId }) => addContract(services, actor, commandId, body),
    signContract: ({ actor, params, body, commandId }) => signContract(services, actor, commandId, params.id, body),
    voidContract: ({ actor, params, body, commandId }) => voidMoney(services, actor, commandId, "training_contract", params.id, body),
  });
}
