import { useState } from "react";
import { dateInVietnam } from "../../kernel/date.ts";
import { useAnswer, useCommand } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { ConfirmDialog } from "../../web/design/confirm-dialog.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { dayText } from "../../web/design/format.ts";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { Link } from "../../web/navigation.tsx";
import { useSession } from "../../web/session.ts";
import { useText } from "../../web/text/text.tsx";
import { registryRoutes, type NumberElsewhere } from "../contract.ts";

type Holder = NumberElsewhere["person"];

const dayOf = (moment: string): string => dayText(dateInVietnam(Date.parse(moment.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"))));

/** Numbers that two communes hold: the province compares both records, a commune sees its own. */
export default function NumbersElsewhere() {
  const t = useText();
  const { unit } = useSession();
  const { data, error, refetch } = useAnswer(registryRoutes.numbersElsewhere, {});
  const close = useCommand(registryRoutes.closeNumberElsewhere);
  const [closing, setClosing] = useState<NumberElsewhere | null>(null);
  return (
    <Page title={t("registry.elsewhere.title")} subtitle={t(unit.level === "province" ? "registry.elsewhere.textProvince" : "registry.elsewhere.text", { area: unit.fullName })} print>
      <DataTable<NumberElsewhere>
        label={t("registry.elsewhere.title")}
        local
        rows={data?.rows}
        rowKey={({ id }) => id}
        error={error}
        onRetry={refetch}
        columns={[
          { key: "person", label: t("registry.elsewhere.person"), main: true, sort: true, sortValue: ({ person }) => person.fullName, text: ({ person }) => person.fullName, render: ({ person }) => <Who holder={person} /> },
          { key: "number", label: t("registry.person.number"), nowrap: true, render: ({ masked }) => masked ?? "—" },
          { key: "place", label: t("registry.elsewhere.place"), render: ({ person }) => t("registry.elsewhere.placeOf", { hamlet: person.hamlet, unit: person.unit }) },
          { key: "others", label: t("registry.elsewhere.others"), text: ({ others }) => others.map((one) => `${one.fullName}, ${t("registry.elsewhere.placeOf", { hamlet: one.hamlet, unit: one.unit })}`).join("; ") || t("registry.elsewhere.hidden"), render: ({ others }) => (others.length === 0 ? t("registry.elsewhere.hidden") : <Others holders={others} />) },
          { key: "found", label: t("registry.elsewhere.found"), nowrap: true, sort: true, sortValue: ({ foundAt }) => foundAt, render: ({ foundAt }) => dayOf(foundAt) },
          { key: "do", label: t("registry.do.label"), text: null, render: (row) => (row.mayClose ? <Button size="small" onClick={() => setClosing(row)}>{t("registry.elsewhere.close")}</Button> : null) },
        ]}
        empty={<EmptyState title={t("registry.elsewhere.none")}>{t("registry.elsewhere.noneText")}</EmptyState>}
      />
      {closing && (
        <ConfirmDialog
          open reason title={t("registry.elsewhere.closeTitle", { name: closing.person.fullName })} action={t("registry.elsewhere.close")} busy={close.isPending} error={<ErrorNotice error={close.error} />}
          onConfirm={(reason) => close.mutate({ params: { id: closing.id }, body: { reason } }, { onSuccess: () => setClosing(null) })}
          onClose={() => setClosing(null)}
        >
          <p>{t("registry.elsewhere.closeText")}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}

function Who({ holder: { fullName, householdId } }: { holder: Holder }) {
  return householdId === null ? <>{fullName}</> : <Link to="/households/$id" params={{ id: householdId }}>{fullName}</Link>;
}

function Others({ holders }: { holders: readonly Holder[] }) {
  const t = useText();
  return (
    <>
      {holders.map((holder, at) => (
        <span key={holder.personId}>
          {at > 0 && "; "}
          <Who holder={holder} />
          {`, ${t("registry.elsewhere.placeOf", { hamlet: holder.hamlet, unit: holder.unit })}`}
        </span>
      ))}
    </>
  );
}
