import type { PlainDate } from "../../../kernel/date.ts";
import { NO_WORKER, workerBody, WorkerFields, workerErrors, type WorkerDraft } from "../../../jobs/web/public.tsx";
import { ProblemError } from "../../../platform/http/client.ts";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { Select } from "../../../web/design/form/select.tsx";
import { TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { useToast } from "../../../web/design/toast.tsx";
import { useGo } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { AWAY_KINDS, awayRoutes, type AwayRowView } from "../../away/contract.ts";
import { knownOf, PRECISIONS } from "./known-draft.ts";

interface Draft extends WorkerDraft {
  readonly kind: string | null;
  readonly destination: string;
  readonly destinationCode: string | null;
  readonly industrialPark: string;
  readonly employer: string;
  readonly job: string;
  readonly phone: string;
  readonly contact: string;
  readonly left: string | null;
  readonly leftPrecision: string | null;
  readonly seasonal: boolean;
  readonly returned: string | null;
  readonly returnedPrecision: string | null;
  readonly returnReason: string;
  readonly papers: string;
  readonly seenOn: string | null;
  readonly reason: string;
}

const initialOf = (row: AwayRowView | undefined): Draft => ({
  ...NO_WORKER, ...(row && { hamletId: row.hamletId, fullName: row.fullName, personId: row.personId }), kind: row?.kind ?? "domestic", destination: row?.destination ?? "", destinationCode: row?.destinationCode ?? null, industrialPark: row?.industrialPark ?? "",
  employer: row?.employer ?? "", job: row?.job ?? "", phone: row?.phone ?? "", contact: row?.contact ?? "", left: row?.leftOn ?? null, leftPrecision: row?.leftPrecision ?? "day", seasonal: row?.seasonal ?? false, returned: row?.returnedOn ?? null, returnedPrecision: row?.returnedPrecision ?? "day",
  returnReason: row?.returnReason ?? "", papers: row?.papers ?? "", seenOn: today(), reason: "",
});

/** Somebody away or back; with `row` a correction, which voids the record and adds the right one. */
export function AwayForm({ row, onDone }: { row?: AwayRowView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const go = useGo();
  const { area, on } = useAreaPeriod();
  const add = useCommand(awayRoutes.addAway);
  const correct = useCommand(awayRoutes.correctAway);
  const command = row ? correct : add;
  const { data: places } = useAnswer(awayRoutes.destinations, { query: { on } });
  const form = useForm<Draft>({
    draft: `migration:away:${row?.id ?? "new"}`, initial: initialOf(row),
    validate: (draft) => ({
      ...(!row && workerErrors(draft, t)), ...(draft.destination.trim() === "" && draft.destinationCode === null && { destination: t("migration.awayList.textMissing") }), ...(draft.seenOn === null && { seenOn: t("migration.awayList.dayMissing") }),
      ...(draft.kind === "without_papers" && draft.returned === null && { returned: t("migration.awayList.dayMissing") }), ...(row && draft.reason.trim().length < 3 && { reason: t("migration.awayList.textMissing") }),
    }),
  });
  const { kind } = form.values;
  const options = kind === "domestic" ? (places?.provinces ?? []) : (places?.countries ?? []);
  const submit = (draft: Draft) => {
    const place = options.find(({ code }) => code === draft.destinationCode);
    const text = (key: "industrialPark" | "employer" | "job" | "phone" | "contact" | "returnReason" | "papers") => draft[key].trim() || null;
    const facts = {
      kind: draft.kind as "domestic", destination: draft.destination.trim() || place?.name || "", destinationCode: place?.code ?? null, industrialPark: text("industrialPark"), employer: text("employer"), job: text("job"), phone: text("phone"), contact: text("contact"),
      left: knownOf(draft.left, draft.leftPrecision), seasonal: draft.seasonal, returned: knownOf(draft.returned, draft.returnedPrecision), returnReason: text("returnReason"), papers: text("papers"), seenOn: draft.seenOn as PlainDate,
    };
    if (row) return correct.mutate({ params: { id: row.id }, body: { baseVersion: row.version, reason: draft.reason, ...facts } }, { onSuccess: ({ id }) => (form.clear(), say(t("migration.awayList.saved")), onDone(), go({ to: "/migration/away/$id", params: { id } })) });
    add.mutate({ body: { worker: workerBody(draft), ...facts } }, { onSuccess: () => (form.clear(), say(t("migration.awayList.saved")), onDone()) });
  };
  const problem = command.error instanceof ProblemError ? command.error.problem : null;
  return (
    <FormPage form={form} action={t(row ? "migration.awayList.correct" : "migration.awayList.save")} onSubmit={submit} busy={command.isPending} error={command.error}>
      {problem?.code === "migration.away.openAlready" && <LinkButton size="small" to="/migration/away/$id" params={{ id: String(problem.data["id"]) }}>{t("migration.awayList.openRecord")}</LinkButton>}
      {!row && <WorkerFields form={form} area={area} on={on} />}
      <Choice label={t("migration.awayList.kind")} hint={t("migration.awayList.kindHint")} required options={AWAY_KINDS.map((value) => ({ value, label: t(`migration.awayList.kind.${value}`) }))} value={kind} onChange={(value) => form.set({ kind: value, destinationCode: null })} />
      <Select label={t(kind === "domestic" ? "migration.awayList.province" : "migration.awayList.country")} none={t("migration.awayList.unclear")} options={options.map(({ code, name }) => ({ value: code, label: name }))} {...form.field("destinationCode")} />
      <TextInput label={t("migration.awayList.destination")} hint={t("migration.awayList.destinationHint")} {...form.field("destination")} />
      {kind === "domestic" && <TextInput label={t("migration.awayList.industrialPark")} {...form.field("industrialPark")} />}
      <TextInput label={t("migration.awayList.employer")} {...form.field("employer")} />
      <TextInput label={t("migration.awayList.job")} {...form.field("job")} />
      <DateInput label={t("migration.awayList.left")} {...form.field("left")} />
      {form.values.left !== null && <Choice label={t("migration.awayList.leftKnown")} options={PRECISIONS.map((value) => ({ value, label: t(`migration.awayList.precision.${value}`) }))} {...form.field("leftPrecision")} />}
      <Checkbox label={t("migration.awayList.seasonal")} {...form.field("seasonal")} />
      <DateInput label={t("migration.awayList.returned")} required={kind === "without_papers"} {...form.field("returned")} />
      {form.values.returned !== null && (
        <>
          <Choice label={t("migration.awayList.returnedKnown")} options={PRECISIONS.map((value) => ({ value, label: t(`migration.awayList.precision.${value}`) }))} {...form.field("returnedPrecision")} />
          <TextInput label={t("migration.awayList.returnReason")} {...form.field("returnReason")} />
        </>
      )}
      {kind !== "domestic" && <TextInput label={t("migration.awayList.papers")} hint={t("migration.awayList.papersHint")} {...form.field("papers")} />}
      <TextInput label={t("migration.awayList.phone")} type="tel" {...form.field("phone")} />
      <TextInput label={t("migration.awayList.contact")} {...form.field("contact")} />
      <DateInput label={t("migration.awayList.seenOn")} required {...form.field("seenOn")} />
      {row && <TextInput label={t("migration.awayList.reason")} required {...form.field("reason")} />}
    </FormPage>
  );
}
