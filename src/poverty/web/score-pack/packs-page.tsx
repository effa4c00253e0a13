import { call } from "../../../platform/http/client.ts";
import { saveFile, useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { Hint, Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useLanguage, useText } from "../../../web/text/text.tsx";
import { scorePackRoutes } from "../../score-pack/contract.ts";
import { EnterPackForm } from "./enter-pack-form.tsx";
import { PackBadge } from "./pack-badge.tsx";

/** Tables of points for B1: none until the province has entered one. */
export default function PacksPage() {
  const t = useText();
  const [language] = useLanguage();
  const { values, set } = useUrl();
  const { data, error, refetch } = useAnswer(scorePackRoutes.scorePacks, {});
  const close = () => set({ do: null });
  const enter = data?.mayKeep && <Button kind="primary" onClick={() => set({ do: "enter" }, "push")}>{t("poverty.packPage.enter")}</Button>;
  return (
    <Page
      title={t("poverty.packPage.title")} subtitle={t("poverty.packPage.subtitle")} crumbs={[{ label: t("poverty.review.title"), to: "/review" }]}
      actions={<Row gap="tight"><Button onClick={() => void call(scorePackRoutes.packTemplate, {}, { language }).then(saveFile)}>{t("poverty.packPage.template")}</Button>{enter}</Row>}
    >
      <Stack>
        <Hint>{t("poverty.packPage.hint")}</Hint>
        <ErrorNotice error={error} retry={() => void refetch()} />
        <DataTable
          label={t("poverty.packPage.title")} local rows={data?.rows} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/review/score-packs/$id", params: { id: row.id } })}
          columns={[
            { key: "code", label: t("poverty.packPage.code"), main: true, sort: true, sortValue: (row) => row.code, render: (row) => row.code },
            { key: "version", label: t("poverty.packPage.version"), align: "end", render: (row) => String(row.version) },
            { key: "ruleset", label: t("poverty.packPage.ruleset"), render: (row) => data?.rulesets.find(({ id }) => id === row.ruleset)?.name ?? row.ruleset },
            { key: "area", label: t("poverty.packPage.area"), render: (row) => t(`poverty.packPage.area.${row.area}`) },
            { key: "doc", label: t("poverty.packPage.legal"), render: (row) => `${row.legal.doc}, ${row.legal.annex}` },
            { key: "status", label: t("poverty.packPage.status"), sort: true, sortValue: (row) => row.status, text: (row) => t(`poverty.packPage.status.${row.status}`), render: (row) => <PackBadge status={row.status} /> },
            { key: "problems", label: t("poverty.packPage.problems"), align: "end", sort: true, sortValue: (row) => row.problems, text: (row) => row.problems, render: (row) => row.problems },
          ]}
          empty={<EmptyState title={t("poverty.packPage.none")}>{t("poverty.packPage.noneText")}</EmptyState>}
        />
      </Stack>
      <Drawer open={values["do"] === "enter" && data?.mayKeep === true} title={t("poverty.packPage.enter")} onClose={close}>
        <EnterPackForm rulesets={data?.rulesets ?? []} packs={data?.rows ?? []} />
      </Drawer>
    </Page>
  );
}
