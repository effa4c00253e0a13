import { api, type Api, type Services } from "../../platform/feature.ts";
import { KeptInMemory } from "../../platform/kept-in-memory.ts";
import { HOUSEHOLD_LIST } from "../../registry/public.ts";
import { mayReview, must } from "../policy.ts";
import { receiverFormRoutes } from "./contract.ts";
import { fillReceiverForm, readReceiverForm } from "./fill.ts";

export function receiverFormApi(services: Services): Api {
  const forms = new KeptInMemory<{ readonly bytes: Uint8Array; readonly fileName: string }>(services.now);
  return api(receiverFormRoutes, {
    async readReceiverForm({ actor, query, body }) {
      must(mayReview, actor);
      const { sheetName, place, columns } = await readReceiverForm(body);
      return {
        token: forms.keep(actor, { bytes: body, fileName: query.fileName }), fileName: query.fileName, sheet: sheetName, firstRow: place.firstRow,
        columns: columns.map(({ column, letters, heading, field, confidence }) => ({ column, letters, heading, field: field ?? null, confidence })), fields: HOUSEHOLD_LIST.fields.map(({ key, label }) => ({ key, label })),
      };
    },
    async fillReceiverForm({ actor, params, body: { area, ...input }, commandId }) {
      const { bytes, fileName } = forms.get(actor, params.id);
      const { mime, bytes: filled } = await fillReceiverForm(services, actor, commandId, bytes, { ...input, areaUid: area });
      return { name: fileName.replace(/(\.\w{2,5})?$/, " (đã ghi).xlsx"), mime, bytes: filled };
    },
  });
}
