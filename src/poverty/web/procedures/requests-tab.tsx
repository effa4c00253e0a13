import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { procedureRoutes, type ProcedureRowView } from "../../procedures/contract.ts";
import { PROCEDURE_STATES } from "../../procedures/rules/procedure-state.ts";
import { ReceiveForm } from "./receive-form.tsx";
import { RequestDue, RequestState } from "./state-badge.tsx";

const DUES = ["late", "soon", "open", "unknown", "done"] as const;
const OUTCOMES = ["recognised", "refused"] as const;
const RESULTS = ["poor", "near_poor", "none", "holds"] as const;
const KEYS = ["kind", "state", "due", "outcome", "outcomeClass", "received", "decided", "q"] as const;

/** Every request of the area, filtered as the address says. */
export function RequestsTab() {
  const t = useText();
  const { area } = useAreaPeriod();
  const { values, set } = useUrl();
  const table = useTable("requests");
  const asked = { area, ...Object.fromEntries(KEYS.flatMap((key) => (values[key] ? [[key, values[key]]] : []))) };
  const { data, error, refetch } = useAnswer(procedureRoutes.procedures, { query: { ...asked, page: table.page, perPage: 50 } }, { keep: true });
  const { data: known } = useAnswer(procedureRoutes.procedureKinds, { query: {} });
  const kinds = (known?.kinds ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const months = [...new Set([values["received"], values["decided"]])].flatMap((month) => (month ? [{ value: month, label: `${month.slice(5)}/${month.slice(0, 4)}` }] : []));
  const close = () => set({ do: null }, "replace");
  const tools = data?.may.review && (
    <Row gap="tight">
      <Button size="small" kind="primary" onClick={() => set({ do: "receive" }, "replace")}>{t("poverty.requests.receive")}</Button>
      <ExportList route={procedureRoutes.exportProcedures} total={data.total} input={(purpose) => ({ body: { ...asked, purpose } })} />
    </Row>
  );
  return (
    <Stack>
      <Filters
        search={t("poverty.work.search")}
        filters={[
          { key: "kind", label: t("poverty.requests.kind"), all: t("poverty.requests.allKinds"), options: kinds },
          { key: "state", label: t("poverty.work.step"), all: t("poverty.work.allSteps"), options: ["open", "decided", ...PROCEDURE_STATES].map((value) => ({ value, label: t(`poverty.requests.state.${value}`) })) },
          { key: "due", label: t("poverty.requests.dueOn"), all: t("poverty.requests.anyDue"), options: DUES.map((value) => ({ value, label: t(`poverty.requests.due.${value}`) })) },
          { key: "outcome", label: t("poverty.requests.decision"), all: t("poverty.requests.anyDecision"), options: OUTCOMES.map((value) => ({ value, label: t(`poverty.requests.state.${value}`) })) },
          ...(values["outcomeClass"] ? [{ key: "outcomeClass", label: t("poverty.work.result"), all: t("poverty.work.allResults"), options: RESULTS.map((value) => ({ value, label: t(`poverty.requests.result.${value}`) })) }] : []),
          ...(["received", "decided"] as const).flatMap((key) => (values[key] ? [{ key, label: t(`poverty.requests.${key}In`), all: t("poverty.requests.anyMonth"), options: months }] : [])),
        ]}
      />
      <DataTable<ProcedureRowView>
        label={t("poverty.requests.title")} name="requests" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/review/procedures/$id", params: { id: row.id } })}
        error={error} onRetry={() => void refetch()} tools={tools} exports={false}
        columns={[
          { key: "number", label: t("poverty.requests.number"), nowrap: true, render: (row) => `${row.number}/${row.year}` },
          { key: "applicant", label: t("poverty.requests.applicant"), main: true, render: (row) => row.applicant },
          { key: "head", label: t("poverty.review.head"), hidden: true, render: (row) => row.headName },
          { key: "unit", label: t("poverty.requests.unit"), hidden: true, render: (row) => row.unit },
          { key: "hamlet", label: t("poverty.review.hamlet"), render: (row) => row.hamlet },
          { key: "kind", label: t("poverty.requests.kind"), render: (row) => row.kindName },
          { key: "received", label: t("poverty.requests.receivedOn"), nowrap: true, render: (row) => dayText(row.receivedOn) },
          { key: "step", label: t("poverty.work.step"), text: (row) => t(`poverty.requests.state.${row.state}`), render: (row) => <RequestState state={row.state} /> },
          { key: "due", label: t("poverty.requests.dueOn"), nowrap: true, render: (row) => (row.dueOn ? `${dayText(row.dueOn)}${row.dueCertainty === "text" ? "" : ` (${t("poverty.requests.derived")})`}` : t("poverty.requests.noTerm")) },
          { key: "pressing", label: t("poverty.requests.pressing"), text: (row) => t(`poverty.requests.due.${row.due}`), render: (row) => <RequestDue due={row.due} /> },
          { key: "result", label: t("poverty.work.result"), render: (row) => (row.outcomeClass ? t(`poverty.requests.result.${row.outcomeClass}`) : "—") },
        ]}
        empty={KEYS.some((key) => values[key]) ? <EmptyState title={t("poverty.requests.noneFound")}>{t("poverty.requests.noneFoundText")}</EmptyState> : <EmptyState title={t("poverty.requests.none")} actions={tools}>{t("poverty.requests.noneText")}</EmptyState>}
      />
      <Drawer open={values["do"] === "receive" && data?.may.review === true} title={t("poverty.requests.receive")} onClose={close}>
        <ReceiveForm kinds={known?.kinds ?? []} onDone={close} />
      </Drawer>
    </Stack>
  );
}
