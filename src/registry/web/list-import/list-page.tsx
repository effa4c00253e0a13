import { useAnswer } from "../../../web/data.ts";
import { Page } from "../../../web/design/page.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useParam, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { listRoutes } from "../../list-import/contract.ts";
import { JobView } from "./job-view.tsx";
import { StartForm } from "./start-form.tsx";

/** One kind of list: what it is of, the file; then what the file holds and would do. The address can be given to a colleague and opened again. */
export default function ListPage() {
  const t = useText();
  const kind = useParam("kind");
  const { values } = useUrl();
  const { data, error, refetch } = useAnswer(listRoutes.kind, { params: { kind } });
  const job = values["job"];
  return (
    <Page title={data?.title ?? t("registry.lists.one")} crumbs={[{ label: t("registry.lists.title"), to: "/import/lists" }]} width={job ? "full" : "narrow"}>
      <ErrorNotice error={error} retry={() => void refetch()} />
      {data && (job ? <JobView key={job} kind={data} id={job} /> : <StartForm kind={data} />)}
    </Page>
  );
}
