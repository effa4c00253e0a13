import { getUnit, unitTitle } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import { handOut, type PrintJob } from "../../papers/print-log.ts";
import type { Actor } from "../../platform/actor.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { actionDetail } from "../allowance/action-detail.ts";
import { AllowanceWords } from "../allowance/describe.ts";
import { allowanceRulesOf } from "../allowance/load.ts";
import { makesFor, mayMake, mustBe, paysFor } from "../allowance/policy.ts";
import { allowanceListRoutes, type AllowanceListView, type ItemRow } from "./contract.ts";
import { takenBack } from "../rules/standing-steps.ts";
import { giveBackLine, handInLine, payLine } from "./lines.ts";
import { makeList } from "./make.ts";
import { allowanceListPaper } from "./rules/list-paper.ts";
import { byWhom, isListStep, stepsFrom } from "./rules/list-state.ts";
import { actionsOf, getItem, getList, itemsOf, listClasses, type StoredItem } from "./store.ts";
import { lastStepOf, takeBackStep } from "./take-back.ts";
import { confirmJobLoss, layDown, takeStep } from "./take-step.ts";

const PER_PAGE = 50;
const sumOf = (rows: readonly StoredItem[], of: (row: StoredItem) => number): number => rows.reduce((all, row) => all + of(row), 0);
const totalOf = ({ costDong, mealDong, travelDong, topUpDong }: StoredItem): number => costDong + mealDong + travelDong + topUpDong;
const isOpen = ({ outcome, decidedReason }: StoredItem): boolean => outcome === "undetermined" && decidedReason === null;

/** Lists of what the learners of a class are paid, from the computing to the settlement. */
export function allowanceListApi(services: Services): Api {
  const { door } = services;
  const rowOf = (item: StoredItem, language: Language): ItemRow => {
    const view = item.answer[language];
    return {
      id: item.id, version: item.version, fullName: item.fullName, birthYear: item.birthYear, hamlet: item.hamlet, groupName: view.group?.by.map(({ name }) => name).join(", ") ?? null, days: item.days, distanceKm: item.distanceKm, outcome: item.outcome, costDong: item.costDong, mealDong: item.mealDong,
      travelDong: item.travelDong, topUpDong: item.topUpDong, totalDong: totalOf(item), open: isOpen(item), decidedReason: item.decidedReason, signedForOn: item.signedForOn, why: view.summary, returnedOn: item.returnedOn, returnReason: item.returnReason,
    };
  };
  const viewOf = (actor: Actor, id: string, language: Language): Promise<AllowanceListView> => door.read(actor, async (tx) => {
    const list = await getList(tx, id);
    const items = await itemsOf(tx, id);
    const actions = await actionsOf(tx, id);
    const words = new AllowanceWords(allowanceRulesOf(services), language);
    const { unitUid, providerId, ...shown } = list;
    const back = takenBack(actions, isListStep);
    const may = { make: makesFor(actor, { unitUid, providerId }), pay: paysFor(actor, { unitUid }) };
    return {
      ...shown, unit: unitTitle(getUnit(unitUid), actor.on), policyName: list.policyCode === null ? null : words.name(list.policyCode), rows: items.map((item) => rowOf(item, language)), open: items.filter(isOpen).length,
      totals: { cost: sumOf(items, (row) => row.costDong), meal: sumOf(items, (row) => row.mealDong), travel: sumOf(items, (row) => row.travelDong), topUp: sumOf(items, (row) => row.topUpDong), all: sumOf(items, totalOf) },
      actions: actions.map(({ seq, kind, on, data }) => ({ seq, kind, on, detail: actionDetail(words, data), voided: back.has(seq) })),
      takesBack: lastStepOf(actor, list, actions) ?? null,
      steps: list.voidReason === null ? stepsFrom(list.state).filter((step) => (byWhom(step) === "maker" ? may.make : may.pay)) : [], may,
    };
  });
  const jobOf = async (actor: Actor, id: string): Promise<PrintJob> => {
    const { list, items } = await door.read(actor, async (tx) => ({ list: await getList(tx, id), items: await itemsOf(tx, id) }));
    mustBe(makesFor(actor, list), actor);
    const words = new AllowanceWords(allowanceRulesOf(services), "vi");
    const learners = items.filter(({ outcome }) => outcome !== "refused").map((item) => ({
      fullName: item.fullName, birthYear: item.birthYear, hamlet: item.hamlet, group: item.answer.vi.group?.name ?? "", days: item.days, distanceKm: item.distanceKm === null ? null : item.distanceKm.replace(".", ","), cost: item.costDong, meal: item.mealDong,
      travel: item.travelDong, topUp: item.topUpDong, signedForOn: item.signedForOn,
    }));
    if (learners.length === 0) throw new AppError("refused", "training.allowance.nobodyPaid", { name: list.className });
    const paper = allowanceListPaper({ ...list, unitName: getUnit(list.unitUid).fullName, policyName: list.policyCode === null ? "" : words.name(list.policyCode), learners });
    return { papers: [paper], subject: list.classId, count: learners.length, unitUid: list.unitUid, meta: { title: paper.title!, fileName: `DT-07 ${fold(list.classCode)} ${list.number}`, frozenAt: new Date(`${list.stateOn}T00:00:00Z`) } };
  };
  return api(allowanceListRoutes, {
    allowanceClasses: ({ actor, query }) => door.read(actor, async (tx) => ({ ...(await listClasses(tx, query, PER_PAGE)), perPage: PER_PAGE, may: { make: mayMake(actor) } })),
    makeAllowanceList: ({ actor, body, commandId }) => makeList(services, actor, commandId, body),
    async allowanceList({ actor, params, language }) {
      const found = await viewOf(actor, params.id, language);
      services.views.note(actor, "training.viewAllowanceList", found.classId, found.rows.length);
      return found;
    },
    stepAllowanceList: ({ actor, params, body, commandId }) => takeStep(services, actor, commandId, params.id, body),
    takeBackAllowanceStep: ({ actor, params, body, commandId }) => takeBackStep(services, actor, commandId, params.id, body),
    giveBackLine: ({ actor, params, body, commandId }) => giveBackLine(services, actor, commandId, params.id, body),
    handInLine: ({ actor, params, body, commandId }) => handInLine(services, actor, commandId, params.id, body),
    payLine: ({ actor, params, body, commandId }) => payLine(services, actor, commandId, params.id, body),
    async allowanceItem({ actor, params, language }) {
      const item = await door.read(actor, (tx) => getItem(tx, params.id));
      services.views.note(actor, "training.viewAllowanceItem", item.enrolmentId);
      return item.answer[language];
    },
    layDownItem: ({ actor, params, body, commandId }) => layDown(services, actor, commandId, params.id, body),
    confirmJobLoss: ({ actor, params, body, commandId }) => confirmJobLoss(services, actor, commandId, params.id, body),
    printAllowanceList: async ({ actor, params, body, commandId }) => handOut(services, { actor, commandId }, { name: "training.printAllowanceList", input: { ...params, ...body }, format: body.format }, await jobOf(actor, params.id)),
  });
}
