import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { overseasRoutes, type CasePageView, type StepBody } from "../../overseas/contract.ts";

export const STEPS = ["advise", "study", "await", "depart", "extend", "return", "abandon", "resume", "lost", "cancel", "reopen", "takeBack"] as const;
export type StepKind = (typeof STEPS)[number];

interface Draft {
  readonly on: string | null;
  readonly monthOnly: boolean;
  readonly by: string;
  readonly text: string;
  readonly course: string | null;
  readonly reportedOn: string | null;
  readonly until: string | null;
  readonly early: string | null;
  readonly fate: string | null;
  readonly savingsBand: string;
  readonly skills: string;
  readonly jobWish: string;
}

/** What each step must be told besides its day. */
const NEEDED: Readonly<Record<StepKind, readonly (keyof Draft)[]>> = {
  advise: ["by", "text"], study: ["course", "by"], await: [], depart: ["reportedOn"], extend: ["until"], return: ["early", "text"], abandon: [], resume: ["text"], lost: ["fate"], cancel: ["text"], reopen: ["text"], takeBack: ["text"],
};

function stepOf(kind: StepKind, draft: Draft): StepBody {
  const text = draft.text.trim();
  switch (kind) {
    case "advise": return { kind, by: draft.by, content: text };
    case "study": return { kind, course: draft.course as "language", place: draft.by };
    case "await": return { kind, contractNo: draft.by.trim() || null };
    case "depart": return { kind, reportedOn: draft.reportedOn as PlainDate, dueBackOn: draft.until as PlainDate | null, reason: text || null };
    case "extend": return { kind, to: draft.until as PlainDate, contractNo: draft.by.trim() || null };
    case "return": return { kind, early: draft.early === "early", reason: text, savingsBand: draft.savingsBand.trim() || null, skills: draft.skills.trim() || null, jobWish: draft.jobWish.trim() || null };
    case "lost": return { kind, fate: draft.fate as "dead" };
    case "abandon": return { kind };
    case "resume": case "cancel": case "reopen": case "takeBack": return { kind, reason: text };
  }
}

/** One step of a case: its day and what it needs. */
export function StepForm({ page, kind, onDone }: { page: CasePageView; kind: StepKind; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(overseasRoutes.takeOverseasStep);
  const { row } = page;
  const form = useForm<Draft>({
    draft: `migration:step:${kind}:${row.id}`, initial: { on: kind === "takeBack" ? today() : null, monthOnly: false, by: "", text: "", course: null, reportedOn: today(), until: null, early: null, fate: null, savingsBand: "", skills: "", jobWish: "" },
    validate: (draft) => ({
      ...(draft.on === null && { on: t("migration.abroad.dayMissing") }),
      ...Object.fromEntries(NEEDED[kind].flatMap((key) => (draft[key] === null || String(draft[key]).trim() === "" ? [[key, t("migration.abroad.textMissing")]] : []))),
    }),
  });
  const submit = (draft: Draft) =>
    command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, on: draft.on as PlainDate, precision: draft.monthOnly ? "month" : "day", step: stepOf(kind, draft) } }, { onSuccess: () => (form.clear(), say(t("migration.abroad.saved")), onDone()) });
  const required = (key: keyof Draft): boolean => NEEDED[kind].includes(key);
  return (
    <FormPage form={form} action={t(`migration.abroad.do.${kind}`)} onSubmit={submit} busy={command.isPending} error={command.error}>
      <Hint>{t(`migration.abroad.hint.${kind}`)}</Hint>
      <DateInput label={t(`migration.abroad.dayOf.${kind}`)} required {...form.field("on")} />
      {(kind === "depart" || kind === "return") && <Checkbox label={t("migration.abroad.onlyMonth")} hint={t("migration.abroad.onlyMonthHint")} {...form.field("monthOnly")} />}
      {kind === "study" && <Choice label={t("migration.abroad.course")} required options={["language", "vocational", "orientation"].map((value) => ({ value, label: t(`migration.abroad.course.${value}`) }))} {...form.field("course")} />}
      {["advise", "study", "await", "extend"].includes(kind) && <TextInput label={t(`migration.abroad.byOf.${kind}`)} required={required("by")} {...form.field("by")} />}
      {kind === "depart" && <DateInput label={t("migration.abroad.reportedOn")} hint={t("migration.abroad.reportedHint")} required {...form.field("reportedOn")} />}
      {(kind === "depart" || kind === "extend") && <DateInput label={t("migration.abroad.dueBack")} required={required("until")} {...form.field("until")} />}
      {kind === "return" && <Choice label={t("migration.abroad.how")} required options={["on_time", "early"].map((value) => ({ value, label: t(`migration.abroad.return.${value}`) }))} {...form.field("early")} />}
      {kind === "lost" && <Choice label={t("migration.abroad.fate")} required options={["dead", "missing"].map((value) => ({ value, label: t(`migration.abroad.fate.${value}`) }))} {...form.field("fate")} />}
      {!["study", "await", "extend", "abandon", "lost"].includes(kind) && <TextArea label={t(`migration.abroad.textOf.${kind}`)} rows={3} required={required("text")} {...form.field("text")} />}
      {kind === "return" && (
        <>
          <TextInput label={t("migration.abroad.skills")} {...form.field("skills")} />
          <TextInput label={t("migration.abroad.savings")} hint={t("migration.abroad.savingsHint")} {...form.field("savingsBand")} />
          <TextInput label={t("migration.abroad.jobWish")} {...form.field("jobWish")} />
        </>
      )}
    </FormPage>
  );
}
