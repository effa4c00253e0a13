import { everyRow, exportList } from "../../exchange/export-list.ts";
import { type PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { mayExport, mayRun, must } from "../policy.ts";
import { certificateRoutes } from "./contract.ts";
import { issueCertificates, reissueCertificate, revokeCertificate } from "./issue.ts";
import { listCertificates } from "./list.ts";

const WIDTHS: Readonly<Record<string, number>> = { book: 12, serial: 16, name: 28, birth: 12, class: 14, trade: 30, provider: 30, kind: 20, grade: 12, issued: 12, signer: 24, revoked: 12, reason: 30 };

/** Certificates: issue, take back, issue again, the book. */
export function certificatesApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(certificateRoutes, {
    certificates: ({ actor, query }) => door.read(actor, async (tx) => {
      const { total, rows } = await listCertificates(tx, query, query.on ?? services.today());
      services.views.note(actor, "training.viewLearners", query.area, rows.length);
      return { total, page: query.page, perPage: query.perPage, rows, may: mayRun(actor) };
    }),
    async exportCertificates({ actor, body: { purpose, ...asked }, commandId, language }) {
      must(mayExport, actor);
      const say = (key: string): string => wording.text(`training.column.${key}`, {}, language);
      const day = (on: string | null): string => (on === null ? "" : shortDate(on as PlainDate));
      return exportList(services, actor, { commandId, name: "training.exportCertificates", input: asked, purpose }, async (tx) => {
        const rows = await everyRow((page, perPage) => listCertificates(tx, { ...asked, page, perPage }, asked.on ?? services.today()));
        const title = wording.text("training.certificate.book", {}, language);
        return {
          fileName: title, rows: rows.length,
          sheet: {
            name: title, title: [title], columns: Object.entries(WIDTHS).map(([key, width]) => ({ header: say(key), width })),
            rows: rows.map((row) => [
              row.bookNo, row.serialNo, row.fullName, row.birthDate === null ? String(row.birthYear ?? "") : day(row.birthDate), row.classCode, row.trade, row.provider, wording.text(`training.certificateKind.${row.kind}`, {}, language),
              row.grade ?? "", day(row.issuedOn), row.signer, day(row.revokedOn), row.revokeReason ?? "",
            ]),
          },
        };
      });
    },
    issueCertificates: ({ actor, params, body, commandId }) => issueCertificates(services, actor, commandId, params.id, body),
    revokeCertificate: ({ actor, params, body, commandId }) => revokeCertificate(services, actor, commandId, params.id, body),
    reissueCertificate: ({ actor, params, body, commandId }) => reissueCertificate(services, actor, commandId, params.id, body),
  });
}
