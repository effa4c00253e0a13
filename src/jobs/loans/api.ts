import { everyRow } from "../../exchange/export-list.ts";
import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { formatInteger } from "../../kernel/text/number.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { PER_PAGE } from "../contract.ts";
import { eventsOfLoan } from "../events/store.ts";
import { exportRows, shownBirth, shownDay } from "../export-rows.ts";
import { mayOf } from "../policy.ts";
import { type LoanWarning, loanWarnings, perJobWarning } from "../rules/loan.ts";
import { loanRoutes, type LoanRow } from "./contract.ts";
import { addLoan, addLoanJobs, loanRules, moveLoan, voidLoan } from "./keep.ts";
import { findLoan, listLoans } from "./store.ts";

/** Loans for jobs with the people they gave work. */
export function loansApi(services: Services, wording: Wording): Api {
  const { door } = services;
  const say = ({ code, certainty, data }: LoanWarning, language: Language) => ({ code, text: wording.text(code, { ...data, mostText: formatInteger(data.most) }, language), mark: wording.text(`jobs.loan.certainty.${certainty}`, {}, language) });
  return api(loanRoutes, {
    async loans({ actor, query }) {
      const { page, ...asked } = query;
      const found = await door.read(actor, (tx) => listLoans(tx, asked, page, PER_PAGE));
      services.views.note(actor, "jobs.viewLoans", query.area, found.rows.length);
      return { ...found, page, perPage: PER_PAGE, may: mayOf(actor) };
    },
    exportLoans: ({ actor, body, commandId, language }) => exportRows(services, wording, actor, { commandId, ...body }, language, {
      words: "jobs.loan", action: "jobs.exportLoans", file: "vay von giai quyet viec lam", read: (tx) => everyRow((page, perPage) => listLoans(tx, body.query, page, perPage)),
      columns: [
        ["name", 26, (row: LoanRow) => row.fullName], ["birth", 12, shownBirth], ["hamlet", 18, (row) => row.hamlet], ["unit", 20, (row) => row.unit], ["establishment", 26, (row) => row.establishmentName ?? ""], ["contract", 16, (row) => row.contractNo],
        ["lent", 12, (row) => shownDay(row.lentOn)], ["amount", 16, (row) => row.amountDong], ["term", 10, (row) => row.termMonths], ["project", 28, (row) => row.project], ["association", 20, (row) => row.association ?? ""], ["group", 20, (row) => row.savingsGroup ?? ""],
        ["jobsNew", 10, (row) => row.jobsNew], ["jobsKept", 10, (row) => row.jobsKept], ["state", 12, (row, words) => words(`state.${row.state}`)],
      ],
    }),
    loan: ({ actor, params, query, language }) => door.read(actor, async (tx) => {
      const row = await findLoan(tx, params.id, query.on);
      if (!row) throw new AppError("not_found", "jobs.loanUnknown", {});
      services.views.note(actor, "jobs.viewLoan", params.id);
      const asked = { ...row, lentOn: row.lentOn as PlainDate };
      const perJob = perJobWarning(asked, row.jobsNew + row.jobsKept, loanRules);
      return { row, events: await eventsOfLoan(tx, params.id, query.on), warnings: [...loanWarnings(asked, loanRules), ...(perJob ? [perJob] : [])].map((one) => say(one, language)), may: mayOf(actor) };
    }),
    addLoan: ({ actor, body, commandId }) => addLoan(services, actor, commandId, body),
    async addLoanJobs({ actor, params, body, commandId, language }) {
      const { refused, ...answer } = await addLoanJobs(services, actor, commandId, params.id, body);
      return { ...answer, refused: refused.map(({ line, code, data }) => ({ line, code, text: wording.text(code, data, language) })) };
    },
    moveLoan: ({ actor, params, body, commandId }) => moveLoan(services, actor, commandId, params.id, body),
    voidLoan: ({ actor, params, body, commandId }) => voidLoan(services, actor, commandId, params.id, body.reason),
  });
}
