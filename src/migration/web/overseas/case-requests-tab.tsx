import type { PlainDate } from "../../../kernel/date.ts";
import { useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Checkbox } from "../../../web/design/form/checkbox.tsx";
import { DateInput } from "../../../web/design/form/date-input.tsx";
import { FormPage } from "../../../web/design/form/form-page.tsx";
import { NumberInput } from "../../../web/design/form/number-input.tsx";
import { TextArea, TextInput } from "../../../web/design/form/text-input.tsx";
import { useForm } from "../../../web/design/form/use-form.ts";
import { dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Hint, Row, Section, Stack } from "../../../web/design/layout.tsx";
import { useToast } from "../../../web/design/toast.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { overseasRoutes, type CasePageView, type RequestRowView, type RequestStepBody } from "../../overseas/contract.ts";
import { DueBadge } from "./badges.tsx";

const OPEN: readonly string[] = ["received", "incomplete", "forwarded"];
const DECISIONS: readonly string[] = ["approve", "refuse"];

/** Requests for support of one case: received by the commune, decided by the province, paid. */
export function CaseRequestsTab({ page }: { page: CasePageView }) {
  const t = useText();
  const { values, set } = useUrl();
  const may = page.may.handle && page.reaches;
  const close = () => set({ do: null }, "replace");
  const [id, step] = (values["do"] ?? "").split("!");
  const asked = page.requests.find((row) => row.id === id && step !== undefined && row.steps.includes(step));
  return (
    <Stack gap="wide">
      <Hint>{t("migration.abroad.requestsHint")}</Hint>
      {may && !page.requests.some((row) => OPEN.includes(row.state)) && <Row><Button kind="primary" size="small" onClick={() => set({ do: "request" }, "replace")}>{t("migration.abroad.receive")}</Button></Row>}
      {page.requests.length === 0 && <EmptyState title={t("migration.abroad.noRequests")}>{t("migration.abroad.noRequestsText")}</EmptyState>}
      {page.requests.map((row) => (
        <Section key={row.id} title={t("migration.abroad.requestNo", { number: `${row.number}/${row.year}` })}>
          <Row gap="tight">
            {may && row.steps.filter((one) => page.may.decide || !(DECISIONS.includes(one) || (one === "takeBack" && ["approved", "refused"].includes(row.state)))).map((one) => (
              <Button key={one} size="small" onClick={() => set({ do: `${row.id}!${one}` }, "replace")}>{t(`migration.abroad.requestStep.${one}`)}</Button>
            ))}
          </Row>
          <KeyValue pairs={[
            { label: t("migration.abroad.step"), value: t(`migration.abroad.request.${row.state}`) }, { label: t("migration.abroad.pressing"), value: <DueBadge due={row.due} /> },
            { label: t("migration.abroad.receivedOn"), value: dayText(row.receivedOn) }, { label: t("migration.abroad.completeOn"), value: row.completeOn ? dayText(row.completeOn) : "—" },
            { label: t("migration.abroad.forwardedOn"), value: row.forwardedOn ? dayText(row.forwardedOn) : "—" }, { label: t("migration.abroad.dueOn"), value: row.dueOn ? dayText(row.dueOn) : "—" },
            { label: t("migration.abroad.decision"), value: [row.documentNo, row.decidedOn && dayText(row.decidedOn)].filter(Boolean).join(", ") || "—" },
            { label: t("migration.abroad.amount"), value: row.amountDong === null ? "—" : figureText(row.amountDong) }, { label: t("migration.abroad.paidOn"), value: row.paidOn ? dayText(row.paidOn) : "—" },
          ]} />
        </Section>
      ))}
      {values["do"] === "request" && may && <Drawer open title={t("migration.abroad.receive")} onClose={close}><ReceiveForm page={page} onDone={close} /></Drawer>}
      {asked && may && <Drawer open title={t(`migration.abroad.requestStep.${step!}`)} onClose={close}><RequestStepForm row={asked} kind={step as RequestStepBody["kind"]} onDone={close} /></Drawer>}
    </Stack>
  );
}

const linesOf = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter(Boolean);

function ReceiveForm({ page, onDone }: { page: CasePageView; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(overseasRoutes.receiveOverseasRequest);
  const form = useForm<{ on: string | null; complete: boolean; papers: string }>({ draft: `migration:request:${page.row.id}`, initial: { on: today(), complete: false, papers: "" }, validate: ({ on }) => (on === null ? { on: t("migration.abroad.dayMissing") } : {}) });
  return (
    <FormPage form={form} action={t("migration.abroad.receive")} busy={command.isPending} error={command.error}
      onSubmit={(draft) => command.mutate({ params: { id: page.row.id }, body: { on: draft.on as PlainDate, complete: draft.complete, papers: linesOf(draft.papers) } },
        { onSuccess: ({ number, dueOn }) => (form.clear(), say(dueOn ? t("migration.abroad.receivedDue", { number, day: dayText(dueOn) }) : t("migration.abroad.received", { number })), onDone()) })}>
      <DateInput label={t("migration.abroad.receivedOn")} required {...form.field("on")} />
      <TextArea label={t("migration.abroad.papers")} hint={t("migration.abroad.papersHint")} rows={4} {...form.field("papers")} />
      <Checkbox label={t("migration.abroad.complete")} hint={t("migration.abroad.completeHint")} {...form.field("complete")} />
    </FormPage>
  );
}

interface Draft {
  readonly on: string | null;
  readonly text: string;
  readonly documentNo: string;
  readonly signer: string;
  readonly amount: number | null;
}

function stepOf(kind: RequestStepBody["kind"], { text, documentNo, signer, amount }: Draft): RequestStepBody {
  switch (kind) {
    case "askMore": return { kind, missing: text };
    case "supply": return { kind, papers: linesOf(text) };
    case "forward": return { kind, documentNo: documentNo.trim() || null };
    case "approve": return { kind, documentNo, signer, amountDong: amount ?? 0 };
    case "refuse": return { kind, documentNo, signer, reason: text };
    case "pay": return { kind, how: text };
    case "withdraw": case "takeBack": return { kind, reason: text };
  }
}

function RequestStepForm({ row, kind, onDone }: { row: RequestRowView; kind: RequestStepBody["kind"]; onDone: () => void }) {
  const t = useText();
  const say = useToast();
  const command = useCommand(overseasRoutes.takeRequestStep);
  const decides = DECISIONS.includes(kind);
  const texts = !["forward", "approve"].includes(kind);
  const form = useForm<Draft>({
    draft: `migration:request:${row.id}:${kind}`, initial: { on: today(), text: "", documentNo: "", signer: "", amount: null },
    validate: (draft) => ({
      ...(draft.on === null && { on: t("migration.abroad.dayMissing") }), ...(texts && kind !== "supply" && draft.text.trim().length < 3 && { text: t("migration.abroad.textMissing") }),
      ...(decides && draft.documentNo.trim() === "" && { documentNo: t("migration.abroad.textMissing") }), ...(decides && draft.signer.trim() === "" && { signer: t("migration.abroad.textMissing") }),
      ...(kind === "approve" && draft.amount === null && { amount: t("migration.abroad.textMissing") }),
    }),
  });
  return (
    <FormPage form={form} action={t(`migration.abroad.requestStep.${kind}`)} busy={command.isPending} error={command.error}
      onSubmit={(draft) => command.mutate({ params: { id: row.id }, body: { baseVersion: row.version, on: draft.on as PlainDate, step: stepOf(kind, draft) } }, { onSuccess: () => (form.clear(), say(t("migration.abroad.saved")), onDone()) })}>
      <DateInput label={t("migration.abroad.day")} required {...form.field("on")} />
      {(decides || kind === "forward") && <TextInput label={t("migration.abroad.documentNo")} required={decides} {...form.field("documentNo")} />}
      {decides && <TextInput label={t("migration.abroad.signer")} required {...form.field("signer")} />}
      {kind === "approve" && <NumberInput label={t("migration.abroad.amount")} required {...form.field("amount")} />}
      {texts && <TextArea label={t(`migration.abroad.requestText.${kind}`)} required={kind !== "supply"} rows={3} {...form.field("text")} />}
    </FormPage>
  );
}
