import { getUnit, hamletLabel, unitTitle } from "../../areas/public.ts";
import { everyRow, exportList } from "../../exchange/export-list.ts";
import { plainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { handOut, type PrintJob } from "../../papers/print-log.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { actionDetail } from "../allowance/action-detail.ts";
import { AllowanceWords } from "../allowance/describe.ts";
import { allowanceRulesOf } from "../allowance/load.ts";
import { mayPay, must, mustBe, paysFor } from "../allowance/policy.ts";
import { standingSteps, takenBack } from "../rules/standing-steps.ts";
import { supportCaseRoutes, type CasePage } from "./contract.ts";
import { receiveCase, reckon, stepCase } from "./handle.ts";
import { decisionPaper, receiptSlip, refusalPaper, type CaseFacts } from "./rules/case-papers.ts";
import { isCaseStep, stepsFrom } from "./rules/case-state.ts";
import { actionsOf, factsOf, getCase, listCases, shown } from "./store.ts";
import { lastStepOf, takeBackStep } from "./take-back.ts";

const PER_PAGE = 50;

/** Applications for support of training of one person, 2.002821: received, complete, decided within 7 working days, paid. */
export function supportCaseApi(services: Services, wording: Wording): Api {
  const { door } = services;
  const today = services.today;
  const pageOf = async (tx: Tx, id: string, language: Language): Promise<CasePage> => {
    const found = await getCase(tx, id);
    const actions = await actionsOf(tx, id);
    const { channel, papers, missing, refusal } = factsOf(actions);
    const may = paysFor(tx.actor, found);
    const words = new AllowanceWords(allowanceRulesOf(services), language);
    const back = takenBack(actions, isCaseStep);
    const printable = [...(["receipt"] as const), ...(found.state === "refused" ? (["refusal"] as const) : found.decisionNo === null ? [] : (["decision"] as const))];
    return {
      row: shown(found, today()), identified: found.personId !== null, channel, papers, missing, refusal, answer: await reckon(tx, services, found, actions, language), actions: actions.map((one) => ({ seq: one.seq, kind: one.kind, on: one.on, detail: actionDetail(words, one.data), voided: back.has(one.seq) })),
      takesBack: may ? (lastStepOf(found, actions) ?? null) : null, steps: may ? stepsFrom(found.state) : [], printable, may,
    };
  };
  const jobOf = (actor: Actor, id: string, paper: "receipt" | "decision" | "refusal"): Promise<PrintJob> => door.read(actor, async (tx) => {
    const found = await getCase(tx, id);
    mustBe(paysFor(actor, found), actor);
    const { row, answer, channel, papers, refusal, printable, actions } = await pageOf(tx, id, "vi");
    if (!printable.includes(paper)) throw new AppError("refused", "training.case.noPaperYet", { name: row.fullName });
    const facts: CaseFacts = {
      unitName: getUnit(found.unitUid).fullName, number: `${row.number}/${row.year}`, fullName: row.fullName, birthYear: row.birthYear, hamlet: `${hamletLabel({ name: found.hamletName, kind: found.hamletKind })}, ${unitTitle(getUnit(found.unitUid), actor.on)}`, course: row.course,
      providerName: row.providerName, openedOn: found.openedOn, receivedOn: found.receivedOn, channel: wording.text(`training.case.channel.${channel}`, {}, "vi"), papers, dueOn: found.dueOn,
    };
    const agreed = answer.total === row.amountDong;
    const reason = standingSteps(await actionsOf(tx, id), isCaseStep).findLast(({ kind }) => kind === "approve")?.data["reason"];
    const decided = {
      on: found.decidedOn ?? found.receivedOn, decisionNo: row.decisionNo ?? "", signer: row.signer ?? "", amount: row.amountDong, items: agreed ? answer.lines.map(({ name, amountText }) => ({ name, amount: amountText })) : [],
      reason: paper === "refusal" ? refusal : typeof reason === "string" ? reason : null,
    };
    const made = paper === "receipt" ? receiptSlip(facts) : paper === "decision" ? decisionPaper(facts, decided) : refusalPaper(facts, decided);
    const titles = { receipt: "giay tiep nhan", decision: "quyet dinh ho tro", refusal: "thong bao tu choi" };
    return { papers: [made], subject: id, count: actions.length > 0 ? 1 : 0, unitUid: found.unitUid, meta: { title: made.title!, fileName: `${titles[paper]} ${row.number} ${row.year}`, frozenAt: new Date(`${paper === "receipt" ? row.receivedOn : decided.on}T00:00:00Z`) } };
  });
  return api(supportCaseRoutes, {
    supportCases: ({ actor, query }) => door.read(actor, async (tx) => {
      const found = await listCases(tx, query, today(), PER_PAGE);
      services.views.note(actor, "training.viewSupportCases", query.area, found.rows.length);
      return { ...found, perPage: PER_PAGE, may: mayPay(actor) };
    }),
    exportSupportCases({ actor, body: { purpose, ...asked }, commandId, language }) {
      must(mayPay, actor);
      const say = (key: string, data = {}): string => wording.text(`training.case.export.${key}`, data, language);
      return exportList(services, actor, { commandId, name: "training.exportSupportCases", input: asked, purpose, meta: { area: asked.area } }, async (tx) => {
        const rows = await everyRow((page, perPage) => listCases(tx, { ...asked, page }, today(), perPage));
        const day = (text: string | null): string => (text === null ? "" : shortDate(plainDate(text)));
        return {
          fileName: `ho so ho tro hoc nghe ${getUnit(asked.area).fullName}`, rows: rows.length,
          sheet: {
            name: say("sheet"), title: [say("title", { area: unitTitle(getUnit(asked.area), actor.on) })],
            columns: [{ header: say("number"), width: 10 }, { header: say("name"), width: 28 }, { header: say("birthYear"), width: 10 }, { header: say("hamlet"), width: 22 }, { header: say("course"), width: 30 }, { header: say("received"), width: 12 }, { header: say("due"), width: 12 }, { header: say("state"), width: 18 }, { header: say("decision"), width: 18 }, { header: say("amount"), width: 14, type: "integer" as const }, { header: say("paid"), width: 12 }],
            rows: rows.map((row) => [`${row.number}/${row.year}`, row.fullName, row.birthYear === null ? "" : String(row.birthYear), row.hamlet, row.course, day(row.receivedOn), day(row.dueOn), wording.text(`training.case.state.${row.state}`, {}, language), row.decisionNo ?? "", row.amountDong, day(row.paidOn)]),
          },
        };
      });
    },
    receiveSupportCase: ({ actor, body, commandId }) => receiveCase(services, actor, commandId, body),
    supportCase: ({ actor, params, language }) => door.read(actor, async (tx) => {
      services.views.note(actor, "training.viewSupportCase", params.id);
      return pageOf(tx, params.id, language);
    }),
    stepSupportCase: ({ actor, params, body, commandId }) => stepCase(services, actor, commandId, params.id, body),
    takeBackCaseStep: ({ actor, params, body, commandId }) => takeBackStep(services, actor, commandId, params.id, body),
    printSupportCase: async ({ actor, params, body, commandId }) => handOut(services, { actor, commandId }, { name: "training.printSupportCase", input: { ...params, ...body }, format: body.format }, await jobOf(actor, params.id, body.paper)),
  });
}
