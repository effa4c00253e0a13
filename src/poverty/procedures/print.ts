import { getUnit } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { PrintJob } from "../../papers/print-log.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { mayReview, must } from "../policy.ts";
import { procedurePage } from "./case-page.ts";
import { getKind } from "./kinds.ts";
import { receiptSlip, refusalLetter, resultLetter, type DecidedFacts, type PaperFacts } from "./rules/procedure-papers.ts";

/** One paper of a request. Errors: forbidden "poverty.notYours"; refused "poverty.procedure.noPaperYet". */
export async function procedureJob(services: Services, wording: Wording, actor: Actor, id: string, paper: "receipt" | "refusal" | "result"): Promise<PrintJob> {
  must(mayReview, actor);
  const { found, row, personName, signer, papers } = await services.door.read(actor, (tx) => procedurePage(tx, id, services.today()));
  if (!papers.includes(paper)) throw new AppError("refused", "poverty.procedure.noPaperYet", { name: row.applicant });
  const kind = getKind(services, row.kind);
  const say = (code: string): string => wording.text(code, {}, "vi");
  const received = found.actions.flatMap((action) => (action.kind === "receive" || action.kind === "supply" ? action.papers : []));
  const first = found.actions.find((action) => action.kind === "receive")!;
  const facts: PaperFacts = {
    unitName: getUnit(row.unitUid).fullName, number: `${row.number}/${row.year}`, kindName: kind.name.vi, applicant: row.applicant, headName: row.headName, hamlet: row.hamlet, personName,
    receivedOn: row.receivedOn, channel: say(`poverty.procedure.channel.${first.channel}`), dueOn: row.dueOn,
    papers: [...(found.state.hasForm && kind.form.name ? [`Giấy đề nghị (${kind.form.name.vi})`] : []), ...received],
  };
  const last = found.actions.findLast((action) => action.kind === "refuse" || action.kind === "recognise");
  const decided: DecidedFacts = {
    on: row.decidedOn ?? row.receivedOn, documentNo: row.documentNo ?? "", signer: signer ?? "", reason: last?.kind === "refuse" ? last.reason : null,
    result: row.outcomeClass === null ? null : row.outcomeClass === "holds" ? kind.name.vi : say(`poverty.procedure.result.${row.outcomeClass}`), from: row.resultFrom, to: row.resultTo,
  };
  const made = paper === "receipt" ? receiptSlip(facts) : paper === "refusal" ? refusalLetter(facts, decided) : resultLetter(facts, decided);
  const titles = { receipt: "giay tiep nhan", refusal: "thong bao khong du dieu kien", result: "thong bao ket qua" };
  const day = paper === "receipt" ? row.receivedOn : decided.on;
  return { papers: [made], subject: row.householdId, count: 1, unitUid: row.unitUid, meta: { title: made.title!, fileName: `${titles[paper]} ${row.number} ${row.year}`, frozenAt: new Date(`${day}T00:00:00Z`) } };
}
