import type { PlainDate } from "../../../kernel/date.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Checkbox, Choice } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { Hint } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useText } from "../../../web/text/text.tsx";
import { povertyRoutes } from "../../contract.ts";
import { procedureRoutes, type ProcedurePageView, type StepBody } from "../../procedures/contract.ts";
import { givenChildren, LackFields, type Ticks } from "../workflow/lack-fields.tsx";
import { linesOf } from "./receive-form.tsx";

export const STEPS = ["accept", "askMore", "supply", "assess", "meet", "post", "recheck", "complain", "recognise", "refuse", "answer", "withdraw", "takeBack"] as const;
export type StepKind = (typeof STEPS)[number];

interface Draft extends Ticks {
  readonly on: string | null;
  readonly text: string;
  readonly hasForm: boolean;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly incomeMonth: number | null;
  readonly surveyor: string;
  readonly evidence: string;
  readonly place: string;
  readonly chair: string;
  readonly present: number | null;
  readonly agree: number | null;
  readonly to: string | null;
  readonly from: string | null;
  readonly class: string | null;
  readonly stands: string | null;
  readonly documentNo: string;
  readonly signer: string;
}

const EMPTY: Draft = {
  on: null, text: "", hasForm: true, scoreIncome: null, scoreDeprivation: null, incomeMonth: null, deprivations: [], causes: [], children: null, surveyor: "", evidence: "", place: "", chair: "", present: null, agree: null, to: null, from: null, class: null, stands: null, documentNo: "", signer: "",
};

/** What each step must be told besides its day. */
function needed(kind: StepKind, effect: string): readonly (keyof Draft)[] {
  switch (kind) {
    case "assess": return ["surveyor", "evidence", ...(effect === "none" ? (["incomeMonth"] as const) : (["scoreIncome"] as const))];
    case "meet": return ["place", "chair", "present", "agree"];
    case "post": return ["place", "to"];
    case "complain": return ["surveyor", "text"];
    case "recheck": return ["surveyor", "text", "stands"];
    case "recognise": return ["documentNo", "signer", "from", "class"];
    case "refuse": return ["documentNo", "signer", "text"];
    case "answer": return ["surveyor", "text"];
    case "askMore": case "withdraw": case "takeBack": return ["text"];
    case "accept": case "supply": return [];
  }
}

const RESULTS: Readonly<Record<string, readonly string[]>> = { enter: ["poor", "near_poor"], leave: ["none", "near_poor"], none: ["holds"] };

/** Steps that name a person beside the decision. */
const NAMED = { assess: "poverty.requests.surveyor", recheck: "poverty.requests.surveyor", complain: "poverty.requests.complainer", answer: "poverty.requests.receiver" } as const;

/** One step with a request: its day and what it needs. */
export function StepForm({ page, kind, onDone }: { page: ProcedurePageView; kind: StepKind; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(procedureRoutes.takeProcedureStep);
  const { row, kind: { effect } } = page;
  const results = RESULTS[effect]!;
  const form = useForm<Draft>({
    draft: `poverty:request:${kind}:${row.id}`, initial: { ...EMPTY, class: results.length === 1 ? results[0]! : null },
    validate: (draft) => ({
      ...(draft.on === null && { on: t("poverty.work.dayMissing") }),
      ...(kind === "assess" && effect !== "none" && draft.scoreDeprivation === null && draft.deprivations.length === 0 && { scoreDeprivation: t("poverty.work.textMissing") }),
      ...Object.fromEntries(needed(kind, effect).flatMap((key) => (draft[key] === null || String(draft[key]).trim() === "" ? [[key, t("poverty.work.textMissing")]] : []))),
    }),
  });
  const { from } = form.values;
  // which status the decision changes, as it stands now
  const { data: standing } = useAnswer(povertyRoutes.householdAssessment, { params: { id: row.householdId }, query: { on: (from ?? row.receivedOn) as PlainDate } }, { enabled: kind === "recognise" && effect !== "none" && from !== null });
  const stepOf = (draft: Draft): StepBody => {
    const { text, hasForm, place, chair, documentNo, signer, surveyor, evidence } = draft;
    switch (kind) {
      case "accept": return { kind };
      case "askMore": return { kind, missing: text };
      case "supply": return { kind, hasForm, papers: linesOf(text) };
      case "assess": return {
        kind, scoreIncome: draft.scoreIncome, scoreDeprivation: draft.scoreDeprivation, incomeMonth: draft.incomeMonth, surveyor, evidence, causes: [...draft.causes],
        // nought typed and nothing ticked: asked, and lacks nothing
        deprivations: draft.deprivations.length > 0 || draft.scoreDeprivation === 0 ? [...draft.deprivations] : null, children: page.form && givenChildren(page.form, draft, draft.on),
      };
      case "meet": return { kind, place, chair, present: draft.present!, agree: draft.agree! };
      case "post": return { kind, places: place, to: draft.to as PlainDate };
      case "complain": return { kind, by: surveyor, content: text };
      case "recheck": return { kind, surveyor, content: text, stands: draft.stands === "yes" };
      case "recognise": return { kind, class: draft.class as "poor", documentNo, signer, from: draft.from as PlainDate, to: effect === "none" ? (draft.to as PlainDate | null) : null, baseStatusId: standing?.recognised?.id ?? null, reason: text.trim() || null };
      case "refuse": return { kind, documentNo, signer, reason: text };
      case "answer": return { kind, receiver: surveyor, how: text };
      case "withdraw": case "takeBack": return { kind, reason: text };
    }
  };
  const submit = (draft: Draft) =>
    command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, on: draft.on as PlainDate, step: stepOf(draft) } }, { onSuccess: ({ warnings }) => (form.clear(), say([t("poverty.work.saved"), ...warnings.map(({ text }) => text)].join(" ")), onDone()) });
  const waiting = kind === "recognise" && effect !== "none" && from !== null && !standing;
  return (
    <FormPage form={form} action={t(`poverty.requests.step.${kind}`)} onSubmit={submit} busy={command.isPending || waiting} error={command.error}>
      <Hint>{t(`poverty.requests.stepHint.${kind}`)}</Hint>
      <DateInput label={t("poverty.work.day")} required {...form.field("on")} />
      {kind === "supply" && <Checkbox label={t("poverty.requests.hasForm", { form: page.kind.form.name ?? t("poverty.requests.someForm") })} {...form.field("hasForm")} />}
      {kind === "assess" && effect !== "none" && (
        <>
          <NumberInput label={t("poverty.review.b1")} required {...form.field("scoreIncome")} />
          {page.form && <LackFields asked={page.form} values={form.values} onChange={form.set} />}
          <NumberInput label={t("poverty.review.b2")} hint={t("poverty.requests.b2Hint")} {...form.field("scoreDeprivation")} />
        </>
      )}
      {kind === "assess" && effect === "none" && <NumberInput label={t("poverty.requests.income")} hint={t("poverty.requests.incomeHint")} required {...form.field("incomeMonth")} />}
      {kind in NAMED && <TextInput label={t(NAMED[kind as keyof typeof NAMED])} required {...form.field("surveyor")} />}
      {kind === "recheck" && <Choice label={t("poverty.requests.stands")} required options={(["yes", "no"] as const).map((value) => ({ value, label: t(`poverty.requests.stands.${value}`) }))} {...form.field("stands")} />}
      {kind === "assess" && <TextInput label={t("poverty.work.evidence")} required {...form.field("evidence")} />}
      {(kind === "meet" || kind === "post") && <TextInput label={t(kind === "meet" ? "poverty.requests.place" : "poverty.requests.places")} required {...form.field("place")} />}
      {kind === "meet" && (
        <>
          <TextInput label={t("poverty.requests.chair")} required {...form.field("chair")} />
          <NumberInput label={t("poverty.requests.present")} required {...form.field("present")} />
          <NumberInput label={t("poverty.requests.agree")} required {...form.field("agree")} />
        </>
      )}
      {kind === "post" && <DateInput label={t("poverty.requests.postedTo")} required {...form.field("to")} />}
      {kind === "recognise" && (
        <>
          <Choice label={t("poverty.work.result")} required options={results.map((value) => ({ value, label: t(`poverty.requests.result.${value}`) }))} {...form.field("class")} />
          <DateInput label={t("poverty.requests.from")} required {...form.field("from")} />
          {effect === "none" && <DateInput label={t("poverty.requests.to")} hint={t("poverty.requests.toHint")} {...form.field("to")} />}
        </>
      )}
      {(kind === "recognise" || kind === "refuse") && (
        <>
          <TextInput label={t("poverty.requests.documentNo")} required {...form.field("documentNo")} />
          <TextInput label={t("poverty.decision.signer")} required {...form.field("signer")} />
        </>
      )}
      {["askMore", "supply", "complain", "recheck", "recognise", "refuse", "answer", "withdraw", "takeBack"].includes(kind) && (
        <TextArea label={t(`poverty.requests.textOf.${kind}`)} required={needed(kind, effect).includes("text")} rows={3} {...form.field("text")} />
      )}
    </FormPage>
  );
}
