import type { PlainDate } from "../../kernel/date.ts";
import { useAnswer } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Drawer } from "../../web/design/drawer.tsx";
import { dayText, figureText } from "../../web/design/format.ts";
import { Hint, Section, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useText } from "../../web/text/text.tsx";
import { supportRoutes, type HouseholdEligibility, type PolicyAnswerView } from "../contract.ts";
import { AnswerBadge } from "./answer-badge.tsx";
import { AnswerFactForm } from "./answer-fact-form.tsx";
import { PolicyAnswer } from "./policy-answer.tsx";
import { ReceiptForm } from "./receipt-form.tsx";

const ORDER = { eligible: 0, missing: 1, not_eligible: 2 } as const;
const given = (one: PolicyAnswerView): boolean => one.applies || one.persons.some(({ applies }) => applies);

/** What the household and its members may have on the day, and what they received. */
export function HouseholdSupportTab({ householdId, on }: { householdId: string; hamletId: string; on: PlainDate }) {
  const t = useText();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(supportRoutes.eligibility, { params: { id: householdId }, query: { on } });
  const close = () => set({ do: null, policy: null, fact: null, person: null }, "replace");
  const shown = data?.policies.find(({ policy }) => policy === values["policy"]);
  const sorted = data?.policies.toSorted((a, b) => ORDER[a.status] - ORDER[b.status]);
  return (
    <Stack gap="wide">
      <Section title={t("support.household.title", { on: dayText(on) })}>
        {data && <Hint>{data.summary}</Hint>}
        <DataTable<PolicyAnswerView>
          label={t("support.household.title", { on: dayText(on) })} name="policies" local exports={false} pageSize={100} rows={sorted} rowKey={({ policy }) => policy} error={error} onRetry={() => void refetch()}
          columns={[
            { key: "title", label: t("support.policy"), main: true, text: (row) => row.title, render: (row) => <Button kind="quiet" size="small" onClick={() => set({ do: "policy", policy: row.policy }, "replace")}>{row.title}</Button> },
            { key: "answer", label: t("support.household.answer"), text: (row) => row.answer, render: (row) => <AnswerBadge status={row.status}>{row.answer}</AnswerBadge> },
            { key: "given", label: t("support.household.given"), render: (row) => (given(row) ? t("support.household.givenYes") : (row.instead?.title ?? "—")) },
            { key: "amount", label: t("support.household.benefit"), render: (row) => row.benefit.amountText ?? row.benefit.text },
            { key: "mark", label: t("support.mark"), render: (row) => row.mark ?? t("support.readInText") },
          ]}
        />
      </Section>
      <Received householdId={householdId} onEnter={data?.may.answer ? () => set({ do: "receipt" }, "replace") : undefined} />
      <Drawer open={values["do"] === "policy" && shown !== undefined} title={shown?.title ?? ""} onClose={close}>
        {shown && <PolicyAnswer answer={shown} onAnswer={data?.may.answer ? (field, index) => <AnswerButton field={field} personId={index === null ? null : data.personIds[index]!} /> : undefined} />}
      </Drawer>
      <Drawer open={values["do"] === "fact" && values["fact"] !== undefined} title={t("support.fact.title")} onClose={close}>
        <AnswerFactForm householdId={householdId} field={values["fact"] ?? ""} personId={values["person"] ?? null} on={on} question={questionOf(data, values["fact"])} onDone={close} />
      </Drawer>
      <Drawer open={values["do"] === "receipt" && data !== undefined} title={t("support.receipt.new")} onClose={close}>
        {data && <ReceiptForm household={data} on={on} onDone={close} />}
      </Drawer>
    </Stack>
  );
}

const questionOf = (data: HouseholdEligibility | undefined, field: string | undefined): string =>
  data?.policies.flatMap((one) => [...one.missing, ...one.persons.flatMap(({ missing }) => missing)]).find((one) => one.field === field)?.text ?? "";

function AnswerButton({ field, personId }: { field: string; personId: string | null }) {
  const t = useText();
  const { set } = useUrl();
  const [of] = field.split(".");
  if (of !== "household" && of !== "person" && of !== "number") return null; // a commune's are told on the page of policies, the rest in the register
  return <Button size="small" onClick={() => set({ do: "fact", fact: field, person: of === "person" ? personId : null }, "replace")}>{t("support.fact.answer")}</Button>;
}

function Received({ householdId, onEnter }: { householdId: string; onEnter: (() => void) | undefined }) {
  const t = useText();
  const { data, error, refetch } = useAnswer(supportRoutes.householdReceipts, { params: { id: householdId } });
  return (
    <Section title={t("support.household.received")} actions={onEnter && <Button size="small" onClick={onEnter}>{t("support.receipt.new")}</Button>}>
      <ErrorNotice error={error} retry={() => void refetch()} />
      <DataTable
        label={t("support.household.received")} name="receipts" local exports={false} rows={data?.rows} rowKey={({ id }) => id} empty={<p>{t("support.household.nothing")}</p>}
        columns={[
          { key: "policy", label: t("support.policy"), main: true, render: (row) => row.policyTitle },
          { key: "person", label: t("support.person"), render: (row) => row.personName ?? t("support.wholeHousehold") },
          { key: "on", label: t("support.receivedOn"), nowrap: true, render: (row) => dayText(row.receivedOn) },
          { key: "value", label: t("support.value"), align: "end", render: (row) => (row.valueDong === null ? `${String(row.quantity)} ${row.unit ?? ""}` : figureText(row.valueDong)) },
          { key: "document", label: t("support.document"), render: (row) => row.document },
        ]}
      />
    </Section>
  );
}
