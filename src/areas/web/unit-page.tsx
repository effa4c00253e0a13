import { useAreaPeriod } from "../../web/area-period.ts";
import { useAnswer } from "../../web/data.ts";
import { Button } from "../../web/design/button.tsx";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Drawer } from "../../web/design/drawer.tsx";
import { EmptyState } from "../../web/design/empty-state.tsx";
import { capital, dayText } from "../../web/design/format.ts";
import { KeyValue } from "../../web/design/key-value.tsx";
import { Hint, Section, Stack } from "../../web/design/layout.tsx";
import { ErrorNotice } from "../../web/design/notice.tsx";
import { Page } from "../../web/design/page.tsx";
import { Link, useParam, useUrl } from "../../web/navigation.tsx";
import { useSession } from "../../web/session.ts";
import { useText } from "../../web/text/text.tsx";
import { areasRoutes, type UnitPage as Unit } from "../contract.ts";
import { HamletForm } from "./hamlet-form.tsx";
import { UnitName } from "./unit-name.tsx";

export default function UnitPage() {
  const t = useText();
  const uid = useParam("uid");
  const { on } = useAreaPeriod();
  const { data: unit, error, refetch } = useAnswer(areasRoutes.unit, { params: { uid }, query: { on } }, { keep: true });
  const crumbs = [{ label: t("areas.list.title"), to: "/areas" }];
  if (!unit) {
    return (
      <Page title={t("areas.unit.title")} crumbs={crumbs}>
        {error ? <ErrorNotice error={error} retry={() => void refetch()} /> : <p>{t("web.loading")}</p>}
      </Page>
    );
  }
  return (
    <Page title={unit.unit.fullName} subtitle={capital(unit.path)} crumbs={crumbs}>
      <Stack gap="wide">
        <KeyValue
          columns={2}
          pairs={[
            { label: t("areas.unit.validFrom"), value: unit.validFrom === null ? t("areas.unit.always") : dayText(unit.validFrom) },
            { label: t("areas.unit.validTo"), value: unit.validTo === null ? t("areas.unit.still") : dayText(unit.validTo) },
            { label: t("areas.unit.fromAct"), value: unit.fromAct },
            { label: t("areas.unit.toAct"), value: unit.toAct },
          ]}
        />
        {unit.predecessors.length > 0 && <Traced title={t("areas.unit.predecessors")} units={unit.predecessors} direction="from" />}
        {unit.successors.length > 0 && <Traced title={t("areas.unit.successors")} units={unit.successors} direction="to" />}
        {unit.unit.level === "commune" && <Hamlets unit={unit} on={on} />}
      </Stack>
    </Page>
  );
}

/** Units before or after, and whether all their people came or went. */
function Traced({ title, units, direction }: { title: string; units: Unit["predecessors"]; direction: "from" | "to" }) {
  const t = useText();
  return (
    <Section title={title}>
      <ul>
        {units.map((unit) => (
          <li key={unit.uid}>
            <Link to="/areas/$uid" params={{ uid: unit.uid }}>
              <UnitName unit={unit} />
            </Link>
            : {t(`areas.exactness.${direction}.${unit.exactness}`)}
            {unit.act && <Hint>{unit.act}</Hint>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Hamlets({ unit, on }: { unit: Unit; on: string }) {
  const t = useText();
  const { role } = useSession();
  const { values, set } = useUrl();
  const add = (role === "commune" || role === "province") && <Button size="small" onClick={() => set({ do: "addHamlet" }, "replace")}>{t("areas.hamlet.add")}</Button>;
  const close = () => set({ do: null }, "replace");
  return (
    <Section title={t("areas.hamlets", { on: dayText(on) })} actions={add}>
      <DataTable
        label={t("areas.hamlets", { on: dayText(on) })}
        local
        rows={unit.hamlets}
        rowKey={(hamlet) => hamlet.id}
        rowTarget={(hamlet) => ({ to: "/households", search: { hamlet: hamlet.id, area: unit.unit.uid } })}
        columns={[
          { key: "name", label: t("areas.hamlet"), main: true, sort: true, sortValue: (hamlet) => hamlet.label, render: (hamlet) => capital(hamlet.label) },
          { key: "from", label: t("areas.hamlet.from"), nowrap: true, render: (hamlet) => dayText(hamlet.validFrom) },
        ]}
        empty={<EmptyState title={t("areas.hamlet.none")}>{t("areas.hamlet.howToBegin")}</EmptyState>}
      />
      <Drawer open={values["do"] === "addHamlet"} title={t("areas.hamlet.add")} onClose={close}>
        <HamletForm uid={unit.unit.uid} onDone={close} />
      </Drawer>
    </Section>
  );
}
